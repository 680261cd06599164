/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

#include "acq-claim-waiver.h"
#include "acq-customer-law.h"
#include "acq-note-repository.h"
#include "acq-payment-plan-entry.h"
#include "acq-settlement-check.h"
#include "acq-workflow-error.h"

/* The newest one of a customer, or that of the invoice. */
static const AcqPaymentPlan *
find_plan (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only, GError **error)
{
  for (guint i = source->ledger->plans->len; i > 0; i--)
    {
      const AcqPaymentPlan *plan = source->ledger->plans->pdata[i - 1];

      if (!plan->ended && plan->customer_id == customer->id
          && (only == NULL || acq_payment_plan_holds (plan, only->id)))
        return plan;
    }
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN, customer->name);
  return NULL;
}

/* The acknowledged sum is all that the invoice owes: in an agreement nothing of it is set aside. */
static gboolean
add_items (const AcqLetterSource *source, const AcqPaymentPlan *plan, AcqLetter *debt, GError **error)
{
  for (guint i = 0; i < plan->invoice_ids->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (source->ledger, g_array_index (plan->invoice_ids, gint64, i));
      AcqLetterItem *item;

      if (invoice == NULL || invoice->balance <= 0)
        continue;
      item = acq_draft_letter_item (source, debt, invoice, error);
      if (item == NULL)
        return FALSE;
      item->rest += item->not_due;
      item->not_due = 0;
      g_array_set_size (item->reminders, 0);
    }
  return TRUE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const AcqLetterItem *left = *(AcqLetterItem *const *) a, *right = *(AcqLetterItem *const *) b;

  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  return g_strcmp0 (left->number, right->number);
}

static gint64
received_since (const AcqLetterSource *source, const AcqPaymentPlan *plan)
{
  gint64 received = 0;

  for (guint i = 0; i < plan->invoice_ids->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (source->ledger, g_array_index (plan->invoice_ids, gint64, i));
      g_autoptr (GArray) changes = invoice == NULL ? NULL : acq_debt_history_list (source->history, invoice);

      for (guint j = 0; changes != NULL && j < changes->len; j++)
        if (g_array_index (changes, AcqDebtChange, j).day >= plan->agreed)
          received += g_array_index (changes, AcqDebtChange, j).amount;
    }
  return MAX (received, 0);
}

/* All alike but the last: what acq_payment_plan_split() makes. */
static gboolean
is_even (const GArray *instalments)
{
  for (guint i = 1; i + 1 < instalments->len; i++)
    if (g_array_index (instalments, AcqInstalment, i).amount
        != g_array_index (instalments, AcqInstalment, 0).amount)
      return FALSE;
  return TRUE;
}

static AcqPaymentPlan *
copy_plan (const AcqPaymentPlan *plan)
{
  AcqPaymentPlan *copy = acq_payment_plan_new ();

  copy->id = plan->id;
  copy->customer_id = plan->customer_id;
  copy->agreed = plan->agreed;
  copy->ended = plan->ended;
  copy->interest_stop = plan->interest_stop;
  g_array_append_vals (copy->instalments, plan->instalments->data, plan->instalments->len);
  g_array_append_vals (copy->invoice_ids, plan->invoice_ids->data, plan->invoice_ids->len);
  return copy;
}

/* Days that have passed stay as they were; the others are moved to working days. */
static void
move_days (AcqPaymentPlan *plan, const AcqBusinessCalendar *calendar, AcqDay today)
{
  AcqDay before = ACQ_DAY_NONE;

  for (guint i = 0; i < plan->instalments->len; i++)
    {
      AcqInstalment *instalment = &g_array_index (plan->instalments, AcqInstalment, i);

      if (instalment->due > today)
        instalment->due = acq_payment_plan_due_day (calendar, instalment->due, before);
      before = instalment->due;
    }
}

/* Brings the instalments to a sum: those of an even plan anew, or the last one alone. */
static void
bring_to (AcqPaymentPlan *plan, gint64 total, gboolean anew)
{
  guint n = plan->instalments->len;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += g_array_index (plan->instalments, AcqInstalment, i).amount;
  if (sum == total || n == 0)
    return;
  if (anew && total >= (gint64) n)
    for (guint i = 0; i < n; i++)
      g_array_index (plan->instalments, AcqInstalment, i).amount = acq_payment_plan_part (total, n, i);
  else
    g_array_index (plan->instalments, AcqInstalment, n - 1).amount += total - sum;
}

/* What came in settled the first instalments: the agreement names what is left of them. */
static void
add_parts (AcqPaymentPlanLetter *letter, const AcqPaymentPlan *plan, gint64 received,
           const AcqBusinessCalendar *calendar)
{
  for (guint i = 0; i < plan->instalments->len; i++)
    {
      const AcqInstalment *instalment = &g_array_index (plan->instalments, AcqInstalment, i);
      gint64 settled = CLAMP (received, 0, MAX (instalment->amount, 0));

      received -= settled;
      if (settled < instalment->amount)
        acq_payment_plan_letter_add_part (letter, instalment->due, instalment->amount - settled,
                                          acq_business_calendar_is_working_day (calendar, instalment->due));
    }
}

