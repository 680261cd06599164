/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-parts-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

/* More lines would push everything else out of sight. */
#define MAX_LINES 8

static void
append_part (GString *text, const AcqTransaction *part)
{
  g_autofree char *amount = acq_amount_text (part->amount, part->currency);
  const char *who = part->counterparty != NULL ? part->counterparty : part->label;
  const char *what = part->remittance != NULL ? part->remittance : part->end_to_end;

  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", amount);
  if (who != NULL && who[0] != '\0')
    g_string_append_printf (text, " · %s", who);
  if (what != NULL && what[0] != '\0' && g_strcmp0 (what, who) != 0)
    g_string_append_printf (text, " · %s", what);
}

char *
acq_batch_parts_text (const AcqTransaction *transaction)
{
  guint n_parts = transaction->children == NULL ? 0 : transaction->children->len;
  guint n_shown = n_parts > MAX_LINES ? MAX_LINES - 1 : n_parts;
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_parts == 0)
    return NULL;
  for (guint i = 0; i < n_shown; i++)
    append_part (text, transaction->children->pdata[i]);
  if (n_shown < n_parts)
    {
      g_autofree char *rest = g_strdup_printf (
        ngettext ("and %u other payment", "and %u other payments", n_parts - n_shown), n_parts - n_shown);

      g_string_append_printf (text, "\n%s", rest);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
