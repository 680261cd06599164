/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "acq-bar-list.h"
#include "acq-column-chart.h"
#include "acq-dashboard-models.h"
#include "acq-dashboard-page.h"
#include "acq-destination.h"
#include "acq-example-job.h"
#include "acq-figure-card.h"
#include "acq-watched-row.h"
#include "acq-work-row.h"

#define FRIDAY acq_day_new (2026, 11, 20)

/* A window with the page of a company, and where it leads. */
typedef struct
{
  char *folder;
  char *path;
  AcqOpenCompany *company;
  GtkWindow *window;
  GtkWidget *page;
  GPtrArray *opened;
} Fixture;

/* The window's actions, which note what they are asked for. */
#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, GtkWindow)

struct _TestWindow
{
  GtkWindow parent_instance;

  GPtrArray *opened;
};

G_DEFINE_FINAL_TYPE (TestWindow, test_window, GTK_TYPE_WINDOW)

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *page = NULL, *target = NULL;

  g_variant_get (parameter, "(&s&s)", &page, &target);
  g_ptr_array_add (TEST_WINDOW (widget)->opened, g_strdup_printf ("%s %s", page, target));
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_ptr_array_add (TEST_WINDOW (widget)->opened, g_strdup ("import"));
}

static void
test_window_class_init (TestWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.open", "(ss)", open_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.import", NULL, import_action);
}

static void
test_window_init (TestWindow *self)
{
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("what the test waits for does not happen");
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until something is so. */
#define wait_until(condition)                                     \
  G_STMT_START                                                    \
  {                                                               \
    guint timeout = g_timeout_add_seconds (30, give_up_cb, NULL); \
    while (!(condition))                                          \
      g_main_context_iteration (NULL, TRUE);                      \
    g_source_remove (timeout);                                    \
  }                                                               \
  G_STMT_END

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
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
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static GtkWindow *
make_window (Fixture *fixture, int width)
{
  GtkWindow *window = g_object_new (TEST_TYPE_WINDOW, "default-width", width, "default-height", 740, NULL);

  TEST_WINDOW (window)->opened = fixture->opened;
  return window;
}

static void
set_up (Fixture *fixture, gconstpointer example)
{
  g_autoptr (GError) error = NULL;
  AcqClock clock = acq_clock_pinned (FRIDAY);
  AcqCompanyFile *file = NULL;
  gboolean loaded = FALSE;

  fixture->folder = g_dir_make_tmp ("acquit-dashboard-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "company.acquit", NULL);
  file = example != NULL ? acq_example_build (fixture->path, clock, NULL, NULL, &error)
                         : acq_company_file_create (fixture->path, clock, &error);
  g_assert_no_error (error);
  acq_company_file_close (file);
  fixture->company = acq_open_company_new (fixture->path, clock);
  acq_open_company_load_async (fixture->company, NULL, loaded_cb, &loaded);
  wait_until (loaded);
  fixture->opened = g_ptr_array_new_with_free_func (g_free);
  fixture->window = make_window (fixture, 1000);
  fixture->page = g_object_new (ACQ_TYPE_DASHBOARD_PAGE, "company", fixture->company, NULL);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer example)
{
  gpointer page = fixture->page;
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (fixture->window);
  wait_until (page == NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->company), (gpointer *) &fixture->company);
  g_object_unref (fixture->company);
  wait_until (fixture->company == NULL);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_ptr_array_unref (fixture->opened);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Nothing is there yet: one action, and it is the import. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *status = NULL, *button = NULL;

  wait_until ((status = find (fixture->page, ADW_TYPE_STATUS_PAGE)) != NULL);
  button = find (status, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Import…");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->opened->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "import");
  g_assert_null (find (fixture->page, ACQ_TYPE_WORK_ROW));
}

static void
test_work_leads_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = NULL;

  wait_until ((row = find (fixture->page, ACQ_TYPE_WORK_ROW)) != NULL);
  gtk_widget_activate (row);
  wait_until (fixture->opened->len == 1);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpuint (fixture->opened->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, g_ptr_array_index (fixture->opened, 1));
}

static gboolean
has_points (AcqDashboardPage *page, GType type)
{
  GtkWidget *chart = find (GTK_WIDGET (page), type);

  return chart != NULL && acq_chart_get_n_points (ACQ_CHART (chart)) > 0;
}

/* Each figure and each bar leads to the invoices that it is made of. */
static void
test_figures_lead_on (Fixture *fixture, gconstpointer data)
{
  AcqDashboardPage *page = ACQ_DASHBOARD_PAGE (fixture->page);
  AcqChart *chart = NULL;

  wait_until (has_points (page, ACQ_TYPE_BAR_LIST) && has_points (page, ACQ_TYPE_COLUMN_CHART));
  chart = ACQ_CHART (find (fixture->page, ACQ_TYPE_BAR_LIST));
  g_assert_cmpuint (acq_chart_get_n_points (chart), ==, 5);
  acq_chart_set_current (chart, 1);
  g_assert_true (acq_chart_open_current (chart));
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "invoices filter:overdue-1-30");
  g_assert_cmpuint (acq_chart_get_n_points (ACQ_CHART (find (fixture->page, ACQ_TYPE_COLUMN_CHART))), ==, 8);
  g_signal_emit_by_name (find (fixture->page, ACQ_TYPE_FIGURE_CARD), "clicked");
  g_assert_cmpuint (fixture->opened->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 1), ==, "invoices filter:open");
}

