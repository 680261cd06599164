/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-line-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_LINE_DONE,
  ACQ_LINE_ATTENTION,
  ACQ_LINE_STOP,
  ACQ_LINE_INFORMATION,
  ACQ_LINE_N_MEANINGS,
} AcqLineMeaning;

/* By the name that the style sheet has for it. */
AcqLineMeaning acq_line_meaning_from_class (const char *css_class);

/* The colours of the style in force; to be read again when it has changed. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA background;
  GdkRGBA chosen;
  GdkRGBA before;
  GdkRGBA after;
  GdkRGBA warning;
  GdkRGBA dots[ACQ_LINE_N_MEANINGS];
} AcqLinePalette;

void acq_line_palette_read (AcqLinePalette *self, GtkWidget *widget);

/* A step as it is drawn, in pixels of the whole line, mirrored where the language runs from right to left. */
typedef struct
{
  graphene_point_t dot;
  graphene_rect_t card;
  AcqLineMeaning meaning;
  gboolean chosen;
  char *gap;       /* owned, nullable: what to say where the step before is too near */
  char *short_gap; /* owned, nullable: the same for where there is little room */
} AcqLineSpot;

/* All that is drawn behind the cards. */
typedef struct
{
  GArray *spots;                     /* (element-type AcqLineSpot) in the order of the steps; owned */
  const AcqScenarioLineLayout *line; /* borrowed; NULL: a list from top to bottom */
  gboolean mirrored;
  double width; /* of all of it */
  double height;
  double axis; /* y of the line; x of it in a list */
  double due;  /* x of the due day; y of it in a list */
} AcqLineFrame;

/* Half the thickness of what a dot takes on the line. */
#define ACQ_LINE_DOT 9

AcqLineFrame *acq_line_frame_new (void);
void acq_line_frame_free (AcqLineFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLineFrame, acq_line_frame_free)

/* Of the caption over the due day. */
int acq_line_caption_height (GtkWidget *widget);

void acq_line_draw (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette);

G_END_DECLS
