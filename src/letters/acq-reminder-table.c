/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-table.h"

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-mail-words.h"
#include "acq-reminder-lead.h"

#define BEFORE_LEAD ACQ_MM (2.8)
#define AFTER_LEAD  ACQ_MM (0.4)
/* Millimetres. */
#define ROW_PADDING         0.8
#define ROW_PADDING_COMPACT 0.5
#define NUMBER_WIDTH 19.5
#define NUMBER_MAX   42.0
/* Where two columns of figures stand behind the days, a longer number is wrapped. */
#define NUMBER_MAX_WIDE 28.0
/* A table of more rows may be cut between them. */
#define MAX_WHOLE 20

enum
{
  COLUMN_NUMBER,
  COLUMN_ISSUED,
  COLUMN_DUE,
  COLUMN_LATE,
  COLUMN_REMINDED,
  COLUMN_TOTAL,
  COLUMN_SETTLED,
  COLUMN_REST,
  N_COLUMNS,
};

/* Heads of columns and what stands under a row. */
typedef struct
{
  const char *number;
  const char *issued;
  const char *due;
  const char *upcoming_due;
  const char *release_due;
  const char *late;
  const char *reminded;      /* of several years */
  const char *reminded_in;   /* before the year */
  const char *requested;     /* of a retention, as the two below */
  const char *requested_in;
  const char *retention;
  const char *total;
  const char *settled;
  const char *rest;
  const char *sum;           /* of a table */
  const char *sum_of_both;   /* of two tables */
  const char *call;
  const char *not_asked;     /* of a number and an amount */
  const char *part;          /* of a number and an amount */
} TableWords;

static const TableWords words_of[] = {
  [ACQ_TONGUE_FRENCH]
  = { "Facture", "Émise le", "Échue le", "Échéance", "Terme", "Retard (j)", "Relancée le", "Relancée en",
      "Demandée le", "Demandée en", "Retenue", "Montant TTC", "Réglé, crédité", "Restant dû", "Total",
      "Total avec ce qui précède", "(appel)", "{number} : dont {amount} qui ne sont pas demandés à ce jour",
      "{number} : part d'une facture de {amount}" },
  [ACQ_TONGUE_ENGLISH]
  = { "Invoice", "Issued", "Due", "Due date", "Release date", "Days late", "Reminded", "Reminded in",
      "Requested", "Requested in", "Retention", "Incl. VAT", "Paid, credited", "Balance", "Total",
      "Total with the above", "(call)", "{number}: of which {amount} are not asked for at present",
      "{number}: part of an invoice of {amount}" },
};

/* One table under way, and what its columns depend on. */
typedef struct
{
  AcqLetterPress *press;
  const AcqReminderMail *mail;
  const AcqMailAccount *account;
  const TableWords *words;
  AcqTongue tongue;
  AcqReminderPart part;
  gboolean compact;
  gboolean added; /* another one stands above it */
  guint n_items;
  gboolean any_settled;
  gboolean any_reminder;
  gboolean any_issued;
  int reminder_year;   /* 0: reminders of several years */
  double number_width; /* millimetres */
} Table;

static gboolean
is_of_table (const Table *table, const AcqMailItem *item)
{
  return acq_reminder_part_of (table->mail, item) == table->part;
}

static void
look_at_reminders (Table *table, const AcqMailItem *item)
{
  g_autoptr (GArray) shown = acq_mail_shown_reminders (item, table->mail->day);

  for (guint i = 0; i < shown->len; i++)
    {
      int year = acq_day_year (g_array_index (shown, AcqMailReminder, i).day);

      if (!table->any_reminder)
        table->reminder_year = year;
      else if (table->reminder_year != year)
        table->reminder_year = 0;
      table->any_reminder = TRUE;
    }
}

static void
look_at_items (Table *table)
{
  double width = NUMBER_WIDTH;

  for (guint i = 0; i < table->account->items->len; i++)
    {
      const AcqMailItem *item = table->account->items->pdata[i];

      if (!is_of_table (table, item))
        continue;
      table->n_items++;
      table->any_settled = table->any_settled || item->amount != item->total;
      table->any_issued = table->any_issued || item->issued != ACQ_DAY_NONE;
      look_at_reminders (table, item);
      width
        = MAX (width, acq_letter_press_measure (table->press, ACQ_STYLE_TABLE, item->number) * 25.4 / 72 + 1);
    }
  table->number_width = MIN (width, table->any_settled ? NUMBER_MAX_WIDE : NUMBER_MAX);
}

static char *
with_unit (const char *title, AcqCurrency currency)
{
  gboolean euros = acq_currency_equal (currency, ACQ_CURRENCY_EUR);

  return g_strdup_printf ("%s (%s)", title, euros ? "€" : currency.code);
}

static char *
title_of_reminders (const Table *table)
{
  gboolean release = table->mail->tone == ACQ_MAIL_TONE_RELEASE;

  if (table->reminder_year == 0)
    return g_strdup (release ? table->words->requested : table->words->reminded);
  return g_strdup_printf ("%s %d", release ? table->words->requested_in : table->words->reminded_in,
                          table->reminder_year);
}

