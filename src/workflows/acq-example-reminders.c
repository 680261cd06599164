/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-reminders.h"

#define INTERVAL     7
#define LATEST_FIRST 15 /* days after the due day, whatever the habit */

static const struct
{
  int offset;
  const char *step;
  const char *channel;
  const char *tone;
} steps[] = {
  { 3, "first_reminder", "mail", "courteous" },
  { 10, "second_reminder", "mail", "firm" },
  { 30, "last_reminder", "mail", "last" },
};

/* How far one invoice has come. */
typedef struct
{
  const AcqExampleSale *sale;
  guint recipient; /* place of its role */
  AcqDay due;
  AcqDay last_day; /* on which it may be reminded */
  int first_offset;
  guint level;
} Chase;

static guint
recipient_of (guint role)
{
  const char *code = acq_example_role (role)->recipient;

  return code == NULL ? role : acq_example_role_index (code);
}

/* The day before the first fact that stops reminders. */
static AcqDay
last_day_by_facts (const AcqLedger *ledger, const AcqExampleSale *sale, AcqDay last_day)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];

      if (note->kind != ACQ_NOTE_KIND_CALL && note->customer_id == sale->role + 1
          && (note->invoice_id == 0 || note->invoice_id == sale->invoice->id))
        last_day = MIN (last_day, note->day - 1);
    }
  for (guint i = 0; i < ledger->plans->len; i++)
    {
      const AcqPaymentPlan *plan = ledger->plans->pdata[i];

      if (acq_payment_plan_holds (plan, sale->invoice->id))
        last_day = MIN (last_day, plan->agreed - 1);
    }
  return last_day;
}

static gboolean
is_ever_reminded (const AcqExampleSale *sale)
{
  const AcqExampleRole *role = acq_example_role (sale->role);

  return !sale->fresh && !sale->invoice->cancelled && sale->credits == NULL && !role->factored
         && !role->precious && role->kind != ACQ_CUSTOMER_KIND_PUBLIC_BODY
         && sale->means != ACQ_MEANS_COMPENSATION;
}

static GArray *
collect_chases (const AcqExampleDraft *draft, const AcqLedger *ledger)
{
  GArray *chases = g_array_new (FALSE, FALSE, sizeof (Chase));

  for (guint i = 0; i < draft->sales->len; i++)
    {
      const AcqExampleSale *sale = draft->sales->pdata[i];
      const AcqExampleRole *role = acq_example_role (sale->role);
      Chase chase = { sale,
                      recipient_of (sale->role),
                      acq_invoice_due_item (sale->invoice, 0)->due,
                      draft->covered,
                      CLAMP (role->delay + 2, steps[0].offset, LATEST_FIRST),
                      0 };

      /* A payment that left something owed did not end the matter. */
      if (sale->pays_on != ACQ_DAY_NONE && sale->pays >= acq_invoice_due_item (sale->invoice, 0)->amount)
        chase.last_day = MIN (chase.last_day, sale->pays_on - 1);
      if (role->insolvent_ago > 0)
        chase.last_day = MIN (chase.last_day, draft->today - role->insolvent_ago - 1);
      chase.last_day = last_day_by_facts (ledger, sale, chase.last_day);
      if (is_ever_reminded (sale) && chase.last_day >= chase.due + chase.first_offset)
        g_array_append_val (chases, chase);
    }
  return chases;
}

static void
remind (Chase *chase, AcqDay day, AcqLedger *ledger)
{
  AcqReminder *reminder = acq_reminder_new ();

  reminder->id = ledger->reminders->len + 1;
  reminder->invoice_id = chase->sale->invoice->id;
  reminder->due = chase->due;
  reminder->day = day;
  reminder->step = g_strdup (steps[chase->level].step);
  reminder->level = (int) chase->level + 1;
  reminder->tone = g_strdup (steps[chase->level].tone);
  reminder->channel = g_strdup (steps[chase->level].channel);
  g_ptr_array_add (ledger->reminders, reminder);
  chase->level++;
}

static gboolean
is_ripe (const Chase *chase, AcqDay day, AcqDay last_message)
{
  int offset;

  if (chase->level >= G_N_ELEMENTS (steps) || day > chase->last_day)
    return FALSE;
  offset = chase->level == 0 ? chase->first_offset : MAX (chase->first_offset, steps[chase->level].offset);
  return day >= chase->due + offset
         && (last_message == ACQ_DAY_NONE || last_message == day || day - last_message >= INTERVAL);
}

void
acq_example_reminders_add (const AcqExampleDraft *draft, AcqLedger *ledger)
{
  g_autoptr (GArray) chases = collect_chases (draft, ledger);
  AcqDay last_message[ACQ_EXAMPLE_N_ROLES];

  for (guint i = 0; i < G_N_ELEMENTS (last_message); i++)
    last_message[i] = ACQ_DAY_NONE;
  for (AcqDay day = draft->start; day <= draft->covered; day++)
    {
      int weekday = acq_day_weekday (day);

      if (weekday < 2 || weekday > 4 || !acq_business_calendar_is_working_day (draft->calendar, day))
        continue;
      for (guint i = 0; i < chases->len; i++)
        {
          Chase *chase = &g_array_index (chases, Chase, i);

          if (!is_ripe (chase, day, last_message[chase->recipient]))
            continue;
          remind (chase, day, ledger);
          last_message[chase->recipient] = day;
        }
    }
}
