/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-print.h"

#include <glib/gi18n.h>
#include <poppler.h>

#define BLANK (-1)

/* One side of a sheet. */
typedef struct
{
  guint document;
  int page; /* BLANK: nothing is on it */
} Side;

typedef struct
{
  GPtrArray *documents; /* (element-type PopplerDocument) */
  GArray *sides;        /* (element-type Side) once the settings are known */
} PrintJob;

static void
print_job_free (PrintJob *self)
{
  g_ptr_array_unref (self->documents);
  g_array_unref (self->sides);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrintJob, print_job_free)

/* NULL where one of them is no PDF: then nothing is printed. */
static PrintJob *
print_job_new (const GPtrArray *pdfs, GError **error)
{
  g_autoptr (PrintJob) self = g_new0 (PrintJob, 1);

  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->sides = g_array_new (FALSE, FALSE, sizeof (Side));
  for (guint i = 0; i < pdfs->len; i++)
    {
      PopplerDocument *document = poppler_document_new_from_bytes (pdfs->pdata[i], NULL, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (self->documents, document);
    }
  return g_steal_pointer (&self);
}

static void
add_side (PrintJob *self, guint document, int page)
{
  Side side = { document, page };

  g_array_append_val (self->sides, side);
}

static void
lay_out (PrintJob *self, gboolean both_sides)
{
  g_array_set_size (self->sides, 0);
  for (guint i = 0; i < self->documents->len; i++)
    {
      int n_pages = poppler_document_get_n_pages (self->documents->pdata[i]);

      if (both_sides && self->sides->len % 2 == 1)
        add_side (self, i, BLANK);
      for (int page = 0; page < n_pages; page++)
        add_side (self, i, page);
    }
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, PrintJob *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  lay_out (self, settings != NULL && gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX);
  gtk_print_operation_set_n_pages (operation, (int) self->sides->len);
}

/* In the middle of the sheet; smaller where the page is larger than it, never larger. */
static void
draw (PopplerPage *page, cairo_t *cr, double sheet_width, double sheet_height)
{
  double width, height, scale;

  poppler_page_get_size (page, &width, &height);
  if (!(width > 0 && height > 0))
    return;
  scale = MIN (1.0, MIN (sheet_width / width, sheet_height / height));
  cairo_save (cr);
  cairo_translate (cr, (sheet_width - width * scale) / 2, (sheet_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  poppler_page_render_for_printing (page, cr);
  cairo_restore (cr);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, PrintJob *self)
{
  const Side *side = &g_array_index (self->sides, Side, number);
  PopplerPage *page;

  if (side->page == BLANK)
    return;
  page = poppler_document_get_page (self->documents->pdata[side->document], side->page);
  if (page == NULL)
    return;
  draw (page, gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
        gtk_print_context_get_height (context));
  g_object_unref (page);
}

/* The paper of the job's first page: an envelope is wider than high, which no letter is. */
typedef enum
{
  PAPER_A4,
  PAPER_DL,
  PAPER_C5,
} Paper;

static const char *const paper_names[] = { "iso_a4", "iso_dl", "iso_c5" };

/* Points; a DL envelope is 110 mm high, a C5 one 162. */
#define DL_MAX_HEIGHT 380.0

static Paper
paper_of (const PrintJob *job)
{
  PopplerPage *page = poppler_document_get_page (job->documents->pdata[0], 0);
  double width = 0, height = 0;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  g_clear_object (&page);
  if (width <= height)
    return PAPER_A4;
  return height < DL_MAX_HEIGHT ? PAPER_DL : PAPER_C5;
}

/* That of the pages, to its edges: the letters bring their own margins. Envelopes are fed with their short side first. */
static GtkPageSetup *
page_setup_new (const PrintJob *job)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  Paper kind = paper_of (job);
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (paper_names[kind]);

  gtk_page_setup_set_orientation (setup, kind == PAPER_A4 ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                          : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static GtkPrintOperation *
operation_new (PrintJob *job, gboolean both_sides)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new (job);

  gtk_print_settings_set_duplex (settings,
                                 both_sides ? GTK_PRINT_DUPLEX_HORIZONTAL : GTK_PRINT_DUPLEX_SIMPLEX);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

static void
return_error (GtkPrintOperation *operation, GTask *task)
{
  GError *error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error == NULL)
    g_set_error_literal (&error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL, "unknown");
  g_task_return_error (task, error);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    return_error (operation, task);
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
}

void
acq_letter_print_async (GtkWindow *parent, const char *name, GPtrArray *pdfs, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  PrintJob *job;
  GError *error = NULL;

  g_return_if_fail (pdfs != NULL && pdfs->len > 0);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, acq_letter_print_async);
  job = print_job_new (pdfs, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, job, (GDestroyNotify) print_job_free);
  operation = operation_new (job, paper_of (job) == PAPER_A4);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (task),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  /* Its result is told by the signal, which comes in each case. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
acq_letter_print_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
acq_letter_print_to_file (GPtrArray *pdfs, gboolean both_sides, const char *path, GError **error)
{
  g_autoptr (PrintJob) job = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (pdfs != NULL && pdfs->len > 0 && path != NULL, FALSE);

  job = print_job_new (pdfs, error);
  if (job == NULL)
    return FALSE;
  operation = operation_new (job, both_sides);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}

char *
acq_letter_print_phrase_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == POPPLER_ERROR)
    return g_strdup (_ ("The letter is damaged and cannot be printed. Draw it up again."));
  if (g_error_matches (error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_NOMEM))
    return g_strdup (
      _ ("There is not enough memory to print so much at once. Print fewer letters at a time."));
  return g_strdup_printf (
    _ ("Nothing was printed: %s. Check that a printer is connected and switched on, or save the letter as "
       "a PDF and print it elsewhere."),
    error->message);
}
