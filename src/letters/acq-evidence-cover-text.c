/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-cover-text.h"

#include <string.h>

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"

/* Room to write a court's town by hand. */
#define BLANK "______________________________"
/* More reminders than that are not told one by one. */
#define MAX_REMINDERS 12

char *
acq_evidence_cover_purpose (const AcqEvidenceFile *self)
{
  switch (self->reader)
    {
    case ACQ_EVIDENCE_READER_COURT:
      return g_strdup ("à l’appui d’une requête en injonction de payer\n"
                       "(articles 1405 et suivants du Code de procédure civile)");
    case ACQ_EVIDENCE_READER_BAILIFF:
      return g_strdup ("remis par le créancier au commissaire de justice\nen vue du recouvrement");
    case ACQ_EVIDENCE_READER_LAWYER:
    default:
      return g_strdup ("remis par le créancier à son avocat\nen vue du recouvrement");
    }
}

/* Bas-Rhin, Haut-Rhin and Moselle have no commercial court: a chamber of the tribunal judiciaire stands for it. */
static gboolean
has_commercial_chamber (const AcqCustomer *debtor)
{
  const char *postcode = debtor->postcode == NULL ? "" : debtor->postcode;

  return g_str_has_prefix (postcode, "57") || g_str_has_prefix (postcode, "67")
         || g_str_has_prefix (postcode, "68");
}

char *
acq_evidence_cover_court (const AcqEvidenceFile *self)
{
  const AcqCustomer *debtor = self->letter->customer;

  if (self->court != NULL)
    return acq_french_printable (self->court);
  switch (debtor->kind)
    {
    case ACQ_CUSTOMER_KIND_COMPANY:
      return g_strdup (has_commercial_chamber (debtor)
                         ? "Tribunal judiciaire, chambre commerciale, de " BLANK
                         : "Tribunal de commerce (ou des activités économiques) de " BLANK);
    case ACQ_CUSTOMER_KIND_CONSUMER:
    case ACQ_CUSTOMER_KIND_ASSOCIATION:
    case ACQ_CUSTOMER_KIND_CO_OWNERSHIP:
      return g_strdup ("Tribunal judiciaire de " BLANK);
    default:
      return g_strdup ("Tribunal " BLANK);
    }
}

char *
acq_evidence_cover_court_remark (const AcqEvidenceFile *self)
{
  const AcqCustomer *debtor = self->letter->customer;
  g_autofree char *town
    = g_strdup_printf ("%s %s", debtor->postcode == NULL ? "" : debtor->postcode,
                       debtor->city == NULL ? "" : debtor->city);
  g_autofree char *printable = acq_french_printable (g_strstrip (town));

  if (self->court != NULL || printable[0] == '\0')
    return g_strdup ("tribunal du lieu où demeure le débiteur (article 1406)");
  return g_strdup_printf ("à compléter" ACQ_NARROW_SPACE ": tribunal du lieu où demeure le débiteur, %s (article 1406)",
                          printable);
}

static void
append_in_bold (GString *text, const char *words)
{
  g_string_append_printf (text, "%c%s%c", ACQ_MARK_BOLD, words, ACQ_MARK_BOLD);
}

/* "Gérante" within a sentence. */
static char *
lower_first (const char *words)
{
  g_autofree char *printable = acq_french_printable (words);
  g_autofree char *first = g_utf8_substring (printable, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, printable + strlen (first), NULL);
}

static void
append_representative (GString *text, const AcqCompany *company)
{
  g_autofree char *name = acq_french_printable (company->signatory);
  g_autofree char *role = company->signatory_role == NULL ? NULL : lower_first (company->signatory_role);

  if (name[0] == '\0' || acq_company_is_sole_trader (company))
    return;
  g_string_append_printf (text, "\nreprésentée par %s%s%s", name, role == NULL ? "" : ", ",
                          role == NULL ? "" : role);
}

char *
acq_evidence_cover_creditor (const AcqEvidenceFile *self)
{
  const AcqCompany *company = self->letter->company;
  gboolean alone = acq_company_is_sole_trader (company);
  g_autofree char *name = alone ? acq_company_legal_name (company) : acq_french_printable (company->name);
  g_autofree char *form = acq_french_printable (company->legal_form);
  g_autofree char *capital = acq_french_spaces (company->capital == NULL ? "" : company->capital);
  g_autofree char *address = acq_company_address_line (company);
  g_autofree char *siren = acq_siren_grouped (company->siren);
  g_autofree char *registry = acq_french_printable (company->registry);
  GString *text = g_string_new (NULL);

  append_in_bold (text, name);
  if (!alone && form[0] != '\0')
    g_string_append_printf (text, ", %s", form);
  if (!alone && capital[0] != '\0')
    g_string_append_printf (text, " au capital de %s", capital);
  g_string_append_printf (text, "\n%s", address);
  if (siren[0] != '\0')
    g_string_append_printf (text, registry[0] == '\0' ? " – SIREN %s%s" : " – %s RCS %s", siren, registry);
  append_representative (text, company);
  return g_string_free (text, FALSE);
}

