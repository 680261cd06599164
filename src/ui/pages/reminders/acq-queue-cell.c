/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-cell.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-held-lines.h"
#include "acq-queue-text.h"
#include "acq-widget-children.h"

struct _AcqQueueCell
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *amount;
  GtkWidget *below;
  GtkLabel *about;
  GtkLabel *step;
};

G_DEFINE_FINAL_TYPE (AcqQueueCell, acq_queue_cell, GTK_TYPE_WIDGET)

static void
set_meaning (GtkWidget *widget, const char *meaning)
{
  static const char *const meanings[] = { "acq-stop", "acq-attention", "acq-information" };

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meanings[i], meaning) == 0)
      gtk_widget_add_css_class (widget, meanings[i]);
    else
      gtk_widget_remove_css_class (widget, meanings[i]);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean present)
{
  if (present)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What the kinds of rows have in common. */
static void
show_texts (AcqQueueCell *self, const char *icon, const char *name, const char *amount, const char *about,
            const char *step)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->step, step);
  gtk_widget_set_visible (GTK_WIDGET (self->step), step[0] != '\0');
  gtk_widget_set_visible (self->below, about[0] != '\0' || step[0] != '\0');
}

static void
show_message (AcqQueueCell *self, AcqQueueRow *row)
{
  const AcqQueueMessage *queued = acq_queue_row_get_queued (row);
  const AcqPlanMessage *message = queued->message;
  g_autofree char *amount = acq_amount_text (message->total, message->currency);
  g_autofree char *about = acq_queue_text_message (queued);

  show_texts (self, acq_queue_text_icon (message->channel), message->recipient->name, amount, about,
              acq_queue_text_name (message));
  set_meaning (GTK_WIDGET (self->icon), NULL);
  set_meaning (GTK_WIDGET (self->step), message->channel == ACQ_CHANNEL_CALL            ? "acq-information"
                                        : message->step->tone == ACQ_TONE_FORMAL_NOTICE ? "acq-stop"
                                                                                        : NULL);
}

static void
show_held (AcqQueueCell *self, AcqQueueRow *row)
{
  const AcqQueueHeld *held = acq_queue_row_get_held (row);
  AcqDay today = acq_queue_row_get_queue (row)->view->books->today;
  const char *icon;
  g_autofree char *amount = acq_amount_text (held->amount, held->currency);
  g_autofree char *about = acq_held_lines_write_first (held, today, &icon);

  show_texts (self, icon, held->customer->name, amount, about, "");
  set_meaning (GTK_WIDGET (self->icon), held->group == ACQ_HELD_FOR_YOU ? "acq-attention" : NULL);
  set_meaning (GTK_WIDGET (self->step), NULL);
}

static void
show_approved (AcqQueueCell *self, AcqQueueRow *row)
{
  const AcqQueueApproved *approved = acq_queue_row_get_approved (row);
  AcqDay today = acq_queue_row_get_queue (row)->view->books->today;
  const char *icon = approved->message == NULL
                       ? "acq-warning-symbolic"
                       : acq_queue_text_icon (acq_queue_text_approved_channel (approved));
  g_autofree char *amount = acq_amount_text (approved->approved->total, approved->approved->currency);
  g_autofree char *about = acq_queue_text_approved (approved, today);

  show_texts (self, icon, approved->recipient == NULL ? _ ("Unknown customer") : approved->recipient->name,
              amount, about, acq_queue_text_approved_name (approved));
  set_meaning (GTK_WIDGET (self->icon), approved->message == NULL ? "acq-attention" : NULL);
  set_meaning (GTK_WIDGET (self->step), NULL);
}

/* A row is read as one sentence. */
static void
describe (AcqQueueCell *self)
{
  const char *parts[] = { gtk_label_get_text (self->name), gtk_label_get_text (self->amount),
                          gtk_label_get_text (self->about), gtk_label_get_text (self->step) };
  GString *text = g_string_new (NULL);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  g_string_free (text, TRUE);
}

void
acq_queue_cell_show (AcqQueueCell *self, AcqQueueRow *row)
{
  AcqQueueRowKind kind;

  g_return_if_fail (ACQ_IS_QUEUE_CELL (self));
  kind = acq_queue_row_get_kind (row);
  switch (kind)
    {
    case ACQ_QUEUE_ROW_MESSAGE:
      show_message (self, row);
      break;
    case ACQ_QUEUE_ROW_HELD:
      show_held (self, row);
      break;
    case ACQ_QUEUE_ROW_APPROVED:
      show_approved (self, row);
      break;
    case ACQ_QUEUE_ROW_CAPTION:
    default:
      show_texts (self, NULL, acq_queue_text_group (acq_queue_row_get_group (row)), "", "", "");
    }
  set_class (GTK_WIDGET (self->amount), "heading", kind == ACQ_QUEUE_ROW_MESSAGE);
  set_class (GTK_WIDGET (self->name), "caption-heading", kind == ACQ_QUEUE_ROW_CAPTION);
  set_class (GTK_WIDGET (self->name), "dim-label", kind == ACQ_QUEUE_ROW_CAPTION);
  set_class (self->box, "acq-reminders-caption", kind == ACQ_QUEUE_ROW_CAPTION);
  describe (self);
}

/* What is cut can be read in full. */
static gboolean
acq_queue_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AcqQueueCell *self = ACQ_QUEUE_CELL (widget);
  g_autofree char *text = NULL;

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->name))
      && !pango_layout_is_ellipsized (gtk_label_get_layout (self->about)))
    return FALSE;
  text = g_strdup_printf ("%s\n%s", gtk_label_get_text (self->name), gtk_label_get_text (self->about));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
acq_queue_cell_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_queue_cell_parent_class)->dispose (object);
}

static void
acq_queue_cell_class_init (AcqQueueCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_queue_cell_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-queue-cell.ui");
  gtk_widget_class_set_css_name (widget_class, "queuecell");
  widget_class->query_tooltip = acq_queue_cell_query_tooltip;
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, box);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, icon);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, name);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, below);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, about);
  gtk_widget_class_bind_template_child (widget_class, AcqQueueCell, step);
}

static void
acq_queue_cell_init (AcqQueueCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
acq_queue_cell_new (void)
{
  return g_object_new (ACQ_TYPE_QUEUE_CELL, NULL);
}
