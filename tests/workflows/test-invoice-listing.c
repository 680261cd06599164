/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-view.h"
#include "acq-fact-entry.h"
#include "acq-invoice-query.h"
#include "acq-invoice-state-text.h"
#include "acq-shared-note.h"
#include "import-case.h"

#define FRIDAY acq_day_new (2026, 11, 20)

/* One late by 95 days, one by 10, one not due, one paid and a credit note, of three customers. */
static void
fill (StoreCase *self)
{
  import_case_read (self, "a.csv",
                    INVOICES "F2026-0001;17/07/2026;17/08/2026;C1;Zéphyr SARL;980,00;;\n"
                             "F2026-0002;10/10/2026;10/11/2026;C2;Étude Perrin;986,40;;\n"
                             "F2026-0003;10/11/2026;10/12/2026;C2;Étude Perrin;496,00;;\n"
                             "F2026-0004;01/06/2026;01/07/2026;C3;Boulangerie Martin;120,00;120,00;\n"
                             "A2026-0001;12/10/2026;12/10/2026;C3;Boulangerie Martin;-50,00;;\n",
                    "5 0 0 0");
}

static AcqInvoiceListing *
read_listing (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, self->file, NULL, &error);

  g_assert_no_error (error);
  return acq_invoice_listing_new (view);
}

static void
note (StoreCase *self, AcqNoteEntry entry)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  acq_fact_enter_note (self->file, &entry, &id, &error);
  g_assert_no_error (error);
}

static const AcqInvoiceLine *
find (const AcqInvoiceListing *listing, const char *number)
{
  guint place = 0;

  g_assert_true (acq_invoice_listing_find (listing, number, &place));
  return acq_invoice_listing_line (listing, place);
}

static void
assert_state (StoreCase *self, const char *number, const char *state)
{
  g_autoptr (AcqInvoiceListing) listing = read_listing (self);

  g_assert_cmpstr (acq_invoice_state_to_code (find (listing, number)->state), ==, state);
}

/* The numbers that a query shows, in their order. */
static void
assert_query (const AcqInvoiceListing *listing, AcqInvoiceQuery query, const char *expected)
{
  g_autoptr (GArray) places = acq_invoice_listing_select (listing, &query);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (
      numbers, "%s%s", i == 0 ? "" : " ",
      acq_invoice_listing_line (listing, g_array_index (places, guint, i))->invoice->number);
  g_assert_cmpstr (numbers->str, ==, expected);
}

static void
test_filters (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;
  const guint expected[ACQ_N_INVOICE_FILTERS] = { 3, 1, 2, 0, 0, 1, 0, 0, 1, 1, 1, 5 };

  fill (self);
  listing = read_listing (self);
  for (guint filter = 0; filter < ACQ_N_INVOICE_FILTERS; filter++)
    {
      AcqInvoiceQuery query = { .filter = (AcqInvoiceFilter) filter };
      g_autoptr (GArray) places = acq_invoice_listing_select (listing, &query);
      AcqInvoiceFilter again;

      g_assert_cmpuint (listing->counts[filter], ==, expected[filter]);
      g_assert_cmpuint (places->len, ==, expected[filter]);
      g_assert_true (acq_invoice_filter_from_code (acq_invoice_filter_to_code (query.filter), &again));
      g_assert_cmpint (again, ==, query.filter);
    }
  g_assert_cmpint (find (listing, "F2026-0001")->days_late, ==, 95);
  g_assert_cmpint (find (listing, "F2026-0003")->days_late, ==, 0);
}

