/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-work.h"

#include <glib/gi18n.h>

AcqBatchWork *
acq_batch_work_new (const AcqCompanyView *view)
{
  AcqBatchWork *self = g_atomic_rc_box_new0 (AcqBatchWork);

  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

AcqBatchWork *
acq_batch_work_ref (AcqBatchWork *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
batch_work_clear (gpointer data)
{
  AcqBatchWork *self = data;

  acq_letter_pile_free (self->pile);
  acq_letter_batch_free (self->batch);
  g_clear_pointer (&self->queue, acq_queue_unref);
  acq_company_view_unref (self->view);
  g_array_unref (self->places);
  g_free (self->path);
  g_free (self->folder);
}

void
acq_batch_work_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, batch_work_clear);
}

double
acq_batch_work_get_progress (AcqBatchWork *self)
{
  int n_all = g_atomic_int_get (&self->n_all);

  return n_all == 0 ? 0.0 : (double) g_atomic_int_get (&self->n_done) / n_all;
}

static void
progress_cb (guint n_done, guint n_all, gpointer data)
{
  AcqBatchWork *self = data;

  g_atomic_int_set (&self->n_all, (int) n_all);
  g_atomic_int_set (&self->n_done, (int) n_done);
}

/* The view may have gone on while the job waited; what the letters then say is checked when they leave. */
static gpointer
draft (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqBatchWork *self = data;
  AcqLetterBatchWatch watch = { progress_cb, self, cancellable };

  self->queue = acq_queue_new (self->view, file, self->view->plan_day, error);
  if (self->queue == NULL)
    return NULL;
  self->batch = acq_letter_batch_new (file, self->queue, &watch, error);
  return self->batch == NULL ? NULL : acq_batch_work_ref (self);
}

static AcqLetterWish
wish_of (const AcqBatchWork *self)
{
  return (AcqLetterWish){
    .places = (const guint *) (gconstpointer) self->places->data,
    .n_places = self->places->len,
    .cover = self->cover,
    .both_sides = TRUE,
    .path = self->path,
    .folder = self->folder,
  };
}

static gpointer
check (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqBatchWork *self = data;
  AcqLetterBatchWatch watch = { progress_cb, self, cancellable };
  AcqLetterWish wish = wish_of (self);

  self->pile = acq_letter_departure_check (self->batch, file, &wish, &watch, error);
  return self->pile == NULL ? NULL : acq_batch_work_ref (self);
}

static gboolean
go (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqBatchWork *self = data;
  AcqLetterBatchWatch watch = { progress_cb, self, cancellable };
  AcqLetterWish wish = wish_of (self);

  self->pile = acq_letter_departure_go (self->batch, file, &wish, &watch, error);
  return self->pile != NULL;
}

static void
begin (AcqBatchWork *self)
{
  g_clear_pointer (&self->pile, acq_letter_pile_free);
  g_atomic_int_set (&self->n_done, 0);
}

void
acq_batch_work_draft_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  begin (self);
  acq_open_company_ask_async (company, draft, acq_batch_work_ref (self), acq_batch_work_unref,
                              acq_batch_work_unref, cancellable, callback, data);
}

void
acq_batch_work_check_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  begin (self);
  acq_open_company_ask_async (company, check, acq_batch_work_ref (self), acq_batch_work_unref,
                              acq_batch_work_unref, cancellable, callback, data);
}

void
acq_batch_work_go_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  begin (self);
  acq_open_company_change_async (company, _ ("Letters approved"), go, acq_batch_work_ref (self),
                                 acq_batch_work_unref, cancellable, callback, data);
}
