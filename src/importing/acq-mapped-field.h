/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/* How sure it is what the columns of a table hold. */
typedef enum
{
  ACQ_MAPPING_SAFE,
  ACQ_MAPPING_LIKELY, /* may be imported, but somebody should look */
  ACQ_MAPPING_UNSAFE, /* must not be imported before somebody said so */
} AcqMappingSureness;

ACQ_DECLARE_CODES (AcqMappingSureness, acq_mapping_sureness)

/* What a table must have a column for and has none. */
typedef enum
{
  ACQ_MAPPING_LACKS_DAY,
  ACQ_MAPPING_LACKS_LABEL,
  ACQ_MAPPING_LACKS_AMOUNT,
  ACQ_MAPPING_LACKS_NUMBER,
  ACQ_MAPPING_LACKS_CUSTOMER,
  ACQ_MAPPING_N_GAPS,
} AcqMappingGap;

ACQ_DECLARE_CODES (AcqMappingGap, acq_mapping_gap)

/* In a set of gaps. */
#define ACQ_MAPPING_BIT(gap) (1u << (gap))

#define ACQ_COLUMN_LETTERS_SIZE 8

/* "A", "Z", "AA": what spreadsheets call the column, counted from 0. Returns @letters. */
char *acq_column_letters (guint column, char letters[ACQ_COLUMN_LETTERS_SIZE]);

/* What a mapping (AcqImportSource) says of a column: by its heading, however that is spelled, else by its letters, which name
   columns without a heading and those whose heading another column bears too. NULL where it says nothing.
   @mapping: (nullable) */
const char *acq_mapped_field (GHashTable *mapping, const char *heading, guint column);
/* By its heading alone. */
const char *acq_mapped_field_by_heading (GHashTable *mapping, const char *heading);

G_END_DECLS
