/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-creditor-choice.h"

static const char *const choice_codes[] = { "none", "claimed", "waived" };

ACQ_DEFINE_CODES (AcqCreditorChoice, acq_creditor_choice, choice_codes)
