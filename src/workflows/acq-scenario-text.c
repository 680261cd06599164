/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-text.h"

#include <glib/gi18n.h>

#include "acq-timeline-text.h"

const char *
acq_scenario_name_text (const AcqScenario *scenario)
{
  static const struct
  {
    const char *code;
    const char *name;
  } presets[] = {
    { "standard", N_ ("Standard") },
    { "progressive", N_ ("Progressive") },
    { "formal", N_ ("Formal") },
    { "consumer", N_ ("Private customers") },
    { "public_body", N_ ("Public bodies") },
  };

  for (gsize i = 0; scenario->name == NULL && i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].code, scenario->code))
      return _ (presets[i].name);
  return scenario->name != NULL ? scenario->name : scenario->code;
}

char *
acq_step_place_text (const AcqStep *step)
{
  gulong days = (gulong) ABS (step->offset);

  switch (step->anchor)
    {
    case ACQ_ANCHOR_ISSUED:
      return g_strdup_printf (ngettext ("%d day after the invoice", "%d days after the invoice", days), step->offset);
    case ACQ_ANCHOR_PREVIOUS:
      return g_strdup_printf (ngettext ("%d day after the step before", "%d days after the step before", days),
                              step->offset);
    case ACQ_ANCHOR_MONTH_END:
      return g_strdup_printf (ngettext ("%d day after the end of the month", "%d days after the end of the month", days),
                              step->offset);
    case ACQ_ANCHOR_DUE:
    default:
      /* Translators: days before or after the due day. */
      return step->offset < 0 ? g_strdup_printf (_ ("D−%d"), -step->offset)
                              : g_strdup_printf (_ ("D+%d"), step->offset);
    }
}

char *
acq_scenario_steps_text (const AcqScenario *scenario)
{
  gsize n = scenario->n_steps;
  g_autofree char *first = n == 0 ? NULL : acq_step_place_text (&scenario->steps[0]);
  g_autofree char *last = n == 0 ? NULL : acq_step_place_text (&scenario->steps[n - 1]);

  if (n == 0)
    return g_strdup (_ ("no step"));
  if (n == 1)
    return g_strdup_printf (_ ("one step, %s"), first);
  /* Translators: how many steps a scenario has, and where the first and the last one stand: "4 steps, from D+3 to D+45". */
  return g_strdup_printf (ngettext ("%1$u step, from %2$s to %3$s", "%1$u steps, from %2$s to %3$s", (gulong) n),
                          (guint) n, first, last);
}

char *
acq_scenario_grounds_text (AcqScenarioGrounds grounds, const AcqScenario *scenario)
{
  switch (grounds)
    {
    case ACQ_SCENARIO_BY_INVOICE:
      return g_strdup (_ ("chosen for this invoice"));
    case ACQ_SCENARIO_BY_CUSTOMER:
      return g_strdup (_ ("chosen for this customer"));
    case ACQ_SCENARIO_BY_RULE:
      return g_strdup_printf (_ ("by the rule “%s”"), acq_scenario_name_text (scenario));
    case ACQ_SCENARIO_BY_DEFAULT:
    default:
      return g_strdup (_ ("the scenario of all customers without another one"));
    }
}

static char *
write_whole (const AcqScenarioFlaw *flaw)
{
  switch (flaw->kind)
    {
    case ACQ_SCENARIO_FLAW_TOO_MANY_STEPS:
      return g_strdup_printf (_ ("There are %1$d steps; a scenario has %2$d at most."), flaw->days, flaw->limit);
    case ACQ_SCENARIO_FLAW_INTERVAL:
      return g_strdup_printf (_ ("Between two messages there is at least 1 day, and at most %d."), flaw->limit);
    case ACQ_SCENARIO_FLAW_NO_STEPS:
    default:
      return g_strdup (_ ("There is no step: nobody would be reminded."));
    }
}

/* A sentence with one place for the step's name. */
static const char *
find_step_sentence (AcqScenarioFlawKind kind)
{
  switch (kind)
    {
    case ACQ_SCENARIO_FLAW_LEVELS:
      return _ ("“%s” is out of place: steps before the due day come first, then the others one by one.");
    case ACQ_SCENARIO_FLAW_CODE:
      return _ ("“%s” has no code of its own.");
    case ACQ_SCENARIO_FLAW_ANCHOR:
      return _ ("“%s” is counted from a day that steps on its side of the due day do not have.");
    case ACQ_SCENARIO_FLAW_AMOUNT:
      return _ ("The amount from which “%s” leaves is below zero.");
    case ACQ_SCENARIO_FLAW_TONE_FALLS:
      return _ ("“%s” is milder than the step before.");
    case ACQ_SCENARIO_FLAW_TONE_JUMPS:
      return _ ("“%s” is the first thing that the customer would hear.");
    case ACQ_SCENARIO_FLAW_NOTICE_NOT_LAST:
      return _ ("“%s” comes after a formal notice, which should be the last step.");
    case ACQ_SCENARIO_FLAW_AUTOMATIC:
      return _ ("“%s” is never sent by itself: it will wait for you.");
    default:
      g_return_val_if_reached ("%s");
    }
}

static char *
fill (const char *sentence, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strjoinv (name, parts);
}

char *
acq_scenario_flaw_text (const AcqScenario *scenario, const AcqScenarioFlaw *flaw)
{
  const AcqStep *step = flaw->step == ACQ_SCENARIO_WHOLE ? NULL : &scenario->steps[flaw->step];
  const char *name = step == NULL ? NULL : acq_message_name_text (step->tone, step->channel);

  if (step == NULL)
    return write_whole (flaw);
  switch (flaw->kind)
    {
    case ACQ_SCENARIO_FLAW_OFFSET:
      return step->level == 0
               ? g_strdup_printf (_ ("“%1$s” must leave before the due day, at most %2$d days."), name, flaw->limit)
               : g_strdup_printf (_ ("“%1$s” must leave after the due day, at most %2$d days."), name, flaw->limit);
    case ACQ_SCENARIO_FLAW_ORDER:
      return g_strdup_printf (_ ("“%1$s” does not come after the step before, which leaves on D%2$+d."), name,
                              flaw->limit);
    case ACQ_SCENARIO_FLAW_GAP:
      return g_strdup_printf (ngettext ("“%1$s” comes %2$d day after the step before. Your rule: at least %3$d.",
                                        "“%1$s” comes %2$d days after the step before. Your rule: at least %3$d.",
                                        (gulong) flaw->days),
                              name, flaw->days, flaw->limit);
    default:
      return fill (find_step_sentence (flaw->kind), name);
    }
}
