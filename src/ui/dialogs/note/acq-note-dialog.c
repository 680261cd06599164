/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-day-row.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-fact-entry.h"
#include "acq-note-fields.h"
#include "acq-widget-waiting.h"

#define ACQ_TYPE_NOTE_DIALOG (acq_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqNoteDialog, acq_note_dialog, ACQ, NOTE_DIALOG, AdwWindow)

struct _AcqNoteDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  GtkLabel *customer_name;
  AdwComboRow *kind;
  AdwComboRow *scope;
  AdwComboRow *category;
  AcqDayRow *until;
  AcqDayRow *day;
  AdwEntryRow *amount;
  AdwEntryRow *reason;
  AdwEntryRow *person;
  GtkLabel *hint;

  /* Owned references */
  AcqOpenCompany *company;
  AcqCompanyView *view;

  /* Borrowed from the view */
  const AcqInvoice *invoice; /* nullable */
  const AcqCustomer *customer;
  const AcqNote *shown; /* the dispute that the fields were filled from; nullable */
};

G_DEFINE_FINAL_TYPE (AcqNoteDialog, acq_note_dialog, ADW_TYPE_WINDOW)

static const AcqNoteFields *
chosen_kind (AcqNoteDialog *self)
{
  gsize n_kinds;
  const AcqNoteFields *kinds = acq_note_fields_list (&n_kinds);
  guint place = adw_combo_row_get_selected (self->kind);

  return &kinds[place < n_kinds ? place : 0];
}

/* The invoice stands first in the choice, where there is one. A due day is one invoice's. */
static const AcqInvoice *
chosen_invoice (AcqNoteDialog *self)
{
  if (chosen_kind (self)->kind == ACQ_NOTE_KIND_POSTPONE)
    return self->invoice;
  return self->invoice != NULL && adw_combo_row_get_selected (self->scope) == 0 ? self->invoice : NULL;
}

/* FALSE where it is no amount, or more than the invoice's. -1 for none. */
static gboolean
read_amount (AcqNoteDialog *self, gint64 *ret_amount)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  const AcqInvoice *invoice = chosen_invoice (self);
  int decimals;

  *ret_amount = -1;
  if (chosen_kind (self)->amount == NULL || invoice == NULL || text[strspn (text, " ")] == '\0')
    return TRUE;
  decimals = acq_currency_decimals (invoice->currency);
  return acq_amount_parse_written (text, decimals, ret_amount) && *ret_amount > 0
         && *ret_amount <= ABS (invoice->total);
}

static void
show_amount_flaw (AcqNoteDialog *self, gboolean wrong)
{
  const AcqInvoice *invoice = chosen_invoice (self);
  g_autofree char *total = NULL, *flaw = NULL;

  if (wrong && invoice != NULL)
    {
      total = acq_amount_text (ABS (invoice->total), invoice->currency);
      flaw = g_strdup_printf (_ ("Write an amount up to %s"), total);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), flaw != NULL ? flaw
                                                                     : chosen_kind (self)->amount != NULL
                                                                       ? _ (chosen_kind (self)->amount)
                                                                       : "");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->amount), "error");
}

static gboolean
has_words (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return text[0] != '\0';
}

static void
changed_cb (AcqNoteDialog *self)
{
  const AcqNoteFields *fields = chosen_kind (self);
  gint64 amount;
  gboolean amount_fits = read_amount (self, &amount);
  gboolean until_fits = fields->until == NULL
                        || (acq_day_row_is_valid (self->until)
                            && (!fields->needs_until || acq_day_row_get_day (self->until) != ACQ_DAY_NONE));
  gboolean day_fits = fields->day == NULL || acq_day_row_get_day (self->day) != ACQ_DAY_NONE;
  gboolean reason_fits = !fields->needs_reason || has_words (GTK_EDITABLE (self->reason));

  g_assert (ACQ_IS_NOTE_DIALOG (self));
  show_amount_flaw (self, !amount_fits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.confirm", amount_fits && until_fits && day_fits && reason_fits);
}

static void
show_field (gpointer row, const char *title)
{
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
  if (title != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (title), -1);
    }
}

