/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-table-texts.h"

#define RECEIVABLES "41100000"

/* Accounts of one calendar year while they are written. */
typedef struct
{
  const AcqExample *example;
  GString *text;
  AcqDay first, last;
  guint entry;
  guint *
    group; /* per invoice (its place): the lettering group it belongs to, by the place of one of its invoices */
  gint64 *owed;       /* per invoice: what the year's accounts show as owed on it when the year has ended */
  gint64 *group_owed; /* per group: Σ of the above; 0 is lettered */
} Fec;

typedef struct
{
  const char *journal;
  const char *journal_name;
  AcqDay day;
  const char *piece;
  const char *words;
} Entry;

static guint
group_of (const Fec *fec, guint invoice)
{
  while (fec->group[invoice] != invoice)
    invoice = fec->group[invoice];
  return invoice;
}

static char *
write_compact (AcqDay day)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d%02d%02d", year, month, day_of_month);
}

/* "AAA", "AAB"…: letters in the order of the groups' first invoices. */
static char *
lettering_of (const Fec *fec, guint invoice)
{
  guint group = group_of (fec, invoice);

  if (fec->group_owed[group] != 0)
    return g_strdup ("");
  return g_strdup_printf ("%c%c%c", 'A' + group / 676 % 26, 'A' + group / 26 % 26, 'A' + group % 26);
}

/* One row; a debit is above zero. The auxiliary account is the customer's, where there is one. */
static void
append_row (Fec *fec, const Entry *entry, const char *account, const char *account_name,
            const AcqCustomer *customer, const char *lettering, gint64 amount)
{
  g_autofree char *day = write_compact (entry->day);
  g_autofree char *debit = g_strdelimit (acq_amount_format (MAX (amount, 0)), ".", ',');
  g_autofree char *credit = g_strdelimit (acq_amount_format (MAX (-amount, 0)), ".", ',');
  g_autofree char *closing = write_compact (fec->last);

  if (amount == 0)
    return;
  g_string_append_printf (fec->text, "%s\t%s\t%u\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\t\n",
                          entry->journal, entry->journal_name, fec->entry, day, account, account_name,
                          customer == NULL ? "" : customer->code, customer == NULL ? "" : customer->name,
                          entry->piece, day, entry->words, debit, credit, lettering,
                          *lettering != '\0' ? closing : "", closing);
}

static const AcqCustomer *
customer_of (const Fec *fec, const AcqInvoice *invoice)
{
  return acq_ledger_find_customer (fec->example->ledger, invoice->customer_id);
}

static void
append_receivable (Fec *fec, const Entry *entry, guint invoice, gint64 amount)
{
  g_autofree char *lettering = lettering_of (fec, invoice);
  const AcqInvoice *row = fec->example->ledger->invoices->pdata[invoice];

  append_row (fec, entry, RECEIVABLES, "Clients", customer_of (fec, row), lettering, amount);
}

/* What was owed when the year began, invoice by invoice. */
static void
append_opening (Fec *fec, const gint64 *opening)
{
  gint64 sum = 0;
  Entry entry = { "AN", "À nouveaux", fec->first, "AN", "À nouveau" };

  fec->entry++;
  for (guint i = 0; i < fec->example->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = fec->example->ledger->invoices->pdata[i];
      Entry detail = { entry.journal, entry.journal_name, entry.day, invoice->number, "À nouveau" };

      append_receivable (fec, &detail, i, opening[i]);
      sum += opening[i];
    }
  append_row (fec, &entry, "11000000", "Report à nouveau", NULL, "", -sum);
}

static void
append_sale (Fec *fec, guint place)
{
  const AcqInvoice *invoice = fec->example->ledger->invoices->pdata[place];
  const char *words = acq_invoice_is_credit_note (invoice) ? "Avoir" : "Facture";
  g_autofree char *text = g_strdup_printf ("%s %s", words, customer_of (fec, invoice)->name);
  Entry entry = { "VE", "Ventes", invoice->issued, invoice->number, text };

  fec->entry++;
  append_receivable (fec, &entry, place, invoice->total);
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      const AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      append_row (fec, &entry, "70600000", "Prestations de services", NULL, "", -line->base);
      append_row (fec, &entry, "44571000", "TVA collectée", NULL, "", -line->tax);
    }
}

