/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-mapping.h"

#include <string.h>

#include "acq-column-content.h"
#include "acq-row-source.h"
#include "acq-spreadsheet.h"
#include "acq-statement-columns.h"
#include "acq-table-headings.h"
#include "acq-text-normalizer.h"

/* Columns further right are of no use to anybody. */
#define MAX_COLUMNS   ACQ_BANK_MAX_COLUMNS
#define MAX_JUNK_ROWS 60

static void
column_clear (gpointer data)
{
  AcqMappedColumn *self = data;

  g_free (self->key);
  g_free (self->heading);
}

void
acq_column_mapping_free (AcqColumnMapping *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->head, acq_table_free);
  g_array_unref (self->columns);
  g_free (self);
}

const AcqMappedColumn *
acq_column_mapping_column (const AcqColumnMapping *self, guint nth)
{
  g_return_val_if_fail (nth < self->columns->len, NULL);
  return &g_array_index (self->columns, AcqMappedColumn, nth);
}

/* The sheet that is most about the kind. */
typedef struct
{
  AcqImportKind kind;
  GHashTable *mapping;
} Wish;

static int
rate (const AcqTable *head, gpointer user_data)
{
  const Wish *wish = user_data;
  int sureness = 0;

  if (wish->kind == ACQ_IMPORT_KIND_STATEMENT)
    return acq_statement_columns_rate (head, wish->mapping);
  acq_table_headings_guess_subject (head, wish->mapping, &sureness);
  return MAX (sureness, acq_table_n_rows (head) > 0);
}

/* NULL: no table. A text with a single column is none. */
static AcqTable *
read_head (const AcqImportSource *source, AcqImportKind kind)
{
  Wish wish = { kind, source->mapping };
  g_autoptr (AcqRowSource) rows = NULL;
  g_autoptr (AcqTable) head = NULL;
  guint n_wide = 0;

  if (acq_zip_is_zip (source->bytes, source->size))
    head = acq_spreadsheet_read_best (source, rate, &wish, ACQ_BANK_HEAD_ROWS, NULL);
  else
    {
      rows = acq_row_source_new_delimited_head (source->bytes, source->size);
      head = rows == NULL ? NULL : acq_row_source_read_head (rows, ACQ_BANK_HEAD_ROWS);
    }
  for (guint row = 0; head != NULL && row < acq_table_n_rows (head); row++)
    n_wide += acq_table_n_filled (head, row) >= 2;
  return n_wide == 0 ? NULL : g_steal_pointer (&head);
}

