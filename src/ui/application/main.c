/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "acq-application.h"
#include "acq-config.h"
#include "acq-connection.h"

int
main (int argc, char **argv)
{
  g_autoptr (AcqApplication) application = NULL;
  /* Where a program that is not installed finds its translations. */
  const char *localedir = g_getenv ("ACQ_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ACQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  acq_connection_set_up ();
  application = acq_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
