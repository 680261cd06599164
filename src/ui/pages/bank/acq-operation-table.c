/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-operation-table.h"

#include <glib/gi18n.h>

#include "acq-column-order.h"
#include "acq-operation-item.h"
#include "acq-tab-stop.h"

/* Below this width account and status are left out; what a line settles is told below its label all the same. */
#define FOLD_WIDTH 700

enum
{
  COLUMN_DAY,
  COLUMN_LABEL,
  COLUMN_ACCOUNT,
  COLUMN_AMOUNT,
  COLUMN_STATUS,
  COLUMN_MENU,
  N_COLUMNS,
};

struct _AcqOperationTable
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *scroller;
  GtkColumnView *view;

  /* Borrowed references */
  GtkColumnViewColumn *columns[N_COLUMNS]; /* of the view */

  gboolean folded;
  guint fold_source;
};

G_DEFINE_FINAL_TYPE (AcqOperationTable, acq_operation_table, GTK_TYPE_WIDGET)

enum
{
  ORDER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
acq_operation_table_get_order (AcqOperationTable *self, AcqBankOrder *ret_order, gboolean *ret_descending)
{
  static const AcqBankOrder orders[] = {
    [COLUMN_DAY] = ACQ_BANK_ORDER_DAY,       [COLUMN_LABEL] = ACQ_BANK_ORDER_LABEL,
    [COLUMN_ACCOUNT] = ACQ_BANK_ORDER_ACCOUNT, [COLUMN_AMOUNT] = ACQ_BANK_ORDER_AMOUNT,
    [COLUMN_STATUS] = ACQ_BANK_ORDER_STATUS,
  };
  guint column;

  g_return_if_fail (ACQ_IS_OPERATION_TABLE (self));
  *ret_order = ACQ_BANK_ORDER_DAY;
  *ret_descending = TRUE;
  if (acq_column_order_get (self->view, &column, ret_descending))
    *ret_order = orders[column];
}

static void
order_cb (AcqOperationTable *self)
{
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static GtkWidget *
cell_label_new (gboolean at_end)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), at_end ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), at_end ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  return label;
}

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  gboolean at_end = GPOINTER_TO_INT (column) == COLUMN_AMOUNT;
  GtkWidget *label = cell_label_new (at_end);

  if (GPOINTER_TO_INT (column) != COLUMN_ACCOUNT)
    gtk_widget_add_css_class (label, "numeric");
  if (at_end)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_item_set_child (list_item, label);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = cell_label_new (FALSE), *settled = cell_label_new (FALSE);

  gtk_widget_add_css_class (settled, "caption");
  gtk_widget_add_css_class (settled, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), settled);
  gtk_list_item_set_child (list_item, box);
}

static void
setup_status_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *pill = gtk_label_new (NULL);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (list_item, pill);
}

static void
setup_menu_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("What can be done with this line"));
  gtk_list_item_set_child (list_item, button);
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  static char *(*const tell[]) (AcqOperationItem *) = {
    [COLUMN_DAY] = acq_operation_item_tell_day,
    [COLUMN_ACCOUNT] = acq_operation_item_tell_account,
    [COLUMN_AMOUNT] = acq_operation_item_tell_amount,
  };
  g_autofree char *text = tell[GPOINTER_TO_INT (column)](gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  AcqOperationItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *settled = gtk_widget_get_next_sibling (label);
  g_autofree char *text = acq_operation_item_tell_label (item);
  g_autofree char *caption = acq_operation_item_tell_settled (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_label_set_text (GTK_LABEL (settled), caption);
  gtk_widget_set_visible (settled, caption[0] != '\0');
}

static void
bind_status_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  AcqOperationItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *pill = gtk_list_item_get_child (list_item);
  const char *const classes[] = { "acq-pill", acq_operation_item_get_status_style (item), NULL };
  g_autofree char *text = acq_operation_item_tell_status (item);

  gtk_label_set_text (GTK_LABEL (pill), text);
  gtk_widget_set_css_classes (pill, (const char **) classes);
}

