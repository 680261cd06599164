/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-call-dialog.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-flaw-text.h"
#include "acq-held-card.h"
#include "acq-held-lines.h"
#include "acq-letter-error.h"
#include "acq-mail-preview.h"
#include "acq-message-head.h"
#include "acq-message-options.h"
#include "acq-message-postpone.h"
#include "acq-message-work.h"
#include "acq-note-dialog.h"
#include "acq-pdf-preview.h"
#include "acq-posting-dialog.h"
#include "acq-postpone-dialog.h"
#include "acq-why-card.h"
#include "acq-widget-children.h"

struct _AcqMessagePane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkScrolledWindow *scroller;
  AcqMessageHead *head;
  GtkLabel *remark;
  AcqHeldCard *held;
  AcqWhyCard *why;
  GtkDropDown *letter_choice;
  GtkStack *preview;
  AcqMailPreview *words;
  AcqPdfPreview *letter;
  GtkWidget *bar;
  GtkWidget *line;
  GMenu *postpone_menu;
  GtkWidget *postpone;
  GtkWidget *hold;
  GtkWidget *release_letter;
  GtkWidget *withdraw;
  GtkWidget *save;
  GtkWidget *print_again;
  GtkWidget *go;
  GtkLabel *go_label;
  GtkWidget *go_key;

  /* Owned references */
  AcqOpenCompany *company;
  AcqQueueRow *row;
  AcqMessageCase *details; /* borrows from the row's queue */
  GCancellable *loading;   /* while the case is worked out */
  AcqAcceptance *accepted; /* what the user overrules of a notice; nullable */

  AcqMessageOptions options;
  gboolean outdated; /* a new queue is being worked out */
};

G_DEFINE_FINAL_TYPE (AcqMessagePane, acq_message_pane, GTK_TYPE_WIDGET)

static const AcqDraftLetter *
shown_letter (AcqMessagePane *self)
{
  const GPtrArray *letters
    = self->details == NULL || self->details->draft == NULL ? NULL : self->details->draft->letters;
  guint place = gtk_drop_down_get_selected (self->letter_choice);

  if (letters == NULL || letters->len == 0)
    return NULL;
  return letters->pdata[place < letters->len ? place : 0];
}

static void
set_action (AcqMessagePane *self, GtkWidget *button, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
  gtk_widget_set_visible (button, enabled);
}

static void
add_later_day (AcqMessagePane *self, const char *label, int days)
{
  AcqQueue *queue = acq_queue_row_get_queue (self->row);
  AcqDay day = acq_message_postponed_day (queue->view->planning, acq_queue_row_get_message (self->row), days);
  g_autofree char *day_text = NULL, *text = NULL, *action = NULL;

  if (day == ACQ_DAY_NONE)
    return;
  day_text = acq_day_text_weekday (day, queue->view->books->today);
  /* Translators: a choice, and the day that comes of it. */
  text = g_strdup_printf (_ ("%1$s: %2$s"), label, day_text);
  action = g_strdup_printf ("message.postpone(%d)", days);
  g_menu_append (self->postpone_menu, text, action);
}

static void
fill_postpone_menu (AcqMessagePane *self)
{
  g_menu_remove_all (self->postpone_menu);
  if (!self->options.may_postpone)
    return;
  add_later_day (self, _ ("Next time"), 1);
  add_later_day (self, _ ("In a week"), 7);
  add_later_day (self, _ ("In two weeks"), 14);
  g_menu_append (self->postpone_menu, _ ("Another day…"), "message.postpone-until");
}

/* A request to release a retention may be a letter instead. */
static gboolean
asks_for_retention (AcqMessagePane *self)
{
  const AcqPlanMessage *message = self->row == NULL ? NULL : acq_queue_row_get_message (self->row);

  return message != NULL && message->release && message->customers->len > 0;
}

