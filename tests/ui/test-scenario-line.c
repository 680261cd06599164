/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-scenario-line.h"
#include "acq-step-card.h"
#include "widget-search.h"

/* A window with the line of a draft. */
typedef struct
{
  GtkWindow *window;
  AcqScenarioLine *line;
  AcqScenarioDraft *draft;
} Fixture;

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The window's frame may take some of the width. */
static void
wait_for_size (GtkWidget *widget)
{
  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  spin ();
}

static void
fixture_open (Fixture *self, const AcqScenario *scenario, int width)
{
  g_autoptr (AcqScenarioEntry) entry = acq_scenario_entry_new (acq_scenario_copy (scenario));

  self->draft = acq_scenario_draft_new (entry, FALSE);
  self->line = ACQ_SCENARIO_LINE (acq_scenario_line_new ());
  self->window = GTK_WINDOW (gtk_window_new ());
  acq_scenario_line_set_draft (self->line, self->draft);
  gtk_widget_set_valign (GTK_WIDGET (self->line), GTK_ALIGN_START);
  gtk_window_set_default_size (self->window, width, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->line));
  gtk_window_present (self->window);
  wait_for_size (GTK_WIDGET (self->line));
}

static void
fixture_close (Fixture *self)
{
  gtk_window_destroy (self->window);
  spin ();
  g_assert_finalize_object (self->draft);
}

static GtkWidget *
board_of (Fixture *self)
{
  return gtk_widget_get_parent (widget_find_type (GTK_WIDGET (self->line), ACQ_TYPE_STEP_CARD));
}

/* The cards in the order of the steps. */
static GtkWidget *
card_of (Fixture *self, guint step)
{
  GtkWidget *card = widget_find_type (GTK_WIDGET (self->line), ACQ_TYPE_STEP_CARD);

  while (step-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static guint
count_cards (Fixture *self)
{
  guint n = 0;

  for (GtkWidget *card = widget_find_type (GTK_WIDGET (self->line), ACQ_TYPE_STEP_CARD); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n++;
  return n;
}

static int
day_of (Fixture *self, guint step)
{
  int day;

  g_assert_true (acq_scenario_draft_step_place (self->draft, step, &day));
  return day;
}

static graphene_rect_t
area_of (Fixture *self, guint step)
{
  graphene_rect_t area;

  g_assert_true (gtk_widget_compute_bounds (card_of (self, step), board_of (self), &area));
  return area;
}

static AcqStep
make_step (int level, int day, AcqTone tone, AcqChannel channel)
{
  return (AcqStep){ .code = "step", .level = level, .offset = day, .tone = tone, .channel = channel };
}

static void
test_usual (void)
{
  Fixture self;
  GtkWidget *card;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700); /* 8, 22, 37, notice at 45 */
  g_assert_cmpuint (count_cards (&self), ==, 4);
  card = card_of (&self, 1);
  g_assert_nonnull (widget_find (card, widget_says, "D+22"));
  g_assert_nonnull (widget_find (card, widget_says, "Firm reminder"));
  g_assert_nonnull (widget_find (card, widget_says, "E-mail"));
  g_assert_nonnull (widget_find (card, widget_says, "to confirm"));
  g_assert_nonnull (widget_find (card_of (&self, 3), widget_says, "to print"));
  g_assert_true (gtk_widget_has_css_class (card_of (&self, 0), "chosen"));
  acq_scenario_draft_select (self.draft, 1);
  g_assert_true (gtk_widget_has_css_class (card, "chosen"));
  g_assert_false (gtk_widget_has_css_class (card_of (&self, 0), "chosen"));
  g_assert_cmpfloat (area_of (&self, 0).origin.y, <, area_of (&self, 1).origin.y);
  g_assert_cmpfloat (area_of (&self, 0).origin.y, ==, area_of (&self, 2).origin.y);
  fixture_close (&self);
}

static void
test_accessible (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("progressive"), 700); /* -5, 1, call at 7, 14, 30 */
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (board_of (&self)), GTK_ACCESSIBLE_ROLE_LIST_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (board_of (&self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Steps");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card_of (&self, 0)), GTK_ACCESSIBLE_ROLE_OPTION);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (card_of (&self, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Notice before the due day, 5 days before the due day, by e-mail, to confirm");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card_of (&self, 2)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Call, 7 days after the due day, by telephone, to make");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (card_of (&self, 0)), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (card_of (&self, 2)), GTK_ACCESSIBLE_STATE_SELECTED,
                                    FALSE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (card_of (&self, 2)), ==,
                   "Call, 7 days after the due day, by telephone, to make");
  fixture_close (&self);
}

/* Whoever does not see the bracket between two steps hears of it. */
static void
test_gap (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_standard (), 700); /* 3, 10, 30, seven days between two */
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (card_of (&self, 1)),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  acq_scenario_draft_move_step (self.draft, 1, 9);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (card_of (&self, 1)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "“Firm reminder” comes 6 days after the step before. Your rule: at least 7.");
  fixture_close (&self);
}

