/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-row.h"

#include <string.h>

#include "acq-decimal-text.h"
#include "acq-text-normalizer.h"

typedef enum
{
  WORD_KIND,    /* what the document is */
  WORD_FOREIGN, /* no invoice: a quotation, an order, a draft */
  WORD_PAID,
  WORD_CANCELLED,
} WordSense;

/* Beginnings of folded words in columns of kinds and of states. */
static const struct
{
  const char *start;
  WordSense sense;
  AcqInvoiceKind kind;
} words[] = {
  { "AVOIR", WORD_KIND, ACQ_INVOICE_KIND_CREDIT_NOTE },
  { "NOTE DE CREDIT", WORD_KIND, ACQ_INVOICE_KIND_CREDIT_NOTE },
  { "CREDIT", WORD_KIND, ACQ_INVOICE_KIND_CREDIT_NOTE },
  { "FACTURE D AVOIR", WORD_KIND, ACQ_INVOICE_KIND_CREDIT_NOTE },
  { "ACOMPTE", WORD_KIND, ACQ_INVOICE_KIND_DEPOSIT },
  { "FACTURE D ACOMPTE", WORD_KIND, ACQ_INVOICE_KIND_DEPOSIT },
  { "DEPOSIT", WORD_KIND, ACQ_INVOICE_KIND_DEPOSIT },
  { "SITUATION", WORD_KIND, ACQ_INVOICE_KIND_PROGRESS },
  { "FACTURE DE SITUATION", WORD_KIND, ACQ_INVOICE_KIND_PROGRESS },
  { "PROGRESS", WORD_KIND, ACQ_INVOICE_KIND_PROGRESS },
  { "DECOMPTE", WORD_KIND, ACQ_INVOICE_KIND_FINAL },
  { "DGD", WORD_KIND, ACQ_INVOICE_KIND_FINAL },
  { "FACTURE DE SOLDE", WORD_KIND, ACQ_INVOICE_KIND_FINAL },
  { "FINAL", WORD_KIND, ACQ_INVOICE_KIND_FINAL },
  { "DEVIS", WORD_FOREIGN, 0 },
  { "PROFORMA", WORD_FOREIGN, 0 },
  { "PRO FORMA", WORD_FOREIGN, 0 },
  { "FACTURE PROFORMA", WORD_FOREIGN, 0 },
  { "FACTURE PRO FORMA", WORD_FOREIGN, 0 },
  { "COMMANDE", WORD_FOREIGN, 0 },
  { "BON DE", WORD_FOREIGN, 0 },
  { "QUOTE", WORD_FOREIGN, 0 },
  { "QUOTATION", WORD_FOREIGN, 0 },
  { "ORDER", WORD_FOREIGN, 0 },
  { "BROUILLON", WORD_FOREIGN, 0 },
  { "DRAFT", WORD_FOREIGN, 0 },
  { "ANNUL", WORD_CANCELLED, 0 },
  { "CANCEL", WORD_CANCELLED, 0 },
  { "VOID", WORD_CANCELLED, 0 },
};

static const char *const paid_words[] = {
  "PAYE", "PAYEE", "REGLE", "REGLEE", "PAID", "SOLDEE", "ENCAISSE", "ENCAISSEE", "ACQUITTEE", "LETTREE",
};

/* FALSE where the document is no invoice. */
static gboolean
read_words (const AcqTableView *view, AcqTableField field, AcqInvoiceRow *self)
{
  g_autofree char *folded = acq_text_fold (acq_table_view_text (view, self->row, field));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!g_str_has_prefix (folded, words[i].start))
        continue;
      if (words[i].sense == WORD_FOREIGN)
        return FALSE;
      if (words[i].sense == WORD_CANCELLED)
        self->cancelled = TRUE;
      else if (field == ACQ_FIELD_KIND)
        self->kind = words[i].kind;
    }
  return TRUE;
}

