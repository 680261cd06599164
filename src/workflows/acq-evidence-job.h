/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-company-file.h"
#include "acq-evidence-needs.h"

G_BEGIN_DECLS

/* A document of the user's that goes with the file: a registration, a signed quotation. */
typedef struct
{
  AcqEvidencePieceKind kind;
  const char *path;  /* of a PDF, PNG or JPEG */
  const char *title; /* NULL: what its kind is called */
} AcqEvidenceDocument;

typedef struct
{
  const char *customer;        /* code or name */
  const char *const *numbers;  /* (nullable) the invoices that it is about; NULL: those that a notice would claim */
  AcqEvidenceReader reader;
  const char *court;           /* (nullable) "Tribunal de commerce de Besançon"; its place is left blank without it */
  const char *works;           /* (nullable) what was invoiced: "de menuiserie" */
  const AcqEvidenceDocument *documents;
  gsize n_documents;
  const char *output;          /* path that ends in ".pdf" or ".zip"; one that is there is replaced once all is written */
  const char *const *accepted; /* (nullable) codes that the user overrules */
  const char *reason;          /* (nullable) his for it, for the journal */
} AcqEvidenceRequest;

/* One line of the list of pieces. */
typedef struct
{
  guint number; /* 0: missing */
  char *title;
  AcqDay day; /* ACQ_DAY_NONE: not known */
  guint first_page;
  guint n_pages;
  AcqEvidencePieceKind kind;
} AcqEvidenceEntry;

typedef struct
{
  guint n_pages;    /* 0 where it was only surveyed */
  gint64 total_due; /* cents */
  GPtrArray *numbers; /* (element-type utf8): the invoices */
  GPtrArray *pieces;  /* (element-type AcqEvidenceEntry) */
  GArray *needs;      /* (element-type AcqEvidenceNeedState): what each next step asks for, and whether it is there */
  char **blocking;    /* codes that keep it from being written; empty once written */
  char **warnings;    /* codes */
} AcqEvidenceResult;

void acq_evidence_result_free (AcqEvidenceResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqEvidenceResult, acq_evidence_result_free)

/* Codes of what is missing for one step at least, each once, %NULL-terminated. Free it. */
char **acq_evidence_result_missing (const AcqEvidenceResult *self);

/* Whether the path ends in ".pdf" or ".zip". */
gboolean acq_evidence_output_is_known (const char *output);

/**
 * acq_evidence_survey:
 * @request: whose output is passed over
 *
 * What the file would hold, what it lacks and what keeps it from being written: nothing is written anywhere.
 */
AcqEvidenceResult *acq_evidence_survey (AcqCompanyFile *file, const AcqEvidenceRequest *request, GError **error);

/**
 * acq_evidence_export:
 * @progress: (nullable): called on the calling thread
 *
 * Writes the file from what the company file says today, with a line in the journal.
 *
 * Returns: (transfer full): %NULL with ACQ_LETTER_ERROR_BLOCKED and the codes that block, ACQ_WORKFLOW_ERROR_BAD_DOCUMENT or
 *   ACQ_LETTER_ERROR_COPY where a document cannot be read, or G_IO_ERROR_CANCELLED, and then nothing was written
 */
AcqEvidenceResult *acq_evidence_export (AcqCompanyFile *file, const AcqEvidenceRequest *request,
                                        AcqEvidenceProgressFunc progress, gpointer user_data,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS
