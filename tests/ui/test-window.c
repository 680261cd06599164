/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "acq-application.h"
#include "acq-banner.h"
#include "acq-company-setup.h"
#include "acq-example-job.h"
#include "acq-fact-entry.h"
#include "acq-window-pages.h"
#include "acq-window.h"

#define TODAY "2026-11-20"

typedef struct
{
  char *folder;
  AcqWindow *window;
} Case;

static AcqClock
pinned (void)
{
  return acq_clock_pinned (acq_day_parse_iso (TODAY));
}

static char *
place (Case *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
set_up (Case *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("acquit-window-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->window = acq_window_new ((GtkApplication *) data, pinned ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 780);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  remove_folder (self->folder);
  g_free (self->folder);
}

/* The child of the window's outer stack that is on show. */
static const char *
visible_state (Case *self)
{
  GtkWidget *overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
  GtkWidget *stack = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
wait_for_state (Case *self, const char *state)
{
  while (g_strcmp0 (visible_state (self), state) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_idle (Case *self)
{
  gboolean busy = TRUE;

  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (acq_window_get_company (self->window), "busy", &busy, NULL);
    }
}

static void
test_first_page (Case *self, gconstpointer data)
{
  g_assert_cmpstr (visible_state (self), ==, "welcome");
  g_assert_null (acq_window_get_path (self->window));
  g_assert_null (acq_window_get_company (self->window));
  /* Nothing of a company can be asked for. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-invoices", NULL);
  g_assert_cmpstr (visible_state (self), ==, "welcome");
}

static void
test_missing_file (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "nowhere.acquit");

  acq_window_open (self->window, path);
  wait_for_state (self, "trouble");
  g_assert_null (acq_window_get_company (self->window));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_foreign_file (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "picture.acquit");
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, "this is no database", -1, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "trouble");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "this is no database");
}

/* A header that says "version 99" stands for a file of a later program. */
static void
test_newer_file (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "newer.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };
  g_autofree char *bytes = NULL;
  gsize length;

  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[63] = 99;
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "trouble");
}

static void
open_example (Case *self)
{
  g_autofree char *path = place (self, "example.acquit");
  g_autoptr (GError) error = NULL;

  acq_company_file_close (acq_example_build (path, pinned (), NULL, NULL, &error));
  g_assert_no_error (error);
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  wait_until_idle (self);
}

static void
test_every_page (Case *self, gconstpointer data)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  open_example (self);
  g_assert_cmpuint (n_pages, >=, 5);
  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strconcat ("win.show-", pages[i].name, NULL);

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
      wait_until_idle (self);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
    }
}

static void
test_empty_company (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "empty.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Menuiserie Vauban – Acquit");
  for (gsize i = 0; i < n_pages; i++)
    {
      g_assert_true (
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open", "(ss)", pages[i].name, ""));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
    }
}

/* Another company in the same window, while the first is still being read. */
static void
test_change_of_company (Case *self, gconstpointer data)
{
  g_autofree char *first = place (self, "first.acquit");
  g_autofree char *second = place (self, "second.acquit");
  const char *const first_details[] = { "name=First", NULL };
  const char *const second_details[] = { "name=Second", NULL };

  acq_company_file_close (acq_company_setup (first, pinned (), first_details, NULL));
  acq_company_file_close (acq_company_setup (second, pinned (), second_details, NULL));
  acq_window_open (self->window, first);
  acq_window_open (self->window, second);
  wait_for_state (self, "company");
  g_assert_cmpstr (acq_open_company_get_name (acq_window_get_company (self->window)), ==, "Second");
}

static AcqBanner *
find_banner (GtkWidget *widget, const char *id)
{
  if (ACQ_IS_BANNER (widget) && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return ACQ_BANNER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AcqBanner *found = find_banner (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_revealed (Case *self, const char *id)
{
  gboolean revealed;

  g_object_get (find_banner (GTK_WIDGET (self->window), id), "revealed", &revealed, NULL);
  return revealed;
}

static gboolean
set_name (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const details[] = { data, NULL };

  return acq_fact_set_details (file, details, error);
}

static void
named_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, NULL));
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  gboolean shown = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
                   && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !shown;
       child = gtk_widget_get_next_sibling (child))
    shown = shows (child, text);
  return shown;
}

/* Until it is done, and its toast is there where it may come at once. */
static void
call_company (Case *self, const char *done, char *name)
{
  acq_open_company_change_async (acq_window_get_company (self->window), done, set_name, name, NULL, NULL,
                                 named_cb, NULL);
  wait_until_idle (self);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

/* The words that offer to undo are those of what would be undone: they do not outlast it. */
static void
test_undo_offer (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "named.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };
  char first[] = "name=A", second[] = "name=B";

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  call_company (self, "Called A", first);
  g_assert_true (shows (GTK_WIDGET (self->window), "Called A"));
  call_company (self, "Called B", second);
  g_assert_false (shows (GTK_WIDGET (self->window), "Called A"));
  g_assert_true (shows (GTK_WIDGET (self->window), "Called B"));
  /* By the keyboard: what the toast offered has been done. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_false (shows (GTK_WIDGET (self->window), "Called B"));
  wait_until_idle (self);
  g_assert_cmpstr (acq_open_company_get_name (acq_window_get_company (self->window)), ==, "A");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

/* It takes the whole window; going to a page, or to another company, ends it. */
static void
test_session (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "session.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.session", NULL);
  g_assert_cmpstr (visible_state (self), ==, "welcome");
  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.session", NULL);
  g_assert_cmpstr (visible_state (self), ==, "session");
  wait_until_idle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.refresh", NULL);
  wait_until_idle (self);
  g_assert_cmpstr (visible_state (self), ==, "session");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-invoices", NULL);
  g_assert_cmpstr (visible_state (self), ==, "company");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.session", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.close-company", NULL);
  g_assert_cmpstr (visible_state (self), ==, "welcome");
}

/* A second window shows the file and changes nothing, until the first has gone and somebody says so. */
static void
test_open_elsewhere (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "shared.acquit");
  g_autofree char *lock = place (self, ".shared.acquit.lock");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };

  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  g_assert_true (g_file_set_contents (lock, "PC-ATELIER\n1795000000\n", -1, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  wait_until_idle (self);
  g_assert_true (is_revealed (self, "read_only_banner"));
  g_assert_nonnull (acq_open_company_get_holder (acq_window_get_company (self->window)));
  acq_open_company_take_over (acq_window_get_company (self->window));
  wait_until_idle (self);
  g_assert_false (is_revealed (self, "read_only_banner"));
}

static void
test_clock_set_back (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "later.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };

  acq_company_file_close (
    acq_company_setup (path, acq_clock_pinned (acq_day_parse_iso ("2026-12-24")), details, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "company");
  wait_until_idle (self);
  g_assert_true (is_revealed (self, "clock_banner"));
  g_assert_false (is_revealed (self, "read_only_banner"));
}

static void
test_damaged_file (Case *self, gconstpointer data)
{
  g_autofree char *path = place (self, "damaged.acquit");
  const char *const details[] = { "name=Menuiserie Vauban", NULL };
  g_autofree char *bytes = NULL;
  gsize length;

  acq_company_file_close (acq_company_setup (path, pinned (), details, NULL));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + 100, 0x55, length - 100);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  acq_window_open (self->window, path);
  wait_for_state (self, "trouble");
}

static void
test_narrow (Case *self, gconstpointer data)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  /* The buttons of a window's frame are the desktop's: GNOME shows one. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 720);
  open_example (self);
  for (gsize i = 0; i < n_pages; i++)
    {
      int minimum;

      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open", "(ss)", pages[i].name, "");
      wait_until_idle (self);
      /* A page may need some frames to find out how little room it has. */
      for (int frame = 0; frame < 5; frame++)
        gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (self->window)), GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d pixels", pages[i].name, minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (AcqApplication) application = NULL;

  gtk_test_init (&argc, &argv);
  application = acq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define add(path, test) g_test_add ("/window/" path, Case, application, set_up, test, tear_down)
  add ("first-page", test_first_page);
  add ("undo-offer", test_undo_offer);
  add ("missing-file", test_missing_file);
  add ("foreign-file", test_foreign_file);
  add ("newer-file", test_newer_file);
  add ("every-page", test_every_page);
  add ("empty-company", test_empty_company);
  add ("change-of-company", test_change_of_company);
  add ("session", test_session);
  add ("open-elsewhere", test_open_elsewhere);
  add ("clock-set-back", test_clock_set_back);
  add ("damaged-file", test_damaged_file);
  add ("narrow", test_narrow);
  return g_test_run ();
}
