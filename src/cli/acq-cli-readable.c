/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "acq-amount-text.h"
#include "acq-cli-words.h"
#include "acq-cli.h"
#include "acq-day-text.h"
#include "acq-text-table.h"

/* How wide a column of texts may get; what is longer goes on below. */
#define MAX_WIDTH 48

static gboolean
looks_like_amount (const char *text)
{
  const char *digits = text[0] == '-' ? text + 1 : text;

  return g_ascii_isdigit (*digits) && strspn (digits, "0123456789.") == strlen (digits);
}

static char *
write_day (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  return day == ACQ_DAY_NONE ? g_strdup (iso) : acq_day_text_numeric (day);
}

/* A moment in UTC, as the clock on the user's wall showed it. */
static char *
write_time (const char *iso)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) local = moment == NULL ? NULL : g_date_time_to_local (moment);
  g_autofree char *day = NULL, *iso_day = NULL;

  if (local == NULL)
    return g_strdup (iso);
  iso_day = g_date_time_format (local, "%Y-%m-%d");
  day = write_day (iso_day);
  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local), g_date_time_get_minute (local));
}

/* What a file brought must not command the terminal. */
static char *
write_text (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_c (plain, ' ');
    else
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static char *write_node (const char *name, JsonNode *node, const char *separator);

static const char *
find_telling (JsonObject *object)
{
  static const char *const telling[] = { "invoice", "code", "where", "number", "label", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
    if (json_object_has_member (object, telling[i]))
      return telling[i];
  return NULL;
}

/* What stands for a whole object in one cell of a table. */
static char *
write_object (JsonObject *object)
{
  static const char *const following[] = { "amount", "until", "reason" };
  const char *telling = find_telling (object);
  GString *text = g_string_new (NULL);

  if (telling != NULL)
    {
      g_autofree char *word = write_node (telling, json_object_get_member (object, telling), " ");

      g_string_append (text, word);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (following); i++)
    if (json_object_has_member (object, following[i])
        && !json_node_is_null (json_object_get_member (object, following[i])))
      {
        g_autofree char *word = write_node (following[i], json_object_get_member (object, following[i]), " ");

        if (strcmp (following[i], "reason") == 0)
          g_string_append_printf (text, " – %s", word);
        else if (strcmp (following[i], "until") == 0)
          /* Translators: behind a reason: the last day on which it holds. */
          g_string_append_printf (text, _ (" (until %s)"), word);
        else
          g_string_append_printf (text, " %s", word);
      }
  return g_string_free (text, FALSE);
}

static char *
write_array (JsonArray *array, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *word = write_node ("", json_array_get_element (array, i), " ");

      g_string_append_printf (text, "%s%s", i == 0 ? "" : separator, word);
    }
  return g_string_free (text, FALSE);
}

static char *
write_value (const char *name, JsonNode *node)
{
  AcqCliColumn column = acq_cli_column_of (name);
  const char *text;

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : _ ("no"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  text = json_node_get_string (node);
  if (column == ACQ_CLI_COLUMN_AMOUNT && looks_like_amount (text))
    return acq_amount_text_separate (text);
  if (column == ACQ_CLI_COLUMN_DAY)
    return write_day (text);
  if (column == ACQ_CLI_COLUMN_TIME)
    return write_time (text);
  return write_text (acq_cli_phrase_code (text));
}

/* "separator" stands between the elements of an array. */
static char *
write_node (const char *name, JsonNode *node, const char *separator)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return write_object (json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return write_array (json_node_get_array (node), separator);
    case JSON_NODE_VALUE:
      return write_value (name, node);
    case JSON_NODE_NULL:
    default:
      return g_strdup ("");
    }
}

static gboolean
is_table (JsonNode *node)
{
  return JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0
         && JSON_NODE_HOLDS_OBJECT (json_array_get_element (json_node_get_array (node), 0));
}

static gboolean
is_right_aligned (const char *name, JsonNode *node)
{
  AcqCliColumn column = acq_cli_column_of (name);

  return column == ACQ_CLI_COLUMN_AMOUNT
         || (column == ACQ_CLI_COLUMN_NUMBER && !JSON_NODE_HOLDS_ARRAY (node));
}

/* The columns are the members of the first row; elements of lists stand one below the other. */
static AcqTextTable *
make_table (JsonArray *rows)
{
  JsonObject *first = json_array_get_object_element (rows, 0);
  g_autoptr (GList) members = json_object_get_members (first);
  AcqTextTable *table = acq_text_table_new (MAX_WIDTH);

  for (const GList *l = members; l != NULL; l = l->next)
    if (acq_cli_column_of (l->data) != ACQ_CLI_COLUMN_HIDDEN)
      acq_text_table_add_column (table, acq_cli_heading_of (l->data),
                                 is_right_aligned (l->data, json_object_get_member (first, l->data)));
  for (guint r = 0; r < json_array_get_length (rows); r++)
    for (const GList *l = members; l != NULL; l = l->next)
      if (acq_cli_column_of (l->data) != ACQ_CLI_COLUMN_HIDDEN)
        {
          JsonNode *node = json_object_get_member (json_array_get_object_element (rows, r), l->data);

          acq_text_table_take_cell (table, node == NULL ? g_strdup ("") : write_node (l->data, node, "\n"));
        }
  return table;
}

static void
append_member (GString *out, const char *name, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (is_table (node))
    {
      g_autoptr (AcqTextTable) table = make_table (json_node_get_array (node));

      g_string_append_printf (out, "%s\n", acq_cli_heading_of (name));
      acq_text_table_append_to (table, out);
      return;
    }
  text = write_node (name, node, ", ");
  if (JSON_NODE_HOLDS_ARRAY (node) && text[0] == '\0')
    {
      g_free (text);
      text = g_strdup (C_ ("empty list", "none"));
    }
  if (text[0] == '\0')
    return;
  /* Translators: a heading and what stands behind it; French has a no-break space before the colon. */
  g_string_append_printf (out, C_ ("heading and value", "%s: %s"), acq_cli_heading_of (name), text);
  g_string_append_c (out, '\n');
}

char *
acq_cli_make_readable (JsonNode *answer)
{
  JsonObject *object = json_node_get_object (answer);
  g_autoptr (GList) members = json_object_get_members (object);
  GString *out = g_string_new (NULL);
  gboolean behind_table = FALSE;

  for (const GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);

      if (acq_cli_column_of (l->data) == ACQ_CLI_COLUMN_HIDDEN)
        continue;
      if (out->len > 0 && (is_table (node) || behind_table))
        g_string_append_c (out, '\n');
      append_member (out, l->data, node);
      behind_table = is_table (node);
    }
  return g_string_free (out, FALSE);
}
