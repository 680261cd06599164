/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-certainty-group.h"

#include <glib/gi18n.h>

#include "acq-certainty-settings.h"
#include "acq-money.h"
#include "acq-told-change.h"

#define CENTS      100.0
#define MAX_AMOUNT 1e7
#define ODDS_STEP  10

struct _AcqCertaintyGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned references */
  AcqOpenCompany *company;
  GCancellable *closing;
  GPtrArray *controls; /* (element-type GtkWidget) borrowed: a switch or a spin button for each field */

  gboolean filling; /* what the controls show comes from the file */
};

G_DEFINE_FINAL_TYPE (AcqCertaintyGroup, acq_certainty_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  const AcqCertaintyField *field; /* NULL: take all choices back */
  gint64 value;
} Choice;

static gboolean
choose (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choice *choice = data;

  return choice->field == NULL ? acq_certainty_settings_reset (file, error)
                               : acq_certainty_settings_set (file, choice->field, choice->value, error);
}

static void
start_choice (AcqCertaintyGroup *self, Choice choice)
{
  acq_open_company_change_async (self->company, _ ("Preference kept"), choose, g_memdup2 (&choice, sizeof choice), g_free,
                                 NULL, acq_told_change_cb, g_object_ref (self));
}

static gint64
read_control (const AcqCertaintyField *field, gpointer control)
{
  switch (field->kind)
    {
    case ACQ_CERTAINTY_FIELD_FLAG:
      return gtk_switch_get_active (control);
    case ACQ_CERTAINTY_FIELD_ODDS:
      return gtk_spin_button_get_value_as_int (control);
    case ACQ_CERTAINTY_FIELD_AMOUNT:
      return (gint64) gtk_spin_button_get_value_as_int (control) * (gint64) CENTS;
    }
  g_return_val_if_reached (0);
}

static void
control_cb (AcqCertaintyGroup *self, GParamSpec *pspec, GtkWidget *control)
{
  guint n_fields, place;
  const AcqCertaintyField *fields = acq_certainty_fields (&n_fields);

  if (!self->filling && g_ptr_array_find (self->controls, control, &place))
    start_choice (self, (Choice){ &fields[place], read_control (&fields[place], control) });
}

static void
reset_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  start_choice (ACQ_CERTAINTY_GROUP (widget), (Choice){ NULL, 0 });
}

static gpointer
ask_rules (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqCertaintyRules rules;

  return acq_certainty_settings_load (file, &rules, error) ? g_memdup2 (&rules, sizeof rules) : NULL;
}

static void
fill (AcqCertaintyGroup *self, const AcqCertaintyRules *rules)
{
  guint n_fields;
  const AcqCertaintyField *fields = acq_certainty_fields (&n_fields);

  self->filling = TRUE;
  for (guint i = 0; i < n_fields; i++)
    {
      gint64 value = acq_certainty_field_get (&fields[i], rules);
      gpointer control = self->controls->pdata[i];

      if (fields[i].kind == ACQ_CERTAINTY_FIELD_FLAG)
        gtk_switch_set_active (control, value != 0);
      else
        gtk_spin_button_set_value (control, fields[i].kind == ACQ_CERTAINTY_FIELD_AMOUNT ? (double) value / CENTS
                                                                                         : (double) value);
    }
  self->filling = FALSE;
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqCertaintyGroup) self = ACQ_CERTAINTY_GROUP (user_data);
  g_autofree AcqCertaintyRules *rules = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  if (rules != NULL && !g_cancellable_is_cancelled (self->closing))
    fill (self, rules);
}

static void
view_cb (AcqCertaintyGroup *self)
{
  acq_open_company_ask_async (self->company, ask_rules, NULL, NULL, g_free, self->closing, loaded_cb,
                              g_object_ref (self));
}

static GtkWidget *
control_new (const AcqCertaintyField *field)
{
  gboolean is_amount = field->kind == ACQ_CERTAINTY_FIELD_AMOUNT;
  double least = (double) field->least / (is_amount ? CENTS : 1);

  if (field->kind == ACQ_CERTAINTY_FIELD_FLAG)
    return gtk_switch_new ();
  return gtk_spin_button_new_with_range (least, is_amount ? MAX_AMOUNT : (double) field->greatest,
                                         is_amount ? 1 : ODDS_STEP);
}

static void
add_field (AcqCertaintyGroup *self, const AcqCertaintyField *field)
{
  gboolean is_flag = field->kind == ACQ_CERTAINTY_FIELD_FLAG;
  GtkWidget *control = control_new (field);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (field->title), "subtitle", _ (field->subtitle),
                                 "title-lines", 0, "subtitle-lines", 0, NULL);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), is_flag ? control : NULL);
  g_ptr_array_add (self->controls, control);
  g_signal_connect_object (control, is_flag ? "notify::active" : "notify::value", G_CALLBACK (control_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
acq_certainty_group_dispose (GObject *object)
{
  g_cancellable_cancel (ACQ_CERTAINTY_GROUP (object)->closing);
  G_OBJECT_CLASS (acq_certainty_group_parent_class)->dispose (object);
}

static void
acq_certainty_group_finalize (GObject *object)
{
  AcqCertaintyGroup *self = ACQ_CERTAINTY_GROUP (object);

  g_clear_object (&self->company);
  g_clear_object (&self->closing);
  g_ptr_array_unref (self->controls);
  G_OBJECT_CLASS (acq_certainty_group_parent_class)->finalize (object);
}

static void
acq_certainty_group_class_init (AcqCertaintyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_certainty_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_certainty_group_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "certainty.reset", NULL, reset_cb);
}

static void
acq_certainty_group_init (AcqCertaintyGroup *self)
{
  GtkWidget *reset = gtk_button_new_with_mnemonic (_ ("_Defaults"));
  guint n_fields;
  const AcqCertaintyField *fields = acq_certainty_fields (&n_fields);

  self->closing = g_cancellable_new ();
  self->controls = g_ptr_array_new ();
  self->filling = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What makes a match sure"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _ ("Always: two independent proofs, who paid and an exact amount, and no other explanation. Here you say what counts as a "
       "proof; whatever is not sure is asked."));
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reset), "certainty.reset");
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the defaults"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), reset);
  for (guint i = 0; i < n_fields; i++)
    add_field (self, &fields[i]);
}

GtkWidget *
acq_certainty_group_new (AcqOpenCompany *company)
{
  AcqCertaintyGroup *self = g_object_new (ACQ_TYPE_CERTAINTY_GROUP, NULL);

  self->company = g_object_ref (company);
  g_signal_connect_object (company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  return GTK_WIDGET (self);
}
