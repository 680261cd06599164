/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence.h"
#include "acq-label.h"
#include "acq-open-items.h"

G_BEGIN_DECLS

/**
 * AcqReferences:
 *
 * The invoice numbers that one bank line carries. A whole number may be written in any manner: "FA25-0027", "FA250027",
 * "fa 25 0027", "25 0027". A short one is the end of a number ("0027", "27-28-31") and means something only
 * beside an agreeing payer.
 */
typedef struct
{
  GArray *items; /* (element-type guint) whole numbers, paid invoices included, without repetition */
  AcqEvidenceSet evidence;  /* how they were found */
  GPtrArray *short_numbers; /* (element-type utf8) digits as written */
  gboolean is_range;        /* "27 à 31", "27-31": the short numbers are two ends */
  gboolean unknown;         /* a number of our own series that no invoice has */
} AcqReferences;

void acq_references_free (AcqReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReferences, acq_references_free)

typedef struct _AcqReferenceIndex AcqReferenceIndex;

/* Borrows the ledger. */
AcqReferenceIndex *acq_reference_index_new (const AcqLedger *ledger);
void acq_reference_index_free (AcqReferenceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReferenceIndex, acq_reference_index_free)

/* Never NULL. */
AcqReferences *acq_reference_index_read (const AcqReferenceIndex *self, const AcqTransaction *transaction,
                                         const AcqLabel *label);

/* Whether these digits are the end of an invoice's number, as people shorten it: "27" of FA2026-0027, not of FA2026-1327. */
gboolean acq_number_has_end (const char *number, const char *digits);

G_END_DECLS
