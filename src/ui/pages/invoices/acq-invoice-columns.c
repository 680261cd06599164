/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-columns.h"

#include <glib/gi18n.h>

#include "acq-column-order.h"
#include "acq-invoice-list-row.h"
#include "acq-tab-stop.h"

struct _AcqInvoiceColumns
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view; /* borrowed: inside the above */
  GHashTable *cells;   /* each GtkListItem that shows a row to its Column; borrowed */
  gboolean wide;       /* the columns have their wide widths */
  guint widening;      /* that they should have other ones: not while sizes are given out */
};

G_DEFINE_FINAL_TYPE (AcqInvoiceColumns, acq_invoice_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[1];

typedef enum
{
  CELL_PLAIN,
  CELL_FIGURE,
  CELL_AMOUNT, /* the point of the row */
  CELL_PILL,
} CellKind;

typedef struct
{
  const char *title;
  AcqInvoiceOrder order;
  CellKind kind;
  int width;      /* -1: what the others leave */
  int wide_width; /* where there is room */
  gboolean expand;
  char *(*write) (AcqInvoiceListRow *row);
} Column;

static char *
write_number (AcqInvoiceListRow *row)
{
  return g_strdup (acq_invoice_list_row_get_line (row)->invoice->number);
}

static char *
write_customer (AcqInvoiceListRow *row)
{
  return g_strdup (acq_invoice_list_row_get_line (row)->customer->name);
}

static const Column columns[] = {
  { N_ ("Number"), ACQ_INVOICE_ORDER_NUMBER, CELL_PLAIN, 112, 140, FALSE, write_number },
  { N_ ("Customer"), ACQ_INVOICE_ORDER_CUSTOMER, CELL_PLAIN, -1, -1, TRUE, write_customer },
  { N_ ("Due day"), ACQ_INVOICE_ORDER_DUE, CELL_PLAIN, 80, 120, FALSE, acq_invoice_list_row_write_due },
  { N_ ("Left to pay"), ACQ_INVOICE_ORDER_BALANCE, CELL_AMOUNT, 106, 124, FALSE,
    acq_invoice_list_row_write_balance },
  { N_ ("State"), ACQ_INVOICE_ORDER_STATE, CELL_PILL, 162, 190, FALSE, acq_invoice_list_row_write_state },
  { N_ ("Late"), ACQ_INVOICE_ORDER_LATE, CELL_FIGURE, 70, 84, FALSE, acq_invoice_list_row_write_late },
};

#define FIRST_ORDER ACQ_INVOICE_ORDER_LATE
#define WIDE        800

/* What is cut off can be read all the same. */
static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                                           : gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* A pill is as wide as its words; all else takes the width that it is given, which costs much less to lay out. */
static GtkWidget *
create_cell (CellKind kind)
{
  GtkWidget *cell = kind == CELL_PILL ? gtk_label_new (NULL) : gtk_inscription_new (NULL);
  gboolean is_figure = kind == CELL_FIGURE || kind == CELL_AMOUNT;

  if (kind == CELL_PILL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_widget_set_halign (cell, GTK_ALIGN_START);
    }
  else
    {
      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), is_figure ? 1 : 0);
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
    }
  if (is_figure)
    gtk_widget_add_css_class (cell, "numeric");
  if (kind == CELL_AMOUNT)
    gtk_widget_add_css_class (cell, "heading");
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return cell;
}

static void
show_pill (GtkWidget *label, AcqInvoiceListRow *row)
{
  const char *classes[]
    = { "acq-pill", acq_invoice_state_class (acq_invoice_list_row_get_line (row)->state), NULL };

  gtk_widget_set_css_classes (label, classes);
}

static void
fill (GtkListItem *item, const Column *column)
{
  AcqInvoiceListRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = column->write (row);

  if (column->kind != CELL_PILL)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
      return;
    }
  gtk_label_set_text (GTK_LABEL (cell), text);
  show_pill (cell, row);
}

static const Column *
find_column (AcqInvoiceColumns *self, GtkListItemFactory *factory)
{
  GListModel *view_columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (view_columns, i);

      if (gtk_column_view_column_get_factory (column) == factory)
        return &columns[i];
    }
  g_return_val_if_reached (NULL);
}

static void
setup_cb (AcqInvoiceColumns *self, GtkListItem *item, GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, create_cell (find_column (self, factory)->kind));
}

static void
bind_cb (AcqInvoiceColumns *self, GtkListItem *item, GtkListItemFactory *factory)
{
  const Column *column = find_column (self, factory);

  fill (item, column);
  g_hash_table_insert (self->cells, item, (gpointer) column);
}

