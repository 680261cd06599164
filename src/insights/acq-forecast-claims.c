/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast-claims.h"

#include "acq-payer-curves.h"

/* A cheque that lies in the drawer arrives so many bank days after today. */
#define IN_HAND_BANK_DAYS 6

static const char *const basis_codes[] = {
  "in_flight", "plan", "promise",   "own_habit", "company_habit",
  "disputed",  "held", "insolvent", "factored",  "credit",
};

ACQ_DEFINE_CODES (AcqForecastBasis, acq_forecast_basis, basis_codes)

/* An amount that is handed out until nothing is left. */
typedef struct
{
  gint64 left;
  guint kept, due;
  AcqDay until;
} Purse;

typedef struct
{
  const AcqLedger *ledger;
  const AcqStandings *standings;
  AcqDay day;
  GArray *claims;
  GHashTable *promises; /* gint64 id of an invoice or, below zero, of a customer, to Purse */
  GHashTable *records;  /* gint64 id of a customer to Purse: how many promises he kept */
  GHashTable *credits;  /* gint64 id of a customer to Purse */
  GHashTable *plans;    /* AcqPaymentPlan to GArray of AcqInstalment not due yet, less what is handed out */
} Gathering;

/* What is left to hand out of one part of an invoice, and how what is taken off looks. */
typedef struct
{
  AcqForecastClaim claim;
  gint64 left;
} Part;

static Purse *
find_purse (GHashTable *purses, gint64 key, gboolean make)
{
  Purse *purse = g_hash_table_lookup (purses, &key);

  if (purse == NULL && make)
    {
      gint64 *copy = g_new (gint64, 1);

      *copy = key;
      purse = g_new0 (Purse, 1);
      purse->until = ACQ_DAY_NONE;
      g_hash_table_insert (purses, copy, purse);
    }
  return purse;
}

static void
read_promises (Gathering *self, const AcqReceivables *receivables)
{
  g_autoptr (GArray) promises = acq_promise_record_new (self->ledger, receivables, self->day);

  for (guint i = 0; i < promises->len; i++)
    {
      const AcqPromise *promise = &g_array_index (promises, AcqPromise, i);
      const AcqNote *note = promise->note;
      Purse *record = find_purse (self->records, note->customer_id, TRUE), *purse;

      record->kept += promise->state == ACQ_PROMISE_STATE_KEPT;
      record->due += promise->state == ACQ_PROMISE_STATE_KEPT || promise->state == ACQ_PROMISE_STATE_BROKEN;
      if (promise->state != ACQ_PROMISE_STATE_PENDING)
        continue;
      purse
        = find_purse (self->promises, note->invoice_id != 0 ? note->invoice_id : -note->customer_id, TRUE);
      purse->left += promise->promised - promise->received;
      purse->until = MAX (purse->until, note->until);
    }
}

/* Takes a share of the part as a claim of that basis. */
static void
take (Gathering *self, Part *part, gint64 *from, AcqForecastBasis basis, AcqDay named)
{
  AcqForecastClaim claim = part->claim;

  claim.amount = MIN (part->left, *from);
  if (claim.amount <= 0)
    return;
  claim.basis = basis;
  claim.named = named;
  if (named != ACQ_DAY_NONE)
    claim.from = MAX (claim.from, acq_day_add_bank_days (named, ACQ_PROMISE_GRACE_BANK_DAYS) + 1);
  part->left -= claim.amount;
  *from -= claim.amount;
  g_array_append_val (self->claims, claim);
}

static void
take_all (Gathering *self, Part *part, AcqForecastBasis basis)
{
  gint64 all = part->left;

  take (self, part, &all, basis, ACQ_DAY_NONE);
}

static void
take_credit (Gathering *self, Part *part)
{
  const AcqInvoice *invoice = part->claim.invoice;
  Purse *purse = find_purse (self->credits, invoice->customer_id, FALSE);

  if (purse == NULL)
    {
      purse = find_purse (self->credits, invoice->customer_id, TRUE);
      purse->left
        = acq_standings_unallocated_credit (self->standings, invoice->customer_id, invoice->currency);
    }
  take (self, part, &purse->left, ACQ_FORECAST_BASIS_CREDIT, ACQ_DAY_NONE);
}

/* The instalments that are still to come. */
static GArray *
find_instalments (Gathering *self, const AcqPaymentPlan *plan)
{
  GArray *instalments = g_hash_table_lookup (self->plans, plan);

  if (instalments != NULL)
    return instalments;
  instalments = g_array_new (FALSE, FALSE, sizeof (AcqInstalment));
  for (guint i = 0; i < plan->instalments->len; i++)
    if (g_array_index (plan->instalments, AcqInstalment, i).due >= self->day)
      g_array_append_vals (instalments, &g_array_index (plan->instalments, AcqInstalment, i), 1);
  g_hash_table_insert (self->plans, (gpointer) plan, instalments);
  return instalments;
}

