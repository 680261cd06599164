/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-repository.h"

G_BEGIN_DECLS

/**
 * AcqLineRecognition:
 *
 * Knows the lines of a statement again that other imports brought. A line is known by account, day, amount and bank id where
 * both have one, else by its label; each known line explains one of the file and no more, so that of two identical ones both
 * are kept. The same account told in two formats has other words and ids for its lines: what is left over on both sides of a
 * day is known by its amount alone, unless both files were fetched in the middle of that day. A report of the day (CAMT.052,
 * MT942) and the statement that follows it tell the same lines in words and with ids of their own, and sometimes of another day.
 */
typedef struct
{
  AcqConnection *connection; /* borrowed */
  gint64 batch_id;           /* that of the import at work */
  gint64 account_id;
  gboolean is_report;
  gboolean has_known;       /* other batches brought lines of this account */
  gboolean has_provisional; /* some of them were only reported */
  GHashTable *other_formats; /* (nullable) batch to the last day it covers; see acq_bank_repository_list_other_formats() */
  AcqDay first;             /* of the statement at hand, for acq_line_recognition_find_loosely(); ACQ_DAY_NONE: not known */
  GHashTable *days;         /* account and day to GPtrArray of AcqKnownTransaction, for the whole file */
  GHashTable *taken;        /* set of gint64 ids */
} AcqLineRecognition;

void acq_line_recognition_init (AcqLineRecognition *self, AcqConnection *connection);
void acq_line_recognition_clear (AcqLineRecognition *self);

/* The lines that follow are of this account; the batch is known by now. */
gboolean acq_line_recognition_begin (AcqLineRecognition *self, gint64 batch_id, gint64 account_id, gboolean is_report,
                                     GError **error);

typedef struct
{
  gint64 id;            /* of the known line; 0: it is new */
  gboolean provisional;
  gboolean is_open;     /* it may be a line of another label or id: ask again, loosely, when its statement has been read */
} AcqRecognition;

/* Takes the known line that this one is. */
gboolean acq_line_recognition_find (AcqLineRecognition *self, const AcqTransaction *line, AcqRecognition *ret,
                                    GError **error);
/* Takes a line of that day and amount which no other line of the file is, where one of both was reported only, or both came in
   different formats. */
gboolean acq_line_recognition_find_loosely (AcqLineRecognition *self, const AcqTransaction *line, AcqRecognition *ret,
                                            GError **error);

G_END_DECLS
