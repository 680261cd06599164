/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rule-group.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-rule-popover.h"
#include "acq-rule-text.h"
#include "acq-widget-children.h"

struct _AcqRuleGroup
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *summary_label;
  GtkListBox *list;
  GtkWidget *add_row;

  /* Owned references */
  AcqScenarioDraft *draft; /* nullable */
  GSignalGroup *signals;   /* of the draft */
  char *summary;

  GArray *shown; /* (element-type AcqSegmentCondition) of the rows */

  GPtrArray *rows;        /* (element-type GtkWidget) borrowed: of the list, all but the last one */
  AcqRulePopover *asking; /* borrowed: a child */
  guint edited;           /* index of the rule that is asked for; beyond the last: a new one */
  guint by_hand;
  gboolean is_default;
};

G_DEFINE_FINAL_TYPE (AcqRuleGroup, acq_rule_group, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_IS_DEFAULT,
  PROP_SUMMARY,
  PROP_CHOSEN_BY_HAND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const GArray *
get_conditions (AcqRuleGroup *self)
{
  return self->draft == NULL ? NULL : acq_scenario_draft_get_entry (self->draft)->conditions;
}

static guint
count_conditions (AcqRuleGroup *self)
{
  return self->draft == NULL ? 0 : get_conditions (self)->len;
}

static AdwActionRow *
add_row (AcqRuleGroup *self, const char *words)
{
  GtkWidget *row
    = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, "title-lines", 0, NULL);

  gtk_list_box_insert (self->list, row, (int) self->rows->len);
  g_ptr_array_add (self->rows, row);
  return ADW_ACTION_ROW (row);
}

static void
append_item (GMenu *menu, const char *words, const char *action, guint index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, action, "u", index);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (const char *rule, guint index)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: a rule of who gets a scenario. */
  g_autofree char *name = g_strdup_printf (_ ("Change or remove “%s”"), rule);
  GtkWidget *button = gtk_menu_button_new ();

  append_item (menu, _ ("_Change…"), "rules.edit", index);
  append_item (menu, _ ("_Remove"), "rules.remove", index);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_rules (AcqRuleGroup *self)
{
  const GArray *conditions = get_conditions (self);
  g_autofree char *contradiction = NULL;

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    {
      g_autofree char *words = acq_rule_text (&g_array_index (conditions, AcqSegmentCondition, i));

      adw_action_row_add_suffix (add_row (self, words), make_menu_button (words, i));
    }
  if (conditions != NULL)
    contradiction = acq_rule_contradiction_text ((const AcqSegmentCondition *) (gpointer) conditions->data,
                                                 conditions->len);
  if (contradiction != NULL)
    {
      AdwActionRow *row = add_row (self, contradiction);

      gtk_widget_add_css_class (GTK_WIDGET (row), "acq-attention");
      adw_action_row_set_icon_name (row, "dialog-warning-symbolic");
    }
}

/* What leads to it beside the rules. */
static void
add_others (AcqRuleGroup *self)
{
  if (self->is_default)
    add_row (self, count_conditions (self) == 0 ? _ ("All customers without another scenario")
                                                : _ ("Also all customers without another scenario"));
  else if (count_conditions (self) == 0)
    add_row (self, _ ("No rule: only customers for whom it is chosen"));
  if (self->by_hand > 0)
    {
      g_autofree char *words = g_strdup_printf (
        ngettext ("%u customer chosen by hand", "%u customers chosen by hand", self->by_hand), self->by_hand);

      add_row (self, words);
    }
}

static void
fill (AcqRuleGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->shown, 0);
  if (self->draft != NULL)
    g_array_append_vals (self->shown, get_conditions (self)->data, get_conditions (self)->len);
  add_rules (self);
  add_others (self);
  gtk_widget_set_sensitive (self->add_row, self->draft != NULL);
}

/* Rows that stay keep the focus: most changes of a scenario are none of its rules. */
static void
changed_cb (AcqRuleGroup *self)
{
  const GArray *now = get_conditions (self);
  gboolean same = now->len == self->shown->len;

  for (guint i = 0; same && i < now->len; i++)
    {
      const AcqSegmentCondition *one = &g_array_index (now, AcqSegmentCondition, i),
                                *other = &g_array_index (self->shown, AcqSegmentCondition, i);

      same = one->criterion == other->criterion && one->value == other->value;
    }
  if (!same)
    fill (self);
}

