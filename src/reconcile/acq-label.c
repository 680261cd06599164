/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label.h"

#include <string.h>

#include "acq-text-normalizer.h"

#define MAX_KEY_WORDS   4
#define MIN_KEY_LETTERS 3

/* Words that banks and payers write around a name. Sorted. */
static const char *const banking_words[] = {
  "ACOMPTE",     "AOUT",      "AU",           "AVOIR",    "AVRIL",    "BEN",         "BORDEREAU",
  "CARTE",       "CB",        "CHEQUE",       "CHEQUES",  "CHQ",      "CHQS",        "CLIENT",
  "COMPTE",      "CPTE",      "DECEMBRE",     "DIVERS",   "ECH",      "EID",         "EMETTEUR",
  "EMIS",        "EN",        "ENCAISSEMENT", "EUR",      "EUROS",    "FA",          "FAC",
  "FACT",        "FACTURE",   "FACTURES",     "FAVEUR",   "FC",       "FEVRIER",     "FOURNISSEUR",
  "FRAIS",       "FRM",       "ID",           "IMPAYE",   "INST",     "INSTANT",     "INSTANTANE",
  "INVOICE",     "JANVIER",   "JUILLET",      "JUIN",     "LIB",      "MAI",         "MARS",
  "MDT",         "MOIS",      "MOTIF",        "NB",       "NO",       "NOTPROVIDED", "NOVEMBRE",
  "NUM",         "NUMERO",    "OCTOBRE",      "PAIEMENT", "PAR",      "PAYMENT",     "POUR",
  "PRELEVEMENT", "PRELVT",    "PRLV",         "RECETTE",  "RECU",     "RECUS",       "REF",
  "REFDO",       "REFERENCE", "REGLEMENT",    "REGLT",    "REJET",    "REM",         "REMISE",
  "RETOUR",      "RGLT",      "RNF",          "SANS",     "SEPA",     "SEPTEMBRE",   "SOLDE",
  "TPE",         "TRANSFERT", "VERSEMENT",    "VIR",      "VIREMENT", "VIREMENTS",   "VOTRE",
  "WEB",
};
/* Legal forms and forms of address: on both sides of a comparison they say nothing. Sorted. */
static const char *const form_words[] = {
  "ASSO", "ASSOCIATION", "CIE",  "EARL", "EI",      "EIRL", "ENT", "ENTREPRISE", "ETABLISSEMENTS",
  "ETS",  "EURL",        "GAEC", "LTD",  "MADAME",  "MLLE", "MME", "MONSIEUR",   "MR",
  "SA",   "SARL",        "SAS",  "SASU", "SCA",     "SCEA", "SCI", "SCIC",       "SCM",
  "SCOP", "SELARL",      "SNC",  "SOC",  "SOCIETE", "STE",
};
/* Sorted. */
static const char *const article_words[] = { "DE", "DES", "DU", "ET", "LA", "LE", "LES" };

static int
compare_words (const void *a, const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

#define HAS_WORD(list, word)                                                                                 \
  (bsearch (word, list, G_N_ELEMENTS (list), sizeof (list[0]), compare_words) != NULL)

static gboolean
is_name_word (const char *word)
{
  guint letters = 0;

  for (const char *p = word; *p != '\0'; p++)
    letters += g_ascii_isalpha (*p) ? 1 : 0;
  return letters >= 2 && !HAS_WORD (form_words, word) && !HAS_WORD (article_words, word);
}

char **
acq_name_words (const char *name)
{
  g_auto (GStrv) words = acq_text_fold_words (name);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (is_name_word (words[i]))
      g_ptr_array_add (kept, g_strdup (words[i]));
  for (guint i = 0; kept->len == 0 && words[i] != NULL; i++)
    if (words[i + 1] == NULL || strlen (words[i]) > 1)
      g_ptr_array_add (kept, g_strdup (words[i]));
  g_ptr_array_add (kept, NULL);
  return (char **) g_ptr_array_free (kept, FALSE);
}

char *
acq_name_join (const char *name)
{
  g_auto (GStrv) words = acq_text_fold_words (name);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!HAS_WORD (form_words, words[i]))
      g_string_append (joined, words[i]);
  return g_string_free (joined, FALSE);
}

