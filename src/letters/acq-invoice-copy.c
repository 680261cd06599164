/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-copy.h"

#include <string.h>

#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-invoice-item.h"
#include "acq-pdf-writer.h"

/* The page is laid out as it looks once it is enclosed in a notice, 178 mm wide, and drawn that much larger. */
#define ENCLOSED_WIDTH ACQ_MM (178)
#define PAGE_WIDTH     ACQ_MM (210)
#define LEFT           ACQ_MM (12)
#define RIGHT          ACQ_MM (166)
#define TOP            ACQ_MM (14)
#define CUSTOMER_X     ACQ_MM (100)
#define CUSTOMER_Y     ACQ_MM (42)
#define TABLE_Y        ACQ_MM (72)
#define QUANTITY_X     ACQ_MM (97.5)
#define PRICE_X        ACQ_MM (134)
#define TOTALS_X       ACQ_MM (91)
#define BOTTOM         ACQ_MM (240)
#define CELL_PADDING   ACQ_MM (0.9)

typedef struct
{
  AcqLetterPress *press;
  cairo_t *cr;
  const AcqCompany *company;
  const AcqCustomer *customer;
  const AcqInvoice *invoice;
  double y; /* where the next line begins */
} Copy;

static void
draw_text (Copy *copy, AcqStyle style, AcqTextAlign align, double x, double y, const char *text)
{
  g_autofree char *printable = acq_french_printable (text);
  g_autofree char *spaced = acq_french_spaces (printable);

  acq_letter_press_draw_line (copy->press, copy->cr, style, align, x, y, spaced);
}

/* One line at the left or the right edge, and the next one below it. */
static void
put_line (Copy *copy, AcqStyle style, AcqTextAlign align, double x, const char *text)
{
  draw_text (copy, style, align, x, copy->y, text);
  copy->y += acq_style_spec (style)->leading;
}

static void
put_pair (Copy *copy, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  line = g_strdup_printf ("%s : %s", label, text);
  put_line (copy, ACQ_STYLE_SENDER, ACQ_ALIGN_RIGHT, RIGHT, line);
}

static void
put_address (Copy *copy, double x, const char *address, const char *postcode, const char *city)
{
  g_auto (GStrv) lines = g_strsplit (address == NULL ? "" : address, "\n", -1);
  g_autofree char *last
    = g_strdup_printf ("%s %s", postcode == NULL ? "" : postcode, city == NULL ? "" : city);

  for (guint i = 0; lines[i] != NULL; i++)
    put_line (copy, ACQ_STYLE_SENDER, ACQ_ALIGN_LEFT, x, lines[i]);
  put_line (copy, ACQ_STYLE_SENDER, ACQ_ALIGN_LEFT, x, last);
}

/* "987 654 324" */
static char *
group_siren (const char *siren)
{
  return g_strdup_printf ("%.3s" ACQ_WIDE_SPACE "%.3s" ACQ_WIDE_SPACE "%s", siren, siren + 3, siren + 6);
}

static void
put_siren (Copy *copy, double x, const char *siren, const char *vat_number)
{
  g_autofree char *grouped = NULL;
  g_autofree char *line = NULL;

  if (siren == NULL || strlen (siren) != 9)
    return;
  grouped = group_siren (siren);
  line = vat_number == NULL ? g_strdup_printf ("SIREN %s", grouped)
                            : g_strdup_printf ("SIREN %s · TVA %s", grouped, vat_number);
  put_line (copy, ACQ_STYLE_SENDER, ACQ_ALIGN_LEFT, x, line);
}

static void
draw_sender (Copy *copy)
{
  const AcqCompany *company = copy->company;

  copy->y = TOP;
  put_line (copy, ACQ_STYLE_SENDER_NAME, ACQ_ALIGN_LEFT, LEFT, company->name);
  put_address (copy, LEFT, company->address, company->postcode, company->city);
  put_siren (copy, LEFT, company->siren, company->vat_number);
}

