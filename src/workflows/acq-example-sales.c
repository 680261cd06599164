/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-sales.h"

#define RATE_STANDARD   2000
#define RATE_REDUCED    1000
#define RATE_INSULATION 550

#define LAST_EVERYDAY_AGO 8
#define N_FRESH           12
#define RETENTION         500 /* 5 %: the most that the loi n° 71-584 allows */

typedef struct
{
  const char *designation;
  const char *unit;
  int low, high;   /* unit price in euros without VAT */
  int least, most; /* quantity */
  int home_rate;   /* VAT in a home of over two years */
} Article;

static const Article repairs[] = {
  { "Réparation de serrure, pièces comprises", NULL, 95, 180, 1, 2, RATE_REDUCED },
  { "Réglage et graissage de fenêtres", NULL, 28, 42, 3, 12, RATE_REDUCED },
  { "Main-d’œuvre d’atelier", "h", 48, 54, 3, 14, RATE_STANDARD },
  { "Remplacement d’un vitrage isolant", NULL, 165, 320, 1, 3, RATE_INSULATION },
  { "Ferme-porte hydraulique posé", NULL, 185, 260, 1, 4, RATE_REDUCED },
  { "Reprise de parquet", "m²", 52, 74, 4, 12, RATE_REDUCED },
  { "Déplacement et mise en sécurité", NULL, 65, 90, 1, 1, RATE_REDUCED },
};
static const Article joinery[] = {
  { "Porte intérieure chêne, fourniture et pose", NULL, 385, 520, 1, 4, RATE_REDUCED },
  { "Fenêtre bois double vitrage, fourniture et pose", NULL, 690, 980, 1, 3, RATE_INSULATION },
  { "Placard sur mesure", NULL, 640, 1450, 1, 1, RATE_REDUCED },
  { "Volets battants, la paire", NULL, 310, 460, 1, 4, RATE_REDUCED },
  { "Parquet chêne massif posé", "m²", 62, 98, 10, 32, RATE_REDUCED },
  { "Dépose et évacuation", NULL, 120, 240, 1, 1, RATE_REDUCED },
  { "Habillage de tableaux et finitions", NULL, 140, 360, 1, 1, RATE_REDUCED },
};
static const Article fittings[] = {
  { "Comptoir d’accueil en hêtre, fabrication et pose", NULL, 1900, 3400, 1, 1, RATE_REDUCED },
  { "Rayonnages muraux", "m", 135, 210, 6, 16, RATE_REDUCED },
  { "Cloison vitrée", "m²", 240, 310, 4, 9, RATE_REDUCED },
  { "Banquettes sur mesure", "m", 260, 380, 3, 8, RATE_REDUCED },
};

static int
rate_for (const AcqExampleRole *role, const Article *article)
{
  if (role->reverse_charge)
    return 0;
  if (role->kind == ACQ_CUSTOMER_KIND_CONSUMER || role->kind == ACQ_CUSTOMER_KIND_CO_OWNERSHIP)
    return article->home_rate;
  return RATE_STANDARD;
}

static void
add_article (AcqExampleSale *sale, AcqExampleDraft *draft, const Article *articles, int n_articles)
{
  const Article *article = &articles[acq_example_random_range (&draft->random, 0, n_articles - 1)];
  gint64 quantity = acq_example_random_range (&draft->random, article->least, article->most);
  gint64 price = acq_example_random_range (&draft->random, article->low * 2, article->high * 2) * 50;

  acq_example_sale_take_item (
    sale, acq_invoice_item_new (article->designation, quantity * 1000, article->unit, price),
    rate_for (acq_example_role (sale->role), article));
}

static void
add_articles (AcqExampleSale *sale, AcqExampleDraft *draft)
{
  switch (acq_example_role (sale->role)->trade)
    {
    case ACQ_EXAMPLE_TRADE_REPAIR:
      for (int i = acq_example_random_range (&draft->random, 1, 2); i > 0; i--)
        add_article (sale, draft, repairs, G_N_ELEMENTS (repairs));
      break;
    case ACQ_EXAMPLE_TRADE_FITTING:
      add_article (sale, draft, fittings, G_N_ELEMENTS (fittings));
      break;
    case ACQ_EXAMPLE_TRADE_JOINERY:
    case ACQ_EXAMPLE_TRADE_PROJECT:
    case ACQ_EXAMPLE_TRADE_SITE:
    case ACQ_EXAMPLE_TRADE_CONTRACT:
    default:
      for (int i = acq_example_random_range (&draft->random, 1, 2); i > 0; i--)
        add_article (sale, draft, joinery, G_N_ELEMENTS (joinery));
    }
}

