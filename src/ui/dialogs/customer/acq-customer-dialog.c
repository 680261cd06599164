/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-dialog.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-contact-row.h"
#include "acq-customer-entry.h"
#include "acq-customer-kind-text.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-field-flaw-text.h"
#include "acq-lookup.h"
#include "acq-workflow-error.h"

#define SIRET_LENGTH 14

struct _AcqCustomerDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  AdwEntryRow *name_row;
  AdwComboRow *kind_row;
  AdwActionRow *consequence_row;
  AdwEntryRow *siren_row;
  AdwEntryRow *vat_row;
  AdwEntryRow *address_row;
  AdwEntryRow *postcode_row;
  AdwEntryRow *city_row;
  AdwEntryRow *country_row;
  AdwPreferencesGroup *contacts_group;
  AdwEntryRow *terms_row;
  AdwEntryRow *limit_row;
  AdwEntryRow *payer_row;
  AdwEntryRow *recipient_row;
  GtkSwitch *precious_switch;
  AdwComboRow *language_row;
  AdwComboRow *address_form_row;
  AdwEntryRow *insolvent_row;

  AcqOpenCompany *company;
  AcqCustomer *customer;     /* as it is kept; NULL until it is read */
  GPtrArray *contacts;       /* (element-type AcqContactRow) borrowed: in their group */
  AdwPreferencesRow *marked; /* borrowed: the field that is wrong; NULL: none */
};

G_DEFINE_FINAL_TYPE (AcqCustomerDialog, acq_customer_dialog, ADW_TYPE_WINDOW)

static char *
read_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
take_text (char **place, AdwEntryRow *row)
{
  g_free (*place);
  *place = read_text (row);
}

static void
show_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
unmark (AcqCustomerDialog *self)
{
  if (self->marked != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "error");
  self->marked = NULL;
  acq_banner_set_revealed (self->banner, FALSE);
}

/* Says what is wrong, marks the field and leads the keyboard there. */
static void
mark (AcqCustomerDialog *self, gpointer row, const char *words)
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
changed_cb (AcqCustomerDialog *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);

  unmark (self);
  if (kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->consequence_row),
                                   acq_customer_kind_consequence_text ((AcqCustomerKind) kind));
}

static void
entry_activated_cb (AcqCustomerDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "customer.save", NULL);
}

static void
remove_contact_cb (AcqCustomerDialog *self, GtkWidget *row)
{
  unmark (self);
  g_ptr_array_remove (self->contacts, row);
  adw_preferences_group_remove (self->contacts_group, row);
}

static void
add_contact (AcqCustomerDialog *self, const AcqContact *contact)
{
  GtkWidget *row = acq_contact_row_new (contact);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_contact_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->contacts, row);
  adw_preferences_group_add (self->contacts_group, row);
}

static void
add_contact_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_contact (ACQ_CUSTOMER_DIALOG (widget), NULL);
}

static const AcqLedger *
get_ledger (AcqCustomerDialog *self)
{
  return acq_open_company_get_view (self->company)->books->ledger;
}

/* The name where it tells who is meant, else the code. */
static void
show_other (AcqCustomerDialog *self, AdwEntryRow *row, gint64 id)
{
  const AcqCustomer *other = id == 0 ? NULL : acq_ledger_find_customer (get_ledger (self), id);
  gboolean clear = other != NULL && acq_lookup_customer_in (get_ledger (self), other->name, NULL) == other;

  show_text (row, other == NULL ? NULL : clear ? other->name : other->code);
}

static void
show_numbers (AcqCustomerDialog *self, const AcqCustomer *customer)
{
  g_autofree char *terms = acq_payment_terms_format (customer->terms);
  g_autofree char *limit
    = customer->credit_limit < 0 ? NULL : acq_amount_text_plain (customer->credit_limit, ACQ_CURRENCY_EUR);
  g_autofree char *insolvent
    = customer->insolvent_since == ACQ_DAY_NONE ? NULL : acq_day_text_numeric (customer->insolvent_since);

  show_text (self->terms_row, terms);
  show_text (self->limit_row, limit);
  show_text (self->insolvent_row, insolvent);
}

