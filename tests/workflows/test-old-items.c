/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"
#include "acq-old-items.h"
#include "acq-payment-record.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)
#define ASKED     "SELECT group_concat (number) FROM (SELECT number FROM invoice WHERE old_item ORDER BY number)"

/* F1 and F2 are late and nobody knows; of F3 the file says two reminders; F4 is not due. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    "Numéro facture;Date facture;Échéance;Code client;Client;Total TTC;Nombre de relances;"
                    "Dernière relance\n"
                    "F1;05/07/2026;05/08/2026;C1;Dupont;100,00;;\n"
                    "F2;05/08/2026;05/09/2026;C2;Martin;50,00;;\n"
                    "F3;05/06/2026;05/07/2026;C2;Martin;30,00;2;30/08/2026\n"
                    "F4;05/11/2026;05/12/2026;C1;Dupont;20,00;;\n",
                    "4 0 0 0");
  return self;
}

static gboolean
answer (StoreCase *self, const char *number, AcqOldAnswer answer_given, const char *day, GError **error)
{
  AcqOldReply reply = { number, answer_given, 1, DAY (day), ACQ_MEANS_CHEQUE, "liquidation du 4 mars" };
  g_autofree char *before = store_case_dump (self, TRUE);
  gboolean done = acq_old_items_answer (self->file, &reply, 1, error);

  store_case_assert_sound (self);
  if (!done)
    store_case_assert_dump (self, TRUE, before);
  return done;
}

static void
expect_item (StoreCase *self, guint at, const char *number, AcqOldAnswer expected, gint64 amount, const char *day)
{
  g_autoptr (GPtrArray) items = acq_old_items_list (self->file, NULL);
  const AcqOldItem *item;

  g_assert_cmpuint (at, <, items->len);
  item = items->pdata[at];
  g_assert_cmpstr (item->number, ==, number);
  g_assert_cmpstr (acq_old_answer_to_code (item->answer), ==, acq_old_answer_to_code (expected));
  g_assert_cmpint (item->amount, ==, amount);
  g_assert_cmpint (item->day, ==, DAY (day));
}

static void
test_list (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) items = acq_old_items_list (self->file, NULL);
  const AcqOldItem *first = items->pdata[0];
  guint open = 0;

  g_assert_cmpuint (items->len, ==, 3);
  expect_item (self, 0, "F3", ACQ_OLD_ANSWER_REMINDED, 3000, "2026-08-30");
  g_assert_true (first->from_file && first->reminders == 2);
  g_assert_cmpstr (first->customer_name, ==, "Martin");
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_NONE, 10000, NULL);
  expect_item (self, 2, "F2", ACQ_OLD_ANSWER_NONE, 5000, NULL);
  g_assert_true (acq_old_items_count_open (self->file, &open, NULL));
  g_assert_cmpuint (open, ==, 2);
}

/* Each answer writes what it says; the next one takes the place of all that the one before wrote. */
static void
test_answers (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, FALSE);

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_PAID, "2026-09-03", NULL));
  import_case_expect (self, ASKED, "F2");
  import_case_expect (self, "SELECT balance FROM invoice WHERE number = 'F1'", "0");
  import_case_expect (self, "SELECT means || state || day FROM receipt", "chequecredited2026-09-03");
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_PAID, 10000, "2026-09-03");

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_LOST, NULL, NULL));
  import_case_expect (self, "SELECT count(*) FROM receipt", "0");
  import_case_expect (self, "SELECT kind || reason FROM note WHERE NOT closed", "excludeliquidation du 4 mars");
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_LOST, 10000, NULL);

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_REMINDED, "2026-09-15", NULL));
  import_case_expect (self, "SELECT count(*) FROM note WHERE NOT closed", "0");
  import_case_expect (self, "SELECT reminders_before || last_reminder_before FROM invoice WHERE number = 'F1'",
                      "12026-09-15");
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_REMINDED, 10000, "2026-09-15");

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_STILL_DUE, NULL, NULL));
  import_case_expect (self, "SELECT reminders_before FROM invoice WHERE number = 'F1'", "0");
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_STILL_DUE, 10000, NULL);

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_NONE, NULL, NULL));
  g_assert_true (acq_connection_exec (self->connection, "DELETE FROM note", NULL));
  store_case_assert_dump (self, FALSE, before);
}

