/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-table-headings.h"

#include <string.h>

#include "acq-column-content.h"
#include "acq-mapped-field.h"
#include "acq-table-synonyms.h"
#include "acq-text-normalizer.h"

/* How many rows of junk may stand above the headings. */
#define MAX_JUNK_ROWS 60
#define MAX_COLUMNS   512

static const char *const field_codes[] = {
  "ignored",       "number",        "kind",          "status",     "customer_code",  "customer_name",
  "customer_kind", "siren",         "siret",         "vat_number", "contact",        "email",
  "email_orders",  "email_directs", "phone",         "address",    "address_2",      "address_3",
  "postcode",      "city",          "country",       "language",   "recipient",      "payer",
  "terms",         "credit_limit",  "issued",        "due",        "due_amount",     "performed",
  "total",         "net",           "tax",           "vat_rate",   "currency",       "paid",
  "balance",       "order",         "engagement",    "deposited",  "deposit_status", "reminders",
  "last_reminder", "retention",     "retention_due", "factored",   "corrects",       "label",
  "debit",         "credit",
};

ACQ_DEFINE_CODES (AcqTableField, acq_table_field, field_codes)

G_STATIC_ASSERT (G_N_ELEMENTS (field_codes) == ACQ_N_FIELDS);

static AcqTableHeadings *
headings_new (guint row)
{
  AcqTableHeadings *self = g_new0 (AcqTableHeadings, 1);

  self->heading_row = row;
  self->buckets = g_array_new (FALSE, FALSE, sizeof (AcqTableBucket));
  for (gsize i = 0; i < ACQ_N_FIELDS; i++)
    self->column_of[i] = -1;
  return self;
}

void
acq_table_headings_free (AcqTableHeadings *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->buckets);
  g_free (self);
}

/* "Total TTC (EUR)" and "Total TTC en €" are "Total TTC"; "Tiers payeur" is what it is. */
static void
strip_currency (char *key)
{
  static const char *const endings[] = { "eneuros", "eneuro", "eneur", "euros", "euro", "eur" };
  static const char *const words[] = { "payeur", "acheteur", "debiteur", "valeur" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (key, words[i]))
      return;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (key, endings[i]) && strlen (key) > strlen (endings[i]) + 1)
      {
        key[strlen (key) - strlen (endings[i])] = '\0';
        return;
      }
}

/* The heading's key, with '?' where U+FFFD says that a letter was lost. */
static char *
key_of_heading (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\357\277\275", -1);
  GString *key = g_string_new (NULL);

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *folded = acq_text_fold_key (pieces[i]);

      if (i > 0)
        g_string_append_c (key, '?');
      g_string_append (key, folded);
    }
  strip_currency (key->str);
  return g_string_free (key, FALSE);
}

/* "0-30 j", "De 31 à 60 jours", "+ de 90 jours", "> 90": a number of days and nothing but words about it. */
static gboolean
is_bucket (const char *heading, int *ret_days_late)
{
  static const char words[]
    = " A AU DE DU ET J JOUR JOURS JRS PLUS MOINS D DAYS DAY OVER TO ECHU ECHUS DEPUIS RETARD ";
  g_auto (GStrv) parts = acq_text_fold_words (heading);
  gboolean is_open_ended = strpbrk (heading, "+>") != NULL;
  int first = -1;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      gsize digits = strspn (parts[i], "0123456789");
      g_autofree char *word = g_strdup_printf (" %s ", parts[i] + digits);

      if (digits > 4 || (word[1] != ' ' && strstr (words, word) == NULL))
        return FALSE;
      if (digits > 0 && first < 0)
        first = (int) g_ascii_strtoll (parts[i], NULL, 10);
      is_open_ended = is_open_ended || parts[i][digits] == 'J' || parts[i][digits] == 'D'
                      || strcmp (parts[i], "PLUS") == 0;
    }
  if (first < 0 || !is_open_ended)
    return FALSE;
  *ret_days_late = MAX (first, 1);
  return TRUE;
}

