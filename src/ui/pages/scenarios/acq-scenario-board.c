/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-board.h"

#include <glib/gi18n.h>
#include <math.h>

#include "acq-card-text.h"
#include "acq-scenario-check.h"
#include "acq-scenario-line-drawing.h"
#include "acq-scenario-text.h"
#include "acq-step-card.h"
#include "acq-step-cards.h"
#include "acq-widget-children.h"

#define EDGE        12
#define USUAL_WIDTH 620

struct _AcqScenarioBoard
{
  GtkWidget parent_instance;

  AcqScenarioDraft *draft; /* owned, nullable */
  GPtrArray *cards;        /* (element-type AcqStepCard), children */
  GArray *gaps;            /* (element-type int) of days after a step before that is too near; 0: it is not */

  AcqScenarioLineLayout *layout; /* owned, nullable: of the last allocation; NULL in a list */
  AcqLineFrame *frame;           /* owned, nullable: of the last allocation */
  AcqLinePalette palette;
  gboolean palette_known;
  guint reveal; /* the step to scroll to with the next allocation */
  gboolean allocating;

  /* A drag; the scale stays as it was until its end. */
  guint dragged;
  gboolean moved;                /* far enough to be no click */
  AcqScenarioLineLayout *frozen; /* owned, nullable */
  GArray *frozen_days;           /* (element-type int) */

  /* GtkScrollable */
  GtkAdjustment *adjustments[2]; /* owned, nullable; by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqScenarioBoard, acq_scenario_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static guint
count_steps (const AcqScenarioBoard *self)
{
  return self->draft != NULL ? (guint) acq_scenario_draft_get_scenario (self->draft)->n_steps : 0;
}

static GtkWidget *
get_card (const AcqScenarioBoard *self, guint step)
{
  return self->cards->pdata[step];
}

static gboolean
is_mirrored (AcqScenarioBoard *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static GArray *
list_days (const AcqScenarioBoard *self)
{
  return self->draft != NULL ? acq_step_cards_list_days (self->draft)
                             : g_array_new (FALSE, TRUE, sizeof (int));
}

static AcqScenarioLineLayout *
make_layout (const AcqScenarioBoard *self, int width)
{
  g_autoptr (GArray) days = list_days (self);
  const int *now = (const int *) (gpointer) days->data;

  if (self->frozen != NULL)
    return acq_scenario_line_layout_move (self->frozen, now, (const int *) (gpointer) self->frozen_days->data,
                                          days->len);
  return acq_scenario_line_layout_new (now, days->len, width, ACQ_STEP_CARDS_LEAST_WIDTH,
                                       acq_step_cards_measure_width (self->cards));
}

static AcqLineFrame *
make_frame (AcqScenarioBoard *self, int width, AcqScenarioLineLayout **ret_layout)
{
  *ret_layout = NULL;
  if (width < ACQ_SCENARIO_BOARD_LINE_WIDTH && self->frozen == NULL)
    return acq_step_cards_frame_list (GTK_WIDGET (self), self->draft, self->cards, self->gaps, width);
  *ret_layout = make_layout (self, width);
  return acq_step_cards_frame_line (GTK_WIDGET (self), self->draft, self->cards, self->gaps, *ret_layout);
}

static GtkSizeRequestMode
acq_scenario_board_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
acq_scenario_board_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  g_autoptr (AcqScenarioLineLayout) layout = NULL;
  g_autoptr (AcqLineFrame) frame = NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ACQ_STEP_CARDS_LIST_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  frame = make_frame (self, for_size < 0 ? USUAL_WIDTH : for_size, &layout);
  *natural = (int) ceil (frame->height);
  /* Whoever does not say the width must not get a minimum that a list would not need. */
  *minimum = for_size < 0 ? 0 : *natural;
}

static void
configure (AcqScenarioBoard *self, GtkOrientation orientation, double whole, double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (whole, page),
                              page * 0.1, page * 0.9, page);
}

