/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-plan-columns.h"

#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"

/* Millimetres. */
#define RIGHT_COLUMN   82.5
#define LEFT_WIDTH     78.5
#define RIGHT_WIDTH    82.5
#define BOX_GAP        2.2
#define BOX_HEIGHT     42.0
#define HINT_MARGIN    2.6
#define INITIALS_TOP   258.0
#define INITIALS_SIZE  8.3
#define INITIALS_WIDTH 16.3
#define INITIALS_STEP  18.2

#define MAX_TEXTS 6

typedef struct
{
  PangoLayout *texts[MAX_TEXTS];
  guint n_texts;
  PangoLayout *hint;
} Column;

/* Two columns that begin at one height, perhaps with a frame below each. */
typedef struct
{
  AcqLetterPress *press;
  Column columns[2];
  double text_height;
  gboolean framed;
} Pair;

static double
column_left (guint column)
{
  return ACQ_MM (column == 0 ? 0 : RIGHT_COLUMN);
}

static double
column_width (guint column)
{
  return ACQ_MM (column == 0 ? LEFT_WIDTH : RIGHT_WIDTH);
}

static void
pair_free (gpointer data)
{
  Pair *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      for (guint j = 0; j < self->columns[i].n_texts; j++)
        g_object_unref (self->columns[i].texts[j]);
      g_clear_object (&self->columns[i].hint);
    }
  g_free (self);
}

static double
draw_text (const Pair *self, AcqStyle style, PangoLayout *text, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "P", NULL);
  y += acq_letter_press_draw_text (self->press, cr, style, x, y, text);
  cairo_tag_end (cr, "P");
  return y;
}

static void
draw_frame (const Pair *self, guint column, cairo_t *cr, double x, double y)
{
  double top = y + self->text_height + ACQ_MM (BOX_GAP);

  acq_cairo_frame (cr, x, top, column_width (column), ACQ_MM (BOX_HEIGHT), 0.6, ACQ_COLOUR_LABEL);
  if (self->columns[column].hint != NULL)
    draw_text (self, ACQ_STYLE_TABLE_NOTE, self->columns[column].hint, cr, x + ACQ_MM (HINT_MARGIN),
               top + ACQ_MM (HINT_MARGIN - 0.8));
}

static void
pair_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Pair *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      double text_y = y;

      for (guint j = 0; j < self->columns[i].n_texts; j++)
        text_y = draw_text (self, ACQ_STYLE_BOX, self->columns[i].texts[j], cr, x + column_left (i), text_y);
      if (self->framed)
        draw_frame (self, i, cr, x + column_left (i), y);
    }
}

static const AcqLetterPartClass pair_class = { "Div", 0, pair_draw, pair_free };

/* Takes the text; one that is NULL or empty adds nothing. */
static void
add_text (Pair *self, guint column, char *text)
{
  g_autofree char *owned = text;
  Column *to = &self->columns[column];

  if (owned == NULL || owned[0] == '\0')
    return;
  g_assert (to->n_texts < MAX_TEXTS);
  to->texts[to->n_texts++]
    = acq_letter_press_set (self->press, ACQ_STYLE_BOX, ACQ_SET_RAGGED, column_width (column), owned);
}

static guint
take_pair (AcqLetterLayout *layout, Pair *self, double gap)
{
  guint part;

  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    {
      int n_lines = 0;

      for (guint j = 0; j < self->columns[i].n_texts; j++)
        n_lines += pango_layout_get_line_count (self->columns[i].texts[j]);
      self->text_height = MAX (self->text_height, n_lines * acq_style_spec (ACQ_STYLE_BOX)->leading);
    }
  part = acq_letter_layout_take_part (layout, &pair_class, self, gap);
  acq_letter_layout_add_strip (
    layout, 0, self->text_height + (self->framed ? ACQ_MM (BOX_GAP + BOX_HEIGHT) : 0), ACQ_STRIP_PLAIN);
  return part;
}

/* "Menuiserie Vauban, SARL au capital de 20 000 €"; the form is not said twice. */
static char *
creditor_name (const AcqCompany *company)
{
  g_autofree char *name = acq_company_legal_name (company);
  g_autofree char *plain = acq_french_printable (company->name);
  g_autofree char *form = acq_french_printable (company->legal_form);
  g_autofree char *capital = acq_french_spaces (company->capital == NULL ? "" : company->capital);
  gboolean apart = !acq_company_is_sole_trader (company) && g_strcmp0 (name, plain) != 0;
  g_autofree char *whole = apart ? g_strdup_printf ("%s, %s", plain, form) : g_steal_pointer (&name);

  return capital[0] == '\0' ? g_steal_pointer (&whole)
                            : g_strdup_printf ("%s au capital de %s", whole, capital);
}

static char *
creditor_number (const AcqCompany *company)
{
  g_autofree char *siren = acq_siren_grouped (company->siren);
  g_autofree char *registry = acq_french_printable (company->registry);

  if (siren[0] == '\0')
    return NULL;
  return registry[0] == '\0' ? g_strdup_printf ("SIREN %s", siren)
                             : g_strdup_printf ("%s RCS %s", siren, registry);
}

/* "Gérante" in the middle of a line. */
static char *
lower_first (const char *text)
{
  g_autofree char *printable = acq_french_printable (text);
  g_autofree char *first = NULL;

  if (printable[0] == '\0')
    return g_steal_pointer (&printable);
  first = g_utf8_strdown (printable, g_utf8_next_char (printable) - printable);
  return g_strconcat (first, g_utf8_next_char (printable), NULL);
}

