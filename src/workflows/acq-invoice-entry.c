/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-entry.h"

#include <string.h>

#include "acq-customer-entry.h"
#include "acq-customer-repository.h"
#include "acq-invoice-repository.h"
#include "acq-journal.h"
#include "acq-lookup.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

#define FIRST_DAY        "1990-01-01"
#define MAX_DAYS_AHEAD   366
#define MAX_DAYS_TO_DUE  3660
#define COPY_BEGINS_WITH "%PDF-"
#define COPY_MAX_BYTES   (64 * 1024 * 1024)

static const struct
{
  const char *code;
  const char *field;
} flaws[] = {
  [ACQ_ENTRY_FLAW_NONE] = { "none", NULL },
  [ACQ_ENTRY_FLAW_NO_NUMBER] = { "no_number", "number" },
  [ACQ_ENTRY_FLAW_NUMBER_TAKEN] = { "number_taken", "number" },
  [ACQ_ENTRY_FLAW_NO_CUSTOMER] = { "no_customer", "customer" },
  [ACQ_ENTRY_FLAW_OTHER_CUSTOMER] = { "other_customer", "customer" },
  [ACQ_ENTRY_FLAW_BAD_ISSUED] = { "bad_issued", "issued" },
  [ACQ_ENTRY_FLAW_BAD_DUE] = { "bad_due", "due" },
  [ACQ_ENTRY_FLAW_BAD_TOTAL] = { "bad_total", "total" },
  [ACQ_ENTRY_FLAW_PARTS_DIFFER] = { "parts_differ", "due" },
  [ACQ_ENTRY_FLAW_VAT_DIFFERS] = { "vat_differs", "vat_lines" },
  [ACQ_ENTRY_FLAW_BELOW_SETTLED] = { "below_settled", "total" },
  [ACQ_ENTRY_FLAW_BAD_COPY] = { "bad_copy", "copy" },
};

const char *
acq_entry_flaw_to_code (AcqEntryFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < G_N_ELEMENTS (flaws), NULL);

  return flaws[flaw].code;
}

gboolean
acq_entry_flaw_from_code (const char *code, AcqEntryFlaw *ret_flaw)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flaws); i++)
    if (g_strcmp0 (flaws[i].code, code) == 0)
      {
        *ret_flaw = (AcqEntryFlaw) i;
        return TRUE;
      }
  return FALSE;
}

const char *
acq_entry_flaw_field (AcqEntryFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < G_N_ELEMENTS (flaws), NULL);

  return flaws[flaw].field;
}

AcqInvoice *
acq_invoice_entry_load (AcqCompanyFile *file, const char *number, GError **error)
{
  return acq_lookup_invoice (acq_company_file_connection (file), number, error);
}

static gboolean
is_credit_note (const AcqInvoice *invoice)
{
  return invoice->kind == ACQ_INVOICE_KIND_CREDIT_NOTE;
}

static gint64
with_sign (const AcqInvoice *invoice, gint64 amount)
{
  return is_credit_note (invoice) && amount > 0 ? -amount : amount;
}

static AcqEntryFlaw
find_day_flaw (const AcqInvoice *invoice, AcqDay today)
{
  if (!acq_day_is_valid (invoice->issued) || invoice->issued < acq_day_parse_iso (FIRST_DAY)
      || invoice->issued > today + MAX_DAYS_AHEAD)
    return ACQ_ENTRY_FLAW_BAD_ISSUED;
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      AcqDay due = acq_invoice_due_item (invoice, i)->due;

      if (!acq_day_is_valid (due) || due < invoice->issued || due > invoice->issued + MAX_DAYS_TO_DUE)
        return ACQ_ENTRY_FLAW_BAD_DUE;
    }
  return ACQ_ENTRY_FLAW_NONE;
}

