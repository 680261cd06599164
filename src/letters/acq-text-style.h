/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points in a millimetre. All lengths of the layout are points; those of the page grid are given in millimetres. */
#define ACQ_MM(millimetres) ((millimetres) *72.0 / 25.4)

/* The five faces of the letters; there is no other. */
typedef enum
{
  ACQ_FACE_PROSE,
  ACQ_FACE_PROSE_BOLD,
  ACQ_FACE_SANS,
  ACQ_FACE_SANS_SEMIBOLD,
  ACQ_FACE_SANS_BOLD,
  ACQ_N_FACES,
} AcqFace;

/* What a text is in a letter; its face, size, leading and colour follow from it. */
typedef enum
{
  ACQ_STYLE_PROSE,
  ACQ_STYLE_PROSE_COMPACT,
  ACQ_STYLE_SENDER_NAME,
  ACQ_STYLE_SENDER,
  ACQ_STYLE_SENDER_CONTACT,
  ACQ_STYLE_REFERENCE,
  ACQ_STYLE_REFERENCE_LABEL,
  ACQ_STYLE_REFERENCE_BOLD,
  ACQ_STYLE_ADDRESS,
  ACQ_STYLE_ADDRESS_SMALL,
  ACQ_STYLE_SUBJECT,
  ACQ_STYLE_SUBJECT_LABEL,
  ACQ_STYLE_TABLE,
  ACQ_STYLE_TABLE_HEAD,
  ACQ_STYLE_TABLE_GROUP,
  ACQ_STYLE_TABLE_TOTAL,
  ACQ_STYLE_TABLE_NOTE,
  ACQ_STYLE_CLAIM_TOTAL,
  ACQ_STYLE_BOX,
  ACQ_STYLE_BOX_LABEL,
  ACQ_STYLE_BOX_AMOUNT,
  ACQ_STYLE_BOX_TITLE,
  ACQ_STYLE_HEADING_1,
  ACQ_STYLE_HEADING_2,
  ACQ_STYLE_SUBTITLE,
  ACQ_STYLE_NOTE,
  ACQ_STYLE_ENCLOSURES,
  ACQ_STYLE_HEADER,
  ACQ_STYLE_FOOTER,
  ACQ_STYLE_PAGE_NUMBER,
  ACQ_STYLE_CAPTION,
  ACQ_STYLE_BAND_TITLE,
  ACQ_STYLE_BAND,
  ACQ_STYLE_SLIP_AMOUNT,
  ACQ_STYLE_SLIP_SUM,
  ACQ_STYLE_COVER_TITLE,
  ACQ_STYLE_COVER_SUBTITLE,
  ACQ_STYLE_COVER,
  ACQ_STYLE_COVER_LABEL,
  ACQ_STYLE_COVER_TOTAL,
  ACQ_STYLE_COVER_REMARK,
  ACQ_N_STYLES,
} AcqStyle;

typedef struct
{
  AcqFace face;
  double size;    /* points */
  double leading; /* points from baseline to baseline */
  guint32 colour; /* 0xRRGGBB */
} AcqStyleSpec;

/* Never NULL. */
const AcqStyleSpec *acq_style_spec (AcqStyle style);

/* The accent of rules, frames and headings; prints as a dark grey. */
#define ACQ_COLOUR_ACCENT 0x17364a
#define ACQ_COLOUR_BLACK  0x000000
#define ACQ_COLOUR_LABEL  0x444444
#define ACQ_COLOUR_HAIR   0x999999

G_END_DECLS
