/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-post-dialog.h"

#include <glib/gi18n.h>

#include "acq-day-row.h"
#include "acq-form-dialog.h"

typedef enum
{
  ROW_POSTED,
  ROW_PRESENTED,
  ROW_RECEIVED,
  ROW_RETURNED,
  N_ROWS,
} Row;

static const char *const row_titles[N_ROWS] = {
  [ROW_POSTED] = N_ ("Posted on"),
  [ROW_PRESENTED] = N_ ("Presented on"),
  [ROW_RECEIVED] = N_ ("Received on"),
  [ROW_RETURNED] = N_ ("Came back on"),
};

/* While the dialog is open, which owns it. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed */
  AcqDayRow *days[N_ROWS];
  GtkEditable *number;
  char *reference;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
  Form *form = data;

  g_free (form->reference);
  g_free (form);
}

typedef struct
{
  char *reference;
  char *number;
  AcqDay days[N_ROWS];
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->reference);
  g_free (deed->number);
  g_free (deed);
}

static gboolean
record_post (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  AcqPostalRecord post = { deed->number, deed->days[ROW_POSTED], deed->days[ROW_PRESENTED], deed->days[ROW_RECEIVED],
                           deed->days[ROW_RETURNED] };

  return acq_letter_record_post (file, deed->reference, &post, error);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Form *form = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->reference = g_strdup (form->reference);
  deed->number = g_strdup (gtk_editable_get_text (form->number));
  for (int row = 0; row < N_ROWS; row++)
    deed->days[row] = acq_day_row_get_day (form->days[row]);
  acq_form_dialog_change (dialog, _ ("Noted what the post said"), record_post, deed, deed_free);
}

static void
day_changed_cb (AcqDayRow *day, gpointer user_data)
{
  const Form *form = user_data;
  gboolean ready = TRUE;

  for (int row = 0; row < N_ROWS; row++)
    ready &= acq_day_row_is_valid (form->days[row]);
  acq_form_dialog_set_ready (form->dialog, ready);
}

static void
add_day (Form *form, Row row, AcqDay known, AcqDay first, AcqDay last, AcqDay today)
{
  form->days[row] = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ (row_titles[row]), NULL);
  acq_day_row_set_bounds (form->days[row], first, last, today);
  acq_day_row_set_day (form->days[row], known);
  acq_form_dialog_add_row (form->dialog, GTK_WIDGET (form->days[row]));
  g_signal_connect (form->days[row], "day-changed", G_CALLBACK (day_changed_cb), form);
}

void
acq_letter_post_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRecord *record)
{
  const AcqIssuedLetter *letter = record->letter;
  AcqDay today = acq_open_company_get_view (company)->books->today;
  Form *form = g_new0 (Form, 1);

  form->reference = g_strdup (letter->reference);
  form->dialog = acq_form_dialog_new (parent, company, _ ("What does the post say?"), _ ("_Save"), _ ("_Cancel"));
  form->number = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Number of the registered letter"), NULL);
  gtk_editable_set_text (form->number, letter->post.number == NULL ? "" : letter->post.number);
  acq_form_dialog_add_row (form->dialog, GTK_WIDGET (form->number));
  add_day (form, ROW_POSTED, letter->post.posted, letter->day, MAX (today, letter->post.posted), today);
  add_day (form, ROW_PRESENTED, letter->post.presented, letter->day, today, today);
  add_day (form, ROW_RECEIVED, letter->post.received, letter->day, today, today);
  add_day (form, ROW_RETURNED, letter->post.returned, letter->day, today, today);
  acq_form_dialog_set_hint (form->dialog, _ ("A letter that was presented and never collected is valid: the day on which it "
                                             "was presented counts."));
  g_signal_connect_data (form->dialog, "confirmed", G_CALLBACK (confirmed_cb), form, form_free, 0);
  gtk_window_present (GTK_WINDOW (form->dialog));
}
