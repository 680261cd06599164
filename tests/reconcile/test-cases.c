/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One small ledger a case: what is proposed, how surely, and on what evidence. */
#include "ledger-builder.h"

#define DAY(n) (acq_day_new (2026, 3, 1) + (n))
#define TODAY  acq_day_new (2026, 11, 20)

static void
assert_proposal (const AcqLedger *ledger, const AcqTransaction *transaction, const char *expected)
{
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_autofree char *text = describe_proposal (ledger, find_proposal (result, transaction));

  g_assert_cmpstr (text, ==, expected);
}

/* A customer with two odd invoices, and strangers who give the words of names their weight. */
static AcqLedger *
make_ledger (AcqCustomer **ret_customer)
{
  AcqLedger *ledger = acq_ledger_new ();

  *ret_customer = build_customer (ledger, "Menuiserie Vasseur SARL");
  build_customer (ledger, "Garage Poulain");
  build_customer (ledger, "Hotel du Belvedere");
  build_invoice (ledger, *ret_customer, "FA26-0011", DAY (0), 81734);
  build_invoice (ledger, *ret_customer, "FA26-0012", DAY (5), 40211);
  return ledger;
}

static void
test_name_and_amount (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  assert_proposal (ledger,
                   build_transaction (ledger, DAY (20), 40211, "VIR SEPA RECU /DE MENUISERIE VASSEUR /MOTIF"),
                   "FA26-0012=40211 sure exact_amount payer_name");
}

/* A longer name that holds the customer's may be a stranger's, and no invoice is paid for sure before it is issued. */
static void
test_doubtful_payments (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *other, *early;

  other = build_transaction (ledger, DAY (20), 40211, "VIR SEPA RECU /DE MENUISERIE VASSEUR TOITURES /MOTIF");
  assert_proposal (ledger, other, "FA26-0012=40211 probable exact_amount payer_name");
  other->ignored = TRUE;
  early = build_transaction (ledger, DAY (3), 40211, "VIR SEPA RECU /DE MENUISERIE VASSEUR /MOTIF");
  assert_proposal (ledger, early, "FA26-0012=40211 probable exact_amount payer_name");
}

/* Of two equal invoices the later payment names the first, but only because the earlier payment came back. */
static void
test_payment_that_comes_back (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *first = build_transaction (ledger, DAY (20), 81734, "VIR SEPA RECU /DE MENUISERIE VASSEUR");
  AcqTransaction *back;

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 81734);
  build_transaction (ledger, DAY (40), 81734, "VIR SEPA RECU /DE MENUISERIE VASSEUR /MOTIF FA26-0011");
  assert_proposal (ledger, first, "FA26-0013=81734 sure exact_amount payer_name");
  back = build_transaction (ledger, DAY (25), -81734, "REJET VIR MENUISERIE VASSEUR");
  back->returned = TRUE;
  assert_proposal (ledger, first, "FA26-0013=81734 probable exact_amount payer_name");
}

/* What another invoice got too much makes up just the rest of the one that is named; but it says "acompte". */
static void
test_deposit_beside_excess (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_receipt (ledger, NULL, ledger->invoices->pdata[0], DAY (9), 81734 + 28148);
  acq_ledger_derive_balances (ledger);
  assert_proposal (
    ledger, build_transaction (ledger, DAY (20), 12063, "VIR SEPA RECU /DE MENUISERIE VASSEUR /MOTIF ACOMPTE FA26-0012"),
    "FA26-0012=12063 probable reference_in_label payer_name partial_deposit_words");
}

static void
test_amount_alone (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIREMENT"),
                   "FA26-0012=40211 probable exact_amount");
}

static void
test_whole_balance (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  assert_proposal (ledger, build_transaction (ledger, DAY (20), 121945, "VIR MENUISERIE VASSEUR"),
                   "FA26-0011=81734 FA26-0012=40211 sure exact_sum payer_name whole_balance");
}

static void
test_twin_is_never_sure (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 40211);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR"),
                   "FA26-0012=40211 probable exact_amount payer_name");
}

static void
test_reference_tells_twins_apart (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 40211);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR FA260013"),
                   "FA26-0013=40211 sure exact_amount reference_in_label payer_name");
}

static void
test_reference_to_another_invoice_blocks (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR FA260011"),
                   "FA26-0012=40211 probable exact_amount payer_name");
}

static void
test_unknown_number_blocks (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR FA260099"),
                   "FA26-0012=40211 probable exact_amount payer_name");
}

static void
test_end_to_end (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 81734, "VIR INCONNU");

  transaction->end_to_end = g_strdup ("FA26-0011");
  assert_proposal (ledger, transaction, "FA26-0011=81734 sure exact_amount end_to_end_reference");
}

