/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-suspects.h"

/* An invoice may be paid some days before it is issued. */
#define EARLY_DAYS 3
/* A customer with more unexplained receipts than this is no ground for being sure. */
#define MAX_SUSPECTS 500

typedef struct
{
  guint place;
  AcqDay booked;
  gint64 amount;
  GHashTable *items; /* item + 1 as a set; NULL: nothing explains it, it may have paid anything */
  GArray *customers; /* (element-type guint) under whom it is filed */
} Suspect;

struct _AcqSuspects
{
  const AcqOpenItems *items;
  GHashTable *by_customer; /* customer + 1 to GPtrArray of Suspect */
  GHashTable *by_place;    /* place + 1 to Suspect */
};

static void
free_suspect (gpointer data)
{
  Suspect *suspect = data;

  g_clear_pointer (&suspect->items, g_hash_table_unref);
  g_array_unref (suspect->customers);
  g_free (suspect);
}

AcqSuspects *
acq_suspects_new (const AcqOpenItems *items)
{
  AcqSuspects *self = g_new0 (AcqSuspects, 1);

  self->items = items;
  self->by_customer = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_place = g_hash_table_new_full (NULL, NULL, NULL, free_suspect);
  return self;
}

void
acq_suspects_free (AcqSuspects *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_customer);
  g_hash_table_unref (self->by_place);
  g_free (self);
}

static void
file_under (AcqSuspects *self, Suspect *suspect, guint customer)
{
  GPtrArray *list = g_hash_table_lookup (self->by_customer, GUINT_TO_POINTER (customer + 1));

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_customer, GUINT_TO_POINTER (customer + 1), list);
    }
  g_ptr_array_add (list, suspect);
  g_array_append_val (suspect->customers, customer);
}

static void
note_items (Suspect *suspect, const GPtrArray *explanations)
{
  for (guint i = 0; i < explanations->len; i++)
    {
      const AcqExplanation *explanation = explanations->pdata[i];

      if (explanation->payer.strength == ACQ_PAYER_NOBODY)
        continue;
      if (suspect->items == NULL)
        suspect->items = g_hash_table_new (NULL, NULL);
      for (guint j = 0; j < explanation->parts->len; j++)
        g_hash_table_add (suspect->items,
                          GUINT_TO_POINTER (g_array_index (explanation->parts, AcqPart, j).item + 1));
    }
}

void
acq_suspects_file (AcqSuspects *self, guint place, const AcqOpenReceipt *receipt,
                   const GPtrArray *explanations)
{
  Suspect *suspect;

  acq_suspects_clear (self, place);
  if (receipt->payers->len == 0)
    return;
  suspect = g_new0 (Suspect, 1);
  suspect->place = place;
  suspect->booked = receipt->entry->booked;
  suspect->amount = receipt->amount;
  suspect->customers = g_array_new (FALSE, FALSE, sizeof (guint));
  note_items (suspect, explanations);
  for (guint i = 0; i < receipt->payers->len; i++)
    file_under (self, suspect, g_array_index (receipt->payers, AcqPayer, i).customer);
  g_hash_table_insert (self->by_place, GUINT_TO_POINTER (place + 1), suspect);
}

void
acq_suspects_clear (AcqSuspects *self, guint place)
{
  Suspect *suspect = g_hash_table_lookup (self->by_place, GUINT_TO_POINTER (place + 1));

  if (suspect == NULL)
    return;
  for (guint i = 0; i < suspect->customers->len; i++)
    {
      guint customer = g_array_index (suspect->customers, guint, i);

      g_ptr_array_remove_fast (g_hash_table_lookup (self->by_customer, GUINT_TO_POINTER (customer + 1)),
                               suspect);
    }
  g_hash_table_remove (self->by_place, GUINT_TO_POINTER (place + 1));
}

static gboolean
may_have_paid (const AcqSuspects *self, const Suspect *suspect, const AcqPart *part)
{
  if (suspect->items != NULL)
    return g_hash_table_contains (suspect->items, GUINT_TO_POINTER (part->item + 1));
  return part->amount <= suspect->amount
         && acq_open_items_get (self->items, part->item)->invoice->issued <= suspect->booked + EARLY_DAYS;
}

gboolean
acq_suspects_taint (const AcqSuspects *self, guint place, const AcqExplanation *explanation)
{
  const GPtrArray *list
    = g_hash_table_lookup (self->by_customer, GUINT_TO_POINTER (explanation->customer + 1));

  if (list != NULL && list->len > MAX_SUSPECTS)
    return TRUE;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Suspect *suspect = list->pdata[i];

      if (suspect->place >= place)
        continue;
      for (guint j = 0; j < explanation->parts->len; j++)
        if (may_have_paid (self, suspect, &g_array_index (explanation->parts, AcqPart, j)))
          return TRUE;
    }
  return FALSE;
}
