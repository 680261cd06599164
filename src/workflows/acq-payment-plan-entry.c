/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-plan-entry.h"

#include "acq-invoice-repository.h"
#include "acq-lookup.h"
#include "acq-note-repository.h"
#include "acq-planning.h"
#include "acq-workflow-error.h"

/* A plan that runs longer is a mistyped year. */
#define MAX_DAYS 3660
/* Ten years of months. */
#define MAX_INSTALMENTS 120

/* Minor units in one of most currencies: nobody wants to transfer 4355,95 six times. */
#define WHOLE_UNIT 100

gint64
acq_payment_plan_part (gint64 total, guint n, guint index)
{
  gint64 each;

  g_return_val_if_fail (n > 0 && index < n, 0);

  each = total / n;
  /* What the last one takes must not grow it beyond the others' measure. */
  if (each >= (gint64) n * WHOLE_UNIT)
    each -= each % WHOLE_UNIT;
  return index + 1 < n ? each : total - each * (n - 1);
}

AcqDay
acq_payment_plan_due_day (const AcqBusinessCalendar *calendar, AcqDay due, AcqDay before)
{
  return acq_business_calendar_next_working_day (calendar,
                                                 before == ACQ_DAY_NONE ? due : MAX (due, before + 1));
}

GArray *
acq_payment_plan_split (gint64 total, guint n, AcqDay first, const AcqBusinessCalendar *calendar)
{
  GArray *instalments = g_array_new (FALSE, FALSE, sizeof (AcqInstalment));
  AcqDay before = ACQ_DAY_NONE;

  g_return_val_if_fail (n > 0 && total >= (gint64) n, instalments);

  for (guint i = 0; i < n; i++)
    {
      AcqInstalment instalment
        = { acq_payment_plan_due_day (calendar, acq_day_add_months (first, (int) i), before),
            acq_payment_plan_part (total, n, i) };

      before = instalment.due;
      g_array_append_val (instalments, instalment);
    }
  return instalments;
}

static gboolean
check_free (AcqConnection *connection, const AcqInvoice *invoice, GError **error)
{
  gint64 plans = 0;

  if (!acq_connection_get_int (connection, &plans, error,
                               "SELECT count(*) FROM plan_invoice i JOIN payment_plan p ON p.id = i.plan_id"
                               " WHERE i.invoice_id = ? AND NOT p.ended",
                               "i", invoice->id))
    return FALSE;
  if (plans == 0)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_IN_PLAN, "%s", invoice->number);
  return FALSE;
}

static gboolean
check_invoice (AcqConnection *connection, const AcqInvoice *first, const AcqInvoice *invoice, GError **error)
{
  int code = -1;

  if (invoice->balance <= 0 || invoice->cancelled)
    code = ACQ_WORKFLOW_ERROR_NOTHING_DUE;
  else if (first->customer_id != invoice->customer_id)
    code = ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER;
  else if (!acq_currency_equal (first->currency, invoice->currency))
    code = ACQ_WORKFLOW_ERROR_OTHER_CURRENCY;
  if (code < 0)
    return check_free (connection, invoice, error);
  g_set_error (error, ACQ_WORKFLOW_ERROR, code, "%s", invoice->number);
  return FALSE;
}

/* (element-type AcqInvoice) */
static GPtrArray *
look_up (AcqConnection *connection, const char *const *numbers, GError **error)
{
  g_autoptr (GPtrArray) invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      AcqInvoice *invoice = acq_lookup_invoice (connection, numbers[i], error);

      if (invoice == NULL)
        return NULL;
      g_ptr_array_add (invoices, invoice);
      if (!check_invoice (connection, invoices->pdata[0], invoice, error))
        return NULL;
    }
  return g_steal_pointer (&invoices);
}

static gint64
add_up (const GPtrArray *invoices)
{
  gint64 sum = 0;

  for (guint i = 0; i < invoices->len; i++)
    sum += ((const AcqInvoice *) invoices->pdata[i])->balance;
  return sum;
}

gboolean
acq_payment_plan_sum (AcqCompanyFile *file, const char *const *numbers, gint64 *ret_sum, GError **error)
{
  g_autoptr (GPtrArray) invoices = look_up (acq_company_file_connection (file), numbers, error);

  if (invoices == NULL)
    return FALSE;
  *ret_sum = add_up (invoices);
  return TRUE;
}

static gboolean
check_days (const AcqPaymentPlanEntry *entry, AcqDay agreed, AcqDay today, GError **error)
{
  AcqDay before = agreed - 1;

  for (gsize i = 0; i < entry->n_instalments; i++)
    {
      AcqDay due = entry->instalments[i].due;

      if (!acq_day_is_valid (due) || due <= before || due > agreed + MAX_DAYS)
        break;
      before = due;
      if (i + 1 == entry->n_instalments && due >= today && agreed <= today)
        return TRUE;
    }
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "due");
  return FALSE;
}

static gboolean
check_amounts (const AcqPaymentPlanEntry *entry, const GPtrArray *invoices, GError **error)
{
  const AcqInvoice *first = invoices->pdata[0];
  gint64 owed = add_up (invoices), sum = 0;
  g_autofree char *text = acq_money_format (acq_money_new (owed, first->currency));

  for (gsize i = 0; i < entry->n_instalments; i++)
    {
      gint64 amount = entry->instalments[i].amount;

      if (amount <= 0 || amount > owed - sum)
        {
          sum = -1;
          break;
        }
      sum += amount;
    }
  if (sum == owed)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_PLAN_SUM, "%s", text);
  return FALSE;
}

