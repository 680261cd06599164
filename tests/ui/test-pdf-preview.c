/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <gtk/gtk.h>
#include <poppler.h>

#include "acq-letter-print.h"
#include "acq-pdf-pages.h"
#include "acq-pdf-preview.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A4 pages that say which they are. */
static GBytes *
pdf_new (int n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 595.28, 841.89);
  cairo_t *cr = cairo_create (surface);

  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Page %d", i);

      cairo_move_to (cr, 72, 72);
      cairo_set_font_size (cr, 24);
      cairo_show_text (cr, text);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

typedef struct
{
  GtkWidget *window;
  AcqPdfPreview *preview;
} PreviewCase;

static void
preview_case_init (PreviewCase *self, int width)
{
  self->window = gtk_window_new ();
  self->preview = ACQ_PDF_PREVIEW (acq_pdf_preview_new ());
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->preview));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 600);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
preview_case_clear (PreviewCase *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PreviewCase, preview_case_clear)

static GtkWidget *
find_child (GtkWidget *parent, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static AcqPdfPages *
pages_of (const PreviewCase *self)
{
  return ACQ_PDF_PAGES (find_child (GTK_WIDGET (self->preview), ACQ_TYPE_PDF_PAGES));
}

static const char *
shown (const PreviewCase *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_child (GTK_WIDGET (self->preview), GTK_TYPE_STACK)));
}

static void
wait_until_settled (const PreviewCase *self)
{
  while (!acq_pdf_pages_is_settled (pages_of (self)))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until_shown (const PreviewCase *self, const char *name)
{
  while (!g_str_equal (shown (self), name))
    g_main_context_iteration (NULL, TRUE);
}

static void
activate (const PreviewCase *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->preview), action, NULL));
}

/* Waits until the layout that was asked for is there, and all of it is drawn. */
static void
wait_for_page (const PreviewCase *self, guint page)
{
  while (acq_pdf_pages_get_page (pages_of (self)) != page)
    g_main_context_iteration (NULL, TRUE);
  wait_until_settled (self);
}

static void
test_pages (void)
{
  g_auto (PreviewCase) self = { 0 };
  g_autoptr (GBytes) pdf = pdf_new (5);
  AcqPdfPages *pages;

  preview_case_init (&self, 620);
  g_assert_cmpstr (shown (&self), ==, "empty");
  acq_pdf_preview_set_pdf (self.preview, pdf);
  wait_until_shown (&self, "pages");
  wait_for_page (&self, 0);
  pages = pages_of (&self);
  g_assert_cmpstr (acq_pdf_pages_get_text (pages), ==, "Page 1");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Letter, page 1 of 5");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pages), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Page 1");
  activate (&self, "preview.next-page");
  wait_for_page (&self, 1);
  activate (&self, "preview.last-page");
  wait_for_page (&self, 4);
  g_assert_cmpstr (acq_pdf_pages_get_text (pages), ==, "Page 5");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Letter, page 5 of 5");
  activate (&self, "preview.previous-page");
  wait_for_page (&self, 3);
  activate (&self, "preview.first-page");
  wait_for_page (&self, 0);
}

static void
test_zoom (void)
{
  g_auto (PreviewCase) self = { 0 };
  g_autoptr (GBytes) pdf = pdf_new (3);
  guint fit, zoom;

  preview_case_init (&self, 620);
  acq_pdf_preview_set_pdf (self.preview, pdf);
  wait_until_shown (&self, "pages");
  wait_for_page (&self, 0);
  fit = acq_pdf_pages_get_effective_zoom (pages_of (&self));
  g_assert_cmpuint (fit, >, 400);
  g_assert_cmpuint (fit, <, 800);
  activate (&self, "preview.next-page");
  wait_for_page (&self, 1);
  activate (&self, "preview.zoom-in");
  zoom = acq_pdf_pages_get_zoom (pages_of (&self));
  g_assert_cmpuint (zoom, >, fit);
  wait_for_page (&self, 1);
  activate (&self, "preview.zoom-out");
  activate (&self, "preview.zoom-out");
  g_assert_cmpuint (acq_pdf_pages_get_zoom (pages_of (&self)), <, fit);
  activate (&self, "preview.fit-width");
  g_assert_cmpuint (acq_pdf_pages_get_zoom (pages_of (&self)), ==, 0);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (self.preview), "preview.no-such", NULL));
}

/* Only what is in sight, and a little around it, is kept as pictures. */
static void
test_huge (void)
{
  g_auto (PreviewCase) self = { 0 };
  g_autoptr (GBytes) pdf = pdf_new (300);

  preview_case_init (&self, 400);
  acq_pdf_preview_set_pdf (self.preview, pdf);
  wait_until_shown (&self, "pages");
  wait_for_page (&self, 0);
  g_assert_cmpuint (acq_pdf_pages_n_kept (pages_of (&self)), <, 12);
  for (int i = 0; i < 12; i++)
    activate (&self, "preview.next-page");
  activate (&self, "preview.last-page");
  wait_for_page (&self, 299);
  g_assert_cmpstr (acq_pdf_pages_get_text (pages_of (&self)), ==, "Page 300");
  g_assert_cmpuint (acq_pdf_pages_n_kept (pages_of (&self)), <, 12);
}

