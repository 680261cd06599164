/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-repository.h"
#include "acq-import-intake.h"

/* What names a customer in one file: the same words are the same customer, looked up once. */
static char *
words_of (const AcqCustomer *customer)
{
  return g_strdup_printf ("%s\x1f%s\x1f%s\x1f%s", customer->code == NULL ? "" : customer->code,
                          customer->siret == NULL ? "" : customer->siret,
                          customer->siren == NULL ? "" : customer->siren,
                          customer->name == NULL ? "" : customer->name);
}

static void
remember (AcqImportIntake *self, char *words, gint64 id)
{
  gint64 *value = g_new (gint64, 1);

  *value = id;
  g_hash_table_replace (self->customer_ids, words, value);
}

void
acq_awaited_link_free (AcqAwaitedLink *self)
{
  g_free (self->recipient_code);
  g_free (self->payer_code);
  g_free (self);
}

/* TRUE where the text was missing and is known now. */
static gboolean
fill (char **kept, const char *imported)
{
  if (imported == NULL || imported[0] == '\0' || (*kept != NULL && (*kept)[0] != '\0'))
    return FALSE;
  g_free (*kept);
  *kept = g_strdup (imported);
  return TRUE;
}

static gboolean
has_contact (const AcqCustomer *customer, const AcqContact *contact)
{
  for (guint i = 0; i < customer->contacts->len; i++)
    {
      const AcqContact *kept = customer->contacts->pdata[i];

      if (g_strcmp0 (kept->email, contact->email) == 0 && g_strcmp0 (kept->phone, contact->phone) == 0
          && kept->role == contact->role)
        return TRUE;
    }
  return FALSE;
}

static gboolean
fill_contacts (AcqCustomer *kept, const AcqCustomer *imported)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < imported->contacts->len; i++)
    {
      const AcqContact *contact = imported->contacts->pdata[i];

      if (has_contact (kept, contact))
        continue;
      g_ptr_array_add (kept->contacts,
                       acq_contact_new (contact->role, contact->name, contact->email, contact->phone));
      changed = TRUE;
    }
  return changed;
}

/* A stated kind beats a guess; a better guess beats not knowing. */
static gboolean
settle_kind (AcqCustomer *kept, const AcqCustomer *imported)
{
  AcqCustomerKind kind = kept->kind;
  AcqKindSource source = kept->kind_source;

  if (imported->kind != ACQ_CUSTOMER_KIND_UNKNOWN && imported->kind_source == ACQ_KIND_SOURCE_STATED)
    {
      kind = imported->kind;
      source = ACQ_KIND_SOURCE_STATED;
    }
  else if (source == ACQ_KIND_SOURCE_GUESSED)
    kind = acq_customer_guess_kind (kept->name, kept->siren, kept->vat_number);
  if (kind == kept->kind && source == kept->kind_source)
    return FALSE;
  kept->kind = kind;
  kept->kind_source = source;
  return TRUE;
}

static gint64
find_linked (AcqImportIntake *self, const char *code, GError **error)
{
  if (code == NULL || code[0] == '\0')
    return 0;
  return acq_customer_repository_find_by_code (self->connection, code, error);
}

