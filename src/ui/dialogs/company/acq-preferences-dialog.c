/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-preferences-dialog.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-certainty-group.h"
#include "acq-error-text.h"
#include "acq-fact-entry.h"
#include "acq-label-rules-group.h"
#include "acq-legal-values-group.h"
#include "acq-rates-group.h"
#include "acq-scenario-text.h"
#include "acq-scenarios.h"
#include "acq-view-title.h"

/* A detail of the company that is typed; of one with several lines each line has a row. */
typedef struct
{
  const char *group;
  const char *key;
  const char *title;
  int line; /* from 0; -1: the whole text */
} Detail;

static const Detail details[] = {
  { N_ ("Company"), "name", N_ ("Name"), -1 },
  { N_ ("Company"), "legal_form", N_ ("Legal form (SARL, SAS, EI…)"), -1 },
  { N_ ("Company"), "capital", N_ ("Share capital"), -1 },
  { N_ ("Company"), "siren", N_ ("SIREN"), -1 },
  { N_ ("Company"), "registry", N_ ("Town of the trade register"), -1 },
  { N_ ("Company"), "vat_number", N_ ("VAT number"), -1 },
  { N_ ("Address"), "address", N_ ("Street"), 0 },
  { N_ ("Address"), "address", N_ ("Second line of the address"), 1 },
  { N_ ("Address"), "postcode", N_ ("Postcode"), -1 },
  { N_ ("Address"), "city", N_ ("Town"), -1 },
  { N_ ("Address"), "phone", N_ ("Telephone"), -1 },
  { N_ ("Address"), "email", N_ ("E-mail"), -1 },
  { N_ ("How you are paid"), "iban", N_ ("IBAN"), -1 },
  { N_ ("How you are paid"), "bic", N_ ("BIC"), -1 },
  { N_ ("How you are paid"), "bank_name", N_ ("Bank"), -1 },
  { N_ ("Who signs"), "signatory", N_ ("Name of the signatory"), -1 },
  { N_ ("Who signs"), "signatory_role", N_ ("Role of the signatory"), -1 },
  { N_ ("Consumer mediator"), "mediator_name", N_ ("Name of the mediator"), -1 },
  { N_ ("Consumer mediator"), "mediator_address", N_ ("Address of the mediator"), -1 },
  { N_ ("Consumer mediator"), "mediator_url", N_ ("Web site of the mediator"), -1 },
};

/* A choice among codes. */
typedef struct
{
  const char *code;
  const char *words;
} Choice;

/* What the presets are, as long as they are as they came. */
static const Choice presets[] = {
  { "standard", N_ ("3, 10 and 30 days after the due day") },
  { "progressive", N_ ("A reminder before the due day, then four steps") },
  { "formal", N_ ("Up to the formal notice at 45 days") },
  { "consumer", N_ ("7, 15, 25 and 40 days after the due day") },
  { "public_body", N_ ("5, 15, 30 and 45 days after the legal delay") },
};

static const Choice regions[] = {
  { "mainland", N_ ("Metropolitan France") },
  { "alsace_moselle", N_ ("Alsace and Moselle") },
  { "guadeloupe", N_ ("Guadeloupe") },
  { "martinique", N_ ("Martinique") },
  { "guyane", N_ ("French Guiana") },
  { "reunion", N_ ("Réunion") },
  { "mayotte", N_ ("Mayotte") },
};

struct _AcqPreferencesDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  AdwViewStack *stack;
  AdwPreferencesPage *company_page;
  AdwPreferencesPage *reminders_page;
  AdwPreferencesPage *rates_page;
  AdwPreferencesPage *bank_page;

  /* Owned references */
  AcqOpenCompany *company;

  /* Borrowed references */
  GtkWidget *rows[G_N_ELEMENTS (details)];
  AdwEntryRow *tolerance_row;
  AdwEntryRow *recipients_row;
  AdwComboRow *scenario_row;
  AdwComboRow *region_row;
  gboolean filling; /* what the rows show comes from the file */
  GPtrArray *scenario_codes; /* (element-type utf8) by row of the scenarios */
};

G_DEFINE_FINAL_TYPE (AcqPreferencesDialog, acq_preferences_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
set_detail (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const assignments[] = { data, NULL };

  return acq_fact_set_details (file, assignments, error);
}

static gboolean
set_scenario (AcqCompanyFile *file, gpointer code, GCancellable *cancellable, GError **error)
{
  return acq_scenarios_set_default (file, code, error);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      acq_banner_set_revealed (self->banner, FALSE);
      return;
    }
  words = acq_error_text (error);
  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
}

