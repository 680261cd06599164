/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "acq-old-items.h"

G_BEGIN_DECLS

/**
 * AcqOldItemDraft:
 *
 * One late invoice, the answer that is kept for it, and the one that the user has given since. Property "ticked". Signal
 * "changed": its answer, its hint or its tick.
 */
#define ACQ_TYPE_OLD_ITEM_DRAFT (acq_old_item_draft_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemDraft, acq_old_item_draft, ACQ, OLD_ITEM_DRAFT, GObject)

/* @items: (element-type AcqOldItem): of which this is one */
AcqOldItemDraft *acq_old_item_draft_new (GPtrArray *items, guint index);
const AcqOldItem *acq_old_item_draft_get_item (AcqOldItemDraft *self);

/* What is pressed: the new answer, else the one that is kept. Its number is the invoice's. */
AcqOldReply acq_old_item_draft_get_reply (AcqOldItemDraft *self);
/* The new answer differs from the kept one. */
gboolean acq_old_item_draft_is_changed (AcqOldItemDraft *self);
/* What is pressed is as the file said. */
gboolean acq_old_item_draft_is_from_file (AcqOldItemDraft *self);
/* Its number is not read. */
void acq_old_item_draft_answer (AcqOldItemDraft *self, const AcqOldReply *reply);
/* Takes over what the user said of the same invoice before it was read again. */
void acq_old_item_draft_inherit (AcqOldItemDraft *self, AcqOldItemDraft *earlier);

gboolean acq_old_item_draft_get_ticked (AcqOldItemDraft *self);
void acq_old_item_draft_set_ticked (AcqOldItemDraft *self, gboolean ticked);

/* A bank line that might pay it: words and its id; NULL and 0 for none. */
const char *acq_old_item_draft_get_hint (AcqOldItemDraft *self, gint64 *ret_transaction_id);
void acq_old_item_draft_set_hint (AcqOldItemDraft *self, const char *hint, gint64 transaction_id);

G_END_DECLS
