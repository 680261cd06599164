/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-account-statement.h"

#include "acq-ageing-table.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-payment-box.h"

#define N_COLUMNS   6
#define ROW_PADDING 0.6

static const AcqTableColumn columns[N_COLUMNS] = {
  { "Date", 0, 22, ACQ_ALIGN_LEFT },
  { "Libellé", 24.7, 82, ACQ_ALIGN_LEFT },
  { "Échéance", 82, 101.6, ACQ_ALIGN_RIGHT },
  { "Débit (€)", 102, 123.3, ACQ_ALIGN_RIGHT },
  { "Crédit (€)", 124, 143.3, ACQ_ALIGN_RIGHT },
  { "Solde (€)", 144, 165, ACQ_ALIGN_RIGHT },
};

AcqAge
acq_age_of (AcqDay due, AcqDay day)
{
  int late = day - due;

  if (late <= 0)
    return ACQ_AGE_NOT_DUE;
  if (late <= 30)
    return ACQ_AGE_UP_TO_30;
  if (late <= 60)
    return ACQ_AGE_UP_TO_60;
  return late <= 90 ? ACQ_AGE_UP_TO_90 : ACQ_AGE_OVER_90;
}

static void
clear_movement (gpointer data)
{
  AcqStatementMovement *movement = data;

  g_free (movement->words);
}

static void
clear_payment (gpointer data)
{
  AcqStatementPayment *payment = data;

  g_free (payment->words);
}

AcqAccountStatement *
acq_account_statement_new (void)
{
  AcqAccountStatement *self = g_new0 (AcqAccountStatement, 1);

  self->day = ACQ_DAY_NONE;
  self->bank_day = ACQ_DAY_NONE;
  self->opening_day = ACQ_DAY_NONE;
  self->movements = g_array_new (FALSE, TRUE, sizeof (AcqStatementMovement));
  g_array_set_clear_func (self->movements, clear_movement);
  self->in_flight = g_array_new (FALSE, TRUE, sizeof (AcqStatementPayment));
  g_array_set_clear_func (self->in_flight, clear_payment);
  return self;
}

void
acq_account_statement_free (AcqAccountStatement *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_array_unref (self->movements);
  g_array_unref (self->in_flight);
  g_free (self);
}

void
acq_account_statement_add_movement (AcqAccountStatement *self, AcqDay day, const char *words, AcqDay due,
                                    gint64 debit, gint64 credit)
{
  AcqStatementMovement movement = { day, acq_french_printable (words), due, debit, credit };

  g_array_append_val (self->movements, movement);
}

void
acq_account_statement_add_in_flight (AcqAccountStatement *self, AcqDay day, const char *words, gint64 amount)
{
  AcqStatementPayment payment = { day, acq_french_printable (words), amount };

  g_array_append_val (self->in_flight, payment);
}

typedef struct
{
  gint64 debit;
  gint64 credit;
  gint64 balance;
  gint64 overdue;
  gint64 asked; /* never more than is overdue or owed, nor what is on its way */
} Sums;

static gboolean
add_up (const AcqAccountStatement *self, Sums *sums, GError **error)
{
  gint64 aged = 0;

  *sums = (Sums){ 0 };
  for (guint i = 0; i < self->movements->len; i++)
    {
      sums->debit += g_array_index (self->movements, AcqStatementMovement, i).debit;
      sums->credit += g_array_index (self->movements, AcqStatementMovement, i).credit;
    }
  sums->balance = self->opening + sums->debit - sums->credit;
  for (int age = 0; age < ACQ_N_AGES; age++)
    aged += self->ages[age];
  sums->overdue = aged - self->ages[ACQ_AGE_NOT_DUE];
  sums->asked = MIN (sums->overdue, sums->balance);
  for (guint i = 0; i < self->in_flight->len; i++)
    sums->asked -= g_array_index (self->in_flight, AcqStatementPayment, i).amount;
  sums->asked = MAX (sums->asked, 0);
  if (aged == sums->balance)
    return TRUE;
  g_set_error_literal (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES,
                       "the aged balance is not the balance");
  return FALSE;
}

static AcqLetterhead *
make_head (AcqLetterPress *press, const AcqAccountStatement *self)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (self->company);
  g_autofree char *day = acq_french_day (self->day);
  g_autofree char *sender = acq_french_printable (self->company->name);
  g_autofree char *customer = acq_french_printable (self->customer->name);

  acq_letterhead_add_reference (head, "Notre référence", self->reference);
  acq_letterhead_add_reference (head, "Votre compte", self->customer->code);
  head->address = acq_address_block_new (
    press, self->recipient,
    self->recipient->kind == ACQ_CUSTOMER_KIND_COMPANY ? "À l'attention du représentant légal" : NULL);
  head->place_and_date = acq_letter_place_and_date (self->company, self->day);
  head->subject = acq_letter_text_fill ("Relevé de votre compte client au {day}", "day", day, NULL);
  head->running_left = g_strdup_printf ("%s – Relevé de compte du %s", sender, day);
  head->running_right = g_strdup_printf ("%s · %s", customer, self->reference);
  return head;
}

