/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-table.h"

#include <adwaita.h>

#include "acq-column-order.h"
#include "acq-customer-row.h"
#include "acq-limit-bar.h"
#include "acq-tab-stop.h"
#include "acq-widget-children.h"

struct _AcqCustomerTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (AcqCustomerTable, acq_customer_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[1];

/* Of each column, in their order in the template, and whether it shows figures. */
static const struct
{
  AcqCustomerOrder order;
  gboolean figures;
} columns[] = {
  { ACQ_CUSTOMER_ORDER_NAME, FALSE },   { ACQ_CUSTOMER_ORDER_OUTSTANDING, TRUE },
  { ACQ_CUSTOMER_ORDER_OVERDUE, TRUE }, { ACQ_CUSTOMER_ORDER_OLDEST, TRUE },
  { ACQ_CUSTOMER_ORDER_HABIT, TRUE },   { ACQ_CUSTOMER_ORDER_LIMIT, FALSE },
  { ACQ_CUSTOMER_ORDER_NEXT, FALSE },
};

#define FIRST_COLUMN 1

void
acq_customer_table_set_model (AcqCustomerTable *self, GtkSelectionModel *model)
{
  g_return_if_fail (ACQ_IS_CUSTOMER_TABLE (self));
  gtk_column_view_set_model (self->view, model);
}

void
acq_customer_table_get_order (AcqCustomerTable *self, AcqCustomerOrder *ret_order, gboolean *ret_descending)
{
  guint column = FIRST_COLUMN;

  g_return_if_fail (ACQ_IS_CUSTOMER_TABLE (self));
  *ret_descending = TRUE;
  acq_column_order_get (self->view, &column, ret_descending);
  g_return_if_fail (column < G_N_ELEMENTS (columns));
  *ret_order = columns[column].order;
}

static void
activate_cb (AcqCustomerTable *self, guint position)
{
  g_signal_emit (self, signals[0], 0, position);
}

static void
order_changed_cb (AcqCustomerTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
acq_customer_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqCustomerOrder order;
  gboolean descending;

  if (id != PROP_ORDER)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  acq_customer_table_get_order (ACQ_CUSTOMER_TABLE (object), &order, &descending);
  g_value_set_uint (value, order);
}

static void
acq_customer_table_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_customer_table_parent_class)->dispose (object);
}

static void
acq_customer_table_class_init (AcqCustomerTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_customer_table_get_property;
  object_class->dispose = acq_customer_table_dispose;
  properties[PROP_ORDER]
    = g_param_spec_uint ("order", NULL, NULL, 0, ACQ_CUSTOMER_ORDER_NEXT, ACQ_CUSTOMER_ORDER_OUTSTANDING,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[0] = g_signal_new ("open", ACQ_TYPE_CUSTOMER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (ACQ_TYPE_CUSTOMER_ROW);
  g_type_ensure (ACQ_TYPE_LIMIT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/customers/acq-customer-table.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
acq_customer_table_init (AcqCustomerTable *self)
{
  GListModel *view_columns;
  g_autoptr (GtkColumnViewColumn) first = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  acq_tab_stop_make (GTK_WIDGET (self->view));
  acq_column_order_attach (self->view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].figures)
      acq_column_order_align_end (self->view, i);
  view_columns = gtk_column_view_get_columns (self->view);
  first = g_list_model_get_item (view_columns, FIRST_COLUMN);
  gtk_column_view_sort_by_column (self->view, first, GTK_SORT_DESCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (order_changed_cb),
                           self, G_CONNECT_SWAPPED);
}
