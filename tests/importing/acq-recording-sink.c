/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recording-sink.h"

#include <string.h>

#include "acq-text-normalizer.h"

static void
clear_amount (gpointer data)
{
  AcqRecordedAmount *amount = data;

  g_free (amount->customer);
  g_free (amount->number);
}

AcqRecordingSink *
acq_recording_sink_new (void)
{
  AcqRecordingSink *self = g_new0 (AcqRecordingSink, 1);

  self->log = g_string_new (NULL);
  self->invoices = g_array_new (FALSE, TRUE, sizeof (AcqRecordedAmount));
  self->receipts = g_array_new (FALSE, TRUE, sizeof (AcqRecordedAmount));
  g_array_set_clear_func (self->invoices, clear_amount);
  g_array_set_clear_func (self->receipts, clear_amount);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
acq_recording_sink_free (AcqRecordingSink *self)
{
  g_string_free (self->log, TRUE);
  g_array_unref (self->invoices);
  g_array_unref (self->receipts);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static void
log_text (AcqRecordingSink *self, const char *name, const char *value)
{
  g_autofree char *escaped = value == NULL ? NULL : g_strescape (value, NULL);
  g_autofree char *shown = escaped == NULL ? NULL : acq_text_squeeze (value);

  if (value != NULL)
    g_string_append_printf (self->log, " %s=%s", name, strchr (value, '\n') == NULL ? shown : escaped);
}

static void
log_day (AcqRecordingSink *self, const char *name, AcqDay day)
{
  char iso[ACQ_DAY_ISO_SIZE];

  if (day != ACQ_DAY_NONE)
    g_string_append_printf (self->log, " %s=%s", name, acq_day_write_iso (day, iso));
}

static void
log_amount (AcqRecordingSink *self, const char *name, gint64 amount)
{
  g_autofree char *text = acq_amount_format (amount);

  g_string_append_printf (self->log, " %s=%s", name, text);
}

static void
log_customer (AcqRecordingSink *self, const AcqCustomer *customer)
{
  g_autofree char *terms = acq_payment_terms_format (customer->terms);

  log_text (self, "code", customer->code);
  log_text (self, "name", customer->name);
  if (customer->kind != ACQ_CUSTOMER_KIND_UNKNOWN)
    log_text (self, "is", acq_customer_kind_to_code (customer->kind));
  log_text (self, "siren", customer->siren);
  log_text (self, "siret", customer->siret);
  log_text (self, "vat", customer->vat_number);
  log_text (self, "address", customer->address);
  log_text (self, "postcode", customer->postcode);
  log_text (self, "city", customer->city);
  log_text (self, "country", customer->country);
  log_text (self, "recipient", customer->recipient_code);
  log_text (self, "payer", customer->payer_code);
  log_text (self, "terms", terms);
  for (guint i = 0; i < customer->contacts->len; i++)
    {
      const AcqContact *contact = customer->contacts->pdata[i];

      log_text (self, acq_contact_role_to_code (contact->role),
                contact->email ? contact->email : contact->phone);
    }
}

static gboolean
record_customer (gpointer user_data, const AcqCustomer *customer, GError **error)
{
  AcqRecordingSink *self = user_data;

  self->n_customers++;
  g_string_append (self->log, "customer");
  log_customer (self, customer);
  g_string_append_c (self->log, '\n');
  return TRUE;
}

static void
check_invoice (const AcqInvoice *invoice)
{
  g_autoptr (AcqInvoice) completed = acq_invoice_new ();

  g_assert_nonnull (invoice->number);
  g_assert_true (g_utf8_validate (invoice->number, -1, NULL));
  completed->number = g_strdup (invoice->number);
  completed->kind = invoice->kind;
  completed->issued = invoice->issued;
  completed->currency = invoice->currency;
  completed->total = invoice->total;
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      acq_invoice_add_due_item (completed, item->kind, item->due, item->amount);
    }
  acq_invoice_complete_due_items (completed, ACQ_PAYMENT_TERMS_LEGAL);
  g_assert_cmpint (acq_invoice_find_flaw (completed), ==, ACQ_INVOICE_FLAW_NONE);
}

static void
log_invoice (AcqRecordingSink *self, const AcqInvoice *invoice)
{
  log_text (self, "kind", acq_invoice_kind_to_code (invoice->kind));
  log_day (self, "issued", invoice->issued);
  log_day (self, "performed", invoice->performed);
  log_amount (self, "total", invoice->total);
  if (!acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
    log_text (self, "currency", invoice->currency.code);
  if (invoice->prepaid != 0)
    log_amount (self, "prepaid", invoice->prepaid);
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      log_day (self, item->kind == ACQ_DUE_KIND_RETENTION ? "retained" : "due", item->due);
      log_amount (self, "of", item->amount);
    }
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      const AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      g_string_append_printf (self->log, " tax=%d:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "%s", line->rate,
                              line->base, line->tax, line->reverse_charge ? "R" : "");
    }
  log_text (self, "order", invoice->order_reference);
  log_text (self, "engagement", invoice->engagement);
  log_day (self, "deposited", invoice->deposited);
  log_text (self, "corrects", invoice->corrects);
  log_text (self, "pmd", invoice->penalty_note);
  log_text (self, "pmt", invoice->indemnity_note);
  log_text (self, "aab", invoice->discount_note);
  if (invoice->factored)
    g_string_append (self->log, " factored");
  if (invoice->cancelled)
    g_string_append (self->log, " cancelled");
  if (invoice->opening)
    g_string_append (self->log, " opening");
  if (invoice->reminders_before > 0)
    g_string_append_printf (self->log, " reminders=%d", invoice->reminders_before);
  log_day (self, "last_reminder", invoice->last_reminder_before);
}

