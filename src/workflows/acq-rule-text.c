/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rule-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

#define DAYS_A_YEAR 365

static const struct
{
  const char *words;
  const char *hint;
} criteria[ACQ_N_CRITERIA] = {
  [ACQ_CRITERION_KIND_IN] = { N_ ("Only these kinds of customers"), NULL },
  [ACQ_CRITERION_KIND_NOT_IN] = { N_ ("All kinds of customers except"), NULL },
  [ACQ_CRITERION_CUSTOMER_FOR] = { N_ ("Customer for at least"), N_ ("Since the first invoice.") },
  [ACQ_CRITERION_CUSTOMER_FOR_LESS] = { N_ ("Customer for less than"), N_ ("Since the first invoice.") },
  [ACQ_CRITERION_USUAL_DELAY]
  = { N_ ("Usual delay of at least"),
      N_ ("Days after the due day. Who has not paid anything yet has no usual delay.") },
  [ACQ_CRITERION_USUAL_DELAY_LESS]
  = { N_ ("Usual delay under"),
      N_ ("Days after the due day. Also holds for who has not paid anything yet.") },
  [ACQ_CRITERION_OUTSTANDING]
  = { N_ ("Outstanding of at least"), N_ ("All that the customer owes, due or not.") },
  [ACQ_CRITERION_OUTSTANDING_LESS]
  = { N_ ("Outstanding under"), N_ ("All that the customer owes, due or not.") },
  [ACQ_CRITERION_INVOICE]
  = { N_ ("Invoice of at least"), N_ ("Asked of each invoice: a customer may have two scenarios at once.") },
  [ACQ_CRITERION_INVOICE_LESS]
  = { N_ ("Invoice under"), N_ ("Asked of each invoice: a customer may have two scenarios at once.") },
  [ACQ_CRITERION_PRECIOUS] = { N_ ("Precious customer"), NULL },
};

static const char *const kind_names[] = {
  [ACQ_CUSTOMER_KIND_UNKNOWN] = N_ ("kind not known yet"),
  [ACQ_CUSTOMER_KIND_COMPANY] = N_ ("companies"),
  [ACQ_CUSTOMER_KIND_SOLE_TRADER] = N_ ("sole traders"),
  [ACQ_CUSTOMER_KIND_CONSUMER] = N_ ("private customers"),
  [ACQ_CUSTOMER_KIND_PUBLIC_BODY] = N_ ("town halls, schools, hospitals"),
  [ACQ_CUSTOMER_KIND_ASSOCIATION] = N_ ("associations"),
  [ACQ_CUSTOMER_KIND_CO_OWNERSHIP] = N_ ("co-ownerships"),
};

const char *
acq_criterion_text (AcqCriterion criterion)
{
  g_return_val_if_fail ((gsize) criterion < G_N_ELEMENTS (criteria), NULL);
  return _ (criteria[criterion].words);
}

const char *
acq_criterion_hint_text (AcqCriterion criterion)
{
  g_return_val_if_fail ((gsize) criterion < G_N_ELEMENTS (criteria), NULL);
  return criteria[criterion].hint == NULL ? NULL : _ (criteria[criterion].hint);
}

char *
acq_customer_kinds_text (guint kinds)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if ((kinds & ACQ_CUSTOMER_KIND_BIT (i)) != 0)
      g_ptr_array_add (names, (gpointer) _ (kind_names[i]));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
write_kinds (const AcqSegmentCondition *condition)
{
  g_autofree char *kinds = acq_customer_kinds_text ((guint) condition->value);

  /* Translators: kinds of customers, after which a scenario is chosen: "Except: associations, companies". */
  return condition->criterion == ACQ_CRITERION_KIND_IN ? g_strdup_printf (_ ("Only: %s"), kinds)
                                                       : g_strdup_printf (_ ("Except: %s"), kinds);
}

static char *
write_age (const AcqSegmentCondition *condition)
{
  gboolean less = condition->criterion == ACQ_CRITERION_CUSTOMER_FOR_LESS;
  gulong days = (gulong) condition->value, years = days / DAYS_A_YEAR;

  if (years > 0 && days % DAYS_A_YEAR == 0)
    return g_strdup_printf (
      less ? ngettext ("Customer for less than %lu year", "Customer for less than %lu years", years)
           : ngettext ("Customer for at least %lu year", "Customer for at least %lu years", years),
      years);
  return g_strdup_printf (
    less ? ngettext ("Customer for less than %lu day", "Customer for less than %lu days", days)
         : ngettext ("Customer for at least %lu day", "Customer for at least %lu days", days),
    days);
}

static char *
write_delay (const AcqSegmentCondition *condition)
{
  gulong days = (gulong) condition->value;

  return g_strdup_printf (
    condition->criterion == ACQ_CRITERION_USUAL_DELAY_LESS
      ? ngettext ("Usual delay under %lu day", "Usual delay under %lu days", days)
      : ngettext ("Usual delay of at least %lu day", "Usual delay of at least %lu days", days),
    days);
}

static const char *
find_amount_sentence (AcqCriterion criterion)
{
  switch (criterion)
    {
    case ACQ_CRITERION_OUTSTANDING:
      return _ ("Outstanding of at least %s");
    case ACQ_CRITERION_OUTSTANDING_LESS:
      return _ ("Outstanding under %s");
    case ACQ_CRITERION_INVOICE:
      return _ ("Invoice of at least %s");
    case ACQ_CRITERION_INVOICE_LESS:
    default:
      return _ ("Invoice under %s");
    }
}

static char *
write_amount (const AcqSegmentCondition *condition)
{
  g_autofree char *amount = condition->value % 100 == 0
                              ? acq_amount_text_rounded (condition->value, ACQ_CURRENCY_EUR)
                              : acq_amount_text (condition->value, ACQ_CURRENCY_EUR);
  g_auto (GStrv) parts = g_strsplit (find_amount_sentence (condition->criterion), "%s", 2);

  return g_strjoinv (amount, parts);
}

char *
acq_rule_text (const AcqSegmentCondition *condition)
{
  g_return_val_if_fail ((gsize) condition->criterion < ACQ_N_CRITERIA, NULL);
  switch (acq_criterion_value (condition->criterion))
    {
    case ACQ_CRITERION_VALUE_KINDS:
      return write_kinds (condition);
    case ACQ_CRITERION_VALUE_AMOUNT:
      return write_amount (condition);
    case ACQ_CRITERION_VALUE_DAYS:
      return condition->criterion == ACQ_CRITERION_USUAL_DELAY
                 || condition->criterion == ACQ_CRITERION_USUAL_DELAY_LESS
               ? write_delay (condition)
               : write_age (condition);
    case ACQ_CRITERION_VALUE_YES_NO:
    default:
      return g_strdup (condition->value != 0 ? _ ("Precious customer") : _ ("Except: precious customers"));
    }
}

char *
acq_rule_contradiction_text (const AcqSegmentCondition *conditions, gsize n_conditions)
{
  g_autofree char *one = NULL, *other = NULL;
  gsize a, b;

  if (!acq_segment_find_contradiction (conditions, n_conditions, &a, &b))
    return NULL;
  one = acq_rule_text (&conditions[a]);
  if (a == b)
    /* Translators: a rule of who gets a scenario. */
    return g_strdup_printf (_ ("Nobody can get it by rule: no customer meets “%s”."), one);
  other = acq_rule_text (&conditions[b]);
  /* Translators: two rules of who gets a scenario. */
  return g_strdup_printf (
    _ ("Nobody can get it by rule: no customer meets all of them. See “%1$s” and “%2$s”."), one, other);
}
