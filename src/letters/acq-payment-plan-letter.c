/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-plan-letter.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-notice-annex.h"
#include "acq-notice-tables.h"
#include "acq-plan-columns.h"
#include "acq-plan-words.h"

/* Points between the parts of the agreement. */
#define BEFORE_HEADING ACQ_MM (3.3)
#define AFTER_HEADING  ACQ_MM (0.9)
#define BEFORE_TABLE   ACQ_MM (1.4)
#define AFTER_TABLE    ACQ_MM (3.0)

static const char *const claim_codes[] = { "penalties", "indemnities", "later_penalties" };

ACQ_DEFINE_CODES (AcqPlanClaim, acq_plan_claim, claim_codes)

AcqPaymentPlanLetter *
acq_payment_plan_letter_new (void)
{
  AcqPaymentPlanLetter *self = g_new0 (AcqPaymentPlanLetter, 1);

  self->debt = acq_letter_new ();
  self->notice_day = ACQ_DAY_NONE;
  self->parts = g_array_new (FALSE, TRUE, sizeof (AcqPlanPart));
  return self;
}

void
acq_payment_plan_letter_free (AcqPaymentPlanLetter *self)
{
  if (self == NULL)
    return;
  acq_letter_free (self->debt);
  g_array_unref (self->parts);
  g_free (self->representative);
  g_free (self);
}

void
acq_payment_plan_letter_add_part (AcqPaymentPlanLetter *self, AcqDay due, gint64 amount, gboolean working)
{
  AcqPlanPart part = { due, amount, working };

  g_array_append_val (self->parts, part);
}

static gboolean
is_business (const AcqPaymentPlanLetter *self)
{
  return acq_customer_claims_interest_by_law (self->debt->customer);
}

gint64
acq_payment_plan_letter_claim_amount (const AcqPaymentPlanLetter *self, AcqPlanClaim claim)
{
  gint64 sum = 0;

  for (guint i = 0; is_business (self) && i < self->debt->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (self->debt->items, i);

      if (claim == ACQ_PLAN_CLAIM_INDEMNITIES)
        sum += item->indemnity;
      else if (claim == ACQ_PLAN_CLAIM_PENALTIES && item->interest != NULL)
        sum += item->interest->interest - item->interest->interest_paid;
    }
  return sum;
}

gboolean
acq_payment_plan_letter_has_claim (const AcqPaymentPlanLetter *self, AcqPlanClaim claim)
{
  if (claim == ACQ_PLAN_CLAIM_LATER_PENALTIES)
    return TRUE;
  if (!is_business (self))
    return claim == ACQ_PLAN_CLAIM_PENALTIES && self->notice_day != ACQ_DAY_NONE;
  return acq_payment_plan_letter_claim_amount (self, claim) > 0;
}

static gint64
claimed_amount (const AcqPaymentPlanLetter *self, AcqPlanClaim claim)
{
  return self->choices[claim] == ACQ_CREDITOR_CHOICE_CLAIMED
           ? acq_payment_plan_letter_claim_amount (self, claim)
           : 0;
}

gint64
acq_payment_plan_letter_total (const AcqPaymentPlanLetter *self)
{
  gint64 sum
    = claimed_amount (self, ACQ_PLAN_CLAIM_PENALTIES) + claimed_amount (self, ACQ_PLAN_CLAIM_INDEMNITIES);

  for (guint i = 0; i < self->debt->items->len; i++)
    sum += ((const AcqLetterItem *) g_ptr_array_index (self->debt->items, i))->rest;
  return sum;
}

/* What the agreement is drawn from. */
typedef struct
{
  AcqLetterPress *press;
  const AcqPaymentPlanLetter *letter;
  AcqNoticeFigures figures;
  AcqLetterhead *head;
  AcqLetterLayout *layout;
  gboolean has_interest;
  guint list_part;
  guint signed_part;
  guint interest_part;
} Agreement;

static void
agreement_clear (Agreement *self)
{
  acq_letterhead_free (self->head);
  acq_letter_layout_free (self->layout);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agreement, agreement_clear)

static void
add_heading (Agreement *self, const char *title)
{
  acq_letter_layout_add_tagged_text (self->layout, "H2", ACQ_STYLE_HEADING_2, ACQ_SET_RAGGED, 0,
                                     BEFORE_HEADING, title);
  acq_letter_layout_keep_with_next (self->layout);
}

