/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-pieces.h"

#include <poppler.h>

#include "acq-french-text.h"
#include "acq-letter-layout.h"
#include "acq-letter-link.h"
#include "acq-letter-page.h"

/* Millimetres on the page. */
#define PIECE_LEFT   12.0
#define PIECE_RIGHT  198.0
#define PIECE_TOP    24.0
#define PIECE_HEIGHT 252.0
#define BAND_TOP     7.2
#define BAND_TEXT    9.7
#define BAND_BOTTOM  17.0

typedef enum
{
  PIECE_INVOICE,
  PIECE_CREDIT_NOTE,
  PIECE_OTHER,
} PieceKind;

typedef struct
{
  PieceKind kind;
  char *name; /* number or title */
  AcqDay issued;
  PopplerDocument *document;
} Piece;

struct _AcqLetterPieces
{
  char *reference; /* of the letter that links to its copies; nullable */
  GArray *pieces;
  guint n_pages;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_free (piece->name);
  g_clear_object (&piece->document);
}

static PopplerDocument *
open_copy (GBytes *copy, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (copy, NULL, &cause);

  if (document == NULL)
    g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY, "the copy of %s cannot be read: %s", name,
                 cause == NULL ? "it is empty" : cause->message);
  else if (poppler_document_get_n_pages (document) < 1)
    {
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY, "the copy of %s has no page", name);
      g_clear_object (&document);
    }
  return document;
}

static gboolean
add_piece (AcqLetterPieces *self, PieceKind kind, const char *name, AcqDay issued, GBytes *copy,
           GError **error)
{
  Piece piece = { kind, NULL, issued, NULL };

  if (copy == NULL)
    return TRUE;
  piece.document = open_copy (copy, name == NULL ? "an enclosure" : name, error);
  if (piece.document == NULL)
    return FALSE;
  piece.name = acq_french_printable (name);
  self->n_pages += (guint) poppler_document_get_n_pages (piece.document);
  g_array_append_val (self->pieces, piece);
  return TRUE;
}

static gboolean
add_item (AcqLetterPieces *self, const AcqLetterItem *item, GError **error)
{
  if (!add_piece (self, PIECE_INVOICE, item->number, item->issued, item->copy, error))
    return FALSE;
  for (guint i = 0; i < item->movements->len; i++)
    {
      const AcqLetterMovement *movement = g_ptr_array_index (item->movements, i);

      if (!add_piece (self, PIECE_CREDIT_NOTE, movement->number, movement->issued, movement->copy, error))
        return FALSE;
    }
  return TRUE;
}

AcqLetterPieces *
acq_letter_pieces_new_empty (void)
{
  AcqLetterPieces *self = g_new0 (AcqLetterPieces, 1);

  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  return self;
}

