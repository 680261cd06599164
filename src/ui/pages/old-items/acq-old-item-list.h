/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-old-item-draft.h"

G_BEGIN_DECLS

/* What the answers add up to. Amounts are those in the currency of the first invoice: others are only counted. */
typedef struct
{
  guint n_items;
  guint n_answered; /* kept or given now */
  guint n_changed;  /* given now and not kept yet */
  guint n_ticked;
  guint n_by_answer[ACQ_OLD_ANSWER_OTHER + 1];
  gint64 amount;
  gint64 answered_amount;
  gint64 ticked_amount;
  gint64 amount_by_answer[ACQ_OLD_ANSWER_OTHER + 1];
  AcqCurrency currency;
} AcqOldItemSums;

/**
 * AcqOldItemList:
 *
 * The late invoices to ask about, a GListModel of AcqOldItemDraft. Signal "changed": an answer or a tick, or the whole list;
 * at most once before the list is drawn.
 */
#define ACQ_TYPE_OLD_ITEM_LIST (acq_old_item_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemList, acq_old_item_list, ACQ, OLD_ITEM_LIST, GObject)

AcqOldItemList *acq_old_item_list_new (void);
/* (element-type AcqOldItem): what was answered before and not kept yet stays. */
void acq_old_item_list_take (AcqOldItemList *self, GPtrArray *items);
AcqOldItemSums acq_old_item_list_sum (AcqOldItemList *self);
/* Gives all that are ticked this answer, and unticks them. Those settled otherwise are left alone. */
void acq_old_item_list_answer_ticked (AcqOldItemList *self, const AcqOldReply *reply);
void acq_old_item_list_tick_all (AcqOldItemList *self, gboolean ticked);
/* (element-type AcqOldItemDraft) (transfer full): those with a new answer. */
GPtrArray *acq_old_item_list_changed (AcqOldItemList *self);

G_END_DECLS
