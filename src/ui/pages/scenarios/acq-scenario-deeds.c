/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-deeds.h"

#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-scenario-file.h"
#include "acq-scenario-text.h"
#include "acq-scenarios.h"
#include "acq-told-change.h"

static const char *const patterns[] = { "*.json", NULL };

static AcqFileKind
file_kind (void)
{
  return (AcqFileKind){ .name = _ ("Scenarios"), .patterns = patterns };
}

static gboolean
set_default (AcqCompanyFile *file, gpointer code, GCancellable *cancellable, GError **error)
{
  return acq_scenarios_set_default (file, code, error);
}

static gboolean
put_first (AcqCompanyFile *file, gpointer code, GCancellable *cancellable, GError **error)
{
  return acq_scenarios_move (file, code, 0, error);
}

static gboolean
remove_scenario (AcqCompanyFile *file, gpointer code, GCancellable *cancellable, GError **error)
{
  return acq_scenarios_remove (file, code, error);
}

void
acq_scenario_deed_make_default (GtkWidget *asker, AcqOpenCompany *company, const char *code)
{
  acq_open_company_change_async (company, _ ("Scenario chosen"), set_default, g_strdup (code), g_free, NULL,
                                 acq_told_change_cb, g_object_ref (asker));
}

void
acq_scenario_deed_put_first (GtkWidget *asker, AcqOpenCompany *company, const char *code)
{
  acq_open_company_change_async (company, _ ("Order of rules changed"), put_first, g_strdup (code), g_free, NULL,
                                 acq_told_change_cb, g_object_ref (asker));
}

void
acq_scenario_deed_remove (GtkWidget *asker, AcqOpenCompany *company, const char *code)
{
  acq_open_company_change_async (company, _ ("Scenario removed"), remove_scenario, g_strdup (code), g_free, NULL,
                                 acq_told_change_cb, g_object_ref (asker));
}

/* What is written once the user said where. */
typedef struct
{
  GtkWidget *asker; /* owned */
  AcqScenarioEntry *entry;
} Export;

static void
export_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (GFile) file = acq_file_dialogs_save_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (file != NULL && !acq_scenario_file_write (export->entry, g_file_peek_path (file), &error))
    {
      words = acq_error_text (error);
      acq_dialogs_tell (export->asker, _ ("The scenario was not written"), words);
    }
  acq_scenario_entry_free (export->entry);
  g_object_unref (export->asker);
  g_free (export);
}

void
acq_scenario_deed_export (GtkWidget *asker, const AcqScenarioEntry *entry)
{
  const AcqFileKind kind = file_kind ();
  g_autofree char *name = g_strconcat (acq_scenario_name_text (entry->scenario), ".json", NULL);
  Export *export = g_new0 (Export, 1);

  export->asker = g_object_ref (asker);
  export->entry = acq_scenario_entry_copy (entry);
  acq_file_dialogs_save_async (asker, _ ("Export the Scenario"), &kind, g_strdelimit (name, "/\\", '-'), NULL,
                               export_cb, export);
}

/* Who wants what is read. */
typedef struct
{
  GtkWidget *asker; /* owned */
  AcqScenarioReadFunc done;
} Import;

static void
import_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autofree Import *import = data;
  g_autoptr (GtkWidget) asker = import->asker;
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqScenarioEntry) entry = NULL;
  g_autofree char *words = NULL, *name = NULL, *body = NULL;

  if (file == NULL)
    return;
  entry = acq_scenario_file_read (g_file_peek_path (file), &error);
  if (entry != NULL)
    {
      import->done (asker, entry);
      return;
    }
  name = g_file_get_basename (file);
  words = acq_error_text (error);
  /* Translators: the name of a file, and what is wrong with it. */
  body = g_strdup_printf (_ ("%1$s: %2$s"), name, words);
  acq_dialogs_tell (asker, _ ("The scenario could not be read"), body);
}

void
acq_scenario_deed_import (GtkWidget *asker, AcqScenarioReadFunc done)
{
  const AcqFileKind kind = file_kind ();
  Import *import = g_new0 (Import, 1);

  import->asker = g_object_ref (asker);
  import->done = done;
  acq_file_dialogs_open_async (asker, _ ("Read a Scenario"), &kind, FALSE, NULL, import_cb, import);
}