static void
add_menu_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_new (const AcqBankLine *line)
{
  GMenu *menu = g_menu_new ();
  gboolean ignored = line->status == ACQ_TRANSACTION_STATUS_IGNORED;
  gboolean may_match = !ignored && line->matched != line->amount && (line->amount > 0 || line->returned);

  if (may_match)
    add_menu_item (menu, _ ("_Match…"), "operations.match", line->id);
  if (line->matched != 0)
    add_menu_item (menu, _ ("_Take the match back"), "operations.unmatch", line->id);
  if (line->matched > 0)
    add_menu_item (menu, _ ("Write a _receipt…"), "operations.receipt", line->id);
  if (ignored)
    add_menu_item (menu, _ ("_May be a customer’s after all"), "operations.unignore", line->id);
  else if (may_match && line->matched == 0)
    {
      add_menu_item (menu, _ ("_Never a customer’s"), "operations.ignore", line->id);
      add_menu_item (menu, _ ("_Lines like this are never a customer’s…"), "operations.make-rule", line->id);
    }
  add_menu_item (menu, _ ("_Copy the label"), "operations.copy", line->id);
  return G_MENU_MODEL (menu);
}

static void
bind_menu_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  AcqOperationItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *button = gtk_list_item_get_child (list_item);
  g_autoptr (GMenuModel) menu = menu_new (acq_operation_item_get_line (item));
  g_autofree char *label = acq_operation_item_tell_label (item);
  g_autofree char *amount = acq_operation_item_tell_amount (item);
  /* Translators: the name of a menu button for screen readers: a bank line's label and amount. */
  g_autofree char *name = g_strdup_printf (_ ("Menu of %s, %s"), label, amount);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_column (AcqOperationTable *self, int column, const char *title, GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", bind, GINT_TO_POINTER (column));
  self->columns[column] = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (self->view, self->columns[column]);
  g_object_unref (self->columns[column]);
}

static void
add_columns (AcqOperationTable *self)
{
  add_column (self, COLUMN_DAY, _ ("Day"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb));
  add_column (self, COLUMN_LABEL, _ ("Label"), G_CALLBACK (setup_label_cb), G_CALLBACK (bind_label_cb));
  add_column (self, COLUMN_ACCOUNT, _ ("Account"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb));
  add_column (self, COLUMN_AMOUNT, _ ("Amount"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb));
  add_column (self, COLUMN_STATUS, _ ("Status"), G_CALLBACK (setup_status_cb), G_CALLBACK (bind_status_cb));
  acq_column_order_attach (self->view);
  add_column (self, COLUMN_MENU, NULL, G_CALLBACK (setup_menu_cb), G_CALLBACK (bind_menu_cb));
  gtk_column_view_column_set_expand (self->columns[COLUMN_LABEL], TRUE);
  acq_column_order_align_end (self->view, COLUMN_AMOUNT);
}

void
acq_operation_table_set_model (AcqOperationTable *self, GListModel *model)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_return_if_fail (ACQ_IS_OPERATION_TABLE (self));
  selection = gtk_single_selection_new (g_object_ref (model));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

void
acq_operation_table_select (AcqOperationTable *self, guint position)
{
  GtkWidget *list;

  g_return_if_fail (ACQ_IS_OPERATION_TABLE (self));
  list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  gtk_selection_model_select_item (gtk_column_view_get_model (self->view), position, TRUE);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static gboolean
fold_cb (gpointer data)
{
  AcqOperationTable *self = data;

  self->fold_source = 0;
  gtk_column_view_column_set_visible (self->columns[COLUMN_ACCOUNT], !self->folded);
  gtk_column_view_column_set_visible (self->columns[COLUMN_STATUS], !self->folded);
  return G_SOURCE_REMOVE;
}

static void
acq_operation_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqOperationTable *self = ACQ_OPERATION_TABLE (widget);
  gboolean folded = width < FOLD_WIDTH;

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (folded != self->folded && self->fold_source == 0)
    self->fold_source = g_idle_add (fold_cb, self);
  self->folded = folded;
}

static void
acq_operation_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ACQ_OPERATION_TABLE (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
acq_operation_table_dispose (GObject *object)
{
  AcqOperationTable *self = ACQ_OPERATION_TABLE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_operation_table_parent_class)->dispose (object);
}

static void
acq_operation_table_class_init (AcqOperationTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_operation_table_dispose;
  widget_class->measure = acq_operation_table_measure;
  widget_class->size_allocate = acq_operation_table_size_allocate;
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", ACQ_TYPE_OPERATION_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
acq_operation_table_init (AcqOperationTable *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  acq_tab_stop_make (GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "acq-bank-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("view", "Bank lines"),
                                  -1);
  add_columns (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (order_cb), self,
                           G_CONNECT_SWAPPED);
}
