/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-operations.h"

#include <glib/gi18n.h>

#include "acq-bank-line-entry.h"
#include "acq-filter-chips.h"
#include "acq-label-rule-dialog.h"
#include "acq-match-dialog.h"
#include "acq-matching.h"
#include "acq-operation-item.h"
#include "acq-operation-model.h"
#include "acq-operation-table.h"
#include "acq-told-change.h"

struct _AcqOperations
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AcqFilterChips *chips;
  GtkStack *table_stack;
  AcqOperationTable *table;

  /* Owned references */
  AcqOpenCompany *company;
  AcqOperationModel *model;
  AcqBankListing *listing;   /* NULL until it is read */
  GCancellable *reading;     /* of the listing that is being read */
  GCancellable *selecting;   /* of the lines that are being selected */
  char *text;

  gint64 wanted; /* the bank line to show once it is there; 0: none */
  gboolean outdated; /* the view has changed since the listing was read */
};

G_DEFINE_FINAL_TYPE (AcqOperations, acq_operations, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *code;
  const char *label;
} filters[] = {
  [ACQ_BANK_FILTER_ALL] = { "all", NC_ ("bank lines", "All") },
  [ACQ_BANK_FILTER_TO_DO] = { "to-do", NC_ ("bank lines", "To deal with") },
  [ACQ_BANK_FILTER_MATCHED] = { "matched", NC_ ("bank lines", "Matched") },
  [ACQ_BANK_FILTER_IGNORED] = { "ignored", NC_ ("bank lines", "Left out") },
  [ACQ_BANK_FILTER_OUTGOING] = { "outgoing", NC_ ("bank lines", "Outgoing") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (filters) == ACQ_N_BANK_FILTERS);

static AcqBankFilter
get_filter (AcqOperations *self)
{
  const char *selected = acq_filter_chips_get_selected (self->chips);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_strcmp0 (filters[i].code, selected) == 0)
      return (AcqBankFilter) i;
  return ACQ_BANK_FILTER_ALL;
}

/* A selection on its way: what it is made of. */
typedef struct
{
  AcqBankListing *listing;
  AcqBankQuery query;
} Selection;

static void
selection_free (gpointer data)
{
  Selection *selection = data;

  acq_bank_listing_unref (selection->listing);
  g_free (selection->query.text);
  g_free (selection);
}

static void
select_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Selection *selection = data;

  g_task_return_pointer (task, acq_bank_listing_select (selection->listing, &selection->query, cancellable),
                         (GDestroyNotify) g_array_unref);
}

static void
show_wanted (AcqOperations *self)
{
  guint position;

  if (self->wanted != 0 && acq_operation_model_find (self->model, self->wanted, &position))
    acq_operation_table_select (self->table, position);
  self->wanted = 0;
}

static void
selected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqOperations *self = ACQ_OPERATIONS (object);
  const Selection *selection = g_task_get_task_data (G_TASK (result));
  GArray *indexes = g_task_propagate_pointer (G_TASK (result), NULL);

  if (indexes == NULL)
    return;
  g_clear_object (&self->selecting);
  gtk_stack_set_visible_child_name (self->table_stack, indexes->len > 0 ? "table" : "none");
  acq_operation_model_set_lines (self->model, selection->listing, indexes);
  show_wanted (self);
}

static void
select_cb (AcqOperations *self)
{
  Selection *selection;
  g_autoptr (GTask) task = NULL;

  g_assert (ACQ_IS_OPERATIONS (self));
  if (self->listing == NULL)
    return;
  g_cancellable_cancel (self->selecting);
  g_clear_object (&self->selecting);
  self->selecting = g_cancellable_new ();
  selection = g_new0 (Selection, 1);
  selection->listing = acq_bank_listing_ref (self->listing);
  selection->query.filter = get_filter (self);
  selection->query.text = g_strdup (self->text);
  acq_operation_table_get_order (self->table, &selection->query.order, &selection->query.descending);
  task = g_task_new (self, self->selecting, selected_cb, NULL);
  g_task_set_task_data (task, selection, selection_free);
  g_task_run_in_thread (task, select_thread);
}

