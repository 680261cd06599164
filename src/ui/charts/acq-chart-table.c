/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-table.h"

#include "acq-chart-point.h"
#include "acq-tab-stop.h"

/* Longer tables scroll. */
#define MAX_HEIGHT 320

struct _AcqChartTable
{
  GtkWidget parent_instance;

  /* Owned references */
  GtkWidget *window;

  /* Borrowed references */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (AcqChartTable, acq_chart_table, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activate_cb (GtkColumnView *view, guint position, AcqChartTable *self)
{
  g_autoptr (AcqChartPoint) point
    = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  g_assert (ACQ_IS_CHART_TABLE (self));
  if (acq_chart_point_get (point)->target != NULL)
    g_signal_emit (self, signals[OPEN], 0, acq_chart_point_get (point)->target);
}

static GtkWidget *
make_cell (gboolean is_figure)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_figure ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_figure)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, make_cell (FALSE));
}

static void
setup_figure_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, make_cell (TRUE));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const char *property)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_list_item_get_item (item), property, &text, NULL);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static void
add_column (AcqChartTable *self, const char *title, const char *property, gboolean is_figure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", is_figure ? G_CALLBACK (setup_figure_cb) : G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) property);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, !is_figure);
  gtk_column_view_append_column (self->view, column);
}

static void
acq_chart_table_dispose (GObject *object)
{
  g_clear_pointer (&ACQ_CHART_TABLE (object)->window, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_chart_table_parent_class)->dispose (object);
}

static void
acq_chart_table_class_init (AcqChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_chart_table_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_chart_table_init (AcqChartTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  acq_tab_stop_make (GTK_WIDGET (self->view));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->window), MAX_HEIGHT);
  gtk_widget_set_vexpand (self->window, TRUE);
  gtk_widget_set_parent (self->window, GTK_WIDGET (self));
}

GtkWidget *
acq_chart_table_new (GListModel *model, const char *title, const AcqChartTableTitles *titles)
{
  AcqChartTable *self = NULL;
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (model) && titles != NULL && titles->name != NULL, NULL);

  self = g_object_new (ACQ_TYPE_CHART_TABLE, NULL);
  selection = gtk_single_selection_new (g_object_ref (model));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  add_column (self, titles->name, "name", FALSE);
  if (titles->value != NULL)
    add_column (self, titles->value, "value-text", TRUE);
  if (titles->range != NULL)
    add_column (self, titles->range, "range-text", TRUE);
  if (titles->note != NULL)
    add_column (self, titles->note, "note", TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  return GTK_WIDGET (self);
}
