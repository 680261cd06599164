/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-list.h"

#include <glib/gi18n.h>

#include "acq-queue-cell.h"
#include "acq-queue-model.h"
#include "acq-tab-stop.h"
#include "acq-widget-children.h"

/* Of the rows in sight, in pixels: that of the main list, and of the others. */
#define MIN_HEIGHT           120
#define MIN_HEIGHT_OF_OTHERS 46
#define MAX_HEIGHT           260

struct _AcqQueueList
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkToggleButton *heading;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *total;
  GtkScrolledWindow *scroller;
  GtkListView *view;

  /* Owned references */
  AcqQueueModel *model;
  GtkSingleSelection *selection;
  AcqQueue *queue;

  gboolean quiet; /* the selection is not the user's doing */
};

G_DEFINE_FINAL_TYPE (AcqQueueList, acq_queue_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fold_cb (AcqQueueList *self)
{
  gboolean open = gtk_toggle_button_get_active (self->heading);

  g_assert (ACQ_IS_QUEUE_LIST (self));
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
selected_cb (AcqQueueList *self)
{
  AcqQueueRow *row = gtk_single_selection_get_selected_item (self->selection);

  g_assert (ACQ_IS_QUEUE_LIST (self));
  if (row != NULL && !self->quiet)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, row);
}

static void
activate (AcqQueueList *self, AcqQueueRow *row, gboolean by_key)
{
  if (row != NULL && acq_queue_row_get_kind (row) != ACQ_QUEUE_ROW_CAPTION)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, row, by_key);
}

static void
activate_cb (AcqQueueList *self, guint position)
{
  g_autoptr (AcqQueueRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  g_assert (ACQ_IS_QUEUE_LIST (self));
  activate (self, row, FALSE);
}

/* Enter decides, a double click only shows: the two must be told apart. */
static gboolean
key_cb (AcqQueueList *self, guint key, guint code, GdkModifierType state)
{
  g_assert (ACQ_IS_QUEUE_LIST (self));
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  activate (self, acq_queue_list_get_selected (self), TRUE);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, acq_queue_cell_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AcqQueueRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  gboolean is_row = acq_queue_row_get_kind (row) != ACQ_QUEUE_ROW_CAPTION;

  gtk_list_item_set_selectable (item, is_row);
  gtk_list_item_set_activatable (item, is_row);
  /* Tab comes into a list by its first item, or not at all, and that is a caption. */
  gtk_widget_set_focusable (cell, !is_row);
  acq_queue_cell_show (ACQ_QUEUE_CELL (cell), row);
}

static gboolean
select_position (AcqQueueList *self, guint position)
{
  gboolean found = position < g_list_model_get_n_items (G_LIST_MODEL (self->model));

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, found ? position : GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
  if (found)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  return found;
}

static void
fill (AcqQueueList *self, AcqQueueOrder order)
{
  self->quiet = TRUE;
  acq_queue_model_set_queue (self->model, self->queue, order);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
}

void
acq_queue_list_set_queue (AcqQueueList *self, AcqQueue *queue, AcqQueueOrder order, const char *title,
                          const char *total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  if (queue != NULL)
    acq_queue_ref (queue);
  g_clear_pointer (&self->queue, acq_queue_unref);
  self->queue = queue;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->total, total);
  text = total[0] == '\0' ? g_strdup (title) : g_strdup_printf ("%s, %s", title, total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  fill (self, order);
}

void
acq_queue_list_set_order (AcqQueueList *self, AcqQueueOrder order)
{
  g_autoptr (AcqQueueRow) selected = NULL;

  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  if (acq_queue_list_get_selected (self) != NULL)
    selected = g_object_ref (acq_queue_list_get_selected (self));
  fill (self, order);
  acq_queue_list_select_same (self, selected);
}

guint
acq_queue_list_get_n_rows (AcqQueueList *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

void
acq_queue_list_set_main (AcqQueueList *self, gboolean is_main)
{
  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), is_main);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), is_main);
  /* The bounds must never cross, not even for a moment. */
  gtk_scrolled_window_set_min_content_height (self->scroller, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, is_main ? -1 : MAX_HEIGHT);
  gtk_scrolled_window_set_min_content_height (self->scroller, is_main ? MIN_HEIGHT : MIN_HEIGHT_OF_OTHERS);
}

