/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fact-entry.h"

#include <string.h>

#include "acq-cash-cost.h"
#include "acq-certainty-settings.h"
#include "acq-iban.h"
#include "acq-interest-basis.h"
#include "acq-invoice-repository.h"
#include "acq-legal-rates.h"
#include "acq-lookup.h"
#include "acq-note-repository.h"
#include "acq-receipt-repository.h"
#include "acq-scenarios.h"
#include "acq-settings-repository.h"
#include "acq-siren.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

/* A deposit on order may come that long before its invoice. */
#define MAX_DAYS_BEFORE 365
/* A cheque, a bill or a promise that lies further ahead is a mistyped year: nobody would be reminded until then. */
#define MAX_DAYS_TO_CREDIT  366
#define MAX_DAYS_TO_PROMISE 3660

static AcqReceiptState
first_state_of (AcqMeans means)
{
  switch (means)
    {
    case ACQ_MEANS_CHEQUE:
      return ACQ_RECEIPT_STATE_IN_HAND;
    case ACQ_MEANS_DIRECT_DEBIT:
      return ACQ_RECEIPT_STATE_AWAITED;
    case ACQ_MEANS_BILL:
      return ACQ_RECEIPT_STATE_ACCEPTED;
    case ACQ_MEANS_UNKNOWN:
    case ACQ_MEANS_TRANSFER:
    case ACQ_MEANS_CARD:
    case ACQ_MEANS_CASH:
    case ACQ_MEANS_FEE:
    case ACQ_MEANS_COMPENSATION:
    case ACQ_MEANS_WRITE_OFF:
    case ACQ_MEANS_CREDIT_NOTE:
    default:
      return ACQ_RECEIPT_STATE_CREDITED;
    }
}

/* Money that has come has come by today; only a cheque dated later, a debit or a bill may lie ahead. A deposit may precede its
   invoice, though not by years. */
static gboolean
check_payment_day (const AcqInvoice *invoice, const AcqPaymentEntry *entry, AcqDay today, GError **error)
{
  gboolean credited = first_state_of (entry->means) == ACQ_RECEIPT_STATE_CREDITED;
  AcqDay last = credited ? today : today + MAX_DAYS_TO_CREDIT;

  if (entry->day <= last && entry->day >= invoice->issued - MAX_DAYS_BEFORE)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "on");
  return FALSE;
}

static gboolean
check_payment (AcqConnection *connection, const AcqInvoice *invoice, const AcqPaymentEntry *entry,
               GError **error)
{
  g_autofree char *owed = NULL;
  gint64 in_flight;

  if (entry->amount <= 0 || entry->amount > ACQ_MONEY_MAX)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_AMOUNT, "%" G_GINT64_FORMAT,
                   entry->amount);
      return FALSE;
    }
  /* What payments in flight promise to this invoice already must not be promised twice. */
  if (!acq_receipt_repository_sum_in_flight (connection, invoice->id, &in_flight, error))
    return FALSE;
  if (entry->amount <= invoice->balance - in_flight)
    return TRUE;
  owed = acq_money_format (acq_money_new (invoice->balance - in_flight, invoice->currency));
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED, "%s %s", invoice->number, owed);
  return FALSE;
}

static char *
plain_or_null (const char *text)
{
  g_autofree char *plain = acq_text_squeeze (text == NULL ? "" : text);

  return plain[0] == '\0' ? NULL : g_steal_pointer (&plain);
}

static void
describe_cheque (AcqReceipt *receipt, const AcqPaymentEntry *entry)
{
  if (entry->means != ACQ_MEANS_CHEQUE)
    return;
  receipt->cheque_number = plain_or_null (entry->cheque_number);
  receipt->cheque_bank = plain_or_null (entry->cheque_bank);
  receipt->cheque_drawer = plain_or_null (entry->cheque_drawer);
}

