/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt.h"

#include <string.h>

#include "acq-business-calendar.h"
#include "acq-text-normalizer.h"

#define CHEQUE_BANK_DAYS 6
#define DEBIT_BANK_DAYS  2

static const char *const state_codes[] = {
  "in_hand", "deposited", "awaited", "accepted", "credited", "returned", "replaced",
};
static const char *const source_codes[] = { "bank", "hand", "ledger" };
static const char *const origin_codes[] = { "sure", "hand", "ledger" };

ACQ_DEFINE_CODES (AcqReceiptState, acq_receipt_state, state_codes)
ACQ_DEFINE_CODES (AcqReceiptSource, acq_receipt_source, source_codes)
ACQ_DEFINE_CODES (AcqAllocationOrigin, acq_allocation_origin, origin_codes)

AcqReceipt *
acq_receipt_new (void)
{
  AcqReceipt *self = g_new0 (AcqReceipt, 1);

  self->day = ACQ_DAY_NONE;
  self->state_since = ACQ_DAY_NONE;
  self->state = ACQ_RECEIPT_STATE_CREDITED;
  self->currency = ACQ_CURRENCY_EUR;
  self->allocations = g_array_new (FALSE, TRUE, sizeof (AcqAllocation));
  self->interest = g_array_new (FALSE, TRUE, sizeof (AcqInterestPayment));
  return self;
}

void
acq_receipt_free (AcqReceipt *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->cheque_number);
  g_free (self->cheque_bank);
  g_free (self->cheque_drawer);
  g_array_unref (self->allocations);
  g_array_unref (self->interest);
  g_free (self);
}

gboolean
acq_receipt_is_same_cheque (const AcqReceipt *self, const AcqReceipt *other)
{
  return self->means == ACQ_MEANS_CHEQUE && other->means == ACQ_MEANS_CHEQUE && self->cheque_number != NULL
         && g_strcmp0 (self->cheque_number, other->cheque_number) == 0
         && g_strcmp0 (self->cheque_bank, other->cheque_bank) == 0
         && g_strcmp0 (self->cheque_drawer, other->cheque_drawer) == 0
         && (self->cheque_drawer != NULL || self->customer_id == other->customer_id)
         && acq_currency_equal (self->currency, other->currency);
}

gboolean
acq_receipt_is_in_flight (const AcqReceipt *self)
{
  return self->state <= ACQ_RECEIPT_STATE_ACCEPTED;
}

gint64
acq_receipt_allocated (const AcqReceipt *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->allocations->len; i++)
    sum += g_array_index (self->allocations, AcqAllocation, i).amount;
  for (guint i = 0; i < self->interest->len; i++)
    {
      const AcqInterestPayment *paid = &g_array_index (self->interest, AcqInterestPayment, i);

      sum += paid->penalties + paid->indemnity;
    }
  return sum;
}

AcqDay
acq_receipt_covers_until (const AcqReceipt *self)
{
  switch (self->state)
    {
    case ACQ_RECEIPT_STATE_DEPOSITED:
      return acq_day_add_bank_days (self->state_since, CHEQUE_BANK_DAYS);
    case ACQ_RECEIPT_STATE_AWAITED:
    case ACQ_RECEIPT_STATE_ACCEPTED:
      return acq_day_add_bank_days (self->state_since, DEBIT_BANK_DAYS);
    case ACQ_RECEIPT_STATE_IN_HAND:
    case ACQ_RECEIPT_STATE_CREDITED:
    case ACQ_RECEIPT_STATE_RETURNED:
    case ACQ_RECEIPT_STATE_REPLACED:
    default:
      return ACQ_DAY_NONE;
    }
}

/* Words of banks and bookkeepers that name nobody. */
static const char *const empty_words[] = {
  "VIREMENT", "VIREMENTS", "SEPA",     "INST",   "INSTANTANE", "RECU",        "RECUS",
  "FAVEUR",   "VOTRE",     "REMISE",   "CHEQUE", "CHEQUES",    "PRELEVEMENT", "PRLV",
  "CARTE",    "FACTURE",   "FACTURES", "FACT",   "REGLEMENT",  "REGLEMENTS",  "REGLT",
  "PAIEMENT", "CLIENT",    "CLIENTS",  "MOTIF",  "REFERENCE",  "BANQUE",      "ENCAISSEMENT",
  "SARL",     "SASU",      "EURL",     "EFFET",  "LETTRE",     "CHANGE",      "MONSIEUR",
  "MADAME",   "SOCIETE",   "ACOMPTE",  "SOLDE",  "COMPTE",     "EUROPEEN",    "ETABLISSEMENTS",
};

static gboolean
is_telling (const char *word)
{
  if (strlen (word) < 4 || strpbrk (word, "0123456789") != NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (empty_words); i++)
    if (strcmp (word, empty_words[i]) == 0)
      return FALSE;
  return TRUE;
}

/* Banks cut words at the end of a line: the beginning is enough. */
static gboolean
is_same_word (const char *a, const char *b)
{
  return g_str_has_prefix (a, b) || g_str_has_prefix (b, a);
}

gboolean
acq_receipt_words_agree (const char *told, const char *shown)
{
  g_auto (GStrv) told_words = acq_text_fold_words (told);
  g_auto (GStrv) shown_words = acq_text_fold_words (shown);
  gboolean names_nobody = TRUE;

  for (gsize i = 0; shown_words[i] != NULL; i++)
    {
      if (!is_telling (shown_words[i]))
        continue;
      names_nobody = FALSE;
      for (gsize j = 0; told_words[j] != NULL; j++)
        if (is_telling (told_words[j]) && is_same_word (told_words[j], shown_words[i]))
          return TRUE;
    }
  return names_nobody;
}