static void
test_creditor_reference (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 12345, "VIR INCONNU RF83FA20260042");

  build_invoice (ledger, customer, "FA20260042", DAY (7), 12345);
  assert_proposal (ledger, transaction, "FA20260042=12345 sure exact_amount creditor_reference");
}

static void
test_round_price_is_no_proof (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_invoice (ledger, customer, "FA26-0014", DAY (7), 60000);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 60000, "VIR MENUISERIE VASSEUR"),
                   "FA26-0014=60000 probable exact_amount payer_name");
}

static void
test_deposit_and_balance (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *deposit
    = build_transaction (ledger, DAY (10), 30000, "VIR MENUISERIE VASSEUR ACOMPTE FA26-0011");
  AcqTransaction *rest
    = build_transaction (ledger, DAY (30), 51734, "VIR MENUISERIE VASSEUR SOLDE FA26-0011");

  assert_proposal (ledger, deposit,
                   "FA26-0011=30000 sure reference_in_label payer_name partial_deposit_words");
  assert_proposal (ledger, rest, "FA26-0011=51734 sure exact_amount reference_in_label payer_name");
}

static void
test_credit_note_is_netted (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_invoice (ledger, customer, "AV26-0002", DAY (8), -6017);
  assert_proposal (
    ledger, build_transaction (ledger, DAY (20), 34194, "VIR MENUISERIE VASSEUR"),
    "AV26-0002=-6017 FA26-0012=40211 sure exact_sum payer_name contiguous_run credit_note_netted");
}

static void
test_short_references (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 99917);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 181651, "VIR MENUISERIE VASSEUR FACT 11-13"),
                   "FA26-0011=81734 FA26-0013=99917 probable exact_sum short_reference payer_name");
}

static void
test_holding_asks (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqCustomer *other = ledger->customers->pdata[1];

  build_invoice (ledger, other, "FA26-0015", DAY (9), 10009);
  build_alias (ledger, "GROUPE HORIZON", customer);
  build_alias (ledger, "GROUPE HORIZON", other);
  assert_proposal (
    ledger, build_transaction (ledger, DAY (20), 131954, "VIR GROUPE HORIZON"),
    "FA26-0011=81734 FA26-0012=40211 FA26-0015=10009 probable exact_sum payer_known whole_balance");
}

static void
test_alias_with_rival_amount (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 40211, "VIR GROUPE HORIZON");

  build_alias (ledger, "GROUPE HORIZON", customer);
  assert_proposal (ledger, transaction, "FA26-0012=40211 sure exact_amount payer_known");
  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0016", DAY (9), 40211);
  assert_proposal (ledger, transaction, "FA26-0012=40211 probable exact_amount payer_known");
}

static void
test_iban (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 81734, "VIREMENT");

  transaction->counterparty_iban = g_strdup ("FR7630006000011234567890189");
  build_alias (ledger, "FR7630006000011234567890189", customer);
  ((AcqPayerAlias *) ledger->aliases->pdata[0])->is_iban = TRUE;
  assert_proposal (ledger, transaction, "FA26-0011=81734 sure exact_amount payer_iban");
}

static void
test_other_currency_never (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction
    = build_transaction (ledger, DAY (20), 81734, "VIR MENUISERIE VASSEUR FA26-0011");

  transaction->currency = acq_currency_parse ("CHF");
  assert_proposal (ledger, transaction, "");
}

static void
test_what_is_no_candidate (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 55511, "VIR MENUISERIE VASSEUR");
  AcqInvoice *invoice = build_invoice (ledger, customer, "FA26-0017", DAY (9), 55511);

  build_invoice (ledger, customer, "FA26-0018", DAY (60), 55511);
  invoice->factored = TRUE;
  assert_proposal (ledger, transaction, "FA26-0011=55511 probable payer_name due_order");
  invoice->factored = FALSE;
  invoice->cancelled = TRUE;
  assert_proposal (ledger, transaction, "FA26-0011=55511 probable payer_name due_order");
  invoice->cancelled = FALSE;
  assert_proposal (ledger, transaction, "FA26-0017=55511 sure exact_amount payer_name");
}

static void
test_fees_and_later_lines_are_left_alone (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, TODAY + 1, 81734, "VIR MENUISERIE VASSEUR");
  g_autoptr (AcqReconciliation) result = NULL;

  build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR")->means = ACQ_MEANS_FEE;
  build_transaction (ledger, DAY (20), -40211, "VIR EMIS MENUISERIE VASSEUR");
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_null (find_proposal (result, transaction));
  g_assert_cmpuint (result->proposals->len, ==, 0);
  g_assert_cmpuint (result->unmatched->len, ==, 0);
}

