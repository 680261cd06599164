/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-retention-release.h"

#include "acq-french-text.h"
#include "acq-letter-closing.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"
#include "acq-letter-text.h"
#include "acq-payment-box.h"

#define PARAGRAPH_GAP ACQ_MM (1.9)
#define BEFORE_TABLE  ACQ_MM (1.4)
#define AFTER_TABLE   ACQ_MM (2.9)
#define BEFORE_BOX    ACQ_MM (2.2)
#define AFTER_BOX     ACQ_MM (2.9)
/* Millimetres. */
#define ROW_PADDING  0.62
#define SIGNING_ROOM 14.0
#define N_COLUMNS    6

typedef struct
{
  const AcqRetentionRelease *letter;
  int rate; /* hundredths of a per cent that was kept of each invoice; 0: not the same of all */
  gboolean names_works;
} Draft;

static const AcqReleaseItem *
item_at (const AcqRetentionRelease *letter, guint index)
{
  return letter->items->pdata[index];
}

static gboolean
check_figures (const AcqRetentionRelease *letter, GError **error)
{
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqReleaseItem *item = item_at (letter, i);

      if (item->total - item->settled == item->retained)
        continue;
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES, "%s: something else is open", item->number);
      return FALSE;
    }
  return TRUE;
}

/* Whether that rate of the total is what was kept, to the cent. */
static gboolean
is_rate_of (const AcqReleaseItem *item, int rate)
{
  return (item->total * rate + 5000) / 10000 == item->retained;
}

static int
find_common_rate (const AcqRetentionRelease *letter)
{
  int rate;

  if (letter->items->len == 0 || item_at (letter, 0)->total <= 0)
    return 0;
  rate = (int) ((item_at (letter, 0)->retained * 10000 + item_at (letter, 0)->total / 2) / item_at (letter, 0)->total);
  for (guint i = 0; i < letter->items->len; i++)
    if (!is_rate_of (item_at (letter, i), rate))
      return 0;
  return rate;
}

/* "5 %", "4,50 %". */
static char *
say_rate (int rate)
{
  return rate % 100 == 0 ? g_strdup_printf ("%d" ACQ_NARROW_SPACE "%%", rate / 100) : acq_french_rate (rate);
}

static gboolean
names_works (const AcqRetentionRelease *letter)
{
  for (guint i = 0; i < letter->items->len; i++)
    if (item_at (letter, i)->works != NULL)
      return TRUE;
  return FALSE;
}

static AcqLetterhead *
make_head (AcqLetterPress *press, const AcqRetentionRelease *letter)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (letter->company);
  g_autofree char *day = acq_french_day (letter->day);
  g_autofree char *customer = acq_french_printable (letter->customer->name);
  g_autofree char *amount = acq_french_amount (acq_retention_release_total (letter));

  acq_letterhead_add_reference (head, "Notre référence", letter->reference);
  acq_letterhead_add_reference (head, "Votre marché", letter->terms.contract);
  acq_letterhead_add_reference (head, "Votre compte", letter->customer->code);
  head->address = acq_address_block_new (
    press, letter->recipient,
    letter->recipient->kind == ACQ_CUSTOMER_KIND_COMPANY ? "À l'attention de la direction" : NULL);
  head->place_and_date = acq_letter_place_and_date (letter->company, letter->day);
  head->subject = acq_letter_text_fill ("Libération de la retenue de garantie, {amount}", "amount", amount, NULL);
  head->running_left = g_strdup_printf ("%s – Retenue de garantie du %s", head->sender_name, day);
  head->running_right = g_strdup_printf ("%s · %s", customer, letter->reference);
  return head;
}

static void
add_prose (AcqLetterLayout *layout, double gap, char *text)
{
  acq_letter_layout_add_text (layout, ACQ_STYLE_PROSE_COMPACT, ACQ_SET_JUSTIFIED, gap, text);
  g_free (text);
}

