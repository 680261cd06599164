/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-repository.h"

#include "acq-text-normalizer.h"

#define COLUMNS                                                                                              \
  "id, code, name, kind, kind_source, siren, siret, vat_number, address, postcode, city, country, language," \
  " recipient_id, payer_id, terms, credit_limit, insolvent_since, precious,"                                 \
  " code_generated, shortfall, address_form"

static gboolean
generate_code (AcqConnection *connection, AcqCustomer *customer, GError **error)
{
  gint64 next = 1, taken = 1;

  if (!acq_connection_get_int (connection, &next, error, "SELECT coalesce (max (id), 0) + 1 FROM customer",
                               ""))
    return FALSE;
  for (; taken != 0; next++)
    {
      g_free (customer->code);
      customer->code = g_strdup_printf ("C%05" G_GINT64_FORMAT, next);
      if (!acq_connection_get_int (connection, &taken, error, "SELECT count(*) FROM customer WHERE code = ?",
                                   "t", customer->code))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_contacts (AcqConnection *connection, const AcqCustomer *customer, GError **error)
{
  for (guint i = 0; i < customer->contacts->len; i++)
    {
      const AcqContact *contact = customer->contacts->pdata[i];

      if (!acq_connection_run (
            connection, error,
            "INSERT INTO contact (customer_id, role, name, email, phone) VALUES (?, ?, ?, ?, ?)", "itttt",
            customer->id, acq_contact_role_to_code (contact->role), contact->name, contact->email,
            contact->phone))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_customer_repository_insert (AcqConnection *connection, AcqCustomer *customer, gint64 batch_id,
                                GError **error)
{
  g_autofree char *terms = acq_payment_terms_format (customer->terms);
  g_autofree char *key = acq_text_fold_key (customer->name);

  if (customer->code == NULL || customer->code[0] == '\0')
    {
      customer->code_generated = TRUE;
      if (!generate_code (connection, customer, error))
        return FALSE;
    }
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO customer (code, name, name_key, kind, kind_source, siren, siret, vat_number,"
        " address, postcode, city, country, language, recipient_id, payer_id, terms,"
        " credit_limit, insolvent_since, precious, code_generated, address_form, batch_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "ttttttttttttt"
        "zztidbbtz",
        customer->code, customer->name, key, acq_customer_kind_to_code (customer->kind),
        acq_kind_source_to_code (customer->kind_source), customer->siren, customer->siret,
        customer->vat_number, customer->address, customer->postcode, customer->city, customer->country,
        customer->language, customer->recipient_id, customer->payer_id, terms, customer->credit_limit,
        customer->insolvent_since, customer->precious, customer->code_generated,
        acq_address_form_to_code (customer->address_form), batch_id))
    return FALSE;
  customer->id = acq_connection_last_id (connection);
  return write_contacts (connection, customer, error);
}

gboolean
acq_customer_repository_update (AcqConnection *connection, const AcqCustomer *customer, GError **error)
{
  g_autofree char *terms = acq_payment_terms_format (customer->terms);
  g_autofree char *key = acq_text_fold_key (customer->name);

  return acq_connection_run (connection, error,
                             "UPDATE customer SET code = ?, name = ?, name_key = ?, kind = ?, kind_source = "
                             "?, siren = ?, siret = ?,"
                             " vat_number = ?, address = ?, postcode = ?, city = ?, country = ?, language = "
                             "?, recipient_id = ?,"
                             " payer_id = ?, terms = ?, credit_limit = ?, insolvent_since = ?, precious = ?, "
                             "code_generated = ?,"
                             " address_form = ? WHERE id = ?",
                             "ttttttttttttt"
                             "zztidbbti",
                             customer->code, customer->name, key, acq_customer_kind_to_code (customer->kind),
                             acq_kind_source_to_code (customer->kind_source), customer->siren,
                             customer->siret, customer->vat_number, customer->address, customer->postcode,
                             customer->city, customer->country, customer->language, customer->recipient_id,
                             customer->payer_id, terms, customer->credit_limit, customer->insolvent_since,
                             customer->precious, customer->code_generated,
                             acq_address_form_to_code (customer->address_form), customer->id)
         && acq_connection_run (connection, error, "DELETE FROM contact WHERE customer_id = ?", "i",
                                customer->id)
         && write_contacts (connection, customer, error);
}

gboolean
acq_customer_repository_set_shortfall (AcqConnection *connection, gint64 id, AcqShortfall shortfall,
                                       GError **error)
{
  return acq_connection_run (connection, error, "UPDATE customer SET shortfall = ? WHERE id = ?", "ti",
                             shortfall == ACQ_SHORTFALL_STILL_OWED ? NULL : acq_shortfall_to_code (shortfall),
                             id);
}

static AcqCustomer *
read_customer (AcqRows *rows)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = acq_rows_int (rows, 0);
  customer->code = acq_rows_dup_text (rows, 1);
  customer->name = acq_rows_dup_text (rows, 2);
  acq_customer_kind_from_code (acq_rows_text (rows, 3), &customer->kind);
  acq_kind_source_from_code (acq_rows_text (rows, 4), &customer->kind_source);
  customer->siren = acq_rows_dup_text (rows, 5);
  customer->siret = acq_rows_dup_text (rows, 6);
  customer->vat_number = acq_rows_dup_text (rows, 7);
  customer->address = acq_rows_dup_text (rows, 8);
  customer->postcode = acq_rows_dup_text (rows, 9);
  customer->city = acq_rows_dup_text (rows, 10);
  customer->country = acq_rows_dup_text (rows, 11);
  customer->language = acq_rows_dup_text (rows, 12);
  customer->recipient_id = acq_rows_int (rows, 13);
  customer->payer_id = acq_rows_int (rows, 14);
  customer->terms = acq_payment_terms_parse (acq_rows_text (rows, 15));
  customer->credit_limit = acq_rows_is_null (rows, 16) ? -1 : acq_rows_int (rows, 16);
  customer->insolvent_since = acq_rows_day (rows, 17);
  customer->precious = acq_rows_int (rows, 18) != 0;
  customer->code_generated = acq_rows_int (rows, 19) != 0;
  acq_shortfall_from_code (acq_rows_text (rows, 20), &customer->shortfall);
  acq_address_form_from_code (acq_rows_text (rows, 21), &customer->address_form);
  return customer;
}

static AcqContact *
read_contact (AcqRows *rows, int first)
{
  AcqContactRole role = ACQ_CONTACT_ROLE_OTHER;

  acq_contact_role_from_code (acq_rows_text (rows, first), &role);
  return acq_contact_new (role, acq_rows_text (rows, first + 1), acq_rows_text (rows, first + 2),
                          acq_rows_text (rows, first + 3));
}

AcqCustomer *
acq_customer_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqCustomer) customer = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM customer WHERE id = ?", "i", id);
  g_autoptr (AcqRows) contacts = NULL;

  if (rows == NULL)
    return NULL;
  if (acq_rows_next (rows, &local_error))
    customer = read_customer (rows);
  if (customer != NULL)
    {
      contacts = acq_connection_query (
        connection, error, "SELECT role, name, email, phone FROM contact WHERE customer_id = ? ORDER BY id",
        "i", id);
      if (contacts == NULL)
        return NULL;
      while (acq_rows_next (contacts, &local_error))
        g_ptr_array_add (customer->contacts, read_contact (contacts, 0));
    }
  if (local_error == NULL)
    return g_steal_pointer (&customer);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gint64
acq_customer_repository_find_by_code (AcqConnection *connection, const char *code, GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (connection, &id, error, "SELECT id FROM customer WHERE code = ?", "t", code))
    return -1;
  return id;
}

