/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-operation-model.h"

#include "acq-operation-item.h"

struct _AcqOperationModel
{
  GObject parent_instance;

  AcqBankListing *listing;
  GArray *indexes; /* (element-type guint) */
};

static void acq_operation_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqOperationModel, acq_operation_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_operation_model_list_init))

void
acq_operation_model_set_lines (AcqOperationModel *self, AcqBankListing *listing, GArray *indexes)
{
  AcqBankListing *outdated;
  guint before;

  g_return_if_fail (ACQ_IS_OPERATION_MODEL (self));
  outdated = self->listing;
  before = self->indexes->len;
  self->listing = acq_bank_listing_ref (listing);
  g_array_unref (self->indexes);
  self->indexes = indexes;
  g_clear_pointer (&outdated, acq_bank_listing_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, indexes->len);
}

gboolean
acq_operation_model_find (AcqOperationModel *self, gint64 transaction_id, guint *ret_position)
{
  g_return_val_if_fail (ACQ_IS_OPERATION_MODEL (self), FALSE);
  for (guint i = 0; i < self->indexes->len; i++)
    if (acq_bank_listing_get (self->listing, g_array_index (self->indexes, guint, i))->id == transaction_id)
      {
        *ret_position = i;
        return TRUE;
      }
  return FALSE;
}

static GType
acq_operation_model_get_item_type (GListModel *model)
{
  return ACQ_TYPE_OPERATION_ITEM;
}

static guint
acq_operation_model_get_n_items (GListModel *model)
{
  return ACQ_OPERATION_MODEL (model)->indexes->len;
}

static gpointer
acq_operation_model_get_item (GListModel *model, guint position)
{
  AcqOperationModel *self = ACQ_OPERATION_MODEL (model);

  if (position >= self->indexes->len)
    return NULL;
  return acq_operation_item_new (self->listing, g_array_index (self->indexes, guint, position));
}

static void
acq_operation_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_operation_model_get_item_type;
  iface->get_n_items = acq_operation_model_get_n_items;
  iface->get_item = acq_operation_model_get_item;
}

static void
acq_operation_model_finalize (GObject *object)
{
  AcqOperationModel *self = ACQ_OPERATION_MODEL (object);

  g_clear_pointer (&self->listing, acq_bank_listing_unref);
  g_clear_pointer (&self->indexes, g_array_unref);
  G_OBJECT_CLASS (acq_operation_model_parent_class)->finalize (object);
}

static void
acq_operation_model_class_init (AcqOperationModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_operation_model_finalize;
}

static void
acq_operation_model_init (AcqOperationModel *self)
{
  self->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

AcqOperationModel *
acq_operation_model_new (void)
{
  return g_object_new (ACQ_TYPE_OPERATION_MODEL, NULL);
}
