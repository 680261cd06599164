/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"

#include "acq-letter-repository.h"
#include "acq-lookup.h"
#include "acq-message-repository.h"
#include "acq-note-repository.h"
#include "acq-planner.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

AcqNeeds
acq_approval_overrulable (AcqNeeds needs)
{
  return needs & (ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE) | ACQ_NEED_BIT (ACQ_NEED_ATTACHMENT));
}

static char *
join_address (const AcqCustomer *recipient)
{
  if (recipient->address == NULL || recipient->postcode == NULL || recipient->city == NULL)
    return NULL;
  return g_strdup_printf ("%s\n%s %s", recipient->address, recipient->postcode, recipient->city);
}

static char *
find_address (const AcqPlanMessage *planned)
{
  const AcqContact *contact = acq_plan_message_contact (planned);

  if (contact != NULL)
    return g_strdup (planned->channel == ACQ_CHANNEL_CALL ? contact->phone : contact->email);
  return planned->channel == ACQ_CHANNEL_MAIL || planned->channel == ACQ_CHANNEL_CALL
           ? NULL
           : join_address (planned->recipient);
}

AcqMessage *
acq_approval_describe (const AcqPlanMessage *planned, AcqDay today)
{
  AcqMessage *message = acq_message_new ();

  message->recipient_id = planned->recipient->id;
  message->state = ACQ_MESSAGE_STATE_APPROVED;
  message->approved = today;
  message->day = planned->day;
  message->scenario = g_strdup (planned->scenario->code);
  message->step = g_strdup (planned->step->code);
  message->level = planned->level;
  message->tone = g_strdup (acq_tone_to_code (planned->step->tone));
  message->channel = g_strdup (acq_channel_to_code (planned->channel));
  message->address = find_address (planned);
  message->release = planned->release;
  message->currency = planned->currency;
  message->total = planned->total;
  for (guint i = 0; i < planned->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (planned->items, AcqPlanItem, i);

      acq_message_add_item (message, item->invoice->id, item->due_item->due, item->step->code,
                            item->step->level, acq_tone_to_code (item->step->tone), item->amount);
    }
  return message;
}

AcqMessage *
acq_approval_find (const GPtrArray *messages, const AcqPlanMessage *planned)
{
  g_autoptr (AcqMessage) wanted = acq_approval_describe (planned, ACQ_DAY_NONE);

  for (guint i = 0; i < messages->len; i++)
    {
      AcqMessage *message = messages->pdata[i];

      if (message->state == ACQ_MESSAGE_STATE_APPROVED && acq_message_says_the_same (message, wanted))
        return message;
    }
  return NULL;
}

static const AcqPlanMessage *
find_planned (const AcqPlan *plan, const AcqMessage *seen)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      g_autoptr (AcqMessage) planned = acq_approval_describe (plan->messages->pdata[i], seen->approved);

      if (planned->day == seen->day && acq_message_says_the_same (planned, seen))
        return plan->messages->pdata[i];
    }
  return NULL;
}

const AcqPlanMessage *
acq_approval_find_planned (const AcqPlan *plan, const AcqPlanMessage *seen)
{
  g_autoptr (AcqMessage) message = acq_approval_describe (seen, ACQ_DAY_NONE);

  return find_planned (plan, message);
}

static char *
list_needs (AcqNeeds needs)
{
  GString *text = g_string_new (NULL);

  for (int need = 0; need < ACQ_N_NEEDS; need++)
    if ((needs & ACQ_NEED_BIT (need)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", acq_need_to_code ((AcqNeed) need));
  return g_string_free (text, FALSE);
}

static gboolean
check_needs (const AcqPlanMessage *planned, AcqNeeds overruled, GError **error)
{
  AcqNeeds lacking = planned->needs & ~acq_approval_overrulable (overruled);
  g_autofree char *codes = list_needs (lacking);

  if (lacking == 0)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NEEDS, "%s: %s", planned->recipient->code,
               codes);
  return FALSE;
}

static gboolean
share_item (const AcqMessage *a, const AcqMessage *b)
{
  for (guint i = 0; i < a->items->len; i++)
    for (guint j = 0; j < b->items->len; j++)
      {
        const AcqMessageItem *left = a->items->pdata[i], *right = b->items->pdata[j];

        if (left->invoice_id == right->invoice_id && left->due == right->due)
          return TRUE;
      }
  return FALSE;
}

/* Whatever was approved for the recipient and speaks of the same debts, or takes the same place, is told otherwise now. What is
   on its way stays: the new one must wait for it. */
static gboolean
make_way (AcqConnection *connection, const AcqMessage *message, const char *recipient, GError **error)
{
  g_autoptr (GPtrArray) earlier = acq_message_repository_list (connection, message->recipient_id, error);

  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    {
      const AcqMessage *other = earlier->pdata[i];
      gboolean same_place = g_str_equal (other->step, message->step);

      if (other->state == ACQ_MESSAGE_STATE_SENT || (!same_place && !share_item (other, message)))
        continue;
      if (other->state != ACQ_MESSAGE_STATE_APPROVED || acq_message_says_the_same (other, message))
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED, "%s", recipient);
          return FALSE;
        }
      if (!acq_message_repository_remove (connection, other->id, error))
        return FALSE;
    }
  return earlier != NULL;
}

