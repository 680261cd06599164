/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-iban.h"

#include <string.h>

/* Lengths of the IBAN registry for the countries French companies meet; others are checked by digits alone. */
static const struct
{
  char country[3];
  guint8 length;
} lengths[] = {
  { "AD", 24 }, { "AT", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 }, { "CZ", 24 },
  { "DE", 22 }, { "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 }, { "FR", 27 }, { "GB", 22 },
  { "GI", 23 }, { "GR", 27 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IS", 26 }, { "IT", 27 },
  { "LI", 21 }, { "LT", 20 }, { "LU", 20 }, { "LV", 21 }, { "MC", 27 }, { "MT", 31 }, { "NL", 18 },
  { "NO", 15 }, { "PL", 28 }, { "PT", 25 }, { "RO", 24 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 },
  { "SM", 27 }, { "TN", 24 }, { "MA", 28 },
};

static int
character_value (char c)
{
  return g_ascii_isdigit (c) ? c - '0' : g_ascii_toupper (c) - 'A' + 10;
}

static int
remainder_97 (const char *text, gsize len)
{
  int remainder = 0;

  for (gsize i = 0; i < len; i++)
    {
      int value = character_value (text[i]);

      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
  return remainder;
}

static gboolean
length_is_right (const char *iban, gsize len)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strncmp (iban, lengths[i].country, 2) == 0)
      return len == lengths[i].length;
  return len >= 15;
}

/* The check runs over the IBAN with its first four characters moved to the end (ISO 7064 mod 97-10). Check digits are
   98 less a remainder, so that 00, 01 and 99 never occur. */
static gboolean
check_digits_are_right (const char *iban, gsize len)
{
  char turned[ACQ_IBAN_SIZE + 4];
  int digits = (iban[2] - '0') * 10 + iban[3] - '0';

  if (digits < 2 || digits > 98)
    return FALSE;
  memcpy (turned, iban + 4, len - 4);
  memcpy (turned + len - 4, iban, 4);
  return remainder_97 (turned, len) == 1;
}

char *
acq_iban_normalize (const char *text)
{
  char iban[ACQ_IBAN_SIZE];
  gsize len = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x202f || c == '.')
        continue;
      if (c >= 0x80 || !g_ascii_isalnum ((char) c) || len + 1 >= sizeof iban)
        return NULL;
      iban[len++] = g_ascii_toupper ((char) c);
    }
  iban[len] = '\0';
  if (len < 5 || !g_ascii_isalpha (iban[0]) || !g_ascii_isalpha (iban[1]) || !g_ascii_isdigit (iban[2])
      || !g_ascii_isdigit (iban[3]))
    return NULL;
  if (!length_is_right (iban, len) || !check_digits_are_right (iban, len))
    return NULL;
  return g_strdup (iban);
}

gboolean
acq_iban_is_valid (const char *text)
{
  g_autofree char *iban = acq_iban_normalize (text);

  return iban != NULL;
}

char *
acq_iban_format (const char *iban, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; iban[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, iban[i]);
    }
  return g_string_free (text, FALSE);
}

/* Letters of an account number count as the digits of the RIB rule: A, J = 1; B, K, S = 2; … I, R, Z = 9. */
static int
rib_digit (char c)
{
  int index = g_ascii_toupper (c) - 'A';

  if (g_ascii_isdigit (c))
    return c - '0';
  return index < 18 ? index % 9 + 1 : index - 18 + 2;
}

static gint64
rib_number (const char *text, gsize len)
{
  gint64 number = 0;

  for (gsize i = 0; i < len; i++)
    number = number * 10 + rib_digit (text[i]);
  return number;
}

static int
rib_key (const char *bank, const char *branch, const char *account)
{
  gint64 sum = 89 * rib_number (bank, 5) + 15 * rib_number (branch, 5) + 3 * rib_number (account, 11);

  return 97 - (int) (sum % 97);
}

static gboolean
is_alphanumeric (const char *text, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return TRUE;
}

char *
acq_iban_from_rib (const char *bank, const char *branch, const char *account)
{
  char number[12], body[32], iban[28];
  g_autofree char *capitals = NULL;
  gsize account_len;

  if (bank == NULL || branch == NULL || account == NULL)
    return NULL;
  account_len = strlen (account);
  if (strlen (bank) != 5 || strlen (branch) != 5 || account_len == 0 || account_len > 11)
    return NULL;
  if (!is_alphanumeric (bank, 5) || !is_alphanumeric (branch, 5) || !is_alphanumeric (account, account_len))
    return NULL;
  memset (number, '0', 11);
  for (gsize i = 0; i < account_len; i++)
    number[11 - account_len + i] = g_ascii_toupper (account[i]);
  number[11] = '\0';
  g_snprintf (body, sizeof body, "%.5s%.5s%s%02d", bank, branch, number, rib_key (bank, branch, number));
  g_snprintf (iban, sizeof iban, "%sFR00", body);
  capitals = g_ascii_strup (body, -1);
  return g_strdup_printf ("FR%02d%s", 98 - remainder_97 (iban, 27), capitals);
}

gboolean
acq_iban_rib_key_is_valid (const char *iban)
{
  if (!g_str_has_prefix (iban, "FR") || strlen (iban) != 27)
    return TRUE;
  return rib_key (iban + 4, iban + 9, iban + 14) == (iban[25] - '0') * 10 + iban[26] - '0';
}

gboolean
acq_bic_is_valid (const char *text)
{
  gsize len = text == NULL ? 0 : strlen (text);

  if (len != 8 && len != 11)
    return FALSE;
  return is_alphanumeric (text, len) && g_ascii_isalpha (text[4]) && g_ascii_isalpha (text[5]);
}
