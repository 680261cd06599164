/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-acceptance.h"
#include "acq-approval.h"
#include "acq-columns.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-message-options.h"
#include "acq-message-postpone.h"
#include "acq-message-work.h"
#include "acq-postpone-dialog.h"
#include "acq-session-bar.h"
#include "acq-session-customer.h"
#include "acq-session-end.h"
#include "acq-session-message.h"
#include "acq-session-progress.h"
#include "acq-session-text.h"
#include "acq-told-change.h"
#include "acq-widget-children.h"

struct _AcqSessionView
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *leave_label;
  GtkWidget *leave_key;
  GtkWidget *leave_icon;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkWidget *see_needs;
  AcqSessionProgress *progress;
  GtkLabel *done;
  GtkLabel *left;
  GtkWidget *rest;
  GtkScrolledWindow *scroller;
  GtkScrollable *viewport;
  AcqColumns *columns;
  AcqSessionCustomer *customer;
  AcqSessionMessage *message;
  AcqSessionBar *bar;
  AcqSessionEnd *end;

  /* Owned references */
  AcqOpenCompany *company;
  AcqSession *session;
  AcqQueueRow *row;        /* of the customer on show; NULL: none is */
  AcqSessionCase *details; /* of that row; NULL while it is worked out */
  AcqAcceptance *accepted; /* what the user overrules of a notice; nullable */
  GCancellable *loading_queue;
  GCancellable *loading_case;

  AcqMessageOptions options;
};

G_DEFINE_FINAL_TYPE (AcqSessionView, acq_session_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

AcqSession *
acq_session_view_get_session (AcqSessionView *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_VIEW (self), NULL);
  return self->session;
}

gboolean
acq_session_view_is_settled (AcqSessionView *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_VIEW (self), FALSE);
  return self->loading_queue == NULL && self->loading_case == NULL;
}

static GtkWindow *
window_of (AcqSessionView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Nothing is decided on what is the past, and no key means two things. */
static gboolean
may_decide (AcqSessionView *self)
{
  return self->row != NULL && self->loading_queue == NULL && !acq_open_company_is_changing (self->company)
         && !acq_session_bar_is_asking (self->bar);
}

static gboolean
has_template (AcqSessionView *self)
{
  const AcqMessageDraft *draft = self->details == NULL ? NULL : self->details->details->draft;

  return draft != NULL && draft->kind != ACQ_MESSAGE_DRAFT_FORMAL_NOTICE;
}

static void
update_options (AcqSessionView *self)
{
  const AcqMessageCase *details = self->details == NULL ? NULL : self->details->details;
  gboolean here = self->row != NULL && self->loading_queue == NULL;

  self->options
    = self->row == NULL ? (AcqMessageOptions){ 0 } : acq_message_options_find (self->row, details);
  acq_session_bar_show (self->bar, self->company, here ? self->row : NULL, &self->options);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.go", here && self->options.go_ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.later", here && self->options.may_postpone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.edit", has_template (self));
  acq_session_end_set_ready (self->end, self->loading_queue == NULL);
}

static void
update_ways (AcqSessionView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.next", acq_session_can_go (self->session, TRUE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.previous",
                                 acq_session_can_go (self->session, FALSE));
}

/* What working out a case needs on the company's thread. */
typedef struct
{
  AcqQueueRow *row; /* owned */
  char **accepted;
} CaseQuestion;

static void
case_question_free (gpointer data)
{
  CaseQuestion *question = data;

  g_object_unref (question->row);
  g_strfreev (question->accepted);
  g_free (question);
}

static gpointer
ask_case (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const CaseQuestion *question = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return acq_session_case_new (file, acq_queue_row_get_queue (question->row),
                               acq_queue_row_get_message (question->row),
                               (const char *const *) question->accepted);
}

static void
stop (GCancellable **loading)
{
  if (*loading != NULL)
    g_cancellable_cancel (*loading);
  g_clear_object (loading);
}

static void
case_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqSessionView) self = ACQ_SESSION_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  AcqSessionCase *details = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);

  if (details == NULL || self->loading_case == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->loading_case)
    {
      g_clear_pointer (&details, acq_session_case_free);
      return;
    }
  g_clear_object (&self->loading_case);
  self->details = details;
  acq_session_customer_show (self->customer, self->row, details);
  acq_session_message_show (self->message, self->row, details);
  update_options (self);
}

static void
load_case (AcqSessionView *self)
{
  CaseQuestion *question = g_new0 (CaseQuestion, 1);

  stop (&self->loading_case);
  acq_session_customer_show (self->customer, self->row, NULL);
  acq_session_message_show (self->message, self->row, NULL);
  g_clear_pointer (&self->details, acq_session_case_free);
  question->row = g_object_ref (self->row);
  question->accepted = self->accepted == NULL ? NULL : g_strdupv (self->accepted->codes);
  self->loading_case = g_cancellable_new ();
  acq_open_company_ask_async (self->company, ask_case, question, case_question_free,
                              (GDestroyNotify) acq_session_case_free, self->loading_case, case_cb,
                              g_object_ref (self));
}

