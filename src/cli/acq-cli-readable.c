/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli.h"

#include <glib/gi18n.h>
#include <string.h>

/* How wide a text may get in a table before it is cut. */
#define MAX_WIDTH 48

typedef enum
{
  COLUMN_TEXT,
  COLUMN_AMOUNT, /* right-aligned, written as readers of the language expect */
  COLUMN_DAY,
  COLUMN_NUMBER,
  COLUMN_HIDDEN, /* for programs only */
} ColumnKind;

/* How members of the answers are headed. Those that are not listed are texts under their own name. */
static const struct
{
  const char *name;
  const char *heading;
  ColumnKind kind;
} columns[] = {
  { "account", N_ ("Account"), COLUMN_TEXT },
  { "action", N_ ("Action"), COLUMN_TEXT },
  { "added", N_ ("Added"), COLUMN_NUMBER },
  { "amount", N_ ("Amount"), COLUMN_AMOUNT },
  { "at", N_ ("At"), COLUMN_TEXT },
  { "balance", N_ ("Balance"), COLUMN_AMOUNT },
  { "bank_ref", NULL, COLUMN_HIDDEN },
  { "batch", N_ ("Import"), COLUMN_NUMBER },
  { "certainty", N_ ("Certainty"), COLUMN_TEXT },
  { "channel", N_ ("Channel"), COLUMN_TEXT },
  { "chaseable", NULL, COLUMN_HIDDEN },
  { "children", NULL, COLUMN_HIDDEN },
  { "code", N_ ("Reason"), COLUMN_TEXT },
  { "currency", NULL, COLUMN_HIDDEN },
  { "customer", N_ ("Customer"), COLUMN_TEXT },
  { "customer_name", N_ ("Name"), COLUMN_TEXT },
  { "date", N_ ("Day"), COLUMN_DAY },
  { "day", N_ ("Day"), COLUMN_DAY },
  { "days", N_ ("Days"), COLUMN_NUMBER },
  { "decision", N_ ("Decision"), COLUMN_TEXT },
  { "detail", N_ ("Detail"), COLUMN_TEXT },
  { "due", N_ ("Due"), COLUMN_DAY },
  { "due_items", NULL, COLUMN_HIDDEN },
  { "duplicates", N_ ("Known already"), COLUMN_NUMBER },
  { "evidence", N_ ("Evidence"), COLUMN_TEXT },
  { "file", N_ ("File"), COLUMN_TEXT },
  { "first", N_ ("From"), COLUMN_DAY },
  { "format", N_ ("Format"), COLUMN_TEXT },
  { "held", N_ ("Held back"), COLUMN_TEXT },
  { "imported_on", N_ ("On"), COLUMN_DAY },
  { "imports", N_ ("Imports"), COLUMN_TEXT },
  { "indemnity", N_ ("Indemnity"), COLUMN_AMOUNT },
  { "interest", N_ ("Interest"), COLUMN_AMOUNT },
  { "invoice", N_ ("Invoice"), COLUMN_TEXT },
  { "invoices", N_ ("Invoices"), COLUMN_TEXT },
  { "issued", N_ ("Issued"), COLUMN_DAY },
  { "items", N_ ("Invoices"), COLUMN_TEXT },
  { "kind", N_ ("Kind"), COLUMN_TEXT },
  { "kind_source", NULL, COLUMN_HIDDEN },
  { "label", N_ ("Label"), COLUMN_TEXT },
  { "last", N_ ("To"), COLUMN_DAY },
  { "level", N_ ("Level"), COLUMN_NUMBER },
  { "messages", N_ ("Messages"), COLUMN_TEXT },
  { "mode", N_ ("Mode"), COLUMN_TEXT },
  { "name", N_ ("Name"), COLUMN_TEXT },
  { "needs", N_ ("Needs"), COLUMN_TEXT },
  { "number", N_ ("Number"), COLUMN_TEXT },
  { "on", N_ ("On"), COLUMN_DAY },
  { "output", N_ ("Written to"), COLUMN_TEXT },
  { "outstanding", N_ ("Outstanding"), COLUMN_AMOUNT },
  { "overdue", N_ ("Overdue"), COLUMN_AMOUNT },
  { "pages", N_ ("Pages"), COLUMN_NUMBER },
  { "path", N_ ("File"), COLUMN_TEXT },
  { "place", N_ ("Line"), COLUMN_NUMBER },
  { "posted", N_ ("Posted"), COLUMN_NUMBER },
  { "principal", N_ ("Principal"), COLUMN_AMOUNT },
  { "proposals", N_ ("Proposals"), COLUMN_TEXT },
  { "rate", N_ ("Rate (%)"), COLUMN_NUMBER },
  { "read", N_ ("Read"), COLUMN_NUMBER },
  { "reason", N_ ("Reason"), COLUMN_TEXT },
  { "reasons", N_ ("Reasons"), COLUMN_TEXT },
  { "recipient", N_ ("Recipient"), COLUMN_TEXT },
  { "rejected", N_ ("Rejected"), COLUMN_TEXT },
  { "removed", N_ ("Removed"), COLUMN_NUMBER },
  { "scenario", N_ ("Scenario"), COLUMN_TEXT },
  { "segments", N_ ("Periods"), COLUMN_TEXT },
  { "siren", N_ ("SIREN"), COLUMN_TEXT },
  { "state", N_ ("State"), COLUMN_TEXT },
  { "status", N_ ("Status"), COLUMN_TEXT },
  { "step", N_ ("Step"), COLUMN_TEXT },
  { "subject", N_ ("About"), COLUMN_TEXT },
  { "text", N_ ("In words"), COLUMN_TEXT },
  { "total", N_ ("Total"), COLUMN_AMOUNT },
  { "total_due", N_ ("Total due"), COLUMN_AMOUNT },
  { "transaction", N_ ("Bank line"), COLUMN_NUMBER },
  { "transactions", N_ ("Bank lines"), COLUMN_TEXT },
  { "unmatched", N_ ("Without a proposal"), COLUMN_TEXT },
  { "until", N_ ("Until"), COLUMN_DAY },
  { "updated", N_ ("Updated"), COLUMN_NUMBER },
  { "warnings", N_ ("Warnings"), COLUMN_TEXT },
  { "where", N_ ("Where"), COLUMN_TEXT },
};

