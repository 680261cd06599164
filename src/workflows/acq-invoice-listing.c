/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-listing.h"

#include <stdlib.h>
#include <string.h>

#include "acq-business-calendar.h"
#include "acq-promise-record.h"
#include "acq-scenario.h"
#include "acq-text-normalizer.h"

static const char *const state_codes[] = {
  "cancelled",     "credit_note",     "credit_used",    "paid",           "insolvent", "excluded",
  "disputed",      "promised",        "in_plan",        "cheque_in_hand", "in_flight", "held",
  "formal_notice", "promise_awaited", "promise_broken", "plan_broken",    "overdue",   "not_due",
};
static const char *const filter_codes[] = {
  "open",          "not-due",       "overdue",    "promised", "disputed",     "overdue-1-30",
  "overdue-31-60", "overdue-61-90", "overdue-91", "paid",     "credit-notes", "all",
};

G_STATIC_ASSERT (G_N_ELEMENTS (state_codes) == ACQ_INVOICE_STATE_NOT_DUE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (filter_codes) == ACQ_N_INVOICE_FILTERS);

ACQ_DEFINE_CODES (AcqInvoiceState, acq_invoice_state, state_codes)
ACQ_DEFINE_CODES (AcqInvoiceFilter, acq_invoice_filter, filter_codes)

/* What is worked out of a customer once for all his invoices. */
typedef struct
{
  const AcqCustomer *customer;
  const char *name_key;
  char *order;
  guint place;
} Name;

typedef struct
{
  const AcqBooks *books;
  GStringChunk *keys;
  GHashTable *names;   /* gint64 id inside the customer to Name */
  GHashTable *notices; /* set of invoices that a planned formal notice holds */
} Reading;

static void
name_free (gpointer data)
{
  g_free (((Name *) data)->order);
  g_free (data);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *left = *(const Name *const *) a, *right = *(const Name *const *) b;

  return strcmp (left->order, right->order);
}

static Name *
name_new (GStringChunk *keys, const AcqCustomer *customer)
{
  Name *name = g_new0 (Name, 1);
  g_autofree char *folded = acq_text_fold (customer->name);
  g_autofree char *key = g_strconcat (" ", folded, NULL);

  name->customer = customer;
  name->name_key = g_string_chunk_insert (keys, key);
  name->order = g_utf8_collate_key (customer->name, -1);
  return name;
}

static GHashTable *
read_names (GStringChunk *keys, const AcqLedger *ledger)
{
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, name_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      Name *name = name_new (keys, ledger->customers->pdata[i]);

      g_hash_table_insert (names, (gpointer) &name->customer->id, name);
      g_ptr_array_add (sorted, name);
    }
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++)
    ((Name *) sorted->pdata[i])->place = i;
  return names;
}

/* The invoices whose next message is a formal notice. */
static GHashTable *
read_notices (const AcqPlan *plan)
{
  GHashTable *notices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; plan != NULL && i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len; j++)
        {
          const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, j);

          if (item->step->tone == ACQ_TONE_FORMAL_NOTICE)
            g_hash_table_add (notices, (gpointer) item->invoice);
        }
    }
  return notices;
}

static gboolean
had_notice (const Reading *reading, const AcqInvoice *invoice)
{
  const GPtrArray *reminders = acq_standings_reminders_of (reading->books->standings, invoice->id);

  for (guint i = 0; i < reminders->len; i++)
    {
      const AcqReminder *reminder = reminders->pdata[i];

      if (g_strcmp0 (reminder->tone, acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE)) == 0)
        return TRUE;
    }
  return g_hash_table_contains (reading->notices, invoice);
}

/* The last promise among those of one list that concerned the invoice; ACQ_DAY_NONE: none did. */
static AcqDay
find_promise (const GPtrArray *notes, const AcqInvoice *invoice)
{
  AcqDay last = ACQ_DAY_NONE;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_PROMISE && note->until != ACQ_DAY_NONE && note->day >= invoice->issued)
        last = MAX (last, note->until);
    }
  return last;
}

