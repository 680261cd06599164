/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

/* What a person looks at to be convinced. */
typedef enum
{
  BASIS_AMOUNTS,
  BASIS_LABEL,
  BASIS_PAYER,
  BASIS_IBAN,
  BASIS_HABIT,
} Basis;

static const struct
{
  AcqEvidenceWeight weight;
  Basis basis;
  const char *words;
} evidences[] = {
  [ACQ_EVIDENCE_EXACT_AMOUNT] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("exact amount") },
  [ACQ_EVIDENCE_EXACT_SUM] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, NULL },
  [ACQ_EVIDENCE_EXACT_DUE_ITEM] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("exact instalment") },
  [ACQ_EVIDENCE_REFERENCE_IN_LABEL] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("number in the label") },
  [ACQ_EVIDENCE_SHORT_REFERENCE] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("end of the number in the label") },
  [ACQ_EVIDENCE_END_TO_END_REFERENCE] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("reference of the transfer") },
  [ACQ_EVIDENCE_CREDITOR_REFERENCE] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("RF reference") },
  [ACQ_EVIDENCE_PAYER_KNOWN] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_PAYER, N_ ("payer already recognised") },
  [ACQ_EVIDENCE_PAYER_IBAN] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_IBAN, N_ ("known IBAN") },
  [ACQ_EVIDENCE_PAYER_NAME] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("customer’s name") },
  [ACQ_EVIDENCE_PAYER_PATTERN] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_PAYER, N_ ("same payer as other receipts") },
  [ACQ_EVIDENCE_CONTIGUOUS_RUN] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("invoices in a row") },
  [ACQ_EVIDENCE_WHOLE_BALANCE] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("all that was owed") },
  [ACQ_EVIDENCE_DUE_ORDER] = { ACQ_EVIDENCE_WEIGHT_DOUBT, BASIS_AMOUNTS, N_ ("oldest invoice first") },
  [ACQ_EVIDENCE_USUAL_DELAY] = { ACQ_EVIDENCE_WEIGHT_HINT, BASIS_HABIT, N_ ("usual delay") },
  [ACQ_EVIDENCE_CREDIT_NOTE_NETTED] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("less a credit note") },
  [ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("“deposit” in the label") },
  [ACQ_EVIDENCE_BANK_FEE] = { ACQ_EVIDENCE_WEIGHT_DOUBT, BASIS_AMOUNTS, N_ ("short by little") },
  [ACQ_EVIDENCE_RETURNED_PAYMENT] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("came back unpaid") },
  [ACQ_EVIDENCE_CHEQUE_NUMBER] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("cheque number") },
  [ACQ_EVIDENCE_CHEQUE_IN_HAND] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("cheque in hand") },
  [ACQ_EVIDENCE_COMMISSION] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("less a commission") },
  [ACQ_EVIDENCE_DISCOUNT] = { ACQ_EVIDENCE_WEIGHT_DOUBT, BASIS_AMOUNTS, N_ ("short by a usual discount") },
  [ACQ_EVIDENCE_PAID_TOO_MUCH] = { ACQ_EVIDENCE_WEIGHT_DOUBT, BASIS_AMOUNTS, N_ ("a little too much") },
  [ACQ_EVIDENCE_REFUND] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_LABEL, N_ ("credit note paid out") },
  [ACQ_EVIDENCE_EXCESS_REFUND] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("what was too much sent back") },
  [ACQ_EVIDENCE_CHEQUE_SLIP] = { ACQ_EVIDENCE_WEIGHT_PROOF, BASIS_AMOUNTS, N_ ("your deposit slip") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (evidences) == ACQ_N_EVIDENCE);

AcqEvidenceWeight
acq_evidence_weigh (AcqEvidence evidence)
{
  g_return_val_if_fail ((gsize) evidence < G_N_ELEMENTS (evidences), ACQ_EVIDENCE_WEIGHT_HINT);
  return evidences[evidence].weight;
}

static guint
count_invoices (const GArray *allocations)
{
  guint n = 0;

  for (guint i = 0; i < allocations->len; i++)
    n += g_array_index (allocations, AcqProposedAllocation, i).amount > 0;
  return n;
}

