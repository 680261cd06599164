/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-books.h"
#include "acq-matching.h"

G_BEGIN_DECLS

/**
 * AcqMatchDraft:
 *
 * A match by hand while it is being made: how much of one bank line goes to which invoices, and what is left. Amounts in minor
 * units; below zero to use up a credit note, or where the line is a returned payment that reopens what was paid.
 */
typedef struct _AcqMatchDraft AcqMatchDraft;

/* NULL where the books hold no such bank line, or it is matched already. Keeps the books. */
AcqMatchDraft *acq_match_draft_new (AcqBooks *books, gint64 transaction_id);
void acq_match_draft_free (AcqMatchDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMatchDraft, acq_match_draft_free)

const AcqTransaction *acq_match_draft_get_transaction (const AcqMatchDraft *self);
/* What of the line is given to no invoice yet; of the other sign than the line where too much is given. */
gint64 acq_match_draft_get_left (const AcqMatchDraft *self);

/* What the invoice can take (or give back, for a credit note or a returned payment), with what is left: never more than it owes. */
gint64 acq_match_draft_suggest (const AcqMatchDraft *self, const AcqInvoice *invoice);
/* Gives it to the invoice, instead of what it had. */
void acq_match_draft_set_amount (AcqMatchDraft *self, const AcqInvoice *invoice, gint64 amount);
void acq_match_draft_remove (AcqMatchDraft *self, const AcqInvoice *invoice);

/**
 * acq_match_draft_spread:
 *
 * Gives what is left of a payment to the customer's open invoices that have nothing of it yet, in the order of article 1342-10 of
 * the Code civil: what is due before what is not, the oldest first. Nothing is given of a returned payment.
 *
 * Returns: (element-type AcqInvoice) (transfer container): those that got something, by due day; borrowed from the books
 */
GPtrArray *acq_match_draft_spread (AcqMatchDraft *self, gint64 customer_id);
gboolean acq_match_draft_has (const AcqMatchDraft *self, const AcqInvoice *invoice);
/* What it gets; 0 where it is not in the draft. */
gint64 acq_match_draft_get_amount (const AcqMatchDraft *self, const AcqInvoice *invoice);

typedef enum
{
  ACQ_MATCH_FLAW_NONE,
  ACQ_MATCH_FLAW_EMPTY,    /* nothing, or less than nothing */
  ACQ_MATCH_FLAW_TOO_MUCH, /* more than the invoice owes */
} AcqMatchFlaw;

/* What is wrong with what an invoice of the draft gets. */
AcqMatchFlaw acq_match_draft_check (const AcqMatchDraft *self, const AcqInvoice *invoice);
/* Whether it can be posted: something is given, nothing is wrong, and no more is given than there is. */
gboolean acq_match_draft_is_valid (const AcqMatchDraft *self);
/* (element-type AcqMatchPart) (transfer full): for acq_match_by_hand(). */
GPtrArray *acq_match_draft_parts (const AcqMatchDraft *self);

/**
 * acq_match_draft_search:
 * @text: number, customer or amount, in any spelling; "" for all
 * @customer_id: 0: of all customers
 * @max: how many at most
 *
 * Invoices that the line may concern: what is open, or for a returned payment what was paid. Those of just the line's amount first,
 * then by due day. Costs a walk over all invoices: not for the main loop.
 *
 * Returns: (element-type AcqInvoice) (transfer container): borrowed from the books
 */
GPtrArray *acq_match_draft_search (AcqBooks *books, const AcqTransaction *transaction, const char *text,
                                   gint64 customer_id, guint max);

G_END_DECLS