static char *
write_address (const AcqCustomer *customer)
{
  g_auto (GStrv) lines = g_strsplit (customer->address != NULL ? customer->address : "", "\n", -1);

  return g_strjoinv (", ", lines);
}

static void
show_address (AcqCustomerDialog *self, const AcqCustomer *customer)
{
  g_autofree char *address = write_address (customer);

  show_text (self->address_row, address);
  show_text (self->postcode_row, customer->postcode);
  show_text (self->city_row, customer->city);
  show_text (self->country_row, customer->country);
}

static void
show_customer (AcqCustomerDialog *self)
{
  const AcqCustomer *customer = self->customer;

  show_text (self->name_row, customer->name);
  adw_combo_row_set_selected (self->kind_row, customer->kind);
  show_text (self->siren_row, customer->siret != NULL ? customer->siret : customer->siren);
  show_text (self->vat_row, customer->vat_number);
  show_address (self, customer);
  show_numbers (self, customer);
  show_other (self, self->payer_row, customer->payer_id);
  show_other (self, self->recipient_row, customer->recipient_id);
  gtk_switch_set_active (self->precious_switch, customer->precious);
  adw_combo_row_set_selected (self->language_row, g_strcmp0 (customer->language, "en") == 0 ? 1 : 0);
  adw_combo_row_set_selected (self->address_form_row, customer->address_form);
  for (guint i = 0; i < customer->contacts->len; i++)
    add_contact (self, customer->contacts->pdata[i]);
  changed_cb (self);
}

/* An address that was not touched keeps its lines, whatever commas stand in them. */
static void
take_address (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_autofree char *typed = read_text (self->address_row), *shown = write_address (self->customer);

  g_free (customer->address);
  customer->address = g_str_equal (typed, shown) ? g_strdup (self->customer->address)
                                                 : acq_customer_entry_split_street (typed);
  take_text (&customer->postcode, self->postcode_row);
  take_text (&customer->city, self->city_row);
  take_text (&customer->country, self->country_row);
}

static void
take_identity (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_autofree char *number = read_text (self->siren_row);
  AcqCustomerKind kind = (AcqCustomerKind) adw_combo_row_get_selected (self->kind_row);
  guint digits = 0;

  for (const char *at = number; *at != '\0'; at++)
    digits += g_ascii_isdigit (*at);
  take_text (&customer->name, self->name_row);
  g_clear_pointer (&customer->siren, g_free);
  g_clear_pointer (&customer->siret, g_free);
  *(digits >= SIRET_LENGTH ? &customer->siret : &customer->siren) = g_steal_pointer (&number);
  take_text (&customer->vat_number, self->vat_row);
  /* Chosen by the user, and not left as it was guessed. */
  if (kind != customer->kind)
    customer->kind_source
      = kind == ACQ_CUSTOMER_KIND_UNKNOWN ? ACQ_KIND_SOURCE_GUESSED : ACQ_KIND_SOURCE_STATED;
  customer->kind = kind;
}

/* FALSE where nobody is called so, or several are; said at the field then. */
static gboolean
take_other (AcqCustomerDialog *self, AdwEntryRow *row, AcqCustomerFlaw flaw, gint64 *ret_id)
{
  g_autofree char *typed = read_text (row);
  const AcqCustomer *other
    = typed[0] == '\0' ? NULL : acq_lookup_customer_in (get_ledger (self), typed, NULL);

  *ret_id = other == NULL ? 0 : other->id;
  if (typed[0] == '\0' || other != NULL)
    return TRUE;
  mark (self, row, acq_field_flaw_text (acq_customer_flaw_to_code (flaw)));
  return FALSE;
}

static gboolean
take_terms (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_autofree char *typed = read_text (self->terms_row);

  customer->terms = acq_payment_terms_parse (typed);
  if (typed[0] == '\0' || acq_payment_terms_are_known (customer->terms))
    return TRUE;
  mark (self, self->terms_row,
        _ ("These terms of payment cannot be read. Write “30”, “45 fin de mois” or “comptant”."));
  return FALSE;
}

