/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cheques that were handed in with a slip, and the one bank line that credits them. */
#include "ledger-builder.h"

#define DAY(n) (acq_day_new (2026, 11, 2) + (n))
#define TODAY  DAY (30)

typedef struct
{
  AcqLedger *ledger;
  AcqTransaction *line;
} Case;

static AcqReceipt *
add_cheque (AcqLedger *ledger, const AcqInvoice *invoice, gint64 slip_id, gint64 amount)
{
  AcqReceipt *cheque = build_receipt (ledger, NULL, invoice, DAY (0), amount);

  cheque->means = ACQ_MEANS_CHEQUE;
  cheque->state = slip_id != 0 ? ACQ_RECEIPT_STATE_DEPOSITED : ACQ_RECEIPT_STATE_IN_HAND;
  cheque->state_since = DAY (1);
  cheque->slip_id = slip_id;
  return cheque;
}

static AcqDepositSlip *
add_slip (AcqLedger *ledger, gint64 total, guint n_cheques)
{
  AcqDepositSlip *slip = acq_deposit_slip_new ();

  slip->id = ledger->slips->len + 1;
  slip->reference = g_strdup_printf ("REM-2026-%04d", (int) slip->id);
  slip->day = DAY (1);
  slip->total = total;
  slip->n_cheques = n_cheques;
  g_ptr_array_add (ledger->slips, slip);
  return slip;
}

/* Three customers' cheques on one slip, 310.00 + 120.50 + 77.20, and the line that credits them. */
static void
case_init (Case *self)
{
  static const gint64 totals[] = { 31000, 12050, 7720 };

  self->ledger = acq_ledger_new ();
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *number = g_strdup_printf ("FA26-%04u", i + 11);
      AcqCustomer *customer = build_customer (self->ledger, ((const char *[]){ "Aubert", "Blanchet", "Chevalier" })[i]);

      add_cheque (self->ledger, build_invoice (self->ledger, customer, number, DAY (-40), totals[i]), 1, totals[i]);
    }
  add_slip (self->ledger, 50770, 3);
  self->line = build_transaction (self->ledger, DAY (3), 50770, "REMISE CHEQUES 0012345");
  self->line->means = ACQ_MEANS_CHEQUE;
  acq_ledger_derive_balances (self->ledger);
}

static void
case_clear (Case *self)
{
  acq_ledger_free (self->ledger);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
assert_proposal (const Case *self, const AcqTransaction *line, const char *expected)
{
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (self->ledger, TODAY, NULL, NULL, NULL);
  g_autofree char *found = describe_proposal (self->ledger, find_proposal (result, line));

  g_assert_cmpstr (found, ==, expected);
}

#define PARTS    "FA26-0011=31000 FA26-0012=12050 FA26-0013=7720 "
#define SURE     PARTS "sure exact_sum cheque_in_hand cheque_slip"
#define PROBABLE PARTS "probable exact_sum cheque_in_hand cheque_slip"

static void
test_sure (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (AcqReconciliation) result = NULL;
  const AcqProposal *proposal;

  case_init (&self);
  assert_proposal (&self, self.line, SURE);
  result = acq_reconciliation_run (self.ledger, TODAY, NULL, NULL, NULL);
  proposal = find_proposal (result, self.line);
  g_assert_cmpuint (proposal->replaced->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (proposal->replaced, gint64, i), ==, i + 1);
}

/* The bank says how many there are. */
static void
test_counted (void)
{
  g_auto (Case) self = { 0 };

  case_init (&self);
  g_free (self.line->label);
  self.line->label = g_strdup ("REMISE DE 3 CHEQUES");
  assert_proposal (&self, self.line, SURE);
  ((AcqDepositSlip *) self.ledger->slips->pdata[0])->n_cheques = 4;
  assert_proposal (&self, self.line, PARTS "probable exact_sum cheque_in_hand");
}

/* Loose cheques make up the same sum: which were paid in? */
static void
test_loose_rival (void)
{
  g_auto (Case) self = { 0 };
  AcqCustomer *customer;
  AcqReceipt *cheque;

  case_init (&self);
  customer = build_customer (self.ledger, "Delorme");
  add_cheque (self.ledger, build_invoice (self.ledger, customer, "FA26-0021", DAY (-9), 20000), 0, 20000);
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line, SURE);
  cheque
    = add_cheque (self.ledger, build_invoice (self.ledger, customer, "FA26-0022", DAY (-8), 30770), 0, 30770);
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line, PROBABLE);
  cheque->day = DAY (6);
  assert_proposal (&self, self.line, SURE);
}

/* Another slip of the same sum. */
static void
test_slip_rival (void)
{
  g_auto (Case) self = { 0 };
  AcqCustomer *customer;
  AcqReceipt *cheque;

  case_init (&self);
  customer = build_customer (self.ledger, "Delorme");
  add_slip (self.ledger, 50770, 1);
  cheque
    = add_cheque (self.ledger, build_invoice (self.ledger, customer, "FA26-0021", DAY (-9), 50770), 2, 50770);
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line, PROBABLE);
  cheque->state = ACQ_RECEIPT_STATE_RETURNED;
  assert_proposal (&self, self.line, SURE);
}

/* Two equal lines: neither is sure, and no cheque is credited by both. */
static void
test_line_rival (void)
{
  g_auto (Case) self = { 0 };
  AcqTransaction *other;

  case_init (&self);
  other = build_transaction (self.ledger, DAY (4), 50770, "REMISE CHEQUES 0012346");
  other->means = ACQ_MEANS_CHEQUE;
  assert_proposal (&self, self.line, PROBABLE);
  assert_proposal (&self, other, "");
  other->booked = DAY (-1);
  assert_proposal (&self, self.line, SURE);
  assert_proposal (&self, other, "");
}

