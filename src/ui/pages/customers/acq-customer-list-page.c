/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-list-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-customer-model.h"
#include "acq-customer-table.h"
#include "acq-customers-footer.h"
#include "acq-filter-chips.h"
#include "acq-fit.h"
#include "acq-tab-stop.h"

struct _AcqCustomerListPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkStack *result_stack;
  AcqFilterChips *chips;
  AcqCustomerTable *table;
  GtkListView *list;
  AcqCustomersFooter *footer;

  AcqOpenCompany *company;
  AcqCustomerModel *model;
  GtkSelectionModel *selection;
  AcqCustomerListing *listing; /* NULL until the first is there */
  GCancellable *listing_cancellable;
  GCancellable *query_cancellable;
};

G_DEFINE_FINAL_TYPE (AcqCustomerListPage, acq_customer_list_page, ACQ_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  AcqCustomerFilter filter;
  const char *label;
} filters[] = {
  { ACQ_CUSTOMER_FILTER_ALL, NC_ ("customers", "All") },
  { ACQ_CUSTOMER_FILTER_OVERDUE, NC_ ("customers", "Overdue") },
  { ACQ_CUSTOMER_FILTER_NEAR_LIMIT, NC_ ("customers", "Near their limit") },
  { ACQ_CUSTOMER_FILTER_DISPUTED, NC_ ("customers", "Disputed") },
  { ACQ_CUSTOMER_FILTER_NO_CONTACT, NC_ ("customers", "Without a valid contact") },
};

/* What is worked out on another thread. */
typedef struct
{
  AcqCustomerListing *listing;
  AcqCustomerQuery query;
  char *words;  /* of the query */
  GArray *rows; /* the answer */
} Selection;

