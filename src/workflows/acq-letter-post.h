/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-issued-letter.h"

G_BEGIN_DECLS

/* A letter that left, with what proves it. */
typedef struct
{
  AcqIssuedLetter *letter;
  GPtrArray *proofs; /* (element-type AcqLetterProof) */
} AcqLetterRecord;

void acq_letter_record_free (AcqLetterRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterRecord, acq_letter_record_free)

/* NULL with ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER. */
AcqLetterRecord *acq_letter_record_load (AcqCompanyFile *file, const char *reference, GError **error);
/* (element-type AcqLetterRecord) (transfer full): a customer's, the newest first. */
GPtrArray *acq_letter_record_list (AcqCompanyFile *file, const char *customer, GError **error);
/* The bytes as they left. */
GBytes *acq_letter_record_load_pdf (AcqCompanyFile *file, const char *reference, GError **error);

/**
 * acq_letter_record_post:
 * @post: its number without white space around it, or %NULL; all days that are known
 *
 * Keeps what the post says of a letter. Where the day of posting or the number is another, the reminders that its invoices had
 * with it move too. ACQ_WORKFLOW_ERROR_BAD_DAY names the day that contradicts the others.
 */
gboolean acq_letter_record_post (AcqCompanyFile *file, const char *reference, const AcqPostalRecord *post, GError **error);

/* Keeps a scan; once, however often it is added. */
gboolean acq_letter_record_add_proof (AcqCompanyFile *file, const char *reference, AcqLetterProofKind kind, const char *path,
                                      GError **error);
gboolean acq_letter_record_remove_proof (AcqCompanyFile *file, const char *reference, gint64 proof_id, GError **error);
/* NULL where it is gone. */
GBytes *acq_letter_record_load_proof (AcqCompanyFile *file, gint64 proof_id, GError **error);

G_END_DECLS
