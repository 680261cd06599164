/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer.h"
#include "acq-import-error.h"
#include "acq-invoice.h"
#include "acq-receipt.h"

G_BEGIN_DECLS

/* What the sink may be told beside an invoice: whose it is. */
typedef struct
{
  const AcqCustomer *customer; /* as far as the file tells: code, name, SIREN, address, contacts… */
  const AcqInvoice *invoice;
  /* A column "Solde" was there: the balance left today, which overrules "prepaid" where both are given. */
  gboolean has_balance;
  gint64 balance;
  /* Who the invoice says has issued it, for the caller to tell the company's own from a supplier's; NULL where the
     format does not say (tables, accounting exports). */
  const char *seller_name;
  const char *seller_siren;
  /* A copy to keep with it (the PDF that holds the invoice); NULL: none. */
  GBytes *copy;
  const char *copy_name;
} AcqImportedInvoice;

/* A receipt that an accounting export shows, and the invoices it is lettered with. */
typedef struct
{
  const AcqCustomer *customer;
  const AcqReceipt *receipt;          /* source LEDGER, no allocations */
  const char *const *invoice_numbers; /* NULL-terminated, perhaps empty; parallel to "amounts" */
  const gint64 *amounts;              /* what of each is settled; negative for a credit note that is used up */
} AcqImportedReceipt;

/**
 * AcqImportSink:
 *
 * Where a reader puts what it finds, record by record, so that a file of any length needs little memory. Whatever is passed
 * belongs to the reader and lives only during the call. Each function returns FALSE with an error set to end the
 * reading (a full disk); the reader then returns FALSE with that same error.
 */
typedef struct
{
  /* A statement begins: all that is known of it so far. Transactions until end_statement() are of its account. */
  gboolean (*begin_statement) (gpointer user_data, const AcqStatement *statement, GError **error);
  gboolean (*transaction) (gpointer user_data, const AcqTransaction *transaction, GError **error);
  /* The same statement with all that is known of it now: period, closing balance. */
  gboolean (*end_statement) (gpointer user_data, const AcqStatement *statement, GError **error);
  /* A customer of a list of customers. */
  gboolean (*customer) (gpointer user_data, const AcqCustomer *customer, GError **error);
  /* What of the total the invoice's due items leave over (all of it where the file gives no due day) falls due by the
     customer's terms: the caller ends with acq_invoice_complete_due_items(). */
  gboolean (*invoice) (gpointer user_data, const AcqImportedInvoice *invoice, guint64 place, GError **error);
  /* Always after the invoices it names. */
  gboolean (*receipt) (gpointer user_data, const AcqImportedReceipt *receipt, guint64 place, GError **error);
  /* The copy of an invoice that is known by its number alone (a plain PDF): the texts that look like a number in the
     file's name and on its first page, each NULL-terminated, likeliest first. Which of them is one, the caller finds out:
     the invoice whose number equals one under acq_text_fold_key(). The page decides; where it names several, as a credit
     note does, the name may choose among them, and where it names none, the name stands alone. All else is
     ACQ_REJECT_AMBIGUOUS_COPY: a letter must never enclose another invoice. */
  gboolean (*copy) (gpointer user_data, const char *const *in_name, const char *const *on_page, GBytes *bytes,
                    const char *name, GError **error);
  /* A record that was read but cannot be kept. "place" is its line, record or row, from 1; 0: no place. "detail" is a
     piece of the file that shows it (nullable). */
  gboolean (*reject) (gpointer user_data, guint64 place, AcqReject reason, const char *detail, GError **error);
  /* How much of the file has been read, in bytes; called now and then. May be NULL. */
  void (*progress) (gpointer user_data, guint64 done, guint64 total);
} AcqImportSink;

G_END_DECLS
