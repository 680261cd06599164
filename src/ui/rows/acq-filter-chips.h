/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqFilterChips:
 *
 * What a list is narrowed to: a row of chips of which one is pressed, each with what it would show and how many that
 * are. The arrow keys move on and press; where there is no room the row scrolls.
 *
 * Property "selected": the code of the chip that is pressed; at first that of the first.
 */
#define ACQ_TYPE_FILTER_CHIPS (acq_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (AcqFilterChips, acq_filter_chips, ACQ, FILTER_CHIPS, GtkWidget)

GtkWidget *acq_filter_chips_new (void);
/* @code: unique among the chips; @label: in the user's language. Shows no count until one is set. */
void acq_filter_chips_add (AcqFilterChips *self, const char *code, const char *label);
void acq_filter_chips_set_label (AcqFilterChips *self, const char *code, const char *label);
void acq_filter_chips_set_count (AcqFilterChips *self, const char *code, guint count);
/* Whether the chip is there at all; the one that is pressed stays. */
void acq_filter_chips_set_shown (AcqFilterChips *self, const char *code, gboolean shown);

/* NULL before the first was added. */
const char *acq_filter_chips_get_selected (AcqFilterChips *self);
/* A code that no chip has changes nothing. */
void acq_filter_chips_set_selected (AcqFilterChips *self, const char *code);

G_END_DECLS
