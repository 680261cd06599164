/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-step-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-kind-checks.h"
#include "acq-rule-text.h"
#include "acq-step-words.h"
#include "acq-template-text.h"
#include "acq-templates.h"
#include "acq-timeline-text.h"
#include "acq-widget-children.h"

struct _AcqStepGroup
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkWidget *remove;
  GtkWidget *empty;
  GtkWidget *list;
  AdwActionRow *days_row;
  GtkSpinButton *days;
  AdwComboRow *anchor_row;
  AdwComboRow *channel_row;
  AdwComboRow *role_row;
  AdwActionRow *ask_row;
  GtkSwitch *ask;
  AdwComboRow *tone_row;
  GtkWidget *model_row;
  GtkLabel *model;
  AdwActionRow *amount_row;
  GtkEntry *amount;
  AdwExpanderRow *more_row;
  AdwComboRow *fallback_row;
  GtkWidget *new_row;
  GtkSwitch *new_customers;
  AdwActionRow *kinds_row;
  AcqKindChecks *kinds;

  /* Owned references */
  AcqScenarioDraft *draft; /* nullable */
  GSignalGroup *signals;   /* of the draft */
  char *shown;             /* code of the step on show; NULL: none */
  GArray *anchors;         /* (element-type AcqAnchor) of the rows of the drop-down */
  GArray *tones;           /* (element-type AcqTone) likewise */

  gboolean filling; /* what the controls show comes from the draft */
};

G_DEFINE_FINAL_TYPE (AcqStepGroup, acq_step_group, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the controls are about, which need not be what is chosen by now: an entry is read when the focus leaves it. */
static gboolean
find_shown (AcqStepGroup *self, guint *ret_index, AcqStep *ret_step)
{
  const AcqScenario *scenario = self->draft == NULL ? NULL : acq_scenario_draft_get_scenario (self->draft);
  const AcqStep *step = scenario == NULL ? NULL : acq_scenario_find_step_by_code (scenario, self->shown);

  if (step == NULL)
    return FALSE;
  *ret_index = (guint) (step - scenario->steps);
  *ret_step = *step;
  return TRUE;
}

static gboolean
has_names (GtkStringList *list, const char *const *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (n != g_strv_length ((char **) names))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (list, i), names[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The row may be telling of its own choice just now: another model would take the ground from under it. */
static void
set_names (AdwComboRow *row, const char *const *names, guint selected)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (row));

  if (!has_names (list, names))
    gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), names);
  adw_combo_row_set_selected (row, selected);
}

static void
fill_days (AcqStepGroup *self, const AcqStep *step)
{
  const char *title = acq_step_days_text (step);
  gboolean from_zero = step->anchor == ACQ_ANCHOR_ISSUED || step->anchor == ACQ_ANCHOR_MONTH_END;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->days_row), title);
  adw_action_row_set_subtitle (self->days_row, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_spin_button_set_range (self->days, from_zero ? 0 : 1, ACQ_SCENARIO_MAX_OFFSET);
  gtk_spin_button_set_value (self->days, ABS (step->offset));
}

static gboolean
may_count_from (const AcqStep *step, AcqAnchor anchor)
{
  if (anchor == step->anchor || anchor == ACQ_ANCHOR_DUE)
    return TRUE;
  if (step->level == 0)
    return anchor == ACQ_ANCHOR_ISSUED;
  return anchor == ACQ_ANCHOR_MONTH_END || (anchor == ACQ_ANCHOR_PREVIOUS && step->level > 1);
}

static void
fill_anchors (AcqStepGroup *self, const AcqStep *step)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->anchors, 0);
  for (AcqAnchor anchor = ACQ_ANCHOR_DUE; anchor <= ACQ_ANCHOR_MONTH_END; anchor++)
    if (may_count_from (step, anchor))
      {
        selected = anchor == step->anchor ? names->len : selected;
        g_ptr_array_add (names, (gpointer) acq_anchor_text (anchor));
        g_array_append_val (self->anchors, anchor);
      }
  g_ptr_array_add (names, NULL);
  set_names (self->anchor_row, (const char *const *) names->pdata, selected);
}