/* Where a bank cuts its text, the last word may be the beginning of one of these. */
static gboolean
begins_banking_word (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; length >= 2 && i < G_N_ELEMENTS (banking_words); i++)
    if (strncmp (banking_words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* What a payer wrote behind his name, for want of a mark between them: "FACT", "F20", "0781", "PAI". */
static gboolean
is_appended (const char *word)
{
  return strpbrk (word, "0123456789") != NULL || begins_banking_word (word);
}

/* How many words are the name, if nothing marks its end. */
static guint
count_name_words (char **words)
{
  guint n = g_strv_length (words);

  while (n > 1 && is_appended (words[n - 1]))
    n--;
  return n;
}

static char *
join_payer (const char *text, gboolean marked)
{
  g_auto (GStrv) words = acq_text_fold_words (text);
  GString *joined = g_string_new (NULL);
  guint n = marked ? g_strv_length (words) : count_name_words (words);

  for (guint i = 0; i < n; i++)
    if (!HAS_WORD (form_words, words[i]) && !HAS_WORD (banking_words, words[i]))
      g_string_append (joined, words[i]);
  return g_string_free (joined, FALSE);
}

static gboolean
starts_payer (const char *token)
{
  return g_ascii_strcasecmp (token, "/DE") == 0 || g_ascii_strcasecmp (token, "/FRM") == 0
         || g_ascii_strcasecmp (token, "DE:") == 0 || g_ascii_strcasecmp (token, "D/O") == 0;
}

static gboolean
ends_payer (const char *token)
{
  return token[0] == '/' || g_ascii_strcasecmp (token, "MOTIF:") == 0
         || g_ascii_strcasecmp (token, "REF:") == 0 || g_ascii_strcasecmp (token, "PRLV") == 0;
}

/* The part of the label that names the payer, by the bank's own marks; NULL where it has none. */
static char *
cut_payer (const char *label)
{
  g_auto (GStrv) tokens = g_strsplit (label, " ", -1);
  g_autoptr (GString) payer = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (inside && ends_payer (tokens[i]))
        break;
      if (inside)
        g_string_append_printf (payer, "%s ", tokens[i]);
      inside = inside || starts_payer (tokens[i]);
    }
  return payer->len > 0 ? g_strdup (payer->str) : NULL;
}

static char **
read_payer_words (const char *text, gboolean marked)
{
  g_auto (GStrv) words = acq_text_fold_words (text);
  GPtrArray *kept = g_ptr_array_new ();
  guint n = marked ? g_strv_length (words) : count_name_words (words);

  for (guint i = 0; i < n; i++)
    if (is_name_word (words[i]) && !HAS_WORD (banking_words, words[i]))
      g_ptr_array_add (kept, g_strdup (words[i]));
  g_ptr_array_add (kept, NULL);
  return (char **) g_ptr_array_free (kept, FALSE);
}

/* Letters that are followed by digits keep the letters ("BOULANGERIE75"); any other mixture is a reference. */
static gsize
leading_name (const char *word)
{
  gsize letters = strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  gsize digits = strspn (word + letters, "0123456789");

  if (word[letters + digits] != '\0' || letters < 2 || (digits > 0 && letters < 4))
    return 0;
  return letters;
}

static char *
make_key (char **payer_words)
{
  GString *key = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; payer_words[i] != NULL && n < MAX_KEY_WORDS; i++)
    {
      gsize letters = leading_name (payer_words[i]);

      if (letters == 0)
        continue;
      if (n++ > 0)
        g_string_append_c (key, ' ');
      g_string_append_len (key, payer_words[i], (gssize) letters);
    }
  if (key->len >= MIN_KEY_LETTERS)
    return g_string_free (key, FALSE);
  g_string_free (key, TRUE);
  return NULL;
}

static gboolean
has_any (char **words, const char *const *wanted)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (wanted, words[i]))
      return TRUE;
  return FALSE;
}

static void
read_facts (AcqLabel *self)
{
  static const char *const deposit[] = { "ACOMPTE", "ACPTE", "ARRHES", NULL };
  static const char *const remittance[] = { "REM", "REMISE", "BORDEREAU", NULL };
  static const char *const cheque[] = { "CHQ", "CHQS", "CHEQUE", "CHEQUES", NULL };

  self->says_deposit = has_any (self->words, deposit);
  self->cheque_deposit = has_any (self->words, remittance) && has_any (self->words, cheque);
  for (guint i = 0; self->cheque_deposit && self->words[i] != NULL && self->words[i + 1] != NULL; i++)
    if (g_strv_contains (cheque, self->words[i + 1]) && strlen (self->words[i]) <= 2)
      self->n_cheques = (guint) g_ascii_strtoull (self->words[i], NULL, 10);
}

AcqLabel *
acq_label_read (const AcqTransaction *transaction)
{
  AcqLabel *self = g_new0 (AcqLabel, 1);
  const char *label = transaction->label != NULL ? transaction->label : "";
  g_autofree char *cut = cut_payer (label);
  g_autofree char *all = g_strjoin (" ", label, transaction->remittance, NULL);
  const char *payer = cut != NULL ? cut : label;
  gboolean marked;

  if (transaction->counterparty != NULL && transaction->counterparty[0] != '\0')
    payer = transaction->counterparty;
  marked = payer != label;
  self->words = acq_text_fold_words (all);
  self->payer_words = read_payer_words (payer, marked);
  self->payer_name = join_payer (payer, marked);
  read_facts (self);
  self->provider = acq_payment_provider_find (self->payer_words);
  if (!self->cheque_deposit && self->provider == NULL)
    self->payer_key = make_key (self->payer_words);
  return self;
}

void
acq_label_free (AcqLabel *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->payer_words);
  g_strfreev (self->words);
  g_free (self->payer_name);
  g_free (self->payer_key);
  g_free (self);
}

char *
acq_payer_key (const AcqTransaction *transaction)
{
  g_autoptr (AcqLabel) label = acq_label_read (transaction);

  return g_steal_pointer (&label->payer_key);
}