static const char *
counterpart_of (const AcqReceipt *receipt, const char **ret_name)
{
  switch (receipt->means)
    {
    case ACQ_MEANS_CASH:
      *ret_name = "Caisse";
      return "53000000";
    case ACQ_MEANS_WRITE_OFF:
      *ret_name = "Charges diverses de gestion courante";
      return "65800000";
    case ACQ_MEANS_COMPENSATION:
      *ret_name = "Fournisseurs";
      return "40100000";
    default:
      *ret_name = "Banque";
      return "51200000";
    }
}

static void
append_receipt (Fec *fec, const AcqReceipt *receipt)
{
  gboolean bank = receipt->transaction_id != 0;
  const AcqTransaction *transaction
    = bank ? fec->example->ledger->transactions->pdata[receipt->transaction_id - 1] : NULL;
  g_autofree char *piece = g_strdup_printf ("R%05d", (int) receipt->id);
  Entry entry = { bank ? "BQ" : "OD", bank ? "Banque" : "Opérations diverses", receipt->day, piece,
                  bank                               ? transaction->label
                  : receipt->means == ACQ_MEANS_CASH ? "Espèces"
                                                     : receipt->reason };
  const char *name;
  const char *account = counterpart_of (receipt, &name);

  /* A credit note set against an invoice is lettering, not an entry. */
  if (receipt->amount == 0)
    return;
  fec->entry++;
  append_row (fec, &entry, account, name, NULL, "", receipt->amount);
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);

      append_receivable (fec, &entry, (guint) allocation->invoice_id - 1, -allocation->amount);
    }
}

/* Joins the invoices that one receipt pays, and takes its allocations off what each of them is owed. */
static void
count_receipt (Fec *fec, const AcqReceipt *receipt, gint64 *opening)
{
  guint first = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      guint place = (guint) allocation->invoice_id - 1;

      fec->owed[place] -= allocation->amount;
      if (receipt->day < fec->first)
        opening[place] -= allocation->amount;
      else if (i == 0)
        first = place;
      else
        fec->group[MAX (group_of (fec, place), group_of (fec, first))]
          = MIN (group_of (fec, place), group_of (fec, first));
    }
}

static gboolean
is_counted (const Fec *fec, const AcqReceipt *receipt)
{
  return receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->day <= fec->last;
}

/* Works out openings, groups and what is owed at the end. A cancelled invoice never came into the accounts. */
static void
count_everything (Fec *fec, gint64 *opening)
{
  const AcqLedger *ledger = fec->example->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      fec->group[i] = i;
      fec->owed[i] = invoice->issued <= fec->last && !invoice->cancelled ? invoice->total : 0;
      opening[i] = invoice->issued < fec->first && !invoice->cancelled ? invoice->total : 0;
    }
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (is_counted (fec, ledger->receipts->pdata[i]))
      count_receipt (fec, ledger->receipts->pdata[i], opening);
  for (guint i = 0; i < ledger->invoices->len; i++)
    fec->group_owed[group_of (fec, i)] += fec->owed[i];
}

static void
append_year (Fec *fec)
{
  const AcqLedger *ledger = fec->example->ledger;

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (invoice->issued >= fec->first && invoice->issued <= fec->last && !invoice->cancelled)
        append_sale (fec, i);
    }
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (is_counted (fec, receipt) && receipt->day >= fec->first)
        append_receipt (fec, receipt);
    }
}

char *
acq_example_fec (const AcqExample *self)
{
  guint n = self->ledger->invoices->len;
  int year = acq_day_year (self->today) - 1;
  g_autofree gint64 *opening = g_new0 (gint64, n);
  g_autofree gint64 *owed = g_new0 (gint64, n);
  g_autofree gint64 *group_owed = g_new0 (gint64, n);
  g_autofree guint *group = g_new0 (guint, n);
  GString *text
    = g_string_new ("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
                    "CompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\t"
                    "ValidDate\tMontantdevise\tIdevise\n");
  Fec fec = { self, text, acq_day_new (year, 1, 1), acq_day_new (year, 12, 31), 0, group, owed, group_owed };

  count_everything (&fec, opening);
  append_opening (&fec, opening);
  append_year (&fec);
  return g_string_free (text, FALSE);
}

char *
acq_example_fec_name (const AcqExample *self)
{
  return g_strdup_printf ("%sFEC%d1231.txt", self->ledger->company->siren, acq_day_year (self->today) - 1);
}
