/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are more than one customer's transfer: payouts, deposits, refunds, own money, near misses. */
#include "ledger-builder.h"

#define DAY(n) (acq_day_new (2026, 3, 1) + (n))
#define TODAY  acq_day_new (2026, 11, 20)

static AcqLedger *
make_ledger (void)
{
  AcqLedger *ledger = acq_ledger_new ();
  AcqCustomer *customer = build_customer (ledger, "Menuiserie Vasseur SARL");
  AcqCustomer *other = build_customer (ledger, "Garage Poulain");

  ledger->company->name = g_strdup ("Atelier Kervadec");
  build_invoice (ledger, customer, "FA26-0011", DAY (0), 81734);
  build_invoice (ledger, customer, "FA26-0012", DAY (5), 40211);
  build_invoice (ledger, other, "FA26-0013", DAY (6), 23709);
  return ledger;
}

static void
assert_proposal (const AcqLedger *ledger, const AcqTransaction *transaction, const char *expected)
{
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_autofree char *text = describe_proposal (ledger, find_proposal (result, transaction));

  g_assert_cmpstr (text, ==, expected);
}

/* 1.5 % and 25 cents are the provider's list price. */
static void
test_payout (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();

  assert_proposal (ledger, build_transaction (ledger, DAY (12), 80483, "VIR STRIPE PAYMENTS EUROPE J8K2"),
                   "FA26-0011=80483 probable commission");
  assert_proposal (ledger,
                   build_transaction (ledger, DAY (14), 39583 + 23328, "VIR STRIPE PAYMENTS EUROPE J8K3"),
                   "FA26-0012=39583 FA26-0013=23328 probable commission");
}

/* Five payouts of one invoice each agree on 2.9 % and nothing: so does then one of two. */
static void
test_payout_tariff_is_found_out (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  const AcqCustomer *customer = ledger->customers->pdata[1];
  const gint64 totals[] = { 51237, 7841, 129977, 33119, 64053 };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *number = g_strdup_printf ("FA26-002%u", i);

      build_invoice (ledger, customer, number, DAY (10), totals[i]);
      build_transaction (ledger, DAY (15 + i), totals[i] - (totals[i] * 290 + 5000) / 10000,
                         "SUMUP PAYMENTS PID 48213");
    }
  assert_proposal (ledger, build_transaction (ledger, DAY (22), 39045 + 23021, "SUMUP PAYMENTS PID 48213"),
                   "FA26-0012=39045 FA26-0013=23021 probable commission");
}

static void
test_provider_is_never_learned (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  const AcqTransaction *line = build_transaction (ledger, DAY (12), 100, "VIR GOCARDLESS SAS REF KX92");

  g_assert_null (acq_payer_key (line));
}

static void
test_cheques_are_counted (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *line = build_transaction (ledger, DAY (20), 40211 + 23709, "REMISE DE 2 CHEQUES");

  build_invoice (ledger, ledger->customers->pdata[0], "FA26-0014", DAY (18), 40211 + 23709);
  line->means = ACQ_MEANS_CHEQUE;
  assert_proposal (ledger, line, "FA26-0012=40211 FA26-0013=23709 probable exact_sum");
}

static void
test_one_cheque_of_a_deposit_returns (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *deposit = build_transaction (ledger, DAY (20), 40211 + 23709, "REMISE DE 2 CHEQUES");
  AcqTransaction *back = build_transaction (ledger, DAY (26), -23709, "CHEQUE IMPAYE GARAGE POULAIN");
  AcqReceipt *receipt = build_receipt (ledger, deposit, ledger->invoices->pdata[1], DAY (20), 40211);
  const AcqAllocation second = { 0, 3, 23709, ACQ_ALLOCATION_ORIGIN_HAND };

  receipt->amount = 40211 + 23709;
  g_array_append_val (receipt->allocations, second);
  acq_ledger_derive_balances (ledger);
  back->returned = TRUE;
  assert_proposal (ledger, back, "FA26-0013=-23709 sure exact_amount payer_name returned_payment");
}

