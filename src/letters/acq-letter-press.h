/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "acq-letter-error.h"
#include "acq-text-style.h"

G_BEGIN_DECLS

/**
 * AcqLetterPress:
 *
 * What many letters share: the faces, and texts that were shaped once. Belongs to one thread. Keeping one press for a
 * batch of letters is what makes the batch fast; two letters of one press never influence each other's bytes.
 */
typedef struct _AcqLetterPress AcqLetterPress;

/* NULL with ACQ_LETTER_ERROR_FONT where fontconfig gives another face than Charis SIL or Lato. */
AcqLetterPress *acq_letter_press_new (GError **error);
void acq_letter_press_free (AcqLetterPress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterPress, acq_letter_press_free)

typedef enum
{
  ACQ_SET_RAGGED,
  ACQ_SET_JUSTIFIED,
} AcqTextSetting;

/**
 * acq_letter_press_set:
 * @width: points; below zero: one line, however long
 * @text: with the marks of acq_letter_text_fill()
 *
 * Shapes a text, or finds it among those that were shaped before. Characters that the style's face does not have are
 * replaced by a question mark: no other face ever enters a letter.
 *
 * Returns: (transfer full): to be shown, never changed
 */
PangoLayout *acq_letter_press_set (AcqLetterPress *self, AcqStyle style, AcqTextSetting setting, double width,
                                   const char *text);

/* Points that a text takes on one line. */
double acq_letter_press_measure (AcqLetterPress *self, AcqStyle style, const char *text);
/* Points from the top of a line's leading to its baseline. */
double acq_letter_press_baseline (AcqLetterPress *self, AcqStyle style);
/* Whether the style's face has every character of the text. */
gboolean acq_letter_press_covers (AcqLetterPress *self, AcqStyle style, const char *text);

typedef enum
{
  ACQ_ALIGN_LEFT,
  ACQ_ALIGN_RIGHT,
  ACQ_ALIGN_CENTRE,
} AcqTextAlign;

/* Draws one line; y is the top of its leading, x its left edge, right edge or middle. */
void acq_letter_press_draw_line (AcqLetterPress *self, cairo_t *cr, AcqStyle style, AcqTextAlign align,
                                 double x, double y, const char *text);
/* Draws all lines of a text that was set in that style, from the top of the first one's leading on. Returns the height that they
   take, in points. */
double acq_letter_press_draw_text (AcqLetterPress *self, cairo_t *cr, AcqStyle style, double x, double y,
                                   PangoLayout *text);

/* 0xRRGGBB. */
void acq_cairo_set_colour (cairo_t *cr, guint32 colour);
/* A horizontal rule. */
void acq_cairo_rule (cairo_t *cr, double x1, double x2, double y, double thickness, guint32 colour);
/* A frame whose outer edge is that rectangle. */
void acq_cairo_frame (cairo_t *cr, double x, double y, double width, double height, double thickness,
                      guint32 colour);

G_END_DECLS
