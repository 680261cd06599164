/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-bar-list.h"
#include "acq-chart-card.h"
#include "acq-column-chart.h"
#include "acq-limit-bar.h"
#include "acq-sparkline.h"

/* A window with one chart, and what it has opened. */
typedef struct
{
  GtkWindow *window;
  GListStore *store;
  GPtrArray *opened;
} Fixture;

static void
add (GListStore *store, const AcqChartDatum *datum)
{
  g_autoptr (AcqChartPoint) point = acq_chart_point_new (datum);

  g_list_store_append (store, point);
}

static const AcqChartDatum weeks[] = {
  { .label = "23 Nov", .name = "Week of 23 November", .value = 980000, .ranged = TRUE, .low = 760000, .high = 1190000,
    .value_text = "9,800 €", .range_text = "7,600 to 11,900 €", .target = "week:1" },
  { .label = "30 Nov", .value = 1240000, .value_text = "12,400 €" },
  { .label = "7 Dec", .value = 870000, .value_text = "8,700 €", .target = "week:3" },
};

static const AcqChartDatum odd_weeks[] = {
  { .label = "Huge", .value = G_MAXINT64, .ranged = TRUE, .low = G_MININT64 + 1, .high = G_MAXINT64 },
  { .label = "Low", .value = -G_MAXINT64 },
};

static void
add_weeks (GListStore *store)
{
  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    add (store, &weeks[i]);
}

static void
open_cb (GObject *object, const char *target, Fixture *fixture)
{
  g_ptr_array_add (fixture->opened, g_strdup (target));
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 500, 400);
  fixture->store = g_list_store_new (ACQ_TYPE_CHART_POINT);
  fixture->opened = g_ptr_array_new_with_free_func (g_free);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  g_ptr_array_unref (fixture->opened);
}

static void
show (Fixture *fixture, GtkWidget *widget)
{
  gtk_window_set_child (fixture->window, widget);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (widget);
}

static AcqChart *
show_chart (Fixture *fixture, AcqChart *chart)
{
  acq_chart_set_title (chart, "Expected receipts");
  acq_chart_set_model (chart, G_LIST_MODEL (fixture->store));
  g_signal_connect (chart, "open", G_CALLBACK (open_cb), fixture);
  show (fixture, GTK_WIDGET (chart));
  return chart;
}

static gboolean
press (gpointer widget, guint key)
{
  GListModel *controllers = gtk_widget_observe_controllers (widget);
  guint n_controllers = g_list_model_get_n_items (controllers);
  gboolean done = FALSE;

  for (guint i = 0; i < n_controllers && !done; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !done
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (controllers);
  return done;
}

static void
test_says_what_it_shows (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW));

  add_weeks (fixture->store);
  show_chart (fixture, chart);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Expected receipts");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Week of 23 November: 9,800 €, 7,600 to 11,900 €\n"
                                       "30 Nov: 12,400 €\n7 Dec: 8,700 €");
  g_list_store_remove_all (fixture->store);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing to show");
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (chart)));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW));

  add_weeks (fixture->store);
  show_chart (fixture, chart);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (chart)));
  g_assert_true (press (chart, GDK_KEY_Home));
  g_assert_cmpuint (acq_chart_get_current (chart), ==, 0);
  g_assert_true (press (chart, GDK_KEY_Return));
  g_assert_true (press (chart, GDK_KEY_Right));
  g_assert_cmpuint (acq_chart_get_current (chart), ==, 1);
  g_assert_false (press (chart, GDK_KEY_Return)); /* it opens nothing */
  g_assert_true (press (chart, GDK_KEY_Right));
  g_assert_true (press (chart, GDK_KEY_Right)); /* there is no fourth */
  g_assert_cmpuint (acq_chart_get_current (chart), ==, 2);
  g_assert_true (press (chart, GDK_KEY_space));
  g_assert_true (press (chart, GDK_KEY_Left));
  g_assert_cmpuint (acq_chart_get_current (chart), ==, 1);
  g_assert_true (press (chart, GDK_KEY_Escape));
  g_assert_cmpuint (acq_chart_get_current (chart), ==, ACQ_CHART_NO_DATUM);
  g_assert_cmpuint (fixture->opened->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "week:1");
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 1), ==, "week:3");
}

