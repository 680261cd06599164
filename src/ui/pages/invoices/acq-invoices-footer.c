/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoices-footer.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

struct _AcqInvoicesFooter
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *total;
  GtkLabel *selected;
};

G_DEFINE_FINAL_TYPE (AcqInvoicesFooter, acq_invoices_footer, GTK_TYPE_WIDGET)

static const char *
name_order (const AcqInvoiceQuery *query)
{
  switch (query->order)
    {
    case ACQ_INVOICE_ORDER_NUMBER:
      return query->descending ? _ ("by number from the last") : _ ("by number");
    case ACQ_INVOICE_ORDER_CUSTOMER:
      return query->descending ? _ ("by customer from Z to A") : _ ("by customer");
    case ACQ_INVOICE_ORDER_DUE:
      return query->descending ? _ ("the latest due day first") : _ ("the earliest due day first");
    case ACQ_INVOICE_ORDER_BALANCE:
      return query->descending ? _ ("the largest first") : _ ("the smallest first");
    case ACQ_INVOICE_ORDER_STATE:
      return _ ("by state");
    case ACQ_INVOICE_ORDER_LATE:
      return query->descending ? _ ("the oldest first") : _ ("the newest first");
    }
  g_return_val_if_reached ("");
}

/* A number of invoices that a filter lets through. */
static char *
name_shown (guint n, AcqInvoiceFilter filter)
{
  g_autofree char *number = acq_number_text (n);

  switch (filter)
    {
    case ACQ_INVOICE_FILTER_OVERDUE:
    case ACQ_INVOICE_FILTER_OVERDUE_30:
    case ACQ_INVOICE_FILTER_OVERDUE_60:
    case ACQ_INVOICE_FILTER_OVERDUE_90:
    case ACQ_INVOICE_FILTER_OVERDUE_91:
      return g_strdup_printf (ngettext ("%s overdue invoice", "%s overdue invoices", n), number);
    case ACQ_INVOICE_FILTER_PAID:
      return g_strdup_printf (ngettext ("%s paid invoice", "%s paid invoices", n), number);
    case ACQ_INVOICE_FILTER_CREDIT_NOTES:
      return g_strdup_printf (ngettext ("%s credit note", "%s credit notes", n), number);
    case ACQ_INVOICE_FILTER_DISPUTED:
      return g_strdup_printf (ngettext ("%s disputed invoice", "%s disputed invoices", n), number);
    case ACQ_INVOICE_FILTER_PROMISED:
      return g_strdup_printf (ngettext ("%s promised invoice", "%s promised invoices", n), number);
    case ACQ_INVOICE_FILTER_NOT_DUE:
      return g_strdup_printf (ngettext ("%s invoice not due yet", "%s invoices not due yet", n), number);
    case ACQ_INVOICE_FILTER_ALL:
      return g_strdup_printf (ngettext ("%s document", "%s documents", n), number);
    case ACQ_INVOICE_FILTER_OPEN:
      break;
    }
  return g_strdup_printf (ngettext ("%s open invoice", "%s open invoices", n), number);
}

static gboolean
is_part_of_open (AcqInvoiceFilter filter)
{
  return filter != ACQ_INVOICE_FILTER_OPEN && filter != ACQ_INVOICE_FILTER_PAID
         && filter != ACQ_INVOICE_FILTER_CREDIT_NOTES && filter != ACQ_INVOICE_FILTER_ALL;
}

static char *
write_summary (const AcqInvoiceListing *listing, guint n_shown, const AcqInvoiceQuery *query)
{
  g_autofree char *shown = name_shown (n_shown, query->filter);
  g_autofree char *all = acq_number_text (listing->counts[ACQ_INVOICE_FILTER_OPEN]);

  if (!is_part_of_open (query->filter))
    /* Translators: "26 open invoices", and their order: "the oldest first". */
    return g_strdup_printf (C_ ("invoices", "%s, %s"), shown, name_order (query));
  /* Translators: "26 overdue invoices", the number of all that are open, and their order: "the oldest first". */
  return g_strdup_printf (_ ("%s of %s open, %s"), shown, all, name_order (query));
}

/* Of an invoice with a part that is not due yet only the overdue one counts then: the dashboard's figure is the same. */
static gboolean
is_overdue (AcqInvoiceFilter filter)
{
  return filter == ACQ_INVOICE_FILTER_OVERDUE
         || (filter >= ACQ_INVOICE_FILTER_OVERDUE_30 && filter <= ACQ_INVOICE_FILTER_OVERDUE_91);
}

/* What several currencies add up to stands side by side. */
static char *
write_sums (const AcqInvoiceListing *listing, const GArray *places, gboolean overdue)
{
  g_autoptr (GArray) sums = acq_invoice_listing_sums (listing, places, overdue);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const AcqMoney *sum = &g_array_index (sums, AcqMoney, i);
      g_autofree char *amount = acq_amount_text (sum->minor, sum->currency);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : " · ", amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
acq_invoices_footer_show (AcqInvoicesFooter *self, const AcqInvoiceListing *listing, const GArray *places,
                          const AcqInvoiceQuery *query)
{
  gboolean overdue = is_overdue (query->filter);
  g_autofree char *summary = NULL, *sums = NULL, *total = NULL;

  g_return_if_fail (ACQ_IS_INVOICES_FOOTER (self));
  summary = write_summary (listing, places->len, query);
  sums = write_sums (listing, places, overdue);
  if (sums[0] == '\0')
    total = g_strdup ("");
  else if (overdue)
    /* Translators: what of the rows on show is overdue; <b> is markup. */
    total = g_strdup_printf (_ ("Overdue: <b>%s</b>"), sums);
  else
    /* Translators: what the rows on show add up to; <b> is markup. */
    total = g_strdup_printf (_ ("Total shown: <b>%s</b>"), sums);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  gtk_label_set_markup (self->total, total);
}

void
acq_invoices_footer_show_selection (AcqInvoicesFooter *self, const AcqInvoiceListing *listing,
                                    const GArray *places)
{
  g_autofree char *number = acq_number_text (places->len), *sums = NULL, *text = NULL;

  g_return_if_fail (ACQ_IS_INVOICES_FOOTER (self));
  gtk_stack_set_visible_child_name (self->stack, places->len < 2 ? "summary" : "selection");
  if (places->len < 2)
    return;
  sums = write_sums (listing, places, FALSE);
  /* Translators: a number of invoices, and what they add up to. */
  text
    = g_strdup_printf (ngettext ("%1$s selected · %2$s", "%1$s selected · %2$s", places->len), number, sums);
  gtk_label_set_text (self->selected, text);
}

static void
acq_invoices_footer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_INVOICES_FOOTER);
  G_OBJECT_CLASS (acq_invoices_footer_parent_class)->dispose (object);
}

static void
acq_invoices_footer_class_init (AcqInvoicesFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_invoices_footer_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/invoices/acq-invoices-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesFooter, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesFooter, summary);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesFooter, total);
  gtk_widget_class_bind_template_child (widget_class, AcqInvoicesFooter, selected);
}

static void
acq_invoices_footer_init (AcqInvoicesFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
