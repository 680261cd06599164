/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-trial-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-column-chart.h"
#include "acq-day-text.h"
#include "acq-scenario-check.h"
#include "acq-scenario-text.h"
#include "acq-trial-rows.h"

/* Weeks in the chart, and messages before the rest is asked for. */
#define N_WEEKS 4
#define N_ROWS  5

struct _AcqTrialPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkListBox *warnings;
  GtkWidget *figures;
  GtkLabel *count;
  GtkLabel *difference;
  GtkWidget *advice;
  GtkBox *chart_card;
  GtkListBox *list;

  AcqChart *chart; /* borrowed */
  AcqScenarioDraft *draft;
  AcqTrialRun *run;
};

G_DEFINE_FINAL_TYPE (AcqTrialPane, acq_trial_pane, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* What a warning's button does: the step goes to a place, or the customers are opened. */
static GtkWidget *
make_remedy (const char *words, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  return button;
}

static void
add_warning (AcqTrialPane *self, const char *words, gboolean error, GtkWidget *remedy)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("acq-warning-symbolic");
  GtkWidget *label = gtk_label_new (words), *row = gtk_list_box_row_new ();

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, error ? "acq-stop" : "acq-attention");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), label);
  if (remedy != NULL)
    gtk_box_append (GTK_BOX (column), remedy);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->warnings, row);
}

/* Too near the step before: as far from it as the rule wants, if the next step leaves room. */
static GtkWidget *
make_gap_remedy (AcqTrialPane *self, const AcqScenarioFlaw *flaw)
{
  const AcqScenario *scenario = acq_scenario_draft_get_scenario (self->draft);
  int day, next, wanted;
  g_autofree char *words = NULL;

  if (!acq_scenario_step_day (scenario, (gsize) flaw->step, &day))
    return NULL;
  wanted = day + flaw->limit - flaw->days;
  if ((gsize) flaw->step + 1 < scenario->n_steps
      && acq_scenario_step_day (scenario, (gsize) flaw->step + 1, &next) && wanted >= next)
    return NULL;
  if (scenario->steps[flaw->step].level == 0 && wanted >= 0)
    return NULL;
  words = wanted < 0 ? g_strdup_printf (_ ("Put at D−%d"), -wanted) : g_strdup_printf (_ ("Put at D+%d"), wanted);
  return make_remedy (words, "trial.put", g_variant_new ("(ui)", (guint) flaw->step, wanted));
}

static void
add_flaws (AcqTrialPane *self)
{
  const AcqScenario *scenario = acq_scenario_draft_get_scenario (self->draft);
  g_autoptr (GArray) flaws = acq_scenario_check (scenario);

  for (guint i = 0; i < flaws->len; i++)
    {
      const AcqScenarioFlaw *flaw = &g_array_index (flaws, AcqScenarioFlaw, i);
      g_autofree char *words = acq_scenario_flaw_text (scenario, flaw);

      add_warning (self, words, acq_scenario_flaw_is_error (flaw),
                   flaw->kind == ACQ_SCENARIO_FLAW_GAP ? make_gap_remedy (self, flaw) : NULL);
    }
}

static const AcqTrialMessage *
find_lacking (const AcqScenarioTrial *trial, gboolean mail, gboolean phone)
{
  for (guint i = 0; i < trial->messages->len; i++)
    {
      const AcqTrialMessage *message = &g_array_index (trial->messages, AcqTrialMessage, i);

      if (message->lacks_contact && (message->channel == ACQ_CHANNEL_MAIL) == mail
          && (message->channel == ACQ_CHANNEL_CALL) == phone)
        return message;
    }
  return NULL;
}

static void
add_lack (AcqTrialPane *self, const char *words, const AcqTrialMessage *first)
{
  g_autofree char *target = NULL;

  if (first == NULL)
    return;
  target = g_strconcat ("code:", first->code, NULL);
  add_warning (self, words, FALSE,
               make_remedy (_ ("Complete…"), "win.open", g_variant_new ("(ss)", "customers", target)));
}

static void
add_lacks (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  g_autofree char *mail = g_strdup_printf (
    ngettext ("%u customer has no e-mail address.", "%u customers have no e-mail address.",
              trial->n_without_mail),
    trial->n_without_mail);
  g_autofree char *phone = g_strdup_printf (
    ngettext ("%u customer has no phone number.", "%u customers have no phone number.",
              trial->n_without_phone),
    trial->n_without_phone);
  g_autofree char *address = g_strdup_printf (
    ngettext ("%u customer has no postal address.", "%u customers have no postal address.",
              trial->n_without_address),
    trial->n_without_address);

  add_lack (self, mail, find_lacking (trial, TRUE, FALSE));
  add_lack (self, phone, find_lacking (trial, FALSE, TRUE));
  add_lack (self, address, find_lacking (trial, FALSE, FALSE));
}

static void
show_warnings (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  clear_list (self->warnings);
  if (self->draft != NULL)
    add_flaws (self);
  if (trial != NULL)
    add_lacks (self, trial);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), gtk_list_box_get_row_at_index (self->warnings, 0) != NULL);
}

static void
show_difference (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  guint more = trial->n_soon - MIN (trial->n_soon, trial->n_soon_saved);
  guint fewer = trial->n_soon_saved - MIN (trial->n_soon, trial->n_soon_saved);
  g_autofree char *words = NULL;

  if (more > 0)
    words = g_strdup_printf (
      ngettext ("%u more than with the saved version", "%u more than with the saved version", more), more);
  else if (fewer > 0)
    words = g_strdup_printf (
      ngettext ("%u fewer than with the saved version", "%u fewer than with the saved version", fewer),
      fewer);
  else if (acq_scenario_draft_get_modified (self->draft) && trial->n_customers > 0)
    words = g_strdup (_ ("as many as with the saved version"));
  gtk_label_set_label (self->difference, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->difference), words != NULL);
}

