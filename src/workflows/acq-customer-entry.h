/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* What forbids to keep a customer as it was typed. */
typedef enum
{
  ACQ_CUSTOMER_FLAW_NONE,
  ACQ_CUSTOMER_FLAW_NO_NAME,
  ACQ_CUSTOMER_FLAW_CODE_TAKEN, /* another customer has it */
  ACQ_CUSTOMER_FLAW_BAD_SIREN,
  ACQ_CUSTOMER_FLAW_BAD_SIRET,
  ACQ_CUSTOMER_FLAW_OTHER_SIRET, /* of another SIREN */
  ACQ_CUSTOMER_FLAW_BAD_VAT_NUMBER,
  ACQ_CUSTOMER_FLAW_OTHER_VAT_NUMBER, /* of another SIREN */
  ACQ_CUSTOMER_FLAW_BAD_COUNTRY,      /* no two letters */
  ACQ_CUSTOMER_FLAW_BAD_LANGUAGE,     /* neither "fr" nor "en" */
  ACQ_CUSTOMER_FLAW_BAD_EMAIL,        /* of a contact */
  ACQ_CUSTOMER_FLAW_BAD_PHONE,        /* of a contact: no digit in it */
  ACQ_CUSTOMER_FLAW_EMPTY_CONTACT,
  ACQ_CUSTOMER_FLAW_BAD_CREDIT_LIMIT,
  ACQ_CUSTOMER_FLAW_BAD_RECIPIENT, /* is not there, or has a recipient of its own */
  ACQ_CUSTOMER_FLAW_BAD_PAYER,     /* is not there */
  ACQ_CUSTOMER_FLAW_BAD_INSOLVENCY, /* a judgment after today */
} AcqCustomerFlaw;

ACQ_DECLARE_CODES (AcqCustomerFlaw, acq_customer_flaw)

/* The field of AcqCustomer that a flaw is about, "contacts" for those of a contact; NULL for none. */
const char *acq_customer_flaw_field (AcqCustomerFlaw flaw);

/* The customer as it is kept, to be changed and given to acq_customer_entry_save(). ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER where there
   is none. */
AcqCustomer *acq_customer_entry_load (AcqCompanyFile *file, gint64 id, GError **error);

/**
 * acq_customer_entry_tidy:
 *
 * Brings what was typed into its normal form: white space squeezed, empty texts taken away, numbers without spaces, SIREN and
 * country worked out from SIRET or VAT number where they are missing, a guessed kind guessed anew. Ill-formed numbers stay as they
 * are.
 */
void acq_customer_entry_tidy (AcqCustomer *customer);

/* A street as it is typed into one field, in lines: "Bât. A, 12, rue Haute" is two of them. Free it. */
char *acq_customer_entry_split_street (const char *typed);

/* What can be seen without the file, of a customer that was tidied. */
AcqCustomerFlaw acq_customer_entry_find_flaw (const AcqCustomer *customer, AcqDay today);

/**
 * acq_customer_entry_save:
 * @customer: tidied here; an id of 0 makes a new one and gets its id and code
 *
 * Keeps a customer that the user typed or changed. The kind counts as stated if its source says so. Refused with
 * ACQ_WORKFLOW_ERROR_BAD_FIELD and the flaw's code.
 */
gboolean acq_customer_entry_save (AcqCompanyFile *file, AcqCustomer *customer, GError **error);

/* As above inside a change that does more. */
gboolean acq_customer_entry_write (AcqCompanyFile *file, AcqCustomer *customer, GError **error);

G_END_DECLS
