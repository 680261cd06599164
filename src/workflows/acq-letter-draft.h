/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-account-statement.h"
#include "acq-company-file.h"
#include "acq-debt-history.h"
#include "acq-interest-basis.h"
#include "acq-plan-request.h"
#include "acq-letter.h"
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

/* All that was invoiced and paid since the oldest invoice or money that is open, in euros, without factored invoices. */
AcqAccountStatement *acq_draft_account_statement (const AcqLetterSource *source, const AcqCustomer *customer,
                                                  const char *reference);

G_END_DECLS
