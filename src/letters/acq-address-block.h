/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer.h"
#include "acq-letter-press.h"

G_BEGIN_DECLS

/* Lines that a window can show, characters of a line (La Poste, NF Z 10-011), and the room of a line in millimetres. */
#define ACQ_ADDRESS_MAX_LINES      6
#define ACQ_ADDRESS_MAX_CHARACTERS 38
#define ACQ_ADDRESS_MAX_WIDTH      80.0

typedef enum
{
  ACQ_ADDRESS_FITS,
  ACQ_ADDRESS_SIX_LINES,  /* the first one may hide in the smaller window */
  ACQ_ADDRESS_TOO_LONG,   /* no way to write it in the window: the letter must not leave */
  ACQ_ADDRESS_INCOMPLETE, /* no name, street or town */
} AcqAddressFlaw;

/**
 * AcqAddressBlock:
 *
 * The recipient's address as the window shows it: ASCII capitals, shrunk or abbreviated where it must be.
 */
typedef struct
{
  GPtrArray *lines; /* (element-type utf8) */
  AcqStyle style;
  AcqAddressFlaw flaw;
} AcqAddressBlock;

/* attention: (nullable): a line under the name ("À l'attention du représentant légal"); falls away where room is short. */
AcqAddressBlock *acq_address_block_new (AcqLetterPress *press, const AcqCustomer *recipient,
                                        const char *attention);
void acq_address_block_free (AcqAddressBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqAddressBlock, acq_address_block_free)

/* Bottom-aligned in the window of the first page. */
void acq_address_block_draw (const AcqAddressBlock *self, AcqLetterPress *press, cairo_t *cr);
/* Elsewhere: the left edge and what is below the last line, in millimetres. */
void acq_address_block_draw_at (const AcqAddressBlock *self, AcqLetterPress *press, cairo_t *cr, double left,
                                double bottom);

G_END_DECLS
