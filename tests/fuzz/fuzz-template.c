/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-mail-html.h"
#include "acq-sms-text.h"
#include "acq-template-render.h"
#include "acq-template-rules.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

const char *const acq_fuzz_seeds[] = {
  "{greeting},\n\n{each promise}\nLe {promise_made}, vous{if promise_by_phone} au "
  "téléphone{end}.\n{end}\n\n{invoice_table}\n",
  "{if partial}*{total_due}*{else}{{rien}{end}\n\n{payment_details}\n\n# Titre\n\n{each item}{item_number}, "
  "{end}",
  "{each debtor}{each item}{if item_below}x{end}{end}{end}\n{signature}",
  "{montant_du} {if } {each} {end} mise en demeure",
  NULL,
};

/* Every field says what the input does. */
static AcqTemplateValues *
make_values (const char *text)
{
  AcqTemplateValues *values = acq_template_values_new ();
  guint n_fields;
  const AcqTemplateField *fields = acq_template_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == ACQ_TEMPLATE_FIELD_TEXT)
      acq_template_values_set (values, fields[i].code, text);
    else if (fields[i].kind == ACQ_TEMPLATE_FIELD_LIST)
      {
        acq_template_values_add_turn (values, fields[i].code);
        acq_template_values_add_turn (values, fields[i].code);
      }
    else if (fields[i].kind == ACQ_TEMPLATE_FIELD_FLAG)
      acq_template_values_set_flag (values, fields[i].code, i % 2 == 0);
  return values;
}

static void
render (const AcqTemplate *template, const char *text)
{
  g_autoptr (AcqTemplateValues) values = make_values (text);
  g_autoptr (AcqMailText) mail = acq_mail_text_new ();
  g_autofree char *html = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *sms = NULL;

  if (template->place == ACQ_TEMPLATE_PLACE_BODY)
    acq_template_render_body (template, values, mail);
  else
    mail->subject = acq_template_render_line (template, values, mail);
  html = acq_mail_text_to_html (mail);
  plain = acq_mail_text_to_plain (mail);
  sms = acq_sms_text_fold (plain);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_true (g_utf8_validate (sms, -1, NULL));
  g_assert_true (mail->subject == NULL || strchr (mail->subject, '\n') == NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const AcqTemplatePlace places[]
    = { ACQ_TEMPLATE_PLACE_SUBJECT, ACQ_TEMPLATE_PLACE_BODY, ACQ_TEMPLATE_PLACE_SMS };
  g_autofree char *text = g_strndup ((const char *) bytes, size);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (AcqTemplateFlaw) flaw = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (AcqTemplate) template = acq_template_parse (text, places[i], &flaw, &error);
      g_autoptr (AcqTemplate) again = NULL;
      g_autofree char *written = NULL;

      g_assert_true ((template == NULL) == (error != NULL));
      if (template == NULL)
        {
          g_assert_cmpuint (flaw.line, >=, 1);
          g_assert_cmpuint (flaw.end, <=, strlen (text));
          continue;
        }
      written = acq_template_serialize (template);
      again = acq_template_parse (written, places[i], NULL, NULL);
      g_assert_true (again != NULL && acq_template_equal (template, again));
      acq_template_rules_check (template, ACQ_TEMPLATE_MODEL_COURTEOUS, ACQ_TEMPLATE_VARIANT_FR_VOUS, text,
                                &flaw);
      render (template, text);
    }
  return 0;
}
