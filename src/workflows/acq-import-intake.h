/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-batch-repository.h"
#include "acq-company-file.h"
#include "acq-import-job.h"
#include "acq-label-rule.h"
#include "acq-ledger.h"
#include "acq-line-recognition.h"

G_BEGIN_DECLS

/* A customer who names a recipient or payer that is not known yet. */
typedef struct
{
  gint64 customer_id;
  char *recipient_code; /* nullable */
  char *payer_code;     /* nullable */
  gboolean duplicate;   /* counted as one: nothing else of it is news */
} AcqAwaitedLink;

void acq_awaited_link_free (AcqAwaitedLink *self);

/**
 * AcqImportIntake:
 *
 * One import at work: the sink of a reader, which knows again what is there already and keeps the rest. Lives
 * inside one change of the company file.
 */
typedef struct
{
  AcqConnection *connection; /* borrowed, as is the result */
  AcqImportResult *result;
  const AcqImportOptions *options;
  AcqDay today;
  AcqCompany *company;
  GPtrArray *label_rules;     /* (element-type AcqLabelRule) */
  gboolean first_receivables; /* no import brought invoices before this one */

  /* The statement at hand. One that names no account, where there are several, waits with its first lines
     until they tell whose it is. */
  AcqStatement *nameless; /* nullable */
  GPtrArray *waiting;     /* (element-type AcqTransaction) */
  gint64 account_id;
  AcqStatementKind kind;
  AcqStatement *named;    /* (nullable) the account as the file names it */
  GPtrArray *unsure;      /* (element-type AcqTransaction) lines to be looked at again when all are read */
  AcqLineRecognition recognition;
  gint64 sum;             /* of all its lines, rejected ones left out */
  AcqStatement *opening;  /* nullable */
  AcqDay first, last;     /* of its lines */

  /* Customers met, by code, SIREN or name as the file gives them. */
  GHashTable *customer_ids;
  GPtrArray *links; /* (element-type AcqAwaitedLink) to customers that the file may bring further down */
  GHashTable *receipt_counts; /* words of a receipt or notice to how often it was met */
  GHashTable *met_receipts;   /* set of gint64 ids of receipts that other sources told of */
  GHashTable *numbers;        /* (nullable) folded invoice numbers to ids, for copies */
} AcqImportIntake;

AcqImportIntake *acq_import_intake_new (AcqCompanyFile *file, AcqImportResult *result,
                                        const AcqImportOptions *options, GError **error);
void acq_import_intake_free (AcqImportIntake *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqImportIntake, acq_import_intake_free)

/* The functions of the sink; user_data is the intake. */
gboolean acq_import_intake_begin_statement (gpointer user_data, const AcqStatement *statement,
                                            GError **error);
gboolean acq_import_intake_transaction (gpointer user_data, const AcqTransaction *transaction,
                                        GError **error);
gboolean acq_import_intake_end_statement (gpointer user_data, const AcqStatement *statement, GError **error);
gboolean acq_import_intake_customer (gpointer user_data, const AcqCustomer *customer, GError **error);
gboolean acq_import_intake_invoice (gpointer user_data, const AcqImportedInvoice *imported, guint64 place,
                                    GError **error);
gboolean acq_import_intake_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place,
                                    GError **error);
gboolean acq_import_intake_copy (gpointer user_data, const char *const *in_name, const char *const *on_page,
                                 GBytes *bytes, const char *name, GError **error);
gboolean acq_import_intake_reject (gpointer user_data, guint64 place, AcqReject reason, const char *detail,
                                   GError **error);

/* The id of an imported customer, kept now if it is new; what the file knows more of a known one is filled
   in. -1 on an error. */
gint64 acq_import_intake_keep_customer (AcqImportIntake *self, const AcqCustomer *imported, GError **error);
/* At the end of the file: writes the links that can be told now. */
gboolean acq_import_intake_settle_links (AcqImportIntake *self, GError **error);
/* The id of the customer that this one is, without keeping anything: 0 where it would be new, -1 on an error. */
gint64 acq_import_intake_look_up_customer (AcqImportIntake *self, const AcqCustomer *imported,
                                           GError **error);

G_END_DECLS
