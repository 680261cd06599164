/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-company-setup.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

typedef struct
{
  char *name;
  char *siren;
  char *iban;
  char *profile;
} CreateOptions;

static void
clear_options (CreateOptions *options)
{
  g_free (options->name);
  g_free (options->siren);
  g_free (options->iban);
  g_free (options->profile);
}

static void
add_assignment (GStrvBuilder *builder, const char *key, const char *value)
{
  g_autofree char *assignment = g_strdup_printf ("%s=%s", key, value);

  if (value != NULL)
    g_strv_builder_add (builder, assignment);
}

/* The members of the profile's object that are texts or numbers. */
static gboolean
add_profile (GStrvBuilder *builder, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  if (path == NULL)
    return TRUE;
  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s", path);
      return FALSE;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  members = json_object_get_members (object);
  for (const GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      g_autofree char *number = NULL;

      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_INT64)
        number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      if (number == NULL && json_node_get_value_type (node) != G_TYPE_STRING)
        {
          g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s: %s", path,
                       (const char *) l->data);
          return FALSE;
        }
      add_assignment (builder, l->data, number != NULL ? number : json_node_get_string (node));
    }
  return TRUE;
}

/* Letters need the company's name, from the option or the profile. */
static gboolean
has_name (const char *const *assignments)
{
  gboolean found = FALSE;

  for (gsize i = 0; assignments[i] != NULL; i++)
    if (g_str_has_prefix (assignments[i], "name="))
      {
        g_autofree char *name = acq_text_squeeze (assignments[i] + strlen ("name="));

        found = name[0] != '\0';
      }
  return found;
}

static AcqCliExit
create (AcqCli *self, const char *path, const CreateOptions *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) assignments = NULL;
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;

  if (!add_profile (builder, options->profile, &error))
    return acq_cli_refuse (options->profile, error);
  add_assignment (builder, "name", options->name);
  add_assignment (builder, "siren", options->siren);
  add_assignment (builder, "iban", options->iban);
  assignments = g_strv_builder_end (builder);
  if (!has_name ((const char *const *) assignments))
    return acq_cli_wrong_usage ("create", "--name");
  file = acq_company_setup (path, self->clock, (const char *const *) assignments, &error);
  if (file == NULL)
    return acq_cli_refuse (path, error);
  acq_cli_add_text (self, "file", path);
  acq_cli_add_text (self, "name", options->name);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_create (AcqCli *self, int argc, char **argv)
{
  CreateOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "siren", 0, 0, G_OPTION_ARG_STRING, &options.siren, NULL, NULL },
    { "iban", 0, 0, G_OPTION_ARG_STRING, &options.iban, NULL, NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &options.profile, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("create", argc, argv, entries, 1, 1);
  AcqCliExit result;

  if (words == NULL)
    result = ACQ_CLI_WRONG_USAGE;
  else if (options.name == NULL && options.profile == NULL)
    result = acq_cli_wrong_usage ("create", "--name");
  else
    result = create (self, words[0], &options);
  clear_options (&options);
  return result;
}