/* What the file said may be wrong; taken back, it says so again. */
static void
test_from_file (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, FALSE);

  g_assert_true (answer (self, "F3", ACQ_OLD_ANSWER_STILL_DUE, NULL, NULL));
  import_case_expect (self, "SELECT reminders_before FROM invoice WHERE number = 'F3'", "0");
  expect_item (self, 0, "F3", ACQ_OLD_ANSWER_STILL_DUE, 3000, NULL);
  g_assert_true (answer (self, "F3", ACQ_OLD_ANSWER_NONE, NULL, NULL));
  store_case_assert_dump (self, FALSE, before);
}

/* Several at once are one line of the journal, and all or none. */
static void
test_together (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqOldReply replies[] = { { .number = "F1", .answer = ACQ_OLD_ANSWER_STILL_DUE },
                            { .number = "F2", .answer = ACQ_OLD_ANSWER_STILL_DUE } };
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GError) error = NULL;

  replies[1].number = "F4";
  g_assert_false (acq_old_items_answer (self->file, replies, 2, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOT_OLD_ITEM);
  store_case_assert_dump (self, TRUE, before);
  replies[1].number = "F2";
  g_assert_true (acq_old_items_answer (self->file, replies, 2, NULL));
  import_case_expect (self, ASKED, NULL);
  import_case_expect (self, "SELECT action || detail FROM journal ORDER BY id DESC", "old_itemsstill_due=2");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *number;
    AcqOldAnswer answer;
    const char *day;
    AcqWorkflowError code;
  } cases[] = {
    { "F9", ACQ_OLD_ANSWER_STILL_DUE, NULL, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE },
    { "F4", ACQ_OLD_ANSWER_STILL_DUE, NULL, ACQ_WORKFLOW_ERROR_NOT_OLD_ITEM },
    { "F1", ACQ_OLD_ANSWER_PAID, "2026-11-21", ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", ACQ_OLD_ANSWER_PAID, NULL, ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", ACQ_OLD_ANSWER_REMINDED, "2026-08-05", ACQ_WORKFLOW_ERROR_BAD_DAY },
    { "F1", ACQ_OLD_ANSWER_REMINDED, "2026-11-21", ACQ_WORKFLOW_ERROR_BAD_DAY },
  };
  g_autoptr (StoreCase) self = new_case ();
  AcqOldReply often = { "F1", ACQ_OLD_ANSWER_REMINDED, 100, DAY ("2026-09-01"), ACQ_MEANS_UNKNOWN, NULL };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refusal = NULL;

      g_assert_false (answer (self, cases[i].number, cases[i].answer, cases[i].day, &refusal));
      g_assert_error (refusal, ACQ_WORKFLOW_ERROR, (int) cases[i].code);
    }
  g_assert_false (acq_old_items_answer (self->file, &often, 1, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE);
}

/* A bank line that comes to show the payment makes it more than an answer. */
static void
test_shown_by_bank (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20260904 100.00 A CHEQUE DUPONT", NULL });
  g_autoptr (GError) error = NULL;

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_PAID, "2026-09-03", NULL));
  import_case_read (self, "a.ofx", lines, "1 0 0 0");
  import_case_expect (self, "SELECT count(*) FROM receipt WHERE transaction_id IS NOT NULL", "1");
  g_assert_false (answer (self, "F1", ACQ_OLD_ANSWER_STILL_DUE, NULL, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE);
}

/* What ends an answer from elsewhere shows in the list. */
static void
test_other (void)
{
  g_autoptr (StoreCase) self = new_case ();

  g_assert_true (answer (self, "F1", ACQ_OLD_ANSWER_PAID, "2026-09-03", NULL));
  g_assert_true (acq_payment_take_back (self->file, 1, NULL));
  expect_item (self, 1, "F1", ACQ_OLD_ANSWER_OTHER, 10000, NULL);
  g_assert_true (answer (self, "F2", ACQ_OLD_ANSWER_LOST, NULL, NULL));
  g_assert_true (acq_fact_close_note (self->file, 1, NULL));
  expect_item (self, 2, "F2", ACQ_OLD_ANSWER_OTHER, 5000, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/old-items/list", test_list);
  g_test_add_func ("/old-items/answers", test_answers);
  g_test_add_func ("/old-items/from-file", test_from_file);
  g_test_add_func ("/old-items/together", test_together);
  g_test_add_func ("/old-items/refused", test_refused);
  g_test_add_func ("/old-items/shown-by-bank", test_shown_by_bank);
  g_test_add_func ("/old-items/other", test_other);
  return g_test_run ();
}
