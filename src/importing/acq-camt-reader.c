/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-camt-reader.h"

#include <string.h>

#include "acq-camt-scanner.h"
#include "acq-iban.h"
#include "acq-statement-feed.h"
#include "acq-text-decoder.h"
#include "acq-text-normalizer.h"

/* CAMT.053, 052 and 054 of ISO 20022 (https://www.iso20022.org), in all their versions. */

/* A batch of more payments than this is not a bank's. */
#define MAX_PARTS 100000
typedef struct
{
  AcqStatementFeed feed;
  GPtrArray *details; /* (element-type AcqTransaction): of the entry in hand */
  AcqDay closing_day;
  AcqDay created;
  gboolean opening_is_doubtful; /* the statement contradicts itself */
  GArray *turned; /* (element-type gboolean): by statement, whether its reversals are to be turned round */
  guint n_ended;  /* statements */
  gint64 sum;     /* of the entries that are no reversals; kept within bounds, as is the next */
  gint64 reversal_sum;
} Camt;

/* What the families and sub-families of the bank transaction codes tell (ISO 20022 external code list). */
static const struct
{
  char code[5];
  AcqMeans means;
  gboolean returned;
} families[] = {
  { "RCDT", ACQ_MEANS_TRANSFER, FALSE },     { "ICDT", ACQ_MEANS_TRANSFER, FALSE },
  { "RRCT", ACQ_MEANS_TRANSFER, FALSE },     { "IRCT", ACQ_MEANS_TRANSFER, FALSE },
  { "RDDT", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "IDDT", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "RCHQ", ACQ_MEANS_CHEQUE, FALSE },       { "ICHQ", ACQ_MEANS_CHEQUE, FALSE },
  { "CCRD", ACQ_MEANS_CARD, FALSE },         { "MCRD", ACQ_MEANS_CARD, FALSE },
  { "CNTR", ACQ_MEANS_CASH, FALSE },         { "DRFT", ACQ_MEANS_BILL, FALSE },
}, sub_families[] = {
  { "CHRG", ACQ_MEANS_FEE, FALSE },          { "FEES", ACQ_MEANS_FEE, FALSE },
  { "COMM", ACQ_MEANS_FEE, FALSE },          { "UPDD", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "PRDD", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "UPCQ", ACQ_MEANS_CHEQUE, TRUE },
  { "CQRV", ACQ_MEANS_CHEQUE, TRUE },        { "RRTN", ACQ_MEANS_TRANSFER, TRUE },
  { "XRTN", ACQ_MEANS_TRANSFER, TRUE },
};

/* "2026-11-20" and the time that may follow. */
static AcqDay
parse_day (const char *text)
{
  char iso[ACQ_DAY_ISO_SIZE];

  g_strlcpy (iso, text, sizeof iso);
  return acq_day_parse_iso (iso);
}

/* Amounts of the standard carry no sign; the side tells it. */
static gboolean
parse_amount (const char *text, const char *side, AcqCurrency currency, gint64 *ret_minor)
{
  gint64 minor;

  if (!acq_amount_parse (text, acq_currency_decimals (currency), &minor))
    return FALSE;
  if (strcmp (side, "CRDT") != 0 && strcmp (side, "DBIT") != 0)
    return FALSE;
  *ret_minor = side[0] == 'C' ? minor : -minor;
  return TRUE;
}

static char *
text_or_null (const char *text)
{
  g_autofree char *squeezed = NULL;

  if (text[0] == '\0')
    return NULL;
  squeezed = acq_text_squeeze (text);
  return squeezed[0] == '\0' ? NULL : g_steal_pointer (&squeezed);
}

