/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-statement-feed.h"

G_BEGIN_DECLS

/**
 * acq_mt940_details_read:
 * @feed: its transaction's texts are filled in; means and "returned" where a code of the field tells them
 * @content: (nullable): a field 86 of any length; its lines are separated by '\n'
 *
 * The field is written in one of three dialects: free text; numbered subfields "166?00GUTSCHRIFT?20EREF+…?32NAME", in which
 * words like "SVWZ+" may stand; words between slashes "/EREF/…/NAME/…/REMI/…". The label becomes all of its text that a
 * person would read.
 */
void acq_mt940_details_read (AcqStatementFeed *feed, const char *content);

/* Fills in the same from the numbered lines of a field NS, which some banks write in place of 86. */
void acq_mt940_details_read_ns (AcqStatementFeed *feed, const char *content);

G_END_DECLS
