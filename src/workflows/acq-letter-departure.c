/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-departure.h"

#include <string.h>

#include "acq-address-sheet.h"
#include "acq-approval.h"
#include "acq-letter-files.h"
#include "acq-letter-merge.h"
#include "acq-letter-sender.h"
#include "acq-workflow-error.h"

static void
stay_free (gpointer data)
{
  AcqLetterStay *stay = data;

  g_clear_error (&stay->error);
  g_free (stay);
}

static AcqLetterPile *
pile_new (void)
{
  AcqLetterPile *self = g_new0 (AcqLetterPile, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->stays = g_ptr_array_new_with_free_func (stay_free);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
acq_letter_pile_free (AcqLetterPile *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_ptr_array_unref (self->stays);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->titles);
  g_clear_pointer (&self->envelopes, g_bytes_unref);
  g_free (self);
}

/* What a departure holds on to while it works. */
typedef struct
{
  AcqLetterBatch *batch;
  AcqCompanyFile *file;
  const AcqLetterWish *wish;
  const AcqLetterBatchWatch *watch; /* nullable */
  AcqPlanning *planning;            /* of what the file says now */
  AcqPlan *plan;                    /* of it */
  GPtrArray *approvals;             /* (element-type AcqMessage) */
  AcqLetterPress *press;
  guint n_steps;
  guint next_notice; /* what the batch's will be */
} Departure;

static void
departure_clear (Departure *self)
{
  acq_letter_press_free (self->press);
  g_clear_pointer (&self->approvals, g_ptr_array_unref);
  acq_plan_free (self->plan);
  acq_planning_free (self->planning);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Departure, departure_clear)

static gboolean
departure_set_up (Departure *self, GError **error)
{
  self->planning = acq_planning_new (self->file, error);
  if (self->planning == NULL)
    return FALSE;
  self->plan = acq_approval_plan (self->planning);
  self->approvals = acq_approval_list (self->file, error);
  self->press = self->approvals == NULL ? NULL : acq_letter_press_new (error);
  return self->press != NULL;
}

static AcqLetterBatchEntry *
entry_at (const Departure *self, guint place)
{
  return self->batch->entries->pdata[place];
}

static gboolean
step (Departure *self, GError **error)
{
  return acq_letter_batch_watch_step (self->watch, self->n_steps++, 2 * (guint) self->wish->n_places, error);
}

static gboolean
keep_back (const AcqLetterBatchEntry *entry, AcqWorkflowError code, GError **error)
{
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, (int) code, entry->message->recipient->code);
  return FALSE;
}

static gboolean
says_the_same (const AcqMessageDraft *a, const AcqMessageDraft *b)
{
  if (a->kind != b->kind || a->letters->len != b->letters->len)
    return FALSE;
  for (guint i = 0; i < a->letters->len; i++)
    {
      const AcqDraftLetter *left = a->letters->pdata[i], *right = b->letters->pdata[i];

      if (left->pdf == NULL || right->pdf == NULL || !g_bytes_equal (left->pdf, right->pdf))
        return FALSE;
    }
  return TRUE;
}

/* A notice that was drafted before one that has left finds its reference passed over. */
static gboolean
check_words (const Departure *self, const AcqLetterBatchEntry *entry, const AcqPlanMessage *planned,
             GError **error)
{
  gboolean is_notice = acq_letter_batch_entry_is_notice (entry);
  g_autoptr (AcqMessageDraft) draft = NULL;

  if (entry->left)
    return TRUE;
  if (is_notice && entry->first_notice < self->batch->next_notice)
    return keep_back (entry, ACQ_WORKFLOW_ERROR_OUTDATED, error);
  draft
    = acq_message_draft_new_behind (self->file, self->planning, planned, NULL,
                                    is_notice ? entry->first_notice - self->batch->next_notice : 0, error);
  if (draft == NULL)
    return FALSE;
  return says_the_same (entry->draft, draft) || keep_back (entry, ACQ_WORKFLOW_ERROR_OUTDATED, error);
}