static gboolean
is_not_due (const char *key)
{
  static const char *const keys[]
    = { "nonechu", "nonechus", "aechoir", "courant", "notdue", "notyetdue", "current" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_field (AcqTableHeadings *self, AcqTableField field, guint column)
{
  if (field == ACQ_FIELD_IGNORED || self->column_of[field] >= 0)
    return FALSE;
  self->column_of[field] = (int) column;
  self->n_recognised++;
  return TRUE;
}

static gboolean
take_bucket (AcqTableHeadings *self, const char *heading, const char *key, guint column)
{
  AcqTableBucket bucket = { column, -1 };

  if (!is_not_due (key) && !is_bucket (heading, &bucket.days_late))
    return FALSE;
  g_array_append_val (self->buckets, bucket);
  return TRUE;
}

/* What the user says a heading means, if anything. Letters name columns of a row of headings alone, never of a line. */
static gboolean
find_mapped (GHashTable *mapping, const char *heading, guint column, gboolean letters, AcqTableField *ret_field)
{
  const char *code = letters && heading[0] != '\0' ? acq_mapped_field (mapping, heading, column)
                                                   : acq_mapped_field_by_heading (mapping, heading);

  return code != NULL && acq_table_field_from_code (code, ret_field);
}

static gboolean
has_day (const AcqTable *table, guint row, guint n)
{
  for (guint i = 0; i < n; i++)
    if (acq_column_cell_is_day (table, row, i))
      return TRUE;
  return FALSE;
}

/* First what the user says, then what headings say for sure, then what is left for words of several meanings. */
AcqTableHeadings *
acq_table_headings_read (const AcqTable *table, guint row, GHashTable *mapping)
{
  AcqTableHeadings *self = headings_new (row);
  guint n = MIN (acq_table_n_cells (table, row), MAX_COLUMNS);
  g_autofree char **keys = g_new0 (char *, n + 1);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);
  gboolean letters = mapping != NULL && !has_day (table, row, n);

  for (guint i = 0; i < n; i++)
    {
      AcqTableField field;

      keys[i] = key_of_heading (acq_table_cell (table, row, i));
      done[i] = find_mapped (mapping, acq_table_cell (table, row, i), i, letters, &field);
      if (done[i])
        take_field (self, field, i);
    }
  for (guint i = 0; i < n; i++)
    if (!done[i] && keys[i][0] != '\0')
      done[i] = take_field (self, acq_table_synonyms_find (keys[i]), i)
                || take_bucket (self, acq_table_cell (table, row, i), keys[i], i);
  for (guint i = 0; i < n; i++)
    {
      AcqTableField field;

      for (guint nth = 0; !done[i] && (field = acq_table_synonyms_find_weak (keys[i], nth)) != 0; nth++)
        done[i] = take_field (self, field, i);
      g_free (keys[i]);
    }
  return self;
}

static gboolean
names_customer (const AcqTableHeadings *self)
{
  return acq_table_headings_has (self, ACQ_FIELD_CUSTOMER_NAME)
         || acq_table_headings_has (self, ACQ_FIELD_CUSTOMER_CODE);
}

static gboolean
has_amount (const AcqTableHeadings *self)
{
  return acq_table_headings_has (self, ACQ_FIELD_TOTAL) || acq_table_headings_has (self, ACQ_FIELD_BALANCE)
         || acq_table_headings_has (self, ACQ_FIELD_DUE_AMOUNT)
         || (acq_table_headings_has (self, ACQ_FIELD_NET) && acq_table_headings_has (self, ACQ_FIELD_TAX));
}

static gboolean
is_of_invoices (const AcqTableHeadings *self)
{
  return acq_table_headings_has (self, ACQ_FIELD_NUMBER) && has_amount (self)
         && (names_customer (self) || acq_table_headings_has (self, ACQ_FIELD_SIREN))
         && (acq_table_headings_has (self, ACQ_FIELD_ISSUED) || acq_table_headings_has (self, ACQ_FIELD_DUE));
}

static gboolean
is_of_customers (const AcqTableHeadings *self)
{
  static const AcqTableField details[] = {
    ACQ_FIELD_SIREN,     ACQ_FIELD_SIRET,   ACQ_FIELD_VAT_NUMBER, ACQ_FIELD_EMAIL,
    ACQ_FIELD_PHONE,     ACQ_FIELD_ADDRESS, ACQ_FIELD_POSTCODE,   ACQ_FIELD_CITY,
    ACQ_FIELD_RECIPIENT, ACQ_FIELD_PAYER,   ACQ_FIELD_TERMS,      ACQ_FIELD_CUSTOMER_KIND,
  };
  gboolean detailed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    detailed = detailed || acq_table_headings_has (self, details[i]);
  return detailed && names_customer (self) && !acq_table_headings_has (self, ACQ_FIELD_ISSUED)
         && !acq_table_headings_has (self, ACQ_FIELD_DEBIT)
         && !acq_table_headings_has (self, ACQ_FIELD_CREDIT)
         && !acq_table_headings_has (self, ACQ_FIELD_TOTAL);
}

gboolean
acq_table_headings_are_about (const AcqTableHeadings *self, AcqTableSubject subject)
{
  switch (subject)
    {
    case ACQ_TABLE_ABOUT_INVOICES:
      return is_of_invoices (self);
    case ACQ_TABLE_ABOUT_AGED_BALANCE:
      return names_customer (self) && self->buckets->len >= 2;
    case ACQ_TABLE_ABOUT_CUSTOMERS:
      return is_of_customers (self);
    case ACQ_TABLE_ABOUT_NOTHING:
    default:
      return FALSE;
    }
}

/* In a list of customers "Numéro" is theirs. */
static void
fit_to_customers (AcqTableHeadings *self)
{
  if (self->column_of[ACQ_FIELD_CUSTOMER_CODE] < 0)
    self->column_of[ACQ_FIELD_CUSTOMER_CODE] = self->column_of[ACQ_FIELD_NUMBER];
  self->column_of[ACQ_FIELD_NUMBER] = -1;
}

AcqTableHeadings *
acq_table_headings_find (const AcqTable *table, GHashTable *mapping, AcqTableSubject subject)
{
  for (guint row = 0; row < MIN (acq_table_n_rows (table), MAX_JUNK_ROWS); row++)
    {
      g_autoptr (AcqTableHeadings) headings = NULL;

      if (acq_table_n_filled (table, row) < 2)
        continue;
      headings = acq_table_headings_read (table, row, mapping);
      if (subject == ACQ_TABLE_ABOUT_CUSTOMERS)
        fit_to_customers (headings);
      if (acq_table_headings_are_about (headings, subject))
        return g_steal_pointer (&headings);
    }
  return NULL;
}

AcqTableSubject
acq_table_headings_guess_subject (const AcqTable *table, GHashTable *mapping, int *ret_sureness)
{
  static const struct
  {
    AcqTableSubject subject;
    int sureness;
  } subjects[] = {
    { ACQ_TABLE_ABOUT_INVOICES, 85 },
    { ACQ_TABLE_ABOUT_AGED_BALANCE, 80 },
    { ACQ_TABLE_ABOUT_CUSTOMERS, 70 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (AcqTableHeadings) headings = acq_table_headings_find (table, mapping, subjects[i].subject);

      if (headings == NULL)
        continue;
      *ret_sureness = MIN (subjects[i].sureness + (int) headings->n_recognised, 98);
      return subjects[i].subject;
    }
  *ret_sureness = 0;
  return ACQ_TABLE_ABOUT_NOTHING;
}