static gboolean
take_limit (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_autofree char *typed = read_text (self->limit_row);

  customer->credit_limit = -1;
  if (typed[0] == '\0'
      || (acq_amount_parse_written (typed, acq_currency_decimals (ACQ_CURRENCY_EUR), &customer->credit_limit)
          && customer->credit_limit >= 0))
    return TRUE;
  mark (self, self->limit_row,
        acq_field_flaw_text (acq_customer_flaw_to_code (ACQ_CUSTOMER_FLAW_BAD_CREDIT_LIMIT)));
  return FALSE;
}

static gboolean
take_insolvency (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_autofree char *typed = read_text (self->insolvent_row);
  AcqDay today = acq_clock_today (acq_open_company_get_clock (self->company));

  customer->insolvent_since = acq_day_parse_typed (typed, today);
  if (typed[0] == '\0' || customer->insolvent_since != ACQ_DAY_NONE)
    return TRUE;
  mark (self, self->insolvent_row, _ ("This is no day. Write it as 31/12/2026."));
  return FALSE;
}

static void
take_contacts (AcqCustomerDialog *self, AcqCustomer *customer)
{
  g_ptr_array_set_size (customer->contacts, 0);
  for (guint i = 0; i < self->contacts->len; i++)
    g_ptr_array_add (customer->contacts, acq_contact_row_read (self->contacts->pdata[i]));
}

/* FALSE where something that was typed cannot be read; it is marked then. */
static gboolean
read_fields (AcqCustomerDialog *self, AcqCustomer *customer)
{
  take_identity (self, customer);
  take_address (self, customer);
  take_contacts (self, customer);
  customer->precious = gtk_switch_get_active (self->precious_switch);
  g_free (customer->language);
  customer->language = adw_combo_row_get_selected (self->language_row) == 1 ? g_strdup ("en") : NULL;
  customer->address_form = (AcqAddressForm) adw_combo_row_get_selected (self->address_form_row);
  return take_terms (self, customer) && take_limit (self, customer)
         && take_other (self, self->payer_row, ACQ_CUSTOMER_FLAW_BAD_PAYER, &customer->payer_id)
         && take_other (self, self->recipient_row, ACQ_CUSTOMER_FLAW_BAD_RECIPIENT, &customer->recipient_id)
         && take_insolvency (self, customer);
}

/* Where the contact stands that is wrong, the field of it is marked. */
static void
mark_contact (AcqCustomerDialog *self, AcqCustomerFlaw flaw)
{
  AcqDay today = acq_clock_today (acq_open_company_get_clock (self->company));

  for (guint i = 0; i < self->contacts->len; i++)
    {
      AcqContactRow *row = self->contacts->pdata[i];
      g_autoptr (AcqCustomer) probe = acq_customer_new ();

      probe->name = g_strdup ("-");
      g_ptr_array_add (probe->contacts, acq_contact_row_read (row));
      acq_customer_entry_tidy (probe);
      if (acq_customer_entry_find_flaw (probe, today) == flaw)
        {
          acq_contact_row_mark (row, flaw != ACQ_CUSTOMER_FLAW_BAD_PHONE);
          return;
        }
    }
}

static gpointer
find_row (AcqCustomerDialog *self, const char *field)
{
  const struct
  {
    const char *field;
    gpointer row;
  } rows[] = {
    { "name", self->name_row },
    { "siren", self->siren_row },
    { "siret", self->siren_row },
    { "vat_number", self->vat_row },
    { "country", self->country_row },
    { "credit_limit", self->limit_row },
    { "recipient_id", self->recipient_row },
    { "payer_id", self->payer_row },
    { "insolvent_since", self->insolvent_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].field, field) == 0)
      return rows[i].row;
  return NULL;
}

static void
show_flaw (AcqCustomerDialog *self, AcqCustomerFlaw flaw)
{
  const char *field = acq_customer_flaw_field (flaw);

  mark (self, find_row (self, field), acq_field_flaw_text (acq_customer_flaw_to_code (flaw)));
  if (g_strcmp0 (field, "contacts") == 0)
    mark_contact (self, flaw);
}

