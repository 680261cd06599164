/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sure-row.h"

#include <glib/gi18n.h>

#include "acq-evidence-chips.h"
#include "acq-widget-children.h"

/* Two proofs are what makes a receipt sure. */
#define MAX_CHIPS 2

struct _AcqSureRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *amount;
  GtkLabel *caption;
  AcqEvidenceChips *chips;
  GtkButton *tick;
};

G_DEFINE_FINAL_TYPE (AcqSureRow, acq_sure_row, GTK_TYPE_WIDGET)

static void
describe (AcqSureRow *self, AcqSureItem *item)
{
  /* Translators: a receipt for screen readers: customer, amount, day and what it pays. */
  g_autofree char *text
    = g_strdup_printf (_ ("%s, %s, %s"), acq_sure_item_get_name (item), acq_sure_item_get_amount (item),
                       acq_sure_item_get_caption (item));
  g_autofree char *accept = g_strdup_printf (_ ("Accept %s, %s"), acq_sure_item_get_name (item),
                                             acq_sure_item_get_amount (item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, accept, -1);
}

void
acq_sure_row_set_item (AcqSureRow *self, AcqSureItem *item)
{
  g_return_if_fail (ACQ_IS_SURE_ROW (self));
  if (item == NULL)
    return;
  gtk_label_set_text (self->name, acq_sure_item_get_name (item));
  gtk_label_set_text (self->amount, acq_sure_item_get_amount (item));
  gtk_label_set_text (self->caption, acq_sure_item_get_caption (item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), acq_sure_item_get_name (item));
  acq_evidence_chips_set_chips (self->chips, acq_sure_item_get_chips (item), MAX_CHIPS);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->tick), "x",
                                    acq_sure_item_get_transaction_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tick), "receipts.accept");
  describe (self, item);
}

static void
acq_sure_row_dispose (GObject *object)
{
  GtkWidget *child;

  acq_widget_unparent_children (GTK_WIDGET (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (acq_sure_row_parent_class)->dispose (object);
}

static void
acq_sure_row_class_init (AcqSureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_sure_row_dispose;
  g_type_ensure (ACQ_TYPE_EVIDENCE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-sure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSureRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqSureRow, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqSureRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AcqSureRow, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqSureRow, tick);
}

static void
acq_sure_row_init (AcqSureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
