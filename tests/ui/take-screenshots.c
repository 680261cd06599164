/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes pictures of the window's pages as they are: take-screenshots COMPANY TODAY FOLDER WxH [light|dark] PAGE… */
#include <glib/gi18n.h>
#include <locale.h>

#include "acq-application.h"
#include "acq-config.h"
#include "acq-window.h"

static void
settle (AcqWindow *window)
{
  AcqOpenCompany *company = acq_window_get_company (window);
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;
  gboolean busy = TRUE;

  while (busy || g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (company, "busy", &busy, NULL);
    }
}

static gboolean
save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (widget));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  return gdk_texture_save_to_png (texture, path);
}

static void
wait_for_company (AcqWindow *window)
{
  while (acq_window_get_company (window) == NULL
         || acq_open_company_get_view (acq_window_get_company (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (window);
}

static gboolean
take (AcqWindow *window, const char *folder, const char *page)
{
  g_autofree char *action = g_strconcat ("win.show-", page, NULL);
  g_autofree char *name = g_strconcat (page, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  settle (window);
  return save (GTK_WIDGET (window), path);
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("ACQ_LOCALEDIR");
  g_autoptr (AcqApplication) application = NULL;
  AcqWindow *window;
  int width, height;
  int failed = 0;

  if (argc < 7 || sscanf (argv[4], "%5dx%5d", &width, &height) != 2)
    return 2;
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ACQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = acq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), g_str_equal (argv[5], "dark")
                                                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = acq_window_new (GTK_APPLICATION (application), acq_clock_pinned (acq_day_parse_iso (argv[2])));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  acq_window_open (window, argv[1]);
  wait_for_company (window);
  for (int i = 6; i < argc; i++)
    if (!take (window, argv[3], argv[i]))
      failed = 1;
  gtk_window_close (GTK_WINDOW (window));
  return failed;
}
