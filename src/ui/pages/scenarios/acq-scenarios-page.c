/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenarios-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "acq-destination.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-open-company.h"
#include "acq-scenario-check.h"
#include "acq-scenario-deeds.h"
#include "acq-scenario-editor.h"
#include "acq-scenario-list.h"
#include "acq-scenario-text.h"
#include "acq-scenarios.h"

struct _AcqScenariosPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *undo_button;
  GtkWidget *list_buttons;
  GtkWidget *edit_buttons;
  GtkWidget *discard_button;
  GtkWidget *save_label;
  GtkWidget *save_icon;
  AcqScenarioList *list;
  AcqScenarioEditor *editor;

  /* Owned references */
  AcqOpenCompany *company;
  AcqScenarioDraft *draft; /* what is edited; NULL: the list is shown */
  AcqScenarioEntry *asked; /* waits for the user to give up what he changed; NULL: the list does */
  gboolean asked_new;
};

static void acq_scenarios_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqScenariosPage, acq_scenarios_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION,
                                                      acq_scenarios_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* NULL before the company is wholly read. */
static const AcqPlanning *
get_planning (AcqScenariosPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);

  return view == NULL ? NULL : view->planning;
}

static const char *
draft_name (AcqScenariosPage *self)
{
  return acq_scenario_name_text (acq_scenario_draft_get_scenario (self->draft));
}

static gboolean
is_changed (AcqScenariosPage *self)
{
  return self->draft != NULL && acq_scenario_draft_get_modified (self->draft);
}

static void
show_subtitle (AcqScenariosPage *self)
{
  g_autofree char *customers = acq_scenario_editor_get_summary (self->editor);
  g_autofree char *words = NULL;

  if (customers != NULL && is_changed (self))
    /* Translators: how many customers have a scenario. */
    words = g_strdup_printf (_ ("for %s · changed, not saved"), customers);
  else if (customers != NULL)
    words = g_strdup_printf (_ ("for %s"), customers);
  else if (is_changed (self))
    words = g_strdup (_ ("changed, not saved"));
  acq_page_set_subtitle (ACQ_PAGE (self), words);
}

/* A narrow header bar has no room for words: there, going back is the way to give up. */
static void
show_room (AcqScenariosPage *self)
{
  gboolean wide = acq_scenario_editor_is_wide (self->editor);

  gtk_widget_set_visible (self->discard_button, wide);
  gtk_widget_set_visible (self->save_label, wide);
  gtk_widget_set_visible (self->save_icon, !wide);
}

/* The header bar says what is edited and offers what can be done with it. */
static void
show_state (AcqScenariosPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editing = self->draft != NULL, changed = is_changed (self);

  gtk_widget_set_visible (self->undo_button, editing);
  gtk_widget_set_visible (self->edit_buttons, editing);
  gtk_widget_set_visible (self->list_buttons, !editing);
  g_object_set (self, "can-go-back", editing, NULL);
  gtk_widget_action_set_enabled (widget, "scenario.undo", editing && acq_scenario_draft_get_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "scenario.discard", changed);
  gtk_widget_action_set_enabled (widget, "scenario.save",
                                 changed && acq_scenario_is_valid (acq_scenario_draft_get_scenario (self->draft)));
  acq_page_set_title (ACQ_PAGE (self), editing ? draft_name (self) : _ ("Scenarios"));
  if (editing)
    show_subtitle (self);
  else
    acq_page_set_subtitle (ACQ_PAGE (self), NULL);
  if (get_planning (self) != NULL)
    gtk_stack_set_visible_child_name (self->stack, editing ? "editor" : "list");
}

static void
take_draft (AcqScenariosPage *self, AcqScenarioDraft *draft)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, show_state, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  acq_scenario_editor_set_draft (self->editor, draft);
  show_state (self);
}

static void
edit (AcqScenariosPage *self, const AcqScenarioEntry *entry, gboolean is_new)
{
  g_autoptr (AcqScenarioDraft) draft = acq_scenario_draft_new (entry, is_new);

  take_draft (self, draft);
  acq_page_focus_content (ACQ_PAGE (self));
}

static void
show_list (AcqScenariosPage *self)
{
  g_autofree char *code
    = self->draft == NULL ? NULL : g_strdup (acq_scenario_draft_get_scenario (self->draft)->code);

  take_draft (self, NULL);
  acq_scenario_list_focus (self->list, code);
}

static void
go_where_asked (AcqScenariosPage *self)
{
  g_autoptr (AcqScenarioEntry) asked = g_steal_pointer (&self->asked);

  if (asked == NULL)
    show_list (self);
  else
    edit (self, asked, self->asked_new);
}

