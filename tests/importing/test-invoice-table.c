/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-recording-sink.h"

static void
expect (const char *format, const char *text, const char *log)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();

  g_assert_cmpstr (acq_recording_sink_read_text (sink, acq_test_format (format), text), ==, log);
}

static void
test_french (void)
{
  expect (
    "invoice_csv",
    "Export du 20/11/2026\nSociété;ACME\n\n"
    "N° facture;Type;Code client;Client;SIREN;E-mail;CP;Ville;Date de facture;Échéance;Total HT;TVA;Total "
    "TTC (€);Payé;Reste dû;Relances;Dernière relance;Retenue de garantie;N° engagement\n"
    "F1;Facture;C1;Dupont SARL;732 829 320;a@b.fr, c@d.fr;1000;Bourg;15/01/2026;14/02/2026;1 000,00;200,00;1 "
    "200,00;200;1000;2;01/03/2026;;\n"
    "F2;Avoir;C1;Dupont SARL;;;;;20/01/2026;;;;120,00;;;;;;\n"
    "F3;Facture;C2;M. Martin;;;;;03/04/2026;;-100,00;-5,50;-105,50;;;;;;\n"
    "F4;Facture;C3;Mairie;;;;;03/04/2026;03/05/2026;;;600;;;;;5 %;E12\n"
    "Sous-total;;;;;;;;;;;;12 000;;;;;;\n"
    "Total;;;;;;;;;;;;12 000;;;;;;\n",
    "invoice F1 code=C1 name=Dupont SARL siren=732829320 postcode=01000 city=Bourg pays=a@b.fr pays=c@d.fr "
    "kind=invoice "
    "issued=2026-01-15 total=1200.00 prepaid=200.00 due=2026-02-14 of=1200.00 tax=2000:100000:20000 "
    "reminders=2 "
    "last_reminder=2026-03-01 balance=1000.00\n"
    "invoice F2 code=C1 name=Dupont SARL kind=credit_note issued=2026-01-20 total=-120.00\n"
    "invoice F3 code=C2 name=M. Martin kind=credit_note issued=2026-04-03 total=-105.50 tax=550:-10000:-550\n"
    "invoice F4 code=C3 name=Mairie kind=invoice issued=2026-04-03 total=600.00 due=2026-05-03 of=570.00 "
    "retained=2027-04-03 of=30.00 engagement=E12\n");
}

static void
test_english (void)
{
  expect ("invoice_csv",
          "Invoice number\tCustomer\tInvoice date\tDue date\tAmount\tCurrency\n"
          "INV-1\tSmith Ltd\t01/25/2026\t02/24/2026\t1,234.56\tGBP\n"
          "INV-2\tSmith Ltd\t02/03/2026\t03/05/2026\t$99.50\tUSD\n"
          "INV-3\tSmith Ltd\t02/03/2026\tCOMPTANT\t1.50 EUR\tEUR\n"
          "INV-4\tSmith Ltd\t02/03/2026\t\t1.50\tEURO\n",
          "invoice INV-1 name=Smith Ltd kind=invoice issued=2026-01-25 total=1234.56 currency=GBP "
          "due=2026-02-24 of=1234.56\n"
          "invoice INV-2 name=Smith Ltd kind=invoice issued=2026-02-03 total=99.50 currency=USD "
          "due=2026-03-05 of=99.50\n"
          "invoice INV-3 name=Smith Ltd kind=invoice issued=2026-02-03 total=1.50 due=2026-02-03 of=1.50\n"
          "invoice INV-4 name=Smith Ltd kind=invoice issued=2026-02-03 total=1.50\n");
}

/* The tables that the acceptance checks write. */
static void
test_plain (void)
{
  expect ("invoice_csv",
          "N° facture;Client;SIREN;Date de facture;Date d'échéance;Total TTC\r\nF1;Client "
          "SA;732829320;01/07/2025;01/07/2025;10000,00\r\n",
          "invoice F1 name=Client SA siren=732829320 kind=invoice issued=2025-07-01 total=10000.00 "
          "due=2025-07-01 of=10000.00\n");
  expect ("invoice_csv",
          "N\357\277\275 facture;Type;Code client;Client;Date de facture;Date "
          "d'\357\277\275ch\357\277\275ance;Total TTC\n"
          "P00012;Avoir;41101050;X;05/02/2022;05/02/2022;-12,50\n",
          "invoice P00012 code=41101050 name=X kind=credit_note issued=2022-02-05 total=-12.50 "
          "due=2022-02-05 of=-12.50\n");
}

