/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "acq-formal-notice.h"
#include "letter-case.h"

/* Writes 1,000 notices to different customers: "bench-letters single FILE" as one document, "bench-letters many DIRECTORY" as
   a file each; a third argument "annex" claims penalties with their annex. Prints letters and pages. */
#define N_LETTERS 1000

static LetterCase *
make_case (guint index, gboolean annex)
{
  LetterCase *letter_case = letter_case_new_many (5 + index % 6);

  g_free (letter_case->customer->name);
  letter_case->customer->name = g_strdup_printf ("Atelier du Doubs %u SARL", index);
  if (annex)
    return letter_case;
  letter_case->letter->penalties = ACQ_CLAIM_WAIVED;
  return letter_case;
}

/* As plainly as the program that this one is compared with. */
static gboolean
write_bytes (const char *path, GBytes *bytes)
{
  FILE *file = bytes == NULL ? NULL : fopen (path, "wb");
  gsize len;

  if (file == NULL)
    return FALSE;
  len = fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), file);
  return fclose (file) == 0 && len == g_bytes_get_size (bytes);
}

static gboolean
write_file (AcqLetterPress *press, const AcqLetter *letter, const char *directory, guint index, guint *pages)
{
  AcqLetterReport report = { 0 };
  g_autofree char *path = g_strdup_printf ("%s/l%04u.pdf", directory, index);
  g_autoptr (GBytes) pdf = acq_formal_notice_write (press, letter, &report, NULL);

  *pages += report.n_pages;
  return write_bytes (path, pdf);
}

static gboolean
write_all (AcqLetterPress *press, gboolean many, const char *target, gboolean annex, guint *pages)
{
  g_autoptr (AcqPdfWriter) writer = acq_pdf_writer_new ("Mises en demeure", "Menuiserie Vauban", 20000);
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < N_LETTERS; i++)
    {
      g_autoptr (LetterCase) letter_case = make_case (i, annex);
      AcqLetterReport report = { 0 };

      if (many && !write_file (press, letter_case->letter, target, i, pages))
        return FALSE;
      if (!many && !acq_formal_notice_append (press, letter_case->letter, writer, &report, NULL))
        return FALSE;
      *pages += report.n_pages;
    }
  if (many)
    return TRUE;
  pdf = acq_pdf_writer_finish (writer, NULL);
  return write_bytes (target, pdf);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  guint pages = 0;

  if (argc < 3 || press == NULL)
    {
      fprintf (stderr, "%s\n", error == NULL ? "bench-letters single|many TARGET [annex]" : error->message);
      return 2;
    }
  if (!write_all (press, g_str_equal (argv[1], "many"), argv[2], argc > 3, &pages))
    return 1;
  printf ("%d letters %u pages\n", N_LETTERS, pages);
  return 0;
}
