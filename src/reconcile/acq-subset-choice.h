/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of the amounts that may be among what makes up a target, and how likely it is to be. */
typedef struct
{
  guint item;
  gint64 amount; /* above zero */
  double odds;   /* natural logarithm; no money */
} AcqSubsetMember;

/**
 * acq_subset_choice_find:
 * @members: (element-type AcqSubsetMember): sorted here, the greatest amount first
 * @target: above zero
 * @slack: how far the sum may be off, for each member
 * @least: how many members there must be
 * @most: how many there may be; at most 8
 * @steps: (inout): work that may still be done; same input, same work
 *
 * Returns: (transfer full) (nullable) (element-type AcqSubsetMember): the likeliest choice that makes up the target
 */
GArray *acq_subset_choice_find (GArray *members, gint64 target, gint64 slack, guint least, guint most,
                                guint *steps);

G_END_DECLS
