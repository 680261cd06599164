/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-subset-choice.h"

#define MAX_MEMBERS 8

typedef struct
{
  const AcqSubsetMember *members;
  guint n, least, most;
  gint64 slack;
  guint *steps;
  guint chosen[MAX_MEMBERS];
  guint best[MAX_MEMBERS];
  guint best_n;
  double best_odds;
} Search;

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const AcqSubsetMember *first = a, *second = b;

  if (first->amount != second->amount)
    return first->amount > second->amount ? -1 : 1;
  if (first->odds != second->odds)
    return first->odds > second->odds ? -1 : 1;
  return first->item < second->item ? -1 : first->item > second->item;
}

static void
keep_best (Search *search, guint depth, double odds)
{
  if (search->best_n > 0 && odds <= search->best_odds)
    return;
  for (guint i = 0; i < depth; i++)
    search->best[i] = search->chosen[i];
  search->best_n = depth;
  search->best_odds = odds;
}

/* Amounts fall: once even all places filled with the next one cannot reach what is left, nothing further on can. */
static void
search_from (Search *search, guint from, guint depth, gint64 left, double odds)
{
  gint64 slack = search->slack * (depth + 1);

  for (guint i = from; i<search->n && * search->steps> 0; i++)
    {
      const AcqSubsetMember *member = &search->members[i];

      (*search->steps)--;
      if (member->amount > left + slack)
        continue;
      if (member->amount * (search->most - depth) + search->slack * search->most < left)
        return;
      search->chosen[depth] = i;
      if (ABS (left - member->amount) <= slack && depth + 1 >= search->least)
        keep_best (search, depth + 1, odds + member->odds);
      else if (depth + 1 < search->most)
        search_from (search, i + 1, depth + 1, left - member->amount, odds + member->odds);
    }
}

GArray *
acq_subset_choice_find (GArray *members, gint64 target, gint64 slack, guint least, guint most, guint *steps)
{
  Search search = { .least = least, .most = MIN (most, MAX_MEMBERS), .slack = slack, .steps = steps };
  GArray *choice;

  g_array_sort (members, compare_members);
  search.members = (const AcqSubsetMember *) (const void *) members->data;
  search.n = members->len;
  search_from (&search, 0, 0, target, 0.0);
  if (search.best_n == 0)
    return NULL;
  choice = g_array_new (FALSE, FALSE, sizeof (AcqSubsetMember));
  for (guint i = 0; i < search.best_n; i++)
    g_array_append_val (choice, search.members[search.best[i]]);
  return choice;
}
