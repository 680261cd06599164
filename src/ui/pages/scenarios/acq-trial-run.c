/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-trial-run.h"

#include <gio/gio.h>

#include "acq-scenario-check.h"

/* A card that is dragged changes the draft many times a second. */
#define DELAY_MILLISECONDS 60

struct _AcqTrialRun
{
  GObject parent_instance;

  AcqScenarioDraft *draft;
  AcqCompanyView *view;
  AcqScenarioTrial *trial;
  guint timeout_id;  /* 0: nothing waits to be tried */
  gboolean at_work;  /* on the thread */
  gboolean outdated; /* it works on what is no more */
};

G_DEFINE_FINAL_TYPE (AcqTrialRun, acq_trial_run, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What the thread works on. */
typedef struct
{
  AcqCompanyView *view;
  AcqScenarioEntry *entry;
  AcqScenarioEntry *saved; /* nullable */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  acq_company_view_unref (work->view);
  acq_scenario_entry_free (work->entry);
  acq_scenario_entry_free (work->saved);
  g_free (work);
}

static void
free_trial (gpointer trial)
{
  acq_scenario_trial_free (trial);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;

  g_task_return_pointer (task, acq_scenario_trial_new (work->view->planning, work->entry, work->saved), free_trial);
}

static void schedule (AcqTrialRun *self);

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  AcqTrialRun *self = ACQ_TRIAL_RUN (object);
  AcqScenarioTrial *trial = g_task_propagate_pointer (G_TASK (result), NULL);

  self->at_work = FALSE;
  if (self->outdated)
    {
      acq_scenario_trial_free (trial);
      schedule (self);
      return;
    }
  acq_scenario_trial_free (self->trial);
  self->trial = trial;
  g_object_notify_by_pspec (object, properties[PROP_RUNNING]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* As the company has it; NULL where it does not. */
static const AcqScenarioEntry *
find_kept (AcqTrialRun *self)
{
  return acq_scenario_book_find (self->view->planning->scenarios,
                                 acq_scenario_draft_get_scenario (self->draft)->code);
}

static void
start (AcqTrialRun *self)
{
  g_autoptr (GTask) task = NULL;
  const AcqScenarioEntry *kept;
  Work *work;

  if (self->draft == NULL || self->view == NULL || self->view->planning == NULL
      || !acq_scenario_is_valid (acq_scenario_draft_get_scenario (self->draft)))
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
      return;
    }
  kept = find_kept (self);
  work = g_new0 (Work, 1);
  work->view = acq_company_view_ref (self->view);
  work->entry = acq_scenario_entry_copy (acq_scenario_draft_get_entry (self->draft));
  work->saved = kept == NULL ? NULL : acq_scenario_entry_copy (kept);
  task = g_task_new (self, NULL, done_cb, NULL);
  g_task_set_task_data (task, work, work_free);
  self->at_work = TRUE;
  self->outdated = FALSE;
  g_task_run_in_thread (task, work_thread);
}

static gboolean
timeout_cb (gpointer data)
{
  AcqTrialRun *self = data;

  self->timeout_id = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (AcqTrialRun *self)
{
  self->outdated = self->at_work;
  if (!self->at_work && self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY_MILLISECONDS, timeout_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

AcqTrialRun *
acq_trial_run_new (void)
{
  return g_object_new (ACQ_TYPE_TRIAL_RUN, NULL);
}

static void
forget_draft (AcqTrialRun *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, schedule, self);
  g_clear_object (&self->draft);
}

void
acq_trial_run_set_draft (AcqTrialRun *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_TRIAL_RUN (self));
  if (self->draft == draft)
    return;
  forget_draft (self);
  g_clear_pointer (&self->trial, acq_scenario_trial_free);
  if (draft != NULL)
    {
      self->draft = g_object_ref (draft);
      g_signal_connect_object (draft, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
    }
  schedule (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
acq_trial_run_set_view (AcqTrialRun *self, AcqCompanyView *view)
{
  g_return_if_fail (ACQ_IS_TRIAL_RUN (self));
  if (self->view == view)
    return;
  g_clear_pointer (&self->view, acq_company_view_unref);
  self->view = view == NULL ? NULL : acq_company_view_ref (view);
  schedule (self);
}

const AcqScenarioTrial *
acq_trial_run_get_trial (AcqTrialRun *self)
{
  g_return_val_if_fail (ACQ_IS_TRIAL_RUN (self), NULL);
  return self->trial;
}

gboolean
acq_trial_run_is_running (AcqTrialRun *self)
{
  g_return_val_if_fail (ACQ_IS_TRIAL_RUN (self), FALSE);
  return self->at_work || self->timeout_id != 0;
}

static void
acq_trial_run_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RUNNING)
    g_value_set_boolean (value, acq_trial_run_is_running (ACQ_TRIAL_RUN (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_trial_run_dispose (GObject *object)
{
  AcqTrialRun *self = ACQ_TRIAL_RUN (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  forget_draft (self);
  g_clear_pointer (&self->view, acq_company_view_unref);
  g_clear_pointer (&self->trial, acq_scenario_trial_free);
  G_OBJECT_CLASS (acq_trial_run_parent_class)->dispose (object);
}

static void
acq_trial_run_class_init (AcqTrialRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_trial_run_get_property;
  object_class->dispose = acq_trial_run_dispose;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
acq_trial_run_init (AcqTrialRun *self)
{
}
