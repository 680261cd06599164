/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-columns.h"

#define GAP 24
/* Below this width two columns are too narrow to read. */
#define FOLD_WIDTH 620

struct _AcqBankColumns
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *start;
  GtkWidget *end;

  gboolean folded;
  gboolean show_end;
  guint notify_source;
};

G_DEFINE_FINAL_TYPE (AcqBankColumns, acq_bank_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_FOLDED,
  PROP_SHOW_END,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_column (AcqBankColumns *self, GtkWidget **column, GtkWidget *widget)
{
  g_clear_pointer (column, gtk_widget_unparent);
  *column = widget;
  if (widget != NULL)
    gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

static void
acq_bank_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  AcqBankColumns *self = ACQ_BANK_COLUMNS (widget);
  GtkWidget *const columns[] = { self->start, self->end };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int column_minimum = 0, column_natural = 0;

      if (columns[i] != NULL)
        gtk_widget_measure (columns[i], orientation, -1, &column_minimum, &column_natural, NULL, NULL);
      *minimum = MAX (*minimum, column_minimum);
      *natural = MAX (*natural, column_natural);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = 2 * *natural + GAP;
}

static gboolean
notify_folded_cb (gpointer data)
{
  AcqBankColumns *self = data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* Who listens changes what is shown, which must not happen while sizes are being given out. */
static void
set_folded (AcqBankColumns *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add (notify_folded_cb, self);
}

static void
place (GtkWidget *column, gboolean shown, int x, int width, int height)
{
  if (column == NULL)
    return;
  gtk_widget_set_child_visible (column, shown);
  if (shown)
    gtk_widget_size_allocate (column, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
acq_bank_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqBankColumns *self = ACQ_BANK_COLUMNS (widget);
  gboolean folded = width < FOLD_WIDTH;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int half = (width - GAP) / 2;

  set_folded (self, folded);
  if (folded)
    {
      place (self->start, !self->show_end, 0, width, height);
      place (self->end, self->show_end, 0, width, height);
      return;
    }
  place (self->start, TRUE, mirrored ? half + GAP : 0, half, height);
  place (self->end, TRUE, mirrored ? 0 : half + GAP, half, height);
}

static void
acq_bank_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqBankColumns *self = ACQ_BANK_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, self->show_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_bank_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqBankColumns *self = ACQ_BANK_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      set_column (self, &self->start, g_value_get_object (value));
      break;
    case PROP_END:
      set_column (self, &self->end, g_value_get_object (value));
      break;
    case PROP_SHOW_END:
      if (self->show_end == g_value_get_boolean (value))
        return;
      self->show_end = g_value_get_boolean (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
acq_bank_columns_dispose (GObject *object)
{
  AcqBankColumns *self = ACQ_BANK_COLUMNS (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_bank_columns_parent_class)->dispose (object);
}

static void
acq_bank_columns_class_init (AcqBankColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_bank_columns_get_property;
  object_class->set_property = acq_bank_columns_set_property;
  object_class->dispose = acq_bank_columns_dispose;
  widget_class->measure = acq_bank_columns_measure;
  widget_class->size_allocate = acq_bank_columns_size_allocate;
  properties[PROP_START]
    = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_READWRITE);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_READWRITE);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  properties[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_bank_columns_init (AcqBankColumns *self)
{
}
