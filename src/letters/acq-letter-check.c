/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-check.h"

#include "acq-address-block.h"
#include "acq-customer-law.h"
#include "acq-iban.h"
#include "acq-text-normalizer.h"

typedef struct
{
  AcqLetterPress *press;
  const AcqLetter *letter;
  gboolean business; /* the customer owes penalties of right */
} Subject;

typedef gboolean (*Finder) (const Subject *subject);

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static const AcqLetterItem *
item_at (const Subject *subject, guint index)
{
  return g_ptr_array_index (subject->letter->items, index);
}

static gboolean
any_item (const Subject *subject, gboolean (*holds) (const Subject *subject, const AcqLetterItem *item))
{
  for (guint i = 0; i < subject->letter->items->len; i++)
    if (holds (subject, item_at (subject, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_bar (const Subject *subject, AcqLetterBar bar)
{
  for (guint i = 0; i < subject->letter->items->len; i++)
    if (item_at (subject, i)->bars & bar)
      return TRUE;
  return FALSE;
}

static gboolean
has_no_items (const Subject *subject)
{
  for (guint i = 0; i < subject->letter->items->len; i++)
    if (!item_at (subject, i)->below)
      return FALSE;
  return TRUE;
}

static gboolean
lacks_copy (const Subject *subject, const AcqLetterItem *item)
{
  if (item->copy == NULL)
    return TRUE;
  for (guint i = 0; i < item->movements->len; i++)
    {
      const AcqLetterMovement *movement = g_ptr_array_index (item->movements, i);

      if (movement->means == ACQ_MEANS_CREDIT_NOTE && movement->copy == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
misses_copy (const Subject *subject)
{
  return any_item (subject, lacks_copy);
}

static gboolean
was_never_reminded (const Subject *subject, const AcqLetterItem *item)
{
  g_autoptr (GArray) shown = acq_letter_item_shown_reminders (item, subject->letter->day);

  return !item->below && shown->len == 0;
}

static gboolean
has_never_reminded (const Subject *subject)
{
  return any_item (subject, was_never_reminded);
}

/* Forms without a share capital have none to print. */
static gboolean
form_has_capital (const char *form)
{
  static const char *const forms[]
    = { "SARL", "EURL", "SAS", "SASU", "SA", "SCA", "SELARL", "SELAS", "SCOP", "SCI" };
  g_autofree char *folded = acq_text_fold (form);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (folded, forms[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Articles R123-237 and R123-238 of the Code de commerce; the account and the signatory are what the letter lives from. */
static gboolean
is_sender_incomplete (const Subject *subject)
{
  const AcqCompany *company = subject->letter->company;
  gboolean always = is_given (company->name) && is_given (company->legal_form) && is_given (company->siren)
                    && is_given (company->address) && is_given (company->postcode) && is_given (company->city)
                    && is_given (company->signatory) && is_given (company->signatory_role)
                    && acq_iban_is_valid (company->iban);

  if (!always)
    return TRUE;
  if (acq_company_is_sole_trader (company))
    return FALSE;
  return !is_given (company->registry) || !is_given (company->vat_number)
         || (form_has_capital (company->legal_form) && !is_given (company->capital));
}

static gboolean
is_kind_unknown (const Subject *subject)
{
  return subject->letter->customer->kind == ACQ_CUSTOMER_KIND_UNKNOWN;
}

static gboolean
rests_on_weak_rate (const Subject *subject, const AcqLetterItem *item)
{
  return item->interest != NULL && !item->interest->confirmed && item->interest->segments->len > 0;
}

static gboolean
has_unconfirmed_rate (const Subject *subject)
{
  return subject->business && any_item (subject, rests_on_weak_rate);
}

static gboolean
address_is (const Subject *subject, AcqAddressFlaw flaw)
{
  g_autoptr (AcqAddressBlock) block
    = acq_address_block_new (subject->press, subject->letter->recipient, NULL);

  return block->flaw == flaw;
}

static gboolean
is_address_too_long (const Subject *subject)
{
  return address_is (subject, ACQ_ADDRESS_TOO_LONG);
}

static gboolean
has_address_six_lines (const Subject *subject)
{
  return address_is (subject, ACQ_ADDRESS_SIX_LINES);
}

static gboolean
is_address_incomplete (const Subject *subject)
{
  return address_is (subject, ACQ_ADDRESS_INCOMPLETE);
}

static gboolean
misses_mediator (const Subject *subject)
{
  const AcqCompany *company = subject->letter->company;

  return subject->letter->customer->kind == ACQ_CUSTOMER_KIND_CONSUMER
         && (!is_given (company->mediator_name) || !is_given (company->mediator_address));
}

static gboolean
is_excluded (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_EXCLUDED);
}

static gboolean
is_held (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_HELD);
}

static gboolean
has_payment_in_flight (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_PAYMENT_IN_FLIGHT);
}

static gboolean
has_possible_receipt (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_POSSIBLE_RECEIPT);
}

static gboolean
has_unread_answer (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_UNREAD_ANSWER);
}

static gboolean
has_unallocated_credit (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_UNALLOCATED_CREDIT);
}

static gboolean
is_in_other_currency (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_OTHER_CURRENCY);
}

static gboolean
is_disputed (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_DISPUTED);
}

static gboolean
is_promised (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_PROMISED);
}

static gboolean
is_in_plan (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_IN_PLAN);
}

