/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-call-dialog.h"

#include <glib/gi18n.h>

#include "acq-call-deed.h"
#include "acq-day-row.h"
#include "acq-form-dialog.h"

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqQueueRow *row;      /* owned */
  AdwComboRow *result;
  AcqDayRow *until;
  GtkEditable *said;
  AcqDay today;
} Call;

static void
call_free (gpointer data, GClosure *closure)
{
  Call *call = data;

  g_object_unref (call->row);
  g_free (call);
}

static AcqCallResult
chosen_result (const Call *call)
{
  guint place = adw_combo_row_get_selected (call->result);

  return place >= ACQ_N_CALL_RESULTS ? ACQ_CALL_NO_PROMISE : (AcqCallResult) place;
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Call *call = user_data;
  AcqCallResult result = chosen_result (call);

  acq_form_dialog_change (dialog, acq_call_result_done (result), acq_call_deed_keep,
                          acq_call_deed_new (call->row, result, acq_day_row_get_day (call->until),
                                             gtk_editable_get_text (call->said)),
                          acq_call_deed_free);
}

static void
update_cb (gpointer object, gpointer unused, gpointer user_data)
{
  const Call *call = user_data;
  AcqCallResult result = chosen_result (call);
  gboolean asks_day = acq_call_result_asks_until (result);
  gboolean needs_day = acq_call_result_needs_until (result);
  gboolean has_day = acq_day_row_get_day (call->until) != ACQ_DAY_NONE;

  gtk_widget_set_visible (GTK_WIDGET (call->until), asks_day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (call->until), acq_call_result_until (result));
  acq_form_dialog_set_ready (call->dialog,
                             !asks_day || has_day || (!needs_day && acq_day_row_is_valid (call->until)));
}

static void
day_changed_cb (AcqDayRow *day, gpointer user_data)
{
  update_cb (day, NULL, user_data);
}

static void
add_rows (Call *call)
{
  g_autoptr (GListModel) model = acq_call_results_new ();

  call->result = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("What came of it"), "model", model, NULL);
  call->until = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ ("To be paid by"), NULL);
  call->said = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("What was said"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (call->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What came of it"), -1);
  acq_day_row_set_bounds (call->until, call->today, ACQ_DAY_NONE, call->today);
  acq_form_dialog_add_row (call->dialog, GTK_WIDGET (call->result));
  acq_form_dialog_add_row (call->dialog, GTK_WIDGET (call->until));
  acq_form_dialog_add_row (call->dialog, GTK_WIDGET (call->said));
  g_signal_connect (call->result, "notify::selected", G_CALLBACK (update_cb), call);
  g_signal_connect (call->until, "day-changed", G_CALLBACK (day_changed_cb), call);
}

void
acq_call_dialog_present (GtkWindow *parent, AcqOpenCompany *company, AcqQueueRow *row)
{
  Call *call;

  g_return_if_fail (acq_queue_row_get_message (row) != NULL);
  call = g_new0 (Call, 1);
  call->dialog
    = acq_form_dialog_new (parent, company, _ ("What came of the call?"), _ ("_Note"), _ ("_Cancel"));
  call->row = g_object_ref (row);
  call->today = acq_queue_row_get_queue (row)->view->books->today;
  add_rows (call);
  acq_form_dialog_set_hint (call->dialog, _ ("The reminders of these invoices go on from this call."));
  update_cb (call->result, NULL, call);
  g_signal_connect_data (call->dialog, "confirmed", G_CALLBACK (confirmed_cb), call, call_free, 0);
  gtk_window_present (GTK_WINDOW (call->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (call->until));
}