static gboolean
is_narrow (GtkWidget *row)
{
  gboolean narrow = FALSE;

  g_object_get (row, "narrow", &narrow, NULL);
  return narrow;
}

static void
move_to_window (Fixture *fixture, int width)
{
  GtkWindow *window = make_window (fixture, width);

  g_object_ref (fixture->page);
  gtk_window_set_child (fixture->window, NULL);
  gtk_window_destroy (fixture->window);
  fixture->window = window;
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
  g_object_unref (fixture->page);
}

/* It folds into one column, and is usable at the width of a telephone. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  AcqDashboardPage *page = ACQ_DASHBOARD_PAGE (fixture->page);
  GtkWidget *row = NULL;
  int minimum = 0;

  wait_until (has_points (page, ACQ_TYPE_BAR_LIST) && (row = find (fixture->page, ACQ_TYPE_WORK_ROW)) != NULL);
  g_assert_false (is_narrow (row));
  move_to_window (fixture, 360);
  wait_until (is_narrow (row));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  move_to_window (fixture, 1000);
  wait_until (!is_narrow (row));
}

static void
test_day_words (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *text;
  } cases[] = { { 0, "0 days" }, { 100, "1 day" }, { 149, "1 day" }, { 4750, "48 days" }, { 123400, "1,234 days" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = acq_dashboard_days_text (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The gravest reasons come first, two at most. */
static void
test_why_watched (void)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();
  AcqWatchedCustomer watched = {
    .customer = customer,
    .reasons = 1u << ACQ_WATCH_REASON_NEAR_LIMIT | 1u << ACQ_WATCH_REASON_DISPUTE
               | 1u << ACQ_WATCH_REASON_LARGE_OVERDUE,
    .overdue = 500000,
    .disputed = 98000,
    .disputed_since = FRIDAY - 73,
    .last_paid = ACQ_DAY_NONE,
    .promised_until = ACQ_DAY_NONE,
    .limit_used = 9820,
  };
  g_autofree char *both = acq_watched_row_phrase (&watched, FRIDAY);
  g_autofree char *never = NULL;

  g_assert_nonnull (strstr (both, "980"));
  g_assert_nonnull (strstr (both, "in dispute for 73 days · 98"));
  g_assert_null (strstr (both, "overdue"));
  watched.reasons = 1u << ACQ_WATCH_REASON_NOTHING_PAID;
  never = acq_watched_row_phrase (&watched, FRIDAY);
  g_assert_cmpstr (never, ==, "Has never paid yet");
}

static AcqWorkText *
phrase (AcqWorkKind kind, guint count, const char *name)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();
  g_autoptr (GPtrArray) customers = g_ptr_array_new ();
  AcqWorkItem item = {
    .kind = kind, .count = count, .n_invoices = 2, .customers = customers, .day = FRIDAY - 1, .until = FRIDAY + 3,
  };

  customer->name = g_strdup (name);
  customer->code = g_strdup ("C7");
  g_ptr_array_add (customers, customer);
  return acq_work_text_new (&item, FRIDAY);
}

static void
test_work_words (void)
{
  g_autoptr (AcqWorkText) promise = phrase (ACQ_WORK_PROMISES, 1, "Boulangerie <Martin> & fils");
  g_autoptr (AcqWorkText) notices = phrase (ACQ_WORK_NOTICES, 1, "Garnier");
  g_autoptr (AcqWorkText) coverage = phrase (ACQ_WORK_STATEMENT, 3, "Garnier");

  g_assert_cmpstr (promise->title, ==, "Promise expected yesterday: Boulangerie <Martin> & fils");
  g_assert_cmpstr (promise->page, ==, "customers");
  g_assert_cmpstr (promise->target, ==, "code:C7");
  g_assert_cmpstr (notices->title, ==, "1 formal notice to print");
  g_assert_cmpstr (notices->detail, ==, "Garnier, 2 invoices");
  g_assert_cmpstr (notices->target, ==, "customer:C7");
  g_assert_cmpstr (coverage->title, ==, "3 reminders wait for a bank statement");
  g_assert_null (coverage->page);
  /* Each kind has words of its own. */
  for (guint kind = 0; kind < ACQ_N_WORK_KINDS; kind++)
    {
      g_autofree char *long_name = g_strnfill (300, 'W');
      g_autoptr (AcqWorkText) text = phrase ((AcqWorkKind) kind, 2, long_name);
      GtkWidget *row = g_object_ref_sink (acq_work_row_new (text, kind == 0));

      g_assert_cmpuint (strlen (text->title), >, 0);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, text->title);
      g_assert_finalize_object (row);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/dashboard/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/dashboard/work-leads-on", Fixture, "example", set_up, test_work_leads_on, tear_down);
  g_test_add ("/dashboard/figures-lead-on", Fixture, "example", set_up, test_figures_lead_on, tear_down);
  g_test_add ("/dashboard/narrow", Fixture, "example", set_up, test_narrow, tear_down);
  g_test_add_func ("/dashboard/day-words", test_day_words);
  g_test_add_func ("/dashboard/why-watched", test_why_watched);
  g_test_add_func ("/dashboard/work-words", test_work_words);
  return g_test_run ();
}
