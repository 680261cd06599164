/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-todays-work.h"

#include "acq-approval.h"
#include "acq-customer-law.h"
#include "acq-insolvency-claims.h"
#include "acq-old-items.h"
#include "acq-promise-record.h"
#include "acq-rejected-lines.h"

/* How far ahead the next message is looked for. */
#define LOOK_AHEAD_DAYS 60

static const char *const kind_codes[ACQ_N_WORK_KINDS] = {
  "claims", "old_items", "right_to_send", "statement", "mails",    "calls",    "receipts", "notices",
  "letters",   "cheques",       "answers",   "promises", "sequels", "contacts", "copies",   "rejected_lines", "rates",
};

ACQ_DEFINE_CODES (AcqWorkKind, acq_work_kind, kind_codes)

static AcqWorkItem *
work_item_new (AcqWorkKind kind)
{
  AcqWorkItem *self = g_new0 (AcqWorkItem, 1);

  self->kind = kind;
  self->customers = g_ptr_array_new ();
  self->day = ACQ_DAY_NONE;
  self->until = ACQ_DAY_NONE;
  return self;
}

static void
work_item_free (AcqWorkItem *self)
{
  g_ptr_array_unref (self->customers);
  g_free (self);
}

/* While it is gathered there is one of each kind. */
typedef struct
{
  const AcqCompanyView *view;
  AcqWorkItem *kinds[ACQ_N_WORK_KINDS];
} Gathering;

static void
add_amount (AcqWorkItem *item, gint64 amount, AcqCurrency currency)
{
  if (item->count == 0)
    {
      item->has_total = TRUE;
      item->currency = currency;
    }
  item->has_total = item->has_total && acq_currency_equal (item->currency, currency);
  item->total += amount;
}

static void
add_customer (AcqWorkItem *item, const AcqCustomer *customer)
{
  if (customer != NULL && !g_ptr_array_find (item->customers, customer, NULL))
    g_ptr_array_add (item->customers, (gpointer) customer);
}

static AcqWorkKind
kind_of_channel (const AcqPlanMessage *message)
{
  switch (message->channel)
    {
    case ACQ_CHANNEL_MAIL:
      return ACQ_WORK_MAILS;
    case ACQ_CHANNEL_CALL:
      return ACQ_WORK_CALLS;
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
    default:
      return message->step->tone == ACQ_TONE_FORMAL_NOTICE ? ACQ_WORK_NOTICES : ACQ_WORK_LETTERS;
    }
}

/* What a message asks of the user: the first thing that it lacks, or to be approved. */
static AcqWorkKind
kind_of_message (const AcqPlanMessage *message)
{
  static const struct
  {
    AcqNeed need;
    AcqWorkKind kind;
  } needs[] = {
    { ACQ_NEED_OLD_ITEMS, ACQ_WORK_OLD_ITEMS },     { ACQ_NEED_RIGHT_TO_SEND, ACQ_WORK_RIGHT_TO_SEND },
    { ACQ_NEED_BANK_COVERAGE, ACQ_WORK_STATEMENT }, { ACQ_NEED_CONTACT, ACQ_WORK_CONTACTS },
    { ACQ_NEED_ATTACHMENT, ACQ_WORK_COPIES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (message->needs & ACQ_NEED_BIT (needs[i].need))
      return needs[i].kind;
  return kind_of_channel (message);
}

/* The last day that the gate wants to see for these items, as far as it can be seen today. */
static AcqDay
covered_day (const AcqPlanMessage *message, const AcqDunningSettings *settings, AcqDay today)
{
  AcqDay last = ACQ_DAY_NONE;

  for (guint i = 0; i < message->items->len; i++)
    last = MAX (last, acq_day_add_bank_days (g_array_index (message->items, AcqPlanItem, i).due,
                                             settings->coverage_bank_days));
  return MIN (last, today - 1);
}

static void
gather_message (Gathering *self, const AcqPlanMessage *message)
{
  AcqWorkItem *item = self->kinds[kind_of_message (message)];

  /* The old items are counted as such: each is a question, whatever message waits for it. */
  if (item->kind == ACQ_WORK_OLD_ITEMS)
    return;
  add_amount (item, message->total, message->currency);
  add_customer (item, message->recipient);
  item->n_invoices += message->items->len;
  item->count++;
  if (item->kind == ACQ_WORK_STATEMENT)
    item->day = MAX (item->day, covered_day (message, self->view->planning->settings, self->view->books->today));
  else if (item->day == ACQ_DAY_NONE)
    item->day = message->day;
}

static gboolean
gather_messages (Gathering *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) approved = acq_approval_list (file, error);
  const GPtrArray *messages = self->view->plan->messages;

  if (approved == NULL)
    return FALSE;
  for (guint i = 0; i < messages->len; i++)
    if (acq_approval_find (approved, g_ptr_array_index (messages, i)) == NULL)
      gather_message (self, g_ptr_array_index (messages, i));
  return TRUE;
}

static void
gather_receipts (Gathering *self)
{
  const AcqReconciliation *reconciliation = self->view->planning->reconciliation;
  AcqWorkItem *item = self->kinds[ACQ_WORK_RECEIPTS];

  item->count = reconciliation->proposals->len + reconciliation->unmatched->len;
  for (guint i = 0; i < reconciliation->proposals->len; i++)
    {
      const AcqProposal *proposal = g_ptr_array_index (reconciliation->proposals, i);

      if (proposal->certainty == ACQ_CERTAINTY_SURE)
        item->n_sure++;
    }
}

static void
gather_cheques (Gathering *self)
{
  const AcqLedger *ledger = self->view->books->ledger;
  AcqWorkItem *item = self->kinds[ACQ_WORK_CHEQUES];

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = g_ptr_array_index (ledger->receipts, i);

      if (receipt->state != ACQ_RECEIPT_STATE_IN_HAND)
        continue;
      add_amount (item, receipt->amount, receipt->currency);
      add_customer (item, acq_ledger_find_customer (ledger, receipt->customer_id));
      item->count++;
    }
}

