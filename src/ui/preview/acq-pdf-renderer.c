/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-renderer.h"

#include <poppler.h>

struct _AcqPdfRenderer
{
  GObject parent_instance;

  GMutex mutex;              /* a document of poppler's may be used by one thread at a time */
  PopplerDocument *document; /* under the mutex */
  GArray *sizes;             /* (element-type graphene_size_t) */
};

G_DEFINE_FINAL_TYPE (AcqPdfRenderer, acq_pdf_renderer, G_TYPE_OBJECT)

typedef struct
{
  guint page;
  int width;
  int height;
} RenderJob;

void
acq_pdf_rendering_free (AcqPdfRendering *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->texture);
  g_free (self->text);
  g_free (self);
}

static void
acq_pdf_renderer_finalize (GObject *object)
{
  AcqPdfRenderer *self = ACQ_PDF_RENDERER (object);

  g_clear_object (&self->document);
  g_array_unref (self->sizes);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (acq_pdf_renderer_parent_class)->finalize (object);
}

static void
acq_pdf_renderer_class_init (AcqPdfRendererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_pdf_renderer_finalize;
}

static void
acq_pdf_renderer_init (AcqPdfRenderer *self)
{
  g_mutex_init (&self->mutex);
  self->sizes = g_array_new (FALSE, FALSE, sizeof (graphene_size_t));
}

static gboolean
read_sizes (AcqPdfRenderer *self, GError **error)
{
  int n_pages = poppler_document_get_n_pages (self->document);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      double width = 0, height = 0;
      graphene_size_t size;

      if (page != NULL)
        poppler_page_get_size (page, &width, &height);
      g_clear_object (&page);
      if (!(width >= 1 && height >= 1))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "page %d cannot be read", i + 1);
          return FALSE;
        }
      graphene_size_init (&size, (float) width, (float) height);
      g_array_append_val (self->sizes, size);
    }
  if (n_pages > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no page");
  return FALSE;
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (AcqPdfRenderer) self = g_object_new (ACQ_TYPE_PDF_RENDERER, NULL);
  g_autoptr (GError) error = NULL;

  self->document = poppler_document_new_from_bytes (task_data, NULL, &error);
  if (self->document == NULL || !read_sizes (self, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
acq_pdf_renderer_open_async (GBytes *pdf, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, acq_pdf_renderer_open_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, open_thread);
}

AcqPdfRenderer *
acq_pdf_renderer_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
acq_pdf_renderer_n_pages (AcqPdfRenderer *self)
{
  g_return_val_if_fail (ACQ_IS_PDF_RENDERER (self), 0);

  return self->sizes->len;
}

graphene_size_t
acq_pdf_renderer_page_size (AcqPdfRenderer *self, guint page)
{
  g_return_val_if_fail (ACQ_IS_PDF_RENDERER (self) && page < self->sizes->len, *graphene_size_zero ());

  return g_array_index (self->sizes, graphene_size_t, page);
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes
    = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes,
                                 stride);
}

static void
draw (PopplerPage *page, cairo_surface_t *surface, graphene_size_t size)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / (double) size.width,
               cairo_image_surface_get_height (surface) / (double) size.height);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* NULL where there is no memory for so many pixels. */
static AcqPdfRendering *
render (AcqPdfRenderer *self, const RenderJob *job)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  PopplerPage *page = poppler_document_get_page (self->document, (int) job->page);
  AcqPdfRendering *rendering = NULL;

  if (page != NULL && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      draw (page, surface, acq_pdf_renderer_page_size (self, job->page));
      rendering = g_new0 (AcqPdfRendering, 1);
      rendering->texture = texture_of (surface);
      rendering->text = poppler_page_get_text (page);
    }
  g_clear_object (&page);
  cairo_surface_destroy (surface);
  return rendering;
}

static void
render_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AcqPdfRenderer *self = source;
  AcqPdfRendering *rendering;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&self->mutex);
  rendering = render (self, task_data);
  g_mutex_unlock (&self->mutex);
  if (rendering == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "the page cannot be drawn");
  else
    g_task_return_pointer (task, rendering, (GDestroyNotify) acq_pdf_rendering_free);
}

void
acq_pdf_renderer_render_async (AcqPdfRenderer *self, guint page, int width, int height,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  RenderJob job = { page, width, height };

  g_return_if_fail (ACQ_IS_PDF_RENDERER (self) && page < self->sizes->len && width > 0 && height > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, acq_pdf_renderer_render_async);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), g_free);
  g_task_run_in_thread (task, render_thread);
}

AcqPdfRendering *
acq_pdf_renderer_render_finish (AcqPdfRenderer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
