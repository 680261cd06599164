/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter.h"

static const char *const model_codes[]
  = { "formal_notice", "statement", "cheque_slip", "retention_release", "payment_plan", "receipt" };
static const char *const choice_codes[] = { "claimed", "mentioned", "waived" };

ACQ_DEFINE_CODES (AcqLetterModel, acq_letter_model, model_codes)
ACQ_DEFINE_CODES (AcqClaimChoice, acq_claim_choice, choice_codes)

static void
free_movement (gpointer data)
{
  AcqLetterMovement *movement = data;

  g_free (movement->number);
  g_clear_pointer (&movement->copy, g_bytes_unref);
  g_free (movement);
}

static void
free_item (gpointer data)
{
  AcqLetterItem *item = data;

  g_free (item->number);
  g_array_unref (item->reminders);
  g_ptr_array_unref (item->movements);
  g_clear_pointer (&item->interest, acq_late_interest_free);
  g_clear_pointer (&item->copy, g_bytes_unref);
  g_free (item);
}

static void
free_enclosure (gpointer data)
{
  AcqLetterEnclosure *enclosure = data;

  g_free (enclosure->title);
  g_clear_pointer (&enclosure->copy, g_bytes_unref);
  g_free (enclosure);
}

AcqLetter *
acq_letter_new (void)
{
  AcqLetter *self = g_new0 (AcqLetter, 1);

  self->day = ACQ_DAY_NONE;
  self->deadline = ACQ_DAY_NONE;
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->enclosures = g_ptr_array_new_with_free_func (free_enclosure);
  return self;
}

void
acq_letter_free (AcqLetter *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_free (self->opening);
  g_free (self->penalty_clause);
  g_free (self->indemnity_clause);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->enclosures);
  g_free (self);
}

AcqLetterItem *
acq_letter_add_item (AcqLetter *self, const char *number, AcqDay issued, AcqDay due, gint64 total)
{
  AcqLetterItem *item = g_new0 (AcqLetterItem, 1);

  item->number = g_strdup (number);
  item->issued = issued;
  item->due = due;
  item->total = total;
  item->rest = total;
  item->waived = ACQ_DAY_NONE;
  item->reminders = g_array_new (FALSE, FALSE, sizeof (AcqDay));
  item->movements = g_ptr_array_new_with_free_func (free_movement);
  g_ptr_array_add (self->items, item);
  return item;
}

AcqLetterMovement *
acq_letter_item_add_movement (AcqLetterItem *item, AcqDay day, AcqMeans means, gint64 amount,
                              const char *credit_note)
{
  AcqLetterMovement *movement = g_new0 (AcqLetterMovement, 1);

  movement->day = day;
  movement->amount = amount;
  movement->means = means;
  movement->number = g_strdup (credit_note);
  movement->issued = ACQ_DAY_NONE;
  item->settled += amount;
  item->rest -= amount;
  g_ptr_array_add (item->movements, movement);
  return movement;
}

void
acq_letter_item_add_reminder (AcqLetterItem *item, AcqDay day)
{
  g_array_append_val (item->reminders, day);
}

void
acq_letter_add_enclosure (AcqLetter *self, const char *title, GBytes *copy)
{
  AcqLetterEnclosure *enclosure = g_new0 (AcqLetterEnclosure, 1);

  enclosure->title = g_strdup (title);
  enclosure->copy = g_bytes_ref (copy);
  g_ptr_array_add (self->enclosures, enclosure);
}

GArray *
acq_letter_item_shown_reminders (const AcqLetterItem *item, AcqDay letter_day)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (AcqDay));

  for (guint i = 0; i < item->reminders->len; i++)
    {
      AcqDay day = g_array_index (item->reminders, AcqDay, i);

      if (day > item->due && day <= letter_day
          && (shown->len == 0 || g_array_index (shown, AcqDay, shown->len - 1) != day))
        g_array_append_val (shown, day);
    }
  return shown;
}