static double
get_scroll (const AcqScenarioBoard *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static const AcqLineSpot *
get_spot (const AcqScenarioBoard *self, guint step)
{
  return &g_array_index (self->frame->spots, AcqLineSpot, step);
}

static void
scroll_to_revealed (AcqScenarioBoard *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (self->reveal < self->frame->spots->len && adjustment != NULL && self->layout != NULL)
    {
      const graphene_rect_t *card = &get_spot (self, self->reveal)->card;

      gtk_adjustment_clamp_page (adjustment, card->origin.x - EDGE, card->origin.x + card->size.width + EDGE);
    }
  self->reveal = ACQ_SCENARIO_DRAFT_NONE;
}

static void
forget_frame (AcqScenarioBoard *self)
{
  g_clear_pointer (&self->frame, acq_line_frame_free);
  g_clear_pointer (&self->layout, acq_scenario_line_layout_free);
}

static void
acq_scenario_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  double scroll;

  forget_frame (self);
  self->frame = make_frame (self, width, &self->layout);
  self->allocating = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->frame->width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, height, height);
  scroll_to_revealed (self);
  self->allocating = FALSE;
  scroll = get_scroll (self);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const graphene_rect_t *card = &get_spot (self, i)->card;

      gtk_widget_size_allocate (get_card (self, i),
                                &(GtkAllocation){ (int) (card->origin.x - scroll), (int) card->origin.y,
                                                  (int) card->size.width, (int) card->size.height },
                                -1);
    }
}

static void
acq_scenario_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint selected
    = self->draft != NULL ? acq_scenario_draft_get_selected (self->draft) : ACQ_SCENARIO_DRAFT_NONE;

  if (self->frame == NULL)
    return;
  if (!self->palette_known)
    acq_line_palette_read (&self->palette, widget);
  self->palette_known = TRUE;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -get_scroll (self), 0));
  acq_line_draw (self->frame, snapshot, widget, &self->palette);
  gtk_snapshot_restore (snapshot);
  for (guint i = 0; i < self->cards->len; i++)
    if (i != selected)
      gtk_widget_snapshot_child (widget, get_card (self, i), snapshot);
  if (selected < self->cards->len)
    gtk_widget_snapshot_child (widget, get_card (self, selected), snapshot);
}

static void
acq_scenario_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (acq_scenario_board_parent_class)->css_changed (widget, change);
  ACQ_SCENARIO_BOARD (widget)->palette_known = FALSE;
  gtk_widget_queue_draw (widget);
}

static void
reveal (AcqScenarioBoard *self, guint step)
{
  if (self->moved)
    return;
  self->reveal = step;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
focus_card (AcqScenarioBoard *self, guint step)
{
  reveal (self, step);
  gtk_widget_grab_focus (get_card (self, step));
}

/* ACQ_SCENARIO_DRAFT_NONE: none of them. */
static guint
find_focused (const AcqScenarioBoard *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (gtk_widget_has_focus (get_card (self, i)))
      return i;
  return ACQ_SCENARIO_DRAFT_NONE;
}

/* In the order of the days: GTK's own would go through the upper cards first. */
static gboolean
acq_scenario_board_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint now = find_focused (self), next;

  if (direction == GTK_DIR_TAB_FORWARD)
    next = now == ACQ_SCENARIO_DRAFT_NONE ? 0 : now + 1;
  else if (direction == GTK_DIR_TAB_BACKWARD)
    next = now == ACQ_SCENARIO_DRAFT_NONE ? self->cards->len - 1 : now - 1;
  else
    return GTK_WIDGET_CLASS (acq_scenario_board_parent_class)->focus (widget, direction);
  if (next >= self->cards->len)
    return FALSE;
  focus_card (self, next);
  return TRUE;
}

static gboolean
acq_scenario_board_grab_focus (GtkWidget *widget)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint selected
    = self->draft != NULL ? acq_scenario_draft_get_selected (self->draft) : ACQ_SCENARIO_DRAFT_NONE;

  if (self->cards->len == 0)
    return FALSE;
  focus_card (self, selected < self->cards->len ? selected : 0);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint step = find_focused (self);
  int way, day;

  if (step == ACQ_SCENARIO_DRAFT_NONE)
    return FALSE;
  g_variant_get (arguments, "(i)", &way);
  acq_scenario_draft_select (self->draft, step);
  (void) acq_scenario_draft_step_place (self->draft, step, &day);
  if (is_mirrored (self))
    way = -way;
  if (acq_scenario_draft_move_step (self->draft, step, day + way) == day)
    gtk_widget_error_bell (widget);
  reveal (self, step);
  return TRUE;
}

static gboolean
choose_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint step = find_focused (self);

  if (step == ACQ_SCENARIO_DRAFT_NONE)
    return FALSE;
  acq_scenario_draft_select (self->draft, step);
  return TRUE;
}

static gboolean
remove_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (widget);
  guint step = find_focused (self);

  if (step == ACQ_SCENARIO_DRAFT_NONE)
    return FALSE;
  acq_scenario_draft_remove_step (self->draft, step);
  gtk_widget_grab_focus (widget);
  return TRUE;
}

