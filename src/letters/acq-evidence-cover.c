/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-cover.h"

#include "acq-customer-law.h"
#include "acq-evidence-cover-text.h"
#include "acq-french-text.h"
#include "acq-letter-line.h"
#include "acq-letter-sender.h"

/* Millimetres from the left edge of the text block, or on the sheet. */
#define TEXT_X        33.9
#define AMOUNT_RIGHT  101.3
#define NOTE_X        106.2
#define FIRST_TOP     36.1
#define REMARK_RULE   260.2
#define REMARK_TOP    262.0
#define REMARK_BOTTOM 258.0
/* Points between rows. */
#define ROW_GAP   ACQ_MM (5.3)
#define CELL_ROOM ACQ_MM (0.6)

#define MAX_PARAGRAPHS 2

const char *
acq_evidence_reader_heading (AcqEvidenceReader reader)
{
  return reader == ACQ_EVIDENCE_READER_COURT ? "Dossier de pièces – injonction de payer"
                                             : "Dossier de pièces – recouvrement";
}

char *
acq_evidence_parties (const AcqEvidenceFile *self, const char *between)
{
  g_autofree char *creditor = acq_french_printable (self->letter->company->name);
  g_autofree char *debtor = acq_french_printable (self->letter->customer->name);

  return g_strdup_printf ("%s %s %s", creditor, between, debtor);
}

AcqLetterhead *
acq_evidence_head_new (const AcqEvidenceFile *self)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (self->letter->company);

  head->running_left = acq_evidence_parties (self, "c.");
  head->running_right = g_strdup (acq_evidence_reader_heading (self->reader));
  return head;
}

/* A label and what stands beside it, one strip a line. */
typedef struct
{
  AcqLetterPress *press;
  PangoLayout *label;
  PangoLayout *paragraphs[MAX_PARAGRAPHS];
  AcqStyle styles[MAX_PARAGRAPHS];
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->label);
  for (int i = 0; i < MAX_PARAGRAPHS; i++)
    g_clear_object (&row->paragraphs[i]);
  g_free (row);
}

static guint
count_lines (PangoLayout *layout)
{
  return layout == NULL ? 0 : (guint) pango_layout_get_line_count (layout);
}

static void
show_line (AcqLetterPress *press, cairo_t *cr, AcqStyle style, PangoLayout *layout, guint line, double x, double y)
{
  acq_cairo_set_colour (cr, acq_style_spec (style)->colour);
  cairo_move_to (cr, x, y + acq_letter_press_baseline (press, style));
  acq_letter_line_show (cr, layout, (int) line);
}

static void
row_draw (gconstpointer part, guint strip, cairo_t *cr, double x, double y)
{
  const Row *row = part;
  guint line = strip;

  if (strip < count_lines (row->label))
    show_line (row->press, cr, ACQ_STYLE_COVER_LABEL, row->label, strip, x, y);
  for (int i = 0; i < MAX_PARAGRAPHS; i++)
    {
      if (line < count_lines (row->paragraphs[i]))
        {
          show_line (row->press, cr, row->styles[i], row->paragraphs[i], line, x + ACQ_MM (TEXT_X), y);
          return;
        }
      line -= count_lines (row->paragraphs[i]);
    }
}

static const AcqLetterPartClass row_class = { "P", 0, row_draw, row_free };

/* remark: NULL: none. */
static void
add_row (AcqLetterLayout *layout, const char *label, const char *text, const char *remark, double gap)
{
  AcqLetterPress *press = acq_letter_layout_press (layout);
  Row *row = g_new0 (Row, 1);
  double width = ACQ_TEXT_WIDTH - ACQ_MM (TEXT_X);
  guint n_lines;

  row->press = press;
  row->styles[0] = ACQ_STYLE_COVER;
  row->styles[1] = ACQ_STYLE_COVER_REMARK;
  row->label = acq_letter_press_set (press, ACQ_STYLE_COVER_LABEL, ACQ_SET_RAGGED, ACQ_MM (TEXT_X - 2), label);
  row->paragraphs[0] = acq_letter_press_set (press, ACQ_STYLE_COVER, ACQ_SET_RAGGED, width, text);
  if (remark != NULL)
    row->paragraphs[1] = acq_letter_press_set (press, ACQ_STYLE_COVER_REMARK, ACQ_SET_RAGGED, width, remark);
  n_lines = MAX (count_lines (row->label), count_lines (row->paragraphs[0]) + count_lines (row->paragraphs[1]));
  acq_letter_layout_take_part (layout, &row_class, row, gap);
  for (guint i = 0; i < n_lines; i++)
    acq_letter_layout_add_strip (layout, 0, acq_style_spec (ACQ_STYLE_COVER)->leading,
                                 i + 1 < n_lines ? ACQ_STRIP_KEEP_WITH_NEXT : ACQ_STRIP_PLAIN);
}