static void
test_days (void)
{
  g_auto (Case) self = { 0 };
  AcqDay last;

  case_init (&self);
  last = acq_day_add_bank_days (DAY (1), 10);
  self.line->booked = DAY (1);
  assert_proposal (&self, self.line, SURE);
  self.line->booked = last;
  assert_proposal (&self, self.line, SURE);
  self.line->booked = last + 1;
  assert_proposal (&self, self.line, PARTS "probable exact_sum cheque_in_hand");
  self.line->booked = DAY (0);
  assert_proposal (&self, self.line, PARTS "probable exact_sum cheque_in_hand");
}

/* A cent too little or much is not the slip. */
static void
test_other_sum (void)
{
  g_auto (Case) self = { 0 };

  case_init (&self);
  self.line->amount--;
  assert_proposal (&self, self.line, "");
  self.line->amount += 2;
  assert_proposal (&self, self.line, "");
}

/* One of the cheques came back, or was taken out: the line can no longer be said to be just these. */
static void
test_gone_on (void)
{
  g_auto (Case) self = { 0 };
  AcqReceipt *cheque;

  case_init (&self);
  cheque = self.ledger->receipts->pdata[1];
  cheque->state = ACQ_RECEIPT_STATE_RETURNED;
  assert_proposal (&self, self.line, PARTS "probable exact_sum");
  cheque->state = ACQ_RECEIPT_STATE_DEPOSITED;
  cheque->slip_id = 0;
  assert_proposal (&self, self.line, PARTS "probable exact_sum cheque_in_hand");
}

/* The accountant's export tells of the same cheque as credited. */
static void
test_recorded (void)
{
  g_auto (Case) self = { 0 };
  AcqReceipt *told;

  case_init (&self);
  told = build_receipt (self.ledger, NULL, self.ledger->invoices->pdata[0], DAY (2), 31000);
  told->source = ACQ_RECEIPT_SOURCE_LEDGER;
  told->customer_id = 1;
  g_array_set_size (told->allocations, 0);
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line, PROBABLE);
}

/* An invoice was paid by transfer in the meantime: the slip would settle it twice. */
static void
test_paid_meanwhile (void)
{
  g_auto (Case) self = { 0 };

  case_init (&self);
  build_receipt (self.ledger, NULL, self.ledger->invoices->pdata[1], DAY (-5), 12050);
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line, "");
}

static void
test_no_deposit (void)
{
  g_auto (Case) self = { 0 };

  case_init (&self);
  self.line->means = ACQ_MEANS_TRANSFER;
  g_free (self.line->label);
  self.line->label = g_strdup ("VIR SEPA RECU /DE DUPONT");
  assert_proposal (&self, self.line, "");
}

/* Two cheques pay one invoice in part: one allocation, both give way. */
static void
test_two_for_one (void)
{
  g_auto (Case) self = { 0 };
  AcqInvoice *invoice;

  case_init (&self);
  invoice = build_invoice (self.ledger, self.ledger->customers->pdata[0], "FA26-0031", DAY (-20), 90000);
  add_cheque (self.ledger, invoice, 1, 20000);
  add_cheque (self.ledger, invoice, 1, 30000);
  ((AcqDepositSlip *) self.ledger->slips->pdata[0])->total = self.line->amount = 100770;
  acq_ledger_derive_balances (self.ledger);
  assert_proposal (&self, self.line,
                   "FA26-0011=31000 FA26-0012=12050 FA26-0013=7720 FA26-0031=50000 sure exact_sum cheque_in_hand "
                   "cheque_slip");
}

static void
test_limits (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (AcqReconciliation) result = NULL;
  AcqCertaintyRules rules = acq_certainty_rules_default ();

  case_init (&self);
  rules.greatest_amount = 50769;
  result = acq_reconciliation_run (self.ledger, TODAY, &rules, NULL, NULL);
  g_assert_cmpint (find_proposal (result, self.line)->certainty, ==, ACQ_CERTAINTY_PROBABLE);
}

/* Posting and running again finds nothing more. */
static void
test_again (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (AcqReconciliation) first = NULL, second = NULL;

  case_init (&self);
  first = acq_reconciliation_run (self.ledger, TODAY, NULL, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    ((AcqReceipt *) self.ledger->receipts->pdata[i])->state = ACQ_RECEIPT_STATE_REPLACED;
  apply_proposals (self.ledger, first, TRUE);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((AcqInvoice *) self.ledger->invoices->pdata[i])->balance, ==, 0);
  second = acq_reconciliation_run (self.ledger, TODAY, NULL, NULL, NULL);
  g_assert_cmpuint (second->proposals->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/slips/sure", test_sure);
  g_test_add_func ("/reconcile/slips/counted", test_counted);
  g_test_add_func ("/reconcile/slips/loose-rival", test_loose_rival);
  g_test_add_func ("/reconcile/slips/slip-rival", test_slip_rival);
  g_test_add_func ("/reconcile/slips/line-rival", test_line_rival);
  g_test_add_func ("/reconcile/slips/days", test_days);
  g_test_add_func ("/reconcile/slips/other-sum", test_other_sum);
  g_test_add_func ("/reconcile/slips/gone-on", test_gone_on);
  g_test_add_func ("/reconcile/slips/recorded", test_recorded);
  g_test_add_func ("/reconcile/slips/paid-meanwhile", test_paid_meanwhile);
  g_test_add_func ("/reconcile/slips/no-deposit", test_no_deposit);
  g_test_add_func ("/reconcile/slips/two-for-one", test_two_for_one);
  g_test_add_func ("/reconcile/slips/limits", test_limits);
  g_test_add_func ("/reconcile/slips/again", test_again);
  return g_test_run ();
}
