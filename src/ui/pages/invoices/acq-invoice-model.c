/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-model.h"

struct _AcqInvoiceModel
{
  GObject parent_instance;

  AcqInvoiceListing *listing; /* NULL: nothing is shown yet */
  GArray *places;
  GHashTable *rows; /* position to the AcqInvoiceListRow that is in use there; borrowed */
};

static void acq_invoice_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqInvoiceModel, acq_invoice_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_invoice_model_list_init))

static guint signals[1];

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

/* Rows beyond the end are about to be let go. */
static void
update_rows (AcqInvoiceModel *self)
{
  GHashTableIter iter;
  gpointer position, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &position, &row))
    if (GPOINTER_TO_UINT (position) < self->places->len)
      acq_invoice_list_row_show (row, self->listing,
                                 g_array_index (self->places, guint, GPOINTER_TO_UINT (position)));
}

void
acq_invoice_model_show (AcqInvoiceModel *self, AcqInvoiceListing *listing, GArray *places)
{
  guint before, kept;

  g_return_if_fail (ACQ_IS_INVOICE_MODEL (self));
  before = count (self);
  kept = MIN (before, places->len);
  acq_invoice_listing_ref (listing);
  g_array_ref (places);
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  g_clear_pointer (&self->places, g_array_unref);
  self->listing = listing;
  self->places = places;
  update_rows (self);
  if (before != places->len)
    g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept, places->len - kept);
  g_signal_emit (self, signals[0], 0);
}

AcqInvoiceListing *
acq_invoice_model_get_listing (AcqInvoiceModel *self)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_MODEL (self), NULL);
  return self->listing;
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

static gboolean
is_row (gpointer position, gpointer row, gpointer wanted)
{
  return row == wanted;
}

static void
row_gone_cb (gpointer data, GObject *row)
{
  g_hash_table_foreach_remove (ACQ_INVOICE_MODEL (data)->rows, is_row, row);
}

static gpointer
acq_invoice_model_get_item (GListModel *list, guint position)
{
  AcqInvoiceModel *self = ACQ_INVOICE_MODEL (list);
  AcqInvoiceListRow *row;

  if (position >= count (self))
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = acq_invoice_list_row_new (self->listing, g_array_index (self->places, guint, position));
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  return row;
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
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone_cb, self);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (acq_invoice_model_parent_class)->finalize (object);
}

static void
acq_invoice_model_class_init (AcqInvoiceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_invoice_model_finalize;
  signals[0] = g_signal_new ("rows-changed", ACQ_TYPE_INVOICE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 0);
}

static void
acq_invoice_model_init (AcqInvoiceModel *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}