static void
show_options (AcqMessagePane *self)
{
  const char *label = acq_message_go_label (self->options.go);
  gboolean overrules
    = self->options.go == ACQ_MESSAGE_GO_OVERRULE || self->options.go == ACQ_MESSAGE_GO_ACCEPT;

  set_action (self, self->postpone, "message.postpone-until", self->options.may_postpone);
  set_action (self, self->hold, "message.hold", self->options.may_hold);
  set_action (self, self->release_letter, "message.release-letter", asks_for_retention (self));
  set_action (self, self->withdraw, "message.withdraw", self->options.may_withdraw);
  set_action (self, self->save, "message.save", self->options.may_save);
  set_action (self, self->print_again, "message.print", self->options.may_print_again);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.go", self->options.go_ready);
  gtk_widget_set_visible (self->go, label != NULL);
  gtk_widget_set_visible (self->go_key, self->options.go == ACQ_MESSAGE_GO_APPROVE);
  gtk_label_set_text (self->go_label, label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  if (overrules)
    gtk_widget_remove_css_class (self->go, "suggested-action");
  else
    gtk_widget_add_css_class (self->go, "suggested-action");
  fill_postpone_menu (self);
}

/* An empty bar is no bar. */
static void
update_options (AcqMessagePane *self)
{
  gboolean any;

  self->options = acq_message_options_find (self->row, self->details);
  show_options (self);
  any = self->options.go != ACQ_MESSAGE_GO_NONE || self->options.may_hold || self->options.may_withdraw
        || self->options.may_save;
  gtk_widget_set_visible (self->bar, any);
  gtk_widget_set_visible (self->line, any);
}

static void
show_remark (AcqMessagePane *self)
{
  g_autofree char *remark = acq_message_options_remark (self->row, self->details);

  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
}

static void
show_refusal (AcqMessagePane *self, const GError *refusal)
{
  g_autofree char *text = NULL;

  if (g_error_matches (refusal, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED))
    text = acq_flaw_text_sentences (refusal->message);
  else
    text = acq_error_text (refusal);
  acq_pdf_preview_set_refusal (self->letter, _ ("This letter must not leave as it is"), text);
}

static void
show_letter (AcqMessagePane *self)
{
  const AcqDraftLetter *letter = shown_letter (self);

  if (letter == NULL)
    return;
  if (letter->pdf != NULL)
    acq_pdf_preview_set_pdf (self->letter, letter->pdf);
  else
    show_refusal (self, letter->refusal);
  gtk_stack_set_visible_child_name (self->preview, "letter");
}

static void
letter_chosen_cb (AcqMessagePane *self)
{
  g_assert (ACQ_IS_MESSAGE_PANE (self));
  show_letter (self);
}

/* Where one message is several letters, the user chooses which one is shown. */
static void
offer_letters (AcqMessagePane *self)
{
  const GPtrArray *letters = self->details->draft->letters;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const AcqLedger *ledger = acq_queue_row_get_queue (self->row)->view->books->ledger;

  for (guint i = 0; i < letters->len; i++)
    {
      const char *code = ((const AcqDraftLetter *) letters->pdata[i])->customer;
      const char *name = code;

      for (guint j = 0; j < ledger->customers->len; j++)
        if (g_strcmp0 (((const AcqCustomer *) ledger->customers->pdata[j])->code, code) == 0)
          name = ((const AcqCustomer *) ledger->customers->pdata[j])->name;
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->letter_choice, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), letters->len > 1);
}

static void
show_draft (AcqMessagePane *self)
{
  const AcqMessageDraft *draft = self->details->draft;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), FALSE);
  if (draft != NULL && draft->letters->len > 0)
    {
      offer_letters (self);
      show_letter (self);
    }
  else if (draft != NULL && draft->text != NULL)
    {
      acq_mail_preview_set_draft (self->words, draft);
      gtk_stack_set_visible_child_name (self->preview, "words");
    }
  else if (self->details->draft_error != NULL)
    {
      text = acq_error_text (self->details->draft_error);
      acq_pdf_preview_set_refusal (self->letter, _ ("This message could not be written"), text);
      gtk_stack_set_visible_child_name (self->preview, "letter");
    }
}

static void
show_case (AcqMessagePane *self)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (self->row);

  acq_message_head_show_case (self->head, self->details);
  gtk_widget_set_visible (GTK_WIDGET (self->why), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), message != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->why), 1);
  gtk_widget_set_opacity (GTK_WIDGET (self->preview), 1);
  if (message != NULL)
    {
      acq_why_card_show (self->why, self->details->why, message->day,
                         acq_queue_row_get_queue (self->row)->view->books->today);
      show_draft (self);
    }
  show_remark (self);
  update_options (self);
}

/* What working out a case needs on the company's thread. */
typedef struct
{
  AcqQueueRow *row; /* owned */
  char **accepted;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->row);
  g_strfreev (question->accepted);
  g_free (question);
}

static gpointer
ask_case (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return acq_message_case_new (
    file, acq_queue_row_get_queue (question->row)->view, acq_queue_row_get_customer (question->row),
    acq_queue_row_get_message (question->row), (const char *const *) question->accepted);
}

