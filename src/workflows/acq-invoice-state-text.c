/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-state-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"

static const struct
{
  AcqInvoiceState state;
  const char *words;
} words[] = {
  { ACQ_INVOICE_STATE_CANCELLED, NC_ ("invoice", "Cancelled") },
  { ACQ_INVOICE_STATE_CREDIT_NOTE, NC_ ("invoice", "Credit note") },
  { ACQ_INVOICE_STATE_CREDIT_USED, NC_ ("invoice", "Credit used") },
  { ACQ_INVOICE_STATE_PAID, NC_ ("invoice", "Paid") },
  { ACQ_INVOICE_STATE_INSOLVENT, NC_ ("invoice", "Insolvency") },
  { ACQ_INVOICE_STATE_EXCLUDED, NC_ ("invoice", "Excluded") },
  { ACQ_INVOICE_STATE_DISPUTED, NC_ ("invoice", "Disputed") },
  { ACQ_INVOICE_STATE_PROMISED, NC_ ("invoice", "Promise") },
  { ACQ_INVOICE_STATE_IN_PLAN, NC_ ("invoice", "Payment plan") },
  { ACQ_INVOICE_STATE_CHEQUE_IN_HAND, NC_ ("invoice", "Cheque in hand") },
  { ACQ_INVOICE_STATE_IN_FLIGHT, NC_ ("invoice", "Payment on its way") },
  { ACQ_INVOICE_STATE_HELD, NC_ ("invoice", "On hold") },
  { ACQ_INVOICE_STATE_FORMAL_NOTICE, NC_ ("invoice", "Formal notice") },
  { ACQ_INVOICE_STATE_PROMISE_BROKEN, NC_ ("invoice", "Promise not kept") },
  { ACQ_INVOICE_STATE_PLAN_BROKEN, NC_ ("invoice", "Plan not kept") },
  { ACQ_INVOICE_STATE_OVERDUE, NC_ ("invoice", "Overdue") },
  { ACQ_INVOICE_STATE_NOT_DUE, NC_ ("invoice", "Not due yet") },
};

static char *
write_awaited (AcqDay promised, AcqDay today)
{
  g_autofree char *day = NULL;

  if (promised == today - 1)
    return g_strdup (_ ("Promise expected yesterday"));
  day = acq_day_text_short (promised, today);
  /* Translators: a day, short: "20 Nov". */
  return g_strdup_printf (_ ("Promise expected %s"), day);
}

char *
acq_invoice_state_text (const AcqInvoiceLine *line, AcqDay today)
{
  if (line->state == ACQ_INVOICE_STATE_PROMISE_AWAITED)
    return write_awaited (line->state_day, today);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].state == line->state)
      return g_strdup (g_dpgettext2 (NULL, "invoice", words[i].words));
  g_return_val_if_reached (NULL);
}

char *
acq_days_late_text_short (int days)
{
  g_autofree char *number = acq_number_text (days);

  /* Translators: days late in a narrow column. */
  return days <= 0 ? g_strdup ("") : g_strdup_printf (_ ("%s d"), number);
}

char *
acq_invoice_lateness_text (const AcqInvoiceLine *line, AcqDay today)
{
  g_autofree char *day = NULL;

  if (line->days_late > 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) line->days_late),
                            line->days_late);
  if (line->invoice->balance == 0 || acq_invoice_is_credit_note (line->invoice))
    return acq_invoice_state_text (line, today);
  if (line->due == today)
    return g_strdup (_ ("Falls due today"));
  day = acq_day_text (line->due, today);
  return g_strdup_printf (_ ("Falls due on %s"), day);
}