/* Codes that answers hold, for their translations; the looked-up text is the code itself. */
static const char *const codes[] = {
  NC_ ("code", "cancelled"),
  NC_ ("code", "paid"),
  NC_ ("code", "insolvent"),
  NC_ ("code", "excluded"),
  NC_ ("code", "disputed"),
  NC_ ("code", "promised"),
  NC_ ("code", "in_plan"),
  NC_ ("code", "held"),
  NC_ ("code", "partly_paid"),
  NC_ ("code", "open"),
  NC_ ("code", "partly_matched"),
  NC_ ("code", "matched"),
  NC_ ("code", "ignored"),
  NC_ ("code", "outgoing"),
  NC_ ("code", "sure"),
  NC_ ("code", "probable"),
  NC_ ("code", "remind"),
  NC_ ("code", "hold"),
  NC_ ("code", "none"),
  NC_ ("code", "mail"),
  NC_ ("code", "letter"),
  NC_ ("code", "registered_letter"),
  NC_ ("code", "call"),
  NC_ ("code", "confirm"),
  NC_ ("code", "automatic"),
  NC_ ("code", "unknown"),
  NC_ ("code", "company"),
  NC_ ("code", "sole_trader"),
  NC_ ("code", "consumer"),
  NC_ ("code", "public_body"),
  NC_ ("code", "association"),
  NC_ ("code", "co_ownership"),
  NC_ ("code", "invoice"),
  NC_ ("code", "credit_note"),
  NC_ ("code", "deposit"),
  NC_ ("code", "progress"),
  NC_ ("code", "final"),
  NC_ ("code", "statement"),
  NC_ ("code", "invoices"),
  NC_ ("code", "customers"),
  NC_ ("code", "ledger"),
  NC_ ("code", "ok"),
  NC_ ("code", "mismatch"),
  NC_ ("code", "absent"),
  NC_ ("code", "below_tolerance"),
  NC_ ("code", "not_due"),
  NC_ ("code", "promise_pending"),
  NC_ ("code", "plan_pending"),
  NC_ ("code", "payment_in_flight"),
  NC_ ("code", "unallocated_credit"),
  NC_ ("code", "possible_receipt"),
  NC_ ("code", "unread_answer"),
  NC_ ("code", "interval"),
  NC_ ("code", "scenario_finished"),
  NC_ ("code", "before_due_dropped"),
  NC_ ("code", "factored"),
  NC_ ("code", "retention_not_due"),
  NC_ ("code", "bank_coverage"),
  NC_ ("code", "old_items"),
  NC_ ("code", "right_to_send"),
  NC_ ("code", "contact"),
  NC_ ("code", "attachment"),
  NC_ ("code", "standard"),
  NC_ ("code", "progressive"),
  NC_ ("code", "formal"),
  NC_ ("code", "exact_amount"),
  NC_ ("code", "exact_sum"),
  NC_ ("code", "exact_due_item"),
  NC_ ("code", "reference_in_label"),
  NC_ ("code", "short_reference"),
  NC_ ("code", "end_to_end_reference"),
  NC_ ("code", "creditor_reference"),
  NC_ ("code", "payer_known"),
  NC_ ("code", "payer_iban"),
  NC_ ("code", "payer_name"),
  NC_ ("code", "payer_pattern"),
  NC_ ("code", "contiguous_run"),
  NC_ ("code", "whole_balance"),
  NC_ ("code", "due_order"),
  NC_ ("code", "usual_delay"),
  NC_ ("code", "credit_note_netted"),
  NC_ ("code", "partial_deposit_words"),
  NC_ ("code", "bank_fee"),
  NC_ ("code", "returned_payment"),
  NC_ ("code", "cheque_number"),
  NC_ ("code", "cheque_in_hand"),
  NC_ ("code", "formal_notice"),
  NC_ ("code", "in_hand"),
  NC_ ("code", "awaited"),
  NC_ ("code", "accepted"),
  NC_ ("code", "credited"),
  NC_ ("code", "promise"),
  NC_ ("code", "dispute"),
  NC_ ("code", "exclude"),
  NC_ ("code", "reminded"),
  NC_ ("code", "answer"),
  NC_ ("code", "bad_day"),
  NC_ ("code", "bad_amount"),
  NC_ ("code", "no_number"),
  NC_ ("code", "no_customer"),
  NC_ ("code", "no_amount"),
  NC_ ("code", "bad_currency"),
  NC_ ("code", "bad_record"),
  NC_ ("code", "parts_differ"),
  NC_ ("code", "other_customers"),
  NC_ ("code", "duplicate_number"),
  NC_ ("code", "no_such_invoice"),
  NC_ ("code", "other_seller"),
};

