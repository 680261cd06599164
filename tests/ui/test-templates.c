/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <adwaita.h>

#include "acq-fact-entry.h"
#include "acq-template-editor.h"
#include "acq-template-list.h"
#include "acq-template-sample.h"
#include "acq-template-view.h"
#include "acq-templates-page.h"
#include "acq-templates.h"
#include "company-case.h"
#include "import-case.h"
#include "widget-search.h"

typedef struct
{
  CompanyCase open;
  GtkWidget *page; /* of the window */
} Case;

static void
set_up (Case *self, gconstpointer with_invoices)
{
  StoreCase *files = store_case_new ();

  g_assert_true (
    acq_fact_set_details (files->file, (const char *[]){ "name=Menuiserie Vauban", NULL }, NULL));
  if (with_invoices != NULL)
    import_case_read (files, "f.csv",
                      INVOICES "F1;2026-08-01;2026-08-31;C1;<b>Martin;120,00;0;120,00\n"
                               "F2;2026-09-01;2026-09-30;C1;<b>Martin;240,00;100;140,00\n"
                               "F3;2026-09-01;2026-09-30;C2;Dupont;60,00;0;60,00\n",
                      "3 0 0 0");
  if (g_strcmp0 (with_invoices, "unread") == 0)
    g_assert_true (acq_connection_exec (
      acq_company_file_connection (files->file),
      "INSERT INTO template (model, language, address_form, subject, body)"
      " VALUES ('courteous', 'fr', 'vous', '{from_the_future}', 'Payez {total_due}.')",
      NULL));
  company_case_open (&self->open, files);
  self->page = g_object_new (ACQ_TYPE_TEMPLATES_PAGE, "company", self->open.company, NULL);
  company_case_show_page (&self->open, self->page, g_strcmp0 (with_invoices, "narrow") == 0 ? 400 : 1100);
}

static void
tear_down (Case *self, gconstpointer data)
{
  company_case_close (&self->open);
}

/* The nth widget of this type. */
static GtkWidget *
find (GtkWidget *widget, GType type, guint *n)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, n);
  return found;
}

static AcqTemplateView *
view_at (Case *self, guint place)
{
  return ACQ_TEMPLATE_VIEW (find (self->page, ACQ_TYPE_TEMPLATE_VIEW, &place));
}

static GtkWidget *
button_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = widget_find (widget, widget_is_labelled, label);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
save_button (Case *self)
{
  for (guint i = 0;; i++)
    {
      guint place = i;
      GtkWidget *button = find (self->page, GTK_TYPE_BUTTON, &place);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "template.save") == 0)
        return button;
    }
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, words))
      return TRUE;
  return FALSE;
}

static void
type_at_end (AcqTemplateView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_text_buffer_insert_interactive_at_cursor (buffer, p, (int) (g_utf8_next_char (p) - p), TRUE);
}

static void
assert_source (AcqTemplateView *view, const char *expected)
{
  g_autofree char *source = acq_template_view_get_source (view);

  g_assert_cmpstr (source, ==, expected);
}

static AcqTemplateView *
new_view (const char *source)
{
  AcqTemplateView *view = ACQ_TEMPLATE_VIEW (g_object_ref_sink (acq_template_view_new ()));

  acq_template_view_set_source (view, source);
  return view;
}

/* What is shown stands for what was written, for every template there is. */
static void
test_sources (void)
{
  static const char *const sources[]
    = { "", "{total_due}{total_due}", "a {{b} {unknown} {", "{if partial}x{else}{end}\n\n*y*", NULL };
  AcqTemplateView *view = new_view ("");

  for (gsize i = 0; sources[i] != NULL; i++)
    {
      acq_template_view_set_source (view, sources[i]);
      assert_source (view, sources[i]);
    }
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    {
      g_autoptr (AcqMailTemplate) template
        = acq_mail_template_original ((AcqTemplateModel) model, ACQ_TEMPLATE_VARIANT_FR_VOUS);
      g_autofree char *source = acq_template_serialize (template->body);

      acq_template_view_set_source (view, source);
      assert_source (view, source);
    }
  g_assert_finalize_object (view);
}

/* One Backspace removes one field, and nothing is written into it. */
static void
test_atoms (void)
{
  AcqTemplateView *view = new_view ("a {total_due}");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 5);
  gtk_text_buffer_insert_interactive (buffer, &iter, "b", 1, TRUE);
  assert_source (view, "a {total_due}b");
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 5);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), !=, 5);
  gtk_text_buffer_get_end_iter (buffer, &iter);
  gtk_text_iter_backward_char (&iter);
  gtk_text_buffer_backspace (buffer, &iter, TRUE, TRUE);
  assert_source (view, "a b");
  gtk_widget_activate_action (GTK_WIDGET (view), "template.undo", NULL);
  assert_source (view, "a {total_due}b");
  gtk_widget_activate_action (GTK_WIDGET (view), "template.undo", NULL);
  assert_source (view, "a {total_due}");
  gtk_widget_activate_action (GTK_WIDGET (view), "template.redo", NULL);
  assert_source (view, "a {total_due}b");
  g_assert_finalize_object (view);
}

