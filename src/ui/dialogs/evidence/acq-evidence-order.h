/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-acceptance.h"
#include "acq-evidence-job.h"

G_BEGIN_DECLS

/**
 * AcqEvidenceOrder:
 *
 * An evidence file as it was asked for, on its way to the company's thread and back. Never changed once it is given away, but
 * for its progress. Counted.
 */
typedef struct _AcqEvidenceOrder AcqEvidenceOrder;

/* @documents: (element-type AcqEvidenceDocument): copied; @court, @works, @output, @accepted: nullable */
AcqEvidenceOrder *acq_evidence_order_new (const char *customer, AcqEvidenceReader reader, const char *court,
                                          const char *works, const GArray *documents, const char *output,
                                          const AcqAcceptance *accepted);
AcqEvidenceOrder *acq_evidence_order_ref (AcqEvidenceOrder *self);
void acq_evidence_order_unref (AcqEvidenceOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqEvidenceOrder, acq_evidence_order_unref)

/* For the company's thread. */
AcqEvidenceResult *acq_evidence_order_survey (AcqEvidenceOrder *self, AcqCompanyFile *file, GError **error);
gboolean acq_evidence_order_write (AcqEvidenceOrder *self, AcqCompanyFile *file, GCancellable *cancellable,
                                   GError **error);

/* From any thread: 0 to 1. */
double acq_evidence_order_get_progress (AcqEvidenceOrder *self);

G_END_DECLS
