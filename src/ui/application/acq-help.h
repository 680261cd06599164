/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * acq_help_find_pages:
 * @root: a folder with one folder a language, of which "C" is the one that everybody gets who has no other
 * @languages: the wanted languages, the best first, NULL-terminated, as g_get_language_names() gives them
 *
 * Returns: (nullable) (transfer full): the folder with the pages of Acquit in the first of these languages that has
 *   them; NULL where none is installed
 */
char *acq_help_find_pages (const char *root, const char *const *languages);

/* Opens the help in the desktop's viewer. Without a viewer, a dialog says the most important and where the pages lie. */
void acq_help_show (GtkWindow *parent);

G_END_DECLS