static void
take_instalments (Gathering *self, Part *part)
{
  const AcqPaymentPlan *plan = acq_standings_plan_of (self->standings, part->claim.invoice->id);
  const GArray *instalments;

  if (plan == NULL || !acq_standings_plan_is_kept (self->standings, plan, self->day))
    return;
  instalments = find_instalments (self, plan);
  for (guint i = 0; i < instalments->len; i++)
    {
      AcqInstalment *instalment = &g_array_index (instalments, AcqInstalment, i);

      take (self, part, &instalment->amount, ACQ_FORECAST_BASIS_PLAN, instalment->due);
    }
}

static void
take_promise (Gathering *self, Part *part, gint64 key)
{
  Purse *purse = find_purse (self->promises, key, FALSE);

  if (purse != NULL && (key > 0 || part->claim.due <= purse->until))
    take (self, part, &purse->left, ACQ_FORECAST_BASIS_PROMISE, purse->until);
}

static AcqDay
arrival_of (const Gathering *self, const AcqStanding *standing)
{
  if (standing->in_flight_until != ACQ_DAY_NONE)
    return standing->in_flight_until;
  return acq_day_add_bank_days (self->day, IN_HAND_BANK_DAYS);
}

/* Whether nothing of the invoice is to be expected, and why. */
static gboolean
is_left_out (const AcqInvoice *invoice, const AcqStanding *standing, AcqForecastBasis *ret_basis)
{
  if (standing->status == ACQ_INVOICE_STATUS_INSOLVENT)
    *ret_basis = ACQ_FORECAST_BASIS_INSOLVENT;
  else if (invoice->factored)
    *ret_basis = ACQ_FORECAST_BASIS_FACTORED;
  else if (standing->status == ACQ_INVOICE_STATUS_HELD && standing->until == ACQ_DAY_NONE)
    *ret_basis = ACQ_FORECAST_BASIS_HELD;
  else
    return FALSE;
  return TRUE;
}

static void
cut_part (Gathering *self, Part *part, AcqStanding *standing)
{
  const AcqInvoice *invoice = part->claim.invoice;
  AcqForecastBasis basis;

  if (is_left_out (invoice, standing, &basis))
    {
      take_all (self, part, basis);
      return;
    }
  if (standing->status == ACQ_INVOICE_STATUS_HELD)
    part->claim.from = standing->until + 1;
  take (self, part, &standing->disputed, ACQ_FORECAST_BASIS_DISPUTED, ACQ_DAY_NONE);
  take_credit (self, part);
  take (self, part, &standing->in_flight, ACQ_FORECAST_BASIS_IN_FLIGHT, arrival_of (self, standing));
  take_instalments (self, part);
  take_promise (self, part, invoice->id);
  take_promise (self, part, -invoice->customer_id);
}

static void
cut_invoice (Gathering *self, const AcqReceivable *row)
{
  const AcqInvoice *invoice = row->invoice;
  gint64 settled = acq_receivable_settled_by (row, self->day);
  const Purse *record = find_purse (self->records, invoice->customer_id, FALSE);
  AcqStanding standing = { 0 };

  if (self->standings != NULL)
    standing = acq_standings_get (self->standings, invoice, self->day);
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      Part part = { .left = acq_due_item_settle (item, i + 1 == invoice->due_items->len, &settled) };

      part.claim.invoice = invoice;
      part.claim.payer_id = acq_payer_of (self->ledger, invoice);
      part.claim.retention = item->kind == ACQ_DUE_KIND_RETENTION;
      part.claim.due = self->standings == NULL ? item->due : acq_standings_due_day (self->standings, invoice, item->due);
      part.claim.from = self->day;
      part.claim.n_kept = record == NULL ? 0 : record->kept;
      part.claim.n_due = record == NULL ? 0 : record->due;
      if (self->standings != NULL && part.left > 0)
        cut_part (self, &part, &standing);
      take_all (self, &part, ACQ_FORECAST_BASIS_OWN_HABIT);
    }
}

static GHashTable *
new_purses (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

GArray *
acq_forecast_claims_new (const AcqLedger *ledger, const AcqReceivables *receivables,
                         const AcqStandings *standings, AcqDay day)
{
  g_autoptr (GHashTable) promises = new_purses ();
  g_autoptr (GHashTable) records = new_purses ();
  g_autoptr (GHashTable) credits = new_purses ();
  g_autoptr (GHashTable) plans = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Gathering self = { ledger, standings, day, NULL, promises, records, credits, plans };

  self.claims = g_array_new (FALSE, FALSE, sizeof (AcqForecastClaim));
  if (standings != NULL)
    read_promises (&self, receivables);
  for (guint i = 0; i < acq_receivables_count (receivables); i++)
    {
      const AcqReceivable *row = acq_receivables_get (receivables, i);

      if (row->issued <= day && row->settled > day && !acq_invoice_is_credit_note (row->invoice))
        cut_invoice (&self, row);
    }
  return self.claims;
}