/* One line of the claim: what, how much, and where that is proved. */
typedef struct
{
  char *words;
  char *amount;
  char *note;
} ClaimLine;

typedef struct
{
  AcqLetterPress *press;
  char *label;
  GArray *lines; /* (element-type ClaimLine), the last is the total */
} Claim;

static void
clear_claim_line (gpointer data)
{
  ClaimLine *line = data;

  g_free (line->words);
  g_free (line->amount);
  g_free (line->note);
}

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_free (claim->label);
  g_array_unref (claim->lines);
  g_free (claim);
}

static void
claim_draw (gconstpointer part, guint strip, cairo_t *cr, double x, double y)
{
  const Claim *claim = part;
  const ClaimLine *line = &g_array_index (claim->lines, ClaimLine, strip);
  gboolean total = strip + 1 == claim->lines->len;
  AcqStyle style = total ? ACQ_STYLE_COVER_TOTAL : ACQ_STYLE_COVER;

  if (strip == 0)
    {
      g_autoptr (PangoLayout) label = acq_letter_press_set (
        claim->press, ACQ_STYLE_COVER_LABEL, ACQ_SET_RAGGED, ACQ_MM (TEXT_X - 2), claim->label);

      for (guint i = 0; i < count_lines (label); i++)
        show_line (claim->press, cr, ACQ_STYLE_COVER_LABEL, label, i, x,
                   y + CELL_ROOM + i * acq_style_spec (ACQ_STYLE_COVER_LABEL)->leading);
    }
  else
    acq_cairo_rule (cr, x + ACQ_MM (TEXT_X), x + ACQ_TEXT_WIDTH, y, total ? 0.8 : 0.25,
                    total ? ACQ_COLOUR_BLACK : ACQ_COLOUR_HAIR);
  acq_letter_press_draw_line (claim->press, cr, style, ACQ_ALIGN_LEFT, x + ACQ_MM (TEXT_X), y + CELL_ROOM,
                              line->words);
  acq_letter_press_draw_line (claim->press, cr, style, ACQ_ALIGN_RIGHT, x + ACQ_MM (AMOUNT_RIGHT),
                              y + CELL_ROOM, line->amount);
  if (line->note != NULL)
    acq_letter_press_draw_line (claim->press, cr, ACQ_STYLE_COVER_REMARK, ACQ_ALIGN_LEFT, x + ACQ_MM (NOTE_X),
                                y + CELL_ROOM, line->note);
}

static const AcqLetterPartClass claim_class = { "P", 0, claim_draw, claim_free };

static void
add_claim_line (Claim *claim, const char *words, gint64 amount, char *note)
{
  ClaimLine line = { g_strdup (words), acq_french_amount (amount), note };

  g_array_append_val (claim->lines, line);
}

static char *
interest_note (const AcqEvidenceFile *self)
{
  g_autofree char *piece
    = acq_evidence_piece_range (self, ACQ_EVIDENCE_PIECE_INTEREST, ACQ_EVIDENCE_PIECE_INTEREST);

  return g_strdup_printf ("%s, article %s", piece == NULL ? "décompte joint" : piece,
                          self->letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8 ? "R. 2192-31 C. com. publ."
                                                                                : "L. 441-10, II, C. com.");
}

static char *
indemnity_note (const AcqEvidenceFile *self, const AcqNoticeFigures *figures)
{
  g_autofree char *each = acq_french_amount (figures->first_indemnities / MAX (figures->n_indemnities, 1));

  return g_strdup_printf ("%u × %s, article %s", figures->n_indemnities, each,
                          self->letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8 ? "D. 2192-35 C. com. publ."
                                                                                : "D. 441-5 C. com.");
}