/* Once, before the first balance or entry: all of the account stands before them. */
static void
settle_account (Camt *self, const AcqCamtScan *scan)
{
  AcqStatement *statement = self->feed.statement;
  AcqCurrency currency = acq_currency_parse (scan->fields[ACQ_CAMT_STMT_CURRENCY]);

  if (statement->iban != NULL || statement->account_number != NULL || statement->reference != NULL)
    return;
  statement->kind = scan->message;
  if (acq_currency_is_set (currency))
    statement->currency = currency;
  statement->iban = acq_iban_normalize (scan->fields[ACQ_CAMT_STMT_IBAN]);
  if (statement->iban == NULL)
    statement->account_number = text_or_null (scan->fields[ACQ_CAMT_STMT_IBAN]);
  if (statement->iban == NULL && statement->account_number == NULL)
    statement->account_number = text_or_null (scan->fields[ACQ_CAMT_STMT_OTHER_ID]);
  statement->account_name = text_or_null (scan->fields[ACQ_CAMT_STMT_NAME]);
  statement->bank = text_or_null (scan->fields[ACQ_CAMT_STMT_BIC]);
  statement->reference = text_or_null (scan->fields[ACQ_CAMT_STMT_ID]);
  statement->first = parse_day (scan->fields[ACQ_CAMT_STMT_FROM]);
  statement->last = parse_day (scan->fields[ACQ_CAMT_STMT_TO]);
  self->created = parse_day (scan->fields[ACQ_CAMT_STMT_CREATED]);
}

/* An account without a currency of its own has that of its first balance or entry. */
static AcqCurrency
settle_currency (Camt *self, const AcqCamtScan *scan, AcqCamtField field)
{
  AcqCurrency currency = acq_currency_parse (scan->fields[field]);

  if (!acq_currency_is_set (currency))
    return self->feed.statement->currency;
  if (!self->feed.is_open && scan->fields[ACQ_CAMT_STMT_CURRENCY][0] == '\0'
      && !self->feed.statement->has_opening && !self->feed.statement->has_closing)
    self->feed.statement->currency = currency;
  return currency;
}

/* The opening balance has to be the one closed before (ISO 20022, balance type PRCD): of two that differ none counts. */
static void
take_opening (Camt *self, gint64 amount)
{
  AcqStatement *statement = self->feed.statement;

  if (statement->has_opening && statement->opening != amount)
    self->opening_is_doubtful = TRUE;
  statement->has_opening = !self->opening_is_doubtful;
  statement->opening = amount;
}

static gboolean
end_balance (Camt *self, const AcqCamtScan *scan, GError **error)
{
  AcqStatement *statement = self->feed.statement;
  const char *code = scan->fields[ACQ_CAMT_BAL_CODE];
  gboolean is_opening = strcmp (code, "OPBD") == 0, is_previous = strcmp (code, "PRCD") == 0;
  AcqCurrency currency;
  gint64 amount;

  settle_account (self, scan);
  if (!is_opening && !is_previous && strcmp (code, "CLBD") != 0)
    return TRUE;
  currency = settle_currency (self, scan, ACQ_CAMT_BAL_CURRENCY);
  if (!acq_currency_equal (currency, statement->currency)
      || !parse_amount (scan->fields[ACQ_CAMT_BAL_AMOUNT], scan->fields[ACQ_CAMT_BAL_SIDE], currency,
                        &amount))
    return TRUE;
  if (is_opening || is_previous)
    take_opening (self, amount);
  else
    {
      statement->has_closing = TRUE;
      statement->closing = amount;
      self->closing_day = parse_day (scan->fields[ACQ_CAMT_BAL_DAY]);
    }
  return TRUE;
}

static void
read_codes (AcqTransaction *transaction, const char *family, const char *sub_family)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families) && *family != '\0'; i++)
    if (strcmp (families[i].code, family) == 0)
      transaction->means = families[i].means;
  for (gsize i = 0; i < G_N_ELEMENTS (sub_families) && *sub_family != '\0'; i++)
    if (strcmp (sub_families[i].code, sub_family) == 0)
      {
        transaction->means = sub_families[i].means;
        transaction->returned |= sub_families[i].returned;
      }
}

/* Adds a text to a label that does not hold it already. */
static void
extend_label (GString *label, const char *text)
{
  if (text == NULL || text[0] == '\0' || strstr (label->str, text) != NULL)
    return;
  if (label->len > 0)
    g_string_append_c (label, ' ');
  g_string_append (label, text);
}