/* Takes the sentence. */
static void
add_prose (Agreement *self, double gap, char *sentence)
{
  g_autofree char *owned = sentence;

  acq_letter_layout_add_text (self->layout, ACQ_STYLE_PROSE, ACQ_SET_JUSTIFIED, gap, owned);
}

/* The IBAN is not broken, so that a justified line before it would gape. */
static void
add_imputation (Agreement *self)
{
  g_autofree char *sentence = acq_plan_imputation (self->letter);

  acq_letter_layout_add_text (self->layout, ACQ_STYLE_PROSE, ACQ_SET_RAGGED, AFTER_HEADING, sentence);
}

/* Takes the words. */
static void
add_sum_row (AcqLetterTable *table, AcqRowKind kind, char *words, gint64 amount)
{
  g_autofree char *owned = words;
  g_autofree char *figure = acq_french_amount (amount);
  const char *cells[] = { owned, figure };

  acq_letter_table_add_row (table, kind, cells);
}

static void
add_breakdown (Agreement *self)
{
  const AcqTableColumn columns[]
    = { { NULL, 47.0, 135.0, ACQ_ALIGN_LEFT }, { NULL, 135.0, 165.0, ACQ_ALIGN_RIGHT } };
  AcqLetterTable *table = acq_letter_table_new (self->press, columns, 2, ACQ_ROW_PADDING);
  gint64 penalties = claimed_amount (self->letter, ACQ_PLAN_CLAIM_PENALTIES);
  gint64 indemnities = claimed_amount (self->letter, ACQ_PLAN_CLAIM_INDEMNITIES);

  add_sum_row (table, ACQ_ROW_BODY, acq_plan_principal_line (self->letter), self->figures.first_principal);
  if (penalties > 0)
    add_sum_row (table, ACQ_ROW_BODY, acq_plan_penalties_line (self->letter), penalties);
  if (indemnities > 0)
    add_sum_row (table, ACQ_ROW_BODY, acq_plan_indemnities_line (self->letter), indemnities);
  add_sum_row (table, ACQ_ROW_CLAIM, g_strdup ("Total"), acq_payment_plan_letter_total (self->letter));
  acq_letter_layout_take_table (self->layout, table, ACQ_TABLE_WHOLE, BEFORE_TABLE);
}

static void
add_part_row (AcqLetterTable *table, guint number, const AcqPlanPart *part, gint64 rest)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *day = acq_french_weekday_day (part->due);
  g_autofree char *amount = acq_french_figure (part->amount);
  g_autofree char *left = acq_french_figure (rest);
  const char *cells[] = { count, day, amount, left };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static void
add_parts (Agreement *self)
{
  const AcqTableColumn columns[] = {
    { "N°", 0, 20.0, ACQ_ALIGN_LEFT },
    { "Date", 23.7, 80.0, ACQ_ALIGN_LEFT },
    { "Versement (€)", 85.0, 114.0, ACQ_ALIGN_RIGHT },
    { "Reste après versement (€)", 116.0, 165.0, ACQ_ALIGN_RIGHT },
  };
  AcqLetterTable *table
    = acq_letter_table_new (self->press, columns, G_N_ELEMENTS (columns), ACQ_ROW_PADDING);
  gint64 total = acq_payment_plan_letter_total (self->letter), rest = total;
  g_autofree char *sum = acq_french_figure (total);
  const char *cells[] = { "Total", NULL, sum, NULL };

  for (guint i = 0; i < self->letter->parts->len; i++)
    {
      const AcqPlanPart *part = &g_array_index (self->letter->parts, AcqPlanPart, i);

      rest -= part->amount;
      add_part_row (table, i + 1, part, rest);
    }
  acq_letter_table_add_row (table, ACQ_ROW_TOTAL, cells);
  acq_letter_layout_take_table (self->layout, table, ACQ_TABLE_BREAKABLE, BEFORE_TABLE);
}

