/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-details.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-facts.h"
#include "acq-customer-kind-text.h"
#include "acq-customer-scenario.h"
#include "acq-day-text.h"
#include "acq-dispute-text.h"

AdwActionRow *
acq_customer_details_add_row (GtkListBox *list, const char *title, const char *words)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *tooltip = g_strjoin ("\n", title, words, NULL);
  g_autofree char *label = g_strjoin (", ", title, words, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, words != NULL ? words : "");
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle_lines (row, 3);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

/* Has the row open the customer's dialog. */
static void
lead_to_dialog (AdwActionRow *row, const AcqCustomer *customer)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Edit"), -1);
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", customer->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.edit-customer");
}

static void
add_contact (GtkListBox *list, const AcqCustomer *customer, const AcqContact *contact)
{
  const char *name = contact->name != NULL    ? contact->name
                     : contact->email != NULL ? contact->email
                                              : contact->phone;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_ptr_array_add (words, (gpointer) acq_contact_role_text (contact->role));
  if (contact->email != NULL && contact->email != name)
    g_ptr_array_add (words, contact->email);
  if (contact->phone != NULL && contact->phone != name)
    g_ptr_array_add (words, contact->phone);
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" · ", (char **) words->pdata);
  lead_to_dialog (acq_customer_details_add_row (list, name != NULL ? name : _ ("Contact"), joined), customer);
}

static void
add_contacts (GtkListBox *list, const AcqCustomer *customer)
{
  if (customer->contacts->len == 0)
    lead_to_dialog (
      acq_customer_details_add_row (list, _ ("No contact"), _ ("Reminders cannot leave before there is an e-mail address.")),
      customer);
  for (guint i = 0; i < customer->contacts->len; i++)
    add_contact (list, customer, customer->contacts->pdata[i]);
}

static void
add_relations (GtkListBox *list, const AcqLedger *ledger, const AcqCustomer *customer)
{
  const AcqCustomer *recipient = acq_ledger_find_recipient (ledger, customer);
  const AcqCustomer *payer
    = customer->payer_id == 0 ? NULL : acq_ledger_find_customer (ledger, customer->payer_id);

  if (recipient != customer)
    lead_to_dialog (acq_customer_details_add_row (list, recipient->name, _ ("Gets the messages about these invoices")), customer);
  if (payer != NULL && payer != customer)
    lead_to_dialog (acq_customer_details_add_row (list, payer->name, _ ("Pays these invoices")), customer);
}

static void
add_terms (GtkListBox *list, const AcqCustomer *customer)
{
  g_autofree char *terms = acq_payment_terms_text (customer->terms);

  lead_to_dialog (acq_customer_details_add_row (list, terms != NULL ? terms : _ ("No terms of payment"),
                                                terms != NULL ? NULL : _ ("Thirty days are taken, as the law does.")),
                  customer);
}

static GtkWidget *
add_button (AdwActionRow *row, const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
  return button;
}

