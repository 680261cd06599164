/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* What became of an invoice that was late when the first file came in. */
typedef enum
{
  ACQ_OLD_ANSWER_NONE,      /* nobody has said: nothing may leave for it */
  ACQ_OLD_ANSWER_STILL_DUE, /* its scenario begins */
  ACQ_OLD_ANSWER_REMINDED,  /* elsewhere: its scenario goes on from there */
  ACQ_OLD_ANSWER_PAID,      /* settled as a payment without a bank line */
  ACQ_OLD_ANSWER_LOST,      /* leaves the reminders (an exclusion), not the ledger */
  ACQ_OLD_ANSWER_OTHER,     /* settled or spoken of in another way since; never an answer that is given here */
} AcqOldAnswer;

ACQ_DECLARE_CODES (AcqOldAnswer, acq_old_answer)

/* One such invoice with the answer it has. */
typedef struct
{
  gint64 invoice_id;
  char *number;
  gint64 customer_id;
  char *customer_name;
  AcqDay due;    /* the earliest open one; of a settled invoice the earliest */
  gint64 amount; /* what is owed, or was owed before it was said to be paid */
  AcqCurrency currency;
  AcqOldAnswer answer;
  gboolean from_file; /* REMINDED as the imported file said */
  int reminders;      /* REMINDED: how many; the day of the last one, if known, is "day" */
  AcqDay day;         /* REMINDED, PAID; else ACQ_DAY_NONE */
  AcqMeans means;     /* PAID */
  char *reason;       /* LOST; nullable */
} AcqOldItem;

void acq_old_item_free (AcqOldItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqOldItem, acq_old_item_free)

/* (element-type AcqOldItem) (transfer full): the invoices to ask about and those that were answered, the oldest due day first. */
GPtrArray *acq_old_items_list (AcqCompanyFile *file, GError **error);
/* How many still have no answer. FALSE on an error. */
gboolean acq_old_items_count_open (AcqCompanyFile *file, guint *ret_count, GError **error);

/* One answer; what does not belong to it is not read. */
typedef struct
{
  const char *number;
  AcqOldAnswer answer; /* NONE takes an earlier answer back */
  int reminders;       /* REMINDED: 1 to 99 */
  AcqDay day;          /* REMINDED: of the last one, after the due day; PAID: of the payment; neither after today */
  AcqMeans means;      /* PAID */
  const char *reason;  /* LOST; nullable */
} AcqOldReply;

/**
 * acq_old_items_answer:
 * @replies: (array length=n_replies)
 *
 * Keeps several answers in one change, all or none. An earlier answer is taken back first with all that it wrote; one whose payment
 * a bank line has come to show is refused (ACQ_WORKFLOW_ERROR_ON_BANK_LINE).
 */
gboolean acq_old_items_answer (AcqCompanyFile *file, const AcqOldReply *replies, gsize n_replies,
                               GError **error);

G_END_DECLS