/* A place that depends on the invoice says so, and the amount from which on a step is taken stands on its card. */
static void
test_conditions (void)
{
  AcqStep steps[] = { make_step (0, 12, ACQ_TONE_INFORMATIVE, ACQ_CHANNEL_MAIL),
                      make_step (1, 20, ACQ_TONE_COURTEOUS, ACQ_CHANNEL_MAIL) };
  g_autoptr (AcqScenario) scenario = NULL;
  Fixture self;

  steps[0].anchor = ACQ_ANCHOR_ISSUED;
  steps[1].condition.minimum_amount = 300000;
  steps[1].mode = ACQ_MODE_AUTOMATIC;
  scenario = acq_scenario_new ("own", "Own", 7, ACQ_SEQUEL_ASK, steps, G_N_ELEMENTS (steps));
  fixture_open (&self, scenario, 700);
  g_assert_nonnull (widget_find (card_of (&self, 0), widget_says, "≈ D−18"));
  g_assert_nonnull (widget_find (card_of (&self, 0), widget_says, "to confirm"));
  g_assert_nonnull (widget_find (card_of (&self, 1), widget_holds_text, "E-mail, from "));
  g_assert_nonnull (widget_find (card_of (&self, 1), widget_holds_text, "3,000"));
  g_assert_nonnull (widget_find (card_of (&self, 1), widget_says, "automatic"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (card_of (&self, 0)), ==,
                   "Notice before the due day, about 18 days before the due day, by e-mail, to confirm\n"
                   "12 days after the invoice");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (card_of (&self, 1)), "by e-mail from 3,000"));
  fixture_close (&self);
}

static void
test_empty (void)
{
  g_autoptr (AcqScenario) scenario = acq_scenario_new ("own", "Own", 7, ACQ_SEQUEL_ASK, NULL, 0);
  Fixture self;

  fixture_open (&self, scenario, 700);
  g_assert_null (widget_find_type (GTK_WIDGET (self.line), ACQ_TYPE_STEP_CARD));
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (self.line)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self.line)), >, 100);
  acq_scenario_draft_add_step (self.draft);
  g_assert_cmpuint (count_cards (&self), ==, 1);
  acq_scenario_draft_undo (self.draft);
  g_assert_null (widget_find_type (GTK_WIDGET (self.line), ACQ_TYPE_STEP_CARD));
  acq_scenario_line_set_draft (self.line, NULL);
  g_assert_null (acq_scenario_line_get_draft (self.line));
  fixture_close (&self);
}

static void
assert_apart (Fixture *self, guint n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    for (guint j = 0; j < i; j++)
      {
        graphene_rect_t one = area_of (self, i), other = area_of (self, j);

        g_assert_false (graphene_rect_intersection (&one, &other, NULL));
      }
}

static AcqScenario *
make_forty (void)
{
  AcqStep steps[ACQ_SCENARIO_MAX_STEPS];

  for (int i = 0; i < ACQ_SCENARIO_MAX_STEPS; i++)
    steps[i] = make_step (i + 1, 3 + 8 * i, ACQ_TONE_FIRM, i % 2 == 0 ? ACQ_CHANNEL_MAIL : ACQ_CHANNEL_CALL);
  return acq_scenario_new ("own", "Own", 7, ACQ_SEQUEL_ASK, steps, G_N_ELEMENTS (steps));
}

