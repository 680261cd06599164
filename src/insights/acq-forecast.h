/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* An amount that is expected: the mean, and the bounds between which it lies 8 times out of 10. Minor units. Means add
   up; bounds of a sum are not sums of bounds. */
typedef struct
{
  gint64 low;
  gint64 likely;
  gint64 high;
} AcqExpected;

typedef struct
{
  AcqDay first; /* a Monday; the first week's days before today are over */
  AcqExpected amount;
} AcqForecastWeek;

G_END_DECLS
