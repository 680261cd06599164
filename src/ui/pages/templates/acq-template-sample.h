/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-template-case.h"

G_BEGIN_DECLS

/**
 * AcqTemplateSample:
 *
 * What a template says to one customer, as a mail or as an SMS. Signal "customer-chosen" (gint64 id): another one is to be
 * shown.
 */
#define ACQ_TYPE_TEMPLATE_SAMPLE (acq_template_sample_get_type ())
G_DECLARE_FINAL_TYPE (AcqTemplateSample, acq_template_sample, ACQ, TEMPLATE_SAMPLE, GtkWidget)

GtkWidget *acq_template_sample_new (void);

/* To whom it can be shown, and to whom it is; borrowed until the next call. */
void acq_template_sample_set_case (AcqTemplateSample *self, const AcqTemplateCase *shown);
/* NULL: what is written now has no sense, and what is on show is no longer so. */
void acq_template_sample_show (AcqTemplateSample *self, AcqMailTemplate *template);

G_END_DECLS