static void
ask (AcqRuleGroup *self, guint index, GtkWidget *row)
{
  graphene_rect_t bounds;

  self->edited = index;
  acq_rule_popover_set_condition (self->asking, index < count_conditions (self) ? &g_array_index (
                                                  get_conditions (self), AcqSegmentCondition, index)
                                                                                : NULL);
  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->asking),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->asking));
}

static void
applied_cb (AcqRuleGroup *self)
{
  AcqSegmentCondition condition;

  if (self->draft != NULL && acq_rule_popover_get_condition (self->asking, &condition))
    acq_scenario_draft_set_condition (self->draft, MIN (self->edited, count_conditions (self)), &condition);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (widget);

  if (self->draft != NULL)
    ask (self, count_conditions (self), self->add_row);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index < count_conditions (self))
    ask (self, index, self->rows->pdata[index]);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index >= count_conditions (self))
    return;
  acq_scenario_draft_remove_condition (self->draft, index);
  gtk_widget_grab_focus (self->add_row);
}

static void
set_summary (AcqRuleGroup *self, const char *summary)
{
  if (g_strcmp0 (self->summary, summary) == 0)
    return;
  g_free (self->summary);
  self->summary = g_strdup (summary);
  gtk_label_set_label (self->summary_label, summary != NULL ? summary : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
acq_rule_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (object);

  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_IS_DEFAULT:
      g_value_set_boolean (value, self->is_default);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_CHOSEN_BY_HAND:
      g_value_set_uint (value, self->by_hand);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_rule_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (object);

  switch (id)
    {
    case PROP_DRAFT:
      acq_rule_group_set_draft (self, g_value_get_object (value));
      return;
    case PROP_SUMMARY:
      set_summary (self, g_value_get_string (value));
      return;
    case PROP_IS_DEFAULT:
      if (self->is_default == g_value_get_boolean (value))
        return;
      self->is_default = g_value_get_boolean (value);
      break;
    case PROP_CHOSEN_BY_HAND:
      if (self->by_hand == g_value_get_uint (value))
        return;
      self->by_hand = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
acq_rule_group_dispose (GObject *object)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->draft);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_rule_group_parent_class)->dispose (object);
}

static void
acq_rule_group_finalize (GObject *object)
{
  AcqRuleGroup *self = ACQ_RULE_GROUP (object);

  g_free (self->summary);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (acq_rule_group_parent_class)->finalize (object);
}

static void
acq_rule_group_class_init (AcqRuleGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = acq_rule_group_get_property;
  object_class->set_property = acq_rule_group_set_property;
  object_class->dispose = acq_rule_group_dispose;
  object_class->finalize = acq_rule_group_finalize;
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, ACQ_TYPE_SCENARIO_DRAFT, flags);
  properties[PROP_IS_DEFAULT] = g_param_spec_boolean ("is-default", NULL, NULL, FALSE, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_CHOSEN_BY_HAND] = g_param_spec_uint ("chosen-by-hand", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-rule-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqRuleGroup, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AcqRuleGroup, list);
  gtk_widget_class_bind_template_child (widget_class, AcqRuleGroup, add_row);
  gtk_widget_class_install_action (widget_class, "rules.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "rules.edit", "u", edit_action);
  gtk_widget_class_install_action (widget_class, "rules.remove", "u", remove_action);
}

static void
acq_rule_group_init (AcqRuleGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (AcqSegmentCondition));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->asking = g_object_new (ACQ_TYPE_RULE_POPOVER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->asking), GTK_WIDGET (self));
  g_signal_connect_object (self->asking, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (ACQ_TYPE_SCENARIO_DRAFT);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
  fill (self);
}

GtkWidget *
acq_rule_group_new (void)
{
  return g_object_new (ACQ_TYPE_RULE_GROUP, NULL);
}

void
acq_rule_group_set_draft (AcqRuleGroup *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_RULE_GROUP (self));
  if (!g_set_object (&self->draft, draft))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->asking));
  g_signal_group_set_target (self->signals, draft);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}
