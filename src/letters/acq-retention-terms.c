/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-retention-release.h"

AcqRetentionTerms
acq_retention_terms_init (void)
{
  return (AcqRetentionTerms){ .contract_day = ACQ_DAY_NONE, .accepted = ACQ_DAY_NONE, .lifted = ACQ_DAY_NONE };
}

AcqRetentionTerms *
acq_retention_terms_copy (const AcqRetentionTerms *self)
{
  AcqRetentionTerms *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->contract = g_strdup (self->contract);
  copy->works = g_strdup (self->works);
  copy->enclosures = g_strdup (self->enclosures);
  return copy;
}

static void
clear (AcqRetentionTerms *self)
{
  g_free (self->contract);
  g_free (self->works);
  g_free (self->enclosures);
}

void
acq_retention_terms_free (AcqRetentionTerms *self)
{
  if (self == NULL)
    return;
  clear (self);
  g_free (self);
}

static void
free_item (gpointer data)
{
  AcqReleaseItem *item = data;

  g_free (item->works);
  g_free (item->number);
  g_free (item);
}

AcqRetentionRelease *
acq_retention_release_new (void)
{
  AcqRetentionRelease *self = g_new0 (AcqRetentionRelease, 1);

  self->day = self->deadline = ACQ_DAY_NONE;
  self->terms = acq_retention_terms_init ();
  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

void
acq_retention_release_free (AcqRetentionRelease *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  clear (&self->terms);
  g_ptr_array_unref (self->items);
  g_free (self);
}

AcqReleaseItem *
acq_retention_release_add (AcqRetentionRelease *self, const char *number, AcqDay issued, gint64 total, gint64 settled,
                           gint64 retained)
{
  AcqReleaseItem *item = g_new0 (AcqReleaseItem, 1);

  item->number = g_strdup (number);
  item->issued = issued;
  item->total = total;
  item->settled = settled;
  item->retained = retained;
  g_ptr_array_add (self->items, item);
  return item;
}

AcqDay
acq_retention_release_end (const AcqRetentionRelease *self)
{
  return self->terms.accepted == ACQ_DAY_NONE ? ACQ_DAY_NONE : acq_day_add_months (self->terms.accepted, self->months);
}

gint64
acq_retention_release_total (const AcqRetentionRelease *self)
{
  gint64 total = 0;

  for (guint i = 0; i < self->items->len; i++)
    total += ((const AcqReleaseItem *) self->items->pdata[i])->retained;
  return total;
}
