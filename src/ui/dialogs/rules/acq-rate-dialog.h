/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-legal-values.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* A small window in which the rates of a half-year are entered, or those that are known are confirmed with where they were read.
   It offers the half-years that need it first: what is known of the law is looked at while it opens. */
void acq_rate_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqLegalValues *law);

G_END_DECLS
