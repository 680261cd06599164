/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* A payment without a bank line, as the user enters it. */
typedef struct
{
  const char *number;
  gint64 amount; /* minor units, above zero */
  AcqDay day;
  AcqMeans means;     /* cheque, cash, card, transfer, direct_debit, bill, compensation or write_off */
  const char *reason; /* nullable */
  const char *cheque_number; /* what stands on a cheque; each may be NULL */
  const char *cheque_bank;
  const char *cheque_drawer; /* where somebody else than the customer wrote it */
  gint64 *id;                /* (nullable) where the id that it gets is written */
} AcqPaymentEntry;

/* Keeps it and settles the invoice with it; a cheque starts in hand, a direct debit awaited, a bill accepted:
   they count once they are credited. More than is owed is refused. Sets *ret_state. */
gboolean acq_fact_enter_payment (AcqCompanyFile *file, const AcqPaymentEntry *entry,
                                 AcqReceiptState *ret_state, GError **error);

/* A fact about an invoice, or about a customer as a whole. */
typedef struct
{
  AcqNoteKind kind;
  const char *number;   /* nullable: about the customer */
  const char *customer; /* nullable: the invoice's */
  gint64 amount;        /* -1: none given */
  AcqDay day;           /* ACQ_DAY_NONE: today */
  AcqDay until;         /* ACQ_DAY_NONE: none given */
  const char *reason;   /* nullable */
  gboolean
    in_passing; /* of many at once, or of a bank line: what the customer answered is not read by it, and what holds
                           longer stays */
  AcqDisputeCategory category; /* of a dispute; UNKNOWN otherwise */
  const char *person;          /* who at our side deals with the dispute; nullable */
} AcqNoteEntry;

/* Keeps it. A reminder that was sent elsewhere also counts as one step of the invoices concerned. *ret_id is
   the note's. */
gboolean acq_fact_enter_note (AcqCompanyFile *file, const AcqNoteEntry *entry, gint64 *ret_id,
                              GError **error);

/* As above inside a change that does more. */
gboolean acq_fact_write_note (AcqCompanyFile *file, const AcqNoteEntry *entry, gint64 *ret_id,
                              GError **error);

/* Withdraws a promise, a dispute, a hold or an exclusion, or marks an answer as read. ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE where it is
   closed already. */
gboolean acq_fact_close_note (AcqCompanyFile *file, gint64 note_id, GError **error);
/* Marks all that this customer (by code) answered as read. */
gboolean acq_fact_mark_answers_read (AcqCompanyFile *file, const char *customer, GError **error);

/* Writes details of the sender and settings; each "key=value" is checked and normalised. All or none. */
gboolean acq_fact_set_details (AcqCompanyFile *file, const char *const *assignments, GError **error);

G_END_DECLS
