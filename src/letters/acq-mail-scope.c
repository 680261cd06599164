/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-scope.h"

#include <string.h>

#include "acq-mail-words.h"

/* Characters that a transfer carries (SEPA). */
#define MAX_REFERENCE 140
/* Those that somebody types from a sheet of paper. */
#define MAX_TYPED 44

static void
add_number (GPtrArray *numbers, char *number)
{
  if (!g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
    g_ptr_array_add (numbers, number);
}

/* Whether two promises were the same word given. */
static gboolean
is_same_promise (const AcqMailPromise *a, const AcqMailPromise *b)
{
  return a->made == b->made && a->until == b->until;
}

static void
add_promise (AcqMailScope *self, AcqMailItem *item)
{
  if (item->promise.made == ACQ_DAY_NONE)
    return;
  for (guint i = 0; i < self->promises->len; i++)
    if (is_same_promise (self->promises->pdata[i], &item->promise))
      return;
  g_ptr_array_add (self->promises, &item->promise);
}

static void
count_item (AcqMailScope *self, const AcqMailItem *item)
{
  g_autoptr (GArray) shown = NULL;

  if (acq_reminder_mail_is_upcoming (self->mail, item))
    return;
  self->n_asked++;
  self->asked += item->amount;
  if (item->below)
    return;
  shown = acq_mail_shown_reminders (item, self->mail->day);
  self->n_reminded += shown->len > 0 ? 1 : 0;
  self->n_promised += item->promise.made != ACQ_DAY_NONE ? 1 : 0;
  self->level += item->amount;
  self->partial = self->partial || item->partial;
  self->only = self->n_level++ == 0 ? item : NULL;
  add_number (self->numbers, item->number);
}

void
acq_mail_scope_init (AcqMailScope *self, const AcqReminderMail *mail)
{
  *self = (AcqMailScope){ .mail = mail, .numbers = g_ptr_array_new (), .promises = g_ptr_array_new () };
  for (guint i = 0; i < mail->accounts->len; i++)
    {
      const AcqMailAccount *account = mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          count_item (self, account->items->pdata[j]);
          add_promise (self, account->items->pdata[j]);
        }
    }
}

void
acq_mail_scope_clear (AcqMailScope *self)
{
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_clear_pointer (&self->promises, g_ptr_array_unref);
}

GPtrArray *
acq_mail_scope_list_promised (const AcqMailScope *self, const AcqMailPromise *promise, guint *ret_n_items,
                              gboolean *ret_partly)
{
  GPtrArray *numbers = g_ptr_array_new ();

  *ret_n_items = 0;
  *ret_partly = FALSE;
  for (guint i = 0; i < self->mail->accounts->len; i++)
    {
      const AcqMailAccount *account = self->mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          AcqMailItem *item = account->items->pdata[j];

          if (item->promise.made == ACQ_DAY_NONE || !is_same_promise (&item->promise, promise))
            continue;
          (*ret_n_items)++;
          *ret_partly = *ret_partly || item->promise.partly;
          add_number (numbers, item->number);
        }
    }
  return numbers;
}

char *
acq_mail_scope_reference (const AcqMailScope *self, const AcqMailAccount *account)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *reference = NULL;

  for (guint i = 0; i < account->items->len; i++)
    {
      AcqMailItem *item = account->items->pdata[i];

      if (item->factored)
        return NULL;
      if (!acq_reminder_mail_is_upcoming (self->mail, item))
        add_number (numbers, item->number);
    }
  g_ptr_array_add (numbers, NULL);
  reference = g_strjoinv (" ", (char **) numbers->pdata);
  if (reference[0] == '\0'
      || (strlen (reference) > (self->mail->on_paper ? MAX_TYPED : MAX_REFERENCE) && account->customer->code != NULL))
    return g_strdup (account->customer->code);
  return g_steal_pointer (&reference);
}

gint64
acq_mail_scope_asked_of (const AcqMailScope *self, const AcqMailAccount *account)
{
  gint64 sum = 0;

  for (guint i = 0; i < account->items->len; i++)
    {
      const AcqMailItem *item = account->items->pdata[i];

      sum += acq_reminder_mail_is_upcoming (self->mail, item) ? 0 : item->amount;
    }
  return sum;
}
