/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-table.h"

G_BEGIN_DECLS

/* What a column of a table of invoices or customers may hold. The codes are those of a mapping (AcqImportSource). */
typedef enum
{
  ACQ_FIELD_IGNORED,
  ACQ_FIELD_NUMBER,
  ACQ_FIELD_KIND,
  ACQ_FIELD_STATUS,
  ACQ_FIELD_CUSTOMER_CODE,
  ACQ_FIELD_CUSTOMER_NAME,
  ACQ_FIELD_CUSTOMER_KIND,
  ACQ_FIELD_SIREN,
  ACQ_FIELD_SIRET,
  ACQ_FIELD_VAT_NUMBER,
  ACQ_FIELD_CONTACT,
  ACQ_FIELD_EMAIL, /* of who pays, as are contact and phone */
  ACQ_FIELD_EMAIL_ORDERS,
  ACQ_FIELD_EMAIL_DIRECTS,
  ACQ_FIELD_PHONE,
  ACQ_FIELD_ADDRESS,
  ACQ_FIELD_ADDRESS_2,
  ACQ_FIELD_ADDRESS_3,
  ACQ_FIELD_POSTCODE,
  ACQ_FIELD_CITY,
  ACQ_FIELD_COUNTRY,
  ACQ_FIELD_LANGUAGE,
  ACQ_FIELD_RECIPIENT, /* code or name of another customer, as is the payer */
  ACQ_FIELD_PAYER,
  ACQ_FIELD_TERMS,
  ACQ_FIELD_CREDIT_LIMIT,
  ACQ_FIELD_ISSUED,
  ACQ_FIELD_DUE,
  ACQ_FIELD_DUE_AMOUNT, /* of this row's due item, beside the invoice's total */
  ACQ_FIELD_PERFORMED,
  ACQ_FIELD_TOTAL,
  ACQ_FIELD_NET,
  ACQ_FIELD_TAX,
  ACQ_FIELD_VAT_RATE,
  ACQ_FIELD_CURRENCY,
  ACQ_FIELD_PAID,
  ACQ_FIELD_BALANCE,
  ACQ_FIELD_ORDER,
  ACQ_FIELD_ENGAGEMENT,
  ACQ_FIELD_DEPOSITED,
  ACQ_FIELD_DEPOSIT_STATUS,
  ACQ_FIELD_REMINDERS,
  ACQ_FIELD_LAST_REMINDER,
  ACQ_FIELD_RETENTION, /* amount, or per cent of the total */
  ACQ_FIELD_RETENTION_DUE,
  ACQ_FIELD_FACTORED,
  ACQ_FIELD_CORRECTS,
  ACQ_FIELD_LABEL,
  ACQ_FIELD_DEBIT,
  ACQ_FIELD_CREDIT,
  ACQ_N_FIELDS,
} AcqTableField;

ACQ_DECLARE_CODES (AcqTableField, acq_table_field)

/* A column of an aged balance. */
typedef struct
{
  guint column;
  int days_late; /* the fewest days late of what it holds; -1: not due yet */
} AcqTableBucket;

/* Which columns hold what, as read off the row of headings. */
typedef struct
{
  guint heading_row;
  int column_of[ACQ_N_FIELDS]; /* -1: no such column */
  guint n_recognised;          /* columns that hold something we know */
  GArray *buckets;             /* (element-type AcqTableBucket) */
} AcqTableHeadings;

/* What a table with these headings is about. */
typedef enum
{
  ACQ_TABLE_ABOUT_NOTHING,
  ACQ_TABLE_ABOUT_INVOICES,
  ACQ_TABLE_ABOUT_AGED_BALANCE,
  ACQ_TABLE_ABOUT_CUSTOMERS,
} AcqTableSubject;

/**
 * acq_table_headings_find:
 * @mapping: (nullable): heading to field code: overrules what is guessed
 *
 * Looks for the first row that reads as headings of that subject among the first rows, junk above it passed over.
 *
 * Returns: (transfer full) (nullable): %NULL where there is none
 */
AcqTableHeadings *acq_table_headings_find (const AcqTable *table, GHashTable *mapping,
                                           AcqTableSubject subject);
/* What the headings of one row say, whatever that is. (transfer full) */
AcqTableHeadings *acq_table_headings_read (const AcqTable *table, guint row, GHashTable *mapping);
/* Whether that is enough for a table about the subject. */
gboolean acq_table_headings_are_about (const AcqTableHeadings *self, AcqTableSubject subject);
void acq_table_headings_free (AcqTableHeadings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTableHeadings, acq_table_headings_free)

/* What the headings of a table are of, whatever it may be, and how sure that is from 0 to 100. */
AcqTableSubject acq_table_headings_guess_subject (const AcqTable *table, GHashTable *mapping,
                                                  int *ret_sureness);

#define acq_table_headings_has(self, field) ((self)->column_of[field] >= 0)

G_END_DECLS
