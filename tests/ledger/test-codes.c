/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ledger.h"
#include "acq-standing.h"

#include <string.h>

static void
check_code (const char *code)
{
  g_assert_nonnull (code);
  g_assert_cmpuint (strspn (code, "abcdefghijklmnopqrstuvwxyz_"), ==, strlen (code));
}

/* Each value has a code of its own, and what is no code leaves the result alone. */
#define DEFINE_TEST(Type, prefix, last)                                               \
  static void test_##prefix (void)                                                    \
  {                                                                                   \
    Type again = last;                                                                \
                                                                                      \
    for (int value = 0; value <= (int) last; value++)                                 \
      {                                                                               \
        check_code (prefix##_to_code ((Type) value));                                 \
        g_assert_true (prefix##_from_code (prefix##_to_code ((Type) value), &again)); \
        g_assert_cmpint ((int) again, ==, value);                                     \
      }                                                                               \
    g_assert_false (prefix##_from_code ("no_such_code", &again));                     \
    g_assert_false (prefix##_from_code ("", &again));                                 \
    g_assert_false (prefix##_from_code (NULL, &again));                               \
    g_assert_cmpint ((int) again, ==, (int) last);                                    \
  }

#define EACH_PAIR(RUN)                                                                \
  RUN (AcqCustomerKind, acq_customer_kind, ACQ_CUSTOMER_KIND_CO_OWNERSHIP)            \
  RUN (AcqKindSource, acq_kind_source, ACQ_KIND_SOURCE_STATED)                        \
  RUN (AcqContactRole, acq_contact_role, ACQ_CONTACT_ROLE_OTHER)                      \
  RUN (AcqInvoiceKind, acq_invoice_kind, ACQ_INVOICE_KIND_FINAL)                      \
  RUN (AcqDueKind, acq_due_kind, ACQ_DUE_KIND_RETENTION)                              \
  RUN (AcqInvoiceStatus, acq_invoice_status, ACQ_INVOICE_STATUS_OPEN)                 \
  RUN (AcqNoteKind, acq_note_kind, ACQ_NOTE_KIND_HANDOVER)                            \
  RUN (AcqReceiptState, acq_receipt_state, ACQ_RECEIPT_STATE_REPLACED)                \
  RUN (AcqReceiptSource, acq_receipt_source, ACQ_RECEIPT_SOURCE_LEDGER)               \
  RUN (AcqAllocationOrigin, acq_allocation_origin, ACQ_ALLOCATION_ORIGIN_LEDGER)      \
  RUN (AcqMeans, acq_means, ACQ_MEANS_CREDIT_NOTE)                                    \
  RUN (AcqTransactionStatus, acq_transaction_status, ACQ_TRANSACTION_STATUS_OUTGOING) \
  RUN (AcqHolidayRegion, acq_holiday_region, ACQ_HOLIDAY_REGION_MAYOTTE)

#define ADD_TEST(Type, prefix, last) g_test_add_func ("/codes/" #prefix, test_##prefix);

EACH_PAIR (DEFINE_TEST)

/* The words of the contract, which scripts rely on. */
static void
test_contract (void)
{
  static const char *const statuses[] = {
    "cancelled", "paid", "insolvent", "excluded", "disputed", "promised", "in_plan", "held", "partly_paid", "open",
  };
  static const char *const transactions[] = { "open", "partly_matched", "matched", "ignored", "outgoing" };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_assert_cmpstr (acq_invoice_status_to_code ((AcqInvoiceStatus) i), ==, statuses[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (transactions); i++)
    g_assert_cmpstr (acq_transaction_status_to_code ((AcqTransactionStatus) i), ==, transactions[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  EACH_PAIR (ADD_TEST)
  g_test_add_func ("/codes/contract", test_contract);
  return g_test_run ();
}