static gboolean
is_code (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i], text) == 0)
      return TRUE;
  return FALSE;
}

static ColumnKind
kind_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].name, name) == 0)
      return columns[i].kind;
  return COLUMN_TEXT;
}

static const char *
heading_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].name, name) == 0 && columns[i].heading != NULL)
      return _ (columns[i].heading);
  return name;
}

/* "1234.56" as readers write it: with the language's separators, groups of three. */
static char *
write_amount (const char *amount)
{
  /* Translators: the decimal separator of amounts. */
  const char *point = C_ ("decimal separator", ".");
  /* Translators: what stands between groups of three digits. */
  const char *group = C_ ("thousands separator", ",");
  const char *digits = amount[0] == '-' ? amount + 1 : amount;
  const char *dot = strchr (digits, '.');
  gsize whole = dot == NULL ? strlen (digits) : (gsize) (dot - digits);
  GString *text = g_string_new (amount[0] == '-' ? "-" : "");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }
  if (dot != NULL)
    g_string_append_printf (text, "%s%s", point, dot + 1);
  return g_string_free (text, FALSE);
}

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
  int year, month, day_of_month;

  if (day == ACQ_DAY_NONE)
    return g_strdup (iso);
  acq_day_get (day, &year, &month, &day_of_month);
  /* Translators: a day; year, month and day of the month stand in this order: use %3$02d/%2$02d/%1$04d for
     31/12/2026. */
  return g_strdup_printf (_ ("%1$04d-%2$02d-%3$02d"), year, month, day_of_month);
}

static char *write_node (const char *name, JsonNode *node);

/* What stands for a whole object in one cell of a table. */
static char *
write_object (JsonObject *object)
{
  static const char *const telling[] = { "invoice", "code", "where", "number" };
  static const char *const following[] = { "amount", "until", "reason" };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (telling) && text->len == 0; i++)
    if (json_object_has_member (object, telling[i]))
      {
        g_autofree char *word = write_node (telling[i], json_object_get_member (object, telling[i]));

        g_string_append (text, word);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (following); i++)
    if (json_object_has_member (object, following[i])
        && !json_node_is_null (json_object_get_member (object, following[i])))
      {
        g_autofree char *word = write_node (following[i], json_object_get_member (object, following[i]));

        g_string_append_printf (text, " %s", word);
      }
  return g_string_free (text, FALSE);
}

static char *
write_array (JsonArray *array)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *word = write_node ("", json_array_get_element (array, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", word);
    }
  return g_string_free (text, FALSE);
}

