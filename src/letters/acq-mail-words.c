/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-words.h"

#include <stdarg.h>
#include <string.h>

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
acq_mail_amount (gint64 minor, AcqCurrency currency)
{
  int decimals = acq_currency_decimals (currency);
  g_autofree char *figure = NULL;

  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    return acq_mail_widen (acq_french_amount (minor));
  figure = decimals == 2 ? acq_french_figure (minor) : odd_figure (minor, decimals);
  return g_strconcat (figure, ACQ_WIDE_SPACE, currency.code, NULL);
}

char *
acq_mail_day (AcqDay day, AcqDay mail_day)
{
  return acq_day_year (day) == acq_day_year (mail_day) ? acq_french_day_month (day) : acq_french_day (day);
}

char *
acq_mail_weekday (AcqDay day, AcqDay mail_day)
{
  g_autofree char *whole = acq_french_weekday_day (day);
  g_autofree char *date = acq_mail_day (day, mail_day);
  const char *space = strchr (whole, ' ');

  return g_strdup_printf ("%.*s %s", (int) (space - whole), whole, date);
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

/* "12 et 19 octobre", "26 octobre (appel)". */
static char *
write_group (const AcqMailReminder *reminders, guint n, AcqDay mail_day)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n; i++)
    {
      char *day = acq_mail_day (reminders[i].day, mail_day);

      /* Only the last one of a month names it. */
      if (i + 1 < n)
        *strstr (day, ACQ_WIDE_SPACE) = '\0';
      g_ptr_array_add (texts, day);
    }
  list = acq_french_list ((const char *const *) texts->pdata, texts->len, " et ");
  return g_strconcat (list, reminders[0].call ? " (appel)" : "", NULL);
}

static char *
list_days (const GArray *shown, AcqDay mail_day)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0, n; i < shown->len; i += n)
    {
      n = count_group (shown, i);
      g_ptr_array_add (texts, write_group (&g_array_index (shown, AcqMailReminder, i), n, mail_day));
    }
  return acq_french_list ((const char *const *) texts->pdata, texts->len, " et ");
}

static char *
last_day (const GArray *shown, AcqDay mail_day)
{
  return acq_mail_day (g_array_index (shown, AcqMailReminder, shown->len - 1).day, mail_day);
}

char *
acq_mail_reminder_days (const AcqMailItem *item, AcqDay mail_day)
{
  g_autoptr (GArray) shown = acq_mail_shown_reminders (item, mail_day);
  g_autofree char *days = NULL;

  if (shown->len == 0)
    return g_strdup ("");
  if (shown->len > MAX_LISTED)
    {
      days = last_day (shown, mail_day);
      return g_strdup_printf ("%u fois, la dernière le %s", shown->len, days);
    }
  days = list_days (shown, mail_day);
  return g_strdup_printf ("%s %s", acq_french_plural (shown->len, "le", "les"), days);
}

char *
acq_mail_despite (const AcqMailItem *item, AcqDay mail_day, const char *one, const char *several)
{
  g_autoptr (GArray) shown = acq_mail_shown_reminders (item, mail_day);
  g_autofree char *days = NULL;

  if (shown->len == 0)
    return g_strdup ("");
  if (shown->len > MAX_LISTED)
    {
      days = last_day (shown, mail_day);
      return g_strdup_printf (", malgré nos %u %s, jusqu’au %s", shown->len, several, days);
    }
  days = list_days (shown, mail_day);
  if (shown->len == 1)
    return g_strdup_printf (", malgré notre %s du %s", one, days);
  return g_strdup_printf (", malgré nos %s des %s", several, days);
}

char *
acq_mail_join (const GPtrArray *numbers)
{
  return acq_french_list ((const char *const *) numbers->pdata, numbers->len, " et ");
}
