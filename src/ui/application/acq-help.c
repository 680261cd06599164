/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-help.h"

#include <glib/gi18n.h>

#include "acq-config.h"
#include "acq-dialogs.h"

#define HELP_URI "help:acquit"

char *
acq_help_find_pages (const char *root, const char *const *languages)
{
  g_return_val_if_fail (root != NULL && languages != NULL, NULL);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (root, languages[i], "acquit", NULL);
      g_autofree char *first = g_build_filename (folder, "index.page", NULL);

      if (g_file_test (first, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* What somebody needs who can read nothing else. */
static char *
short_help (void)
{
  const char *const paragraphs[] = {
    _ ("Drop your files on the window: invoices, bank statements, customers. Acquit says what it has "
       "recognised before it takes anything in."),
    _ ("On the page “Bank”, accept the sure receipts and answer the questions: whoever has paid is then not "
       "reminded."),
    _ ("The page “Reminders” says whom to remind today and why, and who is held back."),
    _ ("Ctrl+Z undoes the last change, Ctrl+? shows all keys."),
    NULL,
  };

  return g_strjoinv ("\n\n", (char **) paragraphs);
}

static void
tell_in_words (GtkWindow *parent, const char *pages)
{
  g_autofree char *words = short_help ();
  g_autofree char *place = NULL;
  g_autofree char *body = NULL;

  if (pages == NULL)
    place = g_strdup (_ ("The pages of the help come with the installed program."));
  else
    place = g_strdup_printf (
      /* Translators: %s is a folder; Yelp is the name of a program. */
      _ ("This computer has no viewer for the pages of the help; Yelp is one. They can also be read as text: "
         "%s"),
      pages);
  body = g_strjoin ("\n\n", words, place, NULL);
  acq_dialogs_tell (GTK_WIDGET (parent), _ ("Help, in short"), body);
}

static void
shown_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *pages = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_in_words (GTK_WINDOW (object), pages);
}

void
acq_help_show (GtkWindow *parent)
{
  /* Where a program that is not installed finds its pages. */
  const char *root = g_getenv ("ACQ_HELPDIR");
  g_autofree char *pages = NULL;
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  g_return_if_fail (GTK_IS_WINDOW (parent));
  pages = acq_help_find_pages (root != NULL ? root : ACQ_HELPDIR, g_get_language_names ());
  if (pages == NULL || viewer == NULL)
    tell_in_words (parent, pages);
  else
    gtk_show_uri_full (parent, HELP_URI, GDK_CURRENT_TIME, NULL, shown_cb, g_steal_pointer (&pages));
}
