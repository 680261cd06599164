/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "acq-approval.h"
#include "acq-fact-entry.h"
#include "acq-letter-departure.h"
#include "acq-letter-error.h"
#include "acq-letter-merge.h"
#include "acq-letter-repository.h"
#include "acq-workflow-error.h"
#include "example-case.h"

/* With something about the company changed; NULL: as it is. */
static StoreCase *
new_case (gconstpointer company, const char *sql)
{
  StoreCase *self = store_case_new_copy ((GBytes *) company, acq_day_parse_iso (EXAMPLE_CASE_POST_DAY));

  if (sql != NULL)
    store_case_change (self, sql);
  return self;
}

static guint
count_files (const char *folder, const char *suffix, gboolean remove)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, suffix))
        continue;
      count++;
      if (remove)
        g_unlink (path);
    }
  return count;
}

static AcqQueue *
load_queue (const StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, self->file, NULL, &error);
  AcqQueue *queue = acq_queue_new (view, self->file, view->plan_day, &error);

  g_assert_no_error (error);
  return queue;
}

static AcqLetterBatch *
draft_batch (const StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) queue = load_queue (self);
  AcqLetterBatch *batch = acq_letter_batch_new (self->file, queue, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->entries->len, ==, acq_letter_batch_count (queue));
  return batch;
}

static void
see_all (AcqLetterBatch *batch)
{
  for (guint i = 0; i < batch->entries->len; i++)
    acq_letter_batch_mark_seen (batch, i);
}

static AcqLetterPile *
go (const StoreCase *self, AcqLetterBatch *batch, AcqLetterWish wish, GError **error)
{
  g_autoptr (GArray) all = acq_letter_batch_order (batch, ACQ_LETTER_BATCH_BY_POSTCODE);

  if (wish.places == NULL)
    {
      wish.places = (const guint *) (gconstpointer) all->data;
      wish.n_places = all->len;
    }
  return acq_letter_departure_go (batch, self->file, &wish, NULL, error);
}

/* Letters as they were kept, in the order of their references. */
static GPtrArray *
list_issued (const StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *letters = acq_letter_repository_list (acq_company_file_connection (self->file), 0, &error);

  g_assert_no_error (error);
  return letters;
}

static GBytes *
load_issued (const StoreCase *self, const AcqIssuedLetter *letter)
{
  return acq_letter_repository_load_pdf (acq_company_file_connection (self->file), letter->id, NULL);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All approvals as text, one line each. */
static char *
dump_approvals (const StoreCase *self)
{
  g_autoptr (GPtrArray) approvals = acq_approval_list (self->file, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < approvals->len; i++)
    {
      const AcqMessage *approval = approvals->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT "\n",
                                               approval->recipient_id, approval->step, approval->total));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

/* As a person does it who takes one row after the other. */
static void
leave_one_by_one (const StoreCase *self)
{
  g_autoptr (AcqQueue) queue = load_queue (self);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < queue->messages->len; i++)
    {
      const AcqPlanMessage *message = ((const AcqQueueMessage *) queue->messages->pdata[i])->message;
      g_autoptr (AcqMessageDraft) draft
        = acq_message_draft_new (self->file, queue->view->planning, message, NULL, &error);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      gboolean refused = FALSE;

      g_ptr_array_add (one, (gpointer) message);
      for (guint j = 0; j < draft->letters->len; j++)
        refused = refused || ((const AcqDraftLetter *) draft->letters->pdata[j])->refusal != NULL;
      if (draft->letters->len == 0 || refused)
        continue;
      for (guint j = 0; j < draft->letters->len && draft->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE; j++)
        {
          const AcqDraftLetter *letter = draft->letters->pdata[j];
          AcqLetterRequest request
            = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = letter->customer, .day = message->day };

          g_assert_true (acq_letter_issue_draft (self->file, &request, letter->pdf, &error));
        }
      g_assert_true (acq_approval_approve (self->file, one, message->needs, &error));
    }
}

static void
assert_same_issued (const StoreCase *one, const StoreCase *other)
{
  g_autoptr (GPtrArray) left = list_issued (one), right = list_issued (other);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const AcqIssuedLetter *a = left->pdata[i], *b = right->pdata[i];
      g_autoptr (GBytes) a_pdf = load_issued (one, a), b_pdf = load_issued (other, b);

      g_assert_cmpstr (a->reference, ==, b->reference);
      g_assert_true (g_bytes_equal (a_pdf, b_pdf));
    }
}