/* The uppermost card at a place of the widget: the chosen one is drawn over the others. */
static guint
find_card_at (const AcqScenarioBoard *self, double x, double y)
{
  guint selected = acq_scenario_draft_get_selected (self->draft), found = ACQ_SCENARIO_DRAFT_NONE;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) (x + get_scroll (self)), (float) y);

  for (guint i = 0; self->frame != NULL && i < self->frame->spots->len; i++)
    if (graphene_rect_contains_point (&get_spot (self, i)->card, &point)
        && (found == ACQ_SCENARIO_DRAFT_NONE || found != selected))
      found = i;
  return found;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AcqScenarioBoard *self)
{
  self->moved = FALSE;
  self->dragged = self->draft != NULL ? find_card_at (self, x, y) : ACQ_SCENARIO_DRAFT_NONE;
  if (self->dragged == ACQ_SCENARIO_DRAFT_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
freeze (AcqScenarioBoard *self)
{
  if (self->layout == NULL)
    return;
  self->frozen = g_steal_pointer (&self->layout);
  self->frozen_days = list_days (self);
  forget_frame (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
thaw (AcqScenarioBoard *self)
{
  if (self->frozen == NULL)
    return;
  g_clear_pointer (&self->frozen, acq_scenario_line_layout_free);
  g_clear_pointer (&self->frozen_days, g_array_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
begin_move (AcqScenarioBoard *self, GtkGesture *gesture)
{
  self->moved = TRUE;
  if (self->layout == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  freeze (self);
  acq_scenario_draft_select (self->draft, self->dragged);
  gtk_widget_grab_focus (get_card (self, self->dragged));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AcqScenarioBoard *self)
{
  double from;

  if (self->dragged >= count_steps (self))
    return;
  if (!self->moved && gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    begin_move (self, GTK_GESTURE (gesture));
  if (self->frozen == NULL)
    return;
  from = acq_scenario_line_layout_get_x (self->frozen, g_array_index (self->frozen_days, int, self->dragged));
  acq_scenario_draft_move_step (
    self->draft, self->dragged,
    acq_scenario_line_layout_get_day (self->frozen, from + (is_mirrored (self) ? -x : x)));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, AcqScenarioBoard *self)
{
  guint step = self->dragged;
  gboolean moved = self->moved;

  self->dragged = ACQ_SCENARIO_DRAFT_NONE;
  self->moved = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (step >= count_steps (self))
    return;
  if (moved)
    thaw (self);
  else
    {
      acq_scenario_draft_select (self->draft, step);
      gtk_widget_grab_focus (get_card (self, step));
    }
}

/* Whatever took the pointer away took the click too. */
static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, AcqScenarioBoard *self)
{
  thaw (self);
  self->dragged = ACQ_SCENARIO_DRAFT_NONE;
}

static void
show_chosen (AcqScenarioBoard *self)
{
  guint selected
    = self->draft != NULL ? acq_scenario_draft_get_selected (self->draft) : ACQ_SCENARIO_DRAFT_NONE;

  for (guint i = 0; i < self->cards->len; i++)
    acq_step_card_set_chosen (ACQ_STEP_CARD (get_card (self, i)), i == selected);
  if (selected != ACQ_SCENARIO_DRAFT_NONE)
    reveal (self, selected);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
make_cards (AcqScenarioBoard *self, guint n_cards)
{
  while (self->cards->len > n_cards)
    {
      gtk_widget_unparent (get_card (self, self->cards->len - 1));
      g_ptr_array_set_size (self->cards, (int) self->cards->len - 1);
    }
  while (self->cards->len < n_cards)
    {
      GtkWidget *card = acq_step_card_new ();

      gtk_widget_set_parent (card, GTK_WIDGET (self));
      g_ptr_array_add (self->cards, card);
    }
}

/* Whoever does not see the bracket hears of it with the card. */
static void
show_gaps (AcqScenarioBoard *self)
{
  const AcqScenario *scenario = acq_scenario_draft_get_scenario (self->draft);
  g_autoptr (GArray) flaws = acq_scenario_check (scenario);

  g_array_set_size (self->gaps, 0);
  g_array_set_size (self->gaps, self->cards->len);
  for (guint i = 0; i < self->cards->len; i++)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (get_card (self, i)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  for (guint i = 0; i < flaws->len; i++)
    {
      const AcqScenarioFlaw *flaw = &g_array_index (flaws, AcqScenarioFlaw, i);
      g_autofree char *text = NULL;

      if (flaw->kind != ACQ_SCENARIO_FLAW_GAP || flaw->step < 1)
        continue;
      g_array_index (self->gaps, int, flaw->step) = flaw->days;
      text = acq_scenario_flaw_text (scenario, flaw);
      gtk_accessible_update_property (GTK_ACCESSIBLE (get_card (self, (guint) flaw->step)),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    }
}

/* What is drawn where there is no card. */
static void
say_empty (AcqScenarioBoard *self)
{
  if (self->cards->len > 0)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("No step yet"), -1);
}

static void
show_draft (AcqScenarioBoard *self)
{
  guint n_steps = count_steps (self);

  if (self->frozen != NULL && self->frozen_days->len != n_steps)
    thaw (self);
  make_cards (self, n_steps);
  say_empty (self);
  for (guint i = 0; i < n_steps; i++)
    acq_step_card_show (ACQ_STEP_CARD (get_card (self, i)), self->draft, i);
  if (self->draft != NULL)
    show_gaps (self);
  show_chosen (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scroll_cb (AcqScenarioBoard *self)
{
  if (self->allocating)
    return;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
take_adjustment (AcqScenarioBoard *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **own = &self->adjustments[orientation];

  if (*own != NULL)
    g_signal_handlers_disconnect_by_data (*own, self);
  if (g_set_object (own, adjustment) && adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scroll_cb), self);
}

static void
acq_scenario_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_scenario_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      take_adjustment (self, (GtkOrientation) (id - PROP_HADJUSTMENT), g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[id - PROP_HSCROLL_POLICY] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
forget_draft (AcqScenarioBoard *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
}

static void
acq_scenario_board_dispose (GObject *object)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (object);

  forget_draft (self);
  take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  take_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_ptr_array_set_size (self->cards, 0);
  acq_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (acq_scenario_board_parent_class)->dispose (object);
}

static void
acq_scenario_board_finalize (GObject *object)
{
  AcqScenarioBoard *self = ACQ_SCENARIO_BOARD (object);

  forget_frame (self);
  g_clear_pointer (&self->frozen, acq_scenario_line_layout_free);
  g_clear_pointer (&self->frozen_days, g_array_unref);
  g_ptr_array_unref (self->cards);
  g_array_unref (self->gaps);
  G_OBJECT_CLASS (acq_scenario_board_parent_class)->finalize (object);
}

static void
add_key (GtkWidgetClass *widget_class, const guint keys[2], GtkShortcutFunc func, int way)
{
  for (guint i = 0; i < 2; i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, func, "(i)", way);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  add_key (widget_class, (const guint[]){ GDK_KEY_Left, GDK_KEY_KP_Left }, move_cb, -1);
  add_key (widget_class, (const guint[]){ GDK_KEY_Right, GDK_KEY_KP_Right }, move_cb, 1);
  add_key (widget_class, (const guint[]){ GDK_KEY_Return, GDK_KEY_KP_Enter }, choose_cb, 0);
  add_key (widget_class, (const guint[]){ GDK_KEY_space, GDK_KEY_KP_Space }, choose_cb, 0);
  add_key (widget_class, (const guint[]){ GDK_KEY_Delete, GDK_KEY_KP_Delete }, remove_cb, 0);
}

static void
acq_scenario_board_class_init (AcqScenarioBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_scenario_board_get_property;
  object_class->set_property = acq_scenario_board_set_property;
  object_class->dispose = acq_scenario_board_dispose;
  object_class->finalize = acq_scenario_board_finalize;
  widget_class->get_request_mode = acq_scenario_board_get_request_mode;
  widget_class->measure = acq_scenario_board_measure;
  widget_class->size_allocate = acq_scenario_board_size_allocate;
  widget_class->snapshot = acq_scenario_board_snapshot;
  widget_class->css_changed = acq_scenario_board_css_changed;
  widget_class->focus = acq_scenario_board_focus;
  widget_class->grab_focus = acq_scenario_board_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "scenarioboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_BOX);
  add_keys (widget_class);
}

static void
acq_scenario_board_init (AcqScenarioBoard *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->cards = g_ptr_array_new ();
  self->gaps = g_array_new (FALSE, TRUE, sizeof (int));
  self->reveal = self->dragged = ACQ_SCENARIO_DRAFT_NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
acq_scenario_board_set_draft (AcqScenarioBoard *self, AcqScenarioDraft *draft)
{
  g_return_if_fail (ACQ_IS_SCENARIO_BOARD (self));

  thaw (self);
  forget_draft (self);
  if (draft != NULL)
    {
      self->draft = g_object_ref (draft);
      g_signal_connect_swapped (draft, "changed", G_CALLBACK (show_draft), self);
      g_signal_connect_swapped (draft, "notify::selected", G_CALLBACK (show_chosen), self);
    }
  show_draft (self);
}

AcqScenarioDraft *
acq_scenario_board_get_draft (AcqScenarioBoard *self)
{
  g_return_val_if_fail (ACQ_IS_SCENARIO_BOARD (self), NULL);
  return self->draft;
}
