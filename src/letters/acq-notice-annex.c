/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-annex.h"

#include "acq-french-text.h"
#include "acq-notice-notes.h"
#include "acq-notice-tables.h"

#define N_COLUMNS 7

static const AcqTableColumn columns[N_COLUMNS] = {
  { "Du", 0, 25, ACQ_ALIGN_LEFT },
  { "Au (inclus)", 26.3, 52, ACQ_ALIGN_LEFT },
  { "Jours", 52, 68.8, ACQ_ALIGN_RIGHT },
  { "Base TTC (€)", 69, 93.4, ACQ_ALIGN_RIGHT },
  { "Taux (%)", 94, 113.1, ACQ_ALIGN_RIGHT },
  { "Taux du", 114, 141.8, ACQ_ALIGN_CENTRE },
  { "Pénalités (€)", 142, 165, ACQ_ALIGN_RIGHT },
};

static const char *
words_of_means (AcqMeans means)
{
  switch (means)
    {
    case ACQ_MEANS_TRANSFER:
      return "virement reçu";
    case ACQ_MEANS_DIRECT_DEBIT:
      return "prélèvement";
    case ACQ_MEANS_CHEQUE:
      return "chèque reçu";
    case ACQ_MEANS_CARD:
      return "paiement par carte";
    case ACQ_MEANS_CASH:
      return "espèces reçues";
    case ACQ_MEANS_BILL:
      return "effet de commerce";
    case ACQ_MEANS_COMPENSATION:
      return "compensation";
    case ACQ_MEANS_WRITE_OFF:
      return "remise consentie";
    default:
      return "règlement reçu";
    }
}

char *
acq_letter_movement_words (const AcqLetterMovement *movement)
{
  g_autofree char *number = acq_french_printable (movement->number);

  if (movement->amount < 0)
    return g_strdup ("paiement revenu impayé");
  if (movement->means != ACQ_MEANS_CREDIT_NOTE)
    return g_strdup (words_of_means (movement->means));
  return number[0] == '\0' ? g_strdup ("avoir") : g_strdup_printf ("avoir %s", number);
}

static void
add_movement (AcqLetterTable *table, const AcqLetterMovement *movement, gint64 base)
{
  g_autofree char *day = acq_french_short_day (movement->day);
  g_autofree char *words = acq_letter_movement_words (movement);
  g_autofree char *amount = acq_french_amount (ABS (movement->amount));
  g_autofree char *left = acq_french_amount (base);
  g_autofree char *line = g_strdup_printf (
    "%s" ACQ_NARROW_SPACE ": %s, %s – effet à la fin du jour" ACQ_NARROW_SPACE "; base %s à %s", day, words,
    amount, movement->amount < 0 ? "portée" : "ramenée", left);

  acq_letter_table_add_line (table, ACQ_ROW_REMARK, line);
}