static char *
read_text (GBytes *pdf, guint *ret_pages)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  GString *text = g_string_new (NULL);

  *ret_pages = (guint) poppler_document_get_n_pages (document);
  for (int i = 0; i < (int) *ret_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *part = poppler_page_get_text (page);

      g_string_append (text, part);
      g_string_append_c (text, '\f');
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_string_free (text, FALSE);
}

/* No invoice of anybody whom the message is not about. */
static void
check_numbers (const AcqLetterBatch *batch, const AcqLetterBatchEntry *entry, const char *text)
{
  const AcqLedger *ledger = batch->queue->view->books->ledger;
  g_autoptr (GRegex) regex = g_regex_new ("\\bF20[0-9]{2}-[0-9]{4}\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 0);
      const AcqInvoice *invoice = acq_ledger_find_invoice_by_number ((AcqLedger *) ledger, number);
      gboolean belongs = FALSE;

      g_assert_nonnull (invoice);
      for (guint i = 0; i < entry->message->customers->len; i++)
        belongs = belongs
                  || ((const AcqCustomer *) entry->message->customers->pdata[i])->id == invoice->customer_id;
      if (!belongs)
        g_error ("%s is not of %s", number, entry->message->recipient->name);
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
check_entries (const AcqLetterBatch *batch)
{
  for (guint i = 0; i < batch->entries->len; i++)
    {
      const AcqLetterBatchEntry *entry = acq_letter_batch_entry (batch, i);
      guint n_pages = 0;

      for (guint j = 0; j < entry->draft->letters->len; j++)
        {
          const AcqDraftLetter *letter = entry->draft->letters->pdata[j];
          g_autofree char *text = NULL;
          guint n = 0;

          if (letter->pdf == NULL)
            continue;
          text = read_text (letter->pdf, &n);
          check_numbers (batch, entry, text);
          n_pages += n;
        }
      g_assert_cmpuint (entry->n_pages, ==, n_pages);
    }
}

/* How many could leave, were they all seen. */
static guint
count_able (const AcqLetterBatch *batch, gboolean notices)
{
  guint count = 0;

  for (guint i = 0; i < batch->entries->len; i++)
    {
      const AcqLetterBatchEntry *entry = acq_letter_batch_entry (batch, i);

      count += entry->refusal == NULL && acq_letter_batch_entry_is_notice (entry) == notices;
    }
  return count;
}

static guint
count_approvals (const StoreCase *self)
{
  g_autoptr (GPtrArray) approvals = acq_approval_list (self->file, NULL);

  return approvals->len;
}

/* What leaves together is what leaves one by one, to the last byte; each message is approved once. */
static void
compare_ways (gconstpointer company, const char *sql, guint *n_notices)
{
  g_autoptr (StoreCase) together = new_case (company, sql);
  g_autoptr (StoreCase) apart = new_case (company, sql);
  g_autoptr (AcqLetterBatch) batch = draft_batch (together);
  g_autoptr (AcqLetterPile) pile = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL, *other = NULL;

  check_entries (batch);
  see_all (batch);
  pile = go (together, batch, (AcqLetterWish){ 0 }, &error);
  g_assert_no_error (error);
  leave_one_by_one (apart);
  assert_same_issued (together, apart);
  one = dump_approvals (together);
  other = dump_approvals (apart);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpuint (pile->places->len, ==, count_able (batch, TRUE) + count_able (batch, FALSE));
  g_assert_cmpuint (pile->places->len, ==, count_approvals (together));
  again = go (together, batch, (AcqLetterWish){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->places->len, ==, pile->places->len);
  g_assert_cmpuint (count_approvals (together), ==, pile->places->len);
  assert_same_issued (together, apart);
  *n_notices += count_able (batch, TRUE);
}

static void
test_same_as_one_by_one (gconstpointer company)
{
  guint n_notices = 0;

  compare_ways (company, NULL, &n_notices);
  g_assert_cmpuint (n_notices, >, 1);
}

/* Reminders, agents and addresses as they come. */
static void
test_random_companies (gconstpointer company)
{
  guint n_notices = 0;

  /* Of two companies picked at random neither may have a notice that can leave. */
  for (int i = 0; i < 2 || (n_notices == 0 && i < 12); i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "DELETE FROM reminder WHERE (id * 7919 + %1$d) %% 3 = 0;"
        "UPDATE reminder SET level = 1 + (id * 31 + %1$d) %% 3, step ="
        " CASE 1 + (id * 31 + %1$d) %% 3 WHEN 1 THEN 'first_reminder' WHEN 2 THEN 'second_reminder'"
        " ELSE 'last_reminder' END;"
        "UPDATE customer SET recipient_id = 1 + %2$d WHERE id %% 5 = %1$d %% 5 AND id <> 1 + %2$d"
        " AND id NOT IN (SELECT recipient_id FROM customer WHERE recipient_id IS NOT NULL);"
        "UPDATE customer SET postcode = NULL WHERE id %% 11 = %1$d %% 11;"
        "UPDATE customer SET name = name || ' 🙂 <b>مصطفى</b>' WHERE id %% 7 = %1$d %% 7;",
        g_test_rand_int_range (0, 1000), g_test_rand_int_range (0, 20));

      compare_ways (company, sql, &n_notices);
    }
  g_assert_cmpuint (n_notices, >, 0);
}

/* Never in bulk without being seen. */
static void
test_unseen_notices_stay (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autoptr (AcqLetterPile) pile = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;
  guint n_notices = count_able (batch, TRUE), n_unseen = 0;

  g_assert_cmpuint (n_notices, >, 0);
  pile = go (self, batch, (AcqLetterWish){ 0 }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pile->places->len, ==, count_able (batch, FALSE));
  for (guint i = 0; i < pile->stays->len; i++)
    n_unseen += g_error_matches (((const AcqLetterStay *) pile->stays->pdata[i])->error, ACQ_WORKFLOW_ERROR,
                                 ACQ_WORKFLOW_ERROR_NOT_SEEN);
  g_assert_cmpuint (n_unseen, ==, n_notices);
  issued = list_issued (self);
  g_assert_cmpuint (issued->len, ==, 0);
}

/* Only some of the notices leave, in two goes: as they were looked at, each under a reference of its own. */
static void
test_some_notices (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autoptr (GArray) notices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;

  see_all (batch);
  for (guint i = 0; i < batch->entries->len; i++)
    {
      const AcqLetterBatchEntry *entry = acq_letter_batch_entry (batch, i);

      if (acq_letter_batch_entry_is_notice (entry) && entry->refusal == NULL)
        g_array_append_val (notices, i);
    }
  g_assert_cmpuint (notices->len, >=, 2);
  for (guint i = 0; i < 2; i++)
    {
      /* The last one first: the one before it is passed over, and must be drawn up again. */
      const guint *place = &g_array_index (notices, guint, i == 0 ? notices->len - 1 : 0);
      g_autoptr (AcqLetterPile) pile
        = go (self, batch, (AcqLetterWish){ .places = place, .n_places = 1 }, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (pile->places->len, ==, i == 0);
      if (i == 1)
        g_assert_error (((const AcqLetterStay *) pile->stays->pdata[0])->error, ACQ_WORKFLOW_ERROR,
                        ACQ_WORKFLOW_ERROR_OUTDATED);
    }
  issued = list_issued (self);
  g_assert_cmpuint (issued->len, ==, 1);
  {
    const AcqLetterBatchEntry *entry
      = acq_letter_batch_entry (batch, g_array_index (notices, guint, notices->len - 1));
    g_autoptr (GBytes) kept = load_issued (self, issued->pdata[0]);

    g_assert_true (g_bytes_equal (kept, ((const AcqDraftLetter *) entry->draft->letters->pdata[0])->pdf));
  }
}

/* Who pays meanwhile gets no letter; the others get theirs. */
static void
test_outdated (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autoptr (AcqLetterPile) pile = NULL;
  g_autoptr (GError) error = NULL;
  guint n_able = count_able (batch, TRUE) + count_able (batch, FALSE), n_changed = 0;

  see_all (batch);
  store_case_change (self, "INSERT INTO note (kind, customer_id, day, until) SELECT 'hold', id, '2026-11-24', NULL"
                           " FROM customer WHERE code = 'C006'");
  pile = go (self, batch, (AcqLetterWish){ 0 }, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < pile->stays->len; i++)
    {
      const AcqLetterStay *stay = pile->stays->pdata[i];

      if (!g_error_matches (stay->error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED))
        continue;
      g_assert_cmpstr (acq_letter_batch_entry (batch, stay->place)->message->recipient->code, ==, "C006");
      n_changed++;
    }
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (pile->places->len, ==, n_able - 1);
}

/* Readers of PDFs guess where spaces are. */
static void
assert_same_words (const char *seen, const char *expected)
{
  g_auto (GStrv) seen_words = g_strsplit (seen, " ", -1);
  g_auto (GStrv) words = g_strsplit (expected, " ", -1);
  g_autofree char *packed_seen = g_strjoinv ("", seen_words);
  g_autofree char *packed = g_strjoinv ("", words);

  g_assert_cmpstr (packed_seen, ==, packed);
}

/* All in one file: every page of every letter in the order of the pile, each letter on a front side. */
static void
check_one_file (const StoreCase *self, AcqLetterBatch *batch, AcqLetterCover cover)
{
  g_autofree char *path = g_build_filename (self->folder, "Courriers.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPile) pile
    = go (self, batch, (AcqLetterWish){ .path = path, .cover = cover, .both_sides = TRUE }, &error);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (mapped);
  guint n_pages, at = 0;
  g_autofree char *text = read_text (bytes, &n_pages);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_no_error (error);
  for (guint i = 0; i < pile->sheets->len; i++)
    {
      guint n = 0;
      g_autofree char *letter = read_text (pile->sheets->pdata[i], &n);
      g_auto (GStrv) expected = g_strsplit (letter, "\f", -1);

      if (at % 2 == 1)
        g_assert_cmpstr (pages[at++], ==, "");
      for (guint page = 0; page < n; page++)
        assert_same_words (pages[at++], expected[page]);
    }
  g_assert_cmpuint (at, ==, n_pages);
  g_assert_cmpuint (count_files (self->folder, ".pdf", TRUE), ==, cover >= ACQ_LETTER_COVER_DL ? 2 : 1);
  if (pile->envelopes != NULL)
    g_assert_cmpuint (acq_letter_count_pages (pile->envelopes), ==, pile->sheets->len);
}

static void
test_one_file (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);

  see_all (batch);
  for (int cover = ACQ_LETTER_COVER_NONE; cover <= ACQ_LETTER_COVER_C5; cover++)
    check_one_file (self, batch, (AcqLetterCover) cover);
}

/* A file of its own for each, with the very bytes; names that are taken are left alone. */
static void
test_separate_files (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPile) pile = NULL, again = NULL;

  see_all (batch);
  pile = go (self, batch, (AcqLetterWish){ .folder = self->folder }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder, ".pdf", FALSE), ==, pile->sheets->len);
  again = go (self, batch, (AcqLetterWish){ .folder = self->folder, .cover = ACQ_LETTER_COVER_DL }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder, ".pdf", FALSE), ==, 2 * pile->sheets->len + 1);
}

