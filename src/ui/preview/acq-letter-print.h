/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * acq_letter_print_async:
 * @parent: (nullable): the window that asks
 * @name: of the job, in the user's language
 * @pdfs: (element-type GBytes): the letters, in their order; at least one
 *
 * Shows the print dialog and prints exactly these bytes on A4 as one job, on both sides unless the user wants one: then each
 * letter begins on a front side, behind a blank page where the one before it ends on such a side. Envelopes are printed on DL
 * or C5 ones, as wide as their first page, on one side.
 */
void acq_letter_print_async (GtkWindow *parent, const char *name, GPtrArray *pdfs,
                             GAsyncReadyCallback callback, gpointer user_data);
/* Whether it was printed; %FALSE without an error where the user changed his mind. */
gboolean acq_letter_print_finish (GAsyncResult *result, GError **error);

/**
 * acq_letter_print_to_file:
 * @both_sides: with blank pages, as on a printer that prints on both sides
 *
 * The same job as a PDF file, without a dialog.
 */
gboolean acq_letter_print_to_file (GPtrArray *pdfs, gboolean both_sides, const char *path, GError **error);

/* What to tell the user about an error of the above, and what to do. Free it. */
char *acq_letter_print_phrase_error (const GError *error);

G_END_DECLS
