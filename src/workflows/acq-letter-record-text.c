/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-record-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

static const char *const model_names[] = {
  [ACQ_LETTER_MODEL_FORMAL_NOTICE] = N_ ("Formal notice"),
  [ACQ_LETTER_MODEL_STATEMENT] = N_ ("Account statement"),
  [ACQ_LETTER_MODEL_CHEQUE_SLIP] = N_ ("Cheque deposit"),
  [ACQ_LETTER_MODEL_RETENTION_RELEASE] = N_ ("Release of the retention"),
  [ACQ_LETTER_MODEL_PAYMENT_PLAN] = N_ ("Payment plan"),
  [ACQ_LETTER_MODEL_RECEIPT] = N_ ("Receipt"),
};

static const char *const proof_names[] = {
  [ACQ_LETTER_PROOF_POSTING] = N_ ("Slip of the counter"),
  [ACQ_LETTER_PROOF_ACKNOWLEDGEMENT] = N_ ("Acknowledgement of receipt"),
  [ACQ_LETTER_PROOF_RETURN] = N_ ("Envelope that came back"),
  [ACQ_LETTER_PROOF_OTHER] = N_ ("Other proof"),
};

const char *
acq_letter_model_text (AcqLetterModel model)
{
  g_return_val_if_fail ((gsize) model < G_N_ELEMENTS (model_names), "");
  return _ (model_names[model]);
}

const char *
acq_letter_proof_kind_text (AcqLetterProofKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (proof_names), "");
  return _ (proof_names[kind]);
}

char *
acq_issued_letter_title_text (const AcqIssuedLetter *letter)
{
  AcqLetterModel model;

  if (!acq_letter_model_from_code (letter->model, &model))
    return g_strdup (letter->reference);
  return g_strdup_printf ("%s %s", acq_letter_model_text (model), letter->reference);
}

/* @words: with the day in it. */
static void
append_day (GString *text, const char *words, AcqDay day, AcqDay today)
{
  g_autofree char *name = day == ACQ_DAY_NONE ? NULL : acq_day_text (day, today);

  if (name == NULL)
    return;
  g_string_append (text, " · ");
  g_string_append_printf (text, words, name);
}

/* Only what leaves registered waits for the counter. */
static gboolean
needs_posting (const AcqIssuedLetter *letter)
{
  return g_strcmp0 (letter->model, acq_letter_model_to_code (ACQ_LETTER_MODEL_FORMAL_NOTICE)) == 0;
}

char *
acq_letter_record_text (const AcqLetterRecord *record, AcqDay today)
{
  const AcqPostalRecord *post = &record->letter->post;
  g_autofree char *day = acq_day_text (record->letter->day, today);
  GString *text = g_string_new (NULL);
  guint n = record->proofs->len;

  /* Translators: the day of a letter. */
  g_string_append_printf (text, _ ("written %s"), day);
  if (post->posted == ACQ_DAY_NONE && needs_posting (record->letter))
    g_string_append (text, _ (" · not posted yet"));
  /* Translators: what the post says of a letter, each with its day. */
  append_day (text, _ ("posted %s"), post->posted, today);
  if (post->number != NULL)
    /* Translators: the number of a registered letter, behind the day on which it was posted. */
    g_string_append_printf (text, _ (", no. %s"), post->number);
  append_day (text, _ ("presented %s"), post->presented, today);
  append_day (text, _ ("received %s"), post->received, today);
  append_day (text, _ ("came back %s"), post->returned, today);
  if (n > 0)
    g_string_append_printf (text, ngettext (" · %u proof", " · %u proofs", n), n);
  return g_string_free (text, FALSE);
}
