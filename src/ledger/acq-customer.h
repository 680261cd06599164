/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-payment-terms.h"

G_BEGIN_DECLS

/* What the law and the tone of a letter depend on. UNKNOWN claims no indemnity and gets no formal notice. */
typedef enum
{
  ACQ_CUSTOMER_KIND_UNKNOWN,
  ACQ_CUSTOMER_KIND_COMPANY,
  ACQ_CUSTOMER_KIND_SOLE_TRADER,
  ACQ_CUSTOMER_KIND_CONSUMER,
  ACQ_CUSTOMER_KIND_PUBLIC_BODY,
  ACQ_CUSTOMER_KIND_ASSOCIATION,
  ACQ_CUSTOMER_KIND_CO_OWNERSHIP,
} AcqCustomerKind;

ACQ_DECLARE_CODES (AcqCustomerKind, acq_customer_kind)

/* In a set of kinds. */
#define ACQ_CUSTOMER_KIND_BIT(kind) (1u << (kind))

typedef enum
{
  ACQ_KIND_SOURCE_GUESSED,
  ACQ_KIND_SOURCE_STATED,
} AcqKindSource;

ACQ_DECLARE_CODES (AcqKindSource, acq_kind_source)

typedef enum
{
  ACQ_CONTACT_ROLE_PAYS,
  ACQ_CONTACT_ROLE_ORDERS,
  ACQ_CONTACT_ROLE_DIRECTS,
  ACQ_CONTACT_ROLE_OTHER,
} AcqContactRole;

ACQ_DECLARE_CODES (AcqContactRole, acq_contact_role)

/* How a customer is spoken to in French. */
typedef enum
{
  ACQ_ADDRESS_FORM_VOUS,
  ACQ_ADDRESS_FORM_TU,
} AcqAddressForm;

ACQ_DECLARE_CODES (AcqAddressForm, acq_address_form)

/* Why a payment is short of what was owed, as the user says. The first writes nothing off. */
typedef enum
{
  ACQ_SHORTFALL_STILL_OWED,
  ACQ_SHORTFALL_BANK_FEE,
  ACQ_SHORTFALL_DISCOUNT,    /* for early payment */
  ACQ_SHORTFALL_CREDIT_NOTE, /* that is still to come */
  ACQ_SHORTFALL_DISPUTE,
} AcqShortfall;

ACQ_DECLARE_CODES (AcqShortfall, acq_shortfall)

typedef struct
{
  AcqContactRole role;
  char *name; /* nullable, as are the two below */
  char *email;
  char *phone;
} AcqContact;

AcqContact *acq_contact_new (AcqContactRole role, const char *name, const char *email, const char *phone);
void acq_contact_free (AcqContact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqContact, acq_contact_free)

/**
 * AcqCustomer:
 *
 * Who was invoiced. The recipient of messages (a managing agent) and the payer (a holding, a factor) are customers
 * too, perhaps without an invoice of their own.
 */
typedef struct
{
  gint64 id;  /* 0 until it is stored */
  char *code; /* unique in the company; NULL until given or generated */
  char *name;
  AcqCustomerKind kind;
  AcqKindSource kind_source;
  char *siren; /* normalised; nullable, as are all texts below */
  char *siret;
  char *vat_number;
  char *address; /* street lines, separated by line feeds */
  char *postcode;
  char *city;
  char *country;               /* ISO 3166 alpha-2; NULL is France */
  char *language;              /* "fr", "en"; NULL is French */
  AcqAddressForm address_form; /* of letters and mails in French */
  char *recipient_code;        /* NULL: the customer itself */
  char *payer_code;            /* NULL: the customer itself */
  gint64 recipient_id;         /* resolved; 0: the customer itself */
  gint64 payer_id;             /* resolved; 0: the customer itself */
  AcqPaymentTerms terms;
  gint64 credit_limit;     /* minor units; -1: none */
  AcqDay insolvent_since;  /* day of the judgment that opens the proceedings, or ACQ_DAY_NONE */
  gboolean code_generated; /* the program made the code up: a file's own code may take its place */
  gboolean precious;       /* "client précieux": never reminded automatically, called first */
  AcqShortfall shortfall;  /* what his short payments are always taken for, as the user said */
  GPtrArray *contacts;     /* (element-type AcqContact), never NULL */
} AcqCustomer;

AcqCustomer *acq_customer_new (void);
void acq_customer_free (AcqCustomer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCustomer, acq_customer_free)

/* The first contact of that role with an e-mail address (or phone), else the first who pays, else any; NULL where there is
   none. */
const AcqContact *acq_customer_find_email (const AcqCustomer *self, AcqContactRole role);
const AcqContact *acq_customer_find_phone (const AcqCustomer *self, AcqContactRole role);

/**
 * acq_customer_guess_kind:
 *
 * Reads the kind off SIREN, legal form in the name ("SARL", "SAS"…), civility ("M.", "Mme"), and the words of public
 * bodies, associations and co-ownerships ("Commune de", "Syndicat des copropriétaires").
 *
 * Returns: the kind, or ACQ_CUSTOMER_KIND_UNKNOWN where nothing tells
 */
AcqCustomerKind acq_customer_guess_kind (const char *name, const char *siren, const char *vat_number);

G_END_DECLS
