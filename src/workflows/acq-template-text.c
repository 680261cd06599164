/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-text.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const model_names[] = {
  [ACQ_TEMPLATE_MODEL_BEFORE_DUE] = NC_ ("template", "Before the due date"),
  [ACQ_TEMPLATE_MODEL_COURTEOUS] = NC_ ("template", "Courteous reminder"),
  [ACQ_TEMPLATE_MODEL_FIRM] = NC_ ("template", "Firm reminder"),
  [ACQ_TEMPLATE_MODEL_PROPOSAL] = NC_ ("template", "Offer to pay in parts"),
  [ACQ_TEMPLATE_MODEL_BROKEN_PROMISE] = NC_ ("template", "Promise not kept"),
  [ACQ_TEMPLATE_MODEL_CALL_GUIDE] = NC_ ("template", "Call"),
  [ACQ_TEMPLATE_MODEL_LAST_REMINDER] = NC_ ("template", "Last reminder"),
  [ACQ_TEMPLATE_MODEL_RETENTION_RELEASE] = NC_ ("template", "Release of retention"),
  [ACQ_TEMPLATE_MODEL_DISPUTE_ANSWER] = NC_ ("template", "Answer to a dispute"),
  [ACQ_TEMPLATE_MODEL_STATEMENT] = NC_ ("template", "Statement of account"),
  [ACQ_TEMPLATE_MODEL_THANKS] = NC_ ("template", "Thanks for the payment"),
};

const char *
acq_template_model_text (AcqTemplateModel model)
{
  g_return_val_if_fail ((gsize) model < G_N_ELEMENTS (model_names), NULL);
  return g_dpgettext2 (NULL, "template", model_names[model]);
}

const char *
acq_template_variant_text (AcqTemplateVariant variant)
{
  switch (variant)
    {
    case ACQ_TEMPLATE_VARIANT_EN:
      return C_ ("template", "English");
    case ACQ_TEMPLATE_VARIANT_FR_TU:
      return C_ ("template", "French, tu");
    case ACQ_TEMPLATE_VARIANT_FR_VOUS:
    default:
      return C_ ("template", "French, vous");
    }
}

char *
acq_template_choice_text (AcqTemplateModel model, AcqTemplateVariant variant, gboolean fell_back)
{
  /* Translators: a template, and its language and manner. */
  return g_strdup_printf (fell_back ? _ ("Template “%1$s”, %2$s: there is none in the customer’s language")
                                    : _ ("Template “%1$s”, %2$s"),
                          acq_template_model_text (model), acq_template_variant_text (variant));
}

char *
acq_template_unread_text (AcqTemplateModel model, const char *reason)
{
  /* Translators: the name of a template, and what is wrong with what the user wrote. */
  return g_strdup_printf (_ ("Your version of the template “%1$s” cannot be read, and the original one is used. %2$s"),
                          acq_template_model_text (model), reason);
}

char *
acq_template_use_text (const AcqTemplateUse *use)
{
  g_autofree char *steps = NULL;
  g_autofree char *customers = NULL;

  if (use->n_steps == 0)
    return g_strdup (_ ("No step of your scenario uses it"));
  steps = g_strdup_printf (ngettext ("%u step", "%u steps", use->n_steps), use->n_steps);
  customers = g_strdup_printf (ngettext ("%u customer", "%u customers", use->n_customers), use->n_customers);
  /* Translators: a number of steps and a number of customers. */
  return g_strdup_printf (_ ("Used by %1$s, %2$s"), steps, customers);
}

static const char *
part_text (AcqTemplatePart part)
{
  switch (part)
    {
    case ACQ_TEMPLATE_PART_SUBJECT:
      return _ ("The subject is empty.");
    case ACQ_TEMPLATE_PART_SMS:
      return _ ("The SMS is empty.");
    case ACQ_TEMPLATE_PART_BODY:
    default:
      return _ ("The text is empty.");
    }
}

static const char *
label_of (const char *code)
{
  const AcqTemplateField *field = code == NULL ? NULL : acq_template_field_find (code, strlen (code));

  return field == NULL ? code : acq_template_field_label (field);
}

char *
acq_template_flaw_text (const AcqTemplateFlaw *flaw, AcqTemplatePart part)
{
  switch (flaw->code)
    {
    case ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD:
      return g_strdup_printf (_ ("There is no field “%s”."), flaw->name);
    case ACQ_TEMPLATE_ERROR_MISPLACED_FIELD:
      return g_strdup_printf (_ ("The field “%s” may not stand here."), label_of (flaw->name));
    case ACQ_TEMPLATE_ERROR_BAD_TAG:
      return g_strdup (_ ("A brace is opened that is not closed."));
    case ACQ_TEMPLATE_ERROR_UNCLOSED:
      return g_strdup_printf (_ ("“%s” has no end."), label_of (flaw->name));
    case ACQ_TEMPLATE_ERROR_UNEXPECTED_END:
      return g_strdup (_ ("There is an end without a beginning."));
    case ACQ_TEMPLATE_ERROR_TOO_DEEP:
      return g_strdup (_ ("More than three conditions stand inside one another."));
    case ACQ_TEMPLATE_ERROR_TOO_LONG:
      return g_strdup (_ ("The text is too long."));
    case ACQ_TEMPLATE_ERROR_BAD_TEXT:
      return g_strdup (_ ("There is a character in it that no message can carry."));
    case ACQ_TEMPLATE_ERROR_MISSING_FIELD:
      return g_strdup_printf (_ ("The field “%s” is missing: a reminder must say where to pay."),
                              label_of (flaw->name));
    case ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS:
      return g_strdup_printf (_ ("This message may not say “%s”."), flaw->name);
    case ACQ_TEMPLATE_ERROR_EMPTY:
    default:
      return g_strdup (part_text (part));
    }
}

char *
acq_template_flaw_advice (const AcqTemplateFlaw *flaw)
{
  if (flaw->code == ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD && flaw->nearest != NULL)
    return g_strdup_printf (_ ("The nearest one: “%s”."), acq_template_field_label (flaw->nearest));
  if (flaw->code == ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS)
    return g_strdup (_ ("Threats and claims belong to the last reminder and the formal notice."));
  if (flaw->code == ACQ_TEMPLATE_ERROR_UNCLOSED || flaw->code == ACQ_TEMPLATE_ERROR_UNEXPECTED_END)
    return g_strdup (_ ("Conditions and lists have a beginning and an end."));
  return g_strdup ("");
}

char *
acq_template_tag_text (const char *source)
{
  g_autofree char *tag = g_strstrip (g_strndup (source + 1, strlen (source) - 2));
  gboolean condition = g_str_has_prefix (tag, "if "), loop = g_str_has_prefix (tag, "each ");
  const char *code = condition ? g_strchug (tag + 3) : loop ? g_strchug (tag + 5) : tag;
  const AcqTemplateField *field = acq_template_field_find (code, strlen (code));

  if (g_str_equal (tag, "else"))
    return g_strdup (C_ ("template", "otherwise"));
  if (g_str_equal (tag, "end"))
    return g_strdup (C_ ("template", "end"));
  if (field == NULL)
    return NULL;
  /* Translators: the beginning of a condition, "If: only one invoice". */
  return condition ? g_strdup_printf (C_ ("template", "If: %s"), acq_template_field_label (field))
                   : g_strdup (acq_template_field_label (field));
}
