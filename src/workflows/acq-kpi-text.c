/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-kpi-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acq-amount-text.h"

typedef struct
{
  const char *code;
  const char *text;
} Word;

static const Word names[] = {
  { "outstanding", N_ ("Outstanding") },
  { "overdue", N_ ("Overdue") },
  { "overdue_share", N_ ("Overdue share") },
  { "aged_balance", N_ ("Aged balance") },
  { "dso", N_ ("Average delay (DSO), by balance") },
  { "dso_count_back", N_ ("Average delay (DSO), counting back") },
  { "best_dso", N_ ("Best possible DSO, by balance") },
  { "best_dso_count_back", N_ ("Best possible DSO, counting back") },
  { "average_days_delinquent", N_ ("Days lost to late payment, by balance") },
  { "average_days_delinquent_count_back", N_ ("Days lost to late payment, counting back") },
  { "collection_effectiveness", N_ ("Collection effectiveness (CEI)") },
  { "collection_rate", N_ ("Collected of what fell due") },
  { "at_risk_rate", N_ ("Unpaid 90 days after it was due") },
  { "mean_delay", N_ ("Mean delay of payments") },
  { "mean_delay_with_open", N_ ("Mean delay, overdue invoices included") },
  { "average_days_to_pay", N_ ("Mean time from invoice to payment") },
  { "promises_kept", N_ ("Promises kept") },
  { "promised_amount_kept", N_ ("Promised amounts kept") },
  { "dispute_rate", N_ ("Disputed share") },
  { "response_rate", N_ ("Reacted to a reminder") },
  { "paid_after_first_reminder", N_ ("Paid after the first reminder") },
  { "recovered_after_reminders", N_ ("Received after reminders") },
};

static const Word parts[] = {
  { "amount_paid", N_ ("amount paid") },
  { "amount_reminded", N_ ("amount reminded") },
  { "best_dso", N_ ("best possible DSO") },
  { "best_dso_count_back", N_ ("best possible DSO") },
  { "broken", N_ ("not kept") },
  { "cancelled", N_ ("withdrawn") },
  { "credits", N_ ("credits") },
  { "customers", N_ ("customers") },
  { "customers_reacted", N_ ("customers who reacted") },
  { "customers_reminded", N_ ("customers reminded") },
  { "days", N_ ("days") },
  { "days_1_to_30", N_ ("1 to 30 days") },
  { "days_31_to_60", N_ ("31 to 60 days") },
  { "days_61_to_90", N_ ("61 to 90 days") },
  { "days_over_90", N_ ("more than 90 days") },
  { "disputed", N_ ("disputed") },
  { "dso", N_ ("DSO") },
  { "dso_count_back", N_ ("DSO") },
  { "due_items", N_ ("due dates") },
  { "fell_due", N_ ("fell due") },
  { "insolvent", N_ ("owed by insolvent customers") },
  { "invoices", N_ ("invoices") },
  { "invoices_paid", N_ ("invoices paid") },
  { "invoices_reminded", N_ ("invoices reminded") },
  { "invoices_waiting", N_ ("still waiting") },
  { "kept", N_ ("kept") },
  { "not_due", N_ ("not due yet") },
  { "open_due_items", N_ ("overdue due dates") },
  { "overdue", N_ ("overdue") },
  { "owed", N_ ("owed") },
  { "owed_before", N_ ("owed before") },
  { "paid", N_ ("paid") },
  { "payments", N_ ("payments") },
  { "pending", N_ ("pending") },
  { "promised", N_ ("promised") },
  { "receivables", N_ ("receivables") },
  { "received", N_ ("received") },
  { "sales", N_ ("sales") },
  { "settled", N_ ("settled") },
  { "unapplied_receipts", N_ ("receipts set against no invoice") },
  { "unpaid_after_90_days", N_ ("unpaid after 90 days") },
  { "without_disputed", N_ ("without disputed amounts") },
};

static const char *const gaps[] = {
  [ACQ_KPI_GAP_NONE] = "",
  [ACQ_KPI_GAP_SHORT_HISTORY] = N_ ("not enough history"),
  [ACQ_KPI_GAP_NO_SALES] = N_ ("no sales in the period"),
  [ACQ_KPI_GAP_NOTHING_OWED] = N_ ("nothing was owed"),
  [ACQ_KPI_GAP_UNKNOWN_DAYS] = N_ ("payment days unknown"),
  [ACQ_KPI_GAP_NO_CASES] = N_ ("no case in the period"),
};

static const char *
find_word (const Word *words, gsize n_words, const char *code)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (words[i].code, code) == 0)
      return _ (words[i].text);
  return code;
}

const char *
acq_kpi_text_name (const char *code)
{
  return find_word (names, G_N_ELEMENTS (names), code);
}

const char *
acq_kpi_text_part (const char *code)
{
  return find_word (parts, G_N_ELEMENTS (parts), code);
}

/* Hundredths with one decimal, rounded half away from zero. */
static char *
write_tenths (gint64 hundredths)
{
  gint64 tenths = acq_amount_scale (hundredths, 1, 10), size = ABS (tenths);
  g_autofree char *number
    = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%d", tenths < 0 ? "-" : "", size / 10, (int) (size % 10));

  return acq_amount_text_separate (number);
}

char *
acq_kpi_text_value (AcqKpiUnit unit, gint64 value)
{
  g_autofree char *number = NULL;

  if (unit == ACQ_KPI_UNIT_AMOUNT)
    return acq_amount_text (value, ACQ_CURRENCY_EUR);
  if (unit == ACQ_KPI_UNIT_COUNT)
    return acq_number_text (value);
  number = write_tenths (value);
  if (unit == ACQ_KPI_UNIT_PER_CENT)
    /* Translators: a share, "64.0 %". */
    return g_strdup_printf (C_ ("share", "%s %%"), number);
  /* Translators: a number of days with a decimal, "47.2 days"; whole days are another message. */
  return g_strdup_printf (C_ ("decimal days", "%s days"), number);
}

char *
acq_kpi_text_figure (const AcqKpiFigure *figure)
{
  char *value;
  g_autofree char *least = NULL;

  if (figure->gap != ACQ_KPI_GAP_NONE)
    return g_strdup (_ (gaps[figure->gap]));
  value = acq_kpi_text_value (figure->unit, figure->value);
  if (!figure->at_least)
    return value;
  least = value;
  /* Translators: in front of a number of days: the true one is larger. */
  return g_strdup_printf (_ ("more than %s"), least);
}

char *
acq_kpi_text_parts (const AcqKpiFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figure->n_parts; i++)
    {
      g_autofree char *value = acq_kpi_text_value (figure->parts[i].unit, figure->parts[i].value);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: what it is and how much. */
      g_string_append_printf (text, C_ ("part of a figure", "%s: %s"),
                              acq_kpi_text_part (figure->parts[i].code), value);
    }
  return g_string_free (text, FALSE);
}