static void
assert_untouched (const StoreCase *self, guint n_pdfs)
{
  g_autoptr (GPtrArray) issued = list_issued (self);

  g_assert_cmpuint (issued->len, ==, 0);
  g_assert_cmpuint (count_approvals (self), ==, 0);
  g_assert_cmpuint (count_files (self->folder, ".pdf", FALSE), ==, n_pdfs);
  g_assert_cmpuint (count_files (self->folder, "", FALSE), <=, 3 + n_pdfs);
}

static void
assert_refused (const StoreCase *self, AcqLetterBatch *batch, AcqLetterWish wish, GQuark domain, int code,
                const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (go (self, batch, wish, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, path));
}

/* The last change of the file, as the user takes it back. */
static void
undo (const StoreCase *self)
{
  g_autoptr (GBytes) changeset = acq_company_file_take_changeset (self->file);
  g_autoptr (AcqChange) step = acq_change_begin_unrecorded (self->file, NULL);

  g_assert_nonnull (changeset);
  g_assert_true (acq_change_apply_inverse (step, changeset, NULL));
  g_assert_true (acq_change_commit (step, "undo", NULL, NULL, NULL));
}

/* Where a file cannot be written nothing leaves, and nothing is left behind or lost; the one that stood in the place comes back
   where the company file refuses. Then the letters can still leave; undo takes back the approvals, and not that notices were
   written. */