static void
set_parties (const AcqLetterSource *source, AcqPaymentPlanLetter *letter, const AcqCustomer *customer,
             const char *reference)
{
  AcqLetter *debt = letter->debt;

  debt->company = source->ledger->company;
  debt->customer = debt->recipient = customer;
  debt->reference = g_strdup (reference);
  debt->day = source->today;
  for (guint i = 0; i < customer->contacts->len && letter->representative == NULL; i++)
    {
      const AcqContact *contact = customer->contacts->pdata[i];

      if (contact->role == ACQ_CONTACT_ROLE_DIRECTS && contact->name != NULL && contact->name[0] != '\0')
        letter->representative = g_strdup (contact->name);
    }
}

static gboolean
find_notice (const AcqLetterSource *source, const AcqPaymentPlan *plan, AcqPaymentPlanLetter *letter,
             GError **error)
{
  g_autoptr (AcqIssuedLetter) notice = NULL;

  if (!acq_find_formal_notice (source, plan->customer_id, plan->invoice_ids, source->today, &notice, error))
    return FALSE;
  letter->notice_day = notice == NULL ? ACQ_DAY_NONE : notice->day;
  return TRUE;
}

AcqPaymentPlanLetter *
acq_draft_payment_plan_letter (const AcqLetterSource *source, const AcqCustomer *customer,
                               const AcqInvoice *only, const char *reference,
                               const AcqCreditorChoice *choices, AcqPaymentPlan **ret_plan, GError **error)
{
  const AcqPaymentPlan *plan = find_plan (source, customer, only, error);
  g_autoptr (AcqPaymentPlanLetter) letter = acq_payment_plan_letter_new ();
  g_autoptr (AcqPaymentPlan) amended = NULL;
  gint64 received;

  if (plan == NULL)
    return NULL;
  set_parties (source, letter, customer, reference);
  if (!add_items (source, plan, letter->debt, error) || !acq_draft_letter_rate (source, letter->debt, error)
      || !find_notice (source, plan, letter, error))
    return NULL;
  g_ptr_array_sort (letter->debt->items, compare_items);
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    letter->choices[claim] = choices[claim];
  amended = copy_plan (plan);
  received = received_since (source, plan);
  move_days (amended, source->settings->calendar, source->today);
  bring_to (amended, acq_payment_plan_letter_total (letter) + received,
            received == 0 && is_even (plan->instalments));
  add_parts (letter, amended, received, source->settings->calendar);
  amended->interest_stop
    = choices[ACQ_PLAN_CLAIM_LATER_PENALTIES] == ACQ_CREDITOR_CHOICE_WAIVED ? source->today : ACQ_DAY_NONE;
  *ret_plan = g_steal_pointer (&amended);
  return g_steal_pointer (&letter);
}

GBytes *
acq_write_payment_plan_letter (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  g_autoptr (AcqPaymentPlanLetter) letter = acq_draft_payment_plan_letter (
    task->source, task->customer, task->only, task->reference, task->request->choices, &result->plan, error);
  g_autoptr (GArray) flaws = NULL;
  AcqLetterReport report = { 0 };
  GBytes *pdf;

  if (letter == NULL)
    return NULL;
  flaws = acq_payment_plan_letter_find_flaws (task->press, letter);
  if (!acq_letter_flaws_decide (flaws, task->request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < letter->debt->items->len; i++)
    g_ptr_array_add (result->numbers,
                     g_strdup (((const AcqLetterItem *) letter->debt->items->pdata[i])->number));
  pdf = acq_payment_plan_letter_write (task->press, letter, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  result->claim_day = letter->debt->day;
  return pdf;
}

static gboolean
write_waiver (AcqCompanyFile *file, const AcqLetterRequest *request, const AcqLetterResult *result,
              AcqPlanClaim claim, AcqWaiver waives, GError **error)
{
  return request->choices[claim] != ACQ_CREDITOR_CHOICE_WAIVED
         || acq_claim_waiver_write (file, result->numbers, waives, result->claim_day, result->reference,
                                    error);
}

gboolean
acq_payment_plan_letter_issued (AcqCompanyFile *file, const AcqLetterRequest *request,
                                const AcqLetterResult *result, GError **error)
{
  return acq_note_repository_amend_plan (acq_company_file_connection (file), result->plan, error)
         && write_waiver (file, request, result, ACQ_PLAN_CLAIM_PENALTIES, ACQ_WAIVER_INTEREST, error)
         && write_waiver (file, request, result, ACQ_PLAN_CLAIM_INDEMNITIES, ACQ_WAIVER_INDEMNITY, error);
}

gboolean
acq_payment_plan_letter_ask (const AcqLetterTask *task, AcqClaimQuestion *question, GError **error)
{
  const AcqCreditorChoice open[ACQ_N_PLAN_CLAIMS] = { ACQ_CREDITOR_CHOICE_NONE };
  g_autoptr (AcqPaymentPlan) plan = NULL;
  g_autoptr (AcqPaymentPlanLetter) letter = acq_draft_payment_plan_letter (
    task->source, task->customer, task->only, task->reference, open, &plan, error);

  if (letter == NULL)
    return FALSE;
  question->by_law = acq_customer_claims_interest_by_law (task->customer);
  question->principal = acq_payment_plan_letter_total (letter);
  question->day = letter->debt->day;
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    {
      question->asked[claim] = acq_payment_plan_letter_has_claim (letter, claim);
      question->amounts[claim] = acq_payment_plan_letter_claim_amount (letter, claim);
    }
  return TRUE;
}
