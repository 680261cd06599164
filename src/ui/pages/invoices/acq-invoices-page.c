/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoices-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-destination.h"
#include "acq-detail-pane.h"
#include "acq-filter-chips.h"
#include "acq-fit.h"
#include "acq-invoice-bulk.h"
#include "acq-invoice-compact-row.h"
#include "acq-invoice-details.h"
#include "acq-invoice-model.h"
#include "acq-invoice-columns.h"
#include "acq-invoices-footer.h"
#include "acq-tab-stop.h"

struct _AcqInvoicesPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkStack *result_stack;
  AcqFilterChips *chips;
  AcqDetailPane *pane;
  AcqInvoiceColumns *table;
  GtkListView *list;
  AcqInvoicesFooter *footer;
  AcqInvoiceDetails *details;

  /* Owned references */
  AcqOpenCompany *company;
  AcqInvoiceModel *model;
  GtkMultiSelection *selection;
  AcqInvoiceListing *listing; /* NULL until the first is there */
  GCancellable *listing_cancellable;
  GCancellable *query_cancellable;
  char *wanted;        /* number of the invoice to show as soon as its row is there */
  char *wanted_filter; /* filter to select as soon as there is a listing; NULL: that by default */
  AcqDay week;         /* of the chip EXPECTED: its Monday; ACQ_DAY_NONE before one was asked for */

  gboolean steered;    /* the selection is moved by keys or by the page itself, not by a click */
  gboolean has_chosen; /* a first filter was chosen */
};

static void acq_invoices_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqInvoicesPage, acq_invoices_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION,
                                                      acq_invoices_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  AcqInvoiceFilter filter;
  const char *label;
  gboolean always; /* else shown only where there is something in it, or it was led to */
} filters[] = {
  { ACQ_INVOICE_FILTER_OPEN, NC_ ("invoices", "All"), TRUE },
  { ACQ_INVOICE_FILTER_NOT_DUE, NC_ ("invoices", "Not due"), TRUE },
  { ACQ_INVOICE_FILTER_OVERDUE, NC_ ("invoices", "Overdue"), TRUE },
  { ACQ_INVOICE_FILTER_PROMISED, NC_ ("invoices", "Promise"), TRUE },
  { ACQ_INVOICE_FILTER_DISPUTED, NC_ ("invoices", "Disputed"), TRUE },
  { ACQ_INVOICE_FILTER_OVERDUE_30, NC_ ("invoices", "1 to 30 days"), FALSE },
  { ACQ_INVOICE_FILTER_OVERDUE_60, NC_ ("invoices", "31 to 60 days"), FALSE },
  { ACQ_INVOICE_FILTER_OVERDUE_90, NC_ ("invoices", "61 to 90 days"), FALSE },
  { ACQ_INVOICE_FILTER_OVERDUE_91, NC_ ("invoices", "Over 90 days"), TRUE },
  { ACQ_INVOICE_FILTER_PAID, NC_ ("invoices", "Paid"), TRUE },
  { ACQ_INVOICE_FILTER_CREDIT_NOTES, NC_ ("invoices", "Credit notes"), TRUE },
  { ACQ_INVOICE_FILTER_ALL, NC_ ("invoices", "Paid ones too"), FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (filters) == ACQ_N_INVOICE_FILTERS);

/* Code of the chip for what is expected in one week; targets name the Monday behind it. */
#define EXPECTED "expected:"

/* What is worked out on another thread. */
typedef struct
{
  AcqInvoiceListing *listing;
  AcqInvoiceQuery query;
  char *text;        /* of the query */
  GArray *places;    /* the answer */
  gboolean from_top; /* the user asked for something else, and looks at its beginning */
} Selection;

static void
selection_free (Selection *self)
{
  acq_invoice_listing_unref (self->listing);
  g_free (self->text);
  g_clear_pointer (&self->places, g_array_unref);
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
update_back (AcqInvoicesPage *self)
{
  g_object_set (self, "can-go-back",
                acq_detail_pane_is_folded (self->pane) && acq_detail_pane_get_show_detail (self->pane), NULL);
}

static void
show_details (AcqInvoicesPage *self, guint position)
{
  g_autoptr (AcqInvoiceListRow) row = NULL;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;
  /* A row of its own: those of the list may come to show another invoice. */
  row = acq_invoice_list_row_new (acq_invoice_model_get_listing (self->model),
                                  acq_invoice_model_get_place (self->model, position));
  acq_invoice_details_show (self->details, row);
  acq_detail_pane_set_show_detail (self->pane, TRUE);
  update_back (self);
}

static void
hide_details (AcqInvoicesPage *self)
{
  acq_detail_pane_set_show_detail (self->pane, FALSE);
  acq_invoice_details_show (self->details, NULL);
  update_back (self);
}

/* (element-type guint): the places of the selected rows in the model's listing. */
static GArray *
list_selected (AcqInvoicesPage *self)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      guint place = acq_invoice_model_get_place (self->model, position);

      g_array_append_val (places, place);
    }
  return places;
}

