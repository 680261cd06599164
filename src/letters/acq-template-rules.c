/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-rules.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* Models in which words are forbidden. */
#define BIT(model) (1u << ACQ_TEMPLATE_MODEL_##model)
#define BEFORE_LAST                                                                                          \
  (BIT (BEFORE_DUE) | BIT (COURTEOUS) | BIT (FIRM) | BIT (PROPOSAL) | BIT (BROKEN_PROMISE)                   \
   | BIT (DISPUTE_ANSWER) | BIT (STATEMENT) | BIT (THANKS))
#define RELEASE BIT (RETENTION_RELEASE)
#define ALL     (~0u)
#define REMINDER                                                                                             \
  (BIT (BEFORE_DUE) | BIT (COURTEOUS) | BIT (FIRM) | BIT (PROPOSAL) | BIT (BROKEN_PROMISE)                   \
   | BIT (LAST_REMINDER) | RELEASE)

/* Words, folded, that a message of these models does not say; a star stands for any ending. */
static const struct
{
  const char *words;
  AcqTongue tongue;
  guint models;
} forbidden[] = {
  { "MISE EN DEMEURE", ACQ_TONGUE_FRENCH, BEFORE_LAST | RELEASE },
  { "METTRE EN DEMEURE", ACQ_TONGUE_FRENCH, BEFORE_LAST | RELEASE },
  { "PENALITE*", ACQ_TONGUE_FRENCH, BEFORE_LAST | RELEASE },
  { "INDEMNITE*", ACQ_TONGUE_FRENCH, BEFORE_LAST | RELEASE },
  { "IMPAYE*", ACQ_TONGUE_FRENCH, RELEASE },
  { "RETARD", ACQ_TONGUE_FRENCH, RELEASE },
  { "AVANT LE", ACQ_TONGUE_FRENCH, BIT (COURTEOUS) | BIT (FIRM) | BIT (LAST_REMINDER) },
  { "TRIBUNAL", ACQ_TONGUE_FRENCH, ALL },
  { "HUISSIER*", ACQ_TONGUE_FRENCH, ALL },
  { "COMMISSAIRE DE JUSTICE", ACQ_TONGUE_FRENCH, ALL },
  { "FICHAGE", ACQ_TONGUE_FRENCH, ALL },
  { "FRAIS DE RELANCE", ACQ_TONGUE_FRENCH, ALL },
  { "FRAIS DE DOSSIER", ACQ_TONGUE_FRENCH, ALL },
  { "FORMAL NOTICE", ACQ_TONGUE_ENGLISH, BEFORE_LAST | RELEASE },
  { "PENALT*", ACQ_TONGUE_ENGLISH, BEFORE_LAST | RELEASE },
  { "COMPENSATION", ACQ_TONGUE_ENGLISH, BEFORE_LAST | RELEASE },
  { "OVERDUE", ACQ_TONGUE_ENGLISH, RELEASE },
  { "COURT", ACQ_TONGUE_ENGLISH, ALL },
  { "BAILIFF*", ACQ_TONGUE_ENGLISH, ALL },
};

/* Bytes of the words that the text begins with, if they are those; else 0. */
static gsize
match_words (const char *text, const char *words, gboolean any_ending)
{
  gsize n_words = strlen (words);

  for (const char *p = text; *p != '\0' && (gsize) (p - text) < 4 * n_words; p = g_utf8_next_char (p))
    {
      const char *end = g_utf8_next_char (p);
      g_autofree char *piece = g_strndup (text, (gsize) (end - text));
      g_autofree char *folded = acq_text_fold (piece);

      if (strlen (folded) < n_words)
        continue;
      if (!g_str_equal (folded, words) || (!any_ending && g_unichar_isalnum (g_utf8_get_char (end))))
        return 0;
      return (gsize) (end - text);
    }
  return 0;
}

static gboolean
find_words (const char *text, const char *folded, const char *pattern, gsize *ret_start, gsize *ret_end)
{
  gboolean any_ending = g_str_has_suffix (pattern, "*");
  g_autofree char *words = g_strndup (pattern, strcspn (pattern, "*"));
  gboolean inside = FALSE;

  /* Most texts hold none of them at all. */
  if (strstr (folded, words) == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalnum (g_utf8_get_char (p));
      gsize len = letter && !inside ? match_words (p, words, any_ending) : 0;

      inside = letter;
      if (len == 0)
        continue;
      *ret_start = (gsize) (p - text);
      *ret_end = *ret_start + len;
      return TRUE;
    }
  return FALSE;
}

static gboolean
says_forbidden (AcqTemplateModel model, AcqTemplateVariant variant, const char *text, AcqTemplateFlaw *flaw)
{
  g_autofree char *folded = acq_text_fold (text);
  gsize start, end;

  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      if ((forbidden[i].models & (1u << model)) == 0
          || forbidden[i].tongue != acq_template_variant_tongue (variant)
          || !find_words (text, folded, forbidden[i].words, &start, &end))
        continue;
      flaw->code = ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS;
      flaw->name = g_strndup (text + start, end - start);
      acq_template_flaw_locate (flaw, text, start, end);
      return TRUE;
    }
  return FALSE;
}

/* Phrases that say what a message of these models may not. */
static const struct
{
  const char *code;
  guint models;
} forbidden_phrases[] = {
  { "notice_announcement", BEFORE_LAST | RELEASE },
  { "penalties_mention", BEFORE_LAST | RELEASE },
};

static gboolean
names_forbidden (const AcqTemplate *template, AcqTemplateModel model, const char *text, AcqTemplateFlaw *flaw)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden_phrases); i++)
    {
      const char *code = forbidden_phrases[i].code;
      const char *place = strstr (text, code);

      if ((forbidden_phrases[i].models & (1u << model)) == 0 || place == NULL || !acq_template_names (template, code))
        continue;
      flaw->code = ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS;
      flaw->name = g_strdup (acq_template_field_label (acq_template_field_find (code, strlen (code))));
      acq_template_flaw_locate (flaw, text, (gsize) (place - text), (gsize) (place - text) + strlen (code));
      return TRUE;
    }
  return FALSE;
}

/* A reminder without an account to pay on is none. */
static gboolean
lacks_account (const AcqTemplate *template, AcqTemplateModel model, AcqTemplateFlaw *flaw)
{
  if (template->place != ACQ_TEMPLATE_PLACE_BODY || (REMINDER & (1u << model)) == 0
      || acq_template_names (template, "payment_details") || acq_template_names (template, "iban"))
    return FALSE;
  flaw->code = ACQ_TEMPLATE_ERROR_MISSING_FIELD;
  flaw->name = g_strdup ("payment_details");
  flaw->nearest = acq_template_field_find ("payment_details", strlen ("payment_details"));
  flaw->line = flaw->column = 1;
  return TRUE;
}

gboolean
acq_template_rules_check (const AcqTemplate *template, AcqTemplateModel model, AcqTemplateVariant variant,
                          const char *text, AcqTemplateFlaw *flaw)
{
  return !says_forbidden (model, variant, text, flaw) && !names_forbidden (template, model, text, flaw)
         && !lacks_account (template, model, flaw);
}
