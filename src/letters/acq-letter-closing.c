/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-closing.h"

#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-text.h"

#define SIGNATURE_GAP ACQ_MM (4.0)

typedef struct
{
  AcqLetterPress *press;
  AcqStyle style;
  char *lines[2];
} Signature;

static void
signature_free (gpointer data)
{
  Signature *self = data;

  g_free (self->lines[0]);
  g_free (self->lines[1]);
  g_free (self);
}

static void
signature_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Signature *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    acq_letter_press_draw_line (self->press, cr, self->style, ACQ_ALIGN_LEFT, ACQ_MM (ACQ_ADDRESS_LEFT),
                                y + i * acq_style_spec (self->style)->leading, self->lines[i]);
}

static const AcqLetterPartClass signature_class = { "P", 0, signature_draw, signature_free };

static char *
shortened (AcqLetterPress *press, AcqStyle style, const char *text)
{
  g_autofree char *printable = acq_french_printable (text);

  return acq_letter_press_shorten (press, style, ACQ_MM (ACQ_TEXT_RIGHT - ACQ_ADDRESS_LEFT), printable);
}

void
acq_letter_layout_add_signature (AcqLetterLayout *layout, const AcqCompany *company, AcqStyle style,
                                 double room)
{
  Signature *self = g_new0 (Signature, 1);

  self->press = acq_letter_layout_press (layout);
  self->style = style;
  self->lines[0] = shortened (self->press, style, company->signatory);
  self->lines[1] = shortened (self->press, style, company->signatory_role);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_take_part (layout, &signature_class, self, SIGNATURE_GAP);
  acq_letter_layout_add_strip (layout, 0, 2 * acq_style_spec (style)->leading + ACQ_MM (room),
                               ACQ_STRIP_PLAIN);
}

guint
acq_letter_layout_add_enclosure_list (AcqLetterLayout *layout, const char *list)
{
  g_autofree char *words = acq_letter_text_fill ("*Pièces jointes* – {list}", "list", list, NULL);

  acq_letter_layout_keep_with_next (layout);
  return acq_letter_layout_add_text (layout, ACQ_STYLE_ENCLOSURES, ACQ_SET_RAGGED, 0, words);
}
