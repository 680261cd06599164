/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-claim-waiver.h"

#include "acq-lookup.h"
#include "acq-note-repository.h"

gboolean
acq_claim_waiver_write (AcqCompanyFile *file, const GPtrArray *numbers, AcqWaiver waives, AcqDay day,
                        const char *reference, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autoptr (AcqInvoice) invoice = acq_lookup_invoice (connection, numbers->pdata[i], error);
      g_autoptr (AcqNote) note = acq_note_new ();

      if (invoice == NULL)
        return FALSE;
      note->kind = ACQ_NOTE_KIND_WAIVER;
      note->waives = waives;
      note->invoice_id = invoice->id;
      note->customer_id = invoice->customer_id;
      note->day = day;
      note->reason = g_strdup (reference);
      if (!acq_note_repository_insert (connection, note, error))
        return FALSE;
    }
  return TRUE;
}
