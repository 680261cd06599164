/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-draft.h"

#include "acq-letter-repository.h"

static gboolean
concerns (const AcqIssuedLetter *letter, const GPtrArray *invoices)
{
  for (guint i = 0; i < letter->invoice_ids->len; i++)
    for (guint j = 0; j < invoices->len; j++)
      if (((const AcqInvoice *) invoices->pdata[j])->id == g_array_index (letter->invoice_ids, gint64, i))
        return TRUE;
  return FALSE;
}

static const char *
proof_title (AcqLetterProofKind kind)
{
  switch (kind)
    {
    case ACQ_LETTER_PROOF_POSTING:
      return "Preuve de dépôt";
    case ACQ_LETTER_PROOF_ACKNOWLEDGEMENT:
      return "Avis de réception";
    case ACQ_LETTER_PROOF_RETURN:
      return "Pli retourné à l’expéditeur";
    default:
      return "Preuve d’envoi";
    }
}

static AcqDay
proof_day (const AcqLetterProof *proof, const AcqPostalRecord *post)
{
  switch (proof->kind)
    {
    case ACQ_LETTER_PROOF_POSTING:
      return post->posted;
    case ACQ_LETTER_PROOF_ACKNOWLEDGEMENT:
      return post->received;
    case ACQ_LETTER_PROOF_RETURN:
      return post->returned;
    default:
      return proof->added;
    }
}

static gboolean
add_proofs (AcqEvidenceFile *evidence, const AcqLetterSource *source, const AcqIssuedLetter *letter,
            GError **error)
{
  g_autoptr (GPtrArray) proofs = acq_letter_repository_list_proofs (source->connection, letter->id, error);

  for (guint i = 0; proofs != NULL && i < proofs->len; i++)
    {
      const AcqLetterProof *proof = proofs->pdata[i];
      g_autofree char *title = g_strdup_printf ("%s – %s", proof_title (proof->kind), letter->reference);
      GBytes *bytes = acq_letter_repository_load_proof (source->connection, proof->id, error);

      if (bytes == NULL)
        return FALSE;
      acq_evidence_file_add (evidence, ACQ_EVIDENCE_PIECE_NOTICE_PROOF, title, proof_day (proof, &letter->post))
        ->copy
        = bytes;
    }
  return proofs != NULL;
}

/* The last one that was posted; one that was only written never takes the place of one that was. */
static void
note_notice (AcqEvidenceFile *evidence, const AcqIssuedLetter *letter, gboolean *posted)
{
  if (*posted && letter->post.posted == ACQ_DAY_NONE)
    return;
  *posted = letter->post.posted != ACQ_DAY_NONE;
  evidence->notice = (AcqEvidenceNotice){ letter->post.posted == ACQ_DAY_NONE ? letter->day : letter->post.posted,
                                          letter->post.presented, letter->post.received, letter->post.returned };
}

static gboolean
add_letter (AcqEvidenceFile *evidence, const AcqLetterSource *source, const AcqIssuedLetter *letter,
            gboolean *posted, GError **error)
{
  AcqLetterModel model = ACQ_LETTER_MODEL_STATEMENT;
  gboolean known = acq_letter_model_from_code (letter->model, &model);
  gboolean notice = known && model == ACQ_LETTER_MODEL_FORMAL_NOTICE;
  g_autofree char *title = notice ? g_strdup_printf ("Mise en demeure %s et ses annexes", letter->reference)
                                  : g_strdup_printf ("Lettre %s", letter->reference);
  GBytes *pdf = acq_letter_repository_load_pdf (source->connection, letter->id, error);

  if (pdf == NULL)
    return FALSE;
  acq_evidence_file_add (evidence, notice ? ACQ_EVIDENCE_PIECE_NOTICE : ACQ_EVIDENCE_PIECE_OTHER, title, letter->day)->copy
    = pdf;
  if (notice)
    note_notice (evidence, letter, posted);
  return add_proofs (evidence, source, letter, error);
}

gboolean
acq_evidence_add_letters (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices,
                          GError **error)
{
  g_autoptr (GPtrArray) letters
    = acq_letter_repository_list (source->connection, evidence->letter->customer->id, error);
  const char *statement = acq_letter_model_to_code (ACQ_LETTER_MODEL_STATEMENT);
  gboolean posted = FALSE;

  /* The file has a statement of its own day, which older ones would only contradict. */
  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const AcqIssuedLetter *letter = letters->pdata[i];

      if (g_str_equal (letter->model, statement) || !concerns (letter, invoices))
        continue;
      if (!add_letter (evidence, source, letter, &posted, error))
        return FALSE;
    }
  return letters != NULL;
}