static const char *
title_of_due (const Table *table)
{
  if (table->mail->tone == ACQ_MAIL_TONE_RELEASE)
    return table->words->release_due;
  return table->part == ACQ_REMINDER_PART_UPCOMING || table->mail->tone == ACQ_MAIL_TONE_INFORMATIVE
           ? table->words->upcoming_due
           : table->words->due;
}

/* Nobody is called late where retention is asked for, or before the first reminder. */
static gboolean
tells_lateness (const Table *table)
{
  return table->any_reminder && table->mail->tone != ACQ_MAIL_TONE_RELEASE;
}

/* Columns keep their edges when one of them falls away, so that two tables below each other align; without reminders and
   payments they spread. */
static AcqLetterTable *
make_table (const Table *table)
{
  AcqCurrency currency = table->mail->currency;
  const char *total_words = table->mail->tone == ACQ_MAIL_TONE_RELEASE ? table->words->retention
                                                                       : table->words->total;
  g_autofree char *total = with_unit (total_words, currency);
  g_autofree char *settled = with_unit (table->words->settled, currency);
  g_autofree char *rest = with_unit (table->words->rest, currency);
  g_autofree char *reminded = title_of_reminders (table);
  gboolean wide = table->any_settled || table->any_reminder;
  double shift = table->number_width - NUMBER_WIDTH;
  double issued = (wide ? 20.5 : 33.0) + shift, due = (wide ? 40.4 : 57.0) + shift * (wide ? 0.75 : 1.0);
  double reminded_left = 77.6 + shift * 0.4, total_right = table->any_settled ? 122.4 : 165.0;
  const AcqTableColumn columns[N_COLUMNS] = {
    { table->words->number, 0, table->number_width, ACQ_ALIGN_LEFT },
    { table->any_issued ? table->words->issued : NULL, issued, due - 0.5, ACQ_ALIGN_LEFT },
    { title_of_due (table), due, due + 19.0, ACQ_ALIGN_LEFT },
    { tells_lateness (table) ? table->words->late : NULL, due + 19.0, 73.4 + shift * 0.5, ACQ_ALIGN_RIGHT },
    { table->any_reminder ? reminded : NULL, reminded_left, total_right - 20.0, ACQ_ALIGN_LEFT },
    { total, total_right - 20.0, total_right, ACQ_ALIGN_RIGHT },
    { table->any_settled ? settled : NULL, 122.6, 145.0, ACQ_ALIGN_RIGHT },
    { table->any_settled ? rest : NULL, 145.2, 165.0, ACQ_ALIGN_RIGHT },
  };

  return acq_letter_table_new (table->press, columns, N_COLUMNS,
                               table->compact ? ROW_PADDING_COMPACT : ROW_PADDING);
}

/* "03/09", "03/09/25" where the years differ, "26/10 (appel)". */
static char *
format_reminder (const Table *table, const AcqMailReminder *reminder)
{
  int year, month, day;
  g_autofree char *text = NULL;

  acq_day_get (reminder->day, &year, &month, &day);
  if (table->tongue == ACQ_TONGUE_ENGLISH)
    text = table->reminder_year == 0 ? acq_english_short_day (reminder->day)
                                     : acq_english_short_day_month (reminder->day);
  else if (table->reminder_year == 0)
    text = g_strdup_printf ("%02d/%02d/%02d", day, month, year % 100);
  else
    text = g_strdup_printf ("%02d/%02d", day, month);
  return reminder->call ? g_strconcat (text, ACQ_WIDE_SPACE, table->words->call, NULL)
                        : g_steal_pointer (&text);
}

