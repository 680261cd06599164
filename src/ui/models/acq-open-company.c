/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-open-company.h"

#include "acq-company-thread.h"

/* A company of more rows is shown as soon as it is read, before what is worked out from it is ready. */
#define SHOW_EARLY_ROWS 20000

G_DEFINE_BOXED_TYPE (AcqCompanyView, acq_company_view, acq_company_view_ref, acq_company_view_unref)

typedef struct
{
  AcqUndoStep *step;
  char *done;
} UndoOffer;

struct _AcqOpenCompany
{
  GObject parent_instance;

  char *path;
  AcqClock clock;
  char *name;
  AcqCompanyThread *thread;
  GCancellable *closing;
  AcqCompanyView *view;
  AcqFileLock *lock;     /* touched on the company's thread alone while that lives */
  AcqLockHolder *holder; /* who has the lock instead */
  GPtrArray *undo;       /* (element-type UndoOffer) the last one last */
  gint64 data_version;   /* touched on the company's thread alone */
  guint n_running;
  guint n_changing; /* of them: changes, the last of which cannot be taken back yet */
  gboolean refresh_pending;
};

G_DEFINE_FINAL_TYPE (AcqOpenCompany, acq_open_company, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_NAME,
  PROP_BUSY,
  PROP_UNDO_LABEL,
  PROP_READ_ONLY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a job works with, and what it brings back. */
typedef struct
{
  AcqAskFunc ask;
  AcqChangeFunc change;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  char *done;
  UndoOffer *taking_back;
  gboolean first;    /* nothing is shown yet */
  AcqDay seen_on;    /* of the view that is shown */
  gboolean overrule; /* takes the file over */
  AcqLockHolder *holder;
  AcqCompanyView *view;
  AcqUndoStep *step;
} Job;

static void
undo_offer_free (UndoOffer *self)
{
  g_clear_pointer (&self->step, acq_undo_step_unref);
  g_free (self->done);
  g_free (self);
}

static void
job_free (Job *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->taking_back, undo_offer_free);
  g_clear_pointer (&self->view, acq_company_view_unref);
  g_clear_pointer (&self->step, acq_undo_step_unref);
  g_clear_pointer (&self->holder, acq_lock_holder_free);
  g_free (self->done);
  g_free (self);
}

