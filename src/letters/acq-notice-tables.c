/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-tables.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-link.h"

#define N_COLUMNS    7
#define NUMBER_WIDTH 22.0
#define NUMBER_MAX   42.0
#define DAY_WIDTH    20.5
/* What the columns of days gain where there are no reminders. */
#define SPREAD 10.0

enum
{
  COLUMN_NUMBER,
  COLUMN_ISSUED,
  COLUMN_DUE,
  COLUMN_REMINDED,
  COLUMN_TOTAL,
  COLUMN_SETTLED,
  COLUMN_REST,
};

/* What the columns of one table depend on. */
typedef struct
{
  const AcqLetter *letter;
  gboolean below;
  gboolean any_settled;
  gboolean any_reminder;
  int reminder_year;   /* 0: reminders of several years */
  double number_width; /* millimetres */
} Table;

static gboolean
is_of_table (const Table *table, const AcqLetterItem *item)
{
  return item->below == table->below;
}

static void
look_at_reminders (Table *table, const AcqLetterItem *item)
{
  g_autoptr (GArray) shown = acq_letter_item_shown_reminders (item, table->letter->day);

  for (guint i = 0; i < shown->len; i++)
    {
      int year = acq_day_year (g_array_index (shown, AcqDay, i));

      if (!table->any_reminder)
        table->reminder_year = year;
      else if (table->reminder_year != year)
        table->reminder_year = 0;
      table->any_reminder = TRUE;
    }
}

/* The letter about a consumer's one invoice names the days of its reminders in its first sentence. */
static gboolean
says_days_in_its_text (const AcqLetter *letter)
{
  return letter->items->len == 1 && !acq_customer_claims_interest_by_law (letter->customer);
}

static Table
look_at_items (AcqLetterPress *press, const AcqLetter *letter, gboolean below)
{
  Table table = { letter, below, FALSE, FALSE, 0, NUMBER_WIDTH };

  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);
      double width;

      if (!is_of_table (&table, item))
        continue;
      table.any_settled = table.any_settled || item->settled != 0 || item->not_due != 0;
      if (!says_days_in_its_text (letter))
        look_at_reminders (&table, item);
      width = acq_letter_press_measure (press, ACQ_STYLE_TABLE, item->number) * 25.4 / 72 + 2;
      table.number_width = CLAMP (width, table.number_width, NUMBER_MAX);
    }
  return table;
}

/* "03/09, 20/10" under "Relancée en 2026", "20/12/25, 15/01/26" where the years differ. */
static char *
format_reminders (const Table *table, const AcqLetterItem *item)
{
  g_autoptr (GArray) shown = acq_letter_item_shown_reminders (item, table->letter->day);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      int year, month, day;

      acq_day_get (g_array_index (shown, AcqDay, i), &year, &month, &day);
      g_string_append_printf (text, "%s%02d/%02d", i == 0 ? "" : ", ", day, month);
      if (table->reminder_year == 0)
        g_string_append_printf (text, "/%02d", year % 100);
    }
  if (text->len == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}

static char *
figure_or_dash (gint64 cents)
{
  return cents == 0 ? g_strdup ("–") : acq_french_figure (cents);
}

static void
add_item_row (AcqLetterTable *rows, const Table *table, const AcqLetterItem *item)
{
  g_autofree char *number = acq_french_printable (item->number);
  g_autofree char *issued = acq_french_short_day (item->issued);
  g_autofree char *due = acq_french_short_day (item->due);
  g_autofree char *reminded = table->any_reminder ? format_reminders (table, item) : NULL;
  g_autofree char *total = acq_french_figure (item->total);
  g_autofree char *settled = table->any_settled ? figure_or_dash (item->settled) : NULL;
  g_autofree char *rest = table->any_settled ? acq_french_figure (item->rest) : NULL;
  const char *cells[N_COLUMNS] = { number, issued, due, reminded, total, settled, rest };

  acq_letter_table_add_row (rows, ACQ_ROW_BODY, cells);
  if (table->letter->links_copies && item->copy != NULL)
    {
      g_autofree char *destination = acq_letter_link_of_copy (table->letter->reference, number);

      acq_letter_table_link_row (rows, destination);
    }
  if (item->not_due != 0)
    {
      g_autofree char *amount = acq_french_amount (item->not_due);
      g_autofree char *remark = g_strdup_printf (
        "%s" ACQ_NARROW_SPACE ": dont %s non échus, qui ne sont pas réclamés", number, amount);

      acq_letter_table_add_line (rows, ACQ_ROW_REMARK, remark);
    }
}

static void
add_total_row (AcqLetterTable *rows, const Table *table, const AcqNoticeFigures *figures)
{
  g_autofree char *total = acq_french_figure (table->below ? figures->below_total : figures->first_total);
  g_autofree char *settled = figure_or_dash (table->below ? figures->below_settled : figures->first_settled);
  g_autofree char *rest
    = acq_french_figure (table->below ? figures->below_principal : figures->first_principal);
  const char *cells[N_COLUMNS] = { "Total", NULL, NULL, NULL, total, NULL, NULL };

  if (table->any_settled)
    {
      cells[COLUMN_SETTLED] = settled;
      cells[COLUMN_REST] = rest;
    }
  acq_letter_table_add_row (rows, ACQ_ROW_TOTAL, cells);
}

