/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_bank_csv_format;

typedef struct
{
  const char *name;
  const char *text;
  const char *log;
} LayoutCase;

/* One small invented export a bank, with the oddities of its real ones. */
static const LayoutCase layouts[] = {
  { "credit-agricole",
    "T\xe9l\xe9"
    "chargement du 20/01/2026;\n\nM. DURAND;\nCompte courant carte n\xb0 12345678901;\nSolde au 20/01/2026 1 "
    "100,50 \x80\n\n"
    "Liste des op\xe9rations du compte entre le 01/01/2026 et le 20/01/2026;\n\nDate;Libell\xe9;D\xe9"
    "bit euros;Cr\xe9"
    "dit euros;\n"
    "05/01/2026;\"VIREMENT EN VOTRE FAVEUR\nDUPONT SARL  FACT 12\n\n\";;1 200,50;\n06/01/2026;\"FRAIS "
    "\";100,00;;\n",
    "statement EUR account=12345678901 bank=Crédit Agricole\n"
    "2026-01-05 1200.50 [VIREMENT EN VOTRE FAVEUR DUPONT SARL FACT 12] from=DUPONT SARL for=FACT 12 by=transfer\n"
    "2026-01-06 -100.00 [FRAIS] by=fee\n"
    "end 2026-01-01 2026-01-20 1100.50\n" },
  { "societe-generale",
    "=\"0105900051804855\";01/02/2026;20/02/2026;2;18/02/2026;3,39 EUR\n\nDate de l'opération;Libellé;Détail "
    "de l'écriture;Montant de l'opération;Devise\n"
    "05/02/2026;VIR RECU 12345;VIR RECU 123456 DE: DUPONT SARL MOTIF: FACT 12 REF: "
    "E2E-9;100,00;EUR\n06/02/2026;COTISATION;COTISATION JAZZ;-8,00;EUR\n",
    "statement EUR account=0105900051804855 bank=Société Générale\n"
    "2026-02-05 100.00 [VIR RECU 123456 DE: DUPONT SARL MOTIF: FACT 12 REF: E2E-9] from=DUPONT SARL for=FACT "
    "12 e2e=E2E-9 by=transfer\n"
    "2026-02-06 -8.00 [COTISATION JAZZ] by=fee\n"
    "end 2026-02-05 2026-02-06 3.39\n" },
  { "bnp-paribas",
    "Compte de chèques;Compte de chèques;****1234;18/02/2026;;1 000,00\n\nDate operation;Libelle court;Type "
    "operation;Libelle operation;Montant operation en euro\n"
    "05/02/2026;VIREMENT RECU;VIR;VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 12 /REF NOTPROVIDED;1 234,56\n",
    "statement EUR account=****1234 bank=BNP Paribas\n"
    "2026-02-05 1234.56 [VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 12 /REF NOTPROVIDED] from=DUPONT SARL "
    "for=FACT 12 by=transfer\n"
    "end 2026-02-05 2026-02-05 1000.00\n" },
  { "bpce",
    "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations "
    "complementaires;Type operation;Categorie;Sous categorie;"
    "Debit;Credit;Date operation;Date de valeur;Pointage operation\n"
    "06/01/2026;DUPONT SARL;VIR SEPA DUPONT SARL;000123;FACT 12;Virement "
    "recu;A;B;;+1200,00;05/01/2026;06/01/2026;0\n"
    "07/01/2026;EDF;PRLV SEPA EDF;000124;;Prelevement;A;B;-50,10;;07/01/2026;07/01/2026;0\n",
    "statement EUR bank=BPCE\n"
    "2026-01-06 1200.00 [VIR SEPA DUPONT SARL 000123] value=2026-01-06 from=DUPONT SARL for=FACT 12 "
    "by=transfer\n"
    "2026-01-07 -50.10 [PRLV SEPA EDF 000124] value=2026-01-07 from=EDF for=000124 by=direct_debit\n"
    "end 2026-01-06 2026-01-07\n" },
  { "credit-mutuel",
    "Date;Date de valeur;Débit;Crédit;Libellé;Solde;Motif;Référence unique du mandat (RUM);Référence (END TO "
    "END);Identifiant du créancier (ICS)\n"
    "05/01/2026;06/01/2026;;1 200,00;VIR INST DUPONT SARL;1300,00;FACT "
    "12;;E2E-1;\n06/01/2026;06/01/2026;-100,00;;CHQ. 0000012;1200,00;;;;\n",
    "statement EUR bank=Crédit Mutuel, CIC\n"
    "2026-01-05 1200.00 [VIR INST DUPONT SARL] value=2026-01-06 from=DUPONT SARL for=FACT 12 e2e=E2E-1 "
    "by=transfer\n"
    "2026-01-06 -100.00 [CHQ. 0000012] value=2026-01-06 cheque=0000012 by=cheque\n"
    "end 2026-01-05 2026-01-06 100.00 1200.00\n" },
  { "banque-postale",
    "Numéro Compte ;1234567A033\nType ;CCP\nCompte tenu en ;euros\nDate ;31/01/2026\nSolde (EUROS) ;1 "
    "300,00\n\nDate;Libellé;Montant(EUROS)\n"
    "30/01/2026;\"REMISE DE CHEQUES\";300,00\n29/01/2026;\"VIREMENT DE DUPONT SARL\";1 000,00\n",
    "statement EUR account=1234567A033 bank=La Banque Postale\n"
    "2026-01-30 300.00 [REMISE DE CHEQUES] by=cheque\n"
    "2026-01-29 1000.00 [VIREMENT DE DUPONT SARL] from=DUPONT SARL by=transfer\n"
    "end 2026-01-29 2026-01-30 1300.00\n" },
  { "boursobank",
    "\xef\xbb\xbf"
    "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;"
    "accountbalance\n"
    "2026-01-05;;\"VIR SEPA DUPONT\";C;P;;1 "
    "234,56;;00040123456;PRO;1000.00\n2026-01-04;2026-01-04;\"CARTE\";C;P;;-10,00;;00040999999;CARTE;50.00\n"
    "2026-01-03;2026-01-03;\"FRAIS\";C;P;;-1,00;;00040123456;PRO;1000.00\n",
    "statement EUR account=00040123456 bank=BoursoBank\n"
    "2026-01-05 1234.56 [VIR SEPA DUPONT] from=DUPONT by=transfer\n2026-01-03 -1.00 [FRAIS] value=2026-01-03 "
    "by=fee\n"
    "end 2026-01-03 2026-01-05\n"
    "statement EUR account=00040999999 bank=BoursoBank\n2026-01-04 -10.00 [CARTE] value=2026-01-04 by=card\n"
    "end 2026-01-04 2026-01-04\n" },
  { "fortuneo",
    "Date op\xef\xbf\xbdration;Date valeur;libell\xef\xbf\xbd;D\xef\xbf\xbd"
    "bit;Cr\xef\xbf\xbd"
    "dit;\n05/01/2026;05/01/2026;CARTE X;-6,4;\n06/01/2026;06/01/2026;VIR Y;; 45;\n",
    "statement EUR\n2026-01-05 -6.40 [CARTE X] value=2026-01-05 by=card\n2026-01-06 45.00 [VIR Y] "
    "value=2026-01-06 from=Y by=transfer\n"
    "end 2026-01-05 2026-01-06\n" },
  { "shine",
    "Transaction ID;Date de la valeur;Date d'opération;IBAN;Type de transaction;Débit;Crédit;Solde "
    "mouvement;Solde bancaire;Libellé;Nom de la contrepartie\n"
    "t-1;05/01/2026;04/01/2026;FR7630006000011234567890189;Virement;;12,00;0;112,00;Facture 12;Dupont\n",
    "statement EUR iban=FR7630006000011234567890189 bank=Shine\n"
    "2026-01-04 12.00 [Facture 12] value=2026-01-05 ref=t-1 from=Dupont\nend 2026-01-04 2026-01-04 100.00 "
    "112.00\n" },
  { "qonto",
    "Statut;Date de la valeur (UTC);Date de l'opération (UTC);Montant total (TTC);Devise;Nom de la "
    "contrepartie;IBAN;Identifiant de transaction;Référence\n"
    "Exécuté;05-01-2026 10:00:00;04-01-2026 10:00:00;1200,00;EUR;Dupont;DE89370400440532013000;q-1;FACT "
    "12\nEn cours;06-01-2026 10:00:00;06-01-2026 10:00:00;5,00;EUR;X;;q-2;\n",
    "statement EUR bank=Qonto\n"
    "2026-01-04 1200.00 [Dupont FACT 12] value=2026-01-05 ref=q-1 from=Dupont iban=DE89370400440532013000 "
    "for=FACT 12\n"
    "end 2026-01-04 2026-01-04\n" },
  { "revolut",
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n"
    "TOPUP,Current,2026-01-04 10:00:00,2026-01-05 "
    "10:00:00,Dupont,100.00,1.00,EUR,COMPLETED,99.00\nCARD,Current,2026-01-06 "
    "10:00:00,,Y,-5.00,0.00,EUR,PENDING,94.00\n"
    "TOPUP,Current,2026-01-07 10:00:00,2026-01-07 10:00:00,Z,7.00,0.00,USD,COMPLETED,7.00\n",
    "statement EUR bank=Revolut\n2026-01-05 99.00 [Dupont]\nend 2026-01-05 2026-01-05 0.00 99.00\n"
    "statement USD bank=Revolut\n2026-01-07 7.00 [Z]\nend 2026-01-07 2026-01-07 0.00 7.00\n" },
  { "unknown-with-footers",
    "Bank code : 100,Agency : 1,,,\nAccount Number : 08088804068,Account Name : X,,,\nBalance at end of "
    "period,,,,\"+131,00\"\n"
    "Date,Operation "
    "Number,Label,Debit,Credit\n13/04/20,1,A,\"-50,00\",\n14/04/20,2,B,,\"81,00\"\n15/04/"
    "20,3,C,\"0,00\",\nBalance at start of period,,,,\"+100,00\"\n",
    "statement EUR account=08088804068\n2020-04-13 -50.00 [1 A]\n2020-04-14 81.00 [2 B]\nend 2020-04-13 "
    "2020-04-14 100.00 131.00\n" },
  { "american-days",
    "\"Date\",\"Label\",\"Amount\",\"D/C\",\"Partner "
    "Name\"\n\"12/15/2026\",\"A\",\"33.50\",\"D\",\"John\"\n\"12/05/2026\",\"B\",\"-1,533.50\",\"C\",\"\"\n",
    "statement EUR\n2026-12-15 -33.50 [A] from=John\n2026-12-05 1533.50 [B]\nend 2026-12-05 2026-12-15\n" },
  { "bad-rows",
    "Date;Date de "
    "valeur;Débit;Crédit;Libellé\n05/01/2026;;;12,00;A\nhier;;;1,00;B\n06/01/2026;;abc;;C\n07/01/"
    "2026;;;;D\n;;;99,00;E\n08/01/2026;;3,00;;F\n",
    "statement EUR\n2026-01-05 12.00 [A]\nreject 3 bad_day\nreject 4 bad_amount\nreject 5 "
    "no_amount\n2026-01-08 -3.00 [F]\nend 2026-01-05 2026-01-08\n" },
};

