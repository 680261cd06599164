/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "acq-planning.h"
#include "acq-scenario-trial.h"
#include "acq-scenarios.h"
#include "processor-time.h"

/* bench-planning FOLDER: what is planned for today in a company file with 100,000 open due items, of which some were reminded,
   promised or disputed and two scenarios are given by rules, against one statement that reads those items ordered with their
   invoices and customers. The books are read before: both begin with what they need. */
#define ROUNDS        7
#define N_ITEMS       100000
/* A scenario that is edited is tried on a company of a tenth of that, ninety days ahead, before the hand moves on. */
#define N_TRIED       10000
#define TRIAL_SECONDS 0.1

#define FILL                                                                                                 \
  "BEGIN;"                                                                                                   \
  "INSERT INTO customer (id, code, name, name_key, kind, kind_source, address, postcode, city)"              \
  " WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"                      \
  " SELECT i, 'C' || i, 'Client ' || i, 'client ' || i,"                                                     \
  " CASE i % 5 WHEN 0 THEN 'public_body' WHEN 1 THEN 'consumer' ELSE 'company' END, 'stated',"               \
  " i || ' rue des Lilas', '56000', 'Vannes' FROM n;"                                                        \
  "INSERT INTO contact (customer_id, role, name, email)"                                                     \
  " SELECT id, 'pays', 'Comptable ' || id, 'c' || id || '@exemple.fr' FROM customer;"                        \
  "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance)"                    \
  " WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"                     \
  " SELECT i, 'F' || i, 1 + i * 7919 % 10000, 'invoice', date ('2025-08-01', (i * 31 % 360) || ' days'),"    \
  " 'EUR', 1000 + i * 7907 % 500000, 1000 + i * 7907 % 500000 FROM n;"                                       \
  "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"                                  \
  " SELECT id, 'normal', date (issued, '30 days'), currency, total, balance FROM invoice;"                   \
  "INSERT INTO reminder (invoice_id, due, day, step, level, channel, tone)"                                  \
  " SELECT invoice_id, due, date (due, '4 days'), 'first_reminder', 1, 'mail', 'courteous' FROM due_item"    \
  " WHERE id % 3 = 0 AND due < '2026-06-15';"                                                                \
  "INSERT INTO note (customer_id, invoice_id, kind, day, until)"                                             \
  " SELECT customer_id, id, CASE WHEN id % 40 = 0 THEN 'dispute' ELSE 'promise' END, '2026-07-01',"          \
  " CASE WHEN id % 40 = 0 THEN NULL ELSE '2026-07-20' END FROM invoice WHERE id % 20 = 0;"                   \
  "COMMIT; ANALYZE;"

/* Texts in front, then numbers: each is read as what it is. */
#define READ                                                                                                 \
  "SELECT d.kind, d.due, d.currency, i.number, i.kind, i.issued, i.deposited, i.last_reminder_before, "      \
  "c.code,"                                                                                                  \
  " c.name, c.kind, c.address, c.postcode, c.city, c.insolvent_since, d.id, d.amount, d.balance, i.id, "     \
  "i.total,"                                                                                                 \
  " i.balance, i.factored, i.cancelled, i.old_item, i.reminders_before, c.id, c.recipient_id, c.precious"    \
  " FROM due_item AS d JOIN invoice AS i ON i.id = d.invoice_id"                                             \
  " JOIN customer AS c ON c.id = i.customer_id WHERE d.balance > 0 ORDER BY d.due, d.id"
#define N_TEXTS   15
#define N_COLUMNS 28

/* The steps of a preset for those who meet the condition. */
static gboolean
add_scenario (AcqCompanyFile *file, const char *code, AcqSegmentCondition condition, GError **error)
{
  const AcqScenario *formal = acq_scenario_find_preset ("formal");
  g_autoptr (AcqScenarioEntry) entry = acq_scenario_entry_new (
    acq_scenario_new (code, code, formal->minimum_interval, formal->sequel, formal->steps, formal->n_steps));

  g_array_append_val (entry->conditions, condition);
  return acq_scenarios_save (file, entry, error);
}

static gboolean
fill (AcqCompanyFile *file, guint n_items, GError **error)
{
  g_autofree char *number = g_strdup_printf ("i < %u)", n_items);
  g_autoptr (GString) sql = g_string_new (FILL);

  g_string_replace (sql, "i < 100000)", number, 0);
  return acq_connection_exec (acq_company_file_connection (file), sql->str, error)
         && add_scenario (file, "public",
                          (AcqSegmentCondition){ ACQ_CRITERION_KIND_IN,
                                                 ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_PUBLIC_BODY) },
                          error)
         && add_scenario (file, "large", (AcqSegmentCondition){ ACQ_CRITERION_OUTSTANDING, 4000000 }, error);
}

