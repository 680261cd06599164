/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-receipt.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-receipt-box.h"
#include "acq-receipt-words.h"

#define PARAGRAPH_GAP ACQ_MM (2.15)
#define AROUND_BOX    ACQ_MM (2.6)
#define AFTER_BOX     ACQ_MM (5.0)

static void
clear_invoice (gpointer data)
{
  AcqPaidInvoice *invoice = data;

  g_free (invoice->number);
}

AcqPaymentReceipt *
acq_payment_receipt_new (void)
{
  AcqPaymentReceipt *self = g_new0 (AcqPaymentReceipt, 1);

  self->day = self->credited = self->notice_day = self->accepted_until = ACQ_DAY_NONE;
  self->invoices = g_array_new (FALSE, TRUE, sizeof (AcqPaidInvoice));
  g_array_set_clear_func (self->invoices, clear_invoice);
  return self;
}

void
acq_payment_receipt_free (AcqPaymentReceipt *self)
{
  if (self == NULL)
    return;
  g_free (self->reference);
  g_free (self->payer);
  g_array_unref (self->invoices);
  g_free (self);
}

void
acq_payment_receipt_add_invoice (AcqPaymentReceipt *self, const char *number, AcqDay issued, gint64 total,
                                 gint64 before, gint64 amount)
{
  AcqPaidInvoice invoice = { g_strdup (number), issued, total, before, amount, total - before - amount };

  g_array_append_val (self->invoices, invoice);
}

gint64
acq_payment_receipt_amount (const AcqPaymentReceipt *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->invoices->len; i++)
    sum += g_array_index (self->invoices, AcqPaidInvoice, i).amount;
  return sum + self->paid_penalties + self->paid_indemnity;
}

gint64
acq_payment_receipt_rest (const AcqPaymentReceipt *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->invoices->len; i++)
    sum += g_array_index (self->invoices, AcqPaidInvoice, i).rest;
  return sum;
}

gboolean
acq_payment_receipt_has_claim (const AcqPaymentReceipt *self)
{
  if (acq_customer_claims_interest_by_law (self->customer))
    return self->penalties > 0 || self->indemnity > 0;
  return self->notice_day != ACQ_DAY_NONE;
}

static gboolean
refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, ACQ_LETTER_ERROR, code, message);
  return FALSE;
}

static gboolean
check (const AcqPaymentReceipt *self, GError **error)
{
  if (self->choice == ACQ_CREDITOR_CHOICE_NONE && acq_payment_receipt_has_claim (self))
    return refuse (error, ACQ_LETTER_ERROR_BLOCKED, "choice_missing");
  if (self->credited == ACQ_DAY_NONE || self->invoices->len == 0)
    return refuse (error, ACQ_LETTER_ERROR_BLOCKED, "nothing_received");
  for (guint i = 0; i < self->invoices->len; i++)
    {
      const AcqPaidInvoice *invoice = &g_array_index (self->invoices, AcqPaidInvoice, i);

      if (invoice->amount <= 0 || invoice->rest < 0
          || invoice->total - invoice->before - invoice->amount != invoice->rest)
        return refuse (error, ACQ_LETTER_ERROR_FIGURES,
                       "an invoice's rest is not its total less what settled it");
    }
  return TRUE;
}

static AcqLetterhead *
make_head (AcqLetterPress *press, const AcqPaymentReceipt *self)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (self->company);
  g_autofree char *day = acq_french_day (self->day);
  g_autofree char *sender = acq_french_printable (self->company->name);
  g_autofree char *customer = acq_french_printable (self->customer->name);

  acq_letterhead_add_reference (head, "Notre référence", self->reference);
  acq_letterhead_add_reference (
    head, self->customer->kind == ACQ_CUSTOMER_KIND_CONSUMER ? "Votre dossier" : "Votre compte",
    self->customer->code);
  head->address = acq_address_block_new (
    press, self->recipient,
    self->recipient->kind == ACQ_CUSTOMER_KIND_COMPANY ? "À l'attention du représentant légal" : NULL);
  head->place_and_date = acq_letter_place_and_date (self->company, self->day);
  head->subject = acq_receipt_subject (self);
  head->running_left = g_strdup_printf ("%s – Reçu du %s", sender, day);
  head->running_right = g_strdup_printf ("%s · %s", customer, self->reference);
  return head;
}

/* Takes the sentence. */
static void
add_prose (AcqLetterLayout *layout, double gap, char *sentence)
{
  g_autofree char *owned = sentence;

  acq_letter_layout_add_text (layout, ACQ_STYLE_PROSE, ACQ_SET_JUSTIFIED, gap, owned);
}

static AcqLetterLayout *
lay_out (AcqLetterPress *press, const AcqPaymentReceipt *self, const AcqLetterhead *head, GError **error)
{
  g_autoptr (AcqLetterLayout) layout
    = acq_letter_layout_new (press, acq_letterhead_text_top (head, press) - ACQ_MM (0.8));
  const char *salutation = acq_customer_salutation (self->customer);

  add_prose (layout, 0, g_strdup (salutation));
  add_prose (layout, PARAGRAPH_GAP, acq_receipt_opening (self));
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_receipt_box (layout, self, AROUND_BOX);
  add_prose (layout, AFTER_BOX, acq_receipt_effect (self));
  acq_letter_layout_keep_with_next (layout);
  add_prose (layout, PARAGRAPH_GAP,
             acq_letter_text_fill ("Nous vous prions d'agréer, {salutation} nos salutations distinguées.",
                                   "salutation", salutation, NULL));
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

GBytes *
acq_payment_receipt_write (AcqLetterPress *press, const AcqPaymentReceipt *receipt,
                           AcqLetterReport *ret_report, GError **error)
{
  g_autofree char *customer = acq_french_printable (receipt->customer->name);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *author = acq_company_legal_name (receipt->company);
  g_autoptr (AcqLetterhead) head = NULL;
  g_autoptr (AcqLetterLayout) layout = NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;

  if (!check (receipt, error))
    return NULL;
  head = make_head (press, receipt);
  layout = lay_out (press, receipt, head, error);
  if (layout == NULL)
    return NULL;
  day = acq_french_day (receipt->day);
  title = g_strdup_printf ("Reçu – %s – %s", customer, day);
  writer = acq_pdf_writer_new (title, author, receipt->day);
  acq_pdf_writer_add_bookmark (writer, "Reçu");
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_report != NULL)
    *ret_report = (AcqLetterReport){ acq_letter_layout_n_pages (layout), acq_letter_layout_n_pages (layout),
                                     acq_payment_receipt_amount (receipt) };
  return acq_pdf_writer_finish (writer, error);
}
