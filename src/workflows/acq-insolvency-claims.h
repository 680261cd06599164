/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-books.h"

G_BEGIN_DECLS

/**
 * AcqInsolvencyClaim:
 *
 * What is to be declared in the insolvency proceedings of one customer, and by when (L622-24 and R622-24 of the Code de
 * commerce): who misses the day is paid nothing. Amounts in cents, of the invoices for what was delivered before the judgment;
 * late interest stops on its eve (L622-28).
 */
typedef struct
{
  const AcqCustomer *customer; /* borrowed from the books */
  AcqDay judged;
  AcqDay published; /* in the BODACC; ACQ_DAY_NONE: not known */
  AcqDay deadline;  /* last day; reckoned from the judgment, which is the earliest that it can be, where published is not known */
  AcqDay declared;  /* ACQ_DAY_NONE: not yet */
  gboolean abroad;  /* the creditor is not in metropolitan France, and has longer */
  guint n_invoices;
  gint64 principal;
  gint64 interest; /* to the eve of the judgment; 0 where a rate is not known */
  gint64 indemnities; /* of the invoices whose rates are known */
  gboolean interest_unknown; /* a half-year's rate is missing */
} AcqInsolvencyClaim;

gint64 acq_insolvency_claim_total (const AcqInsolvencyClaim *self);
/* Whether the last day has passed, and nothing was declared: only a judge may still help, within six months (L622-26). */
gboolean acq_insolvency_claim_is_late (const AcqInsolvencyClaim *self, AcqDay today);

/* (element-type AcqInsolvencyClaim) (transfer full): of every insolvent customer who owes something, declared or not, the
   earliest deadline first. The file is the one that the books were read from. */
GPtrArray *acq_insolvency_claims_list (const AcqBooks *books, AcqCompanyFile *file, GError **error);

/**
 * acq_insolvency_claim_record:
 * @customer: by code
 * @published: day of publication in the BODACC, or ACQ_DAY_NONE
 * @declared: day on which the claim was declared, or ACQ_DAY_NONE: not yet
 *
 * Keeps both days in one change. ACQ_WORKFLOW_ERROR_BAD_DAY where one lies before the judgment or after today.
 */
gboolean acq_insolvency_claim_record (AcqCompanyFile *file, const char *customer, AcqDay published, AcqDay declared,
                                      GError **error);

/* As above inside a change that does more, unchecked. */
gboolean acq_insolvency_claim_write (AcqConnection *connection, gint64 customer_id, AcqDay published, AcqDay declared,
                                     GError **error);

G_END_DECLS
