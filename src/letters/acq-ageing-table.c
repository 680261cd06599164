/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ageing-table.h"

#include "acq-french-text.h"
#include "acq-money.h"
#include "acq-pdf-writer.h"

/* Millimetres from the top left corner of the part. */
#define HEAD_RULE   5.2
#define AMOUNT_TOP  6.2
#define SHARE_TOP   11.3
#define BAR_TOP     18.1
#define BAR_HEIGHT  3.8
#define PART_HEIGHT 22.0
#define SQUARE      2.6
#define SQUARE_GAP  1.0

static const struct
{
  const char *title;
  double right; /* millimetres */
  guint32 colour;
} columns[ACQ_N_AGES + 1] = {
  { "Non échu", 24.3, 0xffffff },          { "1 à 30 jours", 51.1, 0xd9d9d9 },
  { "31 à 60 jours", 79.4, 0xaaaaaa },     { "61 à 90 jours", 107.6, 0x777777 },
  { "Plus de 90 jours", 139.5, 0x17364a }, { "Solde dû", 165.0, 0 },
};

typedef struct
{
  AcqLetterPress *press;
  gint64 ages[ACQ_N_AGES];
  gint64 total;
} Ageing;

static void
draw_box (cairo_t *cr, double x, double y, double width, double height, guint32 colour)
{
  cairo_rectangle (cr, x, y, width, height);
  acq_cairo_set_colour (cr, colour);
  cairo_fill_preserve (cr);
  acq_cairo_set_colour (cr, ACQ_COLOUR_BLACK);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_head (const Ageing *self, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double right = x + ACQ_MM (columns[i].right);
      double width = acq_letter_press_measure (self->press, ACQ_STYLE_TABLE_HEAD, columns[i].title);

      if (i < ACQ_N_AGES)
        draw_box (cr, right - width - ACQ_MM (SQUARE + SQUARE_GAP), y + ACQ_MM (0.4), ACQ_MM (SQUARE),
                  ACQ_MM (SQUARE), columns[i].colour);
      cairo_tag_begin (cr, "TH", NULL);
      acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_TABLE_HEAD, ACQ_ALIGN_RIGHT, right, y,
                                  columns[i].title);
      cairo_tag_end (cr, "TH");
    }
  cairo_tag_end (cr, "TR");
  acq_cairo_rule (cr, x, x + ACQ_TEXT_WIDTH, y + ACQ_MM (HEAD_RULE), 0.8, ACQ_COLOUR_BLACK);
}

static void
draw_cell (const Ageing *self, cairo_t *cr, AcqStyle style, gsize column, double x, double y,
           const char *text)
{
  cairo_tag_begin (cr, "TD", NULL);
  acq_letter_press_draw_line (self->press, cr, style, ACQ_ALIGN_RIGHT, x + ACQ_MM (columns[column].right), y,
                              text);
  cairo_tag_end (cr, "TD");
}

static void
draw_amounts (const Ageing *self, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (gsize i = 0; i <= ACQ_N_AGES; i++)
    {
      gint64 amount = i < ACQ_N_AGES ? self->ages[i] : self->total;
      g_autofree char *text = amount == 0 && i < ACQ_N_AGES ? g_strdup ("–") : acq_french_amount (amount);

      draw_cell (self, cr, ACQ_STYLE_TABLE_TOTAL, i, x, y, text);
    }
  cairo_tag_end (cr, "TR");
}

/* Shares make sense only where all ages are above or at zero. */
static gboolean
has_shares (const Ageing *self)
{
  for (gsize i = 0; i < ACQ_N_AGES; i++)
    if (self->ages[i] < 0)
      return FALSE;
  return self->total > 0;
}

static void
draw_shares (const Ageing *self, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "TR", NULL);
  for (gsize i = 0; i < ACQ_N_AGES; i++)
    {
      int share = (int) acq_amount_scale (self->ages[i], 100, self->total);
      g_autofree char *text
        = self->ages[i] == 0 ? g_strdup ("–") : g_strdup_printf ("%d" ACQ_NARROW_SPACE "%%", share);

      draw_cell (self, cr, ACQ_STYLE_TABLE, i, x, y, text);
    }
  cairo_tag_end (cr, "TR");
}

static void
draw_bar (const Ageing *self, cairo_t *cr, double x, double y)
{
  gint64 before = 0;

  acq_pdf_begin_figure (cr, "Barre des parts du solde par ancienneté, telles que dans le tableau ci-dessus");
  for (gsize i = 0; i < ACQ_N_AGES; i++)
    {
      double left = ACQ_TEXT_WIDTH * before / self->total;

      before += self->ages[i];
      if (self->ages[i] > 0)
        draw_box (cr, x + left, y, ACQ_TEXT_WIDTH * before / self->total - left, ACQ_MM (BAR_HEIGHT),
                  columns[i].colour);
    }
  acq_pdf_end_figure (cr);
}

static void
ageing_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Ageing *self = data;

  cairo_tag_begin (cr, "Table", NULL);
  draw_head (self, cr, x, y);
  draw_amounts (self, cr, x, y + ACQ_MM (AMOUNT_TOP));
  if (has_shares (self))
    draw_shares (self, cr, x, y + ACQ_MM (SHARE_TOP));
  cairo_tag_end (cr, "Table");
  if (has_shares (self))
    draw_bar (self, cr, x, y + ACQ_MM (BAR_TOP));
}

static const AcqLetterPartClass ageing_class = { NULL, 0, ageing_draw, g_free };

guint
acq_letter_layout_add_ageing (AcqLetterLayout *layout, const gint64 ages[ACQ_N_AGES], double gap)
{
  Ageing *self = g_new0 (Ageing, 1);
  guint part;

  self->press = acq_letter_layout_press (layout);
  for (gsize i = 0; i < ACQ_N_AGES; i++)
    {
      self->ages[i] = ages[i];
      self->total += ages[i];
    }
  part = acq_letter_layout_take_part (layout, &ageing_class, self, gap);
  acq_letter_layout_add_strip (layout, 0, ACQ_MM (has_shares (self) ? PART_HEIGHT : SHARE_TOP),
                               ACQ_STRIP_PLAIN);
  return part;
}
