/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-period.h"

G_BEGIN_DECLS

/* What one statement of an account says of itself. */
typedef struct
{
  AcqPeriod days; /* closed */
  gboolean has_opening;
  gint64 opening; /* minor units, as is closing */
  gboolean has_closing;
  gint64 closing; /* of a statement that does not contradict itself */
} AcqStatementSpan;

/* How two statements that follow each other may fail to fit. */
typedef enum
{
  ACQ_STATEMENT_BREAK_GAP,     /* no statement covers these days */
  ACQ_STATEMENT_BREAK_JUMP,    /* the next one opens with another balance than this one closed with on its last day */
  ACQ_STATEMENT_BREAK_OVERLAP, /* these days were read twice, which does no harm */
} AcqStatementBreakKind;

ACQ_DECLARE_CODES (AcqStatementBreakKind, acq_statement_break_kind)

typedef struct
{
  AcqStatementBreakKind kind;
  AcqPeriod days; /* of a jump the last day of the statement before it, which was read before it was over */
  gboolean has_difference;
  gint64 difference; /* what the lines that are missing add up to, in minor units */
} AcqStatementBreak;

/**
 * acq_statement_chain_read:
 * @spans: (array length=n_spans): the statements of one account in any order; sorted in place by their first day
 * @covered: (element-type AcqPeriod): the days that are surely known are appended, in order, apart from each other
 * @breaks: (element-type AcqStatementBreak) (nullable): where they do not fit is appended, in the order of the days
 *
 * A statement that opens with what the one before it closed with goes on from there, whatever days lie between: banks let a
 * period begin with the first line. Where it opens with another balance, the last day before it does not count as known: the
 * file was fetched in the middle of it.
 */
void acq_statement_chain_read (AcqStatementSpan *spans, gsize n_spans, GArray *covered, GArray *breaks);

G_END_DECLS
