/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-book.h"

static const char *const grounds_codes[] = { "invoice", "customer", "rule", "default" };

ACQ_DEFINE_CODES (AcqScenarioGrounds, acq_scenario_grounds, grounds_codes)

AcqScenarioEntry *
acq_scenario_entry_new (AcqScenario *scenario)
{
  AcqScenarioEntry *self = g_new0 (AcqScenarioEntry, 1);

  self->scenario = scenario;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (AcqSegmentCondition));
  return self;
}

AcqScenarioEntry *
acq_scenario_entry_copy (const AcqScenarioEntry *self)
{
  AcqScenarioEntry *copy = acq_scenario_entry_new (acq_scenario_copy (self->scenario));

  g_array_append_vals (copy->conditions, self->conditions->data, self->conditions->len);
  copy->preset = self->preset;
  copy->edited = self->edited;
  return copy;
}

gboolean
acq_scenario_entry_equal (const AcqScenarioEntry *a, const AcqScenarioEntry *b)
{
  if (!acq_scenario_equal (a->scenario, b->scenario) || g_strcmp0 (a->scenario->name, b->scenario->name) != 0
      || a->conditions->len != b->conditions->len)
    return FALSE;
  for (guint i = 0; i < a->conditions->len; i++)
    {
      const AcqSegmentCondition *one = &g_array_index (a->conditions, AcqSegmentCondition, i),
                                *other = &g_array_index (b->conditions, AcqSegmentCondition, i);

      if (one->criterion != other->criterion || one->value != other->value)
        return FALSE;
    }
  return TRUE;
}

void
acq_scenario_entry_free (AcqScenarioEntry *self)
{
  if (self == NULL)
    return;
  acq_scenario_free (self->scenario);
  g_array_unref (self->conditions);
  g_free (self);
}

static void
free_entry (gpointer entry)
{
  acq_scenario_entry_free (entry);
}

AcqScenarioBook *
acq_scenario_book_new (void)
{
  AcqScenarioBook *self = g_new0 (AcqScenarioBook, 1);
  gsize n;
  const AcqScenario *presets = acq_scenario_presets (&n);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  for (gsize i = 0; i < n; i++)
    {
      AcqScenarioEntry *entry = acq_scenario_entry_new (acq_scenario_copy (&presets[i]));

      entry->preset = TRUE;
      g_ptr_array_add (self->entries, entry);
    }
  self->default_code = g_strdup (acq_scenario_standard ()->code);
  self->customer_choices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->invoice_choices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->today = ACQ_DAY_NONE;
  return self;
}

void
acq_scenario_book_free (AcqScenarioBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->customer_choices);
  g_hash_table_unref (self->invoice_choices);
  acq_customer_profiles_free (self->profiles);
  g_free (self->default_code);
  g_free (self);
}

AcqScenarioEntry *
acq_scenario_book_find (const AcqScenarioBook *self, const char *code)
{
  for (guint i = 0; code != NULL && i < self->entries->len; i++)
    {
      AcqScenarioEntry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->scenario->code, code))
        return entry;
    }
  return NULL;
}

const AcqScenario *
acq_scenario_book_default (const AcqScenarioBook *self)
{
  const AcqScenarioEntry *entry = acq_scenario_book_find (self, self->default_code);

  return entry != NULL ? entry->scenario : acq_scenario_standard ();
}

static gboolean
is_chosen (GHashTable *choices, const char *code)
{
  GHashTableIter iter;
  gpointer chosen;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, NULL, &chosen))
    if (g_str_equal (chosen, code))
      return TRUE;
  return FALSE;
}

gboolean
acq_scenario_book_is_used (const AcqScenarioBook *self, const AcqScenarioEntry *entry)
{
  const char *code = entry->scenario->code;

  return entry->conditions->len > 0 || g_str_equal (self->default_code, code)
         || is_chosen (self->customer_choices, code) || is_chosen (self->invoice_choices, code);
}

static gboolean
has_rules (const AcqScenarioBook *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((const AcqScenarioEntry *) self->entries->pdata[i])->conditions->len > 0)
      return TRUE;
  return FALSE;
}

