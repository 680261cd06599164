/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-address-sheet.h"

#include "acq-french-text.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-pdf-writer.h"

/* Millimetres that the sender's lines may take, so that they never touch the recipient's, nor the place of the stamp. */
#define SENDER_WIDTH 90.0

static const char *const kind_codes[] = { "sheet", "dl", "c5" };

ACQ_DEFINE_CODES (AcqAddressSheetKind, acq_address_sheet_kind, kind_codes)

/* A window lies 20 mm from the right and from the bottom of its envelope; its text begins 10 mm within it and ends above the
   15 mm at the foot on which the post prints its marks. */
static const AcqAddressSheetSpec specs[] = {
  [ACQ_ADDRESS_SHEET_A4] = { 210.0, 297.0, ACQ_TEXT_LEFT, 17.1, ACQ_ADDRESS_LEFT, ACQ_ADDRESS_BOTTOM },
  [ACQ_ADDRESS_SHEET_DL] = { 220.0, 110.0, 10.0, 9.0, 110.0, 85.0 },
  [ACQ_ADDRESS_SHEET_C5] = { 229.0, 162.0, 10.0, 9.0, 119.0, 137.0 },
};

const AcqAddressSheetSpec *
acq_address_sheet_spec (AcqAddressSheetKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (specs), &specs[0]);

  return &specs[kind];
}

/* What all pages share. */
typedef struct
{
  AcqLetterPress *press;
  const AcqAddressSheetSpec *spec;
  char *sender_name; /* both as one line */
  char *sender_address;
  AcqPdfWriter *writer;
} Sheet;

static void
sheet_clear (Sheet *self)
{
  g_free (self->sender_name);
  g_free (self->sender_address);
  acq_pdf_writer_free (self->writer);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static void
draw_sender_line (const Sheet *self, AcqStyle style, double y, const char *text)
{
  g_autofree char *shorter = acq_letter_press_shorten (self->press, style, ACQ_MM (SENDER_WIDTH), text);

  acq_letter_press_draw_line (self->press, acq_pdf_writer_cairo (self->writer), style, ACQ_ALIGN_LEFT,
                              ACQ_MM (self->spec->sender_left), y, shorter);
}

static void
draw_sender (const Sheet *self)
{
  cairo_t *cr = acq_pdf_writer_cairo (self->writer);
  double top = ACQ_MM (self->spec->sender_top);

  cairo_tag_begin (cr, "P", NULL);
  draw_sender_line (self, ACQ_STYLE_REFERENCE_BOLD, top, self->sender_name);
  draw_sender_line (self, ACQ_STYLE_REFERENCE, top + acq_style_spec (ACQ_STYLE_REFERENCE_BOLD)->leading,
                    self->sender_address);
  cairo_tag_end (cr, "P");
}

static gboolean
draw_page (const Sheet *self, const AcqAddressee *addressee, GError **error)
{
  g_autoptr (AcqAddressBlock) block
    = acq_address_block_new (self->press, addressee->recipient, addressee->attention);
  g_autofree char *name = acq_french_printable (addressee->recipient->name);

  if (block->flaw == ACQ_ADDRESS_TOO_LONG || block->flaw == ACQ_ADDRESS_INCOMPLETE)
    {
      g_set_error_literal (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_ADDRESS, name);
      return FALSE;
    }
  acq_pdf_writer_set_page_size (self->writer, self->spec->width, self->spec->height);
  acq_pdf_writer_add_bookmark (self->writer, name);
  draw_sender (self);
  acq_address_block_draw_at (block, self->press, acq_pdf_writer_cairo (self->writer),
                             self->spec->address_left, self->spec->address_bottom);
  acq_pdf_writer_end_page (self->writer);
  return TRUE;
}

GBytes *
acq_address_sheet_write (AcqLetterPress *press, AcqAddressSheetKind kind, const AcqCompany *company,
                         const AcqAddressee *addressees, gsize n_addressees, AcqDay day, GError **error)
{
  g_auto (Sheet) sheet = { .press = press, .spec = acq_address_sheet_spec (kind) };

  g_return_val_if_fail (n_addressees > 0, NULL);

  sheet.sender_name = acq_company_legal_name (company);
  sheet.sender_address = acq_company_address_line (company);
  sheet.writer = acq_pdf_writer_new (kind == ACQ_ADDRESS_SHEET_A4 ? "Feuilles d’adresse" : "Enveloppes",
                                     sheet.sender_name, day);
  for (gsize i = 0; i < n_addressees; i++)
    if (!draw_page (&sheet, &addressees[i], error))
      return NULL;
  return acq_pdf_writer_finish (sheet.writer, error);
}
