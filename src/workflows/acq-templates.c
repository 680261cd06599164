/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-templates.h"

#include "acq-template-repository.h"
#include "acq-template-text.h"

static const char *
address_form_of (AcqTemplateVariant variant)
{
  return acq_address_form_to_code (variant == ACQ_TEMPLATE_VARIANT_FR_TU ? ACQ_ADDRESS_FORM_TU
                                                                         : ACQ_ADDRESS_FORM_VOUS);
}

static AcqTemplateRecord *
record_of (const AcqMailTemplate *template)
{
  AcqTemplateRecord *record = g_new0 (AcqTemplateRecord, 1);

  record->model = g_strdup (acq_template_model_to_code (template->model));
  record->language = g_strdup (acq_template_variant_language (template->variant));
  record->address_form = g_strdup (address_form_of (template->variant));
  record->subject = acq_template_serialize (template->subject);
  record->body = acq_template_serialize (template->body);
  record->sms = template->sms == NULL ? NULL : acq_template_serialize (template->sms);
  return record;
}

/* NULL with the reason in *ret_unread where it is no template any more. */
static AcqMailTemplate *
read_record (const AcqTemplateRecord *record, AcqTemplateModel model, AcqTemplateVariant variant,
             char **ret_unread)
{
  AcqTemplatePart part = ACQ_TEMPLATE_PART_SUBJECT;
  AcqTemplateFlaw flaw = { 0 };
  AcqMailTemplate *template = acq_mail_template_new (model, variant, record->subject, record->body,
                                                     record->sms, &part, &flaw, NULL);

  if (template == NULL && ret_unread != NULL)
    {
      g_autofree char *reason = acq_template_flaw_text (&flaw, part);

      *ret_unread = acq_template_unread_text (model, reason);
    }
  acq_template_flaw_clear (&flaw);
  return template;
}

AcqMailTemplate *
acq_templates_load (AcqCompanyFile *file, AcqTemplateModel model, AcqTemplateVariant variant,
                    gboolean *ret_edited, char **ret_unread, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqTemplateRecord) record = acq_template_repository_get (
    acq_company_file_connection (file), acq_template_model_to_code (model),
    acq_template_variant_language (variant), address_form_of (variant), &local_error);
  AcqMailTemplate *template = NULL;

  if (ret_unread != NULL)
    *ret_unread = NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (record != NULL)
    template = read_record (record, model, variant, ret_unread);
  if (ret_edited != NULL)
    *ret_edited = template != NULL;
  return template != NULL ? template : acq_mail_template_original (model, variant);
}

static gboolean
says_the_same (const AcqTemplate *a, const AcqTemplate *b)
{
  return a == NULL || b == NULL ? a == b : acq_template_equal (a, b);
}

static gboolean
is_original (const AcqMailTemplate *template)
{
  g_autoptr (AcqMailTemplate) original = acq_mail_template_original (template->model, template->variant);

  return says_the_same (template->subject, original->subject)
         && says_the_same (template->body, original->body) && says_the_same (template->sms, original->sms);
}

gboolean
acq_templates_save (AcqCompanyFile *file, const AcqMailTemplate *template, GError **error)
{
  g_autoptr (AcqTemplateRecord) record = record_of (template);
  g_autoptr (AcqChange) change = NULL;

  if (is_original (template))
    return acq_templates_restore (file, template->model, template->variant, error);
  change = acq_change_begin (file, error);
  return change != NULL && acq_template_repository_set (acq_company_file_connection (file), record, error)
         && acq_change_commit (change, "edit_template", record->model,
                               acq_template_variant_to_code (template->variant), error);
}

gboolean
acq_templates_restore (AcqCompanyFile *file, AcqTemplateModel model, AcqTemplateVariant variant,
                       GError **error)
{
  const char *code = acq_template_model_to_code (model);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL
         && acq_template_repository_remove (acq_company_file_connection (file), code,
                                            acq_template_variant_language (variant),
                                            address_form_of (variant), error)
         && acq_change_commit (change, "restore_template", code, acq_template_variant_to_code (variant),
                               error);
}

static gboolean
read_variant (const AcqTemplateRecord *record, AcqTemplateVariant *ret_variant)
{
  for (int variant = 0; variant < ACQ_TEMPLATE_N_VARIANTS; variant++)
    if (g_strcmp0 (record->language, acq_template_variant_language ((AcqTemplateVariant) variant)) == 0
        && g_strcmp0 (record->address_form, address_form_of ((AcqTemplateVariant) variant)) == 0)
      {
        *ret_variant = (AcqTemplateVariant) variant;
        return TRUE;
      }
  return FALSE;
}

