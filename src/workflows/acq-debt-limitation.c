/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-debt-limitation.h"

#include <glib/gi18n.h>

#include "acq-customer-law.h"
#include "acq-day-text.h"

/* From so many days before the end on they are counted. */
#define COUNTDOWN_DAYS 180

static void
add_payments (AcqLimitation *limitation, const AcqDebtHistory *history, const AcqLegalValues *law,
              const AcqInvoice *invoice)
{
  g_autoptr (GArray) changes = acq_debt_history_list (history, invoice);

  for (guint i = 0; i < changes->len; i++)
    {
      const AcqDebtChange *change = &g_array_index (changes, AcqDebtChange, i);

      if (change->credit_note == NULL && change->amount > 0)
        acq_limitation_acknowledge (limitation, law, change->day);
    }
}

static void
add_promises (AcqLimitation *limitation, const AcqLedger *ledger, const AcqLegalValues *law, const AcqInvoice *invoice)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_PROMISE && note->customer_id == invoice->customer_id
          && (note->invoice_id == 0 || note->invoice_id == invoice->id))
        acq_limitation_acknowledge (limitation, law, note->day);
    }
}

static void
add_plans (AcqLimitation *limitation, const AcqLedger *ledger, const AcqLegalValues *law, const AcqInvoice *invoice)
{
  for (guint i = 0; i < ledger->plans->len; i++)
    {
      const AcqPaymentPlan *plan = ledger->plans->pdata[i];

      if (acq_payment_plan_holds (plan, invoice->id))
        acq_limitation_acknowledge (limitation, law, plan->agreed);
    }
}

AcqLimitation
acq_debt_limitation (const AcqLedger *ledger, const AcqDebtHistory *history, const AcqLegalValues *law,
                     const AcqInvoice *invoice)
{
  AcqDebtorRegime regime = acq_customer_regime (acq_ledger_find_customer (ledger, invoice->customer_id));
  AcqLimitation limitation = acq_limitation_of_debt (law, regime, invoice->performed, invoice->issued);

  add_payments (&limitation, history, law, invoice);
  add_promises (&limitation, ledger, law, invoice);
  add_plans (&limitation, ledger, law, invoice);
  return limitation;
}

char *
acq_debt_limitation_text (const AcqLimitation *limitation, AcqDay today)
{
  g_autofree char *day = acq_day_text_full (limitation->last_day);
  int left = limitation->last_day - today;

  if (left < 0)
    /* Translators: a debt can no longer be claimed in court: since when. */
    return g_strdup_printf (_ ("since %s"), day);
  if (left > COUNTDOWN_DAYS)
    return g_steal_pointer (&day);
  /* Translators: until when a debt can be claimed in court: a day, and how many days that is. */
  return g_strdup_printf (ngettext ("%s, in %d day", "%s, in %d days", (gulong) left), day, left);
}