static AcqEntryFlaw
find_amount_flaw (const AcqInvoice *invoice)
{
  gint64 total = with_sign (invoice, invoice->total), parts = 0, vat = 0;

  if (total == 0 || ABS (total) > ACQ_MONEY_MAX || (total < 0) != is_credit_note (invoice))
    return ACQ_ENTRY_FLAW_BAD_TOTAL;
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      gint64 amount = with_sign (invoice, acq_invoice_due_item (invoice, i)->amount);

      if (amount == 0 || ABS (amount) > ACQ_MONEY_MAX || (amount < 0) != (total < 0))
        return ACQ_ENTRY_FLAW_PARTS_DIFFER;
      parts += amount;
    }
  if (invoice->due_items->len > 0 && parts != total)
    return ACQ_ENTRY_FLAW_PARTS_DIFFER;
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      const AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      if (ABS (line->base) > ACQ_MONEY_MAX || ABS (line->tax) > ACQ_MONEY_MAX)
        return ACQ_ENTRY_FLAW_VAT_DIFFERS;
      vat += with_sign (invoice, line->base) + with_sign (invoice, line->tax);
    }
  return invoice->vat_lines->len > 0 && vat != total ? ACQ_ENTRY_FLAW_VAT_DIFFERS : ACQ_ENTRY_FLAW_NONE;
}

static gboolean
is_pdf (GBytes *copy)
{
  gsize size;
  const char *bytes = g_bytes_get_data (copy, &size);

  return size > strlen (COPY_BEGINS_WITH) && size <= COPY_MAX_BYTES
         && memcmp (bytes, COPY_BEGINS_WITH, strlen (COPY_BEGINS_WITH)) == 0;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *plain = text == NULL ? NULL : acq_text_squeeze (text);

  return plain == NULL || plain[0] == '\0';
}

AcqEntryFlaw
acq_invoice_entry_find_flaw (const AcqInvoiceEntry *entry, AcqDay today)
{
  const AcqInvoice *invoice = entry->invoice;
  AcqEntryFlaw flaw;

  if (is_blank (invoice->number))
    return ACQ_ENTRY_FLAW_NO_NUMBER;
  if (invoice->customer_id == 0 && is_blank (entry->customer_name))
    return ACQ_ENTRY_FLAW_NO_CUSTOMER;
  flaw = find_day_flaw (invoice, today);
  if (flaw == ACQ_ENTRY_FLAW_NONE)
    flaw = find_amount_flaw (invoice);
  if (flaw == ACQ_ENTRY_FLAW_NONE && entry->copy != NULL && !is_pdf (entry->copy))
    return ACQ_ENTRY_FLAW_BAD_COPY;
  return flaw;
}

/* Those of the customer; unknown ones for a new customer. FALSE on an error. */
static gboolean
find_terms (AcqConnection *connection, gint64 customer_id, AcqPaymentTerms *ret_terms, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqCustomer) customer = NULL;

  *ret_terms = ACQ_PAYMENT_TERMS_UNKNOWN;
  if (customer_id == 0)
    return TRUE;
  customer = acq_customer_repository_find (connection, customer_id, &local_error);
  if (customer != NULL)
    *ret_terms = customer->terms;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AcqDay
acq_invoice_entry_due_day (AcqCompanyFile *file, gint64 customer_id, AcqDay issued, GError **error)
{
  AcqPaymentTerms terms;

  if (!find_terms (acq_company_file_connection (file), customer_id, &terms, error))
    return ACQ_DAY_NONE;
  return acq_payment_terms_due_day (terms, issued);
}

static gboolean
refuse (AcqEntryFlaw flaw, GError **error)
{
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD, acq_entry_flaw_to_code (flaw));
  return FALSE;
}

static void
squeeze (char **text)
{
  char *typed = *text;

  *text = is_blank (typed) ? NULL : acq_text_squeeze (typed);
  g_free (typed);
}

static void
tidy (AcqInvoice *invoice)
{
  squeeze (&invoice->number);
  squeeze (&invoice->order_reference);
  squeeze (&invoice->engagement);
  squeeze (&invoice->corrects);
  if (!acq_currency_is_set (invoice->currency))
    invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = with_sign (invoice, invoice->total);
  for (guint i = 0; i < invoice->due_items->len; i++)
    acq_invoice_due_item (invoice, i)->amount
      = with_sign (invoice, acq_invoice_due_item (invoice, i)->amount);
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      line->base = with_sign (invoice, line->base);
      line->tax = with_sign (invoice, line->tax);
    }
}

/* The one whom the name means, or a new one. */
static gboolean
find_customer (AcqCompanyFile *file, const AcqInvoiceEntry *entry, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqCustomer) customer = NULL;

  if (entry->invoice->customer_id != 0)
    {
      customer = acq_customer_entry_load (file, entry->invoice->customer_id, error);
      return customer != NULL;
    }
  customer = acq_customer_new ();
  customer->name = g_strdup (entry->customer_name);
  customer->kind_source = ACQ_KIND_SOURCE_GUESSED;
  acq_customer_entry_tidy (customer);
  customer->id = acq_customer_repository_find_same (connection, customer, error);
  if (customer->id < 0 || (customer->id == 0 && !acq_customer_entry_write (file, customer, error)))
    return FALSE;
  entry->invoice->customer_id = customer->id;
  return TRUE;
}

