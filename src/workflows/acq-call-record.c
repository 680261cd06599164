/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-call-record.h"

#include "acq-approval.h"
#include "acq-message-postpone.h"

const AcqInvoice *
acq_message_only_invoice (const AcqPlanMessage *message)
{
  const AcqInvoice *first = g_array_index (message->items, AcqPlanItem, 0).invoice;

  for (guint i = 1; i < message->items->len; i++)
    if (g_array_index (message->items, AcqPlanItem, i).invoice != first)
      return NULL;
  return first;
}

/* One entry for each customer; (transfer container). */
static AcqNoteEntry *
describe_notes (const AcqPlanMessage *message, const AcqNoteEntry *about)
{
  const AcqInvoice *invoice = acq_message_only_invoice (message);
  AcqNoteEntry *entries = g_new0 (AcqNoteEntry, message->customers->len);

  for (guint i = 0; i < message->customers->len; i++)
    {
      entries[i] = *about;
      entries[i].number = invoice == NULL ? NULL : invoice->number;
      entries[i].customer = ((const AcqCustomer *) message->customers->pdata[i])->code;
      if (invoice == NULL)
        entries[i].amount = -1;
    }
  return entries;
}

static gboolean
write_notes (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqNoteEntry *about, GError **error)
{
  g_autofree AcqNoteEntry *entries = describe_notes (message, about);
  gint64 id;

  for (guint i = 0; i < message->customers->len; i++)
    if (!acq_fact_write_note (file, &entries[i], &id, error))
      return FALSE;
  return TRUE;
}

gboolean
acq_message_note (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqNoteEntry *entry,
                  GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  const AcqInvoice *invoice = acq_message_only_invoice (message);

  return change != NULL && write_notes (file, message, entry, error)
         && acq_change_commit (change, acq_note_kind_to_code (entry->kind),
                               invoice != NULL ? invoice->number : message->recipient->code, entry->reason,
                               error);
}

static AcqNoteKind
kind_of (AcqCallResult result)
{
  switch (result)
    {
    case ACQ_CALL_PROMISED:
      return ACQ_NOTE_KIND_PROMISE;
    case ACQ_CALL_DISPUTED:
      return ACQ_NOTE_KIND_DISPUTE;
    case ACQ_CALL_WILL_ANSWER:
    case ACQ_CALL_NO_PROMISE:
    case ACQ_CALL_NOBODY:
    default:
      return ACQ_NOTE_KIND_HOLD;
    }
}

static AcqNoteEntry
describe_result (const AcqCall *call, AcqDay today)
{
  return (AcqNoteEntry){
    .kind = kind_of (call->result),
    .amount = -1,
    .day = today,
    .until = call->until,
    .reason = call->said,
  };
}

/* The planned call was made. */
static gboolean
record_planned (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqMessage *approved,
                const AcqCall *call, AcqDay today, GError **error)
{
  AcqNoteEntry result = describe_result (call, today);
  g_autofree AcqNoteEntry *notes = describe_notes (message, &result);
  AcqSentRecord record = {
    .day = today,
    .said = call->said,
    .notes = notes,
    .n_notes = call->result == ACQ_CALL_NO_PROMISE ? 0 : message->customers->len,
  };

  if (approved == NULL)
    return acq_approval_settle (file, message, message->needs, &record, error);
  record.message_id = approved->id;
  record.recipient_id = approved->recipient_id;
  return acq_approval_record (file, &record, error);
}

/* A call in the place of something that was to be written. */
static gboolean
record_instead (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqCall *call, AcqDay today,
                GError **error)
{
  AcqNoteEntry made = describe_result (call, today), result = made;
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  made.kind = ACQ_NOTE_KIND_CALL;
  made.until = ACQ_DAY_NONE;
  return change != NULL && write_notes (file, message, &made, error)
         && (call->result == ACQ_CALL_NO_PROMISE || write_notes (file, message, &result, error))
         && acq_change_commit (change, acq_note_kind_to_code (made.kind), message->recipient->code,
                               call->said, error);
}

gboolean
acq_call_record (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqMessage *approved,
                 const AcqCall *call, const char *nobody, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));

  if (call->result == ACQ_CALL_NOBODY)
    return acq_message_postpone (file, message, MAX (message->day, today) + 1, nobody, error);
  if (message->channel == ACQ_CHANNEL_CALL)
    return record_planned (file, message, approved, call, today, error);
  return record_instead (file, message, call, today, error);
}
