/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rule-popover.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-kind-checks.h"
#include "acq-rule-text.h"

#define USUAL_DAYS 30
#define MAX_DAYS   3650

struct _AcqRulePopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkDropDown *criterion;
  GtkStack *values;
  GtkSpinButton *days;
  GtkEntry *amount;
  GtkDropDown *yes_no;
  AcqKindChecks *kinds;
  GtkLabel *words;
  GtkWidget *hint;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (AcqRulePopover, acq_rule_popover, GTK_TYPE_POPOVER)

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const value_pages[] = {
  [ACQ_CRITERION_VALUE_KINDS] = "kinds",
  [ACQ_CRITERION_VALUE_DAYS] = "days",
  [ACQ_CRITERION_VALUE_AMOUNT] = "amount",
  [ACQ_CRITERION_VALUE_YES_NO] = "yes_no",
};

gboolean
acq_rule_popover_get_condition (AcqRulePopover *self, AcqSegmentCondition *ret_condition)
{
  AcqSegmentCondition condition = { (AcqCriterion) gtk_drop_down_get_selected (self->criterion), -1 };

  switch (acq_criterion_value (condition.criterion))
    {
    case ACQ_CRITERION_VALUE_KINDS:
      condition.value = acq_kind_checks_get_kinds (self->kinds);
      break;
    case ACQ_CRITERION_VALUE_DAYS:
      condition.value = gtk_spin_button_get_value_as_int (self->days);
      break;
    case ACQ_CRITERION_VALUE_AMOUNT:
      (void) acq_amount_parse_written (gtk_editable_get_text (GTK_EDITABLE (self->amount)),
                                       acq_currency_decimals (ACQ_CURRENCY_EUR), &condition.value);
      break;
    case ACQ_CRITERION_VALUE_YES_NO:
    default:
      condition.value = gtk_drop_down_get_selected (self->yes_no) == 0 ? 1 : 0;
    }
  *ret_condition = condition;
  return acq_segment_condition_is_valid (&condition);
}

/* What is wrong, or the rule as it will be read. */
static void
check_cb (AcqRulePopover *self)
{
  gboolean amount;
  AcqSegmentCondition condition;
  gboolean whole = acq_rule_popover_get_condition (self, &condition);
  g_autofree char *words = whole ? acq_rule_text (&condition) : NULL;

  amount = acq_criterion_value (condition.criterion) == ACQ_CRITERION_VALUE_AMOUNT;
  if (words == NULL)
    words = g_strdup (amount ? _ ("Type an amount, like 15 or 15.50.") : _ ("Tick one kind at least."));
  gtk_label_set_label (self->words, words);
  gtk_widget_set_sensitive (self->apply, whole);
}

static void
criterion_cb (AcqRulePopover *self)
{
  AcqCriterion criterion = (AcqCriterion) gtk_drop_down_get_selected (self->criterion);
  const char *hint;

  if ((gsize) criterion >= ACQ_N_CRITERIA)
    return;
  hint = acq_criterion_hint_text (criterion);
  gtk_stack_set_visible_child_name (self->values, value_pages[acq_criterion_value (criterion)]);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
  check_cb (self);
}

static void
apply_cb (AcqRulePopover *self)
{
  AcqSegmentCondition condition;

  gtk_spin_button_update (self->days);
  if (!acq_rule_popover_get_condition (self, &condition))
    return;
  g_signal_emit (self, signals[APPLIED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
acq_rule_popover_class_init (AcqRulePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_KIND_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-rule-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, criterion);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, values);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, days);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, yes_no);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, kinds);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, words);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, AcqRulePopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, criterion_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

/* What takes the focus is the button in it. */
static void
name_drop_down (GtkDropDown *drop_down, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (drop_down))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
acq_rule_popover_init (AcqRulePopover *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < ACQ_N_CRITERIA; i++)
    gtk_string_list_append (names, acq_criterion_text ((AcqCriterion) i));
  gtk_drop_down_set_model (self->criterion, G_LIST_MODEL (names));
  name_drop_down (self->criterion, _ ("What is asked of the customer"));
  name_drop_down (self->yes_no, _ ("Precious customer"));
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->apply);
  acq_rule_popover_set_condition (self, NULL);
}

void
acq_rule_popover_set_condition (AcqRulePopover *self, const AcqSegmentCondition *condition)
{
  const AcqSegmentCondition usual = { ACQ_CRITERION_OUTSTANDING, -1 };
  AcqCriterionValue kind;
  g_autofree char *amount = NULL;

  g_return_if_fail (ACQ_IS_RULE_POPOVER (self));
  condition = condition != NULL ? condition : &usual;
  kind = acq_criterion_value (condition->criterion);
  if (kind == ACQ_CRITERION_VALUE_AMOUNT && condition->value >= 0)
    amount = acq_amount_text_plain (condition->value, ACQ_CURRENCY_EUR);
  gtk_drop_down_set_selected (self->criterion, condition->criterion);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount != NULL ? amount : "");
  gtk_spin_button_set_range (self->days, 0,
                             MAX (MAX_DAYS, kind == ACQ_CRITERION_VALUE_DAYS ? condition->value : 0));
  gtk_spin_button_set_value (self->days, kind == ACQ_CRITERION_VALUE_DAYS ? condition->value : USUAL_DAYS);
  acq_kind_checks_set_kinds (self->kinds, kind == ACQ_CRITERION_VALUE_KINDS ? (guint) condition->value : 0);
  gtk_drop_down_set_selected (self->yes_no,
                              kind == ACQ_CRITERION_VALUE_YES_NO && condition->value == 0 ? 1 : 0);
  criterion_cb (self);
}
