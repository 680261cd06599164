/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* What forbids to keep an invoice as it was typed. */
typedef enum
{
  ACQ_ENTRY_FLAW_NONE,
  ACQ_ENTRY_FLAW_NO_NUMBER,
  ACQ_ENTRY_FLAW_NUMBER_TAKEN, /* another invoice has it */
  ACQ_ENTRY_FLAW_NO_CUSTOMER,
  ACQ_ENTRY_FLAW_OTHER_CUSTOMER, /* an invoice that is kept cannot change hands */
  ACQ_ENTRY_FLAW_BAD_ISSUED,     /* missing, before 1990, or more than a year ahead */
  ACQ_ENTRY_FLAW_BAD_DUE,        /* before the day of issue, or more than ten years after it */
  ACQ_ENTRY_FLAW_BAD_TOTAL,      /* missing, zero or too large */
  ACQ_ENTRY_FLAW_PARTS_DIFFER,   /* the due items do not add up to the total */
  ACQ_ENTRY_FLAW_VAT_DIFFERS,    /* the VAT lines do not add up to the total */
  ACQ_ENTRY_FLAW_BELOW_SETTLED,  /* more than the total was paid already */
  ACQ_ENTRY_FLAW_BAD_COPY,       /* no PDF, or larger than 64 MiB */
} AcqEntryFlaw;

ACQ_DECLARE_CODES (AcqEntryFlaw, acq_entry_flaw)

/* "number", "customer", "issued", "due", "total", "vat_lines" or "copy"; NULL for none. */
const char *acq_entry_flaw_field (AcqEntryFlaw flaw);

/**
 * AcqInvoiceEntry:
 *
 * An invoice, or a credit note, as the user types it. Amounts of a credit note may be typed with either sign: they are kept below
 * zero.
 */
typedef struct
{
  AcqInvoice *invoice; /* an id of 0: a new one. Without due items it falls due by the customer's terms; no currency is the euro */
  const char *customer_name; /* nullable: where customer_id is 0, the customer of that name, made if there is none */
  GBytes *copy;              /* nullable: a PDF */
  const char *copy_name;     /* nullable: the file's name */
  gint64
    seen; /* acq_journal_find_end() when the invoice was read; 0: in this very moment. All of it is written back, so that
                  what came in since would be lost */
} AcqInvoiceEntry;

/* The invoice as it is kept, to be changed and given to acq_invoice_entry_save(). */
AcqInvoice *acq_invoice_entry_load (AcqCompanyFile *file, const char *number, GError **error);

/* What can be seen without the file. */
AcqEntryFlaw acq_invoice_entry_find_flaw (const AcqInvoiceEntry *entry, AcqDay today);

/* When a new invoice of this day would fall due: by the customer's terms, or by law where there are none or the customer is
   new (0). ACQ_DAY_NONE on an error. */
AcqDay acq_invoice_entry_due_day (AcqCompanyFile *file, gint64 customer_id, AcqDay issued, GError **error);

/**
 * acq_invoice_entry_save:
 *
 * Keeps it, with its copy and perhaps its new customer, in one change; its id and customer id are set. Refused with
 * ACQ_WORKFLOW_ERROR_BAD_FIELD and the flaw's code, or as acq_customer_entry_save() refuses the new customer; with
 * ACQ_WORKFLOW_ERROR_OUTDATED where anything was changed in the file since a known invoice was read.
 */
gboolean acq_invoice_entry_save (AcqCompanyFile *file, AcqInvoiceEntry *entry, GError **error);

G_END_DECLS
