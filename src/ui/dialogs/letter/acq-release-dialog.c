/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-release-dialog.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-row.h"
#include "acq-dialogs.h"
#include "acq-form-dialog.h"
#include "acq-letter-window.h"
#include "acq-release-draft.h"

#define MAX_RESERVES 99
/* Pixels: all rows and the hint. */
#define WIDTH  500
#define HEIGHT 540

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  AcqOpenCompany *company;
  char *customer;
  char *number; /* nullable */
  AcqDayRow *accepted;
  GtkEditable *contract;
  AcqDayRow *contract_day;
  GtkEditable *works;
  GtkSpinButton *reserves;
  AcqDayRow *lifted;
  GtkCheckButton *unopposed;
} Release;

static void
release_free (gpointer data, GClosure *closure)
{
  Release *release = data;

  g_object_unref (release->company);
  g_free (release->customer);
  g_free (release->number);
  g_free (release);
}

static guint
count_reserves (const Release *release)
{
  return (guint) gtk_spin_button_get_value_as_int (release->reserves);
}

/* The letter may be looked at before the reserves are lifted: it then says what keeps it from leaving. */
static void
update (Release *release)
{
  gtk_widget_set_visible (GTK_WIDGET (release->lifted), count_reserves (release) > 0);
  acq_form_dialog_set_ready (release->dialog, acq_day_row_get_day (release->accepted) != ACQ_DAY_NONE
                                                && acq_day_row_is_valid (release->contract_day)
                                                && acq_day_row_is_valid (release->lifted)
                                                && gtk_check_button_get_active (release->unopposed));
}

static char *
take_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return text[0] == '\0' ? NULL : g_steal_pointer (&text);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Release *release = user_data;
  g_autofree char *contract = take_text (release->contract);
  g_autofree char *works = take_text (release->works);
  const AcqRetentionTerms terms = {
    .contract = contract,
    .contract_day = acq_day_row_get_day (release->contract_day),
    .works = works,
    .accepted = acq_day_row_get_day (release->accepted),
    .n_reserves = count_reserves (release),
    .lifted = count_reserves (release) == 0 ? ACQ_DAY_NONE : acq_day_row_get_day (release->lifted),
    .unopposed = gtk_check_button_get_active (release->unopposed),
  };
  const AcqLetterRequest request = {
    .model = ACQ_LETTER_MODEL_RETENTION_RELEASE,
    .customer = release->number == NULL ? release->customer : NULL,
    .number = release->number,
    .terms = &terms,
  };

  acq_letter_window_present_request (gtk_window_get_transient_for (GTK_WINDOW (dialog)), release->company, &request);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static AcqDayRow *
add_day (Release *release, const char *title, AcqDay day, AcqDay today)
{
  AcqDayRow *row = g_object_new (ACQ_TYPE_DAY_ROW, "title", title, NULL);

  acq_day_row_set_bounds (row, ACQ_DAY_NONE, today, today);
  acq_day_row_set_day (row, day);
  g_signal_connect_swapped (row, "day-changed", G_CALLBACK (update), release);
  acq_form_dialog_add_row (release->dialog, GTK_WIDGET (row));
  return row;
}

static GtkEditable *
add_entry (Release *release, const char *title, const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_editable_set_text (GTK_EDITABLE (row), text == NULL ? "" : text);
  acq_form_dialog_add_row (release->dialog, row);
  return GTK_EDITABLE (row);
}

static void
add_reserves (Release *release)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Reserves at the acceptance"), NULL);

  release->reserves = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MAX_RESERVES, 1));
  gtk_widget_set_valign (GTK_WIDGET (release->reserves), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (release->reserves), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reserves at the acceptance"), -1);
  g_signal_connect_swapped (release->reserves, "value-changed", G_CALLBACK (update), release);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (release->reserves));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (release->reserves));
  acq_form_dialog_add_row (release->dialog, row);
}

static void
add_statement (Release *release)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("No opposition was notified to us"), "subtitle",
                                 _ ("By registered letter, with its reasons, before the year had passed"), NULL);

  release->unopposed = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (release->unopposed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("No opposition was notified to us"), -1);
  g_signal_connect_swapped (release->unopposed, "toggled", G_CALLBACK (update), release);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (release->unopposed));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (release->unopposed));
  acq_form_dialog_add_row (release->dialog, row);
}

static void
add_rows (Release *release, const AcqRetentionTerms *terms, AcqDay today)
{
  release->accepted = add_day (release, _ ("Works accepted on"), terms->accepted, today);
  add_reserves (release);
  release->lifted = add_day (release, _ ("Reserves lifted on"), terms->lifted, today);
  release->contract = add_entry (release, _ ("Number of the contract (optional)"), terms->contract);
  release->contract_day = add_day (release, _ ("Day of the contract (optional)"), terms->contract_day, today);
  release->works = add_entry (release, _ ("Works (optional)"), terms->works);
  add_statement (release);
}

static void
say_what (Release *release, const GPtrArray *invoices)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < invoices->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? ", " : "", ((const AcqInvoice *) invoices->pdata[i])->number);
  hint = g_strdup_printf (_ ("The letter asks for what was kept back of %s, and encloses the acceptance report. The day is "
                             "reckoned from the invoice: correct it where the report says another."),
                          numbers->str);
  acq_form_dialog_set_hint (release->dialog, hint);
}

static const AcqCustomer *
find_customer (const AcqLedger *ledger, const char *code)
{
  for (guint i = 0; i < ledger->customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) ledger->customers->pdata[i])->code, code) == 0)
      return ledger->customers->pdata[i];
  return NULL;
}

static void
ask (GtkWindow *parent, AcqOpenCompany *company, const AcqCustomer *customer, const AcqInvoice *only,
     const GPtrArray *invoices)
{
  const AcqBooks *books = acq_open_company_get_view (company)->books;
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (AcqRetentionTerms) terms
    = acq_retention_terms_guess (books->ledger, customer, only, law, books->today);
  Release *release = g_new0 (Release, 1);

  release->company = g_object_ref (company);
  release->customer = g_strdup (customer->code);
  release->number = only == NULL ? NULL : g_strdup (only->number);
  release->dialog
    = acq_form_dialog_new (parent, company, _ ("Release of the retention"), _ ("_Preview…"), _ ("_Cancel"));
  add_rows (release, terms, books->today);
  say_what (release, invoices);
  update (release);
  g_signal_connect_data (release->dialog, "confirmed", G_CALLBACK (confirmed_cb), release, release_free, 0);
  gtk_window_set_default_size (GTK_WINDOW (release->dialog), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (release->dialog));
}

void
acq_release_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer, const char *number)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  const AcqCustomer *found = view == NULL ? NULL : find_customer (view->books->ledger, customer);
  const AcqInvoice *only = found == NULL || number == NULL || number[0] == '\0'
                             ? NULL
                             : acq_ledger_find_invoice_by_number (view->books->ledger, number);
  g_autoptr (GPtrArray) invoices
    = found == NULL ? NULL : acq_retention_list_due (view->books->ledger, found, only, view->books->today);

  if (invoices == NULL || invoices->len == 0)
    acq_dialogs_tell (GTK_WIDGET (parent), _ ("No retention is due"),
                      _ ("A retention may be asked for once a year has passed since the works were accepted."));
  else
    ask (parent, company, found, only, invoices);
}
