/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"
#include "acq-example-cast.h"
#include "acq-example-random.h"
#include "acq-invoice-item.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* One invoice or credit note of the example and what will become of it, whether that lies before or after today. */
typedef struct _AcqExampleSale AcqExampleSale;
struct _AcqExampleSale
{
  AcqInvoice *invoice; /* number and id are given once all sales are known */
  GPtrArray *items;    /* (element-type AcqInvoiceItem) */
  guint role;
  guint scene;    /* of the story; 0: everyday business */
  gboolean fresh; /* in the files only, not in the company file */
  AcqMeans means;
  AcqDay pays_on;          /* ACQ_DAY_NONE: nobody has decided to pay it */
  gint64 pays;             /* on that day; retention comes later */
  AcqDay releases_on;      /* the retention; ACQ_DAY_NONE: there is none, or it is kept */
  AcqDay returns_on;       /* the cheque or debit comes back; ACQ_DAY_NONE: it does not */
  AcqDay pays_again_on;    /* after it came back */
  gboolean left_open;      /* its bank line is in the company file and nobody has said what it pays */
  AcqExampleSale *deposit; /* what a final account takes off */
  AcqExampleSale *credits; /* the invoice that a credit note is about */
  gint64 written_off;      /* a small difference that was let go when it was paid */
  gboolean set_off;        /* a credit note that was set against its invoice by hand */
};

/* A payment of a part of a sale beside its main one: an instalment. */
typedef struct
{
  AcqExampleSale *sale;
  AcqDay day;
  gint64 amount;
} AcqExampleInstalment;

/**
 * AcqExampleDraft:
 *
 * What the makers of the example company pass on to each other: sales first, then payments, then the story.
 */
typedef struct
{
  AcqDay today;
  AcqDay start;     /* two years earlier: the first day of the company file */
  AcqDay covered;   /* the last day of the statements that the company file has read */
  AcqDay yesterday; /* the last bank day before today, up to which the files beside it go */
  AcqExampleRandom random;
  AcqBusinessCalendar *calendar;
  GPtrArray *sales;    /* (element-type AcqExampleSale) */
  GArray *instalments; /* (element-type AcqExampleInstalment) */
} AcqExampleDraft;

AcqExampleDraft *acq_example_draft_new (AcqDay today);
void acq_example_draft_free (AcqExampleDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqExampleDraft, acq_example_draft_free)

/* The day itself or the last working day before it. */
AcqDay acq_example_draft_working_day (const AcqExampleDraft *self, AcqDay day);
/* The day itself or the first bank day after it. */
AcqDay acq_example_bank_day (AcqDay day);

/* Adds an invoice without items and without a total. Returned borrowed. */
AcqExampleSale *acq_example_draft_add_sale (AcqExampleDraft *self, guint role, AcqInvoiceKind kind,
                                            AcqDay issued);
/* NULL where no sale plays in that scene. */
AcqExampleSale *acq_example_draft_find_scene (const AcqExampleDraft *self, guint scene);

/* Takes the item into the sale's VAT line of that rate (hundredths of a per cent); "rate" 0 is reverse charge. */
void acq_example_sale_take_item (AcqExampleSale *self, AcqInvoiceItem *item, int rate);
/**
 * acq_example_sale_finish:
 * @retention: hundredths of a per cent of the total that are kept until @retention_due; 0 for none
 *
 * Works out VAT, total and due items from the items and the terms of the role, and when the role would pay.
 */
void acq_example_sale_finish (AcqExampleSale *self, AcqExampleDraft *draft, int retention,
                              AcqDay retention_due);

G_END_DECLS
