/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-day.h"

G_BEGIN_DECLS

/* Every value of the law that the program uses on that day, with where it stands and when that was looked up: a group of
   rows that unfold. The rates of half-years are not in it. */
AdwPreferencesGroup *acq_legal_values_group_new (AcqDay today);

G_END_DECLS
