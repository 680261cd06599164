/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

#include "acq-customer-law.h"
#include "acq-invoice-clauses.h"
#include "acq-interest-report.h"
#include "acq-invoice-repository.h"
#include "acq-letter-check.h"
#include "acq-letter-repository.h"
#include "acq-planner.h"

/* What silences a reminder, and what it means for a notice. Reasons that only say that it is not the time are none. */
static const struct
{
  AcqReason reason;
  AcqLetterBar bar;
} barring[] = {
  { ACQ_REASON_DISPUTED, ACQ_LETTER_BAR_DISPUTED },
  { ACQ_REASON_PROMISE_PENDING, ACQ_LETTER_BAR_PROMISED },
  { ACQ_REASON_PLAN_PENDING, ACQ_LETTER_BAR_IN_PLAN },
  { ACQ_REASON_INSOLVENT, ACQ_LETTER_BAR_INSOLVENT },
  { ACQ_REASON_FACTORED, ACQ_LETTER_BAR_FACTORED },
  { ACQ_REASON_EXCLUDED, ACQ_LETTER_BAR_EXCLUDED },
  { ACQ_REASON_HELD, ACQ_LETTER_BAR_HELD },
  { ACQ_REASON_PAYMENT_IN_FLIGHT, ACQ_LETTER_BAR_PAYMENT_IN_FLIGHT },
  { ACQ_REASON_POSSIBLE_RECEIPT, ACQ_LETTER_BAR_POSSIBLE_RECEIPT },
  { ACQ_REASON_UNREAD_ANSWER, ACQ_LETTER_BAR_UNREAD_ANSWER },
  { ACQ_REASON_UNALLOCATED_CREDIT, ACQ_LETTER_BAR_UNALLOCATED_CREDIT },
};

/* The planner is asked, so that a letter and the list of reminders never disagree. A part that is disputed or on its way
   bars the whole invoice from a notice, of which each sum must be certain. */
AcqLetterBar
acq_letter_find_bars (const AcqLetterSource *source, const AcqInvoice *invoice)
{
  AcqStanding standing = acq_standings_get (source->standings, invoice, source->today);
  AcqWhy why = acq_plan_why (source->request, invoice, source->today);
  AcqLetterBar bars = ACQ_LETTER_BAR_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (barring); i++)
    if (acq_reasons_has (&why.reasons, barring[i].reason))
      bars |= barring[i].bar;
  if (!acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
    bars |= ACQ_LETTER_BAR_OTHER_CURRENCY;
  if (standing.disputed > 0)
    bars |= ACQ_LETTER_BAR_DISPUTED;
  if (standing.in_flight > 0)
    bars |= ACQ_LETTER_BAR_PAYMENT_IN_FLIGHT;
  return bars;
}

static int
count_reminders (const AcqLetterSource *source, const AcqInvoice *invoice)
{
  const GPtrArray *reminders = acq_standings_reminders_of (source->standings, invoice->id);
  AcqDay due = acq_invoice_due_day (invoice);
  int reached = invoice->reminders_before, elsewhere = 0;

  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (reminder->day <= due)
        continue;
      if (reminder->level < 0)
        elsewhere++;
      else
        reached = MAX (reached, reminder->level);
    }
  return reached + elsewhere;
}

static void
add_reminders (const AcqLetterSource *source, const AcqInvoice *invoice, AcqLetterItem *item)
{
  const GPtrArray *reminders = acq_standings_reminders_of (source->standings, invoice->id);

  if (invoice->last_reminder_before != ACQ_DAY_NONE)
    acq_letter_item_add_reminder (item, invoice->last_reminder_before);
  for (guint i = 0; i < reminders->len; i++)
    acq_letter_item_add_reminder (item, ((const AcqReminder *) reminders->pdata[i])->day);
}

