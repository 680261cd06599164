/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice.h"

static const char *const kind_codes[] = { "invoice", "credit_note", "deposit", "progress", "final" };
static const char *const due_kind_codes[] = { "normal", "retention" };

ACQ_DEFINE_CODES (AcqInvoiceKind, acq_invoice_kind, kind_codes)
ACQ_DEFINE_CODES (AcqDueKind, acq_due_kind, due_kind_codes)

AcqInvoice *
acq_invoice_new (void)
{
  AcqInvoice *self = g_new0 (AcqInvoice, 1);

  self->issued = ACQ_DAY_NONE;
  self->performed = ACQ_DAY_NONE;
  self->deposited = ACQ_DAY_NONE;
  self->last_reminder_before = ACQ_DAY_NONE;
  self->currency = ACQ_CURRENCY_EUR;
  self->due_items = g_array_new (FALSE, TRUE, sizeof (AcqDueItem));
  self->vat_lines = g_array_new (FALSE, TRUE, sizeof (AcqVatLine));
  return self;
}

void
acq_invoice_free (AcqInvoice *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->order_reference);
  g_free (self->engagement);
  g_free (self->deposit_status);
  g_free (self->corrects);
  g_free (self->penalty_note);
  g_free (self->indemnity_note);
  g_free (self->discount_note);
  g_array_unref (self->due_items);
  g_array_unref (self->vat_lines);
  g_free (self);
}

static int
compare_due_items (gconstpointer a, gconstpointer b)
{
  const AcqDueItem *left = a, *right = b;

  if (left->kind != right->kind)
    return left->kind == ACQ_DUE_KIND_RETENTION ? 1 : -1;
  return (left->due > right->due) - (left->due < right->due);
}

void
acq_invoice_add_due_item (AcqInvoice *self, AcqDueKind kind, AcqDay due, gint64 amount)
{
  AcqDueItem item = { 0, kind, due, amount, amount };
  guint at = self->due_items->len;

  while (at > 0 && compare_due_items (acq_invoice_due_item (self, at - 1), &item) > 0)
    at--;
  g_array_insert_val (self->due_items, at, item);
}

void
acq_invoice_complete_due_items (AcqInvoice *self, AcqPaymentTerms terms)
{
  AcqDay from = self->deposited != ACQ_DAY_NONE ? self->deposited : self->issued;
  gint64 rest = self->total;

  for (guint i = 0; i < self->due_items->len; i++)
    rest -= acq_invoice_due_item (self, i)->amount;
  if (rest != 0 || self->due_items->len == 0)
    acq_invoice_add_due_item (self, ACQ_DUE_KIND_NORMAL, acq_payment_terms_due_day (terms, from), rest);
}

void
acq_invoice_add_vat_line (AcqInvoice *self, int rate, gint64 base, gint64 tax, gboolean reverse_charge)
{
  AcqVatLine line = { rate, base, tax, reverse_charge };

  g_array_append_val (self->vat_lines, line);
}

gboolean
acq_invoice_is_credit_note (const AcqInvoice *self)
{
  return self->kind == ACQ_INVOICE_KIND_CREDIT_NOTE || self->total < 0;
}

/* What of "settled" a part of this amount can take: never beyond the amount, never against its sign. */
static gint64
share_of_part (gint64 amount, gint64 settled)
{
  if (amount >= 0)
    return CLAMP (settled, 0, amount);
  return CLAMP (settled, amount, 0);
}

gint64
acq_due_item_settle (const AcqDueItem *item, gboolean is_last, gint64 *settled)
{
  gint64 share = is_last ? *settled : share_of_part (item->amount, *settled);

  *settled -= share;
  return item->amount - share;
}

void
acq_invoice_spread_settled (AcqInvoice *self, gint64 settled)
{
  guint n = self->due_items->len;

  self->balance = self->total - settled;
  for (guint i = 0; i < n; i++)
    {
      AcqDueItem *item = acq_invoice_due_item (self, i);

      item->balance = acq_due_item_settle (item, i + 1 == n, &settled);
    }
}

AcqDay
acq_invoice_due_day (const AcqInvoice *self)
{
  for (guint i = 0; i < self->due_items->len; i++)
    if (acq_invoice_due_item (self, i)->balance != 0)
      return acq_invoice_due_item (self, i)->due;
  return self->due_items->len > 0 ? acq_invoice_due_item (self, 0)->due : ACQ_DAY_NONE;
}

static gboolean
is_too_large (gint64 amount)
{
  return amount > ACQ_MONEY_MAX || amount < -ACQ_MONEY_MAX;
}

AcqInvoiceFlaw
acq_invoice_find_flaw (const AcqInvoice *self)
{
  gint64 sum = 0;

  if (self->number == NULL || self->number[0] == '\0')
    return ACQ_INVOICE_FLAW_NO_NUMBER;
  if (!acq_day_is_valid (self->issued) || self->due_items->len == 0)
    return ACQ_INVOICE_FLAW_NO_DAY;
  if (!acq_currency_is_set (self->currency))
    return ACQ_INVOICE_FLAW_CURRENCY;
  if (is_too_large (self->total) || is_too_large (self->prepaid))
    return ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE;
  if (self->kind == ACQ_INVOICE_KIND_CREDIT_NOTE ? self->total > 0 : self->total < 0)
    return ACQ_INVOICE_FLAW_SIGN;
  for (guint i = 0; i < self->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (self, i);

      if (!acq_day_is_valid (item->due))
        return ACQ_INVOICE_FLAW_NO_DAY;
      if (is_too_large (item->amount))
        return ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE;
      sum += item->amount;
    }
  return sum == self->total ? ACQ_INVOICE_FLAW_NONE : ACQ_INVOICE_FLAW_PARTS_DIFFER;
}
