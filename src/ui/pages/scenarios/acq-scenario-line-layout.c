/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-line-layout.h"

#include <math.h>

/* A dot stands at least so far from the side ends of its card, from its neighbours and from the ends of the line. */
#define INSET       14
#define MINIMUM_DOT 18
#define MARGIN      6
/* Pixels for a day: a scenario of few days does not fill the window, one of years leaves room for its cards. */
#define WIDEST_DAY    14
#define NARROWEST_DAY 0.6
/* The part of its ideal width that a day keeps for the sake of wider cards. */
#define FAITHFUL      0.85
#define CARD_STEP     4
#define CARDS_A_LANE  4
#define LONGER        1.12
#define ROUNDS        24
/* Room of a caption, of one with the word "days", and of the mark of a tick beside a dot. */
#define CAPTION      40
#define LONG_CAPTION 76
#define MARK         12
#define TICK_ROOM    64

typedef struct
{
  int day;
  double x;
} Knot;

/* A step on its way to its place. */
typedef struct
{
  guint step;
  int day;
  double dot;
  double least; /* the card's left edge: as far to the left, and to the right, as it may stand */
  double most;
} Card;

/* Where the cards of each lane end, from left to right; by side and lane. */
typedef double Edges[2][2];

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const Card *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->step < other->step ? -1 : one->step > other->step;
}

static GArray *
sort_cards (const int *days, guint n_days)
{
  GArray *cards = g_array_sized_new (FALSE, TRUE, sizeof (Card), n_days);

  for (guint i = 0; i < n_days; i++)
    {
      Card card = { .step = i, .day = days[i] };

      g_array_append_val (cards, card);
    }
  g_array_sort (cards, compare_cards);
  return cards;
}

static void
choose_lanes (AcqScenarioLineLayout *self, const GArray *cards)
{
  self->lanes[FALSE] = cards->len / 2 > CARDS_A_LANE ? 2 : 1;
  self->lanes[TRUE] = (cards->len + 1) / 2 > CARDS_A_LANE ? 2 : 1;
  g_array_set_size (self->places, cards->len);
  for (guint i = 0; i < cards->len; i++)
    {
      AcqScenarioLinePlace *place
        = &g_array_index (self->places, AcqScenarioLinePlace, g_array_index (cards, Card, i).step);

      place->above = i % 2 == 0;
      place->lane = i / 2 % self->lanes[place->above];
    }
}

static void
add_knot (AcqScenarioLineLayout *self, int day, double x)
{
  Knot knot = { day, x };

  if (self->knots->len == 0 || g_array_index (self->knots, Knot, self->knots->len - 1).day < day)
    g_array_append_val (self->knots, knot);
}

/* The days that the line shows at least. */
static void
find_range (const GArray *cards, int *ret_first, int *ret_last)
{
  int first = cards->len > 0 ? g_array_index (cards, Card, 0).day : 0;
  int last = cards->len > 0 ? g_array_index (cards, Card, cards->len - 1).day : 0;

  *ret_first = first < 0 ? MIN (-13, first - 3) : -6;
  *ret_last = MAX (20, (last / 10 + 1) * 10);
}

static void
put_due (AcqScenarioLineLayout *self, Edges edges, double least)
{
  self->due = least;
  for (guint side = 0; side < 2; side++)
    for (guint lane = 0; lane < 2; lane++)
      {
        self->due = MAX (self->due, edges[side][lane]);
        edges[side][lane] = 0;
      }
  for (guint side = 0; side < 2; side++)
    for (guint lane = 0; lane < 2; lane++)
      edges[side][lane] = self->due + ACQ_SCENARIO_LINE_GAP;
  add_knot (self, 0, self->due);
}

