/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-items-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-banner.h"
#include "acq-batch-repository.h"
#include "acq-day-text.h"
#include "acq-destination.h"
#include "acq-error-text.h"
#include "acq-old-item-bar.h"
#include "acq-old-item-hints.h"
#include "acq-old-item-list.h"
#include "acq-old-item-row.h"
#include "acq-old-item-summary.h"
#include "acq-open-company.h"
#include "acq-widget-waiting.h"

struct _AcqOldItemsPage
{
  AcqPage parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  GtkStack *stack;
  GtkLabel *heading;
  GtkLabel *answered;
  GtkProgressBar *progress;
  AcqOldItemSummary *summary;
  AcqOldItemBar *bar;
  GtkListView *view;
  GtkLabel *left;
  GtkButton *save;

  /* Owned references */
  AcqOpenCompany *company;
  AcqOldItemList *list;
  GCancellable *reading; /* of the view that is on show */

  AcqDay today;
};

static void
acq_old_items_page_destination_init (AcqDestinationInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqOldItemsPage, acq_old_items_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION, acq_old_items_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_error (AcqOldItemsPage *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);

  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
}

static void
banner_clicked_cb (AcqOldItemsPage *self)
{
  acq_banner_set_revealed (self->banner, FALSE);
}

/* What is shown of the sums */

static void
show_progress (AcqOldItemsPage *self, const AcqOldItemSums *sums)
{
  g_autofree char *n_answered = acq_number_text (sums->n_answered);
  g_autofree char *n_items = acq_number_text (sums->n_items);
  g_autofree char *answered_amount = acq_amount_text_rounded (sums->answered_amount, sums->currency);
  g_autofree char *amount = acq_amount_text_rounded (sums->amount, sums->currency);
  g_autofree char *heading
    = g_strdup_printf (ngettext ("%s invoice was late before the import",
                                 "%s invoices were late before the import", sums->n_items),
                       n_items);
  g_autofree char *answers
    = g_strdup_printf (ngettext ("%1$s answer of %2$s", "%1$s answers of %2$s", sums->n_answered), n_answered, n_items);
  /* Translators: answers, and the amounts that they are about: "5 answers of 17 · 6,874 € of 18,420 €". */
  g_autofree char *answered = g_strdup_printf (_ ("%1$s · %2$s of %3$s"), answers, answered_amount, amount);

  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->answered, answered);
  gtk_progress_bar_set_fraction (self->progress, sums->n_items == 0 ? 0 : (double) sums->n_answered / sums->n_items);
}

static void
show_footer (AcqOldItemsPage *self, const AcqOldItemSums *sums)
{
  guint n_left = sums->n_items - sums->n_answered;
  g_autofree char *n_open = acq_number_text (n_left);
  g_autofree char *n_changed = acq_number_text (sums->n_changed);
  g_autofree char *left
    = n_left == 0
        ? g_strdup (_ ("Every invoice has its answer. Each answer can be changed later."))
        : g_strdup_printf (ngettext ("%s invoice without an answer, the oldest first. Each answer can be changed later.",
                                     "%s invoices without an answer, the oldest first. Each answer can be changed later.",
                                     n_left),
                           n_open);
  g_autofree char *save = sums->n_changed == 0 ? g_strdup (_ ("Save"))
                                               : g_strdup_printf (ngettext ("Save %s answer", "Save %s answers",
                                                                            sums->n_changed),
                                                                  n_changed);

  gtk_label_set_text (self->left, left);
  gtk_button_set_label (self->save, save);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, save, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "old-items.save", sums->n_changed > 0);
}

static void
list_changed_cb (AcqOldItemsPage *self)
{
  AcqOldItemSums sums = acq_old_item_list_sum (self->list);

  show_progress (self, &sums);
  show_footer (self, &sums);
  acq_old_item_summary_show (self->summary, &sums);
  acq_old_item_bar_show (self->bar, &sums);
}

/* Reading */

typedef struct
{
  GPtrArray *items;  /* (element-type AcqOldItem) */
  GHashTable *hints; /* (nullable) */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->items, g_ptr_array_unref);
  g_clear_pointer (&answer->hints, g_hash_table_unref);
  g_free (answer);
}

static gpointer
read_items (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const AcqCompanyView *view = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->items = acq_old_items_list (file, error);
  if (answer->items == NULL)
    {
      answer_free (answer);
      return NULL;
    }
  if (view->planning != NULL && answer->items->len > 0)
    answer->hints = acq_old_item_hints (view->planning);
  return answer;
}

static void
hint_at (AcqOldItemsPage *self, AcqOldItemDraft *draft, GHashTable *hints)
{
  const AcqTransaction *line = g_hash_table_lookup (hints, &acq_old_item_draft_get_item (draft)->invoice_id);
  g_autofree char *amount = NULL, *day = NULL, *hint = NULL;

  if (line == NULL)
    return;
  amount = acq_amount_text (line->amount - line->matched, line->currency);
  day = acq_day_text_short (line->booked, self->today);
  /* Translators: an amount and a day. */
  hint = g_strdup_printf (_ ("a receipt of %1$s on %2$s could pay it"), amount, day);
  acq_old_item_draft_set_hint (draft, hint, line->id);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqOldItemsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->company == NULL)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  if (answer == NULL)
    {
      show_error (self, error);
      return;
    }
  acq_old_item_list_take (self->list, answer->items);
  for (guint i = 0; answer->hints != NULL && i < answer->items->len; i++)
    {
      g_autoptr (AcqOldItemDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      hint_at (self, draft, answer->hints);
    }
  gtk_stack_set_visible_child_name (self->stack, answer->items->len > 0 ? "items" : "none");
  answer_free (answer);
}

