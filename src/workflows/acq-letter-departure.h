/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-batch.h"

G_BEGIN_DECLS

/* What goes with the letters so that they find their way. */
typedef enum
{
  ACQ_LETTER_COVER_NONE,  /* their own first page shows in the window */
  ACQ_LETTER_COVER_SHEET, /* a sheet before each letter */
  ACQ_LETTER_COVER_DL,    /* envelopes, in the same order, as a document of their own */
  ACQ_LETTER_COVER_C5,
} AcqLetterCover;

/* What the user wants of a batch. All is borrowed. */
typedef struct
{
  const guint *places; /* of the chosen entries, as they are to lie on the pile */
  gsize n_places;
  AcqLetterCover cover;
  gboolean both_sides; /* of one file: each letter begins on a front side */
  const char *path;    /* of one PDF with all; what is there is replaced. NULL: none */
  const char *folder;  /* for a PDF of each letter, as the exact bytes that are kept. NULL: none */
} AcqLetterWish;

/* An entry that stays behind, and why. */
typedef struct
{
  guint place;
  GError *error;
} AcqLetterStay;

/**
 * AcqLetterPile:
 *
 * What leaves of a batch, ready to be printed.
 */
typedef struct
{
  GArray *places;   /* (element-type guint): in the order of the wish */
  GPtrArray *stays; /* (element-type AcqLetterStay) */
  GPtrArray
    *sheets; /* (element-type GBytes): the letters, and before each its address sheet if there is one */
  GPtrArray *titles; /* (element-type utf8): of the sheets: recipient and reference */
  GBytes *envelopes; /* nullable */
} AcqLetterPile;

void acq_letter_pile_free (AcqLetterPile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterPile, acq_letter_pile_free)

/**
 * acq_letter_departure_check:
 * @watch: (nullable)
 *
 * Draws up each letter of the wish anew and lays those on the pile that read as they were looked at. Nothing is written.
 * An entry that must not leave, that was not seen (ACQ_WORKFLOW_ERROR_NOT_SEEN), that is no longer planned
 * (ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED) or would now read otherwise (ACQ_WORKFLOW_ERROR_OUTDATED) stays; the others leave.
 *
 * Returns: (transfer full): %NULL with G_IO_ERROR_CANCELLED, with ACQ_LETTER_ERROR_ADDRESS where a cover cannot be
 *   written, or where the file cannot be read
 */
AcqLetterPile *acq_letter_departure_check (AcqLetterBatch *batch, AcqCompanyFile *file,
                                           const AcqLetterWish *wish, const AcqLetterBatchWatch *watch,
                                           GError **error);

/**
 * acq_letter_departure_go:
 *
 * As above, and lets what is on the pile leave in one change: the files of the wish are written, the notices are issued in the
 * order in which they took their references, and all messages that were not are approved. Undo takes back the approvals.
 *
 * Returns: (transfer full): %NULL as above, or with ACQ_WORKFLOW_ERROR_UNREADABLE_FILE and the path that cannot be written;
 *   then no file is left behind or lost, and nothing was issued or approved
 */
AcqLetterPile *acq_letter_departure_go (AcqLetterBatch *batch, AcqCompanyFile *file,
                                        const AcqLetterWish *wish, const AcqLetterBatchWatch *watch,
                                        GError **error);

G_END_DECLS