static void
test_parts (void)
{
  expect ("invoice_csv",
          "Facture;Client;Date;Échéance;HT;TVA;TTC\n"
          "F5;A;03/04/2026;03/05/2026;;;600\nF5;A;03/04/2026;03/06/2026;;;400\n"
          "F6;A;03/04/2026;03/05/2026;100;20;230\nF6;A;03/04/2026;03/05/2026;100;10;230\n"
          "F7;A;03/04/2026;03/05/2026;100;20;120\nF7;A;03/04/2026;03/05/2026;50;10;60\n"
          "F8;A;03/04/2026;03/05/2026;;;10\nF8;B;03/04/2026;03/05/2026;;;10\n"
          "F9;A;03/04/2026;03/05/2026;;;10\nF9;A;03/04/2026;03/05/2026;;;10\n",
          "invoice F5 name=A kind=invoice issued=2026-04-03 total=1000.00 due=2026-05-03 of=600.00 "
          "due=2026-06-03 of=400.00\n"
          "invoice F6 name=A kind=invoice issued=2026-04-03 total=230.00 due=2026-05-03 of=230.00 "
          "tax=2000:10000:2000 tax=1000:10000:1000\n"
          "invoice F7 name=A kind=invoice issued=2026-04-03 total=180.00 due=2026-05-03 of=180.00 "
          "tax=2000:10000:2000 tax=2000:5000:1000\n"
          "reject 9 duplicate_number detail=F8;B;03/04/2026;03/05/2026;;;10\n"
          "invoice F8 name=A kind=invoice issued=2026-04-03 total=10.00 due=2026-05-03 of=10.00\n"
          "invoice F9 name=A kind=invoice issued=2026-04-03 total=10.00 due=2026-05-03 of=10.00\n"
          "invoice F9 name=A kind=invoice issued=2026-04-03 total=10.00 due=2026-05-03 of=10.00\n");
}

static void
test_rejected (void)
{
  expect (
    "invoice_csv",
    "Facture;Client;Date;Échéance;TTC;Devise;Type\n"
    "F1;;03/04/2026;;1;;\nF2;A;31/02/2026;;1;;\n;A;03/04/2026;;1;;\nF4;A;03/04/2026;;12,345,6;;\nF5;A;03/04/"
    "2026;;;;\n"
    "F6;A;03/04/2026;;1;EU;\nF7;A;03/04/2026;;1;;Devis\nF8;A;03/04/2026;demain;1;;\n",
    "reject 2 no_customer detail=F1;;03/04/2026;;1;;\nreject 3 bad_day detail=F2;A;31/02/2026;;1;;\n"
    "reject 4 no_number detail=;A;03/04/2026;;1;;\nreject 5 bad_amount detail=F4;A;03/04/2026;;12,345,6;;\n"
    "reject 6 no_amount detail=F5;A;03/04/2026;;;;\nreject 7 bad_currency detail=F6;A;03/04/2026;;1;EU;\n"
    "reject 8 bad_record detail=F7;A;03/04/2026;;1;;Devis\nreject 9 bad_day "
    "detail=F8;A;03/04/2026;demain;1;;\n");
}

