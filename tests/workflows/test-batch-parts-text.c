/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-parts-text.h"

static void
add_part (AcqTransaction *entry, gint64 amount, const char *who)
{
  AcqTransaction *part = acq_transaction_new ();

  part->amount = amount;
  part->currency = ACQ_CURRENCY_EUR;
  part->counterparty = g_strdup (who);
  part->label = g_strdup (who);
  part->remittance = g_strdup (who);
  if (entry->children == NULL)
    entry->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  g_ptr_array_add (entry->children, part);
}

static void
test_lines (void)
{
  g_autoptr (AcqTransaction) entry = acq_transaction_new ();
  g_autofree char *two = NULL, *many = NULL;

  g_assert_null (acq_batch_parts_text (entry));
  add_part (entry, 10000, "Dupont");
  add_part (entry, 5, NULL);
  two = acq_batch_parts_text (entry);
  g_assert_cmpstr (two, ==, "100.00\u00a0€ · Dupont\n0.05\u00a0€");
  for (int i = 0; i < 8; i++)
    add_part (entry, 100, "Martin");
  many = acq_batch_parts_text (entry);
  g_assert_true (g_str_has_suffix (many, "1.00\u00a0€ · Martin\nand 3 other payments"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/batch-parts-text/lines", test_lines);
  return g_test_run ();
}