/* Before the due day there is nothing to be firm about. */
static void
fill_tones (AcqStepGroup *self, const AcqStep *step)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  g_array_set_size (self->tones, 0);
  for (AcqTone tone = ACQ_TONE_INFORMATIVE; tone <= ACQ_TONE_FORMAL_NOTICE; tone++)
    if (tone == step->tone || (tone == ACQ_TONE_INFORMATIVE) == (step->level == 0))
      {
        selected = tone == step->tone ? names->len : selected;
        g_ptr_array_add (names, (gpointer) acq_tone_text (tone));
        g_array_append_val (self->tones, tone);
      }
  g_ptr_array_add (names, NULL);
  set_names (self->tone_row, (const char *const *) names->pdata, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->tone_row), acq_tone_meaning_text (step->tone));
  gtk_widget_set_visible (GTK_WIDGET (self->tone_row), self->tones->len > 1);
}

static void
fill_ask (AcqStepGroup *self, const AcqStep *step)
{
  const char *why = acq_step_always_asks_text (step);

  gtk_switch_set_active (self->ask, why != NULL || step->mode == ACQ_MODE_CONFIRM);
  gtk_widget_set_sensitive (GTK_WIDGET (self->ask), why == NULL);
  adw_action_row_set_subtitle (self->ask_row, why != NULL ? why : "");
}

static void
fill_model (AcqStepGroup *self, const AcqStep *step)
{
  AcqTemplateModel model;
  gboolean found = acq_templates_find_for_step (step, &model);
  g_autofree char *target = NULL;

  gtk_widget_set_visible (self->model_row, found);
  if (!found)
    return;
  target = g_strconcat ("model:", acq_template_model_to_code (model), NULL);
  gtk_label_set_label (self->model, acq_template_model_text (model));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->model_row), "(ss)", "templates", target);
}

static void
mark_amount (AcqStepGroup *self, gboolean wrong)
{
  adw_action_row_set_subtitle (self->amount_row,
                               wrong ? _ ("This is no amount. Write it like 15 or 15.50.") : "");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->amount), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Nothing typed: no minimum. */
static gboolean
read_amount (AcqStepGroup *self, gint64 *ret_amount)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->amount))));

  *ret_amount = 0;
  return typed[0] == '\0'
         || (acq_amount_parse_written (typed, acq_currency_decimals (ACQ_CURRENCY_EUR), ret_amount)
             && *ret_amount >= 0);
}

static void
fill_amount (AcqStepGroup *self, const AcqStepCondition *condition)
{
  gint64 amount = condition->minimum_amount;
  g_autofree char *text = NULL;

  if (amount % 100 == 0)
    text = amount == 0 ? g_strdup ("") : acq_number_text (amount / 100);
  else
    text = acq_amount_text_plain (amount, ACQ_CURRENCY_EUR);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), text);
  mark_amount (self, FALSE);
}

static void
fill_more (AcqStepGroup *self, const AcqStep *step)
{
  const AcqStepCondition *condition = &step->condition;
  gboolean has_amount = condition->minimum_amount > 0;
  g_autofree char *kinds
    = condition->kinds != 0 ? acq_customer_kinds_text (condition->kinds) : g_strdup (_ ("All kinds"));

  adw_combo_row_set_selected (self->fallback_row, step->fallback);
  adw_action_row_set_subtitle (self->kinds_row, kinds);
  adw_expander_row_set_subtitle (self->more_row, condition->kinds != 0 ? kinds : "");
  acq_kind_checks_set_kinds (self->kinds, condition->kinds);
  gtk_switch_set_active (self->new_customers, has_amount && condition->or_new_customer);
  gtk_widget_set_sensitive (self->new_row, has_amount);
}

static void
fill_step (AcqStepGroup *self, const AcqStep *step)
{
  const char *name = acq_message_name_text (step->tone, step->channel);
  /* Translators: the kind of message of the step that is edited: "Chosen step: Call". */
  g_autofree char *title = g_strdup_printf (_ ("Chosen step: %s"), name);

  gtk_label_set_label (self->title, title);
  fill_days (self, step);
  fill_anchors (self, step);
  adw_combo_row_set_selected (self->channel_row, step->channel);
  adw_combo_row_set_selected (self->role_row, step->role);
  fill_tones (self, step);
  fill_ask (self, step);
  fill_model (self, step);
  fill_amount (self, &step->condition);
  fill_more (self, step);
}