static gboolean
plan (AcqCompanyFile *file, AcqBooks *books, guint *ret_count, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new_for_books (file, books, NULL, error);
  g_autoptr (AcqPlan) made = planning == NULL ? NULL : acq_plan_new (&planning->request, books->today);

  if (made != NULL)
    *ret_count = made->held->len;
  return made != NULL;
}

/* The cells are looked at, so that none is left unread. */
static gboolean
read_ordered (AcqCompanyFile *file, AcqBooks *books, guint *ret_count, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (acq_company_file_connection (file), error, READ, "");
  guint n_cells = 0;

  *ret_count = 0;
  if (rows == NULL)
    return FALSE;
  for (; acq_rows_next (rows, &failure); (*ret_count)++)
    for (int i = 0; i < N_COLUMNS; i++)
      n_cells += i < N_TEXTS ? acq_rows_text (rows, i) != NULL : acq_rows_int (rows, i) != 0;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL && n_cells > *ret_count;
}

typedef gboolean (*Work) (AcqCompanyFile *file, AcqBooks *books, guint *ret_count, GError **error);

static gboolean
measure (Work work, AcqCompanyFile *file, AcqBooks *books, guint *ret_count, double *best, GError **error)
{
  double before = processor_time (), seconds;

  if (!work (file, books, ret_count, error))
    return FALSE;
  seconds = processor_time () - before;
  *best = *best == 0 ? seconds : MIN (*best, seconds);
  return TRUE;
}

static gboolean
compare (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqBooks) books = acq_books_load (file, error);
  double seconds = 0, peer_seconds = 0;
  guint n_held = 0, n_read = 0;

  for (int i = 0; i < ROUNDS; i++)
    if (books == NULL || !measure (plan, file, books, &n_held, &seconds, error)
        || !measure (read_ordered, file, books, &n_read, &peer_seconds, error))
      return FALSE;
  if (n_read != N_ITEMS || n_held < N_ITEMS / 2 || n_held > N_ITEMS)
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED, "%u held of %u", n_held, n_read);
      return FALSE;
    }
  printf ("{\"work\": \"plan %d open items\", \"seconds\": %.4f, \"peer\": \"SQL that reads them ordered\","
          " \"peer_seconds\": %.4f, \"limit\": 1.0}\n",
          N_ITEMS, seconds, peer_seconds);
  return TRUE;
}

/* The standard scenario, which most of them have, against itself as it is kept: two plans. */
static gboolean
try_scenario (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (file, error);
  const AcqScenarioEntry *entry
    = planning == NULL ? NULL : acq_scenario_book_find (planning->scenarios, planning->scenarios->default_code);
  double seconds = 0;
  guint n_messages = 0;

  if (planning == NULL)
    return FALSE;
  for (int i = 0; i < ROUNDS; i++)
    {
      double before = processor_time ();
      g_autoptr (AcqScenarioTrial) trial = acq_scenario_trial_new (planning, entry, entry);
      double needed = processor_time () - before;

      seconds = i == 0 ? needed : MIN (seconds, needed);
      n_messages = trial->messages->len;
    }
  if (n_messages == 0)
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED, "nothing would leave");
      return FALSE;
    }
  printf ("{\"work\": \"try a scenario on %d open items\", \"seconds\": %.4f, \"peer\": \"what feels immediate\","
          " \"peer_seconds\": %.4f, \"limit\": 1.0}\n",
          N_TRIED, seconds, TRIAL_SECONDS);
  return TRUE;
}

static AcqCompanyFile *
create (const char *folder, const char *name, guint n_items, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (AcqCompanyFile) file = acq_company_file_create (path, acq_clock_pinned (acq_day_new (2026, 7, 15)), error);

  return file != NULL && fill (file, n_items, error) ? g_steal_pointer (&file) : NULL;
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? argv[1] : ".";
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyFile) large = create (folder, "planning.acquit", N_ITEMS, &error);
  g_autoptr (AcqCompanyFile) usual = large == NULL ? NULL : create (folder, "trial.acquit", N_TRIED, &error);

  if (usual != NULL && compare (large, &error) && try_scenario (usual, &error))
    return 0;
  fprintf (stderr, "bench-planning: %s\n", error->message);
  return 1;
}
