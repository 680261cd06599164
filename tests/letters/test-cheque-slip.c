/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cheque-slip.h"
#include "acq-letter-check.h"
#include "acq-letter-layout.h"
#include "letter-case.h"
#include "pdf-probe.h"

typedef struct
{
  const char *drawer;
  const char *on_behalf;
  const char *bank;
  const char *number;
  const char *invoices;
  gboolean in_part;
  gint64 amount;
} Row;

static const Row rows[] = {
  { "Ateliers du Lac SARL", NULL, "Banque Populaire", "0000417", "F2026-0118", FALSE, 96480 },
  { "Archipel Architectes SELARL", NULL, "BNP Paribas", "0002206", "F2026-0124 F2026-0126", FALSE, 240240 },
  { "Cabinet Moreau Gestion", "la copropriété 9 rue du Moulin", "Crédit Agricole", "0008853", "F2026-0109", FALSE,
    132000 },
  { "M. Julien Perret", NULL, "La Banque Postale", "0000064", "F2026-0127", TRUE, 41850 },
  { "Boulangerie Martin", NULL, "Caisse d’Épargne", "0001392", "F2026-0103", FALSE, 124000 },
  { "Association La Ruche", NULL, "Crédit Coopératif", "0000738", "F2026-0121", FALSE, 58725 },
  { "Mme Odile Renard", NULL, "CIC", "0000019", "F2026-0130", FALSE, 27390 },
};

static void
add (AcqChequeSlip *slip, const Row *row)
{
  AcqSlipCheque *cheque = acq_cheque_slip_add (slip, row->drawer, row->amount);
  g_auto (GStrv) invoices = g_strsplit (row->invoices, " ", -1);

  cheque->on_behalf = g_strdup (row->on_behalf);
  cheque->bank = g_strdup (row->bank);
  cheque->number = g_strdup (row->number);
  cheque->in_part = row->in_part;
  for (char **invoice = invoices; *invoice != NULL; invoice++)
    acq_slip_cheque_add_invoice (cheque, *invoice);
}

static AcqChequeSlip *
new_slip (const LetterCase *letter_case)
{
  AcqChequeSlip *slip = acq_cheque_slip_new ();

  slip->company = letter_case->company;
  slip->reference = g_strdup ("REM-2026-0041");
  slip->day = acq_day_new (2026, 11, 24);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    add (slip, &rows[i]);
  return slip;
}

