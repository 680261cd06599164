/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-table.h"

#include "acq-mail-words.h"

/* Which items a part of the table holds. */
typedef enum
{
  PART_LEVEL,
  PART_BELOW,
  PART_UPCOMING,
} Part;

/* What stands in a table beside figures. */
typedef struct
{
  const char *number;
  const char *due;
  const char *reminded;
  const char *amount;
  const char *release_due; /* of a retention, as the two below */
  const char *release_reminded;
  const char *release_amount;
  const char *added_one; /* below the level */
  const char *added_several;
  const char *upcoming;
  const char *total;
} TableWords;

static const TableWords words_of[] = {
  [ACQ_TONGUE_FRENCH] = { "Facture", "Échéance", "Relancée", "Reste dû", "Terme", "Demandée", "Retenue",
                          "S'y ajoute :", "S'y ajoutent :", "Pas encore dû, pour mémoire :", "Total" },
  [ACQ_TONGUE_ENGLISH] = { "Invoice", "Due date", "Reminded", "Balance", "Release date", "Requested",
                           "Retention", "Also due:", "Also due:", "Not due yet, for information:", "Total" },
};

/* A table under way. */
typedef struct
{
  const AcqReminderMail *mail;
  const AcqMailAccount *account;
  const TableWords *words;
  AcqTongue tongue;
  AcqMailBlock *table;
  gboolean wide; /* with the days of the reminders */
} Work;

static Part
part_of (const AcqReminderMail *self, const AcqMailItem *item)
{
  if (acq_reminder_mail_is_upcoming (self, item))
    return PART_UPCOMING;
  return item->below ? PART_BELOW : PART_LEVEL;
}

static guint
count_part (const Work *work, Part part)
{
  guint count = 0;

  for (guint i = 0; i < work->account->items->len; i++)
    count += part_of (work->mail, work->account->items->pdata[i]) == part ? 1 : 0;
  return count;
}

/* Whether any debt of the mail has a reminder to show; else there is no such column. */
static gboolean
shows_reminders (const AcqReminderMail *self)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const AcqMailAccount *account = self->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          g_autoptr (GArray) shown = acq_mail_shown_reminders (account->items->pdata[j], self->day);

          if (shown->len > 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_row (const Work *work, AcqMailRowKind kind, gint64 amount, const char *first, const char *due,
         const char *reminded, const char *last)
{
  const char *wide_cells[] = { first, due, reminded, last, NULL };
  const char *cells[] = { first, due, last, NULL };

  acq_mail_block_add_row (work->table, kind, amount, work->wide ? wide_cells : cells);
}

static void
add_item_row (const Work *work, const AcqMailItem *item)
{
  g_autofree char *due = acq_mail_full_day (work->tongue, item->due);
  g_autofree char *reminded = acq_mail_reminder_days (work->tongue, item, work->mail->day);
  g_autofree char *amount = acq_mail_amount (work->tongue, item->amount, work->mail->currency);

  add_row (work, ACQ_MAIL_ROW_ITEM, item->amount, item->number, due,
           reminded[0] == '\0' ? ACQ_MAIL_NOTHING : reminded, amount);
}

static gint64
add_part (const Work *work, Part part)
{
  gint64 sum = 0;

  for (guint i = 0; i < work->account->items->len; i++)
    {
      const AcqMailItem *item = work->account->items->pdata[i];

      if (part_of (work->mail, item) != part)
        continue;
      add_item_row (work, item);
      sum += item->amount;
    }
  return sum;
}

static void
add_group (const Work *work, const char *words)
{
  g_autofree char *set = acq_mail_typeset (work->tongue, words);

  add_row (work, ACQ_MAIL_ROW_GROUP, 0, set, "", "", "");
}

static void
add_head (const Work *work)
{
  const TableWords *words = work->words;

  if (work->mail->tone == ACQ_MAIL_TONE_RELEASE)
    add_row (work, ACQ_MAIL_ROW_HEAD, 0, words->number, words->release_due, words->release_reminded,
             words->release_amount);
  else
    add_row (work, ACQ_MAIL_ROW_HEAD, 0, words->number, words->due, words->reminded, words->amount);
}

void
acq_mail_table_fill (AcqMailBlock *table, const AcqReminderMail *mail, const AcqMailAccount *account,
                     AcqTongue tongue)
{
  const Work work = { mail, account, &words_of[tongue], tongue, table, shows_reminders (mail) };
  guint n_level = count_part (&work, PART_LEVEL), n_below = count_part (&work, PART_BELOW);
  g_autofree char *total = NULL;
  gint64 sum;

  add_head (&work);
  sum = add_part (&work, PART_LEVEL);
  if (n_below > 0 && n_level > 0)
    add_group (&work, n_below > 1 ? work.words->added_several : work.words->added_one);
  sum += add_part (&work, PART_BELOW);
  if (n_level + n_below > 1)
    {
      total = acq_mail_amount (tongue, sum, mail->currency);
      add_row (&work, ACQ_MAIL_ROW_TOTAL, sum, work.words->total, "", "", total);
    }
  if (count_part (&work, PART_UPCOMING) > 0)
    add_group (&work, work.words->upcoming);
  add_part (&work, PART_UPCOMING);
}
