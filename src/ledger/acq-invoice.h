/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"
#include "acq-money.h"
#include "acq-payment-terms.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_INVOICE_KIND_INVOICE,
  ACQ_INVOICE_KIND_CREDIT_NOTE, /* its total is negative */
  ACQ_INVOICE_KIND_DEPOSIT,     /* acompte */
  ACQ_INVOICE_KIND_PROGRESS,    /* situation de travaux */
  ACQ_INVOICE_KIND_FINAL,       /* décompte général, solde */
} AcqInvoiceKind;

ACQ_DECLARE_CODES (AcqInvoiceKind, acq_invoice_kind)

typedef enum
{
  ACQ_DUE_KIND_NORMAL,
  /* Retenue de garantie (loi n° 71-584): owed one year after acceptance, never overdue before. */
  ACQ_DUE_KIND_RETENTION,
} AcqDueKind;

ACQ_DECLARE_CODES (AcqDueKind, acq_due_kind)

/* One of the 1..n parts of an invoice that fall due on a day. Amounts in minor units of the invoice's currency. */
typedef struct
{
  gint64 id;
  AcqDueKind kind;
  AcqDay due;     /* never ACQ_DAY_NONE once stored */
  gint64 amount;
  gint64 balance; /* what is left of it; derived, see acq_invoice_spread_settled() */
} AcqDueItem;

typedef struct
{
  int rate;               /* hundredths of a per cent: 2000 is 20 % */
  gint64 base;
  gint64 tax;             /* 0 under reverse charge */
  gboolean reverse_charge;
} AcqVatLine;

/**
 * AcqInvoice:
 *
 * An invoice or a credit note. The total includes VAT; a credit note's total, prepaid amount and balance are
 * negative or zero. What was paid is not kept here but in allocations; "balance" is derived from them.
 */
typedef struct
{
  gint64 id;              /* 0 until it is stored */
  char *number;           /* unique in the company */
  gint64 customer_id;     /* 0 until it is stored */
  AcqInvoiceKind kind;
  AcqDay issued;
  AcqDay performed;       /* limitation runs from it; ACQ_DAY_NONE: unknown */
  AcqCurrency currency;
  gint64 total;
  gint64 prepaid;         /* settled before Acquit knew of it: deposit deducted, column "Payé" */
  gint64 balance;         /* total − prepaid − Σ allocations of credited receipts */
  char *order_reference;  /* nullable, as are all texts below */
  char *engagement;       /* number of the public buyer */
  AcqDay deposited;       /* in Chorus Pro: the public buyer's delay runs from it; ACQ_DAY_NONE: not */
  char *deposit_status;
  char *corrects;         /* number of the invoice that this one corrects or credits */
  char *penalty_note;     /* the invoice's own words, notes PMD, PMT and AAB of EN 16931 */
  char *indemnity_note;
  char *discount_note;
  gboolean factored;      /* ceded: never reminded, never our IBAN */
  gboolean cancelled;
  gboolean opening;       /* an opening balance without detail: its days are those of the closing */
  gboolean old_item;      /* overdue when first imported: what became of it is to be asked before anything leaves */
  int reminders_before;   /* sent elsewhere before Acquit knew of it */
  AcqDay last_reminder_before;
  GArray *due_items;      /* (element-type AcqDueItem), never NULL, by due day, retention last */
  GArray *vat_lines;      /* (element-type AcqVatLine), never NULL, perhaps empty */
} AcqInvoice;

AcqInvoice *acq_invoice_new (void);
void acq_invoice_free (AcqInvoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInvoice, acq_invoice_free)

/* Adds a part and keeps the parts in order. */
void acq_invoice_add_due_item (AcqInvoice *self, AcqDueKind kind, AcqDay due, gint64 amount);
void acq_invoice_add_vat_line (AcqInvoice *self, int rate, gint64 base, gint64 tax, gboolean reverse_charge);
/* Adds what the parts leave of the total, if anything, as one that falls due by those terms after the day of issue (of
   deposit, if there is one: Code de la commande publique, R2192-12). */
void acq_invoice_complete_due_items (AcqInvoice *self, AcqPaymentTerms terms);
#define acq_invoice_due_item(self, index) (&g_array_index ((self)->due_items, AcqDueItem, index))

gboolean acq_invoice_is_credit_note (const AcqInvoice *self);

/**
 * acq_invoice_spread_settled:
 * @settled: what was paid or credited, prepaid amount included; may exceed the total or be negative
 *
 * Sets the balance of the invoice and of its due items: money goes to the earliest due day first, to retention last,
 * and what exceeds the total stays on the last part, so that Σ parts = balance always.
 */
void acq_invoice_spread_settled (AcqInvoice *self, gint64 settled);

/* What is left of one part once its share is taken off *settled; parts are asked in their order, and the last takes all
   that the others left. */
gint64 acq_due_item_settle (const AcqDueItem *item, gboolean is_last, gint64 *settled);

/* The earliest due day with a balance, else the earliest of all. */
AcqDay acq_invoice_due_day (const AcqInvoice *self);

typedef enum
{
  ACQ_INVOICE_FLAW_NONE,
  ACQ_INVOICE_FLAW_NO_NUMBER,
  ACQ_INVOICE_FLAW_NO_DAY,
  ACQ_INVOICE_FLAW_AMOUNT_TOO_LARGE,
  ACQ_INVOICE_FLAW_CURRENCY,
  ACQ_INVOICE_FLAW_PARTS_DIFFER, /* Σ due items is not the total */
  ACQ_INVOICE_FLAW_SIGN,         /* a credit note above zero, or an invoice below */
} AcqInvoiceFlaw;

/* What forbids to keep this invoice. Called before each write. */
AcqInvoiceFlaw acq_invoice_find_flaw (const AcqInvoice *self);

G_END_DECLS
