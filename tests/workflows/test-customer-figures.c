/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of customers: its figures are the ledger's, its filters count what they pass, its orders hold. */
#include "acq-customer-query.h"
#include "acq-example-job.h"
#include "acq-fact-entry.h"
#include "acq-next-step-text.h"
#include "acq-payer-entry.h"
#include "acq-settings-repository.h"
#include "import-case.h"

static AcqCompanyView *
read_view (AcqCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (file, &error);
  AcqCompanyView *view = acq_company_view_complete (partial, file, NULL, &error);

  g_assert_no_error (error);
  return view;
}

static AcqCompanyView *
read_example (StoreCase *self)
{
  g_autoptr (GError) error = NULL;

  acq_company_file_close (self->file);
  g_free (self->path);
  self->path = store_case_path (self, "example.acquit");
  self->file = acq_example_build (self->path, store_case_clock (), self->folder, NULL, &error);
  g_assert_no_error (error);
  self->connection = acq_company_file_connection (self->file);
  return read_view (self->file);
}

/* The figures of each customer alone are those of the list, and all of them are the ledger's. */
static void
test_sums (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCompanyView) view = read_example (self);
  g_autoptr (AcqCustomerListing) listing = acq_customer_listing_new (view);
  gint64 sum = 0, owed = 0;

  for (guint i = 0; i < view->books->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = view->books->ledger->invoices->pdata[i];

      if (!invoice->cancelled && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        owed += invoice->balance;
    }
  for (guint i = 0; i < listing->rows->len; i++)
    {
      const AcqCustomerFigures *row = acq_customer_listing_row (listing, i);
      g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (view, row->customer);
      AcqCustomerFigures alone = acq_customer_figures_of (account);

      sum += row->outstanding;
      g_assert_cmpint (alone.outstanding, ==, row->outstanding);
      g_assert_cmpint (alone.overdue, ==, row->overdue);
      g_assert_cmpuint (alone.n_overdue, ==, row->n_overdue);
      g_assert_cmpint (alone.oldest_days, ==, row->oldest_days);
      g_assert_cmpint (alone.habit_known, ==, row->habit_known);
      g_assert_cmpint (alone.habit, ==, row->habit);
      g_assert_cmpint (alone.limit_used, ==, row->limit_used);
      g_assert_cmpint (alone.next.kind, ==, row->next.kind);
      g_assert_cmpint (alone.next.day, ==, row->next.day);
      g_assert_true ((row->overdue > 0) == (row->oldest_days > 0));
      g_assert_true (acq_customer_listing_find (listing, row->customer->code) == row);
    }
  g_assert_cmpint (sum, ==, owed);
  g_assert_cmpint (sum, >, 0);
}

static gint64
value_of (const AcqCustomerFigures *row, AcqCustomerOrder order)
{
  switch (order)
    {
    case ACQ_CUSTOMER_ORDER_OUTSTANDING:
      return row->outstanding;
    case ACQ_CUSTOMER_ORDER_OVERDUE:
      return row->overdue;
    case ACQ_CUSTOMER_ORDER_OLDEST:
      return row->oldest_days;
    case ACQ_CUSTOMER_ORDER_LIMIT:
      return row->limit_used;
    default:
      return 0;
    }
}

static void
assert_ordered (const AcqCustomerListing *listing, const AcqCustomerQuery *query, guint expected)
{
  g_autoptr (GArray) rows = acq_customer_listing_select (listing, query);

  g_assert_cmpuint (rows->len, ==, expected);
  for (guint i = 0; i < rows->len; i++)
    {
      const AcqCustomerFigures *row = acq_customer_listing_row (listing, g_array_index (rows, guint, i));
      const AcqCustomerFigures *before
        = i == 0 ? row : acq_customer_listing_row (listing, g_array_index (rows, guint, i - 1));

      g_assert_true (acq_customer_figures_pass (row, query->filter));
      if (query->order == ACQ_CUSTOMER_ORDER_LIMIT && row->limit_used < 0)
        continue;
      if (query->descending)
        g_assert_cmpint (value_of (before, query->order), >=, value_of (row, query->order));
      else
        g_assert_cmpint (value_of (before, query->order), <=, value_of (row, query->order));
    }
}

