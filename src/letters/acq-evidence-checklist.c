/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-checklist.h"

#include "acq-customer-law.h"
#include "acq-evidence-cover.h"
#include "acq-evidence-sheet.h"
#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"

#define N_COLUMNS   3
#define ROW_PADDING 0.6

static const AcqTableColumn columns[N_COLUMNS] = {
  { "État", 0, 24, ACQ_ALIGN_LEFT },
  { "Ce qu’il faut", 25, 118, ACQ_ALIGN_LEFT },
  { "Où c’est écrit", 119, 165, ACQ_ALIGN_LEFT },
};

static const char *
step_title (AcqEvidenceStep step)
{
  switch (step)
    {
    case ACQ_EVIDENCE_STEP_PAYMENT_ORDER:
      return "Injonction de payer";
    case ACQ_EVIDENCE_STEP_SMALL_CLAIM:
      return "Procédure simplifiée de recouvrement des petites créances";
    case ACQ_EVIDENCE_STEP_TRADE_DEBT:
    default:
      return "Créance commerciale non contestée (possibilité à vérifier)";
    }
}

static const char *
state_words (AcqEvidenceState state)
{
  switch (state)
    {
    case ACQ_EVIDENCE_STATE_READY:
      return "réuni";
    case ACQ_EVIDENCE_STATE_MISSING:
      return "MANQUE";
    case ACQ_EVIDENCE_STATE_TO_CHECK:
      return "à vérifier";
    case ACQ_EVIDENCE_STATE_CLOSED:
    default:
      return "FERMÉ";
    }
}

/* What is asked, in everyday words, and where the law or usage asks it: for a payment order, and where they differ for
   the two others. */
typedef struct
{
  const char *words;
  const char *source;
  const char *other_source; /* NULL: the same */
} NeedWords;

/* In the order of AcqEvidenceNeed. */
static const NeedWords need_words[ACQ_N_EVIDENCE_NEEDS] = {
  { NULL, NULL, NULL },
  { NULL, NULL, NULL },
  { "Le débiteur ne conteste pas la créance", "CPC, art.~1416 (opposition)", "CPCE, art.~|L._126-1|" },
  { "Aucun échéancier en cours sur ces factures", "usage", NULL },
  { "Aucune facture n'est prescrite (la date de fin de prestation fait foi)", NULL, NULL },
  { "Le tribunal du lieu où demeure le débiteur", "CPC, art.~1406", NULL },
  { "L'extrait Kbis du créancier, de moins de trois mois", "usage des greffes", NULL },
  { "L'extrait Kbis du débiteur, de moins de trois mois", "usage des greffes", NULL },
  { "Le devis, la commande ou le contrat signé", "CPC, art.~1407", "usage" },
  { "La preuve de l'exécution : bon de livraison ou procès-verbal de réception", "CPC, art.~1407", "usage" },
  { "La copie de chaque facture et de chaque avoir", "CPC, art.~1407", "usage" },
  { "La somme demandée et son décompte", "CPC, art.~1407", "usage" },
  { "Les taux du décompte sont confirmés par une source sûre", "C. com., art.~|L._441-10|", NULL },
  { "La trace des relances", "usage", NULL },
  { "La mise en demeure", "C. civ., art.~1344", NULL },
  { "La preuve de son envoi et de sa réception (ou de son retour : non réclamée, elle vaut)",
    "|Cass. 1ʳᵉ civ.| 20/01/2021, |n°~19-20.680|", NULL },
};

static NeedWords
words_of_parties (const AcqEvidenceFile *file, const AcqEvidenceNeedState *need)
{
  gboolean is_public = file->letter->customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY;

  if (need->step == ACQ_EVIDENCE_STEP_TRADE_DEBT)
    return (NeedWords){ "Créancier et débiteur sont l'un et l'autre commerçants",
                        "CPCE, art.~|L._126-1| (loi |n°~2026-307|)", NULL };
  if (need->step == ACQ_EVIDENCE_STEP_SMALL_CLAIM && need->state == ACQ_EVIDENCE_STATE_TO_CHECK && !is_public)
    return (NeedWords){ "Entre commerçants, elle serait fermée depuis le 25~avril 2026 : à confirmer avec le "
                        "commissaire de justice",
                        "loi |n°~2026-307| du 23~avril 2026 (source secondaire)", NULL };
  return (NeedWords){ is_public ? "Une créance née d'un contrat, d'un montant déterminé ; contre une personne publique, "
                                  "la voie est à vérifier"
                                : "Une créance née d'un contrat, d'un montant déterminé",
                      need->step == ACQ_EVIDENCE_STEP_PAYMENT_ORDER ? "CPC, art.~1405" : "CPCE, art.~|L._125-1|",
                      NULL };
}

