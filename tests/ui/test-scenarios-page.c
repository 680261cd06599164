/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-destination.h"
#include "acq-scenario-editor.h"
#include "acq-scenario-list.h"
#include "acq-scenarios-page.h"
#include "acq-scenarios.h"
#include "acq-trial-pane.h"
#include "company-case.h"
#include "example-case.h"
#include "widget-search.h"

#define TODAY "2026-11-20"

typedef struct
{
  CompanyCase open;
  GtkWidget *page; /* of the window */
} Case;

static void
set_up (Case *self, gconstpointer bytes)
{
  company_case_open (&self->open, store_case_new_copy ((GBytes *) bytes, acq_day_parse_iso (TODAY)));
  self->page = g_object_new (ACQ_TYPE_SCENARIOS_PAGE, "company", self->open.company, NULL);
  company_case_show_page (&self->open, self->page, 1100);
}

static void
tear_down (Case *self, gconstpointer data)
{
  company_case_close (&self->open);
}

static const AcqScenarioEntry *
kept (Case *self, const char *code)
{
  return acq_scenario_book_find (acq_open_company_get_view (self->open.company)->planning->scenarios, code);
}

static void
act (Case *self, const char *action, const char *code)
{
  g_autoptr (GVariant) target = code == NULL ? NULL : g_variant_ref_sink (g_variant_new_string (code));

  g_assert_true (gtk_widget_activate_action_variant (self->page, action, target));
}

static const char *
subtitle (Case *self)
{
  g_autofree char *words = NULL;

  g_object_get (self->page, "subtitle", &words, NULL);
  return g_intern_string (words != NULL ? words : "");
}

static GtkWidget *
pane (Case *self)
{
  return widget_find_type (self->page, ACQ_TYPE_TRIAL_PANE);
}

static void
press (Case *self, const char *label)
{
  GtkWidget *button = widget_find (self->page, widget_is_labelled, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* What a new company has stands in the list; its row leads to the editor, which says what it does here, and back. */
static void
test_list_and_editor (Case *self, gconstpointer bytes)
{
  g_assert_nonnull (widget_find (self->page, widget_is_titled, "Standard"));
  g_assert_nonnull (widget_find (self->page, widget_is_titled, "Public bodies"));
  act (self, "scenario.edit", "standard");
  widget_wait_for_text (pane (self), " within 30 days");
  g_assert_true (g_str_has_prefix (subtitle (self), "for "));
  act (self, "page.back", NULL);
  g_assert_cmpstr (subtitle (self), ==, "");
  acq_destination_open (ACQ_DESTINATION (self->page), "scenario:formal");
  widget_wait_for_text (pane (self), "Nobody has this scenario yet");
  g_assert_cmpstr (subtitle (self), ==, "for no customer");
}

/* Nothing is in force before it is saved; then all of it is. */
static void
test_save (Case *self, gconstpointer bytes)
{
  gsize n = kept (self, "standard")->scenario->n_steps;

  act (self, "scenario.edit", "standard");
  g_assert_true (gtk_widget_activate_action (pane (self), "editor.add", NULL));
  widget_wait_for_text (self->page, "changed, not saved");
  g_assert_cmpuint (kept (self, "standard")->scenario->n_steps, ==, n);
  act (self, "scenario.undo", NULL);
  g_assert_null (g_strrstr (subtitle (self), "not saved"));
  g_assert_true (gtk_widget_activate_action (pane (self), "editor.add-before-due", NULL));
  act (self, "scenario.save", NULL);
  company_case_wait (&self->open);
  g_assert_cmpuint (kept (self, "standard")->scenario->n_steps, ==, n + 1);
  g_assert_true (kept (self, "standard")->edited);
  g_assert_null (g_strrstr (subtitle (self), "not saved"));
}

/* A copy has a name and a code of its own, and goes with a word if nothing of it was saved. */
static void
test_duplicate_and_leave (Case *self, gconstpointer bytes)
{
  GtkWindow *question;

  act (self, "scenario.duplicate", "formal");
  g_assert_nonnull (g_strrstr (subtitle (self), "not saved"));
  act (self, "page.back", NULL);
  question = company_case_find_dialog (&self->open);
  g_assert_nonnull (question);
  g_assert_nonnull (widget_find (GTK_WIDGET (question), widget_holds_text, "Formal (copy)"));
  gtk_window_close (question);
  act (self, "scenario.save", NULL);
  company_case_wait (&self->open);
  g_assert_cmpstr (kept (self, "formal_copy")->scenario->name, ==, "Formal (copy)");
  act (self, "page.back", NULL);
  g_assert_nonnull (widget_find (self->page, widget_is_titled, "Formal (copy)"));
  act (self, "scenario.remove", "formal_copy");
  company_case_wait (&self->open);
  g_assert_null (kept (self, "formal_copy"));
  g_assert_null (widget_find (self->page, widget_is_titled, "Formal (copy)"));
}

/* What is odd is said while it is edited, with a button that mends it. */
static void
test_warning (Case *self, gconstpointer bytes)
{
  act (self, "scenario.edit", "progressive");
  g_assert_true (gtk_widget_activate_action (pane (self), "trial.put", "(ui)", 2u, 3));
  widget_wait_for_text (pane (self), "Your rule: at least 6");
  press (self, "Put at D+7");
  g_assert_null (widget_find (pane (self), widget_holds_text, "Your rule: at least 6"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  bytes = example_case_make (acq_day_parse_iso (TODAY));
  g_test_add ("/ui/scenarios/list-and-editor", Case, bytes, set_up, test_list_and_editor, tear_down);
  g_test_add ("/ui/scenarios/save", Case, bytes, set_up, test_save, tear_down);
  g_test_add ("/ui/scenarios/duplicate-and-leave", Case, bytes, set_up, test_duplicate_and_leave, tear_down);
  g_test_add ("/ui/scenarios/warning", Case, bytes, set_up, test_warning, tear_down);
  return g_test_run ();
}
