/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-account-statement.h"
#include "acq-payment-plan-letter.h"
#include "acq-payment-receipt.h"

G_BEGIN_DECLS

/**
 * LetterCase:
 *
 * The story that the tests of letters tell: a joiner in Besançon, a hotel that pays late, a consumer. All invented.
 */
typedef struct
{
  AcqCompany *company;
  AcqCustomer *customer;
  AcqLegalValues *rates;
  AcqLetter *letter;
} LetterCase;

/* The hotel on Monday 23 November 2026: five invoices of the letter's level, one below; with copies. */
LetterCase *letter_case_new_hotel (void);
/* As above on another day. */
LetterCase *letter_case_new_hotel_at (AcqDay day);
/* One invoice, partly paid, of a consumer. */
LetterCase *letter_case_new_consumer (void);
/* As the hotel, with that many invoices of the letter's level, and no copies. */
LetterCase *letter_case_new_many (guint n_invoices);
/* The hotel's account on the same day; borrows the case. */
AcqAccountStatement *letter_case_new_statement (const LetterCase *self);
/* An agreement about what the case owes on its day, in so many instalments from the next 15th on, all claims
   claimed but the later ones; takes the case's letter, and borrows the rest. */
AcqPaymentPlanLetter *letter_case_take_plan (LetterCase *self, guint n_parts);
/* A receipt, for no invoice yet, of money that came by transfer on 2 December 2026; borrows the case. */
AcqPaymentReceipt *letter_case_new_receipt (const LetterCase *self);
/* A commune that owes one invoice. */
LetterCase *letter_case_new_commune (void);
void letter_case_free (LetterCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LetterCase, letter_case_free)

/* Works out the interest of an item from its movements; call it once all movements are there. */
void letter_case_add_interest (LetterCase *self, AcqLetterItem *item);

/* What a field of the ledger may hold that comes from outside: 200 characters with all that may go wrong in them. It is
   printed as "A B <b>&amp; {reference}* |x|~ ?" and so on. Free it. */
char *letter_case_make_bad_text (void);
/* A PDF of one page with that title, as an invoicing program might have made it. */
GBytes *letter_case_make_copy (const char *title);

G_END_DECLS
