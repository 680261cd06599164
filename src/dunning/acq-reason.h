/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"

G_BEGIN_DECLS

/* Why there is no reminder. The codes are a contract with scripts. */
typedef enum
{
  ACQ_REASON_PAID,
  ACQ_REASON_BELOW_TOLERANCE,
  ACQ_REASON_NOT_DUE, /* the step's day, or the message's turn, has not come */
  ACQ_REASON_DISPUTED,
  ACQ_REASON_PROMISE_PENDING,
  ACQ_REASON_PLAN_PENDING,
  ACQ_REASON_HELD,
  ACQ_REASON_EXCLUDED,
  ACQ_REASON_INSOLVENT,
  ACQ_REASON_PAYMENT_IN_FLIGHT,
  ACQ_REASON_UNALLOCATED_CREDIT,
  ACQ_REASON_POSSIBLE_RECEIPT,
  ACQ_REASON_UNREAD_ANSWER,
  ACQ_REASON_INTERVAL,
  ACQ_REASON_SCENARIO_FINISHED,
  ACQ_REASON_BEFORE_DUE_DROPPED, /* said beside others: the reminder before the due day came too late and is not sent */
  ACQ_REASON_FACTORED,
  ACQ_REASON_RETENTION_NOT_DUE,
  ACQ_N_REASONS,
} AcqReason;

ACQ_DECLARE_CODES (AcqReason, acq_reason)

/**
 * AcqReasons:
 *
 * A set of reasons, each with the last day on which it stands (a message may leave the day after), or ACQ_DAY_NONE
 * where no such day is known. All zero is the empty set.
 */
typedef struct
{
  guint32 codes;
  AcqDay until[ACQ_N_REASONS];
} AcqReasons;

/* Of two days for one reason the later stands; no day at all is the latest. */
void acq_reasons_add (AcqReasons *self, AcqReason reason, AcqDay until);
void acq_reasons_add_all (AcqReasons *self, const AcqReasons *other);
gboolean acq_reasons_has (const AcqReasons *self, AcqReason reason);
gboolean acq_reasons_is_empty (const AcqReasons *self);
/* Those that stand on that day. */
AcqReasons acq_reasons_on (const AcqReasons *self, AcqDay day);

/* What a message that is due lacks to leave: each is a task for the user. */
typedef enum
{
  ACQ_NEED_BANK_COVERAGE,
  ACQ_NEED_OLD_ITEMS,
  ACQ_NEED_RIGHT_TO_SEND,
  ACQ_NEED_CONTACT,
  ACQ_NEED_ATTACHMENT,
  ACQ_N_NEEDS,
} AcqNeed;

ACQ_DECLARE_CODES (AcqNeed, acq_need)

/* A set of needs: bits. */
typedef guint32 AcqNeeds;
#define ACQ_NEED_BIT(need) ((AcqNeeds) 1 << (need))

G_END_DECLS
