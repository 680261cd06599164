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
show_figures (AcqSessionCustomer *self, const AcqCustomerFigures *figures)
{
  const char *habit_words;
  g_autofree char *outstanding = acq_amount_text (figures->outstanding, ACQ_CURRENCY_EUR);
  g_autofree char *limit = acq_session_text_limit (figures);
  g_autofree char *habit = acq_session_text_habit (figures, &habit_words);

  gtk_label_set_text (self->outstanding, outstanding);
  gtk_label_set_text (self->outstanding_words, limit);
  gtk_label_set_text (self->habit, habit);
  gtk_label_set_text (self->habit_words, habit_words);
  if (figures->limit_used > 10000)
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

/* What is planned is on the right; here is what was. */
static GArray *
find_events (const AcqTimeline *timeline)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < timeline->events->len && places->len < N_EVENTS; i++)
    if (acq_timeline_event (timeline, i)->kind != ACQ_TIMELINE_PLANNED)
      g_array_append_val (places, i);
  return places;
}

static void
show_events (AcqSessionCustomer *self, AcqTimeline *timeline)
{
  g_autoptr (GArray) places = find_events (timeline);

  clear_events (self);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (AcqTimelineRow) row = acq_timeline_row_new (timeline, g_array_index (places, guint, i));
      GtkWidget *entry = acq_timeline_entry_new ();

      acq_timeline_entry_set_compact (ACQ_TIMELINE_ENTRY (entry));
      acq_timeline_entry_show (ACQ_TIMELINE_ENTRY (entry), row, i + 1 == places->len);
      gtk_box_append (self->events, entry);
    }
  gtk_widget_set_visible (self->no_events, places->len == 0);
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
  show_figures (self, &details->figures);
  show_events (self, details->timeline);
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