static AcqPaymentPlan *
make_plan (const AcqPaymentPlanEntry *entry, const GPtrArray *invoices, AcqDay agreed)
{
  AcqPaymentPlan *plan = acq_payment_plan_new ();

  plan->customer_id = ((const AcqInvoice *) invoices->pdata[0])->customer_id;
  plan->agreed = agreed;
  g_array_append_vals (plan->instalments, entry->instalments, (guint) entry->n_instalments);
  for (guint i = 0; i < invoices->len; i++)
    g_array_append_val (plan->invoice_ids, ((AcqInvoice *) invoices->pdata[i])->id);
  return plan;
}

static gboolean
answer_old_items (AcqConnection *connection, const GPtrArray *invoices, GError **error)
{
  for (guint i = 0; i < invoices->len; i++)
    if (!acq_invoice_repository_answer_old_item (connection, ((AcqInvoice *) invoices->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

gboolean
acq_payment_plan_enter (AcqCompanyFile *file, const AcqPaymentPlanEntry *entry, gint64 *ret_id,
                        GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  AcqDay agreed = entry->agreed == ACQ_DAY_NONE ? today : entry->agreed;
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (GPtrArray) invoices = NULL;
  g_autoptr (AcqPaymentPlan) plan = NULL;
  g_autofree char *numbers = g_strjoinv (" ", (char **) entry->numbers);
  g_autofree char *detail = g_strdup_printf ("instalments=%" G_GSIZE_FORMAT, entry->n_instalments);

  g_return_val_if_fail (entry->numbers[0] != NULL, FALSE);

  if (!check_days (entry, agreed, today, error))
    return FALSE;
  change = acq_change_begin (file, error);
  invoices = change == NULL ? NULL : look_up (connection, entry->numbers, error);
  if (invoices == NULL || !check_amounts (entry, invoices, error))
    return FALSE;
  plan = make_plan (entry, invoices, agreed);
  if (!acq_note_repository_insert_plan (connection, plan, error)
      || !answer_old_items (connection, invoices, error)
      || !acq_change_commit (change, "payment_plan", numbers, detail, error))
    return FALSE;
  *ret_id = plan->id;
  return TRUE;
}

char **
acq_payment_plan_candidates (AcqCompanyFile *file, const char *customer, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  gint64 customer_id = acq_lookup_customer (connection, customer, error);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = NULL;
  guint n = 0;

  if (customer_id == 0)
    return NULL;
  rows = acq_connection_query (
    connection, error,
    "SELECT number, (SELECT min (due) FROM due_item WHERE invoice_id = i.id) AS due FROM invoice i"
    " WHERE customer_id = ? AND balance > 0 AND NOT cancelled AND NOT factored"
    " AND currency = 'EUR' AND due < ?"
    " AND NOT EXISTS (SELECT 1 FROM plan_invoice p JOIN payment_plan q ON q.id = p.plan_id"
    " WHERE p.invoice_id = i.id AND NOT q.ended) ORDER BY due, number",
    "id", customer_id, acq_clock_today (acq_company_file_clock (file)));
  if (rows == NULL)
    return NULL;
  for (; acq_rows_next (rows, &local_error); n++)
    g_strv_builder_add (numbers, acq_rows_text (rows, 0));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (n == 0)
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NOTHING_DUE, customer);
  else
    return g_strv_builder_end (numbers);
  return NULL;
}

gboolean
acq_payment_plan_agree (AcqCompanyFile *file, const char *customer, const char *const *numbers, guint n,
                        AcqDay first, gint64 *ret_id, GError **error)
{
  g_auto (GStrv) candidates = numbers == NULL ? acq_payment_plan_candidates (file, customer, error) : NULL;
  const char *const *chosen = numbers == NULL ? (const char *const *) candidates : numbers;
  g_autoptr (AcqDunningSettings) settings = NULL;
  g_autoptr (GArray) parts = NULL;
  gint64 sum;

  if (chosen == NULL || !acq_payment_plan_sum (file, chosen, &sum, error))
    return FALSE;
  settings = acq_planning_load_settings (file, error);
  if (settings == NULL)
    return FALSE;
  if (n == 0 || n > MAX_INSTALMENTS || sum < (gint64) n)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "instalments");
      return FALSE;
    }
  parts = acq_payment_plan_split (sum, n, first, settings->calendar);
  return acq_payment_plan_enter (
    file,
    &(AcqPaymentPlanEntry){ chosen, &g_array_index (parts, AcqInstalment, 0), parts->len, ACQ_DAY_NONE },
    ret_id, error);
}

gboolean
acq_payment_plan_end (AcqCompanyFile *file, gint64 plan_id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *subject = g_strdup_printf ("plan %" G_GINT64_FORMAT, plan_id);
  gboolean found = FALSE;

  if (change == NULL || !acq_note_repository_end_plan (connection, plan_id, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN, "%" G_GINT64_FORMAT, plan_id);
      return FALSE;
    }
  return acq_change_commit (change, "end_plan", subject, NULL, error);
}
