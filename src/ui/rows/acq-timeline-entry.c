/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline-entry.h"

#include "acq-timeline-text.h"

struct _AcqTimelineEntry
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkBox *track;
  GtkImage *icon;
  GtkSeparator *line;
  GtkBox *words;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *amount;

  const char *meaning; /* CSS class of the icon, static */
};

G_DEFINE_FINAL_TYPE (AcqTimelineEntry, acq_timeline_entry, GTK_TYPE_WIDGET)

typedef struct
{
  const char *icon_name;
  const char *meaning; /* NULL: none */
} Look;

static const Look looks[] = {
  [ACQ_TIMELINE_INVOICE] = { "acq-invoice-symbolic", NULL },
  [ACQ_TIMELINE_CREDIT_NOTE] = { "acq-invoice-symbolic", "information" },
  [ACQ_TIMELINE_RECEIPT] = { "acq-bank-symbolic", "done" },
  [ACQ_TIMELINE_SETTLEMENT] = { "acq-check-symbolic", NULL },
  [ACQ_TIMELINE_RETURN] = { "acq-warning-symbolic", "stop" },
  [ACQ_TIMELINE_REMINDER] = { "acq-mail-symbolic", "attention" },
  [ACQ_TIMELINE_REMINDED_BEFORE] = { "acq-mail-symbolic", NULL },
  [ACQ_TIMELINE_CALL] = { "acq-phone-symbolic", "information" },
  [ACQ_TIMELINE_PROMISE] = { "acq-promise-symbolic", "information" },
  [ACQ_TIMELINE_DISPUTE] = { "acq-question-symbolic", "stop" },
  [ACQ_TIMELINE_HOLD] = { "acq-pause-symbolic", NULL },
  [ACQ_TIMELINE_EXCLUSION] = { "acq-hold-symbolic", NULL },
  [ACQ_TIMELINE_ANSWER] = { "acq-mail-symbolic", "information" },
  [ACQ_TIMELINE_WAIVER] = { "acq-euro-symbolic", NULL },
  [ACQ_TIMELINE_HANDOVER] = { "acq-shield-symbolic", NULL },
  [ACQ_TIMELINE_POSTPONEMENT] = { "acq-timeline-symbolic", "information" },
  [ACQ_TIMELINE_PLAN] = { "acq-promise-symbolic", "information" },
  [ACQ_TIMELINE_PROMISE_BROKEN] = { "acq-warning-symbolic", "stop" },
  [ACQ_TIMELINE_PLANNED] = { "acq-alarm-symbolic", "attention" },
};

/* The channel and the tone of a message that left. */
static Look
find_reminder_look (const AcqReminder *reminder)
{
  Look look = looks[ACQ_TIMELINE_REMINDER];

  if (reminder == NULL)
    return look;
  if (g_strcmp0 (reminder->channel, "call") == 0)
    return looks[ACQ_TIMELINE_CALL];
  if (g_strcmp0 (reminder->channel, "registered_letter") == 0)
    look.meaning = "stop";
  else if (reminder->level <= 1)
    look.meaning = "information";
  return look;
}

static Look
find_look (const AcqTimelineEvent *event)
{
  Look look = looks[event->kind];

  if (event->kind == ACQ_TIMELINE_REMINDER)
    return find_reminder_look (event->reminder);
  if (event->kind == ACQ_TIMELINE_PLANNED && event->message->step->tone == ACQ_TONE_FORMAL_NOTICE)
    look.meaning = "stop";
  if (event->kind == ACQ_TIMELINE_RECEIPT)
    {
      if (event->receipt->means == ACQ_MEANS_CHEQUE)
        look.icon_name = "acq-cheque-symbolic";
      if (acq_receipt_is_in_flight (event->receipt))
        look.meaning = "information";
    }
  return look;
}

static void
set_meaning (AcqTimelineEntry *self, const char *meaning)
{
  if (self->meaning != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->meaning);
  self->meaning = meaning;
  if (meaning != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), meaning);
}

/* Of one invoice the amount is known: only what was paid of it is told. */
static gboolean
tells_amount (const AcqTimeline *timeline, const AcqTimelineEvent *event)
{
  return timeline->invoice == NULL || acq_timeline_group_of (event->kind) == ACQ_TIMELINE_GROUP_PAYMENTS;
}

void
acq_timeline_entry_show (AcqTimelineEntry *self, AcqTimelineRow *row, gboolean is_last)
{
  const AcqTimelineEvent *event;
  AcqTimeline *timeline;
  g_autofree char *title = NULL, *detail = NULL, *amount = NULL, *label = NULL;
  Look look;

  g_return_if_fail (ACQ_IS_TIMELINE_ENTRY (self));
  g_return_if_fail (ACQ_IS_TIMELINE_ROW (row));
  event = acq_timeline_row_get_event (row);
  timeline = acq_timeline_row_get_timeline (row);
  title = acq_timeline_title_text (timeline, event);
  detail = acq_timeline_detail_text (timeline, event);
  amount = tells_amount (timeline, event) ? acq_timeline_amount_text (event) : NULL;
  look = find_look (event);
  gtk_image_set_from_icon_name (self->icon, look.icon_name);
  set_meaning (self, look.meaning);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->amount, amount != NULL ? amount : "");
  gtk_widget_set_visible (GTK_WIDGET (self->amount), amount != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->line), !is_last);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  label = g_strjoin (", ", title, detail, amount, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
acq_timeline_entry_set_compact (AcqTimelineEntry *self)
{
  g_return_if_fail (ACQ_IS_TIMELINE_ENTRY (self));
  gtk_label_set_wrap (self->detail, FALSE);
  gtk_label_set_lines (self->detail, 1);
}

static void
acq_timeline_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_TIMELINE_ENTRY);
  G_OBJECT_CLASS (acq_timeline_entry_parent_class)->dispose (object);
}

static void
acq_timeline_entry_class_init (AcqTimelineEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_timeline_entry_dispose;
  gtk_widget_class_set_css_name (widget_class, "timelineentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/rows/acq-timeline-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, track);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, icon);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, line);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, words);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, title);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, detail);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineEntry, amount);
}

static void
acq_timeline_entry_init (AcqTimelineEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_timeline_entry_new (void)
{
  return g_object_new (ACQ_TYPE_TIMELINE_ENTRY, NULL);
}
