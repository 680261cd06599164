/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Late interest against an engine that knows no shortcut: it goes from day to day, keeps one exact fraction for each run of like
   days, and rounds it half up where the run ends. Written from the conventions of the golden cases, not from the library. */
#include "acq-late-interest.h"

#define FIRST_DAY "2009-01-01"
#define LAST_DAY  "2026-12-31"
#define N_CASES   100000
/* The first payment may come that long before the first due day. */
#define DAYS_BEFORE 40

typedef struct
{
  AcqDay first; /* of the two tables */
  GArray *ecb;  /* int, one a day */
  GArray *legal;
  AcqLegalValues *law;
} World;

/* One run of like days on the way; numerator over 10000 × days of the year. */
typedef struct
{
  AcqInterestSegment segment;
  gint64 numerator;
  int days_of_year;
  gboolean open;
} Run;

typedef struct
{
  const World *world;
  const AcqInterestClaim *claim;
  GArray *segments; /* AcqInterestSegment */
  Run run;
  gint64 settled;
  gint64 interest;
  gint64 interest_paid;
  AcqDay began;
} Naive;

static void
close_run (Naive *self)
{
  const gint64 divisor = G_GINT64_CONSTANT (10000) * self->run.days_of_year;

  if (!self->run.open)
    return;
  self->run.segment.interest = self->run.numerator / divisor + (2 * (self->run.numerator % divisor) >= divisor ? 1 : 0);
  self->interest += self->run.segment.interest;
  g_array_append_val (self->segments, self->run.segment);
  self->run.open = FALSE;
}

/* What happens in the evening of a day. */
static void
end_day (Naive *self, AcqDay day)
{
  const AcqInterestClaim *claim = self->claim;

  for (gsize i = 0; i < claim->n_movements; i++)
    {
      const AcqDebtMovement *movement = &claim->movements[i];
      gint64 amount = movement->amount, to_interest = 0;

      if (movement->day != day)
        continue;
      if (claim->imputation == ACQ_IMPUTATION_INTEREST_FIRST)
        close_run (self);
      if (movement->kind == ACQ_DEBT_MOVEMENT_RETURNED)
        {
          gint64 reopened = MIN (amount, self->settled);

          self->settled -= reopened;
          self->interest_paid -= MIN (amount - reopened, self->interest_paid);
          continue;
        }
      if (movement->kind == ACQ_DEBT_MOVEMENT_PAYMENT && claim->imputation == ACQ_IMPUTATION_INTEREST_FIRST)
        to_interest = MIN (amount, self->interest - self->interest_paid);
      self->interest_paid += to_interest;
      self->settled += amount - to_interest;
    }
}

static int
rate_of (const Naive *self, AcqDay day)
{
  const AcqInterestClaim *claim = self->claim;
  int ecb = g_array_index (self->world->ecb, int, day - self->world->first);
  int legal = g_array_index (self->world->legal, int, day - self->world->first);

  switch (claim->rule)
    {
    case ACQ_RATE_RULE_ECB_PLUS_10:
      return ecb + 1000;
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return g_array_index (self->world->ecb, int, self->began - self->world->first) + 800;
    case ACQ_RATE_RULE_LEGAL:
      return legal
             + (claim->enforceable_on != ACQ_DAY_NONE && day > acq_day_add_months (claim->enforceable_on, 2) ? 500 : 0);
    case ACQ_RATE_RULE_LEGAL_TIMES_3:
      return 3 * legal;
    case ACQ_RATE_RULE_CONTRACT:
      return claim->contract_rate;
    case ACQ_RATE_RULE_NONE:
    default:
      return 0;
    }
}

static int
half_year (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return year * 2 + (month > 6);
}

static int
days_of_year (const AcqInterestClaim *claim, AcqDay day)
{
  int year = acq_day_year (day);

  return claim->day_count == ACQ_DAY_COUNT_ACT_ACT && year % 4 == 0 ? 366 : 365;
}

static void
accrue (Naive *self, AcqDay day)
{
  AcqInterestSegment *segment = &self->run.segment;
  gint64 principal = -self->settled;
  int rate;

  for (gsize i = 0; i < self->claim->n_parts; i++)
    principal += self->claim->parts[i].due < day ? self->claim->parts[i].amount : 0;
  if (principal <= 0)
    {
      close_run (self);
      return;
    }
  if (self->began == ACQ_DAY_NONE)
    self->began = day;
  rate = rate_of (self, day);
  if (self->run.open
      && (segment->principal != principal || segment->rate != rate || half_year (segment->first) != half_year (day)))
    close_run (self);
  if (!self->run.open)
    self->run = (Run){ { day, day, 0, rate, principal, 0, TRUE }, 0, days_of_year (self->claim, day), TRUE };
  segment->last = day;
  segment->days++;
  self->run.numerator += principal * rate;
}

static void
go (Naive *self)
{
  const AcqInterestClaim *claim = self->claim;
  AcqDay last = claim->stop != ACQ_DAY_NONE ? MIN (claim->stop, claim->as_of) : claim->as_of;

  /* No case has anything happen earlier. */
  for (AcqDay day = claim->parts[0].due - DAYS_BEFORE; day <= claim->as_of; day++)
    {
      if (claim->rule != ACQ_RATE_RULE_NONE && day <= last && day > claim->since)
        accrue (self, day);
      if (day == last)
        close_run (self);
      end_day (self, day);
    }
}