static const char *
limitation_source (const AcqEvidenceFile *file)
{
  switch (acq_customer_regime (file->letter->customer))
    {
    case ACQ_DEBTOR_REGIME_PROFESSIONAL:
    case ACQ_DEBTOR_REGIME_NON_PROFESSIONAL:
      return "C. com., art.~|L._110-4| ; C. civ., art.~2224";
    case ACQ_DEBTOR_REGIME_PUBLIC_BUYER:
      return "loi |n°~68-1250|, art.~1";
    default:
      return "C. conso., art.~|L._218-2|";
    }
}

static void
tell_ceiling (const AcqEvidenceFile *file, char **ret_words, char **ret_source)
{
  const AcqLegalValue *ceiling
    = acq_legal_values_find (file->law, ACQ_LEGAL_VALUE_SMALL_CLAIM_CEILING, file->letter->day);
  g_autofree char *amount = acq_french_amount (ceiling == NULL ? 0 : ceiling->value);

  *ret_words = acq_letter_text_fill ("Principal et intérêts : {amount} au plus", "amount", amount, NULL);
  *ret_source = acq_letter_text_fill (
    "{source}", "source", ceiling == NULL || ceiling->source == NULL ? "à vérifier" : ceiling->source, NULL);
}

/* The words of one need; free both. */
static void
tell_need (const AcqEvidenceFile *file, const AcqEvidenceNeedState *need, char **ret_words, char **ret_source)
{
  NeedWords words
    = need->need == ACQ_EVIDENCE_NEED_PARTIES ? words_of_parties (file, need) : need_words[need->need];
  const char *source = need->step != ACQ_EVIDENCE_STEP_PAYMENT_ORDER && words.other_source != NULL
                         ? words.other_source
                         : words.source;

  if (need->need == ACQ_EVIDENCE_NEED_CEILING)
    {
      tell_ceiling (file, ret_words, ret_source);
      return;
    }
  if (need->need == ACQ_EVIDENCE_NEED_IN_TIME)
    source = limitation_source (file);
  *ret_words = acq_letter_text_fill (words.words, NULL);
  *ret_source = acq_letter_text_fill (source, NULL);
}

static void
add_step_rows (AcqLetterTable *table, const AcqEvidenceFile *file, const GArray *needs, AcqEvidenceStep step)
{
  for (guint i = 0; i < needs->len; i++)
    {
      const AcqEvidenceNeedState *need = &g_array_index (needs, AcqEvidenceNeedState, i);
      g_autofree char *words = NULL;
      g_autofree char *source = NULL;
      const char *cells[N_COLUMNS];

      if (need->step != step)
        continue;
      tell_need (file, need, &words, &source);
      cells[0] = state_words (need->state);
      cells[1] = words;
      cells[2] = source;
      acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
    }
}

/* A sentence about a delay or a ceiling of the law, with its source; NULL where its table has none. */
static char *
tell_value (const AcqEvidenceFile *file, AcqLegalValueKind kind, const char *model)
{
  const AcqLegalValue *value = acq_legal_values_find (file->law, kind, file->letter->day);
  g_autofree char *figure = NULL;

  if (value == NULL)
    return NULL;
  figure = value->unit == ACQ_LEGAL_UNIT_EUROS ? acq_french_amount (value->value)
                                               : g_strdup_printf ("%d", value->value);
  return acq_letter_text_fill (model, "figure", figure, "source",
                               value->source == NULL ? "à vérifier" : value->source, NULL);
}

static void
take_note (AcqLetterLayout *layout, char *note)
{
  if (note != NULL)
    acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.2), note);
  g_free (note);
}