static void
add_claim (AcqLetterLayout *layout, const AcqEvidenceFile *self, const AcqNoticeFigures *figures)
{
  Claim *claim = g_new0 (Claim, 1);
  g_autofree char *day = acq_french_day (self->letter->day);
  double height = acq_style_spec (ACQ_STYLE_COVER)->leading + 2 * CELL_ROOM;

  claim->press = acq_letter_layout_press (layout);
  claim->label = g_strdup_printf ("Créance au\n%s", day);
  claim->lines = g_array_new (FALSE, FALSE, sizeof (ClaimLine));
  g_array_set_clear_func (claim->lines, clear_claim_line);
  add_claim_line (
    claim, "Principal (TTC)", figures->first_principal,
    acq_evidence_piece_range (self, ACQ_EVIDENCE_PIECE_INVOICE, ACQ_EVIDENCE_PIECE_CREDIT_NOTE));
  if (figures->first_penalties != 0)
    add_claim_line (claim, "Pénalités de retard", figures->penalties_in_total, interest_note (self));
  if (figures->first_indemnities != 0)
    add_claim_line (claim, "Indemnités forfaitaires", figures->indemnities_in_total,
                    indemnity_note (self, figures));
  add_claim_line (claim, "Total", figures->total, NULL);
  acq_letter_layout_take_part (layout, &claim_class, claim, ROW_GAP - CELL_ROOM);
  for (guint i = 0; i < claim->lines->len; i++)
    acq_letter_layout_add_strip (layout, 0, height,
                                 i + 1 < claim->lines->len ? ACQ_STRIP_KEEP_WITH_NEXT : ACQ_STRIP_PLAIN);
}

/* Title, purpose and the rule under them. */
typedef struct
{
  AcqLetterPress *press;
  char **purpose;
} Title;

static void
title_free (gpointer data)
{
  Title *title = data;

  g_strfreev (title->purpose);
  g_free (title);
}

static void
title_draw (gconstpointer part, guint strip, cairo_t *cr, double x, double y)
{
  const Title *title = part;
  guint n_lines = g_strv_length (title->purpose);

  if (strip == 0)
    acq_letter_press_draw_line (title->press, cr, ACQ_STYLE_COVER_TITLE, ACQ_ALIGN_LEFT, x, y,
                                "Dossier de pièces");
  else if (strip <= n_lines)
    acq_letter_press_draw_line (title->press, cr, ACQ_STYLE_COVER_SUBTITLE, ACQ_ALIGN_LEFT, x, y,
                                title->purpose[strip - 1]);
  else
    acq_cairo_rule (cr, x, x + ACQ_TEXT_WIDTH, y + ACQ_MM (8), 1.2, ACQ_COLOUR_ACCENT);
}

static const AcqLetterPartClass title_class = { "H1", 0, title_draw, title_free };

static void
add_title (AcqLetterLayout *layout, const AcqEvidenceFile *self)
{
  Title *title = g_new0 (Title, 1);
  g_autofree char *purpose = acq_evidence_cover_purpose (self);

  title->press = acq_letter_layout_press (layout);
  title->purpose = g_strsplit (purpose, "\n", -1);
  acq_letter_layout_take_part (layout, &title_class, title, 0);
  acq_letter_layout_add_strip (layout, 0, acq_style_spec (ACQ_STYLE_COVER_TITLE)->leading,
                               ACQ_STRIP_KEEP_WITH_NEXT);
  for (guint i = 0; title->purpose[i] != NULL; i++)
    acq_letter_layout_add_strip (layout, 0, acq_style_spec (ACQ_STYLE_COVER_SUBTITLE)->leading,
                                 ACQ_STRIP_KEEP_WITH_NEXT);
  acq_letter_layout_add_strip (layout, 0, ACQ_MM (16.9), ACQ_STRIP_KEEP_WITH_NEXT);
}

static void
add_text_row (AcqLetterLayout *layout, const char *label, char *text)
{
  add_row (layout, label, text, NULL, ROW_GAP);
  g_free (text);
}

