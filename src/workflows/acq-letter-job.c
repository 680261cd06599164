/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-job.h"

#include <string.h>

#include "acq-interest-report.h"
#include "acq-letter-files.h"
#include "acq-letter-kinds.h"
#include "acq-letter-repository.h"
#include "acq-lookup.h"
#include "acq-planning.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

void
acq_letter_result_free (AcqLetterResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->numbers);
  g_strfreev (self->warnings);
  g_free (self->reference);
  acq_deposit_slip_free (self->slip);
  g_clear_pointer (&self->payments, g_array_unref);
  acq_payment_plan_free (self->plan);
  g_free (self);
}

/* What a letter job holds on to while it works. */
typedef struct
{
  AcqLetterSource source;
  AcqPlanning *planning; /* borrowed */
  AcqInterestBasis *basis;
  AcqLetterPress *press;
} Desk;

static void
desk_clear (Desk *desk)
{
  acq_letter_press_free (desk->press);
  g_clear_pointer (&desk->basis, acq_interest_basis_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static gboolean
desk_set_up (Desk *desk, AcqCompanyFile *file, AcqPlanning *planning, AcqDay day, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  desk->press = acq_letter_press_new (error);
  if (desk->press == NULL)
    return FALSE;
  desk->basis = acq_interest_basis_load (connection, error);
  if (desk->basis == NULL)
    return FALSE;
  desk->planning = planning;
  desk->source = (AcqLetterSource){
    .connection = connection,
    .ledger = planning->ledger,
    .standings = planning->standings,
    .history = planning->books->history,
    .basis = desk->basis,
    .settings = planning->settings,
    .request = &planning->request,
    .today = MAX (acq_clock_today (acq_company_file_clock (file)), day),
  };
  return TRUE;
}

/* Letters of one model are numbered through the year of their day: "MED-2026-0014". A draft that did not leave may have left a
   gap behind, never a number that is given twice. */
static char *
next_reference (const Desk *desk, const AcqLetterKind *kind, guint n_before, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%s-%04d-", kind->prefix, acq_day_year (desk->source.today));
  g_autofree char *pattern = g_strconcat (prefix, "*", NULL);
  gint64 last = 0;

  if (!acq_connection_get_int (desk->source.connection, &last, error,
                               "SELECT coalesce (max (CAST (substr (subject, ?) AS INTEGER)), 0) FROM journal"
                               " WHERE action = 'letter' AND subject GLOB ?",
                               "it", (gint64) strlen (prefix) + 1, pattern))
    return NULL;
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT, prefix, last + 1 + n_before);
}

static const AcqCustomer *
find_customer (const Desk *desk, const AcqLetterRequest *request, const AcqInvoice *only, GError **error)
{
  if (only != NULL)
    return acq_ledger_find_customer (desk->planning->ledger, only->customer_id);
  return acq_lookup_customer_in (desk->planning->ledger, request->customer, error);
}

/* A letter that is drawn, and what is kept of it. */
typedef struct
{
  GBytes *pdf;
  AcqLetterResult *result;
  AcqIssuedLetter *letter;
  char *customer; /* code; nullable */
} DrawnLetter;

static void
drawn_letter_clear (DrawnLetter *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  acq_letter_result_free (g_steal_pointer (&self->result));
  acq_issued_letter_free (g_steal_pointer (&self->letter));
  g_clear_pointer (&self->customer, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawnLetter, drawn_letter_clear)

static char *
join_accepted (const AcqLetterRequest *request)
{
  return request->accepted == NULL || request->accepted[0] == NULL
           ? NULL
           : g_strjoinv (",", (char **) request->accepted);
}

/* On one line, for the journal; NULL where there is none. */
static char *
tidy_reason (const AcqLetterRequest *request)
{
  g_autofree char *reason = request->reason == NULL ? NULL : acq_text_squeeze (request->reason);

  return reason == NULL || reason[0] == '\0' ? NULL : g_steal_pointer (&reason);
}

static gboolean
describe (const Desk *desk, const AcqLetterTask *task, DrawnLetter *drawn, GError **error)
{
  AcqIssuedLetter *letter = drawn->letter = acq_issued_letter_new ();
  const AcqLetterResult *result = drawn->result;

  letter->model = g_strdup (acq_letter_model_to_code (task->request->model));
  letter->reference = g_strdup (result->reference);
  letter->customer_id = task->customer == NULL ? 0 : task->customer->id;
  letter->day = desk->source.today;
  letter->n_pages = result->n_pages;
  letter->total_due = result->total_due;
  letter->accepted = join_accepted (task->request);
  letter->reason = tidy_reason (task->request);
  letter->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, drawn->pdf);
  for (guint i = 0; i < result->numbers->len; i++)
    {
      const AcqInvoice *invoice
        = acq_lookup_invoice_in (desk->planning->ledger, result->numbers->pdata[i], error);

      if (invoice == NULL)
        return FALSE;
      g_array_append_val (letter->invoice_ids, invoice->id);
    }
  return TRUE;
}

/* Whom the letter is about: the customer, or that of the one invoice. */
static gboolean
find_subject (const Desk *desk, AcqLetterTask *task, const AcqLetterKind *kind, GError **error)
{
  if (kind->is_of_no_customer)
    return TRUE;
  if (task->request->number != NULL
      && (task->only = acq_lookup_invoice_in (desk->planning->ledger, task->request->number, error)) == NULL)
    return FALSE;
  task->customer = find_customer (desk, task->request, task->only, error);
  return task->customer != NULL;
}

static gboolean
draw_planned (AcqCompanyFile *file, AcqPlanning *planning, const AcqLetterRequest *request,
              DrawnLetter *drawn, GError **error)
{
  const AcqLetterKind *kind = acq_letter_kind_get (request->model);
  g_auto (Desk) desk = { 0 };
  AcqLetterResult *result = drawn->result = g_new0 (AcqLetterResult, 1);
  AcqLetterTask task = { .source = &desk.source, .request = request };

  result->numbers = g_ptr_array_new_with_free_func (g_free);
  result->claim_day = ACQ_DAY_NONE;
  if (!desk_set_up (&desk, file, planning, request->day, error) || !find_subject (&desk, &task, kind, error))
    return FALSE;
  result->reference = next_reference (&desk, kind, request->n_before, error);
  if (result->reference == NULL)
    return FALSE;
  task.press = desk.press;
  task.reference = result->reference;
  drawn->customer = task.customer == NULL ? NULL : g_strdup (task.customer->code);
  drawn->pdf = kind->write (&task, result, error);
  return drawn->pdf != NULL && describe (&desk, &task, drawn, error);
}

static gboolean
draw (AcqCompanyFile *file, const AcqLetterRequest *request, DrawnLetter *drawn, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (file, error);

  return planning != NULL && draw_planned (file, planning, request, drawn, error);
}

/* What the creditor chose about each claim. */
static void
append_choices (GString *text, const AcqLetterRequest *request)
{
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (request->choices[claim] != ACQ_CREDITOR_CHOICE_NONE)
      g_string_append_printf (text, " %s=%s", acq_plan_claim_to_code (claim),
                              acq_creditor_choice_to_code (request->choices[claim]));
}

/* The hash comes last: it is by it that the journal's line is found again. */
static char *
describe_for_journal (const DrawnLetter *drawn, const AcqLetterRequest *request)
{
  const AcqIssuedLetter *letter = drawn->letter;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "model=%s", letter->model);
  if (drawn->customer != NULL)
    g_string_append_printf (text, " customer=%s", drawn->customer);
  append_choices (text, request);
  g_string_append_printf (text, " accepted=%s", letter->accepted == NULL ? "" : letter->accepted);
  if (letter->reason != NULL)
    g_string_append_printf (text, " reason=%s", letter->reason);
  g_string_append_printf (text, " sha256=%s", letter->sha256);
  return g_string_free (text, FALSE);
}

