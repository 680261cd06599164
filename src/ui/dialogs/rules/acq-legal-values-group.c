/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-values-group.h"

#include <glib/gi18n.h>

#include "acq-legal-value-text.h"

/* Which values stand together, each subject from its first kind to the next subject's. */
static const struct
{
  AcqLegalValueKind first;
  const char *title;
} subjects[] = {
  { ACQ_LEGAL_VALUE_PROFESSIONAL_POINTS, N_ ("Interest and indemnity") },
  { ACQ_LEGAL_VALUE_TERM_DEFAULT, N_ ("Payment terms") },
  { ACQ_LEGAL_VALUE_LIMITATION_PROFESSIONAL, N_ ("Limitation") },
  { ACQ_LEGAL_VALUE_CLAIM_DECLARATION, N_ ("Procedures") },
  { ACQ_LEGAL_VALUE_RETENTION_RATE, N_ ("Retention and insolvency") },
  { ACQ_N_LEGAL_VALUE_KINDS, NULL },
};

static GtkWidget *
pill_new (void)
{
  GtkWidget *pill = gtk_label_new (_ ("to be confirmed"));

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "acq-pill");
  gtk_widget_add_css_class (pill, "attention");
  return pill;
}

static GtkWidget *
row_new (const AcqLegalValue *value)
{
  g_autofree char *source = acq_legal_value_source_text (value);
  g_autofree char *text = acq_legal_value_text (value);
  GtkWidget *figure = gtk_label_new (text);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", acq_legal_value_title (value->kind),
                                 "subtitle", source, "title-lines", 0, "subtitle-lines", 0, NULL);

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "heading");
  if (!value->confirmed)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill_new ());
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  return row;
}

AdwPreferencesGroup *
acq_legal_values_group_new (AcqDay today)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  adw_preferences_group_set_title (group, _ ("What the law says"));
  adw_preferences_group_set_description (group, _ ("Information, not legal advice: have a doubtful case looked at."));
  for (gsize i = 0; subjects[i].title != NULL; i++)
    {
      GtkWidget *subject = adw_expander_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (subject), _ (subjects[i].title));
      for (int kind = (int) subjects[i].first; kind < (int) subjects[i + 1].first; kind++)
        {
          const AcqLegalValue *value = acq_legal_values_find (law, kind, today);

          if (value != NULL)
            adw_expander_row_add_row (ADW_EXPANDER_ROW (subject), row_new (value));
        }
      adw_preferences_group_add (group, subject);
    }
  return group;
}