/* What the chart draws of texts depends on fonts; that something is drawn over it does not. */
static gsize
count_nodes (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;
  GBytes *bytes = NULL;
  gsize size = 0;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  size = g_bytes_get_size (bytes);
  g_bytes_unref (bytes);
  gsk_render_node_unref (node);
  return size;
}

static void
test_value_is_shown (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW));
  gsize before = 0, one_line_more = 0;

  add (fixture->store, &(AcqChartDatum){ .label = "A & <b>", .value = 100, .value_text = "1 €", .note = "1 invoice" });
  add (fixture->store, &(AcqChartDatum){ .label = "A & <b>", .value = 100, .value_text = "1 €" });
  show_chart (fixture, chart);
  acq_chart_set_current (chart, ACQ_CHART_NO_DATUM);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (chart));
  before = count_nodes (GTK_WIDGET (chart));
  acq_chart_set_current (chart, 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (chart));
  one_line_more = count_nodes (GTK_WIDGET (chart));
  acq_chart_set_current (chart, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (chart));
  g_assert_cmpuint (one_line_more, >, count_nodes (GTK_WIDGET (chart)));
  g_assert_cmpuint (count_nodes (GTK_WIDGET (chart)), >, before);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (chart)));
  g_assert_true (press (chart, GDK_KEY_Home));
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Expected receipts. A & <b>: 1 €");
}

/* One of each kind, drawn at a size that is no wider than the narrowest window. */
static void
draw_all (Fixture *fixture)
{
  AcqLimitBar *limit = acq_limit_bar_new (TRUE);
  AcqChart *const charts[] = {
    ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW)),
    ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_NOTABLE)),
    ACQ_CHART (acq_bar_list_new ()),
    ACQ_CHART (acq_sparkline_new (FALSE)),
    ACQ_CHART (acq_sparkline_new (TRUE)),
    ACQ_CHART (limit),
  };

  acq_limit_bar_set_limit (limit, 1000);
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      GtkWidget *window = gtk_scrolled_window_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      int minimum = 0;

      gtk_box_append (GTK_BOX (box), GTK_WIDGET (charts[i]));
      gtk_widget_set_halign (GTK_WIDGET (charts[i]), GTK_ALIGN_START);
      acq_chart_set_model (charts[i], G_LIST_MODEL (fixture->store));
      gtk_widget_measure (GTK_WIDGET (charts[i]), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 324);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
      show (fixture, window);
      for (guint j = 0; j < acq_chart_get_n_points (charts[i]); j++)
        acq_chart_set_current (charts[i], j);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (charts[i]));
    }
}

static void
test_odd_values (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (300, 'W');

  draw_all (fixture);
  add (fixture->store, &(AcqChartDatum){ .label = "Unknown", .value = ACQ_CHART_UNKNOWN });
  draw_all (fixture);
  add (fixture->store, &(AcqChartDatum){ .label = "Zero" });
  draw_all (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (odd_weeks); i++)
    add (fixture->store, &odd_weeks[i]);
  add (fixture->store, &(AcqChartDatum){ .label = long_text, .value = 500, .value_text = "5 €" });
  draw_all (fixture);
  for (int i = 0; i < 500; i++)
    add (fixture->store, &(AcqChartDatum){ .label = "Many", .value = i, .counted = TRUE, .cases = (guint) i });
  draw_all (fixture);
}

static GdkRGBA
get_color (AcqChart *chart, guint index)
{
  return *acq_chart_get_color (chart, acq_chart_get_point (chart, index));
}

