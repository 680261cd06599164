/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-layouts.h"

#include <string.h>

static const char *const column_codes[] = {
  "ignored",      "day",        "value_day",    "label",
  "amount",       "debit",      "credit",       "side",
  "fee",          "currency",   "balance",      "account",
  "account_name", "bank_ref",   "counterparty", "counterparty_iban",
  "remittance",   "end_to_end", "status",
};

ACQ_DEFINE_CODES (AcqBankColumn, acq_bank_column, column_codes)

/* The layouts of French banks, from exports of 2015 to 2026. A new bank is a line here. */
static const AcqBankLayout layouts[] = {
  { "Crédit Agricole", { "DATE", "LIBELLE", "DEBIT EUROS", "CREDIT EUROS" }, { { NULL, 0 } } },
  { "Société Générale",
    { "DATE DE L OPERATION", "LIBELLE", "DETAIL DE L ECRITURE", "MONTANT DE L OPERATION" },
    { { NULL, 0 } } },
  { "BNP Paribas",
    { "DATE OPERATION", "LIBELLE COURT", "TYPE OPERATION", "LIBELLE OPERATION" },
    { { "LIBELLE COURT", ACQ_BANK_COLUMN_IGNORED }, { "TYPE OPERATION", ACQ_BANK_COLUMN_IGNORED } } },
  { "BPCE",
    { "LIBELLE SIMPLIFIE", "LIBELLE OPERATION", "INFORMATIONS COMPLEMENTAIRES", "TYPE OPERATION" },
    { { "LIBELLE SIMPLIFIE", ACQ_BANK_COLUMN_COUNTERPARTY },
      { "INFORMATIONS COMPLEMENTAIRES", ACQ_BANK_COLUMN_REMITTANCE },
      { "DATE OPERATION", ACQ_BANK_COLUMN_IGNORED } } },
  { "Caisse d'Épargne", { "DATE", "NUMERO D OPERATION", "LIBELLE", "DETAIL" }, { { NULL, 0 } } },
  { "Crédit Mutuel, CIC", { "DATE", "DATE DE VALEUR", "LIBELLE", "SOLDE" }, { { NULL, 0 } } },
  { "La Banque Postale", { "DATE", "LIBELLE", "MONTANT EUROS" }, { { NULL, 0 } } },
  { "BoursoBank", { "DATEOP", "DATEVAL", "LABEL", "ACCOUNTNUM" }, { { NULL, 0 } } },
  { "Fortuneo", { "DATE OPERATION", "DATE VALEUR", "LIBELLE", "DEBIT" }, { { NULL, 0 } } },
  { "Shine",
    { "TRANSACTION ID", "TYPE DE TRANSACTION", "SOLDE MOUVEMENT" },
    { { "SOLDE MOUVEMENT", ACQ_BANK_COLUMN_IGNORED }, { "SOLDE BANCAIRE", ACQ_BANK_COLUMN_BALANCE } } },
  { "Qonto",
    { "SETTLEMENT DATE UTC", "TOTAL AMOUNT INCL VAT", "COUNTERPARTY NAME" },
    { { "IBAN", ACQ_BANK_COLUMN_COUNTERPARTY_IBAN }, { "REFERENCE", ACQ_BANK_COLUMN_REMITTANCE } } },
  { "Qonto",
    { "STATUT", "MONTANT TOTAL TTC", "NOM DE LA CONTREPARTIE" },
    { { "IBAN", ACQ_BANK_COLUMN_COUNTERPARTY_IBAN }, { "REFERENCE", ACQ_BANK_COLUMN_REMITTANCE } } },
  { "Revolut",
    { "STARTED DATE", "COMPLETED DATE", "DESCRIPTION", "AMOUNT" },
    { { "FEE", ACQ_BANK_COLUMN_FEE } } },
  { "Revolut",
    { "DATE DE DEBUT", "DATE DE FIN", "DESCRIPTION", "MONTANT" },
    { { "FRAIS", ACQ_BANK_COLUMN_FEE }, { "DATE DE FIN", ACQ_BANK_COLUMN_DAY } } },
  { "Revolut Business",
    { "DATE STARTED UTC", "DATE COMPLETED UTC", "DESCRIPTION", "TOTAL AMOUNT" },
    { { "AMOUNT", ACQ_BANK_COLUMN_IGNORED },
      { "TOTAL AMOUNT", ACQ_BANK_COLUMN_AMOUNT },
      { "PAYMENT CURRENCY", ACQ_BANK_COLUMN_CURRENCY },
      { "REFERENCE", ACQ_BANK_COLUMN_REMITTANCE },
      { "PAYER", ACQ_BANK_COLUMN_COUNTERPARTY } } },
  { "Revolut Business",
    { "DATE STARTED UTC", "DATE COMPLETED UTC", "DESCRIPTION", "AMOUNT" },
    { { "FEE", ACQ_BANK_COLUMN_FEE },
      { "PAYMENT CURRENCY", ACQ_BANK_COLUMN_CURRENCY },
      { "REFERENCE", ACQ_BANK_COLUMN_REMITTANCE },
      { "PAYER", ACQ_BANK_COLUMN_COUNTERPARTY } } },
};

