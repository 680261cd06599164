/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dashboard-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-bar-list.h"
#include "acq-chart-card.h"
#include "acq-column-chart.h"
#include "acq-dashboard-layout.h"
#include "acq-dashboard-models.h"
#include "acq-day-text.h"
#include "acq-destination.h"
#include "acq-error-text.h"
#include "acq-figure-card.h"
#include "acq-figure-text.h"
#include "acq-watched-row.h"
#include "acq-work-list.h"

struct _AcqDashboardPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *columns;
  AcqDashboardLayout *layout;
  GtkWidget *import_button;
  AcqWorkList *work_list;
  AcqFigureCard *outstanding_card;
  AcqFigureCard *overdue_card;
  AcqFigureCard *delay_card;
  AcqFigureCard *expected_card;
  AcqChartCard *receipts_card;
  AcqChartCard *ageing_card;
  GtkListBox *watched_list;

  /* Owned references */
  AcqOpenCompany *company;
  GCancellable *work_cancellable; /* of the view that is on show */
  AcqBooks *books;                /* that the figures are of, or will be; nullable */
};

static void
acq_dashboard_page_destination_init (AcqDestinationInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqDashboardPage, acq_dashboard_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION, acq_dashboard_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
open_cb (AcqDashboardPage *self, const char *target)
{
  g_assert (ACQ_IS_DASHBOARD_PAGE (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "invoices", target);
}

static void
narrow_cb (AcqDashboardPage *self)
{
  gboolean narrow = acq_dashboard_layout_get_narrow (self->layout);

  g_assert (ACQ_IS_DASHBOARD_PAGE (self));
  g_object_set (self->work_list, "narrow", narrow, NULL);
  gtk_widget_set_visible (self->import_button, !narrow);
}

static void
show_receipts (AcqDashboardPage *self, const AcqDashboardFigures *figures)
{
  AcqColumnChart *chart = ACQ_COLUMN_CHART (acq_chart_card_get_chart (self->receipts_card));
  g_autoptr (GListModel) weeks = acq_dashboard_weeks (figures, ACQ_DASHBOARD_WEEKS);
  g_autofree char *caption = NULL;

  acq_chart_set_model (ACQ_CHART (chart), weeks);
  caption = acq_figure_text_of_weeks (figures, acq_column_chart_get_unit (chart).size);
  g_object_set (self->receipts_card, "caption", caption, NULL);
}

static void
show_ageing (AcqDashboardPage *self, const AcqDashboardFigures *figures)
{
  g_autoptr (GListModel) ageing = acq_dashboard_ageing (figures);
  g_autofree char *method = acq_figure_text_of_ageing (figures);

  acq_chart_set_model (acq_chart_card_get_chart (self->ageing_card), ageing);
  g_object_set (self->ageing_card, "method", method, NULL);
}

static void
show_watched (AcqDashboardPage *self, const AcqDashboardFigures *figures)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->watched_list))) != NULL)
    gtk_list_box_remove (self->watched_list, row);
  for (guint i = 0; i < figures->watched->len; i++)
    gtk_list_box_append (self->watched_list,
                         acq_watched_row_new (&g_array_index (figures->watched, AcqWatchedCustomer, i),
                                              figures->today));
  if (figures->watched->len == 0)
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nobody: all is in order"));
      gtk_list_box_append (self->watched_list, row);
    }
}

static void
show_figures (AcqDashboardPage *self, const AcqDashboardFigures *figures)
{
  acq_figure_text_show_outstanding (self->outstanding_card, figures);
  acq_figure_text_show_overdue (self->overdue_card, figures);
  acq_figure_text_show_delay (self->delay_card, figures);
  acq_figure_text_show_expected (self->expected_card, figures);
  show_receipts (self, figures);
  show_ageing (self, figures);
  show_watched (self, figures);
}

static void
measure_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  AcqBooks *books = data;

  g_task_return_pointer (task, acq_dashboard_figures_new (books->ledger, books->standings, books->today),
                         (GDestroyNotify) acq_dashboard_figures_free);
}

static void
measured_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  AcqDashboardPage *self = ACQ_DASHBOARD_PAGE (object);
  g_autoptr (AcqDashboardFigures) figures = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Those of an older view are late, and nobody wants them any more. */
  if (self->stack != NULL && self->books == g_task_get_task_data (G_TASK (result)))
    show_figures (self, figures);
}

