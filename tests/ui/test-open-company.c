/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"
#include "company-case.h"
#include "import-case.h"

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

/* A company with an invoice of 100, that no window shows. */
static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();

  import_case_read (files, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;100,00;;\n", "1 0 0 0");
  company_case_open (self, files);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static gboolean
pay (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqPaymentEntry entry
    = { "F1", 4000, acq_clock_today (acq_company_file_clock (file)), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  return acq_fact_enter_payment (file, &entry, &state, error);
}

/* As printing once more a letter that is approved already. */
static gboolean
do_nothing (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
change (CompanyCase *self, const char *done, AcqChangeFunc func)
{
  acq_open_company_change_async (self->company, done, func, NULL, NULL, NULL, changed_cb, NULL);
  company_case_wait (self);
}

static void
undo (CompanyCase *self)
{
  acq_open_company_undo_async (self->company, undone_cb, NULL);
  company_case_wait (self);
}

static gint64
balance (CompanyCase *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;

  return ((const AcqInvoice *) ledger->invoices->pdata[0])->balance;
}

static void
test_undo (CompanyCase *self, gconstpointer data)
{
  change (self, "paid", pay);
  g_assert_cmpint (balance (self), ==, 6000);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "paid");
  undo (self);
  g_assert_cmpint (balance (self), ==, 10000);
  g_assert_null (acq_open_company_get_undo_label (self->company));
}

/* Who presses Undo while something is changed means that: what was before it must not go in its place. */
static void
test_undo_at_once (CompanyCase *self, gconstpointer data)
{
  change (self, "first", pay);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "first");
  acq_open_company_change_async (self->company, "second", pay, NULL, NULL, NULL, changed_cb, NULL);
  g_assert_null (acq_open_company_get_undo_label (self->company));
  company_case_wait (self);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "second");
  undo (self);
  g_assert_cmpint (balance (self), ==, 6000);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "first");
}

/* What changes nothing offers nothing to take back: neither the undo before it, nor a change that was not to be undone. */
static void
test_nothing_done (CompanyCase *self, gconstpointer data)
{
  change (self, "paid", pay);
  undo (self);
  change (self, "printed", do_nothing);
  g_assert_null (acq_open_company_get_undo_label (self->company));
  change (self, NULL, pay);
  change (self, "printed", do_nothing);
  g_assert_null (acq_open_company_get_undo_label (self->company));
  g_assert_cmpint (balance (self), ==, 6000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/open-company/undo", CompanyCase, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/open-company/undo-at-once", CompanyCase, NULL, set_up, test_undo_at_once, tear_down);
  g_test_add ("/ui/open-company/nothing-done", CompanyCase, NULL, set_up, test_nothing_done, tear_down);
  return g_test_run ();
}
