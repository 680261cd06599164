/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-items.h"

#include "acq-invoice-repository.h"
#include "acq-lookup.h"
#include "acq-note-repository.h"
#include "acq-receipt-repository.h"
#include "acq-workflow-error.h"

#define MAX_REMINDERS 99
/* A deposit on order may come that long before its invoice. */
#define MAX_DAYS_BEFORE 365

static const char *const answer_codes[] = { "none", "still_due", "reminded", "paid", "lost", "other" };

ACQ_DEFINE_CODES (AcqOldAnswer, acq_old_answer, answer_codes)

void
acq_old_item_free (AcqOldItem *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->customer_name);
  g_free (self->reason);
  g_free (self);
}

/* Those without an answer, those with one, and those of which the first file said how often they had been reminded. The amount of
   one that was said to be paid is that of its payment. */
static const char list_sql[]
  = "SELECT i.id, i.number, i.customer_id, c.name,"
    " coalesce ((SELECT min (due) FROM due_item WHERE invoice_id = i.id AND balance > 0),"
    " (SELECT min (due) FROM due_item WHERE invoice_id = i.id), i.issued) AS due,"
    " CASE WHEN r.id IS NULL THEN i.balance ELSE r.amount END, i.currency,"
    " CASE WHEN i.old_item THEN 'none' ELSE coalesce (a.answer, 'reminded') END,"
    " a.answer IS NULL AND NOT i.old_item, i.reminders_before,"
    " CASE WHEN a.answer = 'paid' THEN r.day WHEN a.answer = 'reminded' OR a.answer IS NULL"
    " THEN i.last_reminder_before END, r.means, n.reason,"
    " (a.answer = 'paid' AND r.id IS NULL) OR (a.answer = 'lost' AND (n.id IS NULL OR n.closed))"
    " FROM invoice i JOIN customer c ON c.id = i.customer_id LEFT JOIN old_item_answer a ON a.invoice_id = i.id"
    " LEFT JOIN receipt r ON r.id = a.receipt_id LEFT JOIN note n ON n.id = a.note_id"
    " LEFT JOIN batch b ON b.id = i.batch_id"
    " WHERE i.old_item OR a.invoice_id IS NOT NULL"
    " OR (i.reminders_before > 0 AND i.balance > 0 AND EXISTS (SELECT 1 FROM due_item"
    " WHERE invoice_id = i.id AND due < b.imported_on))"
    " ORDER BY due, i.id";

static AcqOldItem *
read_item (AcqRows *rows)
{
  AcqOldItem *item = g_new0 (AcqOldItem, 1);

  item->invoice_id = acq_rows_int (rows, 0);
  item->number = acq_rows_dup_text (rows, 1);
  item->customer_id = acq_rows_int (rows, 2);
  item->customer_name = acq_rows_dup_text (rows, 3);
  item->due = acq_rows_day (rows, 4);
  item->amount = acq_rows_int (rows, 5);
  item->currency = acq_currency_parse (acq_rows_text (rows, 6));
  acq_old_answer_from_code (acq_rows_text (rows, 7), &item->answer);
  if (acq_rows_int (rows, 13) != 0)
    item->answer = ACQ_OLD_ANSWER_OTHER;
  item->from_file = acq_rows_int (rows, 8) != 0;
  item->reminders = (int) acq_rows_int (rows, 9);
  item->day = acq_rows_day (rows, 10);
  acq_means_from_code (acq_rows_text (rows, 11), &item->means);
  item->reason = acq_rows_dup_text (rows, 12);
  return item;
}