/* "sans réserve", "avec une réserve levée le …", "avec deux réserves". */
static char *
say_reserves (const AcqRetentionTerms *terms)
{
  g_autofree char *count = acq_french_count (terms->n_reserves);
  g_autofree char *day = terms->lifted == ACQ_DAY_NONE ? NULL : acq_french_day (terms->lifted);
  const char *noun = acq_french_plural (terms->n_reserves, "réserve", "réserves");

  if (terms->n_reserves == 0)
    return g_strdup ("sans réserve");
  if (day == NULL)
    return g_strdup_printf ("avec %s" ACQ_WIDE_SPACE "%s", count, noun);
  return g_strdup_printf ("avec %s" ACQ_WIDE_SPACE "%s %s le" ACQ_WIDE_SPACE "%s", count, noun,
                          acq_french_plural (terms->n_reserves, "levée", "levées"), day);
}

static char *
say_works (const AcqRetentionTerms *terms)
{
  g_autofree char *works = acq_french_printable (terms->works);
  g_autofree char *number = acq_french_printable (terms->contract);
  g_autofree char *day = terms->contract_day == ACQ_DAY_NONE ? NULL : acq_french_day (terms->contract_day);
  GString *text = g_string_new ("Les travaux");

  if (works[0] != '\0')
    g_string_append_printf (text, " (%s)", works);
  g_string_append (text, " que vous nous avez confiés");
  if (number[0] != '\0' && day == NULL)
    g_string_append_printf (text, " par marché n°" ACQ_WIDE_SPACE "%s", number);
  else if (day != NULL)
    g_string_append_printf (text, " par marché du" ACQ_WIDE_SPACE "%s", day);
  return g_string_free (text, FALSE);
}

static char *
write_opening (const Draft *draft)
{
  const AcqRetentionTerms *terms = &draft->letter->terms;
  g_autofree char *works = say_works (terms);
  g_autofree char *accepted = acq_french_day (terms->accepted);
  g_autofree char *reserves = say_reserves (terms);
  g_autofree char *rate = draft->rate == 0 ? NULL : say_rate (draft->rate);
  const char *invoices = draft->letter->items->len == 1 ? "notre facture" : "nos factures";

  return acq_letter_text_fill (
    rate == NULL ? "{works} ont été reçus le *{accepted}*, {reserves}. Une retenue de garantie a été opérée sur {invoices}, "
                   "comme le marché le prévoyait :"
                 : "{works} ont été reçus le *{accepted}*, {reserves}. Une retenue de garantie de {rate} a été opérée sur "
                   "{invoices}, comme le marché le prévoyait :",
    "works", works, "accepted", accepted, "reserves", reserves, "rate", rate, "invoices", invoices, NULL);
}

static AcqLetterTable *
make_table (const Draft *draft, AcqLetterPress *press)
{
  g_autofree char *rate = draft->rate == 0 ? NULL : say_rate (draft->rate);
  g_autofree char *kept = rate == NULL ? g_strdup ("Retenue (€)") : g_strdup_printf ("Retenue de %s (€)", rate);
  const AcqTableColumn columns[N_COLUMNS] = {
    { "Travaux", 0, 32, ACQ_ALIGN_LEFT },
    { "Facture", 33.2, 57.5, ACQ_ALIGN_LEFT },
    { "Émise le", 58.4, 84, ACQ_ALIGN_LEFT },
    { "Montant TTC (€)", 85, 111.7, ACQ_ALIGN_RIGHT },
    { "Réglé (€)", 112, 134.1, ACQ_ALIGN_RIGHT },
    { kept, 134.5, 165, ACQ_ALIGN_RIGHT },
  };

  AcqTableColumn narrow[N_COLUMNS - 1];

  if (draft->names_works)
    return acq_letter_table_new (press, columns, N_COLUMNS, ROW_PADDING);
  for (guint i = 0; i < G_N_ELEMENTS (narrow); i++)
    narrow[i] = columns[i + 1];
  narrow[0].left = 0;
  return acq_letter_table_new (press, narrow, N_COLUMNS - 1, ROW_PADDING);
}

