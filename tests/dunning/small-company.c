/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-company.h"

AcqDay
a_day (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  g_assert_true (acq_day_is_valid (day));
  return day;
}

SmallCompany *
small_company_new (const char *today)
{
  SmallCompany *self = g_new0 (SmallCompany, 1);
  AcqCoverage coverage = { 1, { a_day ("2020-01-01"), a_day (today) - 1 } };

  self->ledger = acq_ledger_new ();
  self->ledger->n_accounts = 1;
  g_array_append_val (self->ledger->coverage, coverage);
  self->settings = acq_dunning_settings_new ();
  self->settings->weekdays = ACQ_WEEKDAY_BIT (1) | ACQ_WEEKDAY_BIT (2) | ACQ_WEEKDAY_BIT (3)
                             | ACQ_WEEKDAY_BIT (4) | ACQ_WEEKDAY_BIT (5);
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_scenario_free);
  self->could_settle = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->request = (AcqPlanRequest){ .ledger = self->ledger,
                                    .could_settle = self->could_settle,
                                    .settings = self->settings,
                                    .today = a_day (today) };
  return self;
}

void
small_company_free (SmallCompany *self)
{
  g_clear_pointer (&self->standings, acq_standings_free);
  g_hash_table_unref (self->could_settle);
  g_ptr_array_unref (self->scenarios);
  acq_dunning_settings_free (self->settings);
  acq_ledger_free (self->ledger);
  g_free (self);
}

AcqCustomer *
small_company_add_customer (SmallCompany *self, AcqCustomerKind kind)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = self->ledger->customers->len + 1;
  customer->code = g_strdup_printf ("C%" G_GINT64_FORMAT, customer->id);
  customer->name = g_strdup_printf ("Client %" G_GINT64_FORMAT, customer->id);
  customer->kind = kind;
  customer->address = g_strdup ("1 rue du Pont");
  customer->postcode = g_strdup ("25000");
  customer->city = g_strdup ("Besançon");
  g_ptr_array_add (customer->contacts,
                   acq_contact_new (ACQ_CONTACT_ROLE_PAYS, "Compta", "compta@example.com", "0381000000"));
  acq_ledger_take_customer (self->ledger, customer);
  return customer;
}

AcqInvoice *
small_company_add_invoice (SmallCompany *self, const AcqCustomer *customer, AcqDay due, gint64 amount)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = self->ledger->invoices->len + 1;
  invoice->number = g_strdup_printf ("F%" G_GINT64_FORMAT, invoice->id);
  invoice->customer_id = customer->id;
  invoice->kind = amount < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = due - 30;
  invoice->total = amount;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due, amount);
  acq_ledger_take_invoice (self->ledger, invoice);
  return invoice;
}

AcqNote *
small_company_add_note (SmallCompany *self, AcqNoteKind kind, const AcqInvoice *invoice)
{
  AcqNote *note = acq_note_new ();

  note->id = self->ledger->notes->len + 1;
  note->kind = kind;
  note->customer_id = invoice->customer_id;
  note->invoice_id = invoice->id;
  g_ptr_array_add (self->ledger->notes, note);
  return note;
}

AcqReminder *
small_company_add_reminder (SmallCompany *self, const AcqInvoice *invoice, AcqDay day, int level)
{
  AcqReminder *reminder = acq_reminder_new ();

  reminder->id = self->ledger->reminders->len + 1;
  reminder->invoice_id = invoice->id;
  reminder->due = acq_invoice_due_item (invoice, 0)->due;
  reminder->day = day;
  reminder->level = level;
  g_ptr_array_add (self->ledger->reminders, reminder);
  return reminder;
}

AcqReceipt *
small_company_add_receipt (SmallCompany *self, const AcqInvoice *invoice, AcqDay day, gint64 amount,
                           AcqReceiptState state)
{
  AcqReceipt *receipt = acq_receipt_new ();
  AcqAllocation allocation
    = { self->ledger->receipts->len + 1, invoice->id, amount, ACQ_ALLOCATION_ORIGIN_HAND };

  receipt->id = self->ledger->receipts->len + 1;
  receipt->customer_id = invoice->customer_id;
  receipt->day = receipt->state_since = day;
  receipt->amount = amount;
  receipt->state = state;
  receipt->means = state == ACQ_RECEIPT_STATE_CREDITED ? ACQ_MEANS_TRANSFER : ACQ_MEANS_CHEQUE;
  g_array_append_val (receipt->allocations, allocation);
  g_ptr_array_add (self->ledger->receipts, receipt);
  return receipt;
}

const AcqPlanRequest *
small_company_request (SmallCompany *self)
{
  acq_ledger_derive_balances (self->ledger);
  g_clear_pointer (&self->standings, acq_standings_free);
  self->standings = acq_standings_new (self->ledger);
  self->request.standings = self->standings;
  return &self->request;
}

AcqPlan *
small_company_plan (SmallCompany *self, AcqDay until)
{
  return acq_plan_new (small_company_request (self), until);
}

void
small_company_send (SmallCompany *self, const AcqPlan *plan, AcqDay before)
{
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len && message->day < before; j++)
        {
          const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, j);
          AcqReminder *reminder
            = small_company_add_reminder (self, item->invoice, message->day, item->step->level);

          reminder->due = item->due_item->due;
          reminder->step = g_strdup (item->step->code);
          reminder->tone = g_strdup (acq_tone_to_code (item->step->tone));
        }
    }
}
