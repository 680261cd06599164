/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-error.h"
#include "acq-letter.h"

G_BEGIN_DECLS

/**
 * AcqNoticeFigures:
 *
 * The sums of a formal notice, all in cents, each worked out once and from the items alone. "First" are the items of the
 * letter's level, "below" those of "S'y ajoute".
 */
typedef struct
{
  guint n_first;
  guint n_below;
  gint64 first_total;
  gint64 first_settled;
  gint64 first_principal;
  gint64 below_total;
  gint64 below_settled;
  gint64 below_principal;
  gint64 first_penalties;
  gint64 first_indemnities;
  guint n_indemnities;
  gint64 below_penalties;
  gint64 below_indemnities;
  gint64 penalties_in_total; /* 0 unless claimed */
  gint64 indemnities_in_total;
  gint64 total;   /* what is demanded */
  gint64 per_day; /* what each day after the letter's adds, on all items */
} AcqNoticeFigures;

/* FALSE with ACQ_LETTER_ERROR_FIGURES where an item's rest is not its total less what settled it, or its annex would not
   add up to what the letter says. */
gboolean acq_notice_figures_init (AcqNoticeFigures *self, const AcqLetter *letter, GError **error);

G_END_DECLS