/* The day on which the first invoices came in. */
static void
show_first_import (AcqOldItemsPage *self, const AcqCompanyView *view)
{
  for (guint i = 0; i < view->batches->len; i++)
    {
      const AcqBatch *batch = view->batches->pdata[i];
      g_autofree char *day = acq_day_text_weekday (batch->imported_on, self->today);
      g_autofree char *subtitle = g_strdup_printf (_ ("first import, %s"), day);

      if (batch->undone || (!g_str_equal (batch->kind, "invoices") && !g_str_equal (batch->kind, "ledger")))
        continue;
      acq_page_set_subtitle (ACQ_PAGE (self), subtitle);
      return;
    }
  acq_page_set_subtitle (ACQ_PAGE (self), NULL);
}

static void
view_cb (AcqOldItemsPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  if (view == NULL)
    return;
  self->today = view->books->today;
  acq_old_item_bar_set_today (self->bar, self->today);
  show_first_import (self, view);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  acq_open_company_ask_async (self->company, read_items, acq_company_view_ref ((AcqCompanyView *) view),
                              (GDestroyNotify) acq_company_view_unref, answer_free, self->reading, read_cb,
                              g_object_ref (self));
}

/* Saving */

static gboolean
save_answers (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const GPtrArray *drafts = data;
  g_autofree AcqOldReply *replies = g_new0 (AcqOldReply, drafts->len);

  for (guint i = 0; i < drafts->len; i++)
    replies[i] = acq_old_item_draft_get_reply (drafts->pdata[i]);
  return acq_old_items_answer (file, replies, drafts->len, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqOldItemsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  acq_widget_set_waiting (GTK_WIDGET (self->stack), FALSE);
  if (!acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    show_error (self, error);
}

/* Nothing may change the answers while they are kept: the page does not take any until then. */
static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqOldItemsPage *self = ACQ_OLD_ITEMS_PAGE (widget);
  GPtrArray *drafts = acq_old_item_list_changed (self->list);
  g_autofree char *count = acq_number_text (drafts->len);
  g_autofree char *done = g_strdup_printf (ngettext ("%s answer saved", "%s answers saved", drafts->len), count);

  acq_banner_set_revealed (self->banner, FALSE);
  acq_widget_set_waiting (GTK_WIDGET (self->stack), TRUE);
  acq_open_company_change_async (self->company, done, save_answers, drafts, (GDestroyNotify) g_ptr_array_unref,
                                 NULL, saved_cb, g_object_ref (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open", "(ss)", "reminders", "");
}

static void
bar_answered_cb (AcqOldItemsPage *self)
{
  AcqOldReply reply = acq_old_item_bar_get_reply (self->bar);

  acq_old_item_list_answer_ticked (self->list, &reply);
}

static void
bar_tick_all_cb (AcqOldItemsPage *self, gboolean ticked)
{
  acq_old_item_list_tick_all (self->list, ticked);
}

/* Rows */

static void
setup_cb (AcqOldItemsPage *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, acq_old_item_row_new (self->today));
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (AcqOldItemsPage *self, GtkListItem *list_item)
{
  acq_old_item_row_set_draft (ACQ_OLD_ITEM_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item));
}

static void
unbind_cb (AcqOldItemsPage *self, GtkListItem *list_item)
{
  acq_old_item_row_set_draft (ACQ_OLD_ITEM_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
set_up_view (AcqOldItemsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
acq_old_items_page_constructed (GObject *object)
{
  AcqOldItemsPage *self = ACQ_OLD_ITEMS_PAGE (object);

  G_OBJECT_CLASS (acq_old_items_page_parent_class)->constructed (object);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  list_changed_cb (self);
}

static void
acq_old_items_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_OLD_ITEMS_PAGE (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_old_items_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_OLD_ITEMS_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_old_items_page_dispose (GObject *object)
{
  AcqOldItemsPage *self = ACQ_OLD_ITEMS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_old_items_page_parent_class)->dispose (object);
}

static void
acq_old_items_page_finalize (GObject *object)
{
  g_clear_object (&ACQ_OLD_ITEMS_PAGE (object)->list);
  G_OBJECT_CLASS (acq_old_items_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_OLD_ITEM_BAR);
  g_type_ensure (ACQ_TYPE_OLD_ITEM_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/old-items/acq-old-items-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, answered);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, view);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, left);
  gtk_widget_class_bind_template_child (widget_class, AcqOldItemsPage, save);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_tick_all_cb);
}

static void
acq_old_items_page_class_init (AcqOldItemsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_old_items_page_constructed;
  object_class->get_property = acq_old_items_page_get_property;
  object_class->set_property = acq_old_items_page_set_property;
  object_class->dispose = acq_old_items_page_dispose;
  object_class->finalize = acq_old_items_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "old-items.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  bind_template (widget_class);
}

static void
acq_old_items_page_init (AcqOldItemsPage *self)
{
  self->list = acq_old_item_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_view (self);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
}