/* All cards apart, in a line that scrolls to whichever is chosen. */
static void
test_forty (void)
{
  g_autoptr (AcqScenario) scenario = make_forty ();
  GtkAdjustment *adjustment = NULL;
  Fixture self;

  fixture_open (&self, scenario, 700);
  g_assert_cmpuint (count_cards (&self), ==, ACQ_SCENARIO_MAX_STEPS);
  assert_apart (&self, ACQ_SCENARIO_MAX_STEPS);
  g_object_get (board_of (&self), "hadjustment", &adjustment, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  acq_scenario_draft_select (self.draft, ACQ_SCENARIO_MAX_STEPS - 1);
  while (gtk_adjustment_get_value (adjustment) <= 0)
    g_main_context_iteration (NULL, TRUE);
  spin ();
  g_assert_cmpfloat (area_of (&self, ACQ_SCENARIO_MAX_STEPS - 1).origin.x, >=, 0);
  g_assert_cmpfloat (area_of (&self, ACQ_SCENARIO_MAX_STEPS - 1).origin.x, <, 700);
  g_object_unref (adjustment);
  fixture_close (&self);
}

/* In a narrow window the same cards stand one under the other. */
static void
test_narrow (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("progressive"), 360);
  for (guint i = 1; i < 5; i++)
    {
      g_assert_cmpfloat (area_of (&self, i).origin.x, ==, area_of (&self, 0).origin.x);
      g_assert_cmpfloat (area_of (&self, i).origin.y, >,
                         area_of (&self, i - 1).origin.y + area_of (&self, i - 1).size.height);
    }
  g_assert_cmpfloat (area_of (&self, 0).origin.x + area_of (&self, 0).size.width, <=, 360);
  assert_apart (&self, 5);
  fixture_close (&self);
}

/* What GTK does with a key that reaches the focused card. */
static gboolean
press (Fixture *self, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (board_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_strcmp0 (trigger, gdk_keyval_name (key)) == 0)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, board_of (self),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static void
test_keys (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700); /* 8, 22, 37, notice at 45 */
  gtk_widget_grab_focus (card_of (&self, 1));
  g_assert_true (press (&self, GDK_KEY_Right));
  g_assert_cmpint (day_of (&self, 1), ==, 23);
  g_assert_cmpuint (acq_scenario_draft_get_selected (self.draft), ==, 1);
  g_assert_true (press (&self, GDK_KEY_Left));
  g_assert_true (press (&self, GDK_KEY_Left));
  g_assert_cmpint (day_of (&self, 1), ==, 21);
  g_assert_true (gtk_widget_has_focus (card_of (&self, 1)));
  gtk_widget_grab_focus (card_of (&self, 3));
  g_assert_true (press (&self, GDK_KEY_Return));
  g_assert_cmpuint (acq_scenario_draft_get_selected (self.draft), ==, 3);
  gtk_widget_grab_focus (card_of (&self, 0));
  g_assert_true (press (&self, GDK_KEY_space));
  g_assert_cmpuint (acq_scenario_draft_get_selected (self.draft), ==, 0);
  g_assert_true (press (&self, GDK_KEY_Delete));
  g_assert_cmpuint (count_cards (&self), ==, 3);
  g_assert_cmpint (day_of (&self, 0), ==, 21);
  g_assert_true (gtk_widget_has_focus (card_of (&self, 0)));
  acq_scenario_draft_undo (self.draft);
  g_assert_cmpuint (count_cards (&self), ==, 4);
  fixture_close (&self);
}

/* Where the language runs from right to left, so does time, and the arrows go where they point. */
static void
test_right_to_left (void)
{
  Fixture self;
  float x;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  fixture_open (&self, acq_scenario_find_preset ("formal"), 700);
  g_assert_cmpfloat (area_of (&self, 0).origin.x, >, area_of (&self, 2).origin.x);
  gtk_widget_grab_focus (card_of (&self, 1));
  x = area_of (&self, 1).origin.x;
  g_assert_true (press (&self, GDK_KEY_Left));
  g_assert_cmpint (day_of (&self, 1), ==, 23);
  while (area_of (&self, 1).origin.x >= x)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (press (&self, GDK_KEY_Right));
  g_assert_cmpint (day_of (&self, 1), ==, 22);
  fixture_close (&self);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* In the order of the days, whichever side they stand on. */
static void
test_tab (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700);
  g_assert_true (gtk_widget_grab_focus (card_of (&self, 0)));
  for (guint i = 1; i < 4; i++)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self.line), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_has_focus (card_of (&self, i)));
    }
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self.line), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self.line), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_has_focus (card_of (&self, 2)));
  acq_scenario_draft_select (self.draft, 3);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self.line)));
  g_assert_true (gtk_widget_has_focus (card_of (&self, 3)));
  fixture_close (&self);
}