static void
test_earlier_receipt_makes_suspect (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);

  build_transaction (ledger, DAY (10), 77777, "VIR MENUISERIE VASSEUR");
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR"),
                   "FA26-0012=40211 probable exact_amount payer_name");
}

static void
test_paid_twice (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *first = build_transaction (ledger, DAY (10), 40211, "VIR MENUISERIE VASSEUR");

  build_transaction (ledger, DAY (12), 40211, "VIR MENUISERIE VASSEUR");
  assert_proposal (ledger, first, "FA26-0012=40211 probable exact_amount payer_name");
}

static void
test_returned (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *paid = build_transaction (ledger, DAY (10), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *back = build_transaction (ledger, DAY (14), -40211, "IMPAYE MENUISERIE VASSEUR");
  AcqTransaction *again = build_transaction (ledger, DAY (30), 40211, "VIR MENUISERIE VASSEUR FA26-0012");

  back->returned = TRUE;
  build_receipt (ledger, paid, ledger->invoices->pdata[1], DAY (10), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, back, "FA26-0012=-40211 sure exact_amount payer_name returned_payment");
  assert_proposal (ledger, again, "FA26-0012=40211 sure exact_amount reference_in_label payer_known");
}

static void
test_returned_without_a_tie (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *paid = build_transaction (ledger, DAY (10), 40211, "REMISE CHEQUES 12");
  AcqTransaction *back = build_transaction (ledger, DAY (14), -40211, "CHEQUE IMPAYE");

  back->returned = TRUE;
  build_receipt (ledger, paid, ledger->invoices->pdata[1], DAY (10), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, back, "FA26-0012=-40211 probable exact_amount returned_payment");
  paid->cheque_number = g_strdup ("0004711");
  back->cheque_number = g_strdup ("0004711");
  assert_proposal (ledger, back, "FA26-0012=-40211 sure exact_amount returned_payment cheque_number");
}

static void
test_cheques_in_hand (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *deposit = build_transaction (ledger, DAY (20), 121945, "REMISE CHEQUES 0000123");
  g_autoptr (AcqReconciliation) result = NULL;

  deposit->means = ACQ_MEANS_CHEQUE;
  for (guint i = 0; i < 2; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      AcqReceipt *cheque = build_receipt (ledger, NULL, invoice, DAY (18), invoice->total);

      cheque->means = ACQ_MEANS_CHEQUE;
      cheque->state = ACQ_RECEIPT_STATE_IN_HAND;
    }
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, deposit, "FA26-0011=81734 FA26-0012=40211 probable exact_sum cheque_in_hand");
  result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  g_assert_cmpuint (find_proposal (result, deposit)->replaced->len, ==, 2);
}

/* A cheque lies in the drawer for it: the transfer pays something else, or twice. */
static void
test_in_flight_blocks (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqReceipt *cheque = build_receipt (ledger, NULL, ledger->invoices->pdata[1], DAY (18), 40211);

  cheque->means = ACQ_MEANS_CHEQUE;
  cheque->state = ACQ_RECEIPT_STATE_IN_HAND;
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR"),
                   "FA26-0012=40211 probable exact_amount payer_name");
}

static AcqTransaction *
new_child (const AcqTransaction *entry, gint64 amount, const char *label)
{
  AcqTransaction *child = acq_transaction_new ();

  child->booked = entry->booked;
  child->amount = amount;
  child->label = g_strdup (label);
  child->means = ACQ_MEANS_TRANSFER;
  return child;
}

static void
test_batch (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *batch = build_transaction (ledger, DAY (20), 50220, "VIREMENTS RECUS");

  build_invoice (ledger, ledger->customers->pdata[1], "FA26-0019", DAY (9), 10009);
  batch->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  g_ptr_array_add (batch->children, new_child (batch, 40211, "MENUISERIE VASSEUR"));
  g_ptr_array_add (batch->children, new_child (batch, 10009, "GARAGE POULAIN"));
  assert_proposal (ledger, batch, "FA26-0012=40211 FA26-0019=10009 sure exact_amount payer_name");
}

static void
test_retention_is_left (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqInvoice *invoice = build_invoice (ledger, customer, "FA26-0020", DAY (9), 200020);

  g_array_set_size (invoice->due_items, 0);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, DAY (39), 190019);
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, DAY (400), 10001);
  acq_invoice_spread_settled (invoice, 0);
  assert_proposal (ledger, build_transaction (ledger, DAY (40), 190019, "VIR MENUISERIE VASSEUR"),
                   "FA26-0020=190019 sure exact_amount payer_name");
}

