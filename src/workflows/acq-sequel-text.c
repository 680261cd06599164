/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sequel-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

const char *
acq_sequel_text (AcqSequel sequel)
{
  switch (sequel)
    {
    case ACQ_SEQUEL_FORMAL_NOTICE:
      return _ ("Send a formal notice: all steps are done");
    case ACQ_SEQUEL_AGENCY:
      return _ ("Hand the file over to a collection agency: all steps are done");
    case ACQ_SEQUEL_LAWYER:
      return _ ("Hand the file over to a lawyer: all steps are done");
    case ACQ_SEQUEL_BAILIFF:
      return _ ("Hand the file over to a commissaire de justice: all steps are done");
    case ACQ_SEQUEL_ASK:
    default:
      return _ ("Decide what follows: all steps are done");
    }
}

const char *
acq_sequel_text_short (AcqSequel sequel)
{
  switch (sequel)
    {
    case ACQ_SEQUEL_FORMAL_NOTICE:
      return _ ("Formal notice to send");
    case ACQ_SEQUEL_AGENCY:
      return _ ("To hand over to an agency");
    case ACQ_SEQUEL_LAWYER:
      return _ ("To hand over to a lawyer");
    case ACQ_SEQUEL_BAILIFF:
      return _ ("To hand over to a commissaire de justice");
    case ACQ_SEQUEL_ASK:
    default:
      return _ ("Decide what follows");
    }
}

char *
acq_handover_text (const AcqNote *handover, AcqDay today)
{
  g_autofree char *day = acq_day_text (handover->day, today);

  if (handover->reason == NULL || handover->reason[0] == '\0')
    return g_strdup_printf (_ ("Handed over on %s"), day);
  /* Translators: a person or a firm as the user names it, "Me Durand", and a day, "3 December". */
  return g_strdup_printf (_ ("Handed over to %1$s on %2$s"), handover->reason, day);
}
