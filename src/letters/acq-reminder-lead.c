/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-lead.h"

#include "acq-letter-text.h"
#include "acq-mail-words.h"

AcqReminderPart
acq_reminder_part_of (const AcqReminderMail *mail, const AcqMailItem *item)
{
  if (acq_reminder_mail_is_upcoming (mail, item))
    return ACQ_REMINDER_PART_UPCOMING;
  return item->below ? ACQ_REMINDER_PART_BELOW : ACQ_REMINDER_PART_LEVEL;
}

/* What is said of debts below the letter's level; whether there is one of them or several. */
typedef struct
{
  const char *opening;      /* of a count */
  const char *opening_part; /* where not all are whole invoices */
  const char *recent;
  const char *once;
  const char *times; /* of a count */
} LeadWords;

static const LeadWords words_of[][2] = {
  [ACQ_TONGUE_FRENCH]
  = { { "S'y ajoute une facture", "S'y ajoute une échéance", " échue plus récemment", ", rappelée une fois",
        ", rappelée {count} fois" },
      { "S'y ajoutent {count} factures", "S'y ajoutent {count} échéances", " échues plus récemment",
        ", rappelées une fois", ", rappelées {count} fois" } },
  [ACQ_TONGUE_ENGLISH]
  = { { "Also due: an invoice", "Also due: an instalment", " of a more recent date", ", reminded once",
        ", reminded {count} times" },
      { "Also due: {count} invoices", "Also due: {count} instalments", " of a more recent date",
        ", reminded once each", ", reminded {count} times each" } },
};

static const char *const upcoming_words[] = { [ACQ_TONGUE_FRENCH] = "Pas encore dû, pour mémoire :",
                                              [ACQ_TONGUE_ENGLISH] = "Not due yet, for information:" };

/* What holds of all that is below the level. */
typedef struct
{
  guint n;
  gboolean whole;   /* each is an invoice */
  gboolean recent;  /* each fell due behind all that the letter is about */
  guint n_reminded; /* times that each was reminded; G_MAXUINT: not all the same */
} Below;

static AcqDay
last_due_of_level (const AcqReminderMail *mail, const AcqMailAccount *account)
{
  AcqDay last = ACQ_DAY_NONE;

  for (guint i = 0; i < account->items->len; i++)
    {
      const AcqMailItem *item = account->items->pdata[i];

      if (acq_reminder_part_of (mail, item) == ACQ_REMINDER_PART_LEVEL
          && (last == ACQ_DAY_NONE || item->due > last))
        last = item->due;
    }
  return last;
}

static Below
look_at_below (const AcqReminderMail *mail, const AcqMailAccount *account)
{
  AcqDay last = last_due_of_level (mail, account);
  Below below = { .whole = TRUE, .recent = last != ACQ_DAY_NONE };

  for (guint i = 0; i < account->items->len; i++)
    {
      const AcqMailItem *item = account->items->pdata[i];
      g_autoptr (GArray) shown = NULL;

      if (acq_reminder_part_of (mail, item) != ACQ_REMINDER_PART_BELOW)
        continue;
      shown = acq_mail_shown_reminders (item, mail->day);
      below.n_reminded = below.n == 0 || below.n_reminded == shown->len ? shown->len : G_MAXUINT;
      below.whole = below.whole && item->whole == item->total;
      below.recent = below.recent && item->due > last;
      below.n++;
    }
  return below;
}

static char *
count_reminders (const LeadWords *words, guint n, AcqTongue tongue)
{
  g_autofree char *count = NULL;

  if (n == 0 || n == G_MAXUINT)
    return g_strdup ("");
  if (n == 1)
    return g_strdup (words->once);
  count = acq_mail_count (tongue, n);
  return acq_letter_text_fill (words->times, "count", count, NULL);
}

char *
acq_reminder_lead (const AcqReminderMail *mail, const AcqMailAccount *account, AcqReminderPart part,
                   AcqTongue tongue)
{
  Below below;
  const LeadWords *words;
  g_autofree char *count = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *reminded = NULL;
  g_autofree char *line = NULL;

  if (part == ACQ_REMINDER_PART_LEVEL)
    return NULL;
  if (part == ACQ_REMINDER_PART_UPCOMING)
    return acq_mail_typeset (tongue, upcoming_words[tongue]);
  below = look_at_below (mail, account);
  words = &words_of[tongue][below.n > 1];
  count = acq_mail_count (tongue, below.n);
  opening = acq_letter_text_fill (below.whole ? words->opening : words->opening_part, "count", count, NULL);
  reminded = count_reminders (words, below.n_reminded, tongue);
  line = g_strconcat (opening, below.recent ? words->recent : "", reminded,
                      tongue == ACQ_TONGUE_ENGLISH ? ":" : " :", NULL);
  return acq_mail_typeset (tongue, line);
}