static void
add_row (const Draft *draft, AcqLetterTable *table, AcqRowKind kind, const char *const *texts, gint64 total,
         gint64 settled, gint64 retained)
{
  g_autofree char *first = acq_french_figure (total);
  g_autofree char *second = acq_french_figure (settled);
  g_autofree char *third = acq_french_figure (retained);
  const char *cells[N_COLUMNS] = { texts[0], texts[1], texts[2], first, second, third };

  acq_letter_table_add_row (table, kind, draft->names_works ? cells : cells + 1);
}

static void
add_item (const Draft *draft, AcqLetterTable *table, const AcqReleaseItem *item)
{
  g_autofree char *works = item->works == NULL ? NULL : acq_french_printable (item->works);
  g_autofree char *number = acq_french_printable (item->number);
  g_autofree char *issued = acq_french_short_day (item->issued);

  add_row (draft, table, ACQ_ROW_BODY, (const char *const[]){ works, number, issued }, item->total, item->settled,
           item->retained);
}

static void
add_table (const Draft *draft, AcqLetterLayout *layout)
{
  const AcqRetentionRelease *letter = draft->letter;
  AcqLetterTable *table = make_table (draft, acq_letter_layout_press (layout));
  gint64 total = 0, settled = 0;

  for (guint i = 0; i < letter->items->len; i++)
    {
      add_item (draft, table, item_at (letter, i));
      total += item_at (letter, i)->total;
      settled += item_at (letter, i)->settled;
    }
  if (letter->items->len > 1)
    add_row (draft, table, ACQ_ROW_TOTAL,
             draft->names_works ? (const char *const[]){ "Total", NULL, NULL }
                                : (const char *const[]){ NULL, "Total", NULL },
             total, settled, acq_retention_release_total (letter));
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, BEFORE_TABLE);
}

static void
add_request (const AcqRetentionRelease *letter, AcqLetterLayout *layout)
{
  g_autofree char *end = acq_french_day (acq_retention_release_end (letter));
  g_autofree char *amount = acq_french_amount (acq_retention_release_total (letter));
  g_autofree char *deadline = acq_french_weekday_day (letter->deadline);

  add_prose (layout, AFTER_TABLE,
             acq_letter_text_fill (
               "La retenue prend fin une année après la réception, faite avec ou sans réserve, sauf opposition motivée du "
               "maître de l'ouvrage, notifiée par lettre recommandée (article~2 de la loi |n°~71-584| du 16~juillet 1971). "
               "Ce délai a pris fin le {end} et, à notre connaissance, aucune opposition n'a été notifiée.",
               "end", end, NULL));
  add_prose (layout, PARAGRAPH_GAP,
             acq_letter_text_fill ("Nous vous remercions de bien vouloir nous verser, ou nous faire verser par le "
                                   "consignataire, la somme de *{amount}* au plus tard le *{deadline}*.",
                                   "amount", amount, "deadline", deadline, NULL));
  acq_letter_layout_keep_with_next (layout);
}

static void
add_box (const AcqRetentionRelease *letter, AcqLetterLayout *layout)
{
  g_autofree char *beneficiary = acq_company_legal_name (letter->company);
  g_autofree char *deadline = acq_french_weekday_day (letter->deadline);
  g_autofree char *condition
    = acq_letter_text_fill ("au plus tard le *{deadline}*", "deadline", deadline, NULL);
  g_autofree char *subject = acq_french_printable (letter->terms.contract);
  g_autofree char *reference
    = subject[0] == '\0' ? g_strdup (letter->reference) : g_strconcat ("RG ", subject, NULL);
  const AcqPaymentBox box = {
    .amount_label = "Retenue à libérer",
    .amount = acq_retention_release_total (letter),
    .condition_label = "À recevoir",
    .condition = condition,
    .beneficiary = beneficiary,
    .iban = letter->company->iban,
    .bic = letter->company->bic,
    .bank_name = letter->company->bank_name,
    .reference = reference,
  };

  acq_letter_layout_add_payment_box (layout, &box, BEFORE_BOX);
}

