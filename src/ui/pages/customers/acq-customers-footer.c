/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customers-footer.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-fit.h"
#include "acq-widget-children.h"

struct _AcqCustomersFooter
{
  GtkWidget parent_instance;

  GtkLabel *summary;
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (AcqCustomersFooter, acq_customers_footer, GTK_TYPE_WIDGET)

static const char *
name_order (const AcqCustomerQuery *query)
{
  switch (query->order)
    {
    case ACQ_CUSTOMER_ORDER_NAME:
      return query->descending ? _ ("from Z to A") : _ ("from A to Z");
    case ACQ_CUSTOMER_ORDER_OUTSTANDING:
      return query->descending ? _ ("the largest outstanding first") : _ ("the smallest outstanding first");
    case ACQ_CUSTOMER_ORDER_OVERDUE:
      return query->descending ? _ ("the largest overdue first") : _ ("the smallest overdue first");
    case ACQ_CUSTOMER_ORDER_OLDEST:
      return query->descending ? _ ("the longest overdue first") : _ ("the shortest overdue first");
    case ACQ_CUSTOMER_ORDER_HABIT:
      return query->descending ? _ ("the slowest payers first") : _ ("the fastest payers first");
    case ACQ_CUSTOMER_ORDER_LIMIT:
      return query->descending ? _ ("the nearest to their limit first")
                               : _ ("the farthest from their limit first");
    case ACQ_CUSTOMER_ORDER_NEXT:
      return query->descending ? _ ("the most advanced reminders first")
                               : _ ("the least advanced reminders first");
    }
  g_return_val_if_reached ("");
}

static char *
write_summary (guint n_shown, guint n_all, const AcqCustomerQuery *query)
{
  g_autofree char *shown = acq_number_text (n_shown);
  g_autofree char *all = acq_number_text (n_all);
  const char *order = name_order (query);

  if (n_shown == n_all)
    /* Translators: a number of customers, and their order: "the largest outstanding first". */
    return g_strdup_printf (ngettext ("%1$s customer, %2$s", "%1$s customers, %2$s", n_shown), shown, order);
  /* Translators: how many customers are shown of how many, and their order: "the largest outstanding first". */
  return g_strdup_printf (ngettext ("%1$s of %2$s customer, %3$s", "%1$s of %2$s customers, %3$s", n_all),
                          shown, all, order);
}

void
acq_customers_footer_show (AcqCustomersFooter *self, const AcqCustomerListing *listing, const GArray *rows,
                           const AcqCustomerQuery *query)
{
  g_autofree char *summary = NULL, *amount = NULL, *total = NULL;

  g_return_if_fail (ACQ_IS_CUSTOMERS_FOOTER (self));
  summary = write_summary (rows->len, listing->rows->len, query);
  amount = acq_amount_text (acq_customer_listing_sum (listing, rows), ACQ_CURRENCY_EUR);
  /* Translators: what the customers shown owe together; <b> is markup. */
  total = g_strdup_printf (_ ("Outstanding: <b>%s</b>"), amount);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  gtk_label_set_label (self->total, total);
}

static void
acq_customers_footer_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_customers_footer_parent_class)->dispose (object);
}

static void
acq_customers_footer_class_init (AcqCustomersFooterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_customers_footer_dispose;
  g_type_ensure (ACQ_TYPE_FIT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/customers/acq-customers-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqCustomersFooter, summary);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomersFooter, total);
}

static void
acq_customers_footer_init (AcqCustomersFooter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
