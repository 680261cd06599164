/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-sheet.h"

#include "acq-evidence-cover.h"
#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-notice-annex.h"
#include "acq-notice-tables.h"

void
acq_evidence_draw_pages (const AcqEvidenceFile *self, AcqLetterPress *press, AcqPdfWriter *writer,
                         const AcqLetterLayout *layout, guint first_page, guint n_pages)
{
  g_autoptr (AcqLetterhead) head = acq_evidence_head_new (self);
  cairo_t *cr = acq_pdf_writer_cairo (writer);

  for (guint i = 0; i < acq_letter_layout_n_pages (layout); i++)
    {
      acq_letterhead_draw_next_page (head, press, cr, first_page + i, n_pages);
      acq_letter_layout_draw (layout, i, cr);
      acq_pdf_writer_end_page (writer);
    }
}

static void
add_head (AcqLetterLayout *layout, const char *title, const char *subtitle)
{
  acq_letter_layout_add_tagged_text (layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0, title);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.6), subtitle);
  acq_letter_layout_keep_with_next (layout);
}

static char *
debtor_and_day (const AcqEvidenceFile *self)
{
  g_autofree char *debtor = acq_french_printable (self->letter->customer->name);
  g_autofree char *day = acq_french_day (self->letter->day);

  return acq_letter_text_fill ("Débiteur : {debtor}. Arrêté au {day} inclus.", "debtor", debtor, "day", day,
                               NULL);
}

static gboolean
add_statement (AcqLetterLayout *layout, const AcqEvidenceFile *self, GError **error)
{
  g_autofree char *subtitle = debtor_and_day (self);

  add_head (layout, "Relevé de compte", subtitle);
  return acq_account_statement_add_to (self->statement, layout, error);
}

static void
add_interest (AcqLetterLayout *layout, const AcqEvidenceFile *self, const AcqEvidencePiece *piece,
              const AcqNoticeFigures *figures)
{
  g_autofree char *label = g_strdup_printf ("Pièce n°" ACQ_WIDE_SPACE "%u", piece->number);

  acq_notice_add_interest_annex (layout, self->letter, figures, label);
}

#define N_LIMITATION_COLUMNS 5

static const AcqTableColumn limitation_columns[N_LIMITATION_COLUMNS] = {
  { "Facture", 0, 44, ACQ_ALIGN_LEFT },
  { "Émise le", 45, 69, ACQ_ALIGN_RIGHT },
  { "Exécutée le", 70, 96, ACQ_ALIGN_RIGHT },
  { "Prescrite après le", 97, 129, ACQ_ALIGN_RIGHT },
  { "Au plus, si reconnue", 130, 165, ACQ_ALIGN_RIGHT },
};

static void
add_limitation_row (AcqLetterTable *table, const AcqLetterItem *item, const AcqEvidenceLimitation *known)
{
  const AcqLimitation *limitation = &known->limitation;
  g_autofree char *number = acq_french_printable (item->number);
  g_autofree char *issued = acq_french_short_day (item->issued);
  g_autofree char *performed
    = known->performed == ACQ_DAY_NONE ? g_strdup ("à compléter") : acq_french_short_day (known->performed);
  g_autofree char *last = acq_french_short_day (limitation->last_day);
  g_autofree char *possible = limitation->possible_day > limitation->last_day
                                ? acq_french_short_day (limitation->possible_day)
                                : g_strdup ("–");
  const char *cells[N_LIMITATION_COLUMNS] = { number, issued, performed, last, possible };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static AcqLegalValueKind
limitation_kind (AcqDebtorRegime regime)
{
  switch (regime)
    {
    case ACQ_DEBTOR_REGIME_PROFESSIONAL:
    case ACQ_DEBTOR_REGIME_NON_PROFESSIONAL:
      return ACQ_LEGAL_VALUE_LIMITATION_PROFESSIONAL;
    case ACQ_DEBTOR_REGIME_PUBLIC_BUYER:
      return ACQ_LEGAL_VALUE_LIMITATION_PUBLIC;
    default:
      return ACQ_LEGAL_VALUE_LIMITATION_CONSUMER;
    }
}

/* NULL where the law's table has no such delay. */
static char *
limitation_source (const AcqEvidenceFile *self, AcqDebtorRegime regime)
{
  const AcqLegalValue *value = acq_legal_values_find (self->law, limitation_kind (regime), self->letter->day);
  g_autofree char *years = NULL;

  if (value == NULL)
    return NULL;
  years = g_strdup_printf ("%d", value->value / 12);
  return acq_letter_text_fill (
    regime == ACQ_DEBTOR_REGIME_PUBLIC_BUYER ? "Délai : {years}~ans à compter du 1ᵉʳ~janvier suivant ({source})."
    : regime == ACQ_DEBTOR_REGIME_UNKNOWN
      ? "Délai : {years}~ans, le plus court, par prudence : la qualité du débiteur n'est pas établie ({source})."
      : "Délai : {years}~ans ({source}).",
    "years", years, "source", value->source == NULL ? "" : value->source, NULL);
}

static void
add_limitation (AcqLetterLayout *layout, const AcqEvidenceFile *self)
{
  AcqLetterTable *table = acq_letter_table_new (acq_letter_layout_press (layout), limitation_columns,
                                                N_LIMITATION_COLUMNS, ACQ_ROW_PADDING);
  g_autofree char *subtitle = debtor_and_day (self);
  g_autofree char *source = NULL;
  g_autofree char *start = acq_letter_text_fill (
    "Point de départ : la livraison ou la fin de la prestation, non la facture (Cass. com. 26/02/2020, "
    "n°~18-25.036). Sans cette date, celle de la facture est retenue, ce qui est à vérifier.",
    NULL);
  g_autofree char *acts = acq_letter_text_fill (
    "Une mise en demeure, même recommandée, n'interrompt pas la prescription (Cass. com. 18/05/2022, "
    "n°~20-23.204). La dernière colonne suppose qu'un paiement partiel, une promesse ou un échéancier vaut "
    "reconnaissance (articles 2240 et 2231 du Code civil) : c'est possible, jamais acquis.",
    NULL);

  add_head (layout, "Prescription de chaque facture", subtitle);
  for (guint i = 0; i < self->limitations->len && i < self->letter->items->len; i++)
    add_limitation_row (table, g_ptr_array_index (self->letter->items, i),
                        &g_array_index (self->limitations, AcqEvidenceLimitation, i));
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.6));
  if (self->limitations->len > 0)
    {
      source = limitation_source (
        self, g_array_index (self->limitations, AcqEvidenceLimitation, 0).limitation.regime);
      if (source != NULL)
        acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (3.4), source);
    }
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.45), start);
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.45), acts);
}

