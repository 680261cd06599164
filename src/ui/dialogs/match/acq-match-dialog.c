/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-match-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-bank-line-entry.h"
#include "acq-banner.h"
#include "acq-batch-parts-text.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-interest-payment.h"
#include "acq-label-rule-dialog.h"
#include "acq-match-part-row.h"
#include "acq-widget-waiting.h"

#define MAX_RESULTS 30

#define ACQ_TYPE_MATCH_DIALOG (acq_match_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqMatchDialog, acq_match_dialog, ACQ, MATCH_DIALOG, AdwWindow)

struct _AcqMatchDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  GtkLabel *amount;
  GtkLabel *label;
  GtkLabel *batch;
  GtkWidget *given;
  GtkListBox *parts;
  GtkLabel *left;
  GtkCheckButton *interest;
  GtkWidget *spread;
  GtkSearchEntry *search;
  GtkListBox *results;
  GtkWidget *nothing;

  /* Owned references */
  AcqOpenCompany *company;
  AcqBooks *books;
  AcqMatchDraft *draft;
  AcqInterestBasis *basis; /* NULL until it is read */
  GPtrArray *found; /* (element-type AcqInvoice) of the books, in the order of the rows */
  char *found_for;  /* what was typed for these; NULL: nothing was found yet, or they are looked for anew */
  char *wanted;     /* what was typed when Enter asked for the first that is found; NULL: it did not */
  GCancellable *searching;

  gint64 customer_id; /* whose invoices to show while nothing is typed; 0: everybody's */
};

G_DEFINE_FINAL_TYPE (AcqMatchDialog, acq_match_dialog, ADW_TYPE_WINDOW)

/* Sums of what is left for the claims beside the invoices. FALSE where there are none. */
static gboolean
sum_interest (AcqMatchDialog *self, gint64 *ret_penalties, gint64 *ret_indemnities)
{
  const AcqTransaction *transaction = acq_match_draft_get_transaction (self->draft);
  g_autoptr (GPtrArray) invoices = g_ptr_array_new ();
  g_autoptr (GArray) payments = NULL;

  *ret_penalties = *ret_indemnities = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (invoices, (gpointer) acq_match_part_row_get_invoice (ACQ_MATCH_PART_ROW (row)));
  if (self->basis != NULL)
    payments = acq_interest_payment_plan (self->books, self->basis, invoices, transaction->booked,
                                          acq_match_draft_get_left (self->draft), NULL);
  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      *ret_penalties += g_array_index (payments, AcqInterestPayment, i).penalties;
      *ret_indemnities += g_array_index (payments, AcqInterestPayment, i).indemnity;
    }
  return *ret_penalties + *ret_indemnities > 0;
}

static void
show_interest (AcqMatchDialog *self)
{
  gint64 penalties, indemnities;
  gboolean any = sum_interest (self, &penalties, &indemnities);
  g_autofree char *first = acq_amount_text (penalties, ACQ_CURRENCY_EUR);
  g_autofree char *second = acq_amount_text (indemnities, ACQ_CURRENCY_EUR);
  /* Translators: two amounts that a payment pays beside the invoices. */
  g_autofree char *words = g_strdup_printf (_ ("It pays late interest too (%1$s) and indemnities (%2$s)"), first, second);

  gtk_check_button_set_label (self->interest, words);
  gtk_widget_set_visible (GTK_WIDGET (self->interest), any);
}

static gboolean
pays_interest (AcqMatchDialog *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->interest)) && gtk_check_button_get_active (self->interest);
}

static gint64
find_left (AcqMatchDialog *self)
{
  gint64 penalties = 0, indemnities = 0;

  if (pays_interest (self))
    sum_interest (self, &penalties, &indemnities);
  return acq_match_draft_get_left (self->draft) - penalties - indemnities;
}

