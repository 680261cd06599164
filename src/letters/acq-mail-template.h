/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-template.h"
#include "acq-tongue.h"

G_BEGIN_DECLS

/* What a message is for. */
typedef enum
{
  ACQ_TEMPLATE_MODEL_BEFORE_DUE,
  ACQ_TEMPLATE_MODEL_COURTEOUS,
  ACQ_TEMPLATE_MODEL_FIRM,
  ACQ_TEMPLATE_MODEL_PROPOSAL,
  ACQ_TEMPLATE_MODEL_BROKEN_PROMISE, /* a courteous or firm reminder of nothing but what was promised */
  ACQ_TEMPLATE_MODEL_CALL_GUIDE,
  ACQ_TEMPLATE_MODEL_LAST_REMINDER,
  ACQ_TEMPLATE_MODEL_RETENTION_RELEASE,
  ACQ_TEMPLATE_MODEL_DISPUTE_ANSWER,
  ACQ_TEMPLATE_MODEL_STATEMENT, /* the words that go with a statement of account */
  ACQ_TEMPLATE_MODEL_THANKS,
} AcqTemplateModel;

#define ACQ_TEMPLATE_N_MODELS (ACQ_TEMPLATE_MODEL_THANKS + 1)

ACQ_DECLARE_CODES (AcqTemplateModel, acq_template_model)

/* In which language, and how familiarly. */
typedef enum
{
  ACQ_TEMPLATE_VARIANT_FR_VOUS,
  ACQ_TEMPLATE_VARIANT_FR_TU,
  ACQ_TEMPLATE_VARIANT_EN,
} AcqTemplateVariant;

#define ACQ_TEMPLATE_N_VARIANTS (ACQ_TEMPLATE_VARIANT_EN + 1)

ACQ_DECLARE_CODES (AcqTemplateVariant, acq_template_variant)

/**
 * acq_template_variant_choose:
 * @language: (nullable): of the customer, "fr" without one
 * @familiar: he is said "tu" to
 * @ret_fell_back: (out) (optional): there is no template in this language, and another was taken
 */
AcqTemplateVariant acq_template_variant_choose (const char *language, gboolean familiar,
                                                gboolean *ret_fell_back);
AcqTongue acq_template_variant_tongue (AcqTemplateVariant variant);
/* "fr", "en". */
const char *acq_template_variant_language (AcqTemplateVariant variant);

/* The part of a template that a flaw stands in. */
typedef enum
{
  ACQ_TEMPLATE_PART_SUBJECT,
  ACQ_TEMPLATE_PART_BODY,
  ACQ_TEMPLATE_PART_SMS,
} AcqTemplatePart;

ACQ_DECLARE_CODES (AcqTemplatePart, acq_template_part)

/**
 * AcqMailTemplate:
 *
 * All that a message of one model says in one language and manner, found right.
 */
typedef struct
{
  gatomicrefcount ref_count;
  AcqTemplateModel model;
  AcqTemplateVariant variant;
  AcqTemplate *subject;
  AcqTemplate *body;
  AcqTemplate *sms; /* nullable */
} AcqMailTemplate;

/**
 * acq_mail_template_new:
 * @sms: (nullable): "" is as if there were none
 * @ret_part: (out) (optional): where the flaw is
 * @ret_flaw: (out) (optional): what is wrong; clear it
 *
 * Returns: (nullable) (transfer full): NULL with ACQ_TEMPLATE_ERROR where a part is no template, lacks what a message of
 *   this model must say, or says what it may not
 */
AcqMailTemplate *acq_mail_template_new (AcqTemplateModel model, AcqTemplateVariant variant,
                                        const char *subject, const char *body, const char *sms,
                                        AcqTemplatePart *ret_part, AcqTemplateFlaw *ret_flaw, GError **error);
/* The one that comes with Acquit. Unref it. */
AcqMailTemplate *acq_mail_template_original (AcqTemplateModel model, AcqTemplateVariant variant);
AcqMailTemplate *acq_mail_template_ref (AcqMailTemplate *self);
void acq_mail_template_unref (AcqMailTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMailTemplate, acq_mail_template_unref)

G_END_DECLS
