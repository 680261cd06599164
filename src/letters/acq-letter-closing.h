/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-letter.h"

G_BEGIN_DECLS

/* Adds the signatory with room to sign; stays with the paragraph before it. room: millimetres, at least 12 below the name
   unless compact. */
void acq_letter_layout_add_signature (AcqLetterLayout *layout, const AcqCompany *company, AcqStyle style,
                                      double room);

/* "Pièces jointes – …"; list: NULL where nothing goes with the letter. Returns the part's number. */
guint acq_letter_layout_add_enclosure_list (AcqLetterLayout *layout, const char *list);

G_END_DECLS