static char *
figure_or_nothing (gint64 cents)
{
  return cents == 0 ? NULL : acq_french_figure (cents);
}

static void
add_movement_row (AcqLetterTable *table, const AcqStatementMovement *movement, gint64 balance)
{
  g_autofree char *day = acq_french_short_day (movement->day);
  g_autofree char *due = movement->due == ACQ_DAY_NONE ? NULL : acq_french_short_day (movement->due);
  g_autofree char *debit = figure_or_nothing (movement->debit);
  g_autofree char *credit = figure_or_nothing (movement->credit);
  g_autofree char *left = acq_french_figure (balance);
  const char *cells[N_COLUMNS] = { day, movement->words, due, debit, credit, left };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static void
add_opening_row (AcqLetterTable *table, const AcqAccountStatement *self)
{
  g_autofree char *day = acq_french_short_day (self->opening_day);
  g_autofree char *opening = acq_french_figure (self->opening);
  const char *cells[N_COLUMNS] = { day, "Solde antérieur", NULL, NULL, NULL, opening };

  if (self->opening_day != ACQ_DAY_NONE)
    acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static void
add_total_row (AcqLetterTable *table, const AcqAccountStatement *self, const Sums *sums)
{
  g_autofree char *debit = acq_french_figure (sums->debit);
  g_autofree char *credit = acq_french_figure (sums->credit);
  g_autofree char *balance = acq_french_figure (ABS (sums->balance));
  const char *words
    = self->for_third_party ? "Totaux et solde"
      : sums->balance < 0   ? "Totaux et solde en votre faveur"
                            : "Totaux et solde en notre faveur";
  const char *cells[N_COLUMNS] = { words, NULL, NULL, debit, credit, balance };

  acq_letter_table_add_row (table, ACQ_ROW_TOTAL, cells);
}

static void
add_movements (AcqLetterLayout *layout, const AcqAccountStatement *self, const Sums *sums)
{
  AcqLetterTable *table
    = acq_letter_table_new (acq_letter_layout_press (layout), columns, N_COLUMNS, ROW_PADDING);
  AcqDay first = self->opening_day != ACQ_DAY_NONE ? self->opening_day
                 : self->movements->len > 0        ? g_array_index (self->movements, AcqStatementMovement, 0).day
                                                   : self->day;
  g_autofree char *from = acq_french_day (first);
  g_autofree char *to = acq_french_day (self->day);
  g_autofree char *title = g_strdup_printf ("Mouvements du %s au %s", from, to);
  gint64 balance = self->opening;

  acq_letter_layout_add_tagged_text (layout, "H2", ACQ_STYLE_HEADING_2, ACQ_SET_RAGGED, 0, ACQ_MM (3.75),
                                     title);
  acq_letter_layout_keep_with_next (layout);
  add_opening_row (table, self);
  for (guint i = 0; i < self->movements->len; i++)
    {
      const AcqStatementMovement *movement = &g_array_index (self->movements, AcqStatementMovement, i);

      balance += movement->debit - movement->credit;
      add_movement_row (table, movement, balance);
    }
  add_total_row (table, self, sums);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (0.65));
}

static char *
say_what_is_asked (const Sums *sums)
{
  g_autofree char *asked = acq_french_amount (sums->asked);

  if (sums->asked > 0)
    return acq_letter_text_fill ("Échu à régler : {asked}.", "asked", asked, NULL);
  return g_strdup (sums->overdue > 0 ? "Rien n’est à régler à ce jour." : "Rien n’est échu à ce jour.");
}

/* The balance counts only what is credited; what is asked counts on what is under way. */
static void
say_what_is_in_flight (const AcqAccountStatement *self, GString *note)
{
  for (guint i = 0; i < self->in_flight->len; i++)
    {
      const AcqStatementPayment *payment = &g_array_index (self->in_flight, AcqStatementPayment, i);
      g_autofree char *day = acq_french_short_day (payment->day);
      g_autofree char *amount = acq_french_amount (payment->amount);
      g_autofree char *words = acq_letter_text_fill (
        " {words} le {day}, {amount}, à encaisser : non déduit du solde, déduit de ce "
        "qui est à régler.",
        "words", payment->words, "day", day, "amount", amount, NULL);

      g_string_append (note, words);
    }
}

/* Where no payment box follows. */
static char *
say_what_is_owed (const AcqAccountStatement *self, const Sums *sums)
{
  g_autofree char *overdue = acq_french_amount (sums->overdue);
  g_autofree char *bank_day = self->bank_day == ACQ_DAY_NONE ? NULL : acq_french_day (self->bank_day);
  g_autofree char *first = acq_letter_text_fill (
    "Échu : {overdue}. Montants TTC, hors pénalités de retard et indemnités.", "overdue", overdue, NULL);
  g_autofree char *last = bank_day == NULL
                            ? g_strdup ("")
                            : acq_letter_text_fill (" Banque à jour au {day}.", "day", bank_day, NULL);

  return g_strconcat (first, last, NULL);
}

gboolean
acq_account_statement_add_to (const AcqAccountStatement *statement, AcqLetterLayout *layout, GError **error)
{
  g_autofree char *note = NULL;
  Sums sums;

  if (!add_up (statement, &sums, error))
    return FALSE;
  acq_letter_layout_add_ageing (layout, statement->ages, ACQ_MM (3.6));
  add_movements (layout, statement, &sums);
  note = say_what_is_owed (statement, &sums);
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.7), note);
  return TRUE;
}

