/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-fact-entry.h"
#include "acq-workflow-error.h"

#define ACQ_TYPE_PAYMENT_DIALOG (acq_payment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqPaymentDialog, acq_payment_dialog, ACQ, PAYMENT_DIALOG, AdwWindow)

struct _AcqPaymentDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  GtkLabel *heading;
  AdwComboRow *means_row;
  AdwEntryRow *amount_row;
  AdwEntryRow *day_row;
  GtkWidget *cheque_number_row;
  GtkWidget *cheque_bank_row;
  AdwEntryRow *reason_row;
  GtkLabel *consequence;

  AcqOpenCompany *company;
  char *number;
  AcqCurrency currency;
  AcqDay today;
  GtkWidget *marked; /* borrowed: the field that is wrong; NULL: none */
};

G_DEFINE_FINAL_TYPE (AcqPaymentDialog, acq_payment_dialog, ADW_TYPE_WINDOW)

static const struct
{
  AcqMeans means;
  const char *name;
  const char *consequence;
} choices[] = {
  { ACQ_MEANS_CHEQUE, N_ ("Cheque"),
    N_ ("A cheque in hand holds reminders back. It counts once the bank has credited it.") },
  { ACQ_MEANS_CASH, N_ ("Cash"), N_ ("It counts at once.") },
  { ACQ_MEANS_CARD, N_ ("Card"), N_ ("It counts at once. The bank’s line takes its place when it comes.") },
  { ACQ_MEANS_TRANSFER, N_ ("Transfer"),
    N_ ("It counts at once. The bank’s line takes its place when it comes.") },
  { ACQ_MEANS_DIRECT_DEBIT, N_ ("Direct debit"),
    N_ ("It holds reminders back until it should have come. It counts once the bank has credited it.") },
  { ACQ_MEANS_BILL, N_ ("Bill of exchange"),
    N_ ("It holds reminders back until it falls due. It counts once the bank has credited it.") },
  { ACQ_MEANS_COMPENSATION, N_ ("Set off against what you owe"), N_ ("It counts at once, without money.") },
  { ACQ_MEANS_WRITE_OFF, N_ ("Given up"), N_ ("Nothing came: this amount is no longer claimed.") },
};

static void
unmark (AcqPaymentDialog *self)
{
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "error");
  self->marked = NULL;
  acq_banner_set_revealed (self->banner, FALSE);
}

/* Says what is wrong, marks the field and leads the keyboard there. */
static void
mark (AcqPaymentDialog *self, gpointer row, const char *words)
{
  unmark (self);
  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
  if (row == NULL)
    return;
  self->marked = row;
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static void
changed_cb (AcqPaymentDialog *self)
{
  guint choice = adw_combo_row_get_selected (self->means_row);

  unmark (self);
  if (choice >= G_N_ELEMENTS (choices))
    return;
  gtk_label_set_text (self->consequence, _ (choices[choice].consequence));
  gtk_widget_set_visible (self->cheque_number_row, choices[choice].means == ACQ_MEANS_CHEQUE);
}

static void
entry_activated_cb (AcqPaymentDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "payment.confirm", NULL);
}

/* What is handed to the company's thread. */
typedef struct
{
  char *number;
  char *reason;
  char *cheque_number;
  char *cheque_bank;
  AcqPaymentEntry entry;
} Payment;

static void
payment_free (gpointer data)
{
  Payment *payment = data;

  g_free (payment->number);
  g_free (payment->reason);
  g_free (payment->cheque_number);
  g_free (payment->cheque_bank);
  g_free (payment);
}

static gboolean
enter (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqReceiptState state;

  return acq_fact_enter_payment (file, &((Payment *) data)->entry, &state, error);
}

/* The field that an error is about. */
static gpointer
find_field (AcqPaymentDialog *self, const GError *error)
{
  if (g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY))
    return self->day_row;
  if (g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_AMOUNT)
      || g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED))
    return self->amount_row;
  return NULL;
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqPaymentDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "payment.confirm", TRUE);
  words = acq_error_text (error);
  mark (self, find_field (self, error), words);
}