static const char *
title_of (AcqInvoiceKind kind)
{
  switch (kind)
    {
    case ACQ_INVOICE_KIND_CREDIT_NOTE:
      return "Avoir n°";
    case ACQ_INVOICE_KIND_DEPOSIT:
      return "Facture d’acompte n°";
    case ACQ_INVOICE_KIND_PROGRESS:
      return "Situation de travaux n°";
    case ACQ_INVOICE_KIND_FINAL:
      return "Facture de solde n°";
    case ACQ_INVOICE_KIND_INVOICE:
    default:
      return "Facture n°";
    }
}

static void
draw_reference (Copy *copy)
{
  const AcqInvoice *invoice = copy->invoice;
  g_autofree char *title
    = g_strdup_printf ("%s" ACQ_WIDE_SPACE "%s", title_of (invoice->kind), invoice->number);
  g_autofree char *issued = acq_french_short_day (invoice->issued);
  g_autofree char *due = acq_french_short_day (acq_invoice_due_item (invoice, 0)->due);
  g_autofree char *performed
    = invoice->performed == ACQ_DAY_NONE ? NULL : acq_french_short_day (invoice->performed);

  copy->y = TOP;
  put_line (copy, ACQ_STYLE_HEADING_1, ACQ_ALIGN_RIGHT, RIGHT, title);
  put_pair (copy, "Date d’émission", issued);
  put_pair (copy, "Fin des travaux", performed);
  if (!acq_invoice_is_credit_note (invoice))
    put_pair (copy, "Date d’échéance", due);
  put_pair (copy, "Client", copy->customer->code);
  put_pair (copy, "Facture d’origine", invoice->corrects);
  put_pair (copy, "Commande", invoice->order_reference);
  put_pair (copy, "Engagement", invoice->engagement);
}

static void
draw_customer (Copy *copy)
{
  const AcqCustomer *customer = copy->customer;

  copy->y = MAX (CUSTOMER_Y, copy->y + ACQ_MM (3));
  put_line (copy, ACQ_STYLE_SENDER, ACQ_ALIGN_LEFT, CUSTOMER_X, customer->name);
  put_address (copy, CUSTOMER_X, customer->address, customer->postcode, customer->city);
  put_siren (copy, CUSTOMER_X, customer->siren, NULL);
  copy->y = MAX (TABLE_Y, copy->y + ACQ_MM (6));
}

static void
draw_head (Copy *copy)
{
  draw_text (copy, ACQ_STYLE_TABLE_HEAD, ACQ_ALIGN_LEFT, LEFT, copy->y, "Désignation");
  draw_text (copy, ACQ_STYLE_TABLE_HEAD, ACQ_ALIGN_RIGHT, QUANTITY_X, copy->y, "Quantité");
  draw_text (copy, ACQ_STYLE_TABLE_HEAD, ACQ_ALIGN_RIGHT, PRICE_X, copy->y, "Prix unitaire HT (€)");
  draw_text (copy, ACQ_STYLE_TABLE_HEAD, ACQ_ALIGN_RIGHT, RIGHT, copy->y, "Montant HT (€)");
  copy->y += acq_style_spec (ACQ_STYLE_TABLE_HEAD)->leading + CELL_PADDING;
  acq_cairo_rule (copy->cr, LEFT, RIGHT, copy->y, 0.8, ACQ_COLOUR_BLACK);
  copy->y += CELL_PADDING;
}

/* "2,5 m²" from thousandths. */
static char *
write_quantity (const AcqInvoiceItem *item)
{
  gint64 whole = item->quantity / 1000;
  int rest = (int) ABS (item->quantity % 1000);
  g_autofree char *number = acq_french_number (whole);
  g_autofree char *fraction = rest == 0 ? g_strdup ("") : g_strdup_printf (",%03d", rest);

  while (rest != 0 && g_str_has_suffix (fraction, "0"))
    fraction[strlen (fraction) - 1] = '\0';
  return g_strdup_printf ("%s%s%s%s", number, fraction, item->unit == NULL ? "" : ACQ_WIDE_SPACE,
                          item->unit == NULL ? "" : item->unit);
}