AcqLetterPieces *
acq_letter_pieces_new (const AcqLetter *letter, GError **error)
{
  g_autoptr (AcqLetterPieces) self = acq_letter_pieces_new_empty ();

  self->reference = letter->links_copies ? g_strdup (letter->reference) : NULL;
  for (guint i = 0; i < letter->items->len; i++)
    if (!add_item (self, g_ptr_array_index (letter->items, i), error))
      return NULL;
  for (guint i = 0; i < letter->enclosures->len; i++)
    {
      const AcqLetterEnclosure *enclosure = g_ptr_array_index (letter->enclosures, i);

      if (!add_piece (self, PIECE_OTHER, enclosure->title, ACQ_DAY_NONE, enclosure->copy, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
acq_letter_pieces_add (AcqLetterPieces *self, const char *title, AcqDay day, GBytes *copy, GError **error)
{
  return add_piece (self, PIECE_OTHER, title, day, copy, error);
}

void
acq_letter_pieces_free (AcqLetterPieces *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_array_unref (self->pieces);
  g_free (self);
}

guint
acq_letter_pieces_n_pages (const AcqLetterPieces *self)
{
  return self->n_pages;
}

static const Piece *
piece_at (const AcqLetterPieces *self, guint index)
{
  return &g_array_index (self->pieces, Piece, index);
}

guint
acq_letter_pieces_n_pages_of (const AcqLetterPieces *self, guint index)
{
  return (guint) poppler_document_get_n_pages (piece_at (self, index)->document);
}

/* The numbers of a run of pieces of one kind. */
static void
append_numbers (GString *list, guint first, guint end)
{
  if (end - first == 1)
    g_string_append_printf (list, "Pièce n°" ACQ_WIDE_SPACE "%u", first + 1);
  else
    g_string_append_printf (list, "Pièces n°" ACQ_WIDE_SPACE "%u %s %u", first + 1,
                            end - first == 2 ? "et" : "à", end);
}

static const char *
kind_words (PieceKind kind, guint count)
{
  switch (kind)
    {
    case PIECE_INVOICE:
      return acq_french_plural (count, "facture ", "factures ");
    case PIECE_CREDIT_NOTE:
      return acq_french_plural (count, "avoir ", "avoirs ");
    default:
      return "";
    }
}

char *
acq_letter_pieces_list (const AcqLetterPieces *self)
{
  GString *list;

  if (self->pieces->len == 0)
    return NULL;
  list = g_string_new (NULL);
  for (guint first = 0; first < self->pieces->len;)
    {
      guint end = first + 1;

      while (end < self->pieces->len && piece_at (self, end)->kind == piece_at (self, first)->kind)
        end++;
      g_string_append (list, first == 0 ? "" : " ");
      append_numbers (list, first, end);
      g_string_append_printf (list, ACQ_NARROW_SPACE ": %s",
                              kind_words (piece_at (self, first)->kind, end - first));
      for (guint i = first; i < end; i++)
        g_string_append_printf (list, "%s%s", i == first ? "" : ", ", piece_at (self, i)->name);
      g_string_append_c (list, '.');
      first = end;
    }
  return g_string_free (list, FALSE);
}

static char *
piece_title (const Piece *piece)
{
  g_autofree char *day = piece->issued == ACQ_DAY_NONE ? NULL : acq_french_short_day (piece->issued);
  const char *word = piece->kind == PIECE_INVOICE       ? "Facture n°" ACQ_WIDE_SPACE
                     : piece->kind == PIECE_CREDIT_NOTE ? "Avoir n°" ACQ_WIDE_SPACE
                                                        : "";

  return day == NULL ? g_strconcat (word, piece->name, NULL)
                     : g_strconcat (word, piece->name, " du ", day, NULL);
}

static void
draw_band (const Piece *piece, guint number, int page, AcqLetterPress *press, cairo_t *cr, const char *right)
{
  g_autofree char *label = g_strdup_printf ("Pièce n°" ACQ_WIDE_SPACE "%u", number);
  g_autofree char *title = piece_title (piece);
  g_autofree char *words = NULL;
  g_autofree char *shorter = NULL;
  int n = poppler_document_get_n_pages (piece->document);
  double left
    = ACQ_MM (PIECE_LEFT) + acq_letter_press_measure (press, ACQ_STYLE_BAND_TITLE, label) + ACQ_MM (2.3);
  double room
    = ACQ_MM (PIECE_RIGHT) - left - acq_letter_press_measure (press, ACQ_STYLE_BAND, right) - ACQ_MM (4);

  words = n > 1 ? g_strdup_printf ("%s (%d/%d)", title, page + 1, n) : g_strdup (title);
  shorter = acq_letter_press_shorten (press, ACQ_STYLE_BAND, room, words);
  acq_cairo_rule (cr, ACQ_MM (PIECE_LEFT), ACQ_MM (PIECE_RIGHT), ACQ_MM (BAND_TOP), 1.2, ACQ_COLOUR_ACCENT);
  acq_cairo_rule (cr, ACQ_MM (PIECE_LEFT), ACQ_MM (PIECE_RIGHT), ACQ_MM (BAND_BOTTOM), 0.5,
                  ACQ_COLOUR_ACCENT);
  cairo_tag_begin (cr, "H2", NULL);
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_BAND_TITLE, ACQ_ALIGN_LEFT, ACQ_MM (PIECE_LEFT),
                              ACQ_MM (BAND_TEXT), label);
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_BAND, ACQ_ALIGN_LEFT, left, ACQ_MM (BAND_TEXT + 0.1),
                              shorter);
  cairo_tag_end (cr, "H2");
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_BAND, ACQ_ALIGN_RIGHT, ACQ_MM (PIECE_RIGHT),
                              ACQ_MM (BAND_TEXT + 0.1), right);
}

/* The page is fitted into its frame whole, upright as its own rotation says, centred. */
static void
draw_page (PopplerPage *page, cairo_t *cr)
{
  double room_width = ACQ_MM (PIECE_RIGHT - PIECE_LEFT), room_height = ACQ_MM (PIECE_HEIGHT);
  double width, height, scale;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (room_width / MAX (width, 1), room_height / MAX (height, 1));
  cairo_save (cr);
  cairo_translate (cr, ACQ_MM (PIECE_LEFT) + (room_width - width * scale) / 2,
                   ACQ_MM (PIECE_TOP) + (room_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  poppler_page_render_for_printing (page, cr);
  cairo_restore (cr);
  acq_cairo_set_colour (cr, ACQ_COLOUR_HAIR);
  cairo_set_line_width (cr, 0.3);
  cairo_rectangle (cr, ACQ_MM (PIECE_LEFT), ACQ_MM (PIECE_TOP), room_width, room_height);
  cairo_stroke (cr);
}

/* Where the letter's table leads to. */
static void
mark (const AcqLetterPieces *self, const Piece *piece, cairo_t *cr)
{
  g_autofree char *destination = NULL;

  if (self->reference == NULL || piece->kind != PIECE_INVOICE)
    return;
  destination = acq_letter_link_of_copy (self->reference, piece->name);
  acq_letter_link_mark (cr, destination);
}

void
acq_letter_pieces_draw_one (const AcqLetterPieces *self, guint index, AcqLetterPress *press,
                            AcqPdfWriter *writer, const char *title, guint first_page, guint n_pages)
{
  cairo_t *cr = acq_pdf_writer_cairo (writer);
  const Piece *piece = piece_at (self, index);
  g_autofree char *name = piece_title (piece);
  g_autofree char *bookmark = g_strdup_printf ("Pièce n°" ACQ_WIDE_SPACE "%u – %s", index + 1, name);

  acq_pdf_writer_add_bookmark (writer, bookmark);
  for (int i = 0; i < poppler_document_get_n_pages (piece->document); i++, first_page++)
    {
      g_autofree char *right = g_strdup_printf ("%s · page %u/%u", title, first_page, n_pages);
      PopplerPage *page = poppler_document_get_page (piece->document, i);

      if (i == 0)
        mark (self, piece, cr);
      draw_band (piece, index + 1, i, press, cr, right);
      if (page != NULL)
        draw_page (page, cr);
      g_clear_object (&page);
      acq_pdf_writer_end_page (writer);
    }
}

void
acq_letter_pieces_draw (const AcqLetterPieces *self, AcqLetterPress *press, AcqPdfWriter *writer,
                        const char *title, guint first_page, guint n_pages)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      acq_letter_pieces_draw_one (self, i, press, writer, title, first_page, n_pages);
      first_page += acq_letter_pieces_n_pages_of (self, i);
    }
}
