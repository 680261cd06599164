/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-file.h"

#include "acq-money.h"
#include "acq-workflow-error.h"

#define MAX_BYTES      (1 << 20)
#define MAX_STEPS      1000 /* the check says how many are too many; beyond that nobody meant a scenario */
#define MAX_CONDITIONS 100
#define MAX_DEPTH      8 /* the parser goes down by calling itself, and a scenario needs four */

/* An object that is read member by member. What is wrong first is noted as the place that the error names. */
typedef struct
{
  JsonObject *object;
  const char *place; /* in front of its members; "" for the whole file */
  guint n_read;
  char **wrong; /* (nullable): shared by all objects of a file */
} Reading;

static void
note_wrong (Reading *self, const char *member)
{
  if (*self->wrong == NULL)
    *self->wrong = g_strconcat (self->place, member, NULL);
}

/* NULL where there is none of that name and type. */
static JsonNode *
read_member (Reading *self, const char *member, GType type, gboolean needed)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL)
    {
      if (needed)
        note_wrong (self, member);
      return NULL;
    }
  self->n_read++;
  if (type == JSON_TYPE_ARRAY ? JSON_NODE_HOLDS_ARRAY (node)
                              : JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type)
    return node;
  note_wrong (self, member);
  return NULL;
}

static const char *
read_text (Reading *self, const char *member, gboolean needed)
{
  JsonNode *node = read_member (self, member, G_TYPE_STRING, needed);

  return node == NULL ? NULL : json_node_get_string (node);
}

static int
read_int (Reading *self, const char *member, gboolean needed)
{
  JsonNode *node = read_member (self, member, G_TYPE_INT64, needed);
  gint64 value = node == NULL ? 0 : json_node_get_int (node);

  if (value >= -G_MAXINT && value <= G_MAXINT)
    return (int) value;
  note_wrong (self, member);
  return 0;
}

static gboolean
read_bool (Reading *self, const char *member)
{
  JsonNode *node = read_member (self, member, G_TYPE_BOOLEAN, FALSE);

  return node != NULL && json_node_get_boolean (node);
}

static gint64
read_amount (Reading *self, const char *member, gboolean needed)
{
  const char *text = read_text (self, member, needed);
  gint64 amount = 0;

  if (text != NULL && !acq_amount_parse (text, 2, &amount))
    note_wrong (self, member);
  return amount;
}

static guint
read_kinds (Reading *self, const char *member, gboolean needed)
{
  JsonNode *node = read_member (self, member, JSON_TYPE_ARRAY, needed);
  JsonArray *array = node == NULL ? NULL : json_node_get_array (node);
  guint kinds = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      AcqCustomerKind kind;

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING
          && acq_customer_kind_from_code (json_node_get_string (element), &kind))
        kinds |= ACQ_CUSTOMER_KIND_BIT (kind);
      else
        note_wrong (self, member);
    }
  return kinds;
}

