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
  { "amount_paid", NC_ ("part of a figure", "amount paid") },
  { "amount_reminded", NC_ ("part of a figure", "amount reminded") },
  { "best_dso", NC_ ("part of a figure", "best possible DSO") },
  { "best_dso_count_back", NC_ ("part of a figure", "best possible DSO") },
  { "broken", NC_ ("part of a figure", "not kept") },
  { "cancelled", NC_ ("part of a figure", "withdrawn") },
  { "credits", NC_ ("part of a figure", "credits") },
  { "customers", NC_ ("part of a figure", "customers") },
  { "customers_reacted", NC_ ("part of a figure", "customers who reacted") },
  { "customers_reminded", NC_ ("part of a figure", "customers reminded") },
  { "days", NC_ ("part of a figure", "days") },
  { "days_1_to_30", NC_ ("part of a figure", "1 to 30 days") },
  { "days_31_to_60", NC_ ("part of a figure", "31 to 60 days") },
  { "days_61_to_90", NC_ ("part of a figure", "61 to 90 days") },
  { "days_over_90", NC_ ("part of a figure", "more than 90 days") },
  { "disputed", NC_ ("part of a figure", "disputed") },
  { "dso", NC_ ("part of a figure", "DSO") },
  { "dso_count_back", NC_ ("part of a figure", "DSO") },
  { "due_items", NC_ ("part of a figure", "due dates") },
  { "fell_due", NC_ ("part of a figure", "fell due") },
  { "insolvent", NC_ ("part of a figure", "owed by insolvent customers") },
  { "invoices", NC_ ("part of a figure", "invoices") },
  { "invoices_paid", NC_ ("part of a figure", "invoices paid") },
  { "invoices_reminded", NC_ ("part of a figure", "invoices reminded") },
  { "invoices_waiting", NC_ ("part of a figure", "still waiting") },
  { "kept", NC_ ("part of a figure", "kept") },
  { "not_due", NC_ ("part of a figure", "not due yet") },
  { "open_due_items", NC_ ("part of a figure", "overdue due dates") },
  { "overdue", NC_ ("part of a figure", "overdue") },
  { "owed", NC_ ("part of a figure", "owed") },
  { "owed_before", NC_ ("part of a figure", "owed before") },
  { "paid", NC_ ("part of a figure", "paid") },
  { "payments", NC_ ("part of a figure", "payments") },
  { "pending", NC_ ("part of a figure", "pending") },
  { "promised", NC_ ("part of a figure", "promised") },
  { "receivables", NC_ ("part of a figure", "receivables") },
  { "received", NC_ ("part of a figure", "received") },
  { "sales", NC_ ("part of a figure", "sales") },
  { "settled", NC_ ("part of a figure", "settled") },
  { "unapplied_receipts", NC_ ("part of a figure", "receipts set against no invoice") },
  { "unpaid_after_90_days", NC_ ("part of a figure", "unpaid after 90 days") },
  { "without_disputed", NC_ ("part of a figure", "without disputed amounts") },
};

static const char *const gaps[] = {
  [ACQ_KPI_GAP_NONE] = "",
  [ACQ_KPI_GAP_SHORT_HISTORY] = N_ ("not enough history"),
  [ACQ_KPI_GAP_NO_SALES] = N_ ("no sales in the period"),
  [ACQ_KPI_GAP_NOTHING_OWED] = N_ ("nothing was owed"),
  [ACQ_KPI_GAP_UNKNOWN_DAYS] = N_ ("payment days unknown"),
  [ACQ_KPI_GAP_NO_CASES] = N_ ("no case in the period"),
};

/* The text of a code as it stands in the source; NULL for one that is not in the list. */
static const char *
find_word (const Word *words, gsize n_words, const char *code)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (words[i].code, code) == 0)
      return words[i].text;
  return NULL;
}

const char *
acq_kpi_text_name (const char *code)
{
  const char *text = find_word (names, G_N_ELEMENTS (names), code);

  return text == NULL ? code : _ (text);
}

const char *
acq_kpi_text_part (const char *code)
{
  const char *text = find_word (parts, G_N_ELEMENTS (parts), code);

  return text == NULL ? code : g_dpgettext2 (NULL, "part of a figure", text);
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
      g_string_append_printf (text, C_ ("figure and value", "%s: %s"),
                              acq_kpi_text_part (figure->parts[i].code), value);
    }
  return g_string_free (text, FALSE);
}
