/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-letter-print.h"
#include "acq-message-work.h"
#include "acq-posting-dialog.h"

/* One letter as it was looked at. */
typedef struct
{
  char *customer;
  GBytes *pdf;
  gboolean is_notice; /* it is issued, with a line in the journal */
} Letter;

/* From the wish to print to the question when it was posted. Counted: the change and its callback both look at it. */
typedef struct
{
  GtkWidget *asker;
  AcqOpenCompany *company;
  AcqQueueRow *row;
  GPtrArray *letters; /* (element-type Letter) */
  AcqAcceptance *accepted;
  AcqDay day;
  gint64 message_id; /* of the approval; 0: none yet */
} Printing;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->customer);
  g_bytes_unref (letter->pdf);
  g_free (letter);
}

static void
printing_clear (gpointer data)
{
  Printing *printing = data;

  g_clear_object (&printing->asker);
  g_clear_object (&printing->company);
  g_clear_object (&printing->row);
  g_clear_pointer (&printing->letters, g_ptr_array_unref);
  g_clear_pointer (&printing->accepted, acq_acceptance_free);
}

static void
printing_unref (gpointer printing)
{
  g_rc_box_release_full (printing, printing_clear);
}

static Printing *
printing_new (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row, const AcqMessageDraft *draft,
              const AcqAcceptance *accepted)
{
  Printing *printing = g_rc_box_new0 (Printing);
  const AcqQueueApproved *approved = acq_queue_row_get_approved (row);

  printing->asker = g_object_ref (asker);
  printing->company = g_object_ref (company);
  printing->row = g_object_ref (row);
  printing->accepted = acq_acceptance_copy (accepted);
  printing->day = acq_queue_row_get_message (row)->day;
  printing->message_id = approved == NULL ? 0 : approved->approved->id;
  printing->letters = g_ptr_array_new_with_free_func (letter_free);
  for (guint i = 0; i < draft->letters->len; i++)
    {
      const AcqDraftLetter *drafted = draft->letters->pdata[i];
      Letter *letter;

      if (drafted->pdf == NULL)
        continue;
      letter = g_new0 (Letter, 1);
      letter->customer = g_strdup (drafted->customer);
      letter->pdf = g_bytes_ref (drafted->pdf);
      letter->is_notice = draft->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE;
      g_ptr_array_add (printing->letters, letter);
    }
  return printing;
}

static gboolean
issue (AcqCompanyFile *file, const Printing *printing, const Letter *letter, GError **error)
{
  AcqLetterRequest request = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE,
                               .customer = letter->customer,
                               .day = printing->day };

  if (printing->accepted != NULL)
    {
      request.accepted = (const char *const *) printing->accepted->codes;
      request.reason = printing->accepted->reason;
    }
  return !letter->is_notice || acq_letter_issue_draft (file, &request, letter->pdf, error);
}

static gboolean
find_approval (AcqCompanyFile *file, Printing *printing, GError **error)
{
  g_autoptr (GPtrArray) approvals = acq_approval_list (file, error);
  const AcqMessage *approval
    = approvals == NULL ? NULL : acq_approval_find (approvals, acq_queue_row_get_message (printing->row));

  printing->message_id = approval == NULL ? 0 : approval->id;
  return approvals != NULL;
}

/* The approval comes last, so that undo takes it back; that a notice was written stays in the journal. */
static gboolean
keep_printed (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  Printing *printing = data;
  const AcqPlanMessage *message = acq_queue_row_get_message (printing->row);
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  for (guint i = 0; i < printing->letters->len; i++)
    if (!issue (file, printing, printing->letters->pdata[i], error))
      return FALSE;
  if (printing->message_id != 0)
    return TRUE;
  g_ptr_array_add (messages, (gpointer) message);
  return acq_approval_approve (file, messages, message->needs, error)
         && find_approval (file, printing, error);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      text = acq_error_text (error);
      acq_dialogs_tell (printing->asker, _ ("The letter was printed, but not kept as approved"), text);
    }
  else if (printing->message_id != 0)
    acq_posting_dialog_present (
      GTK_WINDOW (gtk_widget_get_root (printing->asker)), printing->company, printing->message_id,
      acq_queue_row_get_message (printing->row)->recipient->id,
      acq_queue_row_get_message (printing->row)->channel == ACQ_CHANNEL_REGISTERED_LETTER);
  printing_unref (printing);
}

static void
printed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_letter_print_finish (result, &error))
    {
      acq_open_company_change_async (printing->company, _ ("Letter printed"), keep_printed,
                                     g_rc_box_acquire (printing), printing_unref, NULL, kept_cb, printing);
      return;
    }
  if (error != NULL)
    {
      text = acq_letter_print_phrase_error (error);
      acq_dialogs_tell (printing->asker, _ ("The letter was not printed"), text);
    }
  printing_unref (printing);
}

void
acq_message_work_print (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row,
                        const AcqMessageDraft *draft, const AcqAcceptance *accepted)
{
  Printing *printing;
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_return_if_fail (acq_queue_row_get_message (row) != NULL);
  printing = printing_new (asker, company, row, draft, accepted);
  for (guint i = 0; i < printing->letters->len; i++)
    g_ptr_array_add (pdfs, g_bytes_ref (((const Letter *) printing->letters->pdata[i])->pdf));
  if (pdfs->len == 0)
    printing_unref (printing);
  else
    acq_letter_print_async (GTK_WINDOW (gtk_widget_get_root (asker)), _ ("Letter"), pdfs, printed_cb,
                            printing);
}

typedef struct
{
  GtkWidget *asker;
  GBytes *pdf;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->asker);
  g_bytes_unref (saving->pdf);
  g_free (saving);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    acq_dialogs_tell (saving->asker, _ ("The letter was not saved"), error->message);
  else
    gtk_widget_activate_action (saving->asker, "win.tell", "s", _ ("Letter saved"));
  saving_free (saving);
}

static void
place_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) place = acq_file_dialogs_save_finish (result);

  if (place == NULL)
    saving_free (saving);
  else
    g_file_replace_contents_bytes_async (place, saving->pdf, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                         NULL, written_cb, saving);
}

/* Letters, digits and a few signs of the customer's name make a name that every system takes. */
static char *
propose_name (AcqQueueRow *row)
{
  g_autofree char *plain = g_str_to_ascii (acq_queue_row_get_customer (row)->name, "C");

  g_strcanon (plain, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", '-');
  if (strlen (plain) > 80)
    plain[80] = '\0';
  /* Translators: the name of a file. */
  return g_strdup_printf (_ ("letter-%s.pdf"), plain);
}

void
acq_message_work_save (GtkWidget *asker, AcqQueueRow *row, GBytes *pdf)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const AcqFileKind kind = { _ ("PDF files"), patterns };
  g_autofree char *name = propose_name (row);
  Saving *saving = g_new0 (Saving, 1);

  saving->asker = g_object_ref (asker);
  saving->pdf = g_bytes_ref (pdf);
  acq_file_dialogs_save_async (asker, _ ("Save the letter"), &kind, name, NULL, place_chosen_cb, saving);
}
