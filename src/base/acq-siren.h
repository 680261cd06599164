/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each takes spaces and dots for granted and returns the number without them, or NULL where it is not valid.
   Free it. NULL is allowed. */

/* Nine digits with a Luhn check (INSEE). */
char *acq_siren_normalize (const char *text);
/* Fourteen digits; the establishments of La Poste (SIREN 356000000) have a rule of their own. */
char *acq_siret_normalize (const char *text);
/* "FR", a key of two characters and a SIREN whose key is right; other countries' numbers are checked for their
   form only (two letters, 2 to 13 letters or digits). */
char *acq_vat_number_normalize (const char *text);

/* The intra-community VAT number of a valid SIREN. Free it. */
char *acq_vat_number_from_siren (const char *siren);

/* ISO 11649: "RF", two check digits, up to 21 letters or digits. */
gboolean acq_creditor_reference_is_valid (const char *text);
/* The RF reference of a text of which only letters and digits count; NULL where none or over 21 are left. */
char *acq_creditor_reference_new (const char *text);

G_END_DECLS
