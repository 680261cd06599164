/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-answer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-call-deed.h"
#include "acq-day-row.h"
#include "acq-day-text.h"
#include "acq-day-words.h"
#include "acq-error-text.h"
#include "acq-note-fields.h"
#include "acq-widget-waiting.h"

struct _AcqSessionAnswer
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *heading;
  AdwComboRow *result;
  AdwComboRow *category;
  AcqDayRow *day;
  AcqDayRow *until;
  AdwEntryRow *amount;
  AdwEntryRow *said;
  AdwEntryRow *person;
  GtkCheckButton *offer;
  GtkLabel *hint;
  GtkLabel *flaw;

  /* Owned references */
  AcqOpenCompany *company;
  AcqQueueRow *row;

  AcqSessionState state;
  AcqSessionState outcome;
  AcqDay offered;    /* that the words name; ACQ_DAY_NONE: none */
  gboolean chosen;   /* the user has answered the offer himself */
  gboolean offering; /* while it is offered */
};

G_DEFINE_FINAL_TYPE (AcqSessionAnswer, acq_session_answer, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_KEPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const AcqPlanMessage *
message_of (AcqSessionAnswer *self)
{
  return acq_queue_row_get_message (self->row);
}

static AcqDay
today_of (AcqSessionAnswer *self)
{
  return acq_queue_row_get_queue (self->row)->view->books->today;
}

static AcqNoteKind
kind_of (AcqSessionState state)
{
  switch (state)
    {
    case ACQ_SESSION_PROMISED:
      return ACQ_NOTE_KIND_PROMISE;
    case ACQ_SESSION_DISPUTED:
      return ACQ_NOTE_KIND_DISPUTE;
    case ACQ_SESSION_CALLED:
      return ACQ_NOTE_KIND_CALL;
    case ACQ_SESSION_ANSWERED:
      return ACQ_NOTE_KIND_ANSWER;
    case ACQ_SESSION_HELD:
    case ACQ_SESSION_WAITING:
    case ACQ_SESSION_APPROVED:
    case ACQ_SESSION_LATER:
    case ACQ_SESSION_PAID:
    case ACQ_SESSION_CHANGED:
    default:
      return ACQ_NOTE_KIND_HOLD;
    }
}

static const AcqNoteFields *
fields_of (AcqSessionState state)
{
  gsize n_kinds;
  const AcqNoteFields *kinds = acq_note_fields_list (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    if (kinds[i].kind == kind_of (state))
      return &kinds[i];
  g_return_val_if_reached (kinds);
}

static AcqCallResult
chosen_result (AcqSessionAnswer *self)
{
  guint place = adw_combo_row_get_selected (self->result);

  if (gtk_widget_get_visible (GTK_WIDGET (self->offer)) && gtk_check_button_get_active (self->offer))
    return ACQ_CALL_PROMISED;
  return place >= ACQ_N_CALL_RESULTS ? ACQ_CALL_NO_PROMISE : (AcqCallResult) place;
}

/* FALSE where it is no amount, or more than the invoice's. -1 for none. */
static gboolean
read_amount (AcqSessionAnswer *self, gint64 *ret_amount)
{
  const AcqInvoice *invoice = acq_message_only_invoice (message_of (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));

  *ret_amount = -1;
  if (invoice == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->amount))
      || text[strspn (text, " ")] == '\0')
    return TRUE;
  return acq_amount_parse_written (text, acq_currency_decimals (invoice->currency), ret_amount)
         && *ret_amount > 0 && *ret_amount <= ABS (invoice->total);
}

static gboolean
needs_until (AcqSessionAnswer *self)
{
  AcqCallResult result = chosen_result (self);

  if (self->state != ACQ_SESSION_CALLED)
    return fields_of (self->state)->needs_until;
  return acq_call_result_needs_until (result);
}

/* A promise that the words name brings its day along. */
static AcqDay
chosen_until (AcqSessionAnswer *self)
{
  if (self->state == ACQ_SESSION_CALLED && gtk_widget_get_visible (GTK_WIDGET (self->offer))
      && gtk_check_button_get_active (self->offer))
    return self->offered;
  return gtk_widget_get_visible (GTK_WIDGET (self->until)) ? acq_day_row_get_day (self->until) : ACQ_DAY_NONE;
}

static gboolean
is_ready (AcqSessionAnswer *self)
{
  gint64 amount;

  return read_amount (self, &amount) && (!needs_until (self) || chosen_until (self) != ACQ_DAY_NONE)
         && (!gtk_widget_get_visible (GTK_WIDGET (self->until)) || acq_day_row_is_valid (self->until))
         && (!gtk_widget_get_visible (GTK_WIDGET (self->day))
             || acq_day_row_get_day (self->day) != ACQ_DAY_NONE);
}

