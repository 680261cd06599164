/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "acq-application.h"
#include "acq-help.h"
#include "acq-window.h"

static void
write_page (const char *root, const char *language)
{
  g_autofree char *folder = g_build_filename (root, language, "acquit", NULL);
  g_autofree char *page = g_build_filename (folder, "index.page", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, "<page/>", -1, NULL));
}

static void
remove_page (const char *root, const char *language)
{
  g_autofree char *above = g_build_filename (root, language, NULL);
  g_autofree char *folder = g_build_filename (above, "acquit", NULL);
  g_autofree char *page = g_build_filename (folder, "index.page", NULL);

  g_assert_cmpint (g_remove (page), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (above), ==, 0);
}

static void
test_language (void)
{
  g_autofree char *root = g_dir_make_tmp ("acquit-help-XXXXXX", NULL);
  g_autofree char *french = g_build_filename (root, "fr", "acquit", NULL);
  g_autofree char *others = g_build_filename (root, "C", "acquit", NULL);
  g_autofree char *found_french = NULL;
  g_autofree char *found_others = NULL;

  g_assert_null (acq_help_find_pages (root, (const char *const[]){ "fr", "C", NULL }));
  write_page (root, "C");
  write_page (root, "fr");
  found_french = acq_help_find_pages (root, (const char *const[]){ "fr_FR.UTF-8", "fr_FR", "fr", "C", NULL });
  found_others = acq_help_find_pages (root, (const char *const[]){ "de", "C", NULL });
  g_assert_cmpstr (found_french, ==, french);
  g_assert_cmpstr (found_others, ==, others);
  g_assert_null (acq_help_find_pages (root, (const char *const[]){ "de", NULL }));
  remove_page (root, "C");
  remove_page (root, "fr");
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

static GtkWindow *
find_dialog_of (GtkWindow *parent)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* Asks for help where there is no viewer, before any company is open, and looks for words in what is said. */
static void
assert_help_says (GtkApplication *application, const char *words)
{
  AcqWindow *window = acq_window_new (application, acq_clock_pinned (acq_day_parse_iso ("2026-11-20")));
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL));
  dialog = find_dialog_of (GTK_WINDOW (window));
  g_assert_nonnull (dialog);
  g_assert_true (says (GTK_WIDGET (dialog), "Bank"));
  g_assert_true (says (GTK_WIDGET (dialog), words));
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_without_pages (gconstpointer application)
{
  g_autofree char *root = g_dir_make_tmp ("acquit-help-XXXXXX", NULL);

  g_setenv ("ACQ_HELPDIR", root, TRUE);
  assert_help_says ((GtkApplication *) application, "come with the installed program");
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

static void
test_without_viewer (gconstpointer application)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *root = NULL;
  g_autofree char *folder = NULL;

  if (viewer != NULL)
    {
      g_test_skip ("this machine has a viewer for help");
      return;
    }
  root = g_dir_make_tmp ("acquit-help-XXXXXX", NULL);
  folder = g_build_filename (root, "C", "acquit", NULL);
  write_page (root, "C");
  g_setenv ("ACQ_HELPDIR", root, TRUE);
  assert_help_says ((GtkApplication *) application, folder);
  remove_page (root, "C");
  g_assert_cmpint (g_rmdir (root), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (AcqApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = acq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/help/language", test_language);
  g_test_add_data_func ("/help/without-pages", application, test_without_pages);
  g_test_add_data_func ("/help/without-viewer", application, test_without_viewer);
  return g_test_run ();
}