static void
show_listing (AcqOperations *self)
{
  guint counts[ACQ_N_BANK_FILTERS];

  acq_bank_listing_count (self->listing, counts);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    acq_filter_chips_set_count (self->chips, filters[i].code, counts[i]);
  gtk_stack_set_visible_child_name (self->stack, self->listing->lines->len > 0 ? "lines" : "nothing");
  select_cb (self);
}

static gpointer
read_listing (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_bank_listing_read (file, data, cancellable, error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqOperations) self = ACQ_OPERATIONS (user_data);
  AcqBankListing *listing = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  /* It was overtaken by a newer view, or the page has gone. */
  if (listing == NULL)
    return;
  if (self->reading == NULL)
    {
      acq_bank_listing_unref (listing);
      return;
    }
  g_clear_object (&self->reading);
  g_clear_pointer (&self->listing, acq_bank_listing_unref);
  self->listing = listing;
  show_listing (self);
}

static void
read_again (AcqOperations *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  if (!self->outdated || view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->outdated = FALSE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  acq_open_company_ask_async (self->company, read_listing, acq_books_ref (view->books),
                              (GDestroyNotify) acq_books_unref, (GDestroyNotify) acq_bank_listing_unref,
                              self->reading, read_cb, g_object_ref (self));
}

static void
view_cb (AcqOperations *self)
{
  g_assert (ACQ_IS_OPERATIONS (self));
  self->outdated = TRUE;
  read_again (self);
}

static void
acq_operations_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (acq_operations_parent_class)->map (widget);
  read_again (ACQ_OPERATIONS (widget));
}

void
acq_operations_set_search (AcqOperations *self, const char *text)
{
  g_return_if_fail (ACQ_IS_OPERATIONS (self));
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  select_cb (self);
}

void
acq_operations_open (AcqOperations *self, gint64 transaction_id)
{
  g_return_if_fail (ACQ_IS_OPERATIONS (self));
  self->wanted = transaction_id;
  acq_filter_chips_set_selected (self->chips, filters[ACQ_BANK_FILTER_ALL].code);
  select_cb (self);
}

gboolean
acq_operations_is_settled (AcqOperations *self)
{
  g_return_val_if_fail (ACQ_IS_OPERATIONS (self), FALSE);
  return self->listing != NULL && !self->outdated && self->reading == NULL && self->selecting == NULL;
}

guint
acq_operations_get_n_shown (AcqOperations *self)
{
  g_return_val_if_fail (ACQ_IS_OPERATIONS (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* What is to be done with one bank line. */
typedef struct
{
  gint64 transaction_id;
  enum
  {
    DEED_UNMATCH,
    DEED_IGNORE,
    DEED_UNIGNORE,
  } kind;
} Deed;

static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  gint64 removed;

  if (deed->kind == DEED_UNMATCH)
    return acq_match_take_back (file, deed->transaction_id, NULL, &removed, error);
  return acq_bank_line_set_ignored (file, deed->transaction_id, deed->kind == DEED_IGNORE, error);
}

static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqOperations *self = ACQ_OPERATIONS (widget);
  Deed *deed = g_new0 (Deed, 1);
  const char *done = _ ("Match taken back");

  deed->transaction_id = g_variant_get_int64 (parameter);
  if (g_str_equal (action, "operations.ignore"))
    {
      deed->kind = DEED_IGNORE;
      done = _ ("Bank line left out");
    }
  else if (g_str_equal (action, "operations.unignore"))
    {
      deed->kind = DEED_UNIGNORE;
      done = _ ("Bank line taken in again");
    }
  acq_open_company_change_async (self->company, done, carry_out, deed, g_free, NULL, acq_told_change_cb,
                                 g_object_ref (self));
}

static void
match_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  acq_match_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), ACQ_OPERATIONS (widget)->company,
                            g_variant_get_int64 (parameter), 0);
}

