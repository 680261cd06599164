/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-legal-rates.h"

G_BEGIN_DECLS

/* What waits for the user, in the order in which it is shown: first what keeps everything else from leaving. */
typedef enum
{
  ACQ_WORK_CLAIMS,         /* in insolvency proceedings, to be declared by a day; who misses it is paid nothing */
  ACQ_WORK_OLD_ITEMS,      /* invoices that were late at the first import, and nobody has said what became of them */
  ACQ_WORK_RIGHT_TO_SEND,  /* another machine has it: messages wait */
  ACQ_WORK_STATEMENT,      /* messages wait for a statement */
  ACQ_WORK_MAILS,          /* to be checked and approved */
  ACQ_WORK_CALLS,          /* to be made */
  ACQ_WORK_RECEIPTS,       /* bank lines to be accepted or explained */
  ACQ_WORK_NOTICES,        /* formal notices to be printed */
  ACQ_WORK_LETTERS,        /* other letters to be printed */
  ACQ_WORK_CHEQUES,        /* in hand, to be taken to the bank */
  ACQ_WORK_ANSWERS,        /* of customers, not read yet */
  ACQ_WORK_PROMISES,       /* whose day has come, and the money has not */
  ACQ_WORK_SEQUELS,        /* invoices whose steps are all done: what follows is to be decided */
  ACQ_WORK_CONTACTS,       /* messages wait for an address or a number */
  ACQ_WORK_COPIES,         /* messages wait for a copy of an invoice */
  ACQ_WORK_REJECTED_LINES, /* of imports, neither mended nor dismissed */
  ACQ_WORK_RATES,          /* of late interest, to be entered or confirmed: letters that use them wait */
} AcqWorkKind;

#define ACQ_N_WORK_KINDS 17

ACQ_DECLARE_CODES (AcqWorkKind, acq_work_kind)

/**
 * AcqWorkItem:
 *
 * All that there is to do of one kind. Counts messages where messages are to be approved or wait, else what the kind names.
 */
typedef struct
{
  AcqWorkKind kind;
  guint count;
  guint n_sure;         /* RECEIPTS: so many of them need no more than a nod */
  guint n_invoices;     /* in the messages */
  gboolean unpublished; /* CLAIMS: the day of publication is not known, and the deadline is the earliest possible one */
  gboolean has_total;   /* all amounts are of one currency */
  gint64 total;         /* minor units of it */
  AcqCurrency currency;
  GPtrArray *customers; /* (element-type AcqCustomer) recipients or customers, each once, the largest first; borrowed */
  AcqDay day;           /* MAILS, CALLS, NOTICES, LETTERS: on which they leave; PROMISES: the earliest promised one; STATEMENT:
                           up to which statements are needed; RATES: the first of the half-year; CLAIMS: the earliest
                           deadline; else ACQ_DAY_NONE */
  AcqRatesAdvice rates; /* RATES: what is wrong with them */
  AcqDay until;         /* PROMISES: the last day on which the money of the earliest may still come */
} AcqWorkItem;

/**
 * AcqTodaysWork:
 *
 * What a person has to do in a company today. Keeps the view from which it borrows. Never changed once made.
 */
typedef struct
{
  AcqCompanyView *view;
  GPtrArray *items; /* (element-type AcqWorkItem) by kind, each kind once at most */
  AcqDay next_day;  /* where there is nothing to do: on which the next message is due; ACQ_DAY_NONE: none foreseen */
} AcqTodaysWork;

/* The view must be complete; the file is the one that it was read from. Not for the main loop. */
AcqTodaysWork *acq_todays_work_new (AcqCompanyView *view, AcqCompanyFile *file, GError **error);
void acq_todays_work_free (AcqTodaysWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTodaysWork, acq_todays_work_free)

/* NULL where there is nothing of that kind to do. */
const AcqWorkItem *acq_todays_work_find (const AcqTodaysWork *self, AcqWorkKind kind);

G_END_DECLS