GArray *
acq_templates_list_edited (AcqCompanyFile *file, GError **error)
{
  g_autoptr (GPtrArray) records = acq_template_repository_list (acq_company_file_connection (file), error);
  GArray *edited;

  if (records == NULL)
    return NULL;
  edited = g_array_sized_new (FALSE, TRUE, sizeof (guint), ACQ_TEMPLATE_N_MODELS);
  g_array_set_size (edited, ACQ_TEMPLATE_N_MODELS);
  for (guint i = 0; i < records->len; i++)
    {
      const AcqTemplateRecord *record = records->pdata[i];
      AcqTemplateModel model;
      AcqTemplateVariant variant;

      if (acq_template_model_from_code (record->model, &model) && read_variant (record, &variant))
        g_array_index (edited, guint, model) |= 1u << variant;
    }
  return edited;
}

gboolean
acq_templates_choose (AcqCompanyFile *file, AcqReminderMail *mail, gboolean call, char **ret_unread,
                      GError **error)
{
  AcqTemplateModel model = call ? ACQ_TEMPLATE_MODEL_CALL_GUIDE : acq_reminder_mail_choose_model (mail);

  g_clear_pointer (&mail->template, acq_mail_template_unref);
  mail->template
    = acq_templates_load (file, model, acq_reminder_mail_variant (mail, NULL), NULL, ret_unread, error);
  return mail->template != NULL;
}

/* Whether a step leads to messages of this model. */
static gboolean
step_uses (const AcqStep *step, AcqTemplateModel model)
{
  static const struct
  {
    AcqTemplateModel model;
    guint tones;
  } used[] = {
    { ACQ_TEMPLATE_MODEL_BEFORE_DUE, 1u << ACQ_TONE_INFORMATIVE },
    { ACQ_TEMPLATE_MODEL_COURTEOUS, 1u << ACQ_TONE_COURTEOUS },
    { ACQ_TEMPLATE_MODEL_FIRM, 1u << ACQ_TONE_FIRM },
    { ACQ_TEMPLATE_MODEL_PROPOSAL, 1u << ACQ_TONE_PROPOSAL },
    { ACQ_TEMPLATE_MODEL_LAST_REMINDER, 1u << ACQ_TONE_LAST },
    { ACQ_TEMPLATE_MODEL_BROKEN_PROMISE, 1u << ACQ_TONE_COURTEOUS | 1u << ACQ_TONE_FIRM },
  };

  if (step->channel == ACQ_CHANNEL_CALL || model == ACQ_TEMPLATE_MODEL_CALL_GUIDE)
    return step->channel == ACQ_CHANNEL_CALL && model == ACQ_TEMPLATE_MODEL_CALL_GUIDE;
  for (gsize i = 0; i < G_N_ELEMENTS (used); i++)
    if (used[i].model == model)
      return (used[i].tones & 1u << step->tone) != 0;
  return FALSE;
}

gboolean
acq_templates_find_for_step (const AcqStep *step, AcqTemplateModel *ret_model)
{
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    if (step_uses (step, (AcqTemplateModel) model))
      {
        *ret_model = (AcqTemplateModel) model;
        return TRUE;
      }
  return FALSE;
}

static AcqTemplateVariant
variant_of (const AcqCustomer *customer)
{
  return acq_template_variant_choose (customer->language, customer->address_form == ACQ_ADDRESS_FORM_TU,
                                      NULL);
}

AcqTemplateUse
acq_templates_count_use (const AcqPlanning *planning, AcqTemplateModel model, AcqTemplateVariant variant)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  AcqTemplateUse use = { 0, 0 };

  for (guint i = 0; i < planning->scenarios->entries->len; i++)
    {
      const AcqScenarioEntry *entry = planning->scenarios->entries->pdata[i];

      for (gsize j = 0; j < entry->scenario->n_steps && acq_scenario_book_is_used (planning->scenarios, entry); j++)
        use.n_steps += step_uses (&entry->scenario->steps[j], model) ? 1 : 0;
    }
  for (guint i = 0; i < planning->ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = planning->ledger->invoices->pdata[i];
      const AcqCustomer *customer;

      if (!g_hash_table_add (seen, &invoice->customer_id))
        continue;
      customer = acq_ledger_find_customer (planning->ledger, invoice->customer_id);
      use.n_customers += customer != NULL && variant_of (customer) == variant ? 1 : 0;
    }
  return use;
}
