/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-why.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-decision-text.h"

struct _AcqInvoiceWhy
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkMenuButton *button;
  GtkLabel *question;
  GtkBox *answer;

  /* Owned references */
  AcqCompanyView *view; /* NULL: nothing is shown */
  GCancellable *cancellable;

  const AcqInvoice *invoice; /* of the view */
};

G_DEFINE_FINAL_TYPE (AcqInvoiceWhy, acq_invoice_why, GTK_TYPE_WIDGET)

typedef struct
{
  AcqCompanyView *view;
  const AcqInvoice *invoice;
  AcqDay on;
} Asked;

static void
asked_free (gpointer data)
{
  acq_company_view_unref (((Asked *) data)->view);
  g_free (data);
}

static AcqDay
get_day (const AcqCompanyView *view)
{
  return view->plan_day != ACQ_DAY_NONE ? view->plan_day : view->books->today;
}

static const AcqPlanMessage *
find_message (const AcqPlan *plan, const AcqInvoice *invoice)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len; j++)
        if (g_array_index (message->items, AcqPlanItem, j).invoice == invoice)
          return message;
    }
  return NULL;
}

static char *
write_question (const AcqCompanyView *view, const AcqInvoice *invoice)
{
  const AcqPlanMessage *message = find_message (view->plan, invoice);
  g_autofree char *day = NULL;

  if (message == NULL)
    return g_strdup (_ ("Why no reminder now?"));
  day = acq_day_text_when (message->day, view->books->today);
  /* Translators: "today", "Monday", "on 27 Nov". */
  return g_strdup_printf (_ ("Why a reminder %s?"), day);
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_sentence (AcqInvoiceWhy *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (self->answer, label);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqInvoiceWhy *self = ACQ_INVOICE_WHY (source);
  g_autofree AcqWhy *why = g_task_propagate_pointer (G_TASK (result), NULL);
  g_auto (GStrv) sentences = NULL;

  if (why == NULL || self->view == NULL)
    return;
  sentences = acq_decision_text (why, self->view->books->today);
  empty (self->answer);
  for (gsize i = 0; sentences[i] != NULL; i++)
    add_sentence (self, sentences[i]);
}

static void
ask (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Asked *asked = data;
  AcqWhy *why = g_new (AcqWhy, 1);

  *why = acq_plan_why (&asked->view->planning->request, asked->invoice, asked->on);
  g_task_return_pointer (task, why, g_free);
}

static void
renew_cancellable (AcqInvoiceWhy *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
opened_cb (AcqInvoiceWhy *self)
{
  g_autoptr (GTask) task = NULL;
  Asked *asked;

  if (self->view == NULL)
    return;
  empty (self->answer);
  add_sentence (self, _ ("One moment…"));
  renew_cancellable (self);
  asked = g_new (Asked, 1);
  asked->view = acq_company_view_ref (self->view);
  asked->invoice = self->invoice;
  asked->on = get_day (self->view);
  task = g_task_new (self, self->cancellable, answered_cb, NULL);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, ask);
}

void
acq_invoice_why_show (AcqInvoiceWhy *self, const AcqCompanyView *view, const AcqInvoice *invoice)
{
  gboolean is_asked = invoice->balance > 0 && !acq_invoice_is_credit_note (invoice);
  g_autofree char *question = NULL;

  g_return_if_fail (ACQ_IS_INVOICE_WHY (self));
  renew_cancellable (self);
  acq_company_view_ref ((AcqCompanyView *) view);
  g_clear_pointer (&self->view, acq_company_view_unref);
  self->view = (AcqCompanyView *) view;
  self->invoice = invoice;
  gtk_widget_set_visible (GTK_WIDGET (self), is_asked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), view->plan != NULL);
  question
    = view->plan == NULL ? g_strdup (_ ("Reminders are being worked out…")) : write_question (view, invoice);
  gtk_label_set_text (self->question, question);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->question), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

static void
acq_invoice_why_dispose (GObject *object)
{
  AcqInvoiceWhy *self = ACQ_INVOICE_WHY (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_INVOICE_WHY);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->view, acq_company_view_unref);
  G_OBJECT_CLASS (acq_invoice_why_parent_class)->dispose (object);
}

static void
acq_invoice_why_class_init (AcqInvoiceWhyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_invoice_why_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/invoices/acq-invoice-why.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceWhy, button);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceWhy, question);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceWhy, answer);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
acq_invoice_why_init (AcqInvoiceWhy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button centres what it shows; here the arrow stands at the end. */
  for (GtkWidget *inside = gtk_widget_get_parent (GTK_WIDGET (self->question));
       inside != GTK_WIDGET (self->button); inside = gtk_widget_get_parent (inside))
    gtk_widget_set_halign (inside, GTK_ALIGN_FILL);
}