/* The approval as it was kept; NULL where it is refused. */
static AcqMessage *
approve_one (AcqConnection *connection, const AcqPlan *plan, const AcqPlanMessage *seen, AcqNeeds overruled,
             AcqDay today, GError **error)
{
  g_autoptr (AcqMessage) message = acq_approval_describe (seen, today);
  const AcqPlanMessage *planned = find_planned (plan, message);

  if (planned == NULL)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED, "%s",
                   seen->recipient->code);
      return NULL;
    }
  if (!check_needs (planned, overruled, error))
    return NULL;
  if (planned->needs != 0)
    message->overruled = list_needs (planned->needs);
  if (!make_way (connection, message, planned->recipient->code, error)
      || !acq_message_repository_insert (connection, message, error))
    return NULL;
  return g_steal_pointer (&message);
}

AcqPlan *
acq_approval_plan (const AcqPlanning *planning)
{
  AcqDay today = planning->request.today;
  AcqDay next = acq_dunning_settings_next_sending_day (planning->settings, today);

  return acq_plan_new (&planning->request, next == ACQ_DAY_NONE ? today : next);
}

static char *
describe_approval (const GPtrArray *messages, AcqNeeds overruled)
{
  GString *text = g_string_new (NULL);
  AcqNeeds lacking = 0;

  g_string_append_printf (text, "messages=%u", messages->len);
  for (guint i = 0; i < messages->len; i++)
    {
      const AcqPlanMessage *message = messages->pdata[i];
      g_autofree char *total = acq_money_format (acq_money_new (message->total, message->currency));

      lacking |= message->needs & overruled;
      g_string_append_printf (text, " %s:%s=%s", message->recipient->code, message->step->code, total);
    }
  if (lacking != 0)
    {
      g_autofree char *codes = list_needs (lacking);

      g_string_append_printf (text, " overruled=%s", g_strdelimit (codes, " ", ','));
    }
  return g_string_free (text, FALSE);
}

gboolean
acq_approval_approve_within (AcqCompanyFile *file, AcqChange *change, const GPtrArray *messages,
                             AcqNeeds overruled, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (AcqPlan) plan = NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (messages->len > 0, FALSE);

  planning = acq_planning_new (file, error);
  if (planning == NULL)
    return FALSE;
  plan = acq_approval_plan (planning);
  for (guint i = 0; i < messages->len; i++)
    {
      g_autoptr (AcqMessage) message = approve_one (acq_company_file_connection (file), plan,
                                                    messages->pdata[i], overruled, today, error);

      if (message == NULL)
        return FALSE;
    }
  detail = describe_approval (messages, overruled);
  return acq_change_note (
    change, "approve",
    messages->len == 1 ? ((const AcqPlanMessage *) messages->pdata[0])->recipient->code : NULL, detail,
    error);
}

gboolean
acq_approval_approve (AcqCompanyFile *file, const GPtrArray *messages, AcqNeeds overruled, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL && acq_approval_approve_within (file, change, messages, overruled, error)
         && acq_change_end (change, error);
}

static AcqMessage *
find_message (AcqConnection *connection, gint64 id, gint64 recipient_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqMessage) message = acq_message_repository_find (connection, id, &local_error);

  if (message != NULL && (recipient_id == 0 || message->recipient_id == recipient_id))
    return g_steal_pointer (&message);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE, "%" G_GINT64_FORMAT, id);
  return NULL;
}

static gboolean
check_state (const AcqMessage *message, AcqMessageState state, GError **error)
{
  if (message->state == state)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE,
                       acq_message_state_to_code (message->state));
  return FALSE;
}

/* The code of the recipient. */
static char *
name_recipient (AcqConnection *connection, const AcqMessage *message)
{
  g_autoptr (AcqRows) rows = acq_connection_query (connection, NULL, "SELECT code FROM customer WHERE id = ?",
                                                   "i", message->recipient_id);

  return rows != NULL && acq_rows_next (rows, NULL) ? acq_rows_dup_text (rows, 0) : NULL;
}