/* A step stands as many days after what is before it as it should, further where its card needs the room. */
static void
put_card (AcqScenarioLineLayout *self, Card *card, Edges edges, double least)
{
  const AcqScenarioLinePlace *place = &g_array_index (self->places, AcqScenarioLinePlace, card->step);
  double *edge = &edges[place->above][place->lane];

  card->dot = least;
  card->least = MAX (card->dot - self->card_width + INSET, *edge);
  card->dot = MAX (card->dot, card->least + INSET);
  *edge = card->least + self->card_width + ACQ_SCENARIO_LINE_GAP;
  add_knot (self, card->day, card->dot);
}

/* From left to right, as near together as it goes; the total width comes out. */
static double
spread (AcqScenarioLineLayout *self, GArray *cards, double day_width)
{
  Edges edges = { { MARGIN, MARGIN }, { MARGIN, MARGIN } };
  int before, last;
  double x = MARGIN, width;
  gboolean due_put = FALSE;

  g_array_set_size (self->knots, 0);
  self->day_width = day_width;
  find_range (cards, &before, &last);
  self->start = MARGIN;
  for (guint i = 0; i < cards->len; i++)
    {
      Card *card = &g_array_index (cards, Card, i);

      if (!due_put && card->day >= 0)
        {
          put_due (self, edges, x + MAX (MINIMUM_DOT, -before * day_width));
          x = self->due;
          before = 0;
          due_put = TRUE;
        }
      put_card (self, card, edges, x + MAX (MINIMUM_DOT, (card->day - before) * day_width));
      x = card->dot;
      before = card->day;
    }
  if (!due_put)
    {
      put_due (self, edges, x + MAX (MINIMUM_DOT, -before * day_width));
      x = self->due;
      before = 0;
    }
  width = x + MAX (MINIMUM_DOT, (last - before) * day_width);
  for (guint side = 0; side < 2; side++)
    for (guint lane = 0; lane < 2; lane++)
      width = MAX (width, edges[side][lane] - ACQ_SCENARIO_LINE_GAP);
  return width + MARGIN;
}

/* The widest days with which all fits. A line that is too long anyway gets little longer for the sake of its scale. */
static double
choose_day_width (AcqScenarioLineLayout *self, GArray *cards, double view_width)
{
  double low = NARROWEST_DAY, high = WIDEST_DAY;
  double shortest = spread (self, cards, low), room = shortest <= view_width ? view_width : shortest * LONGER;

  if (spread (self, cards, high) <= room)
    return high;
  for (guint i = 0; i < ROUNDS; i++)
    {
      double middle = (low + high) / 2;

      if (spread (self, cards, middle) <= room)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* How far to the right each card may stand, as those after it in its lane need room too. */
static void
find_most (AcqScenarioLineLayout *self, GArray *cards)
{
  Edges edges = { { self->width, self->width }, { self->width, self->width } };

  for (guint i = cards->len; i-- > 0;)
    {
      Card *card = &g_array_index (cards, Card, i);
      const AcqScenarioLinePlace *place = &g_array_index (self->places, AcqScenarioLinePlace, card->step);
      double *edge = &edges[place->above][place->lane];
      double limit = card->day < 0 ? MIN (*edge, self->due - ACQ_SCENARIO_LINE_GAP) : *edge - MARGIN;

      if (*edge < self->width)
        limit = MIN (limit, *edge - ACQ_SCENARIO_LINE_GAP);
      card->most = MAX (card->least, MIN (card->dot - INSET, limit - self->card_width));
      *edge = card->most;
    }
}

/* The middle of a card is at its dot where there is room. */
static void
settle (AcqScenarioLineLayout *self, GArray *cards)
{
  Edges edges = { { MARGIN, MARGIN }, { MARGIN, MARGIN } };

  find_most (self, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      const Card *card = &g_array_index (cards, Card, i);
      AcqScenarioLinePlace *place = &g_array_index (self->places, AcqScenarioLinePlace, card->step);
      double *edge = &edges[place->above][place->lane];
      double least = MAX (card->least, *edge);

      place->dot = card->dot;
      place->card = round (CLAMP (card->dot - self->card_width / 2, least, MAX (least, card->most)));
      *edge = place->card + self->card_width + ACQ_SCENARIO_LINE_GAP;
    }
}

/* No dot is near, and no line from a dot to a card below goes through the caption. */
static gboolean
is_free (const AcqScenarioLineLayout *self, double x, double caption)
{
  if (fabs (x - self->due) < MARK + caption / 2 || x - caption / 2 < 0 || x + caption / 2 > self->width)
    return FALSE;
  for (guint i = 0; i < self->places->len; i++)
    {
      const AcqScenarioLinePlace *place = &g_array_index (self->places, AcqScenarioLinePlace, i);

      if (fabs (x - place->dot) < (place->above ? MARK : caption / 2 + 2))
        return FALSE;
    }
  return TRUE;
}

static int
choose_tick_days (const AcqScenarioLineLayout *self)
{
  static const int days[] = { 5, 10, 20, 50, 100, 200 };
  int n_days = acq_scenario_line_layout_get_day (self, self->end) - acq_scenario_line_layout_get_day (self, self->start);
  double day_width = (self->end - self->start) / MAX (1, n_days);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] * day_width >= TICK_ROOM)
      return days[i];
  return days[G_N_ELEMENTS (days) - 1];
}