/* Headings and what stands below them, in any bank's table; "starts": further words may follow. The first that fits
   counts, and of two columns of a table the one named further up. */
static const struct
{
  const char *words;
  gboolean starts;
  AcqBankColumn column;
} headings[] = {
  { "DATE DE VALEUR", TRUE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "DATE VALEUR", TRUE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "DATEVAL", FALSE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "VALUE DATE", TRUE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "VALUTADATUM", FALSE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "DATE DE LA VALEUR", TRUE, ACQ_BANK_COLUMN_VALUE_DAY },
  { "DATE DE COMPTABILISATION", TRUE, ACQ_BANK_COLUMN_DAY },
  { "DATE COMPTABLE", TRUE, ACQ_BANK_COLUMN_DAY },
  { "BOOKING DATE", FALSE, ACQ_BANK_COLUMN_DAY },
  { "SETTLEMENT DATE", TRUE, ACQ_BANK_COLUMN_DAY },
  { "COMPLETED DATE", FALSE, ACQ_BANK_COLUMN_DAY },
  { "DATE COMPLETED", TRUE, ACQ_BANK_COLUMN_DAY },
  { "DATE DE L OPERATION", TRUE, ACQ_BANK_COLUMN_DAY },
  { "DATE D OPERATION", TRUE, ACQ_BANK_COLUMN_DAY },
  { "DATE OPERATION", TRUE, ACQ_BANK_COLUMN_DAY },
  { "DATEOP", FALSE, ACQ_BANK_COLUMN_DAY },
  { "OPERATION DATE", TRUE, ACQ_BANK_COLUMN_DAY },
  { "TRANSACTION DATE", FALSE, ACQ_BANK_COLUMN_DAY },
  { "DATE", FALSE, ACQ_BANK_COLUMN_DAY },
  { "BUCHUNGSTAG", FALSE, ACQ_BANK_COLUMN_DAY },
  { "FECHA", FALSE, ACQ_BANK_COLUMN_DAY },
  { "DATE DE DEBUT", TRUE, ACQ_BANK_COLUMN_IGNORED },
  { "DATE STARTED", TRUE, ACQ_BANK_COLUMN_IGNORED },
  { "LIBELLE", TRUE, ACQ_BANK_COLUMN_LABEL },
  { "LABEL", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "DESCRIPTION", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "INTITULE", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "OPERATION", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "OPERATIONS", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "NATURE DE L OPERATION", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "DETAIL", TRUE, ACQ_BANK_COLUMN_LABEL },
  { "DETAILS", TRUE, ACQ_BANK_COLUMN_LABEL },
  { "CONCEPTO", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "VERWENDUNGSZWECK", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "COMMUNICATION", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "INFORMATIONS COMPLEMENTAIRES", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "REFERENCE END TO END", FALSE, ACQ_BANK_COLUMN_END_TO_END },
  { "END TO END", TRUE, ACQ_BANK_COLUMN_END_TO_END },
  { "REFERENCE", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "REF", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "NUMERO D OPERATION", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "OPERATION NUMBER", FALSE, ACQ_BANK_COLUMN_LABEL },
  { "MOTIF", FALSE, ACQ_BANK_COLUMN_REMITTANCE },
  { "TOTAL AMOUNT", TRUE, ACQ_BANK_COLUMN_AMOUNT },
  { "MONTANT TOTAL", TRUE, ACQ_BANK_COLUMN_AMOUNT },
  { "MONTANT", TRUE, ACQ_BANK_COLUMN_AMOUNT },
  { "AMOUNT", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "AMOUNT EUR", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "SOMME", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "VALEUR", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "BETRAG", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "IMPORTE", FALSE, ACQ_BANK_COLUMN_AMOUNT },
  { "DEBIT CREDIT", FALSE, ACQ_BANK_COLUMN_SIDE },
  { "CREDIT DEBIT", FALSE, ACQ_BANK_COLUMN_SIDE },
  { "D C", FALSE, ACQ_BANK_COLUMN_SIDE },
  { "SENS", FALSE, ACQ_BANK_COLUMN_SIDE },
  { "DEBIT", TRUE, ACQ_BANK_COLUMN_DEBIT },
  { "DEBITS", FALSE, ACQ_BANK_COLUMN_DEBIT },
  { "CREDIT", TRUE, ACQ_BANK_COLUMN_CREDIT },
  { "CREDITS", FALSE, ACQ_BANK_COLUMN_CREDIT },
  { "DEVISE", TRUE, ACQ_BANK_COLUMN_CURRENCY },
  { "CURRENCY", FALSE, ACQ_BANK_COLUMN_CURRENCY },
  { "CCY", FALSE, ACQ_BANK_COLUMN_CURRENCY },
  { "MONEDA", FALSE, ACQ_BANK_COLUMN_CURRENCY },
  { "SOLDE", FALSE, ACQ_BANK_COLUMN_BALANCE },
  { "SOLDE BANCAIRE", FALSE, ACQ_BANK_COLUMN_BALANCE },
  { "BALANCE", FALSE, ACQ_BANK_COLUMN_BALANCE },
  { "ACCOUNTNUM", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "ACCOUNT NUMBER", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "NUMERO DE COMPTE", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "NUMERO COMPTE", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "N DE COMPTE", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "IBAN", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "COMPTE", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "CUENTA", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "ACCOUNTLABEL", FALSE, ACQ_BANK_COLUMN_ACCOUNT_NAME },
  { "NOM DU COMPTE", FALSE, ACQ_BANK_COLUMN_ACCOUNT_NAME },
  { "TRANSACTION ID", FALSE, ACQ_BANK_COLUMN_BANK_REF },
  { "IDENTIFIANT DE TRANSACTION", FALSE, ACQ_BANK_COLUMN_BANK_REF },
  { "ID", FALSE, ACQ_BANK_COLUMN_BANK_REF },
  { "COUNTERPARTY NAME", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "COUNTERPARTY", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "NOM DE LA CONTREPARTIE", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "CONTREPARTIE", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "PARTNER NAME", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "PARTY", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "TIERS", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "PAYEUR", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "PAYEE", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY },
  { "BANK ACCOUNT", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY_IBAN },
  { "COUNTERPARTY IBAN", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY_IBAN },
  { "IBAN DE LA CONTREPARTIE", FALSE, ACQ_BANK_COLUMN_COUNTERPARTY_IBAN },
  { "ACCOUNT", FALSE, ACQ_BANK_COLUMN_ACCOUNT },
  { "STATUS", FALSE, ACQ_BANK_COLUMN_STATUS },
  { "STATUT", FALSE, ACQ_BANK_COLUMN_STATUS },
  { "STATE", FALSE, ACQ_BANK_COLUMN_STATUS },
  { "ETAT", FALSE, ACQ_BANK_COLUMN_STATUS },
};