static gboolean
take_fields (AcqPaymentDialog *self, Payment *payment)
{
  const char *amount = gtk_editable_get_text (GTK_EDITABLE (self->amount_row));
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));
  AcqPaymentEntry *entry = &payment->entry;

  entry->day = acq_day_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->day_row)), self->today);
  entry->means
    = choices[MIN (adw_combo_row_get_selected (self->means_row), G_N_ELEMENTS (choices) - 1)].means;
  payment->number = g_strdup (self->number);
  payment->reason = reason[0] == '\0' ? NULL : g_strdup (reason);
  entry->number = payment->number;
  entry->reason = payment->reason;
  entry->cheque_number = payment->cheque_number
    = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->cheque_number_row)));
  entry->cheque_bank = payment->cheque_bank
    = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->cheque_bank_row)));
  if (!acq_amount_parse_written (amount, acq_currency_decimals (self->currency), &entry->amount)
      || entry->amount <= 0)
    mark (self, self->amount_row, _ ("This amount cannot be read. Write it as “986.40”."));
  else if (entry->day == ACQ_DAY_NONE)
    mark (self, self->day_row, _ ("This day cannot be read. Write it as “23/11/2026”."));
  else
    return TRUE;
  return FALSE;
}

static void
confirm_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqPaymentDialog *self = ACQ_PAYMENT_DIALOG (widget);
  Payment *payment = g_new0 (Payment, 1);

  unmark (self);
  if (!take_fields (self, payment))
    {
      payment_free (payment);
      return;
    }
  gtk_widget_action_set_enabled (widget, "payment.confirm", FALSE);
  acq_open_company_change_async (self->company, _ ("Payment noted"), enter, payment, payment_free, NULL,
                                 entered_cb, g_object_ref (self));
}

static void
acq_payment_dialog_finalize (GObject *object)
{
  AcqPaymentDialog *self = ACQ_PAYMENT_DIALOG (object);

  g_clear_object (&self->company);
  g_free (self->number);
  G_OBJECT_CLASS (acq_payment_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/payment/acq-payment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, means_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, cheque_number_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, cheque_bank_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, AcqPaymentDialog, consequence);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
acq_payment_dialog_class_init (AcqPaymentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_payment_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  gtk_widget_class_install_action (widget_class, "payment.confirm", NULL, confirm_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
acq_payment_dialog_init (AcqPaymentDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (names, _ (choices[i].name));
  adw_combo_row_set_model (self->means_row, G_LIST_MODEL (names));
}

static void
show_invoice (AcqPaymentDialog *self, const AcqLedger *ledger, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);
  g_autofree char *balance = acq_amount_text (invoice->balance, invoice->currency);
  g_autofree char *amount = acq_amount_text_plain (invoice->balance, invoice->currency);
  g_autofree char *day = acq_day_text_numeric (self->today);
  /* Translators: number of an invoice, customer, and what is left to pay. */
  g_autofree char *heading
    = g_strdup_printf (_ ("%s, %s: %s left to pay"), invoice->number, customer->name, balance);

  gtk_label_set_text (self->heading, heading);
  gtk_editable_set_text (GTK_EDITABLE (self->amount_row), amount);
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), day);
  changed_cb (self);
}

void
acq_payment_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *number)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  const AcqInvoice *invoice
    = view == NULL ? NULL : acq_ledger_find_invoice_by_number (view->books->ledger, number);
  AcqPaymentDialog *self;

  if (invoice == NULL || invoice->balance <= 0)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("Nothing to pay"),
                        _ ("Nothing is owed for this invoice any more."));
      return;
    }
  self = g_object_new (ACQ_TYPE_PAYMENT_DIALOG, "transient-for", parent, NULL);
  self->company = g_object_ref (company);
  self->number = g_strdup (number);
  self->currency = invoice->currency;
  self->today = view->books->today;
  show_invoice (self, view->books->ledger, invoice);
  gtk_window_present (GTK_WINDOW (self));
}
