/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-fact-entry.h"
#include "acq-journal.h"
#include "acq-ledger-repository.h"
#include "acq-letter-error.h"
#include "acq-letter-repository.h"
#include "acq-message-draft.h"
#include "acq-workflow-error.h"
#include "example-case.h"

#define TODAY "2026-11-24"

/* On a Tuesday. */
static StoreCase *
new_case (gconstpointer example)
{
  return store_case_new_copy ((GBytes *) example, acq_day_parse_iso (TODAY));
}

static gint64
count_lines (const StoreCase *self)
{
  gint64 count = -1;
  g_autoptr (GError) error = NULL;

  acq_connection_get_int (acq_company_file_connection (self->file), &count, &error, "SELECT count(*) FROM journal", "");
  g_assert_no_error (error);
  return count;
}

/* A customer who owes something, whose notice nothing blocks. */
static AcqLetterRequest
find_request (const StoreCase *self, char **ret_customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < planning->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = planning->ledger->customers->pdata[i];
      AcqLetterRequest request = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = customer->code };
      g_autoptr (GBytes) pdf = acq_letter_draft_planned (self->file, planning, &request, NULL, NULL);

      if (pdf == NULL)
        continue;
      request.customer = *ret_customer = g_strdup (customer->code);
      return request;
    }
  g_assert_not_reached ();
}

static GBytes *
draft (const StoreCase *self, const AcqLetterRequest *request, AcqLetterResult **ret_result)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = acq_letter_draft (self->file, request, ret_result, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The very bytes, with what they are about. */
static void
assert_kept (const StoreCase *self, const AcqLetterResult *result, GBytes *pdf)
{
  AcqConnection *connection = acq_company_file_connection (self->file);
  g_autoptr (GPtrArray) letters = acq_letter_repository_list (connection, 0, NULL);
  const AcqIssuedLetter *letter = letters->pdata[0];
  g_autoptr (GBytes) kept = acq_letter_repository_load_pdf (connection, letter->id, NULL);
  AcqVerification found;

  g_assert_cmpuint (letters->len, ==, 1);
  g_assert_true (g_bytes_equal (kept, pdf));
  g_assert_cmpstr (letter->reference, ==, result->reference);
  g_assert_cmpint (letter->total_due, ==, result->total_due);
  g_assert_cmpuint (letter->invoice_ids->len, ==, result->numbers->len);
  g_assert_true (acq_ledger_repository_verify (connection, &found, NULL));
}

/* A draft leaves no trace; what is issued is the draft, to the last byte, and once. */
static void
test_same_bytes (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autofree char *customer = NULL;
  g_autofree char *output = g_build_filename (self->folder, "a.pdf", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterResult) result = NULL;
  AcqLetterRequest request = find_request (self, &customer);
  gint64 before = count_lines (self);
  g_autoptr (GBytes) pdf = draft (self, &request, &result);
  gsize size;

  g_assert_cmpint (count_lines (self), ==, before);
  g_assert_cmpuint (result->n_pages, >, 0);
  g_assert_cmpuint (result->numbers->len, >, 0);
  g_assert_cmpstr (result->reference, ==, "MED-2026-0001");
  g_assert_true (acq_letter_issue_draft (self->file, &request, pdf, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_lines (self), ==, before + 1);
  request.output = output;
  g_assert_true (acq_letter_issue_draft (self->file, &request, pdf, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_lines (self), ==, before + 1);
  assert_kept (self, result, pdf);
  g_assert_true (g_file_get_contents (output, &written, &size, NULL));
  g_assert_cmpmem (written, size, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
}

/* Two that were drafted together leave one after the other, each as it was looked at. */
static void
test_drafted_together (gconstpointer example)
{
  static const char *const accepted[] = { "rate_unconfirmed", "never_reminded", "missing_copy", NULL };
  g_autoptr (StoreCase) self = new_case (example);
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->file, NULL);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) customers = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < planning->ledger->customers->len && pdfs->len < 3; i++)
    {
      const AcqCustomer *customer = planning->ledger->customers->pdata[i];
      AcqLetterRequest request = {
        .model = ACQ_LETTER_MODEL_FORMAL_NOTICE,
        .customer = customer->code,
        .accepted = accepted,
        .n_before = pdfs->len,
      };
      GBytes *pdf = acq_letter_draft_planned (self->file, planning, &request, NULL, NULL);

      if (pdf == NULL)
        continue;
      g_ptr_array_add (pdfs, pdf);
      g_ptr_array_add (customers, customer->code);
    }
  g_assert_cmpuint (pdfs->len, ==, 3);
  for (guint i = 0; i < pdfs->len; i++)
    {
      AcqLetterRequest request
        = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = customers->pdata[i], .accepted = accepted };

      g_assert_true (acq_letter_issue_draft (self->file, &request, pdfs->pdata[i], &error));
      g_assert_no_error (error);
    }
}