/* A promise whose day is past, or a plan that is not kept, tells more than that the invoice is overdue. */
static void
read_broken_word (const Reading *reading, AcqInvoiceLine *line)
{
  const AcqStandings *standings = reading->books->standings;
  const AcqPaymentPlan *plan = acq_standings_plan_of (standings, line->invoice->id);
  AcqDay today = reading->books->today;
  AcqDay promised = MAX (
    find_promise (acq_standings_notes_of_invoice (standings, line->invoice->id), line->invoice),
    find_promise (acq_standings_notes_of_customer (standings, line->invoice->customer_id), line->invoice));

  if (promised != ACQ_DAY_NONE && promised < today)
    {
      line->state = today <= acq_day_add_bank_days (promised, ACQ_PROMISE_GRACE_BANK_DAYS)
                      ? ACQ_INVOICE_STATE_PROMISE_AWAITED
                      : ACQ_INVOICE_STATE_PROMISE_BROKEN;
      line->state_day = promised;
    }
  else if (plan != NULL && !acq_standings_plan_is_kept (standings, plan, today))
    line->state = ACQ_INVOICE_STATE_PLAN_BROKEN;
}

static void
read_open (const Reading *reading, AcqInvoiceLine *line, const AcqStanding *standing)
{
  const GPtrArray *in_flight = acq_standings_in_flight_of (reading->books->standings, line->invoice->id);

  line->state = standing->overdue ? ACQ_INVOICE_STATE_OVERDUE : ACQ_INVOICE_STATE_NOT_DUE;
  if (standing->in_flight > 0 && in_flight->len > 0)
    {
      const AcqReceipt *receipt = in_flight->pdata[0];

      line->state = receipt->state == ACQ_RECEIPT_STATE_IN_HAND ? ACQ_INVOICE_STATE_CHEQUE_IN_HAND
                                                                : ACQ_INVOICE_STATE_IN_FLIGHT;
      line->state_day = receipt->state_since;
    }
  else if (standing->overdue && had_notice (reading, line->invoice))
    line->state = ACQ_INVOICE_STATE_FORMAL_NOTICE;
  else if (standing->overdue)
    read_broken_word (reading, line);
}

static void
read_state (const Reading *reading, AcqInvoiceLine *line, const AcqStanding *standing)
{
  line->state_day = standing->until;
  switch (standing->status)
    {
    case ACQ_INVOICE_STATUS_CANCELLED:
      line->state = ACQ_INVOICE_STATE_CANCELLED;
      break;
    case ACQ_INVOICE_STATUS_PAID:
      line->state = ACQ_INVOICE_STATE_PAID;
      break;
    case ACQ_INVOICE_STATUS_INSOLVENT:
      line->state = ACQ_INVOICE_STATE_INSOLVENT;
      break;
    case ACQ_INVOICE_STATUS_EXCLUDED:
      line->state = ACQ_INVOICE_STATE_EXCLUDED;
      break;
    case ACQ_INVOICE_STATUS_DISPUTED:
      line->state = ACQ_INVOICE_STATE_DISPUTED;
      break;
    case ACQ_INVOICE_STATUS_PROMISED:
      line->state = ACQ_INVOICE_STATE_PROMISED;
      break;
    case ACQ_INVOICE_STATUS_IN_PLAN:
      line->state = ACQ_INVOICE_STATE_IN_PLAN;
      break;
    case ACQ_INVOICE_STATUS_HELD:
      line->state = ACQ_INVOICE_STATE_HELD;
      break;
    case ACQ_INVOICE_STATUS_PARTLY_PAID:
    case ACQ_INVOICE_STATUS_OPEN:
      read_open (reading, line, standing);
      break;
    }
}

static void
read_lateness (const AcqStandings *standings, AcqInvoiceLine *line, AcqDay today)
{
  for (guint i = 0; i < line->invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (line->invoice, i);
      AcqDay due = acq_standings_due_day (standings, line->invoice, item->due);

      if (item->balance > 0 && due < today)
        line->days_late = MAX (line->days_late, today - due);
    }
}

static void
read_line (const Reading *reading, AcqInvoiceLine *line)
{
  AcqStanding standing;

  if (acq_invoice_is_credit_note (line->invoice))
    {
      line->state
        = line->invoice->balance != 0 ? ACQ_INVOICE_STATE_CREDIT_NOTE : ACQ_INVOICE_STATE_CREDIT_USED;
      return;
    }
  standing = acq_standings_get (reading->books->standings, line->invoice, reading->books->today);
  read_state (reading, line, &standing);
  line->overdue = standing.overdue_amount;
  if (standing.overdue)
    read_lateness (reading->books->standings, line, reading->books->today);
}

