/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-letter.h"

#include "acq-english-text.h"
#include "acq-french-text.h"
#include "acq-letter-closing.h"
#include "acq-letter-page.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-reminder-box.h"
#include "acq-reminder-subject.h"
#include "acq-reminder-table.h"
#include "acq-reminder-values.h"

#define PARAGRAPH_GAP ACQ_MM (2.6)
#define BEFORE_TABLE  ACQ_MM (2.4)
#define AFTER_TABLE   ACQ_MM (3.2)
#define BEFORE_BOX    ACQ_MM (2.3)
/* Millimetres; five more lie between the text and the foot. */
#define SIGNING_ROOM         19.8
#define SIGNING_ROOM_COMPACT 7.5
/* A last page with less than this on it (points), room to sign aside, is worth setting the letter more tightly. */
#define MAX_OVERFLOW ACQ_MM (40.0 + SIGNING_ROOM)

/* What stands around the words of the template. */
typedef struct
{
  const char *your_file; /* of a consumer */
  const char *your_account;
  const char *closing; /* of a civility, as the one below */
  const char *thanks;  /* the same to somebody who is not reproached anything */
} FrameWords;

static const FrameWords words_of[] = {
  [ACQ_TEMPLATE_VARIANT_FR_VOUS]
  = { "Votre dossier", "Votre compte", "Nous vous prions d'agréer, {civility}, nos salutations distinguées.",
      "Avec nos remerciements, nous vous prions d'agréer, {civility}, nos salutations distinguées." },
  [ACQ_TEMPLATE_VARIANT_FR_TU] = { "Ton dossier", "Ton compte", "Avec nos salutations.",
                                   "Avec nos remerciements et nos salutations les meilleures." },
  [ACQ_TEMPLATE_VARIANT_EN]
  = { "Your file", "Your account", "Yours faithfully,", "With our thanks, yours sincerely," },
};

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
  return &words_of[variant_of (mail)];
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

/* A letter under way. */
typedef struct
{
  AcqLetterLayout *layout;
  const AcqReminderMail *mail;
  gboolean compact;
} Sheet;

static double
scaled (const Sheet *self, double gap)
{
  return self->compact ? gap * 0.54 : gap;
}

static AcqStyle
prose (const Sheet *self)
{
  return self->compact ? ACQ_STYLE_PROSE_COMPACT : ACQ_STYLE_PROSE;
}

/* The spaces of a letter, which justified text does not stretch; those of a mail are wide. */
static char *
with_narrow_spaces (const char *text)
{
  GString *narrow = g_string_new (text);

  g_string_replace (narrow, ACQ_WIDE_SPACE ":", ACQ_NARROW_SPACE ":", 0);
  g_string_replace (narrow, ACQ_WIDE_SPACE "€", ACQ_NARROW_SPACE "€", 0);
  return g_string_free (narrow, FALSE);
}

static void
add_prose (const Sheet *self, AcqTextSetting setting, double gap, const char *text)
{
  g_autofree char *narrow = with_narrow_spaces (text);

  acq_letter_layout_add_text (self->layout, prose (self), setting, gap, narrow);
}

/* A sentence of the template's own that names the account stays a sentence. */
static void
add_payment (const Sheet *self, const AcqMailBlock *block, double gap)
{
  if (block->account == 0
      || !acq_reminder_box_add (self->layout, self->mail, self->mail->accounts->pdata[block->account - 1],
                                variant_of (self->mail), gap))
    add_prose (self, ACQ_SET_JUSTIFIED, gap, block->text);
}

static gboolean
reproaches (AcqMailTone tone)
{
  return tone == ACQ_MAIL_TONE_FIRM || tone == ACQ_MAIL_TONE_LAST;
}

static void
add_signature (const Sheet *self, double gap)
{
  const FrameWords *words = frame_words (self->mail);
  g_autofree char *civility = acq_reminder_mail_civility (self->mail, tongue_of (self->mail));
  g_autofree char *closing = acq_letter_text_fill (
    reproaches (self->mail->tone) ? words->closing : words->thanks, "civility", civility, NULL);

  add_prose (self, ACQ_SET_RAGGED, gap, closing);
  acq_letter_layout_keep_with_next (self->layout);
  acq_letter_layout_add_signature (self->layout, self->mail->company, prose (self),
                                   self->compact ? SIGNING_ROOM_COMPACT : SIGNING_ROOM);
}

