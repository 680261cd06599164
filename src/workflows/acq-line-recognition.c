/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-line-recognition.h"

/* A report and its statement may book a line so many days apart. */
#define MAX_DAYS_APART 5

void
acq_line_recognition_init (AcqLineRecognition *self, AcqConnection *connection)
{
  *self = (AcqLineRecognition){
    .connection = connection,
    .days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
    .taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };
}

void
acq_line_recognition_clear (AcqLineRecognition *self)
{
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->other_formats, g_hash_table_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
}

gboolean
acq_line_recognition_begin (AcqLineRecognition *self, gint64 batch_id, gint64 account_id, gboolean is_report,
                            GError **error)
{
  self->batch_id = batch_id;
  self->account_id = account_id;
  self->is_report = is_report;
  self->first = ACQ_DAY_NONE;
  g_clear_pointer (&self->other_formats, g_hash_table_unref);
  self->other_formats = acq_bank_repository_list_other_formats (self->connection, account_id, batch_id, error);
  if (self->other_formats == NULL)
    return FALSE;
  return acq_bank_repository_has_others (self->connection, account_id, batch_id, &self->has_known, error)
         && acq_bank_repository_has_provisional (self->connection, account_id, &self->has_provisional, error);
}

static GPtrArray *
known_lines_of (AcqLineRecognition *self, AcqDay day, GError **error)
{
  gint64 key = self->account_id << 32 | (guint32) day;
  GPtrArray *known = g_hash_table_lookup (self->days, &key);

  if (known != NULL)
    return known;
  known = acq_bank_repository_list_known (self->connection, self->account_id, day, self->batch_id, error);
  if (known != NULL)
    g_hash_table_insert (self->days, g_memdup2 (&key, sizeof key), known);
  return known;
}

typedef enum
{
  LIKENESS_NONE,
  LIKENESS_LOOSE,
  LIKENESS_LABEL, /* one of both has no id of the bank */
  LIKENESS_BANK_ID,
} Likeness;

/* Both files cover the whole of a day but the one on which the earlier was fetched and the later begins. */
static gboolean
is_of_other_format (const AcqLineRecognition *self, const AcqKnownTransaction *known)
{
  gpointer last;

  return !self->is_report && g_hash_table_lookup_extended (self->other_formats, &known->batch_id, NULL, &last)
         && (known->booked != GPOINTER_TO_INT (last) || known->booked != self->first);
}

static Likeness
compare_lines (const AcqLineRecognition *self, const AcqKnownTransaction *known, const AcqTransaction *line)
{
  gboolean is_loose = self->is_report != known->provisional || is_of_other_format (self, known);
  Likeness otherwise = is_loose ? LIKENESS_LOOSE : LIKENESS_NONE;

  if (known->amount != line->amount || known->taken)
    return LIKENESS_NONE;
  if (known->bank_ref != NULL && line->bank_ref != NULL)
    return g_str_equal (known->bank_ref, line->bank_ref) ? LIKENESS_BANK_ID : otherwise;
  return g_strcmp0 (known->label, line->label) == 0 ? LIKENESS_LABEL : otherwise;
}

/* One of the same id goes before one without, which another line of the file may need. */
static AcqKnownTransaction *
find_likest (const AcqLineRecognition *self, const GPtrArray *known, const AcqTransaction *line, Likeness *ret_likeness)
{
  AcqKnownTransaction *found = NULL;
  Likeness best = LIKENESS_NONE, most = line->bank_ref == NULL ? LIKENESS_LABEL : LIKENESS_BANK_ID;

  for (guint i = 0; i < known->len && best < most; i++)
    {
      AcqKnownTransaction *one = known->pdata[i];
      Likeness likeness = compare_lines (self, one, line);

      /* A line of another day may have taken it. */
      if (likeness > best
          && (g_hash_table_size (self->taken) == 0 || !g_hash_table_contains (self->taken, &one->id)))
        {
          best = likeness;
          found = one;
        }
    }
  *ret_likeness = best;
  return found;
}

static void
take (AcqLineRecognition *self, AcqKnownTransaction *known, AcqRecognition *ret)
{
  known->taken = TRUE;
  if (self->has_provisional || self->is_report)
    g_hash_table_add (self->taken, g_memdup2 (&known->id, sizeof known->id));
  ret->id = known->id;
  ret->provisional = known->provisional;
}

static gboolean
is_same_elsewhen (const AcqKnownTransaction *known, const AcqTransaction *line)
{
  if (known->bank_ref != NULL && line->bank_ref != NULL)
    return g_str_equal (known->bank_ref, line->bank_ref);
  if (known->end_to_end != NULL && line->end_to_end != NULL)
    return g_str_equal (known->end_to_end, line->end_to_end);
  return line->label != NULL && line->label[0] != '\0' && g_str_equal (known->label, line->label);
}

/* A report may book a line on another day than its statement does. */
static gboolean
find_near (AcqLineRecognition *self, const AcqTransaction *line, AcqRecognition *ret, GError **error)
{
  g_autoptr (GPtrArray) near = acq_bank_repository_list_near (self->connection, self->account_id, line->booked,
                                                              MAX_DAYS_APART, line->amount, self->batch_id, error);

  if (near == NULL)
    return FALSE;
  for (guint i = 0; i < near->len; i++)
    {
      AcqKnownTransaction *known = near->pdata[i];

      if (known->booked == line->booked || self->is_report == known->provisional
          || g_hash_table_contains (self->taken, &known->id) || !is_same_elsewhen (known, line))
        continue;
      take (self, known, ret);
      return TRUE;
    }
  return TRUE;
}

gboolean
acq_line_recognition_find (AcqLineRecognition *self, const AcqTransaction *line, AcqRecognition *ret, GError **error)
{
  AcqKnownTransaction *found;
  Likeness likeness;
  GPtrArray *known;

  *ret = (AcqRecognition){ 0 };
  if (!self->has_known)
    return TRUE;
  known = known_lines_of (self, line->booked, error);
  if (known == NULL)
    return FALSE;
  found = find_likest (self, known, line, &likeness);
  ret->is_open = likeness == LIKENESS_LOOSE;
  if (likeness > LIKENESS_LOOSE)
    take (self, found, ret);
  else if (self->has_provisional || self->is_report)
    {
      if (!find_near (self, line, ret, error))
        return FALSE;
      ret->is_open = ret->is_open && ret->id == 0;
    }
  return TRUE;
}

gboolean
acq_line_recognition_find_loosely (AcqLineRecognition *self, const AcqTransaction *line, AcqRecognition *ret,
                                   GError **error)
{
  AcqKnownTransaction *found;
  Likeness likeness;
  GPtrArray *known = known_lines_of (self, line->booked, error);

  *ret = (AcqRecognition){ 0 };
  if (known == NULL)
    return FALSE;
  found = find_likest (self, known, line, &likeness);
  if (found != NULL)
    take (self, found, ret);
  return TRUE;
}