/* A member that holds a code of the enumeration; the variable stays as it is where it is absent and may be. */
#define READ_CODE(self, member, prefix, needed, variable)                                                     \
  G_STMT_START                                                                                                \
  {                                                                                                           \
    const char *code_ = read_text (self, member, needed);                                                     \
    if (code_ != NULL && !prefix##_from_code (code_, variable))                                               \
      note_wrong (self, member);                                                                              \
  }                                                                                                           \
  G_STMT_END

/* A member that nobody asked for is a mistake, or says something that this version would leave out. */
static void
refuse_unknown (Reading *self)
{
  if (self->n_read != json_object_get_size (self->object))
    note_wrong (self, "?");
}

static void
read_step (Reading *self, AcqStep *step)
{
  step->code = read_text (self, "code", TRUE);
  step->level = read_int (self, "level", TRUE);
  step->offset = read_int (self, "days", TRUE);
  READ_CODE (self, "from", acq_anchor, FALSE, &step->anchor);
  READ_CODE (self, "channel", acq_channel, TRUE, &step->channel);
  step->fallback = step->channel;
  READ_CODE (self, "otherwise", acq_channel, FALSE, &step->fallback);
  READ_CODE (self, "tone", acq_tone, TRUE, &step->tone);
  READ_CODE (self, "mode", acq_mode, FALSE, &step->mode);
  READ_CODE (self, "to", acq_contact_role, FALSE, &step->role);
  step->condition.minimum_amount = read_amount (self, "minimum_amount", FALSE);
  step->condition.or_new_customer = read_bool (self, "or_new_customer");
  step->condition.kinds = read_kinds (self, "kinds", FALSE);
  refuse_unknown (self);
}

static void
read_condition (Reading *self, AcqSegmentCondition *condition)
{
  READ_CODE (self, "criterion", acq_criterion, TRUE, &condition->criterion);
  switch (acq_criterion_value (condition->criterion))
    {
    case ACQ_CRITERION_VALUE_KINDS:
      condition->value = read_kinds (self, "value", TRUE);
      break;
    case ACQ_CRITERION_VALUE_AMOUNT:
      condition->value = read_amount (self, "value", TRUE);
      break;
    case ACQ_CRITERION_VALUE_YES_NO:
      condition->value = read_bool (self, "value");
      break;
    case ACQ_CRITERION_VALUE_DAYS:
      condition->value = read_int (self, "value", TRUE);
      break;
    }
  refuse_unknown (self);
}

/* The elements of a list, each an object; NULL where one is not, or there are too many. */
static JsonArray *
read_list (Reading *self, const char *member, guint most, gboolean needed)
{
  JsonNode *node = read_member (self, member, JSON_TYPE_ARRAY, needed);
  JsonArray *array = node == NULL ? NULL : json_node_get_array (node);

  if (array == NULL)
    return NULL;
  if (json_array_get_length (array) > most)
    {
      note_wrong (self, member);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      {
        note_wrong (self, member);
        return NULL;
      }
  return array;
}

static void
read_steps (Reading *self, GArray *steps)
{
  JsonArray *array = read_list (self, "steps", MAX_STEPS, TRUE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("steps[%u].", i + 1);
      Reading reading = { json_array_get_object_element (array, i), place, 0, self->wrong };
      AcqStep step = { 0 };

      read_step (&reading, &step);
      g_array_append_val (steps, step);
    }
}

static void
read_conditions (Reading *self, GArray *conditions)
{
  JsonArray *array = read_list (self, "conditions", MAX_CONDITIONS, FALSE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("conditions[%u].", i + 1);
      Reading reading = { json_array_get_object_element (array, i), place, 0, self->wrong };
      AcqSegmentCondition condition = { 0 };

      read_condition (&reading, &condition);
      g_array_append_val (conditions, condition);
    }
}

static AcqScenarioEntry *
read_entry (Reading *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (AcqStep));
  g_autoptr (AcqScenarioEntry) entry = NULL;
  AcqSequel sequel = ACQ_SEQUEL_ASK;
  const char *code = read_text (self, "scenario", TRUE);
  const char *name = read_text (self, "name", FALSE);
  int interval = read_int (self, "minimum_interval", TRUE);

  READ_CODE (self, "afterwards", acq_sequel, FALSE, &sequel);
  read_steps (self, steps);
  entry = acq_scenario_entry_new (
    acq_scenario_new (code, name, interval, sequel, (const AcqStep *) (gpointer) steps->data, steps->len));
  read_conditions (self, entry->conditions);
  refuse_unknown (self);
  return g_steal_pointer (&entry);
}

static gboolean
is_too_deep (const char *text)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (; *text != '\0'; text++)
    if (*text == '\\' && text[1] != '\0')
      text++;
    else if (*text == '"')
      quoted = !quoted;
    else if (!quoted && (*text == '[' || *text == '{') && ++depth > MAX_DEPTH)
      return TRUE;
    else if (!quoted && (*text == ']' || *text == '}') && depth > 0)
      depth--;
  return FALSE;
}

static gboolean
load (JsonParser *parser, const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &local_error))
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, local_error->message);
  else if (length > MAX_BYTES)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, "%" G_GSIZE_FORMAT " > %d", length,
                 MAX_BYTES);
  else if (is_too_deep (contents))
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, "[[[");
  else if (!json_parser_load_from_data (parser, contents, (gssize) length, &local_error))
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, local_error->message);
  else if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, "1");
  else
    return TRUE;
  return FALSE;
}