static gboolean
is_insolvent (const Subject *subject)
{
  AcqDay since = subject->letter->customer->insolvent_since;

  return has_bar (subject, ACQ_LETTER_BAR_INSOLVENT)
         || (since != ACQ_DAY_NONE && since <= subject->letter->day);
}

static gboolean
is_factored (const Subject *subject)
{
  return has_bar (subject, ACQ_LETTER_BAR_FACTORED);
}

static gboolean
is_not_overdue (const Subject *subject, const AcqLetterItem *item)
{
  return item->due >= subject->letter->day;
}

static gboolean
has_not_overdue (const Subject *subject)
{
  return any_item (subject, is_not_overdue);
}

static gboolean
is_letter_day_off (const Subject *subject)
{
  return !subject->letter->day_is_working;
}

static gboolean
is_deadline_off (const Subject *subject)
{
  return !subject->letter->deadline_is_working;
}

static gboolean
is_deadline_too_soon (const Subject *subject)
{
  return subject->letter->deadline <= subject->letter->day;
}

static gboolean
is_charged (const Subject *subject, const AcqLetterItem *item)
{
  return item->indemnity != 0 || (item->interest != NULL && item->interest->interest != 0);
}

static gboolean
charges_consumer (const Subject *subject)
{
  return !subject->business && any_item (subject, is_charged);
}

static gboolean
is_rate_below_floor (const Subject *subject)
{
  return subject->letter->rate_below_floor;
}

static gboolean
is_rate_excessive (const Subject *subject)
{
  return subject->letter->rate_excessive;
}

static gboolean
do_invoices_differ (const Subject *subject)
{
  return subject->letter->invoices_differ;
}

static gboolean
has_unprintable_number (const Subject *subject, const AcqLetterItem *item)
{
  return !acq_letter_press_covers (subject->press, ACQ_STYLE_TABLE, item->number);
}

static gboolean
has_unprintable_text (const Subject *subject)
{
  const char *texts[] = { subject->letter->company->name, subject->letter->customer->name,
                          subject->letter->reference, subject->letter->company->signatory };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL
        && (!acq_letter_press_covers (subject->press, ACQ_STYLE_TABLE, texts[i])
            || !acq_letter_press_covers (subject->press, ACQ_STYLE_PROSE, texts[i])))
      return TRUE;
  return any_item (subject, has_unprintable_number);
}

