/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-clock.h"
#include "acq-connection.h"

G_BEGIN_DECLS

/* One line of the journal: what was done, when, to what. */
typedef struct
{
  gint64 id;
  char *at;      /* UTC, ISO 8601 with seconds */
  AcqDay day;    /* the day that counted as today */
  char *action;  /* snake_case */
  char *subject; /* nullable: an invoice number, a batch, a customer's code */
  char *detail;  /* nullable: what a person wants to know, "key=value" pairs */
} AcqJournalLine;

void acq_journal_line_free (AcqJournalLine *self);

/* Must be called inside a transaction, which it makes part of the chain. */
gboolean acq_journal_append (AcqConnection *connection, AcqClock clock, const char *action,
                             const char *subject, const char *detail, GError **error);

/* (element-type AcqJournalLine) (transfer full): all lines, oldest first. */
GPtrArray *acq_journal_list (AcqConnection *connection, GError **error);

/* The id of the last line, 0 where there is none yet: two readings with the same end are of the same state of the file. */
gboolean acq_journal_find_end (AcqConnection *connection, gint64 *ret_id, GError **error);

/* Whether each line's hash follows from the line before it and its own words. *ret_lines counts them; on a
   break the error is ACQ_STORE_ERROR_DAMAGED and names the first line that does not hold. */
gboolean acq_journal_verify (AcqConnection *connection, guint64 *ret_lines, GError **error);

/* The latest day of which the journal tells; ACQ_DAY_NONE where it is empty. */
gboolean acq_journal_load_last_day (AcqConnection *connection, AcqDay *ret_day, GError **error);

G_END_DECLS
