/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-list.h"

struct _AcqOldItemList
{
  GObject parent_instance;

  GPtrArray *drafts; /* (element-type AcqOldItemDraft) */
  guint telling;
};

static GType
acq_old_item_list_get_item_type (GListModel *model)
{
  return ACQ_TYPE_OLD_ITEM_DRAFT;
}

static guint
acq_old_item_list_get_n_items (GListModel *model)
{
  return ACQ_OLD_ITEM_LIST (model)->drafts->len;
}

static gpointer
acq_old_item_list_get_item (GListModel *model, guint position)
{
  GPtrArray *drafts = ACQ_OLD_ITEM_LIST (model)->drafts;

  return position < drafts->len ? g_object_ref (drafts->pdata[position]) : NULL;
}

static void
acq_old_item_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_old_item_list_get_item_type;
  iface->get_n_items = acq_old_item_list_get_n_items;
  iface->get_item = acq_old_item_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqOldItemList, acq_old_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_old_item_list_model_init))

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
acq_old_item_list_finalize (GObject *object)
{
  AcqOldItemList *self = ACQ_OLD_ITEM_LIST (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_ptr_array_unref (self->drafts);
  G_OBJECT_CLASS (acq_old_item_list_parent_class)->finalize (object);
}

static void
acq_old_item_list_class_init (AcqOldItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_old_item_list_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ACQ_TYPE_OLD_ITEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
acq_old_item_list_init (AcqOldItemList *self)
{
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
}

AcqOldItemList *
acq_old_item_list_new (void)
{
  return g_object_new (ACQ_TYPE_OLD_ITEM_LIST, NULL);
}

static gboolean
tell_cb (gpointer user_data)
{
  AcqOldItemList *self = user_data;

  self->telling = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Ticking a thousand rows is one change to whoever adds them up. */
static void
tell_soon (AcqOldItemList *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static GHashTable *
index_by_number (GPtrArray *drafts)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drafts->len; i++)
    g_hash_table_insert (index, acq_old_item_draft_get_item (drafts->pdata[i])->number, drafts->pdata[i]);
  return index;
}

void
acq_old_item_list_take (AcqOldItemList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GHashTable) index = NULL;

  g_return_if_fail (ACQ_IS_OLD_ITEM_LIST (self));
  earlier = g_steal_pointer (&self->drafts);
  index = index_by_number (earlier);
  self->drafts = g_ptr_array_new_full (items->len, g_object_unref);
  for (guint i = 0; i < items->len; i++)
    {
      AcqOldItemDraft *draft = acq_old_item_draft_new (items, i);
      AcqOldItemDraft *before
        = g_hash_table_lookup (index, acq_old_item_draft_get_item (draft)->number);

      if (before != NULL)
        acq_old_item_draft_inherit (draft, before);
      g_signal_connect_object (draft, "changed", G_CALLBACK (tell_soon), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->drafts, draft);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, earlier->len, items->len);
  tell_soon (self);
}

static void
add_up (AcqOldItemSums *sums, AcqOldItemDraft *draft)
{
  const AcqOldItem *item = acq_old_item_draft_get_item (draft);
  AcqOldReply reply = acq_old_item_draft_get_reply (draft);
  gint64 amount = acq_currency_equal (item->currency, sums->currency) ? item->amount : 0;
  gboolean answered = reply.answer != ACQ_OLD_ANSWER_NONE;
  gboolean ticked = acq_old_item_draft_get_ticked (draft);

  sums->n_items++;
  sums->amount += amount;
  sums->n_answered += answered;
  sums->answered_amount += answered ? amount : 0;
  sums->n_changed += acq_old_item_draft_is_changed (draft);
  sums->n_ticked += ticked;
  sums->ticked_amount += ticked ? amount : 0;
  sums->n_by_answer[reply.answer]++;
  sums->amount_by_answer[reply.answer] += amount;
}

AcqOldItemSums
acq_old_item_list_sum (AcqOldItemList *self)
{
  AcqOldItemSums sums = { .currency = ACQ_CURRENCY_EUR };

  g_return_val_if_fail (ACQ_IS_OLD_ITEM_LIST (self), sums);
  if (self->drafts->len > 0)
    sums.currency = acq_old_item_draft_get_item (self->drafts->pdata[0])->currency;
  for (guint i = 0; i < self->drafts->len; i++)
    add_up (&sums, self->drafts->pdata[i]);
  return sums;
}

void
acq_old_item_list_answer_ticked (AcqOldItemList *self, const AcqOldReply *reply)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_LIST (self));
  for (guint i = 0; i < self->drafts->len; i++)
    {
      AcqOldItemDraft *draft = self->drafts->pdata[i];

      if (!acq_old_item_draft_get_ticked (draft))
        continue;
      if (acq_old_item_draft_get_reply (draft).answer != ACQ_OLD_ANSWER_OTHER)
        acq_old_item_draft_answer (draft, reply);
      acq_old_item_draft_set_ticked (draft, FALSE);
    }
}

void
acq_old_item_list_tick_all (AcqOldItemList *self, gboolean ticked)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_LIST (self));
  for (guint i = 0; i < self->drafts->len; i++)
    acq_old_item_draft_set_ticked (self->drafts->pdata[i], ticked);
}

GPtrArray *
acq_old_item_list_changed (AcqOldItemList *self)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ACQ_IS_OLD_ITEM_LIST (self), changed);
  for (guint i = 0; i < self->drafts->len; i++)
    if (acq_old_item_draft_is_changed (self->drafts->pdata[i]))
      g_ptr_array_add (changed, g_object_ref (self->drafts->pdata[i]));
  return changed;
}