static GtkGesture *
find_drag (Fixture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (board_of (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
begin_drag (Fixture *self, guint step)
{
  graphene_rect_t area = area_of (self, step);

  g_signal_emit_by_name (find_drag (self), "drag-begin", (double) area.origin.x + 20,
                         (double) area.origin.y + 20);
}

static void
drag (Fixture *self, const char *signal, double x)
{
  g_signal_emit_by_name (find_drag (self), signal, x, 0.0);
}

/* As long as a card is dragged no other one moves; a drag there and back leaves all as it was. */
static void
test_drag (void)
{
  Fixture self;
  graphene_rect_t before, other;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700); /* 8, 22, 37, notice at 45 */
  before = area_of (&self, 1);
  other = area_of (&self, 3);
  begin_drag (&self, 1);
  drag (&self, "drag-update", 2);
  g_assert_cmpint (day_of (&self, 1), ==, 22);
  drag (&self, "drag-update", 60);
  g_assert_cmpint (day_of (&self, 1), >, 24);
  g_assert_cmpuint (acq_scenario_draft_get_selected (self.draft), ==, 1);
  while (area_of (&self, 1).origin.x <= before.origin.x)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (area_of (&self, 3).origin.x, ==, other.origin.x);
  drag (&self, "drag-update", 5000);
  g_assert_cmpint (day_of (&self, 1), ==, 36);
  drag (&self, "drag-update", -5000);
  g_assert_cmpint (day_of (&self, 1), ==, 9);
  drag (&self, "drag-update", 0);
  g_assert_cmpint (day_of (&self, 1), ==, 22);
  drag (&self, "drag-update", 30);
  drag (&self, "drag-end", 30);
  g_assert_cmpint (day_of (&self, 1), >, 22);
  acq_scenario_draft_undo (self.draft);
  g_assert_cmpint (day_of (&self, 1), ==, 22);
  fixture_close (&self);
}

/* Pressed and let go is a click. */
static void
test_click (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700);
  begin_drag (&self, 2);
  drag (&self, "drag-end", 1);
  g_assert_cmpuint (acq_scenario_draft_get_selected (self.draft), ==, 2);
  g_assert_true (gtk_widget_has_focus (card_of (&self, 2)));
  g_assert_false (acq_scenario_draft_get_modified (self.draft));
  fixture_close (&self);
}

/* The steps go while one of them is dragged. */
static void
test_drag_and_remove (void)
{
  Fixture self;

  fixture_open (&self, acq_scenario_find_preset ("formal"), 700);
  begin_drag (&self, 3);
  drag (&self, "drag-update", 60);
  g_assert_cmpint (day_of (&self, 3), >, 45);
  acq_scenario_draft_remove_step (self.draft, 3);
  drag (&self, "drag-update", 80);
  drag (&self, "drag-end", 80);
  g_assert_cmpuint (count_cards (&self), ==, 3);
  spin ();
  assert_apart (&self, 3);
  fixture_close (&self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/scenario-line/usual", test_usual);
  g_test_add_func ("/scenario-line/accessible", test_accessible);
  g_test_add_func ("/scenario-line/gap", test_gap);
  g_test_add_func ("/scenario-line/conditions", test_conditions);
  g_test_add_func ("/scenario-line/empty", test_empty);
  g_test_add_func ("/scenario-line/forty", test_forty);
  g_test_add_func ("/scenario-line/narrow", test_narrow);
  g_test_add_func ("/scenario-line/keys", test_keys);
  g_test_add_func ("/scenario-line/right-to-left", test_right_to_left);
  g_test_add_func ("/scenario-line/tab", test_tab);
  g_test_add_func ("/scenario-line/drag", test_drag);
  g_test_add_func ("/scenario-line/click", test_click);
  g_test_add_func ("/scenario-line/drag-and-remove", test_drag_and_remove);
  return g_test_run ();
}
