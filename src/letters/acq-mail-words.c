/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-words.h"

#include <stdarg.h>
#include <string.h>

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-letter-text.h"

/* More reminders than these are counted, not listed. */
#define MAX_LISTED 4

char *
acq_mail_widen (char *text)
{
  g_autofree char *owned = text;
  GString *wide = g_string_new (owned);

  g_string_replace (wide, ACQ_NARROW_SPACE ":", ACQ_WIDE_SPACE ":", 0);
  g_string_replace (wide, ACQ_NARROW_SPACE "€", ACQ_WIDE_SPACE "€", 0);
  return g_string_free (wide, FALSE);
}

char *
acq_mail_typeset (AcqTongue tongue, const char *text)
{
  return tongue == ACQ_TONGUE_ENGLISH ? acq_english_typeset (text)
                                      : acq_mail_widen (acq_french_spaces (text));
}

char *
acq_mail_capitalize (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

char *
acq_mail_fill (const char *model, ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, model);
  text = acq_letter_text_fill_list (model, arguments);
  va_end (arguments);
  return acq_mail_widen (text);
}

/* With another number of decimals than two. */
static char *
odd_figure (gint64 minor, int decimals)
{
  gint64 scale = decimals == 0 ? 1 : 1000;
  g_autofree char *whole = acq_french_number (minor / scale);

  if (decimals == 0)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s,%03d", whole, (int) (ABS (minor) % scale));
}

char *
acq_mail_figure (AcqTongue tongue, gint64 minor, AcqCurrency currency)
{
  int decimals = acq_currency_decimals (currency);

  if (tongue == ACQ_TONGUE_ENGLISH)
    return acq_english_figure (minor, currency);
  return decimals == 2 ? acq_french_figure (minor) : odd_figure (minor, decimals);
}

char *
acq_mail_amount (AcqTongue tongue, gint64 minor, AcqCurrency currency)
{
  g_autofree char *figure = NULL;

  if (tongue == ACQ_TONGUE_ENGLISH)
    return acq_english_amount (minor, currency);
  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    return acq_mail_widen (acq_french_amount (minor));
  figure = acq_mail_figure (tongue, minor, currency);
  return g_strconcat (figure, ACQ_WIDE_SPACE, currency.code, NULL);
}

char *
acq_mail_full_day (AcqTongue tongue, AcqDay day)
{
  return tongue == ACQ_TONGUE_ENGLISH ? acq_english_day (day) : acq_french_day (day);
}

char *
acq_mail_short_day (AcqTongue tongue, AcqDay day)
{
  return tongue == ACQ_TONGUE_ENGLISH ? acq_english_short_day (day) : acq_french_short_day (day);
}

char *
acq_mail_day (AcqTongue tongue, AcqDay day, AcqDay mail_day)
{
  if (acq_day_year (day) != acq_day_year (mail_day))
    return acq_mail_full_day (tongue, day);
  return tongue == ACQ_TONGUE_ENGLISH ? acq_english_day_month (day) : acq_french_day_month (day);
}

char *
acq_mail_weekday (AcqTongue tongue, AcqDay day, AcqDay mail_day)
{
  g_autofree char *whole = acq_french_weekday_day (day);
  g_autofree char *date = acq_mail_day (tongue, day, mail_day);
  const char *space = strchr (whole, ' ');

  if (tongue == ACQ_TONGUE_ENGLISH)
    return g_strconcat (acq_english_weekday (day), " ", date, NULL);
  return g_strdup_printf ("%.*s %s", (int) (space - whole), whole, date);
}

char *
acq_mail_full_weekday (AcqTongue tongue, AcqDay day)
{
  g_autofree char *date = NULL;

  if (tongue == ACQ_TONGUE_FRENCH)
    return acq_french_weekday_day (day);
  date = acq_english_day (day);
  return g_strconcat (acq_english_weekday (day), " ", date, NULL);
}

char *
acq_mail_count (AcqTongue tongue, guint count)
{
  return tongue == ACQ_TONGUE_ENGLISH ? acq_english_count (count) : acq_french_count (count);
}

GArray *
acq_mail_shown_reminders (const AcqMailItem *item, AcqDay mail_day)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (AcqMailReminder));

  for (guint i = 0; i < item->reminders->len; i++)
    {
      AcqMailReminder reminder = g_array_index (item->reminders, AcqMailReminder, i);
      AcqMailReminder *last
        = shown->len == 0 ? NULL : &g_array_index (shown, AcqMailReminder, shown->len - 1);

      if (reminder.day > item->due && reminder.day <= mail_day && (last == NULL || last->day != reminder.day))
        g_array_append_val (shown, reminder);
    }
  return shown;
}

