/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-plan-terms-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-row.h"
#include "acq-form-dialog.h"
#include "acq-payment-plan-entry.h"

#define FEWEST_INSTALMENTS 2
#define MOST_INSTALMENTS   36
#define USUAL_INSTALMENTS  3
/* The first instalment of a plan that is agreed on today. */
#define MAX_DAYS_TO_FIRST 366

/* While the dialog is open. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed: it owns this */
  GtkSpinButton *count;
  AcqDayRow *first;
  char *customer;
  char **numbers;
  gint64 sum;
} Terms;

static void
terms_free (gpointer data, GClosure *closure)
{
  Terms *terms = data;

  g_free (terms->customer);
  g_strfreev (terms->numbers);
  g_free (terms);
}

typedef struct
{
  char *customer;
  char **numbers;
  guint n;
  AcqDay first;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->customer);
  g_strfreev (deed->numbers);
  g_free (deed);
}

static gboolean
agree (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  gint64 id;

  return acq_payment_plan_agree (file, deed->customer, (const char *const *) deed->numbers, deed->n,
                                 deed->first, &id, error);
}

static guint
count_instalments (const Terms *terms)
{
  return (guint) gtk_spin_button_get_value_as_int (terms->count);
}

static void
confirmed_cb (AcqFormDialog *dialog, gpointer user_data)
{
  const Terms *terms = user_data;
  Deed *deed = g_new0 (Deed, 1);

  gtk_spin_button_update (terms->count);
  deed->customer = g_strdup (terms->customer);
  deed->numbers = g_strdupv (terms->numbers);
  deed->n = count_instalments (terms);
  deed->first = acq_day_row_get_day (terms->first);
  acq_form_dialog_change (dialog, _ ("Payment plan noted"), agree, deed, deed_free);
}

/* Free it. */
static char *
write_parts (const Terms *terms)
{
  guint n = count_instalments (terms);
  gint64 each = acq_payment_plan_part (terms->sum, n, 0), last = acq_payment_plan_part (terms->sum, n, n - 1);
  g_autofree char *each_text = acq_amount_text (each, ACQ_CURRENCY_EUR);
  g_autofree char *last_text = acq_amount_text (last, ACQ_CURRENCY_EUR);

  if (each == last)
    /* Translators: %u counts months, at least two, %s is an amount. */
    return g_strdup_printf (_ ("%u monthly instalments of %s, moved to working days."), n, each_text);
  /* Translators: as before; the second %s is the amount of the last one. */
  return g_strdup_printf (_ ("%u monthly instalments of %s, the last of %s, moved to working days."), n,
                          each_text, last_text);
}

static void
show_parts (const Terms *terms)
{
  guint n_invoices = g_strv_length (terms->numbers);
  g_autofree char *sum = acq_amount_text (terms->sum, ACQ_CURRENCY_EUR);
  g_autofree char *owed = g_strdup_printf (
    ngettext ("%u overdue invoice, %s.", "%u overdue invoices, %s.", n_invoices), n_invoices, sum);
  g_autofree char *parts = write_parts (terms);
  g_autofree char *hint
    = g_strjoin (" ", owed, parts, _ ("As long as the plan is kept, nothing of it is reminded."), NULL);

  acq_form_dialog_set_hint (terms->dialog, hint);
  acq_form_dialog_set_ready (terms->dialog, acq_day_row_get_day (terms->first) != ACQ_DAY_NONE
                                              && terms->sum >= (gint64) count_instalments (terms));
}

static void
count_changed_cb (GtkSpinButton *count, gpointer user_data)
{
  show_parts (user_data);
}

static void
day_changed_cb (AcqDayRow *row, gpointer user_data)
{
  show_parts (user_data);
}

static void
add_count (Terms *terms)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Monthly instalments"), NULL);
  GtkWidget *count = gtk_spin_button_new_with_range (FEWEST_INSTALMENTS, MOST_INSTALMENTS, 1);

  terms->count = GTK_SPIN_BUTTON (count);
  gtk_spin_button_set_value (terms->count, USUAL_INSTALMENTS);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Monthly instalments"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), count);
  g_signal_connect (count, "value-changed", G_CALLBACK (count_changed_cb), terms);
  acq_form_dialog_add_row (terms->dialog, row);
}

static void
add_first (Terms *terms, AcqDay today)
{
  GtkWidget *row = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ ("First one due on"), NULL);

  terms->first = ACQ_DAY_ROW (row);
  acq_day_row_set_bounds (terms->first, today + 1, today + MAX_DAYS_TO_FIRST, today);
  acq_day_row_set_day (terms->first, acq_day_add_months (today, 1));
  g_signal_connect (row, "day-changed", G_CALLBACK (day_changed_cb), terms);
  acq_form_dialog_add_row (terms->dialog, row);
}

GtkWindow *
acq_plan_terms_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                               const char *const *numbers, gint64 sum)
{
  Terms *terms = g_new0 (Terms, 1);

  terms->customer = g_strdup (customer);
  terms->numbers = g_strdupv ((char **) numbers);
  terms->sum = sum;
  terms->dialog
    = acq_form_dialog_new (parent, company, _ ("Payment plan"), _ ("_Keep the plan"), _ ("_Cancel"));
  add_count (terms);
  add_first (terms, acq_open_company_get_view (company)->books->today);
  show_parts (terms);
  g_signal_connect_data (terms->dialog, "confirmed", G_CALLBACK (confirmed_cb), terms, terms_free, 0);
  gtk_window_present (GTK_WINDOW (terms->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (terms->count));
  return GTK_WINDOW (terms->dialog);
}
