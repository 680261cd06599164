/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-letter.h"

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-letter-closing.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-table.h"

#define PARAGRAPH_GAP ACQ_MM (2.6)
#define BEFORE_TABLE  ACQ_MM (2.4)
#define AFTER_TABLE   ACQ_MM (3.2)
/* Millimetres. */
#define ROW_PADDING  0.9
#define SIGNING_ROOM 19.8

/* Columns in millimetres, with and without the days of the reminders. */
static const AcqTableColumn wide_columns[] = {
  { "Facture", 0.0, 34.0, ACQ_ALIGN_LEFT },
  { "Échéance", 34.0, 68.0, ACQ_ALIGN_LEFT },
  { "Relancée", 68.0, 133.0, ACQ_ALIGN_LEFT },
  { "Reste dû", 133.0, 165.0, ACQ_ALIGN_RIGHT },
};

static const AcqTableColumn narrow_columns[] = {
  { "Facture", 0.0, 60.0, ACQ_ALIGN_LEFT },
  { "Échéance", 60.0, 120.0, ACQ_ALIGN_LEFT },
  { "Reste dû", 120.0, 165.0, ACQ_ALIGN_RIGHT },
};

/* What stands around the words of the template. */
typedef struct
{
  const char *your_file; /* of a consumer */
  const char *your_account;
  const char *closing;
  const char *last_closing; /* of the last reminder */
} FrameWords;

static const FrameWords words_of[] = {
  [ACQ_TONGUE_FRENCH] = { "Votre dossier", "Votre compte", "Avec nos salutations les meilleures,",
                          "Nous vous prions d’agréer nos salutations distinguées." },
  [ACQ_TONGUE_ENGLISH] = { "Your file", "Your account", "Yours sincerely,", "Yours faithfully," },
};

static const FrameWords familiar_words
  = { "Ton dossier", "Ton compte", "Avec nos salutations les meilleures,", "Avec nos salutations." };

static const FrameWords *
frame_words (const AcqReminderMail *mail)
{
  AcqTemplateVariant variant
    = mail->template != NULL ? mail->template->variant : acq_reminder_mail_variant (mail, NULL);

  return variant == ACQ_TEMPLATE_VARIANT_FR_TU ? &familiar_words
                                               : &words_of[acq_template_variant_tongue (variant)];
}

static char *
place_and_date (const AcqReminderMail *mail)
{
  g_autofree char *city = NULL;
  g_autofree char *day = NULL;

  if (frame_words (mail) != &words_of[ACQ_TONGUE_ENGLISH])
    return acq_letter_place_and_date (mail->company, mail->day);
  city = acq_french_printable (mail->company->city);
  day = acq_english_day (mail->day);
  return g_strconcat (city, city[0] == '\0' ? "" : ", ", day, NULL);
}

static AcqLetterhead *
make_head (AcqLetterPress *press, const AcqReminderMail *mail, const char *subject)
{
  AcqLetterhead *head = acq_letterhead_new_for_company (mail->company);
  g_autofree char *sender = acq_french_printable (mail->company->name);

  acq_letterhead_add_reference (head,
                                mail->recipient->kind == ACQ_CUSTOMER_KIND_CONSUMER
                                  ? frame_words (mail)->your_file
                                  : frame_words (mail)->your_account,
                                mail->recipient->code);
  head->address = acq_address_block_new (press, mail->recipient, NULL);
  head->place_and_date = place_and_date (mail);
  head->subject = g_strdup (subject);
  head->running_left = g_strdup (sender);
  head->running_right = acq_french_printable (mail->recipient->name);
  return head;
}

static AcqRowKind
kind_of (AcqMailRowKind kind)
{
  switch (kind)
    {
    case ACQ_MAIL_ROW_TOTAL:
      return ACQ_ROW_TOTAL;
    case ACQ_MAIL_ROW_GROUP:
      return ACQ_ROW_GROUP;
    case ACQ_MAIL_ROW_HEAD:
    case ACQ_MAIL_ROW_ITEM:
    default:
      return ACQ_ROW_BODY;
    }
}

