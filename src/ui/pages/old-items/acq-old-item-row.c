/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-name-text.h"
#include "acq-day-text.h"
#include "acq-old-answer-popover.h"
#include "acq-old-answer-toggles.h"
#include "acq-old-item-text.h"

/* Where both do not fit side by side with room for a name, the answers go below. */
#define FOLD_WIDTH    700
#define ANSWERS_WIDTH 380
#define GAP           15

struct _AcqOldItemRow
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *who;
  GtkCheckButton *tick;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *amount;
  GtkWidget *answers;
  AcqOldAnswerToggles *toggles;
  GtkLabel *line;
  GtkButton *more;

  GtkWidget *popover; /* while it is open */
  AcqOldItemDraft *draft;
  GBinding *ticked;
  AcqDay today;
};

G_DEFINE_FINAL_TYPE (AcqOldItemRow, acq_old_item_row, GTK_TYPE_WIDGET)

/* The answers that were asked about have more to them. */
static gboolean
has_more (AcqOldAnswer answer)
{
  return answer == ACQ_OLD_ANSWER_REMINDED || answer == ACQ_OLD_ANSWER_PAID || answer == ACQ_OLD_ANSWER_LOST;
}

static void
show_line (AcqOldItemRow *self, const AcqOldReply *reply)
{
  gint64 transaction_id;
  const char *hint = acq_old_item_draft_get_hint (self->draft, &transaction_id);
  gboolean hinted = reply->answer == ACQ_OLD_ANSWER_NONE && hint != NULL;
  const char *classes[] = { "caption",
                            hinted                                 ? "acq-information"
                            : reply->answer == ACQ_OLD_ANSWER_NONE ? "dim-label"
                                                                   : NULL,
                            NULL };
  g_autofree char *text
    = acq_old_answer_text (reply->answer, reply->reminders, reply->day, reply->means, reply->reason,
                           acq_old_item_draft_is_from_file (self->draft), self->today);
  const char *link = hinted ? _ ("Show") : _ ("Change");
  g_autofree char *spoken
    = g_strdup_printf (_ ("%1$s, %2$s"), link, acq_old_item_draft_get_item (self->draft)->number);

  gtk_label_set_text (self->line, hinted ? hint : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line), hinted ? hint : text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->line), classes);
  gtk_button_set_label (self->more, link);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hinted || has_more (reply->answer));
}

static void
draft_changed_cb (AcqOldItemRow *self)
{
  AcqOldReply reply = acq_old_item_draft_get_reply (self->draft);

  acq_old_answer_toggles_set_answer (self->toggles, reply.answer);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggles), reply.answer != ACQ_OLD_ANSWER_OTHER);
  if (acq_old_item_draft_get_ticked (self->draft))
    gtk_widget_add_css_class (GTK_WIDGET (self), "ticked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ticked");
  show_line (self, &reply);
}

static void
show_item (AcqOldItemRow *self, const AcqOldItem *item)
{
  int late = item->due == ACQ_DAY_NONE ? 0 : MAX (self->today - item->due, 0);
  g_autofree char *due = item->due == ACQ_DAY_NONE ? NULL : acq_day_text_short (item->due, self->today);
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) late), late);
  /* Translators: an invoice's number, its due day, how late it is. */
  g_autofree char *about = due == NULL
                             ? g_strdup (item->number)
                             : g_strdup_printf (_ ("%1$s · due %2$s, %3$s"), item->number, due, days);
  g_autofree char *amount = acq_amount_text (item->amount, item->currency);
  g_autofree char *short_name = acq_customer_name_text_short (item->customer_name);
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s, %2$s"), item->customer_name, item->number);

  adw_avatar_set_text (self->avatar, short_name);
  gtk_label_set_text (self->name, item->customer_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), item->customer_name);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->amount, amount);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  acq_old_answer_toggles_set_subject (self->toggles, spoken);
}

void
acq_old_item_row_set_draft (AcqOldItemRow *self, AcqOldItemDraft *draft)
{
  g_return_if_fail (ACQ_IS_OLD_ITEM_ROW (self));
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_pointer (&self->ticked, g_binding_unbind);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  show_item (self, acq_old_item_draft_get_item (draft));
  self->ticked = g_object_bind_property (draft, "ticked", self->tick, "active",
                                         G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (draft_changed_cb), self);
  draft_changed_cb (self);
}

static void
answered_cb (AcqOldItemRow *self, AcqOldAnswerPopover *popover)
{
  AcqOldReply reply = acq_old_answer_popover_get_reply (popover);

  if (self->draft != NULL)
    acq_old_item_draft_answer (self->draft, &reply);
}

