/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-interest-report.h"

#include "acq-recovery-indemnity.h"

#define DAYS_TO_CATCH_UP 10

void
acq_interest_report_free (AcqInterestReport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->interest, acq_late_interest_free);
  g_free (self);
}

/* What was prepaid before Acquit knew the invoice never bore interest here: it is taken off the parts,
   earliest first. */
static GArray *
list_parts (const AcqInvoice *invoice)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (AcqDebtPart));
  gint64 prepaid = MAX (invoice->prepaid, 0);

  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      gint64 taken = MIN (prepaid, MAX (item->amount, 0));
      AcqDebtPart part = { item->due, MAX (item->amount, 0) - taken };

      prepaid -= taken;
      g_array_append_val (parts, part);
    }
  return parts;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const AcqDebtPart *left = a, *right = b;

  return (left->due > right->due) - (left->due < right->due);
}

static GArray *
list_movements (const AcqDebtHistory *history, const AcqInvoice *invoice)
{
  GArray *movements = g_array_new (FALSE, FALSE, sizeof (AcqDebtMovement));
  g_autoptr (GArray) changes = acq_debt_history_list (history, invoice);

  for (guint i = 0; i < changes->len; i++)
    {
      const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, i);
      AcqDebtMovement movement = { change->day, ACQ_DEBT_MOVEMENT_PAYMENT, ABS (change->amount) };

      if (change->amount < 0)
        movement.kind = ACQ_DEBT_MOVEMENT_RETURNED;
      else if (change->credit_note != NULL)
        movement.kind = ACQ_DEBT_MOVEMENT_CREDIT_NOTE;
      g_array_append_val (movements, movement);
    }
  return movements;
}

static gboolean
was_late (const AcqInterestReport *report, const AcqInvoice *invoice, AcqDay at)
{
  if (report->interest->segments->len > 0)
    return TRUE;
  return report->interest->principal_left > 0 && acq_invoice_due_day (invoice) < at;
}

/* What is said of a customer holds for what was due by then. */
static gboolean
concerns (const AcqNote *note, const AcqInvoice *invoice, AcqDay at)
{
  if (note->kind != ACQ_NOTE_KIND_WAIVER || note->closed || note->customer_id != invoice->customer_id
      || note->day > at)
    return FALSE;
  return note->invoice_id == invoice->id
         || (note->invoice_id == 0 && acq_invoice_due_item (invoice, 0)->due < note->day);
}

/* Finds the last day up to which interest of the invoice was given up, and whether its indemnity was. */
static void
find_waivers (AcqInterestReport *self, const AcqLedger *ledger, const AcqInvoice *invoice, AcqDay at)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (!concerns (note, invoice, at))
        continue;
      if (note->waives != ACQ_WAIVER_INDEMNITY)
        self->waived = MAX (self->waived, note->day);
      if (note->waives != ACQ_WAIVER_INTEREST)
        self->indemnity_waived = TRUE;
    }
}

static gint64
sum_due_before (const AcqPaymentPlan *plan, AcqDay at)
{
  gint64 sum = 0;

  for (guint i = 0; i < plan->instalments->len; i++)
    if (g_array_index (plan->instalments, AcqInstalment, i).due < at)
      sum += g_array_index (plan->instalments, AcqInstalment, i).amount;
  return sum;
}

/* What the invoices of a plan have received since it was agreed. */
typedef struct
{
  gint64 received;
  gint64 in_time; /* by the last instalment, a reminder and the eight days that the agreement gives */
  gint64 left;
} PlanMoney;

static AcqDay
last_day_of (const AcqPaymentPlan *plan)
{
  return g_array_index (plan->instalments, AcqInstalment, plan->instalments->len - 1).due + DAYS_TO_CATCH_UP;
}

static void
count_money (PlanMoney *money, const AcqDebtHistory *history, const AcqPaymentPlan *plan,
             const AcqInvoice *invoice, AcqDay at)
{
  g_autoptr (GArray) changes = acq_debt_history_list (history, invoice);

  money->left += MAX (invoice->balance, 0);
  for (guint i = 0; i < changes->len; i++)
    {
      const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, i);

      if (change->day < plan->agreed || change->day > at)
        continue;
      money->received += change->amount;
      money->in_time += change->day <= last_day_of (plan) ? change->amount : 0;
    }
}

/* Instalments may hold more than the principal; what is paid beside it settles no invoice, so that the principal is all that
   can be seen to come in. A plan that was given up, or was caught up with long after its end, owes what it had stopped. */