static void
show_weeks (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  g_autoptr (GListStore) store = g_list_store_new (ACQ_TYPE_CHART_POINT);

  for (guint week = 0; week < N_WEEKS; week++)
    {
      AcqDay monday = acq_scenario_trial_week_start (trial, week);
      guint n = acq_scenario_trial_count_week (trial, week);
      g_autofree char *label = acq_day_text_short (monday, trial->today);
      g_autofree char *day = acq_day_text (monday, trial->today);
      g_autofree char *name = g_strdup_printf (_ ("Week of %s"), day);
      g_autofree char *value = g_strdup_printf (ngettext ("%u message", "%u messages", n), n);
      g_autoptr (AcqChartPoint) point = acq_chart_point_new (
        &(AcqChartDatum){ .label = label, .name = name, .value = n, .value_text = value });

      g_list_store_append (store, point);
    }
  acq_chart_set_model (self->chart, G_LIST_MODEL (store));
}

static void
add_all_row (AcqTrialPane *self, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("See the %u message", "See all %u messages", n), n);
  GtkWidget *button = gtk_button_new_with_label (words), *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "acq-bank-more");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "trial.all");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
show_messages (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  guint n = trial->messages->len;

  clear_list (self->list);
  for (guint i = 0; i < MIN (n, N_ROWS); i++)
    {
      const AcqTrialMessage *message = &g_array_index (trial->messages, AcqTrialMessage, i);
      g_autofree char *target = g_strconcat ("code:", message->code, NULL);
      GtkWidget *row = acq_trial_row_new (message, trial->today);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "customers", target);
      gtk_list_box_append (self->list, row);
    }
  if (n > N_ROWS || trial->dropped->len > 0)
    add_all_row (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0 || trial->dropped->len > 0);
}

/* Nobody gets it: there is nothing to draw, but something to do. */
static char *
phrase_count (const AcqScenarioTrial *trial)
{
  if (trial->n_customers == 0 && trial->messages->len == 0)
    return g_strdup (_ ("Nobody has this scenario yet"));
  return g_strdup_printf (ngettext ("%u message within 30 days", "%u messages within 30 days", trial->n_soon),
                          trial->n_soon);
}

static void
show_figures (AcqTrialPane *self, const AcqScenarioTrial *trial)
{
  g_autofree char *count = phrase_count (trial);
  gboolean is_empty = trial->messages->len == 0;

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_card), !is_empty);
  gtk_widget_set_visible (self->advice, is_empty && trial->n_customers == 0);
  show_difference (self, trial);
  show_weeks (self, trial);
  show_messages (self, trial);
}

static void
show (AcqTrialPane *self)
{
  const AcqScenarioTrial *trial = self->run == NULL ? NULL : acq_trial_run_get_trial (self->run);

  show_warnings (self, trial);
  gtk_widget_set_visible (self->figures, trial != NULL && self->draft != NULL);
  if (trial != NULL && self->draft != NULL)
    show_figures (self, trial);
}

/* Between a change and its trial the old figures stay, dimmed. */
static void
running_cb (AcqTrialPane *self)
{
  gtk_widget_set_opacity (self->figures, acq_trial_run_is_running (self->run) ? 0.5 : 1);
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTrialPane *self = ACQ_TRIAL_PANE (widget);
  guint step;
  int day;

  g_variant_get (parameter, "(ui)", &step, &day);
  if (self->draft != NULL && step < acq_scenario_draft_get_scenario (self->draft)->n_steps)
    acq_scenario_draft_move_step (self->draft, step, day);
}

static void
all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTrialPane *self = ACQ_TRIAL_PANE (widget);
  const AcqScenarioTrial *trial = self->run == NULL ? NULL : acq_trial_run_get_trial (self->run);

  if (trial != NULL)
    acq_trial_rows_present_all (widget, trial);
}

void
acq_trial_pane_set_draft (AcqTrialPane *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_TRIAL_PANE (self));
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, show, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

void
acq_trial_pane_set_run (AcqTrialPane *self, AcqTrialRun *run)
{
  g_return_if_fail (ACQ_IS_TRIAL_PANE (self));
  if (self->run != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->run, show, self);
      g_signal_handlers_disconnect_by_func (self->run, running_cb, self);
    }
  g_set_object (&self->run, run);
  if (run != NULL)
    {
      g_signal_connect_object (run, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (run, "notify::running", G_CALLBACK (running_cb), self, G_CONNECT_SWAPPED);
    }
  show (self);
}

static void
acq_trial_pane_dispose (GObject *object)
{
  AcqTrialPane *self = ACQ_TRIAL_PANE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->run);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_trial_pane_parent_class)->dispose (object);
}

static void
acq_trial_pane_class_init (AcqTrialPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_trial_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-trial-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, box);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, warnings);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, figures);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, count);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, difference);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, advice);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, chart_card);
  gtk_widget_class_bind_template_child (widget_class, AcqTrialPane, list);
  gtk_widget_class_install_action (widget_class, "trial.put", "(ui)", put_action);
  gtk_widget_class_install_action (widget_class, "trial.all", NULL, all_action);
}

static void
acq_trial_pane_init (AcqTrialPane *self)
{
  const AcqChartMeasure messages = { 1, "", FALSE };
  AcqColumnChart *chart = acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chart = ACQ_CHART (chart);
  acq_chart_set_measure (self->chart, &messages);
  acq_chart_set_title (self->chart, _ ("Messages a week"));
  gtk_widget_set_hexpand (GTK_WIDGET (chart), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (chart), -1, 120);
  gtk_box_append (self->chart_card, GTK_WIDGET (chart));
}
