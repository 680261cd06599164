/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every control of every page says what it is: GTK 4.8 takes no name from a tooltip, and an icon has none. */
#include <glib/gstdio.h>

#include "acq-application.h"
#include "acq-company-setup.h"
#include "acq-example-job.h"
#include "acq-window-pages.h"
#include "acq-window.h"

#define TODAY   "2026-11-20"
#define N_STOPS 40

static gboolean
has_words (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || (GTK_IS_BUTTON (widget) && has_words (widget));
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_CHECK_BUTTON (widget);
}

/* The inner button of a control that has a name, and what belongs to the window's frame, say nothing of their own. */
static gboolean
is_part_of_named (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if ((is_control (parent) && is_named (parent)) || ADW_IS_ENTRY_ROW (parent)
        || GTK_IS_WINDOW_CONTROLS (parent) || GTK_IS_SEARCH_ENTRY (parent) || GTK_IS_CALENDAR (parent)
        || GTK_IS_SEARCH_BAR (parent))
      return TRUE;
  return FALSE;
}

static guint
count_nameless (GtkWidget *widget, const char *page)
{
  guint count = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (is_control (widget) && !is_named (widget) && !is_part_of_named (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      g_test_message ("%s: a %s in a %s (%s) has no name", page, G_OBJECT_TYPE_NAME (widget),
                      G_OBJECT_TYPE_NAME (parent), gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
      count++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += count_nameless (child, page);
  return count;
}

static void
wait_until_idle (AcqWindow *window)
{
  AcqOpenCompany *company = acq_window_get_company (window);
  gboolean busy = TRUE;

  while (busy || acq_open_company_get_view (company) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (company, "busy", &busy, NULL);
    }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* What says that it took the focus and did not would be the end of the way for who has no mouse. */
static void
walk_with_tab (AcqWindow *window, const char *page)
{
  GtkWidget *last = NULL;

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint stop = 0; stop < N_STOPS; stop++)
    {
      gboolean moved = gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_test_message ("%s: stop %u is a %s", page, stop, focus == NULL ? "-" : G_OBJECT_TYPE_NAME (focus));
      g_assert_true (moved && focus != NULL && focus != last);
      last = focus;
    }
}

static void
check_pages (GtkApplication *application, const char *path)
{
  AcqWindow *window = acq_window_new (application, acq_clock_pinned (acq_day_parse_iso (TODAY)));
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);
  guint nameless = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  gtk_window_present (GTK_WINDOW (window));
  acq_window_open (window, path);
  wait_until_idle (window);
  for (gsize i = 0; i < n_pages; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "(ss)", pages[i].name, "");
      wait_until_idle (window);
      nameless += count_nameless (GTK_WIDGET (window), pages[i].name);
      walk_with_tab (window, pages[i].name);
    }
  g_assert_cmpuint (nameless, ==, 0);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_example (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("acquit-names-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "example.acquit", NULL);
  g_autoptr (GError) error = NULL;

  acq_company_file_close (
    acq_example_build (path, acq_clock_pinned (acq_day_parse_iso (TODAY)), NULL, NULL, &error));
  g_assert_no_error (error);
  check_pages ((GtkApplication *) data, path);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_empty (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("acquit-names-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "empty.acquit", NULL);
  const char *const details[] = { "name=Menuiserie Vauban", NULL };

  acq_company_file_close (
    acq_company_setup (path, acq_clock_pinned (acq_day_parse_iso (TODAY)), details, NULL));
  check_pages ((GtkApplication *) data, path);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (AcqApplication) application = NULL;

  gtk_test_init (&argc, &argv);
  application = acq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_data_func ("/accessible-names/example", application, test_example);
  g_test_add_data_func ("/accessible-names/empty", application, test_empty);
  return g_test_run ();
}
