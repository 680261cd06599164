/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-index.h"

#include "acq-evidence-cover.h"
#include "acq-french-text.h"
#include "acq-letter-table.h"

#define N_COLUMNS   4
#define ROW_PADDING 0.85

static const AcqTableColumn columns[N_COLUMNS] = {
  { "N°", 0, 10, ACQ_ALIGN_LEFT },
  { "Pièce", 11, 122, ACQ_ALIGN_LEFT },
  { "Date", 123, 143.3, ACQ_ALIGN_RIGHT },
  { "Pages du dossier", 144, 165, ACQ_ALIGN_RIGHT },
};

static char *
page_range (const AcqEvidencePiece *piece)
{
  if (piece->number == 0)
    return NULL;
  if (piece->n_pages <= 1)
    return g_strdup_printf ("%u", piece->first_page);
  return g_strdup_printf ("%u–%u", piece->first_page, piece->first_page + piece->n_pages - 1);
}

static void
add_piece (AcqLetterTable *table, const AcqEvidencePiece *piece)
{
  g_autofree char *number = piece->number == 0 ? g_strdup ("–") : g_strdup_printf ("%u", piece->number);
  g_autofree char *name = acq_french_printable (piece->title);
  g_autofree char *title = piece->number == 0 ? g_strconcat (name, " – à joindre", NULL) : g_strdup (name);
  g_autofree char *day = piece->day == ACQ_DAY_NONE ? g_strdup ("–") : acq_french_short_day (piece->day);
  g_autofree char *pages = page_range (piece);
  const char *cells[N_COLUMNS] = { number, title, day, pages == NULL ? "–" : pages };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

/* A chapter without a piece is not named, but its letter stays its own. */
static void
add_section (AcqLetterTable *table, const AcqEvidenceFile *self, AcqEvidenceSection section)
{
  g_autofree char *head = g_strdup_printf ("%c. %s", 'A' + section, acq_evidence_section_title (section));
  gboolean named = FALSE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (acq_evidence_piece_kind_section (piece->kind) != section)
        continue;
      if (!named)
        acq_letter_table_add_line (table, ACQ_ROW_GROUP, head);
      named = TRUE;
      add_piece (table, piece);
    }
}

AcqLetterLayout *
acq_evidence_index_lay_out (AcqLetterPress *press, const AcqEvidenceFile *self, guint n_pages, GError **error)
{
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, ACQ_MM (ACQ_TEXT_TOP));
  AcqLetterTable *table = acq_letter_table_new (press, columns, N_COLUMNS, ROW_PADDING);
  guint n_pieces = acq_evidence_file_n_pieces (self);
  g_autofree char *parties = acq_evidence_parties (self, "contre");
  g_autofree char *subtitle = g_strdup_printf ("%s – %u %s, %u pages", parties, n_pieces,
                                               acq_french_plural (n_pieces, "pièce", "pièces"), n_pages);

  acq_letter_layout_add_tagged_text (layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0,
                                     "Bordereau de pièces");
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.6), subtitle);
  acq_letter_layout_keep_with_next (layout);
  for (int section = 0; section < ACQ_N_EVIDENCE_SECTIONS; section++)
    add_section (table, self, (AcqEvidenceSection) section);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.6));
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}
