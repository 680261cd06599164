/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the time line of a scenario: each control shows the draft and writes to it, and never tells itself. */
#include <adwaita.h>

#include "acq-rule-group.h"
#include "acq-rule-popover.h"
#include "acq-scenario-head.h"
#include "acq-step-group.h"
#include "widget-search.h"

typedef struct
{
  AcqScenarioDraft *draft;
  GtkWidget *group; /* borrowed: the window's */
  GtkWidget *window;
  guint n_changes;
} Case;

static void
changed_cb (Case *self)
{
  self->n_changes++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
show (Case *self, GtkWidget *group)
{
  self->group = group;
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), group);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
set_up (Case *self, gconstpointer preset)
{
  g_autoptr (AcqScenarioEntry) entry
    = acq_scenario_entry_new (acq_scenario_copy (acq_scenario_find_preset (preset)));

  entry->preset = TRUE;
  self->draft = acq_scenario_draft_new (entry, FALSE);
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->draft);
}

static const AcqStep *
step_at (Case *self, guint index)
{
  return &acq_scenario_draft_get_scenario (self->draft)->steps[index];
}

static gpointer
control_of (Case *self, const char *title, GType type)
{
  GtkWidget *row = widget_find (self->group, widget_is_titled, title);

  g_assert_nonnull (row);
  return widget_find_type (row, type);
}

static guint
read_combo (Case *self, const char *title)
{
  return adw_combo_row_get_selected (control_of (self, title, ADW_TYPE_COMBO_ROW));
}

static void
choose (Case *self, const char *title, guint selected)
{
  adw_combo_row_set_selected (control_of (self, title, ADW_TYPE_COMBO_ROW), selected);
}

static gboolean
is_shown (GtkWidget *widget, const char *title)
{
  GtkWidget *row = widget_find (widget, widget_is_titled, title);

  return row != NULL && gtk_widget_get_mapped (row);
}

static void
test_step_empty (Case *self, gconstpointer data)
{
  show (self, acq_step_group_new ());
  g_assert_nonnull (widget_find (self->group, widget_says, "No step chosen"));
  g_assert_false (is_shown (self->group, "To whom"));
  acq_step_group_set_draft (ACQ_STEP_GROUP (self->group), self->draft);
  settle ();
  g_assert_nonnull (widget_find (self->group, widget_says, "Chosen step: Courteous reminder"));
  g_assert_true (is_shown (self->group, "To whom"));
  acq_scenario_draft_select (self->draft, ACQ_SCENARIO_DRAFT_NONE);
  settle ();
  g_assert_false (is_shown (self->group, "To whom"));
  acq_scenario_draft_select (self->draft, 1);
  acq_step_group_set_draft (ACQ_STEP_GROUP (self->group), NULL);
  settle ();
  g_assert_nonnull (widget_find (self->group, widget_says, "No step chosen"));
  g_assert_cmpuint (self->n_changes, ==, 0);
}

static void
show_step (Case *self, guint step)
{
  acq_scenario_draft_select (self->draft, step);
  show (self, g_object_new (ACQ_TYPE_STEP_GROUP, "draft", self->draft, NULL));
}

