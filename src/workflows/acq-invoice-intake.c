/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-intake.h"

#include <string.h>

#include "acq-customer-repository.h"
#include "acq-invoice-repository.h"
#include "acq-text-normalizer.h"

static AcqInvoice *
copy_invoice (const AcqInvoice *imported)
{
  AcqInvoice *copy = acq_invoice_new ();
  GArray *due_items = copy->due_items;
  GArray *vat_lines = copy->vat_lines;

  *copy = *imported;
  copy->due_items = due_items;
  copy->vat_lines = vat_lines;
  copy->number = g_strdup (imported->number);
  copy->order_reference = g_strdup (imported->order_reference);
  copy->engagement = g_strdup (imported->engagement);
  copy->deposit_status = g_strdup (imported->deposit_status);
  copy->corrects = g_strdup (imported->corrects);
  copy->penalty_note = g_strdup (imported->penalty_note);
  copy->indemnity_note = g_strdup (imported->indemnity_note);
  copy->discount_note = g_strdup (imported->discount_note);
  for (guint i = 0; i < imported->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (imported, i);

      acq_invoice_add_due_item (copy, item->kind, item->due, item->amount);
    }
  g_array_append_vals (vat_lines, imported->vat_lines->data, imported->vat_lines->len);
  return copy;
}

/* The customer's terms date what the file leaves without a due day. */
static gboolean
complete (AcqImportIntake *self, AcqInvoice *invoice, gint64 customer_id, GError **error)
{
  g_autoptr (AcqCustomer) customer = acq_customer_repository_find (self->connection, customer_id, error);

  if (customer == NULL)
    return FALSE;
  invoice->customer_id = customer_id;
  acq_invoice_complete_due_items (invoice, customer->terms);
  return TRUE;
}

/* What was paid before Acquit knew: as stated, less what allocations say already, so that a payment that the
   bank showed and the file repeats does not count twice. */
static gint64
prepaid_part (const AcqImportedInvoice *imported, gint64 total, gint64 allocated, gint64 kept)
{
  gint64 prepaid;

  if (imported->has_balance)
    prepaid = total - imported->balance - allocated;
  else if (imported->invoice->prepaid != 0)
    prepaid = imported->invoice->prepaid - allocated;
  else
    return kept;
  return total >= 0 ? CLAMP (prepaid, 0, total) : CLAMP (prepaid, total, 0);
}

static AcqReject
reason_of_flaw (AcqInvoiceFlaw flaw)
{
  switch (flaw)
    {
    case ACQ_INVOICE_FLAW_NO_NUMBER:
      return ACQ_REJECT_NO_NUMBER;
    case ACQ_INVOICE_FLAW_NO_DAY:
      return ACQ_REJECT_BAD_DAY;
    case ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE:
    case ACQ_INVOICE_FLAW_SIGN:
      return ACQ_REJECT_BAD_AMOUNT;
    case ACQ_INVOICE_FLAW_CURRENCY:
      return ACQ_REJECT_BAD_CURRENCY;
    case ACQ_INVOICE_FLAW_PARTS_DIFFER:
      return ACQ_REJECT_PARTS_DIFFER;
    case ACQ_INVOICE_FLAW_NONE:
    default:
      return ACQ_REJECT_BAD_RECORD;
    }
}

/* Nobody has told yet what became of an item that was late when the first file came in. */
static gboolean
is_old_item (const AcqImportIntake *self, const AcqInvoice *invoice)
{
  return self->first_receivables && invoice->balance > 0 && invoice->reminders_before == 0
         && acq_invoice_due_day (invoice) < self->today;
}