static void
selection_free (Selection *self)
{
  acq_customer_listing_unref (self->listing);
  g_free (self->words);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

static void
renew (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

static void
show_selection (AcqCustomerListPage *self, const Selection *selection)
{
  acq_customer_model_show (self->model, selection->listing, selection->rows);
  acq_customers_footer_show (self->footer, selection->listing, selection->rows, &selection->query);
  gtk_stack_set_visible_child_name (self->stack, selection->listing->rows->len == 0 ? "empty" : "customers");
  gtk_stack_set_visible_child_name (self->result_stack, selection->rows->len == 0 ? "nothing" : "rows");
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* FALSE where another was asked for since. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    show_selection (ACQ_CUSTOMER_LIST_PAGE (source), g_task_get_task_data (G_TASK (result)));
}

static void
select_rows (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Selection *selection = data;

  selection->rows = acq_customer_listing_select (selection->listing, &selection->query);
  g_task_return_boolean (task, TRUE);
}

static void
query_changed_cb (AcqCustomerListPage *self)
{
  g_autoptr (GTask) task = NULL;
  Selection *selection;

  if (self->listing == NULL)
    return;
  selection = g_new0 (Selection, 1);
  selection->listing = acq_customer_listing_ref (self->listing);
  selection->words = g_strdup (acq_page_get_search_text (ACQ_PAGE (self)));
  selection->query.words = selection->words;
  acq_customer_filter_from_code (acq_filter_chips_get_selected (self->chips), &selection->query.filter);
  acq_customer_table_get_order (self->table, &selection->query.order, &selection->query.descending);
  renew (&self->query_cancellable);
  task = g_task_new (self, self->query_cancellable, selected_cb, NULL);
  g_task_set_task_data (task, selection, (GDestroyNotify) selection_free);
  g_task_run_in_thread (task, select_rows);
}

static void
take_listing (AcqCustomerListPage *self, AcqCustomerListing *listing)
{
  g_clear_pointer (&self->listing, acq_customer_listing_unref);
  self->listing = listing;
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    acq_filter_chips_set_count (self->chips, acq_customer_filter_to_code (filters[i].filter),
                                listing->counts[filters[i].filter]);
  query_changed_cb (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqCustomerListing *listing = g_task_propagate_pointer (G_TASK (result), NULL);

  if (listing != NULL)
    take_listing (ACQ_CUSTOMER_LIST_PAGE (source), listing);
}

static void
make_listing (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, acq_customer_listing_new (data), (GDestroyNotify) acq_customer_listing_unref);
}

static void
view_changed_cb (AcqCustomerListPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  g_autoptr (GTask) task = NULL;

  if (view == NULL)
    return;
  renew (&self->listing_cancellable);
  task = g_task_new (self, self->listing_cancellable, listed_cb, NULL);
  g_task_set_task_data (task, acq_company_view_ref ((AcqCompanyView *) view),
                        (GDestroyNotify) acq_company_view_unref);
  g_task_run_in_thread (task, make_listing);
}

void
acq_customer_list_page_set_filter (AcqCustomerListPage *self, const char *filter)
{
  g_return_if_fail (ACQ_IS_CUSTOMER_LIST_PAGE (self));
  acq_filter_chips_set_selected (self->chips, filter);
}

static void
open_cb (AcqCustomerListPage *self, guint position)
{
  g_autoptr (AcqCustomerRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "customers.show", "s",
                                acq_customer_row_get_figures (row)->customer->code);
}

static void
activate_cb (AcqCustomerListPage *self, guint position)
{
  open_cb (self, position);
}

static void
show_all_cb (AcqCustomerListPage *self)
{
  acq_page_stop_search (ACQ_PAGE (self));
  acq_customer_list_page_set_filter (self, acq_customer_filter_to_code (ACQ_CUSTOMER_FILTER_ALL));
}

/* Enter in the search field opens what was found, if it is one. */
static void
search_activated_cb (AcqCustomerListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 1)
    open_cb (self, 0);
}

static void
acq_customer_list_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_CUSTOMER_LIST_PAGE (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_customer_list_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_CUSTOMER_LIST_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fit_cb (AcqCustomerListPage *self, GParamSpec *pspec, AcqFit *fit)
{
  gboolean narrow = acq_fit_is_narrow (fit);

  acq_customer_table_set_model (self->table, narrow ? NULL : self->selection);
  gtk_list_view_set_model (self->list, narrow ? self->selection : NULL);
}

static void
set_up_model (AcqCustomerListPage *self)
{
  GtkWidget *fit = gtk_widget_get_ancestor (GTK_WIDGET (self->table), ACQ_TYPE_FIT);
  GtkSingleSelection *selection;

  self->model = acq_customer_model_new ();
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  self->selection = GTK_SELECTION_MODEL (selection);
  g_signal_connect_object (fit, "notify::is-narrow", G_CALLBACK (fit_cb), self, G_CONNECT_SWAPPED);
  fit_cb (self, NULL, ACQ_FIT (fit));
}

static void
acq_customer_list_page_constructed (GObject *object)
{
  AcqCustomerListPage *self = ACQ_CUSTOMER_LIST_PAGE (object);

  G_OBJECT_CLASS (acq_customer_list_page_parent_class)->constructed (object);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    acq_filter_chips_add (self->chips, acq_customer_filter_to_code (filters[i].filter),
                          g_dpgettext2 (NULL, "customers", filters[i].label));
  set_up_model (self);
  g_signal_connect (self, "notify::search-text", G_CALLBACK (query_changed_cb), NULL);
  g_signal_connect (self, "search-activated", G_CALLBACK (search_activated_cb), NULL);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
}

static void
acq_customer_list_page_dispose (GObject *object)
{
  AcqCustomerListPage *self = ACQ_CUSTOMER_LIST_PAGE (object);

  if (self->listing_cancellable != NULL)
    g_cancellable_cancel (self->listing_cancellable);
  if (self->query_cancellable != NULL)
    g_cancellable_cancel (self->query_cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_CUSTOMER_LIST_PAGE);
  g_clear_object (&self->listing_cancellable);
  g_clear_object (&self->query_cancellable);
  g_clear_pointer (&self->listing, acq_customer_listing_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_customer_list_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/customers/acq-customer-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, result_stack);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, table);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, list);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerListPage, footer);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
acq_customer_list_page_class_init (AcqCustomerListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = acq_customer_list_page_constructed;
  object_class->get_property = acq_customer_list_page_get_property;
  object_class->set_property = acq_customer_list_page_set_property;
  object_class->dispose = acq_customer_list_page_dispose;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (ACQ_TYPE_CUSTOMERS_FOOTER);
  g_type_ensure (ACQ_TYPE_CUSTOMER_TABLE);
  g_type_ensure (ACQ_TYPE_FILTER_CHIPS);
  g_type_ensure (ACQ_TYPE_FIT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
acq_customer_list_page_init (AcqCustomerListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  acq_tab_stop_make (GTK_WIDGET (self->list));
}
