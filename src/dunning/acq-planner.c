/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-planner.h"

#include "acq-simulation.h"

/* How far ahead the day of a message is looked for. */
#define FORESEEN_DAYS 366

/* Why one item does not leave today. One that only waits for its turn among the day's messages is not due before it. */
static AcqDecision
explain_item (const AcqPlanRequest *request, const AcqChasedItem *item, AcqDay turn)
{
  AcqDecision decision = acq_decide (&item->facts, request->settings, request->today);

  if (decision.kind == ACQ_DECISION_REMIND)
    acq_reasons_add (&decision.reasons, ACQ_REASON_NOT_DUE, turn == ACQ_DAY_NONE ? ACQ_DAY_NONE : turn - 1);
  return decision;
}

/* One with a part past due, whichever part that is. */
static gboolean
is_past_due (const AcqPlanRequest *request, const AcqInvoice *invoice)
{
  for (guint i = 0; i < invoice->due_items->len; i++)
    if (acq_standings_due_day (request->standings, invoice, acq_invoice_due_item (invoice, i)->due) < request->today)
      return TRUE;
  return FALSE;
}

/* From the items as they were on the first day: the simulation has moved its own. */
static void
add_held (AcqPlan *plan, const AcqSimulation *simulation, const AcqPlanRequest *request,
          const AcqChasedItems *items)
{
  for (guint first = 0, end; first < items->items->len; first = end)
    {
      const AcqChasedItem *item = acq_chased_items_get (items, first);
      AcqHeldInvoice held = { item->invoice, item->customer, { 0 }, ACQ_SEQUEL_ASK };
      gboolean leaves = FALSE;

      for (end = first;
           end < items->items->len && acq_chased_items_get (items, end)->invoice == item->invoice; end++)
        {
          const AcqChasedItem *part = acq_chased_items_get (items, end);
          AcqDay turn = acq_simulation_first_message (simulation, end);
          AcqDecision decision = explain_item (request, part, turn);

          leaves = leaves || turn == request->today;
          acq_reasons_add_all (&held.reasons, &decision.reasons);
          if (acq_reasons_has (&decision.reasons, ACQ_REASON_SCENARIO_FINISHED))
            held.sequel = decision.sequel;
        }
      if (!leaves && is_past_due (request, item->invoice))
        g_ptr_array_add (plan->held, g_memdup2 (&held, sizeof held));
    }
}

AcqPlan *
acq_plan_new (const AcqPlanRequest *request, AcqDay until)
{
  AcqPlan *plan = acq_plan_empty ();
  g_autoptr (AcqSimulation) simulation = acq_simulation_new (request, until);

  g_autoptr (AcqChasedItems) first_day = acq_chased_items_copy (acq_simulation_items (simulation));

  acq_simulation_run (simulation, until, plan->messages);
  add_held (plan, simulation, request, first_day);
  return plan;
}

static const AcqPlanItem *
find_item (const AcqPlanMessage *message, const AcqInvoice *invoice)
{
  for (guint i = 0; i < message->items->len; i++)
    if (g_array_index (message->items, AcqPlanItem, i).invoice == invoice)
      return &g_array_index (message->items, AcqPlanItem, i);
  return NULL;
}

/* The first message from that day on; FALSE where none has left. */
static gboolean
find_message (const GPtrArray *messages, const AcqInvoice *invoice, AcqDay from, AcqWhy *why)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const AcqPlanMessage *message = messages->pdata[i];
      const AcqPlanItem *item = message->day >= from ? find_item (message, invoice) : NULL;

      if (item == NULL)
        continue;
      why->day = message->day;
      why->step = item->step;
      why->broken_promise = item->broken_promise;
      return TRUE;
    }
  return FALSE;
}

static int
rank (AcqDecisionKind kind)
{
  return kind == ACQ_DECISION_REMIND ? 0 : kind == ACQ_DECISION_HOLD ? 1 : 2;
}