static void
test_no_place (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autofree char *missing = g_build_filename (self->folder, "nowhere", NULL);
  g_autofree char *path = g_build_filename (missing, "a.pdf", NULL);
  g_autofree char *taken = g_build_filename (self->folder, "Courriers.pdf", NULL);
  g_autofree char *contents = NULL;
  const AcqLetterWish wish = { .path = taken, .folder = self->folder };
  g_autoptr (AcqLetterPile) pile = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GError) error = NULL;

  see_all (batch);
  assert_refused (self, batch, (AcqLetterWish){ .folder = missing }, ACQ_WORKFLOW_ERROR,
                  ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, missing);
  assert_refused (self, batch, (AcqLetterWish){ .folder = self->folder, .path = path }, ACQ_WORKFLOW_ERROR,
                  ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, path);
  assert_untouched (self, 0);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  assert_refused (self, batch, wish, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, taken);
  assert_untouched (self, 1);
  g_assert_cmpint (g_rmdir (taken), ==, 0);
  g_assert_true (g_file_set_contents (taken, "former", -1, NULL));
  store_case_change (self, "CREATE TRIGGER refuse BEFORE INSERT ON message BEGIN SELECT RAISE (ABORT, 'refused'); END");
  assert_refused (self, batch, wish, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED, "refused");
  assert_untouched (self, 1);
  g_assert_true (g_file_get_contents (taken, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "former");
  store_case_change (self, "DROP TRIGGER refuse");
  acq_company_file_set_recording (self->file, TRUE);
  pile = go (self, batch, wish, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder, ".pdf", FALSE), ==, 1 + pile->sheets->len);
  g_assert_cmpuint (count_approvals (self), ==, pile->places->len);
  undo (self);
  g_assert_cmpuint (count_approvals (self), ==, 0);
  issued = list_issued (self);
  g_assert_cmpuint (issued->len, >=, count_able (batch, TRUE));
}