static void
fill (AcqStepGroup *self)
{
  const AcqScenario *scenario = self->draft == NULL ? NULL : acq_scenario_draft_get_scenario (self->draft);
  guint selected
    = self->draft == NULL ? ACQ_SCENARIO_DRAFT_NONE : acq_scenario_draft_get_selected (self->draft);
  const AcqStep *step = scenario != NULL && selected < scenario->n_steps ? &scenario->steps[selected] : NULL;

  g_free (self->shown);
  self->shown = step == NULL ? NULL : g_strdup (step->code);
  gtk_widget_set_visible (self->empty, step == NULL);
  gtk_widget_set_visible (self->list, step != NULL);
  gtk_widget_set_visible (self->remove, step != NULL);
  self->filling = TRUE;
  if (step != NULL)
    fill_step (self, step);
  else
    gtk_label_set_label (self->title, _ ("No step chosen"));
  self->filling = FALSE;
}

static void
write_step (AcqStepGroup *self, guint index, const AcqStep *step)
{
  acq_scenario_draft_set_step (self->draft, index, step);
}

/* On its own side of the due day and between its neighbours. */
static void
move (AcqStepGroup *self, guint index, const AcqStep *step, int days)
{
  int wanted = step->level == 0 ? -days : days;

  if (acq_scenario_draft_move_step (self->draft, index, wanted) == wanted)
    return;
  fill (self);
  adw_action_row_set_subtitle (self->days_row, _ ("The steps before and after it leave no more room."));
}

static void
days_cb (AcqStepGroup *self)
{
  int days = gtk_spin_button_get_value_as_int (self->days);
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step) || ABS (step.offset) == days)
    return;
  if (step.anchor == ACQ_ANCHOR_DUE)
    {
      move (self, index, &step, days);
      return;
    }
  step.offset = days;
  write_step (self, index, &step);
}

static void
anchor_cb (AcqStepGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->anchor_row), index;
  AcqStep step;

  if (!self->filling && selected < self->anchors->len && find_shown (self, &index, &step))
    acq_scenario_draft_set_anchor (self->draft, index, g_array_index (self->anchors, AcqAnchor, selected));
}

/* Another way takes the same way where there is no contact, if the former one did. */
static void
channel_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  if (step.fallback == step.channel)
    step.fallback = (AcqChannel) adw_combo_row_get_selected (self->channel_row);
  step.channel = (AcqChannel) adw_combo_row_get_selected (self->channel_row);
  if (acq_step_always_asks_text (&step) != NULL)
    step.mode = ACQ_MODE_CONFIRM;
  write_step (self, index, &step);
}

static void
role_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  step.role = (AcqContactRole) adw_combo_row_get_selected (self->role_row);
  write_step (self, index, &step);
}

static void
tone_cb (AcqStepGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->tone_row), index;
  AcqStep step;

  if (self->filling || selected >= self->tones->len || !find_shown (self, &index, &step))
    return;
  step.tone = g_array_index (self->tones, AcqTone, selected);
  if (step.tone == ACQ_TONE_FORMAL_NOTICE)
    step.channel = step.fallback = ACQ_CHANNEL_REGISTERED_LETTER;
  if (acq_step_always_asks_text (&step) != NULL)
    step.mode = ACQ_MODE_CONFIRM;
  write_step (self, index, &step);
}

static void
ask_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  step.mode = gtk_switch_get_active (self->ask) ? ACQ_MODE_CONFIRM : ACQ_MODE_AUTOMATIC;
  write_step (self, index, &step);
}

static void
amount_cb (AcqStepGroup *self)
{
  gint64 amount;
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  if (!read_amount (self, &amount))
    {
      mark_amount (self, TRUE);
      return;
    }
  mark_amount (self, FALSE);
  if (amount == step.condition.minimum_amount)
    return;
  step.condition.minimum_amount = amount;
  if (amount == 0)
    step.condition.or_new_customer = FALSE;
  write_step (self, index, &step);
}

static void
fallback_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  step.fallback = (AcqChannel) adw_combo_row_get_selected (self->fallback_row);
  write_step (self, index, &step);
}

static void
new_customers_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  step.condition.or_new_customer = gtk_switch_get_active (self->new_customers);
  write_step (self, index, &step);
}

static void
kinds_cb (AcqStepGroup *self)
{
  AcqStep step;
  guint index;

  if (self->filling || !find_shown (self, &index, &step))
    return;
  step.condition.kinds = acq_kind_checks_get_kinds (self->kinds);
  write_step (self, index, &step);
}

