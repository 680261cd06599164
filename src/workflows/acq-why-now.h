/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"

G_BEGIN_DECLS

/* What makes a planned message leave on its day, in the order in which it is told. */
typedef enum
{
  ACQ_WHY_NOW_DUE_PASSED,      /* due day, days since, the step's offset */
  ACQ_WHY_NOW_DUE_AHEAD,       /* a step before the due day: due day, days until */
  ACQ_WHY_NOW_RETENTION_ENDED, /* the day on which retention fell due, days since */
  ACQ_WHY_NOW_BROKEN_PROMISE,  /* the promised day */
  ACQ_WHY_NOW_LAST_CONTACT,    /* its day and channel, days since, the days that must lie between */
  ACQ_WHY_NOW_FIRST_CONTACT, /* nobody has been in touch about what is owed; the days that would have to lie between */
  ACQ_WHY_NOW_BANK_READ,       /* every account without a gap up to that day */
  ACQ_WHY_NOW_NOTHING_AGAINST, /* no dispute, hold, pending promise or unread answer */
  ACQ_WHY_NOW_PART_LEFT_OUT, /* an amount of the same invoices that is not asked for: disputed, in flight, covered by a credit */
  ACQ_WHY_NOW_BELOW_LEVEL, /* an item that stands below the message's level: invoice, its step, the day of its last reminder */
  ACQ_WHY_NOW_CALL_FIRST, /* a valued customer: called before anything is written */
} AcqWhyNowCode;

#define ACQ_N_WHY_NOW_CODES 11

ACQ_DECLARE_CODES (AcqWhyNowCode, acq_why_now_code)

/* How it is marked. */
typedef enum
{
  ACQ_WHY_NOW_CHECKED, /* a condition that holds */
  ACQ_WHY_NOW_WARNING, /* what the customer did not do */
  ACQ_WHY_NOW_REMARK,
} AcqWhyNowMark;

/* One line. What does not belong to its code is 0, ACQ_DAY_NONE or NULL. */
typedef struct
{
  AcqWhyNowCode code;
  AcqDay day;
  int days;
  int rule_days; /* the step's offset, or the interval */
  AcqChannel channel;
  gboolean channel_known;
  const AcqStep *step;
  const AcqInvoice *invoice;
  gint64 amount;
  AcqCurrency currency;
} AcqWhyNow;

/**
 * acq_why_now_list:
 * @message: of a plan of that planning
 *
 * Looks through all that was sent to the recipient: not for the main loop.
 *
 * Returns: (transfer full) (element-type AcqWhyNow): borrows from the planning and the message
 */
GArray *acq_why_now_list (const AcqPlanning *planning, const AcqPlanMessage *message);

AcqWhyNowMark acq_why_now_mark (AcqWhyNowCode code);

G_END_DECLS
