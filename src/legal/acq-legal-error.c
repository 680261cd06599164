/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-error.h"

G_DEFINE_QUARK (acq - legal - error - quark, acq_legal_error)
