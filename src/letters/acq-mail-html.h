/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-text.h"

G_BEGIN_DECLS

/**
 * acq_mail_text_to_html:
 * @self: a mail
 *
 * A whole document as mail programs take it: styles stand in the elements, nothing is fetched from elsewhere, and all that
 * comes from outside is escaped.
 *
 * Returns: (transfer full): HTML in UTF-8
 */
char *acq_mail_text_to_html (const AcqMailText *self);

G_END_DECLS