static void
show_error (AcqCustomerDialog *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);
  AcqCustomerFlaw flaw;

  if (g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD)
      && acq_customer_flaw_from_code (error->message, &flaw))
    show_flaw (self, flaw);
  else
    mark (self, NULL, words);
}

static gboolean
save (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_customer_entry_save (file, data, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqCustomerDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.save", TRUE);
  show_error (self, error);
}

/* What is kept besides the fields: the id, and what the dialog does not show. */
static AcqCustomer *
copy_kept (const AcqCustomer *customer)
{
  AcqCustomer *copy = acq_customer_new ();

  copy->id = customer->id;
  copy->code = g_strdup (customer->code);
  copy->code_generated = customer->code_generated;
  copy->kind = customer->kind;
  copy->kind_source = customer->kind_source;
  copy->shortfall = customer->shortfall;
  return copy;
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqCustomerDialog *self = ACQ_CUSTOMER_DIALOG (widget);
  AcqDay today = acq_clock_today (acq_open_company_get_clock (self->company));
  g_autoptr (AcqCustomer) customer = copy_kept (self->customer);
  const char *done = customer->id == 0 ? _ ("Customer added") : _ ("Customer changed");
  AcqCustomerFlaw flaw;

  unmark (self);
  if (!read_fields (self, customer))
    return;
  acq_customer_entry_tidy (customer);
  flaw = acq_customer_entry_find_flaw (customer, today);
  if (flaw != ACQ_CUSTOMER_FLAW_NONE)
    {
      show_flaw (self, flaw);
      return;
    }
  gtk_widget_action_set_enabled (widget, "customer.save", FALSE);
  acq_open_company_change_async (self->company, done, save, g_steal_pointer (&customer),
                                 (GDestroyNotify) acq_customer_free, NULL, saved_cb, g_object_ref (self));
}

static gpointer
load (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = acq_lookup_customer (acq_company_file_connection (file), data, error);

  return id == 0 ? NULL : acq_customer_entry_load (file, id, error);
}

static void
take_customer (AcqCustomerDialog *self, AcqCustomer *customer)
{
  self->customer = customer;
  show_customer (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.save", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqCustomerDialog) self = data;
  g_autoptr (GError) error = NULL;
  AcqCustomer *customer = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);

  if (customer == NULL)
    show_error (self, error);
  else
    take_customer (self, customer);
}

static void
acq_customer_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_CUSTOMER_DIALOG);
  G_OBJECT_CLASS (acq_customer_dialog_parent_class)->dispose (object);
}

static void
acq_customer_dialog_finalize (GObject *object)
{
  AcqCustomerDialog *self = ACQ_CUSTOMER_DIALOG (object);

  g_clear_object (&self->company);
  g_clear_pointer (&self->customer, acq_customer_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  G_OBJECT_CLASS (acq_customer_dialog_parent_class)->finalize (object);
}

static void
bind_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, consequence_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, siren_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, vat_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, postcode_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, city_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, country_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, contacts_group);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, terms_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, limit_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, payer_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, precious_switch);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, address_form_row);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerDialog, insolvent_row);
}

static void
acq_customer_dialog_class_init (AcqCustomerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_customer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_customer_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/dialogs/customer/acq-customer-dialog.ui");
  bind_rows (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "customer.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "customer.add-contact", NULL, add_contact_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
acq_customer_dialog_init (AcqCustomerDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->contacts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = ACQ_CUSTOMER_KIND_UNKNOWN; kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP; kind++)
    gtk_string_list_append (kinds, acq_customer_kind_text ((AcqCustomerKind) kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.save", FALSE);
}

void
acq_customer_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *code)
{
  AcqCustomerDialog *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  g_return_if_fail (code != NULL);
  if (acq_open_company_get_view (company) == NULL)
    return;
  self = g_object_new (ACQ_TYPE_CUSTOMER_DIALOG, "transient-for", parent, "title",
                       code[0] == '\0' ? _ ("New customer") : _ ("Customer"), NULL);
  self->company = g_object_ref (company);
  if (code[0] == '\0')
    take_customer (self, acq_customer_new ());
  else
    acq_open_company_ask_async (company, load, g_strdup (code), g_free, (GDestroyNotify) acq_customer_free,
                                NULL, loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
