/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reconciliation.h"

#include "acq-solver.h"

static const char *const certainty_codes[] = { "sure", "probable" };

ACQ_DEFINE_CODES (AcqCertainty, acq_certainty, certainty_codes)

static void
free_proposal (gpointer data)
{
  AcqProposal *proposal = data;

  g_array_unref (proposal->allocations);
  g_array_unref (proposal->kept);
  g_array_unref (proposal->evidence);
  g_array_unref (proposal->replaced);
  g_array_unref (proposal->could_settle);
  g_free (proposal);
}

static void
free_unmatched (gpointer data)
{
  AcqUnmatchedReceipt *unmatched = data;

  g_array_unref (unmatched->could_settle);
  g_free (unmatched);
}

void
acq_reconciliation_free (AcqReconciliation *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->proposals);
  g_ptr_array_unref (self->unmatched);
  g_free (self);
}

static GArray *
write_could_settle (const AcqOpenItems *items, const AcqTask *task)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < task->could_settle->len; i++)
    {
      gint64 id = acq_open_items_get (items, g_array_index (task->could_settle, guint, i))->invoice->id;

      g_array_append_val (ids, id);
    }
  return ids;
}

static GArray *
write_parts (const AcqOpenItems *items, const GArray *parts)
{
  GArray *allocations = g_array_new (FALSE, FALSE, sizeof (AcqProposedAllocation));

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqPart *part = &g_array_index (parts, AcqPart, i);
      AcqProposedAllocation allocation
        = { acq_open_items_get (items, part->item)->invoice->id, part->amount };

      if (allocation.amount != 0)
        g_array_append_val (allocations, allocation);
    }
  return allocations;
}

static void
add_proposal (AcqReconciliation *self, const AcqOpenItems *items, const AcqTask *task)
{
  AcqProposal *proposal = g_new0 (AcqProposal, 1);

  proposal->transaction_id = task->entry->id;
  proposal->certainty = task->outcome == ACQ_OUTCOME_SURE ? ACQ_CERTAINTY_SURE : ACQ_CERTAINTY_PROBABLE;
  proposal->allocations = write_parts (items, task->parts);
  proposal->kept = write_parts (items, task->kept);
  proposal->evidence = g_array_new (FALSE, FALSE, sizeof (AcqEvidence));
  proposal->replaced = g_array_ref (task->replaced);
  proposal->could_settle = write_could_settle (items, task);
  for (AcqEvidence evidence = 0; evidence < ACQ_N_EVIDENCE; evidence++)
    if ((task->evidence & ACQ_EVIDENCE_BIT (evidence)) != 0)
      g_array_append_val (proposal->evidence, evidence);
  g_ptr_array_add (self->proposals, proposal);
}

static void
add_unmatched (AcqReconciliation *self, const AcqOpenItems *items, const AcqTask *task)
{
  AcqUnmatchedReceipt *unmatched = g_new0 (AcqUnmatchedReceipt, 1);

  unmatched->transaction_id = task->entry->id;
  unmatched->could_settle = write_could_settle (items, task);
  g_ptr_array_add (self->unmatched, unmatched);
}

static AcqReconciliation *
reconciliation_new (void)
{
  AcqReconciliation *self = g_new0 (AcqReconciliation, 1);

  self->proposals = g_ptr_array_new_with_free_func (free_proposal);
  self->unmatched = g_ptr_array_new_with_free_func (free_unmatched);
  return self;
}

AcqReconciliation *
acq_reconciliation_run (const AcqLedger *ledger, AcqDay today, const AcqCertaintyRules *rules,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqSolver) solver = NULL;
  const GPtrArray *tasks;
  AcqReconciliation *self;

  /* Where no bank was imported there is nothing to index invoices for. */
  if (ledger->transactions->len == 0)
    return reconciliation_new ();
  solver = acq_solver_new (ledger, today, rules);
  if (!acq_solver_run (solver, cancellable, error))
    return NULL;
  tasks = acq_solver_tasks (solver);
  self = reconciliation_new ();
  for (guint i = 0; i < tasks->len; i++)
    {
      const AcqTask *task = tasks->pdata[i];

      if (task->outcome != ACQ_OUTCOME_OPEN)
        add_proposal (self, acq_solver_items (solver), task);
      else if (!acq_task_is_refund (task))
        add_unmatched (self, acq_solver_items (solver), task);
    }
  return self;
}
