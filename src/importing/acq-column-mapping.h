/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-mapped-field.h"
#include "acq-table.h"

G_BEGIN_DECLS

/* A column of a table. */
typedef struct
{
  char *key;     /* by which a mapping names it: the heading, or the letters where no heading is its alone */
  char *heading; /* "": none */
  char letters[ACQ_COLUMN_LETTERS_SIZE];
  const char *field; /* code of what it holds: AcqBankColumn for statements, AcqTableField for all else */
  gboolean guessed;  /* from its cells alone */
} AcqMappedColumn;

/* How one of the first lines reads. */
typedef struct
{
  guint64 place; /* line or row in the file */
  AcqDay day;    /* ACQ_DAY_NONE: it has none */
  char *text;    /* label; number and customer; customer. Nullable */
  gboolean has_amount;
  gint64 amount;
  AcqCurrency currency;
  gboolean is_refused;
  AcqReject reason; /* of a refused one */
} AcqMappedLine;

/**
 * AcqColumnMapping:
 *
 * What the columns of one table hold, as the file and the user tell it: guessed, shown on the first rows, corrected, and known
 * again by the headings. It needs neither the whole file nor anything but the file.
 */
typedef struct
{
  AcqImportKind kind;
  AcqTable *head;      /* the first rows */
  guint first_row;     /* of the lines, in @head */
  gboolean has_heading; /* in the row above them */
  GArray *columns;     /* (element-type AcqMappedColumn) */
  AcqMappingSureness sureness;
  guint gaps;          /* set of ACQ_MAPPING_BIT(): nothing can be read while there is one */
  AcqDay today;
  AcqCurrency currency;
} AcqColumnMapping;

/* @source: its mapping is what was said before. (transfer full) (nullable): NULL where the file is no table, or an aged
   balance, whose columns need no names. */
AcqColumnMapping *acq_column_mapping_new (const AcqImportSource *source, AcqImportKind kind);
void acq_column_mapping_free (AcqColumnMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqColumnMapping, acq_column_mapping_free)

const AcqMappedColumn *acq_column_mapping_column (const AcqColumnMapping *self, guint nth);
/* What the user says a column holds, @field being one of acq_column_mapping_fields(). Another column that held it is
   ignored from now on, unless several may. */
void acq_column_mapping_set_field (AcqColumnMapping *self, guint nth, const char *field);
/* The user says that all of it is right. */
void acq_column_mapping_confirm (AcqColumnMapping *self);

/* What columns of such a table may hold, "ignored" first; NULL-terminated, static. */
const char *const *acq_column_mapping_fields (AcqImportKind kind);

/* All of it as AcqImportSource takes it: the key of each column to its field. (transfer full) */
GHashTable *acq_column_mapping_to_hash (const AcqColumnMapping *self);

/* How the first lines read under it, at most @n of them; none while there are gaps. (transfer full) (element-type AcqMappedLine) */
GPtrArray *acq_column_mapping_read_lines (const AcqColumnMapping *self, guint n);

/* By what a table like this one is known again: its headings, or, where it has none, how many columns of what kinds it has.
   Free it. */
char *acq_column_mapping_fingerprint (const AcqColumnMapping *self);
/* All that a file may be known by, before it is known what it is about; empty for what is no table. (transfer full) */
GStrv acq_column_mapping_fingerprints_of (const AcqImportSource *source);

G_END_DECLS
