/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-receipts.h"

#include <glib/gi18n.h>

#include "acq-account-strip.h"
#include "acq-amount-text.h"
#include "acq-bank-answers.h"
#include "acq-bank-columns.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-question-list.h"
#include "acq-sure-model.h"
#include "acq-sure-row.h"
#include "acq-widget-waiting.h"

struct _AcqBankReceipts
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AcqAccountStrip *accounts;
  GtkToggleButton *show_sure;
  GtkToggleButton *show_questions;
  AcqBankColumns *columns;
  GtkLabel *sum;
  GtkButton *accept_all;
  GtkStack *sure_stack;
  GtkListView *sure;
  GtkLabel *n_questions;
  AcqQuestionList *questions;

  /* Owned references */
  AcqOpenCompany *company;
  AcqSureModel *model;
  AcqBankAgenda *agenda; /* NULL until the first is worked out */
  GCancellable *working; /* of the agenda being worked out */
  GCancellable *closing;

  gint64 wanted; /* the bank line to open once the agenda is there; 0: none */
  guint n_accounts;
};

G_DEFINE_FINAL_TYPE (AcqBankReceipts, acq_bank_receipts, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  PROP_N_PENDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_counts (AcqBankReceipts *self)
{
  guint n_sure = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_questions = self->agenda->questions->len;
  g_autofree char *sum = acq_amount_text (self->agenda->sum, self->agenda->currency);
  g_autofree char *sure_text = acq_number_text (n_sure);
  g_autofree char *question_text = acq_number_text (n_questions);
  g_autofree char *accept
    = g_strdup_printf (ngettext ("Accept all (%s sure)", "Accept all (%s sure)", n_sure), sure_text);
  g_autofree char *questions
    = g_strdup_printf (ngettext ("%s question", "%s questions", n_questions), question_text);
  g_autofree char *sure_tab = g_strdup_printf (_ ("Sure (%s)"), sure_text);
  g_autofree char *question_tab = g_strdup_printf (_ ("Your opinion (%s)"), question_text);

  gtk_label_set_text (self->sum, self->agenda->mixed || n_sure == 0 ? "" : sum);
  gtk_button_set_label (self->accept_all, accept);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept_all), GTK_ACCESSIBLE_PROPERTY_LABEL, accept,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_all), n_sure > 0);
  gtk_label_set_text (self->n_questions, questions);
  gtk_button_set_label (GTK_BUTTON (self->show_sure), sure_tab);
  gtk_button_set_label (GTK_BUTTON (self->show_questions), question_tab);
  gtk_stack_set_visible_child_name (self->sure_stack, n_sure > 0 ? "list" : "none");
  /* What is being posted has changed the file, or is about to: the rest is not what is shown until it is read again. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipts.accept-all",
                                 !acq_sure_model_has_taken (self->model) && self->working == NULL);
}

/* Where there is room for one side only, it is not the empty one. */
static void
choose_side (AcqBankReceipts *self)
{
  guint n_sure = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_questions = self->agenda->questions->len;

  if (n_sure == 0 && n_questions > 0)
    gtk_toggle_button_set_active (self->show_questions, TRUE);
  else if (n_questions == 0 && n_sure > 0)
    gtk_toggle_button_set_active (self->show_sure, TRUE);
}

static void
show_page (AcqBankReceipts *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  if (view == NULL || self->agenda == NULL)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  else if (view->books->ledger->n_accounts == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else if (acq_bank_receipts_get_n_pending (self) == 0)
    gtk_stack_set_visible_child_name (self->stack, "done");
  else
    gtk_stack_set_visible_child_name (self->stack, "receipts");
}

/* Where what had the focus has gone, the next question is what a person at the keyboard goes on with. */
static void
keep_focus (AcqBankReceipts *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_root_get_focus (root) != NULL)
    return;
  if (!gtk_widget_child_focus (GTK_WIDGET (self->questions), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
set_agenda (AcqBankReceipts *self, AcqBankAgenda *agenda)
{
  g_clear_pointer (&self->agenda, acq_bank_agenda_unref);
  self->agenda = acq_bank_agenda_ref (agenda);
  acq_sure_model_set_agenda (self->model, agenda);
  acq_question_list_set_agenda (self->questions, agenda);
  show_counts (self);
  choose_side (self);
  show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PENDING]);
  if (self->wanted != 0)
    acq_bank_receipts_open (self, self->wanted);
  keep_focus (self);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, acq_bank_agenda_new (data), (GDestroyNotify) acq_bank_agenda_unref);
}

