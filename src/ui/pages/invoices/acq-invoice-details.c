/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-details.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-debt-limitation.h"
#include "acq-dispute-text.h"
#include "acq-invoice-copy-window.h"
#include "acq-invoice-menu.h"
#include "acq-invoice-sheet.h"
#include "acq-invoice-state-text.h"
#include "acq-invoice-why.h"
#include "acq-timeline-view.h"
#include "acq-widget-children.h"

struct _AcqInvoiceDetails
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *number;
  GtkButton *customer;
  GtkLabel *customer_name;
  GtkLabel *amount;
  GtkLabel *lateness;
  GtkLabel *state;
  GtkBox *facts;
  AcqTimelineView *timeline;
  AcqInvoiceWhy *why;
  GtkButton *copy_button;
  GtkMenuButton *menu_button;

  /* Owned references */
  AcqOpenCompany *company;
  AcqInvoiceListRow *row; /* NULL: nothing is shown */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AcqInvoiceDetails, acq_invoice_details, GTK_TYPE_WIDGET)

static const AcqInvoiceLine *
get_line (AcqInvoiceDetails *self)
{
  return acq_invoice_list_row_get_line (self->row);
}

static const AcqCompanyView *
get_view (AcqInvoiceDetails *self)
{
  return acq_invoice_list_row_get_listing (self->row)->view;
}

/* A name and a value on one line of the card. */
static void
add_fact (AcqInvoiceDetails *self, const char *name, const char *value)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_ellipsize (GTK_LABEL (left), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (left, "dim-label");
  gtk_widget_set_tooltip_text (left, name);
  gtk_label_set_selectable (GTK_LABEL (right), FALSE);
  gtk_widget_add_css_class (right, "numeric");
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_box_append (self->facts, line);
}

static void
add_amount (AcqInvoiceDetails *self, const char *name, gint64 amount, AcqCurrency currency)
{
  g_autofree char *value = acq_amount_text (amount, currency);

  add_fact (self, name, value);
}

static void
add_day (AcqInvoiceDetails *self, const char *name, AcqDay day)
{
  g_autofree char *value = day == ACQ_DAY_NONE ? NULL : acq_day_text_full (day);

  if (value != NULL)
    add_fact (self, name, value);
}

/* Of several parts each has its own line. */
static void
add_due_items (AcqInvoiceDetails *self, const AcqInvoice *invoice)
{
  AcqDay today = get_view (self)->books->today;

  if (invoice->due_items->len == 1)
    {
      add_day (self, _ ("Due day"), acq_invoice_due_item (invoice, 0)->due);
      return;
    }
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      g_autofree char *day = acq_day_text (item->due, today);
      g_autofree char *name
        = g_strdup_printf (item->kind == ACQ_DUE_KIND_RETENTION ? _ ("Retention, %s") : _ ("Due %s"), day);

      add_amount (self, name, item->amount, invoice->currency);
    }
}

static void
add_limitation (AcqInvoiceDetails *self, const AcqLimitation *limitation)
{
  g_autofree char *text = acq_debt_limitation_text (limitation, get_view (self)->books->today);

  add_fact (self, _ ("Time-barred"), text);
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->facts)),
                               _ ("A reminder or a formal notice does not stop it, even registered; a claim in court does. "
                                  "What the customer paid or promised in writing may make it start anew."));
}

static void
add_sheet (AcqInvoiceDetails *self, const AcqInvoiceSheet *sheet)
{
  if (sheet->interest > 0)
    add_amount (self, _ ("Possible interest"), sheet->interest, get_line (self)->invoice->currency);
  if (sheet->indemnity > 0)
    add_amount (self, _ ("Possible indemnity"), sheet->indemnity, ACQ_CURRENCY_EUR);
  add_day (self, _ ("Interest given up"), sheet->waived);
  if (sheet->limitation.last_day != ACQ_DAY_NONE)
    add_limitation (self, &sheet->limitation);
  if (sheet->term == ACQ_TERM_TOO_LONG)
    add_fact (self, _ ("Payment term"), _ ("longer than the law allows"));
}

static void
add_postponement (AcqInvoiceDetails *self, const AcqNote *postponement)
{
  g_autofree char *agreed = acq_day_text_full (postponement->day);
  g_autofree char *hint = g_strdup_printf (_ ("Agreed on %s"), agreed);

  add_day (self, _ ("Postponed to"), postponement->until);
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->facts)), hint);
}

static void
add_dispute (AcqInvoiceDetails *self, const AcqNote *dispute)
{
  g_autofree char *age = acq_dispute_age_text (dispute->day, get_view (self)->books->today);

  add_fact (self, age, "");
  if (dispute->reason != NULL)
    gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->facts)), dispute->reason);
  if (dispute->category != ACQ_DISPUTE_CATEGORY_UNKNOWN)
    add_fact (self, _ ("About"), acq_dispute_category_text (dispute->category));
  if (dispute->amount >= 0)
    add_amount (self, _ ("Amount disputed"), dispute->amount, get_line (self)->invoice->currency);
  if (dispute->person != NULL)
    add_fact (self, _ ("Followed up by"), dispute->person);
}

/* Its own, and those with the customer about all that he owes. */
static void
add_disputes (AcqInvoiceDetails *self, const GPtrArray *notes)
{
  AcqDay today = get_view (self)->books->today;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_DISPUTE && (note->until == ACQ_DAY_NONE || note->until >= today))
        add_dispute (self, note);
    }
}

