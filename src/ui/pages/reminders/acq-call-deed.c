/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-call-deed.h"

#include <glib/gi18n.h>

struct _AcqCallDeed
{
  AcqQueueRow *row; /* owned: the message belongs to its queue */
  AcqCall call;
  char *said;
};

GListModel *
acq_call_results_new (void)
{
  const char *const results[]
    = { _ ("A day was promised"),          _ ("It is disputed"),     _ ("Reached, no promise"),
        _ ("They will answer in writing"), _ ("Nobody was reached"), NULL };

  return G_LIST_MODEL (gtk_string_list_new (results));
}

gboolean
acq_call_result_asks_until (AcqCallResult result)
{
  return result == ACQ_CALL_DISPUTED || acq_call_result_needs_until (result);
}

gboolean
acq_call_result_needs_until (AcqCallResult result)
{
  return result == ACQ_CALL_PROMISED || result == ACQ_CALL_WILL_ANSWER;
}

const char *
acq_call_result_until (AcqCallResult result)
{
  return result == ACQ_CALL_PROMISED   ? _ ("To be paid by")
         : result == ACQ_CALL_DISPUTED ? _ ("Until (open if empty)")
                                       : _ ("Wait until");
}

const char *
acq_call_result_done (AcqCallResult result)
{
  return result == ACQ_CALL_NOBODY ? _ ("Call put off") : _ ("Call noted");
}

AcqCallDeed *
acq_call_deed_new (AcqQueueRow *row, AcqCallResult result, AcqDay until, const char *said)
{
  AcqCallDeed *deed = g_new0 (AcqCallDeed, 1);

  deed->row = g_object_ref (row);
  deed->said = g_strstrip (g_strdup (said));
  deed->call.result = result;
  deed->call.until = until;
  deed->call.said = deed->said[0] == '\0' ? NULL : deed->said;
  return deed;
}

void
acq_call_deed_free (gpointer data)
{
  AcqCallDeed *deed = data;

  g_object_unref (deed->row);
  g_free (deed->said);
  g_free (deed);
}

gboolean
acq_call_deed_keep (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const AcqCallDeed *deed = data;
  const AcqQueueApproved *approved = acq_queue_row_get_approved (deed->row);

  return acq_call_record (file, acq_queue_row_get_message (deed->row),
                          approved == NULL ? NULL : approved->approved, &deed->call,
                          _ ("Nobody answered the call"), error);
}
