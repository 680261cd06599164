/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rate-dialog.h"

#include <glib/gi18n.h>

#include "acq-form-dialog.h"
#include "acq-legal-rates.h"
#include "acq-legal-value-text.h"
#include "acq-money.h"

/* The coming half-year, today's, and two before it. */
#define N_HALF_YEARS 4

/* What the small window remembers. Counted: the window and each signal of its rows hold it. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed; it outlives the rows' signals */
  AdwComboRow *half_year;
  GtkEditable *ecb;
  GtkEditable *legal;
  GtkEditable *source;
  AcqHalfYearRates known[N_HALF_YEARS];
} RateForm;

static void
release_cb (gpointer form, GClosure *closure)
{
  g_rc_box_release (form);
}

typedef struct
{
  AcqHalfYearRates rates;
  char *source;
} Entry;

static void
entry_free (gpointer data)
{
  g_free (((Entry *) data)->source);
  g_free (data);
}

static gboolean
read_rate (GtkEditable *editable, int *ret_rate)
{
  gint64 rate;

  if (!acq_amount_parse_written (gtk_editable_get_text (editable), 2, &rate) || rate < 0 || rate > 10000)
    return FALSE;
  *ret_rate = (int) rate;
  return TRUE;
}

static gboolean
read_form (const RateForm *form, AcqHalfYearRates *ret_rates)
{
  ret_rates->first = form->known[adw_combo_row_get_selected (form->half_year)].first;
  return read_rate (form->ecb, &ret_rates->ecb) && read_rate (form->legal, &ret_rates->legal_professional);
}

static gboolean
has_words (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return text[0] != '\0';
}

static void
typed_cb (RateForm *form)
{
  AcqHalfYearRates rates;
  gboolean complete = read_form (form, &rates);
  gboolean sourced = has_words (form->source);

  acq_form_dialog_set_ready (form->dialog, complete && sourced);
  acq_form_dialog_set_hint (form->dialog, !complete  ? _ ("Write the rates in per cent, like 2.15.")
                                          : !sourced ? _ ("Say where you read them: the page of the bank, the number of the order.")
                                                     : "");
}

static void
show_rate (GtkEditable *editable, int rate)
{
  g_autofree char *text = rate == ACQ_LEGAL_VALUE_NONE ? g_strdup ("") : acq_rate_text_plain (rate);

  gtk_editable_set_text (editable, text);
}

static void
half_year_cb (RateForm *form)
{
  const AcqHalfYearRates *known = &form->known[adw_combo_row_get_selected (form->half_year)];

  show_rate (form->ecb, known->ecb);
  show_rate (form->legal, known->legal_professional);
  typed_cb (form);
}

static gboolean
enter_rates (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Entry *entry = data;

  return acq_legal_rates_enter (file, &entry->rates, entry->source, error);
}

static void
confirmed_cb (RateForm *form)
{
  Entry *entry = g_new0 (Entry, 1);

  if (!read_form (form, &entry->rates))
    {
      entry_free (entry);
      return;
    }
  entry->source = g_strdup (gtk_editable_get_text (form->source));
  acq_form_dialog_change (form->dialog, _ ("Rates kept"), enter_rates, entry, entry_free);
}

static int
value_of (const AcqLegalValues *law, AcqLegalValueKind kind, AcqDay day, gboolean *confirmed)
{
  const AcqLegalValue *value = acq_legal_values_find (law, kind, day);

  *confirmed = *confirmed && value != NULL && value->confirmed;
  return value == NULL ? ACQ_LEGAL_VALUE_NONE : value->value;
}

/* Fills in what is known, the coming half-year first; the first of those that are not confirmed is the one to begin with, the
   coming one only where no other needs it. */
static guint
learn_half_years (RateForm *form, const AcqLegalValues *law, AcqDay today, GtkStringList *names)
{
  AcqDay first = acq_day_end_of_half_year (today) + 1;
  guint begin = 0;

  for (guint i = 0; i < N_HALF_YEARS; i++)
    {
      AcqHalfYearRates *known = &form->known[i];
      gboolean confirmed = TRUE;
      g_autofree char *name = acq_half_year_text (first, today);

      known->first = first;
      known->ecb = value_of (law, ACQ_LEGAL_VALUE_ECB_RATE, first, &confirmed);
      known->legal_professional = value_of (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, first, &confirmed);
      gtk_string_list_append (names, name);
      if (begin == 0 && i > 0 && !confirmed)
        begin = i;
      first = acq_day_start_of_half_year (first - 1);
    }
  return begin;
}

static GtkEditable *
add_entry (RateForm *form, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_data (row, "changed", G_CALLBACK (typed_cb), g_rc_box_acquire (form), release_cb,
                         G_CONNECT_SWAPPED);
  acq_form_dialog_add_row (form->dialog, row);
  return GTK_EDITABLE (row);
}

static void
add_half_years (RateForm *form, GtkStringList *names)
{
  form->half_year = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Half-year"), "model", names, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->half_year), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Half-year"), -1);
  acq_form_dialog_add_row (form->dialog, GTK_WIDGET (form->half_year));
}

void
acq_rate_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLegalValues *law)
{
  RateForm *form = g_rc_box_new0 (RateForm);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint begin
    = learn_half_years (form, law, acq_clock_today (acq_open_company_get_clock (company)), names);

  form->dialog
    = acq_form_dialog_new (parent, company, _ ("Rates of a half-year"), _ ("_Keep"), _ ("_Cancel"));
  add_half_years (form, names);
  form->ecb = add_entry (form, _ ("ECB main refinancing rate on its first day (%)"));
  form->legal = add_entry (form, _ ("Legal rate, creditor a professional (%)"));
  form->source = add_entry (form, _ ("Where you read them"));
  adw_combo_row_set_selected (form->half_year, begin);
  half_year_cb (form);
  g_signal_connect_data (form->half_year, "notify::selected", G_CALLBACK (half_year_cb), g_rc_box_acquire (form),
                         release_cb, G_CONNECT_SWAPPED);
  g_signal_connect_data (form->dialog, "confirmed", G_CALLBACK (confirmed_cb), form, release_cb,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form->dialog));
}
