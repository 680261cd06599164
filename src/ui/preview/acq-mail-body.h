/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-mail-text.h"

G_BEGIN_DECLS

/**
 * AcqMailBody:
 *
 * The blocks of a mail, as its reader will see them. Its text can be selected with the mouse; for the keyboard it is one stop,
 * which says the whole text.
 */
#define ACQ_TYPE_MAIL_BODY (acq_mail_body_get_type ())
G_DECLARE_FINAL_TYPE (AcqMailBody, acq_mail_body, ACQ, MAIL_BODY, GtkWidget)

/* Copies the text; NULL empties it. */
void acq_mail_body_set_text (AcqMailBody *self, const AcqMailText *text);

G_END_DECLS
