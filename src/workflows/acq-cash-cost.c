/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cash-cost.h"

#include "acq-money.h"
#include "acq-settings-repository.h"

/* Hundredths of a per cent in the whole. */
#define WHOLE        10000
#define DAYS_OF_YEAR 365

AcqCashTerms
acq_cash_terms_usual (void)
{
  return (AcqCashTerms){
    .factoring_fee = 150,
    .factoring_rate = 600,
    .factoring_days = 60,
    .discount = 200,
    .discount_days = 30,
  };
}

static gboolean
load_share (AcqCompanyFile *file, const char *key, int *share, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = acq_settings_repository_get (acq_company_file_connection (file), key, &local_error);
  gint64 value;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (text != NULL && acq_amount_parse (text, 2, &value) && value >= 0 && value < WHOLE)
    *share = (int) value;
  return TRUE;
}

static gboolean
load_days (AcqCompanyFile *file, const char *key, int *days, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = acq_settings_repository_get (acq_company_file_connection (file), key, &local_error);
  guint64 value;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, 1000, &value, NULL))
    *days = (int) value;
  return TRUE;
}

gboolean
acq_cash_terms_load (AcqCompanyFile *file, AcqCashTerms *ret_terms, GError **error)
{
  *ret_terms = acq_cash_terms_usual ();
  return load_share (file, "factoring_fee", &ret_terms->factoring_fee, error)
         && load_share (file, "factoring_rate", &ret_terms->factoring_rate, error)
         && load_days (file, "factoring_days", &ret_terms->factoring_days, error)
         && load_share (file, "discount", &ret_terms->discount, error)
         && load_days (file, "discount_days", &ret_terms->discount_days, error);
}

gint64
acq_factoring_cost (const AcqCashTerms *terms, gint64 amount)
{
  g_return_val_if_fail (amount >= 0, 0);

  return acq_amount_scale (amount, terms->factoring_fee, WHOLE)
         + acq_amount_scale (amount, (gint64) terms->factoring_rate * terms->factoring_days,
                             (gint64) WHOLE * DAYS_OF_YEAR);
}

gint64
acq_discount_cost (const AcqCashTerms *terms, gint64 amount)
{
  g_return_val_if_fail (amount >= 0, 0);

  return acq_amount_scale (amount, terms->discount, WHOLE);
}

gint64
acq_discount_yearly_rate (const AcqCashTerms *terms)
{
  g_return_val_if_fail (terms->discount < WHOLE && terms->discount_days > 0, 0);

  return acq_amount_scale ((gint64) terms->discount * DAYS_OF_YEAR, WHOLE,
                           (gint64) (WHOLE - terms->discount) * terms->discount_days);
}

char *
acq_cash_share_normalize (const char *text)
{
  gint64 share;

  return acq_amount_parse (text, 2, &share) && share >= 0 && share < WHOLE ? acq_amount_format (share) : NULL;
}