static void
worked_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (object);
  g_autoptr (AcqBankAgenda) agenda = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A newer view has come in the meantime, or the page has gone. */
  if (agenda == NULL)
    return;
  g_clear_object (&self->working);
  set_agenda (self, agenda);
}

static gpointer
ask_accounts (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_bank_accounts_list (file, error);
}

static void
accounts_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqBankReceipts) self = ACQ_BANK_RECEIPTS (user_data);
  AcqOpenCompany *company = ACQ_OPEN_COMPANY (object);
  g_autoptr (GPtrArray) accounts = acq_open_company_ask_finish (company, result, NULL);

  if (accounts != NULL && !g_cancellable_is_cancelled (self->closing))
    acq_account_strip_set_accounts (self->accounts, accounts,
                                    acq_open_company_get_view (company)->books->today);
}

static void
view_cb (AcqBankReceipts *self)
{
  AcqCompanyView *view = (AcqCompanyView *) acq_open_company_get_view (self->company);
  g_autoptr (GTask) task = NULL;

  g_assert (ACQ_IS_BANK_RECEIPTS (self));
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  if (view == NULL)
    return;
  acq_open_company_ask_async (self->company, ask_accounts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                              self->closing, accounts_cb, g_object_ref (self));
  if (view->planning == NULL)
    return;
  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, worked_out_cb, NULL);
  g_task_set_task_data (task, acq_company_view_ref (view), (GDestroyNotify) acq_company_view_unref);
  g_task_run_in_thread (task, work_out);
}

typedef struct
{
  AcqBankReceipts *self;
  gint64 transaction_id;
} Acceptance;

static void
tell_error (AcqBankReceipts *self, const GError *error)
{
  g_autofree char *text = acq_error_text (error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was accepted"), text);
}

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Acceptance *acceptance = user_data;
  g_autoptr (AcqBankReceipts) self = acceptance->self;
  g_autoptr (GError) error = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    return;
  acq_sure_model_set_taken (self->model, acceptance->transaction_id, FALSE);
  show_counts (self);
  tell_error (self, error);
}

static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_bank_deed_apply (data, file, error);
}

static void
accept (AcqBankReceipts *self, const AcqSureReceipt *receipt)
{
  Acceptance *acceptance = g_new0 (Acceptance, 1);
  AcqBankDeed *deed = acq_bank_deed_new_for_proposal (receipt, self->agenda->view->books->ledger);

  acceptance->self = g_object_ref (self);
  acceptance->transaction_id = receipt->transaction->id;
  acq_sure_model_set_taken (self->model, acceptance->transaction_id, TRUE);
  show_counts (self);
  acq_open_company_change_async (self->company, _ ("Receipt matched"), carry_out, deed,
                                 (GDestroyNotify) acq_bank_deed_free, NULL, accepted_cb, acceptance);
}

static void
accept_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (widget);
  const AcqSureReceipt *receipt = acq_sure_model_find (self->model, g_variant_get_int64 (parameter));

  if (receipt != NULL)
    accept (self, receipt);
}

static void
activate_cb (AcqBankReceipts *self, guint position)
{
  g_autoptr (AcqSureItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  g_assert (ACQ_IS_BANK_RECEIPTS (self));
  accept (self, acq_sure_model_find (self->model, acq_sure_item_get_transaction_id (item)));
}

static gboolean
post_shown (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const AcqCompanyView *view = ((const AcqBankAgenda *) data)->view;
  guint posted;

  return acq_match_post_shown (file, view->books, view->planning->reconciliation, &posted, error);
}

static void
accepted_all_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqBankReceipts) self = ACQ_BANK_RECEIPTS (user_data);
  g_autoptr (GError) error = NULL;

  acq_widget_set_waiting (GTK_WIDGET (self->columns), FALSE);
  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    return;
  tell_error (self, error);
  acq_open_company_refresh (self->company);
}

