/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-delimited-reader.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

const char *const acq_fuzz_seeds[] = {
  "a;b\n\"x\ny\";\"q\"\"q\"\n=\"012\";4\r\r\n5;6\r",
  "sep=,\na,b\n1,\"2\n",
  "\xff\xfe"
  "a;b",
  "libell\xe9\t\x80\n\x81\tb\n",
  NULL,
};

/* Cells are UTF-8 within the row, and the rows of two readings are the same. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqDelimitedReader) reader = acq_delimited_reader_new (bytes, size, 0, NULL);
  g_autoptr (AcqDelimitedReader) head = acq_delimited_reader_new_head (bytes, size, 0);
  guint64 rows = 0, again = 0;

  if (head != NULL)
    g_assert_true (strchr (";,\t|", acq_delimited_reader_separator (head)) != NULL);
  while (reader != NULL && acq_delimited_reader_next (reader, NULL))
    {
      rows++;
      g_assert_cmpuint (acq_delimited_reader_offset (reader), <=, 2 * size);
      for (guint i = 0; i < acq_delimited_reader_n_cells (reader); i++)
        g_assert_true (g_utf8_validate (acq_delimited_reader_cell (reader, i), -1, NULL));
    }
  if (reader == NULL)
    return 0;
  acq_delimited_reader_rewind (reader);
  while (acq_delimited_reader_next (reader, NULL))
    again++;
  g_assert_cmpuint (rows, ==, again);
  return 0;
}
