/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-certainty-settings.h"

#include <glib/gi18n.h>

#include "acq-money.h"
#include "acq-settings-repository.h"
#include "acq-workflow-error.h"

#define GREATEST_ODDS   100000
#define GREATEST_AMOUNT G_GINT64_CONSTANT (100000000000)

#define FLAG(name, title, subtitle)                                                                           \
  {                                                                                                           \
    "certainty." #name, ACQ_CERTAINTY_FIELD_FLAG, G_STRUCT_OFFSET (AcqCertaintyRules, name), 0, 1, title, subtitle \
  }
#define ODDS(name, least, title, subtitle)                                                                    \
  {                                                                                                           \
    "certainty." #name, ACQ_CERTAINTY_FIELD_ODDS, G_STRUCT_OFFSET (AcqCertaintyRules, name), least,           \
      GREATEST_ODDS, title, subtitle                                                                          \
  }
#define AMOUNT(name, least, title, subtitle)                                                                  \
  {                                                                                                           \
    "certainty." #name, ACQ_CERTAINTY_FIELD_AMOUNT, G_STRUCT_OFFSET (AcqCertaintyRules, name), least,         \
      GREATEST_AMOUNT, title, subtitle                                                                        \
  }

static const AcqCertaintyField fields[] = {
  FLAG (names_prove, N_ ("A customer’s name tells who paid"),
        N_ ("The whole name stands on the bank line, and no other customer bears it")),
  FLAG (learned_prove, N_ ("A payer whom you confirmed once is known"),
        N_ ("The same words, or the same account, paid for this customer before")),
  FLAG (patterns_prove, N_ ("Payments that fit one customer only tell who paid"),
        N_ ("Several lines of the same words match the invoices of this customer and of nobody else")),
  FLAG (strangers_prove, N_ ("A whole invoice number and its exact amount are enough"),
        N_ ("Even where nothing is known of who paid")),
  FLAG (sums_are_sure, N_ ("A payment of several invoices may be sure"),
        N_ ("If their sum is exact and nothing else fits")),
  FLAG (deposits_are_sure, N_ ("A part payment may be sure"),
        N_ ("If the line says “acompte” and names the invoice")),
  FLAG (returns_are_sure, N_ ("A returned payment may be sure"), N_ ("If it is tied to what it takes back")),
  ODDS (single_odds, 50, N_ ("Exact amount of an invoice"),
        N_ ("Counts as a proof if chance alone would meet it once in so many payments at most")),
  ODDS (known_odds, 5, N_ ("Exact amount from a known payer"),
        N_ ("The same, where you confirmed the payer before")),
  ODDS (run_odds, 100, N_ ("Exact sum of several invoices"), N_ ("The same, for a sum")),
  AMOUNT (least_amount, 100, N_ ("Always ask below"), N_ ("Small amounts meet by chance")),
  AMOUNT (greatest_amount, 0, N_ ("Always ask above"), N_ ("0: no amount is too large to be sure")),
};

const AcqCertaintyField *
acq_certainty_fields (guint *ret_n_fields)
{
  *ret_n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const AcqCertaintyField *
acq_certainty_field_find (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].key, key) == 0)
      return &fields[i];
  return NULL;
}

gint64
acq_certainty_field_get (const AcqCertaintyField *self, const AcqCertaintyRules *rules)
{
  gconstpointer place = (const char *) rules + self->offset;

  switch (self->kind)
    {
    case ACQ_CERTAINTY_FIELD_FLAG:
      return *(const gboolean *) place;
    case ACQ_CERTAINTY_FIELD_ODDS:
      return *(const guint *) place;
    case ACQ_CERTAINTY_FIELD_AMOUNT:
      return *(const gint64 *) place;
    }
  g_return_val_if_reached (0);
}

static void
put (const AcqCertaintyField *field, AcqCertaintyRules *rules, gint64 value)
{
  gpointer place = (char *) rules + field->offset;

  if (field->kind == ACQ_CERTAINTY_FIELD_FLAG)
    *(gboolean *) place = value != 0;
  else if (field->kind == ACQ_CERTAINTY_FIELD_ODDS)
    *(guint *) place = (guint) value;
  else
    *(gint64 *) place = value;
}

static gboolean
parse (const AcqCertaintyField *field, const char *text, gint64 *ret_value)
{
  gboolean yes = g_str_equal (text, "yes");

  if (field->kind == ACQ_CERTAINTY_FIELD_FLAG && !yes && !g_str_equal (text, "no"))
    return FALSE;
  if (field->kind == ACQ_CERTAINTY_FIELD_FLAG)
    *ret_value = yes;
  else if (field->kind == ACQ_CERTAINTY_FIELD_ODDS
           && !g_ascii_string_to_signed (text, 10, field->least, field->greatest, ret_value, NULL))
    return FALSE;
  else if (field->kind == ACQ_CERTAINTY_FIELD_AMOUNT && !acq_amount_parse (text, 2, ret_value))
    return FALSE;
  return *ret_value >= field->least && *ret_value <= field->greatest;
}

char *
acq_certainty_field_write (const AcqCertaintyField *self, gint64 value)
{
  switch (self->kind)
    {
    case ACQ_CERTAINTY_FIELD_FLAG:
      return g_strdup (value != 0 ? "yes" : "no");
    case ACQ_CERTAINTY_FIELD_ODDS:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    case ACQ_CERTAINTY_FIELD_AMOUNT:
      return acq_amount_format (value);
    }
  g_return_val_if_reached (NULL);
}

char *
acq_certainty_field_normalize (const AcqCertaintyField *self, const char *text)
{
  gint64 value;

  return parse (self, text, &value) ? acq_certainty_field_write (self, value) : NULL;
}

gboolean
acq_certainty_settings_load (AcqCompanyFile *file, AcqCertaintyRules *rules, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  *rules = acq_certainty_rules_default ();
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) local_error = NULL;
      g_autofree char *text = acq_settings_repository_get (connection, fields[i].key, &local_error);
      gint64 value;

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (text != NULL && parse (&fields[i], text, &value))
        put (&fields[i], rules, value);
    }
  return TRUE;
}

gboolean
acq_certainty_settings_set (AcqCompanyFile *file, const AcqCertaintyField *field, gint64 value, GError **error)
{
  g_autofree char *text = acq_certainty_field_write (field, value);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  if (change == NULL)
    return FALSE;
  if (value < field->least || value > field->greatest)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE, "%s=%s", field->key, text);
      return FALSE;
    }
  return acq_settings_repository_set (acq_company_file_connection (file), field->key, text, error)
         && acq_change_commit (change, "certainty", field->key, text, error);
}

gboolean
acq_certainty_settings_reset (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL
         && acq_connection_run (acq_company_file_connection (file), error,
                                "DELETE FROM setting WHERE substr (key, 1, 10) = 'certainty.'", "")
         && acq_change_commit (change, "certainty", NULL, NULL, error);
}