#define N_EXCHANGE_COLUMNS 4

static const AcqTableColumn exchange_columns[N_EXCHANGE_COLUMNS] = {
  { "Date", 0, 21, ACQ_ALIGN_LEFT },
  { "Échange", 22, 62, ACQ_ALIGN_LEFT },
  { "Factures", 63, 97, ACQ_ALIGN_LEFT },
  { "Ce qui a été noté", 98, 165, ACQ_ALIGN_LEFT },
};

static void
add_exchanges (AcqLetterLayout *layout, const AcqEvidenceFile *self)
{
  AcqLetterTable *table = acq_letter_table_new (acq_letter_layout_press (layout), exchange_columns,
                                                N_EXCHANGE_COLUMNS, ACQ_ROW_PADDING);
  g_autofree char *subtitle = debtor_and_day (self);

  add_head (layout, "Appels, promesses et réponses", subtitle);
  for (guint i = 0; i < self->exchanges->len; i++)
    {
      const AcqEvidenceExchange *exchange = g_ptr_array_index (self->exchanges, i);
      g_autofree char *day = acq_french_short_day (exchange->day);
      const char *cells[N_EXCHANGE_COLUMNS]
        = { day, exchange->what, exchange->invoices, exchange->detail[0] == '\0' ? "–" : exchange->detail };

      acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
    }
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.6));
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (3.4),
                              "Extrait des notes que le créancier a prises à leur date.");
}

#define N_DEMAND_COLUMNS 3

static const AcqTableColumn demand_columns[N_DEMAND_COLUMNS] = {
  { "Facture", 0, 70, ACQ_ALIGN_LEFT },
  { "Échéance", 71, 110, ACQ_ALIGN_RIGHT },
  { "Somme demandée (€)", 111, 165, ACQ_ALIGN_RIGHT },
};

static void
add_demand_table (AcqLetterLayout *layout, const AcqEvidenceDemand *demand)
{
  AcqLetterTable *table = acq_letter_table_new (acq_letter_layout_press (layout), demand_columns,
                                                N_DEMAND_COLUMNS, ACQ_ROW_PADDING);

  for (guint i = 0; i < demand->items->len; i++)
    {
      const AcqEvidenceDemandItem *item = g_ptr_array_index (demand->items, i);
      g_autofree char *number = acq_french_printable (item->number);
      g_autofree char *due = item->due == ACQ_DAY_NONE ? NULL : acq_french_short_day (item->due);
      g_autofree char *amount = item->amount < 0 ? NULL : acq_french_figure (item->amount);
      const char *cells[N_DEMAND_COLUMNS] = { number, due == NULL ? "–" : due, amount == NULL ? "–" : amount };

      acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
    }
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.6));
}