static void
forget_row (AcqSessionView *self)
{
  stop (&self->loading_case);
  if (self->row != NULL)
    acq_session_message_show (self->message, self->row, NULL);
  g_clear_pointer (&self->details, acq_session_case_free);
  g_clear_object (&self->row);
}

static void
show_customer (AcqSessionView *self, const AcqSessionEntry *entry)
{
  g_autoptr (AcqQueueRow) row
    = acq_queue_row_new_message (acq_session_get_queue (self->session), entry->place);
  gboolean same = self->row != NULL && acq_queue_row_is_same (self->row, row);

  g_set_object (&self->row, row);
  if (!same)
    {
      g_clear_pointer (&self->accepted, acq_acceptance_free);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  load_case (self);
  gtk_stack_set_visible_child_name (self->stack, "work");
}

static void
show_empty (AcqSessionView *self)
{
  const AcqQueue *queue = acq_session_get_queue (self->session);
  g_autofree char *day = NULL, *needs = acq_session_text_needs (queue), *description = NULL;

  adw_status_page_set_title (self->empty,
                             needs != NULL ? _ ("Nothing can leave yet") : _ ("Nothing to do today"));
  gtk_widget_set_visible (self->see_needs, needs != NULL);
  if (needs != NULL)
    description = g_steal_pointer (&needs);
  else if (queue->next_day == ACQ_DAY_NONE)
    description = g_strdup (_ ("No reminder is foreseen in the next two months."));
  else
    {
      day = acq_day_text_weekday (queue->next_day, queue->view->books->today);
      description = g_strdup_printf (_ ("The next reminders: %s."), day);
    }
  adw_status_page_set_description (self->empty, description);
  gtk_widget_set_visible (self->leave_label, FALSE);
  gtk_widget_set_visible (self->leave_icon, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_progress (AcqSessionView *self)
{
  g_autofree char *place = acq_session_text_place (self->session);
  g_autofree char *done = acq_session_text_done (self->session);
  g_autofree char *left = acq_session_text_left (self->session);

  adw_window_title_set_subtitle (self->title, place);
  gtk_label_set_text (self->done, done[0] != '\0' ? done : _ ("Nothing decided yet"));
  gtk_label_set_text (self->left, left);
  gtk_widget_set_visible (self->rest, acq_session_count (self->session, ACQ_SESSION_WAITING) > 1);
  acq_session_progress_show (self->progress, self->session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place[0] != '\0' ? place : _ ("Reminder session"), -1);
}

/* Keys work wherever one is, but for a field in which one types. */
static void
take_focus (AcqSessionView *self)
{
  gboolean at_end = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "end") == 0;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || acq_session_bar_is_asking (self->bar))
    return;
  if (at_end)
    acq_session_end_focus (self->end);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_session_cb (AcqSessionView *self)
{
  const AcqSessionEntry *entry = acq_session_get_current_entry (self->session);

  g_assert (ACQ_IS_SESSION_VIEW (self));
  show_progress (self);
  if (entry != NULL)
    show_customer (self, entry);
  else
    {
      forget_row (self);
      acq_session_end_show (self->end, self->session);
      if (acq_session_get_n_entries (self->session) == 0)
        show_empty (self);
      else
        gtk_stack_set_visible_child_name (self->stack, "end");
    }
  update_options (self);
  update_ways (self);
  take_focus (self);
}

static gpointer
ask_queue (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqCompanyView *view = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return acq_queue_new (view, file, view->plan_day, error);
}

static void
queue_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqSessionView) self = ACQ_SESSION_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqQueue) queue = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *text = NULL;

  if (self->loading_queue == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading_queue)
    return;
  g_clear_object (&self->loading_queue);
  if (queue == NULL)
    {
      text = acq_error_text (error);
      acq_dialogs_tell (GTK_WIDGET (self), _ ("The reminders could not be worked out"), text);
      return;
    }
  left = acq_session_update (self->session, queue);
  if (left->len == 0)
    return;
  text = acq_session_text_gone (left);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", text);
}

static void
load_queue_cb (AcqSessionView *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  g_assert (ACQ_IS_SESSION_VIEW (self));
  stop (&self->loading_queue);
  if (view == NULL || view->plan == NULL)
    return;
  self->loading_queue = g_cancellable_new ();
  acq_open_company_ask_async (self->company, ask_queue, acq_company_view_ref ((AcqCompanyView *) view),
                              (GDestroyNotify) acq_company_view_unref, (GDestroyNotify) acq_queue_unref,
                              self->loading_queue, queue_cb, g_object_ref (self));
  update_options (self);
}

