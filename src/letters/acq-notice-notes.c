/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-notes.h"

#include "acq-french-text.h"
#include "acq-letter-text.h"

typedef struct
{
  AcqDay half_year;
  int rate;
} UsedRate;

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const UsedRate *left = a, *right = b;

  return (left->half_year > right->half_year) - (left->half_year < right->half_year);
}

static gboolean
is_used (const GArray *used, const UsedRate *rate)
{
  for (guint i = 0; i < used->len; i++)
    if (g_array_index (used, UsedRate, i).half_year == rate->half_year
        && g_array_index (used, UsedRate, i).rate == rate->rate)
      return TRUE;
  return FALSE;
}

/* Each half-year of the segments once, by day. */
static GArray *
collect_rates (const AcqLetter *letter)
{
  GArray *used = g_array_new (FALSE, FALSE, sizeof (UsedRate));

  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      for (guint j = 0; item->interest != NULL && j < item->interest->segments->len; j++)
        {
          const AcqInterestSegment *segment
            = &g_array_index (item->interest->segments, AcqInterestSegment, j);
          UsedRate rate = { acq_day_start_of_half_year (segment->first), segment->rate };

          if (!is_used (used, &rate))
            g_array_append_val (used, rate);
        }
    }
  g_array_sort (used, compare_used);
  return used;
}

/* "3,15 % + 10 = 13,15 %", or "13,15 %" where the rate was not made that way. */
static void
append_rate (GString *text, int points, int rate)
{
  g_autofree char *whole = acq_french_rate (rate);

  if (points > 0)
    {
      g_autofree char *base = acq_french_rate (rate - points);
      g_autofree char *added = acq_french_points (points);

      g_string_append_printf (text, "%s + %s = ", base, added);
    }
  g_string_append (text, whole);
}

/* "… au 2ᵉ semestre 2025 et au 1ᵉʳ semestre 2026": neighbours of the same rate are said together. */
static char *
list_rates (const AcqLetter *letter)
{
  g_autoptr (GArray) used = collect_rates (letter);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < used->len;)
    {
      int rate = g_array_index (used, UsedRate, i).rate;
      g_autoptr (GPtrArray) half_years = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *list = NULL;

      g_string_append (text, i == 0 ? "" : ACQ_NARROW_SPACE "; ");
      append_rate (text, letter->points, rate);
      for (; i < used->len && g_array_index (used, UsedRate, i).rate == rate; i++)
        {
          g_autofree char *name = acq_french_half_year_long (g_array_index (used, UsedRate, i).half_year);

          g_ptr_array_add (half_years, g_strdup_printf ("au %s", name));
        }
      list = acq_french_list ((const char *const *) half_years->pdata, half_years->len, " et ");
      g_string_append_printf (text, " %s", list);
    }
  return g_string_free (text, FALSE);
}

static char *
rates_note (const AcqLetter *letter)
{
  g_autofree char *rates = list_rates (letter);
  g_autofree char *points = acq_french_points (letter->points);

  switch (letter->rule)
    {
    case ACQ_RATE_RULE_CONTRACT:
      return acq_letter_text_fill ("Taux : taux convenu, {rates}.", "rates", rates, NULL);
    case ACQ_RATE_RULE_LEGAL_TIMES_3:
      return acq_letter_text_fill (
        "Taux : trois fois l'intérêt légal des créanciers professionnels, au semestre de chaque jour "
        ": {rates}.",
        "rates", rates, NULL);
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return acq_letter_text_fill (
        "Taux : taux de refinancement de la Banque centrale européenne en vigueur au premier jour du "
        "semestre où les intérêts ont commencé à courir, majoré de {points}_points (article "
        "|R._2192-31| du Code de la commande publique) : {rates}.",
        "points", points, "rates", rates, NULL);
    default:
      return acq_letter_text_fill (
        "Taux : taux de refinancement de la Banque centrale européenne en vigueur au 1ᵉʳ~janvier ou "
        "au 1ᵉʳ~juillet, majoré de {points}_points (article |L._441-10|, II, du Code de commerce) : "
        "{rates}.",
        "points", points, "rates", rates, NULL);
    }
}

