/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-field-flaw-text.h"
#include "acq-file-dialogs.h"
#include "acq-invoice-entry.h"
#include "acq-name-suggestions.h"
#include "acq-workflow-error.h"

#define ACQ_TYPE_INVOICE_DIALOG (acq_invoice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceDialog, acq_invoice_dialog, ACQ, INVOICE_DIALOG, AdwWindow)

struct _AcqInvoiceDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  AdwComboRow *kind_row;
  AdwEntryRow *customer_row;
  AcqNameSuggestions *suggestions;
  AdwEntryRow *number_row;
  AdwEntryRow *issued_row;
  AdwEntryRow *due_row;
  AdwEntryRow *total_row;
  AdwActionRow *copy_row;

  AcqOpenCompany *company;
  AcqBooks *books;
  AcqInvoice *invoice; /* as it is kept; of id 0: a new one */
  GBytes *copy;        /* NULL: none was chosen */
  char *copy_name;
  GtkWidget *marked; /* borrowed: the field that is wrong; NULL: none */
};

G_DEFINE_FINAL_TYPE (AcqInvoiceDialog, acq_invoice_dialog, ADW_TYPE_WINDOW)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
set_day (AdwEntryRow *row, AcqDay day)
{
  g_autofree char *text = day == ACQ_DAY_NONE ? g_strdup ("") : acq_day_text_numeric (day);

  set_text (row, text);
}

static gboolean
is_credit_note (AcqInvoiceDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row) == 1;
}

static void
unmark (AcqInvoiceDialog *self)
{
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "error");
  self->marked = NULL;
  acq_banner_set_revealed (self->banner, FALSE);
}

/* Says what is wrong, marks the field and leads the keyboard there. */
static void
mark (AcqInvoiceDialog *self, gpointer row, const char *words)
{
  unmark (self);
  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
  if (row == NULL)
    return;
  self->marked = row;
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static void
changed_cb (AcqInvoiceDialog *self)
{
  unmark (self);
}

static void
kind_changed_cb (AcqInvoiceDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), !is_credit_note (self));
  changed_cb (self);
}

static void
customer_changed_cb (AcqInvoiceDialog *self)
{
  changed_cb (self);
  if (self->books != NULL && self->invoice->id == 0)
    acq_name_suggestions_look_for (self->suggestions, self->books, get_text (self->customer_row));
}

static void
suggested_cb (AcqInvoiceDialog *self, const char *name)
{
  set_text (self->customer_row, name);
  gtk_editable_set_position (GTK_EDITABLE (self->customer_row), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
}

static void
entry_activated_cb (AcqInvoiceDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "invoice.save", NULL);
}

static void
copy_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqInvoiceDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (copy == NULL)
    {
      mark (self, self->copy_row, error->message);
      return;
    }
  unmark (self);
  g_clear_pointer (&self->copy, g_bytes_unref);
  g_free (self->copy_name);
  self->copy = g_steal_pointer (&copy);
  self->copy_name = g_file_get_basename (G_FILE (source));
  adw_action_row_set_subtitle (self->copy_row, self->copy_name);
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqInvoiceDialog) self = data;
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);

  if (file != NULL)
    g_file_load_bytes_async (file, NULL, copy_read_cb, g_object_ref (self));
}

static void
choose_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", NULL };
  const AcqFileKind kind = { _ ("PDF documents"), patterns };

  acq_file_dialogs_open_async (widget, _ ("Copy of the invoice"), &kind, FALSE, NULL, copy_chosen_cb,
                               g_object_ref (widget));
}

/* What is handed to the company's thread. */
typedef struct
{
  AcqInvoiceEntry entry;
  AcqInvoice *invoice;
  char *customer_name;
  GBytes *copy;
  char *copy_name;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  acq_invoice_free (deed->invoice);
  g_free (deed->customer_name);
  g_clear_pointer (&deed->copy, g_bytes_unref);
  g_free (deed->copy_name);
  g_free (deed);
}

static gboolean
save (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_invoice_entry_save (file, &((Deed *) data)->entry, error);
}

/* The row of a field that a flaw is about. */
static gpointer
find_row (AcqInvoiceDialog *self, const char *field)
{
  const struct
  {
    const char *field;
    gpointer row;
  } rows[] = {
    { "number", self->number_row }, { "customer", self->customer_row }, { "issued", self->issued_row },
    { "due", self->due_row },       { "total", self->total_row },       { "copy", self->copy_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].field, field) == 0)
      return rows[i].row;
  return NULL;
}

