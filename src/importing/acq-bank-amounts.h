/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-statement-columns.h"
#include "acq-money.h"
#include "acq-row-source.h"

G_BEGIN_DECLS

/* How the two columns of debit and credit are written. */
typedef enum
{
  ACQ_BANK_SIGNS_IGNORED, /* a debit is money out with or without its sign */
  /* Debits are written with a plus, or with a minus; the other sign takes a line back, as a minus does in credit. */
  ACQ_BANK_SIGNS_DEBIT_PLUS,
  ACQ_BANK_SIGNS_DEBIT_MINUS,
  ACQ_BANK_N_SIGNS,
} AcqBankSigns;

/**
 * AcqBankAmounts:
 *
 * Reads the amount of a row off its columns. What the signs mean shows only over all rows.
 */
typedef struct
{
  const AcqStatementColumns *columns;
  const AcqRowSource *rows;
  guint64 n_debits[2]; /* positive, negative */
  guint64 n_credits[2];
} AcqBankAmounts;

/* How the balances of one account follow from its lines, for each way to read their signs. */
typedef struct
{
  guint64 n; /* lines with a balance */
  gint64 first_balance;
  gint64 last_balance;
  gint64 first_amount[ACQ_BANK_N_SIGNS];
  gint64 last_amount[ACQ_BANK_N_SIGNS];
  guint64 breaks_down[ACQ_BANK_N_SIGNS]; /* lines that do not follow the one above them */
  guint64 breaks_up[ACQ_BANK_N_SIGNS];   /* or below them */
} AcqBankChain;

/* The amounts of the row read last, for each way, fee taken off. FALSE where a cell is no amount; an empty row is given as not
   *ret_given. @ret_bad: the cell that is none. */
gboolean acq_bank_amounts_read (const AcqBankAmounts *self, AcqCurrency currency, gint64 amounts[ACQ_BANK_N_SIGNS],
                                gboolean *ret_given, const char **ret_bad);
/* One cell. An empty one is 0 and not given. */
gboolean acq_bank_amounts_read_cell (const AcqBankAmounts *self, AcqBankColumn column, AcqCurrency currency,
                                     gint64 *ret_amount, gboolean *ret_given);
/* The currency that stands beside the amount of the row read last: "579,68 USD"; ACQ_CURRENCY_NONE: none. */
AcqCurrency acq_bank_amounts_currency (const AcqBankAmounts *self);
/* Counts the signs of the row read last. */
void acq_bank_amounts_weigh (AcqBankAmounts *self, AcqCurrency currency);
/* What the counts say, where no balance says better. */
AcqBankSigns acq_bank_amounts_decide (const AcqBankAmounts *self);

void acq_bank_chain_add (AcqBankChain *self, gint64 balance, const gint64 amounts[ACQ_BANK_N_SIGNS]);
/* A line without a balance. */
void acq_bank_chain_break (AcqBankChain *self);
/* Each balance follows from its neighbour; *ret_down: from the one above. */
gboolean acq_bank_chain_holds (const AcqBankChain *self, AcqBankSigns signs, gboolean *ret_down);

G_END_DECLS
