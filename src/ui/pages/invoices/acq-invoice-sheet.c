/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-sheet.h"

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

/* A rate that is not known leaves the figures out: what is not sure is not shown. */
static void
work_out_claims (AcqInvoiceSheet *sheet, AcqCompanyFile *file, const Question *question)
{
  const AcqBooks *books = question->view->books;
  g_autoptr (AcqReferenceRates) rates = acq_interest_load_rates (acq_company_file_connection (file), NULL);
  g_autoptr (AcqInterestReport) report = NULL;

  if (rates == NULL || !is_owed (question->invoice))
    return;
  report
    = acq_interest_report_new (books->ledger, books->history, rates, question->invoice, books->today, NULL);
  if (report == NULL)
    return;
  sheet->interest = report->interest->interest - report->interest->interest_paid;
  sheet->indemnity = report->indemnity;
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