/* By SIREN and name, by SIREN alone, by name alone: each only where just one customer fits. A customer whose code came
   from a file is another one than a customer with another code from a file. */
static gint64
find_by_identity (AcqConnection *connection, const AcqCustomer *customer, gboolean has_code, GError **error)
{
  g_autofree char *key = acq_text_fold_key (customer->name);
  gint64 id = 0;

  if (customer->siren != NULL
      && !acq_connection_get_int (connection, &id, error,
                                  "SELECT id FROM customer WHERE siren = ? AND name_key = ?"
                                  " AND (code_generated OR NOT ?) LIMIT 1",
                                  "ttb", customer->siren, key, has_code))
    return -1;
  if (id == 0 && customer->siren != NULL
      && !acq_connection_get_int (connection, &id, error,
                                  "SELECT CASE WHEN count(*) = 1 THEN min (id) ELSE 0 END FROM customer"
                                  " WHERE siren = ? AND (code_generated OR NOT ?)",
                                  "tb", customer->siren, has_code))
    return -1;
  if (id == 0 && key[0] != '\0'
      && !acq_connection_get_int (connection, &id, error,
                                  "SELECT CASE WHEN count(*) = 1 THEN min (id) ELSE 0 END FROM customer"
                                  " WHERE name_key = ?1 AND (?2 IS NULL OR siren IS NULL OR siren = ?2)"
                                  " AND (code_generated OR NOT ?3)",
                                  "ttb", key, customer->siren, has_code))
    return -1;
  return id;
}

