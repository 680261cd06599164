/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-post.h"

#include <glib/gstdio.h>
#include <string.h>

#include "acq-customer-repository.h"
#include "acq-letter-repository.h"
#include "acq-message-repository.h"
#include "acq-note-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

#define MAX_PROOF_SIZE ((gsize) 20 * 1000 * 1000)

void
acq_letter_record_free (AcqLetterRecord *self)
{
  if (self == NULL)
    return;
  acq_issued_letter_free (self->letter);
  g_clear_pointer (&self->proofs, g_ptr_array_unref);
  g_free (self);
}

/* Takes the letter. */
static AcqLetterRecord *
complete (AcqCompanyFile *file, AcqIssuedLetter *letter, GError **error)
{
  g_autoptr (AcqLetterRecord) record = g_new0 (AcqLetterRecord, 1);

  record->letter = letter;
  record->proofs = acq_letter_repository_list_proofs (acq_company_file_connection (file), letter->id, error);
  return record->proofs == NULL ? NULL : g_steal_pointer (&record);
}

static AcqIssuedLetter *
find_letter (AcqCompanyFile *file, const char *reference, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AcqIssuedLetter *letter
    = acq_letter_repository_find (acq_company_file_connection (file), reference, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (letter == NULL)
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER, reference);
  return letter;
}

AcqLetterRecord *
acq_letter_record_load (AcqCompanyFile *file, const char *reference, GError **error)
{
  AcqIssuedLetter *letter = find_letter (file, reference, error);

  return letter == NULL ? NULL : complete (file, letter, error);
}

GPtrArray *
acq_letter_record_list (AcqCompanyFile *file, const char *customer, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_letter_record_free);
  AcqConnection *connection = acq_company_file_connection (file);
  gint64 id = acq_customer_repository_find_by_code (connection, customer, &local_error);
  g_autoptr (GPtrArray) letters = id == 0 ? NULL : acq_letter_repository_list (connection, id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  while (letters != NULL && letters->len > 0)
    {
      AcqLetterRecord *record = complete (file, g_ptr_array_steal_index (letters, letters->len - 1), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

GBytes *
acq_letter_record_load_pdf (AcqCompanyFile *file, const char *reference, GError **error)
{
  g_autoptr (AcqIssuedLetter) letter = find_letter (file, reference, error);

  return letter == NULL
           ? NULL
           : acq_letter_repository_load_pdf (acq_company_file_connection (file), letter->id, error);
}

static void
append_day (GString *text, const char *key, AcqDay day)
{
  char iso[ACQ_DAY_ISO_SIZE];

  if (day != ACQ_DAY_NONE)
    g_string_append_printf (text, " %s=%s", key, acq_day_write_iso (day, iso));
}

static char *
describe_post (const AcqPostalRecord *post)
{
  GString *text = g_string_new ("post");

  if (post->number != NULL)
    g_string_append_printf (text, " number=%s", post->number);
  append_day (text, "posted", post->posted);
  append_day (text, "presented", post->presented);
  append_day (text, "received", post->received);
  append_day (text, "returned", post->returned);
  return g_string_free (text, FALSE);
}

/* What was reminded with the letter was reminded on the day on which it was posted. */
static gboolean
move_reminders (AcqCompanyFile *file, const AcqIssuedLetter *letter, const AcqPostalRecord *post, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  gint64 message_id = 0;

  if (letter->post.posted == ACQ_DAY_NONE)
    return TRUE;
  if (!acq_letter_repository_find_message (connection, letter, &message_id, error))
    return FALSE;
  return message_id == 0
         || (acq_message_repository_set_sent (connection, message_id, post->posted, post->number, error)
             && acq_note_repository_move_reminders (connection, message_id, post->posted, error));
}

/* A day of posting that is known stays known: the invoices were reminded with it. */
static const char *
find_wrong_day (AcqCompanyFile *file, const AcqIssuedLetter *letter, const AcqPostalRecord *post)
{
  if (letter->post.posted != ACQ_DAY_NONE && post->posted == ACQ_DAY_NONE)
    return "posted";
  return acq_postal_record_find_wrong_day (post, letter->day, acq_clock_today (acq_company_file_clock (file)));
}

gboolean
acq_letter_record_post (AcqCompanyFile *file, const char *reference, const AcqPostalRecord *post, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqIssuedLetter) letter = change == NULL ? NULL : find_letter (file, reference, error);
  g_autofree char *number = acq_text_squeeze (post->number);
  AcqPostalRecord tidy = *post;
  g_autofree char *detail = NULL;
  const char *wrong;

  if (letter == NULL)
    return FALSE;
  tidy.number = number[0] == '\0' ? NULL : number;
  wrong = find_wrong_day (file, letter, &tidy);
  if (wrong != NULL)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, wrong);
      return FALSE;
    }
  detail = describe_post (&tidy);
  return move_reminders (file, letter, &tidy, error)
         && acq_letter_repository_set_post (acq_company_file_connection (file), letter->id, &tidy, error)
         && acq_change_commit (change, "letter_post", reference, detail, error);
}