/* Shows a text of several lines and returns how high it is. */
static double
draw_paragraph (Copy *copy, AcqStyle style, double x, double width, const char *text)
{
  g_autofree char *printable = acq_french_printable (text);
  g_autofree char *spaced = acq_french_spaces (printable);
  g_autoptr (PangoLayout) layout = acq_letter_press_set (copy->press, style, ACQ_SET_RAGGED, width, spaced);

  return acq_letter_press_draw_text (copy->press, copy->cr, style, x, copy->y, layout);
}

static void
draw_item (Copy *copy, const AcqInvoiceItem *item)
{
  g_autofree char *quantity = write_quantity (item);
  g_autofree char *price = acq_french_figure (item->unit_price);
  g_autofree char *amount = acq_french_figure (item->amount);
  double height;

  draw_text (copy, ACQ_STYLE_TABLE, ACQ_ALIGN_RIGHT, QUANTITY_X, copy->y, quantity);
  draw_text (copy, ACQ_STYLE_TABLE, ACQ_ALIGN_RIGHT, PRICE_X, copy->y, price);
  draw_text (copy, ACQ_STYLE_TABLE, ACQ_ALIGN_RIGHT, RIGHT, copy->y, amount);
  height = draw_paragraph (copy, ACQ_STYLE_TABLE, LEFT, QUANTITY_X - LEFT - ACQ_MM (18), item->designation);
  copy->y += height + CELL_PADDING;
  acq_cairo_rule (copy->cr, LEFT, RIGHT, copy->y, 0.25, ACQ_COLOUR_HAIR);
  copy->y += CELL_PADDING;
}

static void
put_total (Copy *copy, AcqStyle style, const char *label, gint64 amount, double rule)
{
  g_autofree char *figure = acq_french_amount (amount);

  draw_text (copy, style, ACQ_ALIGN_LEFT, TOTALS_X, copy->y, label);
  draw_text (copy, style, ACQ_ALIGN_RIGHT, RIGHT, copy->y, figure);
  copy->y += acq_style_spec (style)->leading + CELL_PADDING;
  if (rule > 0)
    acq_cairo_rule (copy->cr, TOTALS_X, RIGHT, copy->y, rule,
                    rule > 0.5 ? ACQ_COLOUR_BLACK : ACQ_COLOUR_HAIR);
  copy->y += CELL_PADDING;
}

static void
draw_vat (Copy *copy)
{
  const GArray *lines = copy->invoice->vat_lines;
  gint64 base = 0;

  for (guint i = 0; i < lines->len; i++)
    base += g_array_index (lines, AcqVatLine, i).base;
  put_total (copy, ACQ_STYLE_TABLE, "Total HT", base, 0.25);
  for (guint i = 0; i < lines->len; i++)
    {
      const AcqVatLine *line = &g_array_index (lines, AcqVatLine, i);
      g_autofree char *rate = line->rate % 100 == 0
                                ? g_strdup_printf ("%d %%", line->rate / 100)
                                : g_strdup_printf ("%d,%d %%", line->rate / 100, line->rate % 100 / 10);
      g_autofree char *part = acq_french_amount (line->base);
      g_autofree char *label = line->reverse_charge
                                 ? g_strdup ("TVA due par le preneur (autoliquidation)")
                                 : g_strdup_printf (lines->len > 1 ? "TVA %s sur %s" : "TVA %s", rate, part);

      put_total (copy, ACQ_STYLE_TABLE, label, line->tax, i + 1 == lines->len ? 0.8 : 0.25);
    }
}

static void
draw_totals (Copy *copy)
{
  const AcqInvoice *invoice = copy->invoice;
  gint64 to_pay = invoice->total - invoice->prepaid;

  copy->y += ACQ_MM (6);
  draw_vat (copy);
  put_total (copy, ACQ_STYLE_CLAIM_TOTAL, "Total TTC", invoice->total, 0);
  if (invoice->prepaid != 0)
    put_total (copy, ACQ_STYLE_TABLE, "Déjà réglé", -invoice->prepaid, 0.25);
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);
      g_autofree char *day = acq_french_short_day (item->due);
      g_autofree char *label = g_strdup_printf ("Retenue de garantie, jusqu’au %s", day);

      if (item->kind != ACQ_DUE_KIND_RETENTION)
        continue;
      to_pay -= item->amount;
      put_total (copy, ACQ_STYLE_TABLE, label, -item->amount, 0.8);
    }
  if (to_pay != invoice->total)
    put_total (copy, ACQ_STYLE_CLAIM_TOTAL, "Net à payer", to_pay, 0);
}

