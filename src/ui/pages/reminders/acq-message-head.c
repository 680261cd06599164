/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-head.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-name-text.h"
#include "acq-queue-text.h"
#include "acq-widget-children.h"

struct _AcqMessageHead
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *pill;
  GtkLabel *who;
  GtkLabel *amount;
  GtkLabel *below;
};

G_DEFINE_FINAL_TYPE (AcqMessageHead, acq_message_head, GTK_TYPE_WIDGET)

static void
show_pill (AcqMessageHead *self, const char *text, const char *meaning)
{
  static const char *const meanings[] = { "stop", "attention", "information", "neutral" };

  gtk_label_set_text (self->pill, text);
  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i], meaning))
      gtk_widget_add_css_class (GTK_WIDGET (self->pill), meanings[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->pill), meanings[i]);
}

static void
show_amount (AcqMessageHead *self, gint64 amount, AcqCurrency currency, guint n_invoices)
{
  g_autofree char *text = acq_amount_text (amount, currency);
  g_autofree char *below = g_strdup_printf (ngettext ("%u invoice", "%u invoices", n_invoices), n_invoices);

  gtk_label_set_text (self->amount, text);
  gtk_label_set_text (self->below, below);
}

static void
show_message (AcqMessageHead *self, const AcqPlanMessage *message, guint n_invoices)
{
  g_autofree char *pill = acq_queue_text_pill (message);

  show_pill (self, pill, acq_queue_text_meaning (message));
  show_amount (self, message->total, message->currency, n_invoices);
}

static void
show_held (AcqMessageHead *self, const AcqQueueHeld *held)
{
  if (held->message != NULL)
    show_message (self, held->message, held->invoices->len);
  else
    {
      show_pill (self, C_ ("pill", "Held back"), held->group == ACQ_HELD_FOR_YOU ? "attention" : "neutral");
      show_amount (self, held->amount, held->currency, held->invoices->len);
    }
}

static void
show_approved (AcqMessageHead *self, const AcqQueueApproved *approved)
{
  const AcqMessage *message = approved->approved;

  show_pill (self, acq_queue_text_approved_name (approved),
             approved->message == NULL ? "attention" : "neutral");
  show_amount (self, message->total, message->currency, message->items->len);
}

void
acq_message_head_show (AcqMessageHead *self, AcqQueueRow *row)
{
  const AcqCustomer *customer = acq_queue_row_get_customer (row);
  const char *name = customer == NULL ? _ ("Unknown customer") : customer->name;
  g_autofree char *short_name = acq_customer_name_text_short (name);

  g_return_if_fail (ACQ_IS_MESSAGE_HEAD (self));
  adw_avatar_set_text (self->avatar, short_name);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_text (self->who, "");
  if (acq_queue_row_get_queued (row) != NULL)
    show_message (self, acq_queue_row_get_message (row), acq_queue_row_get_queued (row)->n_invoices);
  else if (acq_queue_row_get_held (row) != NULL)
    show_held (self, acq_queue_row_get_held (row));
  else if (acq_queue_row_get_approved (row) != NULL)
    show_approved (self, acq_queue_row_get_approved (row));
}

static char *
write_habit (const AcqMessageCase *details)
{
  if (!details->habit_known)
    return NULL;
  if (details->habit > 0)
    return g_strdup_printf (ngettext ("usually pays %d day after the due day",
                                      "usually pays %d days after the due day", (gulong) details->habit),
                            details->habit);
  if (details->habit < 0)
    return g_strdup_printf (ngettext ("usually pays %d day before the due day",
                                      "usually pays %d days before the due day", (gulong) -details->habit),
                            -details->habit);
  return g_strdup (_ ("usually pays on the due day"));
}

void
acq_message_head_show_case (AcqMessageHead *self, const AcqMessageCase *details)
{
  g_autofree char *since = NULL, *habit = write_habit (details), *who = NULL;

  g_return_if_fail (ACQ_IS_MESSAGE_HEAD (self));
  if (details->customer_since != ACQ_DAY_NONE)
    since = g_strdup_printf (_ ("Customer since %d"), acq_day_year (details->customer_since));
  if (since != NULL && habit != NULL)
    /* Translators: since when somebody is a customer, and how he pays. */
    who = g_strdup_printf (_ ("%1$s · %2$s"), since, habit);
  gtk_label_set_text (self->who, who != NULL ? who : since != NULL ? since : habit != NULL ? habit : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->who), gtk_label_get_text (self->who));
}

static void
acq_message_head_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_message_head_parent_class)->dispose (object);
}

static void
acq_message_head_class_init (AcqMessageHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_message_head_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-message-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, name);
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, pill);
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, who);
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqMessageHead, below);
}

static void
acq_message_head_init (AcqMessageHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
