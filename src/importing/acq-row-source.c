/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-row-source.h"

#include "acq-delimited-reader.h"

/* One of "reader" and "table" is set. */
struct _AcqRowSource
{
  AcqDelimitedReader *reader;
  const AcqTable *table;
  gsize size;
  guint next; /* row of "table" */
};

static AcqRowSource *
new_over (AcqDelimitedReader *reader)
{
  AcqRowSource *self;

  if (reader == NULL)
    return NULL;
  self = g_new0 (AcqRowSource, 1);
  self->reader = reader;
  return self;
}

AcqRowSource *
acq_row_source_new_delimited (const guint8 *bytes, gsize size, GError **error)
{
  return new_over (acq_delimited_reader_new (bytes, size, 0, error));
}

AcqRowSource *
acq_row_source_new_delimited_head (const guint8 *bytes, gsize size)
{
  return new_over (acq_delimited_reader_new_head (bytes, size, 0));
}

AcqRowSource *
acq_row_source_new_table (const AcqTable *table, gsize size)
{
  AcqRowSource *self = g_new0 (AcqRowSource, 1);

  self->table = table;
  self->size = size;
  return self;
}

void
acq_row_source_free (AcqRowSource *self)
{
  if (self == NULL)
    return;
  acq_delimited_reader_free (self->reader);
  g_free (self);
}

gboolean
acq_row_source_next (AcqRowSource *self, GError **error)
{
  if (self->reader != NULL)
    return acq_delimited_reader_next (self->reader, error);
  if (self->next == acq_table_n_rows (self->table))
    return FALSE;
  self->next++;
  return TRUE;
}

void
acq_row_source_rewind (AcqRowSource *self)
{
  if (self->reader != NULL)
    acq_delimited_reader_rewind (self->reader);
  self->next = 0;
}

guint
acq_row_source_n_cells (const AcqRowSource *self)
{
  return self->reader != NULL ? acq_delimited_reader_n_cells (self->reader)
                              : acq_table_n_cells (self->table, self->next - 1);
}

const char *
acq_row_source_cell (const AcqRowSource *self, guint index)
{
  return self->reader != NULL ? acq_delimited_reader_cell (self->reader, index)
                              : acq_table_cell (self->table, self->next - 1, index);
}

gboolean
acq_row_source_is_number (const AcqRowSource *self, guint index)
{
  return self->table != NULL && acq_table_is_number (self->table, self->next - 1, index);
}

guint64
acq_row_source_row (const AcqRowSource *self)
{
  return self->reader != NULL ? acq_delimited_reader_row (self->reader) : self->next;
}

guint64
acq_row_source_line (const AcqRowSource *self)
{
  return self->reader != NULL ? acq_delimited_reader_line (self->reader)
                              : acq_table_place (self->table, self->next - 1);
}

gboolean
acq_row_source_row_is_ended (const AcqRowSource *self)
{
  return self->reader == NULL || acq_delimited_reader_row_is_ended (self->reader);
}

gsize
acq_row_source_offset (const AcqRowSource *self)
{
  if (self->reader != NULL)
    return acq_delimited_reader_offset (self->reader);
  return (gsize) ((guint64) self->size * self->next / MAX (acq_table_n_rows (self->table), 1));
}

AcqTable *
acq_row_source_read_head (AcqRowSource *self, guint n_rows)
{
  AcqTable *head = acq_table_new ();

  acq_row_source_rewind (self);
  while (acq_table_n_rows (head) < n_rows && acq_row_source_next (self, NULL)
         && acq_table_begin_row (head, acq_row_source_line (self), NULL))
    for (guint i = 0; i < acq_row_source_n_cells (self); i++)
      if (!acq_table_add_cell (head, acq_row_source_cell (self, i), acq_row_source_is_number (self, i), NULL))
        break;
  acq_row_source_rewind (self);
  return head;
}
