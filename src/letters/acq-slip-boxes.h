/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-cheque-slip.h"
#include "acq-letter-layout.h"

G_BEGIN_DECLS

/* Adds the frame that says who hands in, to which account, how many cheques and how much. It is never cut, as the one below. */
void acq_letter_layout_add_slip_summary (AcqLetterLayout *layout, const AcqChequeSlip *slip, double gap);

/* Adds the two frames in which the company and the bank sign. */
void acq_letter_layout_add_slip_signatures (AcqLetterLayout *layout, const AcqCompany *company, double gap);

/* "Sept chèques", "Un chèque", "21 chèques"; words stay in small letters with @inside. Free it. */
char *acq_slip_count (guint n, gboolean inside);

G_END_DECLS