static void
add_invoice (AcqExampleDraft *draft, guint role, AcqDay issued)
{
  AcqExampleSale *sale = acq_example_draft_add_sale (draft, role, ACQ_INVOICE_KIND_INVOICE, issued);

  if (acq_example_role (role)->trade == ACQ_EXAMPLE_TRADE_CONTRACT)
    acq_example_sale_take_item (
      sale, acq_invoice_item_new ("Entretien mensuel des fermetures", 1000, NULL, 14900), RATE_STANDARD);
  else
    add_articles (sale, draft);
  acq_example_sale_finish (sale, draft, 0, ACQ_DAY_NONE);
}

/* A home owner orders, pays a deposit of thirty per cent, and the rest when the work is done. */
static void
add_project (AcqExampleDraft *draft, guint role, AcqDay ordered, AcqDay end)
{
  AcqExampleSale *deposit = acq_example_draft_add_sale (draft, role, ACQ_INVOICE_KIND_DEPOSIT, ordered);
  AcqDay finished = ordered + acq_example_random_range (&draft->random, 24, 50);
  AcqExampleSale *final = acq_example_draft_add_sale (draft, role, ACQ_INVOICE_KIND_FINAL, finished);
  int quote = acq_example_random_range (&draft->random, 100, 999);
  AcqVatLine first;
  gint64 part;
  g_autofree char *designation
    = g_strdup_printf ("Acompte de 30 %% sur le devis D%d-%d", acq_day_year (ordered), quote);

  add_articles (final, draft);
  first = g_array_index (final->invoice->vat_lines, AcqVatLine, 0);
  part = acq_amount_scale (first.base, 30, 100);
  acq_example_sale_take_item (deposit, acq_invoice_item_new (designation, 1000, NULL, part), first.rate);
  acq_example_sale_finish (deposit, draft, 0, ACQ_DAY_NONE);
  acq_example_sale_take_item (final, acq_invoice_item_new ("Acompte déduit", 1000, NULL, -part), first.rate);
  final->deposit = deposit;
  acq_example_sale_finish (final, draft, 0, ACQ_DAY_NONE);
  if (final->invoice->issued > end)
    g_ptr_array_remove (draft->sales, final);
}

/* A building site: three progress invoices and the final account, of which five per cent each are kept for a year. */
static void
add_site (AcqExampleDraft *draft, guint role, AcqDay begun, AcqDay end)
{
  AcqDay accepted = begun + 90;
  AcqDay release = acq_day_add_months (accepted, 12);
  int rate = acq_example_role (role)->reverse_charge ? 0 : RATE_STANDARD;
  int site = acq_example_random_range (&draft->random, 10, 99);

  for (int i = 0; i < 4 && begun + i * 30 <= end; i++)
    {
      AcqInvoiceKind kind = i < 3 ? ACQ_INVOICE_KIND_PROGRESS : ACQ_INVOICE_KIND_FINAL;
      AcqExampleSale *sale = acq_example_draft_add_sale (draft, role, kind, begun + i * 30);
      gint64 price = acq_example_random_range (&draft->random, 180, 460) * 1000;
      g_autofree char *designation
        = i < 3 ? g_strdup_printf ("Chantier %d, lot menuiseries : situation n° %d", site, i + 1)
                : g_strdup_printf ("Chantier %d, lot menuiseries : décompte général", site);

      acq_example_sale_take_item (sale, acq_invoice_item_new (designation, 1000, NULL, price), rate);
      sale->invoice->order_reference = g_strdup_printf ("M-%d-%d", acq_day_year (begun), site);
      acq_example_sale_finish (sale, draft, RETENTION, release);
    }
}

static int
invoices_per_deal (AcqExampleTrade trade)
{
  if (trade == ACQ_EXAMPLE_TRADE_PROJECT)
    return 2;
  return trade == ACQ_EXAMPLE_TRADE_SITE ? 4 : 1;
}

static void
add_role_business (AcqExampleDraft *draft, guint index)
{
  const AcqExampleRole *role = acq_example_role (index);
  AcqDay end = draft->today - MAX (role->quiet_for, LAST_EVERYDAY_AGO);
  int deals = role->invoices / invoices_per_deal (role->trade);
  int span = end - draft->start - 6;

  for (int i = 0; i < deals; i++)
    {
      int from = span * i / deals, to = MAX (from, span * (i + 1) / deals - 1);
      AcqDay day = draft->start + 5 + acq_example_random_range (&draft->random, from, to);

      if (role->trade == ACQ_EXAMPLE_TRADE_PROJECT)
        add_project (draft, index, day, end);
      else if (role->trade == ACQ_EXAMPLE_TRADE_SITE)
        add_site (draft, index, day, end);
      else
        add_invoice (draft, index, day);
    }
}