static void
selection_changed_cb (AcqInvoicesPage *self)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = gtk_bitset_get_size (positions);
  g_autoptr (GArray) places = NULL;

  if (acq_invoice_model_get_listing (self->model) == NULL)
    return;
  places = n >= 2 ? list_selected (self) : g_array_new (FALSE, FALSE, sizeof (guint));
  acq_invoices_footer_show_selection (self->footer, acq_invoice_model_get_listing (self->model), places);
  if (n != 1)
    hide_details (self);
  else if (!acq_detail_pane_is_folded (self->pane) || !self->steered)
    show_details (self, gtk_bitset_get_minimum (positions));
}

static void
select_position (AcqInvoicesPage *self, guint position, gboolean open)
{
  self->steered = !open;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->steered = FALSE;
  if (open)
    show_details (self, position);
  acq_invoice_columns_reveal (self->table, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* What was looked at before stays in sight where it is still shown. */
static void
restore_selection (AcqInvoicesPage *self, const char *shown)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  guint position;

  if (wanted != NULL && acq_invoice_model_find (self->model, wanted, &position))
    select_position (self, position, TRUE);
  else if (shown != NULL && acq_invoice_model_find (self->model, shown, &position))
    select_position (self, position, acq_detail_pane_get_show_detail (self->pane));
  else
    selection_changed_cb (self);
}

/* Before the rows change: those in sight are then the ones that stay. */
static void
scroll_to_top (AcqInvoicesPage *self)
{
  acq_invoice_columns_scroll_to_top (self->table);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
}

static void
show_selection (AcqInvoicesPage *self, const Selection *selection)
{
  g_autofree char *shown = g_strdup (acq_invoice_details_get_number (self->details));
  gboolean was_shown = acq_detail_pane_get_show_detail (self->pane);

  if (selection->from_top)
    scroll_to_top (self);
  g_signal_handlers_block_by_func (self->selection, selection_changed_cb, self);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  acq_invoice_model_show (self->model, selection->listing, selection->places);
  g_signal_handlers_unblock_by_func (self->selection, selection_changed_cb, self);
  acq_invoices_footer_show (self->footer, selection->listing, selection->places, &selection->query);
  gtk_stack_set_visible_child_name (self->stack, selection->listing->lines->len == 0 ? "empty" : "invoices");
  gtk_stack_set_visible_child_name (self->result_stack, selection->places->len == 0 ? "nothing" : "rows");
  restore_selection (self, was_shown ? shown : NULL);
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  /* FALSE where another was asked for since. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    show_selection (ACQ_INVOICES_PAGE (source), g_task_get_task_data (G_TASK (result)));
}

static void
select_rows (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Selection *selection = data;

  selection->places = acq_invoice_listing_select (selection->listing, &selection->query);
  g_task_return_boolean (task, TRUE);
}

static void
start_query (AcqInvoicesPage *self, gboolean from_top)
{
  g_autoptr (GTask) task = NULL;
  Selection *selection;

  if (self->listing == NULL)
    return;
  selection = g_new0 (Selection, 1);
  selection->listing = acq_invoice_listing_ref (self->listing);
  selection->text = g_strdup (acq_page_get_search_text (ACQ_PAGE (self)));
  selection->query.text = selection->text;
  selection->from_top = from_top;
  selection->query.in_week = g_str_equal (acq_filter_chips_get_selected (self->chips), EXPECTED);
  selection->query.week = self->week;
  acq_invoice_filter_from_code (acq_filter_chips_get_selected (self->chips), &selection->query.filter);
  acq_invoice_columns_get_order (self->table, &selection->query.order, &selection->query.descending);
  renew (&self->query_cancellable);
  task = g_task_new (self, self->query_cancellable, selected_cb, NULL);
  g_task_set_task_data (task, selection, (GDestroyNotify) selection_free);
  g_task_run_in_thread (task, select_rows);
}

static void
query_changed_cb (AcqInvoicesPage *self)
{
  start_query (self, TRUE);
}

/* The filter that surely shows a line. */
static AcqInvoiceFilter
find_filter (const AcqInvoiceLine *line)
{
  if (acq_invoice_line_pass (line, ACQ_INVOICE_FILTER_OPEN))
    return ACQ_INVOICE_FILTER_OPEN;
  return acq_invoice_line_pass (line, ACQ_INVOICE_FILTER_PAID) ? ACQ_INVOICE_FILTER_PAID
                                                               : ACQ_INVOICE_FILTER_CREDIT_NOTES;
}

/* Where a wanted invoice is not let through by the filter, another one is chosen. */
static void
choose_filter (AcqInvoicesPage *self)
{
  g_autofree char *filter = g_steal_pointer (&self->wanted_filter);
  AcqInvoiceFilter now = ACQ_INVOICE_FILTER_OPEN;
  guint place;

  if (filter != NULL)
    acq_filter_chips_set_selected (self->chips, filter);
  else if (!self->has_chosen && self->listing->counts[ACQ_INVOICE_FILTER_OVERDUE] > 0)
    acq_filter_chips_set_selected (self->chips, acq_invoice_filter_to_code (ACQ_INVOICE_FILTER_OVERDUE));
  self->has_chosen = TRUE;
  acq_invoice_filter_from_code (acq_filter_chips_get_selected (self->chips), &now);
  if (self->wanted == NULL || !acq_invoice_listing_find (self->listing, self->wanted, &place))
    return;
  acq_page_stop_search (ACQ_PAGE (self));
  if (!acq_invoice_line_pass (acq_invoice_listing_line (self->listing, place), now))
    acq_filter_chips_set_selected (self->chips, acq_invoice_filter_to_code (find_filter (
                                                  acq_invoice_listing_line (self->listing, place))));
}

static void
take_listing (AcqInvoicesPage *self, AcqInvoiceListing *listing)
{
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  self->listing = listing;
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    acq_filter_chips_set_count (self->chips, acq_invoice_filter_to_code (filters[i].filter),
                                listing->counts[filters[i].filter]);
  choose_filter (self);
  start_query (self, FALSE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqInvoiceListing *listing = g_task_propagate_pointer (G_TASK (result), NULL);

  if (listing != NULL)
    take_listing (ACQ_INVOICES_PAGE (source), listing);
}

static void
make_listing (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, acq_invoice_listing_new (data), (GDestroyNotify) acq_invoice_listing_unref);
}

static void
view_changed_cb (AcqInvoicesPage *self)
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

static void
open_cb (AcqInvoicesPage *self, guint position)
{
  show_details (self, position);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static void
filter_changed_cb (AcqInvoicesPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (!filters[i].always)
      acq_filter_chips_set_shown (self->chips, acq_invoice_filter_to_code (filters[i].filter), FALSE);
  acq_filter_chips_set_shown (self->chips, EXPECTED, FALSE);
  query_changed_cb (self);
}

static void
show_all_cb (AcqInvoicesPage *self)
{
  acq_filter_chips_set_selected (self->chips, acq_invoice_filter_to_code (ACQ_INVOICE_FILTER_ALL));
}

/* Enter in the search field opens what was found, if it is one. */
static void
search_activated_cb (AcqInvoicesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 1)
    select_position (self, 0, TRUE);
}

static gboolean
list_key_cb (AcqInvoicesPage *self)
{
  self->steered = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
list_key_released_cb (AcqInvoicesPage *self)
{
  self->steered = FALSE;
}

static void
close_details (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqInvoicesPage *self = ACQ_INVOICES_PAGE (widget);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  hide_details (self);
  gtk_widget_child_focus (GTK_WIDGET (self->result_stack), GTK_DIR_TAB_FORWARD);
}

static void
change_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqInvoicesPage *self = ACQ_INVOICES_PAGE (widget);
  g_autoptr (GArray) places = list_selected (self);

  if (g_str_equal (action, "invoices.copy-numbers"))
    acq_invoice_bulk_copy (widget, acq_invoice_model_get_listing (self->model), places);
  else
    acq_invoice_bulk_note (widget, self->company, acq_invoice_model_get_listing (self->model), places,
                           g_str_equal (action, "invoices.hold") ? ACQ_NOTE_KIND_HOLD
                                                                 : ACQ_NOTE_KIND_EXCLUDE);
}

/* FALSE where the target names no week. */
static gboolean
want_week (AcqInvoicesPage *self, const char *target)
{
  AcqDay week = g_str_has_prefix (target, EXPECTED) ? acq_day_parse_iso (target + strlen (EXPECTED)) : ACQ_DAY_NONE;
  g_autofree char *day = NULL, *label = NULL;

  if (week == ACQ_DAY_NONE)
    return FALSE;
  day = acq_day_text_short (week, week);
  /* Translators: a filter for invoices; %s is a Monday: "23 Nov." */
  label = g_strdup_printf (_ ("Likely in the week of %s"), day);
  self->week = week;
  acq_filter_chips_set_label (self->chips, EXPECTED, label);
  g_free (self->wanted_filter);
  self->wanted_filter = g_strdup (EXPECTED);
  acq_page_stop_search (ACQ_PAGE (self));
  return TRUE;
}

static void
acq_invoices_page_open (AcqDestination *destination, const char *target)
{
  AcqInvoicesPage *self = ACQ_INVOICES_PAGE (destination);
  AcqInvoiceFilter filter;

  if (g_str_has_prefix (target, "number:"))
    {
      g_free (self->wanted);
      self->wanted = g_strdup (target + strlen ("number:"));
    }
  else if (g_str_has_prefix (target, "filter:")
           && acq_invoice_filter_from_code (target + strlen ("filter:"), &filter))
    {
      g_free (self->wanted_filter);
      self->wanted_filter = g_strdup (target + strlen ("filter:"));
      acq_page_stop_search (ACQ_PAGE (self));
    }
  else if (!want_week (self, target))
    return;
  if (self->listing == NULL)
    return;
  choose_filter (self);
  query_changed_cb (self);
}

static void
acq_invoices_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_invoices_page_open;
}

static void
acq_invoices_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_INVOICES_PAGE (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_invoices_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_INVOICES_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_up_chips (AcqInvoicesPage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *code = acq_invoice_filter_to_code (filters[i].filter);

      acq_filter_chips_add (self->chips, code, g_dpgettext2 (NULL, "invoices", filters[i].label));
      acq_filter_chips_set_shown (self->chips, code, filters[i].always);
    }
  acq_filter_chips_add (self->chips, EXPECTED, "");
  acq_filter_chips_set_shown (self->chips, EXPECTED, FALSE);
}

static void
rows_changed_cb (AcqInvoicesPage *self)
{
  acq_invoice_columns_refresh (self->table);
  acq_invoice_compact_row_refresh_all (self->list);
}

static void
fit_cb (AcqInvoicesPage *self, GParamSpec *pspec, AcqFit *fit)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  gboolean narrow = acq_fit_is_narrow (fit);

  acq_invoice_columns_set_model (self->table, narrow ? NULL : selection);
  gtk_list_view_set_model (self->list, narrow ? selection : NULL);
}

