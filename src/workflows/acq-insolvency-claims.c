/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-insolvency-claims.h"

#include "acq-customer-repository.h"
#include "acq-interest-report.h"
#include "acq-legal-error.h"
#include "acq-lookup.h"
#include "acq-procedural-deadline.h"
#include "acq-settings-repository.h"
#include "acq-workflow-error.h"

gint64
acq_insolvency_claim_total (const AcqInsolvencyClaim *self)
{
  return self->principal + self->interest + self->indemnities;
}

gboolean
acq_insolvency_claim_is_late (const AcqInsolvencyClaim *self, AcqDay today)
{
  return self->declared == ACQ_DAY_NONE && today > self->deadline;
}

/* Days are kept beside the other settings of the company, by customer. */
static char *
key_of (gint64 customer_id, const char *what)
{
  return g_strdup_printf ("insolvency.%" G_GINT64_FORMAT ".%s", customer_id, what);
}

static gboolean
read_day (AcqConnection *connection, gint64 customer_id, const char *what, AcqDay *ret_day, GError **error)
{
  g_autofree char *key = key_of (customer_id, what);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = acq_settings_repository_get (connection, key, &local_error);

  *ret_day = text == NULL ? ACQ_DAY_NONE : acq_day_parse_iso (text);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_day (AcqConnection *connection, gint64 customer_id, const char *what, AcqDay day, GError **error)
{
  g_autofree char *key = key_of (customer_id, what);
  g_autofree char *text = day == ACQ_DAY_NONE ? g_strdup ("") : acq_day_to_iso (day);

  return acq_settings_repository_set (connection, key, text, error);
}

/* Overseas departments and territories are not metropolitan France. */
static gboolean
is_abroad (const AcqCompany *company)
{
  const char *postcode = company->postcode == NULL ? "" : company->postcode;

  return g_str_has_prefix (postcode, "97") || g_str_has_prefix (postcode, "98");
}

/* The calendar of the court's place, as far as it can be told from where the customer sits. */
static AcqBusinessCalendar *
calendar_of (const AcqCustomer *customer)
{
  const char *postcode = customer->postcode == NULL ? "" : customer->postcode;
  gboolean alsace_moselle = g_str_has_prefix (postcode, "57") || g_str_has_prefix (postcode, "67")
                            || g_str_has_prefix (postcode, "68");

  return acq_business_calendar_new (alsace_moselle ? ACQ_HOLIDAY_REGION_ALSACE_MOSELLE
                                                   : ACQ_HOLIDAY_REGION_MAINLAND);
}

static AcqDay
deadline_of (const AcqInsolvencyClaim *claim, const AcqLegalValues *law)
{
  g_autoptr (AcqBusinessCalendar) calendar = calendar_of (claim->customer);

  return acq_procedural_deadline_day (claim->abroad ? ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION_ABROAD
                                                    : ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION,
                                      claim->published == ACQ_DAY_NONE ? claim->judged : claim->published, law,
                                      calendar);
}

/* A claim is born with the delivery; what was delivered after the judgment is paid at its due day (L622-17). */
static gboolean
is_declared_in (const AcqInvoice *invoice, const AcqInsolvencyClaim *claim)
{
  AcqDay born = invoice->performed == ACQ_DAY_NONE ? invoice->issued : invoice->performed;

  return invoice->customer_id == claim->customer->id && !invoice->cancelled && !invoice->factored
         && invoice->balance > 0 && born < claim->judged
         && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR);
}

static gboolean
add_invoice (AcqInsolvencyClaim *claim, const AcqBooks *books, const AcqInterestBasis *basis,
             const AcqInvoice *invoice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqInterestReport) report
    = acq_interest_report_new (books->ledger, books->history, basis, invoice, books->today, &local_error);

  claim->n_invoices++;
  claim->principal += invoice->balance;
  if (g_error_matches (local_error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING))
    {
      claim->interest_unknown = TRUE;
      return TRUE;
    }
  if (report == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  claim->interest += report->interest->interest - report->interest->interest_paid;
  claim->indemnities += report->indemnity;
  return TRUE;
}

