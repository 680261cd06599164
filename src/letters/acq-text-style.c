/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-text-style.h"

/* In the order of AcqStyle. */
static const AcqStyleSpec specs[] = {
  { ACQ_FACE_PROSE, 10.0, 14.2, ACQ_COLOUR_BLACK },        /* prose */
  { ACQ_FACE_PROSE, 10.0, 13.6, ACQ_COLOUR_BLACK },        /* prose, compact */
  { ACQ_FACE_SANS_BOLD, 14.0, 17.0, ACQ_COLOUR_ACCENT },   /* sender's name */
  { ACQ_FACE_SANS, 8.6, 11.5, ACQ_COLOUR_BLACK },          /* sender */
  { ACQ_FACE_SANS, 8.6, 11.5, ACQ_COLOUR_LABEL },          /* sender's phone and mail */
  { ACQ_FACE_SANS, 8.2, 11.0, ACQ_COLOUR_BLACK },          /* reference column */
  { ACQ_FACE_SANS, 8.2, 11.0, ACQ_COLOUR_LABEL },          /* its labels */
  { ACQ_FACE_SANS_SEMIBOLD, 8.2, 11.0, ACQ_COLOUR_BLACK }, /* its registered-letter lines */
  { ACQ_FACE_SANS, 9.5, ACQ_MM (4.0), ACQ_COLOUR_BLACK },  /* recipient */
  { ACQ_FACE_SANS, 9.0, ACQ_MM (4.0), ACQ_COLOUR_BLACK },  /* recipient, shrunk */
  { ACQ_FACE_SANS_BOLD, 10.0, 13.6, ACQ_COLOUR_BLACK },    /* subject */
  { ACQ_FACE_SANS, 10.0, 13.6, ACQ_COLOUR_LABEL },         /* "Objet" */
  { ACQ_FACE_SANS, 8.4, 11.4, ACQ_COLOUR_BLACK },          /* table */
  { ACQ_FACE_SANS_SEMIBOLD, 7.6, 11.4, ACQ_COLOUR_BLACK }, /* its head */
  { ACQ_FACE_SANS_SEMIBOLD, 8.4, 11.4, ACQ_COLOUR_BLACK }, /* its group heads and sub-totals */
  { ACQ_FACE_SANS_BOLD, 8.4, 11.4, ACQ_COLOUR_BLACK },     /* its total */
  { ACQ_FACE_SANS, 7.8, 10.4, ACQ_COLOUR_LABEL },          /* its remarks */
  { ACQ_FACE_SANS_BOLD, 10.0, 13.0, ACQ_COLOUR_BLACK },    /* the sum that is claimed */
  { ACQ_FACE_SANS, 8.6, 12.4, ACQ_COLOUR_BLACK },          /* payment box */
  { ACQ_FACE_SANS, 8.6, 12.4, ACQ_COLOUR_LABEL },          /* its labels */
  { ACQ_FACE_SANS_BOLD, 11.0, 12.4, ACQ_COLOUR_BLACK },    /* its amount */
  { ACQ_FACE_SANS_BOLD, 8.6, 12.4, ACQ_COLOUR_ACCENT },    /* its title */
  { ACQ_FACE_SANS_BOLD, 13.5, 17.0, ACQ_COLOUR_ACCENT },   /* heading 1 */
  { ACQ_FACE_SANS_BOLD, 9.6, 13.0, ACQ_COLOUR_BLACK },     /* heading 2 */
  { ACQ_FACE_SANS, 8.6, 11.4, ACQ_COLOUR_LABEL },          /* line under heading 1 */
  { ACQ_FACE_SANS, 7.8, 10.8, ACQ_COLOUR_BLACK },          /* note */
  { ACQ_FACE_SANS, 8.0, 11.0, ACQ_COLOUR_BLACK },          /* enclosures */
  { ACQ_FACE_SANS, 7.6, 10.0, ACQ_COLOUR_LABEL },          /* running header */
  { ACQ_FACE_SANS, 6.8, 9.0, ACQ_COLOUR_LABEL },           /* legal mentions */
  { ACQ_FACE_SANS, 8.2, 9.0, ACQ_COLOUR_BLACK },           /* page number */
  { ACQ_FACE_SANS, 6.4, 8.0, ACQ_COLOUR_LABEL },           /* caption of the QR code */
  { ACQ_FACE_SANS_BOLD, 11.0, 13.0, ACQ_COLOUR_ACCENT },   /* number of an enclosure */
  { ACQ_FACE_SANS, 8.2, 13.6, ACQ_COLOUR_BLACK },          /* its band */
  { ACQ_FACE_SANS_BOLD, 13.0, 15.0, ACQ_COLOUR_BLACK },    /* total of a cheque slip */
  { ACQ_FACE_SANS, 9.2, 13.0, ACQ_COLOUR_BLACK },          /* its sum in words */
  { ACQ_FACE_SANS_BOLD, 26.0, 32.0, ACQ_COLOUR_ACCENT },   /* title of a cover */
  { ACQ_FACE_SANS, 11.0, 16.0, ACQ_COLOUR_LABEL },         /* lines under it */
  { ACQ_FACE_SANS, 9.4, 13.6, ACQ_COLOUR_BLACK },          /* cover */
  { ACQ_FACE_SANS, 9.4, 13.6, ACQ_COLOUR_LABEL },          /* its labels */
  { ACQ_FACE_SANS_BOLD, 9.4, 13.6, ACQ_COLOUR_BLACK },     /* its total */
  { ACQ_FACE_SANS, 7.8, 13.6, ACQ_COLOUR_LABEL },          /* its remarks */
};

G_STATIC_ASSERT (G_N_ELEMENTS (specs) == ACQ_N_STYLES);

const AcqStyleSpec *
acq_style_spec (AcqStyle style)
{
  g_return_val_if_fail ((gsize) style < ACQ_N_STYLES, &specs[0]);
  return &specs[style];
}