static void
set_running (AcqOpenCompany *self, int change)
{
  gboolean was_busy = self->n_running > 0;

  self->n_running += change;
  if (was_busy != (self->n_running > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_view (AcqOpenCompany *self, AcqCompanyView *view)
{
  const char *name = view->books->ledger->company->name;

  g_clear_pointer (&self->view, acq_company_view_unref);
  self->view = acq_company_view_ref (view);
  if (name != NULL && g_strcmp0 (name, self->name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
set_holder (AcqOpenCompany *self, AcqLockHolder *holder)
{
  gboolean changed = (holder != NULL) != (self->holder != NULL);

  g_clear_pointer (&self->holder, acq_lock_holder_free);
  self->holder = holder;
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

static void
start (AcqOpenCompany *self, Job *job, AcqCompanyJob run, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data, gpointer tag)
{
  GTask *task = g_task_new (self, cancellable != NULL ? cancellable : self->closing, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* A change that was committed has happened, whatever was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  set_running (self, +1);
  acq_company_thread_take (self->thread, task, run);
}

/* Who wants to undo while something is changed means that, and would take back what was before it. */
static void
set_changing (AcqOpenCompany *self, int change)
{
  gboolean was_changing = self->n_changing > 0;

  self->n_changing += change;
  if (was_changing != (self->n_changing > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
}

/* On the main thread, once a job is over. */
static Job *
end (AcqOpenCompany *self, GAsyncResult *result)
{
  set_running (self, -1);
  return g_task_get_task_data (G_TASK (result));
}

typedef struct
{
  AcqOpenCompany *company;
  AcqCompanyView *view;
} EarlyView;

static void
early_view_free (EarlyView *self)
{
  acq_company_view_unref (self->view);
  g_object_unref (self->company);
  g_free (self);
}

static gboolean
show_early_cb (gpointer data)
{
  EarlyView *early = data;

  set_view (early->company, early->view);
  return G_SOURCE_REMOVE;
}

static void
show_early (GTask *task, AcqCompanyView *view)
{
  const AcqLedger *ledger = view->books->ledger;
  EarlyView *early;

  if (ledger->invoices->len + ledger->transactions->len < SHOW_EARLY_ROWS)
    return;
  early = g_new0 (EarlyView, 1);
  early->company = g_object_ref (g_task_get_source_object (task));
  early->view = acq_company_view_ref (view);
  acq_company_thread_hand_over (task, show_early_cb, early, (GDestroyNotify) early_view_free);
}

static AcqCompanyView *
read_view (AcqCompanyFile *file, GTask *task, gboolean early, GError **error)
{
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (file, error);

  if (partial == NULL)
    return NULL;
  if (early)
    show_early (task, partial);
  return acq_company_view_complete (partial, file, g_task_get_cancellable (task), error);
}

/* Our own changes do not count for SQLite's "data_version": it tells of those of others. */
static gboolean
has_changed (AcqCompanyFile *file, AcqDay seen_on, gint64 *version)
{
  gint64 now = *version;
  gboolean read
    = acq_connection_get_int (acq_company_file_connection (file), &now, NULL, "PRAGMA data_version", "");
  gboolean changed = !read || now != *version || acq_clock_today (acq_company_file_clock (file)) != seen_on;

  *version = now;
  return changed;
}

/* Without the lock SQLite itself refuses to write. */
static gboolean
lock_file (AcqOpenCompany *self, AcqCompanyFile *file, Job *job, GError **error)
{
  if (self->lock == NULL)
    self->lock = acq_file_lock_take (self->path, acq_clock_now (self->clock), job->overrule, &job->holder);
  return acq_connection_exec (acq_company_file_connection (file),
                              job->holder != NULL ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF",
                              error);
}

static AcqCompanyFile *
open_file (AcqOpenCompany *self, Job *job, GError **error)
{
  g_autoptr (AcqCompanyFile) file = acq_company_file_open (self->path, self->clock, error);

  if (file == NULL || !lock_file (self, file, job, error))
    return NULL;
  acq_company_file_set_recording (file, TRUE);
  return g_steal_pointer (&file);
}

static void
load_job (AcqCompanyFile **file, GTask *task)
{
  AcqOpenCompany *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (*file == NULL)
    *file = open_file (self, job, &error);
  else if (job->overrule && !lock_file (self, *file, job, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (*file != NULL)
    has_changed (*file, ACQ_DAY_NONE, &self->data_version);
  if (*file != NULL)
    job->view = read_view (*file, task, job->first, &error);
  if (job->view == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
acq_open_company_load_async (AcqOpenCompany *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  job->first = self->view == NULL;
  start (self, job, load_job, cancellable, callback, user_data, acq_open_company_load_async);
}

gboolean
acq_open_company_load_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  job = end (self, result);
  set_holder (self, g_steal_pointer (&job->holder));
  if (job->view != NULL)
    set_view (self, job->view);
  return g_task_propagate_boolean (G_TASK (result), error);
}

const AcqLockHolder *
acq_open_company_get_holder (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), NULL);
  return self->holder;
}

static void
taken_over_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  /* Where it could not be taken over the file stays as it was: to be read. */
  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, NULL);
}

void
acq_open_company_take_over (AcqOpenCompany *self)
{
  Job *job;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  job = g_new0 (Job, 1);
  job->overrule = TRUE;
  start (self, job, load_job, NULL, taken_over_cb, NULL, acq_open_company_take_over);
}

static void
ask_job (AcqCompanyFile **file, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = job->ask (*file, job->data, g_task_get_cancellable (task), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, job->free_result);
}

void
acq_open_company_ask_async (AcqOpenCompany *self, AcqAskFunc func, gpointer data, GDestroyNotify free_data,
                            GDestroyNotify free_result, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  job->ask = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  start (self, job, ask_job, cancellable, callback, user_data, acq_open_company_ask_async);
}

gpointer
acq_open_company_ask_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  end (self, result);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What an undo, or a change that is not offered for one, left behind must not be taken for what comes next, which may change
   nothing at all. */
static void
drop_changeset (AcqCompanyFile *file)
{
  GBytes *left_behind = acq_company_file_take_changeset (file);

  g_clear_pointer (&left_behind, g_bytes_unref);
}

/* The change has happened even where the new view could not be read: its error is then that of the next reading. */
static void
change_job (AcqCompanyFile **file, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (job->holder != NULL)
    {
      g_task_return_new_error (task, ACQ_STORE_ERROR, ACQ_STORE_ERROR_OPEN_ELSEWHERE, "%s",
                               job->holder->machine);
      return;
    }
  drop_changeset (*file);
  if (!job->change (*file, job->data, g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->done != NULL)
    job->step = acq_undo_step_take (*file);
  job->view = read_view (*file, task, FALSE, NULL);
  g_task_return_boolean (task, TRUE);
}

void
acq_open_company_change_async (AcqOpenCompany *self, const char *done, AcqChangeFunc func, gpointer data,
                               GDestroyNotify free_data, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  job->change = func;
  job->data = data;
  job->free_data = free_data;
  job->done = g_strdup (done);
  if (self->holder != NULL)
    job->holder = acq_lock_holder_copy (self->holder);
  set_changing (self, +1);
  start (self, job, change_job, cancellable, callback, user_data, acq_open_company_change_async);
}

gboolean
acq_open_company_is_changing (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), FALSE);
  return self->n_changing > 0;
}

static void
offer_undo (AcqOpenCompany *self, AcqUndoStep *step, const char *done)
{
  UndoOffer *offer = g_new0 (UndoOffer, 1);

  offer->step = acq_undo_step_ref (step);
  offer->done = g_strdup (done);
  g_ptr_array_add (self->undo, offer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, done);
}

gboolean
acq_open_company_change_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  job = end (self, result);
  if (job->view != NULL)
    set_view (self, job->view);
  set_changing (self, -1);
  if (job->step != NULL)
    offer_undo (self, job->step, job->done);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
acq_open_company_offer_undo_of_import (AcqOpenCompany *self, const char *done, gint64 batch_id)
{
  acq_open_company_offer_undo_of_imports (self, done, &batch_id, 1);
}

void
acq_open_company_offer_undo_of_imports (AcqOpenCompany *self, const char *done, const gint64 *batches,
                                        gsize n_batches)
{
  g_autoptr (AcqUndoStep) step = NULL;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  g_return_if_fail (done != NULL);
  step = acq_undo_step_new_for_imports (batches, n_batches, done);
  offer_undo (self, step, done);
}

static void
undo_job (AcqCompanyFile **file, GTask *task)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!acq_undo_step_apply (*file, job->taking_back->step, &error))
    {
      /* Of several imports, the last ones may be gone. */
      job->view = read_view (*file, task, FALSE, NULL);
      g_task_return_error (task, error);
      return;
    }
  job->view = read_view (*file, task, FALSE, NULL);
  g_task_return_boolean (task, TRUE);
}

void
acq_open_company_undo_async (AcqOpenCompany *self, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  g_return_if_fail (acq_open_company_get_undo_label (self) != NULL);
  job = g_new0 (Job, 1);
  job->taking_back = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  start (self, job, undo_job, NULL, callback, user_data, acq_open_company_undo_async);
}

gboolean
acq_open_company_undo_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  job = end (self, result);
  if (job->view != NULL)
    set_view (self, job->view);
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
acq_open_company_get_undo_label (AcqOpenCompany *self)
{
  const UndoOffer *last;

  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), NULL);
  if (self->undo->len == 0 || self->n_changing > 0)
    return NULL;
  last = self->undo->pdata[self->undo->len - 1];
  return last->done;
}

static void
refresh_job (AcqCompanyFile **file, GTask *task)
{
  AcqOpenCompany *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (*file != NULL && has_changed (*file, job->seen_on, &self->data_version))
    {
      job->view = read_view (*file, task, FALSE, &error);
      if (job->view == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqOpenCompany *self = ACQ_OPEN_COMPANY (object);

  self->refresh_pending = FALSE;
  /* What could not be read now is read, and its error told, at the next change. */
  acq_open_company_load_finish (self, result, NULL);
}

void
acq_open_company_refresh (AcqOpenCompany *self)
{
  Job *job;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (self));
  if (self->view == NULL || self->refresh_pending)
    return;
  self->refresh_pending = TRUE;
  job = g_new0 (Job, 1);
  job->seen_on = self->view->books->today;
  start (self, job, refresh_job, NULL, refreshed_cb, NULL, acq_open_company_refresh);
}

const char *
acq_open_company_get_path (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), NULL);
  return self->path;
}

AcqClock
acq_open_company_get_clock (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), acq_clock_system ());
  return self->clock;
}

const char *
acq_open_company_get_name (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), NULL);
  return self->name;
}

