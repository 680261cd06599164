/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rates-group.h"

#include <glib/gi18n.h>

#include "acq-fact-entry.h"
#include "acq-interest-basis.h"
#include "acq-legal-rates.h"
#include "acq-legal-value-text.h"
#include "acq-rate-dialog.h"
#include "acq-told-change.h"

/* So many half-years are shown, the latest first. */
#define MAX_HALF_YEARS 4

/* What the terms of sale may say, in the order of the choice. */
static const struct
{
  AcqRateRule rule;
  const char *words;
} rules[] = {
  { ACQ_RATE_RULE_ECB_PLUS_10, N_ ("The law: ECB rate + 10 points") },
  { ACQ_RATE_RULE_LEGAL_TIMES_3, N_ ("Three times the legal rate") },
  { ACQ_RATE_RULE_CONTRACT, N_ ("A rate of your own") },
};

struct _AcqRatesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned references */
  AcqOpenCompany *company;
  GCancellable *closing;
  GtkSizeGroup *pills;
  AcqInterestBasis *basis;
  GPtrArray *rows; /* (element-type GtkWidget) borrowed: those that change with the basis */

  /* Borrowed references */
  AdwComboRow *rule_row;
  AdwEntryRow *contract_row;
  AdwActionRow *source_row;
  gboolean filling; /* what the rows show comes from the file */
};

G_DEFINE_FINAL_TYPE (AcqRatesGroup, acq_rates_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
set_rate (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const assignments[] = { data, NULL };

  return acq_fact_set_details (file, assignments, error);
}

static void
keep_rate (AcqRatesGroup *self, const char *rate)
{
  acq_open_company_change_async (self->company, _ ("Preference kept"), set_rate, g_strconcat ("penalty_rate=", rate, NULL),
                                 g_free, NULL, acq_told_change_cb, g_object_ref (self));
}

static void
rule_cb (AcqRatesGroup *self)
{
  AcqRateRule rule = rules[adw_combo_row_get_selected (self->rule_row)].rule;

  gtk_widget_set_visible (GTK_WIDGET (self->contract_row), rule == ACQ_RATE_RULE_CONTRACT);
  if (self->filling)
    return;
  if (rule == ACQ_RATE_RULE_CONTRACT)
    gtk_widget_grab_focus (GTK_WIDGET (self->contract_row));
  else
    keep_rate (self, acq_rate_rule_to_code (rule));
}

static void
contract_cb (AcqRatesGroup *self)
{
  keep_rate (self, gtk_editable_get_text (GTK_EDITABLE (self->contract_row)));
}

static void
enter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqRatesGroup *self = ACQ_RATES_GROUP (widget);

  if (self->basis != NULL)
    acq_rate_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->company, self->basis->law);
}

static AcqDay
get_today (AcqRatesGroup *self)
{
  return acq_clock_today (acq_open_company_get_clock (self->company));
}

static GtkWidget *
figure_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* All pills are as wide as the widest, so that the figures before them stand in a column. */
static GtkWidget *
pill_new (AcqRatesGroup *self, gboolean confirmed)
{
  GtkWidget *pill = gtk_label_new (confirmed ? _ ("verified") : _ ("to be confirmed"));

  gtk_size_group_add_widget (self->pills, pill);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "acq-pill");
  gtk_widget_add_css_class (pill, confirmed ? "done" : "attention");
  return pill;
}

/* "2.40 % + 10 points", "3 × 2.75 %": what a half-year's rate is made of. */
static char *
phrase_parts (AcqRatesGroup *self, const AcqLegalValue *rate)
{
  AcqLegalValueKind kind = self->basis->agreed == ACQ_RATE_RULE_ECB_PLUS_10 ? ACQ_LEGAL_VALUE_PROFESSIONAL_POINTS
                                                                            : ACQ_LEGAL_VALUE_FLOOR_FACTOR;
  g_autofree char *figure = acq_rate_text (rate->value);
  g_autofree char *more = acq_legal_value_text (acq_legal_values_find (self->basis->law, kind, rate->valid_from));

  return self->basis->agreed == ACQ_RATE_RULE_ECB_PLUS_10 ? g_strdup_printf ("%s %s", figure, more)
                                                          : g_strdup_printf ("%s %s", more, figure);
}