static void
case_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqMessagePane) self = ACQ_MESSAGE_PANE (user_data);
  g_autoptr (GError) error = NULL;
  AcqMessageCase *details = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);

  /* A later row has taken its place: what comes now belongs to nothing on show. */
  if (details == NULL || self->row == NULL || self->loading == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->loading)
    {
      g_clear_pointer (&details, acq_message_case_free);
      return;
    }
  g_clear_object (&self->loading);
  g_clear_pointer (&self->details, acq_message_case_free);
  self->details = details;
  show_case (self);
}

static void
stop_loading (AcqMessagePane *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load_case (AcqMessagePane *self)
{
  Question *question;

  stop_loading (self);
  g_clear_pointer (&self->details, acq_message_case_free);
  if (acq_queue_row_get_customer (self->row) == NULL)
    return;
  question = g_new0 (Question, 1);
  question->row = g_object_ref (self->row);
  question->accepted = self->accepted == NULL ? NULL : g_strdupv (self->accepted->codes);
  self->loading = g_cancellable_new ();
  acq_open_company_ask_async (self->company, ask_case, question, question_free,
                              (GDestroyNotify) acq_message_case_free, self->loading, case_cb,
                              g_object_ref (self));
}

/* What is known at once; what was on show pales until the rest comes. */
static void
show_at_once (AcqMessagePane *self)
{
  const AcqQueueHeld *held = acq_queue_row_get_held (self->row);
  gboolean has_message = acq_queue_row_get_message (self->row) != NULL;
  AcqDay today = acq_queue_row_get_queue (self->row)->view->books->today;

  acq_message_head_show (self->head, self->row);
  gtk_widget_set_visible (GTK_WIDGET (self->held), held != NULL);
  if (held != NULL)
    acq_held_card_show (self->held, held, today, held->message == NULL);
  if (!has_message)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->why), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), FALSE);
    }
  gtk_widget_set_opacity (GTK_WIDGET (self->why), 0.4);
  gtk_widget_set_opacity (GTK_WIDGET (self->preview), 0.4);
}

void
acq_message_pane_show (AcqMessagePane *self, AcqQueueRow *row)
{
  g_return_if_fail (ACQ_IS_MESSAGE_PANE (self));
  if (row == self->row && row != NULL)
    return;
  stop_loading (self);
  g_clear_pointer (&self->details, acq_message_case_free);
  g_clear_pointer (&self->accepted, acq_acceptance_free);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  show_at_once (self);
  load_case (self);
  show_remark (self);
  update_options (self);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
acq_message_pane_show_nothing (AcqMessagePane *self, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  g_return_if_fail (ACQ_IS_MESSAGE_PANE (self));
  acq_message_pane_show (self, NULL);
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

void
acq_message_pane_show_waiting (AcqMessagePane *self)
{
  g_return_if_fail (ACQ_IS_MESSAGE_PANE (self));
  acq_message_pane_show (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "waiting");
}

void
acq_message_pane_set_outdated (AcqMessagePane *self, gboolean outdated)
{
  g_return_if_fail (ACQ_IS_MESSAGE_PANE (self));
  self->outdated = outdated;
}

gboolean
acq_message_pane_is_settled (AcqMessagePane *self)
{
  g_return_val_if_fail (ACQ_IS_MESSAGE_PANE (self), FALSE);
  return self->loading == NULL;
}

static GtkWindow *
window_of (AcqMessagePane *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* A hold, a dispute: about the one invoice, else about the customer. */
static void
present_note (AcqMessagePane *self, const char *kind)
{
  const AcqQueueHeld *held = acq_queue_row_get_held (self->row);
  const AcqPlanMessage *message = acq_queue_row_get_message (self->row);
  const char *number = NULL;

  if (held != NULL && held->invoices->len == 1)
    number = ((const AcqInvoice *) held->invoices->pdata[0])->number;
  else if (held == NULL && message != NULL && message->items->len == 1)
    number = g_array_index (message->items, AcqPlanItem, 0).invoice->number;
  acq_note_dialog_present (window_of (self), self->company, kind, number,
                           acq_queue_row_get_customer (self->row)->code);
}

static void
hold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_note (ACQ_MESSAGE_PANE (widget), "hold");
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind, *number, *customer;

  g_variant_get (parameter, "(&s&s&s)", &kind, &number, &customer);
  acq_note_dialog_present (window_of (ACQ_MESSAGE_PANE (widget)), ACQ_MESSAGE_PANE (widget)->company, kind,
                           number[0] == '\0' ? NULL : number, customer);
}

static void
postpone_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  AcqDay day;

  if (self->row == NULL || !self->options.may_postpone)
    return;
  day = acq_message_postponed_day (acq_queue_row_get_queue (self->row)->view->planning,
                                   acq_queue_row_get_message (self->row), g_variant_get_int32 (parameter));
  if (day != ACQ_DAY_NONE)
    acq_message_work_postpone (widget, self->company, self->row, day, NULL);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_message_work_withdraw (widget, ACQ_MESSAGE_PANE (widget)->company, ACQ_MESSAGE_PANE (widget)->row);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (ACQ_MESSAGE_PANE (widget)->words), "mail.copy", NULL);
  gtk_widget_activate_action (widget, "win.tell", "s", _ ("Text copied"));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  const AcqDraftLetter *letter = shown_letter (self);

  if (letter != NULL && letter->pdf != NULL)
    acq_message_work_save (widget, self->row, letter->pdf);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);

  if (self->details != NULL && self->details->draft != NULL)
    acq_message_work_print (widget, self->company, self->row, self->details->draft,
                            self->accepted);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (ACQ_MESSAGE_PANE (widget)->row != NULL)
    acq_message_work_read_answers (widget, ACQ_MESSAGE_PANE (widget)->company,
                                   ACQ_MESSAGE_PANE (widget)->row);
}