const AcqCompanyView *
acq_open_company_get_view (AcqOpenCompany *self)
{
  g_return_val_if_fail (ACQ_IS_OPEN_COMPANY (self), NULL);
  return self->view;
}

AcqOpenCompany *
acq_open_company_new (const char *path, AcqClock clock)
{
  AcqOpenCompany *self = g_object_new (ACQ_TYPE_OPEN_COMPANY, NULL);

  self->path = g_strdup (path);
  self->clock = clock;
  self->name = g_path_get_basename (path);
  return self;
}

static void
acq_open_company_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqOpenCompany *self = ACQ_OPEN_COMPANY (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_boxed (value, self->view);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_running > 0);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, acq_open_company_get_undo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->holder != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_open_company_dispose (GObject *object)
{
  AcqOpenCompany *self = ACQ_OPEN_COMPANY (object);

  g_cancellable_cancel (self->closing);
  g_clear_pointer (&self->thread, acq_company_thread_end);
  g_clear_pointer (&self->lock, acq_file_lock_release);
  G_OBJECT_CLASS (acq_open_company_parent_class)->dispose (object);
}

static void
acq_open_company_finalize (GObject *object)
{
  AcqOpenCompany *self = ACQ_OPEN_COMPANY (object);

  g_clear_pointer (&self->view, acq_company_view_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->holder, acq_lock_holder_free);
  g_clear_object (&self->closing);
  g_free (self->path);
  g_free (self->name);
  G_OBJECT_CLASS (acq_open_company_parent_class)->finalize (object);
}

static void
acq_open_company_class_init (AcqOpenCompanyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_open_company_get_property;
  object_class->dispose = acq_open_company_dispose;
  object_class->finalize = acq_open_company_finalize;
  properties[PROP_VIEW] = g_param_spec_boxed ("view", NULL, NULL, ACQ_TYPE_COMPANY_VIEW, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * AcqOpenCompany::changed:
   * @done: what was done and can be taken back
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACQ_TYPE_OPEN_COMPANY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
acq_open_company_init (AcqOpenCompany *self)
{
  self->thread = acq_company_thread_new ();
  self->closing = g_cancellable_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) undo_offer_free);
}
