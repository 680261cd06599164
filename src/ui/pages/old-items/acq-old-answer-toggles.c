/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-answer-toggles.h"

#include <glib/gi18n.h>

#define N_ANSWERS 4

struct _AcqOldAnswerToggles
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_ANSWERS]; /* in the order of the answers, from STILL_DUE */
  gboolean asking;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AcqOldAnswerToggles, acq_old_answer_toggles, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ASKING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const labels[N_ANSWERS]
  = { N_ ("Still due"), N_ ("Reminded"), N_ ("Paid"), N_ ("Lost") };
static const char *const asking_labels[N_ANSWERS]
  = { N_ ("Still due"), N_ ("Reminded…"), N_ ("Paid…"), N_ ("Lost") };

static guint
index_of (AcqOldAnswer answer)
{
  return (guint) answer - ACQ_OLD_ANSWER_STILL_DUE;
}

static void
toggled_cb (AcqOldAnswerToggles *self, GtkToggleButton *button)
{
  AcqOldAnswer answer = ACQ_OLD_ANSWER_NONE;

  if (self->showing)
    return;
  for (guint i = 0; i < N_ANSWERS; i++)
    if (self->buttons[i] == GTK_WIDGET (button) && (self->asking || gtk_toggle_button_get_active (button)))
      answer = (AcqOldAnswer) (ACQ_OLD_ANSWER_STILL_DUE + i);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) answer);
}

static void
show_labels (AcqOldAnswerToggles *self)
{
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))),
                        _ (self->asking ? asking_labels[i] : labels[i]));
}

void
acq_old_answer_toggles_set_subject (AcqOldAnswerToggles *self, const char *subject)
{
  g_return_if_fail (ACQ_IS_OLD_ANSWER_TOGGLES (self));
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      /* Translators: an answer such as "Paid", and the invoice that it is about. */
      g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), _ (labels[i]), subject);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

void
acq_old_answer_toggles_set_answer (AcqOldAnswerToggles *self, AcqOldAnswer answer)
{
  g_return_if_fail (ACQ_IS_OLD_ANSWER_TOGGLES (self));
  self->showing = TRUE;
  for (guint i = 0; i < N_ANSWERS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), index_of (answer) == i);
  self->showing = FALSE;
}

GtkWidget *
acq_old_answer_toggles_get_button (AcqOldAnswerToggles *self, AcqOldAnswer answer)
{
  g_return_val_if_fail (ACQ_IS_OLD_ANSWER_TOGGLES (self), NULL);
  return index_of (answer) < N_ANSWERS ? self->buttons[index_of (answer)] : NULL;
}

static void
acq_old_answer_toggles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ASKING)
    g_value_set_boolean (value, ACQ_OLD_ANSWER_TOGGLES (object)->asking);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_old_answer_toggles_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqOldAnswerToggles *self = ACQ_OLD_ANSWER_TOGGLES (object);

  if (id != PROP_ASKING)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->asking = g_value_get_boolean (value);
  show_labels (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
acq_old_answer_toggles_dispose (GObject *object)
{
  AcqOldAnswerToggles *self = ACQ_OLD_ANSWER_TOGGLES (object);

  for (guint i = 0; i < N_ANSWERS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  G_OBJECT_CLASS (acq_old_answer_toggles_parent_class)->dispose (object);
}

static void
acq_old_answer_toggles_class_init (AcqOldAnswerTogglesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_old_answer_toggles_get_property;
  object_class->set_property = acq_old_answer_toggles_set_property;
  object_class->dispose = acq_old_answer_toggles_dispose;
  properties[PROP_ASKING]
    = g_param_spec_boolean ("asking", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", ACQ_TYPE_OLD_ANSWER_TOGGLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
acq_old_answer_toggles_init (AcqOldAnswerToggles *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      self->buttons[i] = gtk_toggle_button_new ();
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (labels[i]), -1);
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
  show_labels (self);
}