static void
test_orders (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;

  fill (self);
  listing = read_listing (self);
  assert_query (listing, (AcqInvoiceQuery){ .order = ACQ_INVOICE_ORDER_LATE, .descending = TRUE },
                "F2026-0001 F2026-0002 F2026-0003");
  assert_query (listing, (AcqInvoiceQuery){ .order = ACQ_INVOICE_ORDER_BALANCE, .descending = TRUE },
                "F2026-0002 F2026-0001 F2026-0003");
  assert_query (listing, (AcqInvoiceQuery){ .order = ACQ_INVOICE_ORDER_NUMBER, .descending = TRUE },
                "F2026-0003 F2026-0002 F2026-0001");
  assert_query (listing, (AcqInvoiceQuery){ .order = ACQ_INVOICE_ORDER_DUE },
                "F2026-0001 F2026-0002 F2026-0003");
  assert_query (listing,
                (AcqInvoiceQuery){ .filter = ACQ_INVOICE_FILTER_ALL, .order = ACQ_INVOICE_ORDER_CUSTOMER },
                "F2026-0004 A2026-0001 F2026-0001 F2026-0002 F2026-0003");
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "0003", "F2026-0003" },
    { "f20260003", "F2026-0003" },
    { "perr", "F2026-0002 F2026-0003" },
    { "etude perrin 0002", "F2026-0002" },
    { "errin", "" },
    { "986,40", "F2026-0002" },
    { "986.4 €", "F2026-0002" },
    { "986", "F2026-0002" },
    { "986,41", "" },
    { "50", "A2026-0001" },
    { "120", "F2026-0004" },
    { "<b>%s", "" },
  };
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;

  fill (self);
  listing = read_listing (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_query (listing,
                  (AcqInvoiceQuery){ .filter = ACQ_INVOICE_FILTER_ALL,
                                     .text = cases[i].text,
                                     .order = ACQ_INVOICE_ORDER_NUMBER },
                  cases[i].expected);
}

static void
test_states (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) error = NULL;
  AcqReceiptState state;

  fill (self);
  assert_state (self, "F2026-0001", "overdue");
  assert_state (self, "F2026-0003", "not_due");
  assert_state (self, "F2026-0004", "paid");
  assert_state (self, "A2026-0001", "credit_note");
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_PROMISE,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = FRIDAY - 9,
                              .until = FRIDAY - 7 });
  assert_state (self, "F2026-0001", "promise_broken");
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_PROMISE,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = FRIDAY - 5,
                              .until = FRIDAY - 1 });
  assert_state (self, "F2026-0001", "promise_awaited");
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_PROMISE,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = FRIDAY,
                              .until = FRIDAY + 7 });
  assert_state (self, "F2026-0001", "promised");
  acq_fact_enter_payment (
    self->file, &(AcqPaymentEntry){ "F2026-0002", 98640, FRIDAY, ACQ_MEANS_CHEQUE, NULL }, &state, &error);
  g_assert_no_error (error);
  assert_state (self, "F2026-0002", "cheque_in_hand");
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_DISPUTE,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = FRIDAY,
                              .until = ACQ_DAY_NONE });
  assert_state (self, "F2026-0001", "disputed");
}

static void
test_words (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;
  g_autofree char *awaited = NULL, *late = NULL, *due = NULL;

  fill (self);
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_PROMISE,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = FRIDAY - 5,
                              .until = FRIDAY - 1 });
  listing = read_listing (self);
  awaited = acq_invoice_state_text (find (listing, "F2026-0001"), FRIDAY);
  late = acq_invoice_lateness_text (find (listing, "F2026-0001"), FRIDAY);
  due = acq_invoice_lateness_text (find (listing, "F2026-0003"), FRIDAY);
  g_assert_cmpstr (awaited, ==, "Promise expected yesterday");
  g_assert_cmpstr (late, ==, "95 days late");
  g_assert_cmpstr (due, ==, "Falls due on 10\u00a0December");
}

/* What is shown adds up, each currency for itself. */
static void
test_sums (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;
  g_autoptr (GArray) places = NULL, sums = NULL;
  AcqInvoiceQuery query = { .filter = ACQ_INVOICE_FILTER_ALL };

  fill (self);
  store_case_tamper (self, "UPDATE invoice SET currency = 'CHF' WHERE number = 'F2026-0001'");
  listing = read_listing (self);
  places = acq_invoice_listing_select (listing, &query);
  sums = acq_invoice_listing_sums (listing, places, FALSE);
  g_assert_cmpuint (sums->len, ==, 2);
  g_assert_cmpstr (g_array_index (sums, AcqMoney, 0).currency.code, ==, "EUR");
  g_assert_cmpint (g_array_index (sums, AcqMoney, 0).minor, ==, 98640 + 49600 - 5000);
  g_assert_cmpstr (g_array_index (sums, AcqMoney, 1).currency.code, ==, "CHF");
  g_assert_cmpint (g_array_index (sums, AcqMoney, 1).minor, ==, 98000);
}

