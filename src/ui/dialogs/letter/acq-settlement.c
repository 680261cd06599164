/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-settlement.h"

#include <glib/gi18n.h>

#include "acq-choice-dialog.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-letter-window.h"
#include "acq-payment-plan-entry.h"
#include "acq-plan-terms-dialog.h"
#include "acq-workflow-error.h"

/* What is on its way from the first question to the letter. */
typedef struct
{
  GtkWindow *parent;
  AcqOpenCompany *company;
  AcqLetterModel model;
  char *customer;
  char *number; /* nullable */
  gint64 payment;
  gboolean asked_terms; /* once is enough: who cancelled wants no plan */
} Settlement;

static void
settlement_free (Settlement *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->company);
  g_free (self->customer);
  g_free (self->number);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Settlement, settlement_free)

/* What a question needs on the company's thread. */
typedef struct
{
  AcqLetterModel model;
  char *customer;
  char *number;
  gint64 payment;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->customer);
  g_free (ask->number);
  g_free (ask);
}

static Ask *
ask_new (const Settlement *self)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->model = self->model;
  ask->customer = g_strdup (self->customer);
  ask->number = g_strdup (self->number);
  ask->payment = self->payment;
  return ask;
}

static void
tell (const Settlement *self, const GError *error)
{
  g_autofree char *text = acq_error_text (error);

  acq_dialogs_tell (GTK_WIDGET (self->parent),
                    self->model == ACQ_LETTER_MODEL_RECEIPT ? _ ("There is no receipt to write")
                                                            : _ ("There is no payment plan to write"),
                    text);
}

/* The code of the customer to whom the invoice was sent; NULL where there is no such invoice. */
static const char *
find_customer_of (const Settlement *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;
  const AcqInvoice *invoice = acq_ledger_find_invoice_by_number (ledger, self->number);

  return invoice == NULL ? NULL : acq_ledger_find_customer (ledger, invoice->customer_id)->code;
}

static void
show_letter (const Settlement *self, const AcqCreditorChoice *choices)
{
  AcqLetterRequest request = {
    .model = self->model,
    .customer = self->customer != NULL ? self->customer : find_customer_of (self),
    .number = self->number,
    .payments = &self->payment,
    .n_payments = self->payment == 0 ? 0 : 1,
  };

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    request.choices[claim] = choices[claim];
  acq_letter_window_present_request (self->parent, self->company, &request);
}

static void ask_claims (Settlement *self);

typedef struct
{
  char **numbers;
  gint64 sum;
} Candidates;

static void
candidates_free (gpointer data)
{
  Candidates *candidates = data;

  g_strfreev (candidates->numbers);
  g_free (candidates);
}

static gpointer
find_candidates (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  Candidates *candidates = g_new0 (Candidates, 1);

  candidates->numbers = acq_payment_plan_candidates (file, ask->customer, error);
  if (candidates->numbers == NULL
      || !acq_payment_plan_sum (file, (const char *const *) candidates->numbers, &candidates->sum, error))
    g_clear_pointer (&candidates, candidates_free);
  return candidates;
}

static void
terms_gone_cb (GtkWidget *dialog, gpointer user_data)
{
  ask_claims (user_data);
}

static void
candidates_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Settlement) self = user_data;
  g_autoptr (GError) error = NULL;
  Candidates *candidates = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  GtkWindow *dialog;

  if (candidates == NULL)
    {
      tell (self, error);
      return;
    }
  self->asked_terms = TRUE;
  dialog = acq_plan_terms_dialog_present (self->parent, self->company, self->customer,
                                          (const char *const *) candidates->numbers, candidates->sum);
  g_signal_connect (dialog, "destroy", G_CALLBACK (terms_gone_cb), g_steal_pointer (&self));
  candidates_free (candidates);
}

static void
ask_terms (Settlement *self)
{
  acq_open_company_ask_async (self->company, find_candidates, ask_new (self), ask_free, candidates_free, NULL,
                              candidates_cb, self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Settlement) self = user_data;
  AcqCreditorChoice choices[ACQ_N_PLAN_CLAIMS];

  if (acq_choice_dialog_ask_finish (result, choices))
    show_letter (self, choices);
}

static gpointer
find_claims (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  AcqLetterRequest request = {
    .model = ask->model,
    .customer = ask->customer,
    .number = ask->number,
    .payments = &ask->payment,
    .n_payments = ask->payment == 0 ? 0 : 1,
  };
  g_autofree AcqClaimQuestion *question = g_new0 (AcqClaimQuestion, 1);

  return acq_letter_ask_claims (file, &request, question, error) ? g_steal_pointer (&question) : NULL;
}

static gboolean
asks_anything (const AcqClaimQuestion *question)
{
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (question->asked[claim])
      return TRUE;
  return FALSE;
}

static void
claims_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const AcqCreditorChoice none[ACQ_N_PLAN_CLAIMS] = { ACQ_CREDITOR_CHOICE_NONE };
  g_autoptr (Settlement) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree AcqClaimQuestion *question
    = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  gboolean no_plan = g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN);
  Settlement *going_on = self;

  if (no_plan && !self->asked_terms)
    {
      self = NULL;
      ask_terms (going_on);
    }
  else if (question == NULL && !no_plan)
    tell (self, error);
  else if (question != NULL && !asks_anything (question))
    show_letter (self, none);
  else if (question != NULL)
    {
      self = NULL;
      acq_choice_dialog_ask_async (going_on->parent, going_on->company, going_on->model, question, chosen_cb,
                                   going_on);
    }
}

/* Takes it. */
static void
ask_claims (Settlement *self)
{
  acq_open_company_ask_async (self->company, find_claims, ask_new (self), ask_free, g_free, NULL, claims_cb,
                              self);
}

void
acq_settlement_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRequest *wish)
{
  Settlement *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  g_return_if_fail (wish->customer != NULL || wish->number != NULL);
  self = g_new0 (Settlement, 1);
  self->parent = g_object_ref (parent);
  self->company = g_object_ref (company);
  self->model = wish->model;
  self->customer = g_strdup (wish->customer);
  self->number = g_strdup (wish->number);
  self->payment = wish->n_payments == 0 ? 0 : wish->payments[0];
  ask_claims (self);
}
