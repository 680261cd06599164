/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-match-part-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

#define ENTRY_WIDTH_CHARS 10

struct _AcqMatchPartRow
{
  AdwActionRow parent_instance;

  const AcqInvoice *invoice; /* borrowed from the books that the dialog keeps */
  char *subtitle;            /* where nothing is wrong */

  /* Child widgets */
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (AcqMatchPartRow, acq_match_part_row, ADW_TYPE_ACTION_ROW)

enum
{
  AMOUNT_CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (AcqMatchPartRow *self)
{
  g_signal_emit (self, signals[AMOUNT_CHANGED], 0);
}

static void
remove_cb (AcqMatchPartRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

const AcqInvoice *
acq_match_part_row_get_invoice (AcqMatchPartRow *self)
{
  g_return_val_if_fail (ACQ_IS_MATCH_PART_ROW (self), NULL);
  return self->invoice;
}

gint64
acq_match_part_row_get_amount (AcqMatchPartRow *self)
{
  gint64 amount = 0;

  g_return_val_if_fail (ACQ_IS_MATCH_PART_ROW (self), 0);
  acq_amount_parse_written (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                            acq_currency_decimals (self->invoice->currency), &amount);
  return amount;
}

void
acq_match_part_row_set_flaw (AcqMatchPartRow *self, AcqMatchFlaw flaw)
{
  const char *text = self->subtitle;

  g_return_if_fail (ACQ_IS_MATCH_PART_ROW (self));
  if (flaw == ACQ_MATCH_FLAW_EMPTY)
    text = _ ("Type an amount.");
  else if (flaw == ACQ_MATCH_FLAW_TOO_MUCH)
    text = _ ("That is more than the invoice allows.");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  if (flaw == ACQ_MATCH_FLAW_NONE)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               flaw == ACQ_MATCH_FLAW_NONE ? GTK_ACCESSIBLE_INVALID_FALSE
                                                           : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
acq_match_part_row_finalize (GObject *object)
{
  g_free (ACQ_MATCH_PART_ROW (object)->subtitle);
  G_OBJECT_CLASS (acq_match_part_row_parent_class)->finalize (object);
}

static void
acq_match_part_row_class_init (AcqMatchPartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_match_part_row_finalize;
  signals[AMOUNT_CHANGED] = g_signal_new ("amount-changed", ACQ_TYPE_MATCH_PART_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", ACQ_TYPE_MATCH_PART_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
acq_match_part_row_init (AcqMatchPartRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->entry = GTK_ENTRY (entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ENTRY_WIDTH_CHARS);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_activates_default (self->entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take this invoice off"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take this invoice off"), -1);
}

GtkWidget *
acq_match_part_row_new (const AcqLedger *ledger, const AcqInvoice *invoice, gint64 amount)
{
  AcqMatchPartRow *self = g_object_new (ACQ_TYPE_MATCH_PART_ROW, NULL);
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);
  g_autofree char *balance = acq_amount_text (invoice->balance, invoice->currency);
  g_autofree char *plain = acq_amount_text_plain (amount, invoice->currency);
  g_autofree char *name = g_strdup_printf (_ ("Amount for %s"), invoice->number);

  self->invoice = invoice;
  /* Translators: a customer, and what is left to pay of an invoice. */
  self->subtitle
    = g_strdup_printf (_ ("%s · %s left to pay"), customer != NULL ? customer->name : "", balance);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), invoice->number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->subtitle);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