void
acq_scenario_book_read_customers (AcqScenarioBook *self, const AcqLedger *ledger, AcqDay today)
{
  g_clear_pointer (&self->profiles, acq_customer_profiles_free);
  self->today = today;
  if (has_rules (self))
    self->profiles = acq_customer_profiles_new (ledger, today);
}

AcqScenarioBook *
acq_scenario_book_try (const AcqScenarioBook *self, const AcqScenarioEntry *entry, const AcqLedger *ledger)
{
  AcqScenarioBook *tried = g_new0 (AcqScenarioBook, 1);
  gboolean known = FALSE;

  tried->entries = g_ptr_array_new_with_free_func (free_entry);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const AcqScenarioEntry *kept = self->entries->pdata[i];
      gboolean same = g_str_equal (kept->scenario->code, entry->scenario->code);

      known = known || same;
      g_ptr_array_add (tried->entries, acq_scenario_entry_copy (same ? entry : kept));
    }
  if (!known)
    g_ptr_array_add (tried->entries, acq_scenario_entry_copy (entry));
  tried->default_code = g_strdup (self->default_code);
  tried->customer_choices = g_hash_table_ref (self->customer_choices);
  tried->invoice_choices = g_hash_table_ref (self->invoice_choices);
  acq_scenario_book_read_customers (tried, ledger, self->today);
  return tried;
}

static const AcqScenario *
find_chosen (const AcqScenarioBook *self, GHashTable *choices, gint64 id)
{
  const AcqScenarioEntry *entry = acq_scenario_book_find (self, g_hash_table_lookup (choices, &id));

  return entry == NULL ? NULL : entry->scenario;
}

static const AcqScenario *
find_by_rule (const AcqScenarioBook *self, const AcqCustomer *customer, const AcqInvoice *invoice)
{
  const AcqCustomerProfile *profile
    = self->profiles == NULL ? NULL : acq_customer_profiles_get (self->profiles, customer->id);

  for (guint i = 0; profile != NULL && i < self->entries->len; i++)
    {
      const AcqScenarioEntry *entry = self->entries->pdata[i];

      if (acq_segment_holds ((const AcqSegmentCondition *) (gpointer) entry->conditions->data,
                             entry->conditions->len, profile, invoice, self->today))
        return entry->scenario;
    }
  return NULL;
}

static const AcqScenario *
find_by_grounds (const AcqScenarioBook *self, const AcqCustomer *customer, const AcqInvoice *invoice,
                 AcqScenarioGrounds grounds)
{
  switch (grounds)
    {
    case ACQ_SCENARIO_BY_INVOICE:
      return invoice == NULL ? NULL : find_chosen (self, self->invoice_choices, invoice->id);
    case ACQ_SCENARIO_BY_CUSTOMER:
      return find_chosen (self, self->customer_choices, customer->id);
    case ACQ_SCENARIO_BY_RULE:
      return find_by_rule (self, customer, invoice);
    case ACQ_SCENARIO_BY_DEFAULT:
    default:
      return acq_scenario_book_default (self);
    }
}

const AcqScenario *
acq_scenario_book_choose (const AcqScenarioBook *self, const AcqCustomer *customer, const AcqInvoice *invoice,
                          AcqScenarioGrounds *ret_grounds)
{
  AcqScenarioGrounds grounds = ACQ_SCENARIO_BY_INVOICE;
  const AcqScenario *scenario;

  while ((scenario = find_by_grounds (self, customer, invoice, grounds)) == NULL)
    grounds++;
  if (ret_grounds != NULL)
    *ret_grounds = grounds;
  return scenario;
}

const AcqScenario *
acq_scenario_book_lookup (const AcqCustomer *customer, const AcqInvoice *invoice, gpointer book)
{
  return acq_scenario_book_choose (book, customer, invoice, NULL);
}

guint *
acq_scenario_book_count_customers (const AcqScenarioBook *self, const AcqLedger *ledger)
{
  guint *counts = g_new0 (guint, self->entries->len);

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqScenario *scenario = acq_scenario_book_choose (self, ledger->customers->pdata[i], NULL, NULL);

      for (guint j = 0; j < self->entries->len; j++)
        counts[j] += ((const AcqScenarioEntry *) self->entries->pdata[j])->scenario == scenario;
    }
  return counts;
}
