/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-einvoice.h"
#include "acq-pdf-document.h"
#include "acq-xml-tree.h"

/* Factur-X, ZUGFeRD and XRechnung as hybrid PDF: the XML invoice is attached to the page that people see, which is kept as
   the invoice's copy. */

static int
sniff (const AcqImportSource *source)
{
  g_autoptr (AcqPdfDocument) document = NULL;
  g_autoptr (GBytes) invoice = NULL;

  if (!acq_pdf_is_pdf (source))
    return 0;
  document = acq_pdf_document_open (source, NULL);
  if (document == NULL)
    return 0;
  invoice = acq_pdf_document_find_invoice (document, NULL);
  return invoice == NULL ? 0 : 100;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqPdfDocument) document = acq_pdf_document_open (source, error);
  g_autoptr (GBytes) copy = NULL;
  g_autoptr (GBytes) invoice = NULL;
  g_autoptr (GError) cause = NULL;
  gsize size;
  const guint8 *bytes;

  if (document == NULL)
    return FALSE;
  invoice = acq_pdf_document_find_invoice (document, &cause);
  if (invoice == NULL)
    {
      if (cause != NULL)
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX,
                             "no invoice is attached to the PDF");
      return FALSE;
    }
  copy = g_bytes_new_static (source->bytes, source->size);
  bytes = g_bytes_get_data (invoice, &size);
  if (acq_xml_head_has_root (bytes, size, "Invoice") || acq_xml_head_has_root (bytes, size, "CreditNote"))
    return acq_ubl_read (bytes, size, source, copy, sink, user_data, error);
  return acq_cii_read (bytes, size, source, copy, sink, user_data, error);
}

const AcqImportFormat acq_facturx_format
  = { "facturx", "Factur-X", ACQ_IMPORT_KIND_INVOICES, sniff, read_source };
