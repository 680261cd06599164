/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-step-words.h"

#include <glib/gi18n.h>

static const char *const channels[] = {
  [ACQ_CHANNEL_MAIL] = NC_ ("step", "E-mail"),
  [ACQ_CHANNEL_LETTER] = NC_ ("step", "Letter"),
  [ACQ_CHANNEL_REGISTERED_LETTER] = NC_ ("step", "Registered letter"),
  [ACQ_CHANNEL_CALL] = NC_ ("step", "Telephone"),
};

static const struct
{
  const char *name;
  const char *meaning;
} tones[] = {
  [ACQ_TONE_INFORMATIVE]
  = { NC_ ("step", "For information"), N_ ("Nothing is due yet: it recalls the day.") },
  [ACQ_TONE_COURTEOUS] = { NC_ ("step", "Courteous"), N_ ("Takes it for an oversight.") },
  [ACQ_TONE_FIRM] = { NC_ ("step", "Firm"), N_ ("Asks for a day of payment.") },
  [ACQ_TONE_PROPOSAL] = { NC_ ("step", "Offer"), N_ ("Offers to pay in parts.") },
  [ACQ_TONE_LAST] = { NC_ ("step", "Last warning"), N_ ("Announces the formal notice.") },
  [ACQ_TONE_FORMAL_NOTICE]
  = { NC_ ("step", "Formal notice"), N_ ("The letter of the law, with a deadline.") },
};

static const char *const anchors[] = {
  [ACQ_ANCHOR_DUE] = NC_ ("step", "Due day"),
  [ACQ_ANCHOR_ISSUED] = NC_ ("step", "Invoice"),
  [ACQ_ANCHOR_PREVIOUS] = NC_ ("step", "Step before"),
  [ACQ_ANCHOR_MONTH_END] = NC_ ("step", "End of the month"),
};

static const char *const roles[] = {
  [ACQ_CONTACT_ROLE_PAYS] = NC_ ("step", "Who pays"),
  [ACQ_CONTACT_ROLE_ORDERS] = NC_ ("step", "Who ordered"),
  [ACQ_CONTACT_ROLE_DIRECTS] = NC_ ("step", "The boss"),
  [ACQ_CONTACT_ROLE_OTHER] = NC_ ("step", "Other contact"),
};

const char *
acq_channel_text (AcqChannel channel)
{
  g_return_val_if_fail ((gsize) channel < G_N_ELEMENTS (channels), NULL);
  return g_dpgettext2 (NULL, "step", channels[channel]);
}

const char *
acq_tone_text (AcqTone tone)
{
  g_return_val_if_fail ((gsize) tone < G_N_ELEMENTS (tones), NULL);
  return g_dpgettext2 (NULL, "step", tones[tone].name);
}

const char *
acq_tone_meaning_text (AcqTone tone)
{
  g_return_val_if_fail ((gsize) tone < G_N_ELEMENTS (tones), NULL);
  return _ (tones[tone].meaning);
}

const char *
acq_anchor_text (AcqAnchor anchor)
{
  g_return_val_if_fail ((gsize) anchor < G_N_ELEMENTS (anchors), NULL);
  return g_dpgettext2 (NULL, "step", anchors[anchor]);
}

const char *
acq_step_days_text (const AcqStep *step)
{
  switch (step->anchor)
    {
    case ACQ_ANCHOR_ISSUED:
      return _ ("Days after the invoice");
    case ACQ_ANCHOR_PREVIOUS:
      return _ ("Days after the step before");
    case ACQ_ANCHOR_MONTH_END:
      return _ ("Days after the end of the month");
    case ACQ_ANCHOR_DUE:
    default:
      return step->level == 0 ? _ ("Days before the due day") : _ ("Days after the due day");
    }
}

const char *
acq_step_role_text (AcqContactRole role)
{
  g_return_val_if_fail ((gsize) role < G_N_ELEMENTS (roles), NULL);
  return g_dpgettext2 (NULL, "step", roles[role]);
}

const char *
acq_step_always_asks_text (const AcqStep *step)
{
  if (step->tone == ACQ_TONE_FORMAL_NOTICE)
    return _ ("A formal notice never leaves by itself.");
  return step->channel == ACQ_CHANNEL_CALL ? _ ("A call is made by you.") : NULL;
}
