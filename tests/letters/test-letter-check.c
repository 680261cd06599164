/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-check.h"
#include "acq-notice-notes.h"
#include "acq-notice-text.h"
#include "acq-qr-code.h"
#include "letter-case.h"

static char *
codes_of (const LetterCase *letter_case)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_formal_notice_find_flaws (press, letter_case->letter);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < flaws->len; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : " ",
                            acq_letter_flaw_to_code (g_array_index (flaws, AcqLetterFlaw, i)));
  return g_string_free (codes, FALSE);
}

static void
assert_codes (LetterCase *letter_case, const char *expected)
{
  g_autofree char *codes = codes_of (letter_case);

  g_assert_cmpstr (codes, ==, expected);
}

/* The second half-year of 2026 is weakly attested: what a notice of that time has to have accepted. */
static void
test_complete (void)
{
  g_autoptr (LetterCase) hotel = letter_case_new_hotel ();
  g_autoptr (LetterCase) consumer = letter_case_new_consumer ();

  assert_codes (hotel, "rate_unconfirmed");
  assert_codes (consumer, "");
}

static AcqLetterItem *
first_item (LetterCase *letter_case)
{
  return g_ptr_array_index (letter_case->letter->items, 0);
}

static void
test_each_flaw (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  AcqLetterItem *item = first_item (letter_case);

  g_clear_pointer (&item->copy, g_bytes_unref);
  assert_codes (letter_case, "missing_copy");
  g_array_set_size (item->reminders, 0);
  acq_letter_item_add_reminder (item, item->due);
  assert_codes (letter_case, "missing_copy never_reminded");
  g_assert_true (acq_company_set (letter_case->company, "iban", NULL));
  g_assert_true (acq_company_set (letter_case->company, "mediator_name", NULL));
  assert_codes (letter_case, "missing_copy never_reminded incomplete_sender mediator_missing");
  item->bars = ACQ_LETTER_BAR_DISPUTED | ACQ_LETTER_BAR_FACTORED;
  letter_case->letter->deadline = letter_case->letter->day;
  assert_codes (
    letter_case,
    "missing_copy never_reminded incomplete_sender mediator_missing disputed factored deadline_too_soon");
}

static void
test_who_and_when (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();

  letter_case->customer->kind = ACQ_CUSTOMER_KIND_UNKNOWN;
  first_item (letter_case)->indemnity = 4000;
  assert_codes (letter_case, "kind_unknown consumer_charged");
  letter_case->customer->kind = ACQ_CUSTOMER_KIND_ASSOCIATION;
  first_item (letter_case)->indemnity = 0;
  letter_case->letter->day_is_working = FALSE;
  letter_case->letter->deadline_is_working = FALSE;
  assert_codes (letter_case, "letter_day_not_working deadline_not_working");
  letter_case->customer->insolvent_since = letter_case->letter->day;
  first_item (letter_case)->due = letter_case->letter->day;
  assert_codes (letter_case,
                "never_reminded insolvent not_overdue letter_day_not_working deadline_not_working");
}

static void
set_address (LetterCase *letter_case, const char *address)
{
  g_free (letter_case->customer->address);
  letter_case->customer->address = g_strdup (address);
}

static void
test_addresses (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();

  set_address (letter_case, "a\nb\nc\nd");
  assert_codes (letter_case, "address_six_lines");
  set_address (letter_case, "a\nb\nc\nd\ne");
  assert_codes (letter_case, "address_too_long");
  set_address (letter_case, "Anticonstitutionnellementanticonstitutionnellement");
  assert_codes (letter_case, "address_too_long");
  set_address (letter_case, "1234 avenue du Boulevard Saint Appartement");
  assert_codes (letter_case, "");
  set_address (letter_case, NULL);
  assert_codes (letter_case, "address_incomplete");
}

/* A contract's rate is never replaced, only spoken about. */
static void
test_contract_rates (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();

  letter_case->letter->rate_below_floor = TRUE;
  assert_codes (letter_case, "rate_below_floor");
  letter_case->letter->rate_excessive = TRUE;
  assert_codes (letter_case, "rate_below_floor rate_excessive");
  letter_case->letter->invoices_differ = TRUE;
  assert_codes (letter_case, "rate_below_floor rate_excessive invoices_differ");
  g_assert_cmpint (acq_letter_flaw_weight (ACQ_LETTER_FLAW_RATE_BELOW_FLOOR), ==, ACQ_LETTER_FLAW_WARNS);
  g_assert_cmpint (acq_letter_flaw_weight (ACQ_LETTER_FLAW_RATE_EXCESSIVE), ==, ACQ_LETTER_FLAW_WARNS);
}

