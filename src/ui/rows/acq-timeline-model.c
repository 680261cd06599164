/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline-model.h"

struct _AcqTimelineModel
{
  GObject parent_instance;

  AcqTimeline *timeline;
  AcqTimelineShow show;
  GArray *shown; /* (element-type guint) events of the timeline */
};

static void acq_timeline_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqTimelineModel, acq_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_timeline_model_list_init))

AcqTimelineModel *
acq_timeline_model_new (void)
{
  return g_object_new (ACQ_TYPE_TIMELINE_MODEL, NULL);
}

static gboolean
is_shown (const AcqTimelineModel *self, const AcqTimelineEvent *event)
{
  AcqTimelineGroup group = acq_timeline_group_of (event->kind);

  switch (self->show)
    {
    case ACQ_TIMELINE_SHOW_INVOICES:
      return group == ACQ_TIMELINE_GROUP_INVOICES;
    case ACQ_TIMELINE_SHOW_PAYMENTS:
      return group == ACQ_TIMELINE_GROUP_PAYMENTS;
    case ACQ_TIMELINE_SHOW_EXCHANGES:
      return group == ACQ_TIMELINE_GROUP_EXCHANGES;
    case ACQ_TIMELINE_SHOW_ALL:
      break;
    }
  return TRUE;
}

static void
update (AcqTimelineModel *self)
{
  guint before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; self->timeline != NULL && i < self->timeline->events->len; i++)
    if (is_shown (self, acq_timeline_event (self->timeline, i)))
      g_array_append_val (self->shown, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown->len);
}

void
acq_timeline_model_set_timeline (AcqTimelineModel *self, AcqTimeline *timeline)
{
  g_return_if_fail (ACQ_IS_TIMELINE_MODEL (self));

  if (timeline == self->timeline)
    return;
  g_clear_pointer (&self->timeline, acq_timeline_unref);
  self->timeline = timeline == NULL ? NULL : acq_timeline_ref (timeline);
  update (self);
}

void
acq_timeline_model_set_show (AcqTimelineModel *self, AcqTimelineShow show)
{
  g_return_if_fail (ACQ_IS_TIMELINE_MODEL (self));

  if (show == self->show)
    return;
  self->show = show;
  update (self);
}

static GType
acq_timeline_model_get_item_type (GListModel *list)
{
  return ACQ_TYPE_TIMELINE_ROW;
}

static guint
acq_timeline_model_get_n_items (GListModel *list)
{
  return ACQ_TIMELINE_MODEL (list)->shown->len;
}

static gpointer
acq_timeline_model_get_item (GListModel *list, guint position)
{
  AcqTimelineModel *self = ACQ_TIMELINE_MODEL (list);

  if (position >= self->shown->len)
    return NULL;
  return acq_timeline_row_new (self->timeline, g_array_index (self->shown, guint, position));
}

static void
acq_timeline_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_timeline_model_get_item_type;
  iface->get_n_items = acq_timeline_model_get_n_items;
  iface->get_item = acq_timeline_model_get_item;
}

static void
acq_timeline_model_finalize (GObject *object)
{
  AcqTimelineModel *self = ACQ_TIMELINE_MODEL (object);

  g_clear_pointer (&self->timeline, acq_timeline_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (acq_timeline_model_parent_class)->finalize (object);
}

static void
acq_timeline_model_class_init (AcqTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_timeline_model_finalize;
}

static void
acq_timeline_model_init (AcqTimelineModel *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}
