/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-piece.h"

typedef struct
{
  AcqEvidenceSection section;
  gboolean made;
  const char *title;
} KindSpec;

/* In the order of AcqEvidencePieceKind. */
static const KindSpec specs[] = {
  { ACQ_EVIDENCE_SECTION_PARTIES, FALSE, "Extrait Kbis du créancier" },
  { ACQ_EVIDENCE_SECTION_PARTIES, FALSE, "Extrait Kbis du débiteur" },
  { ACQ_EVIDENCE_SECTION_ENGAGEMENT, FALSE, "Devis, commande ou contrat signé" },
  { ACQ_EVIDENCE_SECTION_ENGAGEMENT, FALSE, "Conditions générales de vente acceptées" },
  { ACQ_EVIDENCE_SECTION_PERFORMANCE, FALSE, "Bon de livraison ou procès-verbal de réception" },
  { ACQ_EVIDENCE_SECTION_CLAIM, FALSE, "Facture" },
  { ACQ_EVIDENCE_SECTION_CLAIM, FALSE, "Avoir" },
  { ACQ_EVIDENCE_SECTION_CLAIM, TRUE, "Relevé de compte" },
  { ACQ_EVIDENCE_SECTION_CLAIM, TRUE, "Décompte des intérêts période par période" },
  { ACQ_EVIDENCE_SECTION_CLAIM, TRUE, "Prescription de chaque facture" },
  { ACQ_EVIDENCE_SECTION_DEMANDS, FALSE, "Rappel" },
  { ACQ_EVIDENCE_SECTION_DEMANDS, TRUE, "Appels, promesses et réponses" },
  { ACQ_EVIDENCE_SECTION_DEMANDS, FALSE, "Mise en demeure" },
  { ACQ_EVIDENCE_SECTION_DEMANDS, FALSE, "Preuve de dépôt et avis de réception" },
  { ACQ_EVIDENCE_SECTION_DEMANDS, FALSE, "Autre pièce" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (specs) == ACQ_N_EVIDENCE_PIECE_KINDS);

static const char *const kind_codes[ACQ_N_EVIDENCE_PIECE_KINDS] = {
  "creditor_registration", "debtor_registration", "contract",     "terms",    "delivery",
  "invoice",               "credit_note",         "statement",    "interest", "limitation",
  "reminder",              "exchanges",           "notice",       "notice_proof", "other",
};

ACQ_DEFINE_CODES (AcqEvidencePieceKind, acq_evidence_piece_kind, kind_codes)

const char *
acq_evidence_section_title (AcqEvidenceSection section)
{
  static const char *const titles[ACQ_N_EVIDENCE_SECTIONS]
    = { "Les parties", "L’engagement", "L’exécution", "La créance", "Les demandes de paiement" };

  g_return_val_if_fail ((gsize) section < ACQ_N_EVIDENCE_SECTIONS, "");
  return titles[section];
}

AcqEvidenceSection
acq_evidence_piece_kind_section (AcqEvidencePieceKind kind)
{
  g_return_val_if_fail ((gsize) kind < ACQ_N_EVIDENCE_PIECE_KINDS, ACQ_EVIDENCE_SECTION_DEMANDS);
  return specs[kind].section;
}

const char *
acq_evidence_piece_kind_title (AcqEvidencePieceKind kind)
{
  g_return_val_if_fail ((gsize) kind < ACQ_N_EVIDENCE_PIECE_KINDS, "");
  return specs[kind].title;
}

gboolean
acq_evidence_piece_kind_is_made (AcqEvidencePieceKind kind)
{
  g_return_val_if_fail ((gsize) kind < ACQ_N_EVIDENCE_PIECE_KINDS, FALSE);
  return specs[kind].made;
}

AcqEvidencePiece *
acq_evidence_piece_new (AcqEvidencePieceKind kind, const char *title, AcqDay day)
{
  AcqEvidencePiece *self = g_new0 (AcqEvidencePiece, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->day = day;
  return self;
}

static void
demand_free (AcqEvidenceDemand *self)
{
  if (self == NULL)
    return;
  g_free (self->channel);
  g_free (self->address);
  g_free (self->hash);
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
acq_evidence_piece_free (AcqEvidencePiece *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->copy, g_bytes_unref);
  g_free (self->words);
  g_clear_pointer (&self->original, g_bytes_unref);
  demand_free (self->demand);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

gboolean
acq_evidence_piece_is_missing (const AcqEvidencePiece *self)
{
  return self->copy == NULL && self->words == NULL && self->demand == NULL
         && !acq_evidence_piece_kind_is_made (self->kind);
}

static void
demand_item_free (gpointer data)
{
  AcqEvidenceDemandItem *item = data;

  g_free (item->number);
  g_free (item);
}

AcqEvidenceDemand *
acq_evidence_piece_set_demand (AcqEvidencePiece *self, const char *channel, const char *address,
                               const char *hash)
{
  g_return_val_if_fail (self->demand == NULL, self->demand);

  self->demand = g_new0 (AcqEvidenceDemand, 1);
  self->demand->channel = g_strdup (channel);
  self->demand->address = g_strdup (address);
  self->demand->hash = g_strdup (hash);
  self->demand->items = g_ptr_array_new_with_free_func (demand_item_free);
  return self->demand;
}

void
acq_evidence_demand_add (AcqEvidenceDemand *self, const char *number, AcqDay due, gint64 amount)
{
  AcqEvidenceDemandItem *item = g_new (AcqEvidenceDemandItem, 1);

  *item = (AcqEvidenceDemandItem){ g_strdup (number), due, amount };
  g_ptr_array_add (self->items, item);
}