static GBytes *
write_slip (const AcqChequeSlip *slip, AcqLetterReport *report)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = acq_cheque_slip_write (press, slip, report, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Each line of the page in its order, and nothing beside them. */
static void
test_seven (void)
{
  static const char *const lines[] = {
    "Menuiserie Vauban",
    "8 rue des Charpentiers, 25000 Besançon",
    "SIREN 987 654 324",
    "Bordereau de remise de chèques",
    "Remise n° REM-2026-0041 – Besançon, le mardi 24 novembre 2026",
    "Remettant Compte à créditer Remise",
    "Menuiserie Vauban SARL Crédit Mutuel Sept chèques",
    "Hélène Vauban, gérante IBAN FR76 1027 8000 0001 2345 6789 059 7 206,85 €",
    "BIC CMCIFR2A",
    "N° Émetteur du chèque Banque tirée N° de chèque Facture Montant (€)",
    "1 Ateliers du Lac SARL Banque Populaire 0000417 F2026-0118 964,80",
    "2 Archipel Architectes SELARL BNP Paribas 0002206 F2026-0124, 2 402,40 F2026-0126",
    "3 Cabinet Moreau Gestion Crédit Agricole 0008853 F2026-0109 1 320,00",
    "pour le compte de la copropriété 9 rue du Moulin",
    "4 M. Julien Perret La Banque Postale 0000064 F2026-0127 418,50",
    "acompte",
    "5 Boulangerie Martin Caisse d’Épargne 0001392 F2026-0103 1 240,00",
    "6 Association La Ruche Crédit Coopératif 0000738 F2026-0121 587,25",
    "7 Mme Odile Renard CIC 0000019 F2026-0130 273,90",
    "Total : sept chèques 7 206,85",
    "Arrêté à la somme de sept-mille-deux-cent-six euros et quatre-vingt-cinq centimes.",
    ("Chaque chèque est établi en euros à l’ordre de Menuiserie Vauban, daté, signé, et endossé au dos (date, numéro de "
     "compte, signature)."),
    "Pour le remettant Pour la banque",
    "Hélène Vauban, gérante Reçu sous réserve de vérification et d’encaissement",
    "Date, cachet et signature",
    "1/1",
  };
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = write_slip (slip, &report);
  PopplerDocument *document = pdf_probe_open (pdf);

  g_assert_cmpint (report.total_due, ==, 720685);
  g_assert_cmpuint (report.n_pages, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    pdf_probe_expect (document, 0, lines[i]);
  pdf_probe_keep (pdf, "cheque-slip.pdf");
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autoptr (GBytes) first = write_slip (slip, NULL);
  g_autoptr (GBytes) second = write_slip (slip, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* It goes over a counter: nothing of it is made for a window, and no debt is claimed in it. */
static void
test_not_said (void)
{
  static const char *const words[] = { "Objet", "Madame", "mise en demeure", "pénalité", "Règlement par virement" };
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autoptr (GBytes) pdf = write_slip (slip, NULL);
  PopplerDocument *document = pdf_probe_open (pdf);
  g_autofree char *text = pdf_probe_text (document, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (text, words[i]));
  g_object_unref (document);
}

static void
test_figures (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;

  ((AcqSlipCheque *) slip->cheques->pdata[3])->allocated--;
  g_assert_null (acq_cheque_slip_write (press, slip, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
assert_flaw (const AcqChequeSlip *slip, const char *code)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_cheque_slip_find_flaws (press, slip);

  if (code == NULL)
    {
      g_assert_cmpuint (flaws->len, ==, 0);
      return;
    }
  g_assert_cmpuint (flaws->len, ==, 1);
  g_assert_cmpstr (acq_letter_flaw_to_code (g_array_index (flaws, AcqLetterFlaw, 0)), ==, code);
}

static void
test_flaws (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  AcqSlipCheque *cheque = slip->cheques->pdata[2];

  assert_flaw (slip, NULL);
  g_clear_pointer (&cheque->number, g_free);
  assert_flaw (slip, "cheque_number_missing");
  cheque->number = g_strdup ("1");
  cheque->handed_in = TRUE;
  assert_flaw (slip, "cheque_handed_in");
  cheque->handed_in = FALSE;
  cheque->allocated = 0;
  assert_flaw (slip, "cheque_not_allocated");
  cheque->allocated = cheque->amount;
  slip->day = acq_day_new (2026, 11, 22);
  assert_flaw (slip, "deposit_day_not_working");
  slip->day = acq_day_new (2026, 12, 25);
  assert_flaw (slip, "deposit_day_not_working");
  slip->day = acq_day_new (2026, 11, 24);
  g_free (letter_case->company->iban);
  letter_case->company->iban = NULL;
  assert_flaw (slip, "incomplete_sender");
}

static void
test_no_cheque (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);

  g_ptr_array_set_size (slip->cheques, 0);
  assert_flaw (slip, "no_cheques");
}

static void
test_one (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document = NULL;

  g_ptr_array_set_size (slip->cheques, 1);
  pdf = write_slip (slip, NULL);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0, "Un chèque");
  pdf_probe_expect (document, 0, "Total : un chèque");
  pdf_probe_expect (document, 0, "Le chèque est établi en euros");
  g_object_unref (document);
}

/* The head of the table is said again on each page, and the frames to sign stand whole on the last. */
static void
test_two_hundred (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document = NULL;
  AcqLetterReport report = { 0 };
  PopplerRectangle place;

  while (slip->cheques->len < 200)
    add (slip, &rows[slip->cheques->len % G_N_ELEMENTS (rows)]);
  pdf = write_slip (slip, &report);
  document = pdf_probe_open (pdf);
  g_assert_cmpuint (report.n_pages, >, 5);
  for (int page = 0; page + 1 < (int) report.n_pages; page++)
    pdf_probe_expect (document, page, "Émetteur du chèque");
  pdf_probe_expect (document, (int) report.n_pages - 1, "Total : 200 chèques");
  g_assert_true (pdf_probe_find (document, (int) report.n_pages - 1, "Date, cachet et signature", &place));
  g_assert_cmpfloat (place.y2 + 30, <, ACQ_TEXT_BOTTOM);
  g_object_unref (document);
}

/* Whatever is written on a cheque stays in its column and its page. */
static void
test_bad_input (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqChequeSlip) slip = new_slip (letter_case);
  g_autofree char *long_name = g_strnfill (200, 'W');
  const char *const names[] = { long_name, "<b>Dupont & fils</b>", "Ligne 1\nLigne 2", "\u202eevil \001bold", "😀 SARL", "" };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      AcqSlipCheque *cheque = acq_cheque_slip_add (slip, names[i], 100);

      cheque->on_behalf = g_strdup (names[i]);
      cheque->bank = g_strdup (names[i]);
      cheque->number = g_strdup (names[i]);
      acq_slip_cheque_add_invoice (cheque, names[i]);
    }
  pdf = write_slip (slip, NULL);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 1, "<b>Dupont & fils</b>");
  pdf_probe_expect_margins (document);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cheque-slip/seven", test_seven);
  g_test_add_func ("/cheque-slip/same-bytes", test_same_bytes);
  g_test_add_func ("/cheque-slip/not-said", test_not_said);
  g_test_add_func ("/cheque-slip/figures", test_figures);
  g_test_add_func ("/cheque-slip/flaws", test_flaws);
  g_test_add_func ("/cheque-slip/no-cheque", test_no_cheque);
  g_test_add_func ("/cheque-slip/one", test_one);
  g_test_add_func ("/cheque-slip/two-hundred", test_two_hundred);
  g_test_add_func ("/cheque-slip/bad-input", test_bad_input);
  return g_test_run ();
}
