/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>

#include "acq-ageing.h"
#include "acq-company-file.h"
#include "acq-invoice-repository.h"
#include "processor-time.h"

/* bench-ageing FOLDER: outstanding, overdue and aged balance of a company file with 1,000,000 invoices, against one
   hand-written statement that sums the same figures. Fails where the figures differ. */
#define ROUNDS 7

#define FILL                                                                                                 \
  "BEGIN;"                                                                                                   \
  "INSERT INTO customer (id, code, name, name_key, kind, kind_source)"                                       \
  " WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"                      \
  " SELECT i, 'C' || i, 'Client ' || i, 'client ' || i, 'company', 'unknown' FROM n;"                        \
  "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance)"                    \
  " WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"                    \
  " SELECT i, 'F' || i, 1 + i * 7919 % 10000, CASE WHEN i % 50 = 0 THEN 'credit_note' ELSE 'invoice' END,"   \
  " date ('2024-01-01', (i * 31 % 1000) || ' days'), 'EUR',"                                                 \
  " (CASE WHEN i % 50 = 0 THEN -1 ELSE 1 END) * (1000 + i * 7907 % 500000),"                                 \
  " (CASE WHEN i % 10 = 3 THEN 0 WHEN i % 50 = 0 THEN -1 ELSE 1 END) * (1000 + i * 7907 % 500000) FROM n;"   \
  "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"                                  \
  " SELECT id, 'normal', date (issued, '30 days'), currency, total, balance FROM invoice;"                   \
  "COMMIT; ANALYZE;"

/* The quickest that we know by hand: each column of the aged balance is a range of the index that covers it. */
#define COLUMN                                                                                               \
  "SELECT sum (balance) FILTER (WHERE balance > 0), sum (balance) FILTER (WHERE balance < 0) FROM due_item"  \
  " WHERE currency = 'EUR' AND balance <> 0 AND due >= ? AND due < ?"

static gboolean
sum_by_hand (AcqConnection *connection, AcqDay today, AcqAgeing *ageing, GError **error)
{
  const AcqDay edges[]
    = { acq_day_new (2999, 1, 1), today, today - 30, today - 60, today - 90, acq_day_new (1900, 1, 1) };

  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    {
      g_autoptr (AcqRows) rows
        = acq_connection_query (connection, error, COLUMN, "dd", edges[i + 1], edges[i]);

      if (rows == NULL || !acq_rows_next (rows, error))
        return FALSE;
      ageing->buckets[i] = acq_rows_int (rows, 0);
      ageing->credits += acq_rows_int (rows, 1);
    }
  return TRUE;
}

static void
add_item (gpointer user_data, AcqDay due, gint64 balance)
{
  acq_ageing_add (user_data, due, balance);
}

static gboolean
walk (AcqConnection *connection, AcqDay today, AcqAgeing *ageing, GError **error)
{
  return acq_invoice_repository_each_open_item (connection, ACQ_CURRENCY_EUR, add_item, ageing, error);
}

static gboolean
are_equal (const AcqAgeing *a, const AcqAgeing *b)
{
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    if (a->buckets[i] != b->buckets[i])
      return FALSE;
  return a->credits == b->credits && acq_ageing_outstanding (a) == acq_ageing_outstanding (b)
         && acq_ageing_overdue (a) == acq_ageing_overdue (b);
}

typedef gboolean (*SumFunc) (AcqConnection *connection, AcqDay today, AcqAgeing *ageing, GError **error);

static gboolean
measure (SumFunc sum, AcqConnection *connection, AcqAgeing *ageing, double *best, GError **error)
{
  double before = processor_time (), seconds;

  *ageing = acq_ageing_init (acq_day_new (2026, 7, 15));
  if (!sum (connection, ageing->today, ageing, error))
    return FALSE;
  seconds = processor_time () - before;
  *best = *best == 0 ? seconds : MIN (*best, seconds);
  return TRUE;
}

static gboolean
compare (AcqConnection *connection, GError **error)
{
  AcqAgeing ours, theirs;
  double seconds = 0, peer_seconds = 0;

  for (int i = 0; i < ROUNDS; i++)
    if (!measure (walk, connection, &ours, &seconds, error)
        || !measure (sum_by_hand, connection, &theirs, &peer_seconds, error))
      return FALSE;
  if (!are_equal (&ours, &theirs))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED, "the figures differ");
      return FALSE;
    }
  printf ("{\"work\": \"aged balance of 1000000 invoices\", \"seconds\": %.4f, \"peer\": \"SQL by hand\","
          " \"peer_seconds\": %.4f, \"limit\": 1.5}\n",
          seconds, peer_seconds);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argc > 1 ? argv[1] : ".", "ageing.acquit", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyFile) file
    = acq_company_file_create (path, acq_clock_pinned (acq_day_new (2026, 7, 15)), &error);
  AcqConnection *connection = file == NULL ? NULL : acq_company_file_connection (file);

  if (connection != NULL && acq_connection_exec (connection, FILL, &error) && compare (connection, &error))
    return 0;
  fprintf (stderr, "bench-ageing: %s\n", error->message);
  return 1;
}