static gboolean
check_entry (const Departure *self, guint place, GError **error)
{
  AcqLetterBatchEntry *entry = entry_at (self, place);
  const AcqPlanMessage *planned = acq_approval_find_planned (self->plan, entry->message);
  const AcqMessage *approval = acq_approval_find (self->approvals, entry->message);

  if (entry->refusal != NULL)
    {
      g_propagate_error (error, g_error_copy (entry->refusal));
      return FALSE;
    }
  if (!acq_letter_batch_may_leave (self->batch, place))
    return keep_back (entry, ACQ_WORKFLOW_ERROR_NOT_SEEN, error);
  if (planned == NULL || planned->needs != entry->message->needs
      || (entry->message_id != 0 && approval == NULL))
    return keep_back (entry, ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED, error);
  if (approval != NULL)
    entry->message_id = approval->id;
  return check_words (self, entry, planned, error);
}

static AcqAddressee
addressee_of (const AcqLetterBatchEntry *entry)
{
  const AcqCustomer *recipient = entry->message->recipient;

  return (AcqAddressee){ recipient, acq_letter_batch_entry_is_notice (entry)
                                      ? acq_customer_attention (recipient)
                                      : NULL };
}

static GBytes *
write_cover (const Departure *self, const GArray *addressees, GError **error)
{
  static const AcqAddressSheetKind kinds[] = {
    [ACQ_LETTER_COVER_NONE] = ACQ_ADDRESS_SHEET_A4,
    [ACQ_LETTER_COVER_SHEET] = ACQ_ADDRESS_SHEET_A4,
    [ACQ_LETTER_COVER_DL] = ACQ_ADDRESS_SHEET_DL,
    [ACQ_LETTER_COVER_C5] = ACQ_ADDRESS_SHEET_C5,
  };

  return acq_address_sheet_write (self->press, kinds[self->wish->cover], self->planning->ledger->company,
                                  (const AcqAddressee *) (gconstpointer) addressees->data, addressees->len,
                                  self->batch->queue->day, error);
}

static void
lay (AcqLetterPile *pile, GBytes *sheet, const char *title)
{
  g_ptr_array_add (pile->sheets, sheet);
  g_ptr_array_add (pile->titles, g_strdup (title));
}

static gboolean
lay_letter (const Departure *self, AcqLetterPile *pile, const AcqLetterBatchEntry *entry,
            const AcqDraftLetter *letter, GError **error)
{
  const char *name = entry->message->recipient->name;
  g_autofree char *title
    = letter->result == NULL ? g_strdup (name) : g_strdup_printf ("%s – %s", name, letter->result->reference);

  if (self->wish->cover == ACQ_LETTER_COVER_SHEET)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (AcqAddressee));
      AcqAddressee addressee = addressee_of (entry);
      GBytes *sheet;

      g_array_append_val (one, addressee);
      sheet = write_cover (self, one, error);
      if (sheet == NULL)
        return FALSE;
      lay (pile, sheet, title);
    }
  lay (pile, g_bytes_ref (letter->pdf), title);
  return TRUE;
}

