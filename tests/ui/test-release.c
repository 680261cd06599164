/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-day-row.h"
#include "acq-fact-entry.h"
#include "acq-form-dialog.h"
#include "acq-open-company.h"
#include "acq-release-dialog.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)

typedef struct
{
  StoreCase *files;
  AcqOpenCompany *company;
  GtkWidget *parent;
} Case;

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

static void
wait_until_idle (Case *self)
{
  gboolean busy = TRUE;

  while (busy || acq_open_company_get_view (self->company) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (self->company, "busy", &busy, NULL);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Case *self, gconstpointer data)
{
  AcqPaymentEntry entry = { "F1", 9500, DAY ("2025-12-01"), ACQ_MEANS_CASH, NULL };
  AcqReceiptState state;

  self->files = store_case_new ();
  import_case_read (self->files, "a.csv", INVOICES "F1;05/10/2025;05/11/2025;C1;Dupont & fils SARL;100,00;;\n", "1 0 0 0");
  store_case_tamper (self->files, "UPDATE due_item SET amount = 9500, balance = 9500;"
                                  "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
                                  " VALUES (1, 'retention', '2026-11-14', 'EUR', 500, 500)");
  g_assert_true (acq_fact_enter_payment (self->files->file, &entry, &state, NULL));
  g_clear_pointer (&self->files->file, acq_company_file_close);
  self->company = acq_open_company_new (self->files->path, store_case_clock ());
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  self->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
  wait_until_idle (self);
}

static GtkWindow *
find_dialog (Case *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->parent))
        return window;
    }
  return NULL;
}

static void
tear_down (Case *self, gconstpointer data)
{
  while (find_dialog (self) != NULL)
    gtk_window_destroy (find_dialog (self));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  wait_until_idle (self);
  /* Its thread lets go of the last job a moment after the answer. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

typedef gboolean (*Matcher) (GtkWidget *widget, gconstpointer wanted);

static gboolean
has_id (GtkWidget *widget, gconstpointer wanted)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), wanted) == 0;
}

static gboolean
is_titled (GtkWidget *widget, gconstpointer wanted)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), wanted) == 0;
}

static gboolean
is_check (GtkWidget *widget, gconstpointer wanted)
{
  return GTK_IS_CHECK_BUTTON (widget);
}

static gboolean
is_spin (GtkWidget *widget, gconstpointer wanted)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

static GtkWidget *
find (GtkWidget *widget, Matcher matches, gconstpointer wanted)
{
  if (matches (widget, wanted))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
field (Case *self, Matcher matches, const char *wanted)
{
  GtkWidget *found = find (GTK_WIDGET (find_dialog (self)), matches, wanted);

  g_assert_nonnull (found);
  return found;
}

static gboolean
may_confirm (Case *self)
{
  return gtk_widget_is_sensitive (field (self, has_id, "confirm"));
}

/* What is guessed stands there; what nobody can guess is asked, and nothing goes on without it. */
static void
test_usual (Case *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->parent), self->company, "C1", "F1");
  g_assert_true (ACQ_IS_FORM_DIALOG (find_dialog (self)));
  g_assert_cmpint (acq_day_row_get_day (field (self, is_titled, "Works accepted on")), ==, DAY ("2025-11-14"));
  g_assert_false (may_confirm (self));
  gtk_check_button_set_active (field (self, is_check, NULL), TRUE);
  g_assert_true (may_confirm (self));
  gtk_test_accessible_assert_property (GTK_WIDGET (field (self, is_check, NULL)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No opposition was notified to us");
  g_assert_false (gtk_widget_get_visible (field (self, is_titled, "Reserves lifted on")));
  gtk_spin_button_set_value (field (self, is_spin, NULL), 2);
  g_assert_true (gtk_widget_get_visible (field (self, is_titled, "Reserves lifted on")));
  acq_day_row_set_day (field (self, is_titled, "Works accepted on"), ACQ_DAY_NONE);
  g_assert_false (may_confirm (self));
}

static void
test_preview (Case *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->parent), self->company, "C1", NULL);
  gtk_check_button_set_active (field (self, is_check, NULL), TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog (self)), "form.confirm", NULL));
  wait_until_idle (self);
  g_assert_nonnull (find_dialog (self));
  g_assert_cmpstr (gtk_window_get_title (find_dialog (self)), ==, "Release of the retention");
  g_assert_false (ACQ_IS_FORM_DIALOG (find_dialog (self)));
}

static void
test_none (Case *self, gconstpointer data)
{
  acq_release_dialog_present (GTK_WINDOW (self->parent), self->company, "C9", NULL);
  g_assert_nonnull (find_dialog (self));
  g_assert_false (ACQ_IS_FORM_DIALOG (find_dialog (self)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/release/usual", Case, NULL, set_up, test_usual, tear_down);
  g_test_add ("/release/preview", Case, NULL, set_up, test_preview, tear_down);
  g_test_add ("/release/none", Case, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}
