/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-bar.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-old-answer-popover.h"
#include "acq-old-answer-toggles.h"

struct _AcqOldItemBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkCheckButton *tick;
  GtkLabel *count;
  GtkLabel *amount;
  AcqOldAnswerToggles *toggles;

  GtkWidget *popover; /* while it is open */
  AcqOldReply reply;
  char *reason;
  AcqDay today;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AcqOldItemBar, acq_old_item_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_TICK_ALL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
acq_old_item_bar_set_today (AcqOldItemBar *self, AcqDay today)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_BAR (self));
  self->today = today;
}

void
acq_old_item_bar_show (AcqOldItemBar *self, const AcqOldItemSums *sums)
{
  g_autofree char *number = NULL, *count = NULL, *amount = NULL;

  g_return_if_fail (ACQ_IS_OLD_ITEM_BAR (self));
  number = acq_number_text (sums->n_ticked);
  count = g_strdup_printf (ngettext ("%s invoice ticked", "%s invoices ticked", sums->n_ticked), number);
  amount = acq_amount_text (sums->ticked_amount, sums->currency);
  self->showing = TRUE;
  gtk_check_button_set_active (self->tick, sums->n_ticked > 0 && sums->n_ticked == sums->n_items);
  gtk_check_button_set_inconsistent (self->tick, sums->n_ticked > 0 && sums->n_ticked < sums->n_items);
  self->showing = FALSE;
  gtk_label_set_text (self->count, sums->n_ticked > 0 ? count : _ ("Tick several to answer them together"));
  gtk_label_set_text (self->amount, sums->n_ticked > 0 ? amount : "");
  /* The place in the flow box, not the toggles alone: Tab would end there. */
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->toggles)), sums->n_ticked > 0);
}

AcqOldReply
acq_old_item_bar_get_reply (AcqOldItemBar *self)
{
  g_return_val_if_fail (ACQ_IS_OLD_ITEM_BAR (self), (AcqOldReply){ 0 });
  return self->reply;
}

static void
answer (AcqOldItemBar *self, const AcqOldReply *reply)
{
  char *reason = g_strdup (reply->reason);

  g_free (self->reason);
  self->reason = reason;
  self->reply = *reply;
  self->reply.reason = reason;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
answered_cb (AcqOldItemBar *self, AcqOldAnswerPopover *popover)
{
  AcqOldReply reply = acq_old_answer_popover_get_reply (popover);

  answer (self, &reply);
}

static void
point_at (AcqOldItemBar *self, GtkWidget *button)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width, (int) bounds.size.height });
}

static void
chosen_cb (AcqOldItemBar *self, int chosen)
{
  AcqOldReply reply = { .answer = (AcqOldAnswer) chosen, .reminders = 1, .day = ACQ_DAY_NONE, .means = ACQ_MEANS_TRANSFER };

  acq_old_answer_toggles_set_answer (self->toggles, ACQ_OLD_ANSWER_NONE);
  if (chosen != ACQ_OLD_ANSWER_REMINDED && chosen != ACQ_OLD_ANSWER_PAID)
    {
      answer (self, &reply);
      return;
    }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = acq_old_answer_popover_new (&reply, ACQ_DAY_NONE, self->today);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  point_at (self, acq_old_answer_toggles_get_button (self->toggles, reply.answer));
  g_signal_connect_object (self->popover, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
tick_cb (AcqOldItemBar *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_TICK_ALL], 0, gtk_check_button_get_active (self->tick));
}

static void
acq_old_item_bar_dispose (GObject *object)
{
  AcqOldItemBar *self = ACQ_OLD_ITEM_BAR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_old_item_bar_parent_class)->dispose (object);
}

static void
acq_old_item_bar_finalize (GObject *object)
{
  g_free (ACQ_OLD_ITEM_BAR (object)->reason);
  G_OBJECT_CLASS (acq_old_item_bar_parent_class)->finalize (object);
}

static void
acq_old_item_bar_class_init (AcqOldItemBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_old_item_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_old_item_bar_finalize;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", ACQ_TYPE_OLD_ITEM_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TICK_ALL] = g_signal_new ("tick-all", ACQ_TYPE_OLD_ITEM_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (ACQ_TYPE_OLD_ANSWER_TOGGLES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/old-items/acq-old-item-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemBar, box);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemBar, tick);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemBar, count);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemBar, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemBar, toggles);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tick_cb);
}

static void
acq_old_item_bar_init (AcqOldItemBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
