/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-draft.h"

struct _AcqOldItemDraft
{
  GObject parent_instance;

  GPtrArray *items; /* keeps the item alive */
  const AcqOldItem *item;
  gboolean changed;
  AcqOldReply reply; /* where it is changed; its reason is owned */
  char *reason;
  gboolean ticked;
  char *hint;
  gint64 transaction_id;
};

G_DEFINE_FINAL_TYPE (AcqOldItemDraft, acq_old_item_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TICKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_change (AcqOldItemDraft *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
acq_old_item_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    g_value_set_boolean (value, ACQ_OLD_ITEM_DRAFT (object)->ticked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_old_item_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TICKED)
    acq_old_item_draft_set_ticked (ACQ_OLD_ITEM_DRAFT (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_old_item_draft_finalize (GObject *object)
{
  AcqOldItemDraft *self = ACQ_OLD_ITEM_DRAFT (object);

  g_ptr_array_unref (self->items);
  g_free (self->reason);
  g_free (self->hint);
  G_OBJECT_CLASS (acq_old_item_draft_parent_class)->finalize (object);
}

static void
acq_old_item_draft_class_init (AcqOldItemDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_old_item_draft_get_property;
  object_class->set_property = acq_old_item_draft_set_property;
  object_class->finalize = acq_old_item_draft_finalize;
  properties[PROP_TICKED]
    = g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACQ_TYPE_OLD_ITEM_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
acq_old_item_draft_init (AcqOldItemDraft *self)
{
}

AcqOldItemDraft *
acq_old_item_draft_new (GPtrArray *items, guint index)
{
  AcqOldItemDraft *self = g_object_new (ACQ_TYPE_OLD_ITEM_DRAFT, NULL);

  self->items = g_ptr_array_ref (items);
  self->item = items->pdata[index];
  return self;
}

const AcqOldItem *
acq_old_item_draft_get_item (AcqOldItemDraft *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), NULL);
  return self->item;
}

static AcqOldReply
kept_reply (AcqOldItemDraft *self)
{
  const AcqOldItem *item = self->item;

  return (AcqOldReply){ item->number, item->answer, item->reminders, item->day, item->means, item->reason };
}

AcqOldReply
acq_old_item_draft_get_reply (AcqOldItemDraft *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), (AcqOldReply){ 0 });
  return self->changed ? self->reply : kept_reply (self);
}

gboolean
acq_old_item_draft_is_changed (AcqOldItemDraft *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), FALSE);
  return self->changed;
}

gboolean
acq_old_item_draft_is_from_file (AcqOldItemDraft *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), FALSE);
  return !self->changed && self->item->from_file;
}

/* What does not belong to the answer says nothing. */
static gboolean
replies_equal (const AcqOldReply *a, const AcqOldReply *b)
{
  if (a->answer != b->answer)
    return FALSE;
  switch (a->answer)
    {
    case ACQ_OLD_ANSWER_REMINDED:
      return a->reminders == b->reminders && a->day == b->day;
    case ACQ_OLD_ANSWER_PAID:
      return a->day == b->day && a->means == b->means;
    case ACQ_OLD_ANSWER_LOST:
      return g_strcmp0 (a->reason, b->reason) == 0;
    default:
      return TRUE;
    }
}

void
acq_old_item_draft_answer (AcqOldItemDraft *self, const AcqOldReply *reply)
{
  AcqOldReply kept;
  char *reason;

  g_return_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self));
  g_return_if_fail (reply != NULL);
  kept = kept_reply (self);
  reason = g_strdup (reply->reason);
  g_free (self->reason);
  self->reason = reason;
  self->reply = *reply;
  self->reply.number = self->item->number;
  self->reply.reason = self->reason;
  self->changed = !replies_equal (&self->reply, &kept);
  tell_change (self);
}

void
acq_old_item_draft_inherit (AcqOldItemDraft *self, AcqOldItemDraft *earlier)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self));
  g_return_if_fail (ACQ_IS_OLD_ITEM_DRAFT (earlier));
  self->ticked = earlier->ticked;
  if (earlier->changed && self->item->answer != ACQ_OLD_ANSWER_OTHER)
    acq_old_item_draft_answer (self, &earlier->reply);
}

gboolean
acq_old_item_draft_get_ticked (AcqOldItemDraft *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), FALSE);
  return self->ticked;
}

void
acq_old_item_draft_set_ticked (AcqOldItemDraft *self, gboolean ticked)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self));
  if (self->ticked == ticked)
    return;
  self->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
  tell_change (self);
}

const char *
acq_old_item_draft_get_hint (AcqOldItemDraft *self, gint64 *ret_transaction_id)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self), NULL);
  *ret_transaction_id = self->transaction_id;
  return self->hint;
}

void
acq_old_item_draft_set_hint (AcqOldItemDraft *self, const char *hint, gint64 transaction_id)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_DRAFT (self));
  if (g_strcmp0 (self->hint, hint) == 0 && self->transaction_id == transaction_id)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  self->transaction_id = transaction_id;
  tell_change (self);
}
