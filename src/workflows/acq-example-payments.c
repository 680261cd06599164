/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-payments.h"

#include "acq-example-labels.h"
#include "acq-text-normalizer.h"

#define MAX_CHEQUES        5
#define WEEKDAY_OF_DEPOSIT 2 /* cheques are taken to the bank on Tuesdays */

/* What one sale receives on one day, before it is put together with others. */
typedef struct
{
  AcqDay day;
  guint payer;
  AcqMeans means;
  AcqExampleSale *sale;
  gint64 amount;
} Part;

AcqExampleMovement *
acq_example_movement_new (AcqTransaction *transaction, AcqReceipt *receipt)
{
  AcqExampleMovement *self = g_new0 (AcqExampleMovement, 1);

  self->transaction = transaction;
  self->receipt = receipt;
  return self;
}

void
acq_example_movement_free (AcqExampleMovement *self)
{
  acq_transaction_free (self->transaction);
  acq_receipt_free (self->receipt);
  g_free (self);
}

AcqTransaction *
acq_example_transaction_new (guint account, AcqDay booked, gint64 amount, char *label)
{
  AcqTransaction *transaction = acq_transaction_new ();

  transaction->account_id = account + 1;
  transaction->booked = booked;
  transaction->value = booked;
  transaction->amount = amount;
  transaction->label = label;
  return transaction;
}

static AcqReceipt *
new_receipt (AcqDay day, gint64 amount, AcqMeans means, gint64 customer_id)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->day = receipt->state_since = day;
  receipt->amount = amount;
  receipt->means = means;
  receipt->customer_id = customer_id;
  receipt->source = ACQ_RECEIPT_SOURCE_BANK;
  return receipt;
}

static void
allocate (AcqReceipt *receipt, const AcqExampleSale *sale, gint64 amount)
{
  AcqAllocation allocation = {
    .invoice_id = sale->invoice->id,
    .amount = amount,
    .origin = sale->invoice->id % 3 == 0 ? ACQ_ALLOCATION_ORIGIN_HAND : ACQ_ALLOCATION_ORIGIN_SURE,
  };

  g_array_append_val (receipt->allocations, allocation);
}

static AcqDay
next_deposit (AcqDay day)
{
  while (acq_day_weekday (day) != WEEKDAY_OF_DEPOSIT)
    day++;
  return acq_example_bank_day (day);
}

static guint
payer_of (const AcqExampleSale *sale)
{
  const AcqExampleRole *role = acq_example_role (sale->role);

  return role->payer == NULL ? sale->role : acq_example_role_index (role->payer);
}

static void
add_part (GArray *parts, AcqExampleSale *sale, AcqMeans means, AcqDay day, gint64 amount)
{
  Part part = { day, payer_of (sale), means, sale, amount };

  if (day == ACQ_DAY_NONE)
    return;
  if (means == ACQ_MEANS_CHEQUE)
    part.day = next_deposit (day);
  g_array_append_val (parts, part);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->means != second->means)
    return first->means < second->means ? -1 : 1;
  if (first->payer != second->payer)
    return first->payer < second->payer ? -1 : 1;
  return (first->sale->invoice->id > second->sale->invoice->id)
         - (first->sale->invoice->id < second->sale->invoice->id);
}

static GArray *
collect_parts (const AcqExampleDraft *draft)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];
      gint64 total = sale->invoice->total;

      if (sale->credits != NULL && !sale->set_off)
        add_part (parts, sale, sale->means, sale->pays_on, total);
      else if (sale->credits == NULL && sale->means != ACQ_MEANS_COMPENSATION)
        add_part (parts, sale, sale->means, sale->pays_on, sale->pays);
      add_part (parts, sale, ACQ_MEANS_TRANSFER, sale->pays_again_on, sale->pays);
      if (sale->releases_on != ACQ_DAY_NONE)
        add_part (parts, sale, ACQ_MEANS_TRANSFER, sale->releases_on,
                  acq_invoice_due_item (sale->invoice, sale->invoice->due_items->len - 1)->amount);
    }
  for (guint i = 0; i < draft->instalments->len; i++)
    {
      const AcqExampleInstalment *instalment = &g_array_index (draft->instalments, AcqExampleInstalment, i);

      add_part (parts, instalment->sale, ACQ_MEANS_TRANSFER, instalment->day, instalment->amount);
    }
  g_array_sort (parts, compare_parts);
  return parts;
}