static void
show_left (AcqMatchDialog *self)
{
  const AcqTransaction *transaction = acq_match_draft_get_transaction (self->draft);
  gint64 left = find_left (self);
  gboolean over = (left < 0) == (transaction->amount > 0) && left != 0;
  g_autofree char *amount = acq_amount_text (over ? -left : left, transaction->currency);
  g_autofree char *text = over       ? g_strdup_printf (_ ("%s more than came in"), amount)
                          : left == 0 ? g_strdup (_ ("Nothing is left"))
                                      : g_strdup_printf (_ ("Left: %s"), amount);

  gtk_label_set_text (self->left, text);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->left), "acq-stop");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left), "acq-stop");
}

/* Whose invoices take what is left: those of the customer who was picked first. */
static gint64
find_customer (AcqMatchDialog *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->parts));

  return row == NULL ? 0 : acq_match_part_row_get_invoice (ACQ_MATCH_PART_ROW (row))->customer_id;
}

static void
update (AcqMatchDialog *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->parts));

  gtk_widget_set_visible (self->given, row != NULL);
  gtk_widget_set_visible (self->spread, acq_match_draft_get_left (self->draft) > 0);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const AcqInvoice *invoice = acq_match_part_row_get_invoice (ACQ_MATCH_PART_ROW (row));

      acq_match_part_row_set_flaw (ACQ_MATCH_PART_ROW (row), acq_match_draft_check (self->draft, invoice));
    }
  show_interest (self);
  show_left (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "match.confirm", acq_match_draft_is_valid (self->draft));
}

static void
interest_toggled_cb (AcqMatchDialog *self)
{
  g_assert (ACQ_IS_MATCH_DIALOG (self));
  show_left (self);
}

static void
amount_changed_cb (AcqMatchDialog *self, AcqMatchPartRow *row)
{
  acq_match_draft_set_amount (self->draft, acq_match_part_row_get_invoice (row),
                              acq_match_part_row_get_amount (row));
  update (self);
}

static void
start_search (AcqMatchDialog *self);