/* One change of a control is one change of the draft; a change made elsewhere shows, and is not written again. */
static void
test_step_both_ways (Case *self, gconstpointer data)
{
  AcqStep step;

  show_step (self, 1);
  g_assert_cmpint (
    gtk_spin_button_get_value_as_int (control_of (self, "Days after the due day", GTK_TYPE_SPIN_BUTTON)), ==,
    10);
  gtk_spin_button_set_value (control_of (self, "Days after the due day", GTK_TYPE_SPIN_BUTTON), 12);
  g_assert_cmpint (step_at (self, 1)->offset, ==, 12);
  choose (self, "By", ACQ_CHANNEL_LETTER);
  g_assert_cmpint (step_at (self, 1)->channel, ==, ACQ_CHANNEL_LETTER);
  g_assert_cmpint (step_at (self, 1)->fallback, ==, ACQ_CHANNEL_LETTER);
  choose (self, "To whom", ACQ_CONTACT_ROLE_DIRECTS);
  g_assert_cmpint (step_at (self, 1)->role, ==, ACQ_CONTACT_ROLE_DIRECTS);
  gtk_switch_set_active (control_of (self, "Ask me first", GTK_TYPE_SWITCH), FALSE);
  g_assert_cmpint (step_at (self, 1)->mode, ==, ACQ_MODE_AUTOMATIC);
  choose (self, "Tone", 2);
  g_assert_cmpint (step_at (self, 1)->tone, ==, ACQ_TONE_PROPOSAL);
  g_assert_nonnull (widget_find (self->group, widget_says, "Offers to pay in parts."));
  choose (self, "Without a contact for it", ACQ_CHANNEL_CALL);
  g_assert_cmpint (step_at (self, 1)->fallback, ==, ACQ_CHANNEL_CALL);
  g_assert_cmpuint (self->n_changes, ==, 6);
  step = *step_at (self, 1);
  step.role = ACQ_CONTACT_ROLE_ORDERS;
  step.mode = ACQ_MODE_CONFIRM;
  step.condition.minimum_amount = 30050;
  acq_scenario_draft_set_step (self->draft, 1, &step);
  g_assert_cmpuint (self->n_changes, ==, 7);
  g_assert_cmpuint (read_combo (self, "To whom"), ==, ACQ_CONTACT_ROLE_ORDERS);
  g_assert_true (gtk_switch_get_active (control_of (self, "Ask me first", GTK_TYPE_SWITCH)));
  g_assert_cmpstr (gtk_editable_get_text (control_of (self, "Minimum amount (€)", GTK_TYPE_ENTRY)), ==,
                   "300.50");
  while (acq_scenario_draft_get_can_undo (self->draft))
    acq_scenario_draft_undo (self->draft);
  g_assert_false (acq_scenario_draft_get_modified (self->draft));
  g_assert_cmpuint (read_combo (self, "By"), ==, ACQ_CHANNEL_MAIL);
}

/* The neighbours bound a step's day, and the row says so. */
static void
test_step_days (Case *self, gconstpointer data)
{
  GtkSpinButton *days;

  show_step (self, 1);
  days = control_of (self, "Days after the due day", GTK_TYPE_SPIN_BUTTON);
  gtk_spin_button_set_value (days, 60);
  g_assert_cmpint (step_at (self, 1)->offset, ==, 29);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (days), ==, 29);
  g_assert_nonnull (widget_find (self->group, widget_holds_text, "leave no more room"));
  gtk_spin_button_set_value (days, 10);
  g_assert_null (widget_find (self->group, widget_holds_text, "leave no more room"));
  choose (self, "Counted from", 1);
  g_assert_cmpint (step_at (self, 1)->anchor, ==, ACQ_ANCHOR_PREVIOUS);
  g_assert_cmpint (step_at (self, 1)->offset, ==, 7);
  g_assert_true (is_shown (self->group, "Days after the step before"));
  gtk_spin_button_set_value (days, 8);
  g_assert_cmpint (step_at (self, 1)->offset, ==, 8);
  acq_scenario_draft_select (self->draft, acq_scenario_draft_add_step_before_due (self->draft));
  settle ();
  g_assert_true (is_shown (self->group, "Days before the due day"));
  g_assert_false (is_shown (self->group, "Tone"));
  gtk_spin_button_set_value (days, 9);
  g_assert_cmpint (step_at (self, 0)->offset, ==, -9);
  choose (self, "Counted from", 1);
  g_assert_cmpint (step_at (self, 0)->anchor, ==, ACQ_ANCHOR_ISSUED);
  g_assert_cmpint (step_at (self, 0)->offset, ==, 21);
}

/* What is typed counts for the step for which it was typed, even where another one is chosen before the entry is left. */
static void
test_step_amount (Case *self, gconstpointer data)
{
  GtkEditable *amount;

  show_step (self, 1);
  amount = control_of (self, "Minimum amount (€)", GTK_TYPE_ENTRY);
  g_assert_false (gtk_widget_is_sensitive (
    GTK_WIDGET (widget_find (self->group, widget_is_titled, "New customers whatever the amount"))));
  gtk_editable_set_text (amount, "1 500,50 €");
  acq_scenario_draft_select (self->draft, 0);
  g_assert_cmpint (step_at (self, 1)->condition.minimum_amount, ==, 150050);
  g_assert_cmpint (step_at (self, 0)->condition.minimum_amount, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (amount), ==, "");
  acq_scenario_draft_select (self->draft, 1);
  gtk_switch_set_active (control_of (self, "New customers whatever the amount", GTK_TYPE_SWITCH), TRUE);
  g_assert_true (step_at (self, 1)->condition.or_new_customer);
  gtk_editable_set_text (amount, "much");
  g_signal_emit_by_name (amount, "activate");
  g_assert_nonnull (widget_find (self->group, widget_holds_text, "This is no amount"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (amount), "error"));
  g_assert_cmpint (step_at (self, 1)->condition.minimum_amount, ==, 150050);
  gtk_editable_set_text (amount, "");
  g_signal_emit_by_name (amount, "activate");
  g_assert_cmpint (step_at (self, 1)->condition.minimum_amount, ==, 0);
  g_assert_false (step_at (self, 1)->condition.or_new_customer);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (amount), "error"));
}