/* One line a flaw, in the order of AcqLetterFlaw; those of a kind of letter that is no claim have no finder here. */
static const struct
{
  const char *code;
  AcqLetterFlawWeight weight;
  Finder find;         /* NULL: of plans and receipts alone */
  gboolean any_letter; /* a statement of account can have it too */
} flaws_table[] = {
  { "no_items", ACQ_LETTER_FLAW_BLOCKS, has_no_items, FALSE },
  { "missing_copy", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, misses_copy, FALSE },
  { "never_reminded", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, has_never_reminded, FALSE },
  { "incomplete_sender", ACQ_LETTER_FLAW_BLOCKS, is_sender_incomplete, TRUE },
  { "kind_unknown", ACQ_LETTER_FLAW_BLOCKS, is_kind_unknown, FALSE },
  { "rate_unconfirmed", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, has_unconfirmed_rate, FALSE },
  { "address_too_long", ACQ_LETTER_FLAW_BLOCKS, is_address_too_long, TRUE },
  { "address_six_lines", ACQ_LETTER_FLAW_WARNS, has_address_six_lines, TRUE },
  { "address_incomplete", ACQ_LETTER_FLAW_BLOCKS, is_address_incomplete, TRUE },
  { "mediator_missing", ACQ_LETTER_FLAW_BLOCKS, misses_mediator, FALSE },
  { "disputed", ACQ_LETTER_FLAW_BLOCKS, is_disputed, FALSE },
  { "promised", ACQ_LETTER_FLAW_BLOCKS, is_promised, FALSE },
  { "in_plan", ACQ_LETTER_FLAW_BLOCKS, is_in_plan, FALSE },
  { "insolvent", ACQ_LETTER_FLAW_BLOCKS, is_insolvent, FALSE },
  { "factored", ACQ_LETTER_FLAW_BLOCKS, is_factored, FALSE },
  { "excluded", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, is_excluded, FALSE },
  { "held", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, is_held, FALSE },
  { "payment_in_flight", ACQ_LETTER_FLAW_BLOCKS, has_payment_in_flight, FALSE },
  { "possible_receipt", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, has_possible_receipt, FALSE },
  { "unread_answer", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, has_unread_answer, FALSE },
  { "unallocated_credit", ACQ_LETTER_FLAW_BLOCKS, has_unallocated_credit, FALSE },
  { "other_currency", ACQ_LETTER_FLAW_BLOCKS, is_in_other_currency, FALSE },
  { "not_overdue", ACQ_LETTER_FLAW_BLOCKS, has_not_overdue, FALSE },
  { "letter_day_not_working", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, is_letter_day_off, FALSE },
  { "deadline_not_working", ACQ_LETTER_FLAW_BLOCKS, is_deadline_off, FALSE },
  { "deadline_too_soon", ACQ_LETTER_FLAW_BLOCKS, is_deadline_too_soon, FALSE },
  { "consumer_charged", ACQ_LETTER_FLAW_BLOCKS, charges_consumer, FALSE },
  { "rate_below_floor", ACQ_LETTER_FLAW_WARNS, is_rate_below_floor, FALSE },
  { "rate_excessive", ACQ_LETTER_FLAW_WARNS, is_rate_excessive, FALSE },
  { "invoices_differ", ACQ_LETTER_FLAW_WARNS, do_invoices_differ, FALSE },
  { "unprintable_text", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, has_unprintable_text, TRUE },
  { "no_cheques", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "cheque_handed_in", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "cheque_not_allocated", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "cheque_number_missing", ACQ_LETTER_FLAW_WARNS, NULL, FALSE },
  { "deposit_day_not_working", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "no_retention", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "public_contract", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "acceptance_missing", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "retention_running", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "retention_too_high", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "retention_not_all", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "reserves_open", ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED, NULL, FALSE },
  { "opposition_unknown", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "choice_missing", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "plan_sum", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "instalment_day", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "nothing_received", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
  { "offer_broken", ACQ_LETTER_FLAW_BLOCKS, NULL, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (flaws_table) == ACQ_N_LETTER_FLAWS);

const char *
acq_letter_flaw_to_code (AcqLetterFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < ACQ_N_LETTER_FLAWS, NULL);
  return flaws_table[flaw].code;
}

gboolean
acq_letter_flaw_from_code (const char *code, AcqLetterFlaw *ret_flaw)
{
  for (gsize i = 0; i < ACQ_N_LETTER_FLAWS; i++)
    if (g_strcmp0 (flaws_table[i].code, code) == 0)
      {
        *ret_flaw = (AcqLetterFlaw) i;
        return TRUE;
      }
  return FALSE;
}

AcqLetterFlawWeight
acq_letter_flaw_weight (AcqLetterFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < ACQ_N_LETTER_FLAWS, ACQ_LETTER_FLAW_BLOCKS);
  return flaws_table[flaw].weight;
}

GArray *
acq_formal_notice_find_flaws (AcqLetterPress *press, const AcqLetter *letter)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  const Subject subject = { press, letter, acq_customer_claims_interest_by_law (letter->customer) };

  for (AcqLetterFlaw flaw = 0; flaw < ACQ_N_LETTER_FLAWS; flaw++)
    if (flaws_table[flaw].find != NULL && flaws_table[flaw].find (&subject))
      g_array_append_val (found, flaw);
  return found;
}

GArray *
acq_letter_find_flaws_among (AcqLetterPress *press, const AcqLetter *letter, const AcqLetterFlaw *flaws,
                             gsize n_flaws)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  const Subject subject = { press, letter, acq_customer_claims_interest_by_law (letter->customer) };

  for (gsize i = 0; i < n_flaws; i++)
    if (flaws_table[flaws[i]].find (&subject))
      g_array_append_val (found, flaws[i]);
  return found;
}

