/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-letter-draft.h"

G_BEGIN_DECLS

/**
 * acq_draft_evidence_file:
 * @numbers: (nullable): the invoices that it is about, %NULL-terminated
 *
 * What the company file holds about one customer's debt: the invoices with their copies, the letters that were issued with
 * their proofs, the reminders, calls, promises and disputes, and until when each invoice can be claimed. Without numbers: what
 * is overdue and could be in a formal notice, or was left out of reminders by the user's own choice; for a lawyer
 * what is disputed too.
 *
 * Returns: (transfer full): %NULL with ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE where a number is not the customer's
 */
AcqEvidenceFile *acq_draft_evidence_file (const AcqLetterSource *source, const AcqCustomer *customer,
                                          const char *const *numbers, AcqEvidenceReader reader, GError **error);

/* The letters of the customer that concern these invoices, with their proofs, and what became of the last notice. */
gboolean acq_evidence_add_letters (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices,
                                   GError **error);
/* The reminders that the invoices had, each with what it asked; calls go to the record of exchanges. */
gboolean acq_evidence_add_reminders (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices,
                                     GError **error);
/* Calls, promises, disputes, answers and plans; and what is contested today. */
void acq_evidence_add_notes (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices);

G_END_DECLS