static void
unbind_cb (AcqInvoiceColumns *self, GtkListItem *item)
{
  /* NULL while the view goes. */
  if (self->cells != NULL)
    g_hash_table_remove (self->cells, item);
}

void
acq_invoice_columns_refresh (AcqInvoiceColumns *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_return_if_fail (ACQ_IS_INVOICE_COLUMNS (self));
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill (item, column);
}

static GtkColumnViewColumn *
column_new (AcqInvoiceColumns *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (_ (column->title), factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_expand (view_column, column->expand);
  gtk_column_view_column_set_fixed_width (view_column, column->width);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  return view_column;
}

void
acq_invoice_columns_set_model (AcqInvoiceColumns *self, GtkSelectionModel *model)
{
  g_return_if_fail (ACQ_IS_INVOICE_COLUMNS (self));
  gtk_column_view_set_model (self->view, model);
}

void
acq_invoice_columns_get_order (AcqInvoiceColumns *self, AcqInvoiceOrder *ret_order, gboolean *ret_descending)
{
  guint column = FIRST_ORDER;

  g_return_if_fail (ACQ_IS_INVOICE_COLUMNS (self));
  *ret_descending = TRUE;
  acq_column_order_get (self->view, &column, ret_descending);
  g_return_if_fail (column < G_N_ELEMENTS (columns));
  *ret_order = columns[column].order;
}

void
acq_invoice_columns_scroll_to_top (AcqInvoiceColumns *self)
{
  g_return_if_fail (ACQ_IS_INVOICE_COLUMNS (self));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

void
acq_invoice_columns_reveal (AcqInvoiceColumns *self, guint position)
{
  g_return_if_fail (ACQ_IS_INVOICE_COLUMNS (self));
  /* The rows of a column view are a list of its own below the titles. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u",
                              position);
}

static void
activate_cb (AcqInvoiceColumns *self, guint position)
{
  g_signal_emit (self, signals[0], 0, position);
}

static void
order_changed_cb (AcqInvoiceColumns *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
acq_invoice_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqInvoiceOrder order;
  gboolean descending;

  if (id != PROP_ORDER)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  acq_invoice_columns_get_order (ACQ_INVOICE_COLUMNS (object), &order, &descending);
  g_value_set_uint (value, order);
}

static void
acq_invoice_columns_dispose (GObject *object)
{
  AcqInvoiceColumns *self = ACQ_INVOICE_COLUMNS (object);

  g_clear_handle_id (&self->widening, g_source_remove);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  self->view = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_invoice_columns_parent_class)->dispose (object);
}

static void
acq_invoice_columns_class_init (AcqInvoiceColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_invoice_columns_get_property;
  object_class->dispose = acq_invoice_columns_dispose;
  properties[PROP_ORDER]
    = g_param_spec_uint ("order", NULL, NULL, 0, ACQ_INVOICE_ORDER_LATE, FIRST_ORDER,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[0] = g_signal_new ("open", ACQ_TYPE_INVOICE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gboolean
set_widths_cb (gpointer data)
{
  AcqInvoiceColumns *self = data;
  GListModel *view_columns = gtk_column_view_get_columns (self->view);

  self->widening = 0;
  self->wide = !self->wide;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (view_columns, i);

      gtk_column_view_column_set_fixed_width (column, self->wide ? columns[i].wide_width : columns[i].width);
    }
  return G_SOURCE_REMOVE;
}

static void
page_size_cb (AcqInvoiceColumns *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  gboolean wide = gtk_adjustment_get_page_size (adjustment) >= WIDE;

  if (wide == self->wide)
    g_clear_handle_id (&self->widening, g_source_remove);
  else if (self->widening == 0)
    self->widening = g_idle_add_full (G_PRIORITY_HIGH_IDLE, set_widths_cb, self, NULL);
}

static void
set_up_columns (AcqInvoiceColumns *self)
{
  GtkColumnViewColumn *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (self, &columns[i]);

      gtk_column_view_append_column (self->view, column);
      if (columns[i].order == FIRST_ORDER)
        first = column;
    }
  acq_column_order_attach (self->view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].kind == CELL_FIGURE || columns[i].kind == CELL_AMOUNT)
      acq_column_order_align_end (self->view, i);
  gtk_column_view_sort_by_column (self->view, first, GTK_SORT_DESCENDING);
}

static void
acq_invoice_columns_init (AcqInvoiceColumns *self)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  self->cells = g_hash_table_new (NULL, NULL);
  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (view, "acq-invoices-table");
  acq_tab_stop_make (view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Invoices"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  set_up_columns (self);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), "notify::page-size",
                           G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (order_changed_cb),
                           self, G_CONNECT_SWAPPED);
}