static void
kept_cb (AcqSessionView *self, AcqSessionAnswer *answer)
{
  g_assert (ACQ_IS_SESSION_VIEW (self));
  acq_session_decide (self->session, acq_queue_row_get_customer (acq_session_answer_get_row (answer))->id,
                      acq_session_answer_get_state (answer));
}

static void
closed_cb (AcqSessionView *self)
{
  g_assert (ACQ_IS_SESSION_VIEW (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ask (GtkWidget *widget, AcqSessionState state)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (widget);

  if (may_decide (self))
    acq_session_bar_ask (self->bar, state);
}

static void
promise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, ACQ_SESSION_PROMISED);
}

static void
dispute_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, ACQ_SESSION_DISPUTED);
}

static void
call_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, ACQ_SESSION_CALLED);
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, ACQ_SESSION_ANSWERED);
}

static void
hold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask (widget, ACQ_SESSION_HELD);
}

static void
put_off_cb (GtkWidget *asker, AcqQueueRow *row)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (asker);

  if (self->session != NULL)
    acq_session_decide (self->session, acq_queue_row_get_message (row)->recipient->id, ACQ_SESSION_LATER);
}

static void
later_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (widget);
  AcqDay day;

  if (!may_decide (self))
    return;
  day = acq_message_postponed_day (acq_queue_row_get_queue (self->row)->view->planning,
                                   acq_queue_row_get_message (self->row), 1);
  if (day == ACQ_DAY_NONE)
    acq_postpone_dialog_present (window_of (self), self->company, self->row);
  else
    acq_message_work_postpone (widget, self->company, self->row, day, put_off_cb);
}

static void
accepted_cb (GtkWidget *asker, AcqQueueRow *row, AcqAcceptance *accepted)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (asker);
  g_autoptr (AcqAcceptance) taken = accepted;

  if (self->row != row)
    return;
  acq_acceptance_free (self->accepted);
  self->accepted = g_steal_pointer (&taken);
  load_case (self);
  update_options (self);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (widget);

  /* A second Enter means what the first one meant, which is on its way. */
  if (!may_decide (self) || !self->options.go_ready)
    return;
  if (self->options.go == ACQ_MESSAGE_GO_APPROVE)
    acq_message_work_approve (widget, self->company, self->row, 0);
  else if (self->options.go == ACQ_MESSAGE_GO_PRINT && self->details != NULL)
    acq_message_work_print (widget, self->company, self->row, self->details->details->draft, self->accepted);
  else if (self->options.go == ACQ_MESSAGE_GO_ACCEPT && self->details != NULL)
    acq_message_work_accept (widget, self->company, self->row, self->details->details, accepted_cb);
  else if (self->options.go == ACQ_MESSAGE_GO_CALLED)
    ask (widget, ACQ_SESSION_CALLED);
}

/* Those that are approved together. */
typedef struct
{
  AcqQueue *queue;     /* owned */
  GPtrArray *messages; /* (element-type AcqPlanMessage) of the queue; owned */
} Rest;

static void
rest_free (gpointer data)
{
  Rest *rest = data;

  acq_queue_unref (rest->queue);
  g_ptr_array_unref (rest->messages);
  g_free (rest);
}

static gboolean
approve_rest (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Rest *rest = data;

  return acq_approval_approve (file, rest->messages, 0, error);
}

static void
approve_rest_cb (AcqSessionView *self)
{
  g_autoptr (GPtrArray) messages = acq_session_end_list_ticked (self->end, self->session);
  guint n = messages->len;
  g_autofree char *done = g_strdup_printf (ngettext ("%u reminder approved", "%u reminders approved", n), n);
  Rest *rest;

  g_assert (ACQ_IS_SESSION_VIEW (self));
  if (n == 0 || self->loading_queue != NULL || acq_open_company_is_changing (self->company))
    return;
  rest = g_new0 (Rest, 1);
  rest->queue = acq_queue_ref (acq_session_get_queue (self->session));
  rest->messages = g_steal_pointer (&messages);
  acq_open_company_change_async (self->company, done, approve_rest, rest, rest_free, NULL, acq_told_change_cb,
                                 g_object_ref (self));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (widget);
  g_autofree char *target = NULL;

  if (acq_session_bar_is_asking (self->bar) || !has_template (self))
    return;
  target = g_strconcat ("model:", acq_template_model_to_code (self->details->details->draft->template_model),
                        NULL);
  gtk_widget_activate_action (widget, "win.open", "(ss)", "templates", target);
}