static void
count_cb (GtkWidget *view, guint *count)
{
  (*count)++;
}

/* A tag that is typed becomes a field; a brace asks which. */
static void
test_typing (void)
{
  AcqTemplateView *view = new_view ("");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  guint n_asked = 0;
  g_autofree char *text = NULL;

  g_signal_connect (view, "ask-field", G_CALLBACK (count_cb), &n_asked);
  type_at_end (view, "x {iban}");
  g_assert_cmpuint (n_asked, ==, 1);
  assert_source (view, "x {iban}");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_null (strchr (text, '{'));
  type_at_end (view, "{");
  acq_template_view_insert_field (view, acq_template_field_find ("phone", 5), FALSE);
  assert_source (view, "x {iban}{phone}");
  g_assert_finalize_object (view);
}

/* A condition is put around what is selected. */
static void
test_conditions (void)
{
  AcqTemplateView *view = new_view ("a b c");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 2);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 3);
  gtk_text_buffer_select_range (buffer, &start, &end);
  acq_template_view_insert_field (view, acq_template_field_find ("partial", 7), FALSE);
  assert_source (view, "a {if partial}b{end} c");
  g_assert_finalize_object (view);
}

/* An unknown field is told at once with the nearest one, and cannot be saved; its place is taken with one click. */
static void
test_unknown_field (Case *self, gconstpointer data)
{
  GtkWidget *save = save_button (self);
  AcqTemplateView *subject = view_at (self, 0);

  g_assert_false (gtk_widget_is_sensitive (save));
  type_at_end (subject, " ok");
  g_assert_true (gtk_widget_is_sensitive (save));
  g_assert_true (shows (self->page, "changed, not saved"));
  type_at_end (subject, " {total_deu}");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_true (shows (self->page, "There is no field “total_deu”."));
  g_assert_true (shows (self->page, "The nearest one: “Total due”."));
  g_signal_emit_by_name (button_labelled (self->page, "Replace"), "clicked");
  assert_source (subject, "Rappel : {invoices} ok {total_due}");
  g_assert_true (gtk_widget_is_sensitive (save));
  g_assert_false (shows (self->page, "There is no field"));
}

static void
test_forbidden_words (Case *self, gconstpointer data)
{
  type_at_end (view_at (self, 1), "\n\nSinon, mise en demeure !");
  g_assert_true (shows (self->page, "This message may not say “mise en demeure”."));
  g_assert_false (gtk_widget_is_sensitive (save_button (self)));
}

/* Saved, seen in the preview, taken back. */
static void
test_saving (Case *self, gconstpointer data)
{
  type_at_end (view_at (self, 0), " (urgent)");
  g_assert_true (shows (self->page, "Rappel\u00a0: factures F1 et F2 (urgent)"));
  g_signal_emit_by_name (save_button (self), "clicked");
  company_case_wait (&self->open);
  g_assert_true (shows (self->page, "your version"));
  g_assert_true (shows (self->page, "E-mail, SMS · your version"));
  g_assert_false (gtk_widget_is_sensitive (save_button (self)));
  assert_source (view_at (self, 0), "Rappel : {invoices} (urgent)");
  g_signal_emit_by_name (button_labelled (self->page, "Original version"), "clicked");
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Rappel : {invoices}");
  g_assert_true (shows (self->page, "original version"));
}

/* Why one's own words are not in force is told until others are, or the original is taken up. */
static void
test_unread (Case *self, gconstpointer data)
{
  assert_source (view_at (self, 0), "Rappel : {invoices}");
  g_assert_true (shows (self->page, "There is no field “from_the_future”."));
  g_assert_true (shows (self->page, "original version, yours cannot be read"));
  type_at_end (view_at (self, 0), ", mise en demeure");
  g_assert_false (shows (self->page, "from_the_future"));
  g_signal_emit_by_name (button_labelled (self->page, "Original version"), "clicked");
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Rappel : {invoices}");
  g_assert_false (shows (self->page, "from_the_future"));
  g_assert_false (shows (self->page, "cannot be read"));
}

/* Another model, another language; names are no markup. */
static void
test_choosing (Case *self, gconstpointer data)
{
  guint first = 0;
  GtkWidget *list = find (self->page, ACQ_TYPE_TEMPLATE_LIST, &first);

  g_assert_true (shows (self->page, "<b>Martin"));
  g_signal_emit_by_name (list, "chosen", (guint) ACQ_TEMPLATE_MODEL_LAST_REMINDER);
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Dernier rappel : {invoices}");
  first = 0;
  g_signal_emit_by_name (find (self->page, ACQ_TYPE_TEMPLATE_EDITOR, &first), "variant-chosen",
                         (guint) ACQ_TEMPLATE_VARIANT_EN);
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Final reminder: {invoices}");
}

