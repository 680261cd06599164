/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-wrap-layout.h"

#define SPACING 6

struct _AcqWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AcqWrapLayout, acq_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next widget goes. */
typedef struct
{
  int width; /* of a line */
  int x;
  int y;
  int line_height;
} Place;

static void
measure_child (GtkWidget *child, int limit, int *ret_width, int *ret_height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *ret_width = MAX (minimum, MIN (natural, limit));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *ret_width, NULL, ret_height, NULL, NULL);
}

/* Moves on behind a widget of that size; it stands at *ret_x, *ret_y. */
static void
take_place (Place *place, int width, int height, int *ret_x, int *ret_y)
{
  if (place->x > 0 && place->x + width > place->width)
    {
      place->x = 0;
      place->y += place->line_height + SPACING;
      place->line_height = 0;
    }
  *ret_x = place->x;
  *ret_y = place->y;
  place->x += width + SPACING;
  place->line_height = MAX (place->line_height, height);
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_height (GtkWidget *widget, int width)
{
  Place place = { .width = width < 0 ? G_MAXINT : width };
  int x, y;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, place.width, &child_width, &child_height);
      take_place (&place, child_width, child_height, &x, &y);
    }
  return place.y + place.line_height;
}

static GtkSizeRequestMode
acq_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
acq_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
acq_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Place place = { .width = width };
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &allocation.width, &allocation.height);
      take_place (&place, allocation.width, allocation.height, &allocation.x, &allocation.y);
      if (mirrored)
        allocation.x = width - allocation.x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
acq_wrap_layout_class_init (AcqWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = acq_wrap_layout_get_request_mode;
  layout_class->measure = acq_wrap_layout_measure;
  layout_class->allocate = acq_wrap_layout_allocate;
}

static void
acq_wrap_layout_init (AcqWrapLayout *self)
{
}
