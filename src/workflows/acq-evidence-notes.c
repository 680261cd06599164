/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-draft.h"

#include "acq-french-text.h"

/* What a dispute says is told on the cover, where there is little room. */
#define MAX_DISPUTE 300

static gboolean
concerns (const AcqNote *note, const AcqCustomer *customer, const GPtrArray *invoices)
{
  if (note->customer_id != customer->id)
    return FALSE;
  if (note->invoice_id == 0)
    return TRUE;
  for (guint i = 0; i < invoices->len; i++)
    if (((const AcqInvoice *) invoices->pdata[i])->id == note->invoice_id)
      return TRUE;
  return FALSE;
}

/* NULL for what is our own affair. */
static const char *
words_of (AcqNoteKind kind)
{
  switch (kind)
    {
    case ACQ_NOTE_KIND_PROMISE:
      return "Promesse de paiement";
    case ACQ_NOTE_KIND_DISPUTE:
      return "Contestation";
    case ACQ_NOTE_KIND_CALL:
      return "Appel";
    case ACQ_NOTE_KIND_ANSWER:
      return "Réponse du débiteur";
    case ACQ_NOTE_KIND_POSTPONE:
      return "Report d’échéance";
    case ACQ_NOTE_KIND_HOLD:
    case ACQ_NOTE_KIND_EXCLUDE:
    case ACQ_NOTE_KIND_REMINDED:
    case ACQ_NOTE_KIND_WAIVER:
    case ACQ_NOTE_KIND_HANDOVER:
    default:
      return NULL;
    }
}

static char *
detail_of (const AcqNote *note)
{
  GString *detail = g_string_new (NULL);

  if (note->amount > 0)
    {
      g_autofree char *amount = acq_french_amount (note->amount);

      g_string_append (detail, amount);
    }
  if (note->kind == ACQ_NOTE_KIND_PROMISE && note->until != ACQ_DAY_NONE)
    {
      g_autofree char *until = acq_french_day (note->until);

      g_string_append_printf (detail, "%spour le %s", detail->len > 0 ? " " : "", until);
    }
  if (note->reason != NULL && note->reason[0] != '\0')
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? " – " : "", note->reason);
  if (note->kind == ACQ_NOTE_KIND_DISPUTE && note->closed)
    g_string_append_printf (detail, "%slevée depuis", detail->len > 0 ? " – " : "");
  return g_string_free (detail, FALSE);
}

static const char *
number_of (const AcqLedger *ledger, gint64 invoice_id)
{
  const AcqInvoice *invoice = invoice_id == 0 ? NULL : acq_ledger_find_invoice (ledger, invoice_id);

  return invoice == NULL ? "toutes" : invoice->number;
}

static void
note_dispute (AcqEvidenceFile *evidence, const AcqLedger *ledger, const AcqNote *note)
{
  g_autofree char *day = acq_french_day (note->day);
  g_autofree char *reason = acq_french_printable (note->reason);
  g_autofree char *start = g_utf8_substring (reason, 0, MIN (g_utf8_strlen (reason, -1), MAX_DISPUTE));

  if (evidence->dispute != NULL || note->closed)
    return;
  evidence->dispute
    = note->invoice_id == 0
        ? g_strdup_printf ("reçue le %s%s%s", day, start[0] == '\0' ? "" : "\u202f: ", start)
        : g_strdup_printf ("reçue le %s, facture %s%s%s", day, number_of (ledger, note->invoice_id),
                           start[0] == '\0' ? "" : "\u202f: ", start);
}

static gboolean
holds_one (const AcqPaymentPlan *plan, const GPtrArray *invoices)
{
  for (guint i = 0; i < invoices->len; i++)
    if (acq_payment_plan_holds (plan, ((const AcqInvoice *) invoices->pdata[i])->id))
      return TRUE;
  return FALSE;
}

static void
add_plans (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices)
{
  for (guint i = 0; i < source->ledger->plans->len; i++)
    {
      const AcqPaymentPlan *plan = source->ledger->plans->pdata[i];
      g_autofree char *detail
        = g_strdup_printf ("%u %s%s", plan->instalments->len,
                           acq_french_plural (plan->instalments->len, "versement", "versements"),
                           plan->ended ? ", terminé ou rompu" : "");

      if (holds_one (plan, invoices))
        acq_evidence_file_add_exchange (evidence, plan->agreed, "Échéancier convenu", "voir l’accord", detail);
    }
}

static int
compare_exchanges (gconstpointer a, gconstpointer b)
{
  const AcqEvidenceExchange *left = *(AcqEvidenceExchange *const *) a, *right = *(AcqEvidenceExchange *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return g_strcmp0 (left->what, right->what);
}

void
acq_evidence_add_notes (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices)
{
  const GPtrArray *notes = source->ledger->notes;

  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];
      g_autofree char *detail = NULL;

      if (words_of (note->kind) == NULL || note->day > source->today
          || !concerns (note, evidence->letter->customer, invoices))
        continue;
      detail = detail_of (note);
      acq_evidence_file_add_exchange (evidence, note->day, words_of (note->kind),
                                      number_of (source->ledger, note->invoice_id), detail);
      if (note->kind == ACQ_NOTE_KIND_DISPUTE)
        note_dispute (evidence, source->ledger, note);
    }
  add_plans (evidence, source, invoices);
  g_ptr_array_sort (evidence->exchanges, compare_exchanges);
}
