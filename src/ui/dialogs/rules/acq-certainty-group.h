/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqCertaintyGroup:
 *
 * What a match must show to be called sure, in plain words: each rule of the table of fields as a row that applies at once, and a
 * way back to the defaults. Follows the company.
 */
#define ACQ_TYPE_CERTAINTY_GROUP (acq_certainty_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqCertaintyGroup, acq_certainty_group, ACQ, CERTAINTY_GROUP, AdwPreferencesGroup)

GtkWidget *acq_certainty_group_new (AcqOpenCompany *company);

G_END_DECLS