static gboolean
share_month (AcqDay a, AcqDay b)
{
  int month_of_a, month_of_b;

  acq_day_get (a, NULL, &month_of_a, NULL);
  acq_day_get (b, NULL, &month_of_b, NULL);
  return month_of_a == month_of_b && acq_day_year (a) == acq_day_year (b);
}

/* Reminders by mail from the first on that lie in one month; a call stands alone. */
static guint
count_group (const GArray *shown, guint first)
{
  const AcqMailReminder *reminders = (const AcqMailReminder *) (gpointer) shown->data;
  guint end = first + 1;

  while (end < shown->len && !reminders[first].call && !reminders[end].call
         && share_month (reminders[first].day, reminders[end].day))
    end++;
  return end - first;
}

static const char *
word_for_and (AcqTongue tongue)
{
  return tongue == ACQ_TONGUE_ENGLISH ? " and " : " et ";
}

/* "12 et 19 octobre", "26 octobre (appel)". */
static char *
write_group (AcqTongue tongue, const AcqMailReminder *reminders, guint n, AcqDay mail_day)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n; i++)
    {
      char *day = acq_mail_day (tongue, reminders[i].day, mail_day);

      /* Only the last one of a month names it. */
      if (i + 1 < n)
        *strstr (day, ACQ_WIDE_SPACE) = '\0';
      g_ptr_array_add (texts, day);
    }
  list = acq_french_list ((const char *const *) texts->pdata, texts->len, word_for_and (tongue));
  if (!reminders[0].call)
    return g_steal_pointer (&list);
  return g_strconcat (list, tongue == ACQ_TONGUE_ENGLISH ? " (call)" : " (appel)", NULL);
}

static char *
list_days (AcqTongue tongue, const GArray *shown, AcqDay mail_day)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0, n; i < shown->len; i += n)
    {
      n = count_group (shown, i);
      g_ptr_array_add (texts, write_group (tongue, &g_array_index (shown, AcqMailReminder, i), n, mail_day));
    }
  return acq_french_list ((const char *const *) texts->pdata, texts->len, word_for_and (tongue));
}

static char *
last_day (AcqTongue tongue, const GArray *shown, AcqDay mail_day)
{
  return acq_mail_day (tongue, g_array_index (shown, AcqMailReminder, shown->len - 1).day, mail_day);
}

/* How reminders are told: counted up to a day, or by their days. */
typedef struct
{
  const char *counted; /* of a number and a day */
  const char *one;     /* of a day */
  const char *several; /* of days */
} ReminderWords;

static const ReminderWords when_words[] = {
  [ACQ_TONGUE_FRENCH] = { "{count} fois, la dernière le {days}", "le {days}", "les {days}" },
  [ACQ_TONGUE_ENGLISH] = { "{count} times, last on {days}", "on {days}", "on {days}" },
};

static const ReminderWords despite_words[] = {
  [ACQ_TONGUE_FRENCH] = { ", malgré nos {count} rappels, jusqu’au {days}", ", malgré notre rappel du {days}",
                          ", malgré nos rappels des {days}" },
  [ACQ_TONGUE_ENGLISH] = { ", despite our {count} reminders up to {days}", ", despite our reminder of {days}",
                           ", despite our reminders of {days}" },
};

static char *
tell_reminders (AcqTongue tongue, const ReminderWords *words, const AcqMailItem *item, AcqDay mail_day)
{
  g_autoptr (GArray) shown = acq_mail_shown_reminders (item, mail_day);
  g_autofree char *count = g_strdup_printf ("%u", shown->len);
  g_autofree char *days = NULL;

  if (shown->len == 0)
    return g_strdup ("");
  if (shown->len > MAX_LISTED)
    {
      days = last_day (tongue, shown, mail_day);
      return acq_letter_text_fill (words->counted, "count", count, "days", days, NULL);
    }
  days = list_days (tongue, shown, mail_day);
  return acq_letter_text_fill (shown->len == 1 ? words->one : words->several, "days", days, NULL);
}

char *
acq_mail_reminder_days (AcqTongue tongue, const AcqMailItem *item, AcqDay mail_day)
{
  return tell_reminders (tongue, &when_words[tongue], item, mail_day);
}

char *
acq_mail_despite (AcqTongue tongue, const AcqMailItem *item, AcqDay mail_day)
{
  return tell_reminders (tongue, &despite_words[tongue], item, mail_day);
}

char *
acq_mail_join (AcqTongue tongue, const GPtrArray *numbers)
{
  return acq_french_list ((const char *const *) numbers->pdata, numbers->len, word_for_and (tongue));
}
