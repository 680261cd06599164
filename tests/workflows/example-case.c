/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example-case.h"

#include "acq-example-job.h"
#include "acq-legal-rates.h"

#define ON_PAPER                                                                                             \
  "UPDATE statement SET last_day = '2026-11-23';"                                                            \
  "DELETE FROM contact;"                                                                                     \
  "INSERT OR REPLACE INTO setting (key, value) VALUES ('scenario', 'formal'), ('recipients_a_day', '40');"   \
  "INSERT INTO reminder (invoice_id, due, day, step, level, channel)"                                        \
  " SELECT i.id, d.due, date (d.due, '+30 days'), 'last_reminder', 3, 'letter'"                              \
  " FROM invoice i JOIN due_item d ON d.invoice_id = i.id"                                                   \
  " WHERE d.kind = 'normal' AND d.due < '2026-10-01' AND i.customer_id % 2 = 0;"

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

GBytes *
example_case_make (AcqDay today)
{
  g_autoptr (StoreCase) other = store_case_new ();
  g_autofree char *path = store_case_path (other, "example.acquit");
  g_autoptr (GError) error = NULL;

  acq_company_file_close (acq_example_build (path, acq_clock_pinned (today), NULL, NULL, &error));
  g_assert_no_error (error);
  return read_bytes (path);
}

GBytes *
example_case_make_on_paper (void)
{
  AcqHalfYearRates rates = { acq_day_parse_iso ("2026-07-01"), 240, ACQ_LEGAL_VALUE_NONE };
  AcqDay today = acq_day_parse_iso (EXAMPLE_CASE_POST_DAY);
  g_autoptr (GBytes) example = example_case_make (today);
  g_autoptr (StoreCase) self = store_case_new_copy (example, today);
  g_autoptr (GError) error = NULL;

  acq_legal_rates_enter (self->file, &rates, "BCE", &error);
  g_assert_no_error (error);
  store_case_change (self, ON_PAPER);
  store_case_close (self);
  return read_bytes (self->path);
}
