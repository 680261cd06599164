/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-posting-dialog.h"

#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-day-row.h"
#include "acq-form-dialog.h"

/* One message that was approved. */
typedef struct
{
  gint64 message_id;
  gint64 recipient_id;
  GtkEditable *number; /* of a registered letter; borrowed from the dialog; nullable */
  char *typed;         /* in it, once that is confirmed */
} Letter;

static void
letter_clear (gpointer data)
{
  g_free (((Letter *) data)->typed);
}

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqDayRow *day;
  GArray *letters; /* (element-type Letter) */
} Posting;

static void
posting_free (gpointer data, GClosure *closure)
{
  Posting *posting = data;

  g_array_unref (posting->letters);
  g_free (posting);
}

typedef struct
{
  AcqDay day;
  GArray *letters; /* (element-type Letter) */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_array_unref (deed->letters);
  g_free (deed);
}

/* Those that were kept before something went wrong stay kept, and are passed over the next time. */
static gboolean
waits (const GPtrArray *approvals, const Letter *letter)
{
  for (guint i = 0; i < approvals->len; i++)
    {
      const AcqMessage *approval = approvals->pdata[i];

      if (approval->id == letter->message_id)
        return approval->state == ACQ_MESSAGE_STATE_APPROVED;
    }
  return TRUE;
}

static gboolean
record_all (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  g_autoptr (GPtrArray) approvals = acq_approval_list (file, error);

  for (guint i = 0; approvals != NULL && i < deed->letters->len; i++)
    {
      const Letter *letter = &g_array_index (deed->letters, Letter, i);
      AcqSentRecord record = {
        .message_id = letter->message_id,
        .day = deed->day,
        .registered_number = letter->typed,
        .recipient_id = letter->recipient_id,
      };

      if (waits (approvals, letter) && !acq_approval_record (file, &record, error))
        return FALSE;
    }
  return approvals != NULL;
}

static GArray *
letters_new (void)
{
  GArray *letters = g_array_new (FALSE, TRUE, sizeof (Letter));

  g_array_set_clear_func (letters, letter_clear);
  return letters;
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Posting *posting = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->day = acq_day_row_get_day (posting->day);
  deed->letters = letters_new ();
  for (guint i = 0; i < posting->letters->len; i++)
    {
      Letter letter = g_array_index (posting->letters, Letter, i);

      letter.typed = letter.number == NULL ? NULL : g_strdup (gtk_editable_get_text (letter.number));
      g_array_append_val (deed->letters, letter);
    }
  acq_form_dialog_change (dialog, NULL, record_all, deed, deed_free);
}

static void
day_changed_cb (AcqDayRow *day, gpointer user_data)
{
  const Posting *posting = user_data;

  acq_form_dialog_set_ready (posting->dialog, acq_day_row_get_day (day) != ACQ_DAY_NONE);
}

static void
add_day (Posting *posting, AcqDay today)
{
  posting->day = acq_day_row_new_for_posting (today);
  acq_form_dialog_add_row (posting->dialog, GTK_WIDGET (posting->day));
  g_signal_connect (posting->day, "day-changed", G_CALLBACK (day_changed_cb), posting);
}

static void
add_letter (Posting *posting, const AcqLetterBatchEntry *entry)
{
  Letter letter = { entry->message_id, entry->message->recipient->id, NULL, NULL };
  g_autofree char *title = NULL;

  if (entry->message->channel == ACQ_CHANNEL_REGISTERED_LETTER)
    {
      title = g_strdup_printf (_ ("Number of the letter to %s"), entry->message->recipient->name);
      letter.number = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "use-markup", FALSE, NULL);
      acq_form_dialog_add_row (posting->dialog, GTK_WIDGET (letter.number));
    }
  g_array_append_val (posting->letters, letter);
}

void
acq_batch_posting_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterBatch *batch,
                                  const GArray *places)
{
  Posting *posting = g_new0 (Posting, 1);

  posting->letters = letters_new ();
  posting->dialog
    = acq_form_dialog_new (parent, company, _ ("When are the letters posted?"), _ ("_Posted"), _ ("_Later"));
  add_day (posting, acq_open_company_get_view (company)->books->today);
  for (guint i = 0; i < places->len; i++)
    add_letter (posting, acq_letter_batch_entry (batch, g_array_index (places, guint, i)));
  acq_form_dialog_set_hint (
    posting->dialog,
    _ ("Numbers are given at the counter: leave them empty until you have them. Until you say that they "
       "were posted, the letters stay among those that were approved."));
  g_signal_connect_data (posting->dialog, "confirmed", G_CALLBACK (confirmed_cb), posting, posting_free, 0);
  gtk_window_present (GTK_WINDOW (posting->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (posting->day));
}
