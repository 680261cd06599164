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
  const AcqMailItem *only; /* the one item at the level, if there is but one */
  guint n_asked;           /* items that are asked for, below the level too */
  guint n_reminded;        /* items at the level that may be said to have been reminded */
  gboolean partial;        /* an item at the level is not a whole invoice */
  gint64 asked;            /* their sum */
} AcqMailScope;

void acq_mail_scope_init (AcqMailScope *self, const AcqReminderMail *mail);
void acq_mail_scope_clear (AcqMailScope *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqMailScope, acq_mail_scope_clear)

/* Each to be freed; those that may be NULL have nothing to say in this mail. */
char *acq_mail_subject (const AcqMailScope *scope);
char *acq_mail_salutation (const AcqMailScope *scope);
/* One sentence a promise that was not kept; adds paragraphs. Whether there was one. */
gboolean acq_mail_add_promises (const AcqMailScope *scope, AcqMailText *text);
char *acq_mail_opening (const AcqMailScope *scope);
/* What is to be done, by when, and what happens else. */
char *acq_mail_demand (const AcqMailScope *scope);
/* "Passé cette date, nous devrons vous mettre en demeure de payer F2026-0243." NULL but in the last reminder. */
char *acq_mail_threat (const AcqMailScope *scope);
/* Penalties and indemnity, where the law gives them to us against this debtor; nullable. */
char *acq_mail_penalties (const AcqMailScope *scope, const AcqMailAccount *account);
/* Account and reference; NULL where it is not ours to be paid, or not given. */
char *acq_mail_payment (const AcqMailScope *scope, const AcqMailAccount *account);
char *acq_mail_question (const AcqMailScope *scope);
char *acq_mail_signature (const AcqMailScope *scope);
/* By articles R123-237 and R526-27 of the Code de commerce. */
char *acq_mail_imprint (const AcqMailScope *scope);

G_END_DECLS