static void
add_line (AcqInvoiceListing *self, const Reading *reading, const AcqInvoice *invoice)
{
  const Name *name = g_hash_table_lookup (reading->names, &invoice->customer_id);
  g_autofree char *key = acq_text_fold_key (invoice->number);
  AcqInvoiceLine line = { .invoice = invoice, .state_day = ACQ_DAY_NONE };

  g_return_if_fail (name != NULL);
  line.customer = name->customer;
  line.name_key = name->name_key;
  line.customer_place = name->place;
  line.number_key = g_string_chunk_insert (self->keys, key);
  line.due = acq_standings_due_day (reading->books->standings, invoice, acq_invoice_due_day (invoice));
  read_line (reading, &line);
  g_array_append_val (self->lines, line);
  for (guint filter = 0; filter < ACQ_N_INVOICE_FILTERS; filter++)
    self->counts[filter] += acq_invoice_line_pass (&line, (AcqInvoiceFilter) filter);
}

AcqInvoiceListing *
acq_invoice_listing_new (const AcqCompanyView *view)
{
  AcqInvoiceListing *self = g_atomic_rc_box_new0 (AcqInvoiceListing);
  const GPtrArray *invoices = view->books->ledger->invoices;
  g_autoptr (GHashTable) names = NULL, notices = NULL;

  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  self->keys = g_string_chunk_new (1 << 16);
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (AcqInvoiceLine), invoices->len);
  names = read_names (self->keys, view->books->ledger);
  notices = read_notices (view->plan);
  for (guint i = 0; i < invoices->len; i++)
    if (!((const AcqInvoice *) invoices->pdata[i])->cancelled)
      add_line (self, &(Reading){ view->books, self->keys, names, notices }, invoices->pdata[i]);
  return self;
}

AcqInvoiceListing *
acq_invoice_listing_ref (AcqInvoiceListing *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqInvoiceListing *self = data;

  g_array_unref (self->lines);
  g_string_chunk_free (self->keys);
  acq_company_view_unref (self->view);
}

void
acq_invoice_listing_unref (AcqInvoiceListing *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
acq_invoice_listing_find (const AcqInvoiceListing *self, const char *number, guint *ret_place)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (acq_invoice_listing_line (self, i)->invoice->number, number) == 0)
      {
        *ret_place = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_late_between (const AcqInvoiceLine *line, int first, int last)
{
  return line->days_late >= first && line->days_late <= last;
}

gboolean
acq_invoice_line_pass (const AcqInvoiceLine *self, AcqInvoiceFilter filter)
{
  gboolean is_credit = acq_invoice_is_credit_note (self->invoice);
  gboolean is_open = !is_credit && self->state != ACQ_INVOICE_STATE_PAID;

  switch (filter)
    {
    case ACQ_INVOICE_FILTER_OPEN:
      return is_open;
    case ACQ_INVOICE_FILTER_NOT_DUE:
      return is_open && self->days_late == 0;
    case ACQ_INVOICE_FILTER_OVERDUE:
      return self->days_late > 0;
    case ACQ_INVOICE_FILTER_PROMISED:
      return self->state == ACQ_INVOICE_STATE_PROMISED || self->state == ACQ_INVOICE_STATE_PROMISE_AWAITED;
    case ACQ_INVOICE_FILTER_DISPUTED:
      return self->state == ACQ_INVOICE_STATE_DISPUTED;
    case ACQ_INVOICE_FILTER_OVERDUE_30:
      return is_late_between (self, 1, 30);
    case ACQ_INVOICE_FILTER_OVERDUE_60:
      return is_late_between (self, 31, 60);
    case ACQ_INVOICE_FILTER_OVERDUE_90:
      return is_late_between (self, 61, 90);
    case ACQ_INVOICE_FILTER_OVERDUE_91:
      return self->days_late > 90;
    case ACQ_INVOICE_FILTER_PAID:
      return self->state == ACQ_INVOICE_STATE_PAID;
    case ACQ_INVOICE_FILTER_CREDIT_NOTES:
      return is_credit;
    case ACQ_INVOICE_FILTER_ALL:
      break;
    }
  return TRUE;
}
