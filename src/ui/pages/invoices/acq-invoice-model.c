/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-model.h"

struct _AcqInvoiceModel
{
  GObject parent_instance;

  AcqInvoiceListing *listing; /* NULL: nothing is shown yet */
  GArray *places;
};

static void acq_invoice_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqInvoiceModel, acq_invoice_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_invoice_model_list_init))

AcqInvoiceModel *
acq_invoice_model_new (void)
{
  return g_object_new (ACQ_TYPE_INVOICE_MODEL, NULL);
}

static guint
count (AcqInvoiceModel *self)
{
  return self->places == NULL ? 0 : self->places->len;
}

void
acq_invoice_model_show (AcqInvoiceModel *self, AcqInvoiceListing *listing, GArray *places)
{
  guint before;

  g_return_if_fail (ACQ_IS_INVOICE_MODEL (self));
  before = count (self);
  acq_invoice_listing_ref (listing);
  g_array_ref (places);
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  g_clear_pointer (&self->places, g_array_unref);
  self->listing = listing;
  self->places = places;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, places->len);
}

gboolean
acq_invoice_model_find (AcqInvoiceModel *self, const char *number, guint *ret_position)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_MODEL (self), FALSE);

  for (guint i = 0; i < count (self); i++)
    {
      guint place = g_array_index (self->places, guint, i);

      if (g_strcmp0 (acq_invoice_listing_line (self->listing, place)->invoice->number, number) != 0)
        continue;
      *ret_position = i;
      return TRUE;
    }
  return FALSE;
}

guint
acq_invoice_model_get_place (AcqInvoiceModel *self, guint position)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_MODEL (self), 0);
  g_return_val_if_fail (position < count (self), 0);
  return g_array_index (self->places, guint, position);
}

static GType
acq_invoice_model_get_item_type (GListModel *list)
{
  return ACQ_TYPE_INVOICE_LIST_ROW;
}

static guint
acq_invoice_model_get_n_items (GListModel *list)
{
  return count (ACQ_INVOICE_MODEL (list));
}

static gpointer
acq_invoice_model_get_item (GListModel *list, guint position)
{
  AcqInvoiceModel *self = ACQ_INVOICE_MODEL (list);

  if (position >= count (self))
    return NULL;
  return acq_invoice_list_row_new (self->listing, g_array_index (self->places, guint, position));
}

static void
acq_invoice_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_invoice_model_get_item_type;
  iface->get_n_items = acq_invoice_model_get_n_items;
  iface->get_item = acq_invoice_model_get_item;
}

static void
acq_invoice_model_finalize (GObject *object)
{
  AcqInvoiceModel *self = ACQ_INVOICE_MODEL (object);

  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (acq_invoice_model_parent_class)->finalize (object);
}

static void
acq_invoice_model_class_init (AcqInvoiceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_invoice_model_finalize;
}

static void
acq_invoice_model_init (AcqInvoiceModel *self)
{
}
