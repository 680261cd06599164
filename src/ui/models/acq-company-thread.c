/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-thread.h"

struct _AcqCompanyThread
{
  GThread *thread;
  GAsyncQueue *queue; /* (element-type Order) */
};

typedef struct
{
  GTask *task; /* owned; NULL: the last order */
  AcqCompanyJob job;
} Order;

void
acq_company_thread_hand_over (GTask *task, GSourceFunc func, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
drop_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The last reference to the task may free the object that it belongs to, which must happen on the main thread. */
static void
run (Order *order, AcqCompanyFile **file)
{
  if (!g_task_return_error_if_cancelled (order->task))
    order->job (file, order->task);
  acq_company_thread_hand_over (order->task, drop_cb, order->task, g_object_unref);
}

static gpointer
work (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  AcqCompanyFile *file = NULL;

  for (;;)
    {
      g_autofree Order *order = g_async_queue_pop (queue);

      if (order->task == NULL)
        break;
      run (order, &file);
    }
  acq_company_file_close (file);
  return NULL;
}

AcqCompanyThread *
acq_company_thread_new (void)
{
  AcqCompanyThread *self = g_new0 (AcqCompanyThread, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("company", work, g_async_queue_ref (self->queue));
  return self;
}

static void
push (AcqCompanyThread *self, GTask *task, AcqCompanyJob job)
{
  Order *order = g_new0 (Order, 1);

  order->task = task;
  order->job = job;
  g_async_queue_push (self->queue, order);
}

void
acq_company_thread_take (AcqCompanyThread *self, GTask *task, AcqCompanyJob job)
{
  g_return_if_fail (self != NULL && G_IS_TASK (task) && job != NULL);
  push (self, task, job);
}

void
acq_company_thread_end (AcqCompanyThread *self)
{
  if (self == NULL)
    return;
  push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
