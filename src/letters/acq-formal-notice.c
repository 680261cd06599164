/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-formal-notice.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-pieces.h"
#include "acq-letter-sender.h"
#include "acq-notice-body.h"
#include "acq-notice-text.h"

/* A last page of the letter with less than this on it (points) is worth setting the letter more tightly. */
#define MAX_OVERFLOW ACQ_MM (40.0)

typedef struct
{
  AcqLetterPress *press;
  const AcqLetter *letter;
  AcqNoticeFigures figures;
  AcqLetterhead *head;
  AcqLetterPieces *pieces;
  char *pieces_list;
  char *title; /* "Mise en demeure du 23 novembre 2026" */
  AcqLetterLayout *layout;
  AcqNoticeBody body;
} Notice;

static void
notice_clear (Notice *self)
{
  g_clear_pointer (&self->layout, acq_letter_layout_free);
  g_clear_pointer (&self->head, acq_letterhead_free);
  g_clear_pointer (&self->pieces, acq_letter_pieces_free);
  g_clear_pointer (&self->pieces_list, g_free);
  g_clear_pointer (&self->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Notice, notice_clear)

static void
make_head (Notice *self)
{
  const AcqLetter *letter = self->letter;
  gboolean consumer = letter->customer->kind == ACQ_CUSTOMER_KIND_CONSUMER;
  g_autofree char *siren = acq_siren_grouped (letter->customer->siren);
  g_autofree char *sender = acq_french_printable (letter->company->name);
  g_autofree char *debtor = acq_french_printable (letter->customer->name);

  self->head = acq_letterhead_new_for_company (letter->company);
  self->head->registered = TRUE;
  acq_letterhead_add_reference (self->head, "Notre référence", letter->reference);
  acq_letterhead_add_reference (self->head, consumer ? "Votre dossier" : "Votre compte",
                                letter->customer->code);
  acq_letterhead_add_reference (self->head, "Votre SIREN", siren);
  self->head->address
    = acq_address_block_new (self->press, letter->recipient, acq_customer_attention (letter->recipient));
  self->head->place_and_date = acq_letter_place_and_date (letter->company, letter->day);
  self->head->subject = acq_notice_subject (letter, &self->figures);
  self->head->running_left = g_strdup_printf ("%s – %s", sender, self->title);
  self->head->running_right = g_strdup_printf ("%s · %s", debtor, letter->reference);
}

static gboolean
lay_out (Notice *self, AcqNoticeFit fit, GError **error)
{
  g_clear_pointer (&self->layout, acq_letter_layout_free);
  self->layout = acq_letter_layout_new (self->press, acq_letterhead_text_top (self->head, self->press));
  self->body = (AcqNoticeBody){
    .letter = self->letter, .figures = &self->figures, .pieces = self->pieces_list, .fit = fit
  };
  acq_notice_body_add_to (&self->body, self->layout);
  return acq_letter_layout_break (self->layout, error);
}

static guint
letter_pages (const Notice *self)
{
  return acq_letter_layout_page_of (self->layout, self->body.last_part) + 1;
}

static gboolean
demands_on_first_page (const Notice *self)
{
  return acq_letter_layout_page_of (self->layout, self->body.demand_part) == 0;
}

/* Whether a little less room would save a page of the letter, or bring the demand onto the first one. */
static gboolean
wants_less_room (const Notice *self)
{
  guint last = letter_pages (self) - 1;
  double overflow = acq_letter_layout_bottom_of (self->layout, last) - ACQ_MM (ACQ_TEXT_TOP);

  return !demands_on_first_page (self) || (last > 0 && overflow <= MAX_OVERFLOW);
}

/* Normal; else compact where that saves a page or the demand's place; else the invoices go to an annex. */
static gboolean
find_fit (Notice *self, GError **error)
{
  guint normal_pages;

  if (!lay_out (self, ACQ_NOTICE_FIT_NORMAL, NULL))
    return lay_out (self, ACQ_NOTICE_FIT_LIST, error);
  if (!wants_less_room (self))
    return TRUE;
  normal_pages = letter_pages (self);
  if (demands_on_first_page (self))
    {
      if (!lay_out (self, ACQ_NOTICE_FIT_COMPACT, error))
        return FALSE;
      return letter_pages (self) < normal_pages || lay_out (self, ACQ_NOTICE_FIT_NORMAL, error);
    }
  if (lay_out (self, ACQ_NOTICE_FIT_COMPACT, NULL) && demands_on_first_page (self))
    return TRUE;
  return lay_out (self, ACQ_NOTICE_FIT_LIST, error);
}

static void
add_page_bookmarks (const Notice *self, AcqPdfWriter *writer, guint page)
{
  if (page == 0)
    acq_pdf_writer_add_bookmark (writer, self->title);
  if (self->body.has_list && acq_letter_layout_page_of (self->layout, self->body.list_part) == page)
    acq_pdf_writer_add_bookmark (writer, "Annexe" ACQ_WIDE_SPACE "1 – Factures réclamées");
  if (self->body.has_interest && acq_letter_layout_page_of (self->layout, self->body.interest_part) == page)
    acq_pdf_writer_add_bookmark (writer, "Annexe – Décompte des intérêts période par période");
}

static void
draw (const Notice *self, AcqPdfWriter *writer)
{
  cairo_t *cr = acq_pdf_writer_cairo (writer);
  guint n_laid_out = acq_letter_layout_n_pages (self->layout);
  guint n_pages = n_laid_out + acq_letter_pieces_n_pages (self->pieces);

  for (guint page = 0; page < n_laid_out; page++)
    {
      add_page_bookmarks (self, writer, page);
      if (page == 0)
        acq_letterhead_draw_first_page (self->head, self->press, cr, n_pages);
      else
        acq_letterhead_draw_next_page (self->head, self->press, cr, page + 1, n_pages);
      acq_letter_layout_draw (self->layout, page, cr);
      acq_pdf_writer_end_page (writer);
    }
  acq_letter_pieces_draw (self->pieces, self->press, writer, self->title, n_laid_out + 1, n_pages);
}

static gboolean
prepare (Notice *self, GError **error)
{
  g_autofree char *day = acq_french_day (self->letter->day);

  if (!acq_notice_figures_init (&self->figures, self->letter, error))
    return FALSE;
  self->pieces = acq_letter_pieces_new (self->letter, error);
  if (self->pieces == NULL)
    return FALSE;
  self->pieces_list = acq_letter_pieces_list (self->pieces);
  self->title = g_strdup_printf ("Mise en demeure du %s", day);
  make_head (self);
  return find_fit (self, error);
}

static void
fill_report (const Notice *self, AcqLetterReport *report)
{
  report->n_letter_pages = letter_pages (self);
  report->n_pages = acq_letter_layout_n_pages (self->layout) + acq_letter_pieces_n_pages (self->pieces);
  report->total_due = self->figures.total;
}

static char *
document_title (const AcqLetter *letter)
{
  g_autofree char *debtor = acq_french_printable (letter->customer->name);
  g_autofree char *day = acq_french_day (letter->day);

  return g_strdup_printf ("Mise en demeure – %s – %s", debtor, day);
}

gboolean
acq_formal_notice_append (AcqLetterPress *press, const AcqLetter *letter, AcqPdfWriter *writer,
                          AcqLetterReport *ret_report, GError **error)
{
  g_auto (Notice) notice = { .press = press, .letter = letter };

  if (!prepare (&notice, error))
    return FALSE;
  draw (&notice, writer);
  if (ret_report != NULL)
    fill_report (&notice, ret_report);
  return TRUE;
}

GBytes *
acq_formal_notice_write (AcqLetterPress *press, const AcqLetter *letter, AcqLetterReport *ret_report,
                         GError **error)
{
  g_autofree char *author = acq_company_legal_name (letter->company);
  g_autofree char *title = document_title (letter);
  g_autoptr (AcqPdfWriter) writer = acq_pdf_writer_new (title, author, letter->day);

  if (!acq_formal_notice_append (press, letter, writer, ret_report, error))
    return NULL;
  return acq_pdf_writer_finish (writer, error);
}
