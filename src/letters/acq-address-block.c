/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-address-block.h"

#include <string.h>

#include "acq-letter-page.h"
#include "acq-text-normalizer.h"

/* AFNOR XP Z 10-011, annex B, and what sorters read of company names. */
static const struct
{
  const char *word;
  const char *abbreviation;
} abbreviations[] = {
  { "ALLEE", "ALL" },         { "APPARTEMENT", "APT" }, { "AVENUE", "AV" },
  { "BATIMENT", "BAT" },      { "BOULEVARD", "BD" },    { "CHEMIN", "CHE" },
  { "COMMERCIAL", "CIAL" },   { "COURS", "CRS" },       { "ENTREE", "ENT" },
  { "ESCALIER", "ESC" },      { "ESPLANADE", "ESP" },   { "ETABLISSEMENTS", "ETS" },
  { "FAUBOURG", "FG" },       { "IMMEUBLE", "IMM" },    { "IMPASSE", "IMP" },
  { "INDUSTRIELLE", "IND" },  { "LOTISSEMENT", "LOT" }, { "PASSAGE", "PAS" },
  { "PLACE", "PL" },          { "PROMENADE", "PROM" },  { "QUARTIER", "QUA" },
  { "REPRESENTANT", "REPR" }, { "RESIDENCE", "RES" },   { "ROUTE", "RTE" },
  { "SAINT", "ST" },          { "SAINTE", "STE" },      { "SOCIETE", "STE" },
  { "SQUARE", "SQ" },         { "SYNDICAT", "SYND" },   { "COPROPRIETAIRES", "COPR" },
};

static const char *
abbreviate_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (strcmp (abbreviations[i].word, word) == 0)
      return abbreviations[i].abbreviation;
  return word;
}

static char *
abbreviate_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  GString *shorter = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    g_string_append_printf (shorter, "%s%s", word == words ? "" : " ", abbreviate_word (*word));
  return g_string_free (shorter, FALSE);
}

static gboolean
line_fits (AcqLetterPress *press, AcqStyle style, const char *line)
{
  return strlen (line) <= ACQ_ADDRESS_MAX_CHARACTERS
         && acq_letter_press_measure (press, style, line) <= ACQ_MM (ACQ_ADDRESS_MAX_WIDTH);
}

static gboolean
lines_fit (const AcqAddressBlock *self, AcqLetterPress *press)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!line_fits (press, self->style, g_ptr_array_index (self->lines, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_folded (AcqAddressBlock *self, const char *text)
{
  g_autofree char *line = acq_text_fold_address (text);

  if (line[0] == '\0')
    return FALSE;
  g_ptr_array_add (self->lines, g_steal_pointer (&line));
  return TRUE;
}

static gboolean
add_street (AcqAddressBlock *self, const char *address)
{
  g_auto (GStrv) lines = g_strsplit (address == NULL ? "" : address, "\n", -1);
  gboolean any = FALSE;

  for (char **line = lines; *line != NULL; line++)
    any = add_folded (self, *line) || any;
  return any;
}

static gboolean
add_town (AcqAddressBlock *self, const AcqCustomer *recipient)
{
  g_autofree char *town = g_strjoin (" ", recipient->postcode == NULL ? "" : recipient->postcode,
                                     recipient->city == NULL ? "" : recipient->city, NULL);

  return add_folded (self, town) && recipient->city != NULL && recipient->city[0] != '\0';
}

/* Cuts a name that is too long for one line between two words; FALSE where it has none to cut at. */
static gboolean
split_name (AcqAddressBlock *self, AcqLetterPress *press)
{
  g_autofree char *name = g_strdup (g_ptr_array_index (self->lines, 0));
  char *cut;

  if (line_fits (press, self->style, name) || self->lines->len >= ACQ_ADDRESS_MAX_LINES)
    return FALSE;
  for (cut = strrchr (name, ' '); cut != NULL; cut = strrchr (name, ' '))
    {
      gsize at = (gsize) (cut - name);

      *cut = '\0';
      if (line_fits (press, self->style, name))
        {
          g_ptr_array_insert (self->lines, 1,
                              g_strdup ((char *) g_ptr_array_index (self->lines, 0) + at + 1));
          g_free (g_ptr_array_index (self->lines, 0));
          g_ptr_array_index (self->lines, 0) = g_steal_pointer (&name);
          return TRUE;
        }
    }
  return FALSE;
}

static void
abbreviate (AcqAddressBlock *self, AcqLetterPress *press)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!line_fits (press, self->style, g_ptr_array_index (self->lines, i)))
      {
        char *shorter = abbreviate_line (g_ptr_array_index (self->lines, i));

        g_free (g_ptr_array_index (self->lines, i));
        g_ptr_array_index (self->lines, i) = shorter;
      }
}

/* First smaller, then shorter, then on two lines. */
static void
make_fit (AcqAddressBlock *self, AcqLetterPress *press)
{
  if (lines_fit (self, press))
    return;
  self->style = ACQ_STYLE_ADDRESS_SMALL;
  if (lines_fit (self, press))
    return;
  abbreviate (self, press);
  split_name (self, press);
}

static AcqAddressFlaw
find_flaw (const AcqAddressBlock *self, AcqLetterPress *press)
{
  if (self->lines->len > ACQ_ADDRESS_MAX_LINES || !lines_fit (self, press))
    return ACQ_ADDRESS_TOO_LONG;
  return self->lines->len == ACQ_ADDRESS_MAX_LINES ? ACQ_ADDRESS_SIX_LINES : ACQ_ADDRESS_FITS;
}

static gboolean
is_abroad (const AcqCustomer *recipient)
{
  return recipient->country != NULL && recipient->country[0] != '\0'
         && strcmp (recipient->country, "FR") != 0;
}

AcqAddressBlock *
acq_address_block_new (AcqLetterPress *press, const AcqCustomer *recipient, const char *attention)
{
  AcqAddressBlock *self = g_new0 (AcqAddressBlock, 1);
  gboolean complete;

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->style = ACQ_STYLE_ADDRESS;
  complete = add_folded (self, recipient->name);
  if (attention != NULL)
    add_folded (self, attention);
  complete = add_street (self, recipient->address) && complete;
  complete = add_town (self, recipient) && complete;
  if (is_abroad (recipient))
    add_folded (self, recipient->country);
  if (attention != NULL && self->lines->len >= ACQ_ADDRESS_MAX_LINES)
    g_ptr_array_remove_index (self->lines, 1);
  if (self->lines->len > 0)
    make_fit (self, press);
  self->flaw = complete ? find_flaw (self, press) : ACQ_ADDRESS_INCOMPLETE;
  return self;
}

void
acq_address_block_free (AcqAddressBlock *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
acq_address_block_draw (const AcqAddressBlock *self, AcqLetterPress *press, cairo_t *cr)
{
  acq_address_block_draw_at (self, press, cr, ACQ_ADDRESS_LEFT, ACQ_ADDRESS_BOTTOM);
}

void
acq_address_block_draw_at (const AcqAddressBlock *self, AcqLetterPress *press, cairo_t *cr, double left,
                           double bottom)
{
  double leading = acq_style_spec (self->style)->leading;
  double y = ACQ_MM (bottom) - leading * self->lines->len;

  cairo_tag_begin (cr, "P", NULL);
  for (guint i = 0; i < self->lines->len; i++, y += leading)
    acq_letter_press_draw_line (press, cr, self->style, ACQ_ALIGN_LEFT, ACQ_MM (left), y,
                                g_ptr_array_index (self->lines, i));
  cairo_tag_end (cr, "P");
}