static AcqInsolvencyClaim *
claim_new (const AcqBooks *books, AcqConnection *connection, const AcqInterestBasis *basis,
           const AcqCustomer *customer, GError **error)
{
  g_autofree AcqInsolvencyClaim *claim = g_new0 (AcqInsolvencyClaim, 1);

  claim->customer = customer;
  claim->judged = customer->insolvent_since;
  claim->abroad = is_abroad (books->ledger->company);
  if (!read_day (connection, customer->id, "published", &claim->published, error)
      || !read_day (connection, customer->id, "declared", &claim->declared, error))
    return NULL;
  claim->deadline = deadline_of (claim, basis->law);
  for (guint i = 0; i < books->ledger->invoices->len; i++)
    if (is_declared_in (books->ledger->invoices->pdata[i], claim)
        && !add_invoice (claim, books, basis, books->ledger->invoices->pdata[i], error))
      return NULL;
  if (claim->interest_unknown)
    claim->interest = 0;
  return g_steal_pointer (&claim);
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const AcqInsolvencyClaim *left = *(AcqInsolvencyClaim *const *) a, *right = *(AcqInsolvencyClaim *const *) b;

  if (left->deadline != right->deadline)
    return left->deadline < right->deadline ? -1 : 1;
  return (left->customer->id > right->customer->id) - (left->customer->id < right->customer->id);
}

static gboolean
is_insolvent (const AcqCustomer *customer, AcqDay today)
{
  return customer->insolvent_since != ACQ_DAY_NONE && customer->insolvent_since <= today;
}

GPtrArray *
acq_insolvency_claims_list (const AcqBooks *books, AcqCompanyFile *file, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (connection, error);

  for (guint i = 0; basis != NULL && i < books->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = books->ledger->customers->pdata[i];
      AcqInsolvencyClaim *claim;

      if (!is_insolvent (customer, books->today))
        continue;
      claim = claim_new (books, connection, basis, customer, error);
      if (claim == NULL)
        return NULL;
      if (claim->n_invoices > 0)
        g_ptr_array_add (claims, claim);
      else
        g_free (claim);
    }
  g_ptr_array_sort (claims, compare_deadlines);
  return basis == NULL ? NULL : g_steal_pointer (&claims);
}

gboolean
acq_insolvency_claim_write (AcqConnection *connection, gint64 customer_id, AcqDay published, AcqDay declared,
                            GError **error)
{
  return write_day (connection, customer_id, "published", published, error)
         && write_day (connection, customer_id, "declared", declared, error);
}

static gboolean
refuse_day (AcqDay day, GError **error)
{
  g_autofree char *text = acq_day_to_iso (day);

  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, text);
  return FALSE;
}

static gboolean
check_day (AcqDay day, AcqDay judged, AcqDay today, GError **error)
{
  return day == ACQ_DAY_NONE || (judged != ACQ_DAY_NONE && day >= judged && day <= today) || refuse_day (day, error);
}

gboolean
acq_insolvency_claim_record (AcqCompanyFile *file, const char *customer_code, AcqDay published, AcqDay declared,
                             GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *detail = NULL;
  char first[ACQ_DAY_ISO_SIZE], second[ACQ_DAY_ISO_SIZE];
  g_autoptr (AcqCustomer) customer = NULL;
  gint64 id = change == NULL ? 0 : acq_lookup_customer (connection, customer_code, error);

  if (id == 0)
    return FALSE;
  customer = acq_customer_repository_find (connection, id, error);
  if (customer == NULL || !check_day (published, customer->insolvent_since, today, error)
      || !check_day (declared, customer->insolvent_since, today, error)
      || !acq_insolvency_claim_write (connection, id, published, declared, error))
    return FALSE;
  detail = g_strdup_printf ("published=%s declared=%s",
                            published == ACQ_DAY_NONE ? "" : acq_day_write_iso (published, first),
                            declared == ACQ_DAY_NONE ? "" : acq_day_write_iso (declared, second));
  return acq_change_commit (change, "claim", customer->code, detail, error);
}
