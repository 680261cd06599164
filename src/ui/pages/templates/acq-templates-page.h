/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqTemplatesPage:
 *
 * What messages say: the models, the text of one of them, and how it looks to a customer. Opens "model:CODE". Property:
 * "company".
 */
#define ACQ_TYPE_TEMPLATES_PAGE (acq_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplatesPage, acq_templates_page, ACQ, TEMPLATES_PAGE, AcqPage)

G_END_DECLS