static void
keep (AcqPreferencesDialog *self, const char *key, const char *value)
{
  acq_open_company_change_async (self->company, _ ("Preference kept"), set_detail,
                                 g_strdup_printf ("%s=%s", key, value), g_free, NULL, kept_cb,
                                 g_object_ref (self));
}

static const char *
text_of (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* The lines of a detail that has several, as the rows have them. */
static char *
join_lines (AcqPreferencesDialog *self, const char *key)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (details[i].line >= 0 && g_str_equal (details[i].key, key) && text_of (self->rows[i])[0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", text_of (self->rows[i]));
  return g_string_free (text, FALSE);
}

static void
apply_detail_cb (AcqPreferencesDialog *self, GtkWidget *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    if (self->rows[i] == row)
      {
        g_autofree char *lines = details[i].line < 0 ? NULL : join_lines (self, details[i].key);

        keep (self, details[i].key, lines != NULL ? lines : text_of (row));
      }
}

static void
apply_tolerance_cb (AcqPreferencesDialog *self)
{
  gint64 amount;
  g_autofree char *text = NULL;

  if (!acq_amount_parse_written (text_of (self->tolerance_row), 2, &amount))
    {
      acq_banner_set_title (self->banner, _ ("This is no amount. Write it like 15 or 15.50."));
      acq_banner_set_revealed (self->banner, TRUE);
      return;
    }
  text = acq_amount_format (amount);
  keep (self, "tolerance", text);
}

static void
apply_recipients_cb (AcqPreferencesDialog *self)
{
  keep (self, "recipients_a_day", text_of (self->recipients_row));
}

static void
scenario_cb (AcqPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scenario_row);

  if (!self->filling && selected < self->scenario_codes->len)
    acq_open_company_change_async (self->company, _ ("Preference kept"), set_scenario,
                                   g_strdup (self->scenario_codes->pdata[selected]), g_free, NULL, kept_cb,
                                   g_object_ref (self));
}

static void
region_cb (AcqPreferencesDialog *self)
{
  if (!self->filling)
    keep (self, "holiday_region", regions[adw_combo_row_get_selected (self->region_row)].code);
}

static char *
find_line (const char *text, int line)
{
  g_auto (GStrv) lines = text == NULL ? NULL : g_strsplit (text, "\n", line + 1);

  if (lines == NULL || (int) g_strv_length (lines) <= line)
    return NULL;
  return g_strdup (lines[line]);
}

static void
fill_detail (GtkWidget *row, const Detail *detail, const AcqCompany *company)
{
  const char *text = acq_company_get (company, detail->key);
  g_autofree char *line = detail->line < 0 ? NULL : find_line (text, detail->line);

  gtk_editable_set_text (GTK_EDITABLE (row),
                         detail->line < 0 ? (text != NULL ? text : "") : (line != NULL ? line : ""));
}

static void
select_code (AdwComboRow *row, const Choice *choices, gsize n_choices, const char *code)
{
  for (gsize i = 0; i < n_choices; i++)
    if (g_strcmp0 (choices[i].code, code) == 0)
      adw_combo_row_set_selected (row, (guint) i);
}

/* "" for one of the company's own. */
static const char *
describe_scenario (const AcqScenarioEntry *entry)
{
  for (gsize i = 0; !entry->edited && i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].code, entry->scenario->code))
      return _ (presets[i].words);
  return "";
}

static void
fill_scenarios (AcqPreferencesDialog *self, const AcqScenarioBook *book)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->scenario_codes, 0);
  for (guint i = 0; i < book->entries->len; i++)
    {
      const AcqScenarioEntry *entry = book->entries->pdata[i];

      if (entry->scenario == acq_scenario_book_default (book))
        selected = i;
      gtk_string_list_append (words, acq_scenario_name_text (entry->scenario));
      g_ptr_array_add (self->scenario_codes, g_strdup (entry->scenario->code));
    }
  adw_combo_row_set_model (self->scenario_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->scenario_row, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scenario_row),
                               describe_scenario (book->entries->pdata[selected]));
}