static char *
label_of_details (const AcqTransaction *part, const char *info)
{
  GString *label = g_string_new (NULL);
  gboolean is_named = part->remittance != NULL && part->counterparty != NULL
                      && strstr (part->remittance, part->counterparty) != NULL;

  if (!is_named)
    extend_label (label, part->counterparty);
  extend_label (label, part->remittance);
  extend_label (label, info);
  return g_string_free (label, FALSE);
}

/* The amount of a part: version 02 has it only among the amount details. A part may go the other way than its batch. */
static void
read_part_amount (AcqTransaction *part, const AcqCamtScan *scan)
{
  gboolean is_plain = scan->fields[ACQ_CAMT_TX_AMOUNT][0] != '\0';
  AcqCamtField field = is_plain ? ACQ_CAMT_TX_AMOUNT : ACQ_CAMT_TX_OTHER_AMOUNT;
  const char *side = scan->fields[ACQ_CAMT_TX_SIDE];
  AcqCurrency currency = acq_currency_parse (scan->fields[field + 1]);

  if (side[0] == '\0')
    side = scan->fields[ACQ_CAMT_NTRY_SIDE];
  if (acq_currency_is_set (currency))
    part->currency = currency;
  parse_amount (scan->fields[field], side, part->currency, &part->amount);
}

static void
read_part_texts (AcqTransaction *part, const AcqCamtScan *scan)
{
  gboolean is_receipt = scan->fields[ACQ_CAMT_NTRY_SIDE][0] == 'C';
  g_autofree char *info = text_or_null (scan->fields[ACQ_CAMT_TX_INFO]);

  part->counterparty = text_or_null (scan->fields[is_receipt ? ACQ_CAMT_TX_DEBTOR : ACQ_CAMT_TX_CREDITOR]);
  part->counterparty_iban
    = acq_iban_normalize (scan->fields[is_receipt ? ACQ_CAMT_TX_DEBTOR_IBAN : ACQ_CAMT_TX_CREDITOR_IBAN]);
  part->remittance = text_or_null (scan->fields[ACQ_CAMT_TX_REMITTANCE]);
  part->bank_ref = text_or_null (scan->fields[ACQ_CAMT_TX_BANK_REF]);
  part->end_to_end = text_or_null (scan->fields[ACQ_CAMT_TX_END_TO_END]);
  if (part->end_to_end != NULL && g_ascii_strcasecmp (part->end_to_end, "NOTPROVIDED") == 0)
    g_clear_pointer (&part->end_to_end, g_free);
  part->cheque_number = text_or_null (scan->fields[ACQ_CAMT_TX_CHEQUE]);
  part->message_id = text_or_null (scan->fields[ACQ_CAMT_TX_MESSAGE_ID]);
  part->payment_id = text_or_null (scan->fields[ACQ_CAMT_TX_PAYMENT_ID]);
  part->return_reason = text_or_null (scan->fields[ACQ_CAMT_TX_REASON]);
  part->returned |= part->return_reason != NULL;
  part->label = label_of_details (part, info);
}

static gboolean
end_details (Camt *self, const AcqCamtScan *scan, GError **error)
{
  AcqTransaction *part;

  if (self->details->len >= MAX_PARTS)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE,
                   "line %" G_GUINT64_FORMAT ": a batch of more than %d payments", scan->line, MAX_PARTS);
      return FALSE;
    }
  part = acq_transaction_new ();
  part->currency = self->feed.statement->currency;
  g_ptr_array_add (self->details, part);
  read_codes (part, scan->fields[ACQ_CAMT_TX_FAMILY], scan->fields[ACQ_CAMT_TX_SUB_FAMILY]);
  read_part_amount (part, scan);
  read_part_texts (part, scan);
  return TRUE;
}

static void
add_text (Camt *self, AcqStatementText which, const char *text)
{
  if (text != NULL && self->feed.texts[which]->len == 0)
    acq_statement_feed_add_text (&self->feed, which, text, -1);
}

