/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rate-clause.h"

typedef struct
{
  const char *text;
  AcqRateRule rule;
  int rate;
} Case;

static const Case cases[] = {
  { "Tout retard de paiement engendre une pénalité calculée sur la base de trois fois le taux d’intérêt légal.",
    ACQ_RATE_RULE_LEGAL_TIMES_3, 0 },
  { "Pénalités de retard : 3 fois le taux légal", ACQ_RATE_RULE_LEGAL_TIMES_3, 0 },
  { "Pénalités au triple du taux de l’intérêt légal", ACQ_RATE_RULE_LEGAL_TIMES_3, 0 },
  { "Taux de la BCE majoré de 10 points", ACQ_RATE_RULE_ECB_PLUS_10, 0 },
  { "taux appliqué par la Banque centrale européenne à son opération de refinancement la plus récente majoré de 10 points "
    "de pourcentage",
    ACQ_RATE_RULE_ECB_PLUS_10, 0 },
  { "Taux BCE majoré de 10 %", ACQ_RATE_RULE_ECB_PLUS_10, 0 },
  { "Pénalités de retard : 12 % l’an", ACQ_RATE_RULE_CONTRACT, 1200 },
  { "pénalité de 10,75\u202f% par an", ACQ_RATE_RULE_CONTRACT, 1075 },
  { "15% annuel (15 %)", ACQ_RATE_RULE_CONTRACT, 1500 },
  { "1,5 % par mois de retard", ACQ_RATE_RULE_CONTRACT, 1800 },
  { "Taux mensuel de 1.5%", ACQ_RATE_RULE_CONTRACT, 1800 },
  /* Not certain. */
  { NULL, ACQ_RATE_RULE_NONE, 0 },
  { "", ACQ_RATE_RULE_NONE, 0 },
  { "%", ACQ_RATE_RULE_NONE, 0 },
  { ", %", ACQ_RATE_RULE_NONE, 0 },
  { "0 %", ACQ_RATE_RULE_NONE, 0 },
  { "1.2.3 %", ACQ_RATE_RULE_NONE, 0 },
  { "1234567 %", ACQ_RATE_RULE_NONE, 0 },
  { "400 % l’an", ACQ_RATE_RULE_NONE, 0 },
  { "99 % par mois", ACQ_RATE_RULE_NONE, 0 },
  { "Selon nos conditions générales", ACQ_RATE_RULE_NONE, 0 },
  { "Escompte de 2 % pour paiement comptant", ACQ_RATE_RULE_NONE, 0 },
  { "Pénalités de 12 % l’an, 10 % pour les particuliers", ACQ_RATE_RULE_NONE, 0 },
  { "Trois fois le taux légal, soit 12 %", ACQ_RATE_RULE_NONE, 0 },
  { "Taux légal majoré de 5 %", ACQ_RATE_RULE_NONE, 0 },
  { "Taux BCE + 10 points, au moins trois fois le taux légal", ACQ_RATE_RULE_NONE, 0 },
  { "Trois fois rappelé, 3 fois payé", ACQ_RATE_RULE_NONE, 0 },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqRateClause clause = acq_rate_clause_read (cases[i].text);

      g_test_message ("%s", cases[i].text == NULL ? "(none)" : cases[i].text);
      g_assert_cmpint (clause.rule, ==, cases[i].rule);
      g_assert_cmpint (clause.rate, ==, cases[i].rate);
    }
}

/* Whatever stands there, the answer is one of the rules above, and a contract's rate is a rate. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "12", "%", " ", ",", ".", "BCE", "10 points", "trois fois", "légal", "par mois",
                                        "\u202f", "é", "0", "99", "majoré de 10", "\n" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      AcqRateClause clause;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      clause = acq_rate_clause_read (text->str);
      g_assert_true (clause.rule == ACQ_RATE_RULE_NONE || clause.rule == ACQ_RATE_RULE_ECB_PLUS_10
                     || clause.rule == ACQ_RATE_RULE_LEGAL_TIMES_3 || clause.rule == ACQ_RATE_RULE_CONTRACT);
      g_assert_true ((clause.rule == ACQ_RATE_RULE_CONTRACT) == (clause.rate != 0));
      g_assert_true (clause.rate >= 0 && clause.rate <= 10000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate-clause/cases", test_cases);
  g_test_add_func ("/rate-clause/anything", test_anything);
  return g_test_run ();
}
