/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-figures-card.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

#define N_FIGURES 4

/* One figure: what it is, its value, and what it is made of. */
typedef struct
{
  GtkButton *button;
  GtkLabel *value;
  GtkLabel *words;
} Figure;

struct _AcqCustomerFiguresCard
{
  GtkWidget parent_instance;

  GtkFlowBox *box;
  Figure figures[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (AcqCustomerFiguresCard, acq_customer_figures_card, GTK_TYPE_WIDGET)

static guint signals[1];

static const struct
{
  const char *title;
  const char *show;
} kinds[N_FIGURES] = {
  { NC_ ("customers", "Outstanding"), "invoices" },
  { NC_ ("customers", "Overdue"), "invoices" },
  { NC_ ("customers", "Usually pays"), "payments" },
  { NC_ ("customers", "Promises kept"), "exchanges" },
};

static void
clicked_cb (AcqCustomerFiguresCard *self, GtkButton *button)
{
  for (guint i = 0; i < N_FIGURES; i++)
    if (self->figures[i].button == button)
      g_signal_emit (self, signals[0], 0, kinds[i].show);
}

static void
set_figure (AcqCustomerFiguresCard *self, guint index, const char *value, const char *words)
{
  Figure *figure = &self->figures[index];
  g_autofree char *label
    = g_strjoin (", ", g_dpgettext2 (NULL, "customers", kinds[index].title), value, words, NULL);

  gtk_label_set_label (figure->value, value);
  gtk_label_set_label (figure->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
count_invoices (guint n)
{
  g_autofree char *number = acq_number_text (n);

  return g_strdup_printf (ngettext ("%s invoice", "%s invoices", n), number);
}

static void
show_habit (AcqCustomerFiguresCard *self, const AcqPayerHabit *habit)
{
  int days = ABS (habit->days_late);
  const char *format;
  g_autofree char *value = NULL, *words = NULL;

  if (!habit->known)
    {
      set_figure (self, 2, "–", _ ("not enough payments to tell"));
      return;
    }
  value = habit->days_late == 0
            ? g_strdup (_ ("in time"))
            : g_strdup_printf (habit->days_late > 0 ? ngettext ("+ %d day", "+ %d days", (gulong) days)
                                                    : ngettext ("− %d day", "− %d days", (gulong) days),
                               days);
  format = habit->days_late < 0    ? ngettext ("before the due day, from %u invoice",
                                               "before the due day, from %u invoices", habit->n_invoices)
           : habit->days_late == 0 ? ngettext ("on the due day, from %u invoice",
                                               "on the due day, from %u invoices", habit->n_invoices)
                                   : ngettext ("after the due day, from %u invoice",
                                               "after the due day, from %u invoices", habit->n_invoices);
  words = g_strdup_printf (format, habit->n_invoices);
  set_figure (self, 2, value, words);
}

static void
show_promises (AcqCustomerFiguresCard *self, const AcqPayerHabit *habit)
{
  g_autofree char *value = NULL;

  if (habit->promises_due == 0)
    {
      set_figure (self, 3, "–", _ ("none that has run out"));
      return;
    }
  /* Translators: promises kept, and promises made. */
  value = g_strdup_printf (_ ("%1$u of %2$u"), habit->promises_kept, habit->promises_due);
  set_figure (self, 3, value, _ ("in two years"));
}

void
acq_customer_figures_card_show (AcqCustomerFiguresCard *self, const AcqCustomerSheet *sheet)
{
  const AcqCustomerFigures *figures = &sheet->figures;
  g_autofree char *outstanding = acq_amount_text (figures->outstanding, ACQ_CURRENCY_EUR);
  g_autofree char *open = count_invoices (figures->n_open);
  g_autofree char *overdue = acq_amount_text (figures->overdue, ACQ_CURRENCY_EUR);
  g_autofree char *late = count_invoices (figures->n_overdue);

  g_return_if_fail (ACQ_IS_CUSTOMER_FIGURES_CARD (self));
  set_figure (self, 0, outstanding,
              figures->other_currency ? _ ("in euros; more in other currencies") : open);
  set_figure (self, 1, overdue, late);
  if (figures->overdue > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->figures[1].value), "acq-attention");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figures[1].value), "acq-attention");
  show_habit (self, sheet->account->habit);
  show_promises (self, sheet->account->habit);
}

static GtkLabel *
append_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static void
add_figure (AcqCustomerFiguresCard *self, guint index)
{
  Figure *figure = &self->figures[index];
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkFlowBoxChild *child = GTK_FLOW_BOX_CHILD (gtk_flow_box_child_new ());

  append_label (box, g_dpgettext2 (NULL, "customers", kinds[index].title), "caption");
  figure->value = append_label (box, NULL, "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (figure->value), "numeric");
  figure->words = append_label (box, NULL, "caption");
  gtk_label_set_wrap (figure->words, TRUE);
  gtk_label_set_lines (figure->words, 2);
  gtk_widget_add_css_class (GTK_WIDGET (figure->words), "dim-label");
  figure->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (figure->button, GTK_WIDGET (box));
  gtk_widget_add_css_class (GTK_WIDGET (figure->button), "flat");
  g_signal_connect_object (figure->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_child_set_child (child, GTK_WIDGET (figure->button));
  gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
  gtk_flow_box_append (self->box, GTK_WIDGET (child));
}

static void
acq_customer_figures_card_dispose (GObject *object)
{
  AcqCustomerFiguresCard *self = ACQ_CUSTOMER_FIGURES_CARD (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));
  G_OBJECT_CLASS (acq_customer_figures_card_parent_class)->dispose (object);
}

static void
acq_customer_figures_card_class_init (AcqCustomerFiguresCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_customer_figures_card_dispose;
  signals[0] = g_signal_new ("open", ACQ_TYPE_CUSTOMER_FIGURES_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
acq_customer_figures_card_init (AcqCustomerFiguresCard *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_min_children_per_line (self->box, 2);
  gtk_flow_box_set_max_children_per_line (self->box, N_FIGURES);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "acq-customers-figures");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  for (guint i = 0; i < N_FIGURES; i++)
    add_figure (self, i);
}