/* What was looked at and would now read otherwise does not leave. */
static void
test_outdated (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autofree char *customer = NULL;
  g_autofree char *output = g_build_filename (self->folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  AcqLetterRequest request = find_request (self, &customer);
  g_autoptr (GBytes) pdf = draft (self, &request, NULL);
  gint64 before = count_lines (self);

  g_assert_true (acq_fact_set_details (self->file, (const char *const[]){ "phone=03 53 01 99 99", NULL }, &error));
  g_assert_no_error (error);
  request.output = output;
  g_assert_false (acq_letter_issue_draft (self->file, &request, pdf, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  g_assert_cmpint (count_lines (self), ==, before + 1);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

/* Drawn up on a Saturday for the Monday: its day, its deadline and its interest are Monday's. */
static void
test_later_day (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autofree char *customer = NULL;
  AcqLetterRequest request = find_request (self, &customer);
  g_autoptr (GBytes) today = draft (self, &request, NULL);
  g_autoptr (GBytes) past = NULL;
  g_autoptr (GBytes) later = NULL;

  request.day = acq_day_parse_iso ("2026-11-20");
  past = draft (self, &request, NULL);
  g_assert_true (g_bytes_equal (today, past));
  request.day = acq_day_parse_iso ("2026-11-25");
  later = draft (self, &request, NULL);
  g_assert_false (g_bytes_equal (today, later));
}

/* What the user overrules, and why, stands in the journal and beside the letter. */
static void
test_reason (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autofree char *customer = NULL;
  const char *const accepted[] = { "rate_unconfirmed", NULL };
  g_autoptr (GError) error = NULL;
  AcqLetterRequest request = find_request (self, &customer);
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (AcqIssuedLetter) letter = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const AcqJournalLine *last;

  request.accepted = accepted;
  request.reason = "confirmed by the accountant";
  result = acq_letter_issue (self->file, &request, &error);
  g_assert_no_error (error);
  letter = acq_letter_repository_find (acq_company_file_connection (self->file), result->reference, &error);
  g_assert_cmpstr (letter->accepted, ==, "rate_unconfirmed");
  g_assert_cmpstr (letter->reason, ==, request.reason);
  lines = acq_journal_list (acq_company_file_connection (self->file), NULL);
  last = lines->pdata[lines->len - 1];
  g_assert_nonnull (strstr (last->detail, " accepted=rate_unconfirmed reason=confirmed by the accountant sha256="));
}

/* A company for whose notice nothing is missing but a confirmed rate. */
static AcqLetterRequest
find_business_request (const StoreCase *self, char **ret_customer)
{
  static const char *const accepted[] = { "rate_unconfirmed", NULL };
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->file, NULL);

  for (guint i = 0; i < planning->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = planning->ledger->customers->pdata[i];
      AcqLetterRequest request
        = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = customer->code, .accepted = accepted };
      g_autoptr (GBytes) pdf = NULL;

      if (customer->kind != ACQ_CUSTOMER_KIND_COMPANY)
        continue;
      pdf = acq_letter_draft_planned (self->file, planning, &request, NULL, NULL);
      if (pdf == NULL)
        continue;
      request.customer = *ret_customer = g_strdup (customer->code);
      return request;
    }
  g_assert_not_reached ();
}

/* The contract's rate is used as it stands, and the warning comes with the letter. */
static void
test_contract_rate (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autofree char *customer = NULL;
  g_autoptr (GError) error = NULL;
  AcqLetterRequest request = find_business_request (self, &customer);
  g_autoptr (AcqLetterResult) low = NULL, high = NULL;
  g_autoptr (GBytes) low_pdf = NULL, high_pdf = NULL;

  g_assert_true (acq_fact_set_details (self->file, (const char *const[]){ "penalty_rate=2", NULL }, &error));
  low_pdf = draft (self, &request, &low);
  g_assert_true (g_strv_contains ((const char *const *) low->warnings, "rate_below_floor"));
  g_assert_true (acq_fact_set_details (self->file, (const char *const[]){ "penalty_rate=40", NULL }, &error));
  high_pdf = draft (self, &request, &high);
  g_assert_true (g_strv_contains ((const char *const *) high->warnings, "rate_excessive"));
  g_assert_false (g_strv_contains ((const char *const *) high->warnings, "rate_below_floor"));
}

static AcqMessageDraft *
draft_message (const StoreCase *self, AcqPlanning *planning, const AcqPlanMessage *message)
{
  g_autoptr (GError) error = NULL;
  AcqMessageDraft *made = acq_message_draft_new (self->file, planning, message, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made->recipient);
  return made;
}

static void
check_mail (const AcqMessageDraft *made)
{
  g_assert_nonnull (made->text);
  g_assert_true ((strchr (made->recipient, '@') != NULL) == (made->address != NULL));
  g_assert_cmpuint (made->letters->len, ==, 0);
  for (guint i = 0; i < made->attachments->len; i++)
    {
      const AcqDraftAttachment *attachment = made->attachments->pdata[i];

      g_assert_true (g_str_has_suffix (attachment->name, ".pdf"));
      g_assert_cmpmem (g_bytes_get_data (attachment->copy, NULL), 5, "%PDF-", 5);
    }
}

static void
check_letters (const AcqMessageDraft *made)
{
  g_assert_cmpuint (made->letters->len, >, 0);
  for (guint i = 0; i < made->letters->len; i++)
    {
      const AcqDraftLetter *letter = made->letters->pdata[i];

      g_assert_true ((letter->pdf == NULL) == (letter->refusal != NULL));
      if (letter->refusal != NULL)
        g_assert_error (letter->refusal, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
    }
}

/* Some can be reached by letter alone. */
static void
forget_addresses (AcqPlanning *planning)
{
  for (guint i = 0; i < planning->ledger->customers->len; i += 2)
    {
      const AcqCustomer *customer = planning->ledger->customers->pdata[i];

      for (guint j = 0; j < customer->contacts->len; j++)
        g_clear_pointer (&((AcqContact *) customer->contacts->pdata[j])->email, g_free);
    }
}

/* Every message of every preset for some days can be drafted, and drafting changes nothing. */
static void
test_example_messages (gconstpointer example)
{
  g_autoptr (StoreCase) self = new_case (example);
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->file, NULL);
  gint64 before = count_lines (self);
  guint n_kinds[4] = { 0 };
  gsize n_presets;
  const AcqScenario *presets = acq_scenario_presets (&n_presets);

  forget_addresses (planning);
  planning->request.find_scenario = NULL;
  for (gsize i = 0; i < n_presets; i++)
    {
      g_autoptr (AcqPlan) plan = NULL;

      planning->settings->scenario = &presets[i];
      plan = acq_plan_new (&planning->request, planning->request.today + 3);
      for (guint j = 0; j < plan->messages->len; j++)
        {
          g_autoptr (AcqMessageDraft) made = draft_message (self, planning, plan->messages->pdata[j]);

          n_kinds[made->kind]++;
          if (made->kind == ACQ_MESSAGE_DRAFT_MAIL)
            check_mail (made);
          else if (made->kind != ACQ_MESSAGE_DRAFT_CALL)
            check_letters (made);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (n_kinds); i++)
    g_assert_cmpuint (n_kinds[i], >, 0);
  g_assert_cmpint (count_lines (self), ==, before);
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) example = NULL;

  g_test_init (&argc, &argv, NULL);
  example = example_case_make (acq_day_parse_iso (TODAY));
#define ADD(path, func) g_test_add_data_func ("/letter-draft/" path, example, func)
  ADD ("same-bytes", test_same_bytes);
  ADD ("drafted-together", test_drafted_together);
  ADD ("outdated", test_outdated);
  ADD ("later-day", test_later_day);
  ADD ("reason", test_reason);
  ADD ("contract-rate", test_contract_rate);
  ADD ("example-messages", test_example_messages);
  return g_test_run ();
}