static gboolean
check_number (AcqConnection *connection, const AcqInvoice *invoice, GError **error)
{
  gint64 owner = acq_invoice_repository_find_id (connection, invoice->number, error);

  if (owner < 0)
    return FALSE;
  return owner == 0 || owner == invoice->id || refuse (ACQ_ENTRY_FLAW_NUMBER_TAKEN, error);
}

static gboolean
insert (AcqConnection *connection, AcqInvoice *invoice, GError **error)
{
  AcqPaymentTerms terms;

  if (!find_terms (connection, invoice->customer_id, &terms, error))
    return FALSE;
  if (invoice->due_items->len == 0 && is_credit_note (invoice))
    acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, invoice->issued, invoice->total);
  acq_invoice_complete_due_items (invoice, terms);
  acq_invoice_spread_settled (invoice, invoice->prepaid);
  return acq_invoice_repository_insert (connection, invoice, 0, error);
}

/* What was paid of it stays paid, so that the total may not fall below. */
static gboolean
update (AcqConnection *connection, AcqInvoice *invoice, GError **error)
{
  g_autoptr (AcqInvoice) kept = acq_invoice_repository_find (connection, invoice->id, error);
  AcqPaymentTerms terms;
  gint64 settled;

  if (kept == NULL || !find_terms (connection, invoice->customer_id, &terms, error))
    return FALSE;
  if (kept->customer_id != invoice->customer_id)
    return refuse (ACQ_ENTRY_FLAW_OTHER_CUSTOMER, error);
  settled = kept->total - kept->balance;
  if (invoice->total >= 0 ? settled > invoice->total : settled < invoice->total)
    return refuse (ACQ_ENTRY_FLAW_BELOW_SETTLED, error);
  acq_invoice_complete_due_items (invoice, terms);
  return acq_invoice_repository_update (connection, invoice, error);
}

static gboolean
check_seen (AcqConnection *connection, const AcqInvoiceEntry *entry, GError **error)
{
  gint64 journal_end;

  if (entry->invoice->id == 0 || entry->seen == 0)
    return TRUE;
  if (!acq_journal_find_end (connection, &journal_end, error))
    return FALSE;
  if (journal_end == entry->seen)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "%s", entry->invoice->number);
  return FALSE;
}

static gboolean
write_all (AcqCompanyFile *file, const AcqInvoiceEntry *entry, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqInvoice *invoice = entry->invoice;
  gboolean added;

  if (!check_seen (connection, entry, error) || !find_customer (file, entry, error)
      || !check_number (connection, invoice, error))
    return FALSE;
  if (invoice->id == 0 ? !insert (connection, invoice, error) : !update (connection, invoice, error))
    return FALSE;
  return entry->copy == NULL
         || acq_invoice_repository_add_copy (connection, invoice->id,
                                             entry->copy_name == NULL ? invoice->number : entry->copy_name,
                                             entry->copy, 0, &added, error);
}

gboolean
acq_invoice_entry_save (AcqCompanyFile *file, AcqInvoiceEntry *entry, GError **error)
{
  AcqInvoice *invoice = entry->invoice;
  gint64 id = invoice->id, customer_id = invoice->customer_id;
  AcqEntryFlaw flaw = acq_invoice_entry_find_flaw (entry, acq_clock_today (acq_company_file_clock (file)));
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *amount = NULL, *detail = NULL;

  if (flaw != ACQ_ENTRY_FLAW_NONE)
    return refuse (flaw, error);
  tidy (invoice);
  amount = acq_money_format (acq_money_new (invoice->total, invoice->currency));
  detail = g_strdup_printf ("total=%s", amount);
  change = acq_change_begin (file, error);
  if (change != NULL && write_all (file, entry, error)
      && acq_change_commit (change, id == 0 ? "new_invoice" : "edit_invoice", invoice->number, detail, error))
    return TRUE;
  invoice->id = id;
  invoice->customer_id = customer_id;
  return FALSE;
}
