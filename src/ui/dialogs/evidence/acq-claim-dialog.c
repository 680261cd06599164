/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-claim-dialog.h"

#include <glib/gi18n.h>

#include "acq-day-row.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-form-dialog.h"
#include "acq-insolvency-text.h"

/* A claim with the books that it borrows from. */
typedef struct
{
  AcqBooks *books;
  AcqInsolvencyClaim claim;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  acq_books_unref (found->books);
  g_free (found);
}

/* While the dialog is open, which owns it. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed */
  AcqDayRow *published;
  AcqDayRow *declared;
  char *customer;
} Form;

static void
form_free (gpointer data, GClosure *closure)
{
  Form *form = data;

  g_free (form->customer);
  g_free (form);
}

/* What is kept; handed to the company's thread. */
typedef struct
{
  char *customer;
  AcqDay published;
  AcqDay declared;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->customer);
  g_free (deed);
}

static gboolean
record (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return acq_insolvency_claim_record (file, deed->customer, deed->published, deed->declared, error);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Form *form = user_data;
  Deed *deed = g_new0 (Deed, 1);

  deed->customer = g_strdup (form->customer);
  deed->published = acq_day_row_get_day (form->published);
  deed->declared = acq_day_row_get_day (form->declared);
  acq_form_dialog_change (dialog, _ ("Claim noted"), record, deed, deed_free);
}

static void
day_changed_cb (AcqDayRow *row, gpointer user_data)
{
  const Form *form = user_data;

  acq_form_dialog_set_ready (form->dialog,
                             acq_day_row_is_valid (form->published) && acq_day_row_is_valid (form->declared));
}

static AcqDayRow *
add_day_row (Form *form, const char *title, AcqDay day, AcqDay first, AcqDay today)
{
  AcqDayRow *row = g_object_new (ACQ_TYPE_DAY_ROW, "title", title, NULL);

  acq_day_row_set_bounds (row, first, today, today);
  acq_day_row_set_day (row, day);
  acq_form_dialog_add_row (form->dialog, GTK_WIDGET (row));
  g_signal_connect (row, "day-changed", G_CALLBACK (day_changed_cb), form);
  return row;
}

static void
present (GtkWindow *parent, AcqOpenCompany *company, const Found *found)
{
  const AcqInsolvencyClaim *claim = &found->claim;
  Form *form = g_new0 (Form, 1);
  g_autofree char *hint = acq_insolvency_claim_text (claim, found->books->today);

  form->customer = g_strdup (claim->customer->code);
  form->dialog
    = acq_form_dialog_new (parent, company, _ ("Claim in insolvency proceedings"), _ ("_Note"), _ ("_Cancel"));
  form->published
    = add_day_row (form, _ ("Published in the BODACC on"), claim->published, claim->judged, found->books->today);
  form->declared
    = add_day_row (form, _ ("Claim declared on"), claim->declared, claim->judged, found->books->today);
  acq_form_dialog_set_hint (form->dialog, hint);
  g_signal_connect_data (form->dialog, "confirmed", G_CALLBACK (confirmed_cb), form, form_free, 0);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->published));
}

static gpointer
find_claim (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *customer = data;
  g_autoptr (AcqBooks) books = acq_books_load (file, error);
  g_autoptr (GPtrArray) claims = books == NULL ? NULL : acq_insolvency_claims_list (books, file, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const AcqInsolvencyClaim *claim = claims->pdata[i];

      if (g_strcmp0 (claim->customer->code, customer) == 0)
        {
          Found *found = g_new0 (Found, 1);

          found->books = g_steal_pointer (&books);
          found->claim = *claim;
          return found;
        }
    }
  return NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *text = error == NULL ? NULL : acq_error_text (error);

  if (found != NULL)
    {
      present (parent, ACQ_OPEN_COMPANY (source), found);
      found_free (found);
    }
  else
    acq_dialogs_tell (GTK_WIDGET (parent), _ ("There is nothing to declare"),
                      text != NULL ? text : _ ("This customer owed nothing before the judgment."));
}

void
acq_claim_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer)
{
  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  acq_open_company_ask_async (company, find_claim, g_strdup (customer), g_free, found_free, NULL, found_cb,
                              g_object_ref (parent));
}
