/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-interest-report.h"
#include "acq-ledger-repository.h"
#include "acq-lookup.h"

static void
add_segments (AcqCli *self, const AcqInterestReport *report, AcqCurrency currency)
{
  acq_cli_begin_list (self, "segments");
  for (guint i = 0; i < report->interest->segments->len; i++)
    {
      const AcqInterestSegment *segment = &g_array_index (report->interest->segments, AcqInterestSegment, i);
      g_autofree char *rate = acq_amount_format (segment->rate);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_day (self, "first", segment->first);
      acq_cli_add_day (self, "last", segment->last);
      acq_cli_add_int (self, "days", segment->days);
      acq_cli_add_text (self, "rate", rate);
      acq_cli_add_amount (self, "principal", segment->principal, currency);
      acq_cli_add_amount (self, "interest", segment->interest, currency);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static AcqInterestReport *
make_report (AcqCli *self, AcqCompanyFile *file, const char *number, AcqDay at, AcqCurrency *ret_currency,
             GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (connection, error);
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqDebtHistory) history = NULL;
  const AcqInvoice *invoice;

  if (basis == NULL)
    return NULL;
  ledger
    = acq_ledger_repository_load (connection, ACQ_LEDGER_WITHOUT_BANK, acq_clock_today (self->clock), error);
  invoice = ledger == NULL ? NULL : acq_lookup_invoice_in (ledger, number, error);
  if (invoice == NULL)
    return NULL;
  history = acq_debt_history_new (ledger);
  *ret_currency = invoice->currency;
  return acq_interest_report_new (ledger, history, basis, invoice, at, error);
}

static AcqCliExit
interest (AcqCli *self, char **words, const char *at_text)
{
  AcqDay at = acq_clock_today (self->clock);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqInterestReport) report = NULL;
  AcqCurrency currency;
  GError *error = NULL;

  if (!acq_cli_parse_day (at_text, "--at", &at))
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  report = make_report (self, file, words[1], at, &currency, &error);
  if (report == NULL)
    return acq_cli_refuse (words[0], error);
  acq_cli_add_text (self, "invoice", words[1]);
  add_segments (self, report, currency);
  acq_cli_add_amount (self, "interest", report->interest->interest, currency);
  acq_cli_add_amount (self, "indemnity", report->indemnity, ACQ_CURRENCY_EUR);
  acq_cli_add_amount (self, "total_due", report->total_due, currency);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_interest (AcqCli *self, int argc, char **argv)
{
  g_autofree char *at = NULL;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("interest", argc, argv, entries, 2, 2);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : interest (self, words, at);
}
