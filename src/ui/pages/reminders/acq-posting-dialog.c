/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-posting-dialog.h"

#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-day-row.h"
#include "acq-form-dialog.h"

/* A letter that is printed on a Friday may wait that long. */
#define MAX_DAYS_TO_POST 14

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqDayRow *day;
  GtkEditable *number; /* nullable */
  gint64 message_id;
  gint64 recipient_id;
} Posting;

typedef struct
{
  AcqSentRecord record;
  char *number;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->number);
  g_free (deed);
}

static gboolean
record_posting (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_approval_record (file, &((const Deed *) data)->record, error);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Posting *posting = user_data;
  Deed *deed = g_new0 (Deed, 1);

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
  GtkWidget *day = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ ("Posted on"), NULL);

  posting->day = ACQ_DAY_ROW (day);
  acq_day_row_set_bounds (posting->day, ACQ_DAY_NONE, today + MAX_DAYS_TO_POST, today);
  acq_day_row_set_day (posting->day, today);
  acq_form_dialog_add_row (posting->dialog, day);
  g_signal_connect (day, "day-changed", G_CALLBACK (day_changed_cb), posting);
  if (!registered)
    return;
  posting->number = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Number of the registered letter"), NULL);
  acq_form_dialog_add_row (posting->dialog, GTK_WIDGET (posting->number));
}

void
acq_posting_dialog_present (GtkWindow *parent, AcqOpenCompany *company, gint64 message_id,
                            gint64 recipient_id, gboolean registered)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  Posting *posting = g_new0 (Posting, 1);

  posting->dialog
    = acq_form_dialog_new (parent, company, _ ("When is the letter posted?"), _ ("_Posted"), _ ("_Later"));
  posting->message_id = message_id;
  posting->recipient_id = recipient_id;
  add_rows (posting, view->books->today, registered);
  acq_form_dialog_set_hint (
    posting->dialog,
    registered ? _ ("The number is given at the counter: leave it empty until you have it. Until you say "
                    "that it was posted, the letter stays among those that were approved.")
               : _ ("Until you say that it was posted, the letter stays among those that were approved."));
  g_signal_connect_data (posting->dialog, "confirmed", G_CALLBACK (confirmed_cb), posting,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_window_present (GTK_WINDOW (posting->dialog));
  gtk_widget_grab_focus (registered ? GTK_WIDGET (posting->number) : GTK_WIDGET (posting->day));
}