static gboolean
insert_invoice (AcqImportIntake *self, const AcqImportedInvoice *imported, guint64 place, GError **error)
{
  g_autoptr (AcqInvoice) invoice = copy_invoice (imported->invoice);
  AcqInvoiceFlaw flaw;
  gint64 customer_id;

  /* A flaw of the invoice itself must not leave a customer behind. */
  if (acq_day_is_valid (invoice->issued))
    acq_invoice_complete_due_items (invoice, ACQ_PAYMENT_TERMS_LEGAL);
  flaw = acq_invoice_find_flaw (invoice);
  if (flaw != ACQ_INVOICE_FLAW_NONE)
    return acq_import_intake_reject (self, place, reason_of_flaw (flaw), invoice->number, error);
  customer_id = acq_import_intake_keep_customer (self, imported->customer, error);
  g_clear_pointer (&invoice, acq_invoice_free);
  invoice = copy_invoice (imported->invoice);
  if (customer_id < 0 || !complete (self, invoice, customer_id, error))
    return FALSE;
  invoice->prepaid = prepaid_part (imported, invoice->total, 0, 0);
  acq_invoice_spread_settled (invoice, invoice->prepaid);
  invoice->old_item = is_old_item (self, invoice);
  self->result->read++;
  self->result->added++;
  return acq_invoice_repository_insert (self->connection, invoice, self->result->batch, error);
}

static gboolean
differs (char **kept, const char *imported)
{
  if (imported == NULL || imported[0] == '\0' || g_strcmp0 (*kept, imported) == 0)
    return FALSE;
  g_free (*kept);
  *kept = g_strdup (imported);
  return TRUE;
}

static gboolean
day_differs (AcqDay *kept, AcqDay imported)
{
  if (imported == ACQ_DAY_NONE || *kept == imported)
    return FALSE;
  *kept = imported;
  return TRUE;
}

static gboolean
parts_differ (const AcqInvoice *kept, const AcqInvoice *imported)
{
  if (kept->due_items->len != imported->due_items->len)
    return TRUE;
  for (guint i = 0; i < kept->due_items->len; i++)
    {
      const AcqDueItem *left = acq_invoice_due_item (kept, i), *right = acq_invoice_due_item (imported, i);

      if (left->kind != right->kind || left->due != right->due || left->amount != right->amount)
        return TRUE;
    }
  return FALSE;
}