gboolean
acq_approval_withdraw (AcqCompanyFile *file, gint64 message_id, gint64 recipient_id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqMessage) message
    = change == NULL ? NULL : find_message (connection, message_id, recipient_id, error);
  g_autofree char *subject = NULL, *detail = NULL;

  if (message == NULL || !check_state (message, ACQ_MESSAGE_STATE_APPROVED, error))
    return FALSE;
  subject = name_recipient (connection, message);
  detail = g_strdup_printf ("step=%s", message->step);
  return acq_message_repository_remove (connection, message_id, error)
         && acq_change_commit (change, "withdraw", subject, detail, error);
}

GPtrArray *
acq_approval_list (AcqCompanyFile *file, GError **error)
{
  return acq_message_repository_list (acq_company_file_connection (file), 0, error);
}

static gboolean
is_letter (const AcqMessage *message)
{
  return g_strcmp0 (message->channel, acq_channel_to_code (ACQ_CHANNEL_LETTER)) == 0
         || g_strcmp0 (message->channel, acq_channel_to_code (ACQ_CHANNEL_REGISTERED_LETTER)) == 0;
}

static gboolean
is_call (const AcqMessage *message)
{
  return g_strcmp0 (message->channel, acq_channel_to_code (ACQ_CHANNEL_CALL)) == 0;
}

/* A letter that is printed on a Friday may wait for the week after next at most. */
AcqDay
acq_approval_last_posting_day (AcqDay today)
{
  return today + 14;
}

static gboolean
check_sent_day (const AcqMessage *message, AcqDay day, AcqDay today, GError **error)
{
  AcqDay last = is_letter (message) ? acq_approval_last_posting_day (today) : today;

  if (acq_day_is_valid (day) && day >= message->approved && day <= last)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "on");
  return FALSE;
}

static gboolean
write_reminders (AcqConnection *connection, const AcqMessage *message, AcqDay day, GError **error)
{
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqMessageItem *item = message->items->pdata[i];
      g_autoptr (AcqReminder) reminder = acq_reminder_new ();

      reminder->invoice_id = item->invoice_id;
      reminder->due = item->due;
      reminder->day = day;
      reminder->step = g_strdup (item->step);
      reminder->level = item->level;
      reminder->tone = g_strdup (item->tone);
      reminder->channel = g_strdup (message->channel);
      reminder->message_id = message->id;
      if (!acq_note_repository_insert_reminder (connection, reminder, error))
        return FALSE;
    }
  return TRUE;
}

/* What was said in a call stands beside the reminder; that of the same day is no second step. */
static gboolean
write_notes (AcqCompanyFile *file, const AcqSentRecord *record, const char *recipient, GError **error)
{
  AcqNoteEntry call = {
    .kind = ACQ_NOTE_KIND_CALL,
    .customer = recipient,
    .amount = -1,
    .day = record->day,
    .until = ACQ_DAY_NONE,
    .reason = record->said,
  };
  gint64 id;

  if (record->said != NULL && !acq_fact_write_note (file, &call, &id, error))
    return FALSE;
  for (gsize i = 0; i < record->n_notes; i++)
    if (!acq_fact_write_note (file, &record->notes[i], &id, error))
      return FALSE;
  return TRUE;
}

/* Without white space around it; nothing for an empty one. */
static char *
tidy_number (const char *typed)
{
  g_autofree char *plain = typed == NULL ? NULL : acq_text_squeeze (typed);

  return plain == NULL || plain[0] == '\0' ? NULL : g_steal_pointer (&plain);
}

static char *
describe_sending (const AcqMessage *message, AcqDay day, const char *number)
{
  char iso[ACQ_DAY_ISO_SIZE];

  return g_strdup_printf ("step=%s channel=%s day=%s%s%s", message->step, message->channel,
                          acq_day_write_iso (day, iso),
                          number == NULL ? "" : " number=", number == NULL ? "" : number);
}

/* Inside a change: the message has gone. Commits it. */
static gboolean
record_sending (AcqCompanyFile *file, AcqChange *change, const AcqMessage *message,
                const AcqSentRecord *record, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autofree char *number = tidy_number (record->registered_number);
  g_autofree char *subject = NULL, *detail = NULL;

  if (!check_state (message, ACQ_MESSAGE_STATE_APPROVED, error))
    return FALSE;
  if (!is_letter (message) && !is_call (message))
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE, message->channel);
      return FALSE;
    }
  subject = name_recipient (connection, message);
  detail = describe_sending (message, record->day, number);
  return check_sent_day (message, record->day, today, error)
         && acq_message_repository_set_sent (connection, message->id, record->day, number, error)
         && write_reminders (connection, message, record->day, error)
         && acq_letter_repository_note_posting (connection, message->id, ACQ_DAY_NONE, record->day, number, error)
         && write_notes (file, record, subject, error)
         && acq_change_commit (change, is_call (message) ? "called" : "posted", subject, detail, error);
}

