/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-fact-entry.h"
#include "acq-message.h"
#include "acq-plan.h"
#include "acq-planning.h"

G_BEGIN_DECLS

/* The needs in spite of which a person may let a message leave: accounts that are not covered, a copy that is missing. The others
   must be met. */
AcqNeeds acq_approval_overrulable (AcqNeeds needs);

/* A planned message as it would be kept when approved. (transfer full) */
AcqMessage *acq_approval_describe (const AcqPlanMessage *planned, AcqDay today);

/* The message among these (element-type AcqMessage) that is approved and not yet sent, and asks the same as the planned one.
   NULL: not approved, or not any more as it stands. Borrowed. */
AcqMessage *acq_approval_find (const GPtrArray *messages, const AcqPlanMessage *planned);

/* The last day that may be given today as the one on which a letter is posted. */
AcqDay acq_approval_last_posting_day (AcqDay today);

/* What may be approved: the messages of today and of the next day on which any leave. */
AcqPlan *acq_approval_plan (const AcqPlanning *planning);
/* The message of the plan that says the same as the one that the user saw, on the same day; NULL where there is none. */
const AcqPlanMessage *acq_approval_find_planned (const AcqPlan *plan, const AcqPlanMessage *seen);

/**
 * acq_approval_approve:
 * @messages: (element-type AcqPlanMessage): as the user saw them, of a plan of today or for the next day on which messages leave
 * @overruled: needs that he overrules
 *
 * Approves them in one change, all or none. The plan is made anew inside it: where one of them would now be another or would not
 * leave at all, the error is ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED; where it lacks something that was not or cannot be overruled,
 * ACQ_WORKFLOW_ERROR_NEEDS with the codes; where just this is approved already, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED. An approval
 * that had gone stale gives way.
 */
gboolean acq_approval_approve (AcqCompanyFile *file, const GPtrArray *messages, AcqNeeds overruled,
                               GError **error);
/* As above, within a change that is open on the file and goes on. */
gboolean acq_approval_approve_within (AcqCompanyFile *file, AcqChange *change, const GPtrArray *messages,
                                      AcqNeeds overruled, GError **error);

/* Takes an approval back, unless the message is on its way already. Whose it was when the user saw it (0: anybody's): the id of one
   that was withdrawn elsewhere may have gone to another, which is ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE. */
gboolean acq_approval_withdraw (AcqCompanyFile *file, gint64 message_id, gint64 recipient_id, GError **error);

/* (element-type AcqMessage) (transfer full): all that was ever approved and not withdrawn, the oldest first. */
GPtrArray *acq_approval_list (AcqCompanyFile *file, GError **error);

/* A letter that was printed and posted, or a call that was made. */
typedef struct
{
  gint64 message_id;
  AcqDay
    day; /* posted or called; a letter may be posted within two weeks from today, a call lies not ahead */
  const char *registered_number; /* nullable: known at the counter, perhaps later */
  const char *said;              /* nullable: what was said in a call */
  const AcqNoteEntry
    *notes; /* the promise, dispute or answer that came of it, for each of those whom it is about */
  gsize n_notes;
  gint64 recipient_id; /* as in acq_approval_withdraw() */
} AcqSentRecord;

/**
 * acq_approval_record:
 *
 * Keeps in one change that an approved letter or call has gone: each of its items had this reminder, and the planner goes on from
 * there. A mail is sent, not recorded: ACQ_WORKFLOW_ERROR_BAD_STATE, as for a message that is no longer approved.
 */
gboolean acq_approval_record (AcqCompanyFile *file, const AcqSentRecord *record, GError **error);

/**
 * acq_approval_settle:
 * @planned: as the user saw it
 * @overruled: needs that he overrules
 * @record: its message is not read
 *
 * Approves a letter or a call and keeps that it has gone, in one change: for what the user did without approving it first.
 */
gboolean acq_approval_settle (AcqCompanyFile *file, const AcqPlanMessage *planned, AcqNeeds overruled,
                              const AcqSentRecord *record, GError **error);

/**
 * acq_approval_settle_notice:
 * @customer: code of the debtor
 * @numbers: of his invoices that the notice demands
 * @record: its message is not read
 *
 * Keeps that a formal notice which no plan had asked for was printed and posted, in one change: each part of these invoices that is
 * overdue had its notice, the step after the scenario's last reminder. What was approved of the same debts and has not left gives
 * way. ACQ_WORKFLOW_ERROR_OUTDATED where nothing of them is owed any more, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED where a notice of
 * today was posted already.
 */
gboolean acq_approval_settle_notice (AcqCompanyFile *file, const char *customer, const char *const *numbers,
                                     const AcqSentRecord *record, GError **error);

/* What the counter says of a letter that is recorded: day of posting and number (NULL: none). */
gboolean acq_approval_set_posting (AcqCompanyFile *file, gint64 message_id, AcqDay day,
                                   const char *registered_number, GError **error);

G_END_DECLS
