/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-message-draft.h"

G_BEGIN_DECLS

/**
 * AcqMailPreview:
 *
 * Shows the words of a draft: a mail with whom it goes to, its subject and its attachments, or the guide for a call with the
 * number to dial.
 *
 * Action: mail.copy puts subject and text on the clipboard. Signal: "attachment-activated" (guint place) asks to show one of
 * the draft's attachments.
 */
#define ACQ_TYPE_MAIL_PREVIEW (acq_mail_preview_get_type ())
G_DECLARE_FINAL_TYPE (AcqMailPreview, acq_mail_preview, ACQ, MAIL_PREVIEW, GtkWidget)

GtkWidget *acq_mail_preview_new (void);

/* Copies what it shows. NULL, or a draft without words, empties it. */
void acq_mail_preview_set_draft (AcqMailPreview *self, const AcqMessageDraft *draft);
/* What mail.copy copies; NULL where nothing is shown. */
const char *acq_mail_preview_get_plain_text (AcqMailPreview *self);

G_END_DECLS
