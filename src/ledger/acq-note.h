/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"
#include "acq-dispute-category.h"

G_BEGIN_DECLS

/* A fact that holds, changes or recounts reminders. */
typedef enum
{
  ACQ_NOTE_KIND_PROMISE,  /* the customer will pay by a day */
  ACQ_NOTE_KIND_DISPUTE,  /* of an amount, or of the whole invoice */
  ACQ_NOTE_KIND_HOLD,     /* our own pause, until a day */
  ACQ_NOTE_KIND_EXCLUDE,  /* never remind */
  ACQ_NOTE_KIND_CALL,     /* somebody called */
  ACQ_NOTE_KIND_REMINDED, /* a reminder was sent elsewhere */
  ACQ_NOTE_KIND_ANSWER,   /* the customer answered and nobody has read it yet */
  ACQ_NOTE_KIND_WAIVER,   /* late interest up to its day, the indemnity, or both are given up, for a reason */
  ACQ_NOTE_KIND_HANDOVER, /* on its day the file went to somebody else, named by its reason, who collects from then on */
  ACQ_NOTE_KIND_POSTPONE, /* the customer and we agreed that one invoice falls due on its later day */
} AcqNoteKind;

ACQ_DECLARE_CODES (AcqNoteKind, acq_note_kind)

/* What a waiver gives up. */
typedef enum
{
  ACQ_WAIVER_ALL,
  ACQ_WAIVER_INTEREST,
  ACQ_WAIVER_INDEMNITY,
} AcqWaiver;

ACQ_DECLARE_CODES (AcqWaiver, acq_waiver)

typedef struct
{
  gint64 id;
  AcqNoteKind kind;
  gint64 customer_id; /* the customer concerned; never 0 */
  gint64 invoice_id;  /* 0: all of the customer's */
  gint64 amount;      /* promised or disputed; -1: all of it */
  AcqDay day;         /* on which it happened */
  AcqDay until;       /* ACQ_DAY_NONE: without end */
  char *reason;       /* nullable */
  gboolean closed;    /* withdrawn, settled, read */
  AcqWaiver waives;   /* of a waiver */
  AcqDisputeCategory category; /* of a dispute */
  char *person;       /* who at our side deals with the dispute; nullable */
} AcqNote;

/* Money that was promised for a day is on the statement within two bank days after it; until then the promise is awaited, and not
   yet broken. */
#define ACQ_PROMISE_GRACE_BANK_DAYS 2

AcqNote *acq_note_new (void);
void acq_note_free (AcqNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqNote, acq_note_free)

/* Nothing is reminded as long as it stands: it was excluded, or handed over. */
gboolean acq_note_excludes (const AcqNote *self);

/* One instalment of a payment plan. */
typedef struct
{
  AcqDay due;
  gint64 amount;
} AcqInstalment;

/**
 * AcqPaymentPlan:
 *
 * What a customer and the company agreed: these invoices are paid by these instalments. While it is kept, none of them
 * is reminded.
 */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  AcqDay agreed;
  gboolean ended;      /* fulfilled or given up */
  AcqDay interest_stop; /* the last day whose interest is owed as long as it is kept; ACQ_DAY_NONE: interest runs on */
  GArray *instalments; /* (element-type AcqInstalment), by day */
  GArray *invoice_ids; /* (element-type gint64) */
} AcqPaymentPlan;

AcqPaymentPlan *acq_payment_plan_new (void);
void acq_payment_plan_free (AcqPaymentPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPaymentPlan, acq_payment_plan_free)

/* Whether it is about the invoice, kept or ended. */
gboolean acq_payment_plan_holds (const AcqPaymentPlan *self, gint64 invoice_id);

/* A reminder that one due item really had: what letters may quote, and where the item stands in its scenario. */
typedef struct
{
  gint64 id;
  gint64 invoice_id;
  AcqDay due;    /* of the due item; ACQ_DAY_NONE: the invoice as a whole */
  AcqDay day;    /* on which it left */
  char *step;    /* code of the scenario's step; NULL: sent elsewhere */
  int level;     /* the step's number, 0 before the due date; -1: sent elsewhere, counts as one step more */
  char *channel; /* "mail", "letter", "registered_letter", "call"; nullable */
  char *tone;    /* code of what it sounded like; NULL: sent elsewhere, or no longer known */
  gint64 message_id; /* the approved message that it was; 0: none */
} AcqReminder;

AcqReminder *acq_reminder_new (void);
void acq_reminder_free (AcqReminder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReminder, acq_reminder_free)

G_END_DECLS