AcqScenarioEntry *
acq_scenario_file_read (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (AcqScenarioEntry) entry = NULL;
  g_autofree char *wrong = NULL;
  Reading reading = { NULL, "", 0, &wrong };

  if (!load (parser, path, error))
    return NULL;
  reading.object = json_node_get_object (json_parser_get_root (parser));
  entry = read_entry (&reading);
  if (wrong == NULL)
    return g_steal_pointer (&entry);
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, wrong);
  return NULL;
}

static void
write_text (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
write_int (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
write_amount (JsonBuilder *builder, const char *member, gint64 amount)
{
  g_autofree char *text = acq_amount_format (amount);

  write_text (builder, member, text);
}

static void
write_kinds (JsonBuilder *builder, const char *member, guint kinds)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (int kind = ACQ_CUSTOMER_KIND_UNKNOWN; kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP; kind++)
    if ((kinds & ACQ_CUSTOMER_KIND_BIT (kind)) != 0)
      json_builder_add_string_value (builder, acq_customer_kind_to_code ((AcqCustomerKind) kind));
  json_builder_end_array (builder);
}

static void
write_bool (JsonBuilder *builder, const char *member, gboolean value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

/* What is as it usually is is left out: people read these files. */
static void
write_step (JsonBuilder *builder, const AcqStep *step)
{
  json_builder_begin_object (builder);
  write_text (builder, "code", step->code);
  write_int (builder, "level", step->level);
  write_int (builder, "days", step->offset);
  write_text (builder, "from", acq_anchor_to_code (step->anchor));
  write_text (builder, "channel", acq_channel_to_code (step->channel));
  if (step->fallback != step->channel)
    write_text (builder, "otherwise", acq_channel_to_code (step->fallback));
  write_text (builder, "tone", acq_tone_to_code (step->tone));
  write_text (builder, "mode", acq_mode_to_code (step->mode));
  write_text (builder, "to", acq_contact_role_to_code (step->role));
  if (step->condition.minimum_amount != 0)
    write_amount (builder, "minimum_amount", step->condition.minimum_amount);
  if (step->condition.or_new_customer)
    write_bool (builder, "or_new_customer", TRUE);
  if (step->condition.kinds != 0)
    write_kinds (builder, "kinds", step->condition.kinds);
  json_builder_end_object (builder);
}

void
acq_scenario_file_add_condition (JsonBuilder *builder, const AcqSegmentCondition *condition)
{
  write_text (builder, "criterion", acq_criterion_to_code (condition->criterion));
  switch (acq_criterion_value (condition->criterion))
    {
    case ACQ_CRITERION_VALUE_KINDS:
      write_kinds (builder, "value", (guint) condition->value);
      break;
    case ACQ_CRITERION_VALUE_AMOUNT:
      write_amount (builder, "value", condition->value);
      break;
    case ACQ_CRITERION_VALUE_YES_NO:
      write_bool (builder, "value", condition->value != 0);
      break;
    case ACQ_CRITERION_VALUE_DAYS:
      write_int (builder, "value", condition->value);
      break;
    }
}

static JsonNode *
write_entry (const AcqScenarioEntry *entry)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const AcqScenario *scenario = entry->scenario;

  json_builder_begin_object (builder);
  write_text (builder, "scenario", scenario->code);
  if (scenario->name != NULL)
    write_text (builder, "name", scenario->name);
  write_int (builder, "minimum_interval", scenario->minimum_interval);
  write_text (builder, "afterwards", acq_sequel_to_code (scenario->sequel));
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < scenario->n_steps; i++)
    write_step (builder, &scenario->steps[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->conditions->len; i++)
    {
      json_builder_begin_object (builder);
      acq_scenario_file_add_condition (builder, &g_array_index (entry->conditions, AcqSegmentCondition, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

gboolean
acq_scenario_file_write (const AcqScenarioEntry *entry, const char *path, GError **error)
{
  g_autoptr (JsonNode) node = write_entry (entry);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  if (g_file_set_contents (path, text, -1, &local_error))
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, local_error->message);
  return FALSE;
}