static gboolean
record_invoice (gpointer user_data, const AcqImportedInvoice *imported, guint64 place, GError **error)
{
  AcqRecordingSink *self = user_data;
  const AcqInvoice *invoice = imported->invoice;
  const AcqCustomer *customer = imported->customer;
  AcqRecordedAmount amount = { g_strdup (customer->code != NULL ? customer->code : customer->name),
                               g_strdup (invoice->number), invoice->total, invoice->prepaid, 0 };

  check_invoice (invoice);
  self->n_invoices++;
  g_string_append_printf (self->log, "invoice %s", invoice->number);
  log_customer (self, customer);
  log_invoice (self, invoice);
  if (imported->has_balance)
    log_amount (self, "balance", imported->balance);
  if (imported->copy != NULL)
    log_text (self, "copy", imported->copy_name);
  g_string_append_c (self->log, '\n');
  g_array_append_val (self->invoices, amount);
  g_hash_table_insert (self->numbers, g_strdup (invoice->number), GUINT_TO_POINTER (self->invoices->len));
  return TRUE;
}

static gboolean
record_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place, GError **error)
{
  AcqRecordingSink *self = user_data;
  const AcqReceipt *receipt = imported->receipt;
  const AcqCustomer *customer = imported->customer;
  AcqRecordedAmount amount
    = { g_strdup (customer->code != NULL ? customer->code : customer->name), NULL, receipt->amount, 0, 0 };

  self->n_receipts++;
  g_string_append (self->log, "receipt");
  log_text (self, "code", customer->code);
  log_day (self, "day", receipt->day);
  log_amount (self, "amount", receipt->amount);
  log_text (self, "means", acq_means_to_code (receipt->means));
  log_text (self, "reason", receipt->reason);
  for (gsize i = 0; imported->invoice_numbers[i] != NULL; i++)
    {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, imported->invoice_numbers[i]));

      g_assert_cmpuint (at, >, 0);
      g_array_index (self->invoices, AcqRecordedAmount, at - 1).allocated += imported->amounts[i];
      amount.allocated += imported->amounts[i];
      log_amount (self, imported->invoice_numbers[i], imported->amounts[i]);
    }
  g_string_append_c (self->log, '\n');
  g_array_append_val (self->receipts, amount);
  return TRUE;
}

static gboolean
record_copy (gpointer user_data, const char *const *in_name, const char *const *on_page, GBytes *bytes,
             const char *name, GError **error)
{
  AcqRecordingSink *self = user_data;
  g_autofree char *named = g_strjoinv (",", (char **) in_name);
  g_autofree char *printed = g_strjoinv (",", (char **) on_page);

  self->n_copies++;
  g_string_append_printf (self->log, "copy %s %s|%s\n", name, named, printed);
  return TRUE;
}

static gboolean
record_reject (gpointer user_data, guint64 place, AcqReject reason, const char *detail, GError **error)
{
  AcqRecordingSink *self = user_data;

  self->n_rejects++;
  g_string_append_printf (self->log, "reject %" G_GUINT64_FORMAT " %s", place, acq_reject_to_code (reason));
  log_text (self, "detail", detail);
  g_string_append_c (self->log, '\n');
  return TRUE;
}

static const AcqImportSink functions = {
  .customer = record_customer,
  .invoice = record_invoice,
  .receipt = record_receipt,
  .copy = record_copy,
  .reject = record_reject,
};

const AcqImportSink *
acq_recording_sink_functions (void)
{
  return &functions;
}

gboolean
acq_recording_sink_read (AcqRecordingSink *self, const AcqImportFormat *format, const char *path,
                         const void *bytes, gsize size, GError **error)
{
  AcqImportSource source = {
    .path = path,
    .bytes = bytes,
    .size = size,
    .today = acq_day_new (2026, 11, 20),
    .currency = ACQ_CURRENCY_EUR,
  };

  return format->read (&source, &functions, self, error);
}

const char *
acq_recording_sink_read_text (AcqRecordingSink *self, const AcqImportFormat *format, const char *text)
{
  g_autoptr (GError) error = NULL;

  acq_recording_sink_read (self, format, "test", text, strlen (text), &error);
  g_assert_no_error (error);
  return self->log->str;
}

const AcqImportFormat *
acq_test_format (const char *code)
{
  const AcqImportFormat *const *formats = acq_import_formats ();

  for (gsize i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->code, code) == 0)
      return formats[i];
  g_error ("no format %s", code);
}

char *
acq_test_sample (const char *relative)
{
  const char *shared = g_getenv ("ACQ_SHARED");
  g_autofree char *path = shared == NULL ? NULL : g_build_filename (shared, "samples", relative, NULL);

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static void
collect_files (const char *folder, const char *suffix, GPtrArray *to)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect_files (path, suffix, to);
      else if (g_str_has_suffix (name, suffix))
        g_ptr_array_add (to, g_steal_pointer (&path));
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
acq_test_samples (const char *folder, const char *suffix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = acq_test_sample (folder);

  if (path != NULL)
    collect_files (path, suffix, paths);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}
