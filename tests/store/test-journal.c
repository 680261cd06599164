/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-journal.h"
#include "store-case.h"

static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  static const char *const actions[] = { "create", "import", "match", "undo" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (AcqChange) change = acq_change_begin (self->file, NULL);

      g_assert_true (
        acq_change_commit (change, actions[i], i == 0 ? NULL : "F1", i < 2 ? NULL : "a=1", NULL));
    }
  return self;
}

static void
test_chain (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) lines = acq_journal_list (self->connection, NULL);
  const AcqJournalLine *line;
  guint64 count = 0;

  g_assert_true (acq_journal_verify (self->connection, &count, NULL));
  g_assert_cmpuint (count, ==, 4);
  g_assert_cmpuint (lines->len, ==, 4);
  line = lines->pdata[2];
  g_assert_cmpint (line->id, ==, 3);
  g_assert_cmpint (line->day, ==, acq_day_parse_iso ("2026-11-20"));
  g_assert_cmpstr (line->action, ==, "match");
  g_assert_cmpstr (line->subject, ==, "F1");
  g_assert_cmpstr (line->detail, ==, "a=1");
  g_assert_null (((AcqJournalLine *) lines->pdata[0])->subject);
  g_assert_true (g_str_has_suffix (line->at, "Z"));
}

static void
test_append_only (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) changed = NULL, removed = NULL;

  g_assert_false (acq_connection_exec (self->connection, "UPDATE journal SET detail = 'b'", &changed));
  g_assert_nonnull (changed);
  g_assert_false (acq_connection_exec (self->connection, "DELETE FROM journal", &removed));
  g_assert_nonnull (removed);
  store_case_assert_sound (self);
}

static void
test_tampering (void)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "UPDATE journal SET detail = 'a=2' WHERE id = 3", "journal line 3" },
    { "UPDATE journal SET subject = NULL WHERE id = 2", "journal line 2" },
    { "UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE id = 1", "journal line 1" },
    { "UPDATE journal SET day = '2026-11-19' WHERE id = 4", "journal line 4" },
    { "UPDATE journal SET hash = previous WHERE id = 2", "journal line 2" },
    { "DELETE FROM journal WHERE id = 2", "journal line 2" },
    { "DELETE FROM journal WHERE id = 2; UPDATE journal SET id = id - 1 WHERE id > 2", "journal line 2" },
    { "DELETE FROM journal WHERE id = 1", "journal line 1" },
    { "INSERT INTO journal SELECT 5, at, day, 'payment', subject, detail, hash, previous FROM journal WHERE "
      "id = 4",
      "journal line 5" },
    { "UPDATE journal SET id = -id; UPDATE journal SET id = CASE id WHEN -2 THEN 3 WHEN -3 THEN 2 ELSE -id "
      "END",
      "journal line 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();

      store_case_assert_sound (self);
      store_case_tamper (self, cases[i].sql);
      store_case_assert_damaged (self, cases[i].words);
    }
}

/* What is not committed with its line leaves no trace. */
static void
test_change (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, TRUE);
  AcqChange *change = acq_change_begin (self->file, NULL);

  g_assert_true (acq_connection_exec (self->connection, "INSERT INTO setting VALUES ('a', 'b')", NULL));
  acq_change_free (change);
  store_case_assert_dump (self, TRUE, before);
  change = acq_change_begin (self->file, NULL);
  g_assert_null (acq_change_begin (self->file, NULL));
  acq_change_free (change);
  acq_change_free (NULL);
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/journal/chain", test_chain);
  g_test_add_func ("/store/journal/append-only", test_append_only);
  g_test_add_func ("/store/journal/tampering", test_tampering);
  g_test_add_func ("/store/journal/change", test_change);
  return g_test_run ();
}
