/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-transaction.h"

G_BEGIN_DECLS

/* The elements whose ends are told, each inside the one before it (a balance inside a statement, too). */
typedef enum
{
  ACQ_CAMT_STATEMENT, /* Stmt, Rpt or Ntfctn */
  ACQ_CAMT_BALANCE,   /* Bal */
  ACQ_CAMT_ENTRY,     /* Ntry */
  ACQ_CAMT_DETAILS,   /* TxDtls */
  ACQ_CAMT_N_PARTS,
} AcqCamtPart;

/* What is kept of them; the names are those of the elements. In the order of the parts they belong to. */
typedef enum
{
  ACQ_CAMT_STMT_ID,
  ACQ_CAMT_STMT_CREATED,
  ACQ_CAMT_STMT_FROM,
  ACQ_CAMT_STMT_TO,
  ACQ_CAMT_STMT_IBAN,
  ACQ_CAMT_STMT_OTHER_ID,
  ACQ_CAMT_STMT_CURRENCY,
  ACQ_CAMT_STMT_NAME,
  ACQ_CAMT_STMT_BIC,
  ACQ_CAMT_BAL_CODE,
  ACQ_CAMT_BAL_AMOUNT,
  ACQ_CAMT_BAL_CURRENCY,
  ACQ_CAMT_BAL_SIDE,
  ACQ_CAMT_BAL_DAY,
  ACQ_CAMT_NTRY_REF,
  ACQ_CAMT_NTRY_AMOUNT,
  ACQ_CAMT_NTRY_CURRENCY,
  ACQ_CAMT_NTRY_SIDE,
  ACQ_CAMT_NTRY_REVERSAL,
  ACQ_CAMT_NTRY_STATUS,
  ACQ_CAMT_NTRY_BOOKED,
  ACQ_CAMT_NTRY_VALUE,
  ACQ_CAMT_NTRY_BANK_REF,
  ACQ_CAMT_NTRY_FAMILY,
  ACQ_CAMT_NTRY_SUB_FAMILY,
  ACQ_CAMT_NTRY_OWN_CODE,
  ACQ_CAMT_NTRY_INFO,
  ACQ_CAMT_NTRY_MESSAGE_ID,
  ACQ_CAMT_NTRY_PAYMENT_ID,
  ACQ_CAMT_TX_BANK_REF,
  ACQ_CAMT_TX_END_TO_END,
  ACQ_CAMT_TX_CHEQUE,
  ACQ_CAMT_TX_AMOUNT,
  ACQ_CAMT_TX_CURRENCY,
  ACQ_CAMT_TX_OTHER_AMOUNT,
  ACQ_CAMT_TX_OTHER_CURRENCY,
  ACQ_CAMT_TX_SIDE,
  ACQ_CAMT_TX_DEBTOR,
  ACQ_CAMT_TX_DEBTOR_IBAN,
  ACQ_CAMT_TX_CREDITOR,
  ACQ_CAMT_TX_CREDITOR_IBAN,
  ACQ_CAMT_TX_REMITTANCE,
  ACQ_CAMT_TX_REASON,
  ACQ_CAMT_TX_FAMILY,
  ACQ_CAMT_TX_SUB_FAMILY,
  ACQ_CAMT_TX_INFO,
  ACQ_CAMT_TX_MESSAGE_ID,
  ACQ_CAMT_TX_PAYMENT_ID,
  ACQ_CAMT_N_FIELDS,
} AcqCamtField;

typedef struct
{
  AcqStatementKind message; /* which of the three messages the file is */
  const char *const
    *fields;    /* by AcqCamtField, "" where absent; those of ended parts stay until the next begins */
  guint64 line; /* on which the part begins */
  gsize offset; /* bytes read */
} AcqCamtScan;

/* Called at the end of each part; FALSE with an error ends the scan. */
typedef gboolean (*AcqCamtPartFunc) (gpointer user_data, AcqCamtPart part, const AcqCamtScan *scan,
                                     GError **error);

/**
 * acq_camt_scan:
 *
 * Goes once through a CAMT.052, 053 or 054 of any version, by local names, without building a tree: its memory is that of
 * one entry. Refuses document type declarations, nesting that no CAMT has (HOSTILE), what is no CAMT (SYNTAX) and files that
 * were cut off (TRUNCATED).
 */
gboolean acq_camt_scan (const AcqImportSource *source, AcqCamtPartFunc end_part, gpointer user_data,
                        GError **error);

G_END_DECLS
