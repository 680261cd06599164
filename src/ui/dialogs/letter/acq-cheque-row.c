/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cheque-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"

struct _AcqChequeRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkCheckButton *check;
  GtkLabel *drawer;
  GtkLabel *amount;
  GtkLabel *detail;
  GtkEditable *number;
  GtkEditable *bank;

  gint64 payment;
  gint64 value; /* cents */
  char *known_number;
  char *known_bank;
};

G_DEFINE_FINAL_TYPE (AcqChequeRow, acq_cheque_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (AcqChequeRow *self)
{
  g_assert (ACQ_IS_CHEQUE_ROW (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
acq_cheque_row_activate (GtkListBoxRow *row)
{
  GtkCheckButton *check = ACQ_CHEQUE_ROW (row)->check;

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
acq_cheque_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_boolean (value, acq_cheque_row_get_selected (ACQ_CHEQUE_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
acq_cheque_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_CHEQUE_ROW);
  G_OBJECT_CLASS (acq_cheque_row_parent_class)->dispose (object);
}

static void
acq_cheque_row_finalize (GObject *object)
{
  AcqChequeRow *self = ACQ_CHEQUE_ROW (object);

  g_free (self->known_number);
  g_free (self->known_bank);
  G_OBJECT_CLASS (acq_cheque_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/letter/acq-cheque-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, check);
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, drawer);
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, detail);
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, number);
  gtk_widget_class_bind_template_child (widget_class, AcqChequeRow, bank);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
acq_cheque_row_class_init (AcqChequeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_cheque_row_get_property;
  object_class->dispose = acq_cheque_row_dispose;
  object_class->finalize = acq_cheque_row_finalize;
  GTK_LIST_BOX_ROW_CLASS (klass)->activate = acq_cheque_row_activate;
  properties[PROP_SELECTED]
    = g_param_spec_boolean ("selected", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
acq_cheque_row_init (AcqChequeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
list_invoices (const AcqLedger *ledger, const AcqReceipt *cheque)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < cheque->allocations->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (ledger, g_array_index (cheque->allocations, AcqAllocation, i).invoice_id);

      if (invoice != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", invoice->number);
    }
  return g_string_free (numbers, FALSE);
}

static void
show_cheque (AcqChequeRow *self, const AcqLedger *ledger, const AcqReceipt *cheque, AcqDay today)
{
  const char *drawer = acq_cheque_drawer (ledger, cheque);
  g_autofree char *amount = acq_amount_text (cheque->amount, cheque->currency);
  g_autofree char *invoices = list_invoices (ledger, cheque);
  g_autofree char *day = acq_day_text (cheque->day, today);
  /* Translators: of a cheque: the invoices that it pays, and the day on which it came. */
  g_autofree char *detail = g_strdup_printf (_ ("%s, received %s"), invoices, day);
  /* Translators: who wrote a cheque, and its amount. */
  g_autofree char *label = g_strdup_printf (_ ("Cheque of %s, %s"), drawer, amount);

  gtk_label_set_text (self->drawer, drawer);
  gtk_label_set_text (self->amount, amount);
  gtk_label_set_text (self->detail, detail);
  gtk_editable_set_text (self->number, self->known_number);
  gtk_editable_set_text (self->bank, self->known_bank);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
acq_cheque_row_new (const AcqLedger *ledger, const AcqReceipt *cheque, AcqDay today)
{
  AcqChequeRow *self = g_object_new (ACQ_TYPE_CHEQUE_ROW, NULL);

  self->payment = cheque->id;
  self->value = cheque->amount;
  self->known_number = g_strdup (cheque->cheque_number == NULL ? "" : cheque->cheque_number);
  self->known_bank = g_strdup (cheque->cheque_bank == NULL ? "" : cheque->cheque_bank);
  show_cheque (self, ledger, cheque, today);
  return GTK_WIDGET (self);
}

gint64
acq_cheque_row_get_payment (AcqChequeRow *self)
{
  g_return_val_if_fail (ACQ_IS_CHEQUE_ROW (self), 0);
  return self->payment;
}

gint64
acq_cheque_row_get_amount (AcqChequeRow *self)
{
  g_return_val_if_fail (ACQ_IS_CHEQUE_ROW (self), 0);
  return self->value;
}

gboolean
acq_cheque_row_get_selected (AcqChequeRow *self)
{
  g_return_val_if_fail (ACQ_IS_CHEQUE_ROW (self), FALSE);
  return gtk_check_button_get_active (self->check);
}

gboolean
acq_cheque_row_take_details (AcqChequeRow *self, AcqChequeDetails *ret_details)
{
  const char *number, *bank;

  g_return_val_if_fail (ACQ_IS_CHEQUE_ROW (self), FALSE);

  number = gtk_editable_get_text (self->number);
  bank = gtk_editable_get_text (self->bank);
  if (g_str_equal (number, self->known_number) && g_str_equal (bank, self->known_bank))
    return FALSE;
  *ret_details = (AcqChequeDetails){ self->payment, g_strdup (number), g_strdup (bank) };
  return TRUE;
}