gboolean
acq_approval_record (AcqCompanyFile *file, const AcqSentRecord *record, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqMessage) message = NULL;

  if (change != NULL)
    message
      = find_message (acq_company_file_connection (file), record->message_id, record->recipient_id, error);
  return message != NULL && record_sending (file, change, message, record, error);
}

gboolean
acq_approval_settle (AcqCompanyFile *file, const AcqPlanMessage *planned, AcqNeeds overruled,
                     const AcqSentRecord *record, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqPlanning) planning = change == NULL ? NULL : acq_planning_new (file, error);
  g_autoptr (AcqPlan) plan = NULL;
  g_autoptr (AcqMessage) message = NULL;

  if (planning == NULL)
    return FALSE;
  plan = acq_approval_plan (planning);
  message = approve_one (acq_company_file_connection (file), plan, planned, overruled, today, error);
  return message != NULL && record_sending (file, change, message, record, error);
}

static void
add_overdue_parts (AcqMessage *message, const AcqInvoice *invoice, AcqDay today)
{
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (item->due >= today || item->balance <= 0)
        continue;
      acq_message_add_item (message, invoice->id, item->due, message->step, message->level, message->tone, item->balance);
      message->total += item->balance;
    }
}

/* NULL where an invoice is not known, or not the customer's. */
static AcqMessage *
describe_notice (const AcqPlanning *planning, const AcqCustomer *customer, const char *const *numbers,
                 AcqDay day, GError **error)
{
  g_autoptr (AcqMessage) message = acq_message_new ();
  const AcqCustomer *recipient = acq_ledger_find_recipient (planning->ledger, customer);
  const AcqScenario *scenario
    = acq_scenario_book_choose (planning->scenarios, customer, NULL, NULL);
  AcqDay today = planning->request.today;

  message->recipient_id = recipient->id;
  message->state = ACQ_MESSAGE_STATE_APPROVED;
  message->approved = today;
  message->day = day;
  message->scenario = g_strdup (scenario->code);
  message->step = g_strdup (acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE));
  message->tone = g_strdup (acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE));
  message->level = acq_scenario_notice_level (scenario);
  message->channel = g_strdup (acq_channel_to_code (ACQ_CHANNEL_REGISTERED_LETTER));
  message->address = join_address (recipient);
  message->currency = ACQ_CURRENCY_EUR;
  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      const AcqInvoice *invoice = acq_lookup_invoice_in (planning->ledger, numbers[i], error);

      if (invoice == NULL)
        return NULL;
      if (invoice->customer_id == customer->id)
        add_overdue_parts (message, invoice, today);
    }
  if (message->items->len > 0)
    return g_steal_pointer (&message);
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, customer->code);
  return NULL;
}

/* One letter is posted once, however often its window asks. */
static gboolean
check_not_posted (AcqConnection *connection, const AcqMessage *message, const char *debtor, GError **error)
{
  g_autoptr (GPtrArray) earlier = acq_message_repository_list (connection, message->recipient_id, error);

  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    {
      const AcqMessage *other = earlier->pdata[i];

      if (other->state != ACQ_MESSAGE_STATE_SENT || other->approved != message->approved
          || !g_str_equal (other->step, message->step) || !share_item (other, message))
        continue;
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_APPROVED, debtor);
      return FALSE;
    }
  return earlier != NULL;
}

gboolean
acq_approval_settle_notice (AcqCompanyFile *file, const char *customer, const char *const *numbers,
                            const AcqSentRecord *record, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqPlanning) planning = change == NULL ? NULL : acq_planning_new (file, error);
  const AcqCustomer *debtor
    = planning == NULL ? NULL : acq_lookup_customer_in (planning->ledger, customer, error);
  g_autoptr (AcqMessage) message
    = debtor == NULL ? NULL : describe_notice (planning, debtor, numbers, record->day, error);

  return message != NULL && check_not_posted (connection, message, debtor->code, error)
         && make_way (connection, message, debtor->code, error)
         && acq_message_repository_insert (connection, message, error)
         && record_sending (file, change, message, record, error);
}

gboolean
acq_approval_set_posting (AcqCompanyFile *file, gint64 message_id, AcqDay day, const char *registered_number,
                          GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqMessage) message = change == NULL ? NULL : find_message (connection, message_id, 0, error);
  g_autofree char *subject = NULL, *detail = NULL, *number = tidy_number (registered_number);

  if (message == NULL || !check_state (message, ACQ_MESSAGE_STATE_SENT, error)
      || !check_sent_day (message, day, today, error))
    return FALSE;
  subject = name_recipient (connection, message);
  detail = describe_sending (message, day, number);
  return acq_message_repository_set_sent (connection, message_id, day, number, error)
         && acq_note_repository_move_reminders (connection, message_id, day, error)
         && acq_letter_repository_note_posting (connection, message_id, message->sent, day, number, error)
         && acq_change_commit (change, "posted", subject, detail, error);
}
