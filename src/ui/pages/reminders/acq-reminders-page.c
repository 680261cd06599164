/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminders-page.h"

#include <glib/gi18n.h>

#include "acq-banner.h"
#include "acq-batch-window.h"
#include "acq-day-text.h"
#include "acq-destination.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-message-pane.h"
#include "acq-open-company.h"
#include "acq-queue-pane.h"
#include "acq-split-view.h"

struct _AcqRemindersPage
{
  AcqPage parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  AcqSplitView *split_view;
  GtkWidget *session_icon;
  GtkWidget *session_label;

  /* Child widgets */
  AcqQueuePane *queue_pane;
  AcqMessagePane *message_pane;

  /* Owned references */
  AcqOpenCompany *company;
  AcqQueue *queue;       /* on show; NULL before the first */
  GCancellable *loading; /* while the next one is worked out */
  char *target;          /* to be opened once it is there */

  guint showing;      /* source id; 0: none */
  AcqDay preview_day; /* another day that the user wants to see; ACQ_DAY_NONE: the work of the day */
};

static void acq_reminders_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqRemindersPage, acq_reminders_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION,
                                                      acq_reminders_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Once the places are given out, for it asks for other ones. */
static gboolean
show_session_button_cb (gpointer data)
{
  AcqRemindersPage *self = data;
  gboolean folded = acq_split_view_get_folded (self->split_view);

  self->showing = 0;
  gtk_widget_set_visible (self->session_icon, folded);
  gtk_widget_set_visible (self->session_label, !folded);
  return G_SOURCE_REMOVE;
}

static void
folded_cb (AcqRemindersPage *self)
{
  if (self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_session_button_cb, self, NULL);
}

/* One pane at a time: the header bar leads back to the queue. */
static void
update_back_cb (AcqRemindersPage *self)
{
  gboolean folded = acq_split_view_get_folded (self->split_view), shows_queue;

  g_object_get (self->split_view, "show-sidebar", &shows_queue, NULL);
  g_object_set (self, "can-go-back", folded && !shows_queue, NULL);
  acq_queue_pane_set_alone (self->queue_pane, folded);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_split_view_set_show_sidebar (ACQ_REMINDERS_PAGE (widget)->split_view, TRUE);
}

/* The work of the day as it is now, which is the queue on show or what it is becoming. */
static void
print_letters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqRemindersPage *self = ACQ_REMINDERS_PAGE (widget);
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  if (view != NULL && view->plan != NULL)
    acq_batch_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->company);
}

static void
show_subtitle (AcqRemindersPage *self)
{
  guint n_messages = self->queue->messages->len, n_held = acq_queue_count_held_customers (self->queue);
  g_autofree char *messages
    = g_strdup_printf (ngettext ("%u to approve", "%u to approve", n_messages), n_messages);
  g_autofree char *held = g_strdup_printf (ngettext ("%u held back", "%u held back", n_held), n_held);
  g_autofree char *both = NULL;

  if (self->queue->is_preview)
    both = g_strdup_printf (ngettext ("%u foreseen", "%u foreseen", n_messages), n_messages);
  else
    /* Translators: how many reminders are to be approved, and how many customers are held back. */
    both = g_strdup_printf (_ ("%1$s, %2$s"), messages, held);
  acq_page_set_subtitle (ACQ_PAGE (self), both);
}

static void
show_banner (AcqRemindersPage *self)
{
  g_autofree char *day = NULL, *title = NULL;

  if (self->queue->is_preview)
    {
      day = acq_day_text_weekday (self->queue->day, self->queue->view->books->today);
      title = g_strdup_printf (_ ("Preview of %s"), day);
      acq_banner_set_title (self->banner, title);
    }
  acq_banner_set_revealed (self->banner, self->queue->is_preview);
}

/* Why nothing is selected: there is nothing to be approved. */
static void
show_nothing (AcqRemindersPage *self)
{
  AcqDay today = self->queue->view->books->today;
  g_autofree char *day = NULL, *description = NULL;

  if (self->queue->view->books->ledger->invoices->len == 0)
    {
      acq_message_pane_show_nothing (
        self->message_pane, _ ("No invoices yet"),
        _ ("Import your invoices: whoever is late will stand here, with the reason."));
      return;
    }
  if (self->queue->next_day == ACQ_DAY_NONE)
    description = g_strdup (_ ("No reminder is foreseen in the next two months."));
  else
    {
      day = acq_day_text_weekday (self->queue->next_day, today);
      description = g_strdup_printf (_ ("The next reminders: %s."), day);
    }
  acq_message_pane_show_nothing (self->message_pane,
                                 self->queue->is_preview ? _ ("Nothing is foreseen for this day")
                                                         : _ ("Nothing to do today"),
                                 description);
}

