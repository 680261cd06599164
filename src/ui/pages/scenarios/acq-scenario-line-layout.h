/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The least room between cards, and between a card and the due line, in pixels. */
#define ACQ_SCENARIO_LINE_GAP 8

/* Where one step stands; all in pixels from the left end of the line. */
typedef struct
{
  double dot;
  double card; /* the card's left edge; its width is the same for all */
  gboolean above;
  guint lane; /* 0: the one next to the line */
} AcqScenarioLinePlace;

typedef struct
{
  int day;
  double x;
  gboolean with_unit; /* has room for the word "days"; one tick at most */
} AcqScenarioLineTick;

/**
 * AcqScenarioLineLayout:
 *
 * Where the cards of a scenario stand along its time line: alternately above and below, in a second lane where more than four
 * are on a side, on their own side of the due day, none over another. Days lie equally far apart as long as there is room;
 * where cards need more, the scale is stretched, but later is always further to the right. No pixels are drawn here.
 */
typedef struct
{
  double width; /* of all of it: at least the view's */
  double start; /* of the drawn line */
  double end;
  double due;
  guint lanes[2];   /* below, above */
  GArray *places;   /* (element-type AcqScenarioLinePlace) in the order of the steps */
  GArray *ticks;    /* (element-type AcqScenarioLineTick) from left to right; none where a dot or a line to a card stands */
  GArray *knots;    /* private: the scale */
  double day_width; /* private: pixels for a day beyond the knots */
  double card_width;
} AcqScenarioLineLayout;

/**
 * acq_scenario_line_layout_new:
 * @days: (array length=n_days): of the steps, after the due day, below zero before it; in any order
 * @view_width: pixels; what does not fit makes the line longer
 * @least_card: pixels that a card needs; it gets up to @most_card where there is room
 */
AcqScenarioLineLayout *acq_scenario_line_layout_new (const int *days, guint n_days, double view_width,
                                                     double least_card, double most_card);
void acq_scenario_line_layout_free (AcqScenarioLineLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenarioLineLayout, acq_scenario_line_layout_free)

/**
 * acq_scenario_line_layout_move:
 * @days: (array length=n_days): as many as at first
 * @before: (array length=n_days): those for which it was laid out
 *
 * The same scale with steps on other days, as long as one of them is dragged: each card goes as far as its dot, and may come
 * over another one, but not over the due line.
 */
AcqScenarioLineLayout *acq_scenario_line_layout_move (const AcqScenarioLineLayout *self, const int *days,
                                                      const int *before, guint n_days);

double acq_scenario_line_layout_get_x (const AcqScenarioLineLayout *self, int day);
/* The day nearest to a place. */
int acq_scenario_line_layout_get_day (const AcqScenarioLineLayout *self, double x);

/* The place of a step, which must be there. */
const AcqScenarioLinePlace *acq_scenario_line_layout_get_place (const AcqScenarioLineLayout *self, guint step);

G_END_DECLS