static char *
debtor_address (const AcqCustomer *debtor)
{
  g_auto (GStrv) street = g_strsplit (debtor->address == NULL ? "" : debtor->address, "\n", -1);
  g_autofree char *joined = g_strjoinv (", ", street);
  g_autofree char *whole
    = g_strdup_printf ("%s%s%s %s", joined, joined[0] == '\0' ? "" : ", ",
                       debtor->postcode == NULL ? "" : debtor->postcode, debtor->city == NULL ? "" : debtor->city);

  return acq_french_printable (whole);
}

char *
acq_evidence_cover_debtor (const AcqEvidenceFile *self)
{
  const AcqCustomer *debtor = self->letter->customer;
  g_autofree char *name = acq_french_printable (debtor->name);
  g_autofree char *address = debtor_address (debtor);
  g_autofree char *siren = acq_siren_grouped (debtor->siren);
  GString *text = g_string_new (NULL);

  append_in_bold (text, name);
  g_string_append_printf (text, "\n%s", address);
  if (siren[0] != '\0')
    g_string_append_printf (text, "%sSIREN %s", address[0] == '\0' ? "" : " – ", siren);
  return g_string_free (text, FALSE);
}

static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

char *
acq_evidence_cover_cause (const AcqEvidenceFile *self)
{
  const GPtrArray *items = self->letter->items;
  AcqDay first = G_MAXINT32, last = ACQ_DAY_NONE;
  g_autofree char *count = acq_french_count (items->len);
  g_autofree char *number = capitalise (count);
  g_autofree char *works = acq_french_printable (self->works);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (items, i);

      first = MIN (first, item->due);
      last = last == ACQ_DAY_NONE ? item->due : MAX (last, item->due);
    }
  from = acq_french_day (first);
  to = acq_french_day (last);
  if (first == last)
    return g_strdup_printf (items->len > 1 ? "%s factures%s%s, impayées en tout ou en partie, échues le %s"
                                           : "%s facture%s%s, impayée en tout ou en partie, échue le %s",
                            number, works[0] == '\0' ? "" : " ", works, to);
  return g_strdup_printf ("%s factures%s%s, impayées en tout ou en partie, échues du %s au %s", number,
                          works[0] == '\0' ? "" : " ", works, from, to);
}

char *
acq_evidence_piece_range (const AcqEvidenceFile *self, AcqEvidencePieceKind first, AcqEvidencePieceKind last)
{
  guint lowest = 0, highest = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->number == 0 || (piece->kind != first && piece->kind != last))
        continue;
      lowest = lowest == 0 ? piece->number : lowest;
      highest = piece->number;
    }
  if (lowest == 0)
    return NULL;
  if (lowest == highest)
    return g_strdup_printf ("pièce n°" ACQ_WIDE_SPACE "%u", lowest);
  return g_strdup_printf ("pièces n°" ACQ_WIDE_SPACE "%u %s %u", lowest, highest == lowest + 1 ? "et" : "à",
                          highest);
}

/* Days of the reminders that have a number, each once. */
static GArray *
list_reminder_days (const AcqEvidenceFile *self)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AcqDay));

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->kind != ACQ_EVIDENCE_PIECE_REMINDER || piece->number == 0 || piece->day == ACQ_DAY_NONE)
        continue;
      if (days->len == 0 || g_array_index (days, AcqDay, days->len - 1) != piece->day)
        g_array_append_val (days, piece->day);
    }
  return days;
}

static gboolean
is_same_month (AcqDay left, AcqDay right)
{
  return acq_day_end_of_month (left) == acq_day_end_of_month (right);
}

/* "3 et 22 septembre, 6 novembre 2026": each month and each year is said once, behind its last day. */
static char *
list_days_by_month (const AcqDay *days, gsize n)
{
  GString *list = g_string_new (NULL);

  for (gsize first = 0; first < n;)
    {
      gsize end = first + 1;
      gboolean year_follows;

      while (end < n && is_same_month (days[first], days[end]))
        end++;
      g_string_append (list, first == 0 ? "" : ", ");
      for (gsize i = first; i + 1 < end; i++)
        {
          int year, month, day;

          acq_day_get (days[i], &year, &month, &day);
          g_string_append_printf (list, "%d%s%s", day, day == 1 ? "ᵉʳ" : "", i + 2 < end ? ", " : " et ");
        }
      year_follows = end < n && acq_day_year (days[end]) == acq_day_year (days[end - 1]);
      {
        g_autofree char *last
          = year_follows ? acq_french_day_month (days[end - 1]) : acq_french_day (days[end - 1]);

        g_string_append (list, last);
      }
      first = end;
    }
  return g_string_free (list, FALSE);
}