static void
add_half_year (AcqRatesGroup *self, const AcqLegalValue *rate)
{
  g_autofree char *title = acq_half_year_text (rate->valid_from, get_today (self));
  g_autofree char *source = acq_legal_value_source_text (rate);
  g_autofree char *parts = phrase_parts (self, rate);
  g_autofree char *subtitle = g_strconcat (parts, "\n", source, NULL);
  g_autofree char *whole = acq_rate_text (
    acq_rate_rule_get_rate (self->basis->agreed, 0, rate->valid_from, rate->valid_from, self->basis->law, NULL));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle,
                                 "subtitle-lines", 0, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure_new (whole));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill_new (self, rate->confirmed));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_words (AcqRatesGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle,
                                 "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("acq-warning-symbolic"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* A rate of one's own that the law would not stand behind is kept, and said to be so. */
static void
add_warnings (AcqRatesGroup *self)
{
  const AcqInterestBasis *basis = self->basis;
  AcqDay today = get_today (self);
  int floor = acq_rate_rule_get_rate (ACQ_RATE_RULE_LEGAL_TIMES_3, 0, today, today, basis->law, NULL);
  g_autofree char *least = floor == ACQ_LEGAL_VALUE_NONE ? NULL : acq_rate_text (floor);
  g_autofree char *words = NULL;

  if (basis->agreed != ACQ_RATE_RULE_CONTRACT)
    return;
  if (least != NULL
      && acq_contract_rate_find_below_floor (basis->contract_rate, today, today, basis->law) != ACQ_DAY_NONE)
    {
      words = g_strdup_printf (_ ("The law asks for three times the legal rate at least: %s today."), least);
      add_words (self, _ ("Below the legal minimum"), words);
    }
  if (acq_contract_rate_is_excessive (basis->contract_rate, today, basis->law))
    add_words (self, _ ("Very high"), _ ("A judge may lower a rate that is manifestly excessive (Code civil 1231-5)."));
}

static void
add_advice (AcqRatesGroup *self)
{
  AcqDay today = get_today (self), first;
  AcqRatesAdvice advice = acq_legal_rates_advise (self->basis->law, today, &first);
  g_autofree char *half_year = acq_half_year_text (first, today);

  if (advice == ACQ_RATES_ADVICE_MISSING)
    add_words (self, _ ("The rates of this half-year are missing"),
               _ ("Letters with interest cannot be written until you have entered them."));
  else if (advice == ACQ_RATES_ADVICE_SOON)
    add_words (self, half_year, _ ("This half-year begins soon: its rates can be entered once they are published."));
}

static void
add_indemnity (AcqRatesGroup *self)
{
  const AcqLegalValue *indemnity
    = acq_legal_values_find (self->basis->law, ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY, get_today (self));
  g_autofree char *amount = acq_legal_value_text (indemnity);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 acq_legal_value_title (ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY), "subtitle",
                                 _ ("Set by the law; never asked of a consumer"), NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure_new (amount));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_half_years (AcqRatesGroup *self)
{
  AcqLegalValueKind kind = self->basis->agreed == ACQ_RATE_RULE_ECB_PLUS_10 ? ACQ_LEGAL_VALUE_ECB_RATE
                                                                            : ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL;
  g_autoptr (GPtrArray) rates = acq_legal_values_list (self->basis->law, kind);

  if (self->basis->agreed == ACQ_RATE_RULE_CONTRACT)
    return;
  for (guint i = 0; i < MIN (rates->len, MAX_HALF_YEARS); i++)
    add_half_year (self, rates->pdata[rates->len - 1 - i]);
}

/* The rows that stay come first: those that are made anew go behind them. */
static void
fill (AcqRatesGroup *self)
{
  g_autofree char *rate = acq_rate_text_plain (self->basis->contract_rate);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].rule == self->basis->agreed)
      adw_combo_row_set_selected (self->rule_row, i);
  gtk_editable_set_text (GTK_EDITABLE (self->contract_row), self->basis->contract_rate > 0 ? rate : "");
  rule_cb (self);
  self->filling = FALSE;
  add_warnings (self);
  add_advice (self);
  add_half_years (self);
  g_object_ref (self->source_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->source_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->source_row));
  g_object_unref (self->source_row);
  add_indemnity (self);
}

