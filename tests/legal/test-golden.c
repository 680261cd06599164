/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked cases of golden-interest.json, each computed elsewhere with exact rationals by two methods that agree. All
   of its cases are run. Its "penalty_cents_rounded_once" is another convention, which this program does not offer. */
#include <json-glib/json-glib.h>

#include "acq-business-calendar.h"
#include "acq-due-days.h"
#include "acq-late-interest.h"
#include "acq-procedural-deadline.h"
#include "acq-payment-terms.h"
#include "acq-recovery-indemnity.h"

typedef struct
{
  JsonParser *parser;
  JsonObject *root;
  AcqLegalValues *law;
} Golden;

static void
set_up (Golden *golden, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "legal", "golden-interest.json", NULL);
  g_autoptr (GError) error = NULL;

  golden->parser = json_parser_new ();
  json_parser_load_from_file (golden->parser, path, &error);
  g_assert_no_error (error);
  golden->root = json_node_get_object (json_parser_get_root (golden->parser));
  golden->law = acq_legal_values_new ();
}

static void
tear_down (Golden *golden, gconstpointer data)
{
  g_object_unref (golden->parser);
  acq_legal_values_free (golden->law);
}

static AcqDay
read_day (JsonObject *object, const char *key)
{
  if (!json_object_has_member (object, key))
    return ACQ_DAY_NONE;
  return acq_day_parse_iso (json_object_get_string_member (object, key));
}

static gint64
read_cents (JsonObject *object, const char *key)
{
  return json_object_get_int_member (object, key);
}

static const struct
{
  const char *name;
  AcqRateRule rule;
  AcqDebtorRegime regime;
} rate_names[] = {
  { "ECB+10", ACQ_RATE_RULE_ECB_PLUS_10, ACQ_DEBTOR_REGIME_PROFESSIONAL },
  { "3xLEGAL_PRO", ACQ_RATE_RULE_LEGAL_TIMES_3, ACQ_DEBTOR_REGIME_PROFESSIONAL },
  { "LEGAL_PRO", ACQ_RATE_RULE_LEGAL, ACQ_DEBTOR_REGIME_CONSUMER },
  { "PUBLIC_ECB+8_FIXED", ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8, ACQ_DEBTOR_REGIME_PUBLIC_BUYER },
};

static void
read_rule (JsonObject *inputs, AcqRateRule *ret_rule, AcqDebtorRegime *ret_regime)
{
  const char *name = json_object_get_string_member (inputs, "rate");

  for (gsize i = 0; i < G_N_ELEMENTS (rate_names); i++)
    if (g_str_equal (rate_names[i].name, name))
      {
        *ret_rule = rate_names[i].rule;
        *ret_regime = rate_names[i].regime;
        return;
      }
  g_error ("a case with the unknown rate %s", name);
}

static GArray *
read_movements (JsonObject *inputs)
{
  GArray *movements = g_array_new (FALSE, FALSE, sizeof (AcqDebtMovement));
  JsonArray *events = json_object_get_array_member (inputs, "events");

  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonArray *event = json_array_get_array_element (events, i);
      AcqDebtMovement movement = { acq_day_parse_iso (json_array_get_string_element (event, 0)),
                                   ACQ_DEBT_MOVEMENT_PAYMENT, json_array_get_int_element (event, 1) };

      g_assert_cmpstr (json_array_get_string_element (event, 2), ==, "payment");
      g_array_append_val (movements, movement);
    }
  return movements;
}

static void
check_segments (const AcqLateInterest *got, JsonArray *expected)
{
  g_assert_cmpuint (got->segments->len, ==, json_array_get_length (expected));
  for (guint i = 0; i < got->segments->len; i++)
    {
      const AcqInterestSegment *segment = &g_array_index (got->segments, AcqInterestSegment, i);
      JsonObject *wanted = json_array_get_object_element (expected, i);

      g_assert_cmpint (segment->first, ==, read_day (wanted, "first"));
      g_assert_cmpint (segment->last, ==, read_day (wanted, "last"));
      g_assert_cmpint (segment->days, ==, read_cents (wanted, "days"));
      g_assert_cmpint (segment->rate, ==, read_cents (wanted, "rate_bp"));
      g_assert_cmpint (segment->principal, ==, read_cents (wanted, "principal_cents"));
      g_assert_cmpint (segment->interest, ==, read_cents (wanted, "interest_cents"));
    }
}

