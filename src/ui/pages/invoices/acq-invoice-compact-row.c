/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-compact-row.h"
#include "acq-widget-children.h"

struct _AcqInvoiceCompactRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *number;
  GtkLabel *balance;
  GtkLabel *state;

  AcqInvoiceListRow *row; /* owned; NULL: none is shown */
};

G_DEFINE_FINAL_TYPE (AcqInvoiceCompactRow, acq_invoice_compact_row, GTK_TYPE_WIDGET)

static void
update (AcqInvoiceCompactRow *self)
{
  AcqInvoiceListRow *row = self->row;
  const AcqInvoiceLine *line = acq_invoice_list_row_get_line (row);
  const char *pill[] = { "acq-pill", acq_invoice_state_class (line->state), NULL };
  g_autofree char *due = acq_invoice_list_row_write_due (row);
  g_autofree char *balance = acq_invoice_list_row_write_balance (row);
  g_autofree char *state = acq_invoice_list_row_write_state (row);
  g_autofree char *number = g_strdup_printf ("%s · %s", line->invoice->number, due);
  g_autofree char *description = acq_invoice_list_row_describe (row);

  gtk_label_set_text (self->name, line->customer->name);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->balance, balance);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), pill);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), line->customer->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

void
acq_invoice_compact_row_show (AcqInvoiceCompactRow *self, AcqInvoiceListRow *row)
{
  g_return_if_fail (ACQ_IS_INVOICE_COMPACT_ROW (self));
  if (g_set_object (&self->row, row) && row != NULL)
    update (self);
}

void
acq_invoice_compact_row_refresh_all (GtkListView *list)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  for (GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (list)); place != NULL;
       place = gtk_widget_get_next_sibling (place))
    {
      GtkWidget *row = gtk_widget_get_first_child (place);

      if (ACQ_IS_INVOICE_COMPACT_ROW (row) && ACQ_INVOICE_COMPACT_ROW (row)->row != NULL)
        update (ACQ_INVOICE_COMPACT_ROW (row));
    }
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (ACQ_TYPE_INVOICE_COMPACT_ROW, NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  acq_invoice_compact_row_show (ACQ_INVOICE_COMPACT_ROW (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  acq_invoice_compact_row_show (ACQ_INVOICE_COMPACT_ROW (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
acq_invoice_compact_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static void
acq_invoice_compact_row_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_invoice_compact_row_parent_class)->dispose (object);
}

static void
acq_invoice_compact_row_class_init (AcqInvoiceCompactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_invoice_compact_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/invoices/acq-invoice-compact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceCompactRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceCompactRow, number);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceCompactRow, balance);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceCompactRow, state);
}

static void
acq_invoice_compact_row_init (AcqInvoiceCompactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