/* What of a promise is still owed, and in which currency; 0 where it has been kept. */
static gint64
find_promised (const AcqLedger *ledger, const AcqNote *note, AcqDay today, AcqCurrency *ret_currency)
{
  gint64 owed = 0;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = g_ptr_array_index (ledger->invoices, i);

      if (invoice->cancelled || invoice->balance <= 0 || invoice->customer_id != note->customer_id
          || (note->invoice_id != 0 && note->invoice_id != invoice->id)
          || (note->invoice_id == 0 && acq_invoice_due_day (invoice) > today))
        continue;
      owed += invoice->balance;
      *ret_currency = invoice->currency;
    }
  return note->amount >= 0 ? MIN (note->amount, owed) : owed;
}

/* A promise is awaited on its day and for the bank days that a payment may take; then it is broken. */
static void
gather_promise (Gathering *self, const AcqNote *note)
{
  AcqWorkItem *item = self->kinds[ACQ_WORK_PROMISES];
  const AcqLedger *ledger = self->view->books->ledger;
  AcqDay until = acq_day_add_bank_days (note->until, ACQ_PROMISE_GRACE_BANK_DAYS);
  AcqDay today = self->view->books->today;
  AcqCurrency currency = ACQ_CURRENCY_NONE;
  gint64 owed = today > until ? 0 : find_promised (ledger, note, today, &currency);

  if (owed == 0)
    return;
  add_amount (item, owed, currency);
  add_customer (item, acq_ledger_find_customer (ledger, note->customer_id));
  if (item->count == 0 || note->until < item->day)
    {
      item->day = note->until;
      item->until = until;
    }
  item->count++;
}

static void
gather_notes (Gathering *self)
{
  const AcqLedger *ledger = self->view->books->ledger;

  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = g_ptr_array_index (ledger->notes, i);
      AcqWorkItem *answers = self->kinds[ACQ_WORK_ANSWERS];

      if (note->closed)
        continue;
      if (note->kind == ACQ_NOTE_KIND_ANSWER)
        {
          add_customer (answers, acq_ledger_find_customer (ledger, note->customer_id));
          answers->count++;
        }
      else if (note->kind == ACQ_NOTE_KIND_PROMISE && note->until != ACQ_DAY_NONE
               && note->until <= self->view->books->today)
        gather_promise (self, note);
    }
}

static void
gather_sequels (Gathering *self)
{
  const AcqBooks *books = self->view->books;
  const GPtrArray *all = self->view->plan->held;
  AcqWorkItem *item = self->kinds[ACQ_WORK_SEQUELS];
  g_autoptr (GHashTable) customers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const AcqHeldInvoice *held = g_ptr_array_index (all, i);
      AcqStanding standing;

      if (!acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED))
        continue;
      standing = acq_standings_get (books->standings, held->invoice, books->today);
      if (!standing.overdue)
        continue;
      add_amount (item, standing.overdue_amount, held->invoice->currency);
      if (g_hash_table_add (customers, (gpointer) held->customer))
        g_ptr_array_add (item->customers, (gpointer) held->customer);
      item->n_invoices++;
      item->count++;
    }
}

