/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rules-group.h"

#include <glib/gi18n.h>

#include "acq-label-rule-dialog.h"
#include "acq-label-rules.h"
#include "acq-told-change.h"

struct _AcqLabelRulesGroup
{
  AdwPreferencesGroup parent_instance;

  /* Owned references */
  AcqOpenCompany *company;
  GCancellable *closing;
  GPtrArray *rows; /* (element-type GtkWidget) borrowed: children of the group */
};

G_DEFINE_FINAL_TYPE (AcqLabelRulesGroup, acq_label_rules_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
remove_rule (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_label_rules_remove (file, *(const gint64 *) data, error);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqLabelRulesGroup *self = ACQ_LABEL_RULES_GROUP (widget);
  gint64 id = g_variant_get_int64 (parameter);

  acq_open_company_change_async (self->company, _ ("Rule taken back"), remove_rule, g_memdup2 (&id, sizeof id), g_free,
                                 NULL, acq_told_change_cb, g_object_ref (self));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  acq_label_rule_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), ACQ_LABEL_RULES_GROUP (widget)->company,
                                 NULL);
}

static GtkWidget *
row_new (const AcqLabelRuleEntry *entry)
{
  g_autofree char *name = g_strdup_printf (_ ("Take the rule “%s” back"), entry->words);
  g_autofree char *count
    = g_strdup_printf (ngettext ("%d line left out", "%d lines left out", (gulong) entry->n_lines), (int) entry->n_lines);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", entry->words, "subtitle", count, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take this rule back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "label-rules.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", entry->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_rules (AcqLabelRulesGroup *self, const GPtrArray *entries)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = row_new (entries->pdata[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static gpointer
ask_rules (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_label_rules_list (file, error);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqLabelRulesGroup) self = ACQ_LABEL_RULES_GROUP (user_data);
  g_autoptr (GPtrArray) entries = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  if (entries != NULL && !g_cancellable_is_cancelled (self->closing))
    show_rules (self, entries);
}

static void
view_cb (AcqLabelRulesGroup *self)
{
  acq_open_company_ask_async (self->company, ask_rules, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->closing,
                              listed_cb, g_object_ref (self));
}

static void
acq_label_rules_group_dispose (GObject *object)
{
  g_cancellable_cancel (ACQ_LABEL_RULES_GROUP (object)->closing);
  G_OBJECT_CLASS (acq_label_rules_group_parent_class)->dispose (object);
}

static void
acq_label_rules_group_finalize (GObject *object)
{
  AcqLabelRulesGroup *self = ACQ_LABEL_RULES_GROUP (object);

  g_clear_object (&self->company);
  g_clear_object (&self->closing);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (acq_label_rules_group_parent_class)->finalize (object);
}

static void
acq_label_rules_group_class_init (AcqLabelRulesGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_label_rules_group_dispose;
  object_class->finalize = acq_label_rules_group_finalize;
  gtk_widget_class_install_action (widget_class, "label-rules.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "label-rules.remove", "x", remove_cb);
}

static void
acq_label_rules_group_init (AcqLabelRulesGroup *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add…"));

  self->closing = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Never a customer’s"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _ ("Bank lines with these words are left out: the tax office, an insurance, transfers between your own accounts."));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "label-rules.add");
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a rule"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

GtkWidget *
acq_label_rules_group_new (AcqOpenCompany *company)
{
  AcqLabelRulesGroup *self = g_object_new (ACQ_TYPE_LABEL_RULES_GROUP, NULL);

  self->company = g_object_ref (company);
  g_signal_connect_object (company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  return GTK_WIDGET (self);
}
