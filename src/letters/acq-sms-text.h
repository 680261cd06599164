/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an SMS carries: the alphabet of GSM 03.38, where all characters but the names' are in it; else UCS-2. */

/* Plain spaces, quotation marks, dashes and superscripts, and letters that the alphabet has not without their accents: "forêt"
   is "foret", "été" stays. Free it. */
char *acq_sms_text_fold (const char *text);

/**
 * acq_sms_text_count:
 * @ret_n_left: (out) (optional): characters that still fit into the last part
 *
 * Returns: how many parts the text is sent in and paid for; 0 for an empty one
 */
guint acq_sms_text_count (const char *text, guint *ret_n_left);

G_END_DECLS
