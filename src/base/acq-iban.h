/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest IBAN of the registry (ISO 13616) and its end. */
#define ACQ_IBAN_SIZE 35

/* Capitals without spaces if the text is a valid IBAN (length of its country where known, check digits), else
   NULL. Spaces, no-break spaces and dots are passed over. Free it. */
char *acq_iban_normalize (const char *text);
gboolean acq_iban_is_valid (const char *text);
/* A normalised IBAN in groups of four, separated by the given text. Free it. */
char *acq_iban_format (const char *iban, const char *separator);

/**
 * acq_iban_from_rib:
 * @bank: five characters, as are @branch
 * @account: up to eleven letters or digits, filled with zeros on its left
 *
 * Returns: (transfer full) (nullable): the French IBAN of an account known by bank, branch and number, with the
 *   RIB key and the check digits worked out; %NULL where a part is ill-formed
 */
char *acq_iban_from_rib (const char *bank, const char *branch, const char *account);

/* Checks the RIB key inside a French IBAN; TRUE for other countries. */
gboolean acq_iban_rib_key_is_valid (const char *iban);

/* ISO 9362: 8 or 11 characters. */
gboolean acq_bic_is_valid (const char *text);

G_END_DECLS
