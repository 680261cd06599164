/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-post.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* Asks what the post said of a letter that was posted: number, presentation, receipt or return. The record is read at once and
   not kept. */
void acq_letter_post_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRecord *record);

G_END_DECLS
