/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-file.h"

#include "acq-evidence-checklist.h"
#include "acq-evidence-cover.h"
#include "acq-evidence-index.h"
#include "acq-evidence-sheet.h"
#include "acq-french-text.h"
#include "acq-letter-check.h"
#include "acq-letter-pieces.h"
#include "acq-letter-sender.h"
#include "acq-picture-page.h"

static const char *const reader_codes[] = { "lawyer", "bailiff", "court" };

ACQ_DEFINE_CODES (AcqEvidenceReader, acq_evidence_reader, reader_codes)

static void
exchange_free (gpointer data)
{
  AcqEvidenceExchange *exchange = data;

  g_free (exchange->what);
  g_free (exchange->invoices);
  g_free (exchange->detail);
  g_free (exchange);
}

AcqEvidenceFile *
acq_evidence_file_new (void)
{
  AcqEvidenceFile *self = g_new0 (AcqEvidenceFile, 1);

  self->notice
    = (AcqEvidenceNotice){ ACQ_DAY_NONE, ACQ_DAY_NONE, ACQ_DAY_NONE, ACQ_DAY_NONE };
  self->interest_until = ACQ_DAY_NONE;
  self->limitations = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceLimitation));
  self->exchanges = g_ptr_array_new_with_free_func (exchange_free);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_evidence_piece_free);
  return self;
}

void
acq_evidence_file_free (AcqEvidenceFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->letter, acq_letter_free);
  acq_account_statement_free (self->statement);
  g_free (self->court);
  g_free (self->works);
  g_free (self->dispute);
  g_array_unref (self->limitations);
  g_ptr_array_unref (self->exchanges);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

AcqEvidencePiece *
acq_evidence_file_add (AcqEvidenceFile *self, AcqEvidencePieceKind kind, const char *title, AcqDay day)
{
  AcqEvidenceSection section = acq_evidence_piece_kind_section (kind);
  AcqEvidencePiece *piece
    = acq_evidence_piece_new (kind, title == NULL ? acq_evidence_piece_kind_title (kind) : title, day);
  guint at = 0;

  while (at < self->pieces->len
         && acq_evidence_piece_kind_section (((const AcqEvidencePiece *) self->pieces->pdata[at])->kind) <= section)
    at++;
  g_ptr_array_insert (self->pieces, (int) at, piece);
  return piece;
}

void
acq_evidence_file_add_exchange (AcqEvidenceFile *self, AcqDay day, const char *what, const char *invoices,
                                const char *detail)
{
  AcqEvidenceExchange *exchange = g_new (AcqEvidenceExchange, 1);

  *exchange = (AcqEvidenceExchange){ day, acq_french_printable (what), acq_french_printable (invoices),
                                     acq_french_printable (detail) };
  g_ptr_array_add (self->exchanges, exchange);
}

static void
add_copy (AcqEvidenceFile *self, AcqEvidencePieceKind kind, const char *word, const char *number, AcqDay day,
          GBytes *copy)
{
  g_autofree char *title = g_strdup_printf ("%s %s", word, number);
  AcqEvidencePiece *piece = acq_evidence_file_add (self, kind, title, day);

  piece->copy = copy == NULL ? NULL : g_bytes_ref (copy);
}

void
acq_evidence_file_add_claim (AcqEvidenceFile *self)
{
  for (guint i = 0; i < self->letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (self->letter->items, i);

      add_copy (self, ACQ_EVIDENCE_PIECE_INVOICE, "Facture", item->number, item->issued, item->copy);
      for (guint j = 0; j < item->movements->len; j++)
        {
          const AcqLetterMovement *movement = g_ptr_array_index (item->movements, j);

          if (movement->means == ACQ_MEANS_CREDIT_NOTE && movement->number != NULL)
            add_copy (self, ACQ_EVIDENCE_PIECE_CREDIT_NOTE, "Avoir", movement->number, movement->issued,
                      movement->copy);
        }
    }
  if (self->statement != NULL)
    acq_evidence_file_add (self, ACQ_EVIDENCE_PIECE_STATEMENT, NULL, self->letter->day);
  if (self->letter->rule != ACQ_RATE_RULE_NONE)
    acq_evidence_file_add (self, ACQ_EVIDENCE_PIECE_INTEREST, NULL, self->letter->day);
  if (self->limitations->len > 0)
    acq_evidence_file_add (self, ACQ_EVIDENCE_PIECE_LIMITATION, NULL, self->letter->day);
}

const AcqEvidencePiece *
acq_evidence_file_find (const AcqEvidenceFile *self, AcqEvidencePieceKind kind)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->kind == kind && !acq_evidence_piece_is_missing (piece))
        return piece;
    }
  return NULL;
}

