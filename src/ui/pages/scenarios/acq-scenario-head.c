/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-head.h"

#include <adwaita.h>

#include "acq-scenario-text.h"
#include "acq-sequel-text.h"
#include "acq-widget-children.h"

struct _AcqScenarioHead
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *list;
  AdwEntryRow *name;
  GtkSpinButton *interval;
  AdwComboRow *sequel;

  /* Owned references */
  AcqScenarioDraft *draft; /* nullable */
  GSignalGroup *signals;   /* of the draft */

  gboolean filling; /* what the controls show comes from the draft */
  gboolean naming;  /* what changes is what is being typed */
};

G_DEFINE_FINAL_TYPE (AcqScenarioHead, acq_scenario_head, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the name would be if nobody had given one; NULL for the company's own scenarios, which have none. */
static const char *
find_preset_name (AcqScenarioHead *self)
{
  const AcqScenarioEntry *entry = acq_scenario_draft_get_entry (self->draft);
  const AcqScenario *preset = entry->preset ? acq_scenario_find_preset (entry->scenario->code) : NULL;

  return preset == NULL ? NULL : acq_scenario_name_text (preset);
}

/* A preset that is as it came is kept as one, whatever it is called. */
static gboolean
may_be_named (AcqScenarioHead *self)
{
  const AcqScenarioEntry *entry = acq_scenario_draft_get_entry (self->draft);
  const AcqScenario *preset = entry->preset ? acq_scenario_find_preset (entry->scenario->code) : NULL;

  return preset == NULL || entry->conditions->len > 0 || !acq_scenario_equal (preset, entry->scenario);
}

static char *
read_name (AcqScenarioHead *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

/* A text that is being typed is left alone. */
static void
fill_name (AcqScenarioHead *self, const AcqScenario *scenario)
{
  const char *name = acq_scenario_name_text (scenario);
  g_autofree char *typed = read_name (self);

  if (!self->naming && g_strcmp0 (typed, name) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_editable_set_editable (GTK_EDITABLE (self->name), may_be_named (self));
}

static void
fill (AcqScenarioHead *self)
{
  const AcqScenario *scenario = self->draft == NULL ? NULL : acq_scenario_draft_get_scenario (self->draft);

  gtk_widget_set_sensitive (self->list, scenario != NULL);
  if (scenario == NULL)
    return;
  self->filling = TRUE;
  fill_name (self, scenario);
  gtk_spin_button_set_value (self->interval, scenario->minimum_interval);
  adw_combo_row_set_selected (self->sequel, scenario->sequel);
  self->filling = FALSE;
}

/* No name of its own: the preset's. One that has none keeps the last one while nothing is typed. */
static void
name_cb (AcqScenarioHead *self)
{
  g_autofree char *typed = NULL;
  const char *preset_name;

  if (self->filling || self->draft == NULL)
    return;
  typed = read_name (self);
  preset_name = find_preset_name (self);
  self->naming = TRUE;
  if (preset_name != NULL && (typed[0] == '\0' || g_str_equal (typed, preset_name)))
    acq_scenario_draft_set_name (self->draft, NULL);
  else if (typed[0] != '\0')
    acq_scenario_draft_set_name (self->draft, typed);
  self->naming = FALSE;
}

/* Nothing typed is no name: the one in force shows again. */
static void
name_left_cb (AcqScenarioHead *self)
{
  g_autofree char *typed = read_name (self);

  if (self->draft == NULL || typed[0] != '\0')
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->name),
                         acq_scenario_name_text (acq_scenario_draft_get_scenario (self->draft)));
  self->filling = FALSE;
}

static void
interval_cb (AcqScenarioHead *self)
{
  if (!self->filling && self->draft != NULL)
    acq_scenario_draft_set_minimum_interval (self->draft, gtk_spin_button_get_value_as_int (self->interval));
}

static void
sequel_cb (AcqScenarioHead *self)
{
  guint selected = adw_combo_row_get_selected (self->sequel);

  if (!self->filling && self->draft != NULL && selected <= ACQ_SEQUEL_BAILIFF)
    acq_scenario_draft_set_sequel (self->draft, (AcqSequel) selected);
}

static void
acq_scenario_head_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    g_value_set_object (value, ACQ_SCENARIO_HEAD (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_scenario_head_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    acq_scenario_head_set_draft (ACQ_SCENARIO_HEAD (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_scenario_head_dispose (GObject *object)
{
  AcqScenarioHead *self = ACQ_SCENARIO_HEAD (object);

  self->filling = TRUE;
  g_clear_object (&self->signals);
  g_clear_object (&self->draft);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_scenario_head_parent_class)->dispose (object);
}

static void
acq_scenario_head_class_init (AcqScenarioHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_scenario_head_get_property;
  object_class->set_property = acq_scenario_head_set_property;
  object_class->dispose = acq_scenario_head_dispose;
  properties[PROP_DRAFT]
    = g_param_spec_object ("draft", NULL, NULL, ACQ_TYPE_SCENARIO_DRAFT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-scenario-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioHead, list);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioHead, name);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioHead, interval);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioHead, sequel);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, interval_cb);
  gtk_widget_class_bind_template_callback (widget_class, sequel_cb);
}

static void
acq_scenario_head_init (AcqScenarioHead *self)
{
  g_autoptr (GtkStringList) sequels = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int sequel = ACQ_SEQUEL_ASK; sequel <= ACQ_SEQUEL_BAILIFF; sequel++)
    gtk_string_list_append (sequels, acq_sequel_text_short ((AcqSequel) sequel));
  adw_combo_row_set_model (self->sequel, G_LIST_MODEL (sequels));
  gtk_spin_button_set_range (self->interval, 1, ACQ_SCENARIO_MAX_INTERVAL);
  self->filling = FALSE;
  self->signals = g_signal_group_new (ACQ_TYPE_SCENARIO_DRAFT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (fill), self);
  fill (self);
}

GtkWidget *
acq_scenario_head_new (void)
{
  return g_object_new (ACQ_TYPE_SCENARIO_HEAD, NULL);
}

void
acq_scenario_head_set_draft (AcqScenarioHead *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_SCENARIO_HEAD (self));
  if (!g_set_object (&self->draft, draft))
    return;
  g_signal_group_set_target (self->signals, draft);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}
