/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-random.h"

guint64
acq_example_random_next (AcqExampleRandom *self)
{
  guint64 z;

  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = self->state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int
acq_example_random_range (AcqExampleRandom *self, int low, int high)
{
  return low + (int) (acq_example_random_next (self) % (guint64) (high - low + 1));
}

gboolean
acq_example_random_chance (AcqExampleRandom *self, int per_cent)
{
  return acq_example_random_range (self, 1, 100) <= per_cent;
}