static void
test_partly_matched (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 121945, "VIR MENUISERIE VASSEUR");

  build_receipt (ledger, transaction, ledger->invoices->pdata[0], DAY (20), 81734)->amount = 121945;
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction, "FA26-0012=40211 sure exact_amount payer_known");
}

static void
test_could_settle (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *unknown = build_transaction (ledger, DAY (20), 999999, "VIR MENUISERIE VASSEUR");
  AcqTransaction *stranger = build_transaction (ledger, DAY (21), 4711, "VIR CPAM DU GARD");
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);

  g_assert_cmpuint (find_unmatched (result, unknown)->could_settle->len, ==, 2);
  g_assert_cmpuint (find_unmatched (result, stranger)->could_settle->len, ==, 0);
}

/* One bank line for the first invoice, which is paid in the books, while another one of its amount is open. */
static AcqTransaction *
build_recorded (AcqLedger *ledger, const AcqCustomer *customer)
{
  build_invoice (ledger, customer, "FA26-0013", DAY (6), 40211);
  return build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR");
}

static void
test_recorded_receipt_is_a_rival (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_recorded (ledger, customer);
  AcqReceipt *receipt = build_receipt (ledger, NULL, ledger->invoices->pdata[1], DAY (27), 40211);

  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction, "FA26-0013=40211 probable exact_amount payer_name");
  receipt->means = ACQ_MEANS_CASH;
  assert_proposal (ledger, transaction, "FA26-0013=40211 sure exact_amount payer_name");
  receipt->means = ACQ_MEANS_CHEQUE;
  receipt->source = ACQ_RECEIPT_SOURCE_LEDGER;
  receipt->day = DAY (20 - 31);
  assert_proposal (ledger, transaction, "FA26-0013=40211 probable exact_amount payer_name");
  receipt->day = DAY (20 - 32);
  assert_proposal (ledger, transaction, "FA26-0013=40211 sure exact_amount payer_name");
}

static void
test_reference_outweighs_recorded_receipt (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction
    = build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR FA26-0013");

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 80422);
  ((AcqInvoice *) ledger->invoices->pdata[2])->prepaid = 40211;
  build_receipt (ledger, NULL, ledger->invoices->pdata[1], DAY (20), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction,
                   "FA26-0013=40211 probable exact_amount reference_in_label payer_name");
  ((AcqInvoice *) ledger->invoices->pdata[2])->prepaid = 0;
  ((AcqInvoice *) ledger->invoices->pdata[2])->total = 40211;
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction, "FA26-0013=40211 sure exact_amount reference_in_label payer_name");
}

static void
test_recorded_group_is_a_rival (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 121945, "VIR MENUISERIE VASSEUR");
  AcqReceipt *second;

  build_invoice (ledger, customer, "FA26-0013", DAY (6), 121945);
  build_receipt (ledger, NULL, ledger->invoices->pdata[0], DAY (18), 81734);
  second = build_receipt (ledger, NULL, ledger->invoices->pdata[1], DAY (20), 40211);
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction, "FA26-0013=121945 probable exact_amount payer_name usual_delay");
  second->day = DAY (36);
  assert_proposal (ledger, transaction, "FA26-0013=121945 sure exact_amount payer_name");
}

static void
test_prepaid_is_a_rival (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_recorded (ledger, customer);
  AcqInvoice *paid = ledger->invoices->pdata[1];

  paid->prepaid = paid->total;
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction, "FA26-0013=40211 probable exact_amount payer_name");
  paid->issued = DAY (20 - 401);
  assert_proposal (ledger, transaction, "FA26-0013=40211 sure exact_amount payer_name");
}

static void
test_prepaid_in_a_combination (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *transaction = build_transaction (ledger, DAY (20), 121945, "VIR MENUISERIE VASSEUR");
  AcqInvoice *paid = build_invoice (ledger, customer, "FA26-0010", DAY (-3), 40211);

  paid->prepaid = paid->total;
  acq_ledger_derive_balances (ledger);
  assert_proposal (ledger, transaction,
                   "FA26-0011=81734 FA26-0012=40211 probable exact_sum payer_name whole_balance");
}

