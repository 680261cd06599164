/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-books.h"

#include "acq-journal.h"
#include "acq-ledger-repository.h"

AcqBooks *
acq_books_load (AcqCompanyFile *file, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  gint64 journal_end;
  AcqLedger *ledger;
  AcqBooks *self;

  /* Before: a change in between makes the books look older than they are, never newer. */
  if (!acq_journal_find_end (acq_company_file_connection (file), &journal_end, error))
    return NULL;
  ledger = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WHOLE, today, error);
  if (ledger == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (AcqBooks);
  self->today = today;
  self->ledger = ledger;
  self->journal_end = journal_end;
  self->standings = acq_standings_new (ledger);
  self->history = acq_debt_history_new (ledger);
  return self;
}

AcqBooks *
acq_books_ref (AcqBooks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqBooks *self = data;

  g_clear_pointer (&self->history, acq_debt_history_free);
  g_clear_pointer (&self->standings, acq_standings_free);
  g_clear_pointer (&self->ledger, acq_ledger_free);
}

void
acq_books_unref (AcqBooks *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