GPtrArray *
acq_old_items_list (AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_old_item_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (acq_company_file_connection (file), error, list_sql, "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (items, read_item (rows));
  if (local_error == NULL)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_old_items_count_open (AcqCompanyFile *file, guint *ret_count, GError **error)
{
  gint64 count = 0;

  if (!acq_connection_get_int (acq_company_file_connection (file), &count, error,
                               "SELECT count(*) FROM invoice WHERE old_item", ""))
    return FALSE;
  *ret_count = (guint) count;
  return TRUE;
}

/* What an earlier answer wrote, and what it changed. */
typedef struct
{
  gboolean exists;
  gint64 receipt_id;
  gint64 note_id;
  int reminders_before;
  AcqDay last_reminder_before;
} Earlier;

static gboolean
find_earlier (AcqConnection *connection, gint64 invoice_id, Earlier *earlier, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT receipt_id, note_id, reminders_before, last_reminder_before"
                            " FROM old_item_answer WHERE invoice_id = ?",
                            "i", invoice_id);

  *earlier = (Earlier){ 0 };
  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    *earlier = (Earlier){ TRUE, acq_rows_int (rows, 0), acq_rows_int (rows, 1), (int) acq_rows_int (rows, 2),
                          acq_rows_day (rows, 3) };
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
take_back_payment (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  g_autoptr (AcqReceipt) receipt = NULL;

  if (receipt_id == 0)
    return TRUE;
  receipt = acq_receipt_repository_find (connection, receipt_id, error);
  if (receipt == NULL)
    return FALSE;
  if (receipt->transaction_id == 0)
    return acq_receipt_repository_remove (connection, receipt_id, error);
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ON_BANK_LINE,
                       acq_receipt_state_to_code (receipt->state));
  return FALSE;
}

/* Asked again, or for the first time: an answer in the imported file counts as one. */
static gboolean
check_is_old (const AcqInvoice *invoice, const Earlier *earlier, GError **error)
{
  if (earlier->exists || invoice->old_item || (invoice->reminders_before > 0 && invoice->balance > 0))
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOT_OLD_ITEM, "%s", invoice->number);
  return FALSE;
}

static gboolean
set_reminded (AcqConnection *connection, gint64 invoice_id, int reminders, AcqDay last, gboolean old,
              GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE invoice SET reminders_before = ?, last_reminder_before = ?, old_item = ?"
                             " WHERE id = ?",
                             "idbi", (gint64) reminders, last, old, invoice_id);
}

/* The invoice is as it was before anybody was asked. */
static gboolean
take_back (AcqConnection *connection, const AcqInvoice *invoice, const Earlier *earlier, GError **error)
{
  gboolean was_in_file = earlier->reminders_before > 0;

  if (!earlier->exists)
    return TRUE;
  return take_back_payment (connection, earlier->receipt_id, error)
         && (earlier->note_id == 0 || acq_note_repository_close (connection, earlier->note_id, error))
         && set_reminded (connection, invoice->id, earlier->reminders_before, earlier->last_reminder_before,
                          !was_in_file, error)
         && acq_connection_run (connection, error, "DELETE FROM old_item_answer WHERE invoice_id = ?", "i",
                                invoice->id);
}

static gboolean
refuse_day (GError **error)
{
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "on");
  return FALSE;
}

/* Settles all that is owed and not promised by a payment in flight. */
static gboolean
write_payment (AcqConnection *connection, const AcqInvoice *invoice, const AcqOldReply *reply, AcqDay today,
               gint64 *ret_id, GError **error)
{
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();
  gint64 in_flight = 0, linked;

  if (!acq_day_is_valid (reply->day) || reply->day > today || reply->day < invoice->issued - MAX_DAYS_BEFORE)
    return refuse_day (error);
  if (!acq_receipt_repository_sum_in_flight (connection, invoice->id, &in_flight, error))
    return FALSE;
  if (invoice->balance <= in_flight)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOTHING_DUE, "%s", invoice->number);
      return FALSE;
    }
  receipt->customer_id = invoice->customer_id;
  receipt->day = reply->day;
  receipt->amount = invoice->balance - in_flight;
  receipt->currency = invoice->currency;
  receipt->means = reply->means;
  receipt->state = ACQ_RECEIPT_STATE_CREDITED;
  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  if (!acq_receipt_repository_insert (connection, receipt, 0, error))
    return FALSE;
  *ret_id = receipt->id;
  return acq_receipt_repository_allocate (connection, receipt->id, invoice->id, receipt->amount,
                                          ACQ_ALLOCATION_ORIGIN_HAND, error)
         && acq_receipt_repository_link (connection, &linked, error);
}

