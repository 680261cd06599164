/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-columns.h"
#include "acq-rule-group.h"
#include "acq-scenario-head.h"
#include "acq-scenario-line.h"
#include "acq-step-group.h"
#include "acq-trial-pane.h"

struct _AcqScenarioEditor
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scroller;
  AcqColumns *columns;
  GtkWidget *line;
  GtkWidget *step;
  GtkWidget *rules;
  GtkWidget *head;
  AcqTrialPane *pane;

  /* Owned references */
  AcqScenarioDraft *draft;
  AcqCompanyView *view;
  AcqTrialRun *run;
};

G_DEFINE_FINAL_TYPE (AcqScenarioEditor, acq_scenario_editor, GTK_TYPE_WIDGET)

enum
{
  TRIED,
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_default (AcqScenarioEditor *self)
{
  return self->draft != NULL && self->view != NULL && self->view->planning != NULL
         && g_str_equal (self->view->planning->scenarios->default_code,
                         acq_scenario_draft_get_scenario (self->draft)->code);
}

char *
acq_scenario_editor_get_summary (AcqScenarioEditor *self)
{
  const AcqScenarioTrial *trial;

  g_return_val_if_fail (ACQ_IS_SCENARIO_EDITOR (self), NULL);
  trial = acq_trial_run_get_trial (self->run);
  if (trial == NULL)
    return NULL;
  if (trial->n_customers == 0)
    return g_strdup (_ ("no customer"));
  return g_strdup_printf (
    ngettext ("%1$u customer of %2$u", "%1$u customers of %2$u", trial->n_customers), trial->n_customers, trial->n_all);
}

static void
tried_cb (AcqScenarioEditor *self)
{
  const AcqScenarioTrial *trial = acq_trial_run_get_trial (self->run);
  g_autofree char *summary = acq_scenario_editor_get_summary (self);

  g_object_set (self->rules, "summary", summary, "chosen-by-hand", trial == NULL ? 0 : trial->n_chosen, "is-default",
                is_default (self), NULL);
  g_signal_emit (self, signals[TRIED], 0);
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
resized_cb (AcqScenarioEditor *self)
{
  g_signal_emit (self, signals[RESIZED], 0);
}

gboolean
acq_scenario_editor_is_wide (AcqScenarioEditor *self)
{
  g_return_val_if_fail (ACQ_IS_SCENARIO_EDITOR (self), FALSE);
  return gtk_widget_get_width (GTK_WIDGET (self->columns)) > 0 && !acq_columns_is_narrow (self->columns);
}

void
acq_scenario_editor_set_draft (AcqScenarioEditor *self, AcqScenarioDraft *draft)
{
  GtkWidget *followers[] = { self->line, self->step, self->rules, self->head };

  g_return_if_fail (ACQ_IS_SCENARIO_EDITOR (self));
  if (!g_set_object (&self->draft, draft))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    g_object_set (followers[i], "draft", draft, NULL);
  acq_trial_pane_set_draft (self->pane, draft);
  acq_trial_run_set_draft (self->run, draft);
}

void
acq_scenario_editor_set_view (AcqScenarioEditor *self, AcqCompanyView *view)
{
  g_return_if_fail (ACQ_IS_SCENARIO_EDITOR (self));
  if (self->view == view)
    return;
  g_clear_pointer (&self->view, acq_company_view_unref);
  self->view = view == NULL ? NULL : acq_company_view_ref (view);
  acq_trial_run_set_view (self->run, view);
  g_object_set (self->rules, "is-default", is_default (self), NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenarioEditor *self = ACQ_SCENARIO_EDITOR (widget);
  guint added = g_str_equal (name, "editor.add") ? acq_scenario_draft_add_step (self->draft)
                                                 : acq_scenario_draft_add_step_before_due (self->draft);

  if (added == ACQ_SCENARIO_DRAFT_NONE)
    gtk_widget_error_bell (widget);
}

static void
acq_scenario_editor_dispose (GObject *object)
{
  AcqScenarioEditor *self = ACQ_SCENARIO_EDITOR (object);

  g_clear_object (&self->run);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->view, acq_company_view_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_scenario_editor_parent_class)->dispose (object);
}

static void
acq_scenario_editor_class_init (AcqScenarioEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_scenario_editor_dispose;
  signals[TRIED]
    = g_signal_new ("tried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED]
    = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_COLUMNS);
  g_type_ensure (ACQ_TYPE_RULE_GROUP);
  g_type_ensure (ACQ_TYPE_SCENARIO_HEAD);
  g_type_ensure (ACQ_TYPE_SCENARIO_LINE);
  g_type_ensure (ACQ_TYPE_STEP_GROUP);
  g_type_ensure (ACQ_TYPE_TRIAL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-scenario-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, columns);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, line);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, step);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, rules);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, head);
  gtk_widget_class_bind_template_child (widget_class, AcqScenarioEditor, pane);
  gtk_widget_class_install_action (widget_class, "editor.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "editor.add-before-due", NULL, add_action);
}

static void
acq_scenario_editor_init (AcqScenarioEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->run = acq_trial_run_new ();
  acq_trial_pane_set_run (self->pane, self->run);
  g_signal_connect_object (self->columns, "notify::narrow", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "changed", G_CALLBACK (tried_cb), self, G_CONNECT_SWAPPED);
}