static gboolean
is_proof (const char *bytes, gsize size)
{
  static const struct
  {
    const char *magic;
    gsize size;
  } formats[] = { { "%PDF-", 5 }, { "\xff\xd8\xff", 3 }, { "\x89PNG\r\n\x1a\n", 8 } };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (size > formats[i].size && size <= MAX_PROOF_SIZE && memcmp (bytes, formats[i].magic, formats[i].size) == 0)
      return TRUE;
  return FALSE;
}

static GBytes *
read_proof (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  GStatBuf info;

  if (g_stat (path, &info) != 0
      || ((goffset) info.st_size <= (goffset) MAX_PROOF_SIZE && !g_file_get_contents (path, &bytes, &size, NULL)))
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", path);
  else if (bytes == NULL || !is_proof (bytes, size))
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_PROOF, "%s", path);
  else
    return g_bytes_new_take (g_steal_pointer (&bytes), size);
  return NULL;
}

gboolean
acq_letter_record_add_proof (AcqCompanyFile *file, const char *reference, AcqLetterProofKind kind, const char *path,
                             GError **error)
{
  g_autoptr (GBytes) bytes = read_proof (path, error);
  g_autoptr (AcqChange) change = bytes == NULL ? NULL : acq_change_begin (file, error);
  g_autoptr (AcqIssuedLetter) letter = change == NULL ? NULL : find_letter (file, reference, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  g_autofree char *detail = g_strdup_printf ("proof=%s name=%s", acq_letter_proof_kind_to_code (kind), name);
  AcqLetterProof proof
    = { .kind = kind, .name = name, .added = acq_clock_today (acq_company_file_clock (file)) };
  gboolean added = FALSE;

  if (letter == NULL)
    return FALSE;
  proof.letter_id = letter->id;
  if (!acq_letter_repository_add_proof (acq_company_file_connection (file), &proof, bytes, &added, error))
    return FALSE;
  return !added || acq_change_commit (change, "letter_proof", reference, detail, error);
}

gboolean
acq_letter_record_remove_proof (AcqCompanyFile *file, const char *reference, gint64 proof_id, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqLetterRecord) record = change == NULL ? NULL : acq_letter_record_load (file, reference, error);

  for (guint i = 0; record != NULL && i < record->proofs->len; i++)
    {
      const AcqLetterProof *proof = record->proofs->pdata[i];
      g_autofree char *detail = g_strdup_printf ("removed=%s", proof->name);

      if (proof->id == proof_id)
        return acq_letter_repository_remove_proof (acq_company_file_connection (file), proof_id, error)
               && acq_change_commit (change, "letter_proof", reference, detail, error);
    }
  if (record != NULL)
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER, reference);
  return FALSE;
}

GBytes *
acq_letter_record_load_proof (AcqCompanyFile *file, gint64 proof_id, GError **error)
{
  return acq_letter_repository_load_proof (acq_company_file_connection (file), proof_id, error);
}
