/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-pane.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-letter-batch.h"
#include "acq-queue-list.h"
#include "acq-queue-text.h"
#include "acq-widget-children.h"

#define N_LISTS 3

struct _AcqQueuePane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *box;
  GtkMenuButton *day_button;
  GtkLabel *day_label;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  GtkWidget *back_button;
  GtkButton *letters_button;

  /* Child widgets: messages, held, approved */
  AcqQueueList *lists[N_LISTS];

  /* Owned references */
  AcqQueue *queue;
  AcqQueueRow *selected;

  AcqQueueOrder order;
  guint last_place; /* of the message that was selected last */
};

G_DEFINE_FINAL_TYPE (AcqQueuePane, acq_queue_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
write_heading (const AcqQueue *queue, AcqQueueRowKind kind)
{
  guint n = kind == ACQ_QUEUE_ROW_HELD       ? acq_queue_count_held_customers (queue)
            : kind == ACQ_QUEUE_ROW_APPROVED ? queue->approved->len
                                             : queue->messages->len;

  if (kind == ACQ_QUEUE_ROW_HELD)
    return g_strdup_printf (ngettext ("Held back: %u customer", "Held back: %u customers", n), n);
  if (kind == ACQ_QUEUE_ROW_APPROVED)
    return g_strdup_printf (ngettext ("Approved, not sent yet: %u", "Approved, not sent yet: %u", n), n);
  if (queue->is_preview)
    return g_strdup_printf (ngettext ("Foreseen: %u customer", "Foreseen: %u customers", n), n);
  return g_strdup_printf (ngettext ("To approve: %u customer", "To approve: %u customers", n), n);
}

static void
show_list (AcqQueuePane *self, AcqQueueRowKind kind)
{
  GArray *sums = kind == ACQ_QUEUE_ROW_HELD       ? acq_queue_total_held (self->queue)
                 : kind == ACQ_QUEUE_ROW_APPROVED ? acq_queue_total_approved (self->queue)
                                                  : acq_queue_total_messages (self->queue);
  g_autofree char *total = acq_queue_text_totals (sums);
  g_autofree char *title = write_heading (self->queue, kind);

  acq_queue_list_set_queue (self->lists[kind], self->queue, self->order, title, total);
  gtk_widget_set_visible (GTK_WIDGET (self->lists[kind]),
                          kind == ACQ_QUEUE_ROW_MESSAGE || acq_queue_list_get_n_rows (self->lists[kind]) > 0);
}

/* A day that stands alone begins with a capital. */
static char *
write_day (AcqDay day, AcqDay today)
{
  g_autofree char *text = acq_day_text_weekday (day, today);
  g_autofree char *first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
show_day (AcqQueuePane *self)
{
  AcqDay day = self->queue->day != ACQ_DAY_NONE ? self->queue->day : self->queue->view->books->today;
  g_autofree char *text = write_day (day, self->queue->view->books->today);
  g_autofree char *label = g_strdup_printf (_ ("Day of the reminders: %s"), text);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
  gtk_label_set_text (self->day_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_visible (self->back_button, self->queue->is_preview);
}

/* One letter is printed where it is on show. */
static void
show_letters (AcqQueuePane *self)
{
  guint n = self->queue->is_preview ? 0 : acq_letter_batch_count (self->queue);
  g_autofree char *label = g_strdup_printf (ngettext ("Print %u letter…", "Print %u letters…", n), n);

  gtk_button_set_label (self->letters_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->letters_button), n > 1);
}

static void
keep_selected (AcqQueuePane *self, AcqQueueRow *row)
{
  g_set_object (&self->selected, row);
  if (row != NULL && acq_queue_row_get_kind (row) == ACQ_QUEUE_ROW_MESSAGE)
    self->last_place = acq_queue_list_get_place (self->lists[ACQ_QUEUE_ROW_MESSAGE]);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, row);
}

/* What waits for the user, where no message does. */
static AcqQueueList *
select_held (AcqQueuePane *self)
{
  AcqQueueList *held = self->lists[ACQ_QUEUE_ROW_HELD];

  /* The first row is the caption of the group. */
  return self->queue->n_held[ACQ_HELD_FOR_YOU] > 0 && acq_queue_list_select_place (held, 1) ? held : NULL;
}

/* What was selected, else what has come into its place. */
static AcqQueueList *
find_selection (AcqQueuePane *self)
{
  AcqQueueRowKind kind
    = self->selected == NULL ? ACQ_QUEUE_ROW_MESSAGE : acq_queue_row_get_kind (self->selected);

  if (self->selected != NULL && acq_queue_list_select_same (self->lists[kind], self->selected))
    return self->lists[kind];
  if (acq_queue_list_select_place (self->lists[ACQ_QUEUE_ROW_MESSAGE], self->last_place))
    return self->lists[ACQ_QUEUE_ROW_MESSAGE];
  return select_held (self);
}

/* Where what had the focus has gone, what is selected now is what a person at the keyboard goes on with. */
static void
keep_focus (AcqQueuePane *self, AcqQueueList *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (list != NULL && root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_root_get_focus (root) == NULL)
    acq_queue_list_focus (list);
}

void
acq_queue_pane_set_queue (AcqQueuePane *self, AcqQueue *queue)
{
  AcqQueueList *list;

  g_return_if_fail (ACQ_IS_QUEUE_PANE (self));
  g_return_if_fail (queue != NULL);
  acq_queue_ref (queue);
  g_clear_pointer (&self->queue, acq_queue_unref);
  self->queue = queue;
  for (int kind = 0; kind < N_LISTS; kind++)
    show_list (self, (AcqQueueRowKind) kind);
  acq_queue_list_set_main (self->lists[ACQ_QUEUE_ROW_MESSAGE], queue->messages->len > 0);
  acq_queue_list_set_main (self->lists[ACQ_QUEUE_ROW_HELD], queue->messages->len == 0);
  show_day (self);
  show_letters (self);
  list = find_selection (self);
  keep_selected (self, list == NULL ? NULL : acq_queue_list_get_selected (list));
  keep_focus (self, list);
}

AcqQueueRow *
acq_queue_pane_get_selected (AcqQueuePane *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_PANE (self), NULL);
  return self->selected;
}