static gboolean
load_copy (const AcqLetterSource *source, gint64 invoice_id, GBytes **ret_copy, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *ret_copy = acq_invoice_repository_load_copy (source->connection, invoice_id, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
add_movements (const AcqLetterSource *source, const AcqInvoice *invoice, AcqLetterItem *item, GError **error)
{
  g_autoptr (GArray) changes = acq_debt_history_list (source->history, invoice);

  if (invoice->prepaid != 0)
    acq_letter_item_add_movement (item, invoice->issued, ACQ_MEANS_UNKNOWN, invoice->prepaid, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, i);
      AcqLetterMovement *movement
        = acq_letter_item_add_movement (item, change->day, change->means, change->amount,
                                        change->credit_note == NULL ? NULL : change->credit_note->number);

      if (change->credit_note == NULL)
        continue;
      movement->issued = change->credit_note->issued;
      if (!load_copy (source, change->credit_note->id, &movement->copy, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
sum_not_due (const AcqInvoice *invoice, AcqDay today)
{
  gint64 sum = 0;

  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (item->due >= today && item->balance > 0)
        sum += item->balance;
    }
  return sum;
}

AcqLetterItem *
acq_draft_letter_item (const AcqLetterSource *source, AcqLetter *letter, const AcqInvoice *invoice,
                       GError **error)
{
  AcqLetterItem *item = acq_letter_add_item (letter, invoice->number, invoice->issued,
                                             acq_invoice_due_day (invoice), invoice->total);
  g_autoptr (AcqInterestReport) report
    = acq_interest_report_new (source->ledger, source->history, source->basis, invoice, source->today, error);

  if (report == NULL || !add_movements (source, invoice, item, error)
      || !load_copy (source, invoice->id, &item->copy, error))
    return NULL;
  item->not_due = sum_not_due (invoice, source->today);
  item->rest -= item->not_due;
  item->bars = acq_letter_find_bars (source, invoice);
  add_reminders (source, invoice, item);
  if (report->rule != ACQ_RATE_RULE_NONE)
    item->interest = g_steal_pointer (&report->interest);
  item->indemnity = report->indemnity;
  item->waived = report->waived;
  item->indemnity_waived = report->indemnity_waived;
  return item;
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;
  AcqDay left_due = acq_invoice_due_day (left), right_due = acq_invoice_due_day (right);

  if (left_due != right_due)
    return left_due < right_due ? -1 : 1;
  return g_strcmp0 (left->number, right->number);
}

static GPtrArray *
choose_invoices (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only,
                 gboolean barred)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < source->ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = source->ledger->invoices->pdata[i];
      AcqStanding standing;

      if (only != NULL ? invoice != only : invoice->customer_id != customer->id)
        continue;
      standing = acq_standings_get (source->standings, invoice, source->today);
      if (only == NULL
          && (!standing.overdue || (!barred && acq_letter_find_bars (source, invoice) != ACQ_LETTER_BAR_NONE)))
        continue;
      /* Sums of several currencies have no place in one letter. */
      if (only == NULL && !acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        continue;
      g_ptr_array_add (chosen, invoice);
    }
  g_ptr_array_sort (chosen, compare_due_days);
  return chosen;
}

/* It had fewer reminders than another one of the letter, and not all those of its scenario. */
static gboolean
is_below (const AcqLetterSource *source, const AcqInvoice *invoice, int most)
{
  const AcqCustomer *customer = acq_ledger_find_customer (source->ledger, invoice->customer_id);
  const AcqScenario *scenario = acq_plan_request_find_scenario (source->request, customer, invoice);

  return count_reminders (source, invoice) < MIN (most, acq_scenario_last_reminder_level (scenario));
}

static gboolean
add_items (const AcqLetterSource *source, AcqLetter *letter, const GPtrArray *invoices, GError **error)
{
  int most = 0;

  for (guint i = 0; i < invoices->len; i++)
    most = MAX (most, count_reminders (source, invoices->pdata[i]));
  for (guint i = 0; i < invoices->len; i++)
    {
      AcqLetterItem *item = acq_draft_letter_item (source, letter, invoices->pdata[i], error);

      if (item == NULL)
        return FALSE;
      item->below = is_below (source, invoices->pdata[i], most);
    }
  return TRUE;
}

/* The rate named in the letter is that of the last day that accrues. */
gboolean
acq_draft_letter_rate (const AcqLetterSource *source, AcqLetter *letter, GError **error)
{
  AcqDebtorRegime regime = acq_customer_regime (letter->customer);
  AcqDay began = source->today;

  if (!acq_customer_claims_interest_by_law (letter->customer))
    return TRUE;
  letter->rule = acq_interest_basis_get_rule (source->basis, regime);
  for (guint i = 0; i < letter->items->len; i++)
    began = MIN (began, ((const AcqLetterItem *) letter->items->pdata[i])->due + 1);
  letter->rate = acq_rate_rule_get_rate (letter->rule, source->basis->contract_rate, began, source->today,
                                         source->basis->law, error);
  letter->points = acq_rate_rule_get_points (letter->rule, began, source->basis->law);
  if (letter->rule == ACQ_RATE_RULE_CONTRACT)
    {
      letter->rate_below_floor
        = acq_contract_rate_find_below_floor (letter->rate, began, source->today, source->basis->law)
          != ACQ_DAY_NONE;
      letter->rate_excessive
        = acq_contract_rate_is_excessive (letter->rate, source->today, source->basis->law);
    }
  return letter->rate != ACQ_LEGAL_VALUE_NONE;
}

AcqDay
acq_formal_notice_deadline (const AcqLetterSource *source, AcqDay day)
{
  return acq_dunning_settings_notice_deadline (source->settings, day);
}

static gboolean
is_about_any (const AcqIssuedLetter *letter, const GArray *invoice_ids)
{
  for (guint i = 0; i < letter->invoice_ids->len; i++)
    for (guint j = 0; j < invoice_ids->len; j++)
      if (g_array_index (letter->invoice_ids, gint64, i) == g_array_index (invoice_ids, gint64, j))
        return TRUE;
  return FALSE;
}

gboolean
acq_find_formal_notice (const AcqLetterSource *source, gint64 customer_id, const GArray *invoice_ids,
                        AcqDay until, AcqIssuedLetter **ret_letter, GError **error)
{
  g_autoptr (GPtrArray) letters = acq_letter_repository_list (source->connection, customer_id, error);
  const char *model = acq_letter_model_to_code (ACQ_LETTER_MODEL_FORMAL_NOTICE);

  *ret_letter = NULL;
  if (letters == NULL)
    return FALSE;
  for (guint i = letters->len; i > 0 && *ret_letter == NULL; i--)
    {
      const AcqIssuedLetter *letter = letters->pdata[i - 1];

      if (g_strcmp0 (letter->model, model) == 0 && letter->day <= until && is_about_any (letter, invoice_ids))
        *ret_letter = g_ptr_array_steal_index (letters, i - 1);
    }
  return TRUE;
}

AcqLetter *
acq_draft_formal_notice (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only,
                         const char *reference, GError **error)
{
  const AcqBusinessCalendar *calendar = source->settings->calendar;
  gboolean claims = acq_customer_claims_interest_by_law (customer);
  g_autoptr (AcqLetter) letter = acq_letter_new ();
  g_autoptr (GPtrArray) invoices = choose_invoices (source, customer, only, FALSE);

  if (invoices->len == 0)
    {
      g_ptr_array_unref (invoices);
      invoices = choose_invoices (source, customer, only, TRUE);
    }
  letter->company = source->ledger->company;
  letter->customer = customer;
  letter->recipient = acq_ledger_find_recipient (source->ledger, customer);
  letter->reference = g_strdup (reference);
  letter->day = source->today;
  letter->deadline = acq_formal_notice_deadline (source, source->today);
  letter->day_is_working = acq_business_calendar_is_working_day (calendar, letter->day);
  letter->deadline_is_working = acq_business_calendar_is_working_day (calendar, letter->deadline);
  letter->penalties = letter->indemnities = claims ? ACQ_CLAIM_CLAIMED : ACQ_CLAIM_WAIVED;
  letter->accepted_in_full = TRUE;
  letter->links_copies = TRUE;
  if (!add_items (source, letter, invoices, error) || !acq_draft_letter_rate (source, letter, error))
    return NULL;
  if (claims)
    acq_invoice_clauses_quote (letter, invoices);
  return g_steal_pointer (&letter);
}

AcqLetter *
acq_draft_debt (const AcqLetterSource *source, const AcqCustomer *customer, GPtrArray *invoices, GError **error)
{
  gboolean claims = acq_customer_claims_interest_by_law (customer);
  g_autoptr (AcqLetter) letter = acq_letter_new ();

  letter->company = source->ledger->company;
  letter->customer = customer;
  letter->recipient = customer;
  letter->day = letter->deadline = source->today;
  letter->day_is_working = letter->deadline_is_working = TRUE;
  letter->penalties = letter->indemnities = claims ? ACQ_CLAIM_CLAIMED : ACQ_CLAIM_WAIVED;
  letter->for_third_party = TRUE;
  g_ptr_array_sort (invoices, compare_due_days);
  for (guint i = 0; i < invoices->len; i++)
    if (acq_draft_letter_item (source, letter, invoices->pdata[i], error) == NULL)
      return NULL;
  return acq_draft_letter_rate (source, letter, error) ? g_steal_pointer (&letter) : NULL;
}

GBytes *
acq_write_formal_notice (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  g_autoptr (AcqLetter) letter
    = acq_draft_formal_notice (task->source, task->customer, task->only, task->reference, error);
  g_autoptr (GArray) flaws = NULL;
  g_autoptr (GBytes) pdf = NULL;
  AcqLetterReport report = { 0 };

  if (letter == NULL)
    return NULL;
  flaws = acq_formal_notice_find_flaws (task->press, letter);
  if (!acq_letter_flaws_decide (flaws, task->request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < letter->items->len; i++)
    g_ptr_array_add (result->numbers, g_strdup (((const AcqLetterItem *) letter->items->pdata[i])->number));
  pdf = acq_formal_notice_write (task->press, letter, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  return g_steal_pointer (&pdf);
}