guint
acq_evidence_file_n_pieces (const AcqEvidenceFile *self)
{
  guint n = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    n += !acq_evidence_piece_is_missing (g_ptr_array_index (self->pieces, i));
  return n;
}

/* Those of a notice's flaws that matter here: nothing is posted and no day is set. */
static gboolean
concerns (const AcqEvidenceFile *self, AcqLetterFlaw flaw)
{
  switch (flaw)
    {
    case ACQ_LETTER_FLAW_DISPUTED:
      return self->reader != ACQ_EVIDENCE_READER_LAWYER;
    case ACQ_LETTER_FLAW_NO_ITEMS:
    case ACQ_LETTER_FLAW_MISSING_COPY:
    case ACQ_LETTER_FLAW_INCOMPLETE_SENDER:
    case ACQ_LETTER_FLAW_KIND_UNKNOWN:
    case ACQ_LETTER_FLAW_RATE_UNCONFIRMED:
    case ACQ_LETTER_FLAW_PROMISED:
    case ACQ_LETTER_FLAW_IN_PLAN:
    case ACQ_LETTER_FLAW_INSOLVENT:
    case ACQ_LETTER_FLAW_FACTORED:
    case ACQ_LETTER_FLAW_PAYMENT_IN_FLIGHT:
    case ACQ_LETTER_FLAW_POSSIBLE_RECEIPT:
    case ACQ_LETTER_FLAW_UNALLOCATED_CREDIT:
    case ACQ_LETTER_FLAW_OTHER_CURRENCY:
    case ACQ_LETTER_FLAW_NOT_OVERDUE:
    case ACQ_LETTER_FLAW_CONSUMER_CHARGED:
    case ACQ_LETTER_FLAW_UNPRINTABLE_TEXT:
      return TRUE;
    default:
      return FALSE;
    }
}

GArray *
acq_evidence_file_find_flaws (AcqLetterPress *press, const AcqEvidenceFile *self)
{
  g_autoptr (GArray) all = acq_formal_notice_find_flaws (press, self->letter);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));

  for (guint i = 0; i < all->len; i++)
    if (concerns (self, g_array_index (all, AcqLetterFlaw, i)))
      g_array_append_val (found, g_array_index (all, AcqLetterFlaw, i));
  return found;
}

/* While it is written. */
typedef struct
{
  AcqLetterPress *press;
  AcqEvidenceFile *file;
  AcqNoticeFigures figures;
  AcqEvidenceProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  AcqLetterPieces *pieces;
  AcqEvidenceCover *cover;
  AcqLetterLayout *index;
  AcqLetterLayout *checklist; /* NULL: none goes with it */
  guint n_front;
  guint n_pages;
} Binding;

static void
binding_clear (Binding *self)
{
  g_clear_pointer (&self->pieces, acq_letter_pieces_free);
  g_clear_pointer (&self->cover, acq_evidence_cover_free);
  g_clear_pointer (&self->index, acq_letter_layout_free);
  g_clear_pointer (&self->checklist, acq_letter_layout_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Binding, binding_clear)

void
acq_evidence_file_number_pieces (AcqEvidenceFile *self)
{
  guint number = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      AcqEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      piece->number = acq_evidence_piece_is_missing (piece) ? 0 : ++number;
      g_clear_pointer (&piece->pdf, g_bytes_unref);
    }
}

static GBytes *
make_pdf (const Binding *self, const AcqEvidencePiece *piece, GError **error)
{
  g_autofree char *author = NULL;

  if (piece->copy == NULL)
    return acq_evidence_sheet_write (self->press, self->file, piece, &self->figures, error);
  if (!acq_bytes_are_picture (piece->copy))
    return g_bytes_ref (piece->copy);
  author = acq_company_legal_name (self->file->letter->company);
  return acq_picture_page_new (piece->copy, piece->title, author, self->file->letter->day, error);
}

