/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-step-cards.h"

#include <glib/gi18n.h>
#include <math.h>

#include "acq-card-text.h"

#define MOST_WIDTH 168
#define STEM       42
#define LANE_GAP   10
#define EDGE       12
/* In a list: where cards begin, beside the line. */
#define LIST_LEFT  28
#define LIST_AXIS  12
#define LIST_GAP   12
#define LIST_RIGHT 6

GArray *
acq_step_cards_list_days (const AcqScenarioDraft *draft)
{
  guint n_steps = (guint) acq_scenario_draft_get_scenario (draft)->n_steps;
  GArray *days = g_array_sized_new (FALSE, TRUE, sizeof (int), n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      int day;

      (void) acq_scenario_draft_step_place (draft, i, &day);
      g_array_append_val (days, day);
    }
  return days;
}

int
acq_step_cards_measure_width (const GPtrArray *cards)
{
  int widest = ACQ_STEP_CARDS_LEAST_WIDTH;

  for (guint i = 0; i < cards->len; i++)
    {
      int width;

      gtk_widget_measure (cards->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widest = MAX (widest, width);
    }
  return MIN (widest, MOST_WIDTH);
}

/* The same for all cards of a width, so that they stand in lines. */
static int
measure_height (const GPtrArray *cards, int width)
{
  int highest = cards->len > 0 ? 0 : ACQ_STEP_CARDS_LEAST_WIDTH / 2;

  for (guint i = 0; i < cards->len; i++)
    {
      int height;

      gtk_widget_measure (cards->pdata[i], GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static gboolean
is_mirrored (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static AcqLineSpot
begin_spot (const AcqScenarioDraft *draft, const GArray *gaps, guint step)
{
  const AcqStep *what = &acq_scenario_draft_get_scenario (draft)->steps[step];
  int gap = g_array_index (gaps, int, step);
  AcqLineSpot spot = { .meaning = acq_line_meaning_from_class (acq_card_text_meaning (what)),
                       .chosen = acq_scenario_draft_get_selected (draft) == step };

  if (gap > 0)
    {
      spot.gap = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) gap), gap);
      spot.short_gap = g_strdup_printf ("%d", gap);
    }
  return spot;
}

AcqLineFrame *
acq_step_cards_frame_line (GtkWidget *widget, const AcqScenarioDraft *draft, const GPtrArray *cards,
                           const GArray *gaps, const AcqScenarioLineLayout *layout)
{
  AcqLineFrame *frame = acq_line_frame_new ();
  double card_width = layout->card_width, card_height = measure_height (cards, (int) card_width);
  double pitch = card_height + LANE_GAP, top = acq_line_caption_height (widget) + EDGE;

  frame->line = layout;
  frame->mirrored = is_mirrored (widget);
  frame->width = layout->width;
  frame->axis = round (top + layout->lanes[TRUE] * pitch - LANE_GAP + STEM);
  frame->height = frame->axis + STEM + layout->lanes[FALSE] * pitch - LANE_GAP + EDGE;
  frame->due = round (frame->mirrored ? layout->width - layout->due : layout->due);
  for (guint i = 0; i < cards->len; i++)
    {
      const AcqScenarioLinePlace *place = acq_scenario_line_layout_get_place (layout, i);
      AcqLineSpot spot = begin_spot (draft, gaps, i);
      double x = frame->mirrored ? layout->width - place->card - card_width : place->card;
      double y = place->above ? frame->axis - STEM - card_height - place->lane * pitch
                              : frame->axis + STEM + place->lane * pitch;
      double dot = round (frame->mirrored ? layout->width - place->dot : place->dot);

      spot.dot = GRAPHENE_POINT_INIT ((float) dot, (float) frame->axis);
      spot.card = GRAPHENE_RECT_INIT ((float) round (x), (float) y, (float) card_width, (float) card_height);
      g_array_append_val (frame->spots, spot);
    }
  return frame;
}

static double
put_list_due (AcqLineFrame *frame, double y, double caption)
{
  frame->due = y + caption + 2;
  return frame->due + LIST_GAP;
}

AcqLineFrame *
acq_step_cards_frame_list (GtkWidget *widget, const AcqScenarioDraft *draft, const GPtrArray *cards,
                           const GArray *gaps, int width)
{
  AcqLineFrame *frame = acq_line_frame_new ();
  int card_width = MAX (1, width - LIST_LEFT - LIST_RIGHT), card_height = measure_height (cards, card_width);
  g_autoptr (GArray) days = draft != NULL ? acq_step_cards_list_days (draft) : NULL;
  double y = LIST_RIGHT, caption = acq_line_caption_height (widget);

  frame->mirrored = is_mirrored (widget);
  frame->width = width;
  frame->axis = frame->mirrored ? width - LIST_AXIS : LIST_AXIS;
  frame->due = -1;
  for (guint i = 0; i < cards->len; i++)
    {
      AcqLineSpot spot = begin_spot (draft, gaps, i);

      if (frame->due < 0 && g_array_index (days, int, i) >= 0)
        y = put_list_due (frame, y, caption);
      if (spot.gap != NULL)
        y += caption;
      spot.card = GRAPHENE_RECT_INIT (frame->mirrored ? LIST_RIGHT : LIST_LEFT, (float) y, (float) card_width,
                                      (float) card_height);
      spot.dot = GRAPHENE_POINT_INIT ((float) frame->axis, (float) round (y + card_height / 2.0));
      g_array_append_val (frame->spots, spot);
      y += card_height + LIST_GAP;
    }
  if (frame->due < 0)
    y = put_list_due (frame, y, caption);
  frame->height = cards->len > 0 ? y : y + 2 * caption + LIST_GAP;
  return frame;
}