static char *
write_value (const char *name, JsonNode *node)
{
  ColumnKind kind = kind_of (name);
  const char *text;

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : _ ("no"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  text = json_node_get_string (node);
  if (kind == COLUMN_AMOUNT && looks_like_amount (text))
    return write_amount (text);
  if (kind == COLUMN_DAY)
    return write_day (text);
  return g_strdup (is_code (text) ? g_dpgettext2 (NULL, "code", text) : text);
}

static char *
write_node (const char *name, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return write_object (json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return write_array (json_node_get_array (node));
    case JSON_NODE_VALUE:
      return write_value (name, node);
    case JSON_NODE_NULL:
    default:
      return g_strdup ("");
    }
}

/* Cuts what is too wide and pads the rest; widths are columns of a terminal. */
static void
append_cell (GString *out, const char *text, gsize width, gboolean right)
{
  gsize len = (gsize) g_utf8_strlen (text, -1);
  g_autofree char *cut = len <= width ? g_strdup (text) : g_utf8_substring (text, 0, (glong) width - 1);
  gsize blank = len <= width ? width - len : 0;

  if (right)
    g_string_append_printf (out, "%*s", (int) blank, "");
  g_string_append (out, cut);
  if (len > width)
    g_string_append (out, "…");
  if (!right)
    g_string_append_printf (out, "%*s", (int) blank, "");
}

static gboolean
is_right_aligned (const char *name)
{
  return kind_of (name) == COLUMN_AMOUNT || kind_of (name) == COLUMN_NUMBER;
}

/* Texts of the cells, row by row, the headings first. */
static GPtrArray *
collect_cells (JsonArray *rows, GPtrArray *names)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < names->len; c++)
    g_ptr_array_add (cells, g_strdup (heading_of (names->pdata[c])));
  for (guint r = 0; r < json_array_get_length (rows); r++)
    {
      JsonObject *row = json_array_get_object_element (rows, r);

      for (guint c = 0; c < names->len; c++)
        g_ptr_array_add (cells, json_object_has_member (row, names->pdata[c]) ? write_node (
                                  names->pdata[c], json_object_get_member (row, names->pdata[c]))
                                                                              : g_strdup (""));
    }
  return cells;
}

static void
append_row (GString *out, GPtrArray *names, GPtrArray *cells, guint at, const gsize *widths)
{
  for (guint c = 0; c < names->len; c++)
    {
      append_cell (out, cells->pdata[at + c], widths[c], is_right_aligned (names->pdata[c]));
      g_string_append (out, "  ");
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, JsonArray *rows)
{
  JsonObject *first = json_array_get_object_element (rows, 0);
  g_autoptr (GList) members = json_object_get_members (first);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = NULL;
  g_autofree gsize *widths = NULL;

  for (const GList *l = members; l != NULL; l = l->next)
    if (kind_of (l->data) != COLUMN_HIDDEN)
      g_ptr_array_add (names, l->data);
  cells = collect_cells (rows, names);
  widths = g_new0 (gsize, names->len + 1);
  for (guint i = 0; i < cells->len; i++)
    widths[i % names->len]
      = MIN (MAX (widths[i % names->len], (gsize) g_utf8_strlen (cells->pdata[i], -1)), MAX_WIDTH);
  for (guint at = 0; at < cells->len; at += names->len)
    append_row (out, names, cells, at, widths);
}

static gboolean
is_table (JsonNode *node)
{
  return JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0
         && JSON_NODE_HOLDS_OBJECT (json_array_get_element (json_node_get_array (node), 0));
}

static void
append_member (GString *out, const char *name, JsonNode *node)
{
  g_autofree char *text = NULL;

  if (is_table (node))
    {
      g_string_append_printf (out, "%s%s\n", out->len > 0 ? "\n" : "", heading_of (name));
      append_table (out, json_node_get_array (node));
      return;
    }
  text = write_node (name, node);
  if (JSON_NODE_HOLDS_ARRAY (node) && text[0] == '\0')
    g_string_append_printf (out, "%s: %s\n", heading_of (name), C_ ("empty list", "none"));
  else if (text[0] != '\0')
    g_string_append_printf (out, "%s: %s\n", heading_of (name), text);
}

char *
acq_cli_make_readable (JsonNode *answer)
{
  JsonObject *object = json_node_get_object (answer);
  g_autoptr (GList) members = json_object_get_members (object);
  GString *out = g_string_new (NULL);

  for (const GList *l = members; l != NULL; l = l->next)
    if (kind_of (l->data) != COLUMN_HIDDEN)
      append_member (out, l->data, json_object_get_member (object, l->data));
  return g_string_free (out, FALSE);
}
