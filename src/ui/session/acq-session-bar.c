/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-bar.h"

#include <glib/gi18n.h>

#include "acq-widget-children.h"
#include "acq-wrap-layout.h"

#define N_ANSWERS 5

struct _AcqSessionBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkMenuButton *promise;
  GtkMenuButton *dispute;
  GtkMenuButton *call;
  GtkMenuButton *answer;
  GtkMenuButton *hold;
  GtkWidget *promise_key;
  GtkWidget *dispute_key;
  GtkWidget *call_key;
  GtkWidget *answer_key;
  GtkWidget *hold_key;
  GtkWidget *later_key;
  GtkWidget *go;
  GtkLabel *go_label;
  GtkWidget *go_key;

  /* Owned references */
  AcqOpenCompany *company; /* NULL before anything is shown */
  AcqQueueRow *row;        /* nullable */
};

G_DEFINE_FINAL_TYPE (AcqSessionBar, acq_session_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_KEPT,
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const AcqSessionState states[N_ANSWERS] = {
  ACQ_SESSION_PROMISED, ACQ_SESSION_DISPUTED, ACQ_SESSION_CALLED, ACQ_SESSION_ANSWERED, ACQ_SESSION_HELD,
};

static GtkMenuButton *
button_at (AcqSessionBar *self, guint index)
{
  GtkMenuButton *const buttons[N_ANSWERS]
    = { self->promise, self->dispute, self->call, self->answer, self->hold };

  return buttons[index];
}

gboolean
acq_session_bar_is_asking (AcqSessionBar *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION_BAR (self), FALSE);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      GtkPopover *popover = gtk_menu_button_get_popover (button_at (self, i));

      if (popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
        return TRUE;
    }
  return FALSE;
}

static void
kept_cb (AcqSessionBar *self, AcqSessionAnswer *answer)
{
  g_assert (ACQ_IS_SESSION_BAR (self));
  g_signal_emit (self, signals[SIGNAL_KEPT], 0, answer);
}

static void
closed_cb (AcqSessionBar *self)
{
  g_assert (ACQ_IS_SESSION_BAR (self));
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
shown_cb (AcqSessionAnswer *answer)
{
  acq_session_answer_focus (answer);
}

/* Each time anew, about the customer on show. */
static void
make_answer_cb (GtkMenuButton *button, gpointer user_data)
{
  AcqSessionBar *self = ACQ_SESSION_BAR (user_data);
  GtkWidget *answer = NULL;

  if (self->row == NULL)
    return;
  for (guint i = 0; i < N_ANSWERS; i++)
    if (button_at (self, i) == button)
      answer = acq_session_answer_new (self->company, self->row, states[i]);
  g_signal_connect_object (answer, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (answer, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (answer, "map", G_CALLBACK (shown_cb), NULL);
  gtk_menu_button_set_popover (button, answer);
}

void
acq_session_bar_ask (AcqSessionBar *self, AcqSessionState state)
{
  g_return_if_fail (ACQ_IS_SESSION_BAR (self));
  for (guint i = 0; i < N_ANSWERS; i++)
    if (states[i] == state)
      gtk_menu_button_popup (button_at (self, i));
}

static const char *
label_go (AcqMessageGo go)
{
  switch (go)
    {
    case ACQ_MESSAGE_GO_APPROVE:
      return _ ("Approve and go on");
    case ACQ_MESSAGE_GO_PRINT:
      return _ ("Print and go on…");
    case ACQ_MESSAGE_GO_CALLED:
      return _ ("Note the call and go on…");
    case ACQ_MESSAGE_GO_ACCEPT:
    case ACQ_MESSAGE_GO_POSTED:
    case ACQ_MESSAGE_GO_OVERRULE:
    case ACQ_MESSAGE_GO_COPY:
    case ACQ_MESSAGE_GO_NONE:
    default:
      return acq_message_go_label (go);
    }
}

void
acq_session_bar_show (AcqSessionBar *self, AcqOpenCompany *company, AcqQueueRow *row,
                      const AcqMessageOptions *options)
{
  const char *label = label_go (options->go);

  g_return_if_fail (ACQ_IS_SESSION_BAR (self));
  g_set_object (&self->company, company);
  g_set_object (&self->row, row);
  gtk_label_set_text (self->go_label, label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  gtk_widget_set_visible (self->go, label != NULL);
  if (options->go == ACQ_MESSAGE_GO_ACCEPT)
    gtk_widget_remove_css_class (self->go, "suggested-action");
  else
    gtk_widget_add_css_class (self->go, "suggested-action");
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (button_at (self, i)), row != NULL);
}

void
acq_session_bar_set_narrow (AcqSessionBar *self, gboolean narrow)
{
  g_return_if_fail (ACQ_IS_SESSION_BAR (self));
  {
    GtkWidget *const keys[] = { self->promise_key, self->dispute_key, self->call_key, self->answer_key,
                                self->hold_key,    self->later_key,   self->go_key };

    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
      gtk_widget_set_visible (keys[i], !narrow);
  }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
acq_session_bar_dispose (GObject *object)
{
  AcqSessionBar *self = ACQ_SESSION_BAR (object);

  g_clear_object (&self->company);
  g_clear_object (&self->row);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_session_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, promise);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, dispute);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, call);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, answer);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, hold);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, promise_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, dispute_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, call_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, answer_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, hold_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, later_key);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, go);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, go_label);
  gtk_widget_class_bind_template_child (widget_class, AcqSessionBar, go_key);
}

static void
acq_session_bar_class_init (AcqSessionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_session_bar_dispose;
  signals[SIGNAL_KEPT] = g_signal_new ("kept", ACQ_TYPE_SESSION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, ACQ_TYPE_SESSION_ANSWER);
  signals[SIGNAL_CLOSED]
    = g_signal_new ("closed", ACQ_TYPE_SESSION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sessionbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/session/acq-session-bar.ui");
  bind_template (widget_class);
}

static void
acq_session_bar_init (AcqSessionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_menu_button_set_create_popup_func (button_at (self, i), make_answer_cb, self, NULL);
}