/* Of a row that nobody knows: the first one of words alone, among them two at least. */
static gboolean
find_heading_row (const AcqTable *head, guint *ret_row)
{
  for (guint row = 0; row < MIN (acq_table_n_rows (head), MAX_JUNK_ROWS); row++)
    {
      gboolean is_data = FALSE;

      for (guint i = 0; i < MIN (acq_table_n_cells (head, row), MAX_COLUMNS); i++)
        is_data = is_data || acq_column_cell_is_day (head, row, i);
      if (!is_data && acq_table_n_filled (head, row) >= 3)
        {
          *ret_row = row;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether no other column bears that heading. */
static gboolean
is_unique (const AcqTable *head, guint row, guint n, const char *heading)
{
  g_autofree char *key = acq_text_fold_key (heading);
  guint n_same = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = acq_text_fold_key (acq_table_cell (head, row, i));

      n_same += strcmp (key, other) == 0;
    }
  return key[0] != '\0' && n_same == 1;
}

static void
add_columns (AcqColumnMapping *self, guint n)
{
  for (guint i = 0; i < MIN (n, MAX_COLUMNS); i++)
    {
      guint row = self->first_row - 1;
      const char *heading = self->has_heading ? acq_table_cell (self->head, row, i) : "";
      AcqMappedColumn column = { .heading = g_strdup (heading), .field = "ignored" };

      acq_column_letters (i, column.letters);
      column.key = g_strdup (self->has_heading && is_unique (self->head, row, n, heading) ? heading : column.letters);
      g_array_append_val (self->columns, column);
    }
}

static guint
width_below (const AcqTable *head, guint first)
{
  guint width = 0;

  for (guint row = first; row < acq_table_n_rows (head); row++)
    width = MAX (width, acq_table_n_cells (head, row));
  return width;
}

/* The rows that nobody could make sense of, for the user to do so. */
static void
take_rows (AcqColumnMapping *self)
{
  guint row = 0;

  self->has_heading = find_heading_row (self->head, &row);
  self->first_row = self->has_heading ? row + 1 : 0;
  add_columns (self, MAX (width_below (self->head, self->first_row),
                          self->has_heading ? acq_table_n_cells (self->head, row) : 0));
  self->sureness = ACQ_MAPPING_UNSAFE;
}

static AcqMappedColumn *
column_at (AcqColumnMapping *self, guint nth)
{
  return &g_array_index (self->columns, AcqMappedColumn, nth);
}

static void
read_statement (AcqColumnMapping *self, GHashTable *mapping)
{
  AcqStatementColumns found;

  if (!acq_statement_columns_find (&found, self->head, mapping))
    {
      take_rows (self);
      return;
    }
  self->first_row = found.first_row;
  self->has_heading = found.has_heading;
  self->sureness = found.sureness;
  add_columns (self, found.n_columns);
  for (guint i = 0; i < self->columns->len; i++)
    {
      column_at (self, i)->field = acq_bank_column_to_code (found.fields[i]);
      column_at (self, i)->guessed = found.guessed[i];
    }
}

static void
read_list (AcqColumnMapping *self, GHashTable *mapping)
{
  AcqTableSubject subject
    = self->kind == ACQ_IMPORT_KIND_CUSTOMERS ? ACQ_TABLE_ABOUT_CUSTOMERS : ACQ_TABLE_ABOUT_INVOICES;
  g_autoptr (AcqTableHeadings) headings = acq_table_headings_find (self->head, mapping, subject);

  if (headings == NULL)
    {
      take_rows (self);
      if (self->has_heading)
        headings = acq_table_headings_read (self->head, self->first_row - 1, mapping);
    }
  else
    {
      self->has_heading = TRUE;
      self->first_row = headings->heading_row + 1;
      add_columns (self, acq_table_n_cells (self->head, headings->heading_row));
    }
  for (int field = 0; headings != NULL && field < ACQ_N_FIELDS; field++)
    if (headings->column_of[field] >= 0 && (guint) headings->column_of[field] < self->columns->len)
      column_at (self, (guint) headings->column_of[field])->field = acq_table_field_to_code ((AcqTableField) field);
}

static gboolean
holds (const AcqColumnMapping *self, const char *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (acq_column_mapping_column (self, i)->field, field) == 0)
      return TRUE;
  return FALSE;
}

static guint
gap_unless (gboolean is_there, AcqMappingGap gap)
{
  return is_there ? 0 : ACQ_MAPPING_BIT (gap);
}

/* What the readers demand. */
static void
count_gaps (AcqColumnMapping *self)
{
  gboolean names_customer = holds (self, "customer_name") || holds (self, "customer_code");

  if (self->kind == ACQ_IMPORT_KIND_STATEMENT)
    self->gaps
      = gap_unless (holds (self, "day"), ACQ_MAPPING_LACKS_DAY)
        | gap_unless (holds (self, "label") || holds (self, "counterparty") || holds (self, "remittance"),
                      ACQ_MAPPING_LACKS_LABEL)
        | gap_unless (holds (self, "amount") || (holds (self, "debit") && holds (self, "credit")),
                      ACQ_MAPPING_LACKS_AMOUNT);
  else if (self->kind == ACQ_IMPORT_KIND_CUSTOMERS)
    self->gaps = gap_unless (names_customer, ACQ_MAPPING_LACKS_CUSTOMER);
  else
    self->gaps = gap_unless (holds (self, "number"), ACQ_MAPPING_LACKS_NUMBER)
                 | gap_unless (names_customer || holds (self, "siren"), ACQ_MAPPING_LACKS_CUSTOMER)
                 | gap_unless (holds (self, "issued") || holds (self, "due"), ACQ_MAPPING_LACKS_DAY)
                 | gap_unless (holds (self, "total") || holds (self, "balance") || holds (self, "due_amount")
                                 || (holds (self, "net") && holds (self, "tax")),
                               ACQ_MAPPING_LACKS_AMOUNT);
}

/* What is known by its headings' days, which no field names. */
static gboolean
is_aged_balance (const AcqTable *head, GHashTable *mapping)
{
  g_autoptr (AcqTableHeadings) invoices = acq_table_headings_find (head, mapping, ACQ_TABLE_ABOUT_INVOICES);
  g_autoptr (AcqTableHeadings) balance
    = invoices != NULL ? NULL : acq_table_headings_find (head, mapping, ACQ_TABLE_ABOUT_AGED_BALANCE);

  return balance != NULL;
}

AcqColumnMapping *
acq_column_mapping_new (const AcqImportSource *source, AcqImportKind kind)
{
  g_autoptr (AcqColumnMapping) self = NULL;
  g_autoptr (AcqTable) head = source->size == 0 ? NULL : read_head (source, kind);

  if (head == NULL || (kind == ACQ_IMPORT_KIND_INVOICES && is_aged_balance (head, source->mapping)))
    return NULL;
  self = g_new0 (AcqColumnMapping, 1);
  self->kind = kind;
  self->head = g_steal_pointer (&head);
  self->today = source->today;
  self->currency = source->currency;
  self->columns = g_array_new (FALSE, TRUE, sizeof (AcqMappedColumn));
  g_array_set_clear_func (self->columns, column_clear);
  if (kind == ACQ_IMPORT_KIND_STATEMENT)
    read_statement (self, source->mapping);
  else
    read_list (self, source->mapping);
  count_gaps (self);
  return g_steal_pointer (&self);
}

const char *const *
acq_column_mapping_fields (AcqImportKind kind)
{
  static const char *const of_statements[] = {
    "ignored",  "day",     "label",   "amount",       "debit",        "credit",  "side",
    "balance",  "fee",     "currency", "value_day",   "counterparty", "remittance", "counterparty_iban",
    "bank_ref", "end_to_end", "account", "account_name", "status",    NULL,
  };
  static const char *const of_invoices[] = {
    "ignored",       "number",     "customer_name", "customer_code", "issued",       "due",           "total",
    "net",           "tax",        "paid",          "balance",       "kind",         "status",        "currency",
    "siren",         "siret",      "vat_number",    "customer_kind", "contact",      "email",         "email_orders",
    "email_directs", "phone",      "address",       "address_2",     "address_3",    "postcode",      "city",
    "country",       "language",   "payer",         "recipient",     "terms",        "credit_limit",  "due_amount",
    "performed",     "vat_rate",   "order",         "engagement",    "deposited",    "deposit_status", "reminders",
    "last_reminder", "retention",  "retention_due", "factored",      "corrects",     "label",         "debit",
    "credit",        NULL,
  };
  static const char *const of_customers[] = {
    "ignored",  "customer_name", "customer_code", "customer_kind", "siren",     "siret",        "vat_number",
    "contact",  "email",         "email_orders",  "email_directs", "phone",     "address",      "address_2",
    "address_3", "postcode",     "city",          "country",       "language",  "recipient",    "payer",
    "terms",    "credit_limit",  NULL,
  };

  if (kind == ACQ_IMPORT_KIND_STATEMENT)
    return of_statements;
  return kind == ACQ_IMPORT_KIND_CUSTOMERS ? of_customers : of_invoices;
}

static const char *
find_field (AcqImportKind kind, const char *field)
{
  const char *const *fields = acq_column_mapping_fields (kind);

  for (gsize i = 0; fields[i] != NULL; i++)
    if (strcmp (fields[i], field) == 0)
      return fields[i];
  return NULL;
}

/* Several columns may be ignored, and the texts of several may make the label. */
static gboolean
may_repeat (AcqImportKind kind, const char *field)
{
  return strcmp (field, "ignored") == 0 || (kind == ACQ_IMPORT_KIND_STATEMENT && strcmp (field, "label") == 0);
}

void
acq_column_mapping_confirm (AcqColumnMapping *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    column_at (self, i)->guessed = FALSE;
  self->sureness = self->gaps == 0 ? ACQ_MAPPING_SAFE : ACQ_MAPPING_UNSAFE;
}

void
acq_column_mapping_set_field (AcqColumnMapping *self, guint nth, const char *field)
{
  const char *known = find_field (self->kind, field);

  g_return_if_fail (nth < self->columns->len);
  g_return_if_fail (known != NULL);
  for (guint i = 0; i < self->columns->len; i++)
    if (i != nth && !may_repeat (self->kind, known) && strcmp (column_at (self, i)->field, known) == 0)
      column_at (self, i)->field = "ignored";
  column_at (self, nth)->field = known;
  column_at (self, nth)->guessed = FALSE;
  count_gaps (self);
  self->sureness = self->gaps == 0 ? ACQ_MAPPING_SAFE : ACQ_MAPPING_UNSAFE;
}

GHashTable *
acq_column_mapping_to_hash (const AcqColumnMapping *self)
{
  GHashTable *mapping = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const AcqMappedColumn *column = acq_column_mapping_column (self, i);

      g_hash_table_insert (mapping, g_strdup (column->key), g_strdup (column->field));
    }
  return mapping;
}

