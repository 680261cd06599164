/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-postpone-dialog.h"

#include <glib/gi18n.h>

#include "acq-day-row.h"
#include "acq-form-dialog.h"
#include "acq-message-postpone.h"

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqQueueRow *row;      /* owned */
  AcqDayRow *day;
  GtkEditable *reason;
} Postponing;

typedef struct
{
  AcqQueueRow *row;
  AcqDay day;
  char *reason;
} Deed;

static void
postponing_free (gpointer data, GClosure *closure)
{
  Postponing *postponing = data;

  g_object_unref (postponing->row);
  g_free (postponing);
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->row);
  g_free (deed->reason);
  g_free (deed);
}

static gboolean
postpone (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return acq_message_postpone (file, acq_queue_row_get_message (deed->row), deed->day,
                               deed->reason[0] == '\0' ? NULL : deed->reason, error);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Postponing *postponing = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->row = g_object_ref (postponing->row);
  deed->day = acq_day_row_get_day (postponing->day);
  deed->reason = g_strstrip (g_strdup (gtk_editable_get_text (postponing->reason)));
  acq_form_dialog_change (dialog, _ ("Reminder postponed"), postpone, deed, deed_free);
}

static void
day_changed_cb (AcqDayRow *day, gpointer user_data)
{
  const Postponing *postponing = user_data;

  acq_form_dialog_set_ready (postponing->dialog, acq_day_row_get_day (day) != ACQ_DAY_NONE);
}

void
acq_postpone_dialog_present (GtkWindow *parent, AcqOpenCompany *company, AcqQueueRow *row)
{
  AcqDay today = acq_queue_row_get_queue (row)->view->books->today;
  Postponing *postponing = g_new0 (Postponing, 1);

  g_return_if_fail (acq_queue_row_get_message (row) != NULL);
  postponing->dialog
    = acq_form_dialog_new (parent, company, _ ("Postpone the reminder"), _ ("_Postpone"), _ ("_Cancel"));
  postponing->row = g_object_ref (row);
  postponing->day = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ ("Not before"), NULL);
  postponing->reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Reason"), NULL);
  acq_day_row_set_bounds (postponing->day, today + 1, ACQ_DAY_NONE, today);
  acq_form_dialog_add_row (postponing->dialog, GTK_WIDGET (postponing->day));
  acq_form_dialog_add_row (postponing->dialog, GTK_WIDGET (postponing->reason));
  acq_form_dialog_set_hint (
    postponing->dialog,
    _ ("It leaves on the first day after that on which reminders leave, if it is still owed."));
  acq_form_dialog_set_ready (postponing->dialog, FALSE);
  g_signal_connect (postponing->day, "day-changed", G_CALLBACK (day_changed_cb), postponing);
  g_signal_connect_data (postponing->dialog, "confirmed", G_CALLBACK (confirmed_cb), postponing,
                         postponing_free, 0);
  gtk_window_present (GTK_WINDOW (postponing->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (postponing->day));
}
