/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-customer-figures.h"

G_BEGIN_DECLS

/* What figures of a customer look like. Free the texts; the classes are static and NULL-terminated. */

/* "30 d"; "" where nothing is overdue. */
char *acq_customer_oldest_text (const AcqCustomerFigures *figures);
/* "+ 9 d", "− 2 d"; "" where no habit is known. */
char *acq_customer_habit_text (const AcqCustomerFigures *figures);
/* "70 %" of the credit limit; "" where there is none. */
char *acq_customer_used_text (const AcqCustomerFigures *figures);
const char *const *acq_customer_used_classes (const AcqCustomerFigures *figures);
const char *const *acq_next_step_classes (const AcqNextStep *next);

/* (transfer full) (element-type AcqChartPoint): what is overdue, and what is not due yet. */
GListModel *acq_customer_limit_parts (const AcqCustomerFigures *figures);

G_END_DECLS
