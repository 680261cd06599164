/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small generator of numbers (SplitMix64, public domain) that gives the same ones on each machine and in each version
   of GLib: the example company must not depend on anything but its day. */
typedef struct
{
  guint64 state;
} AcqExampleRandom;

guint64 acq_example_random_next (AcqExampleRandom *self);
/* Both ends included. */
int acq_example_random_range (AcqExampleRandom *self, int low, int high);
/* TRUE that many times in a hundred. */
gboolean acq_example_random_chance (AcqExampleRandom *self, int per_cent);

G_END_DECLS
