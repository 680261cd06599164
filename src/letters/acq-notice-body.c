/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-body.h"

#include "acq-consumer-text.h"
#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-closing.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-notice-annex.h"
#include "acq-notice-tables.h"
#include "acq-notice-text.h"
#include "acq-payment-box.h"

/* Points between the parts of the letter. */
#define PARAGRAPH_GAP ACQ_MM (2.15)
#define BEFORE_TABLE  ACQ_MM (1.7)
#define AFTER_TABLE   ACQ_MM (3.0)
#define BEFORE_LEAD   ACQ_MM (2.8)
#define AFTER_LEAD    ACQ_MM (0.4)
#define BEFORE_CLAIM  ACQ_MM (1.0)
#define BEFORE_BOX    ACQ_MM (2.3)
#define AFTER_BOX     ACQ_MM (3.3)

/* Millimetres to sign in. */
#define SIGNING_ROOM         19.8
#define SIGNING_ROOM_COMPACT 12.0

static AcqStyle
prose (const AcqNoticeBody *self)
{
  return self->fit == ACQ_NOTICE_FIT_NORMAL ? ACQ_STYLE_PROSE : ACQ_STYLE_PROSE_COMPACT;
}

static double
padding (const AcqNoticeBody *self)
{
  return self->fit == ACQ_NOTICE_FIT_NORMAL ? ACQ_ROW_PADDING : ACQ_ROW_PADDING_COMPACT;
}

static double
scaled (const AcqNoticeBody *self, double gap)
{
  return self->fit == ACQ_NOTICE_FIT_NORMAL ? gap : gap * 0.75;
}

/* Takes the sentence; NULL adds nothing. */
static guint
add_prose (const AcqNoticeBody *self, AcqLetterLayout *layout, double gap, char *sentence)
{
  g_autofree char *owned = sentence;

  if (owned == NULL)
    return 0;
  return acq_letter_layout_add_text (layout, prose (self), ACQ_SET_JUSTIFIED, scaled (self, gap), owned);
}

static void
add_box (const AcqNoticeBody *self, AcqLetterLayout *layout)
{
  const AcqLetter *letter = self->letter;
  g_autofree char *beneficiary = acq_company_legal_name (letter->company);
  g_autofree char *deadline = acq_french_weekday_day (letter->deadline);
  g_autofree char *condition = acq_letter_text_fill (
    letter->accepted_in_full ? "si reçu au plus tard le *{deadline}*" : "au plus tard le *{deadline}*",
    "deadline", deadline, NULL);
  gboolean by_number = !acq_customer_claims_interest_by_law (letter->customer) && letter->items->len == 1;
  const AcqPaymentBox box = {
    .amount_label = "Somme réclamée",
    .amount = self->figures->total,
    .condition_label = letter->accepted_in_full ? "Accepté pour solde" : "À recevoir",
    .condition = condition,
    .beneficiary = beneficiary,
    .iban = letter->company->iban,
    .bic = letter->company->bic,
    .bank_name = letter->company->bank_name,
    .reference
    = by_number ? ((const AcqLetterItem *) g_ptr_array_index (letter->items, 0))->number : letter->reference,
  };

  acq_letter_layout_add_payment_box (layout, &box, scaled (self, BEFORE_BOX));
}

static void
add_tables (const AcqNoticeBody *self, AcqLetterLayout *layout)
{
  g_autofree char *lead = NULL;

  acq_notice_add_items (layout, self->letter, self->figures, ACQ_NOTICE_ITEMS_FIRST, ACQ_TABLE_WHOLE,
                        padding (self), scaled (self, BEFORE_TABLE));
  if (self->figures->n_below == 0)
    return;
  lead = acq_notice_below_lead (self->letter, self->figures);
  acq_letter_layout_add_text (layout, ACQ_STYLE_TABLE_GROUP, ACQ_SET_RAGGED, scaled (self, BEFORE_LEAD),
                              lead);
  acq_letter_layout_keep_with_next (layout);
  acq_notice_add_items (layout, self->letter, self->figures, ACQ_NOTICE_ITEMS_BELOW, ACQ_TABLE_WHOLE,
                        padding (self), scaled (self, AFTER_LEAD));
}

/* Opening and tables, or one sentence where the tables stand in the annex. */
static void
add_what_is_unpaid (AcqNoticeBody *self, AcqLetterLayout *layout)
{
  const char *salutation = acq_customer_salutation (self->letter->customer);
  gboolean consumer = !acq_customer_claims_interest_by_law (self->letter->customer);

  add_prose (self, layout, 0, g_strdup (salutation));
  if (self->fit == ACQ_NOTICE_FIT_LIST)
    {
      add_prose (self, layout, PARAGRAPH_GAP, acq_notice_opening_of_list (self->letter, self->figures));
      return;
    }
  add_prose (self, layout, PARAGRAPH_GAP,
             consumer ? acq_consumer_opening (self->letter, self->figures)
                      : acq_notice_opening (self->letter, self->figures));
  acq_letter_layout_keep_with_next (layout);
  add_tables (self, layout);
}