/* Whether the second part goes into the same bank line as the first. */
static gboolean
go_together (const Part *first, const Part *second, guint count)
{
  if (first->day != second->day || first->means != second->means)
    return FALSE;
  /* What comes back was taken to the bank alone: its statement then says which payment it was. */
  if (first->sale->returns_on != ACQ_DAY_NONE || second->sale->returns_on != ACQ_DAY_NONE)
    return FALSE;
  if (first->means == ACQ_MEANS_CHEQUE)
    return count < MAX_CHEQUES;
  if (first->means == ACQ_MEANS_CARD)
    return TRUE;
  return first->payer == second->payer && !first->sale->left_open && !second->sale->left_open
         && (first->sale->role != second->sale->role ? first->payer != first->sale->role : TRUE);
}

static void
complete_transfer (AcqTransaction *transaction, AcqExampleDraft *draft, guint payer, const GPtrArray *sales)
{
  g_autofree char *remittance = acq_example_remittance_new (draft, payer, sales);

  if (transaction->account_id == 1)
    {
      transaction->label = acq_example_transfer_label_new (draft, payer, remittance);
      return;
    }
  transaction->counterparty = acq_text_fold (acq_example_role (payer)->name);
  transaction->counterparty_iban = acq_example_role_iban (payer);
  if (*remittance != '\0')
    transaction->remittance = g_strdup (remittance);
  transaction->label = g_strdup_printf ("VIR SEPA %s%s%s", transaction->counterparty,
                                        *remittance != '\0' ? " " : "", remittance);
}

/* The bank books the remittance and, beside it, its commission. */
static void
add_card_fee (GPtrArray *movements, const AcqTransaction *remittance)
{
  char *label = g_strdup_printf ("COM%s", remittance->label + 3);
  AcqTransaction *fee = acq_example_transaction_new (
    0, remittance->booked, -acq_amount_scale (remittance->amount, 65, 10000), label);

  fee->means = ACQ_MEANS_FEE;
  g_ptr_array_add (movements, acq_example_movement_new (fee, NULL));
}

static void
add_bank_line (GPtrArray *movements, AcqExampleDraft *draft, const Part *parts, guint n_parts)
{
  const AcqExampleRole *payer = acq_example_role (parts[0].payer);
  guint account = payer->second_account && parts[0].means == ACQ_MEANS_TRANSFER ? 1 : 0;
  AcqTransaction *transaction = acq_example_transaction_new (account, parts[0].day, 0, NULL);
  gboolean one_customer = parts[0].means != ACQ_MEANS_CHEQUE && parts[0].means != ACQ_MEANS_CARD;
  AcqReceipt *receipt = new_receipt (parts[0].day, 0, parts[0].means, one_customer ? parts[0].payer + 1 : 0);
  AcqExampleMovement *movement = acq_example_movement_new (transaction, receipt);
  g_autoptr (GPtrArray) sales = g_ptr_array_new ();

  for (guint i = 0; i < n_parts; i++)
    {
      receipt->amount += parts[i].amount;
      allocate (receipt, parts[i].sale, parts[i].amount);
      g_ptr_array_add (sales, parts[i].sale);
      movement->left_open = movement->left_open || parts[i].sale->left_open;
    }
  if (n_parts == 1 && parts[0].payer == parts[0].sale->role)
    receipt->customer_id = parts[0].sale->role + 1;
  transaction->amount = receipt->amount;
  transaction->means = parts[0].means;
  if (parts[0].means == ACQ_MEANS_TRANSFER)
    complete_transfer (transaction, draft, parts[0].payer, sales);
  else
    transaction->label
      = acq_example_remittance_label_new (parts[0].means, parts[0].day, movements->len % 90, n_parts);
  g_ptr_array_add (movements, movement);
  if (parts[0].means == ACQ_MEANS_CARD)
    add_card_fee (movements, transaction);
}

