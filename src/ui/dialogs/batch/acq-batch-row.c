/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

struct _AcqBatchRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *details;
  GtkLabel *amount;
  GtkImage *icon;

  guint place;
};

G_DEFINE_FINAL_TYPE (AcqBatchRow, acq_batch_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
describe_letter (const AcqLetterBatchEntry *entry)
{
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", entry->n_pages), entry->n_pages);
  const char *kind = acq_letter_batch_entry_is_notice (entry) ? _ ("Formal notice") : _ ("Reminder");

  /* Translators: what a letter is, and how many pages it has. */
  return entry->n_pages == 0 ? g_strdup (kind) : g_strdup_printf (_ ("%1$s · %2$s"), kind, pages);
}

/* NULL where there is nothing to say. */
static const char *
describe_state (const AcqLetterBatchEntry *entry)
{
  if (entry->refusal != NULL)
    return _ ("must not leave as it is");
  if (acq_letter_batch_entry_is_notice (entry) && !entry->seen)
    return _ ("to be read first");
  if (entry->draft->unread_template != NULL)
    return _ ("not in your own words: look at the templates");
  return entry->message_id != 0 ? _ ("approved, not posted yet") : NULL;
}

void
acq_batch_row_update (AcqBatchRow *self, const AcqLetterBatch *batch, const char *stay)
{
  const AcqLetterBatchEntry *entry;
  gboolean may_leave;
  const char *state;
  g_autofree char *letter = NULL, *both = NULL;

  g_return_if_fail (ACQ_IS_BATCH_ROW (self));
  entry = acq_letter_batch_entry (batch, self->place);
  may_leave = stay == NULL && acq_letter_batch_may_leave (batch, self->place);
  state = stay != NULL ? stay : describe_state (entry);
  letter = describe_letter (entry);
  both = state == NULL ? g_strdup (letter) : g_strdup_printf (_ ("%1$s · %2$s"), letter, state);
  gtk_label_set_text (self->details, both);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), may_leave);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), stay != NULL || entry->refusal != NULL);
  if (!may_leave)
    gtk_check_button_set_active (self->check, FALSE);
}

GtkWidget *
acq_batch_row_new (const AcqLetterBatch *batch, guint place)
{
  AcqBatchRow *self = g_object_new (ACQ_TYPE_BATCH_ROW, NULL);
  const AcqLetterBatchEntry *entry = acq_letter_batch_entry (batch, place);
  const AcqPlanMessage *message = entry->message;
  g_autofree char *amount = acq_amount_text (message->total, message->currency);

  self->place = place;
  gtk_label_set_text (self->name, message->recipient->name);
  gtk_label_set_text (self->amount, amount);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  message->recipient->name, -1);
  acq_batch_row_update (self, batch, NULL);
  gtk_check_button_set_active (self->check, acq_letter_batch_may_leave (batch, place));
  return GTK_WIDGET (self);
}

guint
acq_batch_row_get_place (AcqBatchRow *self)
{
  g_return_val_if_fail (ACQ_IS_BATCH_ROW (self), 0);
  return self->place;
}

gboolean
acq_batch_row_get_chosen (AcqBatchRow *self)
{
  g_return_val_if_fail (ACQ_IS_BATCH_ROW (self), FALSE);
  return gtk_check_button_get_active (self->check);
}

void
acq_batch_row_set_chosen (AcqBatchRow *self, gboolean chosen)
{
  g_return_if_fail (ACQ_IS_BATCH_ROW (self));
  gtk_check_button_set_active (self->check, chosen && gtk_widget_get_sensitive (GTK_WIDGET (self->check)));
}

static void
toggled_cb (AcqBatchRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
acq_batch_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, acq_batch_row_get_chosen (ACQ_BATCH_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_batch_row_class_init (AcqBatchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = acq_batch_row_get_property;
  properties[PROP_CHOSEN]
    = g_param_spec_boolean ("chosen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/batch/acq-batch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqBatchRow, check);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchRow, details);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchRow, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqBatchRow, icon);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
acq_batch_row_init (AcqBatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
