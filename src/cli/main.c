/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acq-cli.h"
#include "acq-config.h"
#include "acq-connection.h"

static void
set_up_language (void)
{
  const char *localedir = g_getenv ("ACQ_LOCALEDIR");

  setlocale (LC_ALL, "");
  /* Words are UTF-8 on every system of today; the C locale would make them unreadable. */
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : ACQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_help (void)
{
  g_print ("%s\n  acquit-cli [--today %s] [--json] %s\n\n%s\n", _ ("Usage:"), _ ("YYYY-MM-DD"),
           _ ("VERB FILE …"), _ ("Verbs:"));
  for (const AcqCliVerb *verb = acq_cli_verbs (); verb->name != NULL; verb++)
    g_print ("  %-10s %s\n             %s\n", verb->name, verb->usage, _ (verb->summary));
  g_print ("\n%s\n", _ ("Exit status: 0 done, 1 refused with a reason, 2 wrong usage. More: man acquit-cli"));
}

static const AcqCliVerb *
find_verb (const char *name)
{
  for (const AcqCliVerb *verb = acq_cli_verbs (); verb->name != NULL; verb++)
    if (strcmp (verb->name, name) == 0)
      return verb;
  return NULL;
}

typedef struct
{
  char *today;
  gboolean json;
  gboolean help;
  gboolean version;
} GlobalOptions;

/* Only what stands before the verb: the verb parses the rest. */
static gboolean
parse_globals (int *argc, char ***argv, GlobalOptions *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "today", 0, 0, G_OPTION_ARG_STRING, &options->today, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

/* "--json" and "--today" are taken behind the verb too: people put them there. */
static void
move_globals_forward (int argc, char **argv)
{
  int front = 1;

  for (int i = 1; i < argc; i++)
    {
      gboolean alone = strcmp (argv[i], "--json") == 0 || g_str_has_prefix (argv[i], "--today=");
      gboolean pair = strcmp (argv[i], "--today") == 0 && i + 1 < argc;
      int width = pair ? 2 : 1;
      char *moved[2] = { argv[i], pair ? argv[i + 1] : NULL };

      if (strcmp (argv[i], "--") == 0)
        break;
      if (!alone && !pair)
        continue;
      memmove (argv + front + width, argv + front, (gsize) (i - front) * sizeof *argv);
      memcpy (argv + front, moved, (gsize) width * sizeof *argv);
      front += width;
      i += width - 1;
    }
}

static gboolean
holds_help_option (char **words)
{
  for (; *words != NULL && strcmp (*words, "--") != 0; words++)
    if (strcmp (*words, "--help") == 0 || strcmp (*words, "-h") == 0)
      return TRUE;
  return FALSE;
}

/* "--help", "help", "VERB --help", "--help VERB", "help VERB" */
static gboolean
asks_for_help (const GlobalOptions *options, char **words, const char **ret_verb)
{
  gboolean by_word = words[0] != NULL && strcmp (words[0], "help") == 0;

  *ret_verb = by_word ? words[1] : words[0];
  return options->help || by_word || (words[0] != NULL && holds_help_option (words + 1));
}

static void
print_verb_help (const AcqCliVerb *verb)
{
  g_print ("%s\n  acquit-cli [--today %s] [--json] %s %s\n\n%s\n", _ ("Usage:"), _ ("YYYY-MM-DD"), verb->name,
           verb->usage, _ (verb->summary));
}

static AcqCliExit
print_help_about (const char *name)
{
  const AcqCliVerb *verb = name == NULL ? NULL : find_verb (name);

  if (name == NULL)
    print_help ();
  else if (verb == NULL)
    return acq_cli_wrong_usage (NULL, name);
  else
    print_verb_help (verb);
  return ACQ_CLI_DONE;
}
/* Whoever redirects the answer to a full disk must not take it for complete. */
static AcqCliExit
finish_output (AcqCliExit result)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return result;
  g_printerr ("%s\n", _ ("The answer could not be written."));
  return ACQ_CLI_REFUSED;
}

static AcqCliExit
run_verb (const AcqCliVerb *verb, const GlobalOptions *options, int argc, char **argv)
{
  AcqCli cli = { .clock = acq_clock_system (), .json = options->json };
  AcqDay today = ACQ_DAY_NONE;
  AcqCliExit result;

  if (!acq_cli_parse_day (options->today, "--today", &today))
    return ACQ_CLI_WRONG_USAGE;
  if (today != ACQ_DAY_NONE)
    cli.clock = acq_clock_pinned (today);
  cli.out = json_builder_new ();
  json_builder_begin_object (cli.out);
  result = verb->run (&cli, argc, argv);
  g_object_unref (cli.out);
  return result;
}

int
main (int argc, char **argv)
{
  GlobalOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  const AcqCliVerb *verb;
  const char *topic;

  set_up_language ();
  acq_connection_set_up ();
  move_globals_forward (argc, argv);
  if (!parse_globals (&argc, &argv, &options, &error))
    return acq_cli_wrong_usage (NULL, error->message);
  today = options.today;
  if (options.version)
    {
      g_print ("acquit-cli %s\n", ACQ_VERSION);
      return ACQ_CLI_DONE;
    }
  if (asks_for_help (&options, argv + 1, &topic))
    return print_help_about (topic);
  if (argc < 2)
    return acq_cli_wrong_usage (NULL, _ ("no verb was given"));
  verb = find_verb (argv[1]);
  if (verb == NULL)
    return acq_cli_wrong_usage (NULL, argv[1]);
  return finish_output (run_verb (verb, &options, argc - 1, argv + 1));
}
