/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-error.h"

G_DEFINE_QUARK (acq_legal_error, acq_legal_error)
