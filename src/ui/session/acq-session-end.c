/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-queue-text.h"
#include "acq-session-text.h"
#include "acq-widget-children.h"
#include "acq-wrap-layout.h"

struct _AcqSessionEnd
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *sum;
  GtkLabel *nothing;
  GtkWidget *done_box;
  GtkListBox *done;
  GtkWidget *rest_box;
  GtkLabel *rest_heading;
  GtkListBox *rest;
  GtkLabel *others;
  GtkButton *approve;
  GtkWidget *needs_box;
  GtkLabel *needs;
  GtkWidget *leave;

  GArray *ticked; /* (element-type gint64): recipients; in the order of the list */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (AcqSessionEnd, acq_session_end, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_APPROVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
row_new (const char *name, const char *words, gint64 total, AcqCurrency currency)
{
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  g_autofree char *amount = acq_amount_text (total, currency);
  g_autofree char *label = g_strjoin (", ", name, words, amount, NULL);
  GtkWidget *row = adw_action_row_new (), *figure = gtk_label_new (amount);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static const char *
find_icon (const AcqSessionDeed *deed)
{
  switch (deed->state)
    {
    case ACQ_SESSION_APPROVED:
      return "acq-check-symbolic";
    case ACQ_SESSION_CALLED:
      return "acq-phone-symbolic";
    case ACQ_SESSION_PROMISED:
      return "acq-promise-symbolic";
    case ACQ_SESSION_DISPUTED:
      return "acq-question-symbolic";
    case ACQ_SESSION_ANSWERED:
      return "acq-mail-symbolic";
    case ACQ_SESSION_LATER:
      return "acq-alarm-symbolic";
    case ACQ_SESSION_HELD:
    case ACQ_SESSION_WAITING:
    case ACQ_SESSION_PAID:
    case ACQ_SESSION_CHANGED:
    default:
      return "acq-pause-symbolic";
    }
}

static void
show_done (AcqSessionEnd *self, AcqSession *session)
{
  const GPtrArray *deeds = acq_session_get_deeds (session);

  clear (self->done);
  for (guint i = 0; i < deeds->len; i++)
    {
      const AcqSessionDeed *deed = deeds->pdata[i];
      g_autofree char *words = acq_session_text_deed (deed);
      GtkWidget *row = row_new (deed->name, words, deed->total, deed->currency);

      adw_action_row_set_icon_name (ADW_ACTION_ROW (row), find_icon (deed));
      gtk_list_box_append (self->done, row);
    }
  gtk_widget_set_visible (self->done_box, deeds->len > 0);
}

static void
update_approve (AcqSessionEnd *self)
{
  guint n = self->ticked->len;
  g_autofree char *label = g_strdup_printf (ngettext ("Approve %u e-mail", "Approve %u e-mails", n), n);

  gtk_button_set_label (self->approve, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->approve), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->approve), n > 0 && self->ready);
}

static void
tick (AcqSessionEnd *self, gint64 recipient_id, gboolean ticked)
{
  for (guint i = self->ticked->len; i-- > 0;)
    if (g_array_index (self->ticked, gint64, i) == recipient_id)
      g_array_remove_index (self->ticked, i);
  if (ticked)
    g_array_append_val (self->ticked, recipient_id);
  update_approve (self);
}

typedef struct
{
  AcqSessionEnd *end; /* borrowed: the row is its descendant */
  gint64 recipient_id;
} Ticking;

static void
ticking_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
ticked_cb (GtkCheckButton *check, gpointer user_data)
{
  const Ticking *ticking = user_data;

  tick (ticking->end, ticking->recipient_id, gtk_check_button_get_active (check));
}

/* Who was looked at and passed over was passed over for a reason: he is not ticked. */
static void
add_rest (AcqSessionEnd *self, const AcqSessionEntry *entry, const AcqPlanMessage *message)
{
  g_autofree char *pill = acq_queue_text_pill (message);
  GtkWidget *row = row_new (entry->name, pill, entry->total, entry->currency);
  GtkWidget *check = gtk_check_button_new ();
  Ticking *ticking = g_new0 (Ticking, 1);

  ticking->end = self;
  ticking->recipient_id = entry->recipient_id;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !entry->seen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->name, -1);
  g_signal_connect_data (check, "toggled", G_CALLBACK (ticked_cb), ticking, ticking_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->rest, row);
  if (!entry->seen)
    g_array_append_val (self->ticked, entry->recipient_id);
}

