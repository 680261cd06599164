/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-deposit-dialog.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-cheque-row.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-form-dialog.h"
#include "acq-letter-window.h"

/* Pixels: what a few cheques need, and what a small screen has. */
#define WIDTH       500
#define FRAME       212
#define ROW_HEIGHT  98
#define MAX_HEIGHT  640

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqOpenCompany *company;
  GPtrArray *rows; /* (element-type AcqChequeRow) borrowed */
  AdwActionRow *total_row;
  GtkLabel *total;
} Deposit;

static void
deposit_free (gpointer data, GClosure *closure)
{
  Deposit *deposit = data;

  g_object_unref (deposit->company);
  g_ptr_array_unref (deposit->rows);
  g_free (deposit);
}

/* (element-type gint64): ids of the cheques that are chosen; adds up their amounts. */
static GArray *
list_chosen (const Deposit *deposit, gint64 *ret_total)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  *ret_total = 0;
  for (guint i = 0; i < deposit->rows->len; i++)
    {
      AcqChequeRow *row = deposit->rows->pdata[i];
      gint64 payment = acq_cheque_row_get_payment (row);

      if (!acq_cheque_row_get_selected (row))
        continue;
      *ret_total += acq_cheque_row_get_amount (row);
      g_array_append_val (chosen, payment);
    }
  return chosen;
}

static void
update (Deposit *deposit)
{
  gint64 total;
  g_autoptr (GArray) chosen = list_chosen (deposit, &total);
  g_autofree char *amount = acq_amount_text (total, ACQ_CURRENCY_EUR);
  g_autofree char *count = g_strdup_printf (ngettext ("%u cheque", "%u cheques", chosen->len), chosen->len);

  adw_action_row_set_subtitle (deposit->total_row, count);
  gtk_label_set_text (deposit->total, amount);
  acq_form_dialog_set_ready (deposit->dialog, chosen->len > 0);
}

/* What was typed, handed to the company's thread. */
static void
clear_details (gpointer data)
{
  AcqChequeDetails *details = data;

  g_free (details->number);
  g_free (details->bank);
}

static gboolean
describe (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const GArray *details = data;

  return acq_cheques_describe (file, (const AcqChequeDetails *) (const void *) details->data, details->len, error);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error))
    return;
  text = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (parent), _ ("The details of the cheques were not kept"), text);
}

static void
keep_details (const Deposit *deposit, GtkWindow *parent)
{
  GArray *details = g_array_new (FALSE, FALSE, sizeof (AcqChequeDetails));
  AcqChequeDetails typed;

  g_array_set_clear_func (details, clear_details);
  for (guint i = 0; i < deposit->rows->len; i++)
    if (acq_cheque_row_take_details (deposit->rows->pdata[i], &typed))
      g_array_append_val (details, typed);
  if (details->len > 0)
    acq_open_company_change_async (deposit->company, _ ("Details of the cheques noted"), describe, details,
                                   (GDestroyNotify) g_array_unref, NULL, described_cb, g_object_ref (parent));
  else
    g_array_unref (details);
}

/* The slip is drafted behind the details: the company's jobs run one after the other. */
static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Deposit *deposit = user_data;
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  gint64 total;
  g_autoptr (GArray) chosen = list_chosen (deposit, &total);
  const AcqLetterRequest request = {
    .model = ACQ_LETTER_MODEL_CHEQUE_SLIP,
    .payments = (const gint64 *) (const void *) chosen->data,
    .n_payments = chosen->len,
  };

  keep_details (deposit, parent);
  acq_letter_window_present_request (parent, deposit->company, &request);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_cheques (Deposit *deposit, const AcqLedger *ledger, const GPtrArray *cheques, AcqDay today)
{
  for (guint i = 0; i < cheques->len; i++)
    {
      GtkWidget *row = acq_cheque_row_new (ledger, cheques->pdata[i], today);

      g_ptr_array_add (deposit->rows, row);
      g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (update), deposit);
      acq_form_dialog_add_row (deposit->dialog, row);
    }
}

static void
add_total (Deposit *deposit)
{
  deposit->total_row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Total"), "activatable", FALSE, NULL);
  deposit->total = g_object_new (GTK_TYPE_LABEL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (deposit->total), "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (deposit->total), "numeric");
  adw_action_row_add_suffix (deposit->total_row, GTK_WIDGET (deposit->total));
  acq_form_dialog_add_row (deposit->dialog, GTK_WIDGET (deposit->total_row));
}

static void
say_when (Deposit *deposit, AcqDay day, AcqDay today)
{
  g_autofree char *when = acq_day_text_weekday (day, today);
  g_autofree char *hint = g_strdup_printf (
    _ ("The slip is dated %s. Once it is printed or saved, its cheques count as deposited: their invoices are not "
       "reminded for six bank days, and the bank’s line is recognised."),
    when);

  acq_form_dialog_set_hint (deposit->dialog, hint);
}

void
acq_deposit_dialog_present (GtkWindow *parent, AcqOpenCompany *company)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  AcqDay today = view == NULL ? 0 : view->books->today, day = acq_cheque_slip_day (today);
  g_autoptr (GPtrArray) cheques = view == NULL ? NULL : acq_cheques_in_hand (view->books->ledger, day);
  Deposit *deposit;

  if (cheques == NULL || cheques->len == 0)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("No cheque in hand"),
                        _ ("Note a payment by cheque on its invoice: it is listed here until it goes to the bank."));
      return;
    }
  deposit = g_new0 (Deposit, 1);
  deposit->company = g_object_ref (company);
  deposit->rows = g_ptr_array_new ();
  deposit->dialog = acq_form_dialog_new (parent, company, _ ("Cheque deposit"), _ ("_Preview…"), _ ("_Cancel"));
  add_cheques (deposit, view->books->ledger, cheques, today);
  add_total (deposit);
  say_when (deposit, day, today);
  update (deposit);
  g_signal_connect_data (deposit->dialog, "confirmed", G_CALLBACK (confirmed_cb), deposit, deposit_free, 0);
  gtk_window_set_default_size (GTK_WINDOW (deposit->dialog), WIDTH,
                               MIN (FRAME + ROW_HEIGHT * (int) cheques->len, MAX_HEIGHT));
  gtk_window_present (GTK_WINDOW (deposit->dialog));
}