static void
removed_cb (AcqMatchDialog *self, AcqMatchPartRow *row)
{
  acq_match_draft_remove (self->draft, acq_match_part_row_get_invoice (row));
  gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  update (self);
  start_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
add_row (AcqMatchDialog *self, const AcqInvoice *invoice, gint64 amount)
{
  GtkWidget *row = acq_match_part_row_new (self->books->ledger, invoice, amount);

  gtk_list_box_append (self->parts, row);
  g_signal_connect_object (row, "amount-changed", G_CALLBACK (amount_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_part (AcqMatchDialog *self, const AcqInvoice *invoice)
{
  gint64 amount = acq_match_draft_suggest (self->draft, invoice);

  /* The second click of two: its row stands there until the search is over. */
  if (acq_match_draft_has (self->draft, invoice))
    return;
  acq_match_draft_set_amount (self->draft, invoice, amount);
  add_row (self, invoice, amount);
  update (self);
  start_search (self);
}

static void
spread_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (widget);
  g_autoptr (GPtrArray) settled = acq_match_draft_spread (self->draft, find_customer (self));

  for (guint i = 0; i < settled->len; i++)
    add_row (self, settled->pdata[i], acq_match_draft_get_amount (self->draft, settled->pdata[i]));
  update (self);
  start_search (self);
}

static void
result_activated_cb (AcqMatchDialog *self, GtkListBoxRow *row)
{
  g_assert (ACQ_IS_MATCH_DIALOG (self));
  add_part (self, self->found->pdata[gtk_list_box_row_get_index (row)]);
}

/* What is on show may be what was found before the last letters were typed: then the first of the next is meant. */
static void
take_first_cb (AcqMatchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_assert (ACQ_IS_MATCH_DIALOG (self));
  if (g_strcmp0 (self->found_for, text) != 0)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (text);
      start_search (self);
    }
  else if (self->found->len > 0)
    add_part (self, self->found->pdata[0]);
}

static GtkWidget *
result_row_new (AcqMatchDialog *self, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (self->books->ledger, invoice->customer_id);
  const char *name = customer != NULL ? customer->name : "";
  g_autofree char *due = acq_day_text (acq_invoice_due_day (invoice), self->books->today);
  g_autofree char *balance = acq_amount_text (invoice->balance, invoice->currency);
  /* Translators: an invoice's number and its due day. */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, due %s"), invoice->number, due);
  g_autofree char *text = g_strdup_printf (_ ("%s, %s, %s"), name, subtitle, balance);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", subtitle,
                                 "title-lines", 1, "activatable", TRUE, NULL);
  GtkWidget *amount = gtk_label_new (balance);

  gtk_widget_add_css_class (amount, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
show_results (AcqMatchDialog *self, GPtrArray *found)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_list_box_remove (self->results, row);
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < found->len; i++)
    {
      if (acq_match_draft_has (self->draft, found->pdata[i]))
        continue;
      g_ptr_array_add (self->found, found->pdata[i]);
      gtk_list_box_append (self->results, result_row_new (self, found->pdata[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->results), self->found->len > 0);
  gtk_widget_set_visible (self->nothing, self->found->len == 0);
}

/* What a search works with on its thread. */
typedef struct
{
  AcqBooks *books;
  const AcqTransaction *transaction; /* of the books */
  char *text;
  gint64 customer_id;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  acq_books_unref (search->books);
  g_free (search->text);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task,
                         acq_match_draft_search (search->books, search->transaction, search->text,
                                                 search->customer_id, MAX_RESULTS),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (object);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *wanted = NULL;

  if (found == NULL)
    return;
  show_results (self, found);
  self->found_for = g_strdup (search->text);
  wanted = g_steal_pointer (&self->wanted);
  if (g_strcmp0 (wanted, self->found_for) == 0)
    take_first_cb (self);
}

static void
start_search (AcqMatchDialog *self)
{
  Search *search = g_new0 (Search, 1);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->searching);
  g_set_object (&self->searching, NULL);
  g_clear_pointer (&self->found_for, g_free);
  self->searching = g_cancellable_new ();
  search->books = acq_books_ref (self->books);
  search->transaction = acq_match_draft_get_transaction (self->draft);
  search->text = g_strdup (text);
  search->customer_id = text[0] == '\0' ? self->customer_id : 0;
  task = g_task_new (self, self->searching, searched_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
search_cb (AcqMatchDialog *self)
{
  g_assert (ACQ_IS_MATCH_DIALOG (self));
  start_search (self);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqMatchDialog) self = ACQ_MATCH_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  acq_widget_set_waiting (GTK_WIDGET (self), FALSE);
  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  text = acq_error_text (error);
  acq_banner_set_title (self->banner, text);
  acq_banner_set_revealed (self->banner, TRUE);
}

typedef struct
{
  gint64 transaction_id;
  GPtrArray *parts; /* (element-type AcqMatchPart) (nullable): NULL to leave the line out */
  gboolean pays_interest;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_clear_pointer (&deed->parts, g_ptr_array_unref);
  g_free (deed);
}

static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  if (deed->parts == NULL)
    return acq_bank_line_set_ignored (file, deed->transaction_id, TRUE, error);
  if (deed->pays_interest)
    return acq_interest_payment_match (file, deed->transaction_id, deed->parts, NULL, error);
  return acq_match_by_hand (file, deed->transaction_id, deed->parts, error);
}

static void
change (AcqMatchDialog *self, GPtrArray *parts, const char *done)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->transaction_id = acq_match_draft_get_transaction (self->draft)->id;
  deed->parts = parts;
  deed->pays_interest = parts != NULL && pays_interest (self);
  acq_widget_set_waiting (GTK_WIDGET (self), TRUE);
  acq_open_company_change_async (self->company, done, carry_out, deed, deed_free, NULL, changed_cb,
                                 g_object_ref (self));
}

static void
confirm_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (widget);

  change (self, acq_match_draft_parts (self->draft), _ ("Receipt matched"));
}

