/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-press.h"

G_BEGIN_DECLS

/* The text block of every page, in millimetres from the top left corner of an A4 sheet. */
#define ACQ_PAGE_WIDTH  210.0
#define ACQ_PAGE_HEIGHT 297.0
#define ACQ_TEXT_LEFT   25.0
#define ACQ_TEXT_RIGHT  190.0
#define ACQ_TEXT_TOP    24.0
#define ACQ_TEXT_BOTTOM 272.0
/* Points. */
#define ACQ_TEXT_WIDTH (ACQ_MM (ACQ_TEXT_RIGHT - ACQ_TEXT_LEFT))

/**
 * AcqLetterPartClass:
 * @tag: structure tag of the PDF around what stands of a part on one page; %NULL: none
 * @n_head_strips: strips at its beginning that are drawn again where the part goes on on another page
 * @draw: draws one strip; x is the left edge of the text block, y the strip's top
 *
 * A kind of part: paragraph, table, payment box…
 */
typedef struct
{
  const char *tag;
  guint n_head_strips;
  void (*draw) (gconstpointer part, guint strip, cairo_t *cr, double x, double y);
  GDestroyNotify free;
} AcqLetterPartClass;

typedef enum
{
  ACQ_STRIP_PLAIN = 0,
  ACQ_STRIP_KEEP_WITH_NEXT = 1 << 0, /* never the last of its page, whatever follows */
} AcqStripFlags;

/**
 * AcqLetterLayout:
 *
 * The parts of a letter cut into strips that may not be cut further (a line, a row, a box), and the pages that they fill.
 * Borrows the press.
 */
typedef struct _AcqLetterLayout AcqLetterLayout;

/* first_top: where the text of the first page begins, in points. */
AcqLetterLayout *acq_letter_layout_new (AcqLetterPress *press, double first_top);
void acq_letter_layout_free (AcqLetterLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterLayout, acq_letter_layout_free)

AcqLetterPress *acq_letter_layout_press (AcqLetterLayout *self);

/* Keeps a strip of that height in points free at the end of each page; called before the pages are filled. */
void acq_letter_layout_reserve_foot (AcqLetterLayout *self, double height);

/* Takes a part; its strips follow. The gap in points above it falls away at the top of a page. Returns its number. */
guint acq_letter_layout_take_part (AcqLetterLayout *self, const AcqLetterPartClass *klass, gpointer part,
                                   double gap);
/* gap: above this strip, added to the part's own for its first one. */
void acq_letter_layout_add_strip (AcqLetterLayout *self, double gap, double height, AcqStripFlags flags);
/* The part added last stays on the page of the part that follows it. */
void acq_letter_layout_keep_with_next (AcqLetterLayout *self);
/* What follows begins a page. */
void acq_letter_layout_start_page (AcqLetterLayout *self);

/* A paragraph of the letter; orphans and widows have two lines. Returns the part's number. */
guint acq_letter_layout_add_text (AcqLetterLayout *self, AcqStyle style, AcqTextSetting setting, double gap,
                                  const char *text);
/* As above, indented, with a structure tag ("H1"). */
guint acq_letter_layout_add_tagged_text (AcqLetterLayout *self, const char *tag, AcqStyle style,
                                         AcqTextSetting setting, double indent, double gap, const char *text);

/* Fills the pages. FALSE with ACQ_LETTER_ERROR_SPACE where something that may not be cut is higher than a page. */
gboolean acq_letter_layout_break (AcqLetterLayout *self, GError **error);

/* Once broken: */
guint acq_letter_layout_n_pages (const AcqLetterLayout *self);
/* The page, from 0, on which a part ends. */
guint acq_letter_layout_page_of (const AcqLetterLayout *self, guint part);
/* Points from the top of the sheet to the end of what stands on a page. */
double acq_letter_layout_bottom_of (const AcqLetterLayout *self, guint page);
void acq_letter_layout_draw (const AcqLetterLayout *self, guint page, cairo_t *cr);

G_END_DECLS