static void
test_few_cases_are_pale (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_bar_list_new ());
  GtkCssProvider *provider = gtk_css_provider_new ();
  GdkRGBA weak, strong, unknown;

  gtk_css_provider_load_from_resource (provider, "/fr/acquit/Acquit/ui/charts/charts.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  add (fixture->store, &(AcqChartDatum){ .label = "9", .value = 67, .counted = TRUE, .cases = 9 });
  add (fixture->store, &(AcqChartDatum){ .label = "10", .value = 67, .counted = TRUE, .cases = 10 });
  add (fixture->store, &(AcqChartDatum){ .label = "?", .value = 67 });
  show_chart (fixture, chart);
  weak = get_color (chart, 0);
  strong = get_color (chart, 1);
  unknown = get_color (chart, 2);
  g_assert_false (gdk_rgba_equal (&weak, &strong));
  g_assert_true (gdk_rgba_equal (&strong, &unknown));
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
  g_object_unref (provider);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_card_and_table (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW));
  GtkWidget *card = acq_chart_card_new ("Expected receipts", chart);
  GtkWidget *view = NULL;

  add_weeks (fixture->store);
  acq_chart_set_model (chart, G_LIST_MODEL (fixture->store));
  acq_chart_card_set_table_titles (
    ACQ_CHART_CARD (card), &(AcqChartTableTitles){ .name = "Week", .value = "Likely", .range = "8 times out of 10" });
  g_signal_connect (card, "open", G_CALLBACK (open_cb), fixture);
  show (fixture, card);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Expected receipts");
  g_assert_null (find (card, GTK_TYPE_COLUMN_VIEW));

  acq_chart_card_show_table (ACQ_CHART_CARD (card), TRUE);
  view = find (card, GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (view);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view))), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))),
                    ==, 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Expected receipts");
  gtk_test_widget_wait_for_draw (view);
  g_signal_emit_by_name (view, "activate", 2);
  g_signal_emit_by_name (view, "activate", 1);
  acq_chart_card_show_table (ACQ_CHART_CARD (card), FALSE);
  acq_chart_set_current (chart, 0);
  g_assert_true (acq_chart_open_current (chart));
  g_assert_cmpuint (fixture->opened->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "week:3");
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 1), ==, "week:1");
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("a widget outlives its window");
  return G_SOURCE_REMOVE;
}

/* GTK lets go of what it has drawn with its next frames. */
static void
assert_gone (gpointer *pointer)
{
  guint timeout = g_timeout_add_seconds (10, give_up_cb, NULL);

  while (*pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Two pages may show one model; what one of them does leaves the other alone, and nothing outlives its window. */
static void
test_nothing_outlives (Fixture *fixture, gconstpointer data)
{
  AcqChart *chart = ACQ_CHART (acq_sparkline_new (FALSE));
  GtkWidget *card = acq_chart_card_new ("Trend", ACQ_CHART (acq_bar_list_new ()));

  add_weeks (fixture->store);
  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &chart);
  g_object_add_weak_pointer (G_OBJECT (card), (gpointer *) &card);
  acq_chart_set_model (chart, G_LIST_MODEL (fixture->store));
  acq_chart_set_model (acq_chart_card_get_chart (ACQ_CHART_CARD (card)), G_LIST_MODEL (fixture->store));
  g_object_ref_sink (card);
  show (fixture, GTK_WIDGET (chart));
  acq_chart_set_current (chart, 1);
  show (fixture, card);
  g_object_unref (card);
  acq_chart_card_show_table (ACQ_CHART_CARD (card), TRUE);
  gtk_window_set_child (fixture->window, NULL);
  assert_gone ((gpointer *) &chart);
  assert_gone ((gpointer *) &card);
  g_list_store_remove_all (fixture->store);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/chart/says-what-it-shows", test_says_what_it_shows);
  TEST ("/chart/keys", test_keys);
  TEST ("/chart/value-is-shown", test_value_is_shown);
  TEST ("/chart/odd-values", test_odd_values);
  TEST ("/chart/few-cases-are-pale", test_few_cases_are_pale);
  TEST ("/chart/card-and-table", test_card_and_table);
  TEST ("/chart/nothing-outlives", test_nothing_outlives);
  return g_test_run ();
}