gboolean
acq_fact_enter_payment (AcqCompanyFile *file, const AcqPaymentEntry *entry, AcqReceiptState *ret_state,
                        GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();
  g_autoptr (AcqInvoice) invoice = NULL;
  g_autofree char *amount = acq_amount_format (entry->amount);
  g_autofree char *detail = g_strdup_printf ("amount=%s means=%s", amount, acq_means_to_code (entry->means));
  gint64 linked;

  if (change == NULL)
    return FALSE;
  invoice = acq_lookup_invoice (connection, entry->number, error);
  if (invoice == NULL
      || !check_payment_day (invoice, entry, acq_clock_today (acq_company_file_clock (file)), error)
      || !check_payment (connection, invoice, entry, error))
    return FALSE;
  receipt->customer_id = invoice->customer_id;
  receipt->day = entry->day;
  receipt->amount = entry->amount;
  receipt->currency = invoice->currency;
  receipt->means = entry->means;
  receipt->state = first_state_of (entry->means);
  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  receipt->reason = g_strdup (entry->reason);
  describe_cheque (receipt, entry);
  if (!acq_receipt_repository_insert (connection, receipt, 0, error)
      || !acq_receipt_repository_allocate (connection, receipt->id, invoice->id, entry->amount,
                                           ACQ_ALLOCATION_ORIGIN_HAND, error)
      || !acq_receipt_repository_link (connection, &linked, error)
      || !acq_invoice_repository_answer_old_item (connection, invoice->id, error)
      || !acq_change_commit (change, "payment", invoice->number, detail, error))
    return FALSE;
  *ret_state = receipt->state;
  if (entry->id != NULL)
    *entry->id = receipt->id;
  return TRUE;
}

/* Each open invoice of the customer, or the one named, had a reminder on that day. */
static gboolean
count_reminder (AcqConnection *connection, const AcqNote *note, GError **error)
{
  return acq_connection_run (
    connection, error,
    "INSERT INTO reminder (invoice_id, day, level)"
    " SELECT id, ?3, -1 FROM invoice WHERE (?1 IS NOT NULL AND id = ?1)"
    " OR (?1 IS NULL AND customer_id = ?2 AND balance > 0 AND NOT cancelled"
    " AND EXISTS (SELECT 1 FROM due_item WHERE invoice_id = invoice.id AND due < ?3))",
    "zid", note->invoice_id, note->customer_id, note->day);
}

/* Whoever notes something about a customer has read the answer; a new hold, exclusion or dispute of the same thing takes
   the place of the one before. */
static gboolean
close_earlier (AcqConnection *connection, const AcqNote *note, gboolean in_passing, GError **error)
{
  gboolean reads = note->kind != ACQ_NOTE_KIND_ANSWER && note->kind != ACQ_NOTE_KIND_REMINDED
                   && note->kind != ACQ_NOTE_KIND_WAIVER && !in_passing;
  gboolean replaces = note->kind == ACQ_NOTE_KIND_HOLD || note->kind == ACQ_NOTE_KIND_EXCLUDE
                      || note->kind == ACQ_NOTE_KIND_DISPUTE || note->kind == ACQ_NOTE_KIND_HANDOVER
                      || note->kind == ACQ_NOTE_KIND_POSTPONE;

  if (reads && !acq_note_repository_close_answers (connection, note->customer_id, error))
    return FALSE;
  return !replaces
         || acq_connection_run (connection, error,
                                "UPDATE note SET closed = 1 WHERE kind = ? AND NOT closed AND customer_id = ?"
                                " AND invoice_id IS ? AND (?4 IS NULL OR until <= ?4)",
                                "tizd", acq_note_kind_to_code (note->kind), note->customer_id,
                                note->invoice_id, in_passing ? note->until : ACQ_DAY_NONE);
}

/* A waiver says nothing of the principal. */
static gboolean
answer_old_items (AcqConnection *connection, const AcqNote *note, GError **error)
{
  return note->kind == ACQ_NOTE_KIND_WAIVER
         || acq_connection_run (connection, error,
                                "UPDATE invoice SET old_item = 0 WHERE old_item"
                                " AND (id = ?1 OR (?1 IS NULL AND customer_id = ?2))",
                                "zi", note->invoice_id, note->customer_id);
}

