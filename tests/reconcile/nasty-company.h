/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

/* A year of an invented small company whose bank account misleads in every way that real ones do, and the truth beside.
 * Nothing here knows how reconciliation works. The same seed makes the same year. */

typedef enum
{
  NASTY_TRANSFER,
  NASTY_PSP,      /* a payout of card payments, less commissions */
  NASTY_CHEQUES,  /* a deposit of one or several cheques */
  NASTY_CARDS,    /* a remittance of card payments, in full */
  NASTY_SEVERAL,  /* a parent company, a factor, a batch */
  NASTY_RETURNED, /* outgoing: undoes a payment */
  NASTY_REFUND,   /* outgoing: pays a credit note out */
  NASTY_FOREIGN,  /* nobody's invoice: the truth is empty */
} NastyClass;

#define NASTY_N_CLASSES (NASTY_FOREIGN + 1)

/* What a bank line really settles of one invoice, as an allocation has it. */
typedef struct
{
  gint64 invoice_id;
  gint64 amount;
  gint64 kept; /* what the payer kept of it for good: a fee, a discount */
} NastyPart;

typedef struct
{
  gint64 transaction_id;
  NastyClass class;
  const char *how;  /* the trick that was played */
  GArray *parts;    /* (element-type NastyPart) */
  gboolean careful; /* whole name, whole references, exact sum: a bookkeeper posts it unasked */
} NastyTruth;

typedef enum
{
  NASTY_PAYS_EACH,
  NASTY_PAYS_RUNS, /* once a month, what is due */
  NASTY_PAYS_CHEQUE,
  NASTY_PAYS_PSP,
  NASTY_PAYS_CARD,
  NASTY_PAYS_BY_GROUP, /* its parent company or its factor pays */
} NastyStyle;

typedef struct
{
  AcqCustomer *customer;
  char *payer; /* the name that his bank gives */
  char *iban;
  NastyStyle style;
  gboolean own_name;
  int delay;
  int run_day;
  int reference_percent;
  gint64 subscription; /* 0: none */
  guint group;
} NastyClient;

/* An invoice or credit note and what is left of it in truth. */
typedef struct
{
  AcqInvoice *invoice;
  NastyClient *client;
  gint64 rest;
  AcqDay pay_day;
  gboolean cancelled; /* by a credit note that settles all of it: neither is ever paid */
} NastyBill;

/* A payment that is made once more on that day. */
typedef struct
{
  NastyClient *client;
  gint64 amount;
  AcqDay day;
} NastyAgain;

typedef struct
{
  GRand *rand;
  AcqLedger *ledger;
  GPtrArray *clients; /* (element-type NastyClient) */
  GPtrArray *bills;   /* (element-type NastyBill) */
  GPtrArray *truths;  /* (element-type NastyTruth), one a bank line */
  AcqDay first, day;
  guint bank; /* whose grammar the labels follow */
  guint number_style;
  guint number;
  guint slip; /* numbers of cheques and deposits */
  gboolean round_prices;
  guint psp;
  int psp_rate; /* hundredths of a per cent */
  gint64 psp_fixed;
  GPtrArray *psp_waiting, *cheques_waiting, *cards_waiting; /* (element-type NastyBill) */
  GArray *again;      /* (element-type NastyAgain) bills that will be paid a second time */
  GPtrArray *returns; /* (element-type NastyTruth) payments that will come back */
  char *group_names[3];
} NastyCompany;

NastyCompany *nasty_company_new (guint32 seed);
void nasty_company_free (NastyCompany *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NastyCompany, nasty_company_free)

/* Chance, from the company's own seed. */
gboolean nasty_chance (NastyCompany *self, int percent);
int nasty_between (NastyCompany *self, int least, int greatest);
#define nasty_pick(self, list) ((list)[nasty_between (self, 0, (int) G_N_ELEMENTS (list) - 1)])

/* nasty-names.c */
void nasty_add_clients (NastyCompany *self, guint n);
char *nasty_invent_name (NastyCompany *self, gboolean *ret_person);
void nasty_client_free (gpointer client);

/* nasty-invoices.c */
void nasty_issue (NastyCompany *self);
/* (element-type NastyBill): what the client owes and has not paid, oldest first; credit notes among them. */
GPtrArray *nasty_open_bills (NastyCompany *self, const NastyClient *client, AcqDay until);

/* nasty-labels.c: what the bank makes of a payer's name and words. */
AcqTransaction *nasty_write_line (NastyCompany *self, gint64 amount, const char *payer, const char *words);
AcqTransaction *nasty_write_bare_line (NastyCompany *self, gint64 amount, const char *label);
/* Remittance text for these bills; careful: whole and right numbers of all. */
char *nasty_write_references (NastyCompany *self, const GPtrArray *bills, int percent, gboolean *ret_careful);

/* Files the truth of a line, class and all; parts are added by the caller. */
NastyTruth *nasty_tell (NastyCompany *self, const AcqTransaction *line, NastyClass class, const char *how);
/* The bill gets so much of the line, and owes less. Less: the payer keeps the rest, and owes nothing. */
void nasty_settle (NastyTruth *truth, NastyBill *bill, gint64 amount);
void nasty_settle_less (NastyTruth *truth, NastyBill *bill, gint64 amount);

/* nasty-payments.c, nasty-collections.c, nasty-strangers.c: what comes in on the company's day. */
void nasty_pay (NastyCompany *self);
void nasty_collect (NastyCompany *self);
void nasty_meet_strangers (NastyCompany *self);