static void
take_right_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_message_work_take_right (widget, ACQ_MESSAGE_PANE (widget)->company);
}

static void
open_customer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  const AcqCustomer *customer = self->row == NULL ? NULL : acq_queue_row_get_customer (self->row);
  g_autofree char *target = customer == NULL ? NULL : g_strconcat ("code:", customer->code, NULL);

  if (target != NULL)
    gtk_widget_activate_action (widget, "win.open", "(ss)", "customers", target);
}

static void
remedy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  const AcqQueueHeld *held = self->row == NULL ? NULL : acq_queue_row_get_held (self->row);
  g_autoptr (GPtrArray) lines = NULL;

  if (held == NULL)
    return;
  lines = acq_held_lines_new (held, acq_queue_row_get_queue (self->row)->view->books->today);
  for (guint i = 0; i < lines->len; i++)
    {
      const AcqHeldLine *line = lines->pdata[i];

      if (line->action_name == NULL)
        continue;
      gtk_widget_activate_action_variant (widget, line->action_name, line->target);
      return;
    }
}

static void
overrule_confirmed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqQueueRow) row = ACQ_QUEUE_ROW (user_data);
  AcqMessagePane *self = ACQ_MESSAGE_PANE (object);
  const AcqPlanMessage *message = acq_queue_row_get_message (row);

  if (!acq_dialogs_confirm_finish (result))
    return;
  if (message == NULL)
    acq_message_work_release (GTK_WIDGET (self), self->company, row);
  else if (message->channel == ACQ_CHANNEL_CALL)
    acq_call_dialog_present (window_of (self), self->company, row);
  else if (self->row == row && self->options.may_save)
    acq_message_work_print (GTK_WIDGET (self), self->company, row, self->details->draft,
                            self->accepted);
  else
    acq_message_work_approve (GTK_WIDGET (self), self->company, row, message->needs);
}

/* What follows is told line by line. */
static void
overrule_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  const AcqQueueHeld *held = self->row == NULL ? NULL : acq_queue_row_get_held (self->row);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) body = g_string_new (NULL);

  if (held == NULL || self->options.go != ACQ_MESSAGE_GO_OVERRULE || !self->options.go_ready)
    return;
  lines = acq_held_lines_new (held, acq_queue_row_get_queue (self->row)->view->books->today);
  g_string_append (body, held->message != NULL
                           ? _ ("It is approved in spite of what it lacks. The journal keeps it.")
                           : _ ("What was noted is withdrawn, and reminders go on from where they stood."));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (body, "\n• %s", ((const AcqHeldLine *) lines->pdata[i])->text);
  acq_dialogs_confirm_async (widget, _ ("Remind this customer anyway?"), body->str, _ ("_Remind anyway"),
                             ACQ_CONFIRM_DESTRUCTIVE, NULL, overrule_confirmed_cb, g_object_ref (self->row));
}

static void
accepted_cb (GtkWidget *asker, AcqQueueRow *row, AcqAcceptance *accepted)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (asker);
  g_autoptr (AcqAcceptance) taken = accepted;

  if (self->row != row)
    return;
  acq_acceptance_free (self->accepted);
  self->accepted = g_steal_pointer (&taken);
  load_case (self);
  update_options (self);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);

  acq_message_work_accept (widget, self->company, self->row, self->details, accepted_cb);
}