static gboolean
check_note_amount (const AcqNoteEntry *entry, const AcqInvoice *invoice, GError **error)
{
  g_autofree char *total = acq_money_format (acq_money_new (invoice->total, invoice->currency));

  if (entry->amount < 0 || entry->amount <= ABS (invoice->total))
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED, "%s %s", invoice->number, total);
  return FALSE;
}

/* It is about one invoice, has been agreed, and is later than what it takes the place of; what lies years ahead is a mistyped
   year. */
static gboolean
check_postponement (const AcqNoteEntry *entry, const AcqInvoice *invoice, AcqDay day, AcqDay today, GError **error)
{
  if (entry->kind != ACQ_NOTE_KIND_POSTPONE)
    return TRUE;
  if (invoice == NULL)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "invoice");
      return FALSE;
    }
  if (day <= today && entry->until != ACQ_DAY_NONE && entry->until > acq_invoice_due_day (invoice)
      && entry->until <= day + MAX_DAYS_TO_PROMISE)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, day <= today ? "until" : "on");
  return FALSE;
}

static gboolean
find_subject (AcqConnection *connection, const AcqNoteEntry *entry, AcqNote *note, AcqDay today, GError **error)
{
  g_autoptr (AcqInvoice) invoice = NULL;

  if (entry->number == NULL)
    {
      note->customer_id = acq_lookup_customer (connection, entry->customer, error);
      return note->customer_id != 0 && check_postponement (entry, NULL, note->day, today, error);
    }
  invoice = acq_lookup_invoice (connection, entry->number, error);
  if (invoice == NULL || !check_note_amount (entry, invoice, error)
      || !check_postponement (entry, invoice, note->day, today, error))
    return FALSE;
  note->invoice_id = invoice->id;
  note->customer_id = invoice->customer_id;
  return TRUE;
}

/* Nothing is given up in silence, and nothing that has not accrued yet; nor is a debt handed over to nobody, or tomorrow. */
static gboolean
check_words_and_day (const AcqNoteEntry *entry, AcqDay day, AcqDay today, GError **error)
{
  if (entry->reason == NULL || entry->reason[0] == '\0')
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "reason");
      return FALSE;
    }
  if (day <= today)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "on");
  return FALSE;
}

/* Only a dispute has a category and somebody who deals with it. */
static gboolean
check_dispute (const AcqNoteEntry *entry, GError **error)
{
  if (entry->kind == ACQ_NOTE_KIND_DISPUTE
      || (entry->category == ACQ_DISPUTE_CATEGORY_UNKNOWN && entry->person == NULL))
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE,
                       entry->person == NULL ? "category" : "person");
  return FALSE;
}

/* A promise without a day cannot be kept or broken. */
static gboolean
check_note (const AcqNoteEntry *entry, AcqDay day, AcqDay today, GError **error)
{
  gboolean is_promise = entry->kind == ACQ_NOTE_KIND_PROMISE;

  if (is_promise && (entry->until == ACQ_DAY_NONE || entry->until > day + MAX_DAYS_TO_PROMISE))
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "until");
      return FALSE;
    }
  if (entry->until != ACQ_DAY_NONE && entry->until < day)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "until");
      return FALSE;
    }
  if (entry->kind == ACQ_NOTE_KIND_HANDOVER && entry->until != ACQ_DAY_NONE)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "until");
      return FALSE;
    }
  return check_dispute (entry, error)
         && ((entry->kind != ACQ_NOTE_KIND_WAIVER && entry->kind != ACQ_NOTE_KIND_HANDOVER)
             || check_words_and_day (entry, day, today, error));
}

