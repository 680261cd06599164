/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-rules.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-chart-card.h"
#include "acq-column-chart.h"
#include "acq-customer-details.h"
#include "acq-customer-figures-text.h"
#include "acq-customer-letters.h"
#include "acq-limit-bar.h"
#include "acq-widget-children.h"

#define CHART_HEIGHT 120

struct _AcqCustomerRules
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *limit;
  AcqLimitBar *limit_bar;
  GtkLabel *limit_words;
  GtkBox *chart_place;
  GtkListBox *details;
  AcqCustomerLetters *letters;

  AcqChart *chart; /* borrowed: in its card */
};

G_DEFINE_FINAL_TYPE (AcqCustomerRules, acq_customer_rules, GTK_TYPE_WIDGET)

/* How much of the limit is used, and what is left of it. */
static char *
write_limit_words (const AcqCustomerFigures *figures)
{
  g_autofree char *used = acq_customer_used_text (figures);
  gint64 left = figures->customer->credit_limit - figures->outstanding;
  g_autofree char *amount = acq_amount_text (ABS (left), ACQ_CURRENCY_EUR);

  if (figures->limit_used < 0)
    return g_strdup (_ ("No limit is set: nothing warns when this customer owes too much."));
  if (left < 0)
    /* Translators: a share ("120%"), and an amount. */
    return g_strdup_printf (_ ("%1$s used: %2$s too much"), used, amount);
  /* Translators: a share ("70%"), and an amount. */
  return g_strdup_printf (_ ("%1$s used: %2$s left"), used, amount);
}

static void
show_limit (AcqCustomerRules *self, const AcqCustomerFigures *figures)
{
  gboolean limited = figures->limit_used >= 0;
  g_autofree char *limit
    = limited ? acq_amount_text_rounded (figures->customer->credit_limit, ACQ_CURRENCY_EUR) : g_strdup ("");
  g_autofree char *words = write_limit_words (figures);
  g_autoptr (GListModel) parts = acq_customer_limit_parts (figures);

  gtk_label_set_label (self->limit, limit);
  gtk_label_set_label (self->limit_words, words);
  acq_chart_set_model (ACQ_CHART (self->limit_bar), parts);
  acq_limit_bar_set_limit (self->limit_bar, limited ? figures->customer->credit_limit : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_bar), limited || figures->outstanding > 0);
}

static void
show_payments (AcqCustomerRules *self, const AcqCustomerSheet *sheet)
{
  g_autoptr (GListModel) payments = acq_customer_sheet_list_payments (sheet);
  guint n = g_list_model_get_n_items (payments);
  g_autofree char *caption = n == 0
                               ? g_strdup (_ ("No invoice has been paid yet."))
                               : g_strdup_printf (ngettext ("Days after the due day, last payment",
                                                            "Days after the due day, last %u payments", n),
                                                  n);

  acq_chart_set_model (self->chart, payments);
  g_object_set (gtk_widget_get_first_child (GTK_WIDGET (self->chart_place)), "caption", caption, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), n > 0);
}

void
acq_customer_rules_show (AcqCustomerRules *self, AcqOpenCompany *company, const AcqCustomerSheet *sheet)
{
  g_return_if_fail (ACQ_IS_CUSTOMER_RULES (self));
  show_limit (self, &sheet->figures);
  show_payments (self, sheet);
  acq_customer_details_fill (self->details, company, sheet);
  acq_customer_letters_show (self->letters, company, sheet->figures.customer->code);
}

/* The page stands before the target: "bank transaction:12". */
static void
open_payment_cb (AcqCustomerRules *self, const char *target)
{
  g_auto (GStrv) parts = g_strsplit (target, " ", 2);

  if (g_strv_length (parts) == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", parts[0], parts[1]);
}

static void
set_up_chart (AcqCustomerRules *self)
{
  AcqChartMeasure days = ACQ_CHART_MEASURE_DAYS;
  AcqChartTableTitles titles = { _ ("Payment"), _ ("Days"), NULL, _ ("Amount") };
  GtkWidget *card;

  self->chart = ACQ_CHART (acq_column_chart_new (ACQ_COLUMN_FIGURES_NOTABLE));
  acq_chart_set_measure (self->chart, &days);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, CHART_HEIGHT);
  card = acq_chart_card_new (_ ("How this customer pays"), self->chart);
  g_object_set (
    card, "method",
    _ (
      "Each bar is an invoice that was paid: how many days after its due day the money that settled it came. "
      "Below zero it came before. Bars are pale where there are fewer than ten payments."),
    NULL);
  acq_chart_card_set_table_titles (ACQ_CHART_CARD (card), &titles);
  g_signal_connect_object (card, "open", G_CALLBACK (open_payment_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chart_place, card);
}

static void
acq_customer_rules_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_customer_rules_parent_class)->dispose (object);
}

static void
acq_customer_rules_class_init (AcqCustomerRulesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_customer_rules_dispose;
  g_type_ensure (ACQ_TYPE_LIMIT_BAR);
  g_type_ensure (ACQ_TYPE_CUSTOMER_LETTERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/customers/acq-customer-rules.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, limit);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, limit_bar);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, limit_words);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, chart_place);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, details);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerRules, letters);
}

static void
acq_customer_rules_init (AcqCustomerRules *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_chart (self);
}