/* Calls and formal notices wait for the user: the switch says why it cannot be turned. */
static void
test_step_asks (Case *self, gconstpointer data)
{
  GtkWidget *ask;

  show_step (self, 3);
  ask = control_of (self, "Ask me first", GTK_TYPE_SWITCH);
  g_assert_false (gtk_widget_is_sensitive (ask));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (ask)));
  g_assert_nonnull (widget_find (self->group, widget_says, "A formal notice never leaves by itself."));
  g_assert_false (is_shown (self->group, "Template"));
  acq_scenario_draft_select (self->draft, 0);
  settle ();
  g_assert_true (gtk_widget_is_sensitive (ask));
  g_assert_true (is_shown (self->group, "Template"));
  g_assert_nonnull (widget_find (self->group, widget_says, "Courteous reminder"));
  gtk_switch_set_active (GTK_SWITCH (ask), FALSE);
  choose (self, "By", ACQ_CHANNEL_CALL);
  g_assert_cmpint (step_at (self, 0)->mode, ==, ACQ_MODE_CONFIRM);
  g_assert_false (gtk_widget_is_sensitive (ask));
  choose (self, "Tone", 4);
  g_assert_cmpint (step_at (self, 0)->tone, ==, ACQ_TONE_FORMAL_NOTICE);
  g_assert_cmpint (step_at (self, 0)->channel, ==, ACQ_CHANNEL_REGISTERED_LETTER);
}

static void
test_step_remove (Case *self, gconstpointer data)
{
  show_step (self, 1);
  g_assert_true (gtk_widget_activate_action (self->group, "step.remove", NULL));
  g_assert_cmpuint (acq_scenario_draft_get_scenario (self->draft)->n_steps, ==, 2);
  g_assert_cmpint (step_at (self, 1)->offset, ==, 30);
  g_assert_nonnull (widget_find (self->group, widget_says, "Chosen step: Last reminder"));
  g_assert_true (gtk_widget_activate_action (self->group, "step.remove", NULL));
  g_assert_true (gtk_widget_activate_action (self->group, "step.remove", NULL));
  g_assert_nonnull (widget_find (self->group, widget_says, "No step chosen"));
  g_assert_true (gtk_widget_activate_action (self->group, "step.remove", NULL));
  acq_scenario_draft_undo (self->draft);
  g_assert_nonnull (widget_find (self->group, widget_says, "Chosen step: Courteous reminder"));
}