static gboolean
has_heading (const char *const *folded, guint n_headings, const char *wanted)
{
  for (guint i = 0; i < n_headings; i++)
    if (strcmp (folded[i], wanted) == 0)
      return TRUE;
  return FALSE;
}

const AcqBankLayout *
acq_bank_layout_find (const char *const *folded, guint n_headings)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      const char *const *wanted = layouts[i].signature;

      while (*wanted != NULL && has_heading (folded, n_headings, *wanted))
        wanted++;
      if (*wanted == NULL)
        return &layouts[i];
    }
  return NULL;
}

/* Consonants alone, so that what lost its accents still compares: "D?bit" and "DEBIT" are both "DBT". */
static void
write_skeleton (const char *folded, char *skeleton, gsize size)
{
  gsize len = 0;

  for (; *folded != '\0' && len + 1 < size; folded++)
    if (g_ascii_isalpha (*folded) && strchr ("AEIOUY", *folded) == NULL)
      skeleton[len++] = *folded;
  skeleton[len] = '\0';
}

static gboolean
fits (const char *folded, gsize row, gboolean is_mangled)
{
  const char *words = headings[row].words;
  gsize len = strlen (words);
  char wanted[64], found[64];

  if (strncmp (folded, words, len) == 0
      && (folded[len] == '\0' || (headings[row].starts && folded[len] == ' ')))
    return TRUE;
  if (!is_mangled)
    return FALSE;
  write_skeleton (words, wanted, sizeof wanted);
  write_skeleton (folded, found, sizeof found);
  return strlen (wanted) > 2 && strcmp (wanted, found) == 0;
}

AcqBankColumn
acq_bank_heading_find (const char *folded, gboolean is_mangled, int *ret_rank)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (fits (folded, i, is_mangled))
      {
        *ret_rank = (int) i;
        return headings[i].column;
      }
  *ret_rank = G_N_ELEMENTS (headings);
  return ACQ_BANK_COLUMN_IGNORED;
}

gboolean
acq_bank_status_is_unbooked (const char *folded)
{
  static const char *const unbooked[] = {
    "PENDING",  "PROCESSING", "REVERTED",  "DECLINED",
    "FAILED",   "CANCELED",   "CANCELLED", "EN ATTENTE",
    "EN COURS", "REFUSE",     "REFUSEE",   "ANNULE",
    "ANNULEE",  "REJETE",     "ECHOUE",    "TRAITEMENT EN COURS",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (unbooked); i++)
    if (strcmp (folded, unbooked[i]) == 0)
      return TRUE;
  return FALSE;
}