/* A part of an invoice is credited before it is paid, and the payment is that much smaller. */
static void
add_credit_note (AcqExampleDraft *draft, AcqExampleSale *credited)
{
  static const char *const reasons[] = { "Reprise d’une porte non conforme", "Remise accordée sur la pose",
                                         "Vitrage facturé deux fois", "Quincaillerie reprise" };
  AcqExampleSale *sale = acq_example_draft_add_sale (draft, credited->role, ACQ_INVOICE_KIND_CREDIT_NOTE,
                                                     credited->invoice->issued + 7);
  AcqVatLine line = g_array_index (credited->invoice->vat_lines, AcqVatLine, 0);
  gint64 part = acq_amount_scale (line.base, acq_example_random_range (&draft->random, 6, 14), 100);
  int reason = acq_example_random_range (&draft->random, 0, G_N_ELEMENTS (reasons) - 1);

  sale->credits = credited;
  sale->means = credited->means;
  acq_example_sale_take_item (sale, acq_invoice_item_new (reasons[reason], 1000, NULL, -part), line.rate);
  acq_example_sale_finish (sale, draft, 0, ACQ_DAY_NONE);
  sale->set_off = acq_example_random_chance (&draft->random, 40);
  sale->pays_on = credited->pays_on;
  credited->pays += sale->set_off ? sale->invoice->total : 0;
}

static gboolean
may_be_credited (const AcqExampleDraft *draft, const AcqExampleSale *sale)
{
  return sale->invoice->kind == ACQ_INVOICE_KIND_INVOICE && sale->means == ACQ_MEANS_TRANSFER
         && !sale->invoice->factored && sale->pays_on > sale->invoice->issued + 12
         && sale->pays_on < draft->covered - 10;
}

static void
add_credit_notes (AcqExampleDraft *draft)
{
  guint n_sales = draft->sales->len;

  for (guint i = 11; i < n_sales; i += 1)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];

      if (may_be_credited (draft, sale))
        {
          add_credit_note (draft, sale);
          i += 22;
        }
    }
}

void
acq_example_sales_add_everyday (AcqExampleDraft *draft)
{
  for (guint i = 0; i < ACQ_EXAMPLE_N_ROLES; i++)
    add_role_business (draft, i);
  add_credit_notes (draft);
}

void
acq_example_sales_add_fresh (AcqExampleDraft *draft)
{
  static const char *const customers[N_FRESH]
    = { "C002", "C003", "C005", "C010", "C015", "C016", "C032", "C034", "C036", "C040", "C052", "C047" };

  for (guint i = 0; i < N_FRESH; i++)
    {
      AcqDay issued = draft->today - 6 + (AcqDay) i / 2;
      AcqExampleSale *sale;

      sale = acq_example_draft_add_sale (draft, acq_example_role_index (customers[i]),
                                         ACQ_INVOICE_KIND_INVOICE, issued);
      sale->fresh = TRUE;
      add_articles (sale, draft);
      acq_example_sale_finish (sale, draft, 0, ACQ_DAY_NONE);
      sale->pays_on = ACQ_DAY_NONE;
    }
}

static int
compare_sales (gconstpointer a, gconstpointer b)
{
  const AcqExampleSale *first = *(AcqExampleSale *const *) a, *second = *(AcqExampleSale *const *) b;

  if (first->fresh != second->fresh)
    return first->fresh ? 1 : -1;
  if (first->invoice->issued != second->invoice->issued)
    return first->invoice->issued < second->invoice->issued ? -1 : 1;
  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  return (first->invoice->total > second->invoice->total) - (first->invoice->total < second->invoice->total);
}

/* Numbers already used in the year in which the company file begins: the business is older than its file. */
static int
numbers_used_before (AcqDay start, int per_year)
{
  AcqDay new_year = acq_day_new (acq_day_year (start), 1, 1);

  return (start - new_year) * per_year / 365;
}

static void
quote_numbers (AcqExampleSale *sale)
{
  AcqInvoiceItem *last = sale->items->pdata[sale->items->len - 1];

  if (sale->deposit != NULL)
    {
      g_free (last->designation);
      last->designation = g_strdup_printf ("Acompte déduit, facture %s", sale->deposit->invoice->number);
    }
  if (sale->credits != NULL)
    sale->invoice->corrects = g_strdup (sale->credits->invoice->number);
}

void
acq_example_sales_number (AcqExampleDraft *draft)
{
  int year = acq_day_year (draft->start);
  int invoices = numbers_used_before (draft->start, 440),
      credit_notes = numbers_used_before (draft->start, 12);

  g_ptr_array_sort (draft->sales, compare_sales);
  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];
      gboolean credit_note = sale->invoice->kind == ACQ_INVOICE_KIND_CREDIT_NOTE;

      if (acq_day_year (sale->invoice->issued) > year)
        {
          year = acq_day_year (sale->invoice->issued);
          invoices = credit_notes = 0;
        }
      sale->invoice->id = i + 1;
      sale->invoice->number = g_strdup_printf ("%s%d-%04d", credit_note ? "A" : "F", year,
                                               credit_note ? ++credit_notes : ++invoices);
    }
  for (guint i = 0; i < draft->sales->len; i++)
    quote_numbers (draft->sales->pdata[i]);
}
