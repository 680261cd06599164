/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-text.h"

#include "acq-french-text.h"
#include "acq-letter-text.h"

static void
free_row (gpointer data)
{
  AcqMailRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static void
free_block (gpointer data)
{
  AcqMailBlock *block = data;

  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block->text);
  g_free (block);
}

AcqMailText *
acq_mail_text_new (void)
{
  AcqMailText *self = g_new0 (AcqMailText, 1);

  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->blanks = g_ptr_array_new ();
  return self;
}

void
acq_mail_text_free (AcqMailText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->blanks);
  g_free (self->subject);
  g_free (self->sms);
  g_free (self);
}

static AcqMailBlock *
add_block (AcqMailText *self, AcqMailBlockKind kind)
{
  AcqMailBlock *block = g_new0 (AcqMailBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

AcqMailBlock *
acq_mail_text_take (AcqMailText *self, AcqMailBlockKind kind, char *text)
{
  AcqMailBlock *block;

  g_return_val_if_fail (kind != ACQ_MAIL_BLOCK_TABLE, NULL);

  if (text == NULL)
    return NULL;
  block = add_block (self, kind);
  block->text = text;
  return block;
}

void
acq_mail_text_add_blank (AcqMailText *self, const char *code)
{
  if (!g_ptr_array_find_with_equal_func (self->blanks, code, g_str_equal, NULL))
    g_ptr_array_add (self->blanks, (gpointer) code);
}

/* Says something by itself. */
static gboolean
is_said (const AcqMailBlock *block)
{
  return block->kind != ACQ_MAIL_BLOCK_IMPRINT && block->kind != ACQ_MAIL_BLOCK_SIGNATURE;
}

gboolean
acq_mail_text_is_whole (const AcqMailText *self)
{
  gboolean says_something = FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    says_something = says_something || is_said (self->blocks->pdata[i]);
  return self->subject != NULL && self->subject[0] != '\0' && says_something && !self->is_cut;
}

AcqMailBlock *
acq_mail_text_add_table (AcqMailText *self)
{
  AcqMailBlock *block = add_block (self, ACQ_MAIL_BLOCK_TABLE);

  block->rows = g_ptr_array_new_with_free_func (free_row);
  return block;
}

void
acq_mail_block_add_row (AcqMailBlock *self, AcqMailRowKind kind, gint64 amount, const char *const *cells)
{
  AcqMailRow *row = g_new0 (AcqMailRow, 1);

  row->kind = kind;
  row->amount = amount;
  row->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (self->rows, row);
}

/* "Échéance" as "échéance". */
static char *
uncapitalized (const char *title)
{
  const char *rest = g_utf8_next_char (title);
  g_autofree char *first = g_utf8_strdown (title, rest - title);

  return g_strconcat (first, rest, NULL);
}

/* What parts a title from its value. */
static const char *
colon_of (AcqTongue tongue)
{
  return tongue == ACQ_TONGUE_ENGLISH ? ": " : ACQ_WIDE_SPACE ": ";
}

static void
append_item (GString *plain, const char *colon, const AcqMailRow *head, const AcqMailRow *row)
{
  g_string_append (plain, row->cells[0]);
  for (guint i = 1; row->cells[i] != NULL; i++)
    {
      g_autofree char *title = head == NULL ? NULL : uncapitalized (head->cells[i]);

      if (g_str_equal (row->cells[i], ACQ_MAIL_NOTHING))
        continue;
      if (row->cells[i][0] != '\0' && title != NULL)
        g_string_append_printf (plain, " · %s%s%s", title, colon, row->cells[i]);
      else if (row->cells[i][0] != '\0')
        g_string_append_printf (plain, " · %s", row->cells[i]);
    }
}

static void
append_table (GString *plain, const char *colon, const GPtrArray *rows)
{
  const AcqMailRow *head = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const AcqMailRow *row = rows->pdata[i];

      switch (row->kind)
        {
        case ACQ_MAIL_ROW_HEAD:
          head = row;
          continue;
        case ACQ_MAIL_ROW_TOTAL:
          g_string_append_printf (plain, "%s%s%s", row->cells[0], colon,
                                  row->cells[g_strv_length (row->cells) - 1]);
          break;
        case ACQ_MAIL_ROW_GROUP:
          g_string_append (plain, row->cells[0]);
          break;
        case ACQ_MAIL_ROW_ITEM:
        default:
          append_item (plain, colon, head, row);
        }
      if (i + 1 < rows->len)
        g_string_append_c (plain, '\n');
    }
}

char *
acq_mail_text_to_plain (const AcqMailText *self)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AcqMailBlock *block = self->blocks->pdata[i];
      g_autofree char *text = block->text == NULL ? NULL : acq_mail_text_strip (block->text, NULL);

      if (i > 0)
        g_string_append (plain, "\n\n");
      if (text != NULL)
        g_string_append (plain, text);
      else
        append_table (plain, colon_of (self->tongue), block->rows);
    }
  return g_string_free (plain, FALSE);
}

char *
acq_mail_text_strip (const char *marked, GArray **ret_bold)
{
  GString *text = g_string_new (NULL);
  GArray *bold = g_array_new (FALSE, FALSE, sizeof (AcqTextRange));
  gboolean inside = FALSE;
  AcqTextRange range = { 0, 0 };

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (*p < ACQ_MARK_BOLD || *p > ACQ_MARK_LAST)
        g_string_append_c (text, *p);
      else if (*p == ACQ_MARK_BOLD && !inside)
        range.start = text->len;
      else if (*p == ACQ_MARK_BOLD)
        {
          range.end = text->len;
          g_array_append_val (bold, range);
        }
      if (*p == ACQ_MARK_BOLD)
        inside = !inside;
    }
  if (ret_bold != NULL)
    *ret_bold = g_array_ref (bold);
  g_array_unref (bold);
  return g_string_free (text, FALSE);
}
