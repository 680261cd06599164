/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-cases.h"

G_BEGIN_DECLS

/* A customer reacts within this many days of a reminder, or not to it. */
#define ACQ_REACTION_DAYS 30

/* What came after reminders of a period. Reminders before the due day are none. Amounts in minor units. */
typedef struct
{
  /* Customers reminded in the period; those of them who promised, disputed, answered, were reached by telephone, or paid
     something of a reminded invoice by the next reminder, within ACQ_REACTION_DAYS and in the period. */
  guint n_customers;
  guint n_reacted;
  /* Invoices whose first reminder left in the period and led to something: paid in full before a second one, or not.
     Those that had no second one and are still owed wait, and count in neither. */
  guint n_first;
  guint n_first_paid;
  guint n_first_waiting;
  gint64 first_amount; /* owed at the first reminder */
  gint64 first_paid_amount;
  /* Money of the period for invoices that had been reminded before, whenever that was. */
  guint n_recovered;
  gint64 recovered;
} AcqReminderEffects;

AcqReminderEffects acq_reminder_effects_measure (const AcqLedger *ledger, const AcqReceivables *receivables,
                                                 const AcqPaymentCases *cases, AcqPeriod period);

G_END_DECLS
