/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline-row.h"

struct _AcqTimelineRow
{
  GObject parent_instance;

  AcqTimeline *timeline;
  guint event;
};

G_DEFINE_FINAL_TYPE (AcqTimelineRow, acq_timeline_row, G_TYPE_OBJECT)

AcqTimelineRow *
acq_timeline_row_new (AcqTimeline *timeline, guint event)
{
  AcqTimelineRow *self = g_object_new (ACQ_TYPE_TIMELINE_ROW, NULL);

  self->timeline = acq_timeline_ref (timeline);
  self->event = event;
  return self;
}

const AcqTimelineEvent *
acq_timeline_row_get_event (AcqTimelineRow *self)
{
  g_return_val_if_fail (ACQ_IS_TIMELINE_ROW (self), NULL);
  return acq_timeline_event (self->timeline, self->event);
}

AcqTimeline *
acq_timeline_row_get_timeline (AcqTimelineRow *self)
{
  g_return_val_if_fail (ACQ_IS_TIMELINE_ROW (self), NULL);
  return self->timeline;
}

const char *
acq_timeline_row_find_target (AcqTimelineRow *self, char **ret_target)
{
  const AcqTimelineEvent *event = acq_timeline_row_get_event (self);
  const AcqInvoice *invoice = event->invoice;

  if (event->kind == ACQ_TIMELINE_PLANNED)
    {
      *ret_target = g_strconcat ("customer:", self->timeline->account->customer->code, NULL);
      return "reminders";
    }
  if (event->receipt != NULL && event->receipt->transaction_id != 0)
    {
      *ret_target = g_strdup_printf ("transaction:%" G_GINT64_FORMAT, event->receipt->transaction_id);
      return "bank";
    }
  if (invoice == NULL && event->n_items > 0)
    invoice = acq_timeline_item (self->timeline, event, 0)->invoice;
  /* The page that shows one invoice's events shows that invoice. */
  if (invoice == NULL || self->timeline->invoice != NULL)
    return NULL;
  *ret_target = g_strconcat ("number:", invoice->number, NULL);
  return "invoices";
}

static void
acq_timeline_row_finalize (GObject *object)
{
  AcqTimelineRow *self = ACQ_TIMELINE_ROW (object);

  g_clear_pointer (&self->timeline, acq_timeline_unref);
  G_OBJECT_CLASS (acq_timeline_row_parent_class)->finalize (object);
}

static void
acq_timeline_row_class_init (AcqTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_timeline_row_finalize;
}

static void
acq_timeline_row_init (AcqTimelineRow *self)
{
}