static void
add_insolvency (GtkListBox *list, const AcqCustomer *customer)
{
  g_autofree char *day = NULL, *title = NULL;
  AdwActionRow *row;
  GtkWidget *button;

  if (customer->insolvent_since == ACQ_DAY_NONE)
    return;
  day = acq_day_text_full (customer->insolvent_since);
  title = g_strdup_printf (_ ("Insolvency proceedings since %s"), day);
  row = acq_customer_details_add_row (list, title, _ ("Nothing that was owed before may be claimed by reminders."));
  button = add_button (row, _ ("Claim…"), _ ("Claim to declare in the proceedings…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", customer->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.declare-claim");
  lead_to_dialog (row, customer);
}

static void
add_payer (GtkListBox *list, AcqOpenCompany *company, const AcqCustomer *customer, const AcqPayerAlias *alias)
{
  /* Translators: the words of a payer on bank statements, or an IBAN. */
  g_autofree char *title = g_strdup_printf (_ ("Payer “%s” recognised"), alias->key);
  g_autofree char *words = g_strdup_printf (
    ngettext ("Confirmed once", "Confirmed %d times", (gulong) alias->confirmations), alias->confirmations);
  g_autofree char *name = g_strdup_printf (_ ("Forget the payer “%s”"), alias->key);
  GtkWidget *button = add_button (acq_customer_details_add_row (list, title, words), _ ("Forget"), name);

  acq_customer_facts_forget_on_click (button, company, customer->code, alias->key);
}

static const char *
name_note (AcqNoteKind kind)
{
  switch (kind)
    {
    case ACQ_NOTE_KIND_PROMISE:
      return _ ("Promise to pay");
    case ACQ_NOTE_KIND_DISPUTE:
      return _ ("Dispute");
    case ACQ_NOTE_KIND_HOLD:
      return _ ("On hold");
    case ACQ_NOTE_KIND_EXCLUDE:
      return _ ("Excluded from reminders");
    case ACQ_NOTE_KIND_ANSWER:
      return _ ("Answer to read");
    case ACQ_NOTE_KIND_HANDOVER:
      return _ ("Handed over");
    case ACQ_NOTE_KIND_WAIVER:
      return _ ("Late interest given up");
    case ACQ_NOTE_KIND_POSTPONE:
      return _ ("Due day postponed");
    case ACQ_NOTE_KIND_CALL:
    case ACQ_NOTE_KIND_REMINDED:
      break;
    }
  return NULL;
}

/* What of it is not said by its title. */
static void
add_note_words (GPtrArray *words, const AcqNote *note, AcqDay today)
{
  if (note->kind == ACQ_NOTE_KIND_DISPUTE)
    {
      g_ptr_array_add (words, acq_dispute_text (note, today));
      return;
    }
  if (note->kind == ACQ_NOTE_KIND_POSTPONE)
    {
      g_autofree char *due = acq_day_text (note->until, today);

      g_ptr_array_add (words, g_strdup_printf (_ ("due on %s"), due));
    }
  else if (note->until != ACQ_DAY_NONE)
    {
      g_autofree char *until = acq_day_text (note->until, today);

      g_ptr_array_add (words, g_strdup_printf (_ ("until %s"), until));
    }
  if (note->reason != NULL && note->reason[0] != '\0')
    g_ptr_array_add (words, g_strdup_printf (_ ("“%s”"), note->reason));
}

/* What the note is about, until when it holds, and why. */
static char *
write_note (const AcqLedger *rows, const AcqNote *note, AcqDay today)
{
  const AcqInvoice *invoice = note->invoice_id == 0 ? NULL : acq_ledger_find_invoice (rows, note->invoice_id);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (invoice != NULL ? invoice->number : _ ("all invoices")));
  add_note_words (words, note, today);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
add_note (GtkListBox *list, AcqOpenCompany *company, const AcqCustomerSheet *sheet, const AcqNote *note)
{
  const char *title = name_note (note->kind);
  gboolean is_answer = note->kind == ACQ_NOTE_KIND_ANSWER;
  g_autofree char *words = NULL, *name = NULL;
  GtkWidget *button;

  /* A promise that ran out is history. */
  if (note->closed || title == NULL
      || (note->until != ACQ_DAY_NONE && note->until < sheet->account->view->books->today))
    return;
  words = write_note (sheet->account->rows, note, sheet->account->view->books->today);
  name = g_strdup_printf (is_answer ? _ ("Mark as read: %s") : _ ("Withdraw: %s"), title);
  button = add_button (acq_customer_details_add_row (list, title, words), is_answer ? _ ("Mark as read") : _ ("Withdraw"), name);
  acq_customer_facts_close_on_click (button, company, note);
}

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

void
acq_customer_details_fill (GtkListBox *list, AcqOpenCompany *company, const AcqCustomerSheet *sheet)
{
  const AcqCustomer *customer = sheet->account->customer;
  const AcqLedger *rows = sheet->account->rows;

  empty (list);
  add_insolvency (list, customer);
  for (guint i = 0; i < rows->notes->len; i++)
    add_note (list, company, sheet, rows->notes->pdata[i]);
  add_contacts (list, customer);
  add_relations (list, sheet->account->view->books->ledger, customer);
  acq_customer_scenario_add_row (list, company, sheet);
  add_terms (list, customer);
  for (guint i = 0; i < rows->aliases->len; i++)
    add_payer (list, company, customer, rows->aliases->pdata[i]);
}
