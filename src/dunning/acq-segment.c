/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-segment.h"

#define ALL_KINDS (ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_CO_OWNERSHIP + 1) - 1)

static const char *const criterion_codes[] = {
  "kind_in",     "kind_not_in",      "customer_for", "customer_for_less", "usual_delay", "usual_delay_less",
  "outstanding", "outstanding_less", "invoice",      "invoice_less",      "precious",
};

ACQ_DEFINE_CODES (AcqCriterion, acq_criterion, criterion_codes)

typedef struct
{
  const AcqCustomerProfile *profile;
  const AcqInvoice *invoice;
  AcqDay today;
} Case;

static gboolean
has_kind (const Case *self, gint64 value)
{
  return (value & ACQ_CUSTOMER_KIND_BIT (self->profile->kind)) != 0;
}

static gboolean
is_customer_for (const Case *self, gint64 value)
{
  return self->profile->since != ACQ_DAY_NONE && self->today - self->profile->since >= value;
}

static gboolean
has_usual_delay (const Case *self, gint64 value)
{
  return self->profile->n_settled > 0 && self->profile->usual_delay >= value;
}

static gboolean
has_outstanding (const Case *self, gint64 value)
{
  return self->profile->outstanding >= value;
}

static gboolean
has_total (const Case *self, gint64 value)
{
  return self->invoice->total >= value;
}

static gboolean
is_precious (const Case *self, gint64 value)
{
  return self->profile->precious == (value != 0);
}

/* Each pair asks one question: the second one is its opposite. */
static const struct
{
  AcqCriterionValue value;
  gboolean (*holds) (const Case *self, gint64 value);
  gboolean opposite;
  gboolean of_invoice; /* nothing is to be said without one */
} criteria[ACQ_N_CRITERIA] = {
  [ACQ_CRITERION_KIND_IN] = { ACQ_CRITERION_VALUE_KINDS, has_kind, FALSE, FALSE },
  [ACQ_CRITERION_KIND_NOT_IN] = { ACQ_CRITERION_VALUE_KINDS, has_kind, TRUE, FALSE },
  [ACQ_CRITERION_CUSTOMER_FOR] = { ACQ_CRITERION_VALUE_DAYS, is_customer_for, FALSE, FALSE },
  [ACQ_CRITERION_CUSTOMER_FOR_LESS] = { ACQ_CRITERION_VALUE_DAYS, is_customer_for, TRUE, FALSE },
  [ACQ_CRITERION_USUAL_DELAY] = { ACQ_CRITERION_VALUE_DAYS, has_usual_delay, FALSE, FALSE },
  [ACQ_CRITERION_USUAL_DELAY_LESS] = { ACQ_CRITERION_VALUE_DAYS, has_usual_delay, TRUE, FALSE },
  [ACQ_CRITERION_OUTSTANDING] = { ACQ_CRITERION_VALUE_AMOUNT, has_outstanding, FALSE, FALSE },
  [ACQ_CRITERION_OUTSTANDING_LESS] = { ACQ_CRITERION_VALUE_AMOUNT, has_outstanding, TRUE, FALSE },
  [ACQ_CRITERION_INVOICE] = { ACQ_CRITERION_VALUE_AMOUNT, has_total, FALSE, TRUE },
  [ACQ_CRITERION_INVOICE_LESS] = { ACQ_CRITERION_VALUE_AMOUNT, has_total, TRUE, TRUE },
  [ACQ_CRITERION_PRECIOUS] = { ACQ_CRITERION_VALUE_YES_NO, is_precious, FALSE, FALSE },
};

AcqCriterionValue
acq_criterion_value (AcqCriterion criterion)
{
  g_return_val_if_fail ((gsize) criterion < G_N_ELEMENTS (criteria), ACQ_CRITERION_VALUE_YES_NO);
  return criteria[criterion].value;
}

