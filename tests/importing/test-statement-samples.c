/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

/* Real files, counted again by other means: each record of a file is passed or rejected, and what is passed adds up.
   What the counting does not understand it does not judge. */
typedef struct
{
  guint n;
  gint64 sum;
} Count;

typedef gboolean (*CountFunc) (const char *text, Count *ret_count);

typedef struct
{
  const char *folder;
  CountFunc count_records;
  gboolean adds_up; /* the balances of all its files */
} SampleCase;

static gboolean
count_cfonb120 (const char *text, Count *ret_count)
{
  static const char signs[] = "{ABCDEFGHI}JKLMNOPQR";

  for (const char *p = text; (p = strstr (p, "04")) != NULL; p++)
    {
      gboolean begins = p == text || p[-1] == '\n' || (strchr (text, '\n') == NULL && (p - text) % 120 == 0);
      const char *sign;
      gint64 value;

      if (!begins || strlen (p) < 104)
        continue;
      sign = strchr (signs, p[103]);
      if (sign == NULL)
        return FALSE;
      value = 0;
      for (int i = 90; i < 103; i++)
        value = value * 10 + (p[i] - '0');
      value = value * 10 + (sign - signs) % 10;
      ret_count->n++;
      ret_count->sum += sign - signs < 10 ? value : -value;
    }
  return TRUE;
}

static gboolean
add_amount (const char *text, gboolean negative, Count *count)
{
  g_autofree char *amount = g_strndup (text, strspn (text, "+-0123456789.,"));
  gint64 minor;

  g_strdelimit (amount, ",", '.');
  if (!acq_amount_parse (amount, 2, &minor))
    return FALSE;
  count->n++;
  count->sum += negative ? -minor : minor;
  return TRUE;
}

static gboolean
count_ofx (const char *text, Count *ret_count)
{
  g_auto (GStrv) records = g_strsplit (text, "<STMTTRN>", -1);

  for (gsize i = 1; records[0] != NULL && records[i] != NULL; i++)
    {
      const char *amount = strstr (records[i], "<TRNAMT>");

      if (amount == NULL
          || !add_amount (g_strchug (records[i] + (amount - records[i]) + 8), FALSE, ret_count))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_camt (const char *text, Count *ret_count)
{
  g_auto (GStrv) entries = g_strsplit (text, "<Ntry>", -1);

  if (strstr (text, "BkToCstmrStmt") == NULL)
    return FALSE;
  for (gsize i = 1; entries[0] != NULL && entries[i] != NULL; i++)
    {
      const char *amount = strstr (entries[i], "<Amt"), *side = strstr (entries[i], "<CdtDbtInd>");

      if (amount == NULL || side == NULL || strstr (entries[i], "PDNG") != NULL)
        return FALSE;
      if (!add_amount (strchr (amount, '>') + 1, side[11] == 'D', ret_count))
        return FALSE;
    }
  return TRUE;
}

/* ":61:", days, a mark, perhaps the letter of a currency, and the amount. */
static gboolean
count_mt940 (const char *text, Count *ret_count)
{
  for (const char *p = text; (p = strstr (p, ":61:")) != NULL; p++)
    {
      const char *amount = p + 4 + strspn (p + 4, "0123456789");
      gboolean is_reversal = *amount == 'R', is_debit;
      g_autofree char *digits = NULL;

      amount += is_reversal;
      is_debit = (*amount == 'D') != is_reversal;
      amount += 1 + g_ascii_isupper (amount[1]);
      digits = g_strndup (amount, strspn (amount, "0123456789,"));
      if (g_str_has_suffix (digits, ","))
        digits[strlen (digits) - 1] = '\0';
      if (!add_amount (digits, is_debit, ret_count))
        return FALSE;
    }
  return TRUE;
}

static void
check_file (const char *path, const SampleCase *sample)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  Count count = { 0 };

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  if (!acq_statement_recorder_read (recorder, NULL, bytes, size, &error))
    {
      g_test_message ("%s: %s", path, error->message);
      g_assert_nonnull (error);
      return;
    }
  if (sample->count_records == NULL || !sample->count_records (bytes, &count) || recorder->n_rejects > 0)
    return;
  g_test_message ("%s: %u lines", path, recorder->n_transactions);
  g_assert_cmpuint (recorder->n_transactions, ==, count.n);
  g_assert_cmpint (recorder->sum, ==, count.sum);
  if (sample->adds_up)
    g_assert_cmpuint (recorder->n_mismatches, ==, 0);
}

/* The same file cut off and with random bytes: an error or a reading, and nothing else. */
static void
damage_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  if (size > 0 && memchr (bytes, '\0', size) == NULL)
    acq_statement_recorder_damage (NULL, bytes, 40);
}

static guint
check_folder (const char *folder, const SampleCase *sample)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += check_folder (path, sample);
      else if (!g_str_has_suffix (name, ".pdf") && !g_str_has_suffix (name, ".xlsx")
               && strcmp (name, "SOURCES.txt") != 0)
        {
          check_file (path, sample);
          damage_file (path);
          n++;
        }
    }
  return n;
}

static const SampleCase samples[] = {
  { "cfonb", count_cfonb120, TRUE },
  { "ofx", count_ofx, TRUE },
  { "camt", count_camt, TRUE },
  /* Several of these were shortened by who published them, and say so by their balances. */
  { "mt940", count_mt940, FALSE },
  { "csv", NULL, FALSE },
  { "qif", NULL, FALSE },
};

static void
test_samples (gconstpointer data)
{
  const SampleCase *sample = data;
  const char *shared = g_getenv ("ACQ_SHARED");
  g_autofree char *folder
    = shared == NULL ? NULL : g_build_filename (shared, "samples", sample->folder, NULL);

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the shared samples are not here");
      return;
    }
  g_assert_cmpuint (check_folder (folder, sample), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/statement-samples/", samples[i].folder, NULL);

      g_test_add_data_func (path, &samples[i], test_samples);
    }
  return g_test_run ();
}
