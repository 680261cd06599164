/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-row-source.h"
#include "acq-money.h"

G_BEGIN_DECLS

/**
 * AcqBankPreamble:
 *
 * What stands above a bank's table and below it: whose account, which days, the balances.
 */
typedef struct
{
  char *iban;
  char *account_number;
  AcqDay first; /* ACQ_DAY_NONE: not told */
  AcqDay last;
  gboolean has_opening;
  gint64 opening;
  gboolean has_closing;
  gint64 closing;
} AcqBankPreamble;

void acq_bank_preamble_init (AcqBankPreamble *self);
void acq_bank_preamble_clear (AcqBankPreamble *self);

/* Takes what the row that was read last tells. */
void acq_bank_preamble_read (AcqBankPreamble *self, const AcqRowSource *rows,
                             AcqCurrency currency);
/* TRUE, having taken it, for a row of balances or totals below the lines of a table. */
gboolean acq_bank_preamble_read_footer (AcqBankPreamble *self, const AcqRowSource *rows,
                                        AcqCurrency currency);

/* The same for tables without headings, where a balance is a line of a day, an amount and the number of an account. */
gboolean acq_bank_preamble_read_bare_balance (AcqBankPreamble *self, const AcqRowSource *rows, AcqCurrency currency);

/* "15/01/2026", "15.01.26", "2026-01-15 08:00:00", and the rarer ways of acq_written_day_parse(). */
AcqDay acq_bank_day_parse (const char *text, gboolean month_first);

G_END_DECLS
