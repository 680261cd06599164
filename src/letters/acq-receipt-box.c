/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt-box.h"

#include <string.h>

#include "acq-french-number.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-receipt-words.h"

/* Millimetres from the top left corner of the frame. */
#define MARGIN         5.2
#define VALUE_LEFT     34.8
#define VALUE_RIGHT    160.0
#define TITLE_TOP      4.0
#define TITLE_HEIGHT   7.8
#define ROW_GAP        1.65
#define TABLE_GAP      4.4
#define SIGNATURE_GAP  7.4
#define SIGNATURE_LEFT 105.2
#define SIGNING_HEIGHT 27.5
#define STAMP_LEFT     12.3
#define STAMP_TOP      3.0
#define STAMP_WIDTH    42.0
#define STAMP_HEIGHT   14.6
#define STAMP_PADDING  4.5
#define ROW_PADDING    0.8

/* About five degrees, as a hand would set it. */
#define STAMP_ANGLE (-0.085)

/* Millimetres of a table that a frame on the first page has room for. */
#define MAX_TABLE_HEIGHT 62.0

#define MAX_ROWS 7

static const AcqTableColumn columns[] = {
  { "Facture", MARGIN, 38.0, ACQ_ALIGN_LEFT },       { "Montant TTC (€)", 40.0, 69.0, ACQ_ALIGN_RIGHT },
  { "Déjà réglé (€)", 71.0, 98.6, ACQ_ALIGN_RIGHT }, { "Ce règlement (€)", 100.0, 131.8, ACQ_ALIGN_RIGHT },
  { "Reste dû (€)", 133.0, 159.7, ACQ_ALIGN_RIGHT },
};

typedef struct
{
  const char *label; /* NULL: the words of the row above go on */
  PangoLayout *value;
  AcqStyle style;
} Row;

typedef struct
{
  AcqLetterPress *press;
  char *title;
  Row rows[MAX_ROWS];
  guint n_rows;
  double value_left;
  AcqLetterTable *table; /* NULL: it follows the frame */
  char *signatory[2];
  const char *stamp;
  char *stamp_day;
  double height;
} Box;

static void
box_free (gpointer data)
{
  Box *self = data;

  for (guint i = 0; i < self->n_rows; i++)
    g_object_unref (self->rows[i].value);
  acq_letter_table_free (self->table);
  g_free (self->title);
  g_free (self->signatory[0]);
  g_free (self->signatory[1]);
  g_free (self->stamp_day);
  g_free (self);
}

static double
row_height (const Row *row)
{
  return acq_style_spec (row->style)->leading * pango_layout_get_line_count (row->value);
}

static double
rows_height (const Box *self)
{
  double height = 0;

  for (guint i = 0; i < self->n_rows; i++)
    height += (i > 0 && self->rows[i].label != NULL ? ACQ_MM (ROW_GAP) : 0) + row_height (&self->rows[i]);
  return height;
}

static void
draw_rows (const Box *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[i];

      y += i > 0 && row->label != NULL ? ACQ_MM (ROW_GAP) : 0;
      cairo_tag_begin (cr, "P", NULL);
      if (row->label != NULL)
        acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX_LABEL, ACQ_ALIGN_LEFT, x + ACQ_MM (MARGIN),
                                    y, row->label);
      y += acq_letter_press_draw_text (self->press, cr, row->style, x + self->value_left, y, row->value);
      cairo_tag_end (cr, "P");
    }
}

static double
stamp_width (const Box *self)
{
  return MAX (ACQ_MM (STAMP_WIDTH), acq_letter_press_measure (self->press, ACQ_STYLE_SENDER_NAME, self->stamp)
                                      + 2 * ACQ_MM (STAMP_PADDING));
}

