/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-labels.h"

#include <string.h>

/* The most numbers that a payer bothers to write. */
#define MAX_REFERENCES 4

static void
append_reference (GString *text, AcqExampleWording wording, const char *number)
{
  const char *tail = strrchr (number, '-') + 1;

  switch (wording)
    {
    case ACQ_EXAMPLE_WORDING_NUMBER:
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", number);
      break;
    case ACQ_EXAMPLE_WORDING_MANGLED:
      g_string_append_printf (text, "%s%.4s%s", text->len > 0 ? " " : "FACT ", number + 1, tail);
      break;
    case ACQ_EXAMPLE_WORDING_TAIL:
      g_string_append_printf (text, "%s%s", text->len > 0 ? "-" : "FAC ", tail);
      break;
    case ACQ_EXAMPLE_WORDING_NONE:
    case ACQ_EXAMPLE_WORDING_CASUAL:
    default:
      break;
    }
}

char *
acq_example_remittance_new (AcqExampleDraft *draft, guint payer, const GPtrArray *sales)
{
  static const char *const casual[]
    = { "REGLEMENT FACTURE", "MENUISERIE", "FACTURE MENUISERIE", "SOLDE TRAVAUX" };
  AcqExampleWording wording = acq_example_role (payer)->wording;
  g_autoptr (GString) text = g_string_new (NULL);

  if (wording == ACQ_EXAMPLE_WORDING_CASUAL || sales->len > MAX_REFERENCES)
    return g_strdup (casual[acq_example_random_range (&draft->random, 0, G_N_ELEMENTS (casual) - 1)]);
  /* Even who usually quotes the number forgets it now and then. */
  if (acq_example_random_chance (&draft->random, 12))
    return g_strdup ("");
  for (guint i = 0; i < sales->len; i++)
    append_reference (text, wording, ((AcqExampleSale *) sales->pdata[i])->invoice->number);
  return g_strdup (text->str);
}

char *
acq_example_transfer_label_new (AcqExampleDraft *draft, guint payer, const char *remittance)
{
  const char *words = acq_example_role (payer)->bank_words;
  const char *start = acq_example_random_chance (&draft->random, 18) ? "VIR INST" : "VIR";

  return g_strdup_printf ("%s %s%s%s", start, words, *remittance != '\0' ? " " : "", remittance);
}

char *
acq_example_remittance_label_new (AcqMeans means, AcqDay day, guint number, guint count)
{
  int month, day_of_month;

  acq_day_get (day, NULL, &month, &day_of_month);
  if (means == ACQ_MEANS_CHEQUE)
    return g_strdup_printf ("REM CHQ REF %07u %u CHQ", 4410000 + (guint) day % 10000 + number, count);
  if (means == ACQ_MEANS_CARD)
    return g_strdup_printf ("REMCB39184 NB%04u TPE301840201 %02d/%02d", count, day_of_month, month);
  return g_strdup_printf ("REM PRLV SEPA %02d%02d NB %04u", day_of_month, month, count);
}

char *
acq_example_return_label_new (AcqMeans means, guint payer, const char *number)
{
  const char *words = acq_example_role (payer)->bank_words;

  if (means == ACQ_MEANS_CHEQUE)
    return g_strdup_printf ("CHQ IMPAYE %s %s PROVISION INSUFFISANTE", number, words);
  return g_strdup_printf ("REJET PRLV SEPA %s %s MOTIF AM04", words, number);
}