/* A dispute that is entered again goes on from the day on which it opened, unless another is given. */
static gboolean
find_opening_day (AcqConnection *connection, const AcqNoteEntry *entry, AcqNote *note, AcqDay today, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = NULL;

  if (entry->kind != ACQ_NOTE_KIND_DISPUTE || entry->day != ACQ_DAY_NONE)
    return TRUE;
  rows = acq_connection_query (connection, error,
                               "SELECT day FROM note WHERE kind = 'dispute' AND NOT closed AND customer_id = ?"
                               " AND invoice_id IS ? AND (until IS NULL OR until >= ?) AND day <= ? ORDER BY day LIMIT 1",
                               "izdd", note->customer_id, note->invoice_id, today, today);
  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    note->day = acq_rows_day (rows, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_fact_write_note (AcqCompanyFile *file, const AcqNoteEntry *entry, gint64 *ret_id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqNote) note = acq_note_new ();

  note->kind = entry->kind;
  note->amount = entry->amount;
  note->day = entry->day != ACQ_DAY_NONE ? entry->day : today;
  note->until = entry->until;
  note->reason = g_strdup (entry->reason);
  note->category = entry->category;
  note->person = plain_or_null (entry->person);
  if (!check_note (entry, note->day, today, error) || !find_subject (connection, entry, note, today, error)
      || !find_opening_day (connection, entry, note, today, error) || !close_earlier (connection, note, entry->in_passing, error)
      || !acq_note_repository_insert (connection, note, error) || !answer_old_items (connection, note, error))
    return FALSE;
  if (note->kind == ACQ_NOTE_KIND_REMINDED && !count_reminder (connection, note, error))
    return FALSE;
  *ret_id = note->id;
  return TRUE;
}

gboolean
acq_fact_enter_note (AcqCompanyFile *file, const AcqNoteEntry *entry, gint64 *ret_id, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  const char *subject = entry->number != NULL ? entry->number : entry->customer;

  return change != NULL && acq_fact_write_note (file, entry, ret_id, error)
         && acq_change_commit (change, acq_note_kind_to_code (entry->kind), subject, entry->reason, error);
}

/* The number of the invoice, or the code of the customer, that a note is about. */
static char *
name_subject (AcqConnection *connection, const AcqNote *note)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, NULL,
    "SELECT coalesce ((SELECT number FROM invoice WHERE id = ?1), (SELECT code FROM customer WHERE id = ?2))",
    "zi", note->invoice_id, note->customer_id);

  return rows != NULL && acq_rows_next (rows, NULL) ? acq_rows_dup_text (rows, 0) : NULL;
}

gboolean
acq_fact_close_note (AcqCompanyFile *file, gint64 note_id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqNote) note = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *detail = NULL;

  if (change == NULL)
    return FALSE;
  note = acq_note_repository_find (connection, note_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (note == NULL || note->closed)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE, "%" G_GINT64_FORMAT, note_id);
      return FALSE;
    }
  subject = name_subject (connection, note);
  detail = g_strdup_printf ("kind=%s", acq_note_kind_to_code (note->kind));
  return acq_note_repository_close (connection, note_id, error)
         && acq_change_commit (change, "close_note", subject, detail, error);
}

gboolean
acq_fact_mark_answers_read (AcqCompanyFile *file, const char *customer, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  gint64 id = change == NULL ? 0 : acq_lookup_customer (connection, customer, error);

  return id != 0 && acq_note_repository_close_answers (connection, id, error)
         && acq_change_commit (change, "read_answer", customer, NULL, error);
}

typedef char *(*NormalizeFunc) (const char *text);

static char *
normalize_bic (const char *text)
{
  g_autofree char *bic = acq_text_squeeze (text);

  return acq_bic_is_valid (bic) ? g_ascii_strup (bic, -1) : NULL;
}

static char *
normalize_region (const char *text)
{
  AcqHolidayRegion region;

  return acq_holiday_region_from_code (text, &region) ? g_strdup (text) : NULL;
}

static char *
normalize_answered (const char *text)
{
  return g_str_equal (text, "answered") ? g_strdup (text) : NULL;
}

static char *
normalize_amount (const char *text)
{
  gint64 amount;

  return acq_amount_parse (text, 2, &amount) && amount >= 0 ? acq_amount_format (amount) : NULL;
}

static char *
normalize_count (const char *text)
{
  guint64 count;

  return g_ascii_string_to_unsigned (text, 10, 1, 1000, &count, NULL) ? g_strdup (text) : NULL;
}

