/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-import-columns.h"
#include "acq-import-error.h"
#include "acq-import-text.h"
#include "acq-workflow-error.h"

/* More than this is no table that somebody typed. */
#define MAX_TYPED_BYTES (64u << 20)

typedef struct
{
  char *as;
  char *mapping;
  gboolean dry_run;
} ImportArguments;

static void
show_progress (gpointer user_data, guint64 done, guint64 total)
{
  acq_cli_show_progress (user_data, done, total);
}

static void
add_rejections (AcqCli *self, const AcqImportResult *result)
{
  acq_cli_begin_list (self, "rejected");
  for (guint i = 0; i < result->rejected->len; i++)
    {
      const AcqRejection *rejection = result->rejected->pdata[i];
      g_autofree char *where = rejection->place == 0
                                 ? g_strdup (rejection->detail)
                                 : g_strdup_printf ("%" G_GUINT64_FORMAT "%s%s", rejection->place,
                                                    rejection->detail == NULL ? "" : ": ",
                                                    rejection->detail == NULL ? "" : rejection->detail);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "where", where);
      acq_cli_add_text (self, "reason", acq_reject_to_code (rejection->reason));
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

/* How a table is read, for the next call to say it otherwise. */
static void
add_columns (AcqCli *self, AcqCompanyFile *file, const char *path, const AcqImportOptions *options)
{
  gboolean is_remembered;
  g_autoptr (AcqColumnMapping) mapping = acq_import_columns_load (file, path, NULL, options, &is_remembered);

  if (mapping == NULL)
    return;
  acq_cli_begin_list (self, "columns");
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const AcqMappedColumn *column = acq_column_mapping_column (mapping, i);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "column", column->key);
      acq_cli_add_text (self, "holds", column->field);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  acq_cli_add_text (self, "columns_are",
                    is_remembered ? "remembered" : acq_mapping_sureness_to_code (mapping->sureness));
}

static void
add_result (AcqCli *self, AcqCompanyFile *file, const AcqImportResult *result, const AcqImportOptions *options)
{
  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "path", result->path);
  acq_cli_add_text (self, "format", result->format->code);
  acq_cli_add_text (self, "kind", acq_import_kind_to_code (result->format->kind));
  if (result->batch == 0)
    acq_cli_add_text (self, "batch", NULL);
  else
    acq_cli_add_int (self, "batch", result->batch);
  acq_cli_add_int (self, "read", result->read);
  acq_cli_add_int (self, "added", result->added);
  acq_cli_add_int (self, "updated", result->updated);
  acq_cli_add_int (self, "duplicates", result->duplicates);
  add_rejections (self, result);
  acq_cli_add_text (self, "balance", result->balance);
  if (options->dry_run && result->format->is_table)
    add_columns (self, file, result->path, options);
  acq_cli_end_object (self);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A folder stands for the files in it, by name. */
static gboolean
add_path (GPtrArray *paths, const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  if (folder == NULL)
    {
      g_ptr_array_add (paths, g_strdup (path));
      return TRUE;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (name[0] != '.' && g_file_test (inside, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (names, g_steal_pointer (&inside));
    }
  g_ptr_array_sort (names, compare_paths);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (paths, names->pdata[i]);
  if (names->len == 0)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "0 files");
  return names->len > 0;
}

/* {"heading": "field", …} */
static GHashTable *
load_mapping (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) mapping = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s", path);
      return NULL;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  members = json_object_get_members (object);
  for (const GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s", (const char *) l->data);
          return NULL;
        }
      g_hash_table_insert (mapping, g_strdup (l->data), g_strdup (json_node_get_string (node)));
    }
  return g_steal_pointer (&mapping);
}

/* What a mapping could say: the guess, for the user to mend. */
static void
suggest_mapping (AcqCompanyFile *file, const char *path, const AcqImportOptions *options)
{
  gboolean is_remembered;
  g_autoptr (AcqColumnMapping) mapping = acq_import_columns_load (file, path, NULL, options, &is_remembered);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (mapping == NULL)
    return;
  json_node_take_object (node, json_object_new ());
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const AcqMappedColumn *column = acq_column_mapping_column (mapping, i);

      json_object_set_string_member (json_node_get_object (node), column->key, column->field);
    }
  text = json_to_string (node, FALSE);
  /* Translators: a line of JSON: the columns of a table and what each of them seems to hold. */
  g_printerr (_ ("It looks like this: %s"), text);
  g_printerr ("\n");
}

