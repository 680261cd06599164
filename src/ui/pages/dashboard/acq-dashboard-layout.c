/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dashboard-layout.h"

#define N_CHILDREN 4
/* Below this width there is one column. */
#define TWO_COLUMNS   760
#define COLUMN_GAP    24
#define ROW_GAP       18
#define MARGIN        24
#define MARGIN_TOP    18
#define MARGIN_BOTTOM 18
#define NARROW_MARGIN 12
/* Of the width of both columns, in thousandths. */
#define LEFT_SHARE 592

struct _AcqDashboardLayout
{
  GtkLayoutManager parent_instance;

  gboolean narrow;
  guint idle;
};

G_DEFINE_FINAL_TYPE (AcqDashboardLayout, acq_dashboard_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GtkWidget *children[N_CHILDREN];
  int left;  /* widths of the columns; in one column both are the same */
  int right;
  int margin;
} Columns;

/* In which order they stand in one column. */
static const guint narrow_order[N_CHILDREN] = { 0, 1, 3, 2 };

static Columns
find_columns (GtkWidget *widget, int width)
{
  Columns columns = { .margin = width < TWO_COLUMNS ? NARROW_MARGIN : MARGIN };
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int inside = 0;

  for (guint i = 0; i < N_CHILDREN && child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    columns.children[i] = child;
  inside = MAX (0, width - 2 * columns.margin);
  columns.left = columns.right = inside;
  if (width >= TWO_COLUMNS)
    {
      columns.left = (inside - COLUMN_GAP) * LEFT_SHARE / 1000;
      columns.right = inside - COLUMN_GAP - columns.left;
    }
  return columns;
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_row (const Columns *columns, guint row)
{
  return MAX (measure_height (columns->children[2 * row], columns->left),
              measure_height (columns->children[2 * row + 1], columns->right));
}

static int
measure_all (const Columns *columns, gboolean narrow)
{
  int height = narrow ? 2 * columns->margin : MARGIN_TOP + MARGIN_BOTTOM;

  if (!narrow)
    return height + measure_row (columns, 0) + ROW_GAP + measure_row (columns, 1);
  for (guint i = 0; i < N_CHILDREN; i++)
    height += measure_height (columns->children[i], columns->left) + (i > 0 ? ROW_GAP : 0);
  return height;
}

static GtkSizeRequestMode
acq_dashboard_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
acq_dashboard_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  Columns columns = find_columns (widget, for_size < 0 ? TWO_COLUMNS : for_size);

  /* The page scrolls: only once its width is known does its height matter, and laying out all texts for one more width
     costs more than anything else in a first frame. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = for_size < 0 ? 0 : measure_all (&columns, for_size < TWO_COLUMNS);
      return;
    }
  *minimum = 0;
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      int child = 0;

      if (columns.children[i] != NULL)
        gtk_widget_measure (columns.children[i], GTK_ORIENTATION_HORIZONTAL, -1, &child, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child + 2 * NARROW_MARGIN);
    }
  *natural = MAX (*minimum, TWO_COLUMNS);
}

static gboolean
notify_cb (gpointer data)
{
  AcqDashboardLayout *self = data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
set_narrow (AcqDashboardLayout *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, self, NULL);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate_rows (const Columns *columns, int height)
{
  int first = measure_row (columns, 0), second = measure_row (columns, 1);
  int x = columns->margin + columns->left + COLUMN_GAP, y = MARGIN_TOP;

  second = MAX (second, height - MARGIN_TOP - MARGIN_BOTTOM - first - ROW_GAP);
  place (columns->children[0], columns->margin, y, columns->left, first);
  place (columns->children[1], x, y, columns->right, first);
  y += first + ROW_GAP;
  place (columns->children[2], columns->margin, y, columns->left, second);
  place (columns->children[3], x, y, columns->right, second);
}

static void
acq_dashboard_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Columns columns = find_columns (widget, width);
  int y = columns.margin;

  set_narrow (ACQ_DASHBOARD_LAYOUT (manager), width < TWO_COLUMNS);
  if (width >= TWO_COLUMNS)
    {
      allocate_rows (&columns, height);
      return;
    }
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      GtkWidget *child = columns.children[narrow_order[i]];
      int child_height = measure_height (child, columns.left);

      place (child, columns.margin, y, columns.left, child_height);
      y += child_height + ROW_GAP;
    }
}

static void
acq_dashboard_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, ACQ_DASHBOARD_LAYOUT (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_dashboard_layout_dispose (GObject *object)
{
  g_clear_handle_id (&ACQ_DASHBOARD_LAYOUT (object)->idle, g_source_remove);
  G_OBJECT_CLASS (acq_dashboard_layout_parent_class)->dispose (object);
}

static void
acq_dashboard_layout_class_init (AcqDashboardLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = acq_dashboard_layout_get_property;
  object_class->dispose = acq_dashboard_layout_dispose;
  manager_class->get_request_mode = acq_dashboard_layout_get_request_mode;
  manager_class->measure = acq_dashboard_layout_measure;
  manager_class->allocate = acq_dashboard_layout_allocate;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_dashboard_layout_init (AcqDashboardLayout *self)
{
}

gboolean
acq_dashboard_layout_get_narrow (AcqDashboardLayout *self)
{
  g_return_val_if_fail (ACQ_IS_DASHBOARD_LAYOUT (self), FALSE);
  return self->narrow;
}
