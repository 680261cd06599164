/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-handover-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-row.h"
#include "acq-dialogs.h"
#include "acq-finished-invoices.h"
#include "acq-form-dialog.h"
#include "acq-shared-note.h"

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AdwEntryRow *whom;
  AcqDayRow *day;
  char **numbers;
} Handover;

static void
handover_free (gpointer data, GClosure *closure)
{
  Handover *handover = data;

  g_strfreev (handover->numbers);
  g_free (handover);
}

typedef struct
{
  char **numbers;
  char *whom;
  AcqDay day;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_strfreev (deed->numbers);
  g_free (deed->whom);
  g_free (deed);
}

static gboolean
note_handover (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  AcqNoteEntry entry = {
    .kind = ACQ_NOTE_KIND_HANDOVER,
    .amount = -1,
    .day = deed->day,
    .until = ACQ_DAY_NONE,
    .reason = deed->whom,
  };

  return acq_fact_enter_shared_note (file, &entry, (const char *const *) deed->numbers, error);
}

/* Free it. */
static char *
read_whom (const Handover *handover)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (handover->whom))));
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Handover *handover = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->numbers = g_strdupv (handover->numbers);
  deed->whom = read_whom (handover);
  deed->day = acq_day_row_get_day (handover->day);
  acq_form_dialog_change (dialog, _ ("Handover noted"), note_handover, deed, deed_free);
}

static void
changed_cb (GtkWidget *row, gpointer user_data)
{
  const Handover *handover = user_data;
  g_autofree char *whom = read_whom (handover);

  acq_form_dialog_set_ready (handover->dialog,
                             whom[0] != '\0' && acq_day_row_get_day (handover->day) != ACQ_DAY_NONE);
}

static void
add_rows (Handover *handover, AcqDay today)
{
  const char *whom = _ ("To whom (lawyer, agency, commissaire de justice)");
  const char *day = _ ("Handed over on");

  handover->whom = g_object_new (ADW_TYPE_ENTRY_ROW, "title", whom, NULL);
  handover->day = g_object_new (ACQ_TYPE_DAY_ROW, "title", day, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (handover->whom), GTK_ACCESSIBLE_PROPERTY_LABEL, whom, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (handover->day), GTK_ACCESSIBLE_PROPERTY_LABEL, day, -1);
  acq_day_row_set_bounds (handover->day, ACQ_DAY_NONE, today, today);
  acq_day_row_set_day (handover->day, today);
  acq_form_dialog_add_row (handover->dialog, GTK_WIDGET (handover->whom));
  acq_form_dialog_add_row (handover->dialog, GTK_WIDGET (handover->day));
  g_signal_connect (handover->whom, "changed", G_CALLBACK (changed_cb), handover);
  g_signal_connect (handover->day, "day-changed", G_CALLBACK (changed_cb), handover);
}

static void
show_hint (const Handover *handover, const AcqFinishedInvoices *finished)
{
  g_autofree char *amount = acq_amount_text (finished->amount, finished->currency);
  g_autofree char *numbers = g_strjoinv (", ", handover->numbers);
  g_autofree char *hint = NULL;

  if (finished->amount > 0)
    /* Translators: numbers of invoices, and what they owe together. */
    hint = g_strdup_printf (_ ("%1$s: %2$s. Nothing is sent about them any more, until you withdraw this."),
                            numbers, amount);
  else
    hint = g_strdup_printf (_ ("%s. Nothing is sent about them any more, until you withdraw this."), numbers);
  acq_form_dialog_set_hint (handover->dialog, hint);
}

void
acq_handover_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  g_autoptr (AcqFinishedInvoices) finished
    = view == NULL || view->plan == NULL ? NULL : acq_finished_invoices_new (view, customer);
  Handover *handover;

  if (finished == NULL || finished->invoices->len == 0)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("Nothing to hand over"),
                        _ ("No invoice of this customer is at the end of its scenario."));
      return;
    }
  handover = g_new0 (Handover, 1);
  handover->numbers = acq_finished_invoices_numbers (finished);
  handover->dialog = acq_form_dialog_new (parent, company, _ ("Handed over"), _ ("_Note it"), _ ("_Cancel"));
  add_rows (handover, view->books->today);
  show_hint (handover, finished);
  acq_form_dialog_set_ready (handover->dialog, FALSE);
  g_signal_connect_data (handover->dialog, "confirmed", G_CALLBACK (confirmed_cb), handover, handover_free,
                         0);
  gtk_window_present (GTK_WINDOW (handover->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (handover->whom));
}
