/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-mail.h"

#include "acq-french-text.h"
#include "acq-mail-sentences.h"
#include "acq-mail-words.h"

/* Which items a part of the table holds. */
typedef enum
{
  PART_LEVEL,
  PART_BELOW,
  PART_UPCOMING,
} Part;

static void
free_item (gpointer data)
{
  AcqMailItem *item = data;

  g_free (item->number);
  g_array_unref (item->reminders);
  g_free (item);
}

static void
free_account (gpointer data)
{
  AcqMailAccount *account = data;

  g_ptr_array_unref (account->items);
  g_free (account);
}

AcqReminderMail *
acq_reminder_mail_new (void)
{
  AcqReminderMail *self = g_new0 (AcqReminderMail, 1);

  self->accounts = g_ptr_array_new_with_free_func (free_account);
  return self;
}

void
acq_reminder_mail_free (AcqReminderMail *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->accounts);
  g_free (self);
}

AcqMailAccount *
acq_reminder_mail_account (AcqReminderMail *self, const AcqCustomer *customer)
{
  AcqMailAccount *account;

  for (guint i = 0; i < self->accounts->len; i++)
    if (((const AcqMailAccount *) self->accounts->pdata[i])->customer == customer)
      return self->accounts->pdata[i];
  account = g_new0 (AcqMailAccount, 1);
  account->customer = customer;
  account->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (self->accounts, account);
  return account;
}

AcqMailItem *
acq_mail_account_add_item (AcqMailAccount *self, const char *number, AcqDay due, gint64 amount)
{
  AcqMailItem *item = g_new0 (AcqMailItem, 1);

  item->number = acq_french_printable (number);
  item->due = due;
  item->amount = amount;
  item->promise.made = item->promise.until = ACQ_DAY_NONE;
  item->reminders = g_array_new (FALSE, FALSE, sizeof (AcqMailReminder));
  g_ptr_array_add (self->items, item);
  return item;
}

void
acq_mail_item_add_reminder (AcqMailItem *self, AcqDay day, gboolean call)
{
  AcqMailReminder reminder = { day, call };

  g_array_append_val (self->reminders, reminder);
}

gboolean
acq_reminder_mail_is_upcoming (const AcqReminderMail *self, const AcqMailItem *item)
{
  return self->tone != ACQ_MAIL_TONE_INFORMATIVE && item->due >= self->day;
}

static Part
part_of (const AcqReminderMail *self, const AcqMailItem *item)
{
  if (acq_reminder_mail_is_upcoming (self, item))
    return PART_UPCOMING;
  return item->below ? PART_BELOW : PART_LEVEL;
}