/* The hash of a row of headings; NULL where it is none. */
static char *
hash_headings (const AcqTable *head, guint row)
{
  g_autoptr (GString) text = g_string_new ("headings");
  guint n = MIN (acq_table_n_cells (head, row), MAX_COLUMNS);

  if (acq_table_n_filled (head, row) < 2)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = acq_text_fold_key (acq_table_cell (head, row, i));

      if (acq_column_cell_is_day (head, row, i))
        return NULL;
      g_string_append_c (text, '\x1f');
      g_string_append (text, key);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

static char *
hash_kinds (const AcqTable *head, guint first, guint n)
{
  static const char letters[] = "-dsa#ckit";
  g_autoptr (GString) text = g_string_new ("columns");

  for (guint i = 0; i < MIN (n, MAX_COLUMNS); i++)
    {
      AcqColumnKind kind = acq_column_content_of (head, first, i).kind;

      /* Whole amounts are amounts, and what is empty in one file is mostly text in another. */
      if (kind == ACQ_COLUMN_NUMBERS)
        kind = ACQ_COLUMN_AMOUNTS;
      else if (kind == ACQ_COLUMN_EMPTY)
        kind = ACQ_COLUMN_TEXTS;
      g_string_append_c (text, letters[kind]);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

char *
acq_column_mapping_fingerprint (const AcqColumnMapping *self)
{
  char *hash = self->has_heading ? hash_headings (self->head, self->first_row - 1) : NULL;

  return hash != NULL ? hash : hash_kinds (self->head, self->first_row, self->columns->len);
}

GStrv
acq_column_mapping_fingerprints_of (const AcqImportSource *source)
{
  g_autoptr (GStrvBuilder) hashes = g_strv_builder_new ();
  g_autoptr (AcqColumnMapping) statement = acq_column_mapping_new (source, ACQ_IMPORT_KIND_STATEMENT);
  guint n_rows = statement == NULL ? 0 : MIN (acq_table_n_rows (statement->head), MAX_JUNK_ROWS);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *hash = hash_headings (statement->head, row);

      if (hash != NULL)
        g_strv_builder_add (hashes, hash);
    }
  if (statement != NULL)
    {
      g_autofree char *hash = acq_column_mapping_fingerprint (statement);

      g_strv_builder_add (hashes, hash);
    }
  return g_strv_builder_end (hashes);
}
