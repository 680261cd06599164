/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-kpi-report.h"
#include "acq-kpi-text.h"
#include "acq-ledger-repository.h"

static void
add_value (AcqCli *self, const char *name, AcqKpiUnit unit, gint64 value)
{
  if (unit == ACQ_KPI_UNIT_COUNT)
    acq_cli_add_int (self, name, value);
  else
    acq_cli_add_amount (self, name, value, ACQ_CURRENCY_EUR);
}

static void
add_figure (AcqCli *self, const AcqKpiFigure *figure)
{
  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "code", figure->code);
  if (figure->gap == ACQ_KPI_GAP_NONE)
    add_value (self, "value", figure->unit, figure->value);
  else
    acq_cli_add_text (self, "value", NULL);
  acq_cli_add_text (self, "unit", acq_kpi_unit_to_code (figure->unit));
  acq_cli_add_bool (self, "at_least", figure->at_least);
  acq_cli_add_text (self, "missing",
                    figure->gap == ACQ_KPI_GAP_NONE ? NULL : acq_kpi_gap_to_code (figure->gap));
  acq_cli_begin_object (self, "parts");
  for (guint i = 0; i < figure->n_parts; i++)
    add_value (self, figure->parts[i].code, figure->parts[i].unit, figure->parts[i].value);
  acq_cli_end_object (self);
  acq_cli_end_object (self);
}

/* For people, a row of words: what it is, how much, what it was made of. */
static void
add_readable_figure (AcqCli *self, const AcqKpiFigure *figure)
{
  g_autofree char *value = acq_kpi_text_figure (figure);
  g_autofree char *parts = acq_kpi_text_parts (figure);
  g_auto (GStrv) lines = g_strsplit (parts, "\n", -1);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "figure", acq_kpi_text_name (figure->code));
  acq_cli_add_text (self, "value", value);
  acq_cli_begin_list (self, "parts");
  for (gsize i = 0; lines[i] != NULL; i++)
    json_builder_add_string_value (self->out, lines[i]);
  acq_cli_end_list (self);
  acq_cli_end_object (self);
}

static void
add_report (AcqCli *self, const AcqKpiReport *report)
{
  acq_cli_add_day (self, "from", report->period.first);
  acq_cli_add_day (self, "to", report->period.last);
  acq_cli_begin_list (self, "figures");
  for (guint i = 0; i < report->figures->len; i++)
    {
      const AcqKpiFigure *figure = &g_array_index (report->figures, AcqKpiFigure, i);

      if (self->json)
        add_figure (self, figure);
      else
        add_readable_figure (self, figure);
    }
  acq_cli_end_list (self);
}

static AcqCliExit
kpi (AcqCli *self, const char *path, const char *from, const char *to)
{
  AcqDay today = acq_clock_today (self->clock);
  AcqPeriod period = { ACQ_DAY_NONE, today };
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqKpiReport) report = NULL;
  GError *error = NULL;

  if (!acq_cli_parse_day (from, "--from", &period.first) || !acq_cli_parse_day (to, "--to", &period.last))
    return ACQ_CLI_WRONG_USAGE;
  if (period.last > today)
    return acq_cli_wrong_usage ("kpi", to);
  if (period.first > period.last)
    return acq_cli_wrong_usage ("kpi", from);
  file = acq_cli_open (self, path);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  ledger
    = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WITHOUT_BANK, today, &error);
  if (ledger == NULL)
    return acq_cli_refuse (path, error);
  report = acq_kpi_report_new (ledger, today, period);
  add_report (self, report);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_kpi (AcqCli *self, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("kpi", argc, argv, entries, 1, 1);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : kpi (self, words[0], from, to);
}
