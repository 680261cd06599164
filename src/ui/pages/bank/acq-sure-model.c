/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sure-model.h"

#include "acq-sure-item.h"

struct _AcqSureModel
{
  GObject parent_instance;

  AcqBankAgenda *agenda;
  GPtrArray *shown; /* (element-type AcqSureReceipt) of the agenda */
  GArray *taken;    /* (element-type gint64) ids of bank lines */
};

static void acq_sure_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqSureModel, acq_sure_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_sure_model_list_init))

static gboolean
is_taken (const AcqSureModel *self, gint64 id)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (g_array_index (self->taken, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
has_same_items (const GArray *left, const GArray *right)
{
  return left->len == right->len
         && (left->len == 0
             || memcmp (left->data, right->data, left->len * g_array_get_element_size ((GArray *) left)) == 0);
}

static gboolean
reads_the_same (const AcqSureReceipt *left, const AcqSureReceipt *right)
{
  const AcqProposal *a = left->proposal, *b = right->proposal;

  return a->transaction_id == b->transaction_id && a->allocations->len == b->allocations->len
         && has_same_items (a->evidence, b->evidence) && has_same_items (a->allocations, b->allocations);
}

static GPtrArray *
list_shown (const AcqSureModel *self)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; self->agenda != NULL && i < self->agenda->sure->len; i++)
    {
      AcqSureReceipt *receipt = self->agenda->sure->pdata[i];

      if (!is_taken (self, receipt->transaction->id))
        g_ptr_array_add (shown, receipt);
    }
  return shown;
}

/* Tells of nothing but the rows between the first and the last that differ. */
static void
show (AcqSureModel *self, GPtrArray *shown, AcqBankAgenda *outdated)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint first = 0, last = 0;

  while (first < MIN (before->len, shown->len) && reads_the_same (before->pdata[first], shown->pdata[first]))
    first++;
  while (last < MIN (before->len, shown->len) - first
         && reads_the_same (before->pdata[before->len - 1 - last], shown->pdata[shown->len - 1 - last]))
    last++;
  self->shown = shown;
  g_clear_pointer (&outdated, acq_bank_agenda_unref);
  if (before->len - first - last > 0 || shown->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                                shown->len - first - last);
}

void
acq_sure_model_set_agenda (AcqSureModel *self, AcqBankAgenda *agenda)
{
  AcqBankAgenda *outdated;

  g_return_if_fail (ACQ_IS_SURE_MODEL (self));
  outdated = g_steal_pointer (&self->agenda);
  self->agenda = agenda == NULL ? NULL : acq_bank_agenda_ref (agenda);
  g_array_set_size (self->taken, 0);
  show (self, list_shown (self), outdated);
}

const AcqSureReceipt *
acq_sure_model_find (AcqSureModel *self, gint64 transaction_id)
{
  g_return_val_if_fail (ACQ_IS_SURE_MODEL (self), NULL);
  for (guint i = 0; i < self->shown->len; i++)
    if (((const AcqSureReceipt *) self->shown->pdata[i])->transaction->id == transaction_id)
      return self->shown->pdata[i];
  return NULL;
}

void
acq_sure_model_set_taken (AcqSureModel *self, gint64 transaction_id, gboolean taken)
{
  g_return_if_fail (ACQ_IS_SURE_MODEL (self));
  for (guint i = self->taken->len; i-- > 0;)
    if (g_array_index (self->taken, gint64, i) == transaction_id)
      g_array_remove_index (self->taken, i);
  if (taken)
    g_array_append_val (self->taken, transaction_id);
  show (self, list_shown (self), NULL);
}

gboolean
acq_sure_model_has_taken (AcqSureModel *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_MODEL (self), FALSE);
  return self->taken->len > 0;
}

static GType
acq_sure_model_get_item_type (GListModel *model)
{
  return ACQ_TYPE_SURE_ITEM;
}

static guint
acq_sure_model_get_n_items (GListModel *model)
{
  return ACQ_SURE_MODEL (model)->shown->len;
}

static gpointer
acq_sure_model_get_item (GListModel *model, guint position)
{
  AcqSureModel *self = ACQ_SURE_MODEL (model);

  return position < self->shown->len ? acq_sure_item_new (self->agenda, self->shown->pdata[position]) : NULL;
}

static void
acq_sure_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_sure_model_get_item_type;
  iface->get_n_items = acq_sure_model_get_n_items;
  iface->get_item = acq_sure_model_get_item;
}

static void
acq_sure_model_finalize (GObject *object)
{
  AcqSureModel *self = ACQ_SURE_MODEL (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->agenda, acq_bank_agenda_unref);
  G_OBJECT_CLASS (acq_sure_model_parent_class)->finalize (object);
}

static void
acq_sure_model_class_init (AcqSureModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_sure_model_finalize;
}

static void
acq_sure_model_init (AcqSureModel *self)
{
  self->shown = g_ptr_array_new ();
  self->taken = g_array_new (FALSE, FALSE, sizeof (gint64));
}

AcqSureModel *
acq_sure_model_new (void)
{
  return g_object_new (ACQ_TYPE_SURE_MODEL, NULL);
}