static void
add_cash (GPtrArray *movements, const Part *part)
{
  AcqReceipt *receipt = new_receipt (part->day, part->amount, ACQ_MEANS_CASH, part->sale->role + 1);

  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  allocate (receipt, part->sale, part->amount);
  g_array_index (receipt->allocations, AcqAllocation, 0).origin = ACQ_ALLOCATION_ORIGIN_HAND;
  g_ptr_array_add (movements, acq_example_movement_new (NULL, receipt));
}

/* The cheque or the debit comes back: the bank takes the money again, and a fee. */
static void
add_return (GPtrArray *movements, AcqExampleSale *sale)
{
  g_autofree char *number = g_strdup_printf ("%07u", 8120000 + (guint) sale->invoice->id * 37);
  AcqTransaction *transaction = acq_example_transaction_new (
    0, sale->returns_on, -sale->pays, acq_example_return_label_new (sale->means, sale->role, number));
  AcqReceipt *receipt = new_receipt (sale->returns_on, -sale->pays, sale->means, sale->role + 1);
  AcqTransaction *fee = acq_example_transaction_new (
    0, sale->returns_on, sale->means == ACQ_MEANS_CHEQUE ? -3500 : -1800, g_strdup ("FRAIS IMPAYE"));

  transaction->means = sale->means;
  transaction->returned = TRUE;
  if (sale->means == ACQ_MEANS_CHEQUE)
    transaction->cheque_number = g_steal_pointer (&number);
  else
    transaction->return_reason = g_strdup ("AM04");
  fee->means = ACQ_MEANS_FEE;
  allocate (receipt, sale, -sale->pays);
  g_ptr_array_add (movements, acq_example_movement_new (transaction, receipt));
  g_ptr_array_add (movements, acq_example_movement_new (fee, NULL));
}

static void
add_settlement (GPtrArray *movements, AcqExampleSale *sale, AcqMeans means, gint64 amount, const char *reason)
{
  AcqReceipt *receipt = new_receipt (sale->pays_on, amount, means, sale->role + 1);

  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  receipt->reason = g_strdup (reason);
  if (means == ACQ_MEANS_CREDIT_NOTE)
    {
      allocate (receipt, sale->credits, -sale->invoice->total);
      allocate (receipt, sale, sale->invoice->total);
    }
  else
    allocate (receipt, sale, amount);
  for (guint i = 0; i < receipt->allocations->len; i++)
    g_array_index (receipt->allocations, AcqAllocation, i).origin = ACQ_ALLOCATION_ORIGIN_HAND;
  g_ptr_array_add (movements, acq_example_movement_new (NULL, receipt));
}

/* What is settled by hand, without a bank line; nobody has done any of it since the last statement was read. */
static void
add_settlements (GPtrArray *movements, const AcqExampleDraft *draft)
{
  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];

      if (sale->pays_on == ACQ_DAY_NONE || sale->pays_on > draft->covered)
        continue;
      if (sale->set_off)
        add_settlement (movements, sale, ACQ_MEANS_CREDIT_NOTE, 0, "Avoir imputé sur la facture");
      else if (sale->means == ACQ_MEANS_COMPENSATION)
        add_settlement (movements, sale, ACQ_MEANS_COMPENSATION, sale->pays,
                        "Compensé avec leurs livraisons de bois");
      if (sale->written_off != 0)
        add_settlement (movements, sale, ACQ_MEANS_WRITE_OFF, sale->written_off, "Petite différence");
    }
}

GPtrArray *
acq_example_payments_new (AcqExampleDraft *draft)
{
  GPtrArray *movements = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_example_movement_free);
  g_autoptr (GArray) parts = collect_parts (draft);

  for (guint i = 0, n = 1; i < parts->len; i += n)
    {
      const Part *part = &g_array_index (parts, Part, i);

      n = 1;
      if (part->day > draft->yesterday)
        break;
      if (part->means == ACQ_MEANS_CASH)
        {
          if (part->day <= draft->covered)
            add_cash (movements, part);
          continue;
        }
      while (i + n < parts->len && go_together (part, part + n, n))
        n++;
      add_bank_line (movements, draft, part, n);
    }
  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];

      if (sale->returns_on != ACQ_DAY_NONE && sale->returns_on <= draft->yesterday)
        add_return (movements, sale);
    }
  add_settlements (movements, draft);
  return movements;
}
