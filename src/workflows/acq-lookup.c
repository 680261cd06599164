/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-lookup.h"

#include "acq-invoice-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

#define MAX_CANDIDATES 8

static void
add_candidate (GString *list, const char *code, const char *name)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append_printf (list, "%s (%s)", code, name);
}

/* "text" when nobody bears the name, the candidates when several do. */
static void
set_customer_error (GError **error, guint n, const char *text, const GString *candidates)
{
  if (n == 0)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER, "%s", text);
  else
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER, "%s", candidates->str);
}

gint64
acq_lookup_customer (AcqConnection *connection, const char *text, GError **error)
{
  g_autofree char *key = acq_text_fold_key (text);
  g_autoptr (GString) candidates = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT id, code, name, code = ?1 FROM customer WHERE code = ?1 OR name_key = ?2 ORDER BY code <> ?1, id",
    "tt", text, key);
  gint64 id = 0;
  guint n = 0;

  if (rows == NULL)
    return 0;
  while (acq_rows_next (rows, &local_error))
    {
      if (n++ == 0)
        id = acq_rows_int (rows, 0);
      if (acq_rows_int (rows, 3) != 0)
        return id;
      if (n <= MAX_CANDIDATES)
        add_candidate (candidates, acq_rows_text (rows, 1), acq_rows_text (rows, 2));
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (n == 1)
    return id;
  else
    set_customer_error (error, n, text, candidates);
  return 0;
}

AcqInvoice *
acq_lookup_invoice (AcqConnection *connection, const char *number, GError **error)
{
  gint64 id = acq_invoice_repository_find_id (connection, number, error);

  if (id > 0)
    return acq_invoice_repository_find (connection, id, error);
  if (id == 0)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE, "%s", number);
  return NULL;
}

AcqCustomer *
acq_lookup_customer_in (const AcqLedger *ledger, const char *text, GError **error)
{
  g_autofree char *key = acq_text_fold_key (text);
  g_autoptr (GString) candidates = g_string_new (NULL);
  AcqCustomer *found = NULL;
  guint n = 0;

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      AcqCustomer *customer = ledger->customers->pdata[i];
      g_autofree char *name_key = acq_text_fold_key (customer->name);

      if (g_str_equal (customer->code, text))
        return customer;
      if (!g_str_equal (name_key, key))
        continue;
      found = customer;
      if (n++ < MAX_CANDIDATES)
        add_candidate (candidates, customer->code, customer->name);
    }
  if (n == 1)
    return found;
  set_customer_error (error, n, text, candidates);
  return NULL;
}

AcqInvoice *
acq_lookup_invoice_in (const AcqLedger *ledger, const char *number, GError **error)
{
  AcqInvoice *invoice = acq_ledger_find_invoice_by_number (ledger, number);

  if (invoice == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE, "%s", number);
  return invoice;
}