static guint
count_part (const AcqReminderMail *self, const AcqMailAccount *account, Part part)
{
  guint count = 0;

  for (guint i = 0; i < account->items->len; i++)
    count += part_of (self, account->items->pdata[i]) == part ? 1 : 0;
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
add_row (AcqMailBlock *table, AcqMailRowKind kind, gint64 amount, gboolean wide, const char *first,
         const char *due, const char *reminded, const char *last)
{
  const char *wide_cells[] = { first, due, reminded, last, NULL };
  const char *cells[] = { first, due, last, NULL };

  acq_mail_block_add_row (table, kind, amount, wide ? wide_cells : cells);
}

static void
add_item_row (const AcqReminderMail *self, AcqMailBlock *table, const AcqMailItem *item, gboolean wide)
{
  g_autofree char *due = acq_french_day (item->due);
  g_autofree char *reminded = acq_mail_reminder_days (item, self->day);
  g_autofree char *amount = acq_mail_amount (item->amount, self->currency);

  add_row (table, ACQ_MAIL_ROW_ITEM, item->amount, wide, item->number, due,
           reminded[0] == '\0' ? ACQ_MAIL_NOTHING : reminded, amount);
}

static gint64
add_part (const AcqReminderMail *self, const AcqMailAccount *account, AcqMailBlock *table, Part part,
          gboolean wide)
{
  gint64 sum = 0;

  for (guint i = 0; i < account->items->len; i++)
    {
      const AcqMailItem *item = account->items->pdata[i];

      if (part_of (self, item) != part)
        continue;
      add_item_row (self, table, item, wide);
      sum += item->amount;
    }
  return sum;
}

static void
add_group (AcqMailBlock *table, gboolean wide, char *words)
{
  g_autofree char *owned = words;

  add_row (table, ACQ_MAIL_ROW_GROUP, 0, wide, owned, "", "", "");
}

void
acq_reminder_mail_fill_table (const AcqReminderMail *self, const AcqMailAccount *account, AcqMailBlock *table)
{
  gboolean wide = shows_reminders (self), release = self->tone == ACQ_MAIL_TONE_RELEASE;
  guint n_level = count_part (self, account, PART_LEVEL), n_below = count_part (self, account, PART_BELOW);
  guint n_upcoming = count_part (self, account, PART_UPCOMING);
  g_autofree char *total = NULL;
  gint64 sum;

  add_row (table, ACQ_MAIL_ROW_HEAD, 0, wide, "Facture", release ? "Terme" : "Échéance",
           release ? "Demandée" : "Relancée", release ? "Retenue" : "Reste dû");
  sum = add_part (self, account, table, PART_LEVEL, wide);
  if (n_below > 0 && n_level > 0)
    add_group (table, wide,
               acq_mail_fill (acq_french_plural (n_below, "S'y ajoute :", "S'y ajoutent :"), NULL));
  sum += add_part (self, account, table, PART_BELOW, wide);
  if (n_level + n_below > 1)
    {
      total = acq_mail_amount (sum, self->currency);
      add_row (table, ACQ_MAIL_ROW_TOTAL, sum, wide, "Total", "", "", total);
    }
  if (n_upcoming > 0)
    add_group (table, wide, acq_mail_fill ("Pas encore dû, pour mémoire :", NULL));
  add_part (self, account, table, PART_UPCOMING, wide);
}

static void
add_account (const AcqMailScope *scope, const AcqMailAccount *account, AcqMailText *text)
{
  const AcqReminderMail *self = scope->mail;
  gboolean apart = self->accounts->len > 1;

  if (apart || account->customer != self->recipient)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_HEADING, acq_french_printable (account->customer->name));
  acq_reminder_mail_fill_table (self, account, acq_mail_text_add_table (text));
  if (apart)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PAYMENT, acq_mail_payment (scope, account));
}

static void
add_closing (const AcqMailScope *scope, AcqMailText *text)
{
  const AcqReminderMail *self = scope->mail;

  acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_demand (scope));
  if (self->accounts->len == 1)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PAYMENT, acq_mail_payment (scope, self->accounts->pdata[0]));
  for (guint i = 0; i < self->accounts->len; i++)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_penalties (scope, self->accounts->pdata[i]));
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_question (scope));
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_SIGNATURE, acq_mail_signature (scope));
  if (!self->on_paper)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_IMPRINT, acq_mail_imprint (scope));
}

AcqMailText *
acq_reminder_mail_write (const AcqReminderMail *self)
{
  AcqMailText *text = acq_mail_text_new ();
  g_auto (AcqMailScope) scope = { 0 };

  g_return_val_if_fail (self->accounts->len > 0, text);
  acq_mail_scope_init (&scope, self);
  text->subject = acq_mail_subject (&scope);
  acq_mail_text_take (text, ACQ_MAIL_BLOCK_SALUTATION, acq_mail_salutation (&scope));
  if (acq_mail_add_promises (&scope, text) && self->accounts->len == 1)
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_fill ("Reste à régler :", NULL));
  else
    acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_mail_opening (&scope));
  for (guint i = 0; i < self->accounts->len; i++)
    add_account (&scope, self->accounts->pdata[i], text);
  add_closing (&scope, text);
  return text;
}
