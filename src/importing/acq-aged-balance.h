/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-table-headings.h"

G_BEGIN_DECLS

/**
 * acq_aged_balance_read:
 *
 * Turns an aged balance (one row a customer, one column a span of days late) into opening balances: one invoice for
 * each customer and column that holds something, named after both so that a later import updates it. It falls due on the
 * last day that the column allows, so that nobody is held to be later than he is; what is not due yet gets no due
 * day. An amount below zero is a credit. A row whose columns do not add up to its total is rejected.
 */
gboolean acq_aged_balance_read (const AcqTable *table, const AcqTableHeadings *headings,
                                const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data,
                                GError **error);

G_END_DECLS