/* NULL where nobody can be asked. */
static char *
write_question (const AcqCompany *company)
{
  g_autofree char *phone = acq_french_printable (company->phone);
  g_autofree char *email = acq_french_printable (company->email);

  if (phone[0] == '\0' && email[0] == '\0')
    return NULL;
  if (email[0] == '\0')
    return acq_letter_text_fill ("Une question ? Appelez-nous au {phone}.", "phone", phone, NULL);
  if (phone[0] == '\0')
    return acq_letter_text_fill ("Une question ? |Écrivez-nous| à |{email}|.", "email", email, NULL);
  return acq_letter_text_fill ("Une question ? Appelez-nous au {phone} ou |écrivez-nous| à |{email}|.", "phone", phone,
                               "email", email, NULL);
}

static char *
list_enclosures (const AcqRetentionTerms *terms)
{
  g_autofree char *accepted = acq_french_day (terms->accepted);
  g_autofree char *lifted = terms->lifted == ACQ_DAY_NONE ? NULL : acq_french_day (terms->lifted);

  if (terms->enclosures != NULL)
    return acq_french_printable (terms->enclosures);
  if (lifted == NULL || terms->n_reserves == 0)
    return g_strdup_printf ("Procès-verbal de réception du %s.", accepted);
  return g_strdup_printf ("Procès-verbal de réception du %s" ACQ_NARROW_SPACE "; procès-verbal de levée des réserves du %s.",
                          accepted, lifted);
}

static void
add_closing (const AcqRetentionRelease *letter, AcqLetterLayout *layout)
{
  char *question = write_question (letter->company);
  g_autofree char *enclosures = list_enclosures (&letter->terms);

  if (question != NULL)
    {
      add_prose (layout, AFTER_BOX, question);
      acq_letter_layout_keep_with_next (layout);
    }
  add_prose (layout, question == NULL ? AFTER_BOX : PARAGRAPH_GAP,
             acq_letter_text_fill ("Avec nos remerciements, nous vous prions d'agréer, {salutation} nos salutations "
                                   "distinguées.",
                                   "salutation", acq_customer_salutation (letter->customer), NULL));
  acq_letter_layout_keep_with_next (layout);
  acq_letter_layout_add_signature (layout, letter->company, ACQ_STYLE_PROSE_COMPACT, SIGNING_ROOM);
  if (enclosures[0] != '\0')
    acq_letter_layout_add_enclosure_list (layout, enclosures);
}

static AcqLetterLayout *
lay_out (AcqLetterPress *press, const AcqRetentionRelease *letter, const AcqLetterhead *head, GError **error)
{
  const Draft draft = { letter, find_common_rate (letter), names_works (letter) };
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, acq_letterhead_text_top (head, press));

  add_prose (layout, 0, g_strdup (acq_customer_salutation (letter->customer)));
  add_prose (layout, PARAGRAPH_GAP, write_opening (&draft));
  add_table (&draft, layout);
  add_request (letter, layout);
  add_box (letter, layout);
  add_closing (letter, layout);
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

GBytes *
acq_retention_release_write (AcqLetterPress *press, const AcqRetentionRelease *letter, AcqLetterReport *ret_report,
                             GError **error)
{
  g_autoptr (AcqLetterhead) head = NULL;
  g_autoptr (AcqLetterLayout) layout = NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;
  g_autofree char *customer = acq_french_printable (letter->customer->name);
  g_autofree char *day = acq_french_day (letter->day);
  g_autofree char *title = g_strdup_printf ("Libération de la retenue de garantie – %s – %s", customer, day);
  g_autofree char *author = acq_company_legal_name (letter->company);

  g_return_val_if_fail (letter->terms.accepted != ACQ_DAY_NONE, NULL);

  if (!check_figures (letter, error))
    return NULL;
  head = make_head (press, letter);
  layout = lay_out (press, letter, head, error);
  if (layout == NULL)
    return NULL;
  writer = acq_pdf_writer_new (title, author, letter->day);
  acq_pdf_writer_add_bookmark (writer, "Libération de la retenue de garantie");
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_report != NULL)
    *ret_report = (AcqLetterReport){ acq_letter_layout_n_pages (layout), acq_letter_layout_n_pages (layout),
                                     acq_retention_release_total (letter) };
  return acq_pdf_writer_finish (writer, error);
}
