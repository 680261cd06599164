/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-todays-work.h"

G_BEGIN_DECLS

/**
 * AcqWorkList:
 *
 * The work of the day as a list of actions; a word of its own where there is none.
 *
 * Property: `narrow`.
 */
#define ACQ_TYPE_WORK_LIST (acq_work_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqWorkList, acq_work_list, ACQ, WORK_LIST, GtkWidget)

/* NULL while it is being worked out. */
void acq_work_list_set_work (AcqWorkList *self, const AcqTodaysWork *work);
/* Says in the list's place what went wrong. */
void acq_work_list_set_message (AcqWorkList *self, const char *message);

G_END_DECLS
