/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-case.h"

#include <cairo-pdf.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
letter_case_make_copy (const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_select_font_face (cr, "Lato", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 16);
  cairo_move_to (cr, 60, 80);
  cairo_show_text (cr, title);
  cairo_set_font_size (cr, 9);
  cairo_move_to (cr, 60, 300);
  cairo_show_text (cr, "Agencement, selon devis");
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

char *
letter_case_make_bad_text (void)
{
  GString *text = g_string_new ("A\u202eB <b>&amp; {reference}* |x|~ \U0001f600\nSociété ");

  while (g_utf8_strlen (text->str, -1) < 200)
    g_string_append (text, "très longue ");
  return g_string_free (text, FALSE);
}

static void
set_all (AcqCompany *company)
{
  static const char *const values[][2] = {
    { "name", "Menuiserie Vauban" },
    { "legal_form", "SARL" },
    { "capital", "20 000 €" },
    { "siren", "987654324" },
    { "registry", "Besançon" },
    { "vat_number", "FR14987654324" },
    { "address", "8 rue des Charpentiers" },
    { "postcode", "25000" },
    { "city", "Besançon" },
    { "phone", "03 53 01 12 34" },
    { "email", "compta@menuiserie-vauban.example" },
    { "iban", "FR7610278000000123456789059" },
    { "bic", "CMCIFR2A" },
    { "bank_name", "Crédit Mutuel" },
    { "signatory", "Hélène Vauban" },
    { "signatory_role", "Gérante" },
    { "mediator_name", "Médiation Consommation Est" },
    { "mediator_address", "3 place du Marché, 25000 Besançon" },
    { "mediator_url", "www.mediation-est.example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (acq_company_set (company, values[i][0], values[i][1]));
}

static void
set_customer (AcqCustomer *customer, const char *code, const char *name, AcqCustomerKind kind,
              const char *address, const char *postcode, const char *city)
{
  customer->code = g_strdup (code);
  customer->name = g_strdup (name);
  customer->kind = kind;
  customer->kind_source = ACQ_KIND_SOURCE_STATED;
  customer->address = g_strdup (address);
  customer->postcode = g_strdup (postcode);
  customer->city = g_strdup (city);
}

static LetterCase *
new_case_at (const char *reference, AcqDay day)
{
  LetterCase *self = g_new0 (LetterCase, 1);

  self->company = acq_company_new ();
  set_all (self->company);
  self->customer = acq_customer_new ();
  self->rates = acq_legal_values_new ();
  self->letter = acq_letter_new ();
  self->letter->company = self->company;
  self->letter->customer = self->customer;
  self->letter->recipient = self->customer;
  self->letter->reference = g_strdup (reference);
  self->letter->day = day;
  self->letter->deadline = day + 15;
  self->letter->day_is_working = TRUE;
  self->letter->deadline_is_working = TRUE;
  self->letter->accepted_in_full = TRUE;
  self->letter->links_copies = TRUE;
  return self;
}

static LetterCase *
new_case (const char *reference)
{
  return new_case_at (reference, acq_day_new (2026, 11, 23));
}

void
letter_case_free (LetterCase *self)
{
  acq_letter_free (self->letter);
  acq_customer_free (self->customer);
  acq_company_free (self->company);
  acq_legal_values_free (self->rates);
  g_free (self);
}

void
letter_case_add_interest (LetterCase *self, AcqLetterItem *item)
{
  g_autofree AcqDebtMovement *movements = g_new0 (AcqDebtMovement, item->movements->len + 1);
  AcqInterestClaim claim = acq_interest_claim_init (self->letter->day, self->letter->rule);
  AcqDebtPart part = { item->due, item->total };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < item->movements->len; i++)
    {
      const AcqLetterMovement *movement = g_ptr_array_index (item->movements, i);

      movements[i].day = movement->day;
      movements[i].amount = movement->amount;
      movements[i].kind = movement->means == ACQ_MEANS_CREDIT_NOTE ? ACQ_DEBT_MOVEMENT_CREDIT_NOTE
                                                                   : ACQ_DEBT_MOVEMENT_PAYMENT;
    }
  claim.parts = &part;
  claim.n_parts = 1;
  claim.movements = movements;
  claim.n_movements = item->movements->len;
  item->interest = acq_late_interest_new (&claim, self->rates, &error);
  g_assert_no_error (error);
}

static AcqLetterItem *
add_item (LetterCase *self, const char *number, AcqDay issued, AcqDay due, gint64 total,
          const AcqDay *reminders)
{
  AcqLetterItem *item = acq_letter_add_item (self->letter, number, issued, due, total);

  for (; *reminders != ACQ_DAY_NONE; reminders++)
    acq_letter_item_add_reminder (item, *reminders);
  return item;
}

static void
add_copies (LetterCase *self)
{
  for (guint i = 0; i < self->letter->items->len; i++)
    {
      AcqLetterItem *item = g_ptr_array_index (self->letter->items, i);
      g_autofree char *title = g_strconcat ("Facture ", item->number, NULL);

      item->copy = letter_case_make_copy (title);
      for (guint j = 0; j < item->movements->len; j++)
        {
          AcqLetterMovement *movement = g_ptr_array_index (item->movements, j);

          if (movement->means == ACQ_MEANS_CREDIT_NOTE)
            movement->copy = letter_case_make_copy ("Avoir");
        }
    }
}

static void
set_business (LetterCase *self)
{
  self->letter->rule = ACQ_RATE_RULE_ECB_PLUS_10;
  self->letter->rate = 1240;
  self->letter->points = acq_rate_rule_get_points (self->letter->rule, self->letter->day, self->rates);
  for (guint i = 0; i < self->letter->items->len; i++)
    {
      AcqLetterItem *item = g_ptr_array_index (self->letter->items, i);

      item->indemnity = 4000;
      letter_case_add_interest (self, item);
    }
}

LetterCase *
letter_case_new_hotel (void)
{
  return letter_case_new_hotel_at (acq_day_new (2026, 11, 23));
}

LetterCase *
letter_case_new_hotel_at (AcqDay day)
{
  LetterCase *self = new_case_at ("MED-2026-0014", day);
  const AcqDay usual[]
    = { acq_day_new (2026, 9, 3), acq_day_new (2026, 10, 20), acq_day_new (2026, 11, 6), ACQ_DAY_NONE };
  const AcqDay later[]
    = { acq_day_new (2026, 9, 22), acq_day_new (2026, 10, 20), acq_day_new (2026, 11, 6), ACQ_DAY_NONE };
  const AcqDay last[]
    = { acq_day_new (2026, 10, 20), acq_day_new (2026, 10, 27), acq_day_new (2026, 11, 6), ACQ_DAY_NONE };
  AcqLetterItem *item;

  set_customer (self->customer, "C00231", "Hôtel des Deux Rives SAS", ACQ_CUSTOMER_KIND_COMPANY,
                "14 quai des Tanneurs", "25290", "Ornans");
  self->customer->siren = g_strdup ("912345675");
  item = add_item (self, "F2025-0187", acq_day_new (2025, 5, 28), acq_day_new (2025, 6, 27), 864000, usual);
  acq_letter_item_add_movement (item, acq_day_new (2025, 9, 12), ACQ_MEANS_TRANSFER, 300000, NULL);
  add_item (self, "F2025-0241", acq_day_new (2025, 10, 10), acq_day_new (2025, 11, 9), 421560, usual);
  item = add_item (self, "F2026-0012", acq_day_new (2026, 1, 20), acq_day_new (2026, 2, 19), 238800, usual);
  acq_letter_item_add_movement (item, acq_day_new (2026, 3, 16), ACQ_MEANS_CREDIT_NOTE, 28800, "A2026-0004")
    ->issued
    = acq_day_new (2026, 3, 16);
  add_item (self, "F2026-0057", acq_day_new (2026, 4, 15), acq_day_new (2026, 5, 15), 693000, usual);
  add_item (self, "F2026-0098", acq_day_new (2026, 8, 12), acq_day_new (2026, 9, 11), 115200, later);
  add_item (self, "F2026-0119", acq_day_new (2026, 9, 24), acq_day_new (2026, 10, 24), 347400, last)->below
    = TRUE;
  set_business (self);
  add_copies (self);
  return self;
}

LetterCase *
letter_case_new_many (guint n_invoices)
{
  LetterCase *self = new_case ("MED-2026-0020");
  const AcqDay reminders[] = { acq_day_new (2026, 9, 3), acq_day_new (2026, 11, 6), ACQ_DAY_NONE };

  set_customer (self->customer, "C00777", "Atelier du Doubs SARL", ACQ_CUSTOMER_KIND_COMPANY,
                "2 rue des Forges", "25300", "Pontarlier");
  for (guint i = 0; i < n_invoices; i++)
    {
      g_autofree char *number = g_strdup_printf ("F2026-%04u", i + 1);
      AcqDay issued = acq_day_new (2026, 1, 5) + (AcqDay) (i % 150);

      add_item (self, number, issued, issued + 30, 12345 + 678 * (gint64) i, reminders);
    }
  set_business (self);
  return self;
}

LetterCase *
letter_case_new_consumer (void)
{
  LetterCase *self = new_case ("MED-2026-0015");
  const AcqDay reminders[]
    = { acq_day_new (2026, 7, 28), acq_day_new (2026, 9, 8), acq_day_new (2026, 10, 19), ACQ_DAY_NONE };
  AcqLetterItem *item;

  set_customer (self->customer, "C00402", "Mme Claire Delaunay", ACQ_CUSTOMER_KIND_CONSUMER,
                "Appartement 12\nRésidence Les Tilleuls\n5 rue du Pressoir", "25220", "Thise");
  item
    = add_item (self, "F2026-0071", acq_day_new (2026, 6, 12), acq_day_new (2026, 7, 12), 248600, reminders);
  acq_letter_item_add_movement (item, acq_day_new (2026, 6, 15), ACQ_MEANS_CHEQUE, 74600, NULL);
  self->letter->opening = g_strdup ("Nous avons posé vos deux fenêtres le 10\u00a0juin 2026.");
  self->letter->rule = ACQ_RATE_RULE_NONE;
  add_copies (self);
  return self;
}

LetterCase *
letter_case_new_commune (void)
{
  LetterCase *self = new_case ("MED-2026-0016");
  const AcqDay reminders[] = { acq_day_new (2026, 9, 15), ACQ_DAY_NONE };
  AcqLetterItem *item;

  set_customer (self->customer, "C00512", "Commune de Montfaucon", ACQ_CUSTOMER_KIND_PUBLIC_BODY,
                "1 place de la Mairie", "25660", "Montfaucon");
  item
    = add_item (self, "F2026-0080", acq_day_new (2026, 6, 30), acq_day_new (2026, 7, 30), 540000, reminders);
  item->indemnity = 4000;
  self->letter->rule = ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8;
  self->letter->rate = 1040;
  self->letter->points = acq_rate_rule_get_points (self->letter->rule, self->letter->day, self->rates);
  letter_case_add_interest (self, item);
  return self;
}

AcqAccountStatement *
letter_case_new_statement (const LetterCase *self)
{
  static const struct
  {
    int day[3];
    const char *words;
    int due[3];
    gint64 debit, credit;
  } lines[] = {
    { { 2025, 5, 28 }, "Facture F2025-0187", { 2025, 6, 27 }, 864000, 0 },
    { { 2025, 7, 8 }, "Facture F2025-0203", { 2025, 8, 7 }, 97200, 0 },
    { { 2025, 8, 4 }, "Virement reçu – F2025-0203", { 0, 0, 0 }, 0, 97200 },
    { { 2025, 9, 12 }, "Virement reçu – F2025-0187", { 0, 0, 0 }, 0, 300000 },
    { { 2025, 10, 10 }, "Facture F2025-0241", { 2025, 11, 9 }, 421560, 0 },
    { { 2026, 1, 20 }, "Facture F2026-0012", { 2026, 2, 19 }, 238800, 0 },
    { { 2026, 3, 16 }, "Avoir A2026-0004 – F2026-0012", { 0, 0, 0 }, 0, 28800 },
    { { 2026, 4, 15 }, "Facture F2026-0057", { 2026, 5, 15 }, 693000, 0 },
    { { 2026, 8, 12 }, "Facture F2026-0098", { 2026, 9, 11 }, 115200, 0 },
    { { 2026, 9, 24 }, "Facture F2026-0119", { 2026, 10, 24 }, 347400, 0 },
    { { 2026, 10, 30 }, "Facture F2026-0131", { 2026, 11, 29 }, 186000, 0 },
  };
  AcqAccountStatement *statement = acq_account_statement_new ();

  statement->company = self->company;
  statement->customer = self->customer;
  statement->recipient = self->customer;
  statement->reference = g_strdup ("RC-2026-0231");
  statement->day = self->letter->day;
  statement->bank_day = acq_day_new (2026, 11, 20);
  statement->opening_day = acq_day_new (2025, 5, 28);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    acq_account_statement_add_movement (
      statement, acq_day_new (lines[i].day[0], lines[i].day[1], lines[i].day[2]), lines[i].words,
      lines[i].debit == 0 ? ACQ_DAY_NONE : acq_day_new (lines[i].due[0], lines[i].due[1], lines[i].due[2]),
      lines[i].debit, lines[i].credit);
  statement->ages[ACQ_AGE_NOT_DUE] = 186000;
  statement->ages[ACQ_AGE_UP_TO_30] = 347400;
  statement->ages[ACQ_AGE_UP_TO_90] = 115200;
  statement->ages[ACQ_AGE_OVER_90] = 1888560;
  return statement;
}

/* Monthly on the 15th, moved off the week-end and off Whit Monday 2027 by hand. */
static AcqDay
part_day (AcqDay first, guint index)
{
  AcqDay day = acq_day_add_months (first, (int) index);

  while (acq_day_weekday (day) >= 6 || day == acq_day_new (2027, 5, 17))
    day++;
  return day;
}

AcqPaymentPlanLetter *
letter_case_take_plan (LetterCase *self, guint n_parts)
{
  AcqPaymentPlanLetter *plan = acq_payment_plan_letter_new ();
  AcqDay first = self->letter->day;
  int year, month, day;
  gint64 total, part;

  acq_letter_free (plan->debt);
  plan->debt = g_steal_pointer (&self->letter);
  g_free (plan->debt->reference);
  plan->debt->reference = g_strdup ("ECH-2026-0007");
  for (guint i = 0; i < plan->debt->items->len; i++)
    {
      AcqLetterItem *item = g_ptr_array_index (plan->debt->items, i);

      item->below = FALSE;
      g_array_set_size (item->reminders, 0);
    }
  plan->choices[ACQ_PLAN_CLAIM_PENALTIES] = ACQ_CREDITOR_CHOICE_CLAIMED;
  plan->choices[ACQ_PLAN_CLAIM_INDEMNITIES] = ACQ_CREDITOR_CHOICE_CLAIMED;
  plan->choices[ACQ_PLAN_CLAIM_LATER_PENALTIES] = ACQ_CREDITOR_CHOICE_WAIVED;
  acq_day_get (first, &year, &month, &day);
  first = day < 15 ? acq_day_new (year, month, 15) : acq_day_add_months (acq_day_new (year, month, 15), 1);
  total = acq_payment_plan_letter_total (plan);
  part = total / n_parts / 100 * 100;
  for (guint i = 0; i < n_parts; i++)
    acq_payment_plan_letter_add_part (plan, part_day (first, i),
                                      i + 1 < n_parts ? part : total - part * (n_parts - 1), TRUE);
  return plan;
}

AcqPaymentReceipt *
letter_case_new_receipt (const LetterCase *self)
{
  AcqPaymentReceipt *receipt = acq_payment_receipt_new ();

  receipt->company = self->company;
  receipt->customer = receipt->recipient = self->customer;
  receipt->reference = g_strdup ("REC-2026-0388");
  receipt->day = acq_day_new (2026, 12, 3);
  receipt->credited = acq_day_new (2026, 12, 2);
  receipt->means = ACQ_MEANS_TRANSFER;
  return receipt;
}
