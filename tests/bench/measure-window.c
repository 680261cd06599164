/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window costs, in seconds of processor, one JSON object a line:
     measure-window empty           a libadwaita program whose window has a title and nothing else, until its first frame
     measure-window company FILE    Acquit with that company, until its first page is drawn
     measure-window pages FILE      each page of it: what the main loop works from the click until the page is drawn, for the
                                    first time and again */
#include <adwaita.h>
#include <time.h>

#include "acq-application.h"
#include "acq-window-pages.h"
#include "acq-window.h"
#include "processor-time.h"

#define TODAY "2026-11-20"

/* Seconds of processor of this thread alone. */
static double
main_loop_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* The second tick comes after the first frame was painted. */
static void
wait_for_frame (GtkWidget *window)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);

  while (n_frames < 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, tick);
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
}

/* What every program with libadwaita pays before it shows anything of its own: its application, a window of the same size,
   a header bar and its title. */
static int
measure_empty (void)
{
  g_autoptr (AdwApplication) application = adw_application_new ("fr.acquit.Empty", G_APPLICATION_NON_UNIQUE);
  GtkWidget *window, *box;

  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  window = adw_application_window_new (GTK_APPLICATION (application));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Acquit");
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  g_print ("{\"work\": \"empty window\", \"seconds\": %.4f}\n", processor_time ());
  gtk_window_close (GTK_WINDOW (window));
  return 0;
}

static AcqWindow *
open_company (GtkApplication *application, const char *path)
{
  AcqWindow *window = acq_window_new (application, acq_clock_pinned (acq_day_parse_iso (TODAY)));

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  acq_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_idle (window);
  wait_for_frame (GTK_WIDGET (window));
  return window;
}

static void
measure_page (AcqWindow *window, const AcqWindowPage *page, const char *time)
{
  g_autofree char *action = g_strconcat ("win.show-", page->name, NULL);
  double start = main_loop_time ();

  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  wait_for_frame (GTK_WIDGET (window));
  g_print ("{\"work\": \"page %s, %s\", \"seconds\": %.4f}\n", page->name, time, main_loop_time () - start);
}

static void
measure_pages (AcqWindow *window)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  for (gsize i = 1; i <= n_pages; i++)
    {
      measure_page (window, &pages[i % n_pages], "first time");
      wait_until_idle (window);
    }
  for (gsize i = 1; i <= n_pages; i++)
    measure_page (window, &pages[i % n_pages], "again");
}

int
main (int argc, char **argv)
{
  g_autoptr (AcqApplication) application = NULL;
  AcqWindow *window;

  if (argc == 2 && g_str_equal (argv[1], "empty"))
    return measure_empty ();
  if (argc != 3)
    return 2;
  application = acq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  window = open_company (GTK_APPLICATION (application), argv[2]);
  if (g_str_equal (argv[1], "company"))
    g_print ("{\"work\": \"company\", \"seconds\": %.4f}\n", processor_time ());
  else
    measure_pages (window);
  gtk_window_close (GTK_WINDOW (window));
  return 0;
}
