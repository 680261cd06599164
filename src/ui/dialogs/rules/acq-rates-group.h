/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqRatesGroup:
 *
 * The rate of late interest between professionals: what the terms of sale say, and the latest half-years with the figures that
 * it is made of, each confirmed or still to be. Follows the company.
 */
#define ACQ_TYPE_RATES_GROUP (acq_rates_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqRatesGroup, acq_rates_group, ACQ, RATES_GROUP, AdwPreferencesGroup)

GtkWidget *acq_rates_group_new (AcqOpenCompany *company);

G_END_DECLS