/* The name stands on every letter: it may be changed, never taken away. */
static char *
normalize_name (const char *text)
{
  return text[0] == '\0' ? NULL : g_strdup (text);
}

/* Keys whose values have a form of their own; other details of the company are kept as they are, white space
   squeezed. */
static const struct
{
  const char *key;
  gboolean is_setting;
  NormalizeFunc normalize;
} checked_keys[] = {
  { "name", FALSE, normalize_name },
  { "siren", FALSE, acq_siren_normalize },
  { "iban", FALSE, acq_iban_normalize },
  { "vat_number", FALSE, acq_vat_number_normalize },
  { "bic", FALSE, normalize_bic },
  { "holiday_region", TRUE, normalize_region },
  { "old_items", TRUE, normalize_answered },
  { "tolerance", TRUE, normalize_amount },
  { "recipients_a_day", TRUE, normalize_count },
  { "factoring_fee", TRUE, acq_cash_share_normalize },
  { "factoring_rate", TRUE, acq_cash_share_normalize },
  { "factoring_days", TRUE, normalize_count },
  { "discount", TRUE, acq_cash_share_normalize },
  { "discount_days", TRUE, normalize_count },
  { "scenario", TRUE, g_strdup },
  { "penalty_rate", TRUE, acq_penalty_rate_normalize },
};

static gboolean
is_company_key (const char *key)
{
  return g_strv_contains (acq_company_keys (), key);
}

static gboolean
write_setting (AcqCompanyFile *file, const char *key, const char *value, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  if (g_str_equal (key, "scenario") && value[0] != '\0')
    return acq_scenarios_write_default (file, value, error);
  if (g_str_equal (key, "old_items"))
    return acq_connection_run (connection, error, "UPDATE invoice SET old_item = 0 WHERE old_item", "");
  return acq_settings_repository_set (connection, key, value, error);
}

static gboolean
write_certainty (AcqConnection *connection, const char *key, const char *value, GError **error)
{
  g_autofree char *normal = acq_certainty_field_normalize (acq_certainty_field_find (key), value);

  if (normal != NULL)
    return acq_settings_repository_set (connection, key, normal, error);
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s=%s", key, value);
  return FALSE;
}

static gboolean
write_detail (AcqCompanyFile *file, const char *key, const char *value, AcqDay today, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autofree char *plain = acq_text_squeeze (value);
  g_autofree char *normal = NULL;
  AcqLegalValueKind kind;
  AcqDay first;

  for (gsize i = 0; i < G_N_ELEMENTS (checked_keys); i++)
    if (g_str_equal (checked_keys[i].key, key))
      {
        normal = plain[0] == '\0' && !g_str_equal (key, "name") ? g_strdup ("")
                                                                : checked_keys[i].normalize (plain);
        if (normal == NULL)
          {
            g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s=%s", key, value);
            return FALSE;
          }
        return checked_keys[i].is_setting
                 ? write_setting (file, key, normal, error)
                 : acq_settings_repository_set_company (connection, key, normal, error);
      }
  if (acq_certainty_field_find (key) != NULL)
    return write_certainty (connection, key, plain, error);
  if (acq_legal_rates_parse_key (key, &kind, &first))
    return acq_legal_rates_write (connection, key, plain, today, error);
  if (is_company_key (key))
    return acq_settings_repository_set_company (connection, key, strchr (value, '\n') != NULL ? value : plain,
                                                error);
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNKNOWN_KEY, "%s", key);
  return FALSE;
}

gboolean
acq_fact_set_details (AcqCompanyFile *file, const char *const *assignments, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (GString) keys = g_string_new (NULL);

  if (change == NULL)
    return FALSE;
  for (gsize i = 0; assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *key = NULL;

      if (equals == NULL)
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNKNOWN_KEY, "%s", assignments[i]);
          return FALSE;
        }
      key = g_strndup (assignments[i], (gsize) (equals - assignments[i]));
      if (!write_detail (file, key, equals + 1, today, error))
        return FALSE;
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
    }
  return acq_change_commit (change, "set", NULL, keys->str, error);
}