static void
keep_selected_of (AcqQueuePane *self, int kind)
{
  for (int other = 0; other < N_LISTS; other++)
    if (other != kind)
      acq_queue_list_unselect (self->lists[other]);
  keep_selected (self, acq_queue_list_get_selected (self->lists[kind]));
}

/* A list in which nothing was found has lost its selection. */
static void
restore_selected (AcqQueuePane *self)
{
  if (self->selected != NULL)
    acq_queue_list_select_same (self->lists[acq_queue_row_get_kind (self->selected)], self->selected);
}

gboolean
acq_queue_pane_open (AcqQueuePane *self, const char *code, const char *number)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_PANE (self), FALSE);
  for (int kind = 0; kind < N_LISTS; kind++)
    if (acq_queue_list_select_subject (self->lists[kind], code, number))
      {
        keep_selected_of (self, kind);
        return TRUE;
      }
  restore_selected (self);
  return FALSE;
}

/* Goes on in the lists below, and then from the top. */
void
acq_queue_pane_search (AcqQueuePane *self, const char *text, gboolean next)
{
  int first;

  g_return_if_fail (ACQ_IS_QUEUE_PANE (self));
  if (text[0] == '\0' || self->queue == NULL)
    return;
  first = self->selected == NULL || !next ? 0 : (int) acq_queue_row_get_kind (self->selected);
  for (int i = 0; i <= N_LISTS; i++)
    {
      int kind = (first + i) % N_LISTS;

      if (!acq_queue_list_select_text (self->lists[kind], text, next && i == 0))
        continue;
      keep_selected_of (self, kind);
      return;
    }
  restore_selected (self);
}

void
acq_queue_pane_set_alone (AcqQueuePane *self, gboolean alone)
{
  g_return_if_fail (ACQ_IS_QUEUE_PANE (self));
  for (int kind = 0; kind < N_LISTS; kind++)
    acq_queue_list_set_single_click (self->lists[kind], alone);
}