static void
measure (AcqDashboardPage *self, AcqBooks *books)
{
  g_autoptr (GTask) task = NULL;

  if (self->books == books)
    return;
  g_clear_pointer (&self->books, acq_books_unref);
  self->books = acq_books_ref (books);
  task = g_task_new (self, NULL, measured_cb, NULL);
  g_task_set_task_data (task, acq_books_ref (books), (GDestroyNotify) acq_books_unref);
  g_task_run_in_thread (task, measure_thread);
}

static gpointer
work_job (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_todays_work_new (data, file, error);
}

static void
work_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqDashboardPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqTodaysWork) work = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_autofree char *message = NULL;

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (work != NULL)
    acq_work_list_set_work (self->work_list, work);
  else
    {
      message = acq_error_text (error);
      acq_work_list_set_message (self->work_list, message);
    }
}

static void
find_work (AcqDashboardPage *self, const AcqCompanyView *view)
{
  g_cancellable_cancel (self->work_cancellable);
  g_clear_object (&self->work_cancellable);
  if (view->plan == NULL)
    return;
  self->work_cancellable = g_cancellable_new ();
  acq_open_company_ask_async (self->company, work_job, acq_company_view_ref ((AcqCompanyView *) view),
                              (GDestroyNotify) acq_company_view_unref, (GDestroyNotify) acq_todays_work_free,
                              self->work_cancellable, work_cb, g_object_ref (self));
}

static gboolean
is_empty (const AcqLedger *ledger)
{
  return ledger->invoices->len == 0 && ledger->customers->len == 0 && ledger->transactions->len == 0;
}

static void
view_cb (AcqDashboardPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  g_autofree char *day = NULL;

  g_assert (ACQ_IS_DASHBOARD_PAGE (self));
  if (view == NULL)
    return;
  day = acq_day_text_weekday (view->books->today, view->books->today);
  acq_page_set_subtitle (ACQ_PAGE (self), day);
  if (is_empty (view->books->ledger))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "figures");
  measure (self, view->books);
  find_work (self, view);
}

static void
add_charts (AcqDashboardPage *self)
{
  g_object_set (self->receipts_card, "chart", acq_column_chart_new (ACQ_COLUMN_FIGURES_BELOW), "method",
                acq_figure_text_forecast_method (), NULL);
  acq_chart_card_set_table_titles (self->receipts_card, &(AcqChartTableTitles){
                                                          .name = _ ("Week"),
                                                          .value = _ ("Likely"),
                                                          .range = _ ("8 times out of 10"),
                                                        });
  g_object_set (self->ageing_card, "chart", acq_bar_list_new (), NULL);
  acq_chart_card_set_table_titles (self->ageing_card, &(AcqChartTableTitles){
                                                        .name = _ ("Age"),
                                                        .value = _ ("Amount"),
                                                        .note = _ ("Invoices"),
                                                      });
}

static void
acq_dashboard_page_constructed (GObject *object)
{
  AcqDashboardPage *self = ACQ_DASHBOARD_PAGE (object);

  G_OBJECT_CLASS (acq_dashboard_page_parent_class)->constructed (object);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
}

static void
acq_dashboard_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_DASHBOARD_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_dashboard_page_dispose (GObject *object)
{
  AcqDashboardPage *self = ACQ_DASHBOARD_PAGE (object);

  g_cancellable_cancel (self->work_cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_DASHBOARD_PAGE);
  G_OBJECT_CLASS (acq_dashboard_page_parent_class)->dispose (object);
}

static void
acq_dashboard_page_finalize (GObject *object)
{
  AcqDashboardPage *self = ACQ_DASHBOARD_PAGE (object);

  g_clear_object (&self->work_cancellable);
  g_clear_object (&self->company);
  g_clear_pointer (&self->books, acq_books_unref);
  G_OBJECT_CLASS (acq_dashboard_page_parent_class)->finalize (object);
}

static void
acq_dashboard_page_class_init (AcqDashboardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_dashboard_page_constructed;
  object_class->set_property = acq_dashboard_page_set_property;
  object_class->dispose = acq_dashboard_page_dispose;
  object_class->finalize = acq_dashboard_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACQ_TYPE_CHART_CARD);
  g_type_ensure (ACQ_TYPE_DASHBOARD_LAYOUT);
  g_type_ensure (ACQ_TYPE_FIGURE_CARD);
  g_type_ensure (ACQ_TYPE_WORK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/dashboard/acq-dashboard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, layout);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, work_list);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, outstanding_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, overdue_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, delay_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, expected_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, receipts_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, ageing_card);
  gtk_widget_class_bind_template_child (widget_class, AcqDashboardPage, watched_list);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
acq_dashboard_page_init (AcqDashboardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_charts (self);
}
