/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rate-clause.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* Beyond this no clause announces a yearly rate, in hundredths of a per cent; such a number is something else. */
#define MAX_RATE 10000

static gboolean
has_any (const char *folded, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (folded, *words) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
says_three_times (const char *folded)
{
  static const char *const factors[] = { "TROIS FOIS", "3 FOIS", "TRIPLE", NULL };
  static const char *const rates[] = { "LEGAL", NULL };

  return has_any (folded, factors) && has_any (folded, rates);
}

static gboolean
says_ecb (const char *folded)
{
  static const char *const banks[] = { "BCE", "BANQUE CENTRALE EUROPEENNE", NULL };
  static const char *const points[] = { "10 POINTS", "DIX POINTS", "MAJORE DE 10", "MAJOREE DE 10", "PLUS 10", NULL };

  return has_any (folded, banks) && has_any (folded, points);
}

static gboolean
says_monthly (const char *folded)
{
  static const char *const words[] = { "PAR MOIS", "MENSUEL", NULL };

  return has_any (folded, words);
}

/* The digits that end before @end, with one comma or dot among them, in hundredths; -1 where there are none. */
static int
read_number_before (const char *start, const char *end)
{
  const char *first = end;
  int hundredths = 0, decimals = -1;

  while (first > start && (g_ascii_isdigit (first[-1]) || first[-1] == ',' || first[-1] == '.'))
    first--;
  if (first == end || end - first > 6 || !g_ascii_isdigit (*first))
    return -1;
  for (const char *p = first; p < end; p++)
    {
      if (!g_ascii_isdigit (*p) && decimals >= 0)
        return -1;
      if (!g_ascii_isdigit (*p))
        decimals = 0;
      else if (decimals < 2)
        {
          hundredths = hundredths * 10 + (*p - '0');
          decimals += decimals >= 0;
        }
    }
  for (decimals = MAX (decimals, 0); decimals < 2; decimals++)
    hundredths *= 10;
  return hundredths;
}

/* The one rate in per cent of a text; -1: there is none, or several. */
static int
find_only_rate (const char *text)
{
  g_autofree char *plain = acq_text_squeeze (text);
  int found = -1;

  for (const char *sign = strchr (plain, '%'); sign != NULL; sign = strchr (sign + 1, '%'))
    {
      const char *end = sign > plain && sign[-1] == ' ' ? sign - 1 : sign;
      int rate = read_number_before (plain, end);

      if (rate < 0 || (found >= 0 && rate != found))
        return -1;
      found = rate;
    }
  return found;
}

AcqRateClause
acq_rate_clause_read (const char *text)
{
  g_autofree char *folded = acq_text_fold (text);
  AcqRateClause clause = { ACQ_RATE_RULE_NONE, 0 };
  gboolean three_times = says_three_times (folded), ecb = says_ecb (folded);
  int rate = find_only_rate (text);

  if (three_times && ecb)
    return clause;
  if (ecb)
    clause.rule = ACQ_RATE_RULE_ECB_PLUS_10;
  else if (three_times && rate < 0)
    clause.rule = ACQ_RATE_RULE_LEGAL_TIMES_3;
  else if (!three_times && strstr (folded, "LEGAL") == NULL && strstr (folded, "ESCOMPTE") == NULL && rate > 0)
    {
      clause.rate = says_monthly (folded) ? rate * 12 : rate;
      clause.rule = clause.rate <= MAX_RATE ? ACQ_RATE_RULE_CONTRACT : ACQ_RATE_RULE_NONE;
    }
  if (clause.rule != ACQ_RATE_RULE_CONTRACT)
    clause.rate = 0;
  return clause;
}
