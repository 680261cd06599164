/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"
#include "acq-statement-chain.h"

G_BEGIN_DECLS

/* The account a statement is of: by IBAN, else by number, each with its currency; a statement that names none
   belongs to the only account there is, else to one without a name. Makes it where it is new. -1 on an error. */
gint64 acq_bank_repository_find_account (AcqConnection *connection, const AcqStatement *statement,
                                         gint64 batch_id, GError **error);
/* (element-type gint64) (transfer full): the accounts of a currency. */
GArray *acq_bank_repository_list_accounts (AcqConnection *connection, AcqCurrency currency, GError **error);
/* (element-type AcqStatementSpan) (transfer full): the statements of an account of which the days are known. The balances of
   one that contradicts itself are left out. */
GArray *acq_bank_repository_list_spans (AcqConnection *connection, gint64 account_id, GError **error);
/* Whether the account has a line of that day and amount. */
gboolean acq_bank_repository_has_line (AcqConnection *connection, gint64 account_id, AcqDay booked,
                                       gint64 amount, gboolean *ret_has, GError **error);
/* The account of an IBAN: 0 where there is none, -1 on an error. */
gint64 acq_bank_repository_find_iban (AcqConnection *connection, const char *iban, AcqCurrency currency,
                                      GError **error);

/* Keeps what a statement says of itself; "balance" is ok, mismatch or absent. */
gboolean acq_bank_repository_insert_statement (AcqConnection *connection, const AcqStatement *statement,
                                               gint64 account_id, gint64 batch_id, const char *balance,
                                               GError **error);

/* Keeps a new transaction with its parts and sets its id. The account is transaction->account_id. */
gboolean acq_bank_repository_insert (AcqConnection *connection, AcqTransaction *transaction, gint64 batch_id,
                                     GError **error);

/* What is needed to know a transaction again. */
typedef struct
{
  gint64 id;
  gint64 batch_id; /* 0: none */
  AcqDay booked;
  gint64 amount;
  char *bank_ref;   /* nullable, as is the next */
  char *end_to_end;
  char *label;
  gboolean provisional; /* a report alone told it so far */
  gboolean taken;       /* free for the caller's marks */
} AcqKnownTransaction;

/* The last day that each other batch of another format covers of an account: the ids of the batches (gint64*) to their days
   (GINT_TO_POINTER). (transfer full) */
GHashTable *acq_bank_repository_list_other_formats (AcqConnection *connection, gint64 account_id, gint64 batch_id,
                                                    GError **error);
/* (element-type AcqKnownTransaction) (transfer full): those of an account and a day that other batches than
   this one brought. */
GPtrArray *acq_bank_repository_list_known (AcqConnection *connection, gint64 account_id, AcqDay booked,
                                           gint64 batch_id, GError **error);
/* (element-type AcqKnownTransaction) (transfer full): as above for one amount, and days up to so many before and after. */
GPtrArray *acq_bank_repository_list_near (AcqConnection *connection, gint64 account_id, AcqDay booked, int days,
                                          gint64 amount, gint64 batch_id, GError **error);
/* Whether the account holds lines that a report alone told so far. */
gboolean acq_bank_repository_has_provisional (AcqConnection *connection, gint64 account_id,
                                              gboolean *ret_provisional, GError **error);
gboolean acq_bank_repository_mark_provisional (AcqConnection *connection, gint64 id, GError **error);
/* What a report told a statement tells too: the line is now of that batch, and says what the statement says. What it was
   must have been kept (acq_batch_repository_keep_transaction()). */
gboolean acq_bank_repository_confirm (AcqConnection *connection, gint64 id, const AcqTransaction *transaction,
                                      gint64 batch_id, GError **error);
gboolean acq_bank_repository_has_parts (AcqConnection *connection, gint64 id, gboolean *ret_parts, GError **error);

/* Whether the account holds any transaction of another batch. */
gboolean acq_bank_repository_has_others (AcqConnection *connection, gint64 account_id, gint64 batch_id,
                                         gboolean *ret_others, GError **error);

/* NULL without an error where there is none. */
AcqTransaction *acq_bank_repository_find (AcqConnection *connection, gint64 id, GError **error);
/* Works out how much of it is allocated, and writes it. */
gboolean acq_bank_repository_refresh_matched (AcqConnection *connection, gint64 id, GError **error);
gboolean acq_bank_repository_set_ignored (AcqConnection *connection, gint64 id, gboolean ignored,
                                          GError **error);

/* Called for each transaction; the account's name is its IBAN, its number or "". Both live only during the
   call. */
typedef gboolean (*AcqTransactionFunc) (gpointer user_data, const AcqTransaction *transaction,
                                        const char *account_name);
/* Walks over all transactions by day, until the function returns FALSE. */
gboolean acq_bank_repository_each (AcqConnection *connection, AcqTransactionFunc func, gpointer user_data,
                                   GError **error);

/* Adds the transactions that the ledger's description promises, the coverage, and the number of accounts. */
gboolean acq_bank_repository_load (AcqConnection *connection, AcqLedger *ledger, AcqDay today,
                                   GError **error);

/* Removes the transactions, statements and unused accounts of a batch; their receipts must be gone already. */
gboolean acq_bank_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                           GError **error);

void acq_known_transaction_free (AcqKnownTransaction *self);

G_END_DECLS