static gboolean
write_down (AcqCompanyFile *file, AcqChange *change, const DrawnLetter *drawn, const AcqLetterRequest *request,
            GError **error)
{
  const AcqLetterKind *kind = acq_letter_kind_get (request->model);
  g_autofree char *detail = describe_for_journal (drawn, request);

  return acq_letter_repository_insert (acq_company_file_connection (file), drawn->letter, drawn->pdf, error)
         && (kind->issued == NULL || kind->issued (file, request, drawn->result, error))
         && acq_change_note (change, "letter", drawn->result->reference, detail, error);
}

static gboolean
put_out (AcqLetterFiles *files, const char *output, GBytes *pdf, GError **error)
{
  return output == NULL
         || (acq_letter_files_add (files, output, pdf, error) && acq_letter_files_put_in_place (files, error));
}

/* Neither a file without its letter, nor a letter without its file. */
static gboolean
keep (AcqCompanyFile *file, const DrawnLetter *drawn, const AcqLetterRequest *request, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqLetterFiles) files = acq_letter_files_new ();

  if (change == NULL || !write_down (file, change, drawn, request, error)
      || !put_out (files, request->output, drawn->pdf, error) || !acq_change_end (change, error))
    return FALSE;
  acq_letter_files_keep (files);
  return TRUE;
}