/* The last one after the due day that has the room. */
static void
choose_unit (AcqScenarioLineLayout *self)
{
  for (guint i = self->ticks->len; i-- > 0;)
    {
      AcqScenarioLineTick *tick = &g_array_index (self->ticks, AcqScenarioLineTick, i);
      double left = i > 0 ? tick[-1].x : -LONG_CAPTION;
      double right = i + 1 < self->ticks->len ? tick[1].x : self->width + LONG_CAPTION;
      double room = (LONG_CAPTION + CAPTION) / 2.0;

      if (tick->day > 0 && tick->x - left >= room && right - tick->x >= room
          && is_free (self, tick->x, LONG_CAPTION))
        {
          tick->with_unit = TRUE;
          return;
        }
    }
}

static void
add_ticks (AcqScenarioLineLayout *self)
{
  int step = choose_tick_days (self), first = acq_scenario_line_layout_get_day (self, self->start),
      last = acq_scenario_line_layout_get_day (self, self->end);
  double before = -CAPTION;

  g_array_set_size (self->ticks, 0);
  for (int day = first / step * step; day <= last; day += step)
    {
      AcqScenarioLineTick tick = { .day = day, .x = acq_scenario_line_layout_get_x (self, day) };

      if (day == 0 || tick.x < self->start || tick.x > self->end || tick.x - before < CAPTION
          || !is_free (self, tick.x, CAPTION))
        continue;
      g_array_append_val (self->ticks, tick);
      before = tick.x;
    }
  choose_unit (self);
}

static AcqScenarioLineLayout *
make_empty (void)
{
  AcqScenarioLineLayout *self = g_new0 (AcqScenarioLineLayout, 1);

  self->places = g_array_new (FALSE, TRUE, sizeof (AcqScenarioLinePlace));
  self->ticks = g_array_new (FALSE, TRUE, sizeof (AcqScenarioLineTick));
  self->knots = g_array_new (FALSE, TRUE, sizeof (Knot));
  return self;
}

/* What a day would be wide if there were no cards. */
static double
get_ideal_day_width (const GArray *cards, double view_width)
{
  int first, last;

  find_range (cards, &first, &last);
  return MIN (WIDEST_DAY, view_width / (last - first));
}

/* As wide as may be without much harm to the scale; the narrowest where there is no room. */
static double
choose_card_width (AcqScenarioLineLayout *self, GArray *cards, double view_width, double least, double most)
{
  double wanted = get_ideal_day_width (cards, view_width) * FAITHFUL;

  for (self->card_width = most; self->card_width > least; self->card_width -= CARD_STEP)
    {
      double day_width = choose_day_width (self, cards, view_width);

      if (day_width >= wanted && spread (self, cards, day_width) <= view_width)
        return self->card_width;
    }
  return least;
}