/* What the window asks, options tell here. */
static AcqCliExit
refuse_with_advice (AcqCompanyFile *file, const char *path, const AcqImportOptions *options, GError *error)
{
  gboolean is_about_columns = g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS)
                              || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNSURE_COLUMNS);
  const char *advice = NULL;

  if (g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT))
    advice = _ ("The option --as says it: --as invoices, for example.");
  else if (is_about_columns)
    advice = _ ("The option --mapping says which column holds what.");
  acq_cli_refuse (path, error);
  if (advice != NULL)
    g_printerr ("%s\n", advice);
  if (is_about_columns)
    suggest_mapping (file, path, options);
  return ACQ_CLI_REFUSED;
}

/* Who has said what the file is needs no advice to say it. */
static AcqCliExit
refuse_file (AcqCompanyFile *file, const char *path, const AcqImportOptions *options, GError *error)
{
  if (options->kind == NULL || !g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT))
    return refuse_with_advice (file, path, options, error);
  acq_cli_clear_progress ();
  /* Translators: the file, and what --as says it is (invoices, statement, customers, ledger). */
  g_printerr (_ ("%s: It cannot be read as what --as says: %s."), path,
              acq_import_kind_to_code (*options->kind));
  g_printerr ("\n");
  g_error_free (error);
  return ACQ_CLI_REFUSED;
}

/* "-" is what comes on stdin: a table that was pasted or typed. */
static AcqImportResult *
import_path (AcqCompanyFile *file, const char *path, const AcqImportOptions *options, GError **error)
{
  g_autoptr (GByteArray) typed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8 buffer[65536];
  gsize n;

  if (strcmp (path, "-") != 0)
    return acq_import_file (file, path, options, error);
  typed = g_byte_array_new ();
  while (typed->len <= MAX_TYPED_BYTES && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (typed, buffer, (guint) n);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&typed));
  return acq_import_bytes (file, path, bytes, options, error);
}

/* Notices add nothing to the lists until their statement comes. */
static void
tell_waiting (const AcqCli *self, const AcqImportResult *result)
{
  g_autofree char *words = acq_import_waiting_text (result);

  if (self->json || result->waiting == 0)
    return;
  acq_cli_clear_progress ();
  g_printerr ("%s: %s\n", result->path, words);
}

static AcqCliExit
import_paths (AcqCli *self, AcqCompanyFile *file, const GPtrArray *paths, AcqImportOptions *options)
{
  AcqCliExit exit = ACQ_CLI_DONE;

  acq_cli_begin_list (self, "imports");
  for (guint i = 0; i < paths->len; i++)
    {
      GError *error = NULL;
      g_autoptr (AcqImportResult) result = NULL;

      options->user_data = paths->pdata[i];
      result = import_path (file, paths->pdata[i], options, &error);
      if (result != NULL)
        {
          add_result (self, file, result, options);
          tell_waiting (self, result);
        }
      else
        exit = refuse_file (file, paths->pdata[i], options, error);
    }
  acq_cli_end_list (self);
  return exit;
}

static AcqCliExit
import (AcqCli *self, char **words, const ImportArguments *arguments)
{
  g_autoptr (AcqCompanyFile) file = acq_cli_open (self, words[0]);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) mapping = NULL;
  AcqImportOptions options = { .dry_run = arguments->dry_run, .progress = show_progress };
  AcqImportKind kind;
  GError *error = NULL;
  AcqCliExit exit, refused = ACQ_CLI_DONE;

  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (arguments->as != NULL && acq_import_kind_from_code (arguments->as, &kind))
    options.kind = &kind;
  if (arguments->mapping != NULL)
    {
      mapping = load_mapping (arguments->mapping, &error);
      if (mapping == NULL)
        return acq_cli_refuse (arguments->mapping, error);
      options.mapping = mapping;
    }
  for (gsize i = 1; words[i] != NULL; i++)
    if (!add_path (paths, words[i], &error))
      refused = acq_cli_refuse (words[i], g_steal_pointer (&error));
  exit = import_paths (self, file, paths, &options);
  acq_cli_print (self);
  return MAX (exit, refused);
}

AcqCliExit
acq_cli_import (AcqCli *self, int argc, char **argv)
{
  ImportArguments arguments = { 0 };
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &arguments.as, NULL, NULL },
    { "mapping", 0, 0, G_OPTION_ARG_STRING, &arguments.mapping, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &arguments.dry_run, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("import", argc, argv, entries, 2, -1);
  AcqImportKind kind;
  AcqCliExit exit;

  if (words == NULL)
    exit = ACQ_CLI_WRONG_USAGE;
  else if (arguments.as != NULL && strcmp (arguments.as, "auto") != 0
           && !acq_import_kind_from_code (arguments.as, &kind))
    exit = acq_cli_wrong_usage ("import", arguments.as);
  else
    exit = import (self, words, &arguments);
  g_free (arguments.as);
  g_free (arguments.mapping);
  return exit;
}
