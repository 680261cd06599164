/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-needs-group.h"

#include <glib/gi18n.h>

#include "acq-evidence-need-text.h"

struct _AcqEvidenceNeedsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Children of the group */
  AdwExpanderRow *steps[ACQ_N_EVIDENCE_STEPS];
  GPtrArray *rows[ACQ_N_EVIDENCE_STEPS]; /* (element-type GtkWidget) borrowed: children of the step's row */
};

G_DEFINE_FINAL_TYPE (AcqEvidenceNeedsGroup, acq_evidence_needs_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
icon_of (AcqEvidenceState state)
{
  switch (state)
    {
    case ACQ_EVIDENCE_STATE_READY:
      return "object-select-symbolic";
    case ACQ_EVIDENCE_STATE_MISSING:
      return "dialog-warning-symbolic";
    case ACQ_EVIDENCE_STATE_TO_CHECK:
      return "dialog-question-symbolic";
    case ACQ_EVIDENCE_STATE_CLOSED:
    default:
      return "action-unavailable-symbolic";
    }
}

/* The state in words stands in the subtitle; the icon only repeats it. */
static GtkWidget *
row_new (const AcqEvidenceNeedState *need)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", acq_evidence_need_text (need->need),
                                 "subtitle", acq_evidence_state_text (need->state), NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (need->state), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (need->state == ACQ_EVIDENCE_STATE_MISSING || need->state == ACQ_EVIDENCE_STATE_CLOSED)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/* "2 things are missing", "Not possible". */
static char *
summarise (const GArray *needs, AcqEvidenceStep step)
{
  AcqEvidenceState state = acq_evidence_step_state (needs, step);
  guint n_missing = 0;

  for (guint i = 0; i < needs->len; i++)
    n_missing += g_array_index (needs, AcqEvidenceNeedState, i).step == step
                 && g_array_index (needs, AcqEvidenceNeedState, i).state == ACQ_EVIDENCE_STATE_MISSING;
  switch (state)
    {
    case ACQ_EVIDENCE_STATE_READY:
      return g_strdup (_ ("All is there"));
    case ACQ_EVIDENCE_STATE_MISSING:
      return g_strdup_printf (ngettext ("%u thing is missing", "%u things are missing", n_missing), n_missing);
    case ACQ_EVIDENCE_STATE_TO_CHECK:
      return g_strdup (_ ("Something is to be checked"));
    case ACQ_EVIDENCE_STATE_CLOSED:
    default:
      return g_strdup (acq_evidence_state_text (state));
    }
}

static void
show_step (AcqEvidenceNeedsGroup *self, const GArray *needs, AcqEvidenceStep step)
{
  g_autofree char *summary = summarise (needs, step);

  for (guint i = 0; i < self->rows[step]->len; i++)
    adw_expander_row_remove (self->steps[step], self->rows[step]->pdata[i]);
  g_ptr_array_set_size (self->rows[step], 0);
  adw_expander_row_set_subtitle (self->steps[step], summary);
  for (guint i = 0; i < needs->len; i++)
    {
      const AcqEvidenceNeedState *need = &g_array_index (needs, AcqEvidenceNeedState, i);
      GtkWidget *row;

      if (need->step != step)
        continue;
      row = row_new (need);
      g_ptr_array_add (self->rows[step], row);
      adw_expander_row_add_row (self->steps[step], row);
    }
}

void
acq_evidence_needs_group_show (AcqEvidenceNeedsGroup *self, const GArray *needs)
{
  g_return_if_fail (ACQ_IS_EVIDENCE_NEEDS_GROUP (self));

  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    show_step (self, needs, (AcqEvidenceStep) step);
}

static void
acq_evidence_needs_group_finalize (GObject *object)
{
  AcqEvidenceNeedsGroup *self = ACQ_EVIDENCE_NEEDS_GROUP (object);

  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    g_ptr_array_unref (self->rows[step]);
  G_OBJECT_CLASS (acq_evidence_needs_group_parent_class)->finalize (object);
}

static void
acq_evidence_needs_group_class_init (AcqEvidenceNeedsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_evidence_needs_group_finalize;
}

static void
acq_evidence_needs_group_init (AcqEvidenceNeedsGroup *self)
{
  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    {
      const char *title = acq_evidence_step_text ((AcqEvidenceStep) step);

      self->rows[step] = g_ptr_array_new ();
      self->steps[step] = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", title, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps[step]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->steps[step]));
    }
}
