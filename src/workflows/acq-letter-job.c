/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-job.h"

#include "acq-interest-report.h"
#include "acq-letter-check.h"
#include "acq-letter-draft.h"
#include "acq-lookup.h"
#include "acq-planning.h"
#include "acq-workflow-error.h"

void
acq_letter_result_free (AcqLetterResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->numbers);
  g_strfreev (self->warnings);
  g_free (self->reference);
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

/* Letters of one model are numbered through the year of their day: "MED-2026-0014". */
static char *
next_reference (const Desk *desk, AcqLetterModel model, GError **error)
{
  int year = acq_day_year (desk->source.today);
  g_autofree char *prefix
    = g_strdup_printf ("%s-%04d-", model == ACQ_LETTER_MODEL_FORMAL_NOTICE ? "MED" : "RC", year);
  g_autofree char *pattern = g_strconcat (prefix, "*", NULL);
  gint64 count = 0;

  if (!acq_connection_get_int (desk->source.connection, &count, error,
                               "SELECT count(*) FROM journal WHERE action = 'letter' AND subject GLOB ?", "t",
                               pattern))
    return NULL;
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT, prefix, count + 1);
}

static GBytes *
write_notice (const Desk *desk, const AcqCustomer *customer, const AcqInvoice *only, const char *reference,
              const AcqLetterRequest *request, AcqLetterReport *report, AcqLetterResult *result,
              GError **error)
{
  g_autoptr (AcqLetter) letter = acq_draft_formal_notice (&desk->source, customer, only, reference, error);
  g_autoptr (GArray) flaws = NULL;

  if (letter == NULL)
    return NULL;
  flaws = acq_formal_notice_find_flaws (desk->press, letter);
  if (!acq_letter_flaws_decide (flaws, request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < letter->items->len; i++)
    g_ptr_array_add (result->numbers, g_strdup (((const AcqLetterItem *) letter->items->pdata[i])->number));
  return acq_formal_notice_write (desk->press, letter, report, error);
}

static GBytes *
write_statement (const Desk *desk, const AcqCustomer *customer, const char *reference,
                 const AcqLetterRequest *request, AcqLetterReport *report, AcqLetterResult *result,
                 GError **error)
{
  g_autoptr (AcqAccountStatement) statement
    = acq_draft_account_statement (&desk->source, customer, reference);
  g_autoptr (GArray) flaws = acq_account_statement_find_flaws (desk->press, statement);

  if (!acq_letter_flaws_decide (flaws, request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < desk->planning->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = desk->planning->ledger->invoices->pdata[i];

      if (invoice->customer_id == customer->id && invoice->balance > 0 && !invoice->cancelled
          && !invoice->factored && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        g_ptr_array_add (result->numbers, g_strdup (invoice->number));
    }
  return acq_account_statement_write (desk->press, statement, report, error);
}

static const AcqCustomer *
find_customer (const Desk *desk, const AcqLetterRequest *request, const AcqInvoice *only, GError **error)
{
  if (only != NULL)
    return acq_ledger_find_customer (desk->planning->ledger, only->customer_id);
  return acq_lookup_customer_in (desk->planning->ledger, request->customer, error);
}

/* A letter that is drawn, and what the journal says of it. */
typedef struct
{
  GBytes *pdf;
  AcqLetterResult *result;
  char *customer; /* code */
} DrawnLetter;

static void
drawn_letter_clear (DrawnLetter *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  acq_letter_result_free (g_steal_pointer (&self->result));
  g_clear_pointer (&self->customer, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawnLetter, drawn_letter_clear)

static gboolean
draw_planned (AcqCompanyFile *file, AcqPlanning *planning, const AcqLetterRequest *request,
              DrawnLetter *drawn, GError **error)
{
  g_auto (Desk) desk = { 0 };
  AcqLetterResult *result = drawn->result = g_new0 (AcqLetterResult, 1);
  const AcqInvoice *only = NULL;
  const AcqCustomer *customer;
  AcqLetterReport report = { 0 };

  result->numbers = g_ptr_array_new_with_free_func (g_free);
  if (!desk_set_up (&desk, file, planning, request->day, error))
    return FALSE;
  if (request->number != NULL
      && (only = acq_lookup_invoice_in (desk.planning->ledger, request->number, error)) == NULL)
    return FALSE;
  customer = find_customer (&desk, request, only, error);
  result->reference = customer == NULL ? NULL : next_reference (&desk, request->model, error);
  if (result->reference == NULL)
    return FALSE;
  drawn->customer = g_strdup (customer->code);
  drawn->pdf = request->model == ACQ_LETTER_MODEL_FORMAL_NOTICE
                 ? write_notice (&desk, customer, only, result->reference, request, &report, result, error)
                 : write_statement (&desk, customer, result->reference, request, &report, result, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  return drawn->pdf != NULL;
}

static gboolean
draw (AcqCompanyFile *file, const AcqLetterRequest *request, DrawnLetter *drawn, GError **error)
{
  g_autoptr (AcqPlanning) planning = acq_planning_new (file, error);

  return planning != NULL && draw_planned (file, planning, request, drawn, error);
}

static gboolean
save (const char *path, GBytes *pdf, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  if (path == NULL || g_file_set_contents (path, data, (gssize) size, &local_error))
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", local_error->message);
  return FALSE;
}

static gboolean
keep (AcqCompanyFile *file, const DrawnLetter *drawn, const AcqLetterRequest *request, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, drawn->pdf);
  g_autofree char *accepted
    = request->accepted == NULL ? g_strdup ("") : g_strjoinv (",", (char **) request->accepted);
  g_autofree char *detail
    = g_strdup_printf ("model=%s customer=%s accepted=%s sha256=%s",
                       acq_letter_model_to_code (request->model), drawn->customer, accepted, hash);

  if (change == NULL || !save (request->output, drawn->pdf, error))
    return FALSE;
  return acq_change_commit (change, "letter", drawn->result->reference, detail, error);
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

gboolean
acq_letter_issue_draft (AcqCompanyFile *file, const AcqLetterRequest *request, GBytes *draft, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };
  gboolean issued;

  if (!was_issued (file, draft, &issued, error))
    return FALSE;
  if (issued)
    return save (request->output, draft, error);
  if (!draw (file, request, &drawn, error))
    return FALSE;
  if (g_bytes_equal (drawn.pdf, draft))
    return keep (file, &drawn, request, error);
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, drawn.result->reference);
  return FALSE;
}

AcqLetterResult *
acq_letter_issue (AcqCompanyFile *file, const AcqLetterRequest *request, GError **error)
{
  g_auto (DrawnLetter) drawn = { 0 };

  if (!draw (file, request, &drawn, error) || !keep (file, &drawn, request, error))
    return NULL;
  return g_steal_pointer (&drawn.result);
}