static gboolean
fill_links (AcqImportIntake *self, AcqCustomer *kept, const char *recipient_code, const char *payer_code,
            gboolean *changed, GError **error)
{
  gint64 recipient = find_linked (self, recipient_code, error);
  gint64 payer = recipient < 0 ? -1 : find_linked (self, payer_code, error);

  if (recipient < 0 || payer < 0)
    return FALSE;
  if (recipient != 0 && recipient != kept->id && kept->recipient_id != recipient)
    {
      kept->recipient_id = recipient;
      *changed = TRUE;
    }
  if (payer != 0 && payer != kept->id && kept->payer_id != payer)
    {
      kept->payer_id = payer;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
is_code (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
await_links (AcqImportIntake *self, gint64 id, const AcqCustomer *imported, gboolean duplicate)
{
  AcqAwaitedLink *link;

  if (!is_code (imported->recipient_code) && !is_code (imported->payer_code))
    return;
  link = g_new0 (AcqAwaitedLink, 1);
  link->customer_id = id;
  link->recipient_code = g_strdup (imported->recipient_code);
  link->payer_code = g_strdup (imported->payer_code);
  link->duplicate = duplicate;
  g_ptr_array_add (self->links, link);
}

/* A code that the program made up gives way to one that a file gives. */
static gboolean
adopt_code (AcqCustomer *kept, const AcqCustomer *imported)
{
  if (!kept->code_generated || imported->code == NULL || imported->code[0] == '\0')
    return FALSE;
  g_free (kept->code);
  kept->code = g_strdup (imported->code);
  kept->code_generated = FALSE;
  return TRUE;
}

static gboolean
fill_in (AcqImportIntake *self, AcqCustomer *kept, const AcqCustomer *imported, gboolean *changed,
         GError **error)
{
  gboolean new_address = kept->address == NULL && kept->city == NULL;

  *changed |= adopt_code (kept, imported);
  *changed |= fill (&kept->siren, imported->siren);
  *changed |= fill (&kept->siret, imported->siret);
  *changed |= fill (&kept->vat_number, imported->vat_number);
  *changed |= fill (&kept->language, imported->language);
  if (new_address)
    {
      *changed |= fill (&kept->address, imported->address);
      *changed |= fill (&kept->postcode, imported->postcode);
      *changed |= fill (&kept->city, imported->city);
      *changed |= fill (&kept->country, imported->country);
    }
  if (!acq_payment_terms_are_known (kept->terms) && acq_payment_terms_are_known (imported->terms))
    {
      kept->terms = imported->terms;
      *changed = TRUE;
    }
  *changed |= fill_contacts (kept, imported);
  *changed |= settle_kind (kept, imported);
  return fill_links (self, kept, imported->recipient_code, imported->payer_code, changed, error);
}

static AcqCustomer *
new_customer (const AcqCustomer *imported)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->code = g_strdup (imported->code);
  customer->name = g_strdup (imported->name != NULL ? imported->name : imported->code);
  customer->kind = imported->kind;
  customer->kind_source = imported->kind_source;
  customer->precious = imported->precious;
  customer->credit_limit = imported->credit_limit;
  customer->insolvent_since = imported->insolvent_since;
  return customer;
}

static gint64
insert_customer (AcqImportIntake *self, const AcqCustomer *imported, GError **error)
{
  g_autoptr (AcqCustomer) customer = new_customer (imported);
  gboolean changed = FALSE;

  if (!fill_in (self, customer, imported, &changed, error)
      || !acq_customer_repository_insert (self->connection, customer, self->result->batch, error))
    return -1;
  await_links (self, customer->id, imported, FALSE);
  return customer->id;
}

static gboolean
update_customer (AcqImportIntake *self, gint64 id, const AcqCustomer *imported, gboolean *ret_changed,
                 GError **error)
{
  g_autoptr (AcqCustomer) kept = acq_customer_repository_find (self->connection, id, error);

  *ret_changed = FALSE;
  if (kept == NULL || !fill_in (self, kept, imported, ret_changed, error))
    return FALSE;
  return !*ret_changed
         || (acq_batch_repository_keep_customer (self->connection, self->result->batch, id, error)
             && acq_customer_repository_update (self->connection, kept, error));
}

static gboolean
settle_link (AcqImportIntake *self, const AcqAwaitedLink *link, gboolean *ret_changed, GError **error)
{
  g_autoptr (AcqCustomer) kept = acq_customer_repository_find (self->connection, link->customer_id, error);

  *ret_changed = FALSE;
  if (kept == NULL || !fill_links (self, kept, link->recipient_code, link->payer_code, ret_changed, error))
    return FALSE;
  return !*ret_changed
         || (acq_batch_repository_keep_customer (self->connection, self->result->batch, kept->id, error)
             && acq_customer_repository_update (self->connection, kept, error));
}

gboolean
acq_import_intake_settle_links (AcqImportIntake *self, GError **error)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const AcqAwaitedLink *link = self->links->pdata[i];
      gboolean changed;

      if (!settle_link (self, link, &changed, error))
        return FALSE;
      if (changed && link->duplicate)
        {
          self->result->duplicates--;
          self->result->updated++;
        }
    }
  return TRUE;
}

gint64
acq_import_intake_look_up_customer (AcqImportIntake *self, const AcqCustomer *imported, GError **error)
{
  g_autofree char *words = words_of (imported);
  const gint64 *known = g_hash_table_lookup (self->customer_ids, words);

  return known != NULL ? *known : acq_customer_repository_find_same (self->connection, imported, error);
}

gint64
acq_import_intake_keep_customer (AcqImportIntake *self, const AcqCustomer *imported, GError **error)
{
  g_autofree char *words = words_of (imported);
  const gint64 *known = g_hash_table_lookup (self->customer_ids, words);
  gboolean changed;
  gint64 id;

  if (known != NULL)
    return *known;
  id = acq_customer_repository_find_same (self->connection, imported, error);
  if (id < 0)
    return -1;
  if (id == 0)
    id = insert_customer (self, imported, error);
  else if (!update_customer (self, id, imported, &changed, error))
    return -1;
  if (id > 0)
    remember (self, g_steal_pointer (&words), id);
  return id;
}

gboolean
acq_import_intake_customer (gpointer user_data, const AcqCustomer *imported, GError **error)
{
  AcqImportIntake *self = user_data;
  gint64 id = acq_customer_repository_find_same (self->connection, imported, error);
  gboolean changed;

  if (id < 0)
    return FALSE;
  self->result->read++;
  if (id == 0)
    {
      self->result->added++;
      return insert_customer (self, imported, error) > 0;
    }
  if (!update_customer (self, id, imported, &changed, error))
    return FALSE;
  await_links (self, id, imported, !changed);
  if (changed)
    self->result->updated++;
  else
    self->result->duplicates++;
  return TRUE;
}