/* Each control and row that can be reached. */
static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_ENTRY (widget)
      || ADW_IS_COMBO_ROW (widget) || ADW_IS_EXPANDER_ROW (widget) || GTK_IS_MENU_BUTTON (widget)
      || GTK_IS_DROP_DOWN (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);
      gboolean inner = GTK_IS_SPIN_BUTTON (parent) || GTK_IS_MENU_BUTTON (parent);

      if (!inner && gtk_widget_get_visible (widget)
          && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("%s (%s) has no name", G_OBJECT_TYPE_NAME (widget),
                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_step_names (Case *self, gconstpointer data)
{
  show_step (self, 1);
  assert_named (self->group);
}

static const AcqSegmentCondition *
rule_at (Case *self, guint index)
{
  return &g_array_index (acq_scenario_draft_get_entry (self->draft)->conditions, AcqSegmentCondition, index);
}

static guint
count_rules (Case *self)
{
  return acq_scenario_draft_get_entry (self->draft)->conditions->len;
}

static void
give_rule (Case *self, AcqCriterion criterion, gint64 value)
{
  acq_scenario_draft_set_condition (self->draft, count_rules (self),
                                    &(AcqSegmentCondition){ criterion, value });
}

static void
show_rules (Case *self)
{
  show (self, g_object_new (ACQ_TYPE_RULE_GROUP, "draft", self->draft, NULL));
}

static void
test_rules_empty (Case *self, gconstpointer data)
{
  show (self, acq_rule_group_new ());
  g_assert_true (is_shown (self->group, "No rule: only customers for whom it is chosen"));
  g_assert_true (gtk_widget_activate_action (self->group, "rules.add", NULL));
  acq_rule_group_set_draft (ACQ_RULE_GROUP (self->group), self->draft);
  g_object_set (self->group, "is-default", TRUE, "summary", "34 customers of 41", NULL);
  settle ();
  g_assert_true (is_shown (self->group, "All customers without another scenario"));
  g_assert_false (is_shown (self->group, "No rule: only customers for whom it is chosen"));
  g_assert_nonnull (widget_find (self->group, widget_says, "34 customers of 41"));
  g_assert_null (widget_find (self->group, widget_holds_text, "chosen by hand"));
  g_object_set (self->group, "chosen-by-hand", 3, NULL);
  settle ();
  g_assert_true (is_shown (self->group, "3 customers chosen by hand"));
  give_rule (self, ACQ_CRITERION_PRECIOUS, 0);
  settle ();
  g_assert_true (is_shown (self->group, "Except: precious customers"));
  g_assert_true (is_shown (self->group, "Also all customers without another scenario"));
}

/* In the words of the list, with what is wrong about it. */
static void
test_rules_words (Case *self, gconstpointer data)
{
  give_rule (self, ACQ_CRITERION_CUSTOMER_FOR, 730);
  give_rule (self, ACQ_CRITERION_USUAL_DELAY_LESS, 30);
  give_rule (self, ACQ_CRITERION_OUTSTANDING_LESS, 500000);
  give_rule (self, ACQ_CRITERION_KIND_NOT_IN, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_PUBLIC_BODY));
  show_rules (self);
  g_assert_true (is_shown (self->group, "Customer for at least 2 years"));
  g_assert_true (is_shown (self->group, "Usual delay under 30 days"));
  g_assert_true (is_shown (self->group, "Outstanding under 5,000 €"));
  g_assert_true (is_shown (self->group, "Except: town halls, schools, hospitals"));
  g_assert_null (widget_find (self->group, widget_holds_text, "Nobody can get it"));
  give_rule (self, ACQ_CRITERION_OUTSTANDING, 1000000);
  g_assert_nonnull (widget_find (self->group, widget_holds_text,
                                 "See “Outstanding under 5,000 €” and “Outstanding of at least 10,000 €”"));
  g_assert_true (gtk_widget_activate_action (self->group, "rules.remove", "u", 2u));
  g_assert_cmpuint (count_rules (self), ==, 4);
  g_assert_null (widget_find (self->group, widget_holds_text, "Nobody can get it"));
  g_assert_null (widget_find (self->group, widget_is_titled, "Outstanding under 5,000 €"));
  g_assert_true (gtk_widget_activate_action (self->group, "rules.remove", "u", 9u));
  g_assert_cmpuint (count_rules (self), ==, 4);
  assert_named (self->group);
}

static void
press (GtkWidget *popover, const char *id)
{
  GtkWidget *button = widget_find_id (popover, id);

  g_assert_nonnull (button);
  if (gtk_widget_is_sensitive (button))
    g_signal_emit_by_name (button, "clicked");
}

static void
test_rules_asked (Case *self, gconstpointer data)
{
  GtkWidget *popover;
  GtkEditable *amount;

  show_rules (self);
  popover = widget_find_type (self->group, ACQ_TYPE_RULE_POPOVER);
  g_assert_true (gtk_widget_activate_action (self->group, "rules.add", NULL));
  settle ();
  g_assert_true (gtk_widget_get_visible (popover));
  amount = GTK_EDITABLE (widget_find_id (popover, "amount"));
  gtk_editable_set_text (amount, "much");
  press (popover, "apply");
  g_assert_nonnull (widget_find (popover, widget_holds_text, "Type an amount"));
  g_assert_cmpuint (count_rules (self), ==, 0);
  gtk_editable_set_text (amount, "10 000,50");
  g_assert_nonnull (widget_find (popover, widget_says, "Outstanding of at least 10,000.50 €"));
  press (popover, "apply");
  settle ();
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_cmpuint (count_rules (self), ==, 1);
  g_assert_cmpint (rule_at (self, 0)->value, ==, 1000050);
  g_assert_true (gtk_widget_activate_action (self->group, "rules.edit", "u", 0u));
  g_assert_cmpstr (gtk_editable_get_text (amount), ==, "10000.50");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget_find_id (popover, "criterion")), ACQ_CRITERION_KIND_IN);
  press (popover, "apply");
  g_assert_cmpint (rule_at (self, 0)->criterion, ==, ACQ_CRITERION_OUTSTANDING);
  g_object_set (widget_find_id (popover, "kinds"), "kinds", ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY),
                NULL);
  press (popover, "apply");
  g_assert_cmpuint (count_rules (self), ==, 1);
  g_assert_cmpint (rule_at (self, 0)->criterion, ==, ACQ_CRITERION_KIND_IN);
  g_assert_cmpint (rule_at (self, 0)->value, ==, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY));
  settle ();
  g_assert_true (is_shown (self->group, "Only: companies"));
  g_assert_cmpuint (self->n_changes, ==, 2);
  assert_named (popover);
}