static void
show_rest_words (AcqSessionEnd *self, guint n_rest, guint n_others)
{
  g_autofree char *heading = g_strdup_printf (
    ngettext ("%u customer not decided", "%u customers not decided", n_rest + n_others), n_rest + n_others);
  g_autofree char *others = g_strdup_printf (
    ngettext ("%u more is a letter or a call: it is looked at one by one, here or on the Reminders page.",
              "%u more are letters or calls: they are looked at one by one, here or on the Reminders page.",
              n_others),
    n_others);

  gtk_label_set_text (self->rest_heading, heading);
  gtk_label_set_text (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_others > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_rest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->approve), n_rest > 0);
  gtk_widget_set_visible (self->rest_box, n_rest + n_others > 0);
}

static void
show_rest (AcqSessionEnd *self, AcqSession *session)
{
  guint n_rest = 0, n_others = 0;

  clear (self->rest);
  g_array_set_size (self->ticked, 0);
  for (guint i = 0; i < acq_session_get_n_entries (session); i++)
    {
      const AcqSessionEntry *entry = acq_session_get_entry (session, i);
      const AcqQueueMessage *queued = acq_session_get_message (session, entry);

      if (queued == NULL)
        continue;
      if (!acq_session_may_approve_unseen (entry))
        {
          n_others++;
          continue;
        }
      n_rest++;
      add_rest (self, entry, queued->message);
    }
  show_rest_words (self, n_rest, n_others);
  update_approve (self);
}

void
acq_session_end_show (AcqSessionEnd *self, AcqSession *session)
{
  g_autofree char *sum = acq_session_text_done (session);
  g_autofree char *needs = NULL;
  gboolean any = sum[0] != '\0';

  g_return_if_fail (ACQ_IS_SESSION_END (self));
  gtk_label_set_text (self->sum, any ? sum : _ ("Nothing decided yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !any);
  if (acq_session_get_queue (session) != NULL)
    needs = acq_session_text_needs (acq_session_get_queue (session));
  gtk_label_set_text (self->needs, needs != NULL ? needs : "");
  gtk_widget_set_visible (self->needs_box, needs != NULL);
  show_done (self, session);
  show_rest (self, session);
}

GPtrArray *
acq_session_end_list_ticked (AcqSessionEnd *self, AcqSession *session)
{
  GPtrArray *messages = g_ptr_array_new ();

  g_return_val_if_fail (ACQ_IS_SESSION_END (self), messages);
  for (guint i = 0; i < acq_session_get_n_entries (session); i++)
    {
      const AcqSessionEntry *entry = acq_session_get_entry (session, i);
      const AcqQueueMessage *queued = acq_session_get_message (session, entry);

      for (guint j = 0; queued != NULL && j < self->ticked->len; j++)
        if (g_array_index (self->ticked, gint64, j) == entry->recipient_id)
          g_ptr_array_add (messages, (gpointer) queued->message);
    }
  return messages;
}

void
acq_session_end_set_ready (AcqSessionEnd *self, gboolean ready)
{
  g_return_if_fail (ACQ_IS_SESSION_END (self));
  self->ready = ready;
  update_approve (self);
}

void
acq_session_end_focus (AcqSessionEnd *self)
{
  g_return_if_fail (ACQ_IS_SESSION_END (self));
  gtk_widget_grab_focus (self->leave);
}

static void
approve_cb (AcqSessionEnd *self)
{
  g_assert (ACQ_IS_SESSION_END (self));
  g_signal_emit (self, signals[SIGNAL_APPROVE], 0);
}

static void
acq_session_end_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_session_end_parent_class)->dispose (object);
}

static void
acq_session_end_finalize (GObject *object)
{
  g_array_unref (ACQ_SESSION_END (object)->ticked);
  G_OBJECT_CLASS (acq_session_end_parent_class)->finalize (object);
}

static void
acq_session_end_class_init (AcqSessionEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_session_end_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_session_end_finalize;
  signals[SIGNAL_APPROVE]
    = g_signal_new ("approve", ACQ_TYPE_SESSION_END, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-end.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, sum);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, nothing);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, done_box);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, done);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, rest_box);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, rest_heading);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, rest);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, others);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, approve);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, needs_box);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, needs);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionEnd, leave);
  gtk_widget_class_bind_template_callback (widget_class, approve_cb);
}

static void
acq_session_end_init (AcqSessionEnd *self)
{
  self->ticked = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