static void
assert_same (const Naive *naive, const AcqLateInterest *got)
{
  gint64 total = 0;

  g_assert_cmpuint (got->segments->len, ==, naive->segments->len);
  for (guint i = 0; i < got->segments->len; i++)
    {
      const AcqInterestSegment *a = &g_array_index (got->segments, AcqInterestSegment, i);
      const AcqInterestSegment *b = &g_array_index (naive->segments, AcqInterestSegment, i);

      g_assert_cmpint (a->first, ==, b->first);
      g_assert_cmpint (a->last, ==, b->last);
      g_assert_cmpint (a->days, ==, b->days);
      g_assert_cmpint (a->rate, ==, b->rate);
      g_assert_cmpint (a->principal, ==, b->principal);
      g_assert_cmpint (a->interest, ==, b->interest);
    }
  for (gsize i = 0; i < naive->claim->n_parts; i++)
    total += naive->claim->parts[i].amount;
  g_assert_cmpint (got->interest, ==, naive->interest);
  g_assert_cmpint (got->interest_paid, ==, naive->interest_paid);
  g_assert_cmpint (got->principal_left, ==, MAX (total - naive->settled, 0));
  g_assert_cmpint (got->overpaid, ==, MAX (naive->settled - total, 0));
}

static void
set_up (World *world, gconstpointer data)
{
  world->law = acq_legal_values_new ();
  world->first = acq_day_parse_iso (FIRST_DAY);
  world->ecb = g_array_new (FALSE, FALSE, sizeof (int));
  world->legal = g_array_new (FALSE, FALSE, sizeof (int));
  for (AcqDay day = world->first; day <= acq_day_parse_iso (LAST_DAY); day++)
    {
      int ecb = acq_legal_values_get_rate (world->law, ACQ_LEGAL_VALUE_ECB_RATE, day, NULL);
      int legal = acq_legal_values_get_rate (world->law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day, NULL);

      g_array_append_val (world->ecb, ecb);
      g_array_append_val (world->legal, legal);
    }
}

static void
tear_down (World *world, gconstpointer data)
{
  acq_legal_values_free (world->law);
  g_array_unref (world->ecb);
  g_array_unref (world->legal);
}

/* Amounts that often meet: payments in full, the same sum twice, one cent. */
static gint64
random_amount (gint64 usual)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return usual;
    case 1:
      return 1;
    case 2:
      return MAX (usual / 3, 1);
    default:
      return g_test_rand_int_range (1, 3000000);
    }
}

static AcqDay
random_day (AcqDay from, int span)
{
  return from + g_test_rand_int_range (0, span);
}

typedef struct
{
  AcqDebtPart parts[3];
  AcqDebtMovement movements[6];
  AcqInterestClaim claim;
} Case;

static void
invent_case (Case *self)
{
  AcqDay at = random_day (acq_day_parse_iso ("2013-04-01"), 4500);
  AcqInterestClaim *claim = &self->claim;

  *claim = acq_interest_claim_init (random_day (at, 420), (AcqRateRule) g_test_rand_int_range (0, ACQ_RATE_RULE_CONTRACT + 1));
  claim->parts = self->parts;
  claim->n_parts = (gsize) g_test_rand_int_range (1, 4);
  claim->movements = self->movements;
  claim->n_movements = (gsize) g_test_rand_int_range (0, 7);
  claim->contract_rate = g_test_rand_int_range (0, 2500);
  claim->day_count = (AcqDayCount) g_test_rand_int_range (0, 2);
  claim->imputation = (AcqImputation) g_test_rand_int_range (0, 2);
  for (gsize i = 0, due = (gsize) at; i < claim->n_parts; i++, due += (gsize) g_test_rand_int_range (0, 90))
    self->parts[i] = (AcqDebtPart){ (AcqDay) due, random_amount (250000) };
  at -= DAYS_BEFORE;
  for (gsize i = 0; i < claim->n_movements; i++, at += g_test_rand_int_range (0, 120))
    self->movements[i] = (AcqDebtMovement){ at, (AcqDebtMovementKind) g_test_rand_int_range (0, 3),
                                            random_amount (self->parts[0].amount) };
  if (g_test_rand_int_range (0, 3) == 0)
    claim->since = random_day (self->parts[0].due - 60, 200);
  if (g_test_rand_int_range (0, 4) == 0)
    claim->stop = random_day (self->parts[0].due - 60, 400);
  if (g_test_rand_int_range (0, 4) == 0)
    claim->enforceable_on = random_day (self->parts[0].due - 60, 300);
}

static void
test_random_cases (World *world, gconstpointer data)
{
  guint n_segments = 0;

  for (int run = 0; run < N_CASES; run++)
    {
      Case invented;
      g_autoptr (AcqLateInterest) got = NULL;
      Naive naive = { world, &invented.claim, NULL, .began = ACQ_DAY_NONE };

      invent_case (&invented);
      naive.segments = g_array_new (FALSE, FALSE, sizeof (AcqInterestSegment));
      go (&naive);
      got = acq_late_interest_new (&invented.claim, world->law, NULL);
      g_assert_nonnull (got);
      assert_same (&naive, got);
      n_segments += naive.segments->len;
      g_array_unref (naive.segments);
    }
  g_test_message ("%u segments", n_segments);
  g_assert_cmpuint (n_segments, >, N_CASES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/legal/interest/naive", World, NULL, set_up, test_random_cases, tear_down);
  return g_test_run ();
}
