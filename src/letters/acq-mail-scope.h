/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/**
 * AcqMailScope:
 *
 * What the sentences of a mail speak about. Items at the mail's level are named; those below it and those that are not due
 * yet only stand in the tables.
 */
typedef struct
{
  const AcqReminderMail *mail;
  GPtrArray *numbers;      /* (element-type utf8) of invoices at the level, each once; borrowed */
  GPtrArray *promises;     /* (element-type AcqMailPromise) that were not kept, each once; borrowed */
  const AcqMailItem *only; /* the one item at the level, if there is but one */
  guint n_level;           /* items at the level */
  guint n_asked;           /* items that are asked for, below the level too */
  guint n_reminded;        /* items at the level that may be said to have been reminded */
  guint n_promised;        /* items at the level that were promised */
  gboolean partial;        /* an item at the level is not a whole invoice */
  gint64 level;            /* sum of the items at the level */
  gint64 asked;            /* sum of what is asked for */
} AcqMailScope;

void acq_mail_scope_init (AcqMailScope *self, const AcqReminderMail *mail);
void acq_mail_scope_clear (AcqMailScope *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqMailScope, acq_mail_scope_clear)

/* Numbers of the invoices that this promise was about, each once, with the number of their items. Free it. */
GPtrArray *acq_mail_scope_list_promised (const AcqMailScope *self, const AcqMailPromise *promise,
                                         guint *ret_n_items, gboolean *ret_partly);
/* What the transfer should say: the numbers, or the account where they are too many; NULL where an item is not ours to be paid.
   Free it. */
char *acq_mail_scope_reference (const AcqMailScope *self, const AcqMailAccount *account);
/* What this debtor is asked for. */
gint64 acq_mail_scope_asked_of (const AcqMailScope *self, const AcqMailAccount *account);

G_END_DECLS
