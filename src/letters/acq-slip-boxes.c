/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-slip-boxes.h"

#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"

/* Millimetres from the left top corner of the frame. */
#define SUMMARY_LEFT    4.3
#define SUMMARY_MIDDLE  54.3
#define SUMMARY_RIGHT   160.6
#define SUMMARY_TOP     2.9
#define SUMMARY_BOTTOM  3.2
#define AMOUNT_LEADING  15.0 /* points */
#define SENDER_WIDTH    47.5
#define ACCOUNT_WIDTH   72.0
#define SIGNATURE_TOP   9.1
#define SIGNATURE_ROOM  33.9
#define SIGNATURE_LEFT_WIDTH  78.5
#define SIGNATURE_RIGHT 82.5
#define SIGNATURE_INSET 2.6

/* The first line of each text is its label. */
typedef struct
{
  AcqLetterPress *press;
  PangoLayout *sender;
  PangoLayout *account;
  char *count;
  char *amount;
  double height;
} Summary;

static void
summary_free (gpointer data)
{
  Summary *self = data;

  g_object_unref (self->sender);
  g_object_unref (self->account);
  g_free (self->count);
  g_free (self->amount);
  g_free (self);
}

static void
draw_text (AcqLetterPress *press, AcqStyle style, PangoLayout *text, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_text (press, cr, style, x, y, text);
  cairo_tag_end (cr, "P");
}

static void
summary_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Summary *self = data;
  double leading = acq_style_spec (ACQ_STYLE_BOX)->leading, top = y + ACQ_MM (SUMMARY_TOP);
  double right = x + ACQ_MM (SUMMARY_RIGHT);

  acq_cairo_frame (cr, x, y, ACQ_TEXT_WIDTH, self->height, 0.9, ACQ_COLOUR_ACCENT);
  draw_text (self->press, ACQ_STYLE_BOX, self->sender, cr, x + ACQ_MM (SUMMARY_LEFT), top);
  draw_text (self->press, ACQ_STYLE_BOX, self->account, cr, x + ACQ_MM (SUMMARY_MIDDLE), top);
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX, ACQ_ALIGN_RIGHT, right, top, "\001Remise\001");
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_BOX, ACQ_ALIGN_RIGHT, right, top + leading, self->count);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_SLIP_AMOUNT, ACQ_ALIGN_RIGHT, right, top + 2 * leading + ACQ_MM (0.4),
                              self->amount);
  cairo_tag_end (cr, "P");
}

static const AcqLetterPartClass summary_class = { "Div", 0, summary_draw, summary_free };

