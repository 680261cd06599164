/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-press.h"
#include "acq-letter.h"
#include "acq-pdf-writer.h"

G_BEGIN_DECLS

/**
 * AcqLetterPieces:
 *
 * The copies that go with a letter, numbered in the order of the letter: each invoice followed by its credit notes, then
 * the other enclosures. Those without a copy are not among them.
 */
typedef struct _AcqLetterPieces AcqLetterPieces;

/* NULL with ACQ_LETTER_ERROR_COPY, naming the document, where a copy is damaged, encrypted or has no page. */
AcqLetterPieces *acq_letter_pieces_new (const AcqLetter *letter, GError **error);
/* None yet. */
AcqLetterPieces *acq_letter_pieces_new_empty (void);
void acq_letter_pieces_free (AcqLetterPieces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterPieces, acq_letter_pieces_free)

/* Adds one of another kind than invoices and credit notes, under its whole title. day: ACQ_DAY_NONE where the band has none.
   FALSE as acq_letter_pieces_new(). */
gboolean acq_letter_pieces_add (AcqLetterPieces *self, const char *title, AcqDay day, GBytes *copy,
                                GError **error);

guint acq_letter_pieces_n_pages (const AcqLetterPieces *self);
guint acq_letter_pieces_n_pages_of (const AcqLetterPieces *self, guint index);

/* "Pièces n° 1 à 3 : factures F1, F2, F3. Pièce n° 4 : avoir A1." NULL where there are none. Free it. */
char *acq_letter_pieces_list (const AcqLetterPieces *self);

/* Draws each page, scaled, as vectors, under a band that names the piece. title: of the letter ("Mise en demeure du …"). */
void acq_letter_pieces_draw (const AcqLetterPieces *self, AcqLetterPress *press, AcqPdfWriter *writer,
                             const char *title, guint first_page, guint n_pages);
/* The same for one of them, from 0. */
void acq_letter_pieces_draw_one (const AcqLetterPieces *self, guint index, AcqLetterPress *press,
                                 AcqPdfWriter *writer, const char *title, guint first_page, guint n_pages);

G_END_DECLS
