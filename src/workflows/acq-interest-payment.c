/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-interest-payment.h"

#include "acq-bank-repository.h"
#include "acq-interest-report.h"
#include "acq-lookup.h"
#include "acq-matching.h"
#include "acq-receipt-repository.h"
#include "acq-workflow-error.h"

/* What one invoice's claims still ask. */
typedef struct
{
  AcqDay due;
  gint64 penalties;
  AcqInterestPayment paid; /* its indemnity is what is asked until it is dealt out */
} Claim;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *left = a, *right = b;

  return (left->due > right->due) - (left->due < right->due);
}

static gboolean
add_claim (GArray *claims, const AcqBooks *books, const AcqInterestBasis *basis, const AcqInvoice *invoice, AcqDay day,
           GError **error)
{
  g_autoptr (AcqInterestReport) report = NULL;
  Claim claim = { .due = acq_invoice_due_day (invoice), .paid.invoice_id = invoice->id };

  if (!acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR) || acq_invoice_is_credit_note (invoice))
    return TRUE;
  report = acq_interest_report_new (books->ledger, books->history, basis, invoice, day, error);
  if (report == NULL)
    return FALSE;
  if (report->rule == ACQ_RATE_RULE_NONE)
    return TRUE;
  claim.penalties = report->interest->interest - report->interest->interest_paid;
  claim.paid.indemnity = report->indemnity;
  g_array_append_val (claims, claim);
  return TRUE;
}

/* Leaves in each claim what the money pays of it. */
static void
deal_out (GArray *claims, gint64 money)
{
  for (guint i = 0; i < claims->len; i++)
    {
      Claim *claim = &g_array_index (claims, Claim, i);

      claim->paid.indemnity = MIN (claim->paid.indemnity, money);
      money -= claim->paid.indemnity;
    }
  for (guint i = 0; i < claims->len; i++)
    {
      Claim *claim = &g_array_index (claims, Claim, i);

      claim->paid.penalties = MIN (claim->penalties, money);
      money -= claim->paid.penalties;
    }
}

GArray *
acq_interest_payment_plan (const AcqBooks *books, const AcqInterestBasis *basis, const GPtrArray *invoices, AcqDay day,
                           gint64 money, GError **error)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  GArray *payments;

  for (guint i = 0; i < invoices->len; i++)
    if (!add_claim (claims, books, basis, invoices->pdata[i], day, error))
      return NULL;
  g_array_sort (claims, compare_claims);
  deal_out (claims, MAX (money, 0));
  payments = g_array_new (FALSE, FALSE, sizeof (AcqInterestPayment));
  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);

      if (claim->paid.penalties + claim->paid.indemnity > 0)
        g_array_append_val (payments, claim->paid);
    }
  return payments;
}

/* Each once, of the books. */
static GPtrArray *
find_invoices (const AcqBooks *books, const GPtrArray *parts, const char *const *numbers, GError **error)
{
  g_autoptr (GPtrArray) invoices = g_ptr_array_new ();
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (wanted, ((const AcqMatchPart *) parts->pdata[i])->number);
  for (gsize i = 0; numbers != NULL && numbers[i] != NULL; i++)
    g_ptr_array_add (wanted, (gpointer) numbers[i]);
  for (guint i = 0; i < wanted->len; i++)
    {
      AcqInvoice *invoice = (AcqInvoice *) acq_lookup_invoice_in (books->ledger, wanted->pdata[i], error);

      if (invoice == NULL)
        return NULL;
      if (!g_ptr_array_find (invoices, invoice, NULL))
        g_ptr_array_add (invoices, invoice);
    }
  return g_steal_pointer (&invoices);
}

static GArray *
plan_anew (AcqCompanyFile *file, const AcqTransaction *transaction, const GPtrArray *parts, const char *const *numbers,
           GError **error)
{
  g_autoptr (AcqBooks) books = acq_books_load (file, error);
  g_autoptr (AcqInterestBasis) basis
    = books == NULL ? NULL : acq_interest_basis_load (acq_company_file_connection (file), error);
  g_autoptr (GPtrArray) invoices = basis == NULL ? NULL : find_invoices (books, parts, numbers, error);
  g_autoptr (GArray) payments = NULL;

  if (invoices == NULL)
    return NULL;
  payments = acq_interest_payment_plan (books, basis, invoices, transaction->booked,
                                        transaction->amount - transaction->matched, error);
  if (payments == NULL || payments->len > 0)
    return g_steal_pointer (&payments);
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_INTEREST, "");
  return NULL;
}

static gboolean
write_payments (AcqConnection *connection, const AcqTransaction *transaction, const GArray *payments, GError **error)
{
  gint64 receipt_id = acq_match_find_receipt (connection, transaction, error);

  for (guint i = 0; receipt_id != 0 && i < payments->len; i++)
    if (!acq_receipt_repository_pay_interest (connection, receipt_id,
                                              &g_array_index (payments, AcqInterestPayment, i), error))
      return FALSE;
  return receipt_id != 0;
}

static char *
describe (const GPtrArray *parts, const GArray *payments)
{
  GString *text = g_string_new (NULL);
  gint64 penalties = 0, indemnities = 0;
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqMatchPart *part = parts->pdata[i];
      g_autofree char *amount = acq_amount_format (part->amount);

      g_string_append_printf (text, "%s=%s ", part->number, amount);
    }
  for (guint i = 0; i < payments->len; i++)
    {
      penalties += g_array_index (payments, AcqInterestPayment, i).penalties;
      indemnities += g_array_index (payments, AcqInterestPayment, i).indemnity;
    }
  first = acq_amount_format (penalties);
  second = acq_amount_format (indemnities);
  g_string_append_printf (text, "penalties=%s indemnities=%s", first, second);
  return g_string_free (text, FALSE);
}

gboolean
acq_interest_payment_match (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts,
                            const char *const *numbers, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqTransaction) transaction = NULL;
  g_autoptr (GArray) payments = NULL;
  g_autofree char *subject = g_strdup_printf ("transaction %" G_GINT64_FORMAT, transaction_id);
  g_autofree char *detail = NULL;

  if (change == NULL || (parts->len > 0 && !acq_match_write (file, transaction_id, parts, error)))
    return FALSE;
  transaction = acq_match_find_transaction (connection, transaction_id, error);
  payments = transaction == NULL ? NULL : plan_anew (file, transaction, parts, numbers, error);
  if (payments == NULL || !write_payments (connection, transaction, payments, error))
    return FALSE;
  detail = describe (parts, payments);
  return acq_change_commit (change, "match", subject, detail, error);
}
