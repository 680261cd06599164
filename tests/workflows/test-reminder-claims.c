/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "acq-claim-waiver.h"
#include "acq-example-job.h"
#include "acq-interest-report.h"
#include "acq-legal-rates.h"
#include "acq-mail-words.h"
#include "acq-message-draft.h"
#include "acq-queue.h"

#define TODAY "2026-11-24"

/* Everybody gets letters, and has had a firm one for what is long due. */
#define ON_PAPER                                                                                             \
  "UPDATE statement SET last_day = '2026-11-23';"                                                            \
  "DELETE FROM contact;"                                                                                     \
  "INSERT OR REPLACE INTO setting (key, value) VALUES ('scenario', 'formal'), ('recipients_a_day', '40');"   \
  "INSERT INTO reminder (invoice_id, due, day, step, level, channel)"                                        \
  " SELECT i.id, d.due, date (d.due, '+30 days'), 'firm', 2, 'letter'"                                       \
  " FROM invoice i JOIN due_item d ON d.invoice_id = i.id"                                                   \
  " WHERE d.kind = 'normal' AND d.due < '2026-10-01';"

typedef struct
{
  char *folder;
  AcqCompanyFile *file;
} ClaimsCase;

static ClaimsCase *
claims_case_new (void)
{
  ClaimsCase *self = g_new0 (ClaimsCase, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("acquit-XXXXXX", NULL);
  path = g_build_filename (self->folder, "a.acquit", NULL);
  self->file = acq_example_build (path, acq_clock_pinned (acq_day_parse_iso (TODAY)), NULL, NULL, &error);
  g_assert_no_error (error);
  change = acq_change_begin (self->file, &error);
  acq_connection_exec (acq_company_file_connection (self->file), ON_PAPER, &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static void
enter_rate (const ClaimsCase *self)
{
  AcqHalfYearRates rates = { acq_day_parse_iso ("2026-07-01"), 240, ACQ_LEGAL_VALUE_NONE };
  g_autoptr (GError) error = NULL;

  acq_legal_rates_enter (self->file, &rates, "BCE", &error);
  g_assert_no_error (error);
}

static void
claims_case_free (ClaimsCase *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  acq_company_file_close (self->file);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClaimsCase, claims_case_free)

static AcqQueue *
load_queue (const ClaimsCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, self->file, NULL, &error);
  AcqQueue *queue = acq_queue_new (view, self->file, view->plan_day, &error);

  g_assert_no_error (error);
  return queue;
}

/* The last reminder of the day to one who owes penalties by law, all at its level and asked in full. */
static const AcqPlanMessage *
find_last (const AcqQueue *queue)
{
  for (guint i = 0; i < queue->messages->len; i++)
    {
      const AcqPlanMessage *message = ((const AcqQueueMessage *) queue->messages->pdata[i])->message;
      const AcqPlanItem *first = &g_array_index (message->items, AcqPlanItem, 0);

      if (message->step->tone == ACQ_TONE_LAST && message->recipient->kind == ACQ_CUSTOMER_KIND_COMPANY
          && message->customers->len == 1 && message->customers->pdata[0] == message->recipient
          && first->amount == first->due_item->balance)
        return message;
    }
  g_error ("no last reminder is planned");
}

static char *
draft_plain (const ClaimsCase *self, const AcqQueue *queue, const AcqPlanMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqMessageDraft) draft
    = acq_message_draft_new (self->file, queue->view->planning, message, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (draft->text);
  return acq_mail_text_to_plain (draft->text);
}

/* Worked out again, invoice by invoice. */
static gint64
sum_penalties (const ClaimsCase *self, const AcqQueue *queue, const AcqPlanMessage *message)
{
  const AcqPlanning *planning = queue->view->planning;
  g_autoptr (AcqInterestBasis) basis
    = acq_interest_basis_load (acq_company_file_connection (self->file), NULL);
  const AcqInvoice *before = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, i);
      g_autoptr (AcqInterestReport) report = NULL;

      if (item->step->level < message->level || item->invoice == before)
        continue;
      before = item->invoice;
      report = acq_interest_report_new (planning->ledger, planning->books->history, basis, item->invoice,
                                        message->day, NULL);
      sum += report->interest->interest - report->interest->interest_paid;
    }
  return sum;
}

static void
give_up (const ClaimsCase *self, const AcqPlanMessage *message, AcqWaiver waives)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) change = acq_change_begin (self->file, &error);

  for (guint i = 0; i < message->items->len; i++)
    g_ptr_array_add (numbers, g_array_index (message->items, AcqPlanItem, i).invoice->number);
  acq_claim_waiver_write (self->file, numbers, waives, message->day, "REC-2026-0001", &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_figures (void)
{
  g_autoptr (ClaimsCase) self = claims_case_new ();
  g_autoptr (AcqQueue) queue = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *amount = NULL;
  const AcqPlanMessage *message;
  gint64 penalties;

  enter_rate (self);
  queue = load_queue (self);
  message = find_last (queue);
  penalties = sum_penalties (self, queue, message);
  g_assert_cmpint (penalties, >, 0);
  amount = acq_mail_amount (ACQ_TONGUE_FRENCH, penalties, ACQ_CURRENCY_EUR);
  plain = draft_plain (self, queue, message);
  g_assert_nonnull (strstr (plain, amount));
  g_assert_nonnull (strstr (plain, "par facture (article D."));
}

static void
test_given_up (void)
{
  g_autoptr (ClaimsCase) self = claims_case_new ();
  g_autoptr (AcqQueue) queue = NULL;
  g_autoptr (AcqQueue) later = NULL;
  g_autofree char *plain = NULL;

  enter_rate (self);
  queue = load_queue (self);
  give_up (self, find_last (queue), ACQ_WAIVER_ALL);
  later = load_queue (self);
  for (guint i = 0; i < later->messages->len; i++)
    {
      const AcqPlanMessage *message = ((const AcqQueueMessage *) later->messages->pdata[i])->message;

      if (message->recipient->id == find_last (queue)->recipient->id)
        plain = draft_plain (self, later, message);
    }
  g_assert_nonnull (plain);
  g_assert_null (strstr (plain, "pénalités"));
  g_assert_null (strstr (plain, "indemnité"));
  g_assert_nonnull (strstr (plain, "mise en demeure"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-claims/figures", test_figures);
  g_test_add_func ("/reminder-claims/given-up", test_given_up);
  return g_test_run ();
}
