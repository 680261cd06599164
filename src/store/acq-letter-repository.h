/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-issued-letter.h"

G_BEGIN_DECLS

/* Keeps a letter with its bytes and sets its id. */
gboolean acq_letter_repository_insert (AcqConnection *connection, AcqIssuedLetter *letter, GBytes *pdf, GError **error);

/* (element-type AcqIssuedLetter) (transfer full): of a customer, 0: all; the oldest first. */
GPtrArray *acq_letter_repository_list (AcqConnection *connection, gint64 customer_id, GError **error);
/* (nullable): NULL without an error where there is none. */
AcqIssuedLetter *acq_letter_repository_find (AcqConnection *connection, const char *reference, GError **error);
/* The PDF, to the last byte as it left. NULL as above. */
GBytes *acq_letter_repository_load_pdf (AcqConnection *connection, gint64 id, GError **error);

gboolean acq_letter_repository_set_post (AcqConnection *connection, gint64 id, const AcqPostalRecord *post, GError **error);

/* A scan that the letter has already stays once; *ret_added says so. */
gboolean acq_letter_repository_add_proof (AcqConnection *connection, const AcqLetterProof *proof, GBytes *bytes,
                                          gboolean *ret_added, GError **error);
/* (element-type AcqLetterProof) (transfer full): of a letter, in the order in which they came. */
GPtrArray *acq_letter_repository_list_proofs (AcqConnection *connection, gint64 letter_id, GError **error);
GBytes *acq_letter_repository_load_proof (AcqConnection *connection, gint64 id, GError **error);
gboolean acq_letter_repository_remove_proof (AcqConnection *connection, gint64 id, GError **error);

G_END_DECLS
