/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-insolvency-claims.h"
#include "acq-late-interest.h"
#include "acq-todays-work.h"
#include "acq-workflow-error.h"
#include "import-case.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

/* A customer with an invoice of before the judgment, one not due yet, and one of after it. */
static StoreCase *
set_up (const char *postcode)
{
  StoreCase *self = store_case_new ();
  g_autofree char *sender = g_strdup_printf ("INSERT INTO company_detail (key, value) VALUES ('postcode', '%s')",
                                             postcode == NULL ? "25000" : postcode);

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/07/2026;31/07/2026;C1;Atelier Dupuy SARL;1000,00;;\n"
                             "F2;28/09/2026;28/10/2026;C1;Atelier Dupuy SARL;500,00;;\n"
                             "F3;15/10/2026;14/11/2026;C1;Atelier Dupuy SARL;300,00;;\n",
                    "3 0 0 0");
  store_case_tamper (self,
                     "UPDATE customer SET insolvent_since = '2026-10-01', kind = 'company', kind_source = 'stated'");
  store_case_tamper (self, sender);
  return self;
}

static GPtrArray *
list (StoreCase *self, AcqBooks **ret_books)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *claims;

  *ret_books = acq_books_load (self->file, &error);
  g_assert_no_error (error);
  claims = acq_insolvency_claims_list (*ret_books, self->file, &error);
  g_assert_no_error (error);
  return claims;
}

/* What was delivered before is declared, with interest to the eve of the judgment: 61 days of 12.40 %, and no indemnity for
   what was not due by then. */
static void
test_amounts (void)
{
  g_autoptr (StoreCase) self = set_up (NULL);
  g_autoptr (AcqBooks) books = NULL;
  g_autoptr (GPtrArray) claims = list (self, &books);
  const AcqInsolvencyClaim *claim = claims->pdata[0];

  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_cmpuint (claim->n_invoices, ==, 2);
  g_assert_cmpint (claim->principal, ==, 150000);
  g_assert_cmpint (claim->interest, ==, acq_interest_of_days (100000, 1240, 61));
  g_assert_cmpint (claim->indemnities, ==, 4000);
  g_assert_cmpint (acq_insolvency_claim_total (claim), ==, 150000 + claim->interest + 4000);
}

/* Two months from the publication, four from overseas; counted from the judgment while the publication is not known; moved off
   week-ends (1 December 2026 is a Tuesday, 12 December a Saturday). */
static void
test_deadline (void)
{
  static const struct
  {
    const char *postcode, *published, *deadline;
  } cases[] = {
    { "25000", NULL, "2026-12-01" },
    { "25000", "2026-10-12", "2026-12-14" },
    { "97400", "2026-10-12", "2027-02-12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = set_up (cases[i].postcode);
      g_autoptr (AcqBooks) books = NULL;
      g_autoptr (GPtrArray) claims = NULL;
      g_autoptr (GError) error = NULL;

      if (cases[i].published != NULL)
        g_assert_true (acq_insolvency_claim_record (self->file, "C1", day (cases[i].published), ACQ_DAY_NONE, &error));
      g_assert_no_error (error);
      claims = list (self, &books);
      g_assert_cmpint (((const AcqInsolvencyClaim *) claims->pdata[0])->deadline, ==, day (cases[i].deadline));
      g_assert_false (acq_insolvency_claim_is_late (claims->pdata[0], day (cases[i].deadline)));
      g_assert_true (acq_insolvency_claim_is_late (claims->pdata[0], day (cases[i].deadline) + 1));
    }
}

static void
test_bad_days (void)
{
  g_autoptr (StoreCase) self = set_up (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (acq_insolvency_claim_record (self->file, "C1", day ("2026-09-30"), ACQ_DAY_NONE, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_clear_error (&error);
  g_assert_false (acq_insolvency_claim_record (self->file, "C1", ACQ_DAY_NONE, day ("2026-11-21"), &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_clear_error (&error);
  g_assert_false (acq_insolvency_claim_record (self->file, "C9", ACQ_DAY_NONE, ACQ_DAY_NONE, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER);
  store_case_assert_sound (self);
}

static AcqTodaysWork *
read_work (AcqCompanyFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, file, NULL, &error);
  AcqTodaysWork *work = acq_todays_work_new (view, file, &error);

  g_assert_no_error (error);
  return work;
}

/* A task until it is marked as done, and again once that is taken back. */
static void
test_task (void)
{
  g_autoptr (StoreCase) self = set_up (NULL);
  g_autoptr (AcqTodaysWork) before = read_work (self->file);
  const AcqWorkItem *item = acq_todays_work_find (before, ACQ_WORK_CLAIMS);
  g_autoptr (AcqTodaysWork) published = NULL;
  g_autoptr (AcqTodaysWork) declared = NULL;
  g_autoptr (AcqTodaysWork) again = NULL;

  g_assert_cmpuint (item->count, ==, 1);
  g_assert_cmpuint (item->n_invoices, ==, 2);
  g_assert_cmpint (item->day, ==, day ("2026-12-01"));
  g_assert_true (item->unpublished);
  g_assert_true (acq_insolvency_claim_record (self->file, "C1", day ("2026-10-12"), ACQ_DAY_NONE, NULL));
  published = read_work (self->file);
  g_assert_false (acq_todays_work_find (published, ACQ_WORK_CLAIMS)->unpublished);
  g_assert_true (acq_insolvency_claim_record (self->file, "C1", day ("2026-10-12"), day ("2026-11-02"), NULL));
  declared = read_work (self->file);
  g_assert_null (acq_todays_work_find (declared, ACQ_WORK_CLAIMS));
  g_assert_true (acq_insolvency_claim_record (self->file, "C1", day ("2026-10-12"), ACQ_DAY_NONE, NULL));
  again = read_work (self->file);
  g_assert_cmpint (acq_todays_work_find (again, ACQ_WORK_CLAIMS)->day, ==, day ("2026-12-14"));
  store_case_assert_sound (self);
}

/* Nothing owed, or nobody insolvent: no claim. */
static void
test_none (void)
{
  g_autoptr (StoreCase) self = set_up (NULL);
  g_autoptr (AcqBooks) books = NULL;
  g_autoptr (GPtrArray) claims = NULL;

  store_case_tamper (self, "UPDATE customer SET insolvent_since = NULL");
  claims = list (self, &books);
  g_assert_cmpuint (claims->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflow/insolvency/amounts", test_amounts);
  g_test_add_func ("/workflow/insolvency/deadline", test_deadline);
  g_test_add_func ("/workflow/insolvency/bad-days", test_bad_days);
  g_test_add_func ("/workflow/insolvency/task", test_task);
  g_test_add_func ("/workflow/insolvency/none", test_none);
  return g_test_run ();
}
