/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "acq-filter-chips.h"

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static AcqFilterChips *
chips_new (guint *n_changes)
{
  AcqFilterChips *chips = ACQ_FILTER_CHIPS (g_object_ref_sink (acq_filter_chips_new ()));

  acq_filter_chips_add (chips, "all", "All");
  acq_filter_chips_add (chips, "late", "Late");
  acq_filter_chips_add (chips, "rare", "Rare");
  g_signal_connect_swapped (chips, "notify::selected", G_CALLBACK (count_cb), n_changes);
  return chips;
}

/* One is pressed, always; each change is told once. */
static void
test_selected (void)
{
  guint n_changes = 0;
  AcqFilterChips *chips = chips_new (&n_changes);

  g_assert_cmpstr (acq_filter_chips_get_selected (chips), ==, "all");
  acq_filter_chips_set_selected (chips, "late");
  g_assert_cmpstr (acq_filter_chips_get_selected (chips), ==, "late");
  g_assert_cmpuint (n_changes, ==, 1);
  acq_filter_chips_set_selected (chips, "late");
  acq_filter_chips_set_selected (chips, "nonsense");
  g_assert_cmpstr (acq_filter_chips_get_selected (chips), ==, "late");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_finalize_object (chips);
}

static GtkWidget *
find_button (GtkWidget *widget, guint *position)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) && (*position)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, position);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_button (AcqFilterChips *chips, guint position)
{
  return find_button (GTK_WIDGET (chips), &position);
}

static void
test_counts (void)
{
  guint n_changes = 0;
  AcqFilterChips *chips = chips_new (&n_changes);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (chips, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Late");
  acq_filter_chips_set_count (chips, "late", 12345);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (chips, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Late, 12,345");
  g_assert_finalize_object (chips);
}

/* A chip that is put away comes back when something leads to it, and stays as long as it is pressed. */
static void
test_shown (void)
{
  guint n_changes = 0;
  AcqFilterChips *chips = chips_new (&n_changes);
  GtkWidget *rare = get_button (chips, 2);

  acq_filter_chips_set_shown (chips, "rare", FALSE);
  g_assert_false (gtk_widget_get_visible (rare));
  acq_filter_chips_set_selected (chips, "rare");
  g_assert_true (gtk_widget_get_visible (rare));
  acq_filter_chips_set_shown (chips, "rare", FALSE);
  g_assert_true (gtk_widget_get_visible (rare));
  acq_filter_chips_set_selected (chips, "all");
  acq_filter_chips_set_shown (chips, "rare", FALSE);
  g_assert_false (gtk_widget_get_visible (rare));
  g_assert_finalize_object (chips);
}

/* However many chips there are, they force no width. */
static void
test_width (void)
{
  guint n_changes = 0;
  AcqFilterChips *chips = chips_new (&n_changes);
  int minimum;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *code = g_strdup_printf ("code-%u", i);

      acq_filter_chips_add (chips, code, "A chip with a long name");
    }
  gtk_widget_measure (GTK_WIDGET (chips), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_finalize_object (chips);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/filter-chips/selected", test_selected);
  g_test_add_func ("/filter-chips/counts", test_counts);
  g_test_add_func ("/filter-chips/shown", test_shown);
  g_test_add_func ("/filter-chips/width", test_width);
  return g_test_run ();
}
