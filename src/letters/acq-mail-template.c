/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-template.h"

#include <gio/gio.h>
#include <string.h>

#include "acq-letters-resources.h"
#include "acq-template-rules.h"

#define RESOURCES "/fr/acquit/Acquit/letters/models"
#define SUBJECT   "Subject: "
#define SMS       "\nSMS: "

static const char *const model_codes[]
  = { "before_due",    "courteous",         "firm",           "proposal",  "broken_promise", "call_guide",
      "last_reminder", "retention_release", "dispute_answer", "statement", "thanks" };

ACQ_DEFINE_CODES (AcqTemplateModel, acq_template_model, model_codes)

static const char *const variant_codes[] = { "fr-vous", "fr-tu", "en" };

ACQ_DEFINE_CODES (AcqTemplateVariant, acq_template_variant, variant_codes)

static const char *const part_codes[] = { "subject", "body", "sms" };

ACQ_DEFINE_CODES (AcqTemplatePart, acq_template_part, part_codes)

AcqTemplateVariant
acq_template_variant_choose (const char *language, gboolean familiar, gboolean *ret_fell_back)
{
  gboolean french = language == NULL || g_str_equal (language, "fr");
  gboolean english = g_strcmp0 (language, "en") == 0;

  if (ret_fell_back != NULL)
    *ret_fell_back = !french && !english;
  if (english)
    return ACQ_TEMPLATE_VARIANT_EN;
  return french && familiar ? ACQ_TEMPLATE_VARIANT_FR_TU : ACQ_TEMPLATE_VARIANT_FR_VOUS;
}

AcqTongue
acq_template_variant_tongue (AcqTemplateVariant variant)
{
  return variant == ACQ_TEMPLATE_VARIANT_EN ? ACQ_TONGUE_ENGLISH : ACQ_TONGUE_FRENCH;
}

const char *
acq_template_variant_language (AcqTemplateVariant variant)
{
  return variant == ACQ_TEMPLATE_VARIANT_EN ? "en" : "fr";
}

typedef struct
{
  AcqTemplateModel model;
  AcqTemplateVariant variant;
  AcqTemplatePart *ret_part;
  AcqTemplateFlaw *ret_flaw;
} Reading;

static AcqTemplate *
read_part (const Reading *reading, AcqTemplatePart part, const char *text, GError **error)
{
  static const AcqTemplatePlace places[]
    = { ACQ_TEMPLATE_PLACE_SUBJECT, ACQ_TEMPLATE_PLACE_BODY, ACQ_TEMPLATE_PLACE_SMS };
  g_auto (AcqTemplateFlaw) flaw = { 0 };
  g_autoptr (AcqTemplate) template = acq_template_parse (text, places[part], &flaw, error);

  if (template != NULL && acq_template_rules_check (template, reading->model, reading->variant, text, &flaw))
    return g_steal_pointer (&template);
  if (template != NULL)
    g_propagate_error (error, acq_template_flaw_to_error (&flaw));
  if (reading->ret_part != NULL)
    *reading->ret_part = part;
  if (reading->ret_flaw != NULL)
    {
      *reading->ret_flaw = flaw;
      flaw.name = NULL;
    }
  return NULL;
}

AcqMailTemplate *
acq_mail_template_new (AcqTemplateModel model, AcqTemplateVariant variant, const char *subject,
                       const char *body, const char *sms, AcqTemplatePart *ret_part,
                       AcqTemplateFlaw *ret_flaw, GError **error)
{
  const Reading reading = { model, variant, ret_part, ret_flaw };
  g_autoptr (AcqMailTemplate) self = g_new0 (AcqMailTemplate, 1);
  gboolean has_sms = sms != NULL && sms[0] != '\0';

  g_atomic_ref_count_init (&self->ref_count);
  self->model = model;
  self->variant = variant;
  self->subject = read_part (&reading, ACQ_TEMPLATE_PART_SUBJECT, subject, error);
  if (self->subject != NULL)
    self->body = read_part (&reading, ACQ_TEMPLATE_PART_BODY, body, error);
  if (self->body != NULL && has_sms)
    self->sms = read_part (&reading, ACQ_TEMPLATE_PART_SMS, sms, error);
  return self->body == NULL || (has_sms && self->sms == NULL) ? NULL : g_steal_pointer (&self);
}

/* The file: "Subject: " and its line, an empty line, the body, and perhaps "SMS: " and its line at the end. */
AcqMailTemplate *
acq_mail_template_original (AcqTemplateModel model, AcqTemplateVariant variant)
{
  g_autofree char *path
    = g_strdup_printf (RESOURCES "/%s/%s.txt", variant_codes[variant], model_codes[model]);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (acq_letters_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  AcqMailTemplate *self;
  char *body, *sms;

  g_return_val_if_fail (bytes != NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  body = strchr (text, '\n');
  g_return_val_if_fail (g_str_has_prefix (text, SUBJECT) && body != NULL, NULL);
  *body++ = '\0';
  sms = strstr (body, SMS);
  if (sms != NULL)
    {
      *sms = '\0';
      sms = g_strchomp (sms + strlen (SMS));
    }
  self = acq_mail_template_new (model, variant, text + strlen (SUBJECT), g_strstrip (body), sms, NULL, NULL,
                                &error);
  if (self == NULL)
    g_error ("%s: %s", path, error->message);
  return self;
}

AcqMailTemplate *
acq_mail_template_ref (AcqMailTemplate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
acq_mail_template_unref (AcqMailTemplate *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  acq_template_free (self->subject);
  acq_template_free (self->body);
  acq_template_free (self->sms);
  g_free (self);
}
