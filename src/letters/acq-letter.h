/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-customer.h"
#include "acq-late-interest.h"
#include "acq-transaction.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_LETTER_MODEL_FORMAL_NOTICE,
  ACQ_LETTER_MODEL_STATEMENT,
  ACQ_LETTER_MODEL_CHEQUE_SLIP,
  ACQ_LETTER_MODEL_RETENTION_RELEASE,
  ACQ_LETTER_MODEL_PAYMENT_PLAN,
  ACQ_LETTER_MODEL_RECEIPT,
} AcqLetterModel;

ACQ_DECLARE_CODES (AcqLetterModel, acq_letter_model)

/* What the creditor does about a claim beside the principal. A notice claims by default; there is no silent waiver. */
typedef enum
{
  ACQ_CLAIM_CLAIMED,   /* in the sum that is demanded */
  ACQ_CLAIM_MENTIONED, /* said to be owed, not in the sum */
  ACQ_CLAIM_WAIVED,    /* given up, in words */
} AcqClaimChoice;

ACQ_DECLARE_CODES (AcqClaimChoice, acq_claim_choice)

/* What keeps an invoice out of a notice. */
typedef enum
{
  ACQ_LETTER_BAR_NONE = 0,
  ACQ_LETTER_BAR_DISPUTED = 1 << 0,
  ACQ_LETTER_BAR_PROMISED = 1 << 1,
  ACQ_LETTER_BAR_IN_PLAN = 1 << 2,
  ACQ_LETTER_BAR_INSOLVENT = 1 << 3,
  ACQ_LETTER_BAR_FACTORED = 1 << 4,
  ACQ_LETTER_BAR_EXCLUDED = 1 << 5,
  ACQ_LETTER_BAR_HELD = 1 << 6,
  ACQ_LETTER_BAR_PAYMENT_IN_FLIGHT = 1 << 7,
  ACQ_LETTER_BAR_POSSIBLE_RECEIPT = 1 << 8,   /* an unmatched receipt could have paid it */
  ACQ_LETTER_BAR_UNREAD_ANSWER = 1 << 9,
  ACQ_LETTER_BAR_OTHER_CURRENCY = 1 << 11,    /* letters claim euros */
  ACQ_LETTER_BAR_UNALLOCATED_CREDIT = 1 << 10, /* money or credit notes of the customer's cover it */
} AcqLetterBar;

/* What changed the balance of an invoice. */
typedef struct
{
  AcqDay day;
  gint64 amount;  /* cents, above zero; below for a returned payment */
  AcqMeans means; /* ACQ_MEANS_CREDIT_NOTE for a credit note; UNKNOWN: "règlement" */
  char *number;   /* of the credit note; nullable */
  AcqDay issued;  /* of the credit note, or ACQ_DAY_NONE */
  GBytes *copy;   /* PDF of the credit note; nullable */
} AcqLetterMovement;

/**
 * AcqLetterItem:
 *
 * One invoice as a letter speaks of it. Amounts in cents, VAT included.
 */
typedef struct
{
  char *number;
  AcqDay issued;
  AcqDay due;
  gint64 total;
  gint64 settled; /* paid and credited: Σ movements */
  gint64 not_due; /* retention and parts that fall due later; not demanded */
  gint64 rest;    /* total − settled − not_due, asserted */
  gboolean below; /* it stands below this letter's level: "S'y ajoute", with its principal alone */
  AcqLetterBar bars;
  GArray *reminders;         /* (element-type AcqDay) by day; those not after the due day are never shown */
  GPtrArray *movements;      /* (element-type AcqLetterMovement) by day */
  AcqLateInterest *interest; /* to the letter's day; NULL: none is owed (consumers) */
  AcqDay waived;             /* interest up to it was given up, and the annex says so; ACQ_DAY_NONE */
  gboolean indemnity_waived; /* the annex says so */
  gint64 indemnity;          /* of the law, or 0 */
  GBytes *copy;              /* PDF of the invoice; nullable */
} AcqLetterItem;

/* Another enclosure: the accepted quotation, the acceptance report. */
typedef struct
{
  char *title;  /* "Devis accepté le 14 avril 2026" */
  GBytes *copy; /* never NULL */
} AcqLetterEnclosure;

/**
 * AcqLetter:
 *
 * All that a formal notice says, as plain data. Texts and containers belong to it; company, customer and recipient are
 * borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  const AcqCustomer *customer;  /* the debtor */
  const AcqCustomer *recipient; /* to whom the letter goes; often the debtor */
  char *reference;              /* "MED-2026-0014" */
  AcqDay day;
  AcqDay deadline;
  gboolean day_is_working; /* by the company's calendar, as the one below */
  gboolean deadline_is_working;
  GPtrArray *items;         /* (element-type AcqLetterItem) in the order of their due days */
  GPtrArray *enclosures;    /* (element-type AcqLetterEnclosure) behind those of the items */
  AcqRateRule rule;         /* of the late interest in the items */
  int rate;                 /* of the letter's day, in hundredths of a per cent */
  int points;               /* of it, what the rule adds to the rate of the ECB; 0: it is not made that way */
  gboolean rate_below_floor; /* on one of its days at least a contract's rate lies under what the law asks for */
  gboolean rate_excessive;   /* a judge would probably lower it */
  char *penalty_clause;      /* what all the invoices say of this rate, in their own words; nullable */
  char *indemnity_clause;    /* the same of the indemnity; nullable */
  gboolean invoices_differ;  /* an invoice announces another rate */
  AcqImputation imputation; /* of partial payments */
  AcqClaimChoice penalties;
  AcqClaimChoice indemnities;
  gboolean accepted_in_full; /* "acceptée pour solde si reçue au plus tard le …" */
  gboolean for_third_party;  /* its annex is read by others than the debtor: never "vous" */
  gboolean links_copies;     /* numbers in its tables lead to the copies behind it */
  char *opening;             /* a first sentence of one's own ("Nous avons posé vos fenêtres."); nullable */
} AcqLetter;

AcqLetter *acq_letter_new (void);
void acq_letter_free (AcqLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetter, acq_letter_free)

/* Adds an item of which the caller fills in the rest; borrowed. */
AcqLetterItem *acq_letter_add_item (AcqLetter *self, const char *number, AcqDay issued, AcqDay due,
                                    gint64 total);
/* Adds to settled, and takes from the rest. The copy is kept by reference. Borrowed. */
AcqLetterMovement *acq_letter_item_add_movement (AcqLetterItem *item, AcqDay day, AcqMeans means,
                                                 gint64 amount, const char *credit_note);
void acq_letter_item_add_reminder (AcqLetterItem *item, AcqDay day);
void acq_letter_add_enclosure (AcqLetter *self, const char *title, GBytes *copy);

/* Reminders that may be shown: after the due day and not after the letter's. */
GArray *acq_letter_item_shown_reminders (const AcqLetterItem *item, AcqDay letter_day);

G_END_DECLS