/* An entry of one payment is that payment. */
static void
take_over_part (Camt *self, const AcqTransaction *part)
{
  AcqTransaction *transaction = &self->feed.transaction;

  extend_label (self->feed.texts[ACQ_STATEMENT_TEXT_LABEL], part->label);
  add_text (self, ACQ_STATEMENT_TEXT_BANK_REF, part->bank_ref);
  add_text (self, ACQ_STATEMENT_TEXT_COUNTERPARTY, part->counterparty);
  add_text (self, ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN, part->counterparty_iban);
  add_text (self, ACQ_STATEMENT_TEXT_REMITTANCE, part->remittance);
  add_text (self, ACQ_STATEMENT_TEXT_END_TO_END, part->end_to_end);
  add_text (self, ACQ_STATEMENT_TEXT_CHEQUE_NUMBER, part->cheque_number);
  add_text (self, ACQ_STATEMENT_TEXT_RETURN_REASON, part->return_reason);
  transaction->returned |= part->returned;
  if (transaction->means == ACQ_MEANS_UNKNOWN)
    transaction->means = part->means;
}

/* The payments of a batch carry its day; one whose amount in the currency of the account the file does not tell is no payment
   to match. */
static GPtrArray *
take_parts (Camt *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);

  for (guint i = 0; i < self->details->len; i++)
    {
      AcqTransaction *part = g_steal_pointer (&g_ptr_array_index (self->details, i));

      part->booked = self->feed.transaction.booked;
      part->value = self->feed.transaction.value;
      if (part->means == ACQ_MEANS_UNKNOWN)
        part->means = self->feed.transaction.means;
      if (part->amount != 0 && acq_currency_equal (part->currency, self->feed.transaction.currency))
        g_ptr_array_add (parts, part);
      else
        acq_transaction_free (part);
    }
  g_ptr_array_set_size (self->details, 0);
  return parts;
}

/* What all payments of an entry came by; "at" is where an AcqTransaction keeps it. */
static const char *
common_id (const Camt *self, gsize at)
{
  const char *id = NULL;

  for (guint i = 0; i < self->details->len && (i == 0 || id != NULL); i++)
    {
      const char *own = G_STRUCT_MEMBER (char *, self->details->pdata[i], at);

      if (i == 0)
        id = own;
      else if (g_strcmp0 (id, own) != 0)
        id = NULL;
    }
  return id;
}

static void
read_batch_ids (Camt *self, const AcqCamtScan *scan)
{
  const char *message_id = scan->fields[ACQ_CAMT_NTRY_MESSAGE_ID];
  const char *payment_id = scan->fields[ACQ_CAMT_NTRY_PAYMENT_ID];

  if (*message_id == '\0')
    message_id = common_id (self, G_STRUCT_OFFSET (AcqTransaction, message_id));
  if (*payment_id == '\0')
    payment_id = common_id (self, G_STRUCT_OFFSET (AcqTransaction, payment_id));
  add_text (self, ACQ_STATEMENT_TEXT_MESSAGE_ID, message_id);
  add_text (self, ACQ_STATEMENT_TEXT_PAYMENT_ID, payment_id);
}

static void
read_entry_texts (Camt *self, const AcqCamtScan *scan)
{
  AcqTransaction *transaction = &self->feed.transaction;
  GString *label = self->feed.texts[ACQ_STATEMENT_TEXT_LABEL];

  acq_statement_feed_add_text (&self->feed, ACQ_STATEMENT_TEXT_LABEL, scan->fields[ACQ_CAMT_NTRY_INFO], -1);
  acq_statement_feed_squeezed (&self->feed, ACQ_STATEMENT_TEXT_LABEL);
  add_text (self, ACQ_STATEMENT_TEXT_BANK_REF, scan->fields[ACQ_CAMT_NTRY_BANK_REF]);
  read_batch_ids (self, scan);
  if (self->details->len == 1)
    take_over_part (self, g_ptr_array_index (self->details, 0));
  else if (self->details->len > 1)
    transaction->children = take_parts (self);
  if (label->len == 0)
    extend_label (label, scan->fields[ACQ_CAMT_NTRY_OWN_CODE]);
  if (label->len == 0)
    extend_label (label, scan->fields[ACQ_CAMT_NTRY_REF]);
}

