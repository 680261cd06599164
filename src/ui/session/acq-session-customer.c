/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-customer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-name-text.h"
#include "acq-session-text.h"
#include "acq-timeline-entry.h"
#include "acq-why-card.h"
#include "acq-widget-children.h"

/* So many of the last events are shown. */
#define N_EVENTS 4

struct _AcqSessionCustomer
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *contact;
  GtkWidget *figures;
  GtkLabel *asked;
  GtkLabel *asked_words;
  GtkLabel *outstanding;
  GtkLabel *outstanding_words;
  GtkLabel *habit;
  GtkLabel *habit_words;
  GtkWidget *details;
  GtkBox *events;
  GtkWidget *no_events;
  AcqWhyCard *why;
};

G_DEFINE_FINAL_TYPE (AcqSessionCustomer, acq_session_customer, GTK_TYPE_WIDGET)

static void
show_name (AcqSessionCustomer *self, const AcqPlanMessage *message)
{
  g_autofree char *short_name = acq_customer_name_text_short (message->recipient->name);
  g_autofree char *contact = acq_session_text_contact (message);

  adw_avatar_set_text (self->avatar, short_name);
  gtk_label_set_text (self->name, message->recipient->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), message->recipient->name);
  gtk_label_set_text (self->contact, contact);
  gtk_widget_set_visible (GTK_WIDGET (self->contact), contact[0] != '\0');
}

static void
show_asked (AcqSessionCustomer *self, const AcqQueueMessage *queued)
{
  g_autofree char *amount = acq_amount_text (queued->message->total, queued->message->currency);
  g_autofree char *words = acq_session_text_age (queued);

  gtk_label_set_text (self->asked, amount);
  gtk_label_set_text (self->asked_words, words);
}

static void
show_figures (AcqSessionCustomer *self, const AcqCustomerFigures *figures, gboolean several)
{
  const char *habit_words;
  g_autofree char *outstanding = acq_amount_text (figures->outstanding, ACQ_CURRENCY_EUR);
  g_autofree char *limit = acq_session_text_limit (figures, several);
  g_autofree char *habit = acq_session_text_habit (figures, &habit_words);

  gtk_label_set_text (self->outstanding, outstanding);
  gtk_label_set_text (self->outstanding_words, limit);
  gtk_label_set_text (self->habit, habit);
  gtk_label_set_text (self->habit_words, habit_words);
  if (figures->limit_used > 10000 && !several)
    gtk_widget_add_css_class (GTK_WIDGET (self->outstanding_words), "acq-stop");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->outstanding_words), "acq-stop");
}

static void
clear_events (AcqSessionCustomer *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->events))) != NULL)
    gtk_box_remove (self->events, child);
}

/* The next event of a timeline that has happened; what is planned is on the right. */
static guint
skip_planned (AcqTimeline *timeline, guint place)
{
  while (place < timeline->events->len && acq_timeline_event (timeline, place)->kind == ACQ_TIMELINE_PLANNED)
    place++;
  return place;
}

/* The timeline with the newest event from these places on; NULL where there is none. */
static AcqTimeline *
find_newest (const GPtrArray *timelines, guint *places, guint *ret_place)
{
  AcqTimeline *newest = NULL;
  guint found = 0;

  for (guint i = 0; i < timelines->len; i++)
    {
      AcqTimeline *timeline = timelines->pdata[i];

      places[i] = skip_planned (timeline, places[i]);
      if (places[i] < timeline->events->len
          && (newest == NULL
              || acq_timeline_event (timeline, places[i])->day
                   > acq_timeline_event (newest, places[found])->day))
        {
          newest = timeline;
          found = i;
        }
    }
  if (newest != NULL)
    *ret_place = places[found]++;
  return newest;
}

static GPtrArray *
find_events (const GPtrArray *timelines)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *places = g_new0 (guint, timelines->len);
  AcqTimeline *timeline;
  guint place;

  while (rows->len < N_EVENTS && (timeline = find_newest (timelines, places, &place)) != NULL)
    g_ptr_array_add (rows, acq_timeline_row_new (timeline, place));
  return rows;
}

static void
show_events (AcqSessionCustomer *self, const GPtrArray *timelines)
{
  g_autoptr (GPtrArray) rows = find_events (timelines);

  clear_events (self);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *entry = acq_timeline_entry_new ();

      acq_timeline_entry_set_compact (ACQ_TIMELINE_ENTRY (entry));
      acq_timeline_entry_show (ACQ_TIMELINE_ENTRY (entry), rows->pdata[i], i + 1 == rows->len);
      gtk_box_append (self->events, entry);
    }
  gtk_widget_set_visible (self->no_events, rows->len == 0);
}

void
acq_session_customer_show (AcqSessionCustomer *self, AcqQueueRow *row, const AcqSessionCase *details)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (row);

  g_return_if_fail (ACQ_IS_SESSION_CUSTOMER (self));
  show_name (self, message);
  show_asked (self, acq_queue_row_get_queued (row));
  gtk_widget_set_opacity (self->figures, details != NULL ? 1 : 0.4);
  gtk_widget_set_opacity (self->details, details != NULL ? 1 : 0.4);
  if (details == NULL)
    return;
  show_figures (self, &details->figures, details->timelines->len > 1);
  show_events (self, details->timelines);
  acq_why_card_show (self->why, details->details->why, message->day,
                     acq_queue_row_get_queue (row)->view->books->today);
}

static void
acq_session_customer_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_session_customer_parent_class)->dispose (object);
}

static void
acq_session_customer_class_init (AcqSessionCustomerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_session_customer_dispose;
  g_type_ensure (ACQ_TYPE_WHY_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-customer.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, avatar);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, name);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, contact);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, figures);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, asked);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, asked_words);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, outstanding);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, outstanding_words);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, habit);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, habit_words);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, details);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, events);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, no_events);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionCustomer, why);
}

static void
acq_session_customer_init (AcqSessionCustomer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  acq_why_card_set_plain (self->why);
}
