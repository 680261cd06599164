/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-draft.h"

G_BEGIN_DECLS

/* Money that moves, now or later: a bank line, what it pays, or both. */
typedef struct
{
  AcqTransaction *transaction; /* NULL: a settlement without a bank line; the account's id is its place + 1 */
  AcqReceipt *receipt;         /* the truth about it; NULL: no customer's money */
  gboolean left_open;          /* nobody has said yet what it pays */
} AcqExampleMovement;

AcqExampleMovement *acq_example_movement_new (AcqTransaction *transaction, AcqReceipt *receipt);
void acq_example_movement_free (AcqExampleMovement *self);

/* A bank line. Takes the label. */
AcqTransaction *acq_example_transaction_new (guint account, AcqDay booked, gint64 amount, char *label);

/* All that customers pay up to the last bank day before today: transfers alone and in runs, cheque deposits, card
   remittances, debits, cash, returned payments, credit notes set off, differences let go.
   Returns: (element-type AcqExampleMovement): in no order, without ids */
GPtrArray *acq_example_payments_new (AcqExampleDraft *draft);

G_END_DECLS
