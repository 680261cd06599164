/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * acq_epc_payload:
 * @bic: (nullable): the beneficiary's bank
 * @name: of the beneficiary; cut after 70 characters
 * @iban: normalised
 * @cents: from 1 cent to 999,999,999.99 €
 * @reference: words for the statement; cut after 140 characters
 *
 * The text of a "SEPA credit transfer" QR code (EPC069-12, version 002).
 *
 * Returns: (transfer full) (nullable): %NULL for an amount out of range or more than 331 bytes
 */
char *acq_epc_payload (const char *bic, const char *name, const char *iban, gint64 cents,
                       const char *reference);

/* Draws the code of a text as vectors, error correction M, without its quiet zone. FALSE where the text does not fit. */
gboolean acq_qr_code_draw (cairo_t *cr, const char *text, double x, double y, double size);

G_END_DECLS
