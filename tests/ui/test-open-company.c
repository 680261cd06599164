/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"
#include "acq-open-company.h"
#include "import-case.h"

/* A company with an invoice of 100, as a window has it open. */
typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
} Case;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

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

static void
settle (Case *self)
{
  gboolean busy = TRUE;

  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (self->company, "busy", &busy, NULL);
    }
}

static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);

  self->files = store_case_new ();
  import_case_read (self->files, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont;100,00;;\n",
                    "1 0 0 0");
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  settle (self);
  return self;
}

static void
case_free (Case *self)
{
  while (G_OBJECT (self->company)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

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
change (Case *self, const char *done, AcqChangeFunc func)
{
  acq_open_company_change_async (self->company, done, func, NULL, NULL, NULL, changed_cb, NULL);
  settle (self);
}

static void
undo (Case *self)
{
  acq_open_company_undo_async (self->company, undone_cb, NULL);
  settle (self);
}

static gint64
balance (Case *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;

  return ((const AcqInvoice *) ledger->invoices->pdata[0])->balance;
}

static void
test_undo (void)
{
  g_autoptr (Case) self = case_new ();

  change (self, "paid", pay);
  g_assert_cmpint (balance (self), ==, 6000);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "paid");
  undo (self);
  g_assert_cmpint (balance (self), ==, 10000);
  g_assert_null (acq_open_company_get_undo_label (self->company));
}

/* Who presses Undo while something is changed means that: what was before it must not go in its place. */
static void
test_undo_at_once (void)
{
  g_autoptr (Case) self = case_new ();

  change (self, "first", pay);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "first");
  acq_open_company_change_async (self->company, "second", pay, NULL, NULL, NULL, changed_cb, NULL);
  g_assert_null (acq_open_company_get_undo_label (self->company));
  settle (self);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "second");
  undo (self);
  g_assert_cmpint (balance (self), ==, 6000);
  g_assert_cmpstr (acq_open_company_get_undo_label (self->company), ==, "first");
}

/* What changes nothing offers nothing to take back: neither the undo before it, nor a change that was not to be undone. */
static void
test_nothing_done (void)
{
  g_autoptr (Case) self = case_new ();

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
  g_test_add_func ("/ui/open-company/undo", test_undo);
  g_test_add_func ("/ui/open-company/undo-at-once", test_undo_at_once);
  g_test_add_func ("/ui/open-company/nothing-done", test_nothing_done);
  return g_test_run ();
}
