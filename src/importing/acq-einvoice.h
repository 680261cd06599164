/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-xml-tree.h"

G_BEGIN_DECLS

/* One of the payments that an e-invoice asks for. */
typedef struct
{
  AcqDay due;          /* ACQ_DAY_NONE: not given */
  gboolean has_amount; /* else the whole */
  gint64 amount;
} AcqInstalment;

/**
 * AcqEInvoice:
 *
 * What an e-invoice of either syntax of EN 16931 says, as it says it: amounts with the signs of the file. What it means
 * for the ledger is worked out in one place, acq_einvoice_emit(). BT numbers are those of the standard.
 */
typedef struct
{
  AcqInvoice *invoice;     /* number, days, currency, references, notes, VAT lines */
  AcqCustomer *customer;   /* the buyer */
  char *type_code;         /* BT-3, UNTDID 1001; nullable, as are the texts below */
  gboolean is_credit_note; /* by its root element (UBL), whatever the type code */
  char *process;           /* BT-23: "B2", "S2", "M2" were paid before they were issued */
  char *terms;             /* BT-20 */
  char *seller_name;
  char *seller_siren;
  gboolean has_total, has_prepaid, has_payable;
  gint64 total;            /* BT-112 */
  gint64 prepaid;          /* BT-113 */
  gint64 rounding;         /* BT-114 */
  gint64 payable;          /* BT-115 */
  GArray *instalments;     /* (element-type AcqInstalment) */
  gboolean has_bad_amount; /* one of the above could not be read */
} AcqEInvoice;

AcqEInvoice *acq_einvoice_new (void);
void acq_einvoice_free (AcqEInvoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqEInvoice, acq_einvoice_free)

/* Reads a decimal of the invoice's currency. NULL leaves everything as it is; what is no amount is remembered. */
void acq_einvoice_set_amount (AcqEInvoice *self, const char *text, gboolean *ret_has, gint64 *ret_amount);
/* "20.00" in hundredths of a per cent; 0 where there is none (exempt, reverse charge). NULL is allowed. */
int acq_einvoice_parse_rate (const char *text);
/* Keeps a note of the subjects that French law demands (BR-FR-05): PMT, PMD, AAB. */
void acq_einvoice_add_note (AcqEInvoice *self, const char *subject, const char *content);
/* Files the buyer's or another party's identifier where its scheme (ISO 6523: 0002 SIREN, 0009 SIRET, NULL the
   seller's own number) belongs; passes over those that are not valid. */
void acq_customer_take_identifier (AcqCustomer *customer, const char *scheme, const char *identifier);
/* Takes both over. */
void acq_einvoice_add_street (AcqEInvoice *self, char *line);
void acq_einvoice_finish_address (AcqEInvoice *self, char *country);
/* YYYYMMDD or an ISO day with whatever follows it; ACQ_DAY_NONE for anything else. NULL is allowed. */
AcqDay acq_einvoice_parse_day (const char *text);
/* The day, or the amount, that a path below the node holds (acq-xml-tree.h). */
AcqDay acq_einvoice_read_day (const xmlNode *node, const char *path);
void acq_einvoice_read_amount (AcqEInvoice *einvoice, const xmlNode *node, const char *path,
                               gboolean *ret_has, gint64 *ret_amount);

/**
 * acq_einvoice_emit:
 * @copy: (nullable): the PDF that held it
 *
 * Settles kind (credit notes come as 381 above zero and as 380 below), signs, prepaid amount, due items, and hands the
 * invoice or its rejection to the sink.
 */
gboolean acq_einvoice_emit (AcqEInvoice *self, GBytes *copy, const char *copy_name, const AcqImportSink *sink,
                            gpointer user_data, GError **error);

/* Reads a document of either syntax, found by its root element. */
gboolean acq_cii_read (const guint8 *bytes, gsize size, const AcqImportSource *source, GBytes *copy,
                       const AcqImportSink *sink, gpointer user_data, GError **error);
gboolean acq_ubl_read (const guint8 *bytes, gsize size, const AcqImportSource *source, GBytes *copy,
                       const AcqImportSink *sink, gpointer user_data, GError **error);

G_END_DECLS
