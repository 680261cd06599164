/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sequel-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-cash-cost-text.h"
#include "acq-dialogs.h"
#include "acq-finished-invoices.h"
#include "acq-form-dialog.h"

#define DIALOG_WIDTH  520
#define DIALOG_HEIGHT 480

/* What may be chosen: the action takes the model of a letter and the customer, or the customer alone. */
static const struct
{
  const char *title;
  const char *detail;
  const char *action;
  const char *model;
} choices[] = {
  { N_ ("Send a formal notice"), N_ ("By registered letter; the customer then has two weeks"),
    "win.write-letter", "formal_notice" },
  { N_ ("Hand the file over to somebody"),
    N_ ("Lawyer, collection agency or commissaire de justice: write the evidence file"), "win.write-evidence",
    NULL },
  { N_ ("Note that it was handed over"), N_ ("To whom and when; nothing is sent any more"), "win.hand-over",
    NULL },
  { N_ ("Agree on a payment plan"), N_ ("Nothing is reminded as long as it is kept"), "win.write-letter",
    "payment_plan" },
};

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  GtkCheckButton *marks[G_N_ELEMENTS (choices)];
  char *customer;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_free (question->customer);
  g_free (question);
}

static GVariant *
target_of (const Question *question, gsize place)
{
  return choices[place].model == NULL ? g_variant_new_string (question->customer)
                                      : g_variant_new ("(ss)", choices[place].model, question->customer);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Question *question = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  const char *action = NULL;
  GVariant *target = NULL;

  for (gsize i = 0; action == NULL && i < G_N_ELEMENTS (choices); i++)
    if (gtk_check_button_get_active (question->marks[i]))
      {
        action = choices[i].action;
        target = target_of (question, i);
      }
  g_return_if_fail (action != NULL && parent != NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, target);
}

static void
add_choice (Question *question, gsize place)
{
  const char *title = _ (choices[place].title), *detail = _ (choices[place].detail);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", detail, NULL);
  GtkWidget *mark = gtk_check_button_new ();

  question->marks[place] = GTK_CHECK_BUTTON (mark);
  gtk_check_button_set_group (question->marks[place], place == 0 ? NULL : question->marks[0]);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  acq_form_dialog_add_row (question->dialog, row);
}

/* Free it. */
static char *
write_hint (const AcqFinishedInvoices *finished)
{
  guint n = finished->invoices->len;
  g_autofree char *amount = acq_amount_text (finished->amount, finished->currency);

  if (finished->amount == 0)
    return g_strdup_printf (
      ngettext ("%u invoice for which all steps are done.", "%u invoices for which all steps are done.", n),
      n);
  return g_strdup_printf (ngettext ("%1$u invoice of %2$s, for which all steps are done.",
                                    "%1$u invoices of %2$s, for which all steps are done.", n),
                          n, amount);
}

static gpointer
load_terms (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree AcqCashTerms *terms = g_new0 (AcqCashTerms, 1);

  return acq_cash_terms_load (file, terms, error) ? g_steal_pointer (&terms) : NULL;
}

/* What the hint says already, and what is to follow it. */
typedef struct
{
  AcqFormDialog *dialog;
  char *hint;
  gint64 amount;
  AcqCurrency currency;
} Costing;

/* Without the terms the choice is the same. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Costing *costing = user_data;
  g_autofree AcqCashTerms *terms = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  if (terms != NULL)
    {
      g_autofree char *costs = acq_cash_cost_text (terms, costing->amount, costing->currency);
      g_autofree char *text = g_strjoin (
        "\n\n", costing->hint, _ ("So that it does not come to this with the next invoices:"), costs, NULL);

      acq_form_dialog_set_hint (costing->dialog, text);
    }
  g_object_unref (costing->dialog);
  g_free (costing->hint);
  g_free (costing);
}

static void
add_costs (const Question *question, AcqOpenCompany *company, const AcqFinishedInvoices *finished,
           const char *hint)
{
  Costing *costing;

  if (finished->amount == 0)
    return;
  /* The window does not grow by itself when the costs come. */
  gtk_window_set_default_size (GTK_WINDOW (question->dialog), DIALOG_WIDTH, DIALOG_HEIGHT);
  costing = g_new0 (Costing, 1);
  costing->dialog = g_object_ref (question->dialog);
  costing->hint = g_strdup (hint);
  costing->amount = finished->amount;
  costing->currency = finished->currency;
  acq_open_company_ask_async (company, load_terms, NULL, NULL, g_free, NULL, loaded_cb, costing);
}

void
acq_sequel_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  g_autoptr (AcqFinishedInvoices) finished
    = view == NULL || view->plan == NULL ? NULL : acq_finished_invoices_new (view, customer);
  g_autofree char *hint = NULL;
  Question *question;

  if (finished == NULL || finished->invoices->len == 0)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("Nothing to decide"),
                        _ ("No invoice of this customer is at the end of its scenario."));
      return;
    }
  question = g_new0 (Question, 1);
  question->customer = g_strdup (customer);
  question->dialog
    = acq_form_dialog_new (parent, company, _ ("What follows?"), _ ("C_ontinue"), _ ("_Cancel"));
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    add_choice (question, i);
  gtk_check_button_set_active (question->marks[0], TRUE);
  hint = write_hint (finished);
  acq_form_dialog_set_hint (question->dialog, hint);
  add_costs (question, company, finished, hint);
  g_signal_connect_data (question->dialog, "confirmed", G_CALLBACK (confirmed_cb), question, question_free,
                         0);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->marks[0]));
}