static void
add_choices (Agreement *self)
{
  const AcqTableColumn columns[] = {
    { "Poste", 0, 75.0, ACQ_ALIGN_LEFT },
    { "Montant (€)", 75.0, 90.0, ACQ_ALIGN_RIGHT },
    { "Choix du créancier", 94.0, 165.0, ACQ_ALIGN_LEFT },
  };
  AcqLetterTable *table
    = acq_letter_table_new (self->press, columns, G_N_ELEMENTS (columns), ACQ_ROW_PADDING);

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    {
      g_autofree char *words = acq_plan_claim_words (self->letter, claim);
      g_autofree char *figure = acq_plan_claim_figure (self->letter, claim);
      g_autofree char *choice = acq_plan_claim_choice (self->letter, claim);
      const char *cells[] = { words, figure, choice };

      if (acq_payment_plan_letter_has_claim (self->letter, claim))
        acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
    }
  acq_letter_layout_take_table (self->layout, table, ACQ_TABLE_WHOLE, BEFORE_TABLE);
}

static void
add_title (Agreement *self)
{
  g_autofree char *subtitle
    = acq_letter_text_fill ("Référence {reference} – établi en deux exemplaires originaux", "reference",
                            self->letter->debt->reference, NULL);

  acq_letter_layout_add_tagged_text (self->layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0,
                                     "Accord d’échéancier");
  acq_letter_layout_keep_with_next (self->layout);
  acq_letter_layout_add_text (self->layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.6), subtitle);
  acq_letter_layout_add_parties (self->layout, self->letter, ACQ_MM (4.2));
}

static void
add_articles (Agreement *self)
{
  add_heading (self, "1. Reconnaissance de la dette");
  add_prose (self, AFTER_HEADING, acq_plan_acknowledgment (self->letter));
  acq_letter_layout_keep_with_next (self->layout);
  add_breakdown (self);
  add_heading (self, "2. Échéances");
  add_prose (self, AFTER_HEADING, acq_plan_engagement (self->letter));
  acq_letter_layout_keep_with_next (self->layout);
  add_parts (self);
  add_heading (self, "3. Paiement et imputation");
  add_imputation (self);
  add_heading (self, acq_plan_choices_title (self->letter));
  add_prose (self, AFTER_HEADING,
             acq_letter_text_fill ("Le créancier fait expressément les choix suivants :", NULL));
  acq_letter_layout_keep_with_next (self->layout);
  add_choices (self);
  acq_letter_layout_keep_with_next (self->layout);
  add_prose (self, AFTER_TABLE, acq_plan_no_other_waiver (self->letter));
  add_heading (self, "5. Défaut de versement");
  add_prose (self, AFTER_HEADING, acq_plan_default (self->letter));
  add_heading (self, "6. Portée");
  add_prose (self, AFTER_HEADING, acq_plan_scope (self->letter));
}

static void
add_list (Agreement *self)
{
  add_heading (self, self->has_interest ? "Annexe" ACQ_WIDE_SPACE "1. Factures concernées"
                                        : "Annexe. Factures concernées");
  self->list_part
    = acq_notice_add_items (self->layout, self->letter->debt, &self->figures, ACQ_NOTICE_ITEMS_FIRST,
                            ACQ_TABLE_BREAKABLE, ACQ_ROW_PADDING, ACQ_MM (0.7));
}

static void
add_signatures (Agreement *self)
{
  g_autofree char *city = acq_french_printable (self->letter->debt->company->city);
  g_autofree char *day = acq_french_day (self->letter->debt->day);

  add_prose (self, AFTER_TABLE,
             acq_letter_text_fill (city[0] == '\0' ? "Fait le {day}, en deux exemplaires."
                                                   : "Fait à {city}, le {day}, en deux exemplaires.",
                                   "city", city, "day", day, NULL));
  acq_letter_layout_keep_with_next (self->layout);
  self->signed_part = acq_letter_layout_add_signature_boxes (self->layout, self->letter, ACQ_MM (2.0));
}

static gboolean
lay_out (Agreement *self, GError **error)
{
  self->has_interest = acq_payment_plan_letter_claim_amount (self->letter, ACQ_PLAN_CLAIM_PENALTIES) > 0;
  self->layout = acq_letter_layout_new (self->press, ACQ_MM (ACQ_TEXT_TOP - 2.2));
  acq_letter_layout_reserve_foot (self->layout, ACQ_INITIALS_ROOM);
  add_title (self);
  add_articles (self);
  add_list (self);
  add_signatures (self);
  if (self->has_interest)
    self->interest_part = acq_notice_add_interest_annex (self->layout, self->letter->debt, &self->figures,
                                                         "Annexe" ACQ_WIDE_SPACE "2");
  return acq_letter_layout_break (self->layout, error);
}

