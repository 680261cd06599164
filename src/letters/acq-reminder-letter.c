/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-letter.h"

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-letter-closing.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-reminder-table.h"

#define PARAGRAPH_GAP ACQ_MM (2.6)
#define BEFORE_TABLE  ACQ_MM (2.4)
#define AFTER_TABLE   ACQ_MM (3.2)
/* Millimetres. */
#define SIGNING_ROOM 19.8

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

static AcqTemplateVariant
variant_of (const AcqReminderMail *mail)
{
  return mail->template != NULL ? mail->template->variant : acq_reminder_mail_variant (mail, NULL);
}

static AcqTongue
tongue_of (const AcqReminderMail *mail)
{
  return acq_template_variant_tongue (variant_of (mail));
}

static const FrameWords *
frame_words (const AcqReminderMail *mail)
{
  return variant_of (mail) == ACQ_TEMPLATE_VARIANT_FR_TU ? &familiar_words : &words_of[tongue_of (mail)];
}

static char *
place_and_date (const AcqReminderMail *mail)
{
  g_autofree char *city = NULL;
  g_autofree char *day = NULL;

  if (tongue_of (mail) == ACQ_TONGUE_FRENCH)
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

static void
add_block (AcqLetterLayout *layout, const AcqReminderMail *mail, const AcqMailBlock *block,
           gboolean after_table)
{
  double gap = after_table ? AFTER_TABLE : PARAGRAPH_GAP;

  switch (block->kind)
    {
    case ACQ_MAIL_BLOCK_TABLE:
      acq_reminder_tables_add (layout, mail, mail->accounts->pdata[block->account - 1], tongue_of (mail),
                               BEFORE_TABLE);
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
