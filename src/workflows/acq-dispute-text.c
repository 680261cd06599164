/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dispute-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

static const char *const categories[] = {
  [ACQ_DISPUTE_CATEGORY_UNKNOWN] = N_ ("Not said"),
  [ACQ_DISPUTE_CATEGORY_PRICE] = N_ ("Amount or price"),
  [ACQ_DISPUTE_CATEGORY_QUANTITY] = N_ ("Delivery or quantity"),
  [ACQ_DISPUTE_CATEGORY_QUALITY] = N_ ("Quality or defect"),
  [ACQ_DISPUTE_CATEGORY_NOT_ORDERED] = N_ ("Not ordered"),
  [ACQ_DISPUTE_CATEGORY_DOCUMENT] = N_ ("Order number or document missing"),
  [ACQ_DISPUTE_CATEGORY_DETAILS] = N_ ("VAT or address wrong"),
  [ACQ_DISPUTE_CATEGORY_OTHER] = N_ ("Something else"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (categories) == ACQ_N_DISPUTE_CATEGORIES);

const char *
acq_dispute_category_text (AcqDisputeCategory category)
{
  g_return_val_if_fail ((gsize) category < G_N_ELEMENTS (categories), NULL);
  return _ (categories[category]);
}

char *
acq_dispute_age_text (AcqDay opened, AcqDay today)
{
  int days = today - opened;

  if (days <= 0)
    return g_strdup (_ ("Disputed today"));
  return g_strdup_printf (ngettext ("Disputed for %d day", "Disputed for %d days", (gulong) days), days);
}

char *
acq_dispute_person_text (const AcqNote *dispute)
{
  if (dispute->person == NULL || dispute->person[0] == '\0')
    return NULL;
  /* Translators: somebody at our side. */
  return g_strdup_printf (_ ("followed up by %s"), dispute->person);
}

char *
acq_dispute_text (const AcqNote *dispute, AcqDay today)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  char *person = acq_dispute_person_text (dispute);

  g_ptr_array_add (phrases, acq_dispute_age_text (dispute->day, today));
  if (dispute->category != ACQ_DISPUTE_CATEGORY_UNKNOWN)
    g_ptr_array_add (phrases, g_strdup (acq_dispute_category_text (dispute->category)));
  if (dispute->until != ACQ_DAY_NONE)
    {
      g_autofree char *until = acq_day_text (dispute->until, today);

      g_ptr_array_add (phrases, g_strdup_printf (_ ("until %s"), until));
    }
  if (dispute->reason != NULL && dispute->reason[0] != '\0')
    g_ptr_array_add (phrases, g_strdup_printf (_ ("“%s”"), dispute->reason));
  if (person != NULL)
    g_ptr_array_add (phrases, person);
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (" · ", (char **) phrases->pdata);
}
