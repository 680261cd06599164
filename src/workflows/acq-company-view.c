/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-view.h"

#include "acq-approval.h"
#include "acq-batch-repository.h"
#include "acq-journal.h"

static AcqCompanyView *
view_new (AcqBooks *books, GPtrArray *batches, AcqDay last_change)
{
  AcqCompanyView *self = g_atomic_rc_box_new0 (AcqCompanyView);

  self->books = acq_books_ref (books);
  self->batches = g_ptr_array_ref (batches);
  self->last_change = last_change;
  self->plan_day = ACQ_DAY_NONE;
  return self;
}

AcqCompanyView *
acq_company_view_read (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqBooks) books = acq_books_load (file, error);
  g_autoptr (GPtrArray) batches = NULL;
  AcqDay last_change;

  if (books == NULL)
    return NULL;
  batches = acq_batch_repository_list (acq_company_file_connection (file), error);
  if (batches == NULL || !acq_journal_load_last_day (acq_company_file_connection (file), &last_change, error))
    return NULL;
  return view_new (books, batches, last_change);
}

static gboolean
count_to_approve (AcqCompanyView *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) approved = acq_approval_list (file, error);

  if (approved == NULL)
    return FALSE;
  for (guint i = 0; i < self->plan->messages->len; i++)
    {
      const AcqPlanMessage *message = self->plan->messages->pdata[i];

      /* What lacks something is held back until it is there. */
      self->n_to_approve += message->needs == 0 && acq_approval_find (approved, message) == NULL;
    }
  return TRUE;
}

AcqCompanyView *
acq_company_view_complete (const AcqCompanyView *partial, AcqCompanyFile *file, GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (AcqCompanyView) self = view_new (partial->books, partial->batches, partial->last_change);
  AcqDay today = self->books->today;

  self->planning = acq_planning_new_for_books (file, self->books, cancellable, error);
  if (self->planning == NULL)
    return NULL;
  self->plan_day = acq_dunning_settings_next_sending_day (self->planning->settings, today);
  self->plan
    = acq_plan_new (&self->planning->request, self->plan_day == ACQ_DAY_NONE ? today : self->plan_day);
  if (!count_to_approve (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
acq_company_view_count_messages (const AcqCompanyView *self)
{
  return self->n_to_approve;
}

guint
acq_company_view_count_receipts (const AcqCompanyView *self)
{
  if (self->planning == NULL)
    return 0;
  return self->planning->reconciliation->proposals->len + self->planning->reconciliation->unmatched->len;
}

AcqCompanyView *
acq_company_view_ref (AcqCompanyView *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqCompanyView *self = data;

  g_clear_pointer (&self->plan, acq_plan_free);
  g_clear_pointer (&self->planning, acq_planning_free);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->books, acq_books_unref);
}

void
acq_company_view_unref (AcqCompanyView *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
