/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-line.h"

#include "acq-scenario-board.h"
#include "acq-widget-children.h"

struct _AcqScenarioLine
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  AcqScenarioBoard *board;
};

G_DEFINE_FINAL_TYPE (AcqScenarioLine, acq_scenario_line, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkSizeRequestMode
acq_scenario_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window would not ask what height goes with its width. */
static void
acq_scenario_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  AcqScenarioLine *self = ACQ_SCENARIO_LINE (widget);
  int scroller_minimum;

  gtk_widget_measure (GTK_WIDGET (self->board), orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->scroller, orientation, -1, &scroller_minimum, NULL, NULL, NULL);
  *minimum = MAX (*minimum, scroller_minimum);
  *natural = MAX (*natural, *minimum);
}

static void
acq_scenario_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ACQ_SCENARIO_LINE (widget)->scroller, width, height, baseline, NULL);
}

static gboolean
acq_scenario_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ACQ_SCENARIO_LINE (widget)->board));
}

static void
acq_scenario_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, acq_scenario_line_get_draft (ACQ_SCENARIO_LINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_scenario_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DRAFT:
      acq_scenario_line_set_draft (ACQ_SCENARIO_LINE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_scenario_line_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_scenario_line_parent_class)->dispose (object);
}

static void
acq_scenario_line_class_init (AcqScenarioLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_scenario_line_get_property;
  object_class->set_property = acq_scenario_line_set_property;
  object_class->dispose = acq_scenario_line_dispose;
  widget_class->get_request_mode = acq_scenario_line_get_request_mode;
  widget_class->measure = acq_scenario_line_measure;
  widget_class->size_allocate = acq_scenario_line_size_allocate;
  widget_class->grab_focus = acq_scenario_line_grab_focus;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, ACQ_TYPE_SCENARIO_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_scenario_line_init (AcqScenarioLine *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->board = g_object_new (ACQ_TYPE_SCENARIO_BOARD, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->board));
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
acq_scenario_line_new (void)
{
  return g_object_new (ACQ_TYPE_SCENARIO_LINE, NULL);
}

void
acq_scenario_line_set_draft (AcqScenarioLine *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_SCENARIO_LINE (self));
  g_return_if_fail (draft == NULL || ACQ_IS_SCENARIO_DRAFT (draft));

  if (draft == acq_scenario_board_get_draft (self->board))
    return;
  acq_scenario_board_set_draft (self->board, draft);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

AcqScenarioDraft *
acq_scenario_line_get_draft (AcqScenarioLine *self)
{
  g_return_val_if_fail (ACQ_IS_SCENARIO_LINE (self), NULL);
  return acq_scenario_board_get_draft (self->board);
}