static void
add_business_claim (AcqNoticeBody *self, AcqLetterLayout *layout)
{
  add_prose (self, layout, AFTER_TABLE, acq_notice_law (self->letter, self->figures));
  add_prose (self, layout, PARAGRAPH_GAP, acq_notice_claim_lead (self->letter));
  acq_letter_layout_keep_with_next (layout);
  acq_notice_add_claim (layout, self->letter, self->figures, padding (self), scaled (self, BEFORE_CLAIM));
  self->demand_part = add_prose (self, layout, AFTER_TABLE, acq_notice_demand (self->letter, self->figures));
  add_prose (self, layout, PARAGRAPH_GAP, acq_notice_acceptance (self->letter, self->figures));
  add_prose (self, layout, PARAGRAPH_GAP, acq_notice_choices (self->letter, self->figures));
  add_box (self, layout);
  add_prose (self, layout, AFTER_BOX, acq_notice_dispute (self->letter, self->figures));
}

static void
add_consumer_claim (AcqNoticeBody *self, AcqLetterLayout *layout)
{
  self->demand_part
    = add_prose (self, layout, AFTER_TABLE, acq_consumer_demand (self->letter, self->figures));
  add_box (self, layout);
  add_prose (self, layout, AFTER_BOX, acq_consumer_law (self->letter));
  add_prose (self, layout, PARAGRAPH_GAP, acq_consumer_dispute (self->letter, self->figures));
  add_prose (self, layout, PARAGRAPH_GAP, acq_consumer_mediator (self->letter));
}

static char *
enclosure_words (const AcqNoticeBody *self)
{
  GString *words = g_string_new (NULL);

  if (self->has_list)
    g_string_append (words, "Annexe" ACQ_WIDE_SPACE "1" ACQ_NARROW_SPACE ": liste des factures. ");
  if (self->has_interest)
    g_string_append_printf (words,
                            "Annexe%s" ACQ_NARROW_SPACE ": décompte des intérêts période par période. ",
                            self->has_list ? ACQ_WIDE_SPACE "2" : "");
  if (self->pieces != NULL)
    g_string_append (words, self->pieces);
  if (words->len > 0)
    return g_string_free (words, FALSE);
  g_string_free (words, TRUE);
  return NULL;
}

/* The signature never stands without the three paragraphs before it. */
static void
add_closing (AcqNoticeBody *self, AcqLetterLayout *layout)
{
  double room = self->fit == ACQ_NOTICE_FIT_NORMAL ? SIGNING_ROOM : SIGNING_ROOM_COMPACT;
  g_autofree char *enclosures = enclosure_words (self);

  add_prose (self, layout, PARAGRAPH_GAP, acq_notice_consequence (self->letter));
  acq_letter_layout_keep_with_next (layout);
  add_prose (self, layout, PARAGRAPH_GAP, acq_notice_nature (self->letter));
  acq_letter_layout_keep_with_next (layout);
  self->last_part = add_prose (self, layout, PARAGRAPH_GAP, acq_notice_courtesy (self->letter));
  acq_letter_layout_add_signature (layout, self->letter->company, prose (self), room);
  self->last_part++;
  if (enclosures != NULL)
    self->last_part = acq_letter_layout_add_enclosure_list (layout, enclosures);
}

void
acq_notice_body_add_to (AcqNoticeBody *self, AcqLetterLayout *layout)
{
  gboolean business = acq_customer_claims_interest_by_law (self->letter->customer);

  self->has_list = self->fit == ACQ_NOTICE_FIT_LIST;
  self->has_interest
    = business && self->letter->penalties != ACQ_CLAIM_WAIVED && self->figures->first_penalties > 0;
  add_what_is_unpaid (self, layout);
  if (business)
    add_business_claim (self, layout);
  else
    add_consumer_claim (self, layout);
  add_closing (self, layout);
  if (self->has_list)
    {
      self->list_part = self->last_part + 1;
      acq_notice_add_list_annex (layout, self->letter, self->figures);
    }
  if (self->has_interest)
    self->interest_part = acq_notice_add_interest_annex (
      layout, self->letter, self->figures, self->has_list ? "Annexe" ACQ_WIDE_SPACE "2" : "Annexe");
}