static AcqDay
entry_day (Camt *self, const AcqCamtScan *scan)
{
  AcqDay days[] = { parse_day (scan->fields[ACQ_CAMT_NTRY_BOOKED]),
                    parse_day (scan->fields[ACQ_CAMT_NTRY_VALUE]), self->closing_day, self->created };

  if (scan->fields[ACQ_CAMT_NTRY_BOOKED][0] != '\0')
    return days[0];
  for (gsize i = 1; i < G_N_ELEMENTS (days); i++)
    if (days[i] != ACQ_DAY_NONE)
      return days[i];
  return ACQ_DAY_NONE;
}

/* Statements that do not add up at all may as well have sums that overflow. */
static void
add_within_bounds (gint64 *sum, gint64 amount)
{
  if (__builtin_add_overflow (*sum, amount, sum))
    *sum = G_MAXINT64;
}

static gboolean
is_booked (const AcqCamtScan *scan)
{
  const char *status = scan->fields[ACQ_CAMT_NTRY_STATUS];

  return strcmp (status, "PDNG") != 0 && strcmp (status, "INFO") != 0 && strcmp (status, "FUTR") != 0;
}

static gboolean
is_reversal (const AcqCamtScan *scan)
{
  const char *reversal = scan->fields[ACQ_CAMT_NTRY_REVERSAL];

  return strcmp (reversal, "true") == 0 || strcmp (reversal, "1") == 0;
}

/* The side tells the direction of a reversal like that of any entry; some banks tell that of what it reverses. */
static gboolean
reversals_are_turned (const Camt *self)
{
  return self->n_ended < self->turned->len && g_array_index (self->turned, gboolean, self->n_ended);
}

static gboolean
end_entry (Camt *self, const AcqCamtScan *scan, GError **error)
{
  AcqTransaction *transaction = &self->feed.transaction;

  if (!is_booked (scan))
    return TRUE;
  settle_account (self, scan);
  acq_statement_feed_reset_transaction (&self->feed);
  transaction->currency = settle_currency (self, scan, ACQ_CAMT_NTRY_CURRENCY);
  if (!parse_amount (scan->fields[ACQ_CAMT_NTRY_AMOUNT], scan->fields[ACQ_CAMT_NTRY_SIDE],
                     transaction->currency, &transaction->amount))
    return acq_statement_feed_reject (&self->feed, scan->line, ACQ_REJECT_BAD_AMOUNT,
                                      scan->fields[ACQ_CAMT_NTRY_AMOUNT], error);
  transaction->booked = entry_day (self, scan);
  transaction->value = parse_day (scan->fields[ACQ_CAMT_NTRY_VALUE]);
  read_codes (transaction, scan->fields[ACQ_CAMT_NTRY_FAMILY], scan->fields[ACQ_CAMT_NTRY_SUB_FAMILY]);
  if (is_reversal (scan))
    {
      transaction->returned = TRUE;
      if (reversals_are_turned (self))
        transaction->amount = -transaction->amount;
    }
  read_entry_texts (self, scan);
  return acq_statement_feed_transaction (&self->feed, scan->line, error)
         && acq_statement_feed_progress (&self->feed, scan->offset, error);
}

static gboolean
end_statement (Camt *self, const AcqCamtScan *scan, GError **error)
{
  settle_account (self, scan);
  /* The balances of a report are those of a moment. */
  if (scan->message != ACQ_STATEMENT_KIND_STATEMENT)
    self->feed.statement->has_opening = self->feed.statement->has_closing = FALSE;
  if (self->feed.statement->last == ACQ_DAY_NONE && self->feed.last_booked == ACQ_DAY_NONE)
    self->feed.statement->last = self->closing_day;
  if (!acq_statement_feed_end (&self->feed, error))
    return FALSE;
  self->n_ended++;
  self->closing_day = self->created = ACQ_DAY_NONE;
  self->opening_is_doubtful = FALSE;
  acq_statement_feed_reset_statement (&self->feed);
  return TRUE;
}

static gboolean
end_part (gpointer user_data, AcqCamtPart part, const AcqCamtScan *scan, GError **error)
{
  Camt *self = user_data;
  gboolean is_read = TRUE;

  switch (part)
    {
    case ACQ_CAMT_STATEMENT:
      return end_statement (self, scan, error);
    case ACQ_CAMT_BALANCE:
      return end_balance (self, scan, error);
    case ACQ_CAMT_ENTRY:
      is_read = end_entry (self, scan, error);
      g_ptr_array_set_size (self->details, 0);
      return is_read;
    case ACQ_CAMT_DETAILS:
      return end_details (self, scan, error);
    case ACQ_CAMT_N_PARTS:
      break;
    }
  return TRUE;
}