static AcqLetterhead *
make_head (const AcqPaymentPlanLetter *letter)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (letter->debt->company);
  g_autofree char *day = acq_french_day (letter->debt->day);
  g_autofree char *sender = acq_french_printable (letter->debt->company->name);
  g_autofree char *debtor = acq_french_printable (letter->debt->customer->name);

  head->running_left = g_strdup_printf ("%s – Accord d’échéancier du %s", sender, day);
  head->running_right = g_strdup_printf ("%s · %s", debtor, letter->debt->reference);
  return head;
}

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACQ_LETTER_ERROR, code, message);
  return FALSE;
}

static gboolean
check (const AcqPaymentPlanLetter *letter, GError **error)
{
  gint64 sum = 0;

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (letter->choices[claim] == ACQ_CREDITOR_CHOICE_NONE
        && acq_payment_plan_letter_has_claim (letter, claim))
      return refuse (error, ACQ_LETTER_ERROR_BLOCKED, claim_codes[claim]);
  for (guint i = 0; i < letter->parts->len; i++)
    sum += g_array_index (letter->parts, AcqPlanPart, i).amount;
  return sum == acq_payment_plan_letter_total (letter)
         || refuse (error, ACQ_LETTER_ERROR_FIGURES, "the instalments are not the acknowledged sum");
}

static void
add_bookmarks (const Agreement *self, AcqPdfWriter *writer, guint page)
{
  if (page == 0)
    acq_pdf_writer_add_bookmark (writer, "Accord d’échéancier");
  if (acq_letter_layout_page_of (self->layout, self->list_part) == page)
    acq_pdf_writer_add_bookmark (writer, "Annexe – Factures concernées");
  if (self->has_interest && acq_letter_layout_page_of (self->layout, self->interest_part) == page)
    acq_pdf_writer_add_bookmark (writer, "Annexe – Décompte des intérêts période par période");
}

/* The page that is signed needs no initials; every other one does. */
static void
draw (const Agreement *self, AcqPdfWriter *writer)
{
  cairo_t *cr = acq_pdf_writer_cairo (writer);
  guint n_pages = acq_letter_layout_n_pages (self->layout);
  guint signed_page = acq_letter_layout_page_of (self->layout, self->signed_part);

  for (guint page = 0; page < n_pages; page++)
    {
      add_bookmarks (self, writer, page);
      if (page == 0)
        acq_letterhead_draw_foot (self->head, self->press, cr, 1, n_pages);
      else
        acq_letterhead_draw_next_page (self->head, self->press, cr, page + 1, n_pages);
      acq_letter_layout_draw (self->layout, page, cr);
      if (page != signed_page)
        acq_plan_draw_initials (self->press, cr);
      acq_pdf_writer_end_page (writer);
    }
}

static AcqPdfWriter *
start_document (const AcqPaymentPlanLetter *letter)
{
  g_autofree char *debtor = acq_french_printable (letter->debt->customer->name);
  g_autofree char *day = acq_french_day (letter->debt->day);
  g_autofree char *title = g_strdup_printf ("Accord d’échéancier – %s – %s", debtor, day);
  g_autofree char *author = acq_company_legal_name (letter->debt->company);

  return acq_pdf_writer_new (title, author, letter->debt->day);
}

GBytes *
acq_payment_plan_letter_write (AcqLetterPress *press, const AcqPaymentPlanLetter *letter,
                               AcqLetterReport *ret_report, GError **error)
{
  g_auto (Agreement) self = { .press = press, .letter = letter };
  g_autoptr (AcqPdfWriter) writer = NULL;

  if (!check (letter, error) || !acq_notice_figures_init (&self.figures, letter->debt, error))
    return NULL;
  self.head = make_head (letter);
  if (!lay_out (&self, error))
    return NULL;
  writer = start_document (letter);
  draw (&self, writer);
  if (ret_report != NULL)
    *ret_report = (AcqLetterReport){ acq_letter_layout_n_pages (self.layout),
                                     acq_letter_layout_page_of (self.layout, self.signed_part) + 1,
                                     acq_payment_plan_letter_total (letter) };
  return acq_pdf_writer_finish (writer, error);
}
