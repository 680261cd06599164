/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"

G_BEGIN_DECLS

/* A PDF file as importing sees it: what is attached to it and what its first page says. Signing, drawing and
   everything else is another's business. */
typedef struct _AcqPdfDocument AcqPdfDocument;

gboolean acq_pdf_is_pdf (const AcqImportSource *source);

/* The source must outlive the document. NULL with ACQ_IMPORT_ERROR_ENCRYPTED or ACQ_IMPORT_ERROR_DAMAGED. */
AcqPdfDocument *acq_pdf_document_open (const AcqImportSource *source, GError **error);
void acq_pdf_document_free (AcqPdfDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPdfDocument, acq_pdf_document_free)

/* The attached invoice: a file of one of the names that Factur-X and its kin give it, else any that ends in ".xml" and
   is of a syntax we read. NULL, without an error, where there is none; NULL with ACQ_IMPORT_ERROR_TOO_LARGE or
   ACQ_IMPORT_ERROR_DAMAGED where it cannot be taken out. */
GBytes *acq_pdf_document_find_invoice (AcqPdfDocument *self, GError **error);

/* The text of the first page, perhaps "". Free it. */
char *acq_pdf_document_first_page (AcqPdfDocument *self);

G_END_DECLS