gint64
acq_customer_repository_find_same (AcqConnection *connection, const AcqCustomer *customer, GError **error)
{
  gboolean has_code = customer->code != NULL && customer->code[0] != '\0';
  gint64 id = has_code ? acq_customer_repository_find_by_code (connection, customer->code, error) : 0;

  return id != 0 ? id : find_by_identity (connection, customer, has_code, error);
}

gboolean
acq_customer_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM customer ORDER BY id", "");
  g_autoptr (AcqRows) contacts = acq_connection_query (
    connection, error, "SELECT customer_id, role, name, email, phone FROM contact ORDER BY id", "");

  if (rows == NULL || contacts == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    acq_ledger_take_customer (ledger, read_customer (rows));
  while (local_error == NULL && acq_rows_next (contacts, &local_error))
    {
      AcqCustomer *customer = acq_ledger_find_customer (ledger, acq_rows_int (contacts, 0));

      g_ptr_array_add (customer->contacts, read_contact (contacts, 1));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Who must stay keeps those whom he names as recipient or payer; customers of the batch that only name each other all go. */
gboolean
acq_customer_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                      GError **error)
{
  if (!acq_connection_run (connection, error,
                           "WITH RECURSIVE kept (id) AS ("
                           " SELECT id FROM customer WHERE batch_id IS NOT ?1"
                           " OR EXISTS (SELECT 1 FROM invoice WHERE customer_id = customer.id)"
                           " OR EXISTS (SELECT 1 FROM receipt WHERE customer_id = customer.id)"
                           " OR EXISTS (SELECT 1 FROM note WHERE customer_id = customer.id)"
                           " OR EXISTS (SELECT 1 FROM message WHERE recipient_id = customer.id)"
                           " OR EXISTS (SELECT 1 FROM payment_plan WHERE customer_id = customer.id)"
                           " OR EXISTS (SELECT 1 FROM issued_letter WHERE customer_id = customer.id)"
                           " UNION SELECT o.recipient_id FROM kept k JOIN customer o ON o.id = k.id"
                           " WHERE o.recipient_id IS NOT NULL"
                           " UNION SELECT o.payer_id FROM kept k JOIN customer o ON o.id = k.id"
                           " WHERE o.payer_id IS NOT NULL)"
                           " DELETE FROM customer WHERE batch_id = ?1 AND id NOT IN (SELECT id FROM kept)",
                           "i", batch_id))
    return FALSE;
  *ret_removed = acq_connection_changes (connection);
  return TRUE;
}