/* What is known of how it left; never its words, which were not kept. */
static char *
say_how_it_left (const AcqEvidencePiece *piece)
{
  const AcqEvidenceDemand *demand = piece->demand;
  g_autofree char *day = piece->day == ACQ_DAY_NONE ? NULL : acq_french_day (piece->day);
  g_autofree char *channel = acq_french_printable (demand->channel);
  g_autofree char *address = acq_french_printable (demand->address);
  g_autoptr (GString) text = g_string_new ("Envoyé");

  if (day != NULL)
    g_string_append_printf (text, " le %s", day);
  if (channel[0] != '\0')
    g_string_append_printf (text, " par %s", channel);
  if (address[0] != '\0')
    g_string_append_printf (text, " à %s", address);
  return g_strdup_printf ("%s.", text->str);
}

static void
add_demand (AcqLetterLayout *layout, const AcqEvidenceFile *self, const AcqEvidencePiece *piece)
{
  g_autofree char *title = acq_french_printable (piece->title);
  g_autofree char *debtor = acq_french_printable (self->letter->customer->name);
  g_autofree char *subtitle = acq_letter_text_fill ("Débiteur : {debtor}.", "debtor", debtor, NULL);
  g_autofree char *how = say_how_it_left (piece);

  add_head (layout, title, subtitle);
  acq_letter_layout_add_text (layout, ACQ_STYLE_BOX, ACQ_SET_RAGGED, ACQ_MM (3.6), how);
  acq_letter_layout_keep_with_next (layout);
  add_demand_table (layout, piece->demand);
  if (piece->demand->hash != NULL)
    {
      g_autofree char *hash = acq_letter_text_fill ("Empreinte SHA-256 du message envoyé : {hash}.", "hash",
                                                    piece->demand->hash, NULL);

      acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (3.4), hash);
    }
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (3.4),
                              "Extrait du registre des envois du créancier. Le texte envoyé n’a pas été conservé "
                              "ici" ACQ_NARROW_SPACE "; ce feuillet ne le remplace pas.");
}

static void
add_words (AcqLetterLayout *layout, const AcqEvidenceFile *self, const AcqEvidencePiece *piece)
{
  g_autofree char *title = acq_french_printable (piece->title);
  g_autofree char *debtor = acq_french_printable (self->letter->customer->name);
  g_autofree char *subtitle = acq_letter_text_fill ("Débiteur : {debtor}. Texte envoyé :", "debtor", debtor, NULL);
  g_auto (GStrv) lines = g_strsplit (piece->words, "\n", -1);

  add_head (layout, title, subtitle);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = acq_french_printable (lines[i]);

      acq_letter_layout_add_text (layout, ACQ_STYLE_BOX, ACQ_SET_RAGGED, i == 0 ? ACQ_MM (3.6) : 0,
                                  line[0] == '\0' ? " " : line);
    }
}

static gboolean
add_content (AcqLetterLayout *layout, const AcqEvidenceFile *self, const AcqEvidencePiece *piece,
             const AcqNoticeFigures *figures, GError **error)
{
  switch (piece->kind)
    {
    case ACQ_EVIDENCE_PIECE_STATEMENT:
      return add_statement (layout, self, error);
    case ACQ_EVIDENCE_PIECE_INTEREST:
      add_interest (layout, self, piece, figures);
      return TRUE;
    case ACQ_EVIDENCE_PIECE_LIMITATION:
      add_limitation (layout, self);
      return TRUE;
    case ACQ_EVIDENCE_PIECE_EXCHANGES:
      add_exchanges (layout, self);
      return TRUE;
    default:
      if (piece->words != NULL)
        add_words (layout, self, piece);
      else
        add_demand (layout, self, piece);
      return TRUE;
    }
}

GBytes *
acq_evidence_sheet_write (AcqLetterPress *press, const AcqEvidenceFile *self, const AcqEvidencePiece *piece,
                          const AcqNoticeFigures *figures, GError **error)
{
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, ACQ_MM (ACQ_TEXT_TOP));
  g_autofree char *author = acq_company_legal_name (self->letter->company);
  g_autofree char *parties = acq_evidence_parties (self, "c.");
  g_autofree char *name = acq_french_printable (piece->title);
  g_autofree char *title = g_strdup_printf ("%s – %s", name, parties);
  g_autoptr (AcqPdfWriter) writer = NULL;

  if (!add_content (layout, self, piece, figures, error) || !acq_letter_layout_break (layout, error))
    return NULL;
  writer = acq_pdf_writer_new (title, author, self->letter->day);
  acq_evidence_draw_pages (self, press, writer, layout, 1, acq_letter_layout_n_pages (layout));
  return acq_pdf_writer_finish (writer, error);
}
