/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-text.h"

#include <string.h>

#include "acq-french-text.h"

#define MAX_FIELDS 16

typedef struct
{
  const char *names[MAX_FIELDS];
  const char *texts[MAX_FIELDS];
  gsize n;
} Fields;

static void
collect_fields (Fields *fields, va_list arguments)
{
  const char *name = va_arg (arguments, const char *);

  fields->n = 0;
  for (; name != NULL && fields->n < MAX_FIELDS; name = va_arg (arguments, const char *))
    {
      fields->names[fields->n] = name;
      fields->texts[fields->n++] = va_arg (arguments, const char *);
    }
}

static const char *
find_field (const Fields *fields, const char *name, gsize len)
{
  for (gsize i = 0; i < fields->n; i++)
    if (strlen (fields->names[i]) == len && strncmp (fields->names[i], name, len) == 0)
      return fields->texts[i];
  return NULL;
}

/* Returns the last character of the field's place in the model. */
static const char *
append_field (GString *filled, const Fields *fields, const char *open)
{
  const char *close = strchr (open, '}');
  g_autofree char *printable = NULL;
  const char *text;

  g_return_val_if_fail (close != NULL, open);
  text = find_field (fields, open + 1, (gsize) (close - open - 1));
  if (text == NULL)
    g_critical ("a letter's model has no field for %.*s", (int) (close - open + 1), open);
  printable = acq_french_printable (text);
  g_string_append (filled, printable);
  return close;
}

char *
acq_letter_text_fill (const char *model, ...)
{
  va_list arguments;
  char *filled;

  va_start (arguments, model);
  filled = acq_letter_text_fill_list (model, arguments);
  va_end (arguments);
  return filled;
}

char *
acq_letter_text_fill_list (const char *model, va_list arguments)
{
  g_autofree char *spaced = acq_french_spaces (model);
  GString *filled = g_string_sized_new (strlen (spaced) + 64);
  Fields fields;

  collect_fields (&fields, arguments);
  for (const char *p = spaced; *p != '\0'; p++)
    if (*p == '{')
      p = append_field (filled, &fields, p);
    else if (*p == '*')
      g_string_append_c (filled, ACQ_MARK_BOLD);
    else if (*p == '|')
      g_string_append_c (filled, ACQ_MARK_KEEP);
    else if (*p == '~')
      g_string_append (filled, ACQ_WIDE_SPACE);
    else if (*p == '_')
      g_string_append (filled, ACQ_NARROW_SPACE);
    else
      g_string_append_c (filled, *p);
  return g_string_free (filled, FALSE);
}

gboolean
acq_letter_text_has_marks (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text >= ACQ_MARK_BOLD && *text <= ACQ_MARK_LAST)
      return TRUE;
  return FALSE;
}
