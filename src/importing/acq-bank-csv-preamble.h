/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-delimited-reader.h"
#include "acq-money.h"

G_BEGIN_DECLS

/**
 * AcqBankCsvPreamble:
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
} AcqBankCsvPreamble;

void acq_bank_csv_preamble_init (AcqBankCsvPreamble *self);
void acq_bank_csv_preamble_clear (AcqBankCsvPreamble *self);

/* Takes what the row that was read last tells. */
void acq_bank_csv_preamble_read (AcqBankCsvPreamble *self, const AcqDelimitedReader *reader,
                                 AcqCurrency currency);
/* TRUE, having taken it, for a row of balances or totals below the lines of a table. */
gboolean acq_bank_csv_preamble_read_footer (AcqBankCsvPreamble *self, const AcqDelimitedReader *reader,
                                            AcqCurrency currency);

/* "15/01/2026", "15.01.26", "2026-01-15 08:00:00", and the rarer ways of acq_written_day_parse(). */
AcqDay acq_bank_csv_day_parse (const char *text, gboolean month_first);

G_END_DECLS
