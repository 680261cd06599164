/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sender-case.h"

#include "acq-fact-entry.h"
#include "acq-letter-job.h"

void
sender_case_give_details (StoreCase *self, const char *const *more)
{
  static const char *const usual[] = {
    "name=Menuiserie Vauban",
    "siren=987654324",
    "address=8 rue des Charpentiers",
    "postcode=25000",
    "city=Besançon",
    "iban=FR7610278000000123456789059",
    "signatory=Hélène Vauban",
    "signatory_role=Gérante",
  };
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (details, (gpointer) usual[i]);
  for (; *more != NULL; more++)
    g_ptr_array_add (details, (gpointer) *more);
  g_ptr_array_add (details, NULL);
  acq_fact_set_details (self->file, (const char *const *) details->pdata, &error);
  g_assert_no_error (error);
}

char *
sender_case_write_notice (StoreCase *self)
{
  static const char *const accepted[] = { "missing_copy", NULL };
  AcqLetterRequest request
    = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .customer = "C1", .accepted = accepted, .reason = "sent before" };
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (GError) error = NULL;

  acq_connection_exec (
    self->connection,
    "INSERT INTO company_detail VALUES ('name', 'Menuiserie'), ('legal_form', 'EI'), ('siren', '987654324'),"
    " ('address', '8 rue des Charpentiers'), ('postcode', '25000'), ('city', 'Besançon'), ('signatory', 'H. Vauban'),"
    " ('signatory_role', 'Gérante'), ('iban', 'FR7610278000000123456789059'), ('mediator_name', 'Médiation'),"
    " ('mediator_address', '3 place du Marché, 25000 Besançon');"
    "INSERT INTO customer (id, code, name, name_key, kind, kind_source, address, postcode, city) VALUES"
    " (1, 'C1', 'Mme Delaunay', 'MME DELAUNAY', 'consumer', 'stated', '5 rue du Pressoir', '25220', 'Thise');"
    "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance) VALUES"
    " (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000);"
    "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance) VALUES"
    " (1, 'normal', '2026-02-09', 'EUR', 10000, 10000);"
    "INSERT INTO reminder (invoice_id, day, level, channel) VALUES (1, '2026-02-20', 1, 'mail')",
    &error);
  g_assert_no_error (error);
  result = acq_letter_issue (self->file, &request, &error);
  g_assert_no_error (error);
  return g_strdup (result->reference);
}