static char *
signatory_words (const AcqCompany *company)
{
  g_autofree char *name = acq_french_printable (company->signatory);
  g_autofree char *role = lower_first (company->signatory_role);

  return g_strjoin (name[0] != '\0' && role[0] != '\0' ? ", " : "", name, role, NULL);
}

static char *
creditor_representative (const AcqCompany *company)
{
  g_autofree char *signatory = signatory_words (company);

  if (acq_company_is_sole_trader (company) || signatory[0] == '\0')
    return NULL;
  return g_strconcat ("représentée par ", signatory, NULL);
}

static char *
debtor_number (const AcqCustomer *customer)
{
  g_autofree char *siren
    = customer->kind == ACQ_CUSTOMER_KIND_CONSUMER ? g_strdup ("") : acq_siren_grouped (customer->siren);

  return siren[0] == '\0' ? NULL : g_strdup_printf ("SIREN %s", siren);
}

static gboolean
acts_in_person (const AcqCustomer *customer)
{
  return customer->kind == ACQ_CUSTOMER_KIND_CONSUMER || customer->kind == ACQ_CUSTOMER_KIND_SOLE_TRADER;
}

/* Who acts for the debtor is often not known before he signs: dots to write it on. */
static char *
debtor_representative (const AcqPaymentPlanLetter *letter)
{
  const AcqCustomer *customer = letter->debt->customer;
  g_autofree char *named = acq_french_printable (letter->representative);

  if (acts_in_person (customer))
    return NULL;
  return g_strdup_printf ("%s par %s",
                          customer->kind == ACQ_CUSTOMER_KIND_CO_OWNERSHIP ? "représenté" : "représentée",
                          named[0] == '\0' ? "…………………………………………………………" : named);
}

static char *
bold (const char *text)
{
  return acq_letter_text_fill ("*{text}*", "text", text, NULL);
}

void
acq_letter_layout_add_parties (AcqLetterLayout *layout, const AcqPaymentPlanLetter *letter, double gap)
{
  const AcqCompany *company = letter->debt->company;
  const AcqCustomer *customer = letter->debt->customer;
  Pair *self = g_new0 (Pair, 1);

  self->press = acq_letter_layout_press (layout);
  add_text (self, 0, bold ("Le créancier"));
  add_text (self, 0, creditor_name (company));
  add_text (self, 0, acq_company_address_line (company));
  add_text (self, 0, creditor_number (company));
  add_text (self, 0, creditor_representative (company));
  add_text (self, 1, bold ("Le débiteur"));
  add_text (self, 1, acq_french_printable (customer->name));
  add_text (self, 1, acq_customer_address_line (customer));
  add_text (self, 1, debtor_number (customer));
  add_text (self, 1, debtor_representative (letter));
  take_pair (layout, self, gap);
}

static char *
debtor_signatory (const AcqPaymentPlanLetter *letter)
{
  if (acts_in_person (letter->debt->customer))
    return acq_french_printable (letter->debt->customer->name);
  return letter->representative == NULL ? g_strdup ("Nom et qualité" ACQ_NARROW_SPACE ": ……………………………………………")
                                        : acq_french_printable (letter->representative);
}

guint
acq_letter_layout_add_signature_boxes (AcqLetterLayout *layout, const AcqPaymentPlanLetter *letter,
                                       double gap)
{
  Pair *self = g_new0 (Pair, 1);
  g_autofree char *hint
    = acq_letter_text_fill ("Écrire à la main, avant de signer : « Bon pour reconnaissance de dette de "
                            "[somme en chiffres], soit [somme en "
                            "toutes lettres]. »",
                            NULL);

  self->press = acq_letter_layout_press (layout);
  self->framed = TRUE;
  add_text (self, 0, bold ("Pour le créancier"));
  add_text (self, 0, signatory_words (letter->debt->company));
  add_text (self, 1, bold (acts_in_person (letter->debt->customer) ? "Le débiteur" : "Pour le débiteur"));
  add_text (self, 1, debtor_signatory (letter));
  self->columns[1].hint = acq_letter_press_set (self->press, ACQ_STYLE_TABLE_NOTE, ACQ_SET_RAGGED,
                                                column_width (1) - 2 * ACQ_MM (HINT_MARGIN), hint);
  return take_pair (layout, self, gap);
}

void
acq_plan_draw_initials (AcqLetterPress *press, cairo_t *cr)
{
  double right = ACQ_MM (ACQ_TEXT_RIGHT), y = ACQ_MM (INITIALS_TOP);

  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_REFERENCE_LABEL, ACQ_ALIGN_RIGHT,
                              right - ACQ_MM (INITIALS_STEP + INITIALS_WIDTH + 3.4), y + ACQ_MM (2),
                              "Paraphes");
  cairo_tag_end (cr, "P");
  acq_cairo_set_colour (cr, ACQ_COLOUR_LABEL);
  cairo_set_line_width (cr, 0.6);
  for (guint i = 0; i < 2; i++)
    cairo_rectangle (cr, right - ACQ_MM (INITIALS_WIDTH + i * INITIALS_STEP) + 0.3, y,
                     ACQ_MM (INITIALS_WIDTH) - 0.6, ACQ_MM (INITIALS_SIZE));
  cairo_stroke (cr);
}