static gboolean
vat_differs (const AcqInvoice *kept, const AcqInvoice *imported)
{
  if (imported->vat_lines->len == 0)
    return FALSE;
  if (kept->vat_lines->len != imported->vat_lines->len)
    return TRUE;
  for (guint i = 0; i < kept->vat_lines->len; i++)
    {
      const AcqVatLine *left = &g_array_index (kept->vat_lines, AcqVatLine, i);
      const AcqVatLine *right = &g_array_index (imported->vat_lines, AcqVatLine, i);

      if (left->rate != right->rate || left->base != right->base || left->tax != right->tax
          || left->reverse_charge != right->reverse_charge)
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_texts (AcqInvoice *kept, const AcqInvoice *imported)
{
  gboolean changed = FALSE;

  changed |= differs (&kept->order_reference, imported->order_reference);
  changed |= differs (&kept->engagement, imported->engagement);
  changed |= differs (&kept->deposit_status, imported->deposit_status);
  changed |= differs (&kept->corrects, imported->corrects);
  changed |= differs (&kept->penalty_note, imported->penalty_note);
  changed |= differs (&kept->indemnity_note, imported->indemnity_note);
  changed |= differs (&kept->discount_note, imported->discount_note);
  changed |= day_differs (&kept->issued, imported->issued);
  changed |= day_differs (&kept->performed, imported->performed);
  changed |= day_differs (&kept->deposited, imported->deposited);
  changed |= day_differs (&kept->last_reminder_before, imported->last_reminder_before);
  return changed;
}

/* Accounting exports call every invoice an invoice: only a finer word, or the other side of zero, is news. */
static gboolean
kind_differs (AcqInvoice *kept, const AcqInvoice *imported)
{
  gboolean other_side = acq_invoice_is_credit_note (kept) != acq_invoice_is_credit_note (imported);

  if (kept->kind == imported->kind || (imported->kind == ACQ_INVOICE_KIND_INVOICE && !other_side))
    return FALSE;
  kept->kind = imported->kind;
  return TRUE;
}

/* Takes over what the file says anew. "imported" has all its due items. */
static gboolean
take_changes (AcqInvoice *kept, const AcqInvoice *imported, gboolean due_stated)
{
  gboolean changed = take_texts (kept, imported);

  changed |= kind_differs (kept, imported);
  if (kept->total != imported->total || !acq_currency_equal (kept->currency, imported->currency)
      || kept->reminders_before < imported->reminders_before || (imported->factored && !kept->factored)
      || (imported->cancelled && !kept->cancelled))
    changed = TRUE;
  if (kept->total != imported->total || (due_stated && parts_differ (kept, imported)))
    {
      g_array_set_size (kept->due_items, 0);
      g_array_append_vals (kept->due_items, imported->due_items->data, imported->due_items->len);
      changed = TRUE;
    }
  if (vat_differs (kept, imported))
    {
      g_array_set_size (kept->vat_lines, 0);
      g_array_append_vals (kept->vat_lines, imported->vat_lines->data, imported->vat_lines->len);
      changed = TRUE;
    }
  kept->total = imported->total;
  kept->currency = imported->currency;
  kept->reminders_before = MAX (kept->reminders_before, imported->reminders_before);
  kept->factored |= imported->factored;
  kept->cancelled |= imported->cancelled;
  return changed;
}

static gboolean
update_invoice (AcqImportIntake *self, gint64 id, gint64 customer_id, const AcqImportedInvoice *imported,
                guint64 place, GError **error)
{
  g_autoptr (AcqInvoice) kept = acq_invoice_repository_find (self->connection, id, error);
  g_autoptr (AcqInvoice) fresh = copy_invoice (imported->invoice);
  gboolean due_stated = fresh->due_items->len > 0;
  AcqInvoiceFlaw flaw;
  gint64 prepaid;
  gboolean changed;

  if (kept == NULL || !complete (self, fresh, customer_id, error))
    return FALSE;
  flaw = acq_invoice_find_flaw (fresh);
  if (flaw != ACQ_INVOICE_FLAW_NONE)
    return acq_import_intake_reject (self, place, reason_of_flaw (flaw), fresh->number, error);
  /* An opening balance knows less than the invoice itself: its days are those of the closing. */
  if (fresh->opening && !kept->opening)
    {
      self->result->read++;
      self->result->duplicates++;
      return TRUE;
    }
  prepaid = prepaid_part (imported, fresh->total, kept->total - kept->prepaid - kept->balance, kept->prepaid);
  changed = take_changes (kept, fresh, due_stated) || prepaid != kept->prepaid;
  kept->prepaid = prepaid;
  self->result->read++;
  if (!changed)
    {
      self->result->duplicates++;
      return TRUE;
    }
  self->result->updated++;
  return acq_batch_repository_keep_invoice (self->connection, self->result->batch, id, error)
         && acq_invoice_repository_update (self->connection, kept, error);
}

static gboolean
keep_copy (AcqImportIntake *self, const AcqImportedInvoice *imported, GError **error)
{
  gint64 id = acq_invoice_repository_find_id (self->connection, imported->invoice->number, error);
  gboolean added;

  return id == 0
         || (id > 0
             && acq_invoice_repository_add_copy (self->connection, id, imported->copy_name, imported->copy,
                                                 self->result->batch, &added, error));
}

static gint64
customer_of (AcqImportIntake *self, gint64 invoice_id, GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (self->connection, &id, error, "SELECT customer_id FROM invoice WHERE id = ?",
                               "i", invoice_id))
    return -1;
  return id;
}

static gboolean
insert_or_update (AcqImportIntake *self, const AcqImportedInvoice *imported, guint64 place, GError **error)
{
  gint64 id = acq_invoice_repository_find_id (self->connection, imported->invoice->number, error);
  gint64 customer_id, owner;

  if (id <= 0)
    return id == 0 && insert_invoice (self, imported, place, error);
  customer_id = acq_import_intake_look_up_customer (self, imported->customer, error);
  owner = customer_of (self, id, error);
  if (customer_id < 0 || owner < 0)
    return FALSE;
  if (customer_id != owner)
    return acq_import_intake_reject (self, place, ACQ_REJECT_OTHER_CUSTOMERS, imported->invoice->number,
                                     error);
  return acq_import_intake_keep_customer (self, imported->customer, error) >= 0
         && update_invoice (self, id, customer_id, imported, place, error);
}

static gboolean
is_ours (const AcqImportIntake *self, const AcqImportedInvoice *imported)
{
  return self->company->siren == NULL || imported->seller_siren == NULL
         || g_str_has_prefix (imported->seller_siren, self->company->siren);
}

gboolean
acq_import_intake_invoice (gpointer user_data, const AcqImportedInvoice *imported, guint64 place,
                           GError **error)
{
  AcqImportIntake *self = user_data;
  gint64 rejected = self->result->n_rejected;

  if (imported->invoice->number == NULL || imported->invoice->number[0] == '\0')
    return acq_import_intake_reject (self, place, ACQ_REJECT_NO_NUMBER, NULL, error);
  if (imported->customer->name == NULL && imported->customer->code == NULL)
    return acq_import_intake_reject (self, place, ACQ_REJECT_NO_CUSTOMER, imported->invoice->number, error);
  if (!is_ours (self, imported))
    return acq_import_intake_reject (self, place, ACQ_REJECT_OTHER_SELLER, imported->seller_name, error);
  if (!insert_or_update (self, imported, place, error))
    return FALSE;
  return imported->copy == NULL || self->result->n_rejected > rejected || keep_copy (self, imported, error);
}

static gboolean
load_numbers (AcqImportIntake *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (self->connection, error, "SELECT number, id FROM invoice", "");

  if (rows == NULL)
    return FALSE;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (acq_rows_next (rows, &local_error))
    {
      gint64 *id = g_new (gint64, 1);

      *id = acq_rows_int (rows, 1);
      g_hash_table_insert (self->numbers, acq_text_fold_key (acq_rows_text (rows, 0)), id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The ids of the invoices that the candidates name, each once. */
static GArray *
find_named (AcqImportIntake *self, const char *const *candidates)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; candidates[i] != NULL; i++)
    {
      g_autofree char *key = acq_text_fold_key (candidates[i]);
      const gint64 *id = g_hash_table_lookup (self->numbers, key);
      gboolean known = id == NULL;

      for (guint j = 0; j < ids->len && !known; j++)
        known = g_array_index (ids, gint64, j) == *id;
      if (!known)
        g_array_append_val (ids, *id);
    }
  return ids;
}

/* The invoice that a PDF is the copy of: 0 where it names none, -1 where name and page leave a doubt. */
static gint64
choose_copied (const GArray *in_name, const GArray *on_page)
{
  gint64 named = in_name->len == 1 ? g_array_index (in_name, gint64, 0) : 0;

  if (on_page->len == 0)
    return in_name->len > 1 ? -1 : named;
  if (on_page->len == 1)
    return in_name->len == 0 || named == g_array_index (on_page, gint64, 0)
             ? g_array_index (on_page, gint64, 0)
             : -1;
  for (guint i = 0; i < on_page->len; i++)
    if (named != 0 && g_array_index (on_page, gint64, i) == named)
      return named;
  return -1;
}

static gboolean
reject_copy (AcqImportIntake *self, gboolean named, const char *name, GError **error)
{
  AcqReject reason = named ? ACQ_REJECT_AMBIGUOUS_COPY : ACQ_REJECT_NO_SUCH_INVOICE;

  return acq_import_intake_reject (self, 0, reason, name, error);
}

gboolean
acq_import_intake_copy (gpointer user_data, const char *const *in_name, const char *const *on_page,
                        GBytes *bytes, const char *name, GError **error)
{
  AcqImportIntake *self = user_data;
  g_autoptr (GArray) named = NULL;
  g_autoptr (GArray) printed = NULL;
  gint64 id;
  gboolean added;

  if (self->numbers == NULL && !load_numbers (self, error))
    return FALSE;
  named = find_named (self, in_name);
  printed = find_named (self, on_page);
  id = choose_copied (named, printed);
  if (id <= 0)
    return reject_copy (self, id < 0, name, error);
  if (!acq_invoice_repository_add_copy (self->connection, id, name, bytes, self->result->batch, &added,
                                        error))
    return FALSE;
  self->result->read++;
  if (added)
    self->result->added++;
  else
    self->result->duplicates++;
  return TRUE;
}
