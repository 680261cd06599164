/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-case.h"

AcqImportResult *
import_case_try (StoreCase *self, const char *name, const char *text, GError **error)
{
  g_autofree char *path = store_case_write (self, name, text);
  g_autofree char *before = store_case_dump (self, TRUE);
  AcqImportOptions options = { 0 };
  AcqImportResult *result = acq_import_file (self->file, path, &options, error);

  if (result == NULL)
    store_case_assert_dump (self, TRUE, before);
  store_case_assert_sound (self);
  return result;
}

gint64
import_case_read (StoreCase *self, const char *name, const char *text, const char *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqImportResult) result = import_case_try (self, name, text, &error);
  g_autofree char *counted = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (result->read, ==,
                   result->added + result->updated + result->duplicates + result->n_rejected);
  counted = g_strdup_printf ("%d %d %d %d", (int) result->added, (int) result->updated,
                             (int) result->duplicates, (int) result->n_rejected);
  g_assert_cmpstr (counted, ==, counts);
  return result->batch;
}

void
import_case_undo (StoreCase *self, gint64 batch)
{
  g_autoptr (GError) error = NULL;
  gint64 removed;

  acq_import_undo (self->file, batch, &removed, &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
}

void
import_case_expect (const StoreCase *self, const char *sql, const char *expected)
{
  g_autofree char *answer = store_case_ask (self, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
append_line (GString *text, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 4);
  g_autofree char *id
    = g_str_equal (words[2], "-") ? g_strdup ("") : g_strdup_printf ("<FITID>%s\n", words[2]);

  g_string_append_printf (text, "<STMTTRN>\n<TRNTYPE>%s\n<DTPOSTED>%s\n<TRNAMT>%s\n%s<NAME>%s\n</STMTTRN>\n",
                          words[1][0] == '-' ? "DEBIT" : "CREDIT", words[0], words[1], id, words[3]);
}

char *
import_case_ofx (const char *account, const char *const *lines)
{
  GString *text = g_string_new ("OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n"
                                "<OFX>\n<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n");

  if (account != NULL)
    g_string_append_printf (text, "<BANKACCTFROM>\n<ACCTID>%s\n</BANKACCTFROM>\n", account);
  g_string_append (text, "<BANKTRANLIST>\n");
  for (gsize i = 0; lines[i] != NULL; i++)
    append_line (text, lines[i]);
  g_string_append (text, "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n");
  return g_string_free (text, FALSE);
}
