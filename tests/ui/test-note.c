/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-day-row.h"
#include "acq-note-dialog.h"
#include "acq-open-company.h"
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
  self->files = store_case_new ();
  import_case_read (self->files, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont & fils SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C1;Dupont & fils SARL;50,00;;\n",
                    "2 0 0 0");
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
  if (find_dialog (self) != NULL)
    gtk_window_destroy (find_dialog (self));
  gtk_window_destroy (GTK_WINDOW (self->parent));
  /* Its thread lets go of the last job a moment after the answer. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
field (Case *self, const char *id)
{
  GtkWidget *found = find_named (GTK_WIDGET (find_dialog (self)), id);

  g_assert_nonnull (found);
  return found;
}

static void
present (Case *self, const char *kind, const char *number, const char *customer)
{
  acq_note_dialog_present (GTK_WINDOW (self->parent), self->company, kind, number, customer);
  g_assert_nonnull (find_dialog (self));
}

static gboolean
may_confirm (Case *self)
{
  return gtk_widget_is_sensitive (field (self, "confirm"));
}

static void
confirm (Case *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_dialog (self)), "note.confirm", NULL));
  wait_until_idle (self);
}

/* The last note that the company has. */
static const AcqNote *
last_note (Case *self)
{
  const GPtrArray *notes = acq_open_company_get_view (self->company)->books->ledger->notes;

  return notes->len == 0 ? NULL : notes->pdata[notes->len - 1];
}

static void
test_promise (Case *self, gconstpointer data)
{
  const AcqNote *note;

  present (self, "promise", "F1", NULL);
  g_assert_false (may_confirm (self));
  gtk_editable_set_text (field (self, "until"), "30/11");
  gtk_editable_set_text (field (self, "reason"), "  Mme Dupont, by phone ");
  g_assert_true (may_confirm (self));
  confirm (self);
  g_assert_null (find_dialog (self));
  note = last_note (self);
  g_assert_cmpint (note->kind, ==, ACQ_NOTE_KIND_PROMISE);
  g_assert_cmpint (note->until, ==, DAY ("2026-11-30"));
  g_assert_cmpint (note->day, ==, DAY ("2026-11-20"));
  g_assert_cmpint (note->amount, ==, -1);
  g_assert_cmpint (note->invoice_id, !=, 0);
  g_assert_cmpstr (note->reason, ==, "Mme Dupont, by phone");
  g_assert_nonnull (acq_open_company_get_undo_label (self->company));
}

/* What cannot be read, or lies in the past, is said in the row, and nothing can be noted. */
static void
test_days (Case *self, gconstpointer data)
{
  static const char *const wrong[] = { "31/02", "yesterday", "19/11/2026", "1", "30/11/1826" };
  AcqDayRow *until;

  present (self, "promise", "F1", NULL);
  until = field (self, "until");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (until), wrong[i]);
      g_assert_false (acq_day_row_is_valid (until));
      g_assert_cmpint (acq_day_row_get_day (until), ==, ACQ_DAY_NONE);
      g_assert_false (may_confirm (self));
    }
  gtk_editable_set_text (GTK_EDITABLE (until), " 20/11 ");
  g_assert_true (acq_day_row_is_valid (until));
  g_assert_true (may_confirm (self));
  acq_day_row_set_day (until, DAY ("2027-01-02"));
  g_assert_cmpint (acq_day_row_get_day (until), ==, DAY ("2027-01-02"));
  acq_day_row_set_flaw (until, "No");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (until)), ==, "No");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (until), "error"));
  gtk_editable_set_text (GTK_EDITABLE (until), "21/11");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (until)), ==, "To be paid by");
}

static void
test_amount (Case *self, gconstpointer data)
{
  AdwEntryRow *amount;

  present (self, "dispute", "F1", NULL);
  amount = field (self, "amount");
  g_assert_true (may_confirm (self));
  gtk_editable_set_text (GTK_EDITABLE (amount), "100,01");
  g_assert_false (may_confirm (self));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (amount), "error"));
  gtk_editable_set_text (GTK_EDITABLE (amount), "0");
  g_assert_false (may_confirm (self));
  gtk_editable_set_text (GTK_EDITABLE (amount), "20,50");
  g_assert_true (may_confirm (self));
  confirm (self);
  g_assert_cmpint (last_note (self)->kind, ==, ACQ_NOTE_KIND_DISPUTE);
  g_assert_cmpint (last_note (self)->amount, ==, 2050);
  g_assert_cmpint (last_note (self)->until, ==, ACQ_DAY_NONE);
}

/* About the customer as a whole there is no amount to give. */
static void
test_customer (Case *self, gconstpointer data)
{
  present (self, "hold", NULL, "C1");
  g_assert_false (gtk_widget_get_visible (field (self, "scope")));
  g_assert_false (gtk_widget_get_visible (field (self, "amount")));
  g_assert_cmpstr (gtk_label_get_text (field (self, "customer_name")), ==, "Dupont & fils SARL");
  confirm (self);
  g_assert_cmpint (last_note (self)->kind, ==, ACQ_NOTE_KIND_HOLD);
  g_assert_cmpint (last_note (self)->invoice_id, ==, 0);
}

/* Each kind asks what belongs to it, and may be noted about an invoice or about all. */
static void
test_kinds (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    gboolean day;
    gboolean until;
    gboolean amount;
  } kinds[] = {
    { "promise", TRUE, TRUE, TRUE },    { "dispute", FALSE, TRUE, TRUE }, { "hold", FALSE, TRUE, FALSE },
    { "exclude", FALSE, FALSE, FALSE }, { "call", TRUE, FALSE, FALSE },   { "answer", TRUE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      present (self, kinds[i].kind, "F2", "");
      g_assert_cmpint (gtk_widget_get_visible (field (self, "day")), ==, kinds[i].day);
      g_assert_cmpint (gtk_widget_get_visible (field (self, "until")), ==, kinds[i].until);
      g_assert_cmpint (gtk_widget_get_visible (field (self, "amount")), ==, kinds[i].amount);
      adw_combo_row_set_selected (field (self, "scope"), 1);
      g_assert_false (gtk_widget_get_visible (field (self, "amount")));
      if (kinds[i].until)
        gtk_editable_set_text (field (self, "until"), "12/12");
      confirm (self);
      g_assert_null (find_dialog (self));
      g_assert_cmpstr (acq_note_kind_to_code (last_note (self)->kind), ==, kinds[i].kind);
      g_assert_cmpint (last_note (self)->invoice_id, ==, 0);
    }
}

/* A customer who has gone meanwhile: words, and no dialog to fill in for nothing. */
static void
test_unknown (Case *self, gconstpointer data)
{
  acq_note_dialog_present (GTK_WINDOW (self->parent), self->company, "hold", "F99", "nobody");
  g_assert_null (last_note (self));
  g_assert_null (find_named (GTK_WIDGET (find_dialog (self)), "reason"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define add(path, test) g_test_add ("/note/" path, Case, NULL, set_up, test, tear_down)
  add ("promise", test_promise);
  add ("days", test_days);
  add ("amount", test_amount);
  add ("customer", test_customer);
  add ("kinds", test_kinds);
  add ("unknown", test_unknown);
#undef add
  return g_test_run ();
}
