/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-query.h"

#include <stdlib.h>
#include <string.h>

#include "acq-text-normalizer.h"

/* What a row is ordered by. */
typedef struct
{
  guint row;
  gboolean known;
  gint64 value;
  char *name; /* collation key */
} Place;

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->name);
}

static void
add_words (GString *text, const char *words)
{
  g_autofree char *folded = acq_text_fold (words);

  g_string_append_printf (text, " %s", folded);
}

/* All that is searched, folded, each word after a space. */
static char *
collect_words (const AcqCustomer *customer)
{
  GString *text = g_string_new (NULL);
  const char *const words[]
    = { customer->name, customer->code, customer->city, customer->postcode, customer->siren };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    add_words (text, words[i]);
  for (guint i = 0; i < customer->contacts->len; i++)
    {
      const AcqContact *contact = customer->contacts->pdata[i];

      add_words (text, contact->name);
      add_words (text, contact->email);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_words (const AcqCustomer *customer, char **wanted)
{
  g_autofree char *text = collect_words (customer);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *begun = g_strconcat (" ", wanted[i], NULL);

      if (strstr (text, begun) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The next step by its urgency: what leaves soon before what waits. */
static gint64
rank_next (const AcqNextStep *next)
{
  switch (next->kind)
    {
    case ACQ_NEXT_MESSAGE:
      return next->message->level;
    case ACQ_NEXT_HELD:
      return -1 - (gint64) next->reason;
    case ACQ_NEXT_NOTHING:
    case ACQ_NEXT_UNKNOWN:
      break;
    }
  return G_MININT32;
}

static void
measure (const AcqCustomerFigures *figures, AcqCustomerOrder order, Place *place)
{
  place->known = TRUE;
  switch (order)
    {
    case ACQ_CUSTOMER_ORDER_NAME:
      break;
    case ACQ_CUSTOMER_ORDER_OUTSTANDING:
      place->value = figures->outstanding;
      break;
    case ACQ_CUSTOMER_ORDER_OVERDUE:
      place->value = figures->overdue;
      break;
    case ACQ_CUSTOMER_ORDER_OLDEST:
      place->value = figures->oldest_days;
      break;
    case ACQ_CUSTOMER_ORDER_HABIT:
      place->known = figures->habit_known;
      place->value = figures->habit;
      break;
    case ACQ_CUSTOMER_ORDER_LIMIT:
      place->known = figures->limit_used >= 0;
      place->value = figures->limit_used;
      break;
    case ACQ_CUSTOMER_ORDER_NEXT:
      place->value = rank_next (&figures->next);
      break;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *left = a, *right = b;
  const AcqCustomerQuery *query = data;
  int names = strcmp (left->name, right->name);

  if (left->known != right->known)
    return left->known ? -1 : 1;
  if (left->known && left->value != right->value)
    return (left->value < right->value) == query->descending ? 1 : -1;
  if (names != 0)
    return query->order == ACQ_CUSTOMER_ORDER_NAME && query->descending ? -names : names;
  return left->row < right->row ? -1 : 1;
}

GArray *
acq_customer_listing_select (const AcqCustomerListing *self, const AcqCustomerQuery *query)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_auto (GStrv) wanted = acq_text_fold_words (query->words);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AcqCustomerFigures *figures = acq_customer_listing_row (self, i);
      Place place = { .row = i };

      if (!acq_customer_figures_pass (figures, query->filter) || !has_words (figures->customer, wanted))
        continue;
      measure (figures, query->order, &place);
      place.name = g_utf8_collate_key (figures->customer->name, -1);
      g_array_append_val (places, place);
    }
  g_array_sort_with_data (places, compare_places, (gpointer) query);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (rows, g_array_index (places, Place, i).row);
  return rows;
}

gint64
acq_customer_listing_sum (const AcqCustomerListing *self, const GArray *rows)
{
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    sum += acq_customer_listing_row (self, g_array_index (rows, guint, i))->outstanding;
  return sum;
}