static void
check_account (const AcqLateInterest *got, gint64 indemnity, JsonObject *expected)
{
  JsonArray *allocations = json_object_get_array_member (expected, "allocations");

  check_segments (got, json_object_get_array_member (expected, "segments"));
  g_assert_cmpint (got->interest, ==, read_cents (expected, "penalty_cents"));
  g_assert_cmpint (got->interest_paid, ==, read_cents (expected, "penalty_paid_cents"));
  g_assert_cmpint (got->principal_left, ==, read_cents (expected, "principal_remaining_cents"));
  g_assert_cmpint (got->overpaid, ==, read_cents (expected, "overpaid_cents"));
  g_assert_cmpint (indemnity, ==, read_cents (expected, "indemnity_cents"));
  g_assert_cmpint (got->interest - got->interest_paid, ==, read_cents (expected, "penalty_due_cents"));
  g_assert_cmpint (got->principal_left + got->interest - got->interest_paid + indemnity, ==,
                   read_cents (expected, "total_due_cents"));
  g_assert_cmpuint (got->imputed->len, ==, json_array_get_length (allocations));
  for (guint i = 0; i < got->imputed->len; i++)
    {
      const AcqImputedMovement *imputed = &g_array_index (got->imputed, AcqImputedMovement, i);
      JsonObject *wanted = json_array_get_object_element (allocations, i);

      g_assert_cmpint (imputed->day, ==, read_day (wanted, "date"));
      g_assert_cmpint (imputed->amount, ==, read_cents (wanted, "amount_cents"));
      g_assert_cmpint (imputed->to_interest, ==, read_cents (wanted, "to_penalty_cents"));
      g_assert_cmpint (imputed->to_principal, ==, read_cents (wanted, "to_principal_cents"));
    }
}

static void
check_claim (Golden *golden, const AcqInterestClaim *claim, AcqDebtorRegime regime, JsonObject *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLateInterest) got = acq_late_interest_new (claim, golden->law, &error);
  gint64 indemnity;

  g_assert_no_error (error);
  indemnity = acq_recovery_indemnity (golden->law, regime, claim->parts[0].due, got->segments->len > 0, ACQ_DAY_NONE);
  check_account (got, indemnity, expected);
}

static void
check_single (Golden *golden, JsonObject *inputs, JsonObject *expected, AcqDayCount day_count)
{
  gboolean from_notice = json_object_has_member (inputs, "interest_from");
  AcqDebtPart part
    = { read_day (inputs, from_notice ? "interest_from" : "due"), read_cents (inputs, "principal_cents") };
  g_autoptr (GArray) movements = read_movements (inputs);
  AcqInterestClaim claim = acq_interest_claim_init (read_day (inputs, "as_of"), ACQ_RATE_RULE_NONE);
  AcqDebtorRegime regime = ACQ_DEBTOR_REGIME_UNKNOWN;

  read_rule (inputs, &claim.rule, &regime);
  claim.parts = &part;
  claim.n_parts = 1;
  claim.movements = (const AcqDebtMovement *) (gpointer) movements->data;
  claim.n_movements = movements->len;
  claim.enforceable_on = read_day (inputs, "enforceable_on");
  claim.day_count = day_count;
  check_claim (golden, &claim, regime, expected);
}

