/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-day-row.h"
#include "acq-note-dialog.h"
#include "company-case.h"
#include "import-case.h"
#include "widget-search.h"

#define DAY(text) acq_day_parse_iso (text)

static void
set_up (CompanyCase *self, gconstpointer data)
{
  StoreCase *files = store_case_new ();
  import_case_read (files, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Dupont & fils SARL;100,00;;\n"
                             "F2;05/10/2026;06/11/2026;C1;Dupont & fils SARL;50,00;;\n",
                    "2 0 0 0");
  company_case_open (self, files);
  company_case_show (self, NULL);
}

static void
tear_down (CompanyCase *self, gconstpointer data)
{
  company_case_close (self);
}

static gpointer
field (CompanyCase *self, const char *id)
{
  GtkWidget *found = widget_find_id (GTK_WIDGET (company_case_find_dialog (self)), id);

  g_assert_nonnull (found);
  return found;
}

static void
present (CompanyCase *self, const char *kind, const char *number, const char *customer)
{
  acq_note_dialog_present (GTK_WINDOW (self->window), self->company, kind, number, customer);
  g_assert_nonnull (company_case_find_dialog (self));
}

static gboolean
may_confirm (CompanyCase *self)
{
  return gtk_widget_is_sensitive (field (self, "confirm"));
}

static void
confirm (CompanyCase *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (company_case_find_dialog (self)), "note.confirm", NULL));
  company_case_wait (self);
}

/* The last note that the company has. */
static const AcqNote *
last_note (CompanyCase *self)
{
  const GPtrArray *notes = acq_open_company_get_view (self->company)->books->ledger->notes;

  return notes->len == 0 ? NULL : notes->pdata[notes->len - 1];
}

static void
test_promise (CompanyCase *self, gconstpointer data)
{
  const AcqNote *note;

  present (self, "promise", "F1", NULL);
  g_assert_false (may_confirm (self));
  gtk_editable_set_text (field (self, "until"), "30/11");
  gtk_editable_set_text (field (self, "reason"), "  Mme Dupont, by phone ");
  g_assert_true (may_confirm (self));
  confirm (self);
  g_assert_null (company_case_find_dialog (self));
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
test_days (CompanyCase *self, gconstpointer data)
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
test_amount (CompanyCase *self, gconstpointer data)
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

/* What a dispute is about and who deals with it are kept, and found again where it is changed; it stays as old as it is. */
static void
test_dispute (CompanyCase *self, gconstpointer data)
{
  const AcqNote *note;

  present (self, "hold", "F1", NULL);
  g_assert_false (gtk_widget_get_visible (field (self, "category")) || gtk_widget_get_visible (field (self, "person")));
  gtk_window_destroy (GTK_WINDOW (company_case_find_dialog (self)));
  present (self, "dispute", "F1", NULL);
  g_assert_true (gtk_widget_get_visible (field (self, "category")) && gtk_widget_get_visible (field (self, "person")));
  adw_combo_row_set_selected (field (self, "category"), ACQ_DISPUTE_CATEGORY_QUALITY);
  gtk_editable_set_text (field (self, "day"), "08/11");
  gtk_editable_set_text (field (self, "amount"), "20,50");
  gtk_editable_set_text (field (self, "reason"), "scratched");
  gtk_editable_set_text (field (self, "person"), " Marie  Dubois ");
  confirm (self);
  note = last_note (self);
  g_assert_cmpint (note->category, ==, ACQ_DISPUTE_CATEGORY_QUALITY);
  g_assert_cmpstr (note->person, ==, "Marie Dubois");
  present (self, "dispute", "F1", NULL);
  g_assert_cmpstr (gtk_editable_get_text (field (self, "person")), ==, "Marie Dubois");
  g_assert_cmpstr (gtk_editable_get_text (field (self, "reason")), ==, "scratched");
  g_assert_cmpint (adw_combo_row_get_selected (field (self, "category")), ==, ACQ_DISPUTE_CATEGORY_QUALITY);
  gtk_editable_set_text (field (self, "until"), "30/11");
  confirm (self);
  note = last_note (self);
  g_assert_cmpint (note->day, ==, DAY ("2026-11-08"));
  g_assert_cmpint (note->until, ==, DAY ("2026-11-30"));
  g_assert_cmpint (note->amount, ==, 2050);
}

/* A due day is one invoice's, and needs its new day; until that day it is not late. */
static void
test_postpone (CompanyCase *self, gconstpointer data)
{
  const AcqBooks *books;

  present (self, "postpone", "F1", NULL);
  g_assert_false (gtk_widget_get_visible (field (self, "scope")) || gtk_widget_get_visible (field (self, "amount")));
  g_assert_false (may_confirm (self));
  gtk_editable_set_text (field (self, "until"), "15/01/2027");
  gtk_editable_set_text (field (self, "day"), "12/11");
  g_assert_true (may_confirm (self));
  confirm (self);
  g_assert_cmpint (last_note (self)->kind, ==, ACQ_NOTE_KIND_POSTPONE);
  g_assert_cmpint (last_note (self)->day, ==, DAY ("2026-11-12"));
  g_assert_cmpint (last_note (self)->until, ==, DAY ("2027-01-15"));
  books = acq_open_company_get_view (self->company)->books;
  g_assert_false (acq_standings_get (books->standings, books->ledger->invoices->pdata[0], books->today).overdue);
}

/* About the customer as a whole there is no amount to give. */
static void
test_customer (CompanyCase *self, gconstpointer data)
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
test_kinds (CompanyCase *self, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    gboolean day;
    gboolean until;
    gboolean amount;
  } kinds[] = {
    { "promise", TRUE, TRUE, TRUE },    { "dispute", TRUE, TRUE, TRUE }, { "hold", FALSE, TRUE, FALSE },
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
      g_assert_null (company_case_find_dialog (self));
      g_assert_cmpstr (acq_note_kind_to_code (last_note (self)->kind), ==, kinds[i].kind);
      g_assert_cmpint (last_note (self)->invoice_id, ==, 0);
    }
}

/* A customer who has gone meanwhile: words, and no dialog to fill in for nothing. */
static void
test_unknown (CompanyCase *self, gconstpointer data)
{
  acq_note_dialog_present (GTK_WINDOW (self->window), self->company, "hold", "F99", "nobody");
  g_assert_null (last_note (self));
  g_assert_null (widget_find_id (GTK_WIDGET (company_case_find_dialog (self)), "reason"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
#define add(path, test) g_test_add ("/note/" path, CompanyCase, NULL, set_up, test, tear_down)
  add ("promise", test_promise);
  add ("days", test_days);
  add ("dispute", test_dispute);
  add ("postpone", test_postpone);
  add ("amount", test_amount);
  add ("customer", test_customer);
  add ("kinds", test_kinds);
  add ("unknown", test_unknown);
#undef add
  return g_test_run ();
}