typedef struct
{
  GCancellable *cancellable;
  guint until; /* steps */
  guint n_steps;
  guint last;
} Watcher;

static void
progress_cb (guint n_done, guint n_all, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpuint (n_done, <=, n_all);
  g_assert_cmpuint (n_done, >=, watcher->last);
  watcher->last = n_done;
  if (++watcher->n_steps >= watcher->until)
    g_cancellable_cancel (watcher->cancellable);
}

/* A change of mind between two letters, wherever it comes. */
static void
test_cancelled (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);
  g_autoptr (AcqQueue) queue = load_queue (self);
  g_autoptr (GArray) all = acq_letter_batch_order (batch, ACQ_LETTER_BATCH_BY_NAME);

  see_all (batch);
  for (guint until = 1; until <= all->len; until += 5)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watcher watcher = { cancellable, until, 0, 0 };
      AcqLetterBatchWatch watch = { progress_cb, &watcher, cancellable };
      AcqLetterWish wish = {
        (const guint *) (gconstpointer) all->data, all->len, ACQ_LETTER_COVER_SHEET, TRUE, NULL, self->folder
      };
      g_autoptr (GError) error = NULL;

      g_assert_null (acq_letter_departure_go (batch, self->file, &wish, &watch, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_cmpuint (watcher.n_steps, ==, until);
      assert_untouched (self, 0);
      g_cancellable_reset (cancellable);
      watcher = (Watcher){ cancellable, until, 0, 0 };
      g_assert_null (acq_letter_batch_new (self->file, queue, &watch, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static gboolean
in_order (const AcqLetterBatchEntry *a, const AcqLetterBatchEntry *b, AcqLetterBatchOrder order)
{
  switch (order)
    {
    case ACQ_LETTER_BATCH_BY_AMOUNT:
      return a->message->total >= b->message->total;
    case ACQ_LETTER_BATCH_BY_POSTCODE:
      return g_strcmp0 (a->message->recipient->postcode, b->message->recipient->postcode) <= 0;
    case ACQ_LETTER_BATCH_BY_NAME:
    default:
      return g_utf8_collate (a->message->recipient->name, b->message->recipient->name) <= 0;
    }
}

static void
test_orders (gconstpointer company)
{
  g_autoptr (StoreCase) self = new_case (company, NULL);
  g_autoptr (AcqLetterBatch) batch = draft_batch (self);

  for (int order = ACQ_LETTER_BATCH_BY_NAME; order <= ACQ_LETTER_BATCH_BY_AMOUNT; order++)
    {
      g_autoptr (GArray) places = acq_letter_batch_order (batch, (AcqLetterBatchOrder) order);

      g_assert_cmpuint (places->len, ==, batch->entries->len);
      for (guint i = 1; i < places->len; i++)
        g_assert_true (in_order (acq_letter_batch_entry (batch, g_array_index (places, guint, i - 1)),
                                 acq_letter_batch_entry (batch, g_array_index (places, guint, i)),
                                 (AcqLetterBatchOrder) order));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) company = NULL;

  g_test_init (&argc, &argv, NULL);
  company = example_case_make_on_paper ();
#define ADD(path, func) g_test_add_data_func ("/letter-batch/" path, company, func)
  ADD ("orders", test_orders);
  ADD ("same-as-one-by-one", test_same_as_one_by_one);
  ADD ("random-companies", test_random_companies);
  ADD ("unseen-notices-stay", test_unseen_notices_stay);
  ADD ("some-notices", test_some_notices);
  ADD ("outdated", test_outdated);
  ADD ("one-file", test_one_file);
  ADD ("separate-files", test_separate_files);
  ADD ("no-place", test_no_place);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