static void
add_court (AcqLetterLayout *layout, const AcqEvidenceFile *self)
{
  g_autofree char *court = acq_evidence_cover_court (self);
  g_autofree char *remark = acq_evidence_cover_court_remark (self);

  add_row (layout, "Juridiction", court, remark, 0);
}

struct _AcqEvidenceCover
{
  AcqLetterPress *press;
  const AcqEvidenceFile *file;
  AcqLetterLayout *layout;
  gboolean remark_at_foot; /* FALSE: it follows the rows, for there is no room at the foot */
};

static void
add_rows (AcqLetterLayout *layout, const AcqEvidenceFile *file, const AcqNoticeFigures *figures)
{
  add_title (layout, file);
  add_court (layout, file);
  add_text_row (layout, "Créancier", acq_evidence_cover_creditor (file));
  add_text_row (layout, "Débiteur", acq_evidence_cover_debtor (file));
  add_text_row (layout, "Cause", acq_evidence_cover_cause (file));
  add_claim (layout, file, figures);
  add_text_row (layout, "Relances", acq_evidence_cover_reminders (file));
  add_text_row (layout, "Mise en demeure", acq_evidence_cover_notice (file));
  add_text_row (layout, "Contestation", acq_evidence_cover_dispute (file));
  add_text_row (layout, "Intérêts à courir", acq_evidence_cover_interest (file, figures));
}

AcqEvidenceCover *
acq_evidence_cover_new (AcqLetterPress *press, const AcqEvidenceFile *file, const AcqNoticeFigures *figures,
                        GError **error)
{
  g_autoptr (AcqEvidenceCover) self = g_new0 (AcqEvidenceCover, 1);
  guint last;

  self->press = press;
  self->file = file;
  self->layout = acq_letter_layout_new (press, ACQ_MM (FIRST_TOP));
  add_rows (self->layout, file, figures);
  if (!acq_letter_layout_break (self->layout, error))
    return NULL;
  last = acq_letter_layout_n_pages (self->layout) - 1;
  self->remark_at_foot = acq_letter_layout_bottom_of (self->layout, last) <= ACQ_MM (REMARK_BOTTOM);
  if (!self->remark_at_foot)
    {
      g_autofree char *remark = acq_evidence_cover_remark (file);

      acq_letter_layout_add_text (self->layout, ACQ_STYLE_ENCLOSURES, ACQ_SET_RAGGED, ROW_GAP, remark);
      if (!acq_letter_layout_break (self->layout, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
acq_evidence_cover_free (AcqEvidenceCover *self)
{
  if (self == NULL)
    return;
  acq_letter_layout_free (self->layout);
  g_free (self);
}

guint
acq_evidence_cover_n_pages (const AcqEvidenceCover *self)
{
  return acq_letter_layout_n_pages (self->layout);
}

static void
draw_remark (const AcqEvidenceCover *self, cairo_t *cr)
{
  g_autofree char *text = acq_evidence_cover_remark (self->file);
  g_autoptr (PangoLayout) layout
    = acq_letter_press_set (self->press, ACQ_STYLE_ENCLOSURES, ACQ_SET_RAGGED, ACQ_TEXT_WIDTH, text);

  acq_cairo_rule (cr, ACQ_MM (ACQ_TEXT_LEFT), ACQ_MM (ACQ_TEXT_RIGHT), ACQ_MM (REMARK_RULE), 0.4,
                  ACQ_COLOUR_HAIR);
  cairo_tag_begin (cr, "P", NULL);
  for (guint i = 0; i < count_lines (layout); i++)
    show_line (self->press, cr, ACQ_STYLE_REFERENCE_LABEL, layout, i, ACQ_MM (ACQ_TEXT_LEFT),
               ACQ_MM (REMARK_TOP) + i * acq_style_spec (ACQ_STYLE_ENCLOSURES)->leading);
  cairo_tag_end (cr, "P");
}

void
acq_evidence_cover_draw (const AcqEvidenceCover *self, guint page, cairo_t *cr)
{
  acq_letter_layout_draw (self->layout, page, cr);
  if (self->remark_at_foot && page + 1 == acq_letter_layout_n_pages (self->layout))
    draw_remark (self, cr);
}
