/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-summary.h"

#include "acq-amount-text.h"

struct _AcqOldItemSummary
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *cells;
  GtkLabel *due_amount;
  GtkLabel *due_count;
  GtkLabel *reminded_amount;
  GtkLabel *reminded_count;
  GtkLabel *paid_amount;
  GtkLabel *paid_count;
  GtkLabel *lost_amount;
  GtkLabel *lost_count;
};

G_DEFINE_FINAL_TYPE (AcqOldItemSummary, acq_old_item_summary, GTK_TYPE_WIDGET)

static void
show_one (const AcqOldItemSums *sums, AcqOldAnswer answer, GtkLabel *amount, GtkLabel *count)
{
  g_autofree char *amount_text = acq_amount_text_rounded (sums->amount_by_answer[answer], sums->currency);
  g_autofree char *count_text = acq_number_text (sums->n_by_answer[answer]);

  gtk_label_set_text (amount, sums->n_by_answer[answer] > 0 ? amount_text : "");
  gtk_label_set_text (count, count_text);
}

void
acq_old_item_summary_show (AcqOldItemSummary *self, const AcqOldItemSums *sums)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_SUMMARY (self));
  show_one (sums, ACQ_OLD_ANSWER_STILL_DUE, self->due_amount, self->due_count);
  show_one (sums, ACQ_OLD_ANSWER_REMINDED, self->reminded_amount, self->reminded_count);
  show_one (sums, ACQ_OLD_ANSWER_PAID, self->paid_amount, self->paid_count);
  show_one (sums, ACQ_OLD_ANSWER_LOST, self->lost_amount, self->lost_count);
}

static void
acq_old_item_summary_dispose (GObject *object)
{
  g_clear_pointer (&ACQ_OLD_ITEM_SUMMARY (object)->cells, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_old_item_summary_parent_class)->dispose (object);
}

static void
acq_old_item_summary_class_init (AcqOldItemSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_old_item_summary_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/old-items/acq-old-item-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, cells);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, due_amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, due_count);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, reminded_amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, reminded_count);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, paid_amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, paid_count);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, lost_amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemSummary, lost_count);
}

static void
acq_old_item_summary_init (AcqOldItemSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