AcqScenarioLineLayout *
acq_scenario_line_layout_new (const int *days, guint n_days, double view_width, double least_card, double most_card)
{
  AcqScenarioLineLayout *self = make_empty ();
  g_autoptr (GArray) cards = sort_cards (days, n_days);

  choose_lanes (self, cards);
  self->card_width = choose_card_width (self, cards, view_width, least_card, most_card);
  self->width = MAX (view_width, spread (self, cards, choose_day_width (self, cards, view_width)));
  self->end = self->width - MARGIN;
  settle (self, cards);
  add_ticks (self);
  return self;
}

void
acq_scenario_line_layout_free (AcqScenarioLineLayout *self)
{
  g_array_unref (self->places);
  g_array_unref (self->ticks);
  g_array_unref (self->knots);
  g_free (self);
}

AcqScenarioLineLayout *
acq_scenario_line_layout_move (const AcqScenarioLineLayout *self, const int *days, const int *before, guint n_days)
{
  AcqScenarioLineLayout *moved = make_empty ();

  g_return_val_if_fail (n_days == self->places->len, moved);
  moved->card_width = self->card_width;
  moved->width = self->width;
  moved->start = self->start;
  moved->due = self->due;
  moved->lanes[FALSE] = self->lanes[FALSE];
  moved->lanes[TRUE] = self->lanes[TRUE];
  moved->day_width = self->day_width;
  g_array_append_vals (moved->knots, self->knots->data, self->knots->len);
  for (guint i = 0; i < n_days; i++)
    {
      AcqScenarioLinePlace place = *acq_scenario_line_layout_get_place (self, i);
      double way
        = acq_scenario_line_layout_get_x (self, days[i]) - acq_scenario_line_layout_get_x (self, before[i]);

      place.dot += way;
      place.card += way;
      if (days[i] < 0)
        place.card = MIN (place.card, self->due - ACQ_SCENARIO_LINE_GAP - self->card_width);
      else
        place.card = MAX (place.card, self->due + ACQ_SCENARIO_LINE_GAP);
      moved->width = MAX (moved->width, MAX (place.dot, place.card + self->card_width) + MARGIN);
      g_array_append_val (moved->places, place);
    }
  moved->end = moved->width - MARGIN;
  add_ticks (moved);
  return moved;
}

double
acq_scenario_line_layout_get_x (const AcqScenarioLineLayout *self, int day)
{
  const Knot *first = &g_array_index (self->knots, Knot, 0), *last = first + self->knots->len - 1;

  if (day <= first->day)
    return first->x - (first->day - day) * self->day_width;
  for (const Knot *knot = first; knot < last; knot++)
    if (day <= knot[1].day)
      return knot->x + (knot[1].x - knot->x) * (day - knot->day) / (knot[1].day - knot->day);
  return last->x + (day - last->day) * self->day_width;
}

int
acq_scenario_line_layout_get_day (const AcqScenarioLineLayout *self, double x)
{
  const Knot *first = &g_array_index (self->knots, Knot, 0), *last = first + self->knots->len - 1;

  if (x <= first->x)
    return (int) round (first->day - (first->x - x) / self->day_width);
  for (const Knot *knot = first; knot < last; knot++)
    if (x <= knot[1].x)
      return (int) round (knot->day + (knot[1].day - knot->day) * (x - knot->x) / (knot[1].x - knot->x));
  return (int) round (last->day + (x - last->x) / self->day_width);
}

const AcqScenarioLinePlace *
acq_scenario_line_layout_get_place (const AcqScenarioLineLayout *self, guint step)
{
  g_return_val_if_fail (step < self->places->len, NULL);
  return &g_array_index (self->places, AcqScenarioLinePlace, step);
}