static void
present_posting (AcqMessagePane *self)
{
  const AcqQueueApproved *approved = acq_queue_row_get_approved (self->row);
  AcqChannel channel = ACQ_CHANNEL_LETTER;

  acq_channel_from_code (approved->approved->channel, &channel);
  acq_posting_dialog_present (window_of (self), self->company, approved->approved->id,
                              approved->approved->recipient_id, channel == ACQ_CHANNEL_REGISTERED_LETTER);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);

  /* A second Enter means what the first one meant, which is on its way. */
  if (self->row == NULL || !self->options.go_ready || self->outdated
      || acq_open_company_is_changing (self->company))
    return;
  switch (self->options.go)
    {
    case ACQ_MESSAGE_GO_APPROVE:
      acq_message_work_approve (widget, self->company, self->row, 0);
      break;
    case ACQ_MESSAGE_GO_PRINT:
      print_action (widget, NULL, NULL);
      break;
    case ACQ_MESSAGE_GO_ACCEPT:
      accept_action (widget, NULL, NULL);
      break;
    case ACQ_MESSAGE_GO_CALLED:
      acq_call_dialog_present (window_of (self), self->company, self->row);
      break;
    case ACQ_MESSAGE_GO_POSTED:
      present_posting (self);
      break;
    case ACQ_MESSAGE_GO_OVERRULE:
      overrule_action (widget, NULL, NULL);
      break;
    case ACQ_MESSAGE_GO_COPY:
      copy_action (widget, NULL, NULL);
      break;
    case ACQ_MESSAGE_GO_NONE:
      break;
    }
}

static void
postpone_until_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);

  acq_postpone_dialog_present (window_of (self), self->company, self->row);
}

static void
acq_message_pane_dispose (GObject *object)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (object);

  stop_loading (self);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_message_pane_parent_class)->dispose (object);
}

static void
acq_message_pane_finalize (GObject *object)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (object);

  g_clear_pointer (&self->details, acq_message_case_free);
  g_clear_pointer (&self->accepted, acq_acceptance_free);
  g_clear_object (&self->row);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_message_pane_parent_class)->finalize (object);
}

static void
release_letter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqMessagePane *self = ACQ_MESSAGE_PANE (widget);
  const AcqPlanMessage *message;

  if (!asks_for_retention (self))
    return;
  message = acq_queue_row_get_message (self->row);
  gtk_widget_activate_action (widget, "win.release-retention", "(ss)",
                              ((const AcqCustomer *) message->customers->pdata[0])->code, "");
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "message.go", NULL, go_action },
    { "message.remedy", NULL, remedy_action },
    { "message.overrule", NULL, overrule_action },
    { "message.accept", NULL, accept_action },
    { "message.postpone", "i", postpone_action },
    { "message.postpone-until", NULL, postpone_until_action },
    { "message.hold", NULL, hold_action },
    { "message.note", "(sss)", note_action },
    { "message.print", NULL, print_action },
    { "message.save", NULL, save_action },
    { "message.release-letter", NULL, release_letter_action },
    { "message.withdraw", NULL, withdraw_action },
    { "message.copy", NULL, copy_action },
    { "message.read", NULL, read_action },
    { "message.take-right", NULL, take_right_action },
    { "message.open-customer", NULL, open_customer_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-message-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, nothing);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, head);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, remark);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, held);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, why);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, letter_choice);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, preview);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, words);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, letter);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, bar);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, line);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, postpone_menu);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, postpone);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, hold);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, release_letter);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, withdraw);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, save);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, print_again);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, go);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, go_label);
  gtk_widget_class_bind_template_child (widget_class, AcqMessagePane, go_key);
  gtk_widget_class_bind_template_callback (widget_class, letter_chosen_cb);
}

static void
acq_message_pane_class_init (AcqMessagePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_message_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_message_pane_finalize;
  g_type_ensure (ACQ_TYPE_HELD_CARD);
  g_type_ensure (ACQ_TYPE_MAIL_PREVIEW);
  g_type_ensure (ACQ_TYPE_MESSAGE_HEAD);
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  g_type_ensure (ACQ_TYPE_WHY_CARD);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
acq_message_pane_init (AcqMessagePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_message_pane_new (AcqOpenCompany *company)
{
  AcqMessagePane *self = g_object_new (ACQ_TYPE_MESSAGE_PANE, NULL);

  self->company = g_object_ref (company);
  return GTK_WIDGET (self);
}