static void
closed_cb (AcqOldItemRow *self)
{
  /* What was pressed and not answered springs back. */
  if (self->draft != NULL)
    draft_changed_cb (self);
}

static void
point_at (AcqOldItemRow *self, GtkWidget *button)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width, (int) bounds.size.height });
}

static void
ask (AcqOldItemRow *self, const AcqOldReply *reply)
{
  AcqDay due = acq_old_item_draft_get_item (self->draft)->due;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = acq_old_answer_popover_new (reply, due, self->today);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  point_at (self, acq_old_answer_toggles_get_button (self->toggles, reply->answer));
  g_signal_connect_object (self->popover, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
chosen_cb (AcqOldItemRow *self, int answer)
{
  AcqOldReply reply = acq_old_item_draft_get_reply (self->draft);

  if (reply.answer != (AcqOldAnswer) answer)
    reply = (AcqOldReply){
      .answer = (AcqOldAnswer) answer, .reminders = 1, .day = ACQ_DAY_NONE, .means = ACQ_MEANS_TRANSFER
    };
  if (answer == ACQ_OLD_ANSWER_REMINDED || answer == ACQ_OLD_ANSWER_PAID)
    ask (self, &reply);
  else
    acq_old_item_draft_answer (self->draft, &reply);
}

static void
more_clicked_cb (AcqOldItemRow *self)
{
  AcqOldReply reply = acq_old_item_draft_get_reply (self->draft);
  gint64 transaction_id;
  g_autofree char *target = NULL;

  if (has_more (reply.answer))
    {
      ask (self, &reply);
      return;
    }
  acq_old_item_draft_get_hint (self->draft, &transaction_id);
  target = g_strdup_printf ("transaction:%" G_GINT64_FORMAT, transaction_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", "bank", target);
}

static void
acq_old_item_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  AcqOldItemRow *self = ACQ_OLD_ITEM_ROW (widget);
  int who_minimum, who, answers_minimum, answers;

  gtk_widget_measure (self->who, orientation, -1, &who_minimum, &who, NULL, NULL);
  gtk_widget_measure (self->answers, orientation, -1, &answers_minimum, &answers, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (who_minimum, answers_minimum);
      *natural = MAX (who + GAP + answers, *minimum);
    }
  else
    {
      gboolean folded = for_size >= 0 && for_size < FOLD_WIDTH;

      *minimum = *natural = folded ? who + 6 + answers : MAX (who, answers);
    }
}

static void
acq_old_item_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqOldItemRow *self = ACQ_OLD_ITEM_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int who_height, answers_width = MIN (ANSWERS_WIDTH, width);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (width < FOLD_WIDTH)
    {
      gtk_widget_measure (self->who, GTK_ORIENTATION_VERTICAL, -1, NULL, &who_height, NULL, NULL);
      gtk_widget_size_allocate (self->who, &(GtkAllocation){ 0, 0, width, who_height }, -1);
      gtk_widget_size_allocate (self->answers,
                                &(GtkAllocation){ 0, who_height + 6, width, height - who_height - 6 }, -1);
      return;
    }
  gtk_widget_size_allocate (
    self->who, &(GtkAllocation){ rtl ? answers_width + GAP : 0, 0, width - answers_width - GAP, height }, -1);
  gtk_widget_size_allocate (
    self->answers, &(GtkAllocation){ rtl ? 0 : width - answers_width, 0, answers_width, height }, -1);
}

static GtkSizeRequestMode
acq_old_item_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
acq_old_item_row_dispose (GObject *object)
{
  AcqOldItemRow *self = ACQ_OLD_ITEM_ROW (object);

  acq_old_item_row_set_draft (self, NULL);
  g_clear_pointer (&self->who, gtk_widget_unparent);
  g_clear_pointer (&self->answers, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_old_item_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/old-items/acq-old-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, who);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, tick);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, about);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, answers);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, toggles);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, line);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemRow, more);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
acq_old_item_row_class_init (AcqOldItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_old_item_row_dispose;
  widget_class->measure = acq_old_item_row_measure;
  widget_class->size_allocate = acq_old_item_row_size_allocate;
  widget_class->get_request_mode = acq_old_item_row_get_request_mode;
  g_type_ensure (ACQ_TYPE_OLD_ANSWER_TOGGLES);
  bind_template (widget_class);
}

static void
acq_old_item_row_init (AcqOldItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_old_item_row_new (AcqDay today)
{
  AcqOldItemRow *self = g_object_new (ACQ_TYPE_OLD_ITEM_ROW, NULL);

  self->today = today;
  return GTK_WIDGET (self);
}
