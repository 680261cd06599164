/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/* What a column of a bank's table holds. */
typedef enum
{
  ACQ_BANK_COLUMN_IGNORED,
  ACQ_BANK_COLUMN_DAY,
  ACQ_BANK_COLUMN_VALUE_DAY,
  ACQ_BANK_COLUMN_LABEL,  /* several are joined */
  ACQ_BANK_COLUMN_AMOUNT, /* signed */
  ACQ_BANK_COLUMN_DEBIT,  /* with or without a sign */
  ACQ_BANK_COLUMN_CREDIT,
  ACQ_BANK_COLUMN_SIDE, /* D or C beside an amount */
  ACQ_BANK_COLUMN_FEE,  /* comes off the amount */
  ACQ_BANK_COLUMN_CURRENCY,
  ACQ_BANK_COLUMN_BALANCE, /* of the account, behind the line */
  ACQ_BANK_COLUMN_ACCOUNT,
  ACQ_BANK_COLUMN_ACCOUNT_NAME,
  ACQ_BANK_COLUMN_BANK_REF,
  ACQ_BANK_COLUMN_COUNTERPARTY,
  ACQ_BANK_COLUMN_COUNTERPARTY_IBAN,
  ACQ_BANK_COLUMN_REMITTANCE,
  ACQ_BANK_COLUMN_END_TO_END,
  ACQ_BANK_COLUMN_STATUS, /* pending and refused lines are passed over */
  ACQ_BANK_N_COLUMNS,
} AcqBankColumn;

/* The words of a mapping file. */
ACQ_DECLARE_CODES (AcqBankColumn, acq_bank_column)

/* A heading that a layout reads in its own way. */
typedef struct
{
  const char *heading; /* as acq_text_fold() writes it */
  AcqBankColumn column;
} AcqBankHeading;

/**
 * AcqBankLayout:
 *
 * A bank whose export is known by its headings. A layout needs a row only where the headings that every bank uses
 * (acq_bank_heading_find()) would be misread, or to be surer of the file.
 */
typedef struct
{
  const char *bank;
  const char *signature[5];   /* folded headings that are all there; ends with NULL */
  AcqBankHeading headings[6]; /* read otherwise than usual; ends with a NULL heading */
} AcqBankLayout;

/* The layout whose signature is among these folded headings, or NULL. */
const AcqBankLayout *acq_bank_layout_find (const char *const *folded, guint n_headings);

/**
 * acq_bank_heading_find:
 * @folded: a heading as acq_text_fold() writes it
 * @is_mangled: its accents were lost (U+FFFD): vowels do not count then
 * @ret_rank: smaller is better, where two headings of a table mean the same column
 *
 * Returns: what a column of that heading holds; ACQ_BANK_COLUMN_IGNORED where the heading is unknown
 */
AcqBankColumn acq_bank_heading_find (const char *folded, gboolean is_mangled, int *ret_rank);

/* TRUE for the status of a line that is not on the account (yet): "PENDING", "En attente", "REVERTED". */
gboolean acq_bank_status_is_unbooked (const char *folded);

G_END_DECLS