static PangoLayout *
set_box_text (AcqLetterPress *press, AcqStyle style, double width, const char *text)
{
  return acq_letter_press_set (press, style, ACQ_SET_RAGGED, ACQ_MM (width), text);
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && line[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* "Hélène Vauban, gérante": the capacity goes on the same line and so begins small. */
static char *
signatory_of (const AcqCompany *company)
{
  g_autofree char *name = acq_french_printable (company->signatory);
  g_autofree char *role = acq_french_printable (company->signatory_role);
  g_autofree char *initial = role[0] == '\0' ? g_strdup ("") : g_utf8_strdown (role, g_utf8_next_char (role) - role);

  if (role[0] == '\0')
    return g_steal_pointer (&name);
  return g_strconcat (name, name[0] == '\0' ? "" : ", ", initial, g_utf8_next_char (role), NULL);
}

static char *
sender_text (const AcqCompany *company)
{
  GString *text = g_string_new ("\001Remettant\001");
  g_autofree char *name = acq_company_legal_name (company);
  g_autofree char *signatory = signatory_of (company);

  append_line (text, name);
  append_line (text, signatory);
  return g_string_free (text, FALSE);
}

static char *
account_text (const AcqCompany *company)
{
  GString *text = g_string_new ("\001Compte à créditer\001");
  g_autofree char *bank = acq_french_printable (company->bank_name);
  g_autofree char *grouped = acq_iban_format (company->iban == NULL ? "" : company->iban, ACQ_WIDE_SPACE);
  g_autofree char *iban = g_strconcat ("IBAN ", grouped, NULL);
  g_autofree char *printable = acq_french_printable (company->bic);
  g_autofree char *bic = printable[0] == '\0' ? NULL : g_strconcat ("BIC ", printable, NULL);

  append_line (text, bank);
  append_line (text, iban);
  append_line (text, bic);
  return g_string_free (text, FALSE);
}

static double
text_height (PangoLayout *text, AcqStyle style)
{
  return pango_layout_get_line_count (text) * acq_style_spec (style)->leading;
}

char *
acq_slip_count (guint n, gboolean inside)
{
  g_autofree char *number = n == 1 ? g_strdup ("un") : n == 0 ? g_strdup ("aucun") : acq_french_count (n);
  char *words = g_strconcat (number, ACQ_WIDE_SPACE, acq_french_plural (n, "chèque", "chèques"), NULL);

  if (!inside)
    words[0] = g_ascii_toupper (words[0]);
  return words;
}

void
acq_letter_layout_add_slip_summary (AcqLetterLayout *layout, const AcqChequeSlip *slip, double gap)
{
  Summary *self = g_new0 (Summary, 1);
  g_autofree char *sender = sender_text (slip->company);
  g_autofree char *account = account_text (slip->company);

  self->press = acq_letter_layout_press (layout);
  self->sender = set_box_text (self->press, ACQ_STYLE_BOX, SENDER_WIDTH, sender);
  self->account = set_box_text (self->press, ACQ_STYLE_BOX, ACCOUNT_WIDTH, account);
  self->count = acq_slip_count (slip->cheques->len, FALSE);
  self->amount = acq_french_amount (acq_cheque_slip_total (slip));
  self->height = ACQ_MM (SUMMARY_TOP + SUMMARY_BOTTOM)
                 + MAX (MAX (text_height (self->sender, ACQ_STYLE_BOX), text_height (self->account, ACQ_STYLE_BOX)),
                        2 * acq_style_spec (ACQ_STYLE_BOX)->leading + AMOUNT_LEADING);
  acq_letter_layout_take_part (layout, &summary_class, self, gap);
  acq_letter_layout_add_strip (layout, 0, self->height, ACQ_STRIP_PLAIN);
}

typedef struct
{
  AcqLetterPress *press;
  PangoLayout *left;
  PangoLayout *right;
  double label_height;
} Signatures;

static void
signatures_free (gpointer data)
{
  Signatures *self = data;

  g_object_unref (self->left);
  g_object_unref (self->right);
  g_free (self);
}

static void
signatures_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Signatures *self = data;
  double right = x + ACQ_MM (SIGNATURE_RIGHT), frame = y + self->label_height;

  draw_text (self->press, ACQ_STYLE_BOX, self->left, cr, x, y);
  draw_text (self->press, ACQ_STYLE_BOX, self->right, cr, right, y);
  acq_cairo_frame (cr, x, frame, ACQ_MM (SIGNATURE_LEFT_WIDTH), ACQ_MM (SIGNATURE_ROOM), 0.6, ACQ_COLOUR_HAIR);
  acq_cairo_frame (cr, right, frame, x + ACQ_TEXT_WIDTH - right, ACQ_MM (SIGNATURE_ROOM), 0.6, ACQ_COLOUR_HAIR);
  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_TABLE_NOTE, ACQ_ALIGN_LEFT, right + ACQ_MM (SIGNATURE_INSET),
                              frame + ACQ_MM (1.8), "Date, cachet et signature");
  cairo_tag_end (cr, "P");
}

static const AcqLetterPartClass signatures_class = { "Div", 0, signatures_draw, signatures_free };

void
acq_letter_layout_add_slip_signatures (AcqLetterLayout *layout, const AcqCompany *company, double gap)
{
  Signatures *self = g_new0 (Signatures, 1);
  g_autofree char *signatory = signatory_of (company);
  g_autoptr (GString) left = g_string_new ("\001Pour le remettant\001");

  append_line (left, signatory);
  self->press = acq_letter_layout_press (layout);
  self->left = set_box_text (self->press, ACQ_STYLE_BOX, SIGNATURE_LEFT_WIDTH, left->str);
  self->right = set_box_text (self->press, ACQ_STYLE_BOX, SIGNATURE_RIGHT,
                              "\001Pour la banque\001\nReçu sous réserve de vérification et d’encaissement");
  self->label_height = MAX (ACQ_MM (SIGNATURE_TOP), text_height (self->left, ACQ_STYLE_BOX) + ACQ_MM (1.2));
  acq_letter_layout_take_part (layout, &signatures_class, self, gap);
  acq_letter_layout_add_strip (layout, 0, self->label_height + ACQ_MM (SIGNATURE_ROOM), ACQ_STRIP_PLAIN);
}
