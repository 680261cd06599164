/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-forecast-report.h"
#include "acq-ledger-repository.h"

#define USUAL_WEEKS 8

static void
add_expected (AcqCli *self, AcqExpected expected)
{
  acq_cli_add_amount (self, "low", expected.low, ACQ_CURRENCY_EUR);
  acq_cli_add_amount (self, "likely", expected.likely, ACQ_CURRENCY_EUR);
  acq_cli_add_amount (self, "high", expected.high, ACQ_CURRENCY_EUR);
}

static void
add_weeks (AcqCli *self, const AcqForecast *forecast)
{
  acq_cli_begin_list (self, "weeks");
  for (guint i = 0; i < forecast->weeks->len; i++)
    {
      const AcqForecastWeek *week = &g_array_index (forecast->weeks, AcqForecastWeek, i);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_day (self, "from", week->first);
      add_expected (self, week->amount);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

/* People see days under other headings than amounts. */
static void
add_days (AcqCli *self, const AcqForecastLine *line)
{
  acq_cli_add_day (self, self->json ? "low" : "early", line->low);
  acq_cli_add_day (self, self->json ? "likely" : "probable_day", line->likely);
  acq_cli_add_day (self, self->json ? "high" : "late", line->high);
}

static void
add_line (AcqCli *self, const AcqForecastLine *line)
{
  g_autofree char *chance = acq_amount_format (line->paid_within_30_days);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "number", line->invoice->number);
  add_days (self, line);
  acq_cli_add_text (self, "paid_within_30_days", chance);
  acq_cli_add_amount (self, "amount", line->amount, ACQ_CURRENCY_EUR);
  acq_cli_add_amount (self, "left_out", line->left_out, ACQ_CURRENCY_EUR);
  acq_cli_add_text (self, "basis", acq_forecast_basis_to_code (line->basis));
  acq_cli_add_int (self, "cases", line->n_cases);
  acq_cli_end_object (self);
}

static void
add_forecast (AcqCli *self, const AcqForecast *forecast)
{
  add_weeks (self, forecast);
  acq_cli_begin_list (self, "invoices");
  for (guint i = 0; i < forecast->lines->len; i++)
    add_line (self, &g_array_index (forecast->lines, AcqForecastLine, i));
  acq_cli_end_list (self);
  acq_cli_add_day (self, "known_until", forecast->known_until);
  acq_cli_begin_object (self, "unread");
  add_expected (self, forecast->unread);
  acq_cli_end_object (self);
  acq_cli_add_bool (self, "few_cases", forecast->few_cases);
}

static gboolean
parse_weeks (const char *text, guint *ret_weeks)
{
  guint64 weeks;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, ACQ_FORECAST_MOST_WEEKS, &weeks, NULL))
    return FALSE;
  *ret_weeks = (guint) weeks;
  return TRUE;
}

static AcqCliExit
forecast (AcqCli *self, const char *path, const char *weeks_text)
{
  AcqDay today = acq_clock_today (self->clock);
  guint n_weeks = USUAL_WEEKS;
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqStandings) standings = NULL;
  g_autoptr (AcqForecast) made = NULL;
  GError *error = NULL;

  if (!parse_weeks (weeks_text, &n_weeks))
    return acq_cli_wrong_usage ("forecast", weeks_text);
  file = acq_cli_open (self, path);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  ledger = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WHOLE, today, &error);
  if (ledger == NULL)
    return acq_cli_refuse (path, error);
  standings = acq_standings_new (ledger);
  made = acq_forecast_report_new (ledger, standings, today, n_weeks);
  add_forecast (self, made);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_forecast (AcqCli *self, int argc, char **argv)
{
  g_autofree char *weeks = NULL;
  const GOptionEntry entries[] = {
    { "weeks", 0, 0, G_OPTION_ARG_STRING, &weeks, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("forecast", argc, argv, entries, 1, 1);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : forecast (self, words[0], weeks);
}
