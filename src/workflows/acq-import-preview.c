/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-preview.h"

#include <string.h>

#include "acq-import-observer.h"
#include "acq-text-normalizer.h"

/* A preview in the making. */
typedef struct
{
  AcqImportPreview *preview;
  GHashTable *customers; /* set of codes, or of names' keys */
  gint64 known_before;   /* duplicates counted up to the record before */
} Watch;

static void
sample_free (gpointer data)
{
  AcqImportSample *sample = data;

  g_free (sample->text);
  g_free (sample);
}

static AcqImportPreview *
preview_new (void)
{
  AcqImportPreview *self = g_new0 (AcqImportPreview, 1);

  self->samples = g_ptr_array_new_with_free_func (sample_free);
  self->first = self->last = self->due = ACQ_DAY_NONE;
  self->currency = ACQ_CURRENCY_EUR;
  return self;
}

void
acq_import_preview_free (AcqImportPreview *self)
{
  if (self == NULL)
    return;
  acq_import_result_free (self->result);
  g_ptr_array_unref (self->samples);
  g_free (self->bank);
  g_free (self->account);
  acq_column_mapping_free (self->columns);
  g_free (self);
}

/* NULL where there are enough of them. */
static AcqImportSample *
add_sample (Watch *watch, const AcqImportResult *so_far)
{
  gboolean known = so_far->duplicates > watch->known_before;
  AcqImportSample *sample;

  watch->known_before = so_far->duplicates;
  if (watch->preview->samples->len >= ACQ_IMPORT_PREVIEW_SAMPLES)
    return NULL;
  sample = g_new0 (AcqImportSample, 1);
  sample->day = ACQ_DAY_NONE;
  sample->known = known;
  g_ptr_array_add (watch->preview->samples, sample);
  return sample;
}

static void
set_amount (AcqImportSample *sample, gint64 amount, AcqCurrency currency)
{
  sample->has_amount = TRUE;
  sample->amount = amount;
  sample->currency = currency;
}

static void
stretch (AcqImportPreview *self, AcqDay day)
{
  if (self->first == ACQ_DAY_NONE || day < self->first)
    self->first = day;
  if (self->last == ACQ_DAY_NONE || day > self->last)
    self->last = day;
}

static void
meet_customer (Watch *watch, const AcqCustomer *customer)
{
  if (customer == NULL)
    return;
  g_hash_table_add (watch->customers,
                    customer->code != NULL ? g_strdup (customer->code) : acq_text_fold_key (customer->name));
  watch->preview->n_customers = g_hash_table_size (watch->customers);
}

static void
see_statement (gpointer user_data, const AcqStatement *statement)
{
  AcqImportPreview *self = ((Watch *) user_data)->preview;
  const char *account = statement->account_name != NULL ? statement->account_name
                        : statement->iban != NULL       ? statement->iban
                                                        : statement->account_number;

  if (self->n_statements++ > 0)
    return;
  /* Some formats only know the bank's number, which tells nobody anything. */
  if (statement->bank != NULL && strpbrk (statement->bank, "0123456789") == NULL)
    self->bank = g_strdup (statement->bank);
  self->account = g_strdup (account);
  self->account_is_named = statement->account_name != NULL;
}

static void
see_transaction (gpointer user_data, const AcqTransaction *transaction, const AcqImportResult *so_far)
{
  Watch *watch = user_data;
  AcqImportSample *sample = add_sample (watch, so_far);

  watch->preview->n_transactions++;
  stretch (watch->preview, transaction->booked);
  if (sample == NULL)
    return;
  sample->day = transaction->booked;
  sample->text = g_strdup (transaction->label != NULL ? transaction->label : "");
  set_amount (sample, transaction->amount, transaction->currency);
}

static void
see_customer (gpointer user_data, const AcqCustomer *customer, const AcqImportResult *so_far)
{
  Watch *watch = user_data;
  AcqImportSample *sample = add_sample (watch, so_far);

  meet_customer (watch, customer);
  if (sample != NULL)
    sample->text = g_strdup (customer->name != NULL ? customer->name : customer->code);
}