static gboolean
open_pieces (Binding *self, GError **error)
{
  self->pieces = acq_letter_pieces_new_empty ();
  for (guint i = 0; i < self->file->pieces->len; i++)
    {
      AcqEvidencePiece *piece = g_ptr_array_index (self->file->pieces, i);

      if (piece->number == 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      piece->pdf = make_pdf (self, piece, error);
      if (piece->pdf == NULL
          || !acq_letter_pieces_add (self->pieces, piece->title, piece->day, piece->pdf, error))
        return FALSE;
      piece->n_pages = acq_letter_pieces_n_pages_of (self->pieces, piece->number - 1);
    }
  return TRUE;
}

/* The list of pieces tells pages that depend on its own length, which does not depend on the pages. */
static gboolean
lay_out_front (Binding *self, GError **error)
{
  guint page;

  self->cover = acq_evidence_cover_new (self->press, self->file, &self->figures, error);
  if (self->cover == NULL)
    return FALSE;
  self->index = acq_evidence_index_lay_out (self->press, self->file, 0, error);
  if (self->index == NULL)
    return FALSE;
  if (self->file->reader != ACQ_EVIDENCE_READER_COURT)
    {
      self->checklist = acq_evidence_checklist_lay_out (self->press, self->file, &self->figures, error);
      if (self->checklist == NULL)
        return FALSE;
    }
  self->n_front = acq_evidence_cover_n_pages (self->cover) + acq_letter_layout_n_pages (self->index)
                  + (self->checklist == NULL ? 0 : acq_letter_layout_n_pages (self->checklist));
  page = self->n_front + 1;
  for (guint i = 0; i < self->file->pieces->len; i++)
    {
      AcqEvidencePiece *piece = g_ptr_array_index (self->file->pieces, i);

      if (piece->number == 0)
        continue;
      piece->first_page = page;
      page += piece->n_pages;
    }
  self->n_pages = page - 1;
  acq_letter_layout_free (self->index);
  self->index = acq_evidence_index_lay_out (self->press, self->file, self->n_pages, error);
  return self->index != NULL;
}

static void
draw_cover (const Binding *self, AcqPdfWriter *writer)
{
  g_autoptr (AcqLetterhead) head = acq_evidence_head_new (self->file);
  cairo_t *cr = acq_pdf_writer_cairo (writer);

  acq_pdf_writer_add_bookmark (writer, acq_evidence_reader_heading (self->file->reader));
  for (guint i = 0; i < acq_evidence_cover_n_pages (self->cover); i++)
    {
      acq_evidence_cover_draw (self->cover, i, cr);
      if (i == 0)
        acq_letterhead_draw_foot (head, self->press, cr, 1, self->n_pages);
      else
        acq_letterhead_draw_next_page (head, self->press, cr, i + 1, self->n_pages);
      acq_pdf_writer_end_page (writer);
    }
}

static void
draw_front (const Binding *self, AcqPdfWriter *writer)
{
  guint page = acq_evidence_cover_n_pages (self->cover) + 1;

  draw_cover (self, writer);
  acq_pdf_writer_add_bookmark (writer, "Bordereau de pièces");
  acq_evidence_draw_pages (self->file, self->press, writer, self->index, page, self->n_pages);
  if (self->checklist == NULL)
    return;
  page += acq_letter_layout_n_pages (self->index);
  acq_pdf_writer_add_bookmark (writer, ACQ_EVIDENCE_CHECKLIST_TITLE);
  acq_evidence_draw_pages (self->file, self->press, writer, self->checklist, page, self->n_pages);
}

static gboolean
draw_pieces (const Binding *self, AcqPdfWriter *writer, GError **error)
{
  const char *title = acq_evidence_reader_heading (self->file->reader);
  guint n_pieces = acq_evidence_file_n_pieces (self->file);

  for (guint i = 0; i < self->file->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->file->pieces, i);

      if (piece->number == 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      acq_letter_pieces_draw_one (self->pieces, piece->number - 1, self->press, writer, title,
                                  piece->first_page, self->n_pages);
      if (self->progress != NULL)
        self->progress (self->user_data, piece->number, n_pieces);
    }
  return TRUE;
}

static GBytes *
bind (Binding *self, GError **error)
{
  const AcqLetter *letter = self->file->letter;
  g_autofree char *author = acq_company_legal_name (letter->company);
  g_autofree char *debtor = acq_french_printable (letter->customer->name);
  g_autofree char *day = acq_french_day (letter->day);
  g_autofree char *title = g_strdup_printf ("Dossier de pièces – %s – %s", debtor, day);
  g_autoptr (AcqPdfWriter) writer = acq_pdf_writer_new (title, author, letter->day);

  draw_front (self, writer);
  return draw_pieces (self, writer, error) ? acq_pdf_writer_finish (writer, error) : NULL;
}

GBytes *
acq_evidence_file_write (AcqLetterPress *press, AcqEvidenceFile *self, AcqEvidenceProgressFunc progress,
                         gpointer user_data, GCancellable *cancellable, AcqLetterReport *ret_report,
                         GError **error)
{
  g_auto (Binding) binding = { .press = press,
                               .file = self,
                               .progress = progress,
                               .user_data = user_data,
                               .cancellable = cancellable };
  g_autoptr (GBytes) pdf = NULL;

  if (!acq_notice_figures_init (&binding.figures, self->letter, error))
    return NULL;
  acq_evidence_file_number_pieces (self);
  if (!open_pieces (&binding, error) || !lay_out_front (&binding, error))
    return NULL;
  pdf = bind (&binding, error);
  if (pdf != NULL && ret_report != NULL)
    *ret_report = (AcqLetterReport){ binding.n_pages, binding.n_front, binding.figures.total };
  return g_steal_pointer (&pdf);
}