static void
test_mapping (void)
{
  static const char text[] = "Dossier;Qui;Quand;Combien\nX1;A;03/04/2026;12\n";
  g_autoptr (GHashTable) mapping = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (GError) error = NULL;
  const AcqImportFormat *format = acq_test_format ("invoice_csv");
  AcqImportSource source
    = { .path = "x", .bytes = (const guint8 *) text, .size = sizeof text - 1, .currency = ACQ_CURRENCY_EUR };

  g_assert_cmpint (format->sniff (&source), ==, 0);
  g_assert_false (format->read (&source, acq_recording_sink_functions (), sink, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS);
  g_hash_table_insert (mapping, "Dossier", "number");
  g_hash_table_insert (mapping, "qui", "customer_name");
  g_hash_table_insert (mapping, "Quand", "issued");
  g_hash_table_insert (mapping, "Combien", "total");
  source.mapping = mapping;
  g_assert_true (format->read (&source, acq_recording_sink_functions (), sink, NULL));
  g_assert_cmpstr (sink->log->str, ==, "invoice X1 name=A kind=invoice issued=2026-04-03 total=12.00\n");
}

static void
test_aged_balance (void)
{
  expect (
    "invoice_csv",
    "Client;Non "
    "échu;0-30j;31-60j;61-90j;90j+;Total\nDupont;100,00;0;50;;20,5;170,50\nMartin;;-30;;;;-30\nX;1;;;;;3\n"
    "Total;101;-30;50;0;20,5;143,5\n",
    "invoice Dupont / Non échu name=Dupont kind=invoice issued=2026-11-20 total=100.00 opening\n"
    "invoice Dupont / 31-60j name=Dupont kind=invoice issued=2026-10-20 total=50.00 due=2026-10-20 of=50.00 "
    "opening\n"
    "invoice Dupont / 90j+ name=Dupont kind=invoice issued=2026-08-22 total=20.50 due=2026-08-22 of=20.50 "
    "opening\n"
    "invoice Martin / 0-30j name=Martin kind=credit_note issued=2026-11-19 total=-30.00 due=2026-11-19 "
    "of=-30.00 opening\n"
    "reject 4 parts_differ detail=X;1;;;;;3\n");
}

static void
test_customers (void)
{
  expect (
    "customer_csv",
    "Code;Raison sociale;SIRET;Email comptabilité;Email direction;Tel;Adresse;Adresse "
    "2;CP;Ville;Pays;Conditions de règlement;Syndic;Type de client\n"
    "C1;Dupont SARL;73282932000074;a@b.fr;g@b.fr;0102;1 rue X;Bât. B;69001;Lyon;;45 jours fin de mois;;\n"
    "C2;SDC Les Lilas;;;;;;;;;BE;;FONCIA;Copropriété\n;;1;;;;;;;;;;;x\n",
    "customer code=C1 name=Dupont SARL siren=732829320 siret=73282932000074 address=1 rue X\\nB\\303\\242t. "
    "B "
    "postcode=69001 city=Lyon terms=45 fin de mois pays=a@b.fr directs=g@b.fr\n"
    "customer code=C2 name=SDC Les Lilas is=co_ownership country=BE recipient=FONCIA\n"
    "reject 4 no_customer detail=;;1;;;;;;;;;;;x\n");
}

static void
test_sniffing (void)
{
  static const struct
  {
    const char *text, *format;
  } cases[] = {
    { "N° facture;Client;Date de facture;Total TTC\nF1;A;01/01/2026;1\n", "invoice_csv" },
    { "Date;Date de valeur;Débit;Crédit;Libellé\n01/01/2026;01/01/2026;;1,00;VIR\n", "bank_csv" },
    { "Nom;E-mail;Téléphone\nA;a@b.fr;01\n", "customer_csv" },
    { "Numéro;Nom;Adresse;Code postal;Ville\n1;A;B;69001;Lyon\n", "customer_csv" },
    { "Tiers;Total;Non échu;0-30 j;31-60 j;61-90 j;+90 j\nA;1;1;;;;\n", "invoice_csv" },
    { "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
      "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\nVE|V|1|"
      "20260101|411|C|A|A|F1|20260101|L|1|0|||||\n",
      "fec" },
    { "<?xml version='1.0'?><!-- x --><rsm:CrossIndustryInvoice xmlns:rsm='a'/>", "cii" },
    { "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>", "ubl" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqImportSource source
        = { .path = "x", .bytes = (const guint8 *) cases[i].text, .size = strlen (cases[i].text) };
      const AcqImportFormat *format = acq_import_format_sniff (&source, NULL, NULL);

      g_assert_nonnull (format);
      g_assert_cmpstr (format->code, ==, cases[i].format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/invoice-table/french", test_french);
  g_test_add_func ("/importing/invoice-table/english", test_english);
  g_test_add_func ("/importing/invoice-table/plain", test_plain);
  g_test_add_func ("/importing/invoice-table/parts", test_parts);
  g_test_add_func ("/importing/invoice-table/rejected", test_rejected);
  g_test_add_func ("/importing/invoice-table/mapping", test_mapping);
  g_test_add_func ("/importing/invoice-table/aged-balance", test_aged_balance);
  g_test_add_func ("/importing/invoice-table/customers", test_customers);
  g_test_add_func ("/importing/invoice-table/sniffing", test_sniffing);
  return g_test_run ();
}