GArray *
acq_account_statement_find_flaws (AcqLetterPress *press, const AcqAccountStatement *statement)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  g_autoptr (AcqLetter) letter = acq_letter_new ();
  const Subject subject = { press, letter, FALSE };

  letter->company = statement->company;
  letter->customer = statement->customer;
  letter->recipient = statement->recipient;
  letter->reference = g_strdup (statement->reference);
  for (AcqLetterFlaw flaw = 0; flaw < ACQ_N_LETTER_FLAWS; flaw++)
    if (flaws_table[flaw].any_letter && flaws_table[flaw].find (&subject))
      g_array_append_val (found, flaw);
  return found;
}

static gboolean
is_cheque_unprintable (AcqLetterPress *press, const AcqSlipCheque *cheque)
{
  const char *texts[] = { cheque->drawer, cheque->on_behalf, cheque->bank, cheque->number };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && !acq_letter_press_covers (press, ACQ_STYLE_TABLE, texts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
slip_has (AcqLetterPress *press, const AcqChequeSlip *slip, AcqLetterFlaw flaw)
{
  if (flaw == ACQ_LETTER_FLAW_NO_CHEQUES)
    return slip->cheques->len == 0;
  if (flaw == ACQ_LETTER_FLAW_DEPOSIT_DAY_NOT_WORKING)
    return !acq_day_is_bank_day (slip->day);
  for (guint i = 0; i < slip->cheques->len; i++)
    {
      const AcqSlipCheque *cheque = slip->cheques->pdata[i];

      if ((flaw == ACQ_LETTER_FLAW_CHEQUE_HANDED_IN && cheque->handed_in)
          || (flaw == ACQ_LETTER_FLAW_CHEQUE_NOT_ALLOCATED && cheque->allocated != cheque->amount)
          || (flaw == ACQ_LETTER_FLAW_CHEQUE_NUMBER_MISSING && !(is_given (cheque->number) && is_given (cheque->bank)))
          || (flaw == ACQ_LETTER_FLAW_UNPRINTABLE_TEXT && is_cheque_unprintable (press, cheque)))
        return TRUE;
    }
  return FALSE;
}

GArray *
acq_cheque_slip_find_flaws (AcqLetterPress *press, const AcqChequeSlip *slip)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  g_autoptr (AcqLetter) letter = acq_letter_new ();
  const Subject subject = { press, letter, FALSE };

  letter->company = slip->company;
  for (AcqLetterFlaw flaw = 0; flaw < ACQ_N_LETTER_FLAWS; flaw++)
    if ((flaw == ACQ_LETTER_FLAW_INCOMPLETE_SENDER && is_sender_incomplete (&subject)) || slip_has (press, slip, flaw))
      g_array_append_val (found, flaw);
  return found;
}

static gboolean
keeps_too_much (const AcqRetentionRelease *letter)
{
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqReleaseItem *item = letter->items->pdata[i];

      /* Rounding may add half a cent. */
      if (item->retained * 10000 > item->total * letter->most + 5000)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_more_open (const AcqRetentionRelease *letter)
{
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqReleaseItem *item = letter->items->pdata[i];

      if (item->retained <= 0 || item->total - item->settled != item->retained)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_running (const AcqRetentionRelease *letter)
{
  AcqDay end = acq_retention_release_end (letter);

  return end != ACQ_DAY_NONE && letter->day <= end;
}

static gboolean
is_text_unprintable (AcqLetterPress *press, const char *text)
{
  return text != NULL
         && (!acq_letter_press_covers (press, ACQ_STYLE_TABLE, text)
             || !acq_letter_press_covers (press, ACQ_STYLE_PROSE, text));
}

static gboolean
release_has (AcqLetterPress *press, const AcqRetentionRelease *letter, AcqLetterFlaw flaw)
{
  const AcqRetentionTerms *terms = &letter->terms;

  switch (flaw)
    {
    case ACQ_LETTER_FLAW_NO_RETENTION:
      return letter->items->len == 0;
    case ACQ_LETTER_FLAW_PUBLIC_CONTRACT:
      return letter->customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY;
    case ACQ_LETTER_FLAW_ACCEPTANCE_MISSING:
      return terms->accepted == ACQ_DAY_NONE;
    case ACQ_LETTER_FLAW_RETENTION_RUNNING:
      return is_running (letter);
    case ACQ_LETTER_FLAW_RETENTION_TOO_HIGH:
      return keeps_too_much (letter);
    case ACQ_LETTER_FLAW_RETENTION_NOT_ALL:
      return has_more_open (letter);
    case ACQ_LETTER_FLAW_RESERVES_OPEN:
      return terms->n_reserves > 0 && (terms->lifted == ACQ_DAY_NONE || terms->lifted > letter->day);
    case ACQ_LETTER_FLAW_OPPOSITION_UNKNOWN:
      return !terms->unopposed;
    case ACQ_LETTER_FLAW_UNPRINTABLE_TEXT:
      return is_text_unprintable (press, terms->works) || is_text_unprintable (press, terms->contract)
             || is_text_unprintable (press, terms->enclosures);
    default:
      return FALSE;
    }
}

/* Those of any letter that asks for money: what is not due yet is not asked for, and nobody needs a reminder first. */
static gboolean
concerns_release (AcqLetterFlaw flaw)
{
  switch (flaw)
    {
    case ACQ_LETTER_FLAW_KIND_UNKNOWN:
    case ACQ_LETTER_FLAW_DISPUTED:
    case ACQ_LETTER_FLAW_PROMISED:
    case ACQ_LETTER_FLAW_IN_PLAN:
    case ACQ_LETTER_FLAW_INSOLVENT:
    case ACQ_LETTER_FLAW_FACTORED:
    case ACQ_LETTER_FLAW_EXCLUDED:
    case ACQ_LETTER_FLAW_HELD:
    case ACQ_LETTER_FLAW_PAYMENT_IN_FLIGHT:
    case ACQ_LETTER_FLAW_POSSIBLE_RECEIPT:
    case ACQ_LETTER_FLAW_UNREAD_ANSWER:
    case ACQ_LETTER_FLAW_UNALLOCATED_CREDIT:
    case ACQ_LETTER_FLAW_OTHER_CURRENCY:
    case ACQ_LETTER_FLAW_LETTER_DAY_NOT_WORKING:
    case ACQ_LETTER_FLAW_DEADLINE_NOT_WORKING:
    case ACQ_LETTER_FLAW_DEADLINE_TOO_SOON:
      return TRUE;
    default:
      return flaws_table[flaw].any_letter;
    }
}

/* The same as the checks of a claim see it. */
static AcqLetter *
as_letter (const AcqRetentionRelease *release)
{
  AcqLetter *letter = acq_letter_new ();

  letter->company = release->company;
  letter->customer = release->customer;
  letter->recipient = release->recipient;
  letter->reference = g_strdup (release->reference);
  letter->day = release->day;
  letter->deadline = release->deadline;
  letter->day_is_working = release->day_is_working;
  letter->deadline_is_working = release->deadline_is_working;
  for (guint i = 0; i < release->items->len; i++)
    {
      const AcqReleaseItem *item = release->items->pdata[i];

      acq_letter_add_item (letter, item->number, item->issued, item->issued, item->total)->bars = item->bars;
    }
  return letter;
}

GArray *
acq_retention_release_find_flaws (AcqLetterPress *press, const AcqRetentionRelease *letter)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AcqLetterFlaw));
  g_autoptr (AcqLetter) claim = as_letter (letter);
  const Subject subject = { press, claim, FALSE };

  for (AcqLetterFlaw flaw = 0; flaw < ACQ_N_LETTER_FLAWS; flaw++)
    if (release_has (press, letter, flaw)
        || (concerns_release (flaw) && flaws_table[flaw].find != NULL && flaws_table[flaw].find (&subject)))
      g_array_append_val (found, flaw);
  return found;
}

