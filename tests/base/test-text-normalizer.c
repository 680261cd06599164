/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-text-normalizer.h"

typedef struct
{
  const char *text;
  const char *result;
} TextCase;

static void
check_texts (const TextCase *cases, gsize n_cases, char *(*normalize) (const char *) )
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *result = normalize (cases[i].text);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_squeeze (void)
{
  static const TextCase cases[] = {
    { "  VIR   SEPA\tRECU \n", "VIR SEPA RECU" },
    { "a\u00a0\u202fb", "a b" },
    { "\u200b\ufeff", "" },
    { "Élan d’été", "Élan d’été" },
    { "a\x01" "b", "a b" },
    { "", "" },
    { NULL, "" },
  };

  check_texts (cases, G_N_ELEMENTS (cases), acq_text_squeeze);
}

static void
test_fold (void)
{
  static const TextCase cases[] = {
    { "Société Générale, S.A.", "SOCIETE GENERALE S A" },
    { "  œuvre & cœur ", "OEUVRE COEUR" },
    { "Straße", "STRASSE" },
    { "L’Haÿ-les-Roses", "L HAY LES ROSES" },
    /* Letters and marks apart, as some systems write them. */
    { "E\u0301te\u0301", "ETE" },
    { "Þórður Øst Łódź", "THORDUR OST LODZ" },
    { "\ufb01n de mois", "FIN DE MOIS" },
    { "n\u00b0 12", "N 12" },
    { "10 m\u00b2", "10 M2" },
    { "FA25-0027", "FA25 0027" },
    { "---", "" },
    { "Ωμέγα", "" },
    { "", "" },
    { NULL, "" },
  };

  check_texts (cases, G_N_ELEMENTS (cases), acq_text_fold);
}

static void
test_fold_key (void)
{
  static const TextCase cases[] = {
    { "N° de facture", "ndefacture" }, { "Date d'échéance", "datedecheance" }, { "MONTANT_TTC", "montantttc" }, { NULL, "" },
  };

  check_texts (cases, G_N_ELEMENTS (cases), acq_text_fold_key);
}

static void
test_fold_address (void)
{
  static const TextCase cases[] = {
    { "12 bis, rue de l’Église", "12 BIS RUE DE L EGLISE" },
    { "Saint-Étienne-du-Grès", "SAINT-ETIENNE-DU-GRES" },
    { "3/5 cours Œillet", "3/5 COURS OEILLET" },
  };

  check_texts (cases, G_N_ELEMENTS (cases), acq_text_fold_address);
}

static void
test_fold_words (void)
{
  g_auto (GStrv) words = acq_text_fold_words ("M. & Mme d'Été");
  g_auto (GStrv) none = acq_text_fold_words (" - ");

  g_assert_cmpuint (g_strv_length (words), ==, 4);
  g_assert_cmpstr (words[1], ==, "MME");
  g_assert_cmpstr (words[2], ==, "D");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* Whatever the text: capitals and digits with single spaces between, and folding again changes nothing. */
static void
test_any_text (void)
{
  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, i % 3 == 0 ? 0x10000 : 0x250);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      folded = acq_text_fold (text->str);
      again = acq_text_fold (folded);
      g_assert_cmpstr (folded, ==, again);
      for (const char *p = folded; *p != '\0'; p++)
        g_assert_true (g_ascii_isupper (*p) || g_ascii_isdigit (*p) || (*p == ' ' && p > folded && p[1] != ' ' && p[1] != '\0'));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/squeeze", test_squeeze);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-key", test_fold_key);
  g_test_add_func ("/text/fold-address", test_fold_address);
  g_test_add_func ("/text/fold-words", test_fold_words);
  g_test_add_func ("/text/any-text", test_any_text);
  return g_test_run ();
}
