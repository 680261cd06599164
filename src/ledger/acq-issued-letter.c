/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-issued-letter.h"

static const char *const proof_kind_codes[] = { "posting", "acknowledgement", "return", "other" };

ACQ_DEFINE_CODES (AcqLetterProofKind, acq_letter_proof_kind, proof_kind_codes)

/* Whether a day is known and lies before one that must come first, or after today. */
static gboolean
is_wrong (AcqDay day, AcqDay not_before, AcqDay today)
{
  return day != ACQ_DAY_NONE && (day < not_before || day > today);
}

const char *
acq_postal_record_find_wrong_day (const AcqPostalRecord *self, AcqDay written, AcqDay today)
{
  AcqDay first = self->posted == ACQ_DAY_NONE ? written : self->posted;
  AcqDay presented = self->presented == ACQ_DAY_NONE ? first : self->presented;

  if (self->posted != ACQ_DAY_NONE && self->posted < written)
    return "posted";
  if (is_wrong (self->presented, first, today))
    return "presented";
  if (is_wrong (self->received, presented, today))
    return "received";
  if (is_wrong (self->returned, presented, today)
      || (self->returned != ACQ_DAY_NONE && self->received != ACQ_DAY_NONE))
    return "returned";
  return NULL;
}

AcqIssuedLetter *
acq_issued_letter_new (void)
{
  AcqIssuedLetter *self = g_new0 (AcqIssuedLetter, 1);

  self->day = ACQ_DAY_NONE;
  self->post = (AcqPostalRecord){
    .posted = ACQ_DAY_NONE, .presented = ACQ_DAY_NONE, .received = ACQ_DAY_NONE, .returned = ACQ_DAY_NONE
  };
  self->invoice_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
acq_issued_letter_free (AcqIssuedLetter *self)
{
  if (self == NULL)
    return;
  g_free (self->model);
  g_free (self->reference);
  g_free (self->accepted);
  g_free (self->reason);
  g_free (self->sha256);
  g_array_unref (self->invoice_ids);
  g_free (self->post.number);
  g_free (self);
}

void
acq_letter_proof_free (AcqLetterProof *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->sha256);
  g_free (self);
}