static void
show_facts (AcqInvoiceDetails *self, const AcqInvoiceSheet *sheet)
{
  const AcqInvoice *invoice = get_line (self)->invoice;
  const AcqStandings *standings = get_view (self)->books->standings;
  const AcqNote *postponement = acq_standings_postponement_of (standings, invoice->id);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_box_remove (self->facts, child);
  add_amount (self, _ ("Total with VAT"), invoice->total, invoice->currency);
  if (invoice->balance != invoice->total)
    add_amount (self, _ ("Already settled"), invoice->total - invoice->balance, invoice->currency);
  add_day (self, _ ("Issued on"), invoice->issued);
  add_due_items (self, invoice);
  if (postponement != NULL)
    add_postponement (self, postponement);
  if (invoice->balance > 0)
    {
      add_disputes (self, acq_standings_notes_of_invoice (standings, invoice->id));
      add_disputes (self, acq_standings_notes_of_customer (standings, invoice->customer_id));
    }
  if (invoice->order_reference != NULL && invoice->order_reference[0] != '\0')
    add_fact (self, _ ("Order"), invoice->order_reference);
  if (sheet != NULL)
    add_sheet (self, sheet);
}

static void
show_copy_button (AcqInvoiceDetails *self, gboolean has_copy)
{
  gtk_button_set_label (self->copy_button, has_copy ? _ ("See the invoice") : _ ("No copy of it here"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), has_copy);
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqInvoiceDetails) self = data;
  g_autofree AcqInvoiceSheet *sheet = acq_invoice_sheet_ask_finish (ACQ_OPEN_COMPANY (source), result, NULL);

  if (sheet == NULL || self->row == NULL || self->company == NULL)
    return;
  show_facts (self, sheet);
  show_copy_button (self, sheet->has_copy);
}

static void
show_head (AcqInvoiceDetails *self)
{
  const AcqInvoiceLine *line = get_line (self);
  const char *pill[] = { "acq-pill", acq_invoice_state_class (line->state), NULL };
  g_autofree char *amount = acq_invoice_list_row_write_balance (self->row);
  g_autofree char *lateness = acq_invoice_lateness_text (line, get_view (self)->books->today);
  g_autofree char *state = acq_invoice_list_row_write_state (self->row);
  g_autofree char *target = g_strdup_printf ("code:%s", line->customer->code);
  gboolean tells_more = line->state != ACQ_INVOICE_STATE_OVERDUE && line->state != ACQ_INVOICE_STATE_NOT_DUE
                        && g_strcmp0 (state, lateness) != 0;

  gtk_label_set_text (self->number, line->invoice->number);
  gtk_label_set_text (self->customer_name, line->customer->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->customer), line->customer->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->customer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->customer->name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->customer), "(ss)", "customers", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->customer), "win.open");
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->lateness, lateness);
  gtk_widget_set_css_classes (GTK_WIDGET (self->lateness),
                              line->days_late > 0 ? (const char *[]){ "heading", "acq-attention", NULL }
                                                  : (const char *[]){ "heading", "dim-label", NULL });
  gtk_label_set_text (self->state, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), pill);
  gtk_widget_set_visible (GTK_WIDGET (self->state), tells_more);
}

static void
renew_cancellable (AcqInvoiceDetails *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

void
acq_invoice_details_show (AcqInvoiceDetails *self, AcqInvoiceListRow *row)
{
  g_autoptr (GMenu) menu = NULL;
  const AcqInvoiceLine *line;

  g_return_if_fail (ACQ_IS_INVOICE_DETAILS (self));
  renew_cancellable (self);
  if (!g_set_object (&self->row, row) || row == NULL)
    return;
  line = get_line (self);
  menu = acq_invoice_menu_new (line, get_view (self)->books->today);
  show_head (self);
  show_facts (self, NULL);
  show_copy_button (self, FALSE);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  acq_timeline_view_load (self->timeline, get_view (self), line->customer, line->invoice);
  acq_invoice_why_show (self->why, get_view (self), line->invoice);
  acq_invoice_sheet_ask_async (self->company, get_view (self), line->invoice, self->cancellable, told_cb,
                               g_object_ref (self));
}

const char *
acq_invoice_details_get_number (AcqInvoiceDetails *self)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_DETAILS (self), NULL);
  return self->row == NULL ? NULL : get_line (self)->invoice->number;
}

void
acq_invoice_details_set_company (AcqInvoiceDetails *self, AcqOpenCompany *company)
{
  g_return_if_fail (ACQ_IS_INVOICE_DETAILS (self));
  g_set_object (&self->company, company);
}

static void
see_copy_cb (AcqInvoiceDetails *self)
{
  acq_invoice_copy_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->company,
                                   get_line (self)->invoice->number);
}

static void
copy_number (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *number = acq_invoice_details_get_number (ACQ_INVOICE_DETAILS (widget));

  if (number != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
}

static void
acq_invoice_details_dispose (GObject *object)
{
  AcqInvoiceDetails *self = ACQ_INVOICE_DETAILS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  acq_widget_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->cancellable);
  g_clear_object (&self->row);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_invoice_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/invoices/acq-invoice-details.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, number);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, customer);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, customer_name);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, lateness);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, state);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, timeline);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, why);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoiceDetails, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, see_copy_cb);
}

static void
acq_invoice_details_class_init (AcqInvoiceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_invoice_details_dispose;
  g_type_ensure (ACQ_TYPE_INVOICE_WHY);
  g_type_ensure (ACQ_TYPE_TIMELINE_VIEW);
  gtk_widget_class_install_action (widget_class, "invoice.copy-number", NULL, copy_number);
  bind_template (widget_class);
}

static void
acq_invoice_details_init (AcqInvoiceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