/* The one that this would take the place of. */
static const AcqNote *
find_dispute (AcqNoteDialog *self)
{
  const AcqInvoice *invoice = chosen_invoice (self);
  const AcqStandings *standings = self->view->books->standings;
  const GPtrArray *notes = invoice != NULL ? acq_standings_notes_of_invoice (standings, invoice->id)
                                           : acq_standings_notes_of_customer (standings, self->customer->id);

  for (guint i = notes->len; i-- > 0;)
    if (((const AcqNote *) notes->pdata[i])->kind == ACQ_NOTE_KIND_DISPUTE)
      return notes->pdata[i];
  return NULL;
}

static void
show_words (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text == NULL ? "" : text);
}

/* What is known of a dispute is changed, not asked again; it goes on from the day on which it opened. */
static void
show_earlier_dispute (AcqNoteDialog *self)
{
  const AcqNote *dispute = chosen_kind (self)->kind == ACQ_NOTE_KIND_DISPUTE ? find_dispute (self) : NULL;
  const AcqInvoice *invoice = chosen_invoice (self);
  g_autofree char *amount = NULL;

  if (dispute == NULL || dispute == self->shown)
    return;
  self->shown = dispute;
  if (invoice != NULL && dispute->amount >= 0)
    amount = acq_amount_text_plain (dispute->amount, invoice->currency);
  adw_combo_row_set_selected (self->category, dispute->category);
  acq_day_row_set_day (self->day, dispute->day);
  acq_day_row_set_day (self->until, dispute->until >= self->view->books->today ? dispute->until : ACQ_DAY_NONE);
  show_words (self->amount, amount);
  show_words (self->reason, dispute->reason);
  show_words (self->person, dispute->person);
}

static void
kind_cb (AcqNoteDialog *self)
{
  const AcqNoteFields *fields = chosen_kind (self);

  g_assert (ACQ_IS_NOTE_DIALOG (self));
  if (self->view == NULL)
    return;
  gtk_window_set_title (GTK_WINDOW (self), _ (fields->title));
  gtk_widget_set_visible (GTK_WIDGET (self->scope), self->invoice != NULL && fields->kind != ACQ_NOTE_KIND_POSTPONE);
  gtk_widget_set_visible (GTK_WIDGET (self->category), fields->kind == ACQ_NOTE_KIND_DISPUTE);
  gtk_widget_set_visible (GTK_WIDGET (self->person), fields->kind == ACQ_NOTE_KIND_DISPUTE);
  show_earlier_dispute (self);
  show_field (self->until, fields->until);
  show_field (self->day, fields->day);
  show_field (self->amount, chosen_invoice (self) != NULL ? fields->amount : NULL);
  show_field (self->reason, fields->reason);
  gtk_label_set_text (self->hint, _ (fields->hint));
  changed_cb (self);
}

static void
activate_cb (AcqNoteDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "note.confirm", NULL);
}

/* What the change needs on the company's thread. */
typedef struct
{
  AcqNoteEntry entry;
  char *number;
  char *customer;
  char *reason;
  char *person;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->number);
  g_free (deed->customer);
  g_free (deed->reason);
  g_free (deed->person);
  g_free (deed);
}

static gboolean
write_note (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  gint64 id;

  return acq_fact_enter_note (file, &deed->entry, &id, error);
}

/* Nothing that was typed is lost where it is refused. */
static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqNoteDialog) self = ACQ_NOTE_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  acq_widget_set_waiting (GTK_WIDGET (self), FALSE);
  text = acq_error_text (error);
  acq_banner_set_title (self->banner, text);
  acq_banner_set_revealed (self->banner, TRUE);
}

static void
confirm_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqNoteDialog *self = ACQ_NOTE_DIALOG (widget);
  const AcqNoteFields *fields = chosen_kind (self);
  const AcqInvoice *invoice = chosen_invoice (self);
  Deed *deed = g_new0 (Deed, 1);

  deed->number = invoice == NULL ? NULL : g_strdup (invoice->number);
  deed->customer = g_strdup (self->customer->code);
  deed->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  deed->entry = (AcqNoteEntry){
    .kind = fields->kind,
    .number = deed->number,
    .customer = deed->customer,
    .amount = -1,
    .day = fields->day != NULL ? acq_day_row_get_day (self->day) : ACQ_DAY_NONE,
    .until = fields->until != NULL ? acq_day_row_get_day (self->until) : ACQ_DAY_NONE,
    .reason = deed->reason[0] == '\0' ? NULL : deed->reason,
  };
  read_amount (self, &deed->entry.amount);
  if (fields->kind == ACQ_NOTE_KIND_DISPUTE)
    {
      deed->person = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person)));
      deed->entry.category = (AcqDisputeCategory) adw_combo_row_get_selected (self->category);
      deed->entry.person = deed->person;
    }
  acq_widget_set_waiting (GTK_WIDGET (self), TRUE);
  acq_open_company_change_async (self->company, _ (fields->done), write_note, deed, deed_free, NULL,
                                 written_cb, g_object_ref (self));
}

