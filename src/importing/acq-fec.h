/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"

G_BEGIN_DECLS

/* A line of a French accounting export (fichier des écritures comptables, arrêté du 29 juillet 2013, article
   A47 A-1 LPF) on a customer's account. Texts are squeezed and never NULL. */
typedef struct
{
  guint64 line; /* in the file, from 1 */
  const char *journal;
  const char *journal_label;
  const char *entry; /* EcritureNum */
  const char *account;
  const char *account_label;
  const char *aux; /* the customer's own account */
  const char *aux_label;
  const char *piece;
  const char *label;
  const char *lettering;
  const char *mode; /* how it was paid, in the exports of cash books */
  AcqDay booked;
  AcqDay piece_day; /* that of the entry where the piece has none */
  gint64 amount;    /* debit less credit, never 0 */
} AcqFecRow;

/* How often a journal writes on accounts of money (class 5), which tells a bank's journal from others. */
typedef struct
{
  guint64 rows;
  guint64 money_rows;
} AcqFecJournal;

/**
 * AcqFec:
 *
 * The lines of one export that concern customers: accounts 411 and 416 (doubtful ones, who owe all the same). Bills (413),
 * advances (419) and what is still to be invoiced (418) are no open invoices and are left out.
 */
typedef struct
{
  GArray *rows;         /* (element-type AcqFecRow) in the order of the file */
  GHashTable *journals; /* code to AcqFecJournal */
  GStringChunk *text;
} AcqFec;

/* Whether the first lines are those of an export. */
gboolean acq_fec_is_fec (const guint8 *bytes, gsize size);

/* Reads all lines; those on customers' accounts that cannot be read are rejected through the sink. NULL with an error
   where the file is none, is cut off, or the sink wants no more. */
AcqFec *acq_fec_parse (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data,
                       GError **error);
void acq_fec_free (AcqFec *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqFec, acq_fec_free)

/* What a line on a customer's account is. */
typedef enum
{
  ACQ_FEC_ROLE_INVOICE, /* or a credit note: the amount tells */
  ACQ_FEC_ROLE_OPENING, /* brought forward from the year before */
  ACQ_FEC_ROLE_MONEY,   /* came in, went back, or was settled otherwise */
} AcqFecRole;

AcqFecRole acq_fec_row_role (const AcqFec *self, const AcqFecRow *row);
/* How the money moved, from the mode, the line's label, and its journal. */
AcqMeans acq_fec_row_means (const AcqFecRow *row);
/* The customer's code: the auxiliary account, else the letters after 411, else the account. Free it. */
char *acq_fec_row_customer_code (const AcqFecRow *row);

/* What of one invoice a receipt settles. */
typedef struct
{
  guint
    receipt; /* index; the number of receipts stands for a settlement without money (credit notes set off) */
  guint invoice; /* index */
  gint64 amount;
} AcqFecAllocation;

/**
 * acq_fec_settle:
 * @invoices: totals in order of age, credit notes below zero
 * @receipts: amounts in order of days, returned money below zero
 *
 * Says which receipt settled what of each invoice of one lettering group: credit notes first, then the oldest invoice
 * first. Where the group balances, everything is settled exactly; else what is over stays open on the youngest
 * invoices, or unallocated on the last receipts.
 *
 * Returns: (transfer full) (element-type AcqFecAllocation): ordered by receipt, none of them 0
 */
GArray *acq_fec_settle (const gint64 *invoices, guint n_invoices, const gint64 *receipts, guint n_receipts);

G_END_DECLS