static void
selected_cb (AcqRemindersPage *self, AcqQueueRow *row)
{
  g_assert (ACQ_IS_REMINDERS_PAGE (self));
  if (row != NULL)
    acq_message_pane_show (self->message_pane, row);
  else
    show_nothing (self);
}

static gboolean
shows_queue_alone (AcqRemindersPage *self)
{
  gboolean shows_queue;

  g_object_get (self->split_view, "show-sidebar", &shows_queue, NULL);
  return acq_split_view_get_folded (self->split_view) && shows_queue;
}

/* A second click, or Enter: nothing is decided that is not on show. */
static void
activated_cb (AcqRemindersPage *self, gboolean by_key)
{
  AcqQueueRow *row = acq_queue_pane_get_selected (self->queue_pane);

  g_assert (ACQ_IS_REMINDERS_PAGE (self));
  if (shows_queue_alone (self))
    acq_split_view_set_show_sidebar (self->split_view, FALSE);
  else if (by_key && row != NULL && acq_queue_row_get_kind (row) == ACQ_QUEUE_ROW_HELD)
    gtk_widget_activate_action (GTK_WIDGET (self->message_pane), "message.remedy", NULL);
  else if (by_key && row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->message_pane), "message.go", NULL);
}

/* FALSE where the queue on show has nothing of the kind. */
static gboolean
open_target (AcqRemindersPage *self, const char *target)
{
  gboolean found = FALSE;

  if (g_str_has_prefix (target, "customer:"))
    found = acq_queue_pane_open (self->queue_pane, target + strlen ("customer:"), NULL);
  else if (g_str_has_prefix (target, "held:"))
    found = acq_queue_pane_open (self->queue_pane, NULL, target + strlen ("held:"));
  if (found)
    acq_split_view_set_show_sidebar (self->split_view, FALSE);
  return found;
}

static void
show_queue (AcqRemindersPage *self, AcqQueue *queue)
{
  g_autofree char *target = g_steal_pointer (&self->target);

  g_clear_pointer (&self->queue, acq_queue_unref);
  self->queue = queue;
  show_subtitle (self);
  show_banner (self);
  acq_queue_pane_set_queue (self->queue_pane, queue);
  if (target != NULL)
    open_target (self, target);
}

/* What working out a queue needs on the company's thread. */
typedef struct
{
  AcqCompanyView *view; /* owned */
  AcqDay day;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  acq_company_view_unref (question->view);
  g_free (question);
}

static gpointer
ask_queue (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return acq_queue_new (question->view, file, question->day, error);
}

static void
queue_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqRemindersPage) self = ACQ_REMINDERS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  AcqQueue *queue = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_autofree char *text = NULL;

  if (self->loading == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading)
    {
      g_clear_pointer (&queue, acq_queue_unref);
      return;
    }
  g_clear_object (&self->loading);
  acq_message_pane_set_outdated (self->message_pane, FALSE);
  if (queue != NULL)
    {
      show_queue (self, queue);
      return;
    }
  text = acq_error_text (error);
  acq_message_pane_show_nothing (self->message_pane, _ ("The reminders could not be worked out"), text);
}

static void
stop_loading (AcqRemindersPage *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* A day that has come meanwhile is no other day any more. */
static void
load_queue_cb (AcqRemindersPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  Question *question;

  g_assert (ACQ_IS_REMINDERS_PAGE (self));
  stop_loading (self);
  if (view == NULL || view->plan == NULL)
    {
      if (self->queue == NULL)
        acq_message_pane_show_waiting (self->message_pane);
      return;
    }
  if (self->preview_day < MAX (view->books->today, view->plan_day))
    self->preview_day = ACQ_DAY_NONE;
  question = g_new0 (Question, 1);
  question->view = acq_company_view_ref ((AcqCompanyView *) view);
  question->day = self->preview_day != ACQ_DAY_NONE ? self->preview_day : view->plan_day;
  self->loading = g_cancellable_new ();
  acq_message_pane_set_outdated (self->message_pane, TRUE);
  acq_open_company_ask_async (self->company, ask_queue, question, question_free,
                              (GDestroyNotify) acq_queue_unref, self->loading, queue_cb, g_object_ref (self));
}

static void
show_day (AcqRemindersPage *self, AcqDay day)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  self->preview_day = view != NULL && day == view->plan_day ? ACQ_DAY_NONE : day;
  if (view != NULL && view->plan != NULL && self->preview_day != ACQ_DAY_NONE
      && self->preview_day < MAX (view->books->today, view->plan_day))
    gtk_widget_activate_action (
      GTK_WIDGET (self), "win.tell", "s",
      _ ("Reminders can be foreseen, not looked up in the past: choose a later day."));
  load_queue_cb (self);
}