static void
add_segment (AcqLetterTable *table, const AcqInterestSegment *segment)
{
  g_autofree char *first = acq_french_short_day (segment->first);
  g_autofree char *last = acq_french_short_day (segment->last);
  g_autofree char *days = g_strdup_printf ("%d", segment->days);
  g_autofree char *base = acq_french_figure (segment->principal);
  g_autofree char *rate = acq_french_rate_figure (segment->rate);
  g_autofree char *half_year = acq_french_half_year (segment->first);
  g_autofree char *interest = acq_french_figure (segment->interest);
  const char *cells[N_COLUMNS] = { first, last, days, base, rate, half_year, interest };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static void
add_sum (AcqLetterTable *table, AcqRowKind kind, const char *words, gint64 amount)
{
  g_autofree char *figure = acq_french_figure (amount);
  const char *cells[N_COLUMNS] = { words, NULL, NULL, NULL, NULL, NULL, figure };

  acq_letter_table_add_row (table, kind, cells);
}

/* Movements up to "before" (not included) that were not shown yet. Returns how many were shown in all. */
static guint
add_movements (AcqLetterTable *table, const AcqLetterItem *item, guint shown, AcqDay before, gint64 *base)
{
  while (shown < item->movements->len)
    {
      const AcqLetterMovement *movement = g_ptr_array_index (item->movements, shown);

      if (movement->day >= before)
        break;
      *base -= movement->amount;
      add_movement (table, movement, *base);
      shown++;
    }
  return shown;
}

/* Nothing is given up in silence. */
static void
add_waiver (AcqLetterTable *table, const AcqLetterItem *item)
{
  g_autofree char *day = item->waived == ACQ_DAY_NONE ? NULL : acq_french_short_day (item->waived);
  g_autofree char *line = NULL;

  if (day == NULL && !item->indemnity_waived)
    return;
  if (day == NULL)
    line = g_strdup ("Indemnité" ACQ_NARROW_SPACE ": abandonnée, par choix exprès du créancier");
  else
    line = g_strdup_printf ("Pénalités jusqu’au %s inclus%s" ACQ_NARROW_SPACE
                            ": abandonnées, par choix exprès du créancier",
                            day, item->indemnity_waived ? " et indemnité" : "");
  acq_letter_table_add_line (table, ACQ_ROW_REMARK, line);
}

static void
add_item (AcqLetterTable *table, const AcqLetterItem *item)
{
  g_autofree char *number = acq_french_printable (item->number);
  g_autofree char *total = acq_french_amount (item->total);
  g_autofree char *due = acq_french_short_day (item->due);
  g_autofree char *head = g_strdup_printf ("%s – %s TTC, échue le %s", number, total, due);
  g_autofree char *sum = g_strdup_printf ("Pénalités – %s", number);
  gint64 base = item->total - item->not_due;
  guint shown = 0;

  acq_letter_table_add_line (table, ACQ_ROW_GROUP, head);
  add_waiver (table, item);
  for (guint i = 0; i < item->interest->segments->len; i++)
    {
      const AcqInterestSegment *segment = &g_array_index (item->interest->segments, AcqInterestSegment, i);

      shown = add_movements (table, item, shown, segment->first, &base);
      add_segment (table, segment);
    }
  add_movements (table, item, shown, G_MAXINT32, &base);
  if (item->interest->interest_paid != 0)
    add_sum (table, ACQ_ROW_BODY, "Intérêts déjà réglés", -item->interest->interest_paid);
  add_sum (table, ACQ_ROW_SUBTOTAL, sum, item->interest->interest - item->interest->interest_paid);
}

static guint
add_head (AcqLetterLayout *layout, const AcqLetter *letter, const char *title, const char *label)
{
  g_autofree char *debtor = acq_french_printable (letter->customer->name);
  g_autofree char *day = acq_french_day (letter->day);
  g_autofree char *subtitle = g_strdup_printf (
    "%s – Débiteur" ACQ_NARROW_SPACE ": %s. Décompte arrêté au %s inclus.", label, debtor, day);

  guint part;

  acq_letter_layout_start_page (layout);
  part = acq_letter_layout_add_tagged_text (layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0, title);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.6), subtitle);
  acq_letter_layout_keep_with_next (layout);
  return part;
}

static void
add_notes (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autoptr (GPtrArray) notes = acq_notice_notes_new (letter, figures);

  acq_letter_layout_add_tagged_text (layout, "H2", ACQ_STYLE_HEADING_2, ACQ_SET_RAGGED, 0, ACQ_MM (3.4),
                                     "Comment refaire ce calcul");
  acq_letter_layout_keep_with_next (layout);
  for (guint i = 0; i < notes->len; i++)
    acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.45),
                                g_ptr_array_index (notes, i));
}

guint
acq_notice_add_interest_annex (AcqLetterLayout *layout, const AcqLetter *letter,
                               const AcqNoticeFigures *figures, const char *label)
{
  AcqLetterTable *table
    = acq_letter_table_new (acq_letter_layout_press (layout), columns, N_COLUMNS, ACQ_ROW_PADDING);
  g_autofree char *day = acq_french_short_day (letter->day);
  g_autofree char *sum = g_strdup_printf (letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8
                                            ? "Total des intérêts moratoires au %s"
                                            : "Total des pénalités de retard au %s",
                                          day);
  guint part = add_head (layout, letter, "Décompte des intérêts période par période", label);

  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      if (!item->below && item->interest != NULL && item->interest->segments->len > 0)
        add_item (table, item);
    }
  add_sum (table, ACQ_ROW_TOTAL, sum, figures->first_penalties);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (3.6));
  add_notes (layout, letter, figures);
  return part;
}

void
acq_notice_add_list_annex (AcqLetterLayout *layout, const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  add_head (layout, letter, "Factures réclamées", "Annexe" ACQ_WIDE_SPACE "1");
  acq_notice_add_items (layout, letter, figures, ACQ_NOTICE_ITEMS_FIRST, ACQ_TABLE_BREAKABLE,
                        ACQ_ROW_PADDING_COMPACT, ACQ_MM (3.6));
  if (figures->n_below == 0)
    return;
  acq_letter_layout_add_text (layout, ACQ_STYLE_TABLE_GROUP, ACQ_SET_RAGGED, ACQ_MM (4),
                              "S’y ajoutent, pour leur principal seul" ACQ_NARROW_SPACE ":");
  acq_letter_layout_keep_with_next (layout);
  acq_notice_add_items (layout, letter, figures, ACQ_NOTICE_ITEMS_BELOW, ACQ_TABLE_BREAKABLE,
                        ACQ_ROW_PADDING_COMPACT, ACQ_MM (0.6));
}