/* Once more: the letter was issued before. */
static gboolean
save (const char *output, GBytes *pdf, GError **error)
{
  g_autoptr (AcqLetterFiles) files = acq_letter_files_new ();

  if (!put_out (files, output, pdf, error))
    return FALSE;
  acq_letter_files_keep (files);
  return TRUE;
}

static gboolean
was_issued (AcqCompanyFile *file, GBytes *pdf, gboolean *ret_issued, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *pattern = g_strconcat ("* sha256=", hash, NULL);
  gint64 count = 0;

  if (!acq_connection_get_int (acq_company_file_connection (file), &count, error,
                               "SELECT count(*) FROM journal WHERE action = 'letter' AND detail GLOB ?", "t",
                               pattern))
    return FALSE;
  *ret_issued = count > 0;
  return TRUE;
}

gboolean
acq_letter_ask_claims (AcqCompanyFile *file, const AcqLetterRequest *request, AcqClaimQuestion *ret_question,
                       GError **error)
{
  const AcqLetterKind *kind = acq_letter_kind_get (request->model);
  g_autoptr (AcqPlanning) planning = acq_planning_new (file, error);
  g_auto (Desk) desk = { 0 };
  AcqLetterTask task = { .source = &desk.source, .request = request, .reference = "" };

  *ret_question = (AcqClaimQuestion){ .day = ACQ_DAY_NONE, .accepted_until = ACQ_DAY_NONE };
  if (planning == NULL || !desk_set_up (&desk, file, planning, request->day, error)
      || !find_subject (&desk, &task, kind, error))
    return FALSE;
  return kind->ask == NULL || kind->ask (&task, ret_question, error);
}

GBytes *
acq_letter_draft (AcqCompanyFile *file, const AcqLetterRequest *request, AcqLetterResult **ret_result,
                  GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (file, error);

  return planning == NULL ? NULL : acq_letter_draft_planned (file, planning, request, ret_result, error);
}

GBytes *
acq_letter_draft_planned (AcqCompanyFile *file, AcqPlanning *planning, const AcqLetterRequest *request,
                          AcqLetterResult **ret_result, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };

  if (!draw_planned (file, planning, request, &drawn, error))
    return NULL;
  if (ret_result != NULL)
    *ret_result = g_steal_pointer (&drawn.result);
  return g_steal_pointer (&drawn.pdf);
}

/* The letter anew, if it still reads as the draft. */
static gboolean
draw_again (AcqCompanyFile *file, const AcqLetterRequest *request, GBytes *draft, DrawnLetter *drawn,
            GError **error)
{
  if (!draw (file, request, drawn, error))
    return FALSE;
  if (g_bytes_equal (drawn->pdf, draft))
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, drawn->result->reference);
  return FALSE;
}

gboolean
acq_letter_issue_draft (AcqCompanyFile *file, const AcqLetterRequest *request, GBytes *draft, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };
  gboolean issued;

  if (!was_issued (file, draft, &issued, error))
    return FALSE;
  if (issued)
    return save (request->output, draft, error);
  return draw_again (file, request, draft, &drawn, error) && keep (file, &drawn, request, error);
}

gboolean
acq_letter_issue_draft_within (AcqCompanyFile *file, AcqChange *change, const AcqLetterRequest *request,
                               GBytes *draft, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };
  gboolean issued;

  if (!was_issued (file, draft, &issued, error))
    return FALSE;
  return issued
         || (draw_again (file, request, draft, &drawn, error)
             && write_down (file, change, &drawn, request, error));
}

AcqLetterResult *
acq_letter_issue (AcqCompanyFile *file, const AcqLetterRequest *request, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };

  if (!draw (file, request, &drawn, error) || !keep (file, &drawn, request, error))
    return NULL;
  return g_steal_pointer (&drawn.result);
}
