/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-posting-dialog.h"

#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-day-row.h"
#include "acq-form-dialog.h"

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqDayRow *day;
  GtkEditable *number; /* nullable */
  gint64 message_id;   /* 0: a notice that stood in no queue */
  gint64 recipient_id; /* of the message */
  char *customer;      /* of such a notice, and its invoices */
  char **invoices;
} Posting;

static void
posting_free (gpointer data, GClosure *closure)
{
  Posting *posting = data;

  g_free (posting->customer);
  g_strfreev (posting->invoices);
  g_free (posting);
}

typedef struct
{
  AcqSentRecord record;
  char *number;
  char *customer;
  char **invoices;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->number);
  g_free (deed->customer);
  g_strfreev (deed->invoices);
  g_free (deed);
}

static gboolean
record_posting (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  if (deed->record.message_id != 0)
    return acq_approval_record (file, &deed->record, error);
  return acq_approval_settle_notice (file, deed->customer, (const char *const *) deed->invoices, &deed->record,
                                     error);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Posting *posting = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->customer = g_strdup (posting->customer);
  deed->invoices = g_strdupv (posting->invoices);
  deed->number = posting->number == NULL ? NULL : g_strdup (gtk_editable_get_text (posting->number));
  deed->record = (AcqSentRecord){
    .message_id = posting->message_id,
    .day = acq_day_row_get_day (posting->day),
    .registered_number = deed->number,
    .recipient_id = posting->recipient_id,
  };
  acq_form_dialog_change (dialog, _ ("Letter posted"), record_posting, deed, deed_free);
}

static void
day_changed_cb (AcqDayRow *day, gpointer user_data)
{
  const Posting *posting = user_data;

  acq_form_dialog_set_ready (posting->dialog, acq_day_row_get_day (day) != ACQ_DAY_NONE);
}

static void
add_rows (Posting *posting, AcqDay today, gboolean registered)
{
  posting->day = acq_day_row_new_for_posting (today);
  acq_form_dialog_add_row (posting->dialog, GTK_WIDGET (posting->day));
  g_signal_connect (posting->day, "day-changed", G_CALLBACK (day_changed_cb), posting);
  if (!registered)
    return;
  posting->number = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Number of the registered letter"), NULL);
  acq_form_dialog_add_row (posting->dialog, GTK_WIDGET (posting->number));
}

static void
ask (Posting *posting, GtkWindow *parent, AcqOpenCompany *company, gboolean registered, const char *hint)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);

  posting->dialog
    = acq_form_dialog_new (parent, company, _ ("When is the letter posted?"), _ ("_Posted"), _ ("_Later"));
  add_rows (posting, view->books->today, registered);
  acq_form_dialog_set_hint (posting->dialog, hint);
  g_signal_connect_data (posting->dialog, "confirmed", G_CALLBACK (confirmed_cb), posting, posting_free, 0);
  gtk_window_present (GTK_WINDOW (posting->dialog));
  gtk_widget_grab_focus (registered ? GTK_WIDGET (posting->number) : GTK_WIDGET (posting->day));
}

void
acq_posting_dialog_present (GtkWindow *parent, AcqOpenCompany *company, gint64 message_id,
                            gint64 recipient_id, gboolean registered)
{
  Posting *posting = g_new0 (Posting, 1);

  posting->message_id = message_id;
  posting->recipient_id = recipient_id;
  ask (posting, parent, company, registered,
       registered ? _ ("The number is given at the counter: leave it empty until you have it. Until you say "
                       "that it was posted, the letter stays among those that were approved.")
                  : _ ("Until you say that it was posted, the letter stays among those that were approved."));
}

void
acq_posting_dialog_present_notice (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                                   const GPtrArray *numbers)
{
  Posting *posting = g_new0 (Posting, 1);

  posting->customer = g_strdup (customer);
  posting->invoices = g_new0 (char *, numbers->len + 1);
  for (guint i = 0; i < numbers->len; i++)
    posting->invoices[i] = g_strdup (numbers->pdata[i]);
  ask (posting, parent, company, TRUE,
       _ ("The number is given at the counter: leave it empty until you have it. Once it was posted, its "
          "invoices count as having had this notice."));
}
