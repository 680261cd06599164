/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sms-text.h"

#include <string.h>

/* Beside ASCII letters, digits and the signs below. */
#define BASIC    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\n"
#define EXTENDED "^{}\\[~]|€"

/* Units of one part, alone and of several. */
#define GSM_ALONE    160
#define GSM_JOINED   153
#define UCS_2_ALONE  70
#define UCS_2_JOINED 67

static const struct
{
  const char *written;
  const char *sent;
} substitutes[] = {
  { "\u202f", " " }, { "\u00a0", " " }, { "’", "'" },      { "‘", "'" },   { "“", "\"" },
  { "”", "\"" },     { "« ", "\"" },    { " »", "\"" },    { "«", "\"" },  { "»", "\"" },
  { "–", "-" },      { "—", "-" },      { "\u2212", "-" }, { "…", "..." }, { "ᵉʳ", "er" },
  { "ᵉ", "e" },      { "œ", "oe" },     { "Œ", "OE" },     { "·", "-" },   { "°", "o" },
};

static gboolean
is_among (const char *signs, gunichar c)
{
  return g_utf8_strchr (signs, -1, c) != NULL;
}

static gboolean
is_basic (gunichar c)
{
  return (c < 0x80 && g_ascii_isalnum ((char) c)) || is_among (BASIC, c);
}

/* The letter below the accents, where there is one. */
static void
append_folded (GString *text, gunichar c)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (!is_basic (c) && !is_among (EXTENDED, c)
      && g_unichar_fully_decompose (c, FALSE, base, G_N_ELEMENTS (base)) > 1 && is_basic (base[0]))
    c = base[0];
  g_string_append_unichar (text, c);
}

char *
acq_sms_text_fold (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  GString *folded = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (substitutes); i++)
    g_string_replace (plain, substitutes[i].written, substitutes[i].sent, 0);
  for (const char *p = plain->str; *p != '\0'; p = g_utf8_next_char (p))
    append_folded (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

guint
acq_sms_text_count (const char *text, guint *ret_n_left)
{
  guint gsm = 0, ucs_2 = 0, units, alone, joined, n_parts;
  gboolean is_gsm = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      is_gsm = is_gsm && (is_basic (c) || is_among (EXTENDED, c));
      gsm += is_basic (c) ? 1 : 2;
      ucs_2 += c > 0xffff ? 2 : 1;
    }
  units = is_gsm ? gsm : ucs_2;
  alone = is_gsm ? GSM_ALONE : UCS_2_ALONE;
  joined = is_gsm ? GSM_JOINED : UCS_2_JOINED;
  n_parts = units == 0 ? 0 : units <= alone ? 1 : (units + joined - 1) / joined;
  if (ret_n_left != NULL)
    *ret_n_left = n_parts <= 1 ? alone - units : n_parts * joined - units;
  return n_parts;
}
