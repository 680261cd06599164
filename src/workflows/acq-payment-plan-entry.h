/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"
#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* One of n equal instalments: whole units of the currency where they are large enough for that, and the last takes the rest. The
   total has at least one minor unit for each. */
gint64 acq_payment_plan_part (gint64 total, guint n, guint index);

/* A working day on or after a due day, and after the day of the instalment before (ACQ_DAY_NONE: it is the first). */
AcqDay acq_payment_plan_due_day (const AcqBusinessCalendar *calendar, AcqDay due, AcqDay before);

/**
 * acq_payment_plan_split:
 * @total: minor units, at least one for each instalment
 * @n: at least 1
 * @first: due day of the first one; the others fall due on the same day of the months after it, or on their last day, all
 *   moved to working days
 *
 * Returns: (element-type AcqInstalment) (transfer full)
 */
GArray *acq_payment_plan_split (gint64 total, guint n, AcqDay first, const AcqBusinessCalendar *calendar);

/* What a customer and the company agreed. */
typedef struct
{
  const char *const *numbers;       /* open invoices of one customer and currency, NULL-terminated */
  const AcqInstalment *instalments; /* by day, each above zero */
  gsize n_instalments;
  AcqDay agreed; /* ACQ_DAY_NONE: today */
} AcqPaymentPlanEntry;

/* What these invoices owe together: what the instalments must add up to. FALSE where one is missing, or they are not of
   one customer and currency. */
gboolean acq_payment_plan_sum (AcqCompanyFile *file, const char *const *numbers, gint64 *ret_sum,
                               GError **error);

/* Keeps it: while it is kept, none of its invoices is reminded. *ret_id is the plan's. */
gboolean acq_payment_plan_enter (AcqCompanyFile *file, const AcqPaymentPlanEntry *entry, gint64 *ret_id,
                                 GError **error);

/* The numbers of what a customer's plan would hold: his overdue invoices in euros that are not ceded and in no other plan, the
   oldest first. NULL with ACQ_WORKFLOW_ERROR_NOTHING_DUE where there is none. */
char **acq_payment_plan_candidates (AcqCompanyFile *file, const char *customer, GError **error);

/* Keeps a plan about these invoices (NULL: the candidates of a customer by code or name) in n monthly instalments, as
   acq_payment_plan_split() by the company's calendar. */
gboolean acq_payment_plan_agree (AcqCompanyFile *file, const char *customer, const char *const *numbers,
                                 guint n, AcqDay first, gint64 *ret_id, GError **error);

/* Gives it up, or marks it as fulfilled: its invoices follow their scenario again. */
gboolean acq_payment_plan_end (AcqCompanyFile *file, gint64 plan_id, GError **error);

G_END_DECLS
