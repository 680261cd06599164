/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-customer-figures.h"

G_BEGIN_DECLS

/**
 * AcqCustomerRow:
 *
 * One customer of a listing as an item of a list model; immutable. Its properties are what the cells of the list show, and
 * are worked out when a cell asks: "name", "short-name", "outstanding", "overdue", "overdue-words", "oldest", "habit",
 * "limit" (cents, 0: none), "limit-parts" (of AcqChartPoint), "has-limit", "used", "used-classes", "next", "next-classes".
 */
#define ACQ_TYPE_CUSTOMER_ROW (acq_customer_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerRow, acq_customer_row, ACQ, CUSTOMER_ROW, GObject)

AcqCustomerRow *acq_customer_row_new (AcqCustomerListing *listing, guint row);
/* Borrowed, as long as the row lives. */
const AcqCustomerFigures *acq_customer_row_get_figures (AcqCustomerRow *self);

G_END_DECLS