void
acq_queue_list_set_folded (AcqQueueList *self, gboolean folded)
{
  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  gtk_toggle_button_set_active (self->heading, !folded);
}

gboolean
acq_queue_list_select_same (AcqQueueList *self, AcqQueueRow *row)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), FALSE);
  return select_position (self, acq_queue_model_find (self->model, row));
}

gboolean
acq_queue_list_select_subject (AcqQueueList *self, const char *code, const char *number)
{
  guint position;

  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), FALSE);
  position = acq_queue_model_find_subject (self->model, code, number);
  if (position != G_MAXUINT)
    gtk_toggle_button_set_active (self->heading, TRUE);
  return select_position (self, position);
}

gboolean
acq_queue_list_select_text (AcqQueueList *self, const char *text, gboolean next)
{
  guint place, from;

  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), FALSE);
  from = gtk_single_selection_get_selected (self->selection);
  place = acq_queue_model_find_text (self->model, text,
                                     from == GTK_INVALID_LIST_POSITION ? 0 : from + (next ? 1 : 0));
  if (place == G_MAXUINT || (next && place <= from && from != GTK_INVALID_LIST_POSITION))
    return FALSE;
  gtk_toggle_button_set_active (self->heading, TRUE);
  return select_position (self, place);
}

gboolean
acq_queue_list_select_place (AcqQueueList *self, guint place)
{
  guint n_rows;

  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), FALSE);
  n_rows = acq_queue_list_get_n_rows (self);
  return select_position (self, n_rows == 0 ? GTK_INVALID_LIST_POSITION : MIN (place, n_rows - 1));
}

void
acq_queue_list_unselect (AcqQueueList *self)
{
  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  select_position (self, GTK_INVALID_LIST_POSITION);
}

AcqQueueRow *
acq_queue_list_get_selected (AcqQueueList *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), NULL);
  return gtk_single_selection_get_selected_item (self->selection);
}

guint
acq_queue_list_get_place (AcqQueueList *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_LIST (self), GTK_INVALID_LIST_POSITION);
  return gtk_single_selection_get_selected (self->selection);
}

void
acq_queue_list_set_single_click (AcqQueueList *self, gboolean single_click)
{
  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  gtk_list_view_set_single_click_activate (self->view, single_click);
}

void
acq_queue_list_focus (AcqQueueList *self)
{
  g_return_if_fail (ACQ_IS_QUEUE_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
acq_queue_list_dispose (GObject *object)
{
  AcqQueueList *self = ACQ_QUEUE_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  acq_widget_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->queue, acq_queue_unref);
  G_OBJECT_CLASS (acq_queue_list_parent_class)->dispose (object);
}

static void
acq_queue_list_class_init (AcqQueueListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_queue_list_dispose;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", ACQ_TYPE_QUEUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, ACQ_TYPE_QUEUE_ROW);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", ACQ_TYPE_QUEUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 2, ACQ_TYPE_QUEUE_ROW, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-queue-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, arrow);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, title);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, total);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueList, view);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
acq_queue_list_init (AcqQueueList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  acq_tab_stop_make (GTK_WIDGET (self->view));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
connect_model (AcqQueueList *self, AcqQueueRowKind kind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->model = acq_queue_model_new (kind);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/* The list of messages does not fold. */
GtkWidget *
acq_queue_list_new (AcqQueueRowKind kind, const char *label)
{
  AcqQueueList *self = g_object_new (ACQ_TYPE_QUEUE_LIST, NULL);
  gboolean folds = kind != ACQ_QUEUE_ROW_MESSAGE;

  connect_model (self, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), folds);
  gtk_widget_set_can_target (GTK_WIDGET (self->heading), folds);
  gtk_widget_set_focusable (GTK_WIDGET (self->heading), folds);
  acq_queue_list_set_main (self, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
