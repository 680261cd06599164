/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-shared-note.h"

gboolean
acq_fact_enter_shared_note (AcqCompanyFile *file, const AcqNoteEntry *entry, const char *const *numbers,
                            GError **error)
{
  g_autoptr (AcqChange) change = NULL;
  g_autofree char *subjects = NULL;

  g_return_val_if_fail (numbers[0] != NULL, FALSE);
  change = acq_change_begin (file, error);
  if (change == NULL)
    return FALSE;
  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      AcqNoteEntry one = *entry;
      gint64 id;

      one.number = numbers[i];
      one.customer = NULL;
      one.in_passing = TRUE;
      if (!acq_fact_write_note (file, &one, &id, error))
        return FALSE;
    }
  subjects = g_strjoinv (", ", (char **) numbers);
  return acq_change_commit (change, acq_note_kind_to_code (entry->kind), subjects, entry->reason, error);
}
