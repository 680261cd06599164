/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fec.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* A journal of which at least this share (in per cent) of lines are on accounts of money is a bank's or a till's. */
#define MONEY_SHARE 25

static const char *const opening_codes[] = { "AN", "ANO", "RAN", "ANOUV", "AANOUV", "A NOUV", "A NOUVEAU" };
static const char *const opening_phrases[]
  = { "A NOUVEAU", "A NOUVEAUX", "ANOUVEAUX", "ANOUVEAU", "REPORT A NOUVEAU" };
static const char *const sales_codes[]
  = { "VE", "VEN", "VT", "VTE", "VTES", "VENTE", "VENTES", "FAC", "FACT", "FC" };
static const char *const sales_phrases[]
  = { "VENTE", "VENTES", "FACTURE", "FACTURES", "FACTURATION", "SALES" };
static const char *const credit_note_words[]
  = { "AVOIR", "AVOIRS", "RRR", "REMISE COMMERCIALE", "RISTOURNE" };

/* Whole words of folded texts, in the order in which they count. */
static const struct
{
  const char *word;
  AcqMeans means;
} means_words[] = {
  { "IRRECOUVRABLE", ACQ_MEANS_WRITE_OFF },
  { "PERTE", ACQ_MEANS_WRITE_OFF },
  { "COMPENSATION", ACQ_MEANS_COMPENSATION },
  { "LCR", ACQ_MEANS_BILL },
  { "TRAITE", ACQ_MEANS_BILL },
  { "EFFET", ACQ_MEANS_BILL },
  { "EFFETS", ACQ_MEANS_BILL },
  { "BOR", ACQ_MEANS_BILL },
  { "CHEQUE", ACQ_MEANS_CHEQUE },
  { "CHEQUES", ACQ_MEANS_CHEQUE },
  { "CHQ", ACQ_MEANS_CHEQUE },
  { "CHQS", ACQ_MEANS_CHEQUE },
  { "CHE", ACQ_MEANS_CHEQUE },
  { "CH", ACQ_MEANS_CHEQUE },
  { "RCH", ACQ_MEANS_CHEQUE },
  { "PRLV", ACQ_MEANS_DIRECT_DEBIT },
  { "PRELEVEMENT", ACQ_MEANS_DIRECT_DEBIT },
  { "PRELEVEMENTS", ACQ_MEANS_DIRECT_DEBIT },
  { "SDD", ACQ_MEANS_DIRECT_DEBIT },
  { "VIR", ACQ_MEANS_TRANSFER },
  { "VIREMENT", ACQ_MEANS_TRANSFER },
  { "VIREMENTS", ACQ_MEANS_TRANSFER },
  { "VRT", ACQ_MEANS_TRANSFER },
  { "CB", ACQ_MEANS_CARD },
  { "CARTE", ACQ_MEANS_CARD },
  { "ESPECES", ACQ_MEANS_CASH },
  { "ESP", ACQ_MEANS_CASH },
  { "CAISSE", ACQ_MEANS_CASH },
};

static gboolean
is_among (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (text, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
holds_phrase (const char *folded, const char *phrase)
{
  gsize len = strlen (phrase);

  for (const char *at = strstr (folded, phrase); at != NULL; at = strstr (at + 1, phrase))
    if ((at == folded || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
      return TRUE;
  return FALSE;
}

static gboolean
holds_any (const char *folded, const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (holds_phrase (folded, phrases[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_money_journal (const AcqFec *self, const char *code)
{
  const AcqFecJournal *journal = g_hash_table_lookup (self->journals, code);

  return journal != NULL && journal->money_rows * 100 >= journal->rows * MONEY_SHARE;
}

/* An entry of neither sales nor money (opérations diverses) bills when it debits; when it credits, it is a credit note if
   its label says so, else it settles (set off, written off). */
AcqFecRole
acq_fec_row_role (const AcqFec *self, const AcqFecRow *row)
{
  g_autofree char *code = acq_text_fold (row->journal);
  g_autofree char *journal = acq_text_fold (row->journal_label);
  g_autofree char *label = acq_text_fold (row->label);

  if (is_among (code, opening_codes, G_N_ELEMENTS (opening_codes))
      || holds_any (journal, opening_phrases, G_N_ELEMENTS (opening_phrases))
      || holds_any (label, opening_phrases, G_N_ELEMENTS (opening_phrases)))
    return ACQ_FEC_ROLE_OPENING;
  if (is_among (code, sales_codes, G_N_ELEMENTS (sales_codes))
      || holds_any (journal, sales_phrases, G_N_ELEMENTS (sales_phrases)))
    return ACQ_FEC_ROLE_INVOICE;
  if (is_money_journal (self, row->journal))
    return row->amount > 0 && row->lettering[0] == '\0' ? ACQ_FEC_ROLE_INVOICE : ACQ_FEC_ROLE_MONEY;
  if (row->amount > 0 || holds_any (label, credit_note_words, G_N_ELEMENTS (credit_note_words)))
    return ACQ_FEC_ROLE_INVOICE;
  return ACQ_FEC_ROLE_MONEY;
}

AcqMeans
acq_fec_row_means (const AcqFecRow *row)
{
  const char *const texts[] = { row->mode, row->label, row->journal_label, row->journal };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = acq_text_fold (texts[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (means_words); j++)
        if (holds_phrase (folded, means_words[j].word))
          return means_words[j].means;
    }
  return ACQ_MEANS_UNKNOWN;
}

char *
acq_fec_row_customer_code (const AcqFecRow *row)
{
  const char *suffix = row->account + 3;

  if (row->aux[0] != '\0')
    return g_strdup (row->aux);
  suffix += strspn (suffix, "0");
  for (const char *p = suffix; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      return g_strdup (suffix);
  return g_strdup (row->account);
}
