/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-debt-history.h"
#include "acq-ledger.h"
#include "acq-standing.h"

G_BEGIN_DECLS

/**
 * AcqBooks:
 *
 * A company's ledger as it was when it was read, with where each invoice stands and what settled it. Never changed
 * once made, and counted, so that threads and pages share it.
 */
typedef struct
{
  AcqDay today;
  AcqLedger *ledger;
  AcqStandings *standings;
  AcqDebtHistory *history;
  gint64 journal_end; /* acq_journal_find_end() before they were read */
} AcqBooks;

AcqBooks *acq_books_load (AcqCompanyFile *file, GError **error);
AcqBooks *acq_books_ref (AcqBooks *self);
void acq_books_unref (AcqBooks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBooks, acq_books_unref)

G_END_DECLS
