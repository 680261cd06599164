/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-work-text.h"

G_BEGIN_DECLS

/**
 * AcqWorkRow:
 *
 * One thing to do: what, how much, and the button that leads there; activating the row does the same. In a narrow window
 * the amount moves into the second line and the button makes room, unless it is the page's first one.
 *
 * Property: `narrow`.
 */
#define ACQ_TYPE_WORK_ROW (acq_work_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqWorkRow, acq_work_row, ACQ, WORK_ROW, AdwActionRow)

GtkWidget *acq_work_row_new (const AcqWorkText *text, gboolean first);

G_END_DECLS
