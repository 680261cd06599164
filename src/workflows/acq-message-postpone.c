/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-postpone.h"

#include "acq-fact-entry.h"
#include "acq-workflow-error.h"

AcqDay
acq_message_postponed_day (const AcqPlanning *planning, const AcqPlanMessage *message, int days)
{
  return acq_dunning_settings_next_sending_day (planning->settings, message->day + days);
}

static gboolean
hold_invoice (AcqCompanyFile *file, const AcqInvoice *invoice, AcqDay until, const char *reason,
              GError **error)
{
  AcqNoteEntry entry = {
    .kind = ACQ_NOTE_KIND_HOLD,
    .number = invoice->number,
    .amount = -1,
    .day = ACQ_DAY_NONE,
    .until = until,
    .reason = reason,
    .in_passing = TRUE,
  };
  gint64 id;

  return acq_fact_write_note (file, &entry, &id, error);
}

/* An invoice with several parts due is held once. */
static gboolean
hold_invoices (AcqCompanyFile *file, const AcqPlanMessage *message, AcqDay until, const char *reason,
               GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqInvoice *invoice = g_array_index (message->items, AcqPlanItem, i).invoice;

      if (g_hash_table_add (seen, (gpointer) invoice) && !hold_invoice (file, invoice, until, reason, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_message_postpone (AcqCompanyFile *file, const AcqPlanMessage *message, AcqDay day, const char *reason,
                      GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *until = NULL;

  if (!acq_day_is_valid (day) || day <= today)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY, "until");
      return FALSE;
    }
  change = acq_change_begin (file, error);
  until = acq_day_to_iso (day - 1);
  return change != NULL && hold_invoices (file, message, day - 1, reason, error)
         && acq_change_commit (change, "hold", message->recipient->code, until, error);
}
