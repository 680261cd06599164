/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-written-day.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* Serial day 25569 of the 1900 system is 1970-01-01. */
#define SERIAL_OF_EPOCH 25569

/* Beginnings of the months' names in French and English, folded, in an order in which the first that fits is right. */
static const struct
{
  const char *start;
  int month;
} month_starts[] = {
  { "JANV", 1 }, { "JAN", 1 }, { "FEV", 2 },  { "FEB", 2 },  { "MARS", 3 }, { "MAR", 3 },  { "AVR", 4 },
  { "APR", 4 },  { "MAI", 5 }, { "MAY", 5 },  { "JUIN", 6 }, { "JUN", 6 },  { "JUIL", 7 }, { "JUL", 7 },
  { "AOU", 8 },  { "AUG", 8 }, { "SEPT", 9 }, { "SEP", 9 },  { "OCT", 10 }, { "NOV", 11 }, { "DEC", 12 },
};

/* The three parts of a day as they stand in the text. */
typedef struct
{
  int numbers[3];
  gsize digits[3]; /* 0: a month's name */
  int n;
} DayParts;

static int
month_of_word (const char *word, gsize len)
{
  for (gsize i = 0; i < G_N_ELEMENTS (month_starts); i++)
    {
      gsize start_len = strlen (month_starts[i].start);

      if (len >= start_len && len <= 9 && strncmp (word, month_starts[i].start, start_len) == 0)
        return month_starts[i].month;
    }
  return 0;
}

/* What follows the day is a time, or nothing: no letter but T, Z, H and those of AM and PM. */
static gboolean
is_time_or_nothing (const char *rest)
{
  return strspn (rest, "0123456789 TZHAPM") == strlen (rest);
}

/* Reads digits or a word at *text and steps over it; FALSE where it cannot be a part of a day. */
static gboolean
take_part (const char **text, DayParts *parts)
{
  gsize digits = strspn (*text, "0123456789");
  gsize letters = strspn (*text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  int month;

  if (digits > 8)
    return FALSE;
  if (digits > 0)
    {
      parts->numbers[parts->n] = (int) g_ascii_strtoll (*text, NULL, 10);
      parts->digits[parts->n++] = digits;
      *text += digits;
      return TRUE;
    }
  month = month_of_word (*text, letters);
  if (month == 0)
    /* A weekday or "1er" may stand before the rest. */
    return (parts->n == 0 || (letters == 2 && strncmp (*text, "ER", 2) == 0)) && (*text += letters) != NULL;
  parts->numbers[parts->n] = month;
  parts->digits[parts->n++] = 0;
  *text += letters;
  return TRUE;
}

static gboolean
split_day (const char *text, DayParts *parts)
{
  g_autofree char *folded = NULL;
  const char *p;

  *parts = (DayParts){ 0 };
  if (text == NULL || strlen (text) > 64)
    return FALSE;
  folded = acq_text_fold (text);
  p = folded;
  while (*p != '\0' && parts->n < 3)
    {
      /* The only number of a compact or serial day ends it; a time may follow. */
      if (parts->n == 1 && parts->digits[0] >= 5)
        break;
      if (*p == ' ')
        p++;
      else if (!take_part (&p, parts))
        return FALSE;
    }
  return parts->n > 0 && is_time_or_nothing (p);
}

static int
full_year (int year, gsize digits)
{
  if (digits == 2 || digits == 1)
    return year < 70 ? 2000 + year : 1900 + year;
  return digits == 4 ? year : 0;
}

static AcqDay
day_of_one_number (const DayParts *parts)
{
  int number = parts->numbers[0];

  if (parts->digits[0] == 5 && number >= 20000 && number <= 80000)
    return number - SERIAL_OF_EPOCH;
  if (parts->digits[0] != 8)
    return ACQ_DAY_NONE;
  if (number / 10000 >= 1900 && number / 10000 < 2100)
    return acq_day_new (number / 10000, number / 100 % 100, number % 100);
  return acq_day_new (number % 10000, number / 10000 % 100, number / 1000000);
}

void
acq_day_order_weigh (AcqDayOrderEvidence *evidence, const char *text)
{
  DayParts parts;

  if (!split_day (text, &parts) || parts.n != 3)
    return;
  if (parts.digits[0] == 0 || parts.digits[0] > 2 || parts.digits[1] == 0 || parts.digits[1] > 2)
    return;
  if (parts.numbers[0] > 12 && parts.numbers[1] <= 12)
    evidence->day_first++;
  else if (parts.numbers[1] > 12 && parts.numbers[0] <= 12)
    evidence->month_first++;
}

AcqDayOrder
acq_day_order_decide (const AcqDayOrderEvidence *evidence)
{
  return evidence->month_first > 0 && evidence->day_first == 0 ? ACQ_DAY_ORDER_MONTH_FIRST
                                                               : ACQ_DAY_ORDER_DAY_FIRST;
}

AcqDay
acq_written_day_parse (const char *text, AcqDayOrder order)
{
  DayParts parts;
  const int *n = parts.numbers;

  if (!split_day (text, &parts))
    return ACQ_DAY_NONE;
  if (parts.n == 1)
    return day_of_one_number (&parts);
  if (parts.n != 3)
    return ACQ_DAY_NONE;
  if (parts.digits[0] == 4)
    return acq_day_new (n[0], n[1], n[2]);
  /* "Jan 15, 2026" */
  if (parts.digits[0] == 0 || (order == ACQ_DAY_ORDER_MONTH_FIRST && parts.digits[1] != 0))
    return acq_day_new (full_year (n[2], parts.digits[2]), n[0], n[1]);
  return acq_day_new (full_year (n[2], parts.digits[2]), n[1], n[0]);
}