static void
acq_note_dialog_finalize (GObject *object)
{
  AcqNoteDialog *self = ACQ_NOTE_DIALOG (object);

  g_clear_object (&self->company);
  g_clear_pointer (&self->view, acq_company_view_unref);
  G_OBJECT_CLASS (acq_note_dialog_parent_class)->finalize (object);
}

static void
acq_note_dialog_class_init (AcqNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_note_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_DAY_ROW);
  gtk_widget_class_install_action (widget_class, "note.confirm", NULL, confirm_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/note/acq-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, customer_name);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, category);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, until);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, day);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, person);
  gtk_widget_class_bind_template_child (widget_class, AcqNoteDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
acq_note_dialog_init (AcqNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (AcqNoteDialog *self, const char *kind)
{
  gsize n_kinds;
  const AcqNoteFields *kinds = acq_note_fields_list (&n_kinds);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);
  g_autoptr (GListModel) categories = acq_note_fields_list_categories ();
  guint selected = 0;

  for (gsize i = 0; i < n_kinds; i++)
    {
      if (kinds[i].kind == ACQ_NOTE_KIND_POSTPONE && self->invoice == NULL)
        continue;
      gtk_string_list_append (names, _ (kinds[i].name));
      if (g_strcmp0 (acq_note_kind_to_code (kinds[i].kind), kind) == 0)
        selected = i;
    }
  if (self->invoice != NULL)
    gtk_string_list_append (scopes, self->invoice->number);
  gtk_string_list_append (scopes, _ ("All invoices of the customer"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->scope, G_LIST_MODEL (scopes));
  adw_combo_row_set_model (self->category, categories);
  adw_combo_row_set_selected (self->kind, selected);
}

static const AcqCustomer *
find_customer (const AcqLedger *ledger, const AcqInvoice *invoice, const char *code)
{
  if (invoice != NULL)
    return acq_ledger_find_customer (ledger, invoice->customer_id);
  for (guint i = 0; i < ledger->customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) ledger->customers->pdata[i])->code, code) == 0)
      return ledger->customers->pdata[i];
  return NULL;
}

static void
set_up (AcqNoteDialog *self, AcqOpenCompany *company, const AcqCompanyView *view, const AcqInvoice *invoice,
        const AcqCustomer *customer, const char *kind)
{
  AcqDay today = view->books->today;

  self->company = g_object_ref (company);
  self->invoice = invoice;
  self->customer = customer;
  fill_choices (self, kind);
  acq_day_row_set_bounds (self->until, today, ACQ_DAY_NONE, today);
  acq_day_row_set_bounds (self->day, ACQ_DAY_NONE, today, today);
  acq_day_row_set_day (self->day, today);
  gtk_label_set_text (self->customer_name, customer->name);
  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  kind_cb (self);
}

void
acq_note_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *kind, const char *number,
                         const char *customer)
{
  const AcqCompanyView *view = acq_open_company_get_view (company);
  const AcqInvoice *invoice = NULL;
  const AcqCustomer *found = NULL;
  AcqNoteDialog *self;

  if (view != NULL && number != NULL && number[0] != '\0')
    invoice = acq_ledger_find_invoice_by_number (view->books->ledger, number);
  if (view != NULL)
    found = find_customer (view->books->ledger, invoice, customer);
  if (found == NULL)
    {
      acq_dialogs_tell (GTK_WIDGET (parent), _ ("Nothing to note"),
                        _ ("This invoice or this customer is no longer in the company file."));
      return;
    }
  self = g_object_new (ACQ_TYPE_NOTE_DIALOG, "transient-for", parent, NULL);
  set_up (self, company, view, invoice, found, kind);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (
    GTK_WIDGET (chosen_kind (self)->until != NULL ? GTK_WIDGET (self->until) : GTK_WIDGET (self->reason)));
}
