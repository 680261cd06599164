/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"
#include "acq-payment-plan-entry.h"
#include "acq-payment-record.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)
#define TODAY     DAY ("2026-11-20")

/* Invoices F1 of 100 and F2 of 50 of one customer, F3 of 30 of another. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/11/2026;05/12/2026;C1;Dupont;100,00;;\n"
                             "F2;05/11/2026;05/12/2026;C1;Dupont;50,00;;\n"
                             "F3;05/11/2026;05/12/2026;C2;Martin;30,00;;\n",
                    "3 0 0 0");
  return self;
}

static void
test_payments (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry cheque = { "F1", 10000, TODAY - 3, ACQ_MEANS_CHEQUE, NULL };
  AcqPaymentEntry cash = { "F1", 100, TODAY, ACQ_MEANS_CASH, NULL };
  g_autoptr (GError) state_error = NULL, day = NULL, owed = NULL, none = NULL;
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &cheque, &state, NULL));
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_IN_HAND, TODAY, &state_error));
  g_assert_error (state_error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_DEPOSITED, TODAY + 1, &day));
  g_assert_error (day, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_DEPOSITED, TODAY - 1, NULL));
  import_case_expect (self, "SELECT state || state_since FROM receipt", "deposited2026-11-19");
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_CREDITED, TODAY, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "0");
  /* Unpaid after all: the invoice is owed again, and paid in another way the cheque no longer fits. */
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_RETURNED, TODAY, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  g_assert_true (acq_fact_enter_payment (self->file, &cheque, &state, NULL));
  g_assert_true (acq_connection_exec (self->connection, "UPDATE receipt SET state = 'in_hand' WHERE id = 1", NULL));
  g_assert_true (acq_payment_move (self->file, 2, ACQ_RECEIPT_STATE_CREDITED, TODAY, NULL));
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_CREDITED, TODAY, &owed));
  g_assert_error (owed, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED);
  g_assert_true (acq_payment_take_back (self->file, 2, NULL));
  g_assert_true (acq_payment_take_back (self->file, 1, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "10000");
  import_case_expect (self, "SELECT count(*) FROM receipt", "0");
  g_assert_false (acq_payment_take_back (self->file, 1, &none));
  g_assert_error (none, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT);
  g_assert_true (acq_fact_enter_payment (self->file, &cash, &state, NULL));
}

/* A payment that a bank line has come to show is the bank's word. */
static void
test_payment_shown (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry transfer = { "F1", 10000, TODAY, ACQ_MEANS_TRANSFER, NULL };
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261119 100.00 A VIR DUPONT", NULL });
  g_autoptr (GError) error = NULL, moved = NULL;
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &transfer, &state, NULL));
  import_case_read (self, "a.ofx", lines, "1 0 0 0");
  g_assert_false (acq_payment_take_back (self->file, 1, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE);
  g_assert_false (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_RETURNED, TODAY, &moved));
  g_assert_error (moved, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE);
}

static void
test_notes (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqNoteEntry promise = { ACQ_NOTE_KIND_PROMISE, "F1", NULL, -1, ACQ_DAY_NONE, TODAY + 5, NULL };
  AcqNoteEntry answer = { ACQ_NOTE_KIND_ANSWER, NULL, "C1", -1, ACQ_DAY_NONE, ACQ_DAY_NONE, "bonjour" };
  g_autoptr (GError) again = NULL, missing = NULL;
  gint64 id;

  g_assert_true (acq_fact_enter_note (self->file, &promise, &id, NULL));
  g_assert_true (acq_fact_close_note (self->file, id, NULL));
  import_case_expect (self, "SELECT action || subject || detail FROM journal ORDER BY id DESC",
                      "close_noteF1kind=promise");
  g_assert_false (acq_fact_close_note (self->file, id, &again));
  g_assert_error (again, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE);
  g_assert_false (acq_fact_close_note (self->file, 99, &missing));
  g_assert_error (missing, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE);
  g_assert_true (acq_fact_enter_note (self->file, &answer, &id, NULL));
  g_assert_true (acq_fact_mark_answers_read (self->file, "C1", NULL));
  import_case_expect (self, "SELECT count(*) FROM note WHERE NOT closed", "0");
}

