/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cheque-slip.h"

#include "acq-french-number.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-slip-boxes.h"

#define N_COLUMNS   6
#define ROW_PADDING 1.1
/* Millimetres from the top of the sheet. */
#define TITLE_TOP 48.9

static const AcqTableColumn columns[N_COLUMNS] = {
  { "N°", 0, 8, ACQ_ALIGN_LEFT },
  { "Émetteur du chèque", 8.9, 70.5, ACQ_ALIGN_LEFT },
  { "Banque tirée", 71, 98, ACQ_ALIGN_LEFT },
  { "N° de chèque", 99, 120.5, ACQ_ALIGN_LEFT },
  { "Facture", 122.1, 145.5, ACQ_ALIGN_LEFT },
  { "Montant (€)", 146, 165, ACQ_ALIGN_RIGHT },
};

static void
free_cheque (gpointer data)
{
  AcqSlipCheque *cheque = data;

  g_free (cheque->drawer);
  g_free (cheque->on_behalf);
  g_free (cheque->bank);
  g_free (cheque->number);
  g_ptr_array_unref (cheque->invoices);
  g_free (cheque);
}

AcqChequeSlip *
acq_cheque_slip_new (void)
{
  AcqChequeSlip *self = g_new0 (AcqChequeSlip, 1);

  self->day = ACQ_DAY_NONE;
  self->cheques = g_ptr_array_new_with_free_func (free_cheque);
  return self;
}

void
acq_cheque_slip_free (AcqChequeSlip *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_ptr_array_unref (self->cheques);
  g_free (self);
}

AcqSlipCheque *
acq_cheque_slip_add (AcqChequeSlip *self, const char *drawer, gint64 amount)
{
  AcqSlipCheque *cheque = g_new0 (AcqSlipCheque, 1);

  cheque->drawer = g_strdup (drawer);
  cheque->amount = amount;
  cheque->allocated = amount;
  cheque->invoices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->cheques, cheque);
  return cheque;
}

void
acq_slip_cheque_add_invoice (AcqSlipCheque *cheque, const char *number)
{
  g_ptr_array_add (cheque->invoices, g_strdup (number));
}

gint64
acq_cheque_slip_total (const AcqChequeSlip *self)
{
  gint64 total = 0;

  for (guint i = 0; i < self->cheques->len; i++)
    total += ((const AcqSlipCheque *) self->cheques->pdata[i])->amount;
  return total;
}

static gboolean
check_figures (const AcqChequeSlip *self, GError **error)
{
  for (guint i = 0; i < self->cheques->len; i++)
    {
      const AcqSlipCheque *cheque = self->cheques->pdata[i];

      if (cheque->amount == cheque->allocated)
        continue;
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES,
                   "cheque %u is not what it settles", i + 1);
      return FALSE;
    }
  return TRUE;
}

static char *
name_company (const AcqCompany *company)
{
  return acq_company_is_sole_trader (company) ? acq_company_legal_name (company)
                                              : acq_french_printable (company->name);
}

/* The paper goes over a counter: the sender is told by address and SIREN, not by how to reach him. */
static AcqLetterhead *
make_head (const AcqChequeSlip *self)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (self->company);
  g_autofree char *siren = acq_siren_grouped (self->company->siren);
  g_autofree char *day = acq_french_day (self->day);

  g_ptr_array_set_size (head->sender_lines, 0);
  g_ptr_array_add (head->sender_lines, acq_company_address_line (self->company));
  if (siren[0] != '\0')
    g_ptr_array_add (head->sender_lines, g_strconcat ("SIREN ", siren, NULL));
  g_clear_pointer (&head->contact, g_free);
  head->running_left = g_strdup_printf ("%s – Remise de chèques du %s", head->sender_name, day);
  head->running_right = g_strdup (self->reference);
  return head;
}

static void
add_title (AcqLetterLayout *layout, const AcqChequeSlip *self)
{
  g_autofree char *day = acq_french_weekday_day (self->day);
  g_autofree char *city = acq_french_printable (self->company->city);
  g_autofree char *place = city[0] == '\0' ? g_strdup_printf ("le %s", day) : g_strdup_printf ("%s, le %s", city, day);
  g_autofree char *subtitle = acq_letter_text_fill ("Remise n°~{reference} – {place}", "reference", self->reference,
                                                    "place", place, NULL);

  acq_letter_layout_add_tagged_text (layout, "H1", ACQ_STYLE_HEADING_1, ACQ_SET_RAGGED, 0, 0,
                                     "Bordereau de remise de chèques");
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SUBTITLE, ACQ_SET_RAGGED, ACQ_MM (1.4), subtitle);
  acq_letter_layout_keep_with_next (layout);
}

/* Who wrote it, and under it in small letters what one would wonder about. */
static char *
say_drawer (const AcqSlipCheque *cheque)
{
  g_autofree char *name = acq_french_printable (cheque->drawer);
  g_autofree char *behalf = acq_french_printable (cheque->on_behalf);
  GString *text = g_string_new (name);

  if (behalf[0] != '\0')
    g_string_append_printf (text, "\n%cpour le compte de %s%s%c", ACQ_MARK_SMALL, behalf,
                            cheque->in_part ? " – acompte" : "", ACQ_MARK_SMALL);
  else if (cheque->in_part)
    g_string_append_printf (text, "\n%cacompte%c", ACQ_MARK_SMALL, ACQ_MARK_SMALL);
  return g_string_free (text, FALSE);
}