gboolean
acq_segment_condition_is_valid (const AcqSegmentCondition *self)
{
  if ((gsize) self->criterion >= G_N_ELEMENTS (criteria))
    return FALSE;
  switch (criteria[self->criterion].value)
    {
    case ACQ_CRITERION_VALUE_KINDS:
      return self->value > 0 && (self->value & ~(gint64) ALL_KINDS) == 0;
    case ACQ_CRITERION_VALUE_YES_NO:
      return self->value == 0 || self->value == 1;
    case ACQ_CRITERION_VALUE_DAYS:
    case ACQ_CRITERION_VALUE_AMOUNT:
    default:
      return self->value >= 0;
    }
}

gboolean
acq_segment_holds (const AcqSegmentCondition *conditions, gsize n_conditions, const AcqCustomerProfile *profile,
                   const AcqInvoice *invoice, AcqDay today)
{
  const Case self = { profile, invoice, today };

  for (gsize i = 0; i < n_conditions; i++)
    {
      gsize criterion = (gsize) conditions[i].criterion;

      g_return_val_if_fail (criterion < G_N_ELEMENTS (criteria), FALSE);
      if (invoice == NULL && criteria[criterion].of_invoice)
        return FALSE;
      if (criteria[criterion].holds (&self, conditions[i].value) == criteria[criterion].opposite)
        return FALSE;
    }
  return n_conditions > 0;
}

/* The kinds that a condition leaves; all of them where it does not ask for kinds. */
static guint
find_kinds_left (const AcqSegmentCondition *self)
{
  if (criteria[self->criterion].value != ACQ_CRITERION_VALUE_KINDS)
    return ALL_KINDS;
  return (criteria[self->criterion].opposite ? ~(guint) self->value : (guint) self->value) & ALL_KINDS;
}

static gboolean
leaves_nobody (const AcqSegmentCondition *self)
{
  return find_kinds_left (self) == 0 || (self->criterion == ACQ_CRITERION_OUTSTANDING_LESS && self->value == 0);
}

static gboolean
exclude_each_other (const AcqSegmentCondition *a, const AcqSegmentCondition *b)
{
  const AcqSegmentCondition *least, *less;

  if (criteria[a->criterion].holds != criteria[b->criterion].holds)
    return FALSE;
  switch (criteria[a->criterion].value)
    {
    case ACQ_CRITERION_VALUE_KINDS:
      return (find_kinds_left (a) & find_kinds_left (b)) == 0;
    case ACQ_CRITERION_VALUE_YES_NO:
      return a->value != b->value;
    case ACQ_CRITERION_VALUE_DAYS:
    case ACQ_CRITERION_VALUE_AMOUNT:
    default:
      least = criteria[a->criterion].opposite ? b : a;
      less = least == a ? b : a;
      return a->criterion != b->criterion && least->value >= less->value;
    }
}

static gboolean
find_pair (const AcqSegmentCondition *conditions, gsize n_conditions, gsize *ret_a, gsize *ret_b)
{
  for (gsize b = 0; b < n_conditions; b++)
    for (gsize a = 0; a <= b; a++)
      if (a == b ? leaves_nobody (&conditions[a]) : exclude_each_other (&conditions[a], &conditions[b]))
        {
          *ret_a = a;
          *ret_b = b;
          return TRUE;
        }
  return FALSE;
}

gboolean
acq_segment_find_contradiction (const AcqSegmentCondition *conditions, gsize n_conditions, gsize *ret_a, gsize *ret_b)
{
  guint left = ALL_KINDS;
  gsize last = 0;

  if (find_pair (conditions, n_conditions, ret_a, ret_b))
    return TRUE;
  for (gsize i = 0; i < n_conditions; i++)
    {
      guint before = left;

      left &= find_kinds_left (&conditions[i]);
      if (left == 0)
        {
          *ret_a = last;
          *ret_b = i;
          return TRUE;
        }
      last = left != before ? i : last;
    }
  return FALSE;
}