void
acq_queue_pane_focus (AcqQueuePane *self)
{
  g_return_if_fail (ACQ_IS_QUEUE_PANE (self));
  acq_queue_list_focus (self->lists[ACQ_QUEUE_ROW_MESSAGE]);
}

static void
selected_cb (AcqQueuePane *self, AcqQueueRow *row, AcqQueueList *list)
{
  g_assert (ACQ_IS_QUEUE_PANE (self));
  for (int kind = 0; kind < N_LISTS; kind++)
    if (self->lists[kind] != list)
      acq_queue_list_unselect (self->lists[kind]);
  keep_selected (self, row);
}

static void
activated_cb (AcqQueuePane *self, AcqQueueRow *row, gboolean by_key, AcqQueueList *list)
{
  g_assert (ACQ_IS_QUEUE_PANE (self));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, by_key);
}

static void
choose_day (AcqQueuePane *self, AcqDay day)
{
  gtk_popover_popdown (self->day_popover);
  if (day != ACQ_DAY_NONE)
    g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, day);
}

static void
show_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AcqQueuePane *self = ACQ_QUEUE_PANE (user_data);
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  choose_day (self, acq_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                 g_date_time_get_day_of_month (date)));
}

static void
work_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AcqQueuePane *self = ACQ_QUEUE_PANE (user_data);

  if (self->queue != NULL)
    choose_day (self, self->queue->view->plan_day);
}

static void
order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AcqQueuePane *self = ACQ_QUEUE_PANE (user_data);

  if (!acq_queue_order_from_code (g_variant_get_string (parameter, NULL), &self->order))
    return;
  g_simple_action_set_state (action, parameter);
  acq_queue_list_set_order (self->lists[ACQ_QUEUE_ROW_MESSAGE], self->order);
}

static void
acq_queue_pane_dispose (GObject *object)
{
  AcqQueuePane *self = ACQ_QUEUE_PANE (object);

  acq_widget_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->selected);
  g_clear_pointer (&self->queue, acq_queue_unref);
  G_OBJECT_CLASS (acq_queue_pane_parent_class)->dispose (object);
}

static void
acq_queue_pane_class_init (AcqQueuePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_queue_pane_dispose;
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", ACQ_TYPE_QUEUE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, ACQ_TYPE_QUEUE_ROW);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", ACQ_TYPE_QUEUE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_DAY_CHOSEN] = g_signal_new ("day-chosen", ACQ_TYPE_QUEUE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-queue-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, box);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, day_button);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, day_label);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, day_popover);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, calendar);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, back_button);
  gtk_widget_class_bind_template_child (widget_class, AcqQueuePane, letters_button);
}

static void
add_list (AcqQueuePane *self, AcqQueueRowKind kind, const char *label)
{
  GtkWidget *list = acq_queue_list_new (kind, label);

  self->lists[kind] = ACQ_QUEUE_LIST (list);
  if (kind != ACQ_QUEUE_ROW_MESSAGE)
    gtk_widget_add_css_class (list, "acq-reminders-lower");
  gtk_box_append (self->box, list);
  gtk_widget_set_visible (list, kind == ACQ_QUEUE_ROW_MESSAGE);
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

static void
acq_queue_pane_init (AcqQueuePane *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const GActionEntry entries[] = {
    { .name = "order", .parameter_type = "s", .state = "'amount'", .activate = order_cb },
    { .name = "show-day", .activate = show_day_cb },
    { .name = "work-day", .activate = work_day_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  add_list (self, ACQ_QUEUE_ROW_MESSAGE, _ ("Reminders to approve"));
  add_list (self, ACQ_QUEUE_ROW_HELD, _ ("Reminders held back"));
  add_list (self, ACQ_QUEUE_ROW_APPROVED, _ ("Approved reminders"));
  acq_queue_list_set_folded (self->lists[ACQ_QUEUE_ROW_APPROVED], TRUE);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "queue", G_ACTION_GROUP (actions));
}

GtkWidget *
acq_queue_pane_new (void)
{
  return g_object_new (ACQ_TYPE_QUEUE_PANE, NULL);
}