/* What article L441-9 of the Code de commerce wants on invoices between professionals. */
static const char *
lateness_terms (AcqCustomerKind kind)
{
  switch (kind)
    {
    case ACQ_CUSTOMER_KIND_COMPANY:
    case ACQ_CUSTOMER_KIND_SOLE_TRADER:
      return " Pas d’escompte pour paiement anticipé. En cas de retard : pénalités au taux BCE majoré de 10 "
             "points et "
             "indemnité forfaitaire pour frais de recouvrement de 40 €.";
    case ACQ_CUSTOMER_KIND_PUBLIC_BODY:
      return " En cas de retard : intérêts moratoires au taux BCE majoré de 8 points et indemnité "
             "forfaitaire pour frais de "
             "recouvrement de 40 €.";
    case ACQ_CUSTOMER_KIND_UNKNOWN:
    case ACQ_CUSTOMER_KIND_CONSUMER:
    case ACQ_CUSTOMER_KIND_ASSOCIATION:
    case ACQ_CUSTOMER_KIND_CO_OWNERSHIP:
    default:
      return "";
    }
}

/* A ceded claim never shows the seller's own account. */
static char *
write_terms (const Copy *copy)
{
  const AcqInvoice *invoice = copy->invoice;
  g_autofree char *due = acq_french_day (acq_invoice_due_item (invoice, 0)->due);
  g_autofree char *iban
    = copy->company->iban == NULL ? NULL : acq_iban_format (copy->company->iban, ACQ_WIDE_SPACE);

  if (acq_invoice_is_credit_note (invoice))
    return g_strdup_printf ("À valoir sur vos prochains règlements%s.",
                            invoice->corrects == NULL ? "" : " ou sur la facture citée");
  if (invoice->factored)
    return g_strdup_printf (
      "Créance cédée : règlement au plus tard le %s, à la société d’affacturage seule.%s", due,
      lateness_terms (copy->customer->kind));
  return g_strdup_printf ("Règlement au plus tard le %s%s%s.%s", due,
                          iban == NULL ? "" : ", par virement : ", iban == NULL ? "" : iban,
                          lateness_terms (copy->customer->kind));
}

static void
draw_page (Copy *copy, const GPtrArray *items)
{
  g_autofree char *terms = write_terms (copy);

  draw_sender (copy);
  draw_reference (copy);
  draw_customer (copy);
  draw_head (copy);
  for (guint i = 0; i < items->len; i++)
    draw_item (copy, items->pdata[i]);
  draw_totals (copy);
  copy->y += ACQ_MM (10);
  copy->y += draw_paragraph (copy, ACQ_STYLE_NOTE, LEFT, RIGHT - LEFT - ACQ_MM (10), terms);
}

GBytes *
acq_invoice_copy_new_pdf (AcqLetterPress *press, const AcqCompany *company, const AcqCustomer *customer,
                          const AcqInvoice *invoice, const GPtrArray *items, GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s %s", title_of (invoice->kind), invoice->number);
  g_autoptr (AcqPdfWriter) writer = acq_pdf_writer_new (title, company->name, invoice->issued);
  Copy copy = { press, acq_pdf_writer_cairo (writer), company, customer, invoice, 0 };

  g_return_val_if_fail (invoice->due_items->len > 0, NULL);

  cairo_save (copy.cr);
  cairo_scale (copy.cr, PAGE_WIDTH / ENCLOSED_WIDTH, PAGE_WIDTH / ENCLOSED_WIDTH);
  draw_page (&copy, items);
  cairo_restore (copy.cr);
  acq_pdf_writer_end_page (writer);
  if (copy.y > BOTTOM)
    {
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_SPACE, "the items of %s do not fit on one page",
                   invoice->number);
      return NULL;
    }
  return acq_pdf_writer_finish (writer, error);
}
