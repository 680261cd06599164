/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-answer-popover.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

struct _AcqOldAnswerPopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkWidget *count_label;
  GtkSpinButton *count;
  GtkLabel *day_label;
  GtkEntry *day;
  GtkWidget *means_label;
  GtkDropDown *means;
  GtkWidget *reason_label;
  GtkEntry *reason;
  GtkLabel *flaw;
  GtkWidget *apply;

  AcqOldAnswer answer;
  AcqDay due;
  AcqDay today;
};

G_DEFINE_FINAL_TYPE (AcqOldAnswerPopover, acq_old_answer_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const AcqMeans means_of[] = { ACQ_MEANS_TRANSFER, ACQ_MEANS_CHEQUE, ACQ_MEANS_CARD, ACQ_MEANS_CASH };

static gboolean
asks_day (AcqOldAnswerPopover *self)
{
  return self->answer == ACQ_OLD_ANSWER_REMINDED || self->answer == ACQ_OLD_ANSWER_PAID;
}

static AcqDay
read_day (AcqOldAnswerPopover *self)
{
  return acq_day_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->day)), self->today);
}

/* NULL where there is nothing wrong. */
static const char *
find_flaw (AcqOldAnswerPopover *self)
{
  AcqDay day = read_day (self);

  if (!asks_day (self))
    return NULL;
  if (day == ACQ_DAY_NONE)
    return _ ("A day such as 15/09 or 15/09/2026");
  if (day > self->today)
    return _ ("This day is still to come");
  if (self->answer == ACQ_OLD_ANSWER_REMINDED && self->due != ACQ_DAY_NONE && day <= self->due)
    return _ ("It was not late yet on that day");
  return NULL;
}

static void
check_cb (AcqOldAnswerPopover *self)
{
  const char *flaw = find_flaw (self);
  gboolean typed = gtk_entry_get_text_length (self->day) > 0;

  gtk_widget_set_sensitive (self->apply, flaw == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->flaw), flaw != NULL && typed);
  gtk_label_set_text (self->flaw, flaw != NULL ? flaw : "");
}

static void
apply_cb (AcqOldAnswerPopover *self)
{
  if (find_flaw (self) != NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

AcqOldReply
acq_old_answer_popover_get_reply (AcqOldAnswerPopover *self)
{
  guint means;

  g_return_val_if_fail (ACQ_IS_OLD_ANSWER_POPOVER (self), (AcqOldReply){ 0 });
  means = gtk_drop_down_get_selected (self->means);
  return (AcqOldReply){
    .answer = self->answer,
    .reminders = gtk_spin_button_get_value_as_int (self->count),
    .day = asks_day (self) ? read_day (self) : ACQ_DAY_NONE,
    .means = means < G_N_ELEMENTS (means_of) ? means_of[means] : ACQ_MEANS_TRANSFER,
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason)),
  };
}

static void
show_fields (AcqOldAnswerPopover *self)
{
  gboolean reminded = self->answer == ACQ_OLD_ANSWER_REMINDED, paid = self->answer == ACQ_OLD_ANSWER_PAID;

  gtk_widget_set_visible (self->count_label, reminded);
  gtk_widget_set_visible (GTK_WIDGET (self->count), reminded);
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), asks_day (self));
  gtk_widget_set_visible (GTK_WIDGET (self->day), asks_day (self));
  gtk_label_set_label (self->day_label, reminded ? _ ("_Last time on") : _ ("Paid _on"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reminded ? _ ("Day of the last reminder") : _ ("Day of the payment"), -1);
  gtk_widget_set_visible (self->means_label, paid);
  gtk_widget_set_visible (GTK_WIDGET (self->means), paid);
  gtk_widget_set_visible (self->reason_label, self->answer == ACQ_OLD_ANSWER_LOST);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), self->answer == ACQ_OLD_ANSWER_LOST);
}

static void
fill (AcqOldAnswerPopover *self, const AcqOldReply *reply)
{
  g_autofree char *day = reply->day == ACQ_DAY_NONE ? NULL : acq_day_text_numeric (reply->day);

  gtk_spin_button_set_value (self->count, MAX (reply->reminders, 1));
  gtk_editable_set_text (GTK_EDITABLE (self->day), day != NULL ? day : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), reply->reason != NULL ? reply->reason : "");
  for (guint i = 0; i < G_N_ELEMENTS (means_of); i++)
    if (means_of[i] == reply->means)
      gtk_drop_down_set_selected (self->means, i);
}

static void
acq_old_answer_popover_class_init (AcqOldAnswerPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", ACQ_TYPE_OLD_ANSWER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/old-items/acq-old-answer-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, count_label);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, count);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, day_label);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, day);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, means_label);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, means);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, reason_label);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, flaw);
  gtk_widget_class_bind_template_child (widget_class, AcqOldAnswerPopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
acq_old_answer_popover_init (AcqOldAnswerPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->count))), TRUE);
}

GtkWidget *
acq_old_answer_popover_new (const AcqOldReply *reply, AcqDay due, AcqDay today)
{
  AcqOldAnswerPopover *self = g_object_new (ACQ_TYPE_OLD_ANSWER_POPOVER, NULL);

  self->answer = reply->answer;
  self->due = due;
  self->today = today;
  show_fields (self);
  fill (self, reply);
  check_cb (self);
  return GTK_WIDGET (self);
}
