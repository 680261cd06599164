/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt.h"

static void
test_in_flight (void)
{
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();

  for (int state = ACQ_RECEIPT_STATE_IN_HAND; state <= ACQ_RECEIPT_STATE_REPLACED; state++)
    {
      receipt->state = (AcqReceiptState) state;
      g_assert_cmpint (acq_receipt_is_in_flight (receipt), ==, state <= ACQ_RECEIPT_STATE_ACCEPTED);
    }
}

static void
test_covers_until (void)
{
  static const struct
  {
    AcqReceiptState state;
    const char *until; /* NULL: no such day */
  } cases[] = {
    { ACQ_RECEIPT_STATE_IN_HAND, NULL },          { ACQ_RECEIPT_STATE_DEPOSITED, "2026-11-30" },
    { ACQ_RECEIPT_STATE_AWAITED, "2026-11-24" },  { ACQ_RECEIPT_STATE_ACCEPTED, "2026-11-24" },
    { ACQ_RECEIPT_STATE_CREDITED, NULL },         { ACQ_RECEIPT_STATE_RETURNED, NULL },
    { ACQ_RECEIPT_STATE_REPLACED, NULL },
  };
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();

  receipt->state_since = acq_day_new (2026, 11, 20);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      receipt->state = cases[i].state;
      g_assert_cmpint (acq_receipt_covers_until (receipt), ==, acq_day_parse_iso (cases[i].until));
    }
}

static void
test_allocated (void)
{
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();
  AcqAllocation parts[] = {
    { 1, 1, 5000, ACQ_ALLOCATION_ORIGIN_SURE }, { 2, 2, -1200, ACQ_ALLOCATION_ORIGIN_SURE }, { 3, 3, 7, ACQ_ALLOCATION_ORIGIN_HAND },
  };

  g_assert_cmpint (acq_receipt_allocated (receipt), ==, 0);
  g_array_append_vals (receipt->allocations, parts, G_N_ELEMENTS (parts));
  g_assert_cmpint (acq_receipt_allocated (receipt), ==, 3807);
}

/* Two customers pay the same amount in the same week: the words keep their money apart. */
static void
test_words_agree (void)
{
  static const struct
  {
    const char *told, *shown;
    gboolean agree;
  } cases[] = {
    { "Menuiserie Dupré SARL Règlement F12", "VIR SEPA MENUISERIE DUPRE", TRUE },
    { "Menuiserie Dupré SARL", "VIR INST MENUISER", TRUE },
    { "Menuiserie Dupré SARL", "VIR SEPA GARAGE DES LILAS", FALSE },
    { "Garage des Lilas SARL virement", "VIREMENT SARL BOULANGERIE", FALSE },
    { "Menuiserie Dupré SARL", "REMISE CHEQUES 0012345", TRUE },
    { "", "VIR SEPA GARAGE", FALSE },
    { "Dupré", "", TRUE },
    { NULL, NULL, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s / %s", cases[i].told, cases[i].shown);
      g_assert_cmpint (acq_receipt_words_agree (cases[i].told, cases[i].shown), ==, cases[i].agree);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/receipt/in-flight", test_in_flight);
  g_test_add_func ("/receipt/covers-until", test_covers_until);
  g_test_add_func ("/receipt/allocated", test_allocated);
  g_test_add_func ("/receipt/words-agree", test_words_agree);
  return g_test_run ();
}
