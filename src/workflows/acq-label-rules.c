/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rules.h"

#include "acq-bank-repository.h"
#include "acq-label.h"
#include "acq-label-rule-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

static gboolean
has_figure (const char *word)
{
  for (; *word != '\0'; word++)
    if (g_ascii_isdigit (*word))
      return TRUE;
  return FALSE;
}

char *
acq_label_rules_propose (const AcqTransaction *transaction)
{
  char *key = acq_payer_key (transaction);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  if (key != NULL)
    return key;
  words = acq_text_fold_words (transaction->label);
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_figure (words[i]))
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " ", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
acq_label_rule_preview_free (AcqLabelRulePreview *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->customer);
  g_free (self->settled);
  g_free (self);
}

gboolean
acq_label_rule_preview_is_possible (const AcqLabelRulePreview *self)
{
  return !self->empty && self->customer == NULL && self->settled == NULL;
}

/* Whether a line that bears just this name would be left out. */
static gboolean
fits_name (const GPtrArray *rules, const char *name)
{
  AcqTransaction line = { .amount = 1, .label = (char *) name };

  return acq_label_rules_find (rules, &line) != NULL;
}

/* The customer whose own name, or whose known payer's, one of the rules would hide; *ret_name is NULL where there is none. */
static gboolean
find_customer (AcqConnection *connection, const GPtrArray *rules, char **ret_name, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT name, name FROM customer UNION ALL SELECT c.name, a.key FROM payer_alias a"
    " JOIN customer c ON c.id = a.customer_id WHERE NOT a.is_iban",
    "");

  *ret_name = NULL;
  if (rows == NULL)
    return FALSE;
  while (*ret_name == NULL && acq_rows_next (rows, &local_error))
    if (fits_name (rules, acq_rows_text (rows, 1)))
      *ret_name = acq_rows_dup_text (rows, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

typedef struct
{
  const GPtrArray *rules;
  AcqLabelRulePreview *preview;
  GArray *lines; /* (element-type gint64) ids to leave out */
} Walk;

static gboolean
look_at_line (gpointer user_data, const AcqTransaction *transaction, const char *account_name)
{
  Walk *walk = user_data;

  if (transaction->ignored || acq_label_rules_find (walk->rules, transaction) == NULL)
    return TRUE;
  if (transaction->matched != 0)
    {
      g_free (walk->preview->settled);
      walk->preview->settled = g_strdup (transaction->label);
      return FALSE;
    }
  walk->preview->n_lines++;
  g_free (walk->preview->first);
  walk->preview->first = g_strdup (transaction->label);
  g_array_append_val (walk->lines, transaction->id);
  return TRUE;
}

/* Takes the rule, which may be NULL. */
static AcqLabelRulePreview *
preview (AcqConnection *connection, AcqLabelRule *rule, GArray *lines, GError **error)
{
  g_autoptr (AcqLabelRulePreview) found = g_new0 (AcqLabelRulePreview, 1);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();

  found->empty = rule == NULL;
  if (found->empty)
    return g_steal_pointer (&found);
  g_ptr_array_add (rules, rule);
  if (!find_customer (connection, rules, &found->customer, error)
      || !acq_bank_repository_each (connection, look_at_line, &(Walk){ rules, found, lines }, error))
    return NULL;
  return g_steal_pointer (&found);
}

AcqLabelRulePreview *
acq_label_rules_preview (AcqCompanyFile *file, const char *words, GError **error)
{
  g_autoptr (AcqLabelRule) rule = acq_label_rule_new (words);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64));

  return preview (acq_company_file_connection (file), rule, lines, error);
}

static gboolean
refuse (const AcqLabelRulePreview *found, const char *words, GError **error)
{
  const char *hit = found->customer != NULL ? found->customer : found->settled;

  if (found->empty)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s", words);
  else
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER, "%s", hit);
  return FALSE;
}

gboolean
acq_label_rules_add (AcqCompanyFile *file, const char *words, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqLabelRule) rule = acq_label_rule_new (words);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autoptr (AcqLabelRulePreview) found = NULL;

  found = change == NULL ? NULL : preview (connection, rule, lines, error);
  if (found == NULL)
    return FALSE;
  if (!acq_label_rule_preview_is_possible (found))
    return refuse (found, words, error);
  if (!acq_label_rule_repository_insert (connection, rule, acq_clock_today (acq_company_file_clock (file)), error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!acq_label_rule_repository_apply (connection, rule->id, g_array_index (lines, gint64, i), error))
      return FALSE;
  return acq_change_commit (change, "add_label_rule", rule->text, found->first, error);
}

gboolean
acq_label_rules_remove (AcqCompanyFile *file, gint64 id, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  g_autofree char *subject = g_strdup_printf ("label rule %" G_GINT64_FORMAT, id);

  return change != NULL && acq_label_rule_repository_remove (connection, id, error)
         && acq_change_commit (change, "remove_label_rule", subject, NULL, error);
}

void
acq_label_rule_entry_free (AcqLabelRuleEntry *self)
{
  g_free (self->words);
  g_free (self);
}

GPtrArray *
acq_label_rules_list (AcqCompanyFile *file, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (GPtrArray) rules = acq_label_rule_repository_list (connection, error);
  g_autoptr (GArray) counts = rules == NULL ? NULL : acq_label_rule_repository_count (connection, error);
  GPtrArray *entries;

  if (counts == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_label_rule_entry_free);
  for (guint i = 0; i < rules->len; i++)
    {
      const AcqLabelRule *rule = rules->pdata[i];
      AcqLabelRuleEntry *entry = g_new0 (AcqLabelRuleEntry, 1);

      *entry = (AcqLabelRuleEntry){ rule->id, g_strdup (rule->text), g_array_index (counts, gint64, i) };
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

GPtrArray *
acq_label_rules_load (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rules = acq_label_rule_repository_list (connection, error);

  for (guint i = rules == NULL ? 0 : rules->len; i > 0; i--)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autofree char *customer = NULL;

      g_ptr_array_add (one, rules->pdata[i - 1]);
      if (!find_customer (connection, one, &customer, error))
        return NULL;
      if (customer != NULL)
        g_ptr_array_remove_index (rules, i - 1);
    }
  return g_steal_pointer (&rules);
}