/* A payment of that sum whose invoice is another one than the return names. */
static void
test_return_names_another (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *paid = build_transaction (ledger, DAY (10), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *back = build_transaction (ledger, DAY (14), -40211, "REJET MENUISERIE VASSEUR FA26-0011");

  back->returned = TRUE;
  build_receipt (ledger, paid, ledger->invoices->pdata[1], DAY (10), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, back, "");
}

/* What came back may be what the next line pays again, and not the invoice of that sum which is open. */
static void
test_unclear_return_makes_suspect (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  const AcqCustomer *customer = ledger->customers->pdata[0];
  AcqTransaction *paid = build_transaction (ledger, DAY (10), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *twice = build_transaction (ledger, DAY (11), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *back = build_transaction (ledger, DAY (14), -40211, "REJET VIR MENUISERIE VASSEUR");
  AcqTransaction *again = build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR");

  back->returned = TRUE;
  build_receipt (ledger, paid, ledger->invoices->pdata[1], DAY (10), 40211);
  build_receipt (ledger, twice, build_invoice (ledger, customer, "FA26-0016", DAY (8), 40211), DAY (11),
                 40211);
  build_invoice (ledger, customer, "FA26-0017", DAY (16), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, again, "FA26-0016=40211 probable exact_amount payer_known");
}

/* A payment was 50.00 too much, and that goes back: the invoice is then open for what the payment has left. */
static void
test_excess_refund (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *paid = build_transaction (ledger, DAY (20), 45211, "VIR MENUISERIE VASSEUR FA26-0012");
  AcqTransaction *back
    = build_transaction (ledger, DAY (30), -5000, "VIR EMIS MENUISERIE VASSEUR TROP PERCU");
  AcqTransaction *other = build_transaction (ledger, DAY (30), -5000, "VIR EMIS GARAGE POULAIN");
  AcqTransaction *again;
  g_autoptr (AcqReconciliation) result = NULL;

  assert_proposal (ledger, paid, "FA26-0012=40211 probable reference_in_label payer_name paid_too_much");
  assert_proposal (ledger, back, "FA26-0012=-5000 probable exact_amount payer_name excess_refund");
  assert_proposal (ledger, other, "");
  build_receipt (ledger, paid, ledger->invoices->pdata[1], paid->booked, 40211);
  ((AcqReceipt *) ledger->receipts->pdata[0])->amount = 45211;
  build_invoice (ledger, ledger->customers->pdata[0], "FA26-0016", DAY (8), 5000);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, back, "FA26-0012=-5000 probable exact_amount payer_name excess_refund");
  assert_proposal (ledger, paid, "");
  build_receipt (ledger, back, ledger->invoices->pdata[1], back->booked, -5000);
  acq_ledger_derive_balances (ledger);
  again = build_transaction (ledger, DAY (33), -5000, "VIR EMIS MENUISERIE VASSEUR TROP PERCU");
  assert_proposal (ledger, again, "");
  ((AcqInvoice *) ledger->invoices->pdata[3])->cancelled = TRUE;
  assert_proposal (ledger, paid, "FA26-0012=5000 sure exact_amount reference_in_label payer_known");
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_null (find_unmatched (result, other));
}

/* Early payment or retention: a percentage off the sum of several invoices, which the greatest of them then lacks. */
static void
test_discounted_sum (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *run = build_transaction (ledger, DAY (20), 81734 + 40211 - 2439,
                                           "VIR MENUISERIE VASSEUR ESCOMPTE 2 POURCENT");
  AcqTransaction *named;
  AcqTransaction *near_nothing;

  assert_proposal (ledger, run, "FA26-0011=79295 FA26-0012=40211 probable payer_name discount");
  run->ignored = TRUE;
  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0014", DAY (8), 51377);
  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0015", DAY (9), 33391);
  named = build_transaction (ledger, DAY (21), 23709 + 33391 - 2855,
                             "VIR GARAGE POULAIN FA26-0013 FA26-0015 RG 5 POURCENT");
  assert_proposal (ledger, named,
                   "FA26-0013=23709 FA26-0015=30536 probable reference_in_label payer_name discount");
  named->ignored = TRUE;
  near_nothing = build_transaction (ledger, DAY (22), 90017, "VIR GARAGE POULAIN");
  assert_proposal (ledger, near_nothing,
                   "FA26-0013=23709 FA26-0014=51377 FA26-0015=14931 probable payer_name due_order");
}

static void
test_refund (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *back
    = build_transaction (ledger, DAY (30), -5031, "VIR SEPA EMIS /MOTIF AV26-0001 /BEN MENUISERIE VASSEUR");
  AcqTransaction *unnamed = build_transaction (ledger, DAY (31), -5032, "VIR EMIS MENUISERIE VASSEUR");
  AcqTransaction *supplier = build_transaction (ledger, DAY (31), -5033, "VIR EMIS BOIS ET DERIVES");
  AcqTransaction *cut = build_transaction (ledger, DAY (32), -5034, "VIR SEPA EMIS /MOTIF REMBOURSEM");
  g_autoptr (AcqReconciliation) result = NULL;

  build_invoice (ledger, ledger->customers->pdata[0], "AV26-0001", DAY (9), -5031);
  build_invoice (ledger, ledger->customers->pdata[0], "AV26-0002", DAY (9), -5032);
  build_invoice (ledger, ledger->customers->pdata[0], "AV26-0003", DAY (9), -5033);
  build_invoice (ledger, ledger->customers->pdata[1], "AV26-0004", DAY (9), -5034);
  assert_proposal (ledger, back, "AV26-0001=-5031 sure exact_amount reference_in_label payer_name refund");
  assert_proposal (ledger, unnamed, "AV26-0002=-5032 probable exact_amount payer_name refund");
  assert_proposal (ledger, supplier, "");
  assert_proposal (ledger, cut, "AV26-0004=-5034 probable exact_amount refund");
  build_invoice (ledger, ledger->customers->pdata[0], "AV26-0005", DAY (9), -5034);
  assert_proposal (ledger, cut, "");
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_null (find_unmatched (result, supplier));
}

static void
test_own_transfer (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *in = build_transaction (ledger, DAY (20), 40211, "VIR ATELIER KERVADEC");
  AcqTransaction *unsaid = build_transaction (ledger, DAY (20), 81734, "VIR RECU");
  AcqTransaction *named = build_transaction (ledger, DAY (20), 23709, "VIR GARAGE POULAIN");
  g_autoptr (AcqReconciliation) result = NULL;

  build_transaction (ledger, DAY (18), -40211, "VIR EMIS")->account_id = 2;
  build_transaction (ledger, DAY (21), -81734, "VIR EMIS")->account_id = 2;
  build_transaction (ledger, DAY (21), -23709, "VIR EMIS")->account_id = 2;
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_null (find_proposal (result, in));
  g_assert_null (find_unmatched (result, in));
  /* An amount alone proposes nothing here, but what it could have paid is not reminded. */
  g_assert_null (find_proposal (result, unsaid));
  g_assert_cmpuint (find_unmatched (result, unsaid)->could_settle->len, ==, 1);
  g_assert_cmpint (find_proposal (result, named)->certainty, ==, ACQ_CERTAINTY_SURE);
}

/* Words for moving money between accounts, and a customer's name beside them: nobody is left out, and nothing is posted unasked. */
static void
test_own_words_of_customer (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *both = build_transaction (ledger, DAY (20), 23709, "VIR GARAGE POULAIN SERVICE INTERNE");

  build_transaction (ledger, DAY (21), -23709, "VIR EMIS")->account_id = 2;
  assert_proposal (ledger, both, "FA26-0013=23709 probable exact_amount payer_name");
}

static void
test_near_misses (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();

  assert_proposal (ledger, build_transaction (ledger, DAY (20), 39407, "VIR MENUISERIE VASSEUR"),
                   "FA26-0012=39407 probable payer_name discount");
  g_ptr_array_set_size (ledger->transactions, 0);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 23509, "VIR GARAGE POULAIN"),
                   "FA26-0013=23509 probable payer_name bank_fee");
  g_ptr_array_set_size (ledger->transactions, 0);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 23750, "VIR GARAGE POULAIN"),
                   "FA26-0013=23709 probable payer_name paid_too_much");
  g_ptr_array_set_size (ledger->transactions, 0);
  assert_proposal (ledger,
                   build_transaction (ledger, DAY (20), 7113, "VIR GARAGE POULAIN ACOMPTE 30 POURCENT"),
                   "FA26-0013=7113 probable payer_name partial_deposit_words");
}