static gboolean
says_paid (const AcqTableView *view, const AcqInvoiceRow *self)
{
  g_autofree char *folded = acq_text_fold (acq_table_view_text (view, self->row, ACQ_FIELD_STATUS));

  for (gsize i = 0; i < G_N_ELEMENTS (paid_words); i++)
    if (strcmp (folded, paid_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A due day may be written as terms: "à réception", "30 jours". */
static gboolean
read_days (const AcqTableView *view, AcqInvoiceRow *self)
{
  const char *due_text = acq_table_view_text (view, self->row, ACQ_FIELD_DUE);
  AcqCellState issued = acq_table_view_day (view, self->row, ACQ_FIELD_ISSUED, &self->issued);
  AcqCellState due = acq_table_view_day (view, self->row, ACQ_FIELD_DUE, &self->due);
  AcqPaymentTerms terms;

  if (issued == ACQ_CELL_WRONG)
    return FALSE;
  if (self->issued == ACQ_DAY_NONE)
    self->issued = self->due;
  if (self->issued == ACQ_DAY_NONE)
    return FALSE;
  if (due == ACQ_CELL_READ)
    return TRUE;
  terms = acq_payment_terms_parse (
    due == ACQ_CELL_WRONG ? due_text : acq_table_view_text (view, self->row, ACQ_FIELD_TERMS));
  if (acq_payment_terms_are_known (terms)
      && (due == ACQ_CELL_ABSENT || strpbrk (due_text, "jJrRmMdD") != NULL))
    self->due = acq_payment_terms_due_day (terms, self->issued);
  return due == ACQ_CELL_ABSENT || self->due != ACQ_DAY_NONE;
}

/* "Payé" may hold an amount or "oui". */
static gboolean
read_paid (const AcqTableView *view, AcqInvoiceRow *self)
{
  AcqCellState state = acq_table_view_amount (view, self->row, ACQ_FIELD_PAID, self->currency, &self->paid);
  g_autofree char *key = acq_text_fold_key (acq_table_view_text (view, self->row, ACQ_FIELD_PAID));

  if (state == ACQ_CELL_WRONG)
    {
      if (strcmp (key, "oui") == 0 || strcmp (key, "yes") == 0 || strcmp (key, "x") == 0)
        self->paid = self->total;
      else if (strcmp (key, "non") != 0 && strcmp (key, "no") != 0)
        return FALSE;
    }
  else if (state == ACQ_CELL_ABSENT && !self->has_balance && says_paid (view, self))
    self->paid = self->total;
  return TRUE;
}

/* The total as it stands, else from what makes it up. */
static gboolean
read_total (const AcqTableView *view, AcqInvoiceRow *self, AcqReject *ret_reason)
{
  guint row = self->row;
  AcqCellState total = acq_table_view_amount (view, row, ACQ_FIELD_TOTAL, self->currency, &self->total);
  AcqCellState net = acq_table_view_amount (view, row, ACQ_FIELD_NET, self->currency, &self->net);
  AcqCellState tax = acq_table_view_amount (view, row, ACQ_FIELD_TAX, self->currency, &self->tax);
  AcqCellState balance = acq_table_view_amount (view, row, ACQ_FIELD_BALANCE, self->currency, &self->balance);
  AcqCellState part
    = acq_table_view_amount (view, row, ACQ_FIELD_DUE_AMOUNT, self->currency, &self->due_amount);
  gint64 paid;

  *ret_reason = ACQ_REJECT_BAD_AMOUNT;
  if (total == ACQ_CELL_WRONG || net == ACQ_CELL_WRONG || balance == ACQ_CELL_WRONG || part == ACQ_CELL_WRONG)
    return FALSE;
  self->has_total = total == ACQ_CELL_READ;
  self->has_net = net == ACQ_CELL_READ;
  self->has_balance = balance == ACQ_CELL_READ;
  self->has_due_amount = part == ACQ_CELL_READ;
  if (self->has_net && tax != ACQ_CELL_READ && self->has_total)
    self->tax = self->total - self->net;
  if (self->has_total)
    return TRUE;
  if (self->has_net)
    self->total = self->net + self->tax;
  else if (self->has_due_amount)
    self->total = self->due_amount;
  else if (self->has_balance)
    self->total
      = self->balance
        + (acq_table_view_amount (view, row, ACQ_FIELD_PAID, self->currency, &paid) == ACQ_CELL_READ ? paid
                                                                                                     : 0);
  else
    {
      *ret_reason = ACQ_REJECT_NO_AMOUNT;
      return FALSE;
    }
  return ABS (self->total) <= ACQ_MONEY_MAX;
}

static int
read_rate (const AcqTableView *view, guint row)
{
  int column = view->headings->column_of[ACQ_FIELD_VAT_RATE];
  g_autofree char *text = acq_table_view_dup (view, row, ACQ_FIELD_VAT_RATE);
  gint64 rate;

  if (text == NULL)
    return -1;
  /* A spreadsheet keeps 20 % as 0.2. */
  if (acq_table_is_number (view->table, row, (guint) column) && text[0] == '0')
    return acq_decimal_to_minor (text, 4, &rate) ? (int) rate : -1;
  g_strdelimit (text, "%", ' ');
  return acq_amount_parse_written (text, 2, &rate) && rate >= 0 && rate <= 10000 ? (int) rate : -1;
}

static void
set_signs (AcqInvoiceRow *self)
{
  if (self->kind != ACQ_INVOICE_KIND_CREDIT_NOTE && self->total >= 0)
    return;
  self->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
  self->total = -ABS (self->total);
  self->due_amount = -ABS (self->due_amount);
  self->net = -ABS (self->net);
  self->tax = -ABS (self->tax);
  self->paid = -ABS (self->paid);
  self->balance = -ABS (self->balance);
}

static gboolean
names_nobody (const AcqTableView *view, guint row)
{
  return acq_table_view_text (view, row, ACQ_FIELD_CUSTOMER_NAME)[0] == '\0'
         && acq_table_view_text (view, row, ACQ_FIELD_CUSTOMER_CODE)[0] == '\0'
         && acq_table_view_text (view, row, ACQ_FIELD_SIREN)[0] == '\0';
}

gboolean
acq_invoice_row_read (const AcqTableView *view, guint row, AcqInvoiceRow *ret_row, AcqReject *ret_reason)
{
  AcqInvoiceRow self
    = { .row = row, .currency = acq_table_view_currency (view, row), .rate = read_rate (view, row) };

  if (acq_table_view_text (view, row, ACQ_FIELD_NUMBER)[0] == '\0')
    *ret_reason = ACQ_REJECT_NO_NUMBER;
  else if (names_nobody (view, row))
    *ret_reason = ACQ_REJECT_NO_CUSTOMER;
  else if (!acq_currency_is_set (self.currency))
    *ret_reason = ACQ_REJECT_BAD_CURRENCY;
  else if (!read_words (view, ACQ_FIELD_KIND, &self) || !read_words (view, ACQ_FIELD_STATUS, &self))
    *ret_reason = ACQ_REJECT_BAD_RECORD;
  else if (!read_days (view, &self))
    *ret_reason = ACQ_REJECT_BAD_DAY;
  else if (read_total (view, &self, ret_reason))
    {
      *ret_reason = ACQ_REJECT_BAD_AMOUNT;
      if (!read_paid (view, &self))
        return FALSE;
      set_signs (&self);
      *ret_row = self;
      return TRUE;
    }
  return FALSE;
}

gint64
acq_invoice_row_retention (const AcqTableView *view, guint row, AcqCurrency currency, gint64 total)
{
  int column = view->headings->column_of[ACQ_FIELD_RETENTION];
  g_autofree char *text = acq_table_view_dup (view, row, ACQ_FIELD_RETENTION);
  gint64 value;

  if (text == NULL || total <= 0)
    return 0;
  if (acq_table_is_number (view->table, row, (guint) column) && text[0] == '0')
    return acq_decimal_to_minor (text, 4, &value) ? acq_amount_scale (total, value, 10000) : 0;
  if (strchr (text, '%') != NULL)
    {
      g_strdelimit (text, "%", ' ');
      return acq_amount_parse_written (text, 2, &value) && value >= 0 && value <= 10000
               ? acq_amount_scale (total, value, 10000)
               : 0;
    }
  if (acq_table_view_amount (view, row, ACQ_FIELD_RETENTION, currency, &value) != ACQ_CELL_READ)
    return 0;
  return CLAMP (value, 0, total);
}

int
acq_invoice_row_rate (const AcqInvoiceRow *self)
{
  static const int french_rates[] = { 2000, 1000, 550, 210, 850, 0 };

  if (self->rate >= 0)
    return self->rate;
  for (gsize i = 0; i < G_N_ELEMENTS (french_rates); i++)
    if (ABS (acq_amount_scale (self->net, french_rates[i], 10000) - self->tax) <= 2)
      return french_rates[i];
  return self->net == 0 ? 0
                        : (int) CLAMP (acq_amount_scale (ABS (self->tax), 10000, ABS (self->net)), 0, 10000);
}
