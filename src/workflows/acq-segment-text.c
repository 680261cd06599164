/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-segment-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-kind-text.h"

static char *
write_kinds (AcqCriterion criterion, gint64 kinds)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (int kind = ACQ_CUSTOMER_KIND_UNKNOWN; kind <= ACQ_CUSTOMER_KIND_CO_OWNERSHIP; kind++)
    if ((kinds & ACQ_CUSTOMER_KIND_BIT (kind)) != 0)
      g_ptr_array_add (names, (gpointer) acq_customer_kind_text ((AcqCustomerKind) kind));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: a list of kinds of customers: "Company, Association". */
  return g_strdup_printf (criterion == ACQ_CRITERION_KIND_IN ? _ ("kind: %s") : _ ("any kind but: %s"), list);
}

static const char *
find_days_sentence (AcqCriterion criterion, gulong days)
{
  switch (criterion)
    {
    case ACQ_CRITERION_CUSTOMER_FOR:
      return ngettext ("customer for at least %d day", "customer for at least %d days", days);
    case ACQ_CRITERION_CUSTOMER_FOR_LESS:
      return ngettext ("customer for less than %d day", "customer for less than %d days", days);
    case ACQ_CRITERION_USUAL_DELAY:
      return ngettext ("usually pays at least %d day late", "usually pays at least %d days late", days);
    case ACQ_CRITERION_USUAL_DELAY_LESS:
    default:
      return ngettext ("does not usually pay %d day late or more", "does not usually pay %d days late or more", days);
    }
}

static const char *
find_amount_sentence (AcqCriterion criterion)
{
  switch (criterion)
    {
    case ACQ_CRITERION_OUTSTANDING:
      return _ ("owes at least %s");
    case ACQ_CRITERION_OUTSTANDING_LESS:
      return _ ("owes less than %s");
    case ACQ_CRITERION_INVOICE:
      return _ ("invoice of at least %s");
    case ACQ_CRITERION_INVOICE_LESS:
    default:
      return _ ("invoice of less than %s");
    }
}

char *
acq_segment_condition_text (const AcqSegmentCondition *condition)
{
  AcqCriterion criterion = condition->criterion;
  g_autofree char *amount = NULL;

  switch (acq_criterion_value (criterion))
    {
    case ACQ_CRITERION_VALUE_KINDS:
      return write_kinds (criterion, condition->value);
    case ACQ_CRITERION_VALUE_DAYS:
      return g_strdup_printf (find_days_sentence (criterion, (gulong) condition->value), (int) condition->value);
    case ACQ_CRITERION_VALUE_AMOUNT:
      amount = acq_amount_text (condition->value, ACQ_CURRENCY_EUR);
      return g_strdup_printf (find_amount_sentence (criterion), amount);
    case ACQ_CRITERION_VALUE_YES_NO:
    default:
      return g_strdup (condition->value != 0 ? _ ("precious customer") : _ ("not a precious customer"));
    }
}