static void
day_chosen_cb (AcqRemindersPage *self, int day)
{
  show_day (self, day);
}

static void
work_day_cb (AcqRemindersPage *self)
{
  show_day (self, ACQ_DAY_NONE);
}

static void
search_cb (AcqRemindersPage *self)
{
  g_assert (ACQ_IS_REMINDERS_PAGE (self));
  acq_queue_pane_search (self->queue_pane, acq_page_get_search_text (ACQ_PAGE (self)), FALSE);
}

static void
search_next_cb (AcqRemindersPage *self)
{
  g_assert (ACQ_IS_REMINDERS_PAGE (self));
  acq_queue_pane_search (self->queue_pane, acq_page_get_search_text (ACQ_PAGE (self)), TRUE);
}

/* Arrows and Enter work as soon as the page is there. */
static void
acq_reminders_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (acq_reminders_page_parent_class)->map (widget);
  acq_queue_pane_focus (ACQ_REMINDERS_PAGE (widget)->queue_pane);
}

static void
acq_reminders_page_open (AcqDestination *destination, const char *target)
{
  AcqRemindersPage *self = ACQ_REMINDERS_PAGE (destination);
  AcqDay day
    = g_str_has_prefix (target, "day:") ? acq_day_parse_iso (target + strlen ("day:")) : ACQ_DAY_NONE;

  if (day != ACQ_DAY_NONE)
    {
      show_day (self, day);
      return;
    }
  if (target[0] == '\0' || (self->loading == NULL && self->queue != NULL && open_target (self, target)))
    return;
  /* It stands in the work of the day, or in a queue that is still being worked out. */
  g_free (self->target);
  self->target = g_strdup (target);
  self->preview_day = ACQ_DAY_NONE;
  load_queue_cb (self);
}

static void
acq_reminders_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_reminders_page_open;
}

static void
acq_reminders_page_constructed (GObject *object)
{
  AcqRemindersPage *self = ACQ_REMINDERS_PAGE (object);
  GtkWidget *queue_pane = acq_queue_pane_new (), *message_pane = acq_message_pane_new (self->company);

  G_OBJECT_CLASS (acq_reminders_page_parent_class)->constructed (object);
  self->queue_pane = ACQ_QUEUE_PANE (queue_pane);
  self->message_pane = ACQ_MESSAGE_PANE (message_pane);
  gtk_widget_set_hexpand (message_pane, TRUE);
  g_object_set (self->split_view, "sidebar", queue_pane, NULL);
  g_object_set (self->split_view, "content", message_pane, NULL);
  acq_split_view_set_show_sidebar (self->split_view, TRUE);
  g_signal_connect_object (queue_pane, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue_pane, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue_pane, "day-chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (work_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (update_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::show-sidebar", G_CALLBACK (update_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::search-text", G_CALLBACK (search_cb), NULL);
  g_signal_connect (self, "search-activated", G_CALLBACK (search_next_cb), NULL);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (load_queue_cb), self,
                           G_CONNECT_SWAPPED);
  load_queue_cb (self);
}

static void
acq_reminders_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_REMINDERS_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_reminders_page_dispose (GObject *object)
{
  g_clear_handle_id (&ACQ_REMINDERS_PAGE (object)->showing, g_source_remove);
  stop_loading (ACQ_REMINDERS_PAGE (object));
  G_OBJECT_CLASS (acq_reminders_page_parent_class)->dispose (object);
}

static void
acq_reminders_page_finalize (GObject *object)
{
  AcqRemindersPage *self = ACQ_REMINDERS_PAGE (object);

  g_clear_object (&self->company);
  g_clear_pointer (&self->queue, acq_queue_unref);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (acq_reminders_page_parent_class)->finalize (object);
}

static void
acq_reminders_page_class_init (AcqRemindersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_reminders_page_constructed;
  object_class->set_property = acq_reminders_page_set_property;
  object_class->dispose = acq_reminders_page_dispose;
  object_class->finalize = acq_reminders_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->map = acq_reminders_page_map;
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_SPLIT_VIEW);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "reminders.print-letters", NULL, print_letters_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqRemindersPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqRemindersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcqRemindersPage, session_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqRemindersPage, session_label);
}

static void
acq_reminders_page_init (AcqRemindersPage *self)
{
  self->preview_day = ACQ_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
