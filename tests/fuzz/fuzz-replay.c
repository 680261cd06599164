/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "fuzz-seeds.h"

/* Stands in for libFuzzer where there is none: so many changed copies of each seed, always the same ones. */
#define ROUNDS   1500
#define MAX_SIZE 4096

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

static void
run_one (const guint8 *bytes, gsize size)
{
  /* Memory of its own size shows what is read beyond it. */
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  memcpy (copy, bytes, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
change (guint8 *bytes, gsize *size, const char *seed, GRand *random)
{
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) *size);
  gsize len = (gsize) g_rand_int_range (random, 1, 24);
  gsize from = (gsize) g_rand_int_range (random, 0, (gint32) strlen (seed));

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      bytes[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      *size = MAX (at, 1);
      break;
    case 2:
      len = MIN (len, *size - at);
      memmove (bytes + at, bytes + at + len, *size - at - len);
      *size = MAX (*size - len, 1);
      break;
    default:
      len = MIN (MIN (len, strlen (seed) - from), MAX_SIZE - *size);
      memmove (bytes + at + len, bytes + at, *size - at);
      memcpy (bytes + at, seed + from, len);
      *size += len;
    }
}

static void
replay_seed (const char *seed, GRand *random)
{
  g_autofree guint8 *bytes = g_malloc0 (MAX_SIZE);

  run_one ((const guint8 *) seed, strlen (seed));
  for (int round = 0; round < ROUNDS; round++)
    {
      gsize size = CLAMP (strlen (seed), 1, MAX_SIZE);

      memcpy (bytes, seed, size);
      for (int changes = g_rand_int_range (random, 1, 8); changes > 0; changes--)
        change (bytes, &size, seed, random);
      run_one (bytes, size);
    }
}

static void
replay_noise (GRand *random)
{
  guint8 bytes[256];

  for (int round = 0; round < ROUNDS; round++)
    {
      gsize size = (gsize) g_rand_int_range (random, 0, sizeof bytes);

      for (gsize i = 0; i < size; i++)
        bytes[i] = (guint8) g_rand_int_range (random, 0, round % 2 == 0 ? 256 : 128);
      run_one (bytes, size);
    }
}

static void
test_replay (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);

  replay_noise (random);
  for (gsize i = 0; acq_fuzz_seeds != NULL && acq_fuzz_seeds[i] != NULL; i++)
    replay_seed (acq_fuzz_seeds[i], random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/replay", test_replay);
  return g_test_run ();
}
