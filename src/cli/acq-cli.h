/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "acq-company-file.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* The exit codes of the contract. */
typedef enum
{
  ACQ_CLI_DONE = 0,
  ACQ_CLI_REFUSED = 1,
  ACQ_CLI_WRONG_USAGE = 2,
} AcqCliExit;

/**
 * AcqCli:
 *
 * One call of the program: what was asked globally, and the one object that it answers with.
 */
typedef struct
{
  AcqClock clock;
  gboolean json;
  JsonBuilder *out; /* inside the answer's object */
} AcqCli;

/**
 * AcqCliVerb:
 *
 * One row of the table of verbs. The arguments are those behind the verb, without it; run() may change them.
 */
typedef struct
{
  const char *name;
  const char *usage;   /* what stands behind the verb, untranslated */
  const char *summary; /* one line, marked for translation */
  AcqCliExit (*run) (AcqCli *self, int argc, char **argv);
} AcqCliVerb;

/* Says on stderr, in the user's language, what went wrong, and returns ACQ_CLI_REFUSED. "about" (nullable) is
   the file or thing concerned. Takes the error. */
AcqCliExit acq_cli_refuse (const char *about, GError *error);
/* Says how the verb is used and returns ACQ_CLI_WRONG_USAGE. */
AcqCliExit acq_cli_wrong_usage (const char *verb, const char *problem);

/**
 * acq_cli_parse:
 * @entries: (nullable): options of the verb
 * @least: fewest words that must be left; @most: the most, or -1
 *
 * Parses the options of a verb out of argv; the words that are left are returned, NULL-terminated.
 *
 * Returns: (transfer full) (nullable): %NULL where the usage was wrong, which was said
 */
char **acq_cli_parse (const char *verb, int argc, char **argv, const GOptionEntry *entries, int least,
                      int most);

/* Parse what was typed, or say what is wrong with it and return FALSE. NULL texts leave the value as it is. */
gboolean acq_cli_parse_day (const char *text, const char *what, AcqDay *ret_day);
gboolean acq_cli_parse_amount (const char *text, const char *what, gint64 *ret_amount);

/* Whether a letter or a table may be written there: not over a company file. Says why not. */
gboolean acq_cli_check_output (const char *output);

/* Opens the company file, or says why not and returns NULL. */
AcqCompanyFile *acq_cli_open (AcqCli *self, const char *path);

/* Members of the object at hand. Amounts are strings in major units with a dot, days ISO; absent values are
   null. */
void acq_cli_add_text (AcqCli *self, const char *name, const char *value);
/* A text that only people need: the JSON object of the contract does not have it. */
void acq_cli_add_readable_text (AcqCli *self, const char *name, const char *value);
void acq_cli_add_int (AcqCli *self, const char *name, gint64 value);
void acq_cli_add_bool (AcqCli *self, const char *name, gboolean value);
void acq_cli_add_day (AcqCli *self, const char *name, AcqDay day);
void acq_cli_add_amount (AcqCli *self, const char *name, gint64 minor, AcqCurrency currency);
void acq_cli_begin_list (AcqCli *self, const char *name);
void acq_cli_end_list (AcqCli *self);
/* NULL for an object inside a list. */
void acq_cli_begin_object (AcqCli *self, const char *name);
void acq_cli_end_object (AcqCli *self);

/* Prints the answer: the object itself, or a readable form of it. */
void acq_cli_print (AcqCli *self);
/* That form, for tests. Free it. */
char *acq_cli_make_readable (JsonNode *answer);

/* A line on a terminal that tells how far long work is; nothing elsewhere. "done" of "total" in any unit. */
void acq_cli_show_progress (const char *what, guint64 done, guint64 total);
void acq_cli_clear_progress (void);

/* The table of verbs, ended by a row without a name. */
const AcqCliVerb *acq_cli_verbs (void);

G_END_DECLS