static gboolean
gather_claims (Gathering *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) claims = acq_insolvency_claims_list (self->view->books, file, error);
  AcqWorkItem *item = self->kinds[ACQ_WORK_CLAIMS];

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const AcqInsolvencyClaim *claim = claims->pdata[i];

      if (claim->declared != ACQ_DAY_NONE)
        continue;
      if (item->count == 0)
        {
          item->day = claim->deadline;
          item->unpublished = claim->published == ACQ_DAY_NONE;
        }
      add_amount (item, acq_insolvency_claim_total (claim), ACQ_CURRENCY_EUR);
      add_customer (item, claim->customer);
      item->n_invoices += claim->n_invoices;
      item->count++;
    }
  return claims != NULL;
}

static gboolean
gather_file (Gathering *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) rejected = acq_rejected_lines_list (file, 0, error);

  if (rejected == NULL)
    return FALSE;
  self->kinds[ACQ_WORK_REJECTED_LINES]->count = rejected->len;
  return acq_old_items_count_open (file, &self->kinds[ACQ_WORK_OLD_ITEMS]->count, error);
}

/* Whether anybody is late who owes interest by law: nobody else makes the rates worth a question. */
static gboolean
bears_interest (const AcqBooks *books)
{
  const AcqLedger *ledger = books->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = g_ptr_array_index (ledger->invoices, i);

      if (invoice->balance > 0 && !invoice->cancelled && acq_invoice_due_day (invoice) < books->today
          && acq_customer_claims_interest_by_law (acq_ledger_find_customer (ledger, invoice->customer_id)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
gather_rates (Gathering *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqLegalValues) law = acq_legal_rates_load (acq_company_file_connection (file), error);
  AcqWorkItem *item = self->kinds[ACQ_WORK_RATES];

  if (law == NULL)
    return FALSE;
  item->rates = acq_legal_rates_advise (law, self->view->books->today, &item->day);
  item->count = item->rates != ACQ_RATES_ADVICE_NONE && bears_interest (self->view->books);
  return TRUE;
}

static AcqDay
find_next_day (const AcqCompanyView *view)
{
  AcqDay today = view->books->today, next = ACQ_DAY_NONE;
  g_autoptr (AcqPlan) plan = acq_plan_new (&view->planning->request, today + LOOK_AHEAD_DAYS);

  for (guint i = 0; i < plan->messages->len && next == ACQ_DAY_NONE; i++)
    {
      const AcqPlanMessage *message = g_ptr_array_index (plan->messages, i);

      if (message->day > MAX (today, view->plan_day))
        next = message->day;
    }
  return next;
}

static AcqTodaysWork *
work_new (Gathering *gathering)
{
  AcqTodaysWork *self = g_new0 (AcqTodaysWork, 1);

  self->view = acq_company_view_ref ((AcqCompanyView *) gathering->view);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) work_item_free);
  self->next_day = ACQ_DAY_NONE;
  for (guint i = 0; i < ACQ_N_WORK_KINDS; i++)
    if (gathering->kinds[i]->count > 0)
      g_ptr_array_add (self->items, g_steal_pointer (&gathering->kinds[i]));
  if (self->items->len == 0)
    self->next_day = find_next_day (self->view);
  return self;
}

AcqTodaysWork *
acq_todays_work_new (AcqCompanyView *view, AcqCompanyFile *file, GError **error)
{
  Gathering gathering = { .view = view };
  AcqTodaysWork *self = NULL;

  g_return_val_if_fail (view != NULL && view->plan != NULL, NULL);

  for (guint i = 0; i < ACQ_N_WORK_KINDS; i++)
    gathering.kinds[i] = work_item_new ((AcqWorkKind) i);
  if (gather_messages (&gathering, file, error) && gather_file (&gathering, file, error)
      && gather_claims (&gathering, file, error) && gather_rates (&gathering, file, error))
    {
      gather_receipts (&gathering);
      gather_cheques (&gathering);
      gather_notes (&gathering);
      gather_sequels (&gathering);
      self = work_new (&gathering);
    }
  for (guint i = 0; i < ACQ_N_WORK_KINDS; i++)
    g_clear_pointer (&gathering.kinds[i], work_item_free);
  return self;
}

void
acq_todays_work_free (AcqTodaysWork *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  acq_company_view_unref (self->view);
  g_free (self);
}

const AcqWorkItem *
acq_todays_work_find (const AcqTodaysWork *self, AcqWorkKind kind)
{
  for (guint i = 0; i < self->items->len; i++)
    if (((const AcqWorkItem *) g_ptr_array_index (self->items, i))->kind == kind)
      return g_ptr_array_index (self->items, i);
  return NULL;
}