static void
show_error (AcqInvoiceDialog *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);
  AcqEntryFlaw flaw;

  if (g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD)
      && acq_entry_flaw_from_code (error->message, &flaw))
    mark (self, find_row (self, acq_entry_flaw_field (flaw)), acq_field_flaw_text (error->message));
  else
    mark (self, NULL, words);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqInvoiceDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoice.save", TRUE);
  show_error (self, error);
}

/* Where nothing is typed the parts are left to the customer's terms; an invoice of several parts keeps them. One that is
   nothing but retention stays so. */
static void
take_due (AcqInvoice *invoice, AcqDay due, gboolean is_credit)
{
  AcqDueKind kind
    = invoice->due_items->len == 0 ? ACQ_DUE_KIND_NORMAL : acq_invoice_due_item (invoice, 0)->kind;

  if (invoice->due_items->len > 1)
    return;
  g_array_set_size (invoice->due_items, 0);
  if (due != ACQ_DAY_NONE && !is_credit)
    acq_invoice_add_due_item (invoice, kind, due, invoice->total);
}

static AcqInvoiceKind
find_kind (AcqInvoiceDialog *self)
{
  if (is_credit_note (self))
    return ACQ_INVOICE_KIND_CREDIT_NOTE;
  return acq_invoice_is_credit_note (self->invoice) ? ACQ_INVOICE_KIND_INVOICE : self->invoice->kind;
}

/* A copy, so that a refused one can be mended and saved again. */
static AcqInvoice *
copy_invoice (const AcqInvoice *kept)
{
  AcqInvoice *invoice = acq_invoice_new ();
  GArray *due_items = invoice->due_items, *vat_lines = invoice->vat_lines;

  *invoice = *kept;
  invoice->due_items = due_items;
  invoice->vat_lines = vat_lines;
  invoice->number = g_strdup (kept->number);
  invoice->order_reference = g_strdup (kept->order_reference);
  invoice->engagement = g_strdup (kept->engagement);
  invoice->deposit_status = g_strdup (kept->deposit_status);
  invoice->corrects = g_strdup (kept->corrects);
  invoice->penalty_note = g_strdup (kept->penalty_note);
  invoice->indemnity_note = g_strdup (kept->indemnity_note);
  invoice->discount_note = g_strdup (kept->discount_note);
  g_array_append_vals (due_items, kept->due_items->data, kept->due_items->len);
  g_array_append_vals (vat_lines, kept->vat_lines->data, kept->vat_lines->len);
  return invoice;
}

static gboolean
take_fields (AcqInvoiceDialog *self, AcqInvoice *invoice)
{
  AcqDay today = self->books->today, due;
  gint64 total = 0;

  invoice->issued = acq_day_parse_typed (get_text (self->issued_row), today);
  due = acq_day_parse_typed (get_text (self->due_row), today);
  if (invoice->issued == ACQ_DAY_NONE)
    mark (self, self->issued_row, _ ("This day cannot be read. Write it as “23/11/2026”."));
  else if (due == ACQ_DAY_NONE && get_text (self->due_row)[0] != '\0' && !is_credit_note (self))
    mark (self, self->due_row, _ ("This day cannot be read. Write it as “23/11/2026”."));
  else if (!acq_amount_parse_written (get_text (self->total_row), acq_currency_decimals (invoice->currency),
                                      &total))
    mark (self, self->total_row, _ ("This amount cannot be read. Write it as “986.40”."));
  else
    {
      g_free (invoice->number);
      invoice->number = g_strdup (get_text (self->number_row));
      invoice->kind = find_kind (self);
      total = is_credit_note (self) ? -ABS (total) : total;
      if (total != invoice->total)
        g_array_set_size (invoice->vat_lines, 0);
      invoice->total = total;
      take_due (invoice, due, is_credit_note (self));
      return TRUE;
    }
  return FALSE;
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqInvoiceDialog *self = ACQ_INVOICE_DIALOG (widget);
  Deed *deed;

  if (self->books == NULL || self->invoice == NULL)
    return;
  unmark (self);
  deed = g_new0 (Deed, 1);
  deed->invoice = copy_invoice (self->invoice);
  if (!take_fields (self, deed->invoice))
    {
      deed_free (deed);
      return;
    }
  deed->customer_name = g_strdup (get_text (self->customer_row));
  deed->copy = self->copy == NULL ? NULL : g_bytes_ref (self->copy);
  deed->copy_name = g_strdup (self->copy_name);
  deed->entry = (AcqInvoiceEntry){ deed->invoice, deed->customer_name, deed->copy, deed->copy_name,
                                   self->books->journal_end };
  gtk_widget_action_set_enabled (widget, "invoice.save", FALSE);
  acq_open_company_change_async (self->company,
                                 self->invoice->id == 0 ? _ ("Invoice added") : _ ("Invoice changed"), save,
                                 deed, deed_free, NULL, saved_cb, g_object_ref (self));
}