/* The first row names the columns. */
static void
add_table (AcqLetterLayout *layout, const GPtrArray *rows)
{
  const AcqMailRow *head = rows->pdata[0];
  guint n = g_strv_length (head->cells);
  gboolean wide = n == G_N_ELEMENTS (wide_columns);
  g_autofree AcqTableColumn *columns
    = g_memdup2 (wide ? wide_columns : narrow_columns, n * sizeof (AcqTableColumn));
  AcqLetterTable *table;

  for (guint i = 0; i < n; i++)
    columns[i].title = head->cells[i];
  table = acq_letter_table_new (acq_letter_layout_press (layout), columns, n, ROW_PADDING);
  for (guint i = 1; i < rows->len; i++)
    {
      const AcqMailRow *row = rows->pdata[i];

      if (row->kind == ACQ_MAIL_ROW_GROUP)
        acq_letter_table_add_line (table, ACQ_ROW_GROUP, row->cells[0]);
      else
        acq_letter_table_add_row (table, kind_of (row->kind), (const char *const *) row->cells);
    }
  acq_letter_layout_take_table (layout, table, ACQ_TABLE_BREAKABLE, BEFORE_TABLE);
}

static void
add_block (AcqLetterLayout *layout, const AcqReminderMail *mail, const AcqMailBlock *block,
           gboolean after_table)
{
  double gap = after_table ? AFTER_TABLE : PARAGRAPH_GAP;

  switch (block->kind)
    {
    case ACQ_MAIL_BLOCK_TABLE:
      add_table (layout, block->rows);
      break;
    case ACQ_MAIL_BLOCK_HEADING:
      acq_letter_layout_add_text (layout, ACQ_STYLE_TABLE_GROUP, ACQ_SET_RAGGED, gap, block->text);
      acq_letter_layout_keep_with_next (layout);
      break;
    case ACQ_MAIL_BLOCK_SIGNATURE:
      acq_letter_layout_add_text (layout, ACQ_STYLE_PROSE, ACQ_SET_RAGGED, gap,
                                  mail->tone == ACQ_MAIL_TONE_LAST ? frame_words (mail)->last_closing
                                                                   : frame_words (mail)->closing);
      acq_letter_layout_keep_with_next (layout);
      acq_letter_layout_add_signature (layout, mail->company, ACQ_STYLE_PROSE, SIGNING_ROOM);
      break;
    case ACQ_MAIL_BLOCK_IMPRINT:
      break;
    case ACQ_MAIL_BLOCK_SALUTATION:
    case ACQ_MAIL_BLOCK_PARAGRAPH:
    case ACQ_MAIL_BLOCK_PAYMENT:
    default:
      acq_letter_layout_add_text (layout, ACQ_STYLE_PROSE, ACQ_SET_JUSTIFIED, gap, block->text);
    }
}

static void
add_blocks (AcqLetterLayout *layout, const AcqReminderMail *mail, const AcqMailText *text)
{
  const AcqMailBlock signature = { .kind = ACQ_MAIL_BLOCK_SIGNATURE };
  gboolean after_table = FALSE, is_signed = FALSE;

  for (guint i = 0; i < text->blocks->len; i++)
    {
      const AcqMailBlock *block = text->blocks->pdata[i];

      add_block (layout, mail, block, after_table);
      after_table = block->kind == ACQ_MAIL_BLOCK_TABLE;
      is_signed = is_signed || block->kind == ACQ_MAIL_BLOCK_SIGNATURE;
    }
  /* A letter is signed, whatever its template forgets. */
  if (!is_signed)
    add_block (layout, mail, &signature, after_table);
}

GBytes *
acq_reminder_letter_write (AcqLetterPress *press, const AcqReminderMail *mail, guint *ret_n_pages,
                           GError **error)
{
  g_autoptr (AcqMailText) text = acq_reminder_mail_write (mail);
  g_autoptr (AcqLetterhead) head = make_head (press, mail, text->subject);
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, acq_letterhead_text_top (head, press));
  g_autofree char *author = acq_company_legal_name (mail->company);
  g_autoptr (AcqPdfWriter) writer = NULL;

  add_blocks (layout, mail, text);
  if (!acq_letter_layout_break (layout, error))
    return NULL;
  writer = acq_pdf_writer_new (text->subject, author, mail->day);
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_n_pages != NULL)
    *ret_n_pages = acq_letter_layout_n_pages (layout);
  return acq_pdf_writer_finish (writer, error);
}