static void
add_step_notes (AcqLetterLayout *layout, const AcqEvidenceFile *file, AcqEvidenceStep step)
{
  switch (step)
    {
    case ACQ_EVIDENCE_STEP_PAYMENT_ORDER:
      take_note (layout, tell_value (file, ACQ_LEGAL_VALUE_ORDER_SERVICE,
                                     "L'ordonnance obtenue est à faire signifier par un commissaire de justice dans "
                                     "les {figure}~mois, sans quoi elle tombe ({source})."));
      take_note (layout, tell_value (file, ACQ_LEGAL_VALUE_ORDER_OPPOSITION,
                                     "Le débiteur peut s'y opposer pendant {figure}~mois ({source})."));
      take_note (layout, tell_value (file, ACQ_LEGAL_VALUE_LAWYER_CEILING,
                                     "L'avocat n'est pas obligatoire jusqu'à {figure} ({source})."));
      break;
    case ACQ_EVIDENCE_STEP_SMALL_CLAIM:
      take_note (layout, acq_letter_text_fill (
                           "Le commissaire de justice écrit au débiteur, qui a un mois pour accepter ; son silence "
                           "vaut refus. Les frais restent à la charge du créancier (CPCE, art.~|L._125-1|).",
                           NULL));
      break;
    case ACQ_EVIDENCE_STEP_TRADE_DEBT:
    default:
      take_note (layout, acq_letter_text_fill (
                           "Ouverte par la loi n°~2026-307 du 23~avril 2026 (CPCE, art.~|L._126-1| à |L._126-5|). Son "
                           "décret d'application reste à vérifier : demander au commissaire de justice avant de "
                           "compter dessus.",
                           NULL));
    }
}

static void
add_step (AcqLetterLayout *layout, const AcqEvidenceFile *file, const GArray *needs, AcqEvidenceStep step)
{
  AcqLetterTable *table
    = acq_letter_table_new (acq_letter_layout_press (layout), columns, N_COLUMNS, ROW_PADDING);

  acq_letter_layout_add_tagged_text (layout, "H2", ACQ_STYLE_HEADING_2, ACQ_SET_RAGGED, 0, ACQ_MM (5),
                                     step_title (step));
  acq_letter_layout_keep_with_next (layout);
  add_step_rows (table, file, needs, step);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (0.8));
  add_step_notes (layout, file, step);
}

AcqLetterLayout *
acq_evidence_checklist_lay_out (AcqLetterPress *press, const AcqEvidenceFile *file,
                                const AcqNoticeFigures *figures, GError **error)
{
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, ACQ_MM (ACQ_TEXT_TOP));
  g_autoptr (GArray) needs = acq_evidence_list_needs (file, figures);
  g_autofree char *day = acq_french_day (file->letter->day);
  g_autofree char *subtitle = acq_letter_text_fill (
    "État au {day}. Information, non conseil juridique : à relire par un professionnel du droit.", "day", day,
    NULL);

  acq_letter_layout_add_tagged_text (layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0,
                                     ACQ_EVIDENCE_CHECKLIST_TITLE);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.6), subtitle);
  acq_letter_layout_keep_with_next (layout);
  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    add_step (layout, file, needs, (AcqEvidenceStep) step);
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

GBytes *
acq_evidence_checklist_write (AcqLetterPress *press, const AcqEvidenceFile *file, GError **error)
{
  AcqNoticeFigures figures;
  g_autoptr (AcqLetterLayout) layout = NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;
  g_autofree char *author = acq_company_legal_name (file->letter->company);
  g_autofree char *parties = acq_evidence_parties (file, "c.");
  g_autofree char *title = g_strdup_printf (ACQ_EVIDENCE_CHECKLIST_TITLE " – %s", parties);

  if (!acq_notice_figures_init (&figures, file->letter, error))
    return NULL;
  layout = acq_evidence_checklist_lay_out (press, file, &figures, error);
  if (layout == NULL)
    return NULL;
  writer = acq_pdf_writer_new (title, author, file->letter->day);
  acq_evidence_draw_pages (file, press, writer, layout, 1, acq_letter_layout_n_pages (layout));
  return acq_pdf_writer_finish (writer, error);
}
