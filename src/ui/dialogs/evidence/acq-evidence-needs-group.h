/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-evidence-needs.h"

G_BEGIN_DECLS

/**
 * AcqEvidenceNeedsGroup:
 *
 * What can follow, each with what it needs: there, missing, to be checked, or not possible; in words, and an icon beside.
 */
#define ACQ_TYPE_EVIDENCE_NEEDS_GROUP (acq_evidence_needs_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqEvidenceNeedsGroup, acq_evidence_needs_group, ACQ, EVIDENCE_NEEDS_GROUP, AdwPreferencesGroup)

/* @needs: (element-type AcqEvidenceNeedState) */
void acq_evidence_needs_group_show (AcqEvidenceNeedsGroup *self, const GArray *needs);

G_END_DECLS
