/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-box.h"

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-letter-text.h"
#include "acq-pdf-writer.h"
#include "acq-qr-code.h"

/* Millimetres from the top left corner of the frame. */
#define FRAME_HEIGHT  35.5
#define LABEL_LEFT    4.3
#define VALUE_LEFT    36.7
#define VALUE_WIDTH   84.0
#define TITLE_TOP     2.9
#define AMOUNT_TOP    8.2
#define CODE_LEFT     124.7
#define CODE_TOP      3.0
#define CODE_SIZE     25.0
#define CAPTION_TOP   31.3
#define CAPTION_RIGHT 163.2

#define MAX_ROWS 6

/* What stands in a box beside what it is given. */
typedef struct
{
  const char *title;
  const char *beneficiary;
  const char *reference;
  const char *quoted;
  const char *caption;
  const char *code; /* for those who hear the page: before an amount, a beneficiary and a reference */
  const char *code_to;
  const char *code_reference;
} BoxWords;

static const BoxWords words_of[] = {
  [ACQ_TONGUE_FRENCH]
  = { "Règlement par virement", "Bénéficiaire", "Référence", "à rappeler dans le libellé",
      "Virement SEPA prérempli, si votre banque lit ce code", "Code QR du virement : ", " à ", ", référence " },
  [ACQ_TONGUE_ENGLISH] = { "Payment by bank transfer", "Payee", "Reference", "to be quoted with the transfer",
                           "SEPA transfer filled in, if your bank reads this code",
                           "QR code of the transfer: ", " to ", ", reference " },
};

typedef struct
{
  const char *label;
  PangoLayout *value;
  AcqStyle style;
} Row;

typedef struct
{
  AcqLetterPress *press;
  const BoxWords *words;
  Row rows[MAX_ROWS];
  guint n_rows;
  double height;
  char *code;
  char *code_words;
} Box;

static void
box_free (gpointer data)
{
  Box *self = data;

  for (guint i = 0; i < self->n_rows; i++)
    g_object_unref (self->rows[i].value);
  g_free (self->code);
  g_free (self->code_words);
  g_free (self);
}

static void
draw_rows (const Box *self, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[i];

      cairo_tag_begin (cr, "P", NULL);
      acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX_LABEL, ACQ_ALIGN_LEFT,
                                  x + ACQ_MM (LABEL_LEFT), y, row->label);
      acq_letter_press_draw_text (self->press, cr, row->style, x + ACQ_MM (VALUE_LEFT), y, row->value);
      cairo_tag_end (cr, "P");
      y += acq_style_spec (ACQ_STYLE_BOX)->leading * pango_layout_get_line_count (row->value) + ACQ_MM (0.07);
    }
}

static void
draw_code (const Box *self, cairo_t *cr, double x, double y)
{
  if (self->code == NULL)
    return;
  acq_pdf_begin_figure (cr, self->code_words);
  acq_qr_code_draw (cr, self->code, x + ACQ_MM (CODE_LEFT), y + ACQ_MM (CODE_TOP), ACQ_MM (CODE_SIZE));
  acq_pdf_end_figure (cr);
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_CAPTION, ACQ_ALIGN_RIGHT, x + ACQ_MM (CAPTION_RIGHT),
                              y + ACQ_MM (CAPTION_TOP),
                              self->words->caption);
  cairo_tag_end (cr, "P");
}

static void
box_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Box *self = data;

  acq_cairo_frame (cr, x, y, ACQ_TEXT_WIDTH, self->height, 0.9, ACQ_COLOUR_ACCENT);
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX_TITLE, ACQ_ALIGN_LEFT, x + ACQ_MM (LABEL_LEFT),
                              y + ACQ_MM (TITLE_TOP), self->words->title);
  cairo_tag_end (cr, "P");
  draw_rows (self, cr, x, y + ACQ_MM (AMOUNT_TOP));
  draw_code (self, cr, x, y);
}

static const AcqLetterPartClass box_class = { "Div", 0, box_draw, box_free };

static void
add_row (Box *self, AcqStyle style, const char *label, const char *value)
{
  Row *row = &self->rows[self->n_rows++];

  row->label = label;
  row->style = style;
  row->value = acq_letter_press_set (self->press, style, ACQ_SET_RAGGED, ACQ_MM (VALUE_WIDTH), value);
}

static char *
with_remark (const char *value, const char *remark)
{
  return remark == NULL || remark[0] == '\0'
           ? g_strdup (value)
           : g_strdup_printf ("%s%c (%s)%c", value, ACQ_MARK_SMALL, remark, ACQ_MARK_SMALL);
}

static void
add_account_rows (Box *self, const AcqPaymentBox *box)
{
  g_autofree char *iban = acq_iban_format (box->iban, ACQ_WIDE_SPACE);
  g_autofree char *bank_name = acq_french_printable (box->bank_name);
  g_autofree char *bic = with_remark (box->bic == NULL ? "" : box->bic, bank_name);
  g_autofree char *reference = acq_letter_text_fill ("*{reference}*", "reference", box->reference, NULL);
  g_autofree char *quoted = with_remark (reference, self->words->quoted);

  add_row (self, ACQ_STYLE_BOX, self->words->beneficiary, box->beneficiary);
  add_row (self, ACQ_STYLE_BOX, "IBAN", iban);
  if (box->bic != NULL && box->bic[0] != '\0')
    add_row (self, ACQ_STYLE_BOX, "BIC", bic);
  add_row (self, ACQ_STYLE_BOX, self->words->reference, quoted);
}

static double
box_height (const Box *self)
{
  double height = ACQ_MM (AMOUNT_TOP + 1.2);

  for (guint i = 0; i < self->n_rows; i++)
    height += acq_style_spec (ACQ_STYLE_BOX)->leading * pango_layout_get_line_count (self->rows[i].value)
              + ACQ_MM (0.07);
  return MAX (height, ACQ_MM (FRAME_HEIGHT));
}

guint
acq_letter_layout_add_payment_box (AcqLetterLayout *layout, const AcqPaymentBox *box, double gap)
{
  Box *self = g_new0 (Box, 1);
  g_autofree char *amount = box->tongue == ACQ_TONGUE_ENGLISH
                              ? acq_english_amount (box->amount, ACQ_CURRENCY_EUR)
                              : acq_french_amount (box->amount);
  guint part;

  self->words = &words_of[box->tongue];
  self->press = acq_letter_layout_press (layout);
  add_row (self, ACQ_STYLE_BOX_AMOUNT, box->amount_label, amount);
  if (box->condition_label != NULL)
    add_row (self, ACQ_STYLE_BOX, box->condition_label, box->condition);
  add_account_rows (self, box);
  self->height = box_height (self);
  self->code = acq_epc_payload (box->bic, box->beneficiary, box->iban, box->amount, box->reference);
  self->code_words = g_strconcat (self->words->code, amount, self->words->code_to, box->beneficiary,
                                  self->words->code_reference, box->reference, NULL);
  part = acq_letter_layout_take_part (layout, &box_class, self, gap);
  acq_letter_layout_add_strip (layout, 0, self->height, ACQ_STRIP_PLAIN);
  return part;
}