static void
survey_statement (Camt *self)
{
  AcqStatement *statement = self->feed.statement;
  gint64 difference = statement->closing - statement->opening;
  gboolean turn = statement->has_opening && statement->has_closing && self->sum != G_MAXINT64
                  && difference != self->sum + self->reversal_sum
                  && difference == self->sum - self->reversal_sum;

  g_array_append_val (self->turned, turn);
  self->sum = self->reversal_sum = 0;
  self->opening_is_doubtful = FALSE;
  acq_statement_feed_reset_statement (&self->feed);
}

/* The first of two scans of a file with reversals adds up, to learn from the balances which way they go. */
static gboolean
survey_part (gpointer user_data, AcqCamtPart part, const AcqCamtScan *scan, GError **error)
{
  Camt *self = user_data;
  AcqCurrency currency;
  gint64 amount;

  if (part == ACQ_CAMT_BALANCE)
    return end_balance (self, scan, error);
  if (part == ACQ_CAMT_STATEMENT)
    survey_statement (self);
  if (part != ACQ_CAMT_ENTRY || !is_booked (scan))
    return TRUE;
  currency = settle_currency (self, scan, ACQ_CAMT_NTRY_CURRENCY);
  if (parse_amount (scan->fields[ACQ_CAMT_NTRY_AMOUNT], scan->fields[ACQ_CAMT_NTRY_SIDE], currency, &amount))
    add_within_bounds (is_reversal (scan) ? &self->reversal_sum : &self->sum, amount);
  return TRUE;
}

/* Nearly no file does, and a search goes through all of it: once. */
static gboolean
may_hold_reversals (const AcqImportSource *source)
{
  static const char element[] = "RvslInd>";
  const char *end = (const char *) source->bytes + source->size, *value = (const char *) source->bytes;

  while ((value = memmem (value, (gsize) (end - value), element, sizeof element - 1)) != NULL)
    {
      value += sizeof element - 1;
      if (value < end && (*value == '1' || *value == 't'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
scan_file (Camt *self, const AcqImportSource *source, GError **error)
{
  if (may_hold_reversals (source) && !acq_camt_scan (source, survey_part, self, error))
    return FALSE;
  acq_statement_feed_reset_statement (&self->feed);
  self->closing_day = self->created = ACQ_DAY_NONE;
  self->opening_is_doubtful = FALSE;
  if (!acq_camt_scan (source, end_part, self, error))
    return FALSE;
  if (self->feed.is_open)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "an entry outside a statement");
      return FALSE;
    }
  return acq_statement_feed_finish (&self->feed, error);
}

gboolean
acq_camt_read (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  Camt self = {
    .details = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free),
    .turned = g_array_new (FALSE, FALSE, sizeof (gboolean)),
  };
  gboolean is_read;

  acq_statement_feed_init (&self.feed, source, sink, user_data);
  is_read = scan_file (&self, source, error);
  acq_statement_feed_clear (&self.feed);
  g_ptr_array_unref (self.details);
  g_array_unref (self.turned);
  return is_read;
}

int
acq_camt_sniff (const AcqImportSource *source, const char *message, const char *name)
{
  g_auto (AcqTextDecoder) head = { 0 };

  if (!acq_text_decoder_init_head (&head, source->bytes, source->size) || head.size == 0
      || memchr (head.text, '<', head.size) == NULL)
    return 0;
  if (memmem (head.text, head.size, message, strlen (message)) != NULL)
    return 95;
  return memmem (head.text, head.size, name, strlen (name)) != NULL ? 94 : 0;
}

static int
sniff_camt053 (const AcqImportSource *source)
{
  return acq_camt_sniff (source, "BkToCstmrStmt", "camt.053.");
}

const AcqImportFormat acq_camt_format = {
  .code = "camt053",
  .name = "CAMT.053",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_camt053,
  .read = acq_camt_read,
};
