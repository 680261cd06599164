/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-books.h"

G_BEGIN_DECLS

/**
 * AcqNameSuggestions:
 *
 * Below a field for a customer's name: the few customers that what was typed could mean, or that a new one will be made.
 * Hidden while nothing is typed. Signal "suggested" (const char *name): one was chosen.
 */
#define ACQ_TYPE_NAME_SUGGESTIONS (acq_name_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (AcqNameSuggestions, acq_name_suggestions, ACQ, NAME_SUGGESTIONS, GtkWidget)

void acq_name_suggestions_look_for (AcqNameSuggestions *self, const AcqBooks *books, const char *typed);

G_END_DECLS