static void
give_up_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqScenariosPage) self = ACQ_SCENARIOS_PAGE (data);

  if (acq_dialogs_confirm_finish (result))
    go_where_asked (self);
}

/* What is not saved goes only if the user says so. @entry: NULL for the list. */
static void
leave_for (AcqScenariosPage *self, const AcqScenarioEntry *entry, gboolean is_new)
{
  g_autofree char *heading = NULL;

  g_clear_pointer (&self->asked, acq_scenario_entry_free);
  self->asked = entry == NULL ? NULL : acq_scenario_entry_copy (entry);
  self->asked_new = is_new;
  if (!is_changed (self))
    {
      go_where_asked (self);
      return;
    }
  heading = g_strdup_printf (_ ("Give up the changes to “%s”?"), draft_name (self));
  acq_dialogs_confirm_async (GTK_WIDGET (self), heading, _ ("They are not saved."), _ ("_Give up"),
                             ACQ_CONFIRM_DESTRUCTIVE, NULL, give_up_cb, g_object_ref (self));
}

static void
close_anyway_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqScenariosPage) self = ACQ_SCENARIOS_PAGE (data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!acq_dialogs_confirm_finish (result) || root == NULL)
    return;
  take_draft (self, NULL);
  gtk_window_close (GTK_WINDOW (root));
}

/* The window does not go with what is not saved. */
static gboolean
close_request_cb (AcqScenariosPage *self)
{
  g_autofree char *heading = NULL;

  if (!is_changed (self))
    return FALSE;
  heading = g_strdup_printf (_ ("Close without saving “%s”?"), draft_name (self));
  acq_dialogs_confirm_async (GTK_WIDGET (self), heading, _ ("The changes to this scenario are lost then."), _ ("_Close"),
                             ACQ_CONFIRM_DESTRUCTIVE, NULL, close_anyway_cb, g_object_ref (self));
  return TRUE;
}

static void
acq_scenarios_page_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (acq_scenarios_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "close-request", G_CALLBACK (close_request_cb), widget, G_CONNECT_SWAPPED);
}

static void
acq_scenarios_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), close_request_cb, widget);
  GTK_WIDGET_CLASS (acq_scenarios_page_parent_class)->unroot (widget);
}

static const AcqScenarioEntry *
find_entry (AcqScenariosPage *self, const char *code)
{
  const AcqPlanning *planning = get_planning (self);

  return planning == NULL ? NULL : acq_scenario_book_find (planning->scenarios, code);
}

/* Somebody else may have changed what is edited, or undo has: what the user did not touch follows. */
static void
follow_kept (AcqScenariosPage *self)
{
  const AcqScenarioEntry *kept
    = self->draft == NULL ? NULL : find_entry (self, acq_scenario_draft_get_scenario (self->draft)->code);
  g_autoptr (AcqScenarioDraft) draft = NULL;

  if (self->draft == NULL)
    return;
  if (kept != NULL && acq_scenario_entry_equal (kept, acq_scenario_draft_get_entry (self->draft)))
    {
      if (is_changed (self))
        acq_scenario_draft_mark_saved (self->draft);
      return;
    }
  if (is_changed (self))
    return;
  draft = kept == NULL ? NULL : acq_scenario_draft_new (kept, FALSE);
  take_draft (self, draft);
}

static void
view_cb (AcqScenariosPage *self)
{
  const AcqPlanning *planning = get_planning (self);

  if (planning == NULL)
    return;
  acq_scenario_list_show (self->list, planning);
  follow_kept (self);
  acq_scenario_editor_set_view (self->editor, (AcqCompanyView *) acq_open_company_get_view (self->company));
  show_state (self);
}

/* Copies it under another name and code. */
static AcqScenarioEntry *
copy_as (AcqScenariosPage *self, const AcqScenarioEntry *entry, const char *name)
{
  const AcqScenario *scenario = entry->scenario;
  g_autofree char *code = acq_scenarios_make_code (get_planning (self)->scenarios, name);

  return acq_scenario_entry_new (acq_scenario_new (code, name, scenario->minimum_interval, scenario->sequel,
                                                   scenario->steps, scenario->n_steps));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (ACQ_SCENARIOS_PAGE (widget), NULL, FALSE);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_scenario_draft_undo (ACQ_SCENARIOS_PAGE (widget)->draft);
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  const AcqScenarioEntry *kept = find_entry (self, acq_scenario_draft_get_scenario (self->draft)->code);

  if (kept == NULL)
    show_list (self);
  else
    edit (self, kept, FALSE);
}

static gboolean
save_scenario (AcqCompanyFile *file, gpointer entry, GCancellable *cancellable, GError **error)
{
  return acq_scenarios_save (file, entry, error);
}