static void
test_nothing (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = read_listing (self);
  g_autoptr (GArray) places = acq_invoice_listing_select (listing, &(AcqInvoiceQuery){ .text = "x" });
  g_autoptr (GArray) sums = acq_invoice_listing_sums (listing, places, FALSE);
  guint place;

  g_assert_cmpuint (places->len, ==, 0);
  g_assert_cmpuint (sums->len, ==, 0);
  g_assert_false (acq_invoice_listing_find (listing, "F1", &place));
}

/* Each invoice of which something is expected stands in the week of its likely day, and in no other. */
static void
test_weeks (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqInvoiceListing) listing = NULL;
  guint n_found = 0;

  fill (self);
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_PROMISE,
                              .number = "F2026-0002",
                              .amount = -1,
                              .day = FRIDAY,
                              .until = FRIDAY + 5 });
  listing = read_listing (self);
  assert_query (listing, (AcqInvoiceQuery){ .in_week = TRUE, .week = FRIDAY + 3 }, "F2026-0002");
  for (int week = 0; week < 52; week++)
    {
      AcqInvoiceQuery query = { .in_week = TRUE, .week = FRIDAY + 3 + 7 * week };
      g_autoptr (GArray) places = acq_invoice_listing_select (listing, &query);

      n_found += places->len;
    }
  g_assert_cmpuint (n_found, ==, 3);
}

/* All or none, in one step of undo. */
static void
test_shared_note (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) error = NULL;
  AcqNoteEntry entry
    = { .kind = ACQ_NOTE_KIND_HOLD, .amount = -1, .day = ACQ_DAY_NONE, .until = FRIDAY + 14 };
  const char *const good[] = { "F2026-0001", "F2026-0002", NULL };
  const char *const bad[] = { "F2026-0003", "F2026-9999", NULL };

  fill (self);
  g_assert_false (acq_fact_enter_shared_note (self->file, &entry, bad, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  assert_state (self, "F2026-0003", "not_due");
  g_assert_true (acq_fact_enter_shared_note (self->file, &entry, good, &error));
  g_assert_no_error (error);
  assert_state (self, "F2026-0001", "held");
  assert_state (self, "F2026-0002", "held");
  store_case_assert_sound (self);
}

/* Putting many invoices aside for two weeks neither reads what one of the customers answered, nor ends what holds longer. */
static void
test_in_passing (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  AcqNoteEntry entry
    = { .kind = ACQ_NOTE_KIND_HOLD, .amount = -1, .day = ACQ_DAY_NONE, .until = FRIDAY + 14 };
  AcqNoteEntry answer = { .kind = ACQ_NOTE_KIND_ANSWER, .customer = "C2", .amount = -1, .day = ACQ_DAY_NONE };
  const char *const both[] = { "F2026-0001", "F2026-0002", NULL };

  fill (self);
  answer.until = ACQ_DAY_NONE;
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_HOLD,
                              .number = "F2026-0001",
                              .amount = -1,
                              .day = ACQ_DAY_NONE,
                              .until = FRIDAY + 60 });
  note (self, (AcqNoteEntry){ .kind = ACQ_NOTE_KIND_HOLD,
                              .number = "F2026-0002",
                              .amount = -1,
                              .day = ACQ_DAY_NONE,
                              .until = FRIDAY + 3 });
  note (self, answer);
  g_assert_true (acq_fact_enter_shared_note (self->file, &entry, both, NULL));
  import_case_expect (self,
                      "SELECT group_concat (kind || coalesce (until, ''), ' ') FROM note WHERE NOT closed",
                      "hold2027-01-19 answer hold2026-12-04 hold2026-12-04");
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invoice-listing/filters", test_filters);
  g_test_add_func ("/invoice-listing/weeks", test_weeks);
  g_test_add_func ("/invoice-listing/orders", test_orders);
  g_test_add_func ("/invoice-listing/search", test_search);
  g_test_add_func ("/invoice-listing/states", test_states);
  g_test_add_func ("/invoice-listing/words", test_words);
  g_test_add_func ("/invoice-listing/sums", test_sums);
  g_test_add_func ("/invoice-listing/nothing", test_nothing);
  g_test_add_func ("/invoice-listing/shared-note", test_shared_note);
  g_test_add_func ("/invoice-listing/in-passing", test_in_passing);
  return g_test_run ();
}
