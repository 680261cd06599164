/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-receivables.h"

G_BEGIN_DECLS

/* Money that paid a part of a due item: what weighted delays are made of. What a returned payment took back never was. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the ledger */
  AcqDay due;
  AcqDay day;
  gint64 amount; /* above zero */
} AcqPaidPart;

/* What became of one due item: what habits are made of. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the ledger */
  AcqDueKind kind;
  AcqDay known; /* since when it could be paid: the day of issue */
  AcqDay due;
  AcqDay paid;   /* day of the last money, where money settled at least half of it; else ACQ_DAY_NONE */
  AcqDay closed; /* since when nothing of it is owed; G_MAXINT32: something is */
  gint64 amount;
} AcqPaymentCase;

/* Payments go to the earliest due item first, as balances do. */
typedef struct
{
  GArray *parts; /* (element-type AcqPaidPart) by invoice, then by day */
  GArray *
    cases; /* (element-type AcqPaymentCase) of all invoices, without credit notes; by invoice, then in its order */
} AcqPaymentCases;

AcqPaymentCases *acq_payment_cases_new (const AcqReceivables *receivables);
void acq_payment_cases_free (AcqPaymentCases *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentCases, acq_payment_cases_free)

/* Whether its owner had paid it by that day, and so tells how late he pays. */
static inline gboolean
acq_payment_case_is_paid (const AcqPaymentCase *self, AcqDay by)
{
  return self->closed <= by && self->paid != ACQ_DAY_NONE;
}

G_END_DECLS
