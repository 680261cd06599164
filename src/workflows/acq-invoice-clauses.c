/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-clauses.h"

#include <string.h>

#include "acq-invoice.h"
#include "acq-rate-clause.h"
#include "acq-text-normalizer.h"

/* A clause is a sentence; more than this is the terms of sale. */
#define MAX_CHARACTERS 200

/* Without the full stop, for a quotation; NULL where it should not be quoted. A letter never speaks of fees for reminders or files,
   which the debtor does not owe (L111-8 of the Code des procédures civiles d'exécution). */
static char *
tidy_clause (const char *note)
{
  g_autofree char *plain = acq_text_squeeze (note);
  g_autofree char *folded = acq_text_fold (note);
  gsize size = strlen (plain);

  if (size > 0 && plain[size - 1] == '.')
    plain[size - 1] = '\0';
  if (plain[0] == '\0' || g_utf8_strlen (plain, -1) > MAX_CHARACTERS || strstr (folded, "FRAIS DE RELANCE") != NULL
      || strstr (folded, "FRAIS DE DOSSIER") != NULL)
    return NULL;
  return g_steal_pointer (&plain);
}

static gboolean
announces_the_rate (const AcqLetter *letter, AcqRateClause clause)
{
  return clause.rule == letter->rule && (clause.rule != ACQ_RATE_RULE_CONTRACT || clause.rate == letter->rate);
}

/* An invoice that says something else, for certain. Interest of a public buyer is set by law, whatever his invoices say. */
static gboolean
announces_another (const AcqLetter *letter, const AcqInvoice *invoice)
{
  AcqRateClause clause = acq_rate_clause_read (invoice->penalty_note);

  return letter->rule != ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8 && clause.rule != ACQ_RATE_RULE_NONE
         && !announces_the_rate (letter, clause);
}

/* What each of the demanded invoices says; NULL where they do not all say the same. */
static const char *
find_shared (const AcqLetter *letter, const GPtrArray *invoices, gsize offset)
{
  const char *shared = NULL;

  for (guint i = 0; i < letter->items->len; i++)
    {
      const char *note = G_STRUCT_MEMBER (char *, invoices->pdata[i], offset);

      if (((const AcqLetterItem *) letter->items->pdata[i])->below)
        continue;
      if (note == NULL || (shared != NULL && strcmp (shared, note) != 0))
        return NULL;
      shared = note;
    }
  return shared;
}

void
acq_invoice_clauses_quote (AcqLetter *letter, const GPtrArray *invoices)
{
  const char *penalties = find_shared (letter, invoices, G_STRUCT_OFFSET (AcqInvoice, penalty_note));
  const char *indemnity = find_shared (letter, invoices, G_STRUCT_OFFSET (AcqInvoice, indemnity_note));

  g_return_if_fail (invoices->len == letter->items->len);

  if (penalties != NULL && announces_the_rate (letter, acq_rate_clause_read (penalties)))
    letter->penalty_clause = tidy_clause (penalties);
  if (indemnity != NULL && strstr (indemnity, "40") != NULL)
    letter->indemnity_clause = tidy_clause (indemnity);
  for (guint i = 0; i < invoices->len; i++)
    letter->invoices_differ |= announces_another (letter, invoices->pdata[i]);
}
