/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "acq-formal-notice.h"
#include "letter-case.h"
#include "processor-time.h"

/* bench-notices FOLDER [COUNT [annex]]: writes notices of two pages to as many customers, once a file each and once as one
   document, on one thread with one press; prints a line of JSON for each. "annex" claims penalties, whose annex makes a
   third page. */

static LetterCase *
make_case (guint index, gboolean annex)
{
  LetterCase *letter_case = letter_case_new_many (5 + index % 6);

  g_free (letter_case->customer->name);
  letter_case->customer->name = g_strdup_printf ("Atelier du Doubs %u SARL", index);
  if (!annex)
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
write_files (GPtrArray *cases, const char *folder, guint *pages)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    {
      const LetterCase *letter_case = cases->pdata[i];
      AcqLetterReport report = { 0 };
      g_autofree char *path = g_strdup_printf ("%s/notice-%04u.pdf", folder, i);
      g_autoptr (GBytes) pdf = acq_formal_notice_write (press, letter_case->letter, &report, NULL);

      if (!write_bytes (path, pdf))
        return FALSE;
      *pages += report.n_pages;
    }
  return TRUE;
}

static gboolean
write_document (GPtrArray *cases, const char *folder, guint *pages)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (AcqPdfWriter) writer = acq_pdf_writer_new ("Mises en demeure", "Menuiserie Vauban", 20000);
  g_autofree char *path = g_build_filename (folder, "notices.pdf", NULL);
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < cases->len; i++)
    {
      const LetterCase *letter_case = cases->pdata[i];
      AcqLetterReport report = { 0 };

      if (!acq_formal_notice_append (press, letter_case->letter, writer, &report, NULL))
        return FALSE;
      *pages += report.n_pages;
    }
  pdf = acq_pdf_writer_finish (writer, NULL);
  return write_bytes (path, pdf);
}

typedef gboolean (*WriteFunc) (GPtrArray *cases, const char *folder, guint *pages);

static gboolean
measure (WriteFunc write, GPtrArray *cases, const char *folder, const char *how, const char *peer, const char *beside)
{
  guint pages = 0;
  double before = processor_time ();

  if (!write (cases, folder, &pages))
    return FALSE;
  printf ("{\"work\": \"%u notices, %u pages, %s, 1 thread\", \"seconds\": %.3f, \"peer\": \"%s\", "
          "\"beside\": \"%s\", \"limit\": 1.0}\n",
          cases->len, pages, how, processor_time () - before, peer, beside);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) letter_case_free);
  guint count = argc > 2 ? (guint) atoi (argv[2]) : 1000;

  if (argc < 2 || press == NULL || g_mkdir_with_parents (argv[1], 0700) != 0)
    {
      fprintf (stderr, "%s\n", error == NULL ? "bench-notices FOLDER [COUNT [annex]]" : error->message);
      return 2;
    }
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (cases, make_case (i, argc > 3));
  return measure (write_files, cases, argv[1], "a file each", "letters.c many", "")
             && measure (write_document, cases, argv[1], "one document", "letters.c single", "pdflatex")
           ? 0
           : 1;
}