static void
test_sms (Case *self, gconstpointer data)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button_labelled (self->page, "SMS")), TRUE);
  g_assert_true (shows (self->page, "Bonjour, sauf erreur, 260,00 € restent à régler (factures F1 et F2)."));
  g_assert_true (shows (self->page, "2 parts, "));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button_labelled (self->page, "E-mail")), TRUE);
  g_assert_false (shows (self->page, "Bonjour, sauf erreur, "));
}

/* What somebody else changed does not take away what is being written. */
static void
test_change_meanwhile (Case *self, gconstpointer data)
{
  type_at_end (view_at (self, 0), " (urgent)");
  acq_open_company_refresh (self->open.company);
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Rappel : {invoices} (urgent)");
}

/* One pane at a time: the list, then the text, then the preview, and back. */
static void
test_narrow (Case *self, gconstpointer data)
{
  guint first = 0;
  GtkWidget *list = find (self->page, ACQ_TYPE_TEMPLATE_LIST, &first), *editor, *sample;

  first = 0;
  editor = find (self->page, ACQ_TYPE_TEMPLATE_EDITOR, &first);
  first = 0;
  sample = find (self->page, ACQ_TYPE_TEMPLATE_SAMPLE, &first);
  g_assert_cmpint (gtk_widget_get_width (self->open.window), <=, 420);
  g_assert_true (gtk_widget_get_child_visible (list));
  g_signal_emit_by_name (list, "chosen", (guint) ACQ_TEMPLATE_MODEL_FIRM);
  company_case_wait (&self->open);
  while (!gtk_widget_get_mapped (editor))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (editor, "show-preview");
  while (!gtk_widget_get_mapped (sample))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (self->page, "page.back", NULL);
  while (gtk_widget_get_mapped (sample))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (self->page, "page.back", NULL);
  while (gtk_widget_get_mapped (editor))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (list));
}

/* What is written and not saved is asked about before it goes: by another template, or with the window. */
static void
test_unsaved (Case *self, gconstpointer leave)
{
  guint first = 0;

  type_at_end (view_at (self, 0), " (urgent)");
  if (g_str_equal (leave, "model"))
    g_signal_emit_by_name (find (self->page, ACQ_TYPE_TEMPLATE_LIST, &first), "chosen",
                           (guint) ACQ_TEMPLATE_MODEL_FIRM);
  else
    gtk_window_close (GTK_WINDOW (self->open.window));
  company_case_wait (&self->open);
  g_assert_nonnull (company_case_find_dialog (&self->open));
  g_assert_true (gtk_widget_get_visible (self->open.window));
  gtk_window_close (company_case_find_dialog (&self->open));
  while (company_case_find_dialog (&self->open) != NULL)
    g_main_context_iteration (NULL, TRUE);
  company_case_wait (&self->open);
  assert_source (view_at (self, 0), "Rappel : {invoices} (urgent)");
}

static void
test_nobody_owes (Case *self, gconstpointer data)
{
  g_assert_true (shows (self->page, "The preview shows a customer who owes something"));
  type_at_end (view_at (self, 0), "!");
  g_assert_true (gtk_widget_is_sensitive (save_button (self)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/templates/sources", test_sources);
  g_test_add_func ("/ui/templates/atoms", test_atoms);
  g_test_add_func ("/ui/templates/typing", test_typing);
  g_test_add_func ("/ui/templates/conditions", test_conditions);
  g_test_add ("/ui/templates/unknown-field", Case, "invoices", set_up, test_unknown_field, tear_down);
  g_test_add ("/ui/templates/forbidden-words", Case, "invoices", set_up, test_forbidden_words, tear_down);
  g_test_add ("/ui/templates/saving", Case, "invoices", set_up, test_saving, tear_down);
  g_test_add ("/ui/templates/unread", Case, "unread", set_up, test_unread, tear_down);
  g_test_add ("/ui/templates/choosing", Case, "invoices", set_up, test_choosing, tear_down);
  g_test_add ("/ui/templates/sms", Case, "invoices", set_up, test_sms, tear_down);
  g_test_add ("/ui/templates/change-meanwhile", Case, "invoices", set_up, test_change_meanwhile, tear_down);
  g_test_add ("/ui/templates/unsaved/model", Case, "model", set_up, test_unsaved, tear_down);
  g_test_add ("/ui/templates/unsaved/window", Case, "window", set_up, test_unsaved, tear_down);
  g_test_add ("/ui/templates/narrow", Case, "narrow", set_up, test_narrow, tear_down);
  g_test_add ("/ui/templates/nobody-owes", Case, NULL, set_up, test_nobody_owes, tear_down);
  return g_test_run ();
}