static char *
imputation_sentence (const AcqLetter *letter, gboolean any_payment)
{
  if (!any_payment)
    return g_strdup ("");
  return acq_letter_text_fill (
    letter->imputation == ACQ_IMPUTATION_INTEREST_FIRST
      ? "Les règlements partiels ont été imputés d'abord sur les intérêts (article |1343-1| du Code "
        "civil). "
    : letter->for_third_party
      ? "Les règlements partiels ont été imputés sur le principal de la facture, ce qui est favorable au "
        "débiteur. "
      : "Les règlements partiels ont été imputés sur le principal de la facture, ce qui vous est "
        "favorable. ",
    NULL);
}

/* How part payments and credit notes were counted; NULL where there are none. */
static char *
movements_note (const AcqLetter *letter)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *imputation = NULL;
  g_autofree char *list = NULL;
  gboolean any_payment = FALSE;

  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      for (guint j = 0; !item->below && j < item->movements->len; j++)
        {
          const AcqLetterMovement *movement = g_ptr_array_index (item->movements, j);

          if (movement->means != ACQ_MEANS_CREDIT_NOTE)
            any_payment = TRUE;
          else if (movement->number != NULL)
            g_ptr_array_add (notes, acq_french_printable (movement->number));
        }
    }
  imputation = imputation_sentence (letter, any_payment);
  if (notes->len == 0)
    return any_payment ? g_steal_pointer (&imputation) : NULL;
  list = acq_french_list ((const char *const *) notes->pdata, notes->len, " et ");
  if (notes->len == 1)
    return g_strdup_printf ("%sL’avoir %s prend effet à sa date.", imputation, list);
  return g_strdup_printf ("%sLes avoirs %s prennent effet à leur date.", imputation, list);
}

/* Why the penalties of an item below are not in the sum, with their calculation where it is one line. */
static char *
below_note (const AcqLetter *letter, const AcqLetterItem *item)
{
  g_autofree char *day = acq_french_day (letter->day);
  g_autofree char *amount = acq_french_amount (item->interest->interest);
  g_autofree char *formula = NULL;

  if (item->interest->segments->len == 1)
    {
      const AcqInterestSegment *segment = &g_array_index (item->interest->segments, AcqInterestSegment, 0);
      g_autofree char *principal = acq_french_figure (segment->principal);
      g_autofree char *rate = acq_french_rate (segment->rate);

      formula = g_strdup_printf ("%s × %s × %d ÷ 365 = %s", principal, rate, segment->days, amount);
    }
  return acq_letter_text_fill (
    item->indemnity > 0
      ? "Facture {number} : réclamée pour son principal seul ; ses pénalités au {day}, {amount}, et son "
        "indemnité ne sont pas comprises dans la somme réclamée."
      : "Facture {number} : réclamée pour son principal seul ; ses pénalités au {day}, {amount}, ne "
        "sont pas comprises dans la somme réclamée.",
    "number", item->number, "day", day, "amount", formula == NULL ? amount : formula, NULL);
}

GPtrArray *
acq_notice_notes_new (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  char *movements = movements_note (letter);

  g_ptr_array_add (notes, rates_note (letter));
  g_ptr_array_add (notes, acq_letter_text_fill (
                            "Formule : base × taux × jours ÷ 365, chaque ligne étant arrondie au centime le "
                            "plus proche, puis additionnée. Le premier jour compté est le lendemain de "
                            "l'échéance inscrite sur la facture ; le jour du règlement est compté. Les "
                            "intérêts ne produisent pas eux-mêmes d'intérêts.",
                            NULL));
  if (movements != NULL)
    g_ptr_array_add (notes, movements);
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      if (item->below && item->interest != NULL && item->interest->interest > 0)
        g_ptr_array_add (notes, below_note (letter, item));
    }
  g_ptr_array_add (notes, acq_letter_text_fill (
                            "Pénalités de retard et indemnité forfaitaire : hors champ d'application de la "
                            "TVA (art.~256 du CGI).",
                            NULL));
  return notes;
}