/* The items of the day asked about, with the levels and the last message that the passing days have brought. */
static void
decide_invoice (AcqWhy *why, const AcqPlanRequest *request, const AcqSimulation *simulation,
                const AcqInvoice *invoice, AcqDay on)
{
  const AcqChasedItems *moved = acq_simulation_items (simulation);
  g_autoptr (AcqChasedItems) items = acq_chased_items_new (request, on);
  int best = G_MAXINT;

  for (guint i = 0; i < items->items->len; i++)
    {
      AcqChasedItem *item = acq_chased_items_get (items, i);
      AcqDecision decision;

      if (item->invoice != invoice)
        continue;
      acq_item_facts_take_progress (&item->facts, &acq_chased_items_get (moved, i)->facts);
      item->facts.last_message = acq_chased_items_recipient (moved, item->recipient)->last_message;
      decision = acq_decide (&item->facts, request->settings, on);
      if (rank (decision.kind) >= best)
        continue;
      best = rank (decision.kind);
      why->kind = decision.kind;
      why->step = decision.step;
      why->day = decision.day;
      why->reasons = decision.reasons;
      why->broken_promise = item->promised_until < on ? item->promised_until : ACQ_DAY_NONE;
      why->sequel = decision.sequel;
      why->handover = item->handover;
    }
}

/* An item that could leave but has no place on that day waits for its turn. */
static void
wait_for_turn (AcqWhy *why, AcqSimulation *simulation, const AcqInvoice *invoice, AcqDay on,
               GPtrArray *messages)
{
  AcqWhy turn = { .day = ACQ_DAY_NONE };

  acq_simulation_run (simulation, on + FORESEEN_DAYS, messages);
  if (!find_message (messages, invoice, on + 1, &turn))
    return;
  if (why->kind == ACQ_DECISION_REMIND)
    {
      why->kind = ACQ_DECISION_HOLD;
      acq_reasons_add (&why->reasons, ACQ_REASON_NOT_DUE, turn.day - 1);
    }
  why->day = turn.day;
}

static void
find_opening (AcqWhy *why, const GPtrArray *notes, AcqDay on)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];

      if (note->kind == ACQ_NOTE_KIND_DISPUTE && (note->until == ACQ_DAY_NONE || note->until >= on)
          && (why->disputed_since == ACQ_DAY_NONE || note->day < why->disputed_since))
        why->disputed_since = note->day;
    }
}

static AcqWhy
why_new (const AcqPlanRequest *request, const AcqInvoice *invoice, AcqDay on)
{
  AcqWhy why = { .kind = ACQ_DECISION_NONE };
  const AcqNote *postponement = acq_standings_postponement_of (request->standings, invoice->id);

  why.day = why.broken_promise = why.disputed_since = why.postponed_to = why.postponed_on = ACQ_DAY_NONE;
  find_opening (&why, acq_standings_notes_of_invoice (request->standings, invoice->id), on);
  find_opening (&why, acq_standings_notes_of_customer (request->standings, invoice->customer_id), on);
  if (postponement != NULL)
    {
      why.postponed_to = postponement->until;
      why.postponed_on = postponement->day;
    }
  return why;
}

AcqWhy
acq_plan_why (const AcqPlanRequest *request, const AcqInvoice *invoice, AcqDay on)
{
  AcqWhy why = why_new (request, invoice, on);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_plan_message_free);
  g_autoptr (AcqSimulation) simulation = NULL;

  g_return_val_if_fail (on >= request->today, why);

  if (invoice->balance <= 0 || invoice->cancelled || acq_invoice_is_credit_note (invoice))
    {
      acq_reasons_add (&why.reasons, ACQ_REASON_PAID, ACQ_DAY_NONE);
      return why;
    }
  simulation = acq_simulation_new (request, on + FORESEEN_DAYS);
  acq_simulation_run (simulation, on, messages);
  if (find_message (messages, invoice, on, &why))
    {
      why.kind = ACQ_DECISION_REMIND;
      return why;
    }
  decide_invoice (&why, request, simulation, invoice, on);
  if (why.kind == ACQ_DECISION_REMIND || why.day != ACQ_DAY_NONE)
    wait_for_turn (&why, simulation, invoice, on, messages);
  return why;
}