static void
free_entry (gpointer entry)
{
  acq_scenario_entry_free (entry);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqScenariosPage) self = ACQ_SCENARIOS_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    return;
  words = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("The scenario was not saved"), words);
}

/* What is edited while it is being written is kept apart: the draft then differs from the file again. */
static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  AcqScenarioEntry *entry = acq_scenario_entry_copy (acq_scenario_draft_get_entry (self->draft));

  acq_open_company_change_async (self->company, _ ("Scenario saved"), save_scenario, entry, free_entry, NULL, saved_cb,
                                 g_object_ref (self));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  const AcqPlanning *planning = get_planning (self);
  g_autoptr (AcqScenarioEntry) entry = NULL;

  if (planning == NULL)
    return;
  entry = copy_as (self, acq_scenario_book_find (planning->scenarios, acq_scenario_book_default (planning->scenarios)->code),
                   _ ("New scenario"));
  leave_for (self, entry, TRUE);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  const AcqScenarioEntry *original = find_entry (self, g_variant_get_string (parameter, NULL));
  g_autoptr (AcqScenarioEntry) entry = NULL;
  g_autofree char *words = NULL;

  if (original == NULL)
    return;
  words = g_strdup_printf (_ ("%s (copy)"), acq_scenario_name_text (original->scenario));
  entry = copy_as (self, original, words);
  leave_for (self, entry, TRUE);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  const AcqScenarioEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));

  if (entry != NULL)
    leave_for (self, entry, FALSE);
}

static void
deed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);
  const char *code = g_variant_get_string (parameter, NULL);
  const AcqScenarioEntry *entry = find_entry (self, code);

  if (entry == NULL)
    return;
  if (g_str_equal (name, "scenario.default"))
    acq_scenario_deed_make_default (widget, self->company, code);
  else if (g_str_equal (name, "scenario.first"))
    acq_scenario_deed_put_first (widget, self->company, code);
  else if (g_str_equal (name, "scenario.remove"))
    acq_scenario_deed_remove (widget, self->company, code);
  else
    acq_scenario_deed_export (widget, entry);
}

/* Not kept before the user has seen what it would do. One that the company has under its code is what it is compared with. */
static void
read_cb (GtkWidget *widget, const AcqScenarioEntry *entry)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (widget);

  if (get_planning (self) != NULL)
    leave_for (self, entry, TRUE);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_scenario_deed_import (widget, read_cb);
}

static void
acq_scenarios_page_open (AcqDestination *destination, const char *target)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (destination);
  const AcqScenarioEntry *entry
    = g_str_has_prefix (target, "scenario:") ? find_entry (self, target + strlen ("scenario:")) : NULL;

  if (entry != NULL)
    leave_for (self, entry, FALSE);
}

static void
acq_scenarios_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_scenarios_page_open;
}

static void
acq_scenarios_page_constructed (GObject *object)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (object);

  G_OBJECT_CLASS (acq_scenarios_page_parent_class)->constructed (object);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "tried", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "resized", G_CALLBACK (show_room), self, G_CONNECT_SWAPPED);
  show_state (self);
  view_cb (self);
}

static void
acq_scenarios_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_SCENARIOS_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_scenarios_page_finalize (GObject *object)
{
  AcqScenariosPage *self = ACQ_SCENARIOS_PAGE (object);

  g_clear_object (&self->company);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->asked, acq_scenario_entry_free);
  G_OBJECT_CLASS (acq_scenarios_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "scenario.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "scenario.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "scenario.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "scenario.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "scenario.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "scenario.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "scenario.duplicate", "s", duplicate_action);
  gtk_widget_class_install_action (widget_class, "scenario.default", "s", deed_action);
  gtk_widget_class_install_action (widget_class, "scenario.first", "s", deed_action);
  gtk_widget_class_install_action (widget_class, "scenario.export", "s", deed_action);
  gtk_widget_class_install_action (widget_class, "scenario.remove", "s", deed_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "scenario.save", NULL);
}

static void
acq_scenarios_page_class_init (AcqScenariosPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_scenarios_page_constructed;
  object_class->set_property = acq_scenarios_page_set_property;
  object_class->finalize = acq_scenarios_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->root = acq_scenarios_page_root;
  widget_class->unroot = acq_scenarios_page_unroot;
  install_actions (widget_class);
  g_type_ensure (ACQ_TYPE_SCENARIO_EDITOR);
  g_type_ensure (ACQ_TYPE_SCENARIO_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/scenarios/acq-scenarios-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, list_buttons);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, edit_buttons);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, discard_button);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, save_label);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, save_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, list);
  gtk_widget_class_bind_template_child (widget_class, AcqScenariosPage, editor);
}

static void
acq_scenarios_page_init (AcqScenariosPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