static char *
list_invoices (const AcqSlipCheque *cheque)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  if (cheque->invoices->len == 0)
    return g_strdup ("–");
  for (guint i = 0; i < cheque->invoices->len; i++)
    g_ptr_array_add (numbers, acq_french_printable (cheque->invoices->pdata[i]));
  return acq_french_list ((const char *const *) numbers->pdata, numbers->len, ", ");
}

static char *
printable_or_dash (const char *text)
{
  char *printable = acq_french_printable (text);

  if (printable[0] != '\0')
    return printable;
  g_free (printable);
  return g_strdup ("–");
}

static void
add_row (AcqLetterTable *table, const AcqSlipCheque *cheque, guint place)
{
  g_autofree char *number = g_strdup_printf ("%u", place);
  g_autofree char *drawer = say_drawer (cheque);
  g_autofree char *bank = printable_or_dash (cheque->bank);
  g_autofree char *cheque_number = printable_or_dash (cheque->number);
  g_autofree char *invoices = list_invoices (cheque);
  g_autofree char *amount = acq_french_figure (cheque->amount);
  const char *cells[N_COLUMNS] = { number, drawer, bank, cheque_number, invoices, amount };

  acq_letter_table_add_row (table, ACQ_ROW_BODY, cells);
}

static void
add_table (AcqLetterLayout *layout, const AcqChequeSlip *self)
{
  AcqLetterTable *table = acq_letter_table_new (acq_letter_layout_press (layout), columns, N_COLUMNS, ROW_PADDING);
  g_autofree char *total = acq_french_figure (acq_cheque_slip_total (self));
  g_autofree char *count = acq_slip_count (self->cheques->len, TRUE);
  g_autofree char *words = g_strconcat ("Total" ACQ_NARROW_SPACE ": ", count, NULL);
  const char *cells[N_COLUMNS] = { words, NULL, NULL, NULL, NULL, total };

  for (guint i = 0; i < self->cheques->len; i++)
    add_row (table, self->cheques->pdata[i], i + 1);
  acq_letter_table_add_row (table, ACQ_ROW_TOTAL, cells);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, ACQ_MM (5.0));
}

static void
add_closing (AcqLetterLayout *layout, const AcqChequeSlip *self)
{
  g_autofree char *words = acq_french_euro_words (acq_cheque_slip_total (self));
  g_autofree char *sum = acq_letter_text_fill ("Arrêté à la somme de *{words}*.", "words", words, NULL);
  g_autofree char *name = name_company (self->company);
  g_autofree char *endorsed
    = acq_letter_text_fill (self->cheques->len == 1 ? "Le chèque est établi en euros à l’ordre de {name}, daté, signé, et "
                                                      "endossé au dos (date, numéro de compte, signature)."
                                                    : "Chaque chèque est établi en euros à l’ordre de {name}, daté, signé, "
                                                      "et endossé au dos (date, numéro de compte, signature).",
                            "name", name, NULL);

  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_SLIP_SUM, ACQ_SET_RAGGED, ACQ_MM (4.6), sum);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_text (layout, ACQ_STYLE_NOTE, ACQ_SET_RAGGED, ACQ_MM (1.6), endorsed);
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_slip_signatures (layout, self->company, ACQ_MM (8.4));
}

static AcqLetterLayout *
lay_out (AcqLetterPress *press, const AcqChequeSlip *self, GError **error)
{
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, ACQ_MM (TITLE_TOP));

  add_title (layout, self);
  acq_letter_layout_add_slip_summary (layout, self, ACQ_MM (4.3));
  add_table (layout, self);
  add_closing (layout, self);
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

GBytes *
acq_cheque_slip_write (AcqLetterPress *press, const AcqChequeSlip *slip, AcqLetterReport *ret_report, GError **error)
{
  g_autoptr (AcqLetterhead) head = make_head (slip);
  g_autoptr (AcqLetterLayout) layout = NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;
  g_autofree char *day = acq_french_day (slip->day);
  g_autofree char *title = g_strdup_printf ("Bordereau de remise de chèques – %s – %s", slip->reference, day);
  g_autofree char *author = acq_company_legal_name (slip->company);

  if (!check_figures (slip, error))
    return NULL;
  layout = lay_out (press, slip, error);
  if (layout == NULL)
    return NULL;
  writer = acq_pdf_writer_new (title, author, slip->day);
  acq_pdf_writer_add_bookmark (writer, "Bordereau de remise de chèques");
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_report != NULL)
    *ret_report = (AcqLetterReport){ acq_letter_layout_n_pages (layout), acq_letter_layout_n_pages (layout),
                                     acq_cheque_slip_total (slip) };
  return acq_pdf_writer_finish (writer, error);
}
