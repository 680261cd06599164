/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-model.h"

struct _AcqCustomerModel
{
  GObject parent_instance;

  AcqCustomerListing *listing; /* NULL: nothing is shown yet */
  GArray *rows;
};

static void acq_customer_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqCustomerModel, acq_customer_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_customer_model_list_init))

AcqCustomerModel *
acq_customer_model_new (void)
{
  return g_object_new (ACQ_TYPE_CUSTOMER_MODEL, NULL);
}

void
acq_customer_model_show (AcqCustomerModel *self, AcqCustomerListing *listing, GArray *rows)
{
  guint before;

  g_return_if_fail (ACQ_IS_CUSTOMER_MODEL (self));
  before = self->rows == NULL ? 0 : self->rows->len;
  acq_customer_listing_ref (listing);
  g_array_ref (rows);
  g_clear_pointer (&self->listing, acq_customer_listing_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  self->listing = listing;
  self->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, rows->len);
}

gboolean
acq_customer_model_find (AcqCustomerModel *self, const char *code, guint *ret_position)
{
  g_return_val_if_fail (ACQ_IS_CUSTOMER_MODEL (self), FALSE);

  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      if (g_strcmp0 (acq_customer_listing_row (self->listing, row)->customer->code, code) != 0)
        continue;
      *ret_position = i;
      return TRUE;
    }
  return FALSE;
}

static GType
acq_customer_model_get_item_type (GListModel *list)
{
  return ACQ_TYPE_CUSTOMER_ROW;
}

static guint
acq_customer_model_get_n_items (GListModel *list)
{
  AcqCustomerModel *self = ACQ_CUSTOMER_MODEL (list);

  return self->rows == NULL ? 0 : self->rows->len;
}

static gpointer
acq_customer_model_get_item (GListModel *list, guint position)
{
  AcqCustomerModel *self = ACQ_CUSTOMER_MODEL (list);

  if (position >= acq_customer_model_get_n_items (list))
    return NULL;
  return acq_customer_row_new (self->listing, g_array_index (self->rows, guint, position));
}

static void
acq_customer_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_customer_model_get_item_type;
  iface->get_n_items = acq_customer_model_get_n_items;
  iface->get_item = acq_customer_model_get_item;
}

static void
acq_customer_model_finalize (GObject *object)
{
  AcqCustomerModel *self = ACQ_CUSTOMER_MODEL (object);

  g_clear_pointer (&self->listing, acq_customer_listing_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (acq_customer_model_parent_class)->finalize (object);
}

static void
acq_customer_model_class_init (AcqCustomerModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_customer_model_finalize;
}

static void
acq_customer_model_init (AcqCustomerModel *self)
{
}
