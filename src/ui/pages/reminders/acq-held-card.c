/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-held-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-held-lines.h"

/* A customer's list is cut there: the page of invoices shows all. */
#define MAX_INVOICES 12

struct _AcqHeldCard
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (AcqHeldCard, acq_held_card, GTK_TYPE_WIDGET)

static GtkWidget *
remedy_new (const AcqHeldLine *line)
{
  GtkWidget *button = gtk_button_new_with_label (line->remedy);
  g_autofree char *text = g_strdup_printf ("%s: %s", line->text, line->remedy);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), line->action_name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), line->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

/* Enter on the row does what its button does. */
static GtkWidget *
reason_row_new (const AcqHeldLine *line, gboolean waits_for_user)
{
  GtkWidget *row
    = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", line->text, "title-lines", 3, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (line->icon);

  if (waits_for_user)
    gtk_widget_add_css_class (icon, "acq-attention");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  if (line->remedy != NULL)
    {
      GtkWidget *button = remedy_new (line);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static GtkWidget *
invoice_row_new (const AcqInvoice *invoice, AcqDay today)
{
  g_autofree char *day = acq_day_text (acq_invoice_due_day (invoice), today);
  g_autofree char *due = g_strdup_printf (_ ("due on %s"), day);
  g_autofree char *balance = acq_amount_text (invoice->balance, invoice->currency);
  g_autofree char *text = g_strdup_printf ("%s, %s, %s", invoice->number, due, balance);
  g_autofree char *target = g_strconcat ("number:", invoice->number, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", invoice->number,
                                 "subtitle", due, "activatable", TRUE, NULL);
  GtkWidget *amount = gtk_label_new (balance);

  gtk_widget_add_css_class (amount, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), amount);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "invoices", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static GtkWidget *
list_new (AcqHeldCard *self, const char *title)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), list);
  return list;
}

static void
add_invoices (AcqHeldCard *self, const AcqQueueHeld *held, AcqDay today)
{
  GtkWidget *list = list_new (self, _ ("Invoices concerned"));
  guint n_shown = MIN (held->invoices->len, MAX_INVOICES), n_more = held->invoices->len - n_shown;
  g_autofree char *more = NULL, *target = NULL;
  GtkWidget *row;

  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), invoice_row_new (held->invoices->pdata[i], today));
  if (n_more == 0)
    return;
  more = g_strdup_printf (ngettext ("and %u other", "and %u others", n_more), n_more);
  target = g_strconcat ("code:", held->customer->code, NULL);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", more, "activatable", TRUE, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "customers", target);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

void
acq_held_card_show (AcqHeldCard *self, const AcqQueueHeld *held, AcqDay today, gboolean with_invoices)
{
  g_autoptr (GPtrArray) lines = acq_held_lines_new (held, today);
  GtkWidget *child, *list;

  g_return_if_fail (ACQ_IS_HELD_CARD (self));
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  list = list_new (self, held->message != NULL ? _ ("What it needs to leave") : _ ("Why nothing leaves"));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         reason_row_new (lines->pdata[i], held->group == ACQ_HELD_FOR_YOU));
  if (with_invoices)
    add_invoices (self, held, today);
}

static void
acq_held_card_dispose (GObject *object)
{
  g_clear_pointer (&ACQ_HELD_CARD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_held_card_parent_class)->dispose (object);
}

static void
acq_held_card_class_init (AcqHeldCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_held_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_held_card_init (AcqHeldCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
