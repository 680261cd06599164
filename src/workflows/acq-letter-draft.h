/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-account-statement.h"
#include "acq-company-file.h"
#include "acq-debt-history.h"
#include "acq-issued-letter.h"
#include "acq-interest-basis.h"
#include "acq-plan-request.h"
#include "acq-letter.h"
#include "acq-payment-plan-letter.h"
#include "acq-payment-receipt.h"
#include "acq-standing.h"

G_BEGIN_DECLS

/* What drafts are made from. All is borrowed. */
typedef struct
{
  AcqConnection *connection;
  const AcqLedger *ledger;
  const AcqStandings *standings;
  const AcqDebtHistory *history;
  const AcqInterestBasis *basis;
  const AcqDunningSettings *settings;
  const AcqPlanRequest *request; /* of the same ledger: what holds a reminder back holds back a notice */
  AcqDay today;
} AcqLetterSource;

/**
 * acq_draft_formal_notice:
 * @only: (nullable): the one invoice that it is about
 *
 * Overdue invoices of the customer, those that had the scenario's last reminder before those that had not
 * ("S'y ajoutent"). What is disputed, promised, in a plan, excluded or held stays out of a notice about all
 * of them, unless nothing else is left: then it is in the draft so that the checks can say why there is no
 * notice.
 */
AcqLetter *acq_draft_formal_notice (const AcqLetterSource *source, const AcqCustomer *customer,
                                    const AcqInvoice *only, const char *reference, GError **error);

/* What keeps an invoice out of a letter that asks for its money today, as the planner sees it. */
AcqLetterBar acq_letter_find_bars (const AcqLetterSource *source, const AcqInvoice *invoice);

/* What a customer owes for these invoices, (element-type AcqInvoice), reckoned as for a notice but for others to read: each
   with its interest and indemnity, whatever reminders it had. Sorts them by due day. */
AcqLetter *acq_draft_debt (const AcqLetterSource *source, const AcqCustomer *customer, GPtrArray *invoices,
                           GError **error);

/* An invoice as a letter of the source's day speaks of it, added to the letter; NULL with an error. Borrowed. */
AcqLetterItem *acq_draft_letter_item (const AcqLetterSource *source, AcqLetter *letter,
                                      const AcqInvoice *invoice, GError **error);
/* The rule and the rate of the letter's interest, once its items and its customer are there. */
gboolean acq_draft_letter_rate (const AcqLetterSource *source, AcqLetter *letter, GError **error);
/* The date that a formal notice of that day names. */
AcqDay acq_formal_notice_deadline (const AcqLetterSource *source, AcqDay day);
/* The last formal notice, up to a day, about one of these invoices; *ret_letter is NULL where there was none. */
gboolean acq_find_formal_notice (const AcqLetterSource *source, gint64 customer_id, const GArray *invoice_ids,
                                 AcqDay until, AcqIssuedLetter **ret_letter, GError **error);

/**
 * acq_draft_payment_plan_letter:
 * @choices: (array fixed-size=ACQ_N_PLAN_CLAIMS): what becomes of each claim; without them no draft can leave
 * @ret_plan: (out) (transfer full): the plan as the letter says it, with the instalments that were paid already
 *
 * The agreement on the plan of the customer that is kept, or on that which holds the one invoice. The acknowledged sum is what
 * is owed today and what is claimed of the rest: an even plan is split anew, else the last instalment takes the difference; what
 * came in since it was agreed settled the first ones.
 *
 * Returns: (transfer full): %NULL with ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN where there is none
 */
AcqPaymentPlanLetter *acq_draft_payment_plan_letter (const AcqLetterSource *source,
                                                     const AcqCustomer *customer, const AcqInvoice *only,
                                                     const char *reference, const AcqCreditorChoice *choices,
                                                     AcqPaymentPlan **ret_plan, GError **error);

/* All that was invoiced and paid since the oldest invoice or money that is open, in euros, without factored invoices. */
AcqAccountStatement *acq_draft_account_statement (const AcqLetterSource *source, const AcqCustomer *customer,
                                                  const char *reference);

/**
 * acq_draft_payment_receipt:
 * @only: (nullable): the invoice that was paid; %NULL: any of the customer's
 * @payment: id of the money; 0: the last that came in
 *
 * Of the last payment that is credited, with all that it settled. Without one its day is %ACQ_DAY_NONE and it has no
 * invoices, which the checks say.
 */
AcqPaymentReceipt *acq_draft_payment_receipt (const AcqLetterSource *source, const AcqCustomer *customer,
                                              const AcqInvoice *only, gint64 payment, const char *reference,
                                              AcqCreditorChoice choice, GError **error);

G_END_DECLS
