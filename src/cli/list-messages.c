/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-cli-verbs.h"
#include "acq-ledger-repository.h"

static void
add_items (AcqCli *self, const AcqLedger *ledger, const AcqMessage *message)
{
  acq_cli_begin_list (self, "items");
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqMessageItem *item = message->items->pdata[i];
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, item->invoice_id);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "invoice", invoice->number);
      acq_cli_add_day (self, "due", item->due);
      acq_cli_add_amount (self, "amount", item->amount, message->currency);
      acq_cli_add_int (self, "level", item->level);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

/* Whose invoice it is of which the message speaks first. */
static const AcqCustomer *
find_customer (const AcqLedger *ledger, const AcqMessage *message)
{
  const AcqMessageItem *first = message->items->pdata[0];

  return acq_ledger_find_customer (ledger, acq_ledger_find_invoice (ledger, first->invoice_id)->customer_id);
}

void
acq_cli_add_message (AcqCli *self, const AcqLedger *ledger, const AcqMessage *message)
{
  const AcqCustomer *recipient = acq_ledger_find_customer (ledger, message->recipient_id);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_int (self, "id", message->id);
  acq_cli_add_text (self, "recipient", recipient->code);
  acq_cli_add_readable_text (self, "recipient_name", recipient->name);
  acq_cli_add_text (self, "customer", find_customer (ledger, message)->code);
  acq_cli_add_text (self, "to", message->address);
  acq_cli_add_text (self, "channel", message->channel);
  acq_cli_add_day (self, "day", message->sent != ACQ_DAY_NONE ? message->sent : message->day);
  acq_cli_add_text (self, "step", message->step);
  acq_cli_add_text (self, "state", acq_message_state_to_code (message->state));
  acq_cli_add_text (self, "hash", message->hash);
  add_items (self, ledger, message);
  acq_cli_add_amount (self, "total", message->total, message->currency);
  acq_cli_end_object (self);
}

AcqCliExit
acq_cli_list_messages (AcqCli *self, AcqCompanyFile *file)
{
  GError *error = NULL;
  g_autoptr (AcqLedger) ledger
    = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WITHOUT_BANK,
                                  acq_clock_today (self->clock), &error);
  g_autoptr (GPtrArray) messages = ledger == NULL ? NULL : acq_approval_list (file, &error);

  if (messages == NULL)
    return acq_cli_refuse (acq_company_file_path (file), error);
  acq_cli_begin_list (self, "messages");
  for (guint i = 0; i < messages->len; i++)
    acq_cli_add_message (self, ledger, messages->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
