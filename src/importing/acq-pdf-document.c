/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-document.h"

#include <poppler.h>
#include <string.h>

#include "acq-xml-tree.h"

/* How far into the file its first line may stand (ISO 32000-1, implementation note 13). */
#define MAX_OFFSET 1024
/* An attachment count beyond this is no invoice's. */
#define MAX_ATTACHMENTS 256

struct _AcqPdfDocument
{
  PopplerDocument *poppler;
};

static const char *const known_names[] = {
  "factur-x.xml",
  "zugferd-invoice.xml",
  "xrechnung.xml",
};
static const char *const known_roots[] = {
  "CrossIndustryInvoice",
  "CrossIndustryDocument",
  "Invoice",
  "CreditNote",
};

gboolean
acq_pdf_is_pdf (const AcqImportSource *source)
{
  return memmem (source->bytes, MIN (source->size, MAX_OFFSET), "%PDF-", 5) != NULL;
}

AcqPdfDocument *
acq_pdf_document_open (const AcqImportSource *source, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source->bytes, source->size);
  g_autoptr (GError) cause = NULL;
  PopplerDocument *poppler = poppler_document_new_from_bytes (bytes, NULL, &cause);
  AcqPdfDocument *self;

  if (poppler == NULL)
    {
      gboolean encrypted = g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);

      g_set_error_literal (error, ACQ_IMPORT_ERROR,
                           encrypted ? ACQ_IMPORT_ERROR_ENCRYPTED : ACQ_IMPORT_ERROR_DAMAGED, cause->message);
      return NULL;
    }
  self = g_new0 (AcqPdfDocument, 1);
  self->poppler = poppler;
  return self;
}

void
acq_pdf_document_free (AcqPdfDocument *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->poppler);
  g_free (self);
}

/* 2: a name that says so; 1: some XML; 0: neither. */
static int
rank_name (const char *name)
{
  g_autofree char *lower = name == NULL ? NULL : g_utf8_strdown (name, -1);

  if (lower == NULL)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (strcmp (lower, known_names[i]) == 0)
      return 2;
  return g_str_has_suffix (lower, ".xml") ? 1 : 0;
}

static gboolean
append_chunk (const char *chunk, gsize size, gpointer data, GError **error)
{
  GByteArray *to = data;

  if (size > ACQ_XML_TREE_MAX_BYTES - to->len)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE, "attachment over %u bytes",
                   ACQ_XML_TREE_MAX_BYTES);
      return FALSE;
    }
  g_byte_array_append (to, (const guint8 *) chunk, (guint) size);
  return TRUE;
}

static GBytes *
take_out (PopplerAttachment *attachment, GError **error)
{
  GByteArray *content = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;

  if (poppler_attachment_save_to_callback (attachment, append_chunk, content, &cause))
    return g_byte_array_free_to_bytes (content);
  g_byte_array_unref (content);
  if (g_error_matches (cause, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_DAMAGED,
                         cause == NULL ? "attachment" : cause->message);
  return NULL;
}

static gboolean
is_invoice (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (known_roots); i++)
    if (acq_xml_head_has_root (data, size, known_roots[i]))
      return TRUE;
  return FALSE;
}

static void
free_attachments (GList *attachments)
{
  g_list_free_full (attachments, g_object_unref);
}

GBytes *
acq_pdf_document_find_invoice (AcqPdfDocument *self, GError **error)
{
  GList *attachments = poppler_document_get_attachments (self->poppler);
  GBytes *found = NULL;
  guint seen = 0;

  for (int rank = 2; rank >= 1 && found == NULL; rank--)
    for (GList *l = attachments; l != NULL && found == NULL && seen < MAX_ATTACHMENTS; l = l->next)
      {
        if (rank_name (((PopplerAttachment *) l->data)->name) != rank)
          continue;
        seen++;
        found = take_out (l->data, error);
        if (found == NULL)
          {
            free_attachments (attachments);
            return NULL;
          }
        if (rank == 1 && !is_invoice (found))
          g_clear_pointer (&found, g_bytes_unref);
      }
  free_attachments (attachments);
  return found;
}

char *
acq_pdf_document_first_page (AcqPdfDocument *self)
{
  PopplerPage *page = NULL;
  char *text = NULL;

  if (poppler_document_get_n_pages (self->poppler) > 0)
    page = poppler_document_get_page (self->poppler, 0);
  if (page != NULL)
    text = poppler_page_get_text (page);
  g_clear_object (&page);
  return text == NULL ? g_strdup ("") : text;
}