static void
count_payment (AcqImportPreview *self, const AcqImportedInvoice *imported)
{
  const AcqInvoice *invoice = imported->invoice;
  gint64 left = imported->has_balance ? imported->balance : invoice->total - invoice->prepaid;

  if (left == 0 && invoice->total != 0)
    self->n_paid++;
  else if (left != invoice->total)
    self->n_partly_paid++;
}

static void
add_to_total (AcqImportPreview *self, const AcqInvoice *invoice)
{
  if (self->n_invoices++ == 0)
    {
      self->currency = invoice->currency;
      self->due = invoice->due_items->len > 0 ? acq_invoice_due_day (invoice) : ACQ_DAY_NONE;
    }
  else
    {
      self->due = ACQ_DAY_NONE;
    }
  self->several_currencies = self->several_currencies || !acq_currency_equal (invoice->currency, self->currency)
                             || __builtin_add_overflow (self->total, invoice->total, &self->total);
}

static void
see_invoice (gpointer user_data, const AcqImportedInvoice *imported, const AcqImportResult *so_far)
{
  Watch *watch = user_data;
  const AcqInvoice *invoice = imported->invoice;
  AcqImportSample *sample = add_sample (watch, so_far);

  meet_customer (watch, imported->customer);
  add_to_total (watch->preview, invoice);
  count_payment (watch->preview, imported);
  stretch (watch->preview, invoice->issued);
  if (sample == NULL)
    return;
  sample->day = invoice->issued;
  sample->text = imported->customer == NULL || imported->customer->name == NULL
                   ? g_strdup (invoice->number)
                   : g_strdup_printf ("%s · %s", invoice->number, imported->customer->name);
  set_amount (sample, invoice->total, invoice->currency);
}

static void
see_receipt (gpointer user_data, const AcqImportedReceipt *imported, const AcqImportResult *so_far)
{
  Watch *watch = user_data;

  watch->known_before = so_far->duplicates;
  watch->preview->n_receipts++;
  meet_customer (watch, imported->customer);
}

static void
see_copy (gpointer user_data, const char *name, const AcqImportResult *so_far)
{
  Watch *watch = user_data;
  AcqImportSample *sample = add_sample (watch, so_far);

  watch->preview->n_copies++;
  if (sample != NULL)
    sample->text = g_path_get_basename (name);
}

static const AcqImportObserver observer = {
  .end_statement = see_statement,
  .transaction = see_transaction,
  .customer = see_customer,
  .invoice = see_invoice,
  .receipt = see_receipt,
  .copy = see_copy,
};

AcqImportPreview *
acq_import_preview_bytes (AcqCompanyFile *file, const char *name, GBytes *bytes,
                          const AcqImportOptions *options, GError **error)
{
  g_autoptr (AcqImportPreview) self = preview_new ();
  g_autoptr (GHashTable) customers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Watch watch = { self, customers, 0 };
  AcqImportOptions watched = *options;

  watched.dry_run = TRUE;
  watched.observer = &observer;
  watched.observer_data = &watch;
  self->result = bytes != NULL ? acq_import_bytes (file, name, bytes, &watched, error)
                               : acq_import_file (file, name, &watched, error);
  if (self->result == NULL)
    return NULL;
  if (self->result->format->is_table)
    self->columns = acq_import_columns_load (file, name, bytes, options, &self->columns_remembered);
  return g_steal_pointer (&self);
}

AcqImportPreview *
acq_import_preview_file (AcqCompanyFile *file, const char *path, const AcqImportOptions *options,
                         GError **error)
{
  return acq_import_preview_bytes (file, path, NULL, options, error);
}

gint64
acq_import_preview_news (const AcqImportPreview *self)
{
  return self->result->added + self->result->updated;
}

gboolean
acq_import_preview_columns_want_a_look (const AcqImportPreview *self)
{
  return self->columns != NULL && self->columns->sureness != ACQ_MAPPING_SAFE;
}

gboolean
acq_import_preview_wants_a_look (const AcqImportPreview *self)
{
  return acq_import_preview_columns_want_a_look (self) || self->result->n_rejected > 0
         || g_str_equal (self->result->balance, "mismatch")
         || acq_import_preview_news (self) == 0;
}