static void
show_amount_flaw (AcqSessionAnswer *self)
{
  const AcqInvoice *invoice = acq_message_only_invoice (message_of (self));
  const char *title = fields_of (self->state)->amount;
  gint64 amount;
  gboolean fits = read_amount (self, &amount);
  g_autofree char *total = NULL, *flaw = NULL;

  if (title == NULL || invoice == NULL)
    return;
  total = acq_amount_text (ABS (invoice->total), invoice->currency);
  flaw = g_strdup_printf (_ ("Write an amount up to %s"), total);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->amount), fits ? _ (title) : flaw);
  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (self->amount), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), "error");
}

/* Where a call has a day in its words, that is offered as a promise: at once taken where they speak of paying. */
static void
offer_promise (AcqSessionAnswer *self)
{
  const char *said = gtk_editable_get_text (GTK_EDITABLE (self->said));
  gboolean plain = adw_combo_row_get_selected (self->result) == ACQ_CALL_NO_PROMISE;
  AcqDay day
    = self->state == ACQ_SESSION_CALLED && plain ? acq_day_words_find (said, today_of (self)) : ACQ_DAY_NONE;
  g_autofree char *day_text = NULL, *label = NULL;

  self->offered = day;
  gtk_widget_set_visible (GTK_WIDGET (self->offer), day != ACQ_DAY_NONE);
  if (day == ACQ_DAY_NONE)
    return;
  day_text = acq_day_text_weekday (day, today_of (self));
  label = g_strdup_printf (_ ("Note it as a promise for %s"), day_text);
  gtk_check_button_set_label (self->offer, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->chosen)
    return;
  self->offering = TRUE;
  gtk_check_button_set_active (self->offer, acq_day_words_promise (said));
  self->offering = FALSE;
}

static void
show_call_fields (AcqSessionAnswer *self)
{
  AcqCallResult result = (AcqCallResult) adw_combo_row_get_selected (self->result);

  gtk_widget_set_visible (GTK_WIDGET (self->until), acq_call_result_asks_until (result));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->until), acq_call_result_until (result));
}

static void
update_cb (AcqSessionAnswer *self)
{
  g_assert (ACQ_IS_SESSION_ANSWER (self));
  if (self->row == NULL)
    return;
  if (self->state == ACQ_SESSION_CALLED)
    show_call_fields (self);
  offer_promise (self);
  show_amount_flaw (self);
  gtk_widget_set_visible (GTK_WIDGET (self->flaw), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.keep", is_ready (self));
}

static void
offer_cb (AcqSessionAnswer *self)
{
  g_assert (ACQ_IS_SESSION_ANSWER (self));
  if (self->offering)
    return;
  self->chosen = TRUE;
  update_cb (self);
}

static void
activate_cb (AcqSessionAnswer *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "answer.keep", NULL);
}

/* What the change needs on the company's thread, where it is no call. */
typedef struct
{
  AcqQueueRow *row;
  AcqNoteEntry entry;
  char *said;
  char *person;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->row);
  g_free (deed->said);
  g_free (deed->person);
  g_free (deed);
}

static gboolean
keep_answer (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;

  return acq_message_note (file, acq_queue_row_get_message (deed->row), &deed->entry, error);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqSessionAnswer) self = ACQ_SESSION_ANSWER (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    acq_widget_set_waiting (self->content, FALSE);
  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_KEPT], 0);
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  text = acq_error_text (error);
  gtk_label_set_text (self->flaw, text);
  gtk_widget_set_visible (GTK_WIDGET (self->flaw), TRUE);
}

static Deed *
describe (AcqSessionAnswer *self)
{
  Deed *deed = g_new0 (Deed, 1);
  gboolean has_day = gtk_widget_get_visible (GTK_WIDGET (self->day));

  deed->row = g_object_ref (self->row);
  deed->said = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->said))));
  deed->entry.kind = kind_of (self->state);
  read_amount (self, &deed->entry.amount);
  deed->entry.day = has_day ? acq_day_row_get_day (self->day) : ACQ_DAY_NONE;
  deed->entry.until = chosen_until (self);
  deed->entry.reason = deed->said[0] == '\0' ? NULL : deed->said;
  if (self->state == ACQ_SESSION_DISPUTED)
    {
      deed->person = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person)));
      deed->entry.category = (AcqDisputeCategory) adw_combo_row_get_selected (self->category);
      deed->entry.person = deed->person;
    }
  return deed;
}