static gpointer
ask_basis (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_interest_basis_load (acq_company_file_connection (file), error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqRatesGroup) self = ACQ_RATES_GROUP (user_data);
  AcqInterestBasis *basis = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  if (basis == NULL)
    return;
  g_clear_pointer (&self->basis, acq_interest_basis_free);
  self->basis = basis;
  if (!g_cancellable_is_cancelled (self->closing))
    fill (self);
}

static void
view_cb (AcqRatesGroup *self)
{
  acq_open_company_ask_async (self->company, ask_basis, NULL, NULL, (GDestroyNotify) acq_interest_basis_free,
                              self->closing, loaded_cb, g_object_ref (self));
}

static void
add_rule_row (AcqRatesGroup *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    gtk_string_list_append (words, _ (rules[i].words));
  self->rule_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Rate of your terms of sale"), "subtitle",
                                 _ ("Where they say nothing, the law’s"), "model", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rule_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rate of your terms of sale"), -1);
  g_signal_connect_object (self->rule_row, "notify::selected", G_CALLBACK (rule_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rule_row));
}

static void
add_contract_row (AcqRatesGroup *self)
{
  self->contract_row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Rate a year (%)"), "show-apply-button", TRUE,
                                     "visible", FALSE, NULL);
  g_signal_connect_object (self->contract_row, "apply", G_CALLBACK (contract_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->contract_row));
}

static void
add_source_row (AcqRatesGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Enter or confirm…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rates.enter");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Enter or confirm the rates of a half-year"), -1);
  self->source_row
    = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "subtitle",
                    _ ("Article L. 441-10 of the Code de commerce. The rate changes on 1 January and 1 July."),
                    "subtitle-lines", 0, "activatable-widget", button, NULL);
  adw_action_row_add_suffix (self->source_row, button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->source_row));
}

static void
acq_rates_group_dispose (GObject *object)
{
  g_cancellable_cancel (ACQ_RATES_GROUP (object)->closing);
  G_OBJECT_CLASS (acq_rates_group_parent_class)->dispose (object);
}

static void
acq_rates_group_finalize (GObject *object)
{
  AcqRatesGroup *self = ACQ_RATES_GROUP (object);

  g_clear_object (&self->company);
  g_clear_object (&self->closing);
  g_clear_object (&self->pills);
  g_clear_pointer (&self->basis, acq_interest_basis_free);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (acq_rates_group_parent_class)->finalize (object);
}

static void
acq_rates_group_class_init (AcqRatesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_rates_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_rates_group_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rates.enter", NULL, enter_cb);
}

static void
acq_rates_group_init (AcqRatesGroup *self)
{
  self->closing = g_cancellable_new ();
  self->pills = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Late interest between professionals"));
  add_rule_row (self);
  add_contract_row (self);
  add_source_row (self);
}

GtkWidget *
acq_rates_group_new (AcqOpenCompany *company)
{
  AcqRatesGroup *self = g_object_new (ACQ_TYPE_RATES_GROUP, NULL);

  self->company = g_object_ref (company);
  g_signal_connect_object (company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  return GTK_WIDGET (self);
}
