/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-formal-notice.h"
#include "acq-letter-layout.h"

G_BEGIN_DECLS

/* The columns of the aged balance, by days since the due day. */
typedef enum
{
  ACQ_AGE_NOT_DUE,
  ACQ_AGE_UP_TO_30,
  ACQ_AGE_UP_TO_60,
  ACQ_AGE_UP_TO_90,
  ACQ_AGE_OVER_90,
  ACQ_N_AGES,
} AcqAge;

AcqAge acq_age_of (AcqDay due, AcqDay day);

/* One line of the account. Amounts in cents; one of the two is zero. */
typedef struct
{
  AcqDay day;
  char *words; /* "Facture F2025-0187", "Virement reçu – F2025-0203" */
  AcqDay due;  /* ACQ_DAY_NONE: none */
  gint64 debit;
  gint64 credit;
} AcqStatementMovement;

/* A payment that was promised in a form that the bank has not credited yet. It is no movement. */
typedef struct
{
  AcqDay day;
  char *words; /* "Chèque reçu" */
  gint64 amount;
} AcqStatementPayment;

/**
 * AcqAccountStatement:
 *
 * What a customer's account looked like on a day. Company, customer and recipient are borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  const AcqCustomer *customer;
  const AcqCustomer *recipient;
  char *reference; /* "RC-2026-0231" */
  AcqDay day;
  AcqDay bank_day; /* the last day that bank statements cover; ACQ_DAY_NONE: none */
  gint64 opening;  /* balance before the first movement */
  AcqDay opening_day;
  GArray *movements;       /* (element-type AcqStatementMovement) by day */
  GArray *in_flight;       /* (element-type AcqStatementPayment) */
  gboolean for_third_party; /* read by others than the customer: never "vous" */
  gint64 ages[ACQ_N_AGES]; /* Σ = opening + Σ debit − Σ credit, asserted */
} AcqAccountStatement;

AcqAccountStatement *acq_account_statement_new (void);
void acq_account_statement_free (AcqAccountStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqAccountStatement, acq_account_statement_free)

void acq_account_statement_add_movement (AcqAccountStatement *self, AcqDay day, const char *words, AcqDay due,
                                         gint64 debit, gint64 credit);
/* The amount is above zero. */
void acq_account_statement_add_in_flight (AcqAccountStatement *self, AcqDay day, const char *words,
                                          gint64 amount);

/* Aged balance, movements and note, for a document that is no letter: nothing in it asks for money. FALSE with
   ACQ_LETTER_ERROR_FIGURES as below. */
gboolean acq_account_statement_add_to (const AcqAccountStatement *statement, AcqLetterLayout *layout,
                                       GError **error);

/* The statement as a PDF: aged balance with its bar, movements with the running balance, and how to pay what is asked:
   what is overdue, but never more than the balance, less the payments in flight. Where that is nothing, there is no
   payment box. The report's total is what is asked. Penalties have no place in it. NULL with an ACQ_LETTER_ERROR
   (FIGURES where the ages are not the balance). */
GBytes *acq_account_statement_write (AcqLetterPress *press, const AcqAccountStatement *statement,
                                     AcqLetterReport *ret_report, GError **error);

G_END_DECLS