static void
test_queries (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCompanyView) view = read_example (self);
  g_autoptr (AcqCustomerListing) listing = acq_customer_listing_new (view);

  g_assert_cmpuint (listing->counts[ACQ_CUSTOMER_FILTER_ALL], ==, listing->rows->len);
  g_assert_cmpuint (listing->counts[ACQ_CUSTOMER_FILTER_OVERDUE], >, 0);
  for (int filter = 0; filter < ACQ_N_CUSTOMER_FILTERS; filter++)
    for (int order = 0; order <= ACQ_CUSTOMER_ORDER_NEXT; order++)
      for (int descending = 0; descending < 2; descending++)
        assert_ordered (
          listing,
          &(AcqCustomerQuery){ (AcqCustomerFilter) filter, NULL, (AcqCustomerOrder) order, descending },
          listing->counts[filter]);
}

/* Words are searched from their beginnings, whatever their accents and order. */
static void
test_search (void)
{
  static const struct
  {
    const char *words;
    guint found;
  } cases[] = {
    { "perr", 1 }, { "architectes perrin", 1 }, { "HOTEL", 1 }, { "doubs", 1 }, { "oubs", 0 }, { "c1", 1 },
    { "", 2 },     { "perrin doubs", 0 },
  };
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCompanyView) view = NULL;
  g_autoptr (AcqCustomerListing) listing = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/11/2026;01/12/2026;C1;Perrin Architectes;1200,00;;\n"
                             "F2;01/11/2026;01/12/2026;C2;Hôtel du Doubs;50,00;;\n",
                    "2 0 0 0");
  view = read_view (self->file);
  listing = acq_customer_listing_new (view);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqCustomerQuery query = { .words = cases[i].words };
      g_autoptr (GArray) rows = acq_customer_listing_select (listing, &query);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (rows->len, ==, cases[i].found);
    }
}

static void
assert_next (StoreCase *self, const char *code, AcqNextKind kind, const char *words)
{
  g_autoptr (AcqCompanyView) view = read_view (self->file);
  g_autoptr (AcqCustomerListing) listing = acq_customer_listing_new (view);
  const AcqCustomerFigures *row = acq_customer_listing_find (listing, code);
  g_autofree char *text = acq_next_step_text (&row->next, view->books->today);

  g_assert_cmpint (row->next.kind, ==, kind);
  g_assert_cmpstr (text, ==, words);
}

/* Nothing, a message, and what holds it back. */
static void
test_next (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  AcqNoteEntry promise = { .kind = ACQ_NOTE_KIND_PROMISE, .number = "F1", .amount = -1, .day = ACQ_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/10/2026;01/11/2026;C1;Perrin Architectes;1200,00;;\n"
                             "F2;01/11/2026;01/12/2026;C2;Hôtel du Doubs;50,00;;\n",
                    "2 0 0 0");
  assert_next (self, "C2", ACQ_NEXT_NOTHING, "nothing to do");
  assert_next (self, "C1", ACQ_NEXT_MESSAGE, "Courteous reminder Tuesday");
  promise.until = acq_day_parse_iso ("2026-11-27");
  acq_fact_enter_note (self->file, &promise, &id, &error);
  g_assert_no_error (error);
  assert_next (self, "C1", ACQ_NEXT_HELD, "Promise on 27\u00a0Nov");
}

/* However often a payer was confirmed, he is forgotten at once, and no other with him. */
static void
test_forget (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;01/10/2026;01/11/2026;C1;Perrin Architectes;1200,00;;\n",
                    "1 0 0 0");
  for (int i = 0; i < 3; i++)
    g_assert_true (acq_settings_repository_learn_payer (self->connection, "PERRIN ARCHI", FALSE, 1, NULL));
  g_assert_true (acq_settings_repository_learn_payer (self->connection, "PERRIN", FALSE, 1, NULL));
  g_assert_true (acq_payer_entry_forget (self->file, "C1", "PERRIN ARCHI", &error));
  g_assert_no_error (error);
  import_case_expect (self, "SELECT group_concat(key) FROM payer_alias", "PERRIN");
  g_assert_false (acq_payer_entry_forget (self->file, "C7", "PERRIN", &error));
  g_assert_nonnull (error);
  store_case_assert_sound (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-figures/sums", test_sums);
  g_test_add_func ("/customer-figures/queries", test_queries);
  g_test_add_func ("/customer-figures/search", test_search);
  g_test_add_func ("/customer-figures/next", test_next);
  g_test_add_func ("/customer-figures/forget", test_forget);
  return g_test_run ();
}
