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

/* The letters that went with a message: the newest notice of each debtor in it that was posted on the day @before, or not yet
   (ACQ_DAY_NONE), is now said to have been posted on another, under that number (nullable). */
gboolean acq_letter_repository_note_posting (AcqConnection *connection, gint64 message_id, AcqDay before, AcqDay posted,
                                             const char *number, GError **error);
/* The message with which the letter went: sent registered on its day of posting, about one of its invoices. 0: there is none. */
gboolean acq_letter_repository_find_message (AcqConnection *connection, const AcqIssuedLetter *letter, gint64 *ret_id,
                                             GError **error);

/* A scan that the letter has already stays once; *ret_added says so. */
gboolean acq_letter_repository_add_proof (AcqConnection *connection, const AcqLetterProof *proof, GBytes *bytes,
                                          gboolean *ret_added, GError **error);
/* (element-type AcqLetterProof) (transfer full): of a letter, in the order in which they came. */
GPtrArray *acq_letter_repository_list_proofs (AcqConnection *connection, gint64 letter_id, GError **error);
GBytes *acq_letter_repository_load_proof (AcqConnection *connection, gint64 id, GError **error);
gboolean acq_letter_repository_remove_proof (AcqConnection *connection, gint64 id, GError **error);

G_END_DECLS