static void
set_up_lists (AcqInvoicesPage *self)
{
  GtkWidget *fit = gtk_widget_get_ancestor (GTK_WIDGET (self->table), ACQ_TYPE_FIT);
  g_autoptr (GtkListItemFactory) factory = acq_invoice_compact_row_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->model = acq_invoice_model_new ();
  g_signal_connect_object (self->model, "rows-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (fit, "notify::is-narrow", G_CALLBACK (fit_cb), self, G_CONNECT_SWAPPED);
  fit_cb (self, NULL, ACQ_FIT (fit));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (list_key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
acq_invoices_page_constructed (GObject *object)
{
  AcqInvoicesPage *self = ACQ_INVOICES_PAGE (object);

  G_OBJECT_CLASS (acq_invoices_page_parent_class)->constructed (object);
  set_up_chips (self);
  set_up_lists (self);
  acq_invoice_details_set_company (self->details, self->company);
  g_signal_connect_swapped (self->chips, "notify::selected", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->pane, "notify::folded", G_CALLBACK (update_back), self);
  g_signal_connect (self, "notify::search-text", G_CALLBACK (query_changed_cb), NULL);
  g_signal_connect (self, "search-activated", G_CALLBACK (search_activated_cb), NULL);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
}

static void
acq_invoices_page_dispose (GObject *object)
{
  AcqInvoicesPage *self = ACQ_INVOICES_PAGE (object);

  if (self->listing_cancellable != NULL)
    g_cancellable_cancel (self->listing_cancellable);
  if (self->query_cancellable != NULL)
    g_cancellable_cancel (self->query_cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_INVOICES_PAGE);
  g_clear_object (&self->listing_cancellable);
  g_clear_object (&self->query_cancellable);
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->wanted_filter, g_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_invoices_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/invoices/acq-invoices-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, result_stack);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, list);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, footer);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesPage, details);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.back", NULL, close_details);
  gtk_widget_class_install_action (widget_class, "invoices.close", NULL, close_details);
  gtk_widget_class_install_action (widget_class, "invoices.unselect", NULL, close_details);
  gtk_widget_class_install_action (widget_class, "invoices.hold", NULL, change_selected);
  gtk_widget_class_install_action (widget_class, "invoices.exclude", NULL, change_selected);
  gtk_widget_class_install_action (widget_class, "invoices.copy-numbers", NULL, change_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "invoices.close", NULL);
}

static void
acq_invoices_page_class_init (AcqInvoicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = acq_invoices_page_constructed;
  object_class->get_property = acq_invoices_page_get_property;
  object_class->set_property = acq_invoices_page_set_property;
  object_class->dispose = acq_invoices_page_dispose;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (ACQ_TYPE_DETAIL_PANE);
  g_type_ensure (ACQ_TYPE_FILTER_CHIPS);
  g_type_ensure (ACQ_TYPE_FIT);
  g_type_ensure (ACQ_TYPE_INVOICE_DETAILS);
  g_type_ensure (ACQ_TYPE_INVOICE_COLUMNS);
  g_type_ensure (ACQ_TYPE_INVOICES_FOOTER);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
acq_invoices_page_init (AcqInvoicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->week = ACQ_DAY_NONE;
  acq_tab_stop_make (GTK_WIDGET (self->list));
}
