/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "acq-error-text.h"

/* How much of a file's name the line of progress shows, in characters: its end. */
#define MAX_PROGRESS_NAME 40

AcqCliExit
acq_cli_wrong_usage (const char *verb, const char *problem)
{
  const char *usage = NULL;

  for (const AcqCliVerb *row = acq_cli_verbs (); verb != NULL && row->name != NULL; row++)
    if (strcmp (row->name, verb) == 0)
      usage = row->usage;
  /* Translators: %s is what was typed or missing. */
  g_printerr (_ ("Wrong usage: %s"), problem);
  g_printerr ("\n");
  if (usage != NULL)
    g_printerr ("%s acquit-cli %s %s\n", _ ("Usage:"), verb, usage);
  else
    g_printerr ("%s\n", _ ("See acquit-cli --help."));
  return ACQ_CLI_WRONG_USAGE;
}

AcqCliExit
acq_cli_refuse (const char *about, GError *error)
{
  g_autofree char *sentence = acq_error_text (error);

  acq_cli_clear_progress ();
  if (about != NULL)
    g_printerr ("%s: ", about);
  g_printerr ("%s\n", sentence);
  g_error_free (error);
  return ACQ_CLI_REFUSED;
}

/* Paths may hold any bytes; other words are text. The first is the company file. */
static const char *
find_unreadable_word (const char *verb, char **words)
{
  if (strcmp (verb, "import") == 0)
    return NULL;
  for (guint i = 1; i < g_strv_length (words); i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      return words[i];
  return NULL;
}

static gboolean
check_words (const char *verb, char **words, int least, int most)
{
  int n = (int) g_strv_length (words);
  const char *unreadable = find_unreadable_word (verb, words);
  g_autofree char *valid = unreadable == NULL ? NULL : g_utf8_make_valid (unreadable, -1);

  if (n < least)
    acq_cli_wrong_usage (verb, _ ("something is missing"));
  else if (most >= 0 && n > most)
    acq_cli_wrong_usage (verb, words[most]);
  else if (valid != NULL)
    acq_cli_wrong_usage (verb, valid);
  else
    return TRUE;
  return FALSE;
}

char **
acq_cli_parse (const char *verb, int argc, char **argv, const GOptionEntry *entries, int least, int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (argv);
  GStrvBuilder *left = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      acq_cli_wrong_usage (verb, error->message);
      return NULL;
    }
  left = g_strv_builder_new ();
  for (int n = 0; words[n + 1] != NULL; n++)
    if (n > 0 || strcmp (words[1], "--") != 0)
      g_strv_builder_add (left, words[n + 1]);
  g_strfreev (g_steal_pointer (&words));
  words = g_strv_builder_end (left);
  g_strv_builder_unref (left);
  return check_words (verb, words, least, most) ? g_steal_pointer (&words) : NULL;
}

gboolean
acq_cli_parse_day (const char *text, const char *what, AcqDay *ret_day)
{
  if (text == NULL)
    return TRUE;
  *ret_day = acq_day_parse_iso (text);
  if (*ret_day != ACQ_DAY_NONE)
    return TRUE;
  /* Translators: the option and what was typed behind it. */
  g_printerr (_ ("%s: “%s” is no day (YYYY-MM-DD)"), what, text);
  g_printerr ("\n");
  return FALSE;
}

gboolean
acq_cli_parse_amount (const char *text, const char *what, gint64 *ret_amount)
{
  if (text == NULL || acq_amount_parse (text, 2, ret_amount)
      || acq_amount_parse_written (text, 2, ret_amount))
    return TRUE;
  /* Translators: the option and what was typed behind it. */
  g_printerr (_ ("%s: “%s” is no amount (1234.56)"), what, text);
  g_printerr ("\n");
  return FALSE;
}

AcqCompanyFile *
acq_cli_open (AcqCli *self, const char *path)
{
  GError *error = NULL;
  AcqCompanyFile *file = acq_company_file_open (path, self->clock, &error);

  if (file == NULL)
    acq_cli_refuse (path, error);
  return file;
}

void
acq_cli_add_text (AcqCli *self, const char *name, const char *value)
{
  json_builder_set_member_name (self->out, name);
  if (value == NULL)
    json_builder_add_null_value (self->out);
  else
    {
      /* Names of files may hold any bytes. */
      g_autofree char *valid = g_utf8_make_valid (value, -1);

      json_builder_add_string_value (self->out, valid);
    }
}

void
acq_cli_add_readable_text (AcqCli *self, const char *name, const char *value)
{
  if (!self->json)
    acq_cli_add_text (self, name, value);
}

void
acq_cli_add_int (AcqCli *self, const char *name, gint64 value)
{
  json_builder_set_member_name (self->out, name);
  json_builder_add_int_value (self->out, value);
}

void
acq_cli_add_bool (AcqCli *self, const char *name, gboolean value)
{
  json_builder_set_member_name (self->out, name);
  json_builder_add_boolean_value (self->out, value);
}

void
acq_cli_add_day (AcqCli *self, const char *name, AcqDay day)
{
  char iso[ACQ_DAY_ISO_SIZE];

  acq_cli_add_text (self, name, day == ACQ_DAY_NONE ? NULL : acq_day_write_iso (day, iso));
}

void
acq_cli_add_amount (AcqCli *self, const char *name, gint64 minor, AcqCurrency currency)
{
  g_autofree char *text = acq_money_format (acq_money_new (minor, currency));

  acq_cli_add_text (self, name, text);
}

void
acq_cli_begin_list (AcqCli *self, const char *name)
{
  json_builder_set_member_name (self->out, name);
  json_builder_begin_array (self->out);
}

void
acq_cli_end_list (AcqCli *self)
{
  json_builder_end_array (self->out);
}

void
acq_cli_begin_object (AcqCli *self, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (self->out, name);
  json_builder_begin_object (self->out);
}

void
acq_cli_end_object (AcqCli *self)
{
  json_builder_end_object (self->out);
}

void
acq_cli_print (AcqCli *self)
{
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *text = NULL;

  acq_cli_clear_progress ();
  json_builder_end_object (self->out);
  answer = json_builder_get_root (self->out);
  text = self->json ? json_to_string (answer, FALSE) : acq_cli_make_readable (answer);
  fputs (text, stdout);
  if (self->json)
    fputc ('\n', stdout);
}

/* A line that fits every terminal: one that wraps could not be taken back. */
void
acq_cli_show_progress (const char *what, guint64 done, guint64 total)
{
  g_autofree char *base = g_path_get_basename (what);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  glong length = g_utf8_strlen (name, -1), skipped = MAX (length - MAX_PROGRESS_NAME, 0);

  if (isatty (STDERR_FILENO) && total > 0)
    g_printerr ("\r\033[K%s %3u %%", g_utf8_offset_to_pointer (name, skipped),
                (guint) (MIN (done, total) * 100 / total));
}

void
acq_cli_clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}