static void
fill (AcqPreferencesDialog *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  const AcqDunningSettings *settings = view->planning == NULL ? NULL : view->planning->settings;

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    fill_detail (self->rows[i], &details[i], view->books->ledger->company);
  if (settings != NULL)
    {
      g_autofree char *tolerance = acq_amount_text_plain (settings->tolerance, ACQ_CURRENCY_EUR);
      g_autofree char *recipients = g_strdup_printf ("%u", settings->recipients_a_day);

      gtk_editable_set_text (GTK_EDITABLE (self->tolerance_row), tolerance);
      gtk_editable_set_text (GTK_EDITABLE (self->recipients_row), recipients);
      fill_scenarios (self, view->planning->scenarios);
      select_code (self->region_row, regions, G_N_ELEMENTS (regions),
                   acq_holiday_region_to_code (acq_business_calendar_region (settings->calendar)));
    }
  self->filling = FALSE;
}

static GtkWidget *
make_entry (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwComboRow *
make_combo (AdwPreferencesGroup *group, const char *title, const Choice *choices, gsize n_choices)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (gsize i = 0; i < n_choices; i++)
    gtk_string_list_append (words, _ (choices[i].words));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
build_details (AcqPreferencesDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    {
      if (i == 0 || g_strcmp0 (details[i].group, details[i - 1].group) != 0)
        group = add_group (self->company_page, _ (details[i].group));
      self->rows[i] = make_entry (group, _ (details[i].title));
      g_signal_connect_swapped (self->rows[i], "apply", G_CALLBACK (apply_detail_cb), self);
    }
}

static void
build_reminders (AcqPreferencesDialog *self)
{
  AdwPreferencesGroup *group = add_group (self->reminders_page, _ ("Reminders"));

  self->scenario_row = make_combo (group, _ ("Scenario"), NULL, 0);
  g_signal_connect_swapped (self->scenario_row, "notify::selected", G_CALLBACK (scenario_cb), self);
  self->tolerance_row = ADW_ENTRY_ROW (make_entry (group, _ ("Below this amount nobody is reminded (€)")));
  g_signal_connect_swapped (self->tolerance_row, "apply", G_CALLBACK (apply_tolerance_cb), self);
  self->recipients_row = ADW_ENTRY_ROW (make_entry (group, _ ("Messages a day, at most")));
  g_signal_connect_swapped (self->recipients_row, "apply", G_CALLBACK (apply_recipients_cb), self);
  self->region_row = make_combo (group, _ ("Public holidays of"), regions, G_N_ELEMENTS (regions));
  g_signal_connect_swapped (self->region_row, "notify::selected", G_CALLBACK (region_cb), self);
}

void
acq_preferences_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *page)
{
  AcqPreferencesDialog *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  self = g_object_new (ACQ_TYPE_PREFERENCES_DIALOG, "transient-for", parent, "company", company, NULL);
  if (page != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
  gtk_window_present (GTK_WINDOW (self));
}

static void
acq_preferences_dialog_constructed (GObject *object)
{
  AcqPreferencesDialog *self = ACQ_PREFERENCES_DIALOG (object);

  G_OBJECT_CLASS (acq_preferences_dialog_parent_class)->constructed (object);
  self->filling = TRUE;
  build_reminders (self);
  build_details (self);
  adw_preferences_page_add (self->rates_page, ADW_PREFERENCES_GROUP (acq_rates_group_new (self->company)));
  adw_preferences_page_add (self->rates_page,
                            acq_legal_values_group_new (acq_clock_today (acq_open_company_get_clock (self->company))));
  adw_preferences_page_add (self->bank_page, ADW_PREFERENCES_GROUP (acq_label_rules_group_new (self->company)));
  adw_preferences_page_add (self->bank_page, ADW_PREFERENCES_GROUP (acq_certainty_group_new (self->company)));
  fill (self);
}

static void
acq_preferences_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_PREFERENCES_DIALOG (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_preferences_dialog_dispose (GObject *object)
{
  g_clear_object (&ACQ_PREFERENCES_DIALOG (object)->company);
  G_OBJECT_CLASS (acq_preferences_dialog_parent_class)->dispose (object);
}

static void
acq_preferences_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (ACQ_PREFERENCES_DIALOG (object)->scenario_codes);
  G_OBJECT_CLASS (acq_preferences_dialog_parent_class)->finalize (object);
}

static void
acq_preferences_dialog_class_init (AcqPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_preferences_dialog_constructed;
  object_class->set_property = acq_preferences_dialog_set_property;
  object_class->dispose = acq_preferences_dialog_dispose;
  object_class->finalize = acq_preferences_dialog_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_VIEW_TITLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/dialogs/company/acq-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, company_page);
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, reminders_page);
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, rates_page);
  gtk_widget_class_bind_template_child (widget_class, AcqPreferencesDialog, bank_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
acq_preferences_dialog_init (AcqPreferencesDialog *self)
{
  self->scenario_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
