/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-sheet.h"

#include "acq-debt-limitation.h"
#include "acq-interest-report.h"
#include "acq-invoice-repository.h"
#include "acq-lookup.h"

typedef struct
{
  AcqCompanyView *view;
  const AcqInvoice *invoice; /* of the view */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  acq_company_view_unref (question->view);
  g_free (question);
}

static gboolean
is_owed (const AcqInvoice *invoice)
{
  return invoice->balance > 0 && !acq_invoice_is_credit_note (invoice);
}

/* The latest part due but retentions, which have terms of their own. */
static AcqTermVerdict
check_term (const AcqLedger *ledger, const AcqLegalValues *law, const AcqInvoice *invoice)
{
  AcqDebtorRegime regime = acq_customer_regime (acq_ledger_find_customer (ledger, invoice->customer_id));
  AcqTermVerdict verdict = ACQ_TERM_ALLOWED;

  if (regime != ACQ_DEBTOR_REGIME_PROFESSIONAL)
    return verdict;
  for (guint i = 0; i < invoice->due_items->len; i++)
    if (acq_invoice_due_item (invoice, i)->kind != ACQ_DUE_KIND_RETENTION)
      verdict = MAX (verdict, acq_term_check (law, invoice->issued, acq_invoice_due_item (invoice, i)->due));
  return verdict;
}

/* A rate that is not known leaves the figures out: what is not sure is not shown. */
static void
work_out_claims (AcqInvoiceSheet *sheet, AcqCompanyFile *file, const Question *question)
{
  const AcqBooks *books = question->view->books;
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (acq_company_file_connection (file), NULL);
  g_autoptr (AcqInterestReport) report = NULL;

  if (basis == NULL || !is_owed (question->invoice))
    return;
  sheet->limitation = acq_debt_limitation (books->ledger, books->history, basis->law, question->invoice);
  sheet->term = check_term (books->ledger, basis->law, question->invoice);
  report
    = acq_interest_report_new (books->ledger, books->history, basis, question->invoice, books->today, NULL);
  if (report == NULL)
    return;
  sheet->interest = report->interest->interest - report->interest->interest_paid;
  sheet->indemnity = report->indemnity;
  sheet->waived = report->waived;
}

static gpointer
answer (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  AcqInvoiceSheet *sheet = g_new0 (AcqInvoiceSheet, 1);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) copy = acq_invoice_repository_load_copy (acq_company_file_connection (file),
                                                              question->invoice->id, &local_error);

  sheet->has_copy = copy != NULL;
  sheet->limitation.last_day = sheet->waived = ACQ_DAY_NONE;
  work_out_claims (sheet, file, question);
  return sheet;
}

void
acq_invoice_sheet_ask_async (AcqOpenCompany *company, const AcqCompanyView *view, const AcqInvoice *invoice,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new (Question, 1);

  question->view = acq_company_view_ref ((AcqCompanyView *) view);
  question->invoice = invoice;
  acq_open_company_ask_async (company, answer, question, question_free, g_free, cancellable, callback,
                              user_data);
}

AcqInvoiceSheet *
acq_invoice_sheet_ask_finish (AcqOpenCompany *company, GAsyncResult *result, GError **error)
{
  return acq_open_company_ask_finish (company, result, error);
}

static gpointer
load_copy (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqInvoice) invoice = acq_lookup_invoice (connection, data, error);

  return invoice == NULL ? NULL : acq_invoice_repository_load_copy (connection, invoice->id, error);
}

void
acq_invoice_copy_ask_async (AcqOpenCompany *company, const char *number, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  acq_open_company_ask_async (company, load_copy, g_strdup (number), g_free, (GDestroyNotify) g_bytes_unref,
                              cancellable, callback, user_data);
}

GBytes *
acq_invoice_copy_ask_finish (AcqOpenCompany *company, GAsyncResult *result, GError **error)
{
  return acq_open_company_ask_finish (company, result, error);
}