char *
acq_evidence_text (AcqEvidence evidence, const GArray *allocations)
{
  guint n;

  g_return_val_if_fail ((gsize) evidence < G_N_ELEMENTS (evidences), NULL);
  if (evidences[evidence].words != NULL)
    return g_strdup (_ (evidences[evidence].words));
  n = count_invoices (allocations);
  return g_strdup_printf (ngettext ("exact sum of %u invoice", "exact sum of %u invoices", n), n);
}

/* "F2026-0231: 1,000.00 €", a line each. */
static void
add_invoices (GString *text, const AcqLedger *ledger, const GArray *allocations)
{
  for (guint i = 0; i < allocations->len; i++)
    {
      const AcqProposedAllocation *allocation = &g_array_index (allocations, AcqProposedAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);
      g_autofree char *balance = NULL;

      if (invoice == NULL)
        continue;
      balance = acq_amount_text (invoice->balance, invoice->currency);
      /* Translators: an invoice's number and what is left to pay of it. */
      g_string_append_printf (text, _ ("\n%s: %s left to pay"), invoice->number, balance);
    }
}

static char *
prove_amounts (const AcqLedger *ledger, const AcqTransaction *transaction, const GArray *allocations)
{
  g_autofree char *amount
    = acq_amount_text (transaction->amount - transaction->matched, transaction->currency);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("On the statement: %s"), amount);
  add_invoices (text, ledger, allocations);
  return g_string_free (text, FALSE);
}

static int
count_confirmations (const AcqLedger *ledger, const AcqTransaction *transaction, const GArray *allocations)
{
  const AcqInvoice *invoice
    = allocations->len == 0
        ? NULL
        : acq_ledger_find_invoice (ledger,
                                   g_array_index (allocations, AcqProposedAllocation, 0).invoice_id);
  g_autofree char *key = acq_payer_key (transaction);

  for (guint i = 0; invoice != NULL && i < ledger->aliases->len; i++)
    {
      const AcqPayerAlias *alias = ledger->aliases->pdata[i];

      if (alias->customer_id == invoice->customer_id && !alias->is_iban && g_strcmp0 (alias->key, key) == 0)
        return alias->confirmations;
    }
  return 0;
}

static char *
prove_payer (const AcqLedger *ledger, const AcqTransaction *transaction, const GArray *allocations)
{
  int n = count_confirmations (ledger, transaction, allocations);
  g_autofree char *label = g_strdup_printf (_ ("On the statement: “%s”"), transaction->label);
  g_autofree char *times = NULL;

  if (n == 0)
    return g_steal_pointer (&label);
  times = g_strdup_printf (ngettext ("These words were confirmed as this customer’s %d time.",
                                     "These words were confirmed as this customer’s %d times.", n),
                           n);
  return g_strconcat (label, "\n", times, NULL);
}

char *
acq_evidence_proof (AcqEvidence evidence, const AcqLedger *ledger, const AcqTransaction *transaction,
                    const GArray *allocations)
{
  g_return_val_if_fail ((gsize) evidence < G_N_ELEMENTS (evidences), NULL);
  switch (evidences[evidence].basis)
    {
    case BASIS_PAYER:
      return prove_payer (ledger, transaction, allocations);
    case BASIS_IBAN:
      if (transaction->counterparty_iban != NULL)
        return g_strdup_printf (_ ("Paid from the account %s, confirmed as this customer’s."),
                                transaction->counterparty_iban);
      return prove_payer (ledger, transaction, allocations);
    case BASIS_LABEL:
      return g_strdup_printf (_ ("On the statement: “%s”"), transaction->label);
    case BASIS_HABIT:
      return g_strdup (_ ("This customer usually pays after about this many days. A habit is never a proof."));
    case BASIS_AMOUNTS:
    default:
      return prove_amounts (ledger, transaction, allocations);
    }
}

static gint
compare_evidence (gconstpointer a, gconstpointer b)
{
  AcqEvidence left = *(const AcqEvidence *) a, right = *(const AcqEvidence *) b;
  int by_weight = (int) evidences[left].weight - (int) evidences[right].weight;

  return by_weight != 0 ? by_weight : (int) left - (int) right;
}

GArray *
acq_evidence_sort (const GArray *evidence)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (AcqEvidence));

  g_array_append_vals (sorted, evidence->data, evidence->len);
  g_array_sort (sorted, compare_evidence);
  return sorted;
}
