/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"

G_BEGIN_DECLS

/* No text of a bank line is longer, in bytes; a record that holds such a text is refused. */
#define ACQ_STATEMENT_MAX_TEXT 16384

/* The texts of a transaction that readers write piece by piece. */
typedef enum
{
  ACQ_STATEMENT_TEXT_LABEL,
  ACQ_STATEMENT_TEXT_BANK_REF,
  ACQ_STATEMENT_TEXT_COUNTERPARTY,
  ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN,
  ACQ_STATEMENT_TEXT_REMITTANCE,
  ACQ_STATEMENT_TEXT_END_TO_END,
  ACQ_STATEMENT_TEXT_CHEQUE_NUMBER,
  ACQ_STATEMENT_TEXT_RETURN_REASON,
  ACQ_STATEMENT_TEXT_MESSAGE_ID,
  ACQ_STATEMENT_TEXT_PAYMENT_ID,
  ACQ_STATEMENT_N_TEXTS,
} AcqStatementText;

/**
 * AcqStatementFeed:
 *
 * Between a reader of bank statements and the sink: one statement and one transaction whose memory is used again for
 * the next, the rules that hold for each format, and what a reader must know at its end.
 */
typedef struct
{
  const AcqImportSource *source;
  const AcqImportSink *sink;
  gpointer user_data;
  AcqStatement *statement;    /* what is known of the one being read */
  gboolean is_open;           /* begin_statement() was called for it */
  AcqTransaction transaction; /* its texts are set by acq_statement_feed_transaction() */
  GString *texts[ACQ_STATEMENT_N_TEXTS];
  AcqDay first_booked; /* of this statement */
  AcqDay last_booked;
  gint64 sum;           /* of its amounts, saturated */
  guint64 n_statements; /* of the file, as are those below */
  guint64 n_transactions;
  guint64 n_rejected;
  guint64 first_rejected; /* its place */
  gsize reported;
} AcqStatementFeed;

void acq_statement_feed_init (AcqStatementFeed *self, const AcqImportSource *source,
                              const AcqImportSink *sink, gpointer user_data);
void acq_statement_feed_clear (AcqStatementFeed *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqStatementFeed, acq_statement_feed_clear)

/* Forgets the statement that was read and prepares an empty one, of the source's currency, to be filled in. */
void acq_statement_feed_reset_statement (AcqStatementFeed *self);
/* Tells the sink of self->statement, unless that was done. */
gboolean acq_statement_feed_begin (AcqStatementFeed *self, GError **error);
/* Tells the sink its end: a period that the file does not state is that of the days booked. */
gboolean acq_statement_feed_end (AcqStatementFeed *self, GError **error);

/* Empties the transaction; its currency becomes the statement's. */
void acq_statement_feed_reset_transaction (AcqStatementFeed *self);
/* Adds a piece of UTF-8, separated by one space from what is there already. */
void acq_statement_feed_add_text (AcqStatementFeed *self, AcqStatementText which, const char *text,
                                  gssize len);
/* The white space of a text squeezed now, for readers that look into it. */
const char *acq_statement_feed_squeezed (AcqStatementFeed *self, AcqStatementText which);
/* Passes the transaction on, its texts squeezed, "NOTPROVIDED" dropped, what its label tells filled in (acq-label-grammar.h);
   a text that is too long, a day that is none, or a currency that is not the account's makes it a rejected record at
   "place". */
gboolean acq_statement_feed_transaction (AcqStatementFeed *self, guint64 place, GError **error);
gboolean acq_statement_feed_reject (AcqStatementFeed *self, guint64 place, AcqReject reason,
                                    const char *detail, GError **error);

/* Tells how far the file was read, now and then; FALSE where the user cancelled. */
gboolean acq_statement_feed_progress (AcqStatementFeed *self, gsize done, GError **error);
/* At the end of the file: FALSE where it held no statement, or only records that were rejected. */
gboolean acq_statement_feed_finish (AcqStatementFeed *self, GError **error);

G_END_DECLS
