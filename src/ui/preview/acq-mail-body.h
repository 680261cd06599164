/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-mail-text.h"

G_BEGIN_DECLS

/* Fills a box with the blocks of a mail, as its reader will see them; what was in it goes. NULL empties it. The text can be
   selected. */
void acq_mail_body_fill (GtkBox *box, const AcqMailText *text);

G_END_DECLS