static gboolean
lay_entry (const Departure *self, AcqLetterPile *pile, guint place, GArray *addressees, GError **error)
{
  const AcqLetterBatchEntry *entry = entry_at (self, place);
  AcqAddressee addressee = addressee_of (entry);

  g_array_append_val (pile->places, place);
  for (guint i = 0; i < entry->draft->letters->len; i++)
    {
      g_array_append_val (addressees, addressee);
      if (!lay_letter (self, pile, entry, entry->draft->letters->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What is said of one entry keeps that one back; anything else is about the whole. */
static gboolean
is_of_one (const GError *error)
{
  return error->domain == ACQ_WORKFLOW_ERROR || error->domain == ACQ_LETTER_ERROR;
}

static AcqLetterPile *
make_pile (Departure *self, GError **error)
{
  g_autoptr (AcqLetterPile) pile = pile_new ();
  g_autoptr (GArray) addressees = g_array_new (FALSE, FALSE, sizeof (AcqAddressee));

  for (gsize i = 0; i < self->wish->n_places; i++)
    {
      AcqLetterStay stay = { self->wish->places[i], NULL };

      if (!step (self, error))
        return NULL;
      if (check_entry (self, stay.place, &stay.error))
        {
          if (!lay_entry (self, pile, stay.place, addressees, error))
            return NULL;
        }
      else if (is_of_one (stay.error))
        g_ptr_array_add (pile->stays, g_memdup2 (&stay, sizeof stay));
      else
        {
          g_propagate_error (error, stay.error);
          return NULL;
        }
    }
  if (self->wish->cover <= ACQ_LETTER_COVER_SHEET || addressees->len == 0)
    return g_steal_pointer (&pile);
  pile->envelopes = write_cover (self, addressees, error);
  return pile->envelopes == NULL ? NULL : g_steal_pointer (&pile);
}

AcqLetterPile *
acq_letter_departure_check (AcqLetterBatch *batch, AcqCompanyFile *file, const AcqLetterWish *wish,
                            const AcqLetterBatchWatch *watch, GError **error)
{
  g_auto (Departure) self = { .batch = batch, .file = file, .wish = wish, .watch = watch };

  return departure_set_up (&self, error) ? make_pile (&self, error) : NULL;
}

static GBytes *
merge_pile (const Departure *self, const AcqLetterPile *pile, GError **error)
{
  g_autofree AcqMergePart *parts = g_new0 (AcqMergePart, pile->sheets->len);
  g_autofree char *sender = acq_company_legal_name (self->planning->ledger->company);

  for (guint i = 0; i < pile->sheets->len; i++)
    parts[i] = (AcqMergePart){ pile->sheets->pdata[i], pile->titles->pdata[i] };
  return acq_letter_merge (parts, pile->sheets->len, "Courriers", sender, self->batch->queue->day,
                           self->wish->both_sides, self->watch == NULL ? NULL : self->watch->cancellable,
                           error);
}

/* "Courriers.pdf" gets "Courriers-enveloppes.pdf" beside it. */
static gboolean
write_one_file (const Departure *self, const AcqLetterPile *pile, AcqLetterFiles *files, GError **error)
{
  g_autoptr (GBytes) merged = merge_pile (self, pile, error);
  g_autofree char *folder = g_path_get_dirname (self->wish->path);
  g_autofree char *name = g_path_get_basename (self->wish->path);
  g_autofree char *stem = NULL;

  if (merged == NULL || !acq_letter_files_add (files, self->wish->path, merged, error))
    return FALSE;
  if (pile->envelopes == NULL)
    return TRUE;
  if (g_str_has_suffix (name, ".pdf"))
    name[strlen (name) - strlen (".pdf")] = '\0';
  stem = g_strconcat (name, "-enveloppes", NULL);
  return acq_letter_files_add_named (files, folder, stem, pile->envelopes, error);
}

/* The numbers in front keep the files in the order of the pile. */
static gboolean
write_each (Departure *self, const AcqLetterPile *pile, AcqLetterFiles *files, GError **error)
{
  int digits = pile->sheets->len < 100 ? 2 : pile->sheets->len < 1000 ? 3 : 5;

  for (guint i = 0; i < pile->sheets->len; i++)
    {
      g_autofree char *stem
        = g_strdup_printf ("%0*u %s", digits, i + 1, (const char *) pile->titles->pdata[i]);

      if (self->watch != NULL && g_cancellable_set_error_if_cancelled (self->watch->cancellable, error))
        return FALSE;
      if (!acq_letter_files_add_named (files, self->wish->folder, stem, pile->sheets->pdata[i], error))
        return FALSE;
    }
  return pile->envelopes == NULL
         || acq_letter_files_add_named (files, self->wish->folder, "Enveloppes", pile->envelopes, error);
}

static gboolean
write_files (Departure *self, const AcqLetterPile *pile, AcqLetterFiles *files, GError **error)
{
  if (self->wish->path != NULL && !write_one_file (self, pile, files, error))
    return FALSE;
  return self->wish->folder == NULL || write_each (self, pile, files, error);
}

static gboolean
issue_entry (Departure *self, AcqChange *change, const AcqLetterBatchEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->draft->letters->len && acq_letter_batch_entry_is_notice (entry); i++)
    {
      const AcqDraftLetter *letter = entry->draft->letters->pdata[i];
      guint place = entry->first_notice + i;
      AcqLetterRequest request = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE,
                                   .customer = letter->customer,
                                   .day = entry->message->day,
                                   .n_before = place - self->next_notice };

      if (!acq_letter_issue_draft_within (self->file, change, &request, letter->pdf, error))
        return FALSE;
      self->next_notice = place + 1;
    }
  return TRUE;
}

static int
compare_first_notices (gconstpointer a, gconstpointer b)
{
  const AcqLetterBatchEntry *left = *(AcqLetterBatchEntry *const *) a;
  const AcqLetterBatchEntry *right = *(AcqLetterBatchEntry *const *) b;

  return (left->first_notice > right->first_notice) - (left->first_notice < right->first_notice);
}

/* In the order in which they took their references, however they lie on the pile. */
static gboolean
issue_all (Departure *self, AcqChange *change, const AcqLetterPile *pile, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (guint i = 0; i < pile->places->len; i++)
    g_ptr_array_add (entries, entry_at (self, g_array_index (pile->places, guint, i)));
  g_ptr_array_sort (entries, compare_first_notices);
  for (guint i = 0; i < entries->len; i++)
    {
      const AcqLetterBatchEntry *entry = entries->pdata[i];

      if (self->watch != NULL && self->watch->progress != NULL)
        self->watch->progress (self->n_steps++, 2 * (guint) self->wish->n_places, self->watch->data);
      if (!entry->left && !issue_entry (self, change, entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
approve_all (const Departure *self, AcqChange *change, const AcqLetterPile *pile, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  AcqNeeds overruled = 0;

  for (guint i = 0; i < pile->places->len; i++)
    {
      const AcqLetterBatchEntry *entry = entry_at (self, g_array_index (pile->places, guint, i));

      if (entry->message_id != 0)
        continue;
      g_ptr_array_add (messages, (gpointer) entry->message);
      overruled |= entry->message->needs;
    }
  return messages->len == 0 || acq_approval_approve_within (self->file, change, messages, overruled, error);
}

static gboolean
list_approvals_anew (Departure *self, GError **error)
{
  g_clear_pointer (&self->approvals, g_ptr_array_unref);
  self->approvals = acq_approval_list (self->file, error);
  return self->approvals != NULL;
}

/* The batch hears of it once nothing can go wrong any more. */
static void
tell_batch (const Departure *self, const AcqLetterPile *pile)
{
  for (guint i = 0; i < pile->places->len; i++)
    {
      AcqLetterBatchEntry *entry = entry_at (self, g_array_index (pile->places, guint, i));
      const AcqMessage *approval = acq_approval_find (self->approvals, entry->message);

      entry->left = TRUE;
      entry->message_id = approval == NULL ? 0 : approval->id;
    }
  self->batch->next_notice = self->next_notice;
}

/* All or nothing: neither a notice without its file, nor a file without its notice. What was issued stays in the journal;
   one undo takes the approvals back, of which alone the change keeps a record. */
static gboolean
let_leave (Departure *self, const AcqLetterPile *pile, AcqLetterFiles *files, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin_unrecorded (self->file, error);

  self->next_notice = self->batch->next_notice;
  if (change == NULL || !issue_all (self, change, pile, error) || !acq_change_record (change, error)
      || !approve_all (self, change, pile, error) || !list_approvals_anew (self, error)
      || !acq_letter_files_put_in_place (files, error) || !acq_change_end (change, error))
    return FALSE;
  acq_letter_files_keep (files);
  tell_batch (self, pile);
  return TRUE;
}

AcqLetterPile *
acq_letter_departure_go (AcqLetterBatch *batch, AcqCompanyFile *file, const AcqLetterWish *wish,
                         const AcqLetterBatchWatch *watch, GError **error)
{
  g_auto (Departure) self = { .batch = batch, .file = file, .wish = wish, .watch = watch };
  g_autoptr (AcqLetterFiles) files = acq_letter_files_new ();
  g_autoptr (AcqLetterPile) pile = NULL;

  if (!departure_set_up (&self, error))
    return NULL;
  pile = make_pile (&self, error);
  if (pile == NULL)
    return NULL;
  if (pile->places->len > 0
      && (!write_files (&self, pile, files, error) || !let_leave (&self, pile, files, error)))
    return NULL;
  return g_steal_pointer (&pile);
}
