/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"
#include "acq-scenario.h"

G_BEGIN_DECLS

/* A set of days of the week: bits of 1 (Monday) to 7 (Sunday). */
#define ACQ_WEEKDAY_BIT(weekday) (1u << (weekday))

/**
 * AcqDunningSettings:
 *
 * How one company reminds. acq_dunning_settings_new() gives what a new company has.
 */
typedef struct
{
  const AcqScenario *scenario;   /* borrowed: that of customers without one of their own */
  gint64 tolerance;              /* minor units: an invoice of which less is asked is left alone; 15 € */
  guint recipients_a_day;        /* messages that leave on one day, at most; 10 */
  guint weekdays;                /* on which messages leave: Tuesday to Thursday */
  AcqBusinessCalendar *calendar; /* owned: public holidays and the company's closures */
  int coverage_bank_days;        /* after the due day, that statements must cover; 2 */
  int cheque_bank_days;          /* the same for customers who pay by cheque; 6 */
  int habit_margin;              /* a loyal late payer is left alone that many days beyond his habit; 2 */
  int habit_limit;               /* but not after that day past the due day; 15 */
  int public_offset;             /* first reminder of a public body, days after its legal delay; 5 */
  int public_delay;       /* days a public body has from the invoice's deposit (R2192-10 of the Code de la
                                    commande publique); 30 */
  gboolean right_to_send; /* this machine has it; TRUE */
  AcqDay confirm_until;   /* up to that day no message leaves by itself; ACQ_DAY_NONE: there is no such day */
} AcqDunningSettings;

AcqDunningSettings *acq_dunning_settings_new (void);
void acq_dunning_settings_free (AcqDunningSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqDunningSettings, acq_dunning_settings_free)

/* Messages may leave on that day. */
gboolean acq_dunning_settings_is_sending_day (const AcqDunningSettings *self, AcqDay day);
/* The day itself if messages may leave on it, else the next such day; ACQ_DAY_NONE where ten years have none. */
AcqDay acq_dunning_settings_next_sending_day (const AcqDunningSettings *self, AcqDay day);

/* The last day on which the sum of a formal notice of that day may come: a working day, two weeks and a day after it. */
AcqDay acq_dunning_settings_notice_deadline (const AcqDunningSettings *self, AcqDay day);

G_END_DECLS