static void
draw_stamp (const Box *self, cairo_t *cr, double x, double y)
{
  double width = stamp_width (self), leading = acq_style_spec (ACQ_STYLE_SENDER_NAME)->leading;

  cairo_save (cr);
  cairo_translate (cr, x + ACQ_MM (STAMP_LEFT), y + ACQ_MM (STAMP_TOP + 3.6));
  cairo_rotate (cr, STAMP_ANGLE);
  acq_cairo_set_colour (cr, ACQ_COLOUR_ACCENT);
  cairo_set_line_width (cr, 1.8);
  cairo_rectangle (cr, 0, 0, width, ACQ_MM (STAMP_HEIGHT));
  cairo_stroke (cr);
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_SENDER_NAME, ACQ_ALIGN_CENTRE, width / 2,
                              ACQ_MM (1.5), self->stamp);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX, ACQ_ALIGN_CENTRE, width / 2,
                              ACQ_MM (1.8) + leading, self->stamp_day);
  cairo_tag_end (cr, "P");
  cairo_restore (cr);
}

static void
draw_signatory (const Box *self, cairo_t *cr, double x, double y)
{
  double leading = acq_style_spec (ACQ_STYLE_BOX)->leading;

  cairo_tag_begin (cr, "P", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->signatory); i++)
    acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX, ACQ_ALIGN_LEFT, x + ACQ_MM (SIGNATURE_LEFT),
                                y + i * leading, self->signatory[i]);
  cairo_tag_end (cr, "P");
}

static void
box_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Box *self = data;

  acq_cairo_frame (cr, x, y, ACQ_TEXT_WIDTH, self->height, 0.9, ACQ_COLOUR_ACCENT);
  cairo_tag_begin (cr, "H2", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BAND_TITLE, ACQ_ALIGN_LEFT, x + ACQ_MM (MARGIN),
                              y + ACQ_MM (TITLE_TOP), self->title);
  cairo_tag_end (cr, "H2");
  y += ACQ_MM (TITLE_TOP + TITLE_HEIGHT);
  draw_rows (self, cr, x, y);
  y += rows_height (self) + ACQ_MM (TABLE_GAP);
  if (self->table != NULL)
    {
      acq_letter_table_draw (self->table, cr, x, y);
      y += acq_letter_table_height (self->table);
    }
  draw_signatory (self, cr, x, y + ACQ_MM (SIGNATURE_GAP - TABLE_GAP));
  draw_stamp (self, cr, x, y + ACQ_MM (SIGNATURE_GAP - TABLE_GAP));
}

static const AcqLetterPartClass box_class = { "Div", 0, box_draw, box_free };

/* Takes the words; none add nothing. */
static void
add_row (Box *self, AcqStyle style, const char *label, char *value)
{
  g_autofree char *owned = value;
  Row *row = &self->rows[self->n_rows];

  if (owned == NULL)
    return;
  g_assert (self->n_rows < MAX_ROWS);
  self->n_rows++;
  row->label = label;
  row->style = style;
  row->value = acq_letter_press_set (self->press, style, ACQ_SET_RAGGED,
                                     ACQ_MM (VALUE_RIGHT) - self->value_left, owned);
}

static void
add_rows (Box *self, const AcqPaymentReceipt *receipt)
{
  gint64 amount = acq_payment_receipt_amount (receipt);

  add_row (self, ACQ_STYLE_BOX, "Reçu de", acq_receipt_payer (receipt));
  add_row (self, ACQ_STYLE_BOX_AMOUNT, "La somme de", acq_french_amount (amount));
  add_row (self, ACQ_STYLE_BOX, NULL, acq_french_euro_words (amount));
  add_row (self, ACQ_STYLE_BOX, "Par", acq_receipt_means (receipt));
  add_row (self, ACQ_STYLE_BOX, "Pour", acq_receipt_purpose (receipt));
  add_row (self, ACQ_STYLE_BOX, NULL, acq_receipt_paid_claims (receipt));
  add_row (self, ACQ_STYLE_BOX, acq_receipt_claim_label (receipt), acq_receipt_claim (receipt));
}