static char *
format_reminders (const Table *table, const AcqMailItem *item)
{
  g_autoptr (GArray) shown = acq_mail_shown_reminders (item, table->mail->day);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      g_autofree char *day = format_reminder (table, &g_array_index (shown, AcqMailReminder, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", day);
    }
  if (text->len == 0)
    g_string_append (text, ACQ_MAIL_NOTHING);
  return g_string_free (text, FALSE);
}

static char *
figure (const Table *table, gint64 minor)
{
  return acq_mail_figure (table->tongue, minor, table->mail->currency);
}

static char *
figure_or_dash (const Table *table, gint64 minor)
{
  return minor == 0 ? g_strdup (ACQ_MAIL_NOTHING) : figure (table, minor);
}

static void
add_remark (AcqLetterTable *rows, const Table *table, const AcqMailItem *item, const char *words, gint64 minor)
{
  g_autofree char *amount = acq_mail_amount (table->tongue, minor, table->mail->currency);
  g_autofree char *filled = acq_letter_text_fill (words, "number", item->number, "amount", amount, NULL);

  acq_letter_table_add_line (rows, ACQ_ROW_REMARK, filled);
}

/* What makes the figures of a row other than the reader expects is said under it. */
static void
add_remarks (AcqLetterTable *rows, const Table *table, const AcqMailItem *item)
{
  gint64 not_asked = item->total - item->settled - item->amount;

  if (item->whole != item->total && table->mail->tone != ACQ_MAIL_TONE_RELEASE)
    add_remark (rows, table, item, table->words->part, item->whole);
  if (not_asked > 0)
    add_remark (rows, table, item, table->words->not_asked, not_asked);
}

static void
add_item_row (AcqLetterTable *rows, const Table *table, const AcqMailItem *item)
{
  g_autofree char *issued
    = item->issued == ACQ_DAY_NONE ? NULL : acq_mail_short_day (table->tongue, item->issued);
  g_autofree char *due = acq_mail_short_day (table->tongue, item->due);
  g_autofree char *late = g_strdup_printf ("%d", (int) (table->mail->day - item->due));
  g_autofree char *reminded = table->any_reminder ? format_reminders (table, item) : NULL;
  g_autofree char *total = figure (table, item->total);
  g_autofree char *settled = table->any_settled ? figure_or_dash (table, item->settled) : NULL;
  g_autofree char *rest = table->any_settled ? figure (table, item->amount) : NULL;
  const char *cells[N_COLUMNS]
    = { item->number, issued, due, tells_lateness (table) ? late : NULL, reminded, total, settled, rest };

  acq_letter_table_add_row (rows, ACQ_ROW_BODY, cells);
  add_remarks (rows, table, item);
}

static void
add_total_row (AcqLetterTable *rows, const Table *table)
{
  gint64 totals = 0, settleds = 0, rests = 0;
  g_autofree char *total = NULL;
  g_autofree char *settled = NULL;
  g_autofree char *rest = NULL;
  const char *cells[N_COLUMNS] = { table->words->sum };

  for (guint i = 0; i < table->account->items->len; i++)
    {
      const AcqMailItem *item = table->account->items->pdata[i];

      if (!is_of_table (table, item))
        continue;
      totals += item->total;
      settleds += item->settled;
      rests += item->amount;
    }
  cells[COLUMN_TOTAL] = total = figure (table, totals);
  if (table->any_settled)
    {
      cells[COLUMN_SETTLED] = settled = figure_or_dash (table, settleds);
      cells[COLUMN_REST] = rest = figure (table, rests);
    }
  acq_letter_table_add_row (rows, ACQ_ROW_TOTAL, cells);
}

/* Where several debtors stand in one letter no sentence names what each of them owes in all. */
static void
add_sum_of_both (AcqLetterTable *rows, const Table *table)
{
  const char *cells[N_COLUMNS] = { table->words->sum_of_both };
  g_autofree char *sum = NULL;
  gint64 asked = 0;

  for (guint i = 0; i < table->account->items->len; i++)
    {
      const AcqMailItem *item = table->account->items->pdata[i];

      asked += acq_reminder_mail_is_upcoming (table->mail, item) ? 0 : item->amount;
    }
  cells[table->any_settled ? COLUMN_REST : COLUMN_TOTAL] = sum = figure (table, asked);
  acq_letter_table_add_row (rows, ACQ_ROW_TOTAL, cells);
}

static void
add_table (AcqLetterLayout *layout, const Table *table, double gap)
{
  AcqLetterTable *rows = make_table (table);

  for (guint i = 0; i < table->account->items->len; i++)
    if (is_of_table (table, table->account->items->pdata[i]))
      add_item_row (rows, table, table->account->items->pdata[i]);
  if (table->n_items > 1 && table->part != ACQ_REMINDER_PART_UPCOMING)
    add_total_row (rows, table);
  if (table->part == ACQ_REMINDER_PART_BELOW && table->added && table->mail->accounts->len > 1)
    add_sum_of_both (rows, table);
  acq_letter_layout_take_table (layout, rows,
                                table->n_items > MAX_WHOLE ? ACQ_TABLE_BREAKABLE : ACQ_TABLE_WHOLE, gap);
}

void
acq_reminder_tables_add (AcqLetterLayout *layout, const AcqReminderMail *mail, const AcqMailAccount *account,
                         AcqTongue tongue, double gap, gboolean compact)
{
  gboolean added = FALSE;

  for (AcqReminderPart part = 0; part < ACQ_N_REMINDER_PARTS; part++)
    {
      Table table = { .press = acq_letter_layout_press (layout),
                      .mail = mail,
                      .account = account,
                      .words = &words_of[tongue],
                      .tongue = tongue,
                      .part = part,
                      .compact = compact,
                      .added = added };
      g_autofree char *lead = NULL;

      look_at_items (&table);
      if (table.n_items == 0)
        continue;
      lead = !added && part != ACQ_REMINDER_PART_UPCOMING ? NULL : acq_reminder_lead (mail, account, part, tongue);
      if (lead != NULL)
        {
          acq_letter_layout_add_text (layout, ACQ_STYLE_TABLE_GROUP, ACQ_SET_RAGGED,
                                      compact ? BEFORE_LEAD * 0.7 : BEFORE_LEAD, lead);
          acq_letter_layout_keep_with_next (layout);
        }
      add_table (layout, &table, lead == NULL ? gap : AFTER_LEAD);
      added = TRUE;
    }
}
