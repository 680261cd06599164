/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-work.h"

#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-dialogs.h"
#include "acq-held-release.h"
#include "acq-message-options.h"
#include "acq-message-postpone.h"
#include "acq-told-change.h"

/* What a change needs on the company's thread. */
typedef struct
{
  AcqQueueRow *row; /* owned: the message belongs to its queue; NULL: about the company */
  AcqNeeds overruled;
  AcqDay day;
} Deed;

static Deed *
deed_new (AcqQueueRow *row)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->row = row == NULL ? NULL : g_object_ref (row);
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_clear_object (&deed->row);
  g_free (deed);
}

static void
change (GtkWidget *asker, AcqOpenCompany *company, const char *done, AcqChangeFunc func, Deed *deed)
{
  acq_open_company_change_async (company, done, func, deed, deed_free, NULL, acq_told_change_cb,
                                 g_object_ref (asker));
}

static gboolean
approve (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  g_ptr_array_add (messages, (gpointer) acq_queue_row_get_message (deed->row));
  return acq_approval_approve (file, messages, deed->overruled, error);
}

void
acq_message_work_approve (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row, AcqNeeds overruled)
{
  Deed *deed;

  g_return_if_fail (acq_queue_row_get_message (row) != NULL);
  deed = deed_new (row);
  deed->overruled = overruled;
  change (asker, company, _ ("Reminder approved"), approve, deed);
}

static gboolean
withdraw (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  const AcqMessage *approved = acq_queue_row_get_approved (deed->row)->approved;

  return acq_approval_withdraw (file, approved->id, approved->recipient_id, error);
}

void
acq_message_work_withdraw (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row)
{
  g_return_if_fail (acq_queue_row_get_approved (row) != NULL);
  change (asker, company, _ ("Approval withdrawn"), withdraw, deed_new (row));
}

static gboolean
postpone (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return acq_message_postpone (file, acq_queue_row_get_message (deed->row), deed->day, NULL, error);
}

/* Who is to hear of the end. */
typedef struct
{
  GtkWidget *asker; /* owned, as the row */
  AcqQueueRow *row;
  AcqMessageDoneFunc done; /* nullable */
} Postponing;

static void
postponed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Postponing *asked = user_data;
  g_autoptr (GtkWidget) asker = asked->asker;
  g_autoptr (AcqQueueRow) row = asked->row;

  if (acq_told_change_finish (ACQ_OPEN_COMPANY (object), result, asker) && asked->done != NULL)
    asked->done (asker, row);
}

void
acq_message_work_postpone (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row, AcqDay day,
                           AcqMessageDoneFunc done)
{
  Deed *deed;
  Postponing *asked;

  g_return_if_fail (acq_queue_row_get_message (row) != NULL);
  deed = deed_new (row);
  deed->day = day;
  asked = g_new0 (Postponing, 1);
  asked->asker = g_object_ref (asker);
  asked->row = g_object_ref (row);
  asked->done = done;
  acq_open_company_change_async (company, _ ("Reminder postponed"), postpone, deed, deed_free, NULL,
                                 postponed_cb, asked);
}

/* Whose letter is to be written anyway. */
typedef struct
{
  GtkWidget *asker; /* owned, as the row */
  AcqQueueRow *row;
  AcqMessageAcceptedFunc accepted;
} Accepting;

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Accepting *asked = user_data;
  g_autoptr (GtkWidget) asker = asked->asker;
  g_autoptr (AcqQueueRow) row = asked->row;
  AcqAcceptance *accepted = acq_acceptance_ask_finish (result);

  if (accepted != NULL)
    asked->accepted (asker, row, accepted);
}

void
acq_message_work_accept (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row,
                         const AcqMessageCase *details, AcqMessageAcceptedFunc accepted)
{
  g_autofree char *codes = acq_message_options_flaws (details);
  Accepting *asked;

  if (codes == NULL)
    return;
  asked = g_new0 (Accepting, 1);
  asked->asker = g_object_ref (asker);
  asked->row = g_object_ref (row);
  asked->accepted = accepted;
  acq_acceptance_ask_async (GTK_WINDOW (gtk_widget_get_root (asker)), company, codes, accepted_cb, asked);
}

static gboolean
release (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  const AcqQueueHeld *held = acq_queue_row_get_held (deed->row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < held->notes->len; i++)
    g_array_append_val (ids, ((const AcqNote *) held->notes->pdata[i])->id);
  return acq_held_release (file, ids, held->customer->code, error);
}

void
acq_message_work_release (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row)
{
  g_return_if_fail (acq_queue_row_get_held (row) != NULL && acq_queue_row_get_held (row)->notes->len > 0);
  change (asker, company, _ ("Reminders resumed"), release, deed_new (row));
}

static gboolean
read_answers (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return acq_fact_mark_answers_read (file, acq_queue_row_get_customer (deed->row)->code, error);
}

void
acq_message_work_read_answers (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row)
{
  g_return_if_fail (acq_queue_row_get_customer (row) != NULL);
  change (asker, company, _ ("Answer read"), read_answers, deed_new (row));
}

static gboolean
take_right (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqChange) taking = acq_change_begin (file, error);

  return taking != NULL && acq_planning_take_right_to_send (file, error)
         && acq_change_commit (taking, "set", "sending_machine", NULL, error);
}

static void
right_confirmed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqOpenCompany) company = ACQ_OPEN_COMPANY (user_data);
  GtkWidget *asker = GTK_WIDGET (object);

  if (acq_dialogs_confirm_finish (result))
    change (asker, company, _ ("Reminders leave from here"), take_right, deed_new (NULL));
}

void
acq_message_work_take_right (GtkWidget *asker, AcqOpenCompany *company)
{
  acq_dialogs_confirm_async (
    asker, _ ("Let reminders leave from this computer?"),
    _ ("The other one must not send any more: nobody is to be reminded twice. Answer yes only if it "
       "is no longer used for this company."),
    _ ("_Send from here"), ACQ_CONFIRM_DESTRUCTIVE, NULL, right_confirmed_cb, g_object_ref (company));
}
