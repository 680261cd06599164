/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* Rates of half-years that the user entered: what is rated is a stable code, the rate is in hundredths of a per cent. */

/* One of them, on its way past; source is NULL and checked_on ACQ_DAY_NONE where they are not known. */
typedef void (*AcqLegalRateFunc) (gpointer user_data, const char *kind, AcqDay valid_from, int rate, AcqDay checked_on,
                                  const char *source);

gboolean acq_legal_rate_repository_each (AcqConnection *connection, AcqLegalRateFunc func, gpointer user_data,
                                         GError **error);
/* Keeps one, in the place of the one that was there. valid_from is the first day of its half-year. */
gboolean acq_legal_rate_repository_keep (AcqConnection *connection, const char *kind, AcqDay valid_from, int rate,
                                         AcqDay checked_on, const char *source, GError **error);

G_END_DECLS
