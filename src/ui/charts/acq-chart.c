/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart.h"

#include <glib/gi18n.h>

#include "acq-chart-bubble.h"
#include "acq-chart-layers.h"
#include "acq-chart-text.h"

/* A description of more values than this is read by nobody; the table has them all. */
#define MAX_DESCRIBED 60

typedef struct
{
  /* Owned references */
  GListModel *model;
  char *title;

  AcqChartMeasure measure;
  AcqChartPalette palette;
  gboolean palette_known;
  gboolean interactive;
  guint current;
} AcqChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AcqChart, acq_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_TITLE,
  PROP_INTERACTIVE,
  N_PROPS,
};

enum
{
  OPEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static AcqChartPrivate *
get_private (AcqChart *self)
{
  return acq_chart_get_instance_private (self);
}

static gboolean
get_area (AcqChart *self, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor)
{
  return index < acq_chart_get_n_points (self)
         && ACQ_CHART_GET_CLASS (self)->get_area (self, index, ret_slot, ret_anchor);
}

static char *
describe_all (AcqChart *self)
{
  guint n_points = acq_chart_get_n_points (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_points, MAX_DESCRIBED); i++)
    {
      g_autofree char *part = acq_chart_point_describe (acq_chart_get_point (self, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", part);
    }
  if (n_points == 0)
    g_string_append (text, _ ("Nothing to show"));
  return g_strdup (text->str);
}

/* The datum that the keys have reached belongs to the name, for that is what a screen reader says when it changes. */
static void
update_accessible_label (AcqChart *self)
{
  AcqChartPrivate *priv = get_private (self);
  g_autofree char *datum = NULL;
  g_autofree char *label = NULL;

  if (priv->current != ACQ_CHART_NO_DATUM && gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      datum = acq_chart_point_describe (acq_chart_get_point (self, priv->current));
      /* Translators: the title of a chart, and the value that is looked at. */
      label = g_strdup_printf (_ ("%s. %s"), priv->title != NULL ? priv->title : "", datum);
    }
  else
    label = g_strdup (priv->title != NULL ? priv->title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_accessible_description (AcqChart *self)
{
  g_autofree char *description = describe_all (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_current (AcqChart *self, guint index)
{
  AcqChartPrivate *priv = get_private (self);

  if (priv->current == index)
    return;
  priv->current = index;
  update_accessible_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint
pick (AcqChart *self, double x, double y)
{
  guint n_points = acq_chart_get_n_points (self);

  for (guint i = 0; i < n_points; i++)
    {
      graphene_rect_t slot, anchor;

      if (get_area (self, i, &slot, &anchor)
          && graphene_rect_contains_point (&slot, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return i;
    }
  return ACQ_CHART_NO_DATUM;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, AcqChart *self)
{
  g_assert (ACQ_IS_CHART (self));
  set_current (self, pick (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller, AcqChart *self)
{
  g_assert (ACQ_IS_CHART (self));
  set_current (self, ACQ_CHART_NO_DATUM);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AcqChart *self)
{
  guint index = pick (self, x, y);

  g_assert (ACQ_IS_CHART (self));
  if (!get_private (self)->interactive || index == ACQ_CHART_NO_DATUM)
    return;

  set_current (self, index);
  if (acq_chart_open_current (self))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Somebody who comes by the keyboard is shown the first value; a window that opens with the focus here is not. */
static void
focus_enter_cb (GtkEventControllerFocus *controller, AcqChart *self)
{
  g_assert (ACQ_IS_CHART (self));
  if (get_private (self)->current == ACQ_CHART_NO_DATUM && gtk_widget_get_mapped (GTK_WIDGET (self))
      && gtk_widget_has_visible_focus (GTK_WIDGET (self)) && acq_chart_get_n_points (self) > 0)
    set_current (self, 0);
  update_accessible_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, AcqChart *self)
{
  g_assert (ACQ_IS_CHART (self));
  set_current (self, ACQ_CHART_NO_DATUM);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  AcqChart *self = ACQ_CHART (widget);
  AcqChartPrivate *priv = get_private (self);
  gint64 last = (gint64) acq_chart_get_n_points (self) - 1;
  gint64 from = priv->current == ACQ_CHART_NO_DATUM ? -1 : (gint64) priv->current;

  if (last < 0)
    return FALSE;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
  set_current (self, (guint) CLAMP (from + g_variant_get_int32 (step), 0, last));
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *unused, gpointer data)
{
  return acq_chart_open_current (ACQ_CHART (widget));
}

static gboolean
hide_cb (GtkWidget *widget, GVariant *unused, gpointer data)
{
  AcqChart *self = ACQ_CHART (widget);

  if (get_private (self)->current == ACQ_CHART_NO_DATUM)
    return FALSE;
  set_current (self, ACQ_CHART_NO_DATUM);
  return TRUE;
}

static void
model_changed_cb (AcqChart *self)
{
  AcqChartPrivate *priv = get_private (self);

  g_assert (ACQ_IS_CHART (self));
  priv->current = ACQ_CHART_NO_DATUM;
  update_accessible_label (self);
  update_accessible_description (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), priv->interactive && acq_chart_get_n_points (self) > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
acq_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (acq_chart_parent_class)->css_changed (widget, change);
  get_private (ACQ_CHART (widget))->palette_known = FALSE;
  gtk_widget_queue_draw (widget);
}

static void
acq_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AcqChart *self = ACQ_CHART (widget);
  AcqChartPrivate *priv = get_private (self);
  graphene_rect_t slot, anchor;

  acq_chart_snapshot_current (self, snapshot);
  ACQ_CHART_GET_CLASS (self)->draw (self, snapshot);
  if (priv->interactive && get_area (self, priv->current, &slot, &anchor))
    acq_chart_bubble_draw (snapshot, widget, acq_chart_get_point (self, priv->current), &anchor,
                           acq_chart_get_palette (self));
}

/* An ornament is too small to draw on; its values are shown like any other hint. */
static gboolean
acq_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AcqChart *self = ACQ_CHART (widget);
  guint index = keyboard ? ACQ_CHART_NO_DATUM : pick (self, x, y);
  g_autofree char *text = NULL;

  if (get_private (self)->interactive || index == ACQ_CHART_NO_DATUM)
    return FALSE;
  text = acq_chart_point_describe (acq_chart_get_point (self, index));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
acq_chart_unmap (GtkWidget *widget)
{
  AcqChart *self = ACQ_CHART (widget);

  GTK_WIDGET_CLASS (acq_chart_parent_class)->unmap (widget);
  set_current (self, ACQ_CHART_NO_DATUM);
}

static void
acq_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqChartPrivate *priv = get_private (ACQ_CHART (object));

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, priv->model);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_INTERACTIVE:
      g_value_set_boolean (value, priv->interactive);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_interactive (AcqChart *self, gboolean interactive)
{
  AcqChartPrivate *priv = get_private (self);

  if (priv->interactive == interactive)
    return;
  priv->interactive = interactive;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), !interactive);
  gtk_widget_set_focusable (GTK_WIDGET (self), interactive && acq_chart_get_n_points (self) > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERACTIVE]);
}

static void
acq_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqChart *self = ACQ_CHART (object);

  switch (id)
    {
    case PROP_MODEL:
      acq_chart_set_model (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      acq_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_INTERACTIVE:
      set_interactive (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_chart_dispose (GObject *object)
{
  AcqChartPrivate *priv = get_private (ACQ_CHART (object));

  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_func (priv->model, model_changed_cb, object);
  g_clear_object (&priv->model);
  G_OBJECT_CLASS (acq_chart_parent_class)->dispose (object);
}

static void
acq_chart_finalize (GObject *object)
{
  g_free (get_private (ACQ_CHART (object))->title);
  G_OBJECT_CLASS (acq_chart_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int step;
  } moves[] = {
    { GDK_KEY_Left, -1 },        { GDK_KEY_Right, 1 },           { GDK_KEY_Up, -1 },    { GDK_KEY_Down, 1 },
    { GDK_KEY_KP_Left, -1 },     { GDK_KEY_KP_Right, 1 },        { GDK_KEY_KP_Up, -1 }, { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Home, -G_MAXINT }, { GDK_KEY_End, G_MAXINT },
  };
  static const guint opens[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "i", moves[i].step);
  for (gsize i = 0; i < G_N_ELEMENTS (opens); i++)
    gtk_widget_class_add_binding (widget_class, opens[i], 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, hide_cb, NULL);
}

static void
acq_chart_class_init (AcqChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_chart_get_property;
  object_class->set_property = acq_chart_set_property;
  object_class->dispose = acq_chart_dispose;
  object_class->finalize = acq_chart_finalize;
  widget_class->css_changed = acq_chart_css_changed;
  widget_class->snapshot = acq_chart_snapshot;
  widget_class->query_tooltip = acq_chart_query_tooltip;
  widget_class->unmap = acq_chart_unmap;

  properties[PROP_MODEL]
    = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INTERACTIVE]
    = g_param_spec_boolean ("interactive", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
acq_chart_init (AcqChart *self)
{
  AcqChartPrivate *priv = get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->measure = ACQ_CHART_MEASURE_EUROS;
  priv->interactive = TRUE;
  priv->current = ACQ_CHART_NO_DATUM;
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
acq_chart_set_model (AcqChart *self, GListModel *model)
{
  AcqChartPrivate *priv = NULL;

  g_return_if_fail (ACQ_IS_CHART (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  priv = get_private (self);
  if (priv->model == model)
    return;
  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_func (priv->model, model_changed_cb, self);
  g_set_object (&priv->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  model_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

GListModel *
acq_chart_get_model (AcqChart *self)
{
  g_return_val_if_fail (ACQ_IS_CHART (self), NULL);
  return get_private (self)->model;
}

void
acq_chart_set_title (AcqChart *self, const char *title)
{
  AcqChartPrivate *priv = NULL;

  g_return_if_fail (ACQ_IS_CHART (self));

  priv = get_private (self);
  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
acq_chart_get_title (AcqChart *self)
{
  g_return_val_if_fail (ACQ_IS_CHART (self), NULL);
  return get_private (self)->title;
}

void
acq_chart_set_measure (AcqChart *self, const AcqChartMeasure *measure)
{
  g_return_if_fail (ACQ_IS_CHART (self));
  g_return_if_fail (measure != NULL && measure->one >= 1);

  get_private (self)->measure = *measure;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const AcqChartMeasure *
acq_chart_get_measure (AcqChart *self)
{
  g_return_val_if_fail (ACQ_IS_CHART (self), NULL);
  return &get_private (self)->measure;
}

guint
acq_chart_get_n_points (AcqChart *self)
{
  AcqChartPrivate *priv = NULL;

  g_return_val_if_fail (ACQ_IS_CHART (self), 0);
  priv = get_private (self);
  return priv->model != NULL ? g_list_model_get_n_items (priv->model) : 0;
}

AcqChartPoint *
acq_chart_get_point (AcqChart *self, guint index)
{
  g_autoptr (AcqChartPoint) point = NULL;

  g_return_val_if_fail (index < acq_chart_get_n_points (self), NULL);
  point = g_list_model_get_item (get_private (self)->model, index);
  return point;
}

guint
acq_chart_get_current (AcqChart *self)
{
  g_return_val_if_fail (ACQ_IS_CHART (self), ACQ_CHART_NO_DATUM);
  return get_private (self)->current;
}

void
acq_chart_set_current (AcqChart *self, guint index)
{
  g_return_if_fail (ACQ_IS_CHART (self));
  g_return_if_fail (index == ACQ_CHART_NO_DATUM || index < acq_chart_get_n_points (self));
  set_current (self, index);
}

gboolean
acq_chart_open_current (AcqChart *self)
{
  guint current = acq_chart_get_current (self);
  const char *target = NULL;

  if (current == ACQ_CHART_NO_DATUM)
    return FALSE;
  target = acq_chart_point_get (acq_chart_get_point (self, current))->target;
  if (target == NULL)
    return FALSE;
  g_signal_emit (self, signals[OPEN], 0, target);
  return TRUE;
}

const AcqChartPalette *
acq_chart_get_palette (AcqChart *self)
{
  AcqChartPrivate *priv = get_private (self);

  if (!priv->palette_known)
    acq_chart_palette_read (&priv->palette, GTK_WIDGET (self));
  priv->palette_known = TRUE;
  return &priv->palette;
}

const GdkRGBA *
acq_chart_get_color (AcqChart *self, AcqChartPoint *point)
{
  const AcqChartPalette *palette = acq_chart_get_palette (self);

  return acq_chart_point_is_weak (point) ? &palette->pale : &palette->tones[acq_chart_point_get (point)->tone];
}

gboolean
acq_chart_get_extremes (AcqChart *self, gint64 *ret_lowest, gint64 *ret_highest)
{
  guint n_points = acq_chart_get_n_points (self);
  gboolean any = FALSE;

  *ret_lowest = *ret_highest = 0;
  for (guint i = 0; i < n_points; i++)
    {
      const AcqChartDatum *datum = acq_chart_point_get (acq_chart_get_point (self, i));

      if (datum->value == ACQ_CHART_UNKNOWN)
        continue;
      any = TRUE;
      *ret_lowest = MIN (*ret_lowest, datum->ranged ? MIN (datum->low, datum->value) : datum->value);
      *ret_highest = MAX (*ret_highest, datum->ranged ? MAX (datum->high, datum->value) : datum->value);
    }
  return any;
}

void
acq_chart_snapshot_current (AcqChart *self, GtkSnapshot *snapshot)
{
  graphene_rect_t slot, anchor;

  if (get_area (self, acq_chart_get_current (self), &slot, &anchor))
    acq_chart_layer_current (snapshot, &slot, gtk_widget_has_visible_focus (GTK_WIDGET (self)),
                             acq_chart_get_palette (self));
}

void
acq_chart_snapshot_empty (AcqChart *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, _ ("Nothing to show"), ACQ_CHART_TEXT_PLAIN);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  pango_layout_set_width (layout, width * PANGO_SCALE);
  acq_chart_text_draw (snapshot, layout, width / 2.0,
                       (height - acq_chart_text_height (widget, ACQ_CHART_TEXT_PLAIN)) / 2.0, 0.5,
                       &acq_chart_get_palette (self)->dim);
}
