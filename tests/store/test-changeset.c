/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-case.h"

/* A customer with a contact, and an invoice of his; the file records. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autoptr (GError) error = NULL;

  acq_connection_exec (self->connection,
                       "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
                       " (1, 'C1', 'Dupont', 'dupont', 'company', 'stated');"
                       "INSERT INTO contact (customer_id, role, email) VALUES (1, 'pays', 'a@example.com');"
                       "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance)"
                       " VALUES (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000);"
                       "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
                       " VALUES (1, 'normal', '2026-02-10', 'EUR', 10000, 10000);"
                       "INSERT INTO setting (key, value) VALUES ('tolerance', '15.00');",
                       &error);
  g_assert_no_error (error);
  acq_company_file_set_recording (self->file, TRUE);
  return self;
}

/* Makes one change of these statements. */
static GBytes *
change (StoreCase *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) one = acq_change_begin (self->file, &error);

  g_assert_no_error (error);
  acq_connection_exec (self->connection, sql, &error);
  g_assert_no_error (error);
  acq_change_commit (one, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  return acq_company_file_take_changeset (self->file);
}

static gboolean
take_back (StoreCase *self, GBytes *changeset, GError **error)
{
  g_autoptr (AcqChange) one = acq_change_begin (self->file, error);

  return one != NULL && acq_change_apply_inverse (one, changeset, error)
         && acq_change_commit (one, "undo", NULL, NULL, error);
}

static void
assert_taken_back (StoreCase *self, GBytes *changeset, const char *before)
{
  g_autoptr (GError) error = NULL;

  take_back (self, changeset, &error);
  g_assert_no_error (error);
  store_case_assert_dump (self, FALSE, before);
  store_case_assert_sound (self);
}

static void
assert_refused (StoreCase *self, GBytes *changeset)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_case_dump (self, TRUE);

  g_assert_false (take_back (self, changeset, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  store_case_assert_dump (self, TRUE, before);
}

/* Rows that come, change and go, with and without a row number, with bytes and without a value. */
static void
test_kinds (void)
{
  static const char *const changes[] = {
    "UPDATE customer SET name = 'Durand', siren = '732829320' WHERE id = 1",
    "UPDATE setting SET value = '20.00'",
    "DELETE FROM setting",
    "INSERT INTO setting (key, value) VALUES ('scenario', 'formal')",
    "INSERT INTO attachment (invoice_id, name, sha256, bytes) VALUES (1, 'a.pdf',"
    " '06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8', x'00ff')",
    "DELETE FROM contact; INSERT INTO contact (customer_id, role, phone) VALUES (1, 'pays', '0102')",
    /* Its parts go with it, before the session comes to them. */
    "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance)"
    " VALUES (2, 'F2', 1, 'invoice', '2026-01-10', 'EUR', 500, 500);"
    "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
    " VALUES (2, 'normal', '2026-02-10', 'EUR', 500, 500)",
    "DELETE FROM invoice",
    "UPDATE customer SET recipient_id = 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_autofree char *before = store_case_dump (self, FALSE), *after = NULL;
      g_autoptr (GBytes) changeset = change (self, changes[i]);
      g_autoptr (GBytes) back = NULL;

      after = store_case_dump (self, FALSE);
      g_assert_cmpstr (before, !=, after);
      assert_taken_back (self, changeset, before);
      back = acq_company_file_take_changeset (self->file);
      assert_taken_back (self, back, after);
    }
}

/* What came later, in a row of the change or hung on one, forbids to take it back; taken back itself, it no longer does. */
static void
test_later (void)
{
  static const char *const pairs[][2] = {
    { "UPDATE customer SET name = 'Durand'", "UPDATE customer SET name = 'Martin'" },
    { "UPDATE customer SET name = 'Durand'", "UPDATE customer SET city = 'Besançon'" },
    { "UPDATE setting SET value = '20.00'", "DELETE FROM setting" },
    { "DELETE FROM setting", "INSERT INTO setting (key, value) VALUES ('tolerance', '15.00')" },
    { "DELETE FROM setting", "INSERT INTO setting (key, value) VALUES ('tolerance', '5.00')" },
    { "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
      " (2, 'C2', 'B', 'b', 'company', 'stated')",
      "UPDATE invoice SET customer_id = 2" },
    /* A part that was added later would have gone with its customer. */
    { "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
      " (2, 'C2', 'B', 'b', 'company', 'stated')",
      "INSERT INTO contact (customer_id, role, email) VALUES (2, 'pays', 'b@example.com')" },
    { "DELETE FROM contact", "INSERT INTO contact (customer_id, role) VALUES (1, 'other')" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_autofree char *before = store_case_dump (self, FALSE), *between = NULL;
      g_autoptr (GBytes) first = change (self, pairs[i][0]);
      g_autoptr (GBytes) second = NULL;

      between = store_case_dump (self, FALSE);
      second = change (self, pairs[i][1]);
      assert_refused (self, first);
      assert_taken_back (self, second, between);
      assert_taken_back (self, first, before);
      assert_refused (self, first);
    }
}

/* Two changes that have nothing to do with each other go in any order. */
static void
test_apart (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GBytes) first = change (self, "UPDATE setting SET value = '20.00'");
  g_autoptr (GBytes) second = change (self, "UPDATE customer SET name = 'Durand'");
  g_autofree char *answer = NULL;

  g_assert_true (take_back (self, first, NULL));
  g_assert_true (take_back (self, second, NULL));
  answer = store_case_ask (self, "SELECT value || name FROM setting, customer");
  g_assert_cmpstr (answer, ==, "15.00Dupont");
}

static void
test_not_recorded (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqChange) one = NULL;

  g_assert_null (change (self, "UPDATE setting SET value = value"));
  g_bytes_unref (change (self, "UPDATE setting SET value = '1.00'"));
  /* It is taken once. */
  g_assert_null (acq_company_file_take_changeset (self->file));
  acq_company_file_set_recording (self->file, FALSE);
  g_assert_null (change (self, "UPDATE setting SET value = '2.00'"));
  acq_company_file_set_recording (self->file, TRUE);
  one = acq_change_begin_unrecorded (self->file, NULL);
  g_assert_true (acq_connection_exec (self->connection, "UPDATE setting SET value = '3.00'", NULL));
  g_assert_true (acq_change_commit (one, "set", NULL, NULL, NULL));
  g_assert_null (acq_company_file_take_changeset (self->file));
}

/* A change that is given up leaves nothing to take back, and the next one is recorded as ever. */
static void
test_given_up (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, FALSE);
  AcqChange *one = acq_change_begin (self->file, NULL);
  g_autoptr (GBytes) changeset = NULL;

  g_assert_true (acq_connection_exec (self->connection, "DELETE FROM setting", NULL));
  acq_change_free (one);
  g_assert_null (acq_company_file_take_changeset (self->file));
  changeset = change (self, "UPDATE setting SET value = '1.00'");
  assert_taken_back (self, changeset, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changeset/kinds", test_kinds);
  g_test_add_func ("/changeset/later", test_later);
  g_test_add_func ("/changeset/apart", test_apart);
  g_test_add_func ("/changeset/not-recorded", test_not_recorded);
  g_test_add_func ("/changeset/given-up", test_given_up);
  return g_test_run ();
}