static void
add_table_row (AcqLetterTable *table, AcqRowKind kind, const char *words, const gint64 *amounts)
{
  g_autofree char *total = acq_french_figure (amounts[0]);
  g_autofree char *before = amounts[1] == 0 ? g_strdup ("–") : acq_french_figure (amounts[1]);
  g_autofree char *amount = acq_french_figure (amounts[2]);
  g_autofree char *rest = acq_french_figure (amounts[3]);
  const char *cells[] = { words, total, before, amount, rest };

  acq_letter_table_add_row (table, kind, cells);
}

static AcqLetterTable *
make_table (AcqLetterPress *press, const AcqPaymentReceipt *receipt)
{
  AcqLetterTable *table = acq_letter_table_new (press, columns, G_N_ELEMENTS (columns), ROW_PADDING);
  gboolean one = receipt->invoices->len == 1;
  gint64 sums[4] = { 0 };

  for (guint i = 0; i < receipt->invoices->len; i++)
    {
      const AcqPaidInvoice *invoice = &g_array_index (receipt->invoices, AcqPaidInvoice, i);
      const gint64 amounts[] = { invoice->total, invoice->before, invoice->amount, invoice->rest };
      g_autofree char *number = acq_french_printable (invoice->number);

      for (guint j = 0; j < G_N_ELEMENTS (sums); j++)
        sums[j] += amounts[j];
      add_table_row (table, one ? ACQ_ROW_TOTAL : ACQ_ROW_BODY, number, amounts);
    }
  if (!one)
    add_table_row (table, ACQ_ROW_TOTAL, "Total", sums);
  return table;
}

/* "Reçu n° 2026-0388": the letters before the year say no more than the word. */
static char *
make_title (const AcqPaymentReceipt *receipt)
{
  const char *dash = strchr (receipt->reference, '-');

  return acq_letter_text_fill ("Reçu n°~{number}", "number", dash == NULL ? receipt->reference : dash + 1,
                               NULL);
}

static char *
shorten (AcqLetterPress *press, const char *text)
{
  g_autofree char *printable = acq_french_printable (text);

  return acq_letter_press_shorten (press, ACQ_STYLE_BOX, ACQ_MM (VALUE_RIGHT - SIGNATURE_LEFT), printable);
}

/* A longer label moves all values. */
static double
find_value_left (AcqLetterPress *press, const AcqPaymentReceipt *receipt)
{
  double label = acq_letter_press_measure (press, ACQ_STYLE_BOX_LABEL, acq_receipt_claim_label (receipt));

  return MAX (ACQ_MM (VALUE_LEFT),
              acq_payment_receipt_has_claim (receipt) ? ACQ_MM (MARGIN + 2.5) + label : 0);
}

static Box *
box_new (AcqLetterPress *press, const AcqPaymentReceipt *receipt)
{
  Box *self = g_new0 (Box, 1);

  self->press = press;
  self->title = make_title (receipt);
  self->value_left = find_value_left (press, receipt);
  add_rows (self, receipt);
  self->signatory[0] = shorten (press, receipt->company->signatory);
  self->signatory[1] = shorten (press, receipt->company->signatory_role);
  self->stamp = acq_payment_receipt_rest (receipt) == 0 ? "Pour acquit" : "Acompte reçu";
  self->stamp_day = acq_french_day (receipt->day);
  return self;
}

void
acq_letter_layout_add_receipt_box (AcqLetterLayout *layout, const AcqPaymentReceipt *receipt, double gap)
{
  AcqLetterPress *press = acq_letter_layout_press (layout);
  Box *self = box_new (press, receipt);
  AcqLetterTable *table = make_table (press, receipt);
  gboolean inside = acq_letter_table_height (table) <= ACQ_MM (MAX_TABLE_HEIGHT);

  self->height
    = ACQ_MM (TITLE_TOP + TITLE_HEIGHT) + rows_height (self) + ACQ_MM (SIGNATURE_GAP + SIGNING_HEIGHT);
  if (inside)
    {
      self->table = table;
      self->height += acq_letter_table_height (table);
    }
  acq_letter_layout_take_part (layout, &box_class, self, gap);
  acq_letter_layout_add_strip (layout, 0, self->height, ACQ_STRIP_PLAIN);
  if (!inside)
    acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.0));
}