/* G10: one payment without indication goes to the invoice that fell due first (article 1342-10 of the Code civil). */
static void
check_several (Golden *golden, JsonObject *inputs, JsonObject *expected)
{
  JsonArray *invoices = json_object_get_array_member (inputs, "invoices");
  JsonArray *accounts = json_object_get_array_member (expected, "per_invoice");
  JsonObject *payment = json_object_get_object_member (inputs, "payment");
  gint64 left = read_cents (payment, "cents");
  AcqInterestClaim claim = acq_interest_claim_init (read_day (inputs, "as_of"), ACQ_RATE_RULE_ECB_PLUS_10);

  for (guint i = 0; i < json_array_get_length (invoices); i++)
    {
      JsonObject *invoice = json_array_get_object_element (invoices, i);
      AcqDebtPart part = { read_day (invoice, "due"), read_cents (invoice, "principal_cents") };
      AcqDebtMovement movement
        = { read_day (payment, "date"), ACQ_DEBT_MOVEMENT_PAYMENT, MIN (left, part.amount) };

      left -= movement.amount;
      claim.parts = &part;
      claim.n_parts = 1;
      claim.movements = &movement;
      claim.n_movements = movement.amount > 0;
      check_claim (golden, &claim, ACQ_DEBTOR_REGIME_PROFESSIONAL,
                   json_array_get_object_element (accounts, i));
    }
}

static void
test_interest (Golden *golden, gconstpointer data)
{
  JsonArray *cases = json_object_get_array_member (golden->root, "cases");

  g_assert_cmpuint (json_array_get_length (cases), ==, 8);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *item = json_array_get_object_element (cases, i);
      JsonObject *inputs = json_object_get_object_member (item, "inputs");
      JsonObject *expected = json_object_get_object_member (item, "expected");

      g_test_message ("%s", json_object_get_string_member (item, "id"));
      if (json_object_has_member (inputs, "payment"))
        check_several (golden, inputs, expected);
      else
        check_single (golden, inputs, expected, ACQ_DAY_COUNT_ACT_365);
      if (json_object_has_member (item, "expected_act_act"))
        check_single (golden, inputs, json_object_get_object_member (item, "expected_act_act"),
                      ACQ_DAY_COUNT_ACT_ACT);
    }
}

static void
test_due_days (Golden *golden, gconstpointer data)
{
  JsonArray *cases = json_object_get_array_member (golden->root, "due_dates");

  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *item = json_array_get_object_element (cases, i);
      AcqDay issued = read_day (item, "invoice_date");
      AcqDay a = read_day (item, "eom45_A_plus45_then_eom"), b = read_day (item, "eom45_B_eom_then_plus45");

      g_assert_cmpint (acq_due_day_net (issued, 30), ==, read_day (item, "net30"));
      g_assert_cmpint (acq_due_day_net (issued, 60), ==, read_day (item, "net60"));
      g_assert_cmpint (acq_due_day_then_end_of_month (issued, 45), ==, a);
      g_assert_cmpint (acq_due_day_from_end_of_month (issued, 45), ==, b);
      g_assert_cmpint (acq_due_day_then_end_of_month (issued, 30), ==, read_day (item, "net30_eom"));
      g_assert_cmpint (a - issued, ==, read_cents (item, "days_A"));
      g_assert_cmpint (b - issued, ==, read_cents (item, "days_B"));
      g_assert_cmpint (acq_due_day_latest_allowed (golden->law, issued, TRUE), ==, MAX (a, b));
      g_assert_cmpint (acq_due_day_latest_allowed (golden->law, issued, FALSE), ==, read_day (item, "net60"));
      g_assert_cmpint (acq_payment_terms_due_day ((AcqPaymentTerms){ 45, TRUE, 0 }, issued), ==, a);
    }
}

static void
test_procedural_deadlines (Golden *golden, gconstpointer data)
{
  JsonArray *cases = json_object_get_array_member (golden->root, "procedural_deadlines");
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);

  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *item = json_array_get_object_element (cases, i);

      g_assert_cmpint (
        acq_procedural_day (read_day (item, "start"), (int) read_cents (item, "months"), calendar), ==,
        read_day (item, "deadline"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/legal/golden/interest", Golden, NULL, set_up, test_interest, tear_down);
  g_test_add ("/legal/golden/due-days", Golden, NULL, set_up, test_due_days, tear_down);
  g_test_add ("/legal/golden/procedural-deadlines", Golden, NULL, set_up, test_procedural_deadlines,
              tear_down);
  return g_test_run ();
}
