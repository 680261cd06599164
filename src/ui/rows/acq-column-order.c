/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-order.h"

/* A probe is no row but a number: the place of a column, counted from 1. Each column holds its own probe to be the
   smaller and all others to be the larger of two, so that the answers tell which column is asked first. */
#define OTHER GUINT_TO_POINTER (G_MAXUINT)

static int
compare_probe (gconstpointer a, gconstpointer b, gpointer column)
{
  if (b != OTHER)
    return GTK_ORDERING_EQUAL;
  return a == column ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

void
acq_column_order_attach (GtkColumnView *view)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkCustomSorter) sorter
        = gtk_custom_sorter_new (compare_probe, GUINT_TO_POINTER (i + 1), NULL);

      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
    }
}

gboolean
acq_column_order_get (GtkColumnView *view, guint *ret_column, gboolean *ret_descending)
{
  GtkSorter *sorter;
  guint n_columns, n_smaller = 0, n_larger = 0, smaller = 0, larger = 0;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);
  sorter = gtk_column_view_get_sorter (view);
  n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (view));
  for (guint i = 0; i < n_columns; i++)
    {
      GtkOrdering ordering = gtk_sorter_compare (sorter, GUINT_TO_POINTER (i + 1), OTHER);

      if (ordering == GTK_ORDERING_SMALLER)
        {
          n_smaller++;
          smaller = i;
        }
      else if (ordering == GTK_ORDERING_LARGER)
        {
          n_larger++;
          larger = i;
        }
    }
  /* Only one is alone in its answer, given three columns or more. */
  if (n_smaller + n_larger == 0 || (n_smaller != 1 && n_larger != 1))
    return FALSE;
  *ret_descending = n_larger == 1;
  *ret_column = n_larger == 1 ? larger : smaller;
  return TRUE;
}

void
acq_column_order_align_end (GtkColumnView *view, guint column)
{
  GtkWidget *title, *content;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));
  for (guint i = 0; title != NULL && i < column; i++)
    title = gtk_widget_get_next_sibling (title);
  content = title == NULL ? NULL : gtk_widget_get_first_child (title);
  if (content == NULL)
    return;
  gtk_widget_set_halign (content, GTK_ALIGN_END);
  /* The arrow goes before the words, so that these end where the figures do. */
  if (GTK_IS_BOX (content))
    gtk_box_reorder_child_after (GTK_BOX (content), gtk_widget_get_last_child (content), NULL);
}