static void
acq_invoice_dialog_finalize (GObject *object)
{
  AcqInvoiceDialog *self = ACQ_INVOICE_DIALOG (object);

  g_clear_object (&self->company);
  g_clear_pointer (&self->invoice, acq_invoice_free);
  g_clear_pointer (&self->books, acq_books_unref);
  g_clear_pointer (&self->copy, g_bytes_unref);
  g_free (self->copy_name);
  G_OBJECT_CLASS (acq_invoice_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/invoice/acq-invoice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, customer_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, suggestions);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, issued_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, total_row);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDialog, copy_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggested_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
acq_invoice_dialog_class_init (AcqInvoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_invoice_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_NAME_SUGGESTIONS);
  gtk_widget_class_install_action (widget_class, "invoice.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "invoice.choose-copy", NULL, choose_copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
acq_invoice_dialog_init (AcqInvoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_invoice (AcqInvoiceDialog *self)
{
  const AcqInvoice *invoice = self->invoice;
  const AcqCustomer *customer
    = invoice->customer_id == 0 ? NULL : acq_ledger_find_customer (self->books->ledger, invoice->customer_id);
  g_autofree char *total
    = invoice->total == 0 ? g_strdup ("") : acq_amount_text_plain (ABS (invoice->total), invoice->currency);
  gboolean has_parts = invoice->due_items->len > 1;

  adw_combo_row_set_selected (self->kind_row, acq_invoice_is_credit_note (invoice) ? 1 : 0);
  set_text (self->customer_row, customer == NULL ? "" : customer->name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->customer_row), customer == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row), invoice->id == 0);
  set_text (self->number_row, invoice->number == NULL ? "" : invoice->number);
  set_day (self->issued_row, invoice->issued);
  set_day (self->due_row,
           invoice->due_items->len == 1 ? acq_invoice_due_item (invoice, 0)->due : ACQ_DAY_NONE);
  set_text (self->total_row, total);
  /* The parts and their sum stay as they are. */
  gtk_widget_set_visible (GTK_WIDGET (self->due_row), !has_parts && !is_credit_note (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->total_row), !has_parts);
  unmark (self);
}

static AcqInvoiceDialog *
dialog_new (GtkWindow *parent, AcqOpenCompany *company, AcqInvoice *invoice, const char *title)
{
  AcqInvoiceDialog *self
    = g_object_new (ACQ_TYPE_INVOICE_DIALOG, "transient-for", parent, "title", title, NULL);

  self->company = g_object_ref (company);
  self->books = acq_books_ref (acq_open_company_get_view (company)->books);
  self->invoice = invoice;
  show_invoice (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

static const AcqCustomer *
find_customer (const AcqLedger *ledger, const char *code)
{
  for (guint i = 0; code != NULL && i < ledger->customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) ledger->customers->pdata[i])->code, code) == 0)
      return ledger->customers->pdata[i];
  return NULL;
}

void
acq_invoice_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  const AcqCustomer *known;
  AcqInvoice *invoice;
  AcqInvoiceDialog *self;

  if (view == NULL)
    return;
  known = find_customer (view->books->ledger, customer);
  invoice = acq_invoice_new ();
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->issued = view->books->today;
  invoice->customer_id = known == NULL ? 0 : known->id;
  self = dialog_new (parent, company, invoice, _ ("New invoice"));
  gtk_widget_grab_focus (GTK_WIDGET (known == NULL ? self->customer_row : self->number_row));
}

void
acq_invoice_dialog_present_edit (GtkWindow *parent, AcqOpenCompany *company, const char *number)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  const AcqInvoice *invoice
    = view == NULL ? NULL : acq_ledger_find_invoice_by_number (view->books->ledger, number);

  if (invoice == NULL)
    acq_dialogs_tell (GTK_WIDGET (parent), _ ("There is no such invoice"), number);
  else
    dialog_new (parent, company, copy_invoice (invoice), _ ("Edit the invoice"));
}
