/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-payment-plan-letter.h"

G_BEGIN_DECLS

/* The creditor and the debtor side by side, each with form, address, number and who acts for it. Never cut. */
void acq_letter_layout_add_parties (AcqLetterLayout *layout, const AcqPaymentPlanLetter *letter, double gap);

/* Room for both to sign; the debtor's says what he writes by hand before (article 1376 of the Code civil). Never cut. Returns the
   part's number. */
guint acq_letter_layout_add_signature_boxes (AcqLetterLayout *layout, const AcqPaymentPlanLetter *letter,
                                             double gap);

/* Points to keep free at the foot of a page that is initialled. */
#define ACQ_INITIALS_ROOM ACQ_MM (15.5)
/* Two boxes for the parties' initials, at the foot of a page. */
void acq_plan_draw_initials (AcqLetterPress *press, cairo_t *cr);

G_END_DECLS