/* What a call came to is more than that it was made. */
static AcqSessionState
find_outcome (AcqSessionState state, AcqCallResult result)
{
  if (state != ACQ_SESSION_CALLED)
    return state;
  return result == ACQ_CALL_NOBODY ? ACQ_SESSION_LATER : ACQ_SESSION_CALLED;
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqSessionAnswer *self = ACQ_SESSION_ANSWER (widget);
  AcqCallResult result;

  if (!is_ready (self) || acq_open_company_is_changing (self->company))
    return;
  result = chosen_result (self);
  self->outcome = find_outcome (self->state, result);
  acq_widget_set_waiting (self->content, TRUE);
  if (self->state == ACQ_SESSION_CALLED)
    acq_open_company_change_async (self->company, acq_call_result_done (result), acq_call_deed_keep,
                                   acq_call_deed_new (self->row, result, chosen_until (self),
                                                      gtk_editable_get_text (GTK_EDITABLE (self->said))),
                                   acq_call_deed_free, NULL, kept_cb, g_object_ref (self));
  else
    acq_open_company_change_async (self->company, _ (fields_of (self->state)->done), keep_answer,
                                   describe (self), deed_free, NULL, kept_cb, g_object_ref (self));
}

AcqSessionState
acq_session_answer_get_state (AcqSessionAnswer *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_ANSWER (self), ACQ_SESSION_HELD);
  return self->outcome;
}

AcqQueueRow *
acq_session_answer_get_row (AcqSessionAnswer *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_ANSWER (self), NULL);
  return self->row;
}

static void
acq_session_answer_finalize (GObject *object)
{
  AcqSessionAnswer *self = ACQ_SESSION_ANSWER (object);

  g_clear_object (&self->company);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (acq_session_answer_parent_class)->finalize (object);
}

static void
acq_session_answer_class_init (AcqSessionAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_session_answer_finalize;
  signals[SIGNAL_KEPT]
    = g_signal_new ("kept", ACQ_TYPE_SESSION_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_DAY_ROW);
  gtk_widget_class_install_action (widget_class, "answer.keep", NULL, keep_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, content);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, result);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, category);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, day);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, until);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, amount);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, said);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, person);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, offer);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, hint);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionAnswer, flaw);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
acq_session_answer_init (AcqSessionAnswer *self)
{
  self->offered = ACQ_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_field (gpointer row, const char *title)
{
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
  if (title == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (title), -1);
}

static void
offer_results (AcqSessionAnswer *self)
{
  g_autoptr (GListModel) model = acq_call_results_new ();

  adw_combo_row_set_model (self->result, model);
  adw_combo_row_set_selected (self->result, ACQ_CALL_NO_PROMISE);
}

static void
fill (AcqSessionAnswer *self)
{
  const AcqNoteFields *fields = fields_of (self->state);
  gboolean is_call = self->state == ACQ_SESSION_CALLED, is_dispute = self->state == ACQ_SESSION_DISPUTED;
  g_autoptr (GListModel) categories = acq_note_fields_list_categories ();
  const char *name = acq_queue_row_get_customer (self->row)->name;
  g_autofree char *label = g_strdup_printf ("%s, %s", _ (fields->title), name);
  AcqDay today = today_of (self);

  gtk_label_set_text (self->heading, _ (fields->title));
  gtk_label_set_text (self->hint, is_call ? _ ("The reminders of these invoices go on from this call.")
                                          : _ (fields->hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->result), is_call);
  gtk_widget_set_visible (GTK_WIDGET (self->category), is_dispute);
  gtk_widget_set_visible (GTK_WIDGET (self->person), is_dispute);
  adw_combo_row_set_model (self->category, categories);
  show_field (self->day, is_call || is_dispute || self->state == ACQ_SESSION_PROMISED ? NULL : fields->day);
  show_field (self->until, fields->until);
  show_field (self->amount, acq_message_only_invoice (message_of (self)) == NULL ? NULL : fields->amount);
  show_field (self->said, fields->reason);
  acq_day_row_set_bounds (self->until, today, ACQ_DAY_NONE, today);
  acq_day_row_set_bounds (self->day, ACQ_DAY_NONE, today, today);
  acq_day_row_set_day (self->day, today);
  offer_results (self);
  update_cb (self);
}

GtkWidget *
acq_session_answer_new (AcqOpenCompany *company, AcqQueueRow *row, AcqSessionState state)
{
  AcqSessionAnswer *self = g_object_new (ACQ_TYPE_SESSION_ANSWER, NULL);

  self->company = g_object_ref (company);
  self->row = g_object_ref (row);
  self->state = self->outcome = state;
  fill (self);
  return GTK_WIDGET (self);
}

/* In the field that this answer is about. */
void
acq_session_answer_focus (AcqSessionAnswer *self)
{
  g_return_if_fail (ACQ_IS_SESSION_ANSWER (self));
  gtk_widget_grab_focus (
    GTK_WIDGET (self->state == ACQ_SESSION_PROMISED ? GTK_WIDGET (self->until) : GTK_WIDGET (self->said)));
}
