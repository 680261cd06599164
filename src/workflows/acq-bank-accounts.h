/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-ledger.h"
#include "acq-statement-chain.h"

G_BEGIN_DECLS

/**
 * AcqBankAccount:
 *
 * A bank account and what its statements say of it. What no statement said is NULL or ACQ_DAY_NONE.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *bank;
  char *iban;
  char *number; /* where there is no IBAN */
  AcqCurrency currency;
  AcqDay first_covered; /* the days that statements cover, gaps included */
  AcqDay last_covered;
  GArray *breaks; /* (element-type AcqStatementBreak) where statements do not follow each other, by day; never NULL */
  AcqDay last_line; /* booking day of the newest line */
  gboolean has_closing;
  gint64 closing; /* balance at the end of the newest statement that gives one */
  AcqDay closing_day;
  char *verdict;      /* of the newest statement: "ok", "mismatch" or "absent"; never NULL */
  AcqDay imported_on; /* the newest statement */
} AcqBankAccount;

void acq_bank_account_free (AcqBankAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBankAccount, acq_bank_account_free)

/* (element-type AcqBankAccount) (transfer full): in the order in which they came. */
GPtrArray *acq_bank_accounts_list (AcqCompanyFile *file, GError **error);

/* The last day that all accounts cover; ACQ_DAY_NONE where there is no account, or one of which no statement names its days. */
AcqDay acq_bank_accounts_covered_until (const GPtrArray *accounts);
/* Whether the newest statement of each account adds up: "ok" where all do, "mismatch" where one does not, else "absent". */
const char *acq_bank_accounts_verdict (const GPtrArray *accounts);

/* Gives an account the name that the user knows it by; NULL or "" takes it away. */
gboolean acq_bank_account_rename (AcqCompanyFile *file, gint64 account_id, const char *name, GError **error);

G_END_DECLS
