/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as programs store them, with a dot and perhaps an exponent: xsd:decimal of invoices, cells of
   spreadsheets. Floating point never touches them. More than fifteen digits are first rounded to fifteen, which
   turns the "1234.5599999999999" of a spreadsheet back into what was typed. */

/* Minor units, rounded half away from zero. FALSE, without touching the result, where the text is no such number or
   is larger than ACQ_MONEY_MAX. NULL is allowed. */
gboolean acq_decimal_to_minor (const char *text, int decimals, gint64 *ret_minor);

/* The number without exponent and without zeros at the end: "1.2E3" is "1200". NULL where it is none. Free it. */
char *acq_decimal_to_plain (const char *text);

G_END_DECLS
