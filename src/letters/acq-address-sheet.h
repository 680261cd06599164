/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-customer.h"
#include "acq-day.h"
#include "acq-letter-press.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_ADDRESS_SHEET_A4, /* lies before the letter: its address stands in the window, whatever the letter's first page is */
  ACQ_ADDRESS_SHEET_DL, /* printed on an envelope of 220 × 110 mm without a window */
  ACQ_ADDRESS_SHEET_C5, /* printed on an envelope of 229 × 162 mm without a window */
} AcqAddressSheetKind;

ACQ_DECLARE_CODES (AcqAddressSheetKind, acq_address_sheet_kind)

typedef struct
{
  double width; /* millimetres, as all of them */
  double height;
  double sender_left; /* top left corner of the sender's lines */
  double sender_top;
  double address_left;   /* where a window would show the recipient's lines */
  double address_bottom; /* below the last one */
} AcqAddressSheetSpec;

/* Never NULL. */
const AcqAddressSheetSpec *acq_address_sheet_spec (AcqAddressSheetKind kind);

/* To whom one letter goes. All is borrowed. */
typedef struct
{
  const AcqCustomer *recipient;
  const char *attention; /* nullable; as in acq_address_block_new() */
} AcqAddressee;

/**
 * acq_address_sheet_write:
 * @addressees: (array length=n_addressees): in the order of the letters
 * @day: that of the letters
 *
 * One page for each letter, with the sender small at the top left and the recipient's address, written by the rules of the
 * letters themselves. Nothing else stands on it.
 *
 * Returns: (transfer full): a PDF, or %NULL with ACQ_LETTER_ERROR_ADDRESS and the recipient's name where an address is
 *   incomplete or too long to be written
 */
GBytes *acq_address_sheet_write (AcqLetterPress *press, AcqAddressSheetKind kind, const AcqCompany *company,
                                 const AcqAddressee *addressees, gsize n_addressees, AcqDay day,
                                 GError **error);

G_END_DECLS