/* A preset is called as it always was until it does something else. */
static void
test_head_preset (Case *self, gconstpointer data)
{
  GtkEditable *name;

  show (self, acq_scenario_head_new ());
  g_assert_false (gtk_widget_is_sensitive (widget_find_id (self->group, "list")));
  acq_scenario_head_set_draft (ACQ_SCENARIO_HEAD (self->group), self->draft);
  name = GTK_EDITABLE (widget_find_id (self->group, "name"));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Standard");
  g_assert_false (gtk_editable_get_editable (name));
  gtk_spin_button_set_value (control_of (self, "Days between two messages at least", GTK_TYPE_SPIN_BUTTON),
                             9);
  g_assert_cmpint (acq_scenario_draft_get_scenario (self->draft)->minimum_interval, ==, 9);
  g_assert_true (gtk_editable_get_editable (name));
  gtk_editable_set_text (name, " Mine ");
  g_assert_cmpstr (acq_scenario_draft_get_scenario (self->draft)->name, ==, "Mine");
  gtk_editable_set_text (name, "Standard");
  g_assert_null (acq_scenario_draft_get_scenario (self->draft)->name);
  choose (self, "After the last step", ACQ_SEQUEL_LAWYER);
  g_assert_cmpint (acq_scenario_draft_get_scenario (self->draft)->sequel, ==, ACQ_SEQUEL_LAWYER);
  while (acq_scenario_draft_get_can_undo (self->draft))
    acq_scenario_draft_undo (self->draft);
  g_assert_false (acq_scenario_draft_get_modified (self->draft));
  g_assert_cmpuint (read_combo (self, "After the last step"), ==, ACQ_SEQUEL_ASK);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (
                     control_of (self, "Days between two messages at least", GTK_TYPE_SPIN_BUTTON)),
                   ==, 7);
  g_assert_false (gtk_editable_get_editable (name));
  assert_named (self->group);
}

static void
test_head_own (Case *self, gconstpointer data)
{
  g_autoptr (AcqScenarioEntry) entry = acq_scenario_entry_new (
    acq_scenario_new ("own", "Large accounts", 7, ACQ_SEQUEL_AGENCY, acq_scenario_standard ()->steps, 3));
  g_autoptr (AcqScenarioDraft) own = acq_scenario_draft_new (entry, TRUE);
  GtkEditable *name;

  show (self, g_object_new (ACQ_TYPE_SCENARIO_HEAD, "draft", self->draft, NULL));
  acq_scenario_head_set_draft (ACQ_SCENARIO_HEAD (self->group), own);
  name = GTK_EDITABLE (widget_find_id (self->group, "name"));
  g_assert_true (gtk_editable_get_editable (name));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Large accounts");
  g_assert_cmpuint (read_combo (self, "After the last step"), ==, ACQ_SEQUEL_AGENCY);
  gtk_editable_set_text (name, "");
  g_assert_cmpstr (acq_scenario_draft_get_scenario (own)->name, ==, "Large accounts");
  gtk_editable_set_text (name, "Standard");
  g_assert_cmpstr (acq_scenario_draft_get_scenario (own)->name, ==, "Standard");
  g_assert_cmpuint (self->n_changes, ==, 0);
}

#define ADD(path, preset, func) g_test_add (path, Case, preset, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/scenario-groups/step/empty", "standard", test_step_empty);
  ADD ("/scenario-groups/step/both-ways", "standard", test_step_both_ways);
  ADD ("/scenario-groups/step/days", "standard", test_step_days);
  ADD ("/scenario-groups/step/amount", "standard", test_step_amount);
  ADD ("/scenario-groups/step/asks", "formal", test_step_asks);
  ADD ("/scenario-groups/step/remove", "standard", test_step_remove);
  ADD ("/scenario-groups/step/names", "standard", test_step_names);
  ADD ("/scenario-groups/rules/empty", "standard", test_rules_empty);
  ADD ("/scenario-groups/rules/words", "standard", test_rules_words);
  ADD ("/scenario-groups/rules/asked", "standard", test_rules_asked);
  ADD ("/scenario-groups/head/preset", "standard", test_head_preset);
  ADD ("/scenario-groups/head/own", "standard", test_head_own);
  return g_test_run ();
}
