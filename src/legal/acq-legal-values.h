/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"

G_BEGIN_DECLS

/* A value that is not known. All others are 0 or more. */
#define ACQ_LEGAL_VALUE_NONE -1

/**
 * AcqLegalValueKind:
 *
 * Every figure that the law sets and that this program uses; data/legal-values.csv says from when to when each holds and
 * where that stands. Rates and points are hundredths of a per cent (215 is 2.15 %), sums are cents of euro.
 *
 * The first three change with every half-year and are entered by the user when a new one begins. ECB_RATE is the main
 * refinancing rate in force on the half-year's first day. Which of the two legal rates applies depends on the creditor
 * (D313-1-A of the Code monétaire et financier): a company's is "professional" even against a consumer.
 */
typedef enum
{
  ACQ_LEGAL_VALUE_ECB_RATE,
  ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL,
  ACQ_LEGAL_VALUE_LEGAL_RATE_INDIVIDUAL,
  ACQ_LEGAL_VALUE_PROFESSIONAL_POINTS,
  ACQ_LEGAL_VALUE_PUBLIC_POINTS,
  ACQ_LEGAL_VALUE_FLOOR_FACTOR,
  ACQ_LEGAL_VALUE_EXCESSIVE_RATE,
  ACQ_LEGAL_VALUE_JUDGMENT_POINTS,
  ACQ_LEGAL_VALUE_JUDGMENT_MONTHS,
  ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY,
  ACQ_LEGAL_VALUE_TERM_DEFAULT,
  ACQ_LEGAL_VALUE_TERM_LONGEST,
  ACQ_LEGAL_VALUE_TERM_LONGEST_MONTH_END,
  ACQ_LEGAL_VALUE_TERM_LONGEST_PERIODIC,
  ACQ_LEGAL_VALUE_TERM_PUBLIC,
  ACQ_LEGAL_VALUE_TERM_PUBLIC_HOSPITAL,
  ACQ_LEGAL_VALUE_TERM_PUBLIC_UNDERTAKING,
  ACQ_LEGAL_VALUE_LIMITATION_PROFESSIONAL,
  ACQ_LEGAL_VALUE_LIMITATION_CONSUMER,
  ACQ_LEGAL_VALUE_LIMITATION_PUBLIC,
  ACQ_LEGAL_VALUE_LIMITATION_CARRIAGE,
  ACQ_LEGAL_VALUE_CLAIM_DECLARATION,
  ACQ_LEGAL_VALUE_CLAIM_DECLARATION_ABROAD,
  ACQ_LEGAL_VALUE_ORDER_SERVICE,
  ACQ_LEGAL_VALUE_ORDER_OPPOSITION,
  ACQ_LEGAL_VALUE_SMALL_CLAIM_CEILING,
  ACQ_LEGAL_VALUE_PRIOR_CONCILIATION_CEILING,
  ACQ_LEGAL_VALUE_LAWYER_CEILING,
  ACQ_LEGAL_VALUE_RETENTION_RATE,
  ACQ_LEGAL_VALUE_RETENTION_MONTHS,
  ACQ_LEGAL_VALUE_INSOLVENCY_CLAWBACK,
  ACQ_N_LEGAL_VALUE_KINDS,
} AcqLegalValueKind;

ACQ_DECLARE_CODES (AcqLegalValueKind, acq_legal_value_kind)

/* Whether it has a figure of its own for each half-year. */
gboolean acq_legal_value_kind_is_half_yearly (AcqLegalValueKind kind);

typedef enum
{
  ACQ_LEGAL_UNIT_PERCENT, /* hundredths of a per cent a year */
  ACQ_LEGAL_UNIT_POINTS,  /* hundredths of a per cent, added to a rate */
  ACQ_LEGAL_UNIT_TIMES,
  ACQ_LEGAL_UNIT_EUROS, /* cents */
  ACQ_LEGAL_UNIT_DAYS,
  ACQ_LEGAL_UNIT_MONTHS,
} AcqLegalUnit;

ACQ_DECLARE_CODES (AcqLegalUnit, acq_legal_unit)

typedef struct
{
  AcqLegalValueKind kind;
  int value;
  AcqLegalUnit unit;
  AcqDay valid_from;
  AcqDay valid_to;    /* included; ACQ_DAY_NONE: until the law changes */
  gboolean confirmed; /* FALSE: read in weak sources only; a letter that uses it stays a draft (rate_unconfirmed) */
  AcqDay checked_on;  /* ACQ_DAY_NONE: never */
  char *source;       /* where it was read, nullable */
  gboolean entered;   /* by the user, and not built in */
} AcqLegalValue;

/**
 * AcqLegalValues:
 *
 * What is known of the law: the values built in, and the half-years that the user entered or confirmed since. There is no
 * value for any other day and none is ever worked out from its neighbours.
 */
typedef struct _AcqLegalValues AcqLegalValues;

/* Those built in. */
AcqLegalValues *acq_legal_values_new (void);
void acq_legal_values_free (AcqLegalValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLegalValues, acq_legal_values_free)

/**
 * acq_legal_values_enter:
 * @kind: a half-yearly one
 * @day: any day of the half-year
 * @rate: hundredths of a per cent, 0 to 10000
 * @checked_on: when the user read it, or ACQ_DAY_NONE
 * @source: (nullable): where
 *
 * Takes the place of what was known of that half-year, and counts as confirmed.
 *
 * Returns: %FALSE with ACQ_LEGAL_ERROR_RATE_INVALID
 */
gboolean acq_legal_values_enter (AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day, int rate, AcqDay checked_on,
                                 const char *source, GError **error);

/* What holds on that day, or NULL. Borrowed until the next change. */
const AcqLegalValue *acq_legal_values_find (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day);

/**
 * acq_legal_values_get_rate:
 * @kind: a half-yearly one
 *
 * Returns: the rate of that day, or ACQ_LEGAL_VALUE_NONE with ACQ_LEGAL_ERROR_RATE_MISSING, whose message names the
 *   half-year and the figure that have to be entered
 */
int acq_legal_values_get_rate (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day, GError **error);

/* A value that is no rate of a half-year; 0 on days before it existed. */
int acq_legal_values_get (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay day);

/* The first day of the first half-year between two days (both included) without that rate, or ACQ_DAY_NONE: what to ask
   the user for. */
AcqDay acq_legal_values_find_missing (const AcqLegalValues *self, AcqLegalValueKind kind, AcqDay first, AcqDay last);

/* All that is known of one kind, the oldest first. (element-type AcqLegalValue), borrowed. */
GPtrArray *acq_legal_values_list (const AcqLegalValues *self, AcqLegalValueKind kind);

/* "2026-S2": how a half-year is called in data and errors. Free it. */
char *acq_half_year_name (AcqDay day);
/* Its first day, or ACQ_DAY_NONE for any other text. */
AcqDay acq_half_year_parse (const char *name);

G_END_DECLS
