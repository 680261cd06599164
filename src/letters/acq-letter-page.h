/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-address-block.h"
#include "acq-letter-layout.h"
#include "acq-pdf-writer.h"

G_BEGIN_DECLS

/* The window of the envelope: millimetres on the first page. A DL envelope (window 35 × 100) and a C6/5 one show at most the
   zone; nothing but the address may lie in it, and what tells of a debt begins below the fold. */
#define ACQ_ZONE_LEFT      90.0
#define ACQ_ZONE_RIGHT     209.0
#define ACQ_ZONE_TOP       44.0
#define ACQ_ZONE_BOTTOM    90.0
#define ACQ_FIRST_FOLD     99.0
#define ACQ_ADDRESS_LEFT   110.0
#define ACQ_ADDRESS_BOTTOM 79.0

typedef struct
{
  const char *label;
  char *value;
} AcqReferenceRow;

/**
 * AcqLetterhead:
 *
 * What stands around the text of a letter: sender, references, recipient, date, subject, and what each page repeats.
 */
typedef struct
{
  char *sender_name;
  char *sender_logo;       /* path of a PNG; NULL, or not readable: the name is printed */
  GPtrArray *sender_lines; /* (element-type utf8) at most two are printed, the rest joined */
  char *contact;           /* phone and mail; nullable */
  char *mail;              /* where a click on it leads to; nullable */
  GPtrArray *mentions;     /* (element-type utf8) two lines at the foot of each page */
  gboolean registered;     /* room for the number of a registered letter */
  GArray *references;      /* (element-type AcqReferenceRow) */
  AcqAddressBlock *address; /* NULL: it goes into no envelope, and has no references, date or subject either */
  char *place_and_date;
  char *subject; /* with marks */
  char *running_left;
  char *running_right;
} AcqLetterhead;

AcqLetterhead *acq_letterhead_new (void);
void acq_letterhead_free (AcqLetterhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterhead, acq_letterhead_free)

/* Copies the value; none is added for NULL or "". */
void acq_letterhead_add_reference (AcqLetterhead *self, const char *label, const char *value);

/* Where the text below the subject begins on the first page, in points. */
double acq_letterhead_text_top (const AcqLetterhead *self, AcqLetterPress *press);

/* Draws what surrounds the text of a page: pages count from 1. */
void acq_letterhead_draw_first_page (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr,
                                     guint n_pages);
void acq_letterhead_draw_next_page (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint page,
                                    guint n_pages);

/* All pages of a letter that is nothing but its layout, each ended. */
void acq_letterhead_draw_letter (const AcqLetterhead *self, AcqLetterPress *press, const AcqLetterLayout *layout,
                                 AcqPdfWriter *writer);

/* The legal mentions and the page's number alone, for a cover. */
void acq_letterhead_draw_foot (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint page,
                               guint n_pages);

/* The text cut to a width in points with "…" at its end where it is too long. Free it. */
char *acq_letter_press_shorten (AcqLetterPress *press, AcqStyle style, double width, const char *text);

G_END_DECLS