static void
test_layout (gconstpointer data)
{
  const LayoutCase *layout = data;

  acq_statement_recorder_expect (NULL, layout->text, layout->log);
}

static void
test_refusals (void)
{
  acq_statement_recorder_expect_error (&acq_bank_csv_format, "Date;Libellé;Détail\n05/01/2026;a;b\n", -1,
                                       ACQ_IMPORT_ERROR_NO_COLUMNS);
  acq_statement_recorder_expect_error (&acq_bank_csv_format,
                                       "Date;Libellé;Montant\n05/01/2026;a;1\n05/01/2026;\"b", -1,
                                       ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_bank_csv_format, "Date;Libellé;Montant\n05/01/2026;a;1\n05/01/20",
                                       -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_bank_csv_format, "Date;Libellé;Montant\n", -1,
                                       ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_bank_csv_format, "Date;Libellé;Montant\nx;a;1\ny;b;2\n", -1,
                                       ACQ_IMPORT_ERROR_SYNTAX);
}

static void
test_too_many_accounts (void)
{
  g_autoptr (GString) text = g_string_new ("Date;Libellé;Montant;IBAN\n");

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "05/01/2026;a;1,00;%d\n", 100000 + i);
  acq_statement_recorder_expect_error (&acq_bank_csv_format, text->str, -1, ACQ_IMPORT_ERROR_HOSTILE);
}

static void
test_damage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    acq_statement_recorder_damage (&acq_bank_csv_format, layouts[i].text, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strconcat ("/bank-csv/", layouts[i].name, NULL);

      g_test_add_data_func (path, &layouts[i], test_layout);
    }
  g_test_add_func ("/bank-csv/refusals", test_refusals);
  g_test_add_func ("/bank-csv/too-many-accounts", test_too_many_accounts);
  g_test_add_func ("/bank-csv/damage", test_damage);
  return g_test_run ();
}