/* What is typed for the step that was on show is for that one. */
static void
selected_cb (AcqStepGroup *self)
{
  gtk_spin_button_update (self->days);
  amount_cb (self);
  fill (self);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqStepGroup *self = ACQ_STEP_GROUP (widget);
  AcqStep step;
  guint index;

  if (find_shown (self, &index, &step))
    acq_scenario_draft_remove_step (self->draft, index);
}

static void
acq_step_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    g_value_set_object (value, ACQ_STEP_GROUP (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_step_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DRAFT)
    acq_step_group_set_draft (ACQ_STEP_GROUP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_step_group_dispose (GObject *object)
{
  AcqStepGroup *self = ACQ_STEP_GROUP (object);

  self->filling = TRUE;
  g_clear_object (&self->signals);
  g_clear_object (&self->draft);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_step_group_parent_class)->dispose (object);
}

static void
acq_step_group_finalize (GObject *object)
{
  AcqStepGroup *self = ACQ_STEP_GROUP (object);

  g_free (self->shown);
  g_array_unref (self->anchors);
  g_array_unref (self->tones);
  G_OBJECT_CLASS (acq_step_group_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-step-group.ui");
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, title);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, remove);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, empty);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, list);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, days_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, days);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, anchor_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, channel_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, role_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, ask_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, ask);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, tone_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, model_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, model);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, amount_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, amount);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, more_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, fallback_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, new_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, new_customers);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, kinds_row);
  gtk_widget_class_bind_template_child (klass, AcqStepGroup, kinds);
}

static void
bind_callbacks (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, days_cb);
  gtk_widget_class_bind_template_callback (klass, anchor_cb);
  gtk_widget_class_bind_template_callback (klass, channel_cb);
  gtk_widget_class_bind_template_callback (klass, role_cb);
  gtk_widget_class_bind_template_callback (klass, tone_cb);
  gtk_widget_class_bind_template_callback (klass, ask_cb);
  gtk_widget_class_bind_template_callback (klass, amount_cb);
  gtk_widget_class_bind_template_callback (klass, fallback_cb);
  gtk_widget_class_bind_template_callback (klass, new_customers_cb);
  gtk_widget_class_bind_template_callback (klass, kinds_cb);
}

static void
acq_step_group_class_init (AcqStepGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_step_group_get_property;
  object_class->set_property = acq_step_group_set_property;
  object_class->dispose = acq_step_group_dispose;
  object_class->finalize = acq_step_group_finalize;
  properties[PROP_DRAFT]
    = g_param_spec_object ("draft", NULL, NULL, ACQ_TYPE_SCENARIO_DRAFT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (ACQ_TYPE_KIND_CHECKS);
  bind_template (widget_class);
  bind_callbacks (widget_class);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, remove_action);
}

static void
give_names (AcqStepGroup *self)
{
  AdwComboRow *rows[]
    = { self->anchor_row, self->channel_row, self->role_row, self->tone_row, self->fallback_row };
  const char *channels[ACQ_CHANNEL_CALL + 2] = { NULL }, *roles[ACQ_CONTACT_ROLE_OTHER + 2] = { NULL };

  for (int i = 0; i <= ACQ_CHANNEL_CALL; i++)
    channels[i] = acq_channel_text ((AcqChannel) i);
  for (int i = 0; i <= ACQ_CONTACT_ROLE_OTHER; i++)
    roles[i] = acq_step_role_text ((AcqContactRole) i);
  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      adw_combo_row_set_model (rows[i], G_LIST_MODEL (list));
    }
  set_names (self->channel_row, channels, 0);
  set_names (self->fallback_row, channels, 0);
  set_names (self->role_row, roles, 0);
  self->filling = FALSE;
}

static void
acq_step_group_init (AcqStepGroup *self)
{
  self->anchors = g_array_new (FALSE, FALSE, sizeof (AcqAnchor));
  self->tones = g_array_new (FALSE, FALSE, sizeof (AcqTone));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  give_names (self);
  self->signals = g_signal_group_new (ACQ_TYPE_SCENARIO_DRAFT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (fill), self);
  g_signal_group_connect_swapped (self->signals, "notify::selected", G_CALLBACK (selected_cb), self);
  fill (self);
}

GtkWidget *
acq_step_group_new (void)
{
  return g_object_new (ACQ_TYPE_STEP_GROUP, NULL);
}

void
acq_step_group_set_draft (AcqStepGroup *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_STEP_GROUP (self));
  if (!g_set_object (&self->draft, draft))
    return;
  g_signal_group_set_target (self->signals, draft);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}
