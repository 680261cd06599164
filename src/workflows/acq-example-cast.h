/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* What a payer writes into a transfer. */
typedef enum
{
  ACQ_EXAMPLE_WORDING_NONE,    /* nothing that tells */
  ACQ_EXAMPLE_WORDING_NUMBER,  /* "F2026-0123" */
  ACQ_EXAMPLE_WORDING_MANGLED, /* "FACT 20260123" */
  ACQ_EXAMPLE_WORDING_TAIL,    /* "0123" */
  ACQ_EXAMPLE_WORDING_CASUAL,  /* "REGLEMENT FACTURE" */
} AcqExampleWording;

/* How a customer comes to be invoiced. */
typedef enum
{
  ACQ_EXAMPLE_TRADE_REPAIR,   /* small works, invoiced when done */
  ACQ_EXAMPLE_TRADE_JOINERY,  /* doors, windows, cupboards */
  ACQ_EXAMPLE_TRADE_FITTING,  /* shops and kitchens: large sums */
  ACQ_EXAMPLE_TRADE_PROJECT,  /* a deposit, then a final account */
  ACQ_EXAMPLE_TRADE_SITE,     /* building sites: progress invoices, a final account, 5 % retained */
  ACQ_EXAMPLE_TRADE_CONTRACT, /* maintenance, each month the same */
} AcqExampleTrade;

/**
 * AcqExampleRole:
 *
 * One of the sixty customers: who it is and what its habits are. Nobody here exists: SIRENs begin with a zero, telephone
 * numbers are of the ranges that Arcep keeps for fiction, mail domains end in ".example".
 */
typedef struct
{
  const char *name;
  AcqCustomerKind kind;
  const char *address;
  const char *postcode;
  const char *city;
  const char *contact;    /* who pays the bills there */
  const char *bank_words; /* how the payer's bank abbreviates the name */
  AcqExampleTrade trade;
  int invoices; /* about how many over the two years, scripted ones apart */
  int terms;    /* days */
  gboolean end_of_month;
  AcqMeans means;
  int delay;  /* days after the due day, usually */
  int spread; /* more or less */
  AcqExampleWording wording;
  gboolean pays_in_runs; /* twice a month, all that is due in one transfer */
  gboolean second_account;
  gboolean reverse_charge;
  gboolean no_email;
  gboolean precious;
  gboolean factored;
  int insolvent_ago;     /* days before today; 0: never */
  int quiet_for;         /* no invoice but scripted ones in so many days before today */
  const char *recipient; /* codes of other customers; NULL: itself */
  const char *payer;
} AcqExampleRole;

#define ACQ_EXAMPLE_N_ROLES 60

/* The role at that place, from 0; its customer's code is "C" and the place + 1 in three digits. */
const AcqExampleRole *acq_example_role (guint index);
/* The place of a code that exists. */
guint acq_example_role_index (const char *code);

AcqCompany *acq_example_company_profile (void);
/* The role as a customer with its contacts and the id index + 1; recipient and payer are resolved. */
AcqCustomer *acq_example_customer_new (guint index, AcqDay today);

/* The accounts of the example: 0 is the current one, 1 the second one. */
#define ACQ_EXAMPLE_N_ACCOUNTS 2
/* Free it. */
char *acq_example_account_iban (guint account);
const char *acq_example_account_bank (guint account);
/* The IBAN from which a role pays. Free it. */
char *acq_example_role_iban (guint index);

G_END_DECLS