char *
acq_evidence_cover_reminders (const AcqEvidenceFile *self)
{
  g_autoptr (GArray) days = list_reminder_days (self);
  g_autofree char *pieces
    = acq_evidence_piece_range (self, ACQ_EVIDENCE_PIECE_REMINDER, ACQ_EVIDENCE_PIECE_REMINDER);
  g_autofree char *list = NULL;
  const AcqDay *all = (const AcqDay *) (gconstpointer) days->data;

  if (days->len == 0)
    return g_strdup ("aucune dont la trace soit au dossier");
  if (days->len <= MAX_REMINDERS)
    list = list_days_by_month (all, days->len);
  else
    {
      g_autofree char *first = acq_french_day (all[0]);
      g_autofree char *last = acq_french_day (all[days->len - 1]);

      list = g_strdup_printf ("%u relances, du %s au %s", days->len, first, last);
    }
  return g_strdup_printf (days->len > 1 ? "%s (%c%s%c, qui nomment les factures de chacune)"
                                        : "%s (%c%s%c, qui en nomme les factures)",
                          list, ACQ_MARK_KEEP, pieces, ACQ_MARK_KEEP);
}

char *
acq_evidence_cover_notice (const AcqEvidenceFile *self)
{
  const AcqEvidenceNotice *notice = &self->notice;
  g_autofree char *pieces
    = acq_evidence_piece_range (self, ACQ_EVIDENCE_PIECE_NOTICE, ACQ_EVIDENCE_PIECE_NOTICE_PROOF);
  g_autofree char *where = pieces == NULL ? g_strdup ("") : g_strdup_printf (" (%s)", pieces);
  g_autofree char *day = NULL;
  g_autofree char *then = NULL;

  if (notice->day == ACQ_DAY_NONE)
    return g_strdup_printf ("aucune à ce jour%s", where);
  day = acq_french_day (notice->day);
  if (notice->received != ACQ_DAY_NONE)
    {
      then = acq_french_day (notice->received);
      return g_strdup_printf ("%s, reçue le %s%s", day, then, where);
    }
  if (notice->returned != ACQ_DAY_NONE || notice->presented != ACQ_DAY_NONE)
    {
      then = acq_french_day (notice->presented != ACQ_DAY_NONE ? notice->presented : notice->returned);
      return g_strdup_printf ("%s, %s le %s%s%s", day,
                              notice->presented != ACQ_DAY_NONE ? "présentée" : "retournée", then,
                              notice->presented != ACQ_DAY_NONE && notice->returned != ACQ_DAY_NONE
                                ? ", non réclamée ou refusée"
                                : "",
                              where);
    }
  return g_strdup_printf ("%s%s, date de réception à compléter", day, where);
}

char *
acq_evidence_cover_dispute (const AcqEvidenceFile *self)
{
  if (self->dispute == NULL)
    return g_strdup ("aucune reçue à ce jour");
  return acq_french_printable (self->dispute);
}

/* The first day of a range, with its month only where the last day has another one. */
static char *
day_before_range (AcqDay first, AcqDay last)
{
  int year, month, day, last_year, last_month, last_day;

  acq_day_get (first, &year, &month, &day);
  acq_day_get (last, &last_year, &last_month, &last_day);
  if (year != last_year)
    return acq_french_day (first);
  if (month != last_month)
    return acq_french_day_month (first);
  return day == 1 ? g_strdup ("1ᵉʳ") : g_strdup_printf ("%d", day);
}

char *
acq_evidence_cover_interest (const AcqEvidenceFile *self, const AcqNoticeFigures *figures)
{
  AcqDay next = self->letter->day + 1;
  g_autofree char *per_day = acq_french_amount (figures->per_day);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (!acq_customer_claims_interest_by_law (self->letter->customer))
    return g_strdup ("au taux légal, à compter de la réception de la mise en demeure\n"
                     "(articles 1231-6 et 1344-1 du Code civil)");
  if (self->interest_until == ACQ_DAY_NONE || self->interest_until < next)
    return g_strdup ("au taux du semestre de chaque jour, jusqu’au complet paiement");
  until = acq_french_day (self->interest_until);
  from = day_before_range (next, self->interest_until);
  return g_strdup_printf ("%s par jour du %s au %s, puis au taux du semestre suivant", per_day, from, until);
}

char *
acq_evidence_cover_remark (const AcqEvidenceFile *self)
{
  g_autofree char *day = acq_french_day (self->letter->day);

  return acq_letter_text_fill (
    self->reader == ACQ_EVIDENCE_READER_COURT
      ? "Dossier constitué par le créancier le {day}. La requête elle-même est à établir sur le formulaire du "
        "greffe ; les totaux |ci-dessus| sont à reporter sans changement, ou à recalculer à la date de la "
        "requête. Ce document n'est pas un acte judiciaire."
      : "Dossier constitué par le créancier le {day}. Les totaux |ci-dessus| valent à cette date. Ce document "
        "n'est pas un acte judiciaire.",
    "day", day, NULL);
}