static gboolean
write_exclusion (AcqConnection *connection, const AcqInvoice *invoice, const char *reason, AcqDay today,
                 gint64 *ret_id, GError **error)
{
  g_autoptr (AcqNote) note = acq_note_new ();

  note->kind = ACQ_NOTE_KIND_EXCLUDE;
  note->customer_id = invoice->customer_id;
  note->invoice_id = invoice->id;
  note->amount = -1;
  note->day = today;
  note->until = ACQ_DAY_NONE;
  note->reason = g_strdup (reason);
  if (!acq_note_repository_insert (connection, note, error))
    return FALSE;
  *ret_id = note->id;
  return TRUE;
}

static gboolean
write_reminded (AcqConnection *connection, const AcqInvoice *invoice, const AcqOldReply *reply, AcqDay today,
                GError **error)
{
  if (reply->reminders < 1 || reply->reminders > MAX_REMINDERS)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "reminders=%d", reply->reminders);
      return FALSE;
    }
  if (!acq_day_is_valid (reply->day) || reply->day > today || reply->day <= acq_invoice_due_day (invoice))
    return refuse_day (error);
  return set_reminded (connection, invoice->id, reply->reminders, reply->day, FALSE, error);
}

static gboolean
write_reply (AcqConnection *connection, const AcqInvoice *invoice, const AcqOldReply *reply, AcqDay today,
             GError **error)
{
  gint64 receipt_id = 0, note_id = 0;
  gboolean written = TRUE;

  if (reply->answer == ACQ_OLD_ANSWER_NONE)
    return TRUE;
  if (reply->answer == ACQ_OLD_ANSWER_PAID)
    written = write_payment (connection, invoice, reply, today, &receipt_id, error);
  else if (reply->answer == ACQ_OLD_ANSWER_LOST)
    written = write_exclusion (connection, invoice, reply->reason, today, &note_id, error);
  else if (reply->answer == ACQ_OLD_ANSWER_REMINDED)
    written = write_reminded (connection, invoice, reply, today, error);
  else
    written = set_reminded (connection, invoice->id, 0, ACQ_DAY_NONE, FALSE, error);
  return written
         && acq_connection_run (
           connection, error,
           "INSERT INTO old_item_answer (invoice_id, answer, receipt_id, note_id, reminders_before,"
           " last_reminder_before) VALUES (?, ?, ?, ?, ?, ?)",
           "itzzid", invoice->id, acq_old_answer_to_code (reply->answer), receipt_id, note_id,
           (gint64) invoice->reminders_before, invoice->last_reminder_before)
         && acq_invoice_repository_answer_old_item (connection, invoice->id, error);
}

static gboolean
answer_one (AcqConnection *connection, const AcqOldReply *reply, AcqDay today, GError **error)
{
  g_autoptr (AcqInvoice) before = acq_lookup_invoice (connection, reply->number, error);
  g_autoptr (AcqInvoice) invoice = NULL;
  Earlier earlier;

  if (before == NULL || !find_earlier (connection, before->id, &earlier, error)
      || !check_is_old (before, &earlier, error) || !take_back (connection, before, &earlier, error))
    return FALSE;
  invoice = acq_invoice_repository_find (connection, before->id, error);
  return invoice != NULL && write_reply (connection, invoice, reply, today, error);
}

static char *
count_answers (const AcqOldReply *replies, gsize n_replies)
{
  GString *text = g_string_new (NULL);

  for (gsize answer = 0; answer < G_N_ELEMENTS (answer_codes); answer++)
    {
      guint count = 0;

      for (gsize i = 0; i < n_replies; i++)
        count += replies[i].answer == answer;
      if (count > 0)
        g_string_append_printf (text, "%s%s=%u", text->len > 0 ? " " : "", answer_codes[answer], count);
    }
  return g_string_free (text, FALSE);
}

gboolean
acq_old_items_answer (AcqCompanyFile *file, const AcqOldReply *replies, gsize n_replies, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *detail = count_answers (replies, n_replies);

  g_return_val_if_fail (n_replies > 0, FALSE);

  change = acq_change_begin (file, error);
  if (change == NULL)
    return FALSE;
  for (gsize i = 0; i < n_replies; i++)
    {
      g_return_val_if_fail (replies[i].answer != ACQ_OLD_ANSWER_OTHER, FALSE);
      if (!answer_one (connection, &replies[i], today, error))
        return FALSE;
    }
  return acq_change_commit (change, "old_items", n_replies == 1 ? replies[0].number : NULL, detail, error);
}
