/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-workflow-error.h"

G_DEFINE_QUARK (acq_workflow_error, acq_workflow_error)