static void
add_block (const Sheet *self, const AcqMailBlock *block, double gap)
{
  switch (block->kind)
    {
    case ACQ_MAIL_BLOCK_TABLE:
      acq_reminder_tables_add (self->layout, self->mail, self->mail->accounts->pdata[block->account - 1],
                               tongue_of (self->mail), scaled (self, BEFORE_TABLE), self->compact);
      break;
    case ACQ_MAIL_BLOCK_HEADING:
      acq_letter_layout_add_text (self->layout, ACQ_STYLE_TABLE_GROUP, ACQ_SET_RAGGED, gap, block->text);
      acq_letter_layout_keep_with_next (self->layout);
      break;
    case ACQ_MAIL_BLOCK_SIGNATURE:
      add_signature (self, gap);
      break;
    case ACQ_MAIL_BLOCK_IMPRINT:
      break;
    case ACQ_MAIL_BLOCK_PAYMENT:
      add_payment (self, block, gap);
      break;
    case ACQ_MAIL_BLOCK_SALUTATION:
    case ACQ_MAIL_BLOCK_PARAGRAPH:
    default:
      add_prose (self, ACQ_SET_JUSTIFIED, gap, block->text);
    }
}

/* Tables and boxes keep more room around them than paragraphs. */
static double
gap_between (const AcqMailBlock *before, const AcqMailBlock *block)
{
  if (before != NULL && (before->kind == ACQ_MAIL_BLOCK_TABLE || before->kind == ACQ_MAIL_BLOCK_PAYMENT))
    return AFTER_TABLE;
  return block->kind == ACQ_MAIL_BLOCK_PAYMENT ? BEFORE_BOX : PARAGRAPH_GAP;
}

static void
add_blocks (const Sheet *self, const AcqMailText *text)
{
  const AcqMailBlock signature = { .kind = ACQ_MAIL_BLOCK_SIGNATURE };
  const AcqMailBlock *before = NULL;
  gboolean is_signed = FALSE;

  for (guint i = 0; i < text->blocks->len; i++)
    {
      const AcqMailBlock *block = text->blocks->pdata[i];

      add_block (self, block, scaled (self, gap_between (before, block)));
      before = block;
      is_signed = is_signed || block->kind == ACQ_MAIL_BLOCK_SIGNATURE;
    }
  /* A letter is signed, whatever its template forgets. */
  if (!is_signed)
    add_block (self, &signature, scaled (self, gap_between (before, &signature)));
}

static AcqLetterLayout *
lay_out (AcqLetterPress *press, const AcqLetterhead *head, const AcqReminderMail *mail, const AcqMailText *text,
         gboolean compact, GError **error)
{
  g_autoptr (AcqLetterLayout) layout = acq_letter_layout_new (press, acq_letterhead_text_top (head, press));
  const Sheet sheet = { layout, mail, compact };

  add_blocks (&sheet, text);
  return acq_letter_layout_break (layout, error) ? g_steal_pointer (&layout) : NULL;
}

/* A letter of which little stands on its last page is set more tightly, where that saves the page. */
static AcqLetterLayout *
find_fit (AcqLetterPress *press, const AcqLetterhead *head, const AcqReminderMail *mail,
          const AcqMailText *text, GError **error)
{
  g_autoptr (AcqLetterLayout) normal = lay_out (press, head, mail, text, FALSE, error);
  g_autoptr (AcqLetterLayout) compact = NULL;
  guint n_pages;

  if (normal == NULL)
    return NULL;
  n_pages = acq_letter_layout_n_pages (normal);
  if (n_pages == 1 || acq_letter_layout_bottom_of (normal, n_pages - 1) - ACQ_MM (ACQ_TEXT_TOP) > MAX_OVERFLOW)
    return g_steal_pointer (&normal);
  compact = lay_out (press, head, mail, text, TRUE, error);
  if (compact == NULL)
    return NULL;
  return acq_letter_layout_n_pages (compact) < n_pages ? g_steal_pointer (&compact) : g_steal_pointer (&normal);
}

GBytes *
acq_reminder_letter_write (AcqLetterPress *press, const AcqReminderMail *mail, guint *ret_n_pages,
                           GError **error)
{
  g_autoptr (AcqMailText) text = acq_reminder_mail_write (mail);
  g_autofree char *subject = acq_reminder_subject (mail, text);
  g_autoptr (AcqLetterhead) head = make_head (press, mail, subject);
  g_autoptr (AcqLetterLayout) layout = find_fit (press, head, mail, text, error);
  g_autofree char *author = acq_company_legal_name (mail->company);
  g_autoptr (AcqPdfWriter) writer = NULL;

  if (layout == NULL)
    return NULL;
  writer = acq_pdf_writer_new (text->subject, author, mail->day);
  acq_letterhead_draw_letter (head, press, layout, writer);
  if (ret_n_pages != NULL)
    *ret_n_pages = acq_letter_layout_n_pages (layout);
  return acq_pdf_writer_finish (writer, error);
}