static void
test_deciding (void)
{
  const AcqLetterFlaw list[]
    = { ACQ_LETTER_FLAW_MISSING_COPY, ACQ_LETTER_FLAW_ADDRESS_SIX_LINES, ACQ_LETTER_FLAW_DISPUTED };
  const char *const accepted[] = { "missing_copy", "disputed", NULL };
  g_autoptr (GArray) flaws = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  g_auto (GStrv) warnings = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (flaws, list, 3);
  g_assert_false (acq_letter_flaws_decide (flaws, NULL, &warnings, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "missing_copy, disputed");
  g_clear_error (&error);
  g_assert_false (acq_letter_flaws_decide (flaws, accepted, &warnings, &error));
  g_assert_cmpstr (error->message, ==, "disputed");
  g_clear_error (&error);
  g_array_set_size (flaws, 2);
  g_assert_true (acq_letter_flaws_decide (flaws, accepted, &warnings, &error));
  g_assert_cmpuint (g_strv_length (warnings), ==, 2);
}

static void
assert_spaced (const char *text)
{
  static const char *const wrong[] = { " ;", " :", " !", " ?", " €", " %", " »", "« " };

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (wrong); i++)
    if (strstr (text, wrong[i]) != NULL)
      g_error ("\"%s\" in: %s", wrong[i], text);
}

/* No ordinary space where French typography demands one that does not break. */
static void
test_spaces_of_sentences (void)
{
  typedef char *(*Sentence) (const AcqLetter *letter, const AcqNoticeFigures *figures);
  static const Sentence sentences[]
    = { acq_notice_subject, acq_notice_opening,    acq_notice_below_lead, acq_notice_law,
        acq_notice_demand,  acq_notice_acceptance, acq_notice_dispute };
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (GPtrArray) notes = NULL;
  AcqNoticeFigures figures;

  g_assert_true (acq_notice_figures_init (&figures, letter_case->letter, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = sentences[i](letter_case->letter, &figures);

      g_assert_nonnull (sentence);
      assert_spaced (sentence);
    }
  notes = acq_notice_notes_new (letter_case->letter, &figures);
  g_assert_cmpuint (notes->len, ==, 5);
  for (guint i = 0; i < notes->len; i++)
    assert_spaced (g_ptr_array_index (notes, i));
}

static void
test_payload (void)
{
  g_autofree char *payload = acq_epc_payload ("CMCIFR2A", "Menuiserie Vauban SARL",
                                              "FR7610278000000123456789059", 2597243, "MED-2026-0014");
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *cut = acq_epc_payload (NULL, long_name, "FR7610278000000123456789059", 1, long_name);

  g_assert_cmpstr (
    payload, ==,
    "BCD\n002\n1\nSCT\nCMCIFR2A\nMenuiserie Vauban SARL\nFR7610278000000123456789059\nEUR25972.43\n\n\n"
    "MED-2026-0014");
  g_assert_nonnull (cut);
  g_assert_cmpuint (strlen (cut), <=, 331);
  g_assert_null (acq_epc_payload (NULL, "x", "y", 0, "z"));
  g_assert_null (acq_epc_payload (NULL, "x", "y", G_GINT64_CONSTANT (100000000000), "z"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-check/complete", test_complete);
  g_test_add_func ("/letter-check/each-flaw", test_each_flaw);
  g_test_add_func ("/letter-check/who-and-when", test_who_and_when);
  g_test_add_func ("/letter-check/addresses", test_addresses);
  g_test_add_func ("/letter-check/contract-rates", test_contract_rates);
  g_test_add_func ("/letter-check/deciding", test_deciding);
  g_test_add_func ("/letter-check/spaces-of-sentences", test_spaces_of_sentences);
  g_test_add_func ("/letter-check/payload", test_payload);
  return g_test_run ();
}
