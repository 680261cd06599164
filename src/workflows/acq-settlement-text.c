/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-settlement-text.h"

#include <glib/gi18n.h>

/* More numbers than these are counted, not told. */
#define MAX_TOLD 3

/* (element-type utf8): numbers of invoices, or of credit notes. Borrowed from the ledger. */
static GPtrArray *
list_numbers (const AcqLedger *ledger, const GArray *allocations, gboolean of_credit_notes)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < allocations->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice (
        ledger, g_array_index (allocations, AcqProposedAllocation, i).invoice_id);

      if (invoice != NULL && acq_invoice_is_credit_note (invoice) == of_credit_notes)
        g_ptr_array_add (numbers, invoice->number);
    }
  return numbers;
}

static char *
join_numbers (const GPtrArray *numbers)
{
  const char *const *n = (const char *const *) numbers->pdata;
  guint others = numbers->len - (MAX_TOLD - 1);

  switch (numbers->len)
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup (n[0]);
    case 2:
      /* Translators: two invoice numbers. */
      return g_strdup_printf (_ ("%s and %s"), n[0], n[1]);
    case MAX_TOLD:
      /* Translators: three invoice numbers. */
      return g_strdup_printf (_ ("%s, %s and %s"), n[0], n[1], n[2]);
    default:
      /* Translators: two invoice numbers, and how many more there are. */
      return g_strdup_printf (ngettext ("%s, %s and %u other", "%s, %s and %u others", others), n[0], n[1],
                              others);
    }
}

char *
acq_settlement_text_numbers (const AcqLedger *ledger, const GArray *allocations)
{
  g_autoptr (GPtrArray) invoices = list_numbers (ledger, allocations, FALSE);
  g_autoptr (GPtrArray) credits = list_numbers (ledger, allocations, TRUE);
  g_autofree char *paid = join_numbers (invoices);
  g_autofree char *credited = join_numbers (credits);

  if (credits->len == 0)
    return g_steal_pointer (&paid);
  if (invoices->len == 0)
    return g_steal_pointer (&credited);
  /* Translators: numbers of invoices, and of credit notes that are set against them. */
  return g_strdup_printf (
    ngettext ("%s less credit note %s", "%s less credit notes %s", credits->len), paid, credited);
}

char *
acq_settlement_text (const AcqLedger *ledger, const GArray *allocations)
{
  g_autofree char *numbers = acq_settlement_text_numbers (ledger, allocations);
  gint64 sum = 0;

  for (guint i = 0; i < allocations->len; i++)
    sum += g_array_index (allocations, AcqProposedAllocation, i).amount;
  /* Translators: what a bank line does to the invoices of these numbers. */
  return g_strdup_printf (sum < 0 ? _ ("reopens %s") : _ ("pays %s"), numbers);
}

char *
acq_settlement_text_of_receipt (const AcqLedger *ledger, const AcqReceipt *receipt)
{
  g_autoptr (GArray) allocations = g_array_new (FALSE, FALSE, sizeof (AcqProposedAllocation));

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      AcqProposedAllocation same = { allocation->invoice_id, allocation->amount };

      g_array_append_val (allocations, same);
    }
  return allocations->len == 0 ? NULL : acq_settlement_text (ledger, allocations);
}