static void
open_customer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (widget);
  g_autofree char *target = NULL;

  if (self->row == NULL)
    return;
  target = g_strconcat ("code:", acq_queue_row_get_customer (self->row)->code, NULL);
  gtk_widget_activate_action (widget, "win.open", "(ss)", "customers", target);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!acq_session_bar_is_asking (ACQ_SESSION_VIEW (widget)->bar))
    acq_session_go (ACQ_SESSION_VIEW (widget)->session, TRUE);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!acq_session_bar_is_asking (ACQ_SESSION_VIEW (widget)->bar))
    acq_session_go (ACQ_SESSION_VIEW (widget)->session, FALSE);
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (acq_session_get_queue (ACQ_SESSION_VIEW (widget)->session) != NULL)
    acq_session_go_to_end (ACQ_SESSION_VIEW (widget)->session);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!acq_session_bar_is_asking (ACQ_SESSION_VIEW (widget)->bar))
    g_signal_emit (widget, signals[SIGNAL_LEFT], 0);
}

static void
narrow_cb (AcqSessionView *self)
{
  gboolean narrow = acq_columns_is_narrow (self->columns);

  /* Below each other both are there as a whole, beside the customer the message may scroll. */
  gtk_scrollable_set_vscroll_policy (self->viewport, narrow ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
  gtk_widget_set_visible (self->leave_label, !narrow);
  gtk_widget_set_visible (self->leave_key, !narrow);
  gtk_widget_set_visible (self->leave_icon, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->left), !narrow);
  acq_session_message_set_narrow (self->message, narrow);
  acq_session_bar_set_narrow (self->bar, narrow);
}

/* It is where the keys are heard. */
static void
acq_session_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (acq_session_view_parent_class)->map (widget);
  take_focus (ACQ_SESSION_VIEW (widget));
}

static void
acq_session_view_constructed (GObject *object)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (object);

  G_OBJECT_CLASS (acq_session_view_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (show_session_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (load_queue_cb), self,
                           G_CONNECT_SWAPPED);
  update_options (self);
  update_ways (self);
  load_queue_cb (self);
}

static void
acq_session_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_SESSION_VIEW (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_session_view_dispose (GObject *object)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (object);

  stop (&self->loading_queue);
  if (self->session != NULL)
    forget_row (self);
  g_clear_object (&self->session);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_session_view_parent_class)->dispose (object);
}

static void
acq_session_view_finalize (GObject *object)
{
  AcqSessionView *self = ACQ_SESSION_VIEW (object);

  g_clear_object (&self->company);
  g_clear_pointer (&self->accepted, acq_acceptance_free);
  G_OBJECT_CLASS (acq_session_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[3];
  } actions[] = {
    { "session.go", go_action, { GDK_KEY_Return, GDK_KEY_KP_Enter } },
    { "session.promise", promise_action, { GDK_KEY_p } },
    { "session.dispute", dispute_action, { GDK_KEY_l } },
    { "session.call", call_action, { GDK_KEY_a } },
    { "session.answer", answer_action, { GDK_KEY_r } },
    { "session.later", later_action, { GDK_KEY_s } },
    { "session.hold", hold_action, { GDK_KEY_h } },
    { "session.edit", edit_action, { GDK_KEY_e } },
    { "session.next", next_action, { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down } },
    { "session.previous", previous_action, { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up } },
    { "session.end", end_action, { GDK_KEY_End } },
    { "session.open-customer", open_customer_action, { 0 } },
    { "session.leave", leave_action, { GDK_KEY_Escape } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (gsize j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j], 0, actions[i].name, NULL);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, title);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, leave_label);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, leave_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, leave_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, empty);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, see_needs);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, progress);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, done);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, left);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, rest);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, viewport);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, columns);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, customer);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, message);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, bar);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionView, end);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, kept_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, approve_rest_cb);
}

static void
acq_session_view_class_init (AcqSessionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_session_view_constructed;
  object_class->set_property = acq_session_view_set_property;
  object_class->dispose = acq_session_view_dispose;
  object_class->finalize = acq_session_view_finalize;
  widget_class->map = acq_session_view_map;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_LEFT]
    = g_signal_new ("left", ACQ_TYPE_SESSION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_COLUMNS);
  g_type_ensure (ACQ_TYPE_SESSION_BAR);
  g_type_ensure (ACQ_TYPE_SESSION_CUSTOMER);
  g_type_ensure (ACQ_TYPE_SESSION_END);
  g_type_ensure (ACQ_TYPE_SESSION_MESSAGE);
  g_type_ensure (ACQ_TYPE_SESSION_PROGRESS);
  gtk_widget_class_set_css_name (widget_class, "sessionview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-view.ui");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
acq_session_view_init (AcqSessionView *self)
{
  self->session = acq_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (self->leave_key, FALSE);
  acq_session_bar_set_narrow (self->bar, TRUE);
}

GtkWidget *
acq_session_view_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_SESSION_VIEW, "company", company, NULL);
}