static void
accept_all_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (widget);
  guint n = self->agenda->sure->len;
  g_autofree char *text = acq_number_text (n);
  g_autofree char *done = g_strdup_printf (ngettext ("%s receipt matched", "%s receipts matched", n), text);

  acq_widget_set_waiting (GTK_WIDGET (self->columns), TRUE);
  acq_open_company_change_async (self->company, done, post_shown, acq_bank_agenda_ref (self->agenda),
                                 (GDestroyNotify) acq_bank_agenda_unref, NULL, accepted_all_cb,
                                 g_object_ref (self));
}

guint
acq_bank_receipts_get_n_pending (AcqBankReceipts *self)
{
  g_return_val_if_fail (ACQ_IS_BANK_RECEIPTS (self), 0);
  return self->agenda == NULL ? 0 : self->agenda->sure->len + self->agenda->questions->len;
}

gboolean
acq_bank_receipts_is_settled (AcqBankReceipts *self)
{
  g_return_val_if_fail (ACQ_IS_BANK_RECEIPTS (self), FALSE);
  return self->agenda != NULL && self->working == NULL && !acq_sure_model_has_taken (self->model);
}

gboolean
acq_bank_receipts_open (AcqBankReceipts *self, gint64 transaction_id)
{
  g_return_val_if_fail (ACQ_IS_BANK_RECEIPTS (self), FALSE);
  self->wanted = self->agenda == NULL ? transaction_id : 0;
  if (self->agenda == NULL || !acq_question_list_open (self->questions, transaction_id))
    return FALSE;
  g_object_set (self->columns, "show-end", TRUE, NULL);
  return TRUE;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (ACQ_TYPE_SURE_ROW, NULL));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  acq_sure_row_set_item (ACQ_SURE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
set_up_list (AcqBankReceipts *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->sure, factory);
  gtk_list_view_set_model (self->sure, GTK_SELECTION_MODEL (selection));
}

static void
acq_bank_receipts_constructed (GObject *object)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (object);

  G_OBJECT_CLASS (acq_bank_receipts_parent_class)->constructed (object);
  acq_question_list_set_company (self->questions, self->company);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
}

static void
acq_bank_receipts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_PENDING)
    g_value_set_uint (value, acq_bank_receipts_get_n_pending (ACQ_BANK_RECEIPTS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_bank_receipts_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_BANK_RECEIPTS (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_bank_receipts_dispose (GObject *object)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (object);

  g_cancellable_cancel (self->working);
  g_cancellable_cancel (self->closing);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_BANK_RECEIPTS);
  G_OBJECT_CLASS (acq_bank_receipts_parent_class)->dispose (object);
}

static void
acq_bank_receipts_finalize (GObject *object)
{
  AcqBankReceipts *self = ACQ_BANK_RECEIPTS (object);

  g_clear_object (&self->working);
  g_clear_object (&self->closing);
  g_clear_object (&self->model);
  g_clear_object (&self->company);
  g_clear_pointer (&self->agenda, acq_bank_agenda_unref);
  G_OBJECT_CLASS (acq_bank_receipts_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ACQ_TYPE_ACCOUNT_STRIP);
  g_type_ensure (ACQ_TYPE_BANK_COLUMNS);
  g_type_ensure (ACQ_TYPE_QUESTION_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-bank-receipts.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, accounts);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, show_sure);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, show_questions);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, columns);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, sum);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, accept_all);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, sure_stack);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, sure);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, n_questions);
  gtk_widget_class_bind_template_child (widget_class, AcqBankReceipts, questions);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
acq_bank_receipts_class_init (AcqBankReceiptsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_bank_receipts_constructed;
  object_class->get_property = acq_bank_receipts_get_property;
  object_class->set_property = acq_bank_receipts_set_property;
  object_class->dispose = acq_bank_receipts_dispose;
  object_class->finalize = acq_bank_receipts_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PENDING] = g_param_spec_uint ("n-pending", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "receipts.accept", "x", accept_cb);
  gtk_widget_class_install_action (widget_class, "receipts.accept-all", NULL, accept_all_cb);
  bind_template (widget_class);
}

static void
acq_bank_receipts_init (AcqBankReceipts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = acq_sure_model_new ();
  self->closing = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipts.accept-all", FALSE);
  set_up_list (self);
}

GtkWidget *
acq_bank_receipts_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_BANK_RECEIPTS, "company", company, NULL);
}