static gboolean
is_kept (const AcqLedger *ledger, const AcqDebtHistory *history, const AcqPaymentPlan *plan, AcqDay at)
{
  PlanMoney money = { 0 };
  gint64 principal;

  for (guint i = 0; i < plan->invoice_ids->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (ledger, g_array_index (plan->invoice_ids, gint64, i));

      if (invoice != NULL)
        count_money (&money, history, plan, invoice, at);
    }
  principal = money.left + money.received;
  if (money.left == 0)
    return money.in_time >= principal;
  return !plan->ended && money.received >= MIN (sum_due_before (plan, at), principal);
}

/* The day on which a plan that is kept stopped the interest of the invoice. */
static AcqDay
find_pause (const AcqLedger *ledger, const AcqDebtHistory *history, const AcqInvoice *invoice, AcqDay at)
{
  for (guint i = 0; i < ledger->plans->len; i++)
    {
      const AcqPaymentPlan *plan = ledger->plans->pdata[i];

      if (plan->interest_stop != ACQ_DAY_NONE && plan->interest_stop < at && plan->instalments->len > 0
          && acq_payment_plan_holds (plan, invoice->id) && is_kept (ledger, history, plan, at))
        return plan->interest_stop;
    }
  return ACQ_DAY_NONE;
}

/* What was paid of them is not owed any more. Late interest that was paid before the rest of it was given up does not lower what
   accrues since; the indemnity is one, and stays paid. */
static void
take_payments (AcqInterestReport *self, const AcqDebtHistory *history, const AcqInvoice *invoice, AcqDay at)
{
  gint64 penalties, indemnity, earlier;

  acq_debt_history_sum_interest (history, invoice, ACQ_DAY_NONE, at, &earlier, &indemnity);
  acq_debt_history_sum_interest (history, invoice, self->waived, at, &penalties, &earlier);
  self->interest->interest_paid
    += MIN (penalties, MAX (self->interest->interest - self->interest->interest_paid, 0));
  self->indemnity = MAX (self->indemnity - indemnity, 0);
}

AcqInterestReport *
acq_interest_report_new (const AcqLedger *ledger, const AcqDebtHistory *history,
                         const AcqInterestBasis *basis, const AcqInvoice *invoice, AcqDay at, GError **error)
{
  g_autoptr (AcqInterestReport) self = g_new0 (AcqInterestReport, 1);
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);
  AcqDebtorRegime regime = acq_customer_regime (customer);
  g_autoptr (GArray) parts = list_parts (invoice);
  g_autoptr (GArray) movements = list_movements (history, invoice);
  AcqInterestClaim claim;

  self->waived = ACQ_DAY_NONE;
  self->paused = find_pause (ledger, history, invoice, at);
  /* Interest at the legal rate runs from a consumer's formal notice only; the notice itself names no figure. */
  self->rule = acq_customer_claims_interest_by_law (customer) ? acq_interest_basis_get_rule (basis, regime)
                                                              : ACQ_RATE_RULE_NONE;
  claim = acq_interest_basis_claim (basis, self->rule, at);
  find_waivers (self, ledger, invoice, at);
  claim.since = self->waived;
  g_array_sort (parts, compare_parts);
  claim.parts = (const AcqDebtPart *) (gpointer) parts->data;
  claim.n_parts = parts->len;
  claim.movements = (const AcqDebtMovement *) (gpointer) movements->data;
  claim.n_movements = movements->len;
  if (customer->insolvent_since != ACQ_DAY_NONE)
    claim.stop = customer->insolvent_since - 1;
  if (self->paused != ACQ_DAY_NONE && (claim.stop == ACQ_DAY_NONE || self->paused < claim.stop))
    claim.stop = self->paused;
  self->interest = acq_late_interest_new (&claim, basis->law, error);
  if (self->interest == NULL)
    return NULL;
  if (!self->indemnity_waived)
    self->indemnity = acq_recovery_indemnity (basis->law, regime, acq_invoice_due_item (invoice, 0)->due,
                                              was_late (self, invoice, at), customer->insolvent_since);
  take_payments (self, history, invoice, at);
  /* The indemnity is owed in euros: it does not add up with another currency. */
  self->total_due = self->interest->principal_left + self->interest->interest - self->interest->interest_paid
                    + (acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR) ? self->indemnity : 0);
  return g_steal_pointer (&self);
}
