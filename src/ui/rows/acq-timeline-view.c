/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-timeline-view.h"

#include "acq-timeline-entry.h"

struct _AcqTimelineView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;

  AcqTimelineModel *model;
  GCancellable *cancellable; /* of the timeline that is being worked out */
};

G_DEFINE_FINAL_TYPE (AcqTimelineView, acq_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SCROLLS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What a timeline is asked for. */
typedef struct
{
  AcqCompanyView *view;
  const AcqCustomer *customer;
  const AcqInvoice *invoice;
} Wish;

static void
wish_free (Wish *wish)
{
  acq_company_view_unref (wish->view);
  g_free (wish);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (wish->view, wish->customer);

  g_task_return_pointer (task, acq_timeline_new (account, wish->invoice),
                         (GDestroyNotify) acq_timeline_unref);
}

static void
worked_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqTimelineView *self = ACQ_TIMELINE_VIEW (source);
  g_autoptr (AcqTimeline) timeline = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL where something else has been asked for since. */
  if (timeline != NULL)
    acq_timeline_view_set_timeline (self, timeline);
}

static void
forget_wish (AcqTimelineView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
acq_timeline_view_load (AcqTimelineView *self, const AcqCompanyView *view, const AcqCustomer *customer,
                        const AcqInvoice *invoice)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (ACQ_IS_TIMELINE_VIEW (self));
  forget_wish (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, worked_out_cb, NULL);
  wish = g_new (Wish, 1);
  *wish = (Wish){ acq_company_view_ref ((AcqCompanyView *) view), customer, invoice };
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, work_out);
}

void
acq_timeline_view_set_timeline (AcqTimelineView *self, AcqTimeline *timeline)
{
  g_return_if_fail (ACQ_IS_TIMELINE_VIEW (self));
  forget_wish (self);
  acq_timeline_model_set_timeline (self->model, timeline);
}

void
acq_timeline_view_set_show (AcqTimelineView *self, AcqTimelineShow show)
{
  g_return_if_fail (ACQ_IS_TIMELINE_VIEW (self));
  acq_timeline_model_set_show (self->model, show);
}

static void
items_changed_cb (AcqTimelineView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AcqTimelineView *self)
{
  gtk_list_item_set_child (item, acq_timeline_entry_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AcqTimelineView *self)
{
  guint last = g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1;

  acq_timeline_entry_show (ACQ_TIMELINE_ENTRY (gtk_list_item_get_child (item)), gtk_list_item_get_item (item),
                           gtk_list_item_get_position (item) == last);
}

static void
activate_cb (GtkListView *list, guint position, AcqTimelineView *self)
{
  g_autoptr (AcqTimelineRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  g_autofree char *target = NULL;
  const char *page = row == NULL ? NULL : acq_timeline_row_find_target (row, &target);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", page, target);
}

static void
set_scrolls (AcqTimelineView *self, gboolean scrolls)
{
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER,
                                  scrolls ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
}

static gboolean
get_scrolls (AcqTimelineView *self)
{
  GtkPolicyType policy;

  gtk_scrolled_window_get_policy (self->scrolled, NULL, &policy);
  return policy == GTK_POLICY_AUTOMATIC;
}

static void
acq_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SCROLLS)
    g_value_set_boolean (value, get_scrolls (ACQ_TIMELINE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SCROLLS)
    set_scrolls (ACQ_TIMELINE_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_timeline_view_dispose (GObject *object)
{
  AcqTimelineView *self = ACQ_TIMELINE_VIEW (object);

  forget_wish (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (acq_timeline_view_parent_class)->dispose (object);
}

static void
acq_timeline_view_class_init (AcqTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_timeline_view_get_property;
  object_class->set_property = acq_timeline_view_set_property;
  object_class->dispose = acq_timeline_view_dispose;
  properties[PROP_SCROLLS] = g_param_spec_boolean (
    "scrolls", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/rows/acq-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AcqTimelineView, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
acq_timeline_view_init (AcqTimelineView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = acq_timeline_model_new ();
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
}

GtkWidget *
acq_timeline_view_new (gboolean scrolls)
{
  return g_object_new (ACQ_TYPE_TIMELINE_VIEW, "scrolls", scrolls, NULL);
}
