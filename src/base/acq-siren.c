/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-siren.h"

#include <string.h>

#define LA_POSTE "356000000"
#define LA_POSTE_SEAT "35600000000048"

/* Letters and digits as capitals, spaces and dots dropped; NULL where anything else stands or it is too long. */
static char *
squeeze (const char *text, gsize longest)
{
  GString *kept;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  kept = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x202f || c == '.')
        continue;
      if (c >= 0x80 || !g_ascii_isalnum ((char) c) || kept->len == longest)
        {
          g_string_free (kept, TRUE);
          return NULL;
        }
      g_string_append_c (kept, g_ascii_toupper ((char) c));
    }
  return g_string_free (kept, FALSE);
}

static gboolean
is_digits (const char *text, gsize len)
{
  return strlen (text) == len && strspn (text, "0123456789") == len;
}

static gboolean
passes_luhn (const char *digits)
{
  gsize len = strlen (digits);
  int sum = 0;

  for (gsize i = 0; i < len; i++)
    {
      int value = digits[len - 1 - i] - '0';

      if (i % 2 == 1)
        value = value * 2 > 9 ? value * 2 - 9 : value * 2;
      sum += value;
    }
  return sum % 10 == 0;
}

char *
acq_siren_normalize (const char *text)
{
  g_autofree char *siren = squeeze (text, 9);

  if (siren == NULL || !is_digits (siren, 9) || !passes_luhn (siren) || strcmp (siren, "000000000") == 0)
    return NULL;
  return g_steal_pointer (&siren);
}

static gboolean
is_la_poste_establishment (const char *siret)
{
  int sum = 0;

  if (!g_str_has_prefix (siret, LA_POSTE) || strcmp (siret, LA_POSTE_SEAT) == 0)
    return FALSE;
  for (const char *p = siret; *p != '\0'; p++)
    sum += *p - '0';
  return sum % 5 == 0;
}

char *
acq_siret_normalize (const char *text)
{
  g_autofree char *siret = squeeze (text, 14);
  g_autofree char *siren = NULL;

  if (siret == NULL || !is_digits (siret, 14))
    return NULL;
  siren = g_strndup (siret, 9);
  if (!passes_luhn (siren) || !(passes_luhn (siret) || is_la_poste_establishment (siret)))
    return NULL;
  return g_steal_pointer (&siret);
}

static int
vat_key (const char *siren)
{
  int remainder = (int) (g_ascii_strtoll (siren, NULL, 10) % 97);

  return (12 + 3 * remainder) % 97;
}

/* Keys with letters (never I or O) stand for a number that must agree with the SIREN modulo 11. */
static gboolean
lettered_key_is_right (const char *key, const char *siren)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const char *first = strchr (alphabet, key[0]), *second = strchr (alphabet, key[1]);
  int value;

  if (first == NULL || second == NULL)
    return FALSE;
  if (g_ascii_isdigit (key[0]))
    value = (int) (first - alphabet) * 24 + (int) (second - alphabet) - 10;
  else
    value = (int) (first - alphabet) * 34 + (int) (second - alphabet) - 100;
  return (g_ascii_strtoll (siren, NULL, 10) + 1 + value / 11) % 11 == value % 11;
}

static gboolean
french_vat_is_valid (const char *number)
{
  const char *key = number + 2, *siren = number + 4;

  if (strlen (number) != 13 || !is_digits (siren, 9))
    return FALSE;
  /* Numbers of Monaco carry no SIREN. */
  if (!g_str_has_prefix (siren, "000") && !passes_luhn (siren))
    return FALSE;
  if (!g_ascii_isdigit (key[0]) || !g_ascii_isdigit (key[1]))
    return lettered_key_is_right (key, siren);
  return vat_key (siren) == (key[0] - '0') * 10 + key[1] - '0';
}

char *
acq_vat_number_normalize (const char *text)
{
  g_autofree char *number = squeeze (text, 15);

  if (number == NULL || strlen (number) < 4 || !g_ascii_isalpha (number[0]) || !g_ascii_isalpha (number[1]))
    return NULL;
  if (g_str_has_prefix (number, "FR") && !french_vat_is_valid (number))
    return NULL;
  return g_steal_pointer (&number);
}

char *
acq_vat_number_from_siren (const char *siren)
{
  return g_strdup_printf ("FR%02d%s", vat_key (siren), siren);
}

static int
remainder_97 (const char *text)
{
  int remainder = 0;

  for (; *text != '\0'; text++)
    {
      int value = g_ascii_isdigit (*text) ? *text - '0' : *text - 'A' + 10;

      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
  return remainder;
}

gboolean
acq_creditor_reference_is_valid (const char *text)
{
  g_autofree char *reference = squeeze (text, 25);
  g_autofree char *turned = NULL;

  if (reference == NULL || strlen (reference) < 5 || !g_str_has_prefix (reference, "RF"))
    return FALSE;
  if (!g_ascii_isdigit (reference[2]) || !g_ascii_isdigit (reference[3]) || strncmp (reference + 2, "02", 2) < 0
      || strncmp (reference + 2, "98", 2) > 0)
    return FALSE;
  turned = g_strdup_printf ("%s%.4s", reference + 4, reference);
  return remainder_97 (turned) == 1;
}

char *
acq_creditor_reference_new (const char *text)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *checked = NULL;

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (body, g_ascii_toupper (*p));
  if (body->len == 0 || body->len > 21)
    return NULL;
  checked = g_strdup_printf ("%sRF00", body->str);
  return g_strdup_printf ("RF%02d%s", 98 - remainder_97 (checked), body->str);
}
