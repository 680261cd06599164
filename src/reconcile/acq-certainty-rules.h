/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqCertaintyRules:
 *
 * What a match must show to be called sure. Whatever they say, a sure match rests on two independent proofs (who paid, or
 * a whole reference; and an exact amount), and has no rival: these rules say how good each proof must be. A value out of its
 * range counts as the nearest end of it, so that no setting goes below that floor.
 *
 * Odds are how many different sums there must be for each one that could have fitted by accident: with 100, an exact
 * amount is a proof if chance alone would have met it once in a hundred payments or less.
 */
typedef struct
{
  guint single_odds;    /* of one invoice's amount; 50 to 100000, 100 */
  guint run_odds;       /* of a sum of several invoices; 100 to 100000, 200 */
  guint known_odds;     /* of one invoice's amount from a payer who was confirmed; 5 to 100000, 5 */
  gboolean names_prove; /* the customer's whole name on the line, and no other beside, tells who paid; TRUE */
  gboolean
    patterns_prove;       /* several lines of the same words that fit one customer only tell who paid; TRUE */
  gboolean learned_prove; /* words or an account that were confirmed before tell who paid; TRUE */
  gboolean strangers_prove;   /* a whole reference and a rare exact amount suffice whoever paid; TRUE */
  gboolean sums_are_sure;     /* a line that pays several invoices may be sure; TRUE */
  gboolean deposits_are_sure; /* a part of an invoice may be, where the line says so and names it; TRUE */
  gboolean returns_are_sure;  /* a returned payment that is tied to what it undoes may be; TRUE */
  gint64 least_amount;        /* minor units: below, always ask; from 100, 100 */
  gint64 greatest_amount;     /* minor units: above, always ask; 0: never for that reason, 0 */
} AcqCertaintyRules;

/* What holds where nothing else was chosen. */
AcqCertaintyRules acq_certainty_rules_default (void);
/* The same rules with each value in its range. */
AcqCertaintyRules acq_certainty_rules_clamp (const AcqCertaintyRules *self);

G_END_DECLS