static void
make_rule_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqOperations *self = ACQ_OPERATIONS (widget);
  g_autoptr (AcqOperationItem) item = NULL;
  guint position;

  if (!acq_operation_model_find (self->model, g_variant_get_int64 (parameter), &position))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  acq_label_rule_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->company,
                                 &(AcqTransaction){ .label = acq_operation_item_get_line (item)->label });
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqOperations *self = ACQ_OPERATIONS (widget);
  guint position;
  g_autoptr (AcqOperationItem) item = NULL;

  if (!acq_operation_model_find (self->model, g_variant_get_int64 (parameter), &position))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), acq_operation_item_get_line (item)->label);
}

/* The first invoice that money settled; NULL where it settled none. */
static const AcqInvoice *
find_paid_invoice (const AcqBankListing *listing, const AcqReceipt *receipt)
{
  for (guint i = 0; receipt != NULL && i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);

      if (allocation->amount > 0)
        return acq_ledger_find_invoice (listing->books->ledger, allocation->invoice_id);
    }
  return NULL;
}

static void
receipt_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqOperations *self = ACQ_OPERATIONS (widget);
  g_autoptr (AcqOperationItem) item = NULL;
  const AcqReceipt *receipt;
  const AcqInvoice *invoice;
  guint position;

  if (self->listing == NULL || !acq_operation_model_find (self->model, g_variant_get_int64 (parameter), &position))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  receipt = acq_bank_listing_find_receipt (self->listing, acq_operation_item_get_line (item));
  invoice = find_paid_invoice (self->listing, receipt);
  if (invoice != NULL)
    gtk_widget_activate_action (widget, "win.write-receipt", "(sx)", invoice->number, receipt->id);
}

static void
acq_operations_constructed (GObject *object)
{
  AcqOperations *self = ACQ_OPERATIONS (object);

  G_OBJECT_CLASS (acq_operations_parent_class)->constructed (object);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
}

static void
acq_operations_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_OPERATIONS (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_operations_dispose (GObject *object)
{
  AcqOperations *self = ACQ_OPERATIONS (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->selecting);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_OPERATIONS);
  G_OBJECT_CLASS (acq_operations_parent_class)->dispose (object);
}

static void
acq_operations_finalize (GObject *object)
{
  AcqOperations *self = ACQ_OPERATIONS (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->selecting);
  g_clear_object (&self->model);
  g_clear_object (&self->company);
  g_clear_pointer (&self->listing, acq_bank_listing_unref);
  g_free (self->text);
  G_OBJECT_CLASS (acq_operations_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "operations.match", "x", match_cb);
  gtk_widget_class_install_action (widget_class, "operations.unmatch", "x", change_cb);
  gtk_widget_class_install_action (widget_class, "operations.ignore", "x", change_cb);
  gtk_widget_class_install_action (widget_class, "operations.unignore", "x", change_cb);
  gtk_widget_class_install_action (widget_class, "operations.make-rule", "x", make_rule_cb);
  gtk_widget_class_install_action (widget_class, "operations.copy", "x", copy_cb);
  gtk_widget_class_install_action (widget_class, "operations.receipt", "x", receipt_cb);
}

static void
acq_operations_class_init (AcqOperationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_operations_constructed;
  object_class->set_property = acq_operations_set_property;
  object_class->dispose = acq_operations_dispose;
  object_class->finalize = acq_operations_finalize;
  widget_class->map = acq_operations_map;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  g_type_ensure (ACQ_TYPE_FILTER_CHIPS);
  g_type_ensure (ACQ_TYPE_OPERATION_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-operations.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOperations, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqOperations, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqOperations, table_stack);
  gtk_widget_class_bind_template_child (widget_class, AcqOperations, table);
  gtk_widget_class_bind_template_callback (widget_class, select_cb);
}

static void
acq_operations_init (AcqOperations *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  self->model = acq_operation_model_new ();
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    acq_filter_chips_add (self->chips, filters[i].code,
                          g_dpgettext2 (NULL, "bank lines", filters[i].label));
  g_signal_connect_object (self->chips, "notify::selected", G_CALLBACK (select_cb), self, G_CONNECT_SWAPPED);
  acq_operation_table_set_model (self->table, G_LIST_MODEL (self->model));
}

GtkWidget *
acq_operations_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_OPERATIONS, "company", company, NULL);
}