/* Columns keep their edges when one of them falls away, so that two tables below each other align. */
static AcqLetterTable *
make_table (AcqLetterPress *press, const Table *table, const char *reminded_title, double padding)
{
  double spread = table->any_reminder ? 0 : SPREAD;
  double issued = table->number_width + 1 + spread, due = issued + DAY_WIDTH + spread / 3,
         reminded = due + DAY_WIDTH;
  double total_right = table->any_settled ? 121.0 : 165.0;
  double total_left = table->any_settled ? 98.0 : 140.0;
  const AcqTableColumn columns[N_COLUMNS] = {
    { "Facture", 0, table->number_width, ACQ_ALIGN_LEFT },
    { "Émise le", issued, issued + DAY_WIDTH, ACQ_ALIGN_LEFT },
    { "Échue le", due, due + DAY_WIDTH, ACQ_ALIGN_LEFT },
    { reminded_title, reminded, total_left - 1, ACQ_ALIGN_LEFT },
    { "Montant TTC (€)", total_left, total_right, ACQ_ALIGN_RIGHT },
    { table->any_settled ? "Réglé, crédité (€)" : NULL, 121.5, 145.0, ACQ_ALIGN_RIGHT },
    { table->any_settled ? "Restant dû (€)" : NULL, 145.5, 165.0, ACQ_ALIGN_RIGHT },
  };

  return acq_letter_table_new (press, columns, N_COLUMNS, padding);
}

guint
acq_notice_add_items (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures,
                      AcqNoticeItems items, AcqTableBreaking breaking, double padding, double gap)
{
  AcqLetterPress *press = acq_letter_layout_press (layout);
  Table table = look_at_items (press, letter, items == ACQ_NOTICE_ITEMS_BELOW);
  g_autofree char *title = table.reminder_year == 0 ? g_strdup ("Relancée le")
                                                    : g_strdup_printf ("Relancée en %d", table.reminder_year);
  AcqLetterTable *rows = make_table (press, &table, table.any_reminder ? title : NULL, padding);

  for (guint i = 0; i < letter->items->len; i++)
    if (is_of_table (&table, g_ptr_array_index (letter->items, i)))
      add_item_row (rows, &table, g_ptr_array_index (letter->items, i));
  if ((table.below ? figures->n_below : figures->n_first) > 1)
    add_total_row (rows, &table, figures);
  return acq_letter_layout_take_table (layout, rows, breaking, gap);
}

static void
add_claim_row (AcqLetterTable *rows, AcqRowKind kind, const char *words, gint64 amount)
{
  g_autofree char *figure = acq_french_amount (amount);
  const char *cells[] = { words, figure };

  acq_letter_table_add_row (rows, kind, cells);
}

static const AcqLetterItem *
first_below (const AcqLetter *letter)
{
  for (guint i = 0; i < letter->items->len; i++)
    if (((const AcqLetterItem *) g_ptr_array_index (letter->items, i))->below)
      return g_ptr_array_index (letter->items, i);
  return NULL;
}

/* " des cinq premières factures", " de la première facture", or nothing where there is no second table. */
static char *
of_the_first (const AcqNoticeFigures *figures)
{
  g_autofree char *count = acq_french_count (figures->n_first);

  if (figures->n_below == 0)
    return g_strdup ("");
  return figures->n_first == 1 ? g_strdup (" de la première facture")
                               : g_strdup_printf (" des %s premières factures", count);
}

static void
add_principal_rows (AcqLetterTable *rows, const AcqLetter *letter, const AcqNoticeFigures *figures,
                    const char *first)
{
  g_autofree char *words = g_strdup_printf ("Principal restant dû%s (TTC)", first);
  g_autofree char *below = NULL;

  add_claim_row (rows, ACQ_ROW_BODY, words, figures->first_principal);
  if (figures->n_below == 0)
    return;
  if (figures->n_below == 1)
    {
      g_autofree char *number = acq_french_printable (first_below (letter)->number);

      below = g_strdup_printf ("Principal de la facture %s (TTC)", number);
    }
  else
    {
      g_autofree char *count = acq_french_count (figures->n_below);

      below = g_strdup_printf ("Principal des %s autres factures (TTC)", count);
    }
  add_claim_row (rows, ACQ_ROW_BODY, below, figures->below_principal);
}

guint
acq_notice_add_claim (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures,
                      double padding, double gap)
{
  const AcqTableColumn columns[]
    = { { NULL, 47.0, 135.0, ACQ_ALIGN_LEFT }, { NULL, 135.0, 165.0, ACQ_ALIGN_RIGHT } };
  AcqLetterTable *rows = acq_letter_table_new (acq_letter_layout_press (layout), columns, 2, padding);
  g_autofree char *first = of_the_first (figures);
  g_autofree char *penalties = g_strdup_printf (
    "%s%s (annexe)",
    letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8 ? "Intérêts moratoires" : "Pénalités de retard", first);

  add_principal_rows (rows, letter, figures, first);
  if (figures->penalties_in_total != 0)
    add_claim_row (rows, ACQ_ROW_BODY, penalties, figures->penalties_in_total);
  if (figures->indemnities_in_total != 0)
    {
      g_autofree char *each = acq_french_amount (figures->indemnities_in_total / figures->n_indemnities);
      g_autofree char *words = figures->n_indemnities == 1
                                 ? g_strdup ("Indemnité forfaitaire pour frais de recouvrement")
                                 : g_strdup_printf ("Indemnités forfaitaires" ACQ_NARROW_SPACE ": %u × %s",
                                                    figures->n_indemnities, each);

      add_claim_row (rows, ACQ_ROW_BODY, words, figures->indemnities_in_total);
    }
  add_claim_row (rows, ACQ_ROW_CLAIM, "Somme réclamée", figures->total);
  return acq_letter_layout_take_table (layout, rows, ACQ_TABLE_WHOLE, gap);
}
