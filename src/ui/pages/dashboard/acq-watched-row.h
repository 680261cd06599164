/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-watch-list.h"

G_BEGIN_DECLS

/* A row with a customer to watch and why; it opens the customer. */
GtkWidget *acq_watched_row_new (const AcqWatchedCustomer *watched, AcqDay today);
/* The two gravest reasons in words: "Nothing paid since 2 Sep · 98 % of the limit". Free it. */
char *acq_watched_row_phrase (const AcqWatchedCustomer *watched, AcqDay today);

G_END_DECLS
