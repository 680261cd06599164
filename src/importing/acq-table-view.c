/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-table-view.h"

#include <string.h>

#include "acq-decimal-text.h"
#include "acq-text-normalizer.h"

static const AcqTableField day_fields[] = {
  ACQ_FIELD_ISSUED,    ACQ_FIELD_DUE,           ACQ_FIELD_PERFORMED,
  ACQ_FIELD_DEPOSITED, ACQ_FIELD_LAST_REMINDER, ACQ_FIELD_RETENTION_DUE,
};

static void
weigh_column (const AcqTableView *self, AcqTableField field, AcqDayOrderEvidence *evidence)
{
  for (guint row = self->headings->heading_row + 1; row < acq_table_n_rows (self->table); row++)
    acq_day_order_weigh (evidence, acq_table_view_text (self, row, field));
}

void
acq_table_view_init (AcqTableView *self, const AcqTable *table, const AcqTableHeadings *headings,
                     const AcqImportSource *source)
{
  AcqDayOrderEvidence evidence[G_N_ELEMENTS (day_fields)] = { 0 };
  AcqDayOrderEvidence all = { 0 };

  *self = (AcqTableView){ .table = table, .headings = headings, .source = source };
  for (gsize i = 0; i < G_N_ELEMENTS (day_fields); i++)
    if (acq_table_headings_has (headings, day_fields[i]))
      {
        weigh_column (self, day_fields[i], &evidence[i]);
        all.day_first += evidence[i].day_first;
        all.month_first += evidence[i].month_first;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (day_fields); i++)
    {
      gboolean tells = evidence[i].day_first + evidence[i].month_first > 0;

      self->day_order[day_fields[i]] = acq_day_order_decide (tells ? &evidence[i] : &all);
    }
}

const char *
acq_table_view_text (const AcqTableView *self, guint row, AcqTableField field)
{
  int column = self->headings->column_of[field];

  return column < 0 ? "" : acq_table_cell (self->table, row, (guint) column);
}

char *
acq_table_view_dup (const AcqTableView *self, guint row, AcqTableField field)
{
  const char *text = acq_table_view_text (self, row, field);

  return text[0] == '\0' ? NULL : g_strdup (text);
}

AcqCellState
acq_table_view_day (const AcqTableView *self, guint row, AcqTableField field, AcqDay *ret_day)
{
  const char *text = acq_table_view_text (self, row, field);

  *ret_day = ACQ_DAY_NONE;
  if (text[0] == '\0' || strcmp (text, "-") == 0)
    return ACQ_CELL_ABSENT;
  *ret_day = acq_written_day_parse (text, self->day_order[field]);
  return *ret_day == ACQ_DAY_NONE ? ACQ_CELL_WRONG : ACQ_CELL_READ;
}

/* "120.00 USD", "CHF 120.00": the figure without the three letters; NULL where there are none. */
static char *
strip_code (const char *text)
{
  gsize len = strlen (text);

  if (len > 3 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) && g_ascii_isalpha (text[2]))
    return g_strdup (text + 3);
  if (len > 3 && g_ascii_isalpha (text[len - 1]) && g_ascii_isalpha (text[len - 2])
      && g_ascii_isalpha (text[len - 3]))
    return g_strndup (text, len - 3);
  return NULL;
}

AcqCellState
acq_table_view_amount_at (const AcqTableView *self, guint row, guint column, AcqCurrency currency,
                          gint64 *ret_amount)
{
  const char *text = acq_table_cell (self->table, row, column);
  int decimals = acq_currency_decimals (currency);
  g_autofree char *stripped = NULL;

  *ret_amount = 0;
  if (text[0] == '\0' || strcmp (text, "-") == 0)
    return ACQ_CELL_ABSENT;
  if (acq_table_is_number (self->table, row, column))
    return acq_decimal_to_minor (text, decimals, ret_amount) ? ACQ_CELL_READ : ACQ_CELL_WRONG;
  if (acq_amount_parse_written (text, decimals, ret_amount))
    return ACQ_CELL_READ;
  stripped = strip_code (text);
  return stripped != NULL && acq_amount_parse_written (stripped, decimals, ret_amount) ? ACQ_CELL_READ
                                                                                       : ACQ_CELL_WRONG;
}

AcqCellState
acq_table_view_amount (const AcqTableView *self, guint row, AcqTableField field, AcqCurrency currency,
                       gint64 *ret_amount)
{
  int column = self->headings->column_of[field];

  *ret_amount = 0;
  return column < 0 ? ACQ_CELL_ABSENT
                    : acq_table_view_amount_at (self, row, (guint) column, currency, ret_amount);
}

gboolean
acq_table_view_flag (const AcqTableView *self, guint row, AcqTableField field)
{
  static const char *const denials[] = { "", "non", "no", "n", "0", "faux", "false" };
  g_autofree char *key = acq_text_fold_key (acq_table_view_text (self, row, field));

  for (gsize i = 0; i < G_N_ELEMENTS (denials); i++)
    if (strcmp (key, denials[i]) == 0)
      return FALSE;
  return TRUE;
}

AcqCurrency
acq_table_view_currency (const AcqTableView *self, guint row)
{
  static const struct
  {
    const char *word;
    const char *code;
  } words[] = { { "€", "EUR" }, { "$", "USD" }, { "£", "GBP" }, { "EURO", "EUR" }, { "EUROS", "EUR" } };
  const char *text = acq_table_view_text (self, row, ACQ_FIELD_CURRENCY);

  if (text[0] == '\0')
    return self->source->currency;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, text) == 0)
      return acq_currency_parse (words[i].code);
  return acq_currency_parse (text);
}

/* "Total", "Sous-total client", "Totaux", "Report": the first words of a row that sums up others. */
static gboolean
is_sum_word (const char *text)
{
  static const char *const starts[] = { "TOTAL", "TOTAUX",   "SOUS TOTAL", "SOUSTOTAL", "GRAND TOTAL",
                                        "CUMUL", "SUBTOTAL", "A REPORTER", "REPORT" };
  g_autofree char *folded = acq_text_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize len = strlen (starts[i]);

      if (strncmp (folded, starts[i], len) == 0 && (folded[len] == '\0' || folded[len] == ' '))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_sum (const AcqTableView *self, guint row)
{
  gboolean any_letter = FALSE;

  for (guint i = 0; i < acq_table_n_cells (self->table, row); i++)
    {
      const char *text = acq_table_cell (self->table, row, i);

      if (text[0] != '\0' && !any_letter && is_sum_word (text))
        return TRUE;
      for (const char *p = text; *p != '\0' && !acq_table_is_number (self->table, row, i); p++)
        any_letter = any_letter || g_ascii_isalpha (*p) || (guchar) *p >= 0xc3;
    }
  return FALSE;
}

gboolean
acq_table_view_is_decoration (const AcqTableView *self, guint row)
{
  return acq_table_n_filled (self->table, row) <= 1 || is_sum (self, row)
         || acq_table_rows_equal (self->table, row, self->headings->heading_row);
}
