/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-evidence-job.h"

G_BEGIN_DECLS

/**
 * AcqEvidenceDocumentsGroup:
 *
 * The documents that the company file does not hold and that the user adds, one row a kind.
 *
 * Signal "documents-changed".
 */
#define ACQ_TYPE_EVIDENCE_DOCUMENTS_GROUP (acq_evidence_documents_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqEvidenceDocumentsGroup, acq_evidence_documents_group, ACQ, EVIDENCE_DOCUMENTS_GROUP,
                      AdwPreferencesGroup)

/* Adds a file, as the user does by the row's button. */
void acq_evidence_documents_group_add (AcqEvidenceDocumentsGroup *self, AcqEvidencePieceKind kind, const char *path);
/* (element-type AcqEvidenceDocument) in the order of the rows; borrowed until the next change. */
const GArray *acq_evidence_documents_group_get (AcqEvidenceDocumentsGroup *self);

G_END_DECLS