static void
add_note (AcqLetterLayout *layout, const AcqAccountStatement *self, const Sums *sums)
{
  g_autofree char *bank_day = self->bank_day == ACQ_DAY_NONE ? NULL : acq_french_day (self->bank_day);
  g_autofree char *first = say_what_is_asked (sums);
  g_autofree char *last = bank_day == NULL
                            ? g_strdup ("")
                            : acq_letter_text_fill (" Banque à jour au {day}.", "day", bank_day, NULL);
  g_autoptr (GString) note = g_string_new (first);

  say_what_is_in_flight (self, note);
  if (self->ages[ACQ_AGE_NOT_DUE] < 0)
    g_string_append (note, " Avoirs et sommes à affecter figurent en moins dans « Non échu ».");
  g_string_append_printf (note, " Montants TTC, hors pénalités de retard et indemnités.%s", last);
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.7), note->str);
}

static void
add_box (AcqLetterLayout *layout, const AcqAccountStatement *self, const Sums *sums)
{
  g_autofree char *beneficiary = acq_company_legal_name (self->company);
  g_autofree char *code = acq_french_printable (self->customer->code);
  g_autofree char *reference = g_strconcat (code, " RELEVE", NULL);
  const AcqPaymentBox box = {
    .amount_label = "Échu à régler",
    .amount = sums->asked,
    .beneficiary = beneficiary,
    .iban = self->company->iban,
    .bic = self->company->bic,
    .bank_name = self->company->bank_name,
    .reference = reference,
  };

  if (sums->asked == 0 || self->company->iban == NULL)
    return;
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_payment_box (layout, &box, ACQ_MM (1.9));
}

static AcqLetterLayout *
lay_out (AcqLetterPress *press, const AcqAccountStatement *self, const AcqLetterhead *head, const Sums *sums,
         GError **error)
{
  g_autoptr (AcqLetterLayout) layout
    = acq_letter_layout_new (press, acq_letterhead_text_top (head, press) - ACQ_MM (0.8));

  acq_letter_layout_add_text (
    layout, ACQ_STYLE_PROSE, ACQ_SET_JUSTIFIED, 0,
    "Voici la situation de votre compte. Merci de nous signaler tout écart avec vos livres.");
  acq_letter_layout_add_ageing (layout, self->ages, ACQ_MM (2.0));
  add_movements (layout, self, sums);
  add_note (layout, self, sums);
  add_box (layout, self, sums);
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

GBytes *
acq_account_statement_write (AcqLetterPress *press, const AcqAccountStatement *statement,
                             AcqLetterReport *ret_report, GError **error)
{
  g_autoptr (AcqLetterhead) head = make_head (press, statement);
  g_autoptr (AcqLetterLayout) layout = NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;
  g_autofree char *customer = acq_french_printable (statement->customer->name);
  g_autofree char *day = acq_french_day (statement->day);
  g_autofree char *title = g_strdup_printf ("Relevé de compte – %s – %s", customer, day);
  g_autofree char *author = acq_company_legal_name (statement->company);
  Sums sums;

  if (!add_up (statement, &sums, error))
    return NULL;
  layout = lay_out (press, statement, head, &sums, error);
  if (layout == NULL)
    return NULL;
  writer = acq_pdf_writer_new (title, author, statement->day);
  acq_pdf_writer_add_bookmark (writer, "Relevé de compte");
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_report != NULL)
    *ret_report = (AcqLetterReport){ acq_letter_layout_n_pages (layout), acq_letter_layout_n_pages (layout),
                                     sums.asked };
  return acq_pdf_writer_finish (writer, error);
}
