/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-invoice-listing.h"

G_BEGIN_DECLS

/* Where an invoice stands, in a word or two of the user's language: "Promise not kept", "Promise expected yesterday". Free
   it. */
char *acq_invoice_state_text (const AcqInvoiceLine *line, AcqDay today);

/* "30 d": days late, for a column; "" where it is not. Free it. */
char *acq_days_late_text_short (int days);
/* What is late, or when it falls due, as a sentence without an end: "30 days late", "Falls due on 22 October". Free it. */
char *acq_invoice_lateness_text (const AcqInvoiceLine *line, AcqDay today);

G_END_DECLS
