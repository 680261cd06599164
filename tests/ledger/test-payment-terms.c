/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-terms.h"

static AcqDay
day_of (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  g_assert_cmpint (day, !=, ACQ_DAY_NONE);
  return day;
}

static const struct
{
  const char *text;
  AcqPaymentTerms terms;
} readings[] = {
  { "30", { 30, FALSE, 0 } },
  { "30 jours", { 30, FALSE, 0 } },
  { "30 j. net", { 30, FALSE, 0 } },
  { "45 jours fin de mois", { 45, TRUE, 0 } },
  { "45 j FDM", { 45, TRUE, 0 } },
  { "30 days end of month", { 30, TRUE, 0 } },
  { "30 FDM le 10", { 30, TRUE, 10 } },
  { "fin de mois", { 0, TRUE, 0 } },
  { "Fin de mois le 10", { 0, TRUE, 10 } },
  { "30 jours fin de mois le 31", { 30, TRUE, 0 } },
  { "comptant", { 0, FALSE, 0 } },
  { "À réception", { 0, FALSE, 0 } },
  { "0", { 0, FALSE, 0 } },
  { "60 jours à réception", { 60, FALSE, 0 } },
  { "365", { 365, FALSE, 0 } },
  { "366", { -1, FALSE, 0 } },
  { "2 mois", { -1, FALSE, 0 } },
  { "99999999999999999999", { -1, FALSE, 0 } },
  { "virement", { -1, FALSE, 0 } },
  { "", { -1, FALSE, 0 } },
  { NULL, { -1, FALSE, 0 } },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      AcqPaymentTerms terms = acq_payment_terms_parse (readings[i].text);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (terms.days, ==, readings[i].terms.days);
      g_assert_cmpint (terms.end_of_month, ==, readings[i].terms.end_of_month);
      g_assert_cmpint (terms.day_of_month, ==, readings[i].terms.day_of_month);
    }
}

static void
test_format (void)
{
  for (int days = 0; days <= 365; days++)
    for (int day_of_month = -1; day_of_month <= 28; day_of_month++)
      {
        AcqPaymentTerms terms = { days, day_of_month >= 0, MAX (day_of_month, 0) };
        g_autofree char *text = acq_payment_terms_format (terms);
        AcqPaymentTerms again = acq_payment_terms_parse (text);

        g_assert_cmpint (again.days, ==, terms.days);
        g_assert_cmpint (again.end_of_month, ==, terms.end_of_month);
        g_assert_cmpint (again.day_of_month, ==, terms.day_of_month);
      }
  g_assert_null (acq_payment_terms_format (ACQ_PAYMENT_TERMS_UNKNOWN));
}

/* Invoice day, net 30, net 60, 45 days then end of month, 30 days then end of month. */
static const char *const due_days[][5] = {
  { "2026-01-15", "2026-02-14", "2026-03-16", "2026-03-31", "2026-02-28" },
  { "2026-01-31", "2026-03-02", "2026-04-01", "2026-03-31", "2026-03-31" },
  { "2026-02-15", "2026-03-17", "2026-04-16", "2026-04-30", "2026-03-31" },
  { "2026-02-28", "2026-03-30", "2026-04-29", "2026-04-30", "2026-03-31" },
};

static void
test_due_day (void)
{
  static const AcqPaymentTerms terms[] = { { 30, FALSE, 0 }, { 60, FALSE, 0 }, { 45, TRUE, 0 }, { 30, TRUE, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (due_days); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (terms); j++)
      g_assert_cmpint (acq_payment_terms_due_day (terms[j], day_of (due_days[i][0])), ==, day_of (due_days[i][j + 1]));
}

static void
test_odd_terms (void)
{
  AcqDay issued = day_of ("2026-01-15");

  g_assert_cmpint (acq_payment_terms_due_day (ACQ_PAYMENT_TERMS_UNKNOWN, issued), ==, day_of ("2026-02-14"));
  g_assert_cmpint (acq_payment_terms_due_day ((AcqPaymentTerms){ 0, FALSE, 0 }, issued), ==, issued);
  g_assert_cmpint (acq_payment_terms_due_day ((AcqPaymentTerms){ 0, TRUE, 10 }, issued), ==, day_of ("2026-02-10"));
  g_assert_cmpint (acq_payment_terms_due_day ((AcqPaymentTerms){ 30, TRUE, 15 }, day_of ("2025-12-05")), ==,
                   day_of ("2026-02-15"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payment-terms/parse", test_parse);
  g_test_add_func ("/payment-terms/format", test_format);
  g_test_add_func ("/payment-terms/due-day", test_due_day);
  g_test_add_func ("/payment-terms/odd-terms", test_odd_terms);
  return g_test_run ();
}
