/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-customer.h"
#include "acq-mail-template.h"
#include "acq-mail-text.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* What a reminder sounds like. */
typedef enum
{
  ACQ_MAIL_TONE_INFORMATIVE, /* nothing is due yet */
  ACQ_MAIL_TONE_COURTEOUS,
  ACQ_MAIL_TONE_FIRM,
  ACQ_MAIL_TONE_PROPOSAL, /* offers to pay in parts */
  ACQ_MAIL_TONE_LAST, /* announces the formal notice; from here on penalties and the indemnity are mentioned */
  ACQ_MAIL_TONE_RELEASE, /* asks for retention, and reproaches nothing */
} AcqMailTone;

/* A reminder that an item really had. */
typedef struct
{
  AcqDay day;
  gboolean call;
} AcqMailReminder;

/* A promise that was not kept. */
typedef struct
{
  AcqDay made; /* ACQ_DAY_NONE: there is none */
  AcqDay until;
  gboolean on_phone;
  gboolean partly; /* something came in since */
} AcqMailPromise;

/* One part due of an invoice. */
typedef struct
{
  char *number;
  AcqDay issued; /* ACQ_DAY_NONE: not told */
  AcqDay due;
  gint64 amount;     /* asked, minor units */
  gint64 total;      /* of this part, VAT included; a letter shows it beside what was settled */
  gint64 settled;    /* of the total, paid and credited; what is neither settled nor asked is not asked yet */
  gint64 whole;      /* of the invoice, where this is but a part of it; else the total */
  gboolean partial;  /* it is not the whole invoice */
  gboolean below;    /* stands below the mail's level: "S'y ajoute", never in subject or threat */
  gboolean factored; /* ceded: our account is not to be shown */
  AcqMailPromise promise;
  GArray *reminders; /* (element-type AcqMailReminder) by day; those not after the due day are never shown */
} AcqMailItem;

/* What the law adds to the principal of the items at the mail's level, to its day and less what was given up or paid. */
typedef struct
{
  gboolean known;
  gint64 penalties; /* cents */
  gint64 indemnities;
} AcqMailClaims;

/* What one debtor owes. */
typedef struct
{
  const AcqCustomer *customer;
  AcqMailClaims claims;
  GPtrArray *items; /* (element-type AcqMailItem) by due day */
} AcqMailAccount;

/* What else a message may be about. */
typedef struct
{
  AcqDay day; /* ACQ_DAY_NONE: nothing */
  gint64 amount;
  char *reason; /* nullable */
} AcqMailEvent;

/**
 * AcqReminderMail:
 *
 * All that a reminder by mail says, as plain data. Company, customers and contact are borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  const AcqCustomer *recipient;
  const AcqContact *contact; /* nullable */
  AcqMailTone tone;
  AcqMailTemplate *template; /* (nullable) owned; without it the original one that fits */
  AcqMailEvent payment;      /* that one thanks for */
  AcqMailEvent dispute;      /* that one answers to */
  AcqDay day;                /* on which it leaves */
  AcqDay deadline;           /* a working day after it */
  AcqCurrency currency;
  gboolean on_paper;   /* the same words on a sheet: nobody can reply to it */
  GPtrArray *accounts; /* (element-type AcqMailAccount) one a debtor; each debt stays apart */
} AcqReminderMail;

AcqReminderMail *acq_reminder_mail_new (void);
void acq_reminder_mail_free (AcqReminderMail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReminderMail, acq_reminder_mail_free)

/* The debtor's account, added where there is none yet. Borrowed. */
AcqMailAccount *acq_reminder_mail_account (AcqReminderMail *self, const AcqCustomer *customer);
/* Adds an item, a whole invoice of which nothing is paid, of which the caller fills in the rest; borrowed. */
AcqMailItem *acq_mail_account_add_item (AcqMailAccount *self, const char *number, AcqDay due, gint64 amount);
void acq_mail_item_add_reminder (AcqMailItem *self, AcqDay day, gboolean call);

/* Not late on the mail's day: listed for the record, and not in the sum that is asked. A mail before the due day has no
   others. */
gboolean acq_reminder_mail_is_upcoming (const AcqReminderMail *self, const AcqMailItem *item);

/* The one that fits the tone and what was promised. */
AcqTemplateModel acq_reminder_mail_choose_model (const AcqReminderMail *self);
/* In which language and manner it is written, whether or not a template was given. */
AcqTemplateVariant acq_reminder_mail_variant (const AcqReminderMail *self, gboolean *ret_fell_back);

/* As its template says, with the sender's legal mentions where it is no letter. */
AcqMailText *acq_reminder_mail_write (const AcqReminderMail *self);

G_END_DECLS
