/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-delimited-reader.h"

#include <string.h>

#include "acq-import-error.h"
#include "acq-text-decoder.h"

/* Rows as "row/line:cell|cell\n". */
static char *
read_all (const char *text, gssize size, char separator, GError **error)
{
  g_autoptr (AcqDelimitedReader) reader = NULL;
  GString *log = g_string_new (NULL);

  reader = acq_delimited_reader_new ((const guint8 *) text, size < 0 ? strlen (text) : (gsize) size,
                                     separator, error);
  while (reader != NULL && acq_delimited_reader_next (reader, error))
    {
      g_string_append_printf (log, "%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT ":",
                              acq_delimited_reader_row (reader), acq_delimited_reader_line (reader));
      for (guint i = 0; i < acq_delimited_reader_n_cells (reader); i++)
        g_string_append_printf (log, "%s%s", i > 0 ? "|" : "", acq_delimited_reader_cell (reader, i));
      g_string_append_c (log, '\n');
    }
  return g_string_free (log, FALSE);
}

static const struct
{
  const char *text;
  const char *rows;
} cases[] = {
  { "a;b\n1;2\n", "1/1:a|b\n2/2:1|2\n" },
  { "a,b\r\n1,2", "1/1:a|b\n2/2:1|2\n" },
  { "a\tb\r1\t2\r", "1/1:a|b\n2/2:1|2\n" },
  { "a|b\r\r\n1|2\r\r\n", "1/1:a|b\n2/2:1|2\n" },
  { "a;b\n\n\n1;2\n", "1/1:a|b\n2/4:1|2\n" },
  { "a;b\n\"x\ny\";\"q\"\"q\"\n3;4\n", "1/1:a|b\n2/2:x\ny|q\"q\n3/4:3|4\n" },
  { "a;b\n=\"0123\";2\n", "1/1:a|b\n2/2:0123|2\n" },
  { "\xef\xbb\xbf"
    "a;b\n1; 2 \n",
    "1/1:a|b\n2/2:1|2\n" },
  { "sep=,\na;b,c\n", "1/2:a;b|c\n" },
  { "libell\xe9;\x80\n1;2\n", "1/1:libellé|€\n2/2:1|2\n" },
  { "libellé;\x81\n", "1/1:libellÃ©|\xc2\x81\n" },
  { "Date;Montant\n1;1,50\n2;2,50\n", "1/1:Date|Montant\n2/2:1|1,50\n3/3:2|2,50\n" },
  { "\"a\" b;c\n", "1/1:a b|c\n" },
  { "", "" },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (cases[i].text, -1, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_utf_16 (void)
{
  static const char little[] = "\xff\xfe"
                               "a\0;\0\xe9\0\n\0";
  static const char big[] = "\xfe\xff"
                            "\0a\0;\0\xe9\0\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *from_little = read_all (little, sizeof little - 1, 0, &error);
  g_autofree char *from_big = read_all (big, sizeof big - 1, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (from_little, ==, "1/1:a|é\n");
  g_assert_cmpstr (from_big, ==, "1/1:a|é\n");
}

static void
test_refusals (void)
{
  g_autoptr (GError) binary = NULL, quote = NULL, wide = NULL;
  g_autofree char *wide_text = g_strnfill (1000, ';');

  g_free (read_all ("a;b\0c", 5, 0, &binary));
  g_free (read_all ("a;b\n1;\"2\n3;4\n", -1, ';', &quote));
  g_free (read_all (wide_text, -1, ';', &wide));
  g_assert_error (binary, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_ENCODING);
  g_assert_error (quote, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED);
  g_assert_error (wide, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE);
}

/* One line of a hundred megabytes is refused after the first of them. */
static void
test_endless_line (void)
{
  gsize size = 100 << 20;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  memset (text, 'x', size);
  rows = read_all (text, (gssize) size, 0, &error);
  g_assert_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE);
}

/* The end of the head may cut a character; that does not make it another encoding. */
static void
test_head (void)
{
  g_autofree char *text = g_malloc (ACQ_TEXT_HEAD_BYTES + 10);
  g_auto (AcqTextDecoder) decoder = { 0 };

  memset (text, 'x', ACQ_TEXT_HEAD_BYTES + 10);
  memcpy (text + ACQ_TEXT_HEAD_BYTES - 1, "\xc3\xa9", 2);
  g_assert_true (acq_text_decoder_init_head (&decoder, (const guint8 *) text, ACQ_TEXT_HEAD_BYTES + 10));
  g_assert_cmpint (decoder.encoding, ==, ACQ_TEXT_ENCODING_UTF_8);
  g_assert_cmpuint (decoder.size, ==, ACQ_TEXT_HEAD_BYTES - 1);
}

static void
test_without_quotes (void)
{
  static const char text[] = "a\t\"b\nc\td\n";
  g_autoptr (AcqDelimitedReader) reader
    = acq_delimited_reader_new ((const guint8 *) text, sizeof text - 1, '\t', NULL);

  acq_delimited_reader_set_quoting (reader, FALSE);
  g_assert_true (acq_delimited_reader_next (reader, NULL));
  g_assert_cmpstr (acq_delimited_reader_cell (reader, 1), ==, "\"b");
  g_assert_cmpstr (acq_delimited_reader_cell (reader, 7), ==, "");
  g_assert_true (acq_delimited_reader_next (reader, NULL));
  g_assert_false (acq_delimited_reader_next (reader, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delimited-reader/rows", test_rows);
  g_test_add_func ("/delimited-reader/utf-16", test_utf_16);
  g_test_add_func ("/delimited-reader/refusals", test_refusals);
  g_test_add_func ("/delimited-reader/endless-line", test_endless_line);
  g_test_add_func ("/delimited-reader/head", test_head);
  g_test_add_func ("/delimited-reader/without-quotes", test_without_quotes);
  return g_test_run ();
}