/* Nobody knows the payer, but he says which invoices of two customers he means. */
static void
test_ends_of_numbers (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();

  assert_proposal (ledger,
                   build_transaction (ledger, DAY (20), 40211 + 23709, "VIR HOLDING DUPUIS 0012 + 0013"),
                   "FA26-0012=40211 FA26-0013=23709 probable exact_sum short_reference contiguous_run");
}

/* Words that name nobody, three times what one customer owes and nobody else: worth a question. */
static void
test_words_of_nobody (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *last;

  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0021", DAY (36), 12000);
  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0022", DAY (66), 12000);
  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0023", DAY (96), 12000);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Client Numero%c%c", 'a' + i % 6, 'a' + i / 6);

      build_customer (ledger, name);
    }
  build_transaction (ledger, DAY (44), 12000, "VIR DUPUIS JEANNE");
  build_transaction (ledger, DAY (75), 12000, "VIR DUPUIS JEANNE");
  last = build_transaction (ledger, DAY (104), 12000, "VIR DUPUIS JEANNE");
  assert_proposal (ledger, last, "FA26-0023=12000 probable exact_amount payer_pattern");
}

/* The notes and what they cancel stay out of what a customer pays. */
static void
test_cancelled_invoice (void)
{
  g_autoptr (AcqLedger) ledger = make_ledger ();
  AcqTransaction *line = build_transaction (ledger, DAY (20), 81734 + 40211, "VIR MENUISERIE VASSEUR");

  build_invoice (ledger, ledger->customers->pdata[0], "FA26-0015", DAY (7), 186791);
  build_invoice (ledger, ledger->customers->pdata[0], "AV26-001", DAY (7), -186791);
  assert_proposal (ledger, line, "FA26-0011=81734 FA26-0012=40211 sure exact_sum payer_name whole_balance");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/kinds/payout", test_payout);
  g_test_add_func ("/reconcile/kinds/payout-tariff", test_payout_tariff_is_found_out);
  g_test_add_func ("/reconcile/kinds/provider", test_provider_is_never_learned);
  g_test_add_func ("/reconcile/kinds/cheques-counted", test_cheques_are_counted);
  g_test_add_func ("/reconcile/kinds/cheque-of-a-deposit-returns", test_one_cheque_of_a_deposit_returns);
  g_test_add_func ("/reconcile/kinds/return-names-another", test_return_names_another);
  g_test_add_func ("/reconcile/kinds/unclear-return", test_unclear_return_makes_suspect);
  g_test_add_func ("/reconcile/kinds/excess-refund", test_excess_refund);
  g_test_add_func ("/reconcile/kinds/discounted-sum", test_discounted_sum);
  g_test_add_func ("/reconcile/kinds/refund", test_refund);
  g_test_add_func ("/reconcile/kinds/own-transfer", test_own_transfer);
  g_test_add_func ("/reconcile/kinds/own-words-of-customer", test_own_words_of_customer);
  g_test_add_func ("/reconcile/kinds/near-misses", test_near_misses);
  g_test_add_func ("/reconcile/kinds/ends-of-numbers", test_ends_of_numbers);
  g_test_add_func ("/reconcile/kinds/words-of-nobody", test_words_of_nobody);
  g_test_add_func ("/reconcile/kinds/cancelled", test_cancelled_invoice);
  return g_test_run ();
}