static gboolean
blocks (AcqLetterFlaw flaw, const char *const *accepted)
{
  switch (flaws_table[flaw].weight)
    {
    case ACQ_LETTER_FLAW_WARNS:
      return FALSE;
    case ACQ_LETTER_FLAW_BLOCKS_UNLESS_ACCEPTED:
      return accepted == NULL || !g_strv_contains (accepted, flaws_table[flaw].code);
    default:
      return TRUE;
    }
}

gboolean
acq_letter_flaws_decide (const GArray *flaws, const char *const *accepted, char ***ret_warnings,
                         GError **error)
{
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) blocking = g_strv_builder_new ();
  g_auto (GStrv) blocking_codes = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < flaws->len; i++)
    {
      AcqLetterFlaw flaw = g_array_index (flaws, AcqLetterFlaw, i);

      g_strv_builder_add (blocks (flaw, accepted) ? blocking : warnings, flaws_table[flaw].code);
    }
  blocking_codes = g_strv_builder_end (blocking);
  if (blocking_codes[0] == NULL)
    {
      if (ret_warnings != NULL)
        *ret_warnings = g_strv_builder_end (warnings);
      return TRUE;
    }
  list = g_strjoinv (", ", blocking_codes);
  g_set_error_literal (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED, list);
  return FALSE;
}
