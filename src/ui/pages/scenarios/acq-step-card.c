/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-step-card.h"

#include "acq-card-text.h"
#include "acq-timeline-text.h"
#include "acq-widget-children.h"

struct _AcqStepCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *place;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *channel;
  GtkLabel *mode;

  const char *meaning; /* CSS class of the place, static */
};

G_DEFINE_FINAL_TYPE (AcqStepCard, acq_step_card, GTK_TYPE_WIDGET)

static void
acq_step_card_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_step_card_parent_class)->dispose (object);
}

static void
acq_step_card_class_init (AcqStepCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_step_card_dispose;

  gtk_widget_class_set_css_name (widget_class, "stepcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_OPTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-step-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqStepCard, place);
  gtk_widget_class_bind_template_child (widget_class, AcqStepCard, icon);
  gtk_widget_class_bind_template_child (widget_class, AcqStepCard, name);
  gtk_widget_class_bind_template_child (widget_class, AcqStepCard, channel);
  gtk_widget_class_bind_template_child (widget_class, AcqStepCard, mode);
}

static void
acq_step_card_init (AcqStepCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_step_card_new (void)
{
  return g_object_new (ACQ_TYPE_STEP_CARD, NULL);
}

static void
set_meaning (AcqStepCard *self, const char *meaning)
{
  if (self->meaning != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->place), self->meaning);
  gtk_widget_add_css_class (GTK_WIDGET (self->place), meaning);
  self->meaning = meaning;
}

void
acq_step_card_show (AcqStepCard *self, const AcqScenarioDraft *draft, guint index)
{
  const AcqScenario *scenario = acq_scenario_draft_get_scenario (draft);
  const AcqStep *step;
  g_autofree char *place = NULL, *channel = NULL, *label = NULL, *tooltip = NULL;
  gboolean exact;
  int day;

  g_return_if_fail (ACQ_IS_STEP_CARD (self));
  g_return_if_fail (index < scenario->n_steps);
  step = &scenario->steps[index];
  exact = acq_scenario_draft_step_place (draft, index, &day);
  place = acq_card_text_place (day, exact);
  channel = acq_card_text_channel (step);
  label = acq_card_text_label (step, day, exact);
  tooltip = acq_card_text_tooltip (step, day, exact);

  gtk_label_set_label (self->place, place);
  gtk_image_set_from_icon_name (self->icon, acq_card_text_icon (step->channel));
  gtk_label_set_label (self->name, acq_message_name_text (step->tone, step->channel));
  gtk_label_set_label (self->channel, channel);
  gtk_label_set_label (self->mode, acq_card_text_mode (step));
  set_meaning (self, acq_card_text_meaning (step));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
acq_step_card_set_chosen (AcqStepCard *self, gboolean chosen)
{
  g_return_if_fail (ACQ_IS_STEP_CARD (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