static void
test_advance_holds_the_later_invoice (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  AcqTransaction *advance = build_transaction (ledger, DAY (-20), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *too_early = build_transaction (ledger, DAY (5 - 366), 40211, "VIR MENUISERIE VASSEUR");
  AcqTransaction *other = build_transaction (ledger, DAY (-20), 40212, "VIR MENUISERIE VASSEUR");
  g_autoptr (AcqReconciliation) result = acq_reconciliation_run (ledger, TODAY, NULL, NULL, NULL);
  const AcqUnmatchedReceipt *unmatched = find_unmatched (result, advance);

  g_assert_cmpuint (unmatched->could_settle->len, ==, 1);
  g_assert_cmpint (g_array_index (unmatched->could_settle, gint64, 0), ==, 2);
  g_assert_cmpuint (find_unmatched (result, too_early)->could_settle->len, ==, 0);
  g_assert_cmpuint (find_unmatched (result, other)->could_settle->len, ==, 0);
}

static void
test_cancelling (void)
{
  AcqCustomer *customer;
  g_autoptr (AcqLedger) ledger = make_ledger (&customer);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  build_transaction (ledger, DAY (20), 40211, "VIR MENUISERIE VASSEUR");
  g_cancellable_cancel (cancellable);
  g_assert_null (acq_reconciliation_run (ledger, TODAY, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/cases/name-and-amount", test_name_and_amount);
  g_test_add_func ("/reconcile/cases/doubtful-payments", test_doubtful_payments);
  g_test_add_func ("/reconcile/cases/payment-that-comes-back", test_payment_that_comes_back);
  g_test_add_func ("/reconcile/cases/deposit-beside-excess", test_deposit_beside_excess);
  g_test_add_func ("/reconcile/cases/amount-alone", test_amount_alone);
  g_test_add_func ("/reconcile/cases/whole-balance", test_whole_balance);
  g_test_add_func ("/reconcile/cases/twin", test_twin_is_never_sure);
  g_test_add_func ("/reconcile/cases/reference-tells-twins-apart", test_reference_tells_twins_apart);
  g_test_add_func ("/reconcile/cases/reference-to-another", test_reference_to_another_invoice_blocks);
  g_test_add_func ("/reconcile/cases/unknown-number", test_unknown_number_blocks);
  g_test_add_func ("/reconcile/cases/end-to-end", test_end_to_end);
  g_test_add_func ("/reconcile/cases/creditor-reference", test_creditor_reference);
  g_test_add_func ("/reconcile/cases/round-price", test_round_price_is_no_proof);
  g_test_add_func ("/reconcile/cases/deposit-and-balance", test_deposit_and_balance);
  g_test_add_func ("/reconcile/cases/credit-note", test_credit_note_is_netted);
  g_test_add_func ("/reconcile/cases/short-references", test_short_references);
  g_test_add_func ("/reconcile/cases/holding", test_holding_asks);
  g_test_add_func ("/reconcile/cases/alias-with-rival", test_alias_with_rival_amount);
  g_test_add_func ("/reconcile/cases/iban", test_iban);
  g_test_add_func ("/reconcile/cases/other-currency", test_other_currency_never);
  g_test_add_func ("/reconcile/cases/no-candidate", test_what_is_no_candidate);
  g_test_add_func ("/reconcile/cases/left-alone", test_fees_and_later_lines_are_left_alone);
  g_test_add_func ("/reconcile/cases/suspect", test_earlier_receipt_makes_suspect);
  g_test_add_func ("/reconcile/cases/paid-twice", test_paid_twice);
  g_test_add_func ("/reconcile/cases/returned", test_returned);
  g_test_add_func ("/reconcile/cases/returned-without-a-tie", test_returned_without_a_tie);
  g_test_add_func ("/reconcile/cases/cheques-in-hand", test_cheques_in_hand);
  g_test_add_func ("/reconcile/cases/in-flight", test_in_flight_blocks);
  g_test_add_func ("/reconcile/cases/batch", test_batch);
  g_test_add_func ("/reconcile/cases/retention", test_retention_is_left);
  g_test_add_func ("/reconcile/cases/partly-matched", test_partly_matched);
  g_test_add_func ("/reconcile/cases/could-settle", test_could_settle);
  g_test_add_func ("/reconcile/cases/recorded-receipt", test_recorded_receipt_is_a_rival);
  g_test_add_func ("/reconcile/cases/recorded-receipt-and-reference",
                   test_reference_outweighs_recorded_receipt);
  g_test_add_func ("/reconcile/cases/recorded-group", test_recorded_group_is_a_rival);
  g_test_add_func ("/reconcile/cases/prepaid", test_prepaid_is_a_rival);
  g_test_add_func ("/reconcile/cases/prepaid-in-combination", test_prepaid_in_a_combination);
  g_test_add_func ("/reconcile/cases/advance", test_advance_holds_the_later_invoice);
  g_test_add_func ("/reconcile/cases/cancelling", test_cancelling);
  return g_test_run ();
}