static void
test_damaged (void)
{
  g_auto (PreviewCase) self = { 0 };
  g_autoptr (GBytes) damaged = g_bytes_new_static ("%PDF-1.7 no more", 16);
  g_autoptr (GBytes) pdf = pdf_new (1);

  preview_case_init (&self, 400);
  acq_pdf_preview_set_pdf (self.preview, damaged);
  wait_until_shown (&self, "refused");
  acq_pdf_preview_set_pdf (self.preview, pdf);
  wait_until_shown (&self, "pages");
  wait_for_page (&self, 0);
  acq_pdf_preview_set_refusal (self.preview, "No Letter", "A copy is missing.");
  g_assert_cmpstr (shown (&self), ==, "refused");
  g_assert_null (acq_pdf_preview_get_pdf (self.preview));
  acq_pdf_preview_set_pdf (self.preview, pdf);
  wait_until_shown (&self, "pages");
  acq_pdf_preview_set_pdf (self.preview, NULL);
  g_assert_cmpstr (shown (&self), ==, "empty");
}

/* Another letter while the one before is still being opened and drawn. */
static void
test_changing_fast (void)
{
  g_auto (PreviewCase) self = { 0 };
  g_autoptr (GBytes) first = pdf_new (40);
  g_autoptr (GBytes) second = pdf_new (2);

  preview_case_init (&self, 400);
  for (int i = 0; i < 10; i++)
    {
      acq_pdf_preview_set_pdf (self.preview, i % 2 == 0 ? first : second);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_until_shown (&self, "pages");
  wait_for_page (&self, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pages_of (&self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Letter, page 1 of 2");
}

static void
test_finalized (void)
{
  g_autoptr (GBytes) pdf = pdf_new (20);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *preview = g_object_ref_sink (acq_pdf_preview_new ());
  gpointer alive = preview;

  gtk_window_set_child (GTK_WINDOW (window), preview);
  gtk_window_present (GTK_WINDOW (window));
  acq_pdf_preview_set_pdf (ACQ_PDF_PREVIEW (preview), pdf);
  g_object_add_weak_pointer (G_OBJECT (preview), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (preview);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
letters_new (void)
{
  GPtrArray *letters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (letters, pdf_new (3));
  g_ptr_array_add (letters, pdf_new (2));
  g_ptr_array_add (letters, pdf_new (1));
  return letters;
}

static void
expect_pages (const char *path, const char *const *texts)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int) g_strv_length ((char **) texts));
  for (int i = 0; texts[i] != NULL; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpstr (g_strstrip (text), ==, texts[i]);
      g_assert_cmpfloat_with_epsilon (width, 595.28, 1.0);
      g_assert_cmpfloat_with_epsilon (height, 841.89, 1.0);
      g_object_unref (page);
    }
  g_object_unref (document);
}

/* Each letter begins on a front side when both are printed on. */
static void
test_print (void)
{
  static const char *const both[] = { "Page 1", "Page 2", "Page 3", "", "Page 1", "Page 2", "Page 1", NULL };
  static const char *const one[] = { "Page 1", "Page 2", "Page 3", "Page 1", "Page 2", "Page 1", NULL };
  g_autoptr (GPtrArray) letters = letters_new ();
  g_autofree char *folder = g_dir_make_tmp ("acquit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_letter_print_to_file (letters, TRUE, path, &error));
  g_assert_no_error (error);
  expect_pages (path, both);
  g_assert_true (acq_letter_print_to_file (letters, FALSE, path, &error));
  g_assert_no_error (error);
  expect_pages (path, one);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (parent, NULL, NULL));
}

static void
test_print_damaged (void)
{
  g_autoptr (GPtrArray) letters = letters_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_ptr_array_add (letters, g_bytes_new_static ("no", 2));
  g_assert_false (acq_letter_print_to_file (letters, TRUE, "/nowhere/a.pdf", &error));
  g_assert_nonnull (error);
  words = acq_letter_print_phrase_error (error);
  g_assert_cmpstr (words, ==, "The letter is damaged and cannot be printed. Draw it up again.");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-preview/pages", test_pages);
  g_test_add_func ("/pdf-preview/zoom", test_zoom);
  g_test_add_func ("/pdf-preview/huge", test_huge);
  g_test_add_func ("/pdf-preview/damaged", test_damaged);
  g_test_add_func ("/pdf-preview/changing-fast", test_changing_fast);
  g_test_add_func ("/pdf-preview/finalized", test_finalized);
  g_test_add_func ("/pdf-preview/print", test_print);
  g_test_add_func ("/pdf-preview/print-damaged", test_print_damaged);
  return g_test_run ();
}