static void
ignore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  change (ACQ_MATCH_DIALOG (widget), NULL, _ ("Bank line left out"));
}

static void
make_rule_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (widget);

  acq_label_rule_dialog_present (gtk_window_get_transient_for (GTK_WINDOW (self)), self->company,
                                 acq_match_draft_get_transaction (self->draft));
  gtk_window_close (GTK_WINDOW (self));
}

static void
acq_match_dialog_dispose (GObject *object)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (object);

  g_cancellable_cancel (self->searching);
  G_OBJECT_CLASS (acq_match_dialog_parent_class)->dispose (object);
}

static void
acq_match_dialog_finalize (GObject *object)
{
  AcqMatchDialog *self = ACQ_MATCH_DIALOG (object);

  g_clear_object (&self->searching);
  g_clear_object (&self->company);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self->found_for);
  g_free (self->wanted);
  g_clear_pointer (&self->draft, acq_match_draft_free);
  g_clear_pointer (&self->basis, acq_interest_basis_free);
  g_clear_pointer (&self->books, acq_books_unref);
  G_OBJECT_CLASS (acq_match_dialog_parent_class)->finalize (object);
}

static void
acq_match_dialog_class_init (AcqMatchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_match_dialog_dispose;
  object_class->finalize = acq_match_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  gtk_widget_class_install_action (widget_class, "match.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "match.spread", NULL, spread_cb);
  gtk_widget_class_install_action (widget_class, "match.ignore", NULL, ignore_cb);
  gtk_widget_class_install_action (widget_class, "match.make-rule", NULL, make_rule_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/match/acq-match-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, label);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, batch);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, given);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, left);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, interest);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, spread);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, search);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, results);
  gtk_widget_class_bind_template_child (widget_class, AcqMatchDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, interest_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_activated_cb);
}

static void
acq_match_dialog_init (AcqMatchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_ptr_array_new ();
}

static void
show_line (AcqMatchDialog *self)
{
  const AcqTransaction *transaction = acq_match_draft_get_transaction (self->draft);
  g_autofree char *amount = acq_amount_text (transaction->amount - transaction->matched, transaction->currency);
  g_autofree char *day = acq_day_text_weekday (transaction->booked, self->books->today);
  g_autofree char *label = g_strdup_printf (_ ("%s · “%s”"), day, transaction->label);
  g_autofree char *batch = acq_batch_parts_text (transaction);

  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->label, label);
  gtk_label_set_text (self->batch, batch != NULL ? batch : "");
  gtk_widget_set_visible (GTK_WIDGET (self->batch), batch != NULL);
}

static gpointer
ask_basis (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_interest_basis_load (acq_company_file_connection (file), error);
}

static void
basis_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqMatchDialog) self = ACQ_MATCH_DIALOG (user_data);
  AcqInterestBasis *basis = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  if (basis == NULL)
    return;
  self->basis = basis;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

void
acq_match_dialog_present (GtkWindow *parent, AcqOpenCompany *company, gint64 transaction_id,
                          gint64 customer_id)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  AcqMatchDraft *draft = view == NULL ? NULL : acq_match_draft_new (view->books, transaction_id);
  AcqMatchDialog *self;

  if (draft == NULL)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("This bank line is matched already"),
                        _ ("Take its match back first, in the list of all bank lines."));
      return;
    }
  self = g_object_new (ACQ_TYPE_MATCH_DIALOG, "transient-for", parent, NULL);
  self->company = g_object_ref (company);
  self->books = acq_books_ref (view->books);
  self->draft = draft;
  self->customer_id = customer_id;
  show_line (self);
  update (self);
  start_search (self);
  acq_open_company_ask_async (company, ask_basis, NULL, NULL, (GDestroyNotify) acq_interest_basis_free, NULL, basis_cb,
                              g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