static void
test_split (void)
{
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  g_autoptr (GArray) parts = acq_payment_plan_split (10001, 3, DAY ("2026-01-31"), calendar);

  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 0).amount, ==, 3300);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 2).amount, ==, 3401);
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 0).due, ==, DAY ("2026-02-02"));
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 1).due, ==, DAY ("2026-03-02"));
  g_assert_cmpint (g_array_index (parts, AcqInstalment, 2).due, ==, DAY ("2026-03-31"));
  for (gint64 total = 7; total < 60; total++)
    {
      g_autoptr (GArray) some = acq_payment_plan_split (total, 7, TODAY, calendar);
      gint64 sum = 0;

      for (guint i = 0; i < some->len; i++)
        {
          const AcqInstalment *part = &g_array_index (some, AcqInstalment, i);

          g_assert_true (part->amount > 0 && acq_business_calendar_is_working_day (calendar, part->due));
          g_assert_true (i == 0 || part->due > g_array_index (some, AcqInstalment, i - 1).due);
          sum += part->amount;
        }
      g_assert_cmpint (sum, ==, total);
    }
}

/* The example that the letters' design proves: Whit Monday follows the week-end of the 15th of May. */
static void
test_split_of_letters (void)
{
  static const char *const days[]
    = { "2026-12-15", "2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15", "2027-05-18" };
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  g_autoptr (GArray) parts = acq_payment_plan_split (2613571, 6, DAY ("2026-12-15"), calendar);

  for (guint i = 0; i < 6; i++)
    {
      const AcqInstalment *part = &g_array_index (parts, AcqInstalment, i);

      g_assert_cmpint (part->due, ==, DAY (days[i]));
      g_assert_cmpint (part->amount, ==, i < 5 ? 435500 : 436071);
    }
  /* A cent for each is a plan, too. */
  g_assert_cmpint (acq_payment_plan_part (3, 3, 2), ==, 1);
  g_assert_cmpint (acq_payment_plan_part (17940, 60, 59), ==, 299);
}

static gboolean
plan (StoreCase *self, const char *first, const char *second, gint64 amount, AcqDay day, GError **error)
{
  const char *numbers[] = { first, second, NULL };
  AcqInstalment instalments[] = { { day, amount }, { TODAY + 40, 5000 } };
  AcqPaymentPlanEntry entry = { numbers, instalments, 2, ACQ_DAY_NONE };
  gint64 id;

  return acq_payment_plan_enter (self->file, &entry, &id, error);
}

static void
test_plan (void)
{
  static const struct
  {
    const char *first, *second;
    gint64 amount;
    int days;
    AcqWorkflowError code;
  } refused[] = {
    { "F1", "F2", 9999, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", 10001, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", -5, 10, ACQ_WORKFLOW_ERROR_PLAN_SUM },
    { "F1", "F2", 10000, 40, ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", "F2", 10000, -1, ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", "F3", 8000, 10, ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER },
    { "F1", "F9", 8000, 10, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE },
  };
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) again = NULL, ended = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        plan (self, refused[i].first, refused[i].second, refused[i].amount, TODAY + refused[i].days, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, (int) refused[i].code);
    }
  g_assert_true (plan (self, "F1", "F2", 10000, TODAY + 10, NULL));
  store_case_assert_sound (self);
  g_assert_false (plan (self, "F1", NULL, 5000, TODAY + 10, &again));
  g_assert_error (again, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_IN_PLAN);
  g_assert_true (acq_payment_plan_end (self->file, 1, NULL));
  g_assert_false (acq_payment_plan_end (self->file, 1, &ended));
  g_assert_error (ended, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN);
  g_assert_true (plan (self, "F1", NULL, 5000, TODAY + 10, NULL));
}

/* "30/11/62": a cheque or a promise of that day would hold reminders back for a lifetime. */
static void
test_mistyped_year (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry cheque = { "F1", 4000, DAY ("2062-11-30"), ACQ_MEANS_CHEQUE, NULL };
  AcqNoteEntry promise = { ACQ_NOTE_KIND_PROMISE, "F1", NULL, -1, ACQ_DAY_NONE, DAY ("2062-11-30"), NULL };
  g_autoptr (GError) paid = NULL, promised = NULL;
  AcqReceiptState state;
  gint64 id;

  g_assert_false (acq_fact_enter_payment (self->file, &cheque, &state, &paid));
  g_assert_error (paid, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_false (acq_fact_enter_note (self->file, &promise, &id, &promised));
  g_assert_error (promised, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  cheque.day = promise.until = DAY ("2027-01-31");
  g_assert_true (acq_fact_enter_payment (self->file, &cheque, &state, NULL));
  g_assert_true (acq_fact_enter_note (self->file, &promise, &id, NULL));
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payment-entry/moved", test_payments);
  g_test_add_func ("/payment-entry/shown-by-bank", test_payment_shown);
  g_test_add_func ("/payment-entry/notes", test_notes);
  g_test_add_func ("/payment-entry/split", test_split);
  g_test_add_func ("/payment-entry/split-of-letters", test_split_of_letters);
  g_test_add_func ("/payment-entry/plan", test_plan);
  g_test_add_func ("/payment-entry/mistyped-year", test_mistyped_year);
  return g_test_run ();
}
