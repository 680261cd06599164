/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-text.h"
#include "acq-mail-html.h"
#include "acq-mail-template.h"
#include "acq-sms-text.h"
#include "acq-template-phrases.h"
#include "acq-template-render.h"

#define BODY ACQ_TEMPLATE_PLACE_BODY

static AcqTemplate *
parse (const char *text, AcqTemplatePlace place)
{
  g_autoptr (GError) error = NULL;
  AcqTemplate *template = acq_template_parse (text, place, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (template);
  return template;
}

static AcqTemplateValues *
example_values (void)
{
  AcqTemplateValues *values = acq_template_values_new ();
  AcqTemplateValues *turn;

  acq_template_values_set (values, "total_due", "120,00");
  acq_template_values_set (values, "invoices", "facture F1");
  acq_template_values_set_flag (values, "partial", TRUE);
  turn = acq_template_values_add_turn (values, "item");
  acq_template_values_set (turn, "item_number", "F1");
  turn = acq_template_values_add_turn (values, "item");
  acq_template_values_set (turn, "item_number", "F2");
  acq_template_values_set_flag (turn, "item_below", TRUE);
  return values;
}

static char *
render (const char *text, const AcqTemplateValues *values)
{
  g_autoptr (AcqTemplate) template = parse (text, BODY);
  g_autoptr (AcqMailText) mail = acq_mail_text_new ();

  acq_template_render_body (template, values, mail);
  return acq_mail_text_to_plain (mail);
}

static void
test_rendering (void)
{
  static const struct
  {
    const char *text;
    const char *rendered;
  } cases[] = {
    { "A {total_due} B", "A 120,00 B" },
    { "{{x} {{{total_due}", "{x} {120,00" },
    { "{if partial}yes{else}no{end}", "yes" },
    { "{if retention}yes{else}no{end}", "no" },
    { "{if total_due}yes{end}{if iban}no{end}", "yes" },
    { "A\n\n{if retention}gone{end}\n\nB", "A\n\nB" },
    { "A {if retention}gone{end} B", "A B" },
    { "{each item}\n{item_number}{if item_below} +{end}\n{end}", "F1\n\nF2 +" },
    { "{each item}{item_number} {end}", "F1 F2" },
    { "{invoices} : ok", "Facture F1\u00a0: ok" },
    { "*{total_due}* l'un ?", "120,00 l’un\u202f?" },
    { "2 * 3", "2 * 3" },
    { "# Title\nstill\n\nB", "Title\nstill\n\nB" },
    { "A\nB", "A\nB" },
  };
  g_autoptr (AcqTemplateValues) values = example_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rendered = render (cases[i].text, values);

      g_assert_cmpstr (rendered, ==, cases[i].rendered);
    }
}

static void
test_flaws (void)
{
  static const struct
  {
    const char *text;
    AcqTemplateError code;
    guint line;
    guint column;
    const char *nearest;
  } cases[] = {
    { "é {total_du} x", ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD, 1, 3, "total_due" },
    { "a\nb {Total due}", ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD, 2, 3, "total_due" },
    { "{xqzjkw}", ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD, 1, 1, NULL },
    { "{partial}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 1, NULL },
    { "{item_number}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 1, NULL },
    { "{item}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 1, NULL },
    { "{each total_due}{end}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 1, NULL },
    { "{each item}{each item}{end}{end}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 12, NULL },
    { "a {invoice_table}", ACQ_TEMPLATE_ERROR_MISPLACED_FIELD, 1, 3, NULL },
    { "{if partial}a", ACQ_TEMPLATE_ERROR_UNCLOSED, 1, 1, NULL },
    { "a{end}", ACQ_TEMPLATE_ERROR_UNEXPECTED_END, 1, 2, NULL },
    { "{if partial}a{else}b{else}c{end}", ACQ_TEMPLATE_ERROR_UNEXPECTED_END, 1, 21, NULL },
    { "{each item}a{else}b{end}", ACQ_TEMPLATE_ERROR_UNEXPECTED_END, 1, 13, NULL },
    { "a {total_due", ACQ_TEMPLATE_ERROR_BAD_TAG, 1, 3, NULL },
    { "a {}", ACQ_TEMPLATE_ERROR_BAD_TAG, 1, 3, NULL },
    { " \n\n ", ACQ_TEMPLATE_ERROR_EMPTY, 1, 1, NULL },
    { "a\001b", ACQ_TEMPLATE_ERROR_BAD_TEXT, 1, 2, NULL },
    { "a\xff", ACQ_TEMPLATE_ERROR_BAD_TEXT, 1, 1, NULL },
    { "{if partial}{if partial}{if partial}{if partial}x{end}{end}{end}{end}", ACQ_TEMPLATE_ERROR_TOO_DEEP, 1,
      37, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AcqTemplateFlaw) flaw = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_null (acq_template_parse (cases[i].text, BODY, &flaw, &error));
      g_assert_error (error, ACQ_TEMPLATE_ERROR, (int) cases[i].code);
      g_assert_cmpuint (flaw.code, ==, cases[i].code);
      g_assert_cmpuint (flaw.line, ==, cases[i].line);
      g_assert_cmpuint (flaw.column, ==, cases[i].column);
      g_assert_cmpstr (flaw.nearest == NULL ? NULL : flaw.nearest->code, ==, cases[i].nearest);
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (ACQ_TEMPLATE_MAX_TEXT + 1, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_template_parse (text, BODY, NULL, &error));
  g_assert_error (error, ACQ_TEMPLATE_ERROR, ACQ_TEMPLATE_ERROR_TOO_LONG);
}

static void
test_subject_is_one_line (void)
{
  g_assert_null (acq_template_parse ("a\nb", ACQ_TEMPLATE_PLACE_SUBJECT, NULL, NULL));
  g_assert_null (acq_template_parse ("{invoice_table}", ACQ_TEMPLATE_PLACE_SUBJECT, NULL, NULL));
  g_assert_null (acq_template_parse ("{each item}{end}", ACQ_TEMPLATE_PLACE_SUBJECT, NULL, NULL));
}

/* Nothing in a value is read as a mark, a tag or a break. */
static void
test_hostile_values (void)
{
  static const struct
  {
    const char *value;
    const char *shown;
  } cases[] = {
    { "{iban} {{ {if partial}", "{iban} {{ {if partial}" },
    { "*bold* \001x\002", "*bold* x" },
    { "<b>&amp;</b>", "<b>&amp;</b>" },
    { "a\n\nb\r\n# c", "a b # c" },
    { "\u202eevil\u2066", "evil" },
    { "😀 é", "😀 é" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AcqTemplateValues) values = acq_template_values_new ();
      g_autofree char *rendered = NULL;
      g_autofree char *expected = g_strdup_printf ("x %s y", cases[i].shown);

      acq_template_values_set (values, "customer_name", cases[i].value);
      rendered = render ("x {customer_name} y", values);
      g_assert_cmpstr (rendered, ==, expected);
    }
}

static void
test_blanks (void)
{
  g_autoptr (AcqTemplate) template
    = parse ("{phone}\n\n{if iban}{iban}{end}{phone}{despite_reminders}{reference}", BODY);
  g_autoptr (AcqTemplateValues) values = acq_template_values_new ();
  g_autoptr (AcqMailText) text = acq_mail_text_new ();

  acq_template_render_body (template, values, text);
  g_assert_cmpuint (text->blocks->len, ==, 0);
  g_assert_cmpuint (text->blanks->len, ==, 2);
  g_assert_cmpstr (text->blanks->pdata[0], ==, "phone");
  g_assert_cmpstr (text->blanks->pdata[1], ==, "reference");
  text->subject = g_strdup ("a subject");
  g_assert_false (acq_mail_text_is_whole (text));
}

/* What comes out is bounded, whatever is put in. */
static void
test_size_of_output (void)
{
  g_autoptr (AcqTemplate) template = parse ("{each debtor}{each item}{item_number}{end}{end}", BODY);
  g_autoptr (AcqTemplateValues) values = acq_template_values_new ();
  g_autoptr (AcqMailText) text = acq_mail_text_new ();
  g_autofree char *plain = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      AcqTemplateValues *turn = acq_template_values_add_turn (values, "item");

      acq_template_values_set (turn, "item_number", "F2026-0001-AND-A-LONG-NAME");
      acq_template_values_add_turn (values, "debtor");
    }
  acq_template_render_body (template, values, text);
  plain = acq_mail_text_to_plain (text);
  g_assert_true (text->is_cut);
  g_assert_cmpuint (strlen (plain), <=, ACQ_TEMPLATE_MAX_OUTPUT);
}

static void
append_random (GString *text, guint depth)
{
  static const char *const pieces[] = { "a ",
                                        "é?",
                                        "{{",
                                        "*",
                                        "\n",
                                        "\n\n",
                                        "}",
                                        "{total_due}",
                                        "{phone}",
                                        "# ",
                                        "{ iban }",
                                        " : ",
                                        "\n{invoice_table}\n" };
  guint n = (guint) g_test_rand_int_range (0, 8);

  for (guint i = 0; i < n; i++)
    {
      int choice = g_test_rand_int_range (0, (int) G_N_ELEMENTS (pieces) + 3);

      if (choice < (int) G_N_ELEMENTS (pieces))
        {
          g_string_append (text, pieces[choice]);
          continue;
        }
      if (depth == ACQ_TEMPLATE_MAX_DEPTH)
        continue;
      g_string_append (text, "{if partial}");
      append_random (text, depth + 1);
      if (choice % 2 == 0)
        {
          g_string_append (text, "{else}");
          append_random (text, depth + 1);
        }
      g_string_append (text, "{end}");
    }
}

/* What is read is written as it was, and read again as the same. */
static void
test_random_templates (void)
{
  g_autoptr (AcqTemplateValues) values = example_values ();
  guint n_read = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AcqTemplate) template = NULL;
      g_autoptr (AcqTemplate) again = NULL;
      g_autoptr (AcqMailText) mail = acq_mail_text_new ();
      g_autofree char *written = NULL;
      g_autofree char *html = NULL;

      append_random (text, 0);
      template = acq_template_parse (text->str, BODY, NULL, NULL);
      if (template == NULL)
        continue;
      n_read++;
      written = acq_template_serialize (template);
      again = parse (written, BODY);
      g_assert_true (acq_template_equal (template, again));
      acq_template_render_body (template, values, mail);
      html = acq_mail_text_to_html (mail);
      g_assert_true (g_utf8_validate (html, -1, NULL));
      for (guint j = 0; j < mail->blocks->len; j++)
        g_assert_cmpstr (((AcqMailBlock *) mail->blocks->pdata[j])->text, !=, "");
    }
  g_assert_cmpuint (n_read, >, 500);
}

static void
test_html (void)
{
  g_autoptr (AcqTemplate) template = parse ("*bold {customer_name}*\n{iban}", BODY);
  g_autoptr (AcqTemplateValues) values = acq_template_values_new ();
  g_autoptr (AcqMailText) text = acq_mail_text_new ();
  const char *cells[] = { "<i>", "1 €", NULL };
  g_autofree char *html = NULL;

  acq_template_values_set (values, "customer_name", "<script>\"&'");
  acq_template_values_set (values, "iban", "FR76");
  text->subject = g_strdup ("a < b");
  acq_template_render_body (template, values, text);
  acq_mail_block_add_row (acq_mail_text_add_table (text), ACQ_MAIL_ROW_TOTAL, 100, cells);
  html = acq_mail_text_to_html (text);
  g_assert_nonnull (strstr (html, "<title>a &lt; b</title>"));
  g_assert_nonnull (strstr (html, "<b>bold &lt;script&gt;&quot;&amp;&apos;</b><br>\n"
                                  "<span style=\"white-space:nowrap\">FR76</span>"));
  g_assert_nonnull (strstr (html, ">&lt;i&gt;</td>"));
  g_assert_null (strstr (html, "<script"));
}

static void
test_sms (void)
{
  static const struct
  {
    const char *text;
    const char *sent;
    guint n_parts;
    guint n_left;
  } cases[] = {
    { "", "", 0, 160 },
    { "1\u202f482,40\u00a0€ à l’été « forêt » 1ᵉʳ œuf", "1 482,40 € à l'été \"foret\" 1er oeuf", 1, 124 },
    { "Ça va ?", "Ça va ?", 1, 153 },
    { "ça", "ca", 1, 158 },
    { "Жук", "Жук", 1, 67 },
  };
  g_autofree char *long_text = g_strnfill (161, 'a');
  guint n_left;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sent = acq_sms_text_fold (cases[i].text);

      g_assert_cmpstr (sent, ==, cases[i].sent);
      g_assert_cmpuint (acq_sms_text_count (sent, &n_left), ==, cases[i].n_parts);
      g_assert_cmpuint (n_left, ==, cases[i].n_left);
    }
  g_assert_cmpuint (acq_sms_text_count (long_text, &n_left), ==, 2);
  g_assert_cmpuint (n_left, ==, 2 * 153 - 161);
}

/* Each model that comes with the program is a template, in each language and manner. */
static void
test_originals (void)
{
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    for (int variant = 0; variant < ACQ_TEMPLATE_N_VARIANTS; variant++)
      {
        g_autoptr (AcqMailTemplate) template
          = acq_mail_template_original ((AcqTemplateModel) model, (AcqTemplateVariant) variant);
        g_autofree char *body = acq_template_serialize (template->body);

        g_assert_null (strstr (body, "\n\n\n"));
        if (variant == ACQ_TEMPLATE_VARIANT_FR_TU)
          {
            g_assert_null (strstr (body, "vous "));
            g_assert_null (strstr (body, "votre"));
            g_assert_null (strstr (body, "-vous"));
          }
      }
}

static void
test_rules (void)
{
  static const struct
  {
    AcqTemplateModel model;
    AcqTemplateVariant variant;
    const char *body;
    AcqTemplateError code;
    const char *name;
  } cases[] = {
    { ACQ_TEMPLATE_MODEL_COURTEOUS, ACQ_TEMPLATE_VARIANT_FR_VOUS, "Payez.", ACQ_TEMPLATE_ERROR_MISSING_FIELD,
      "payment_details" },
    { ACQ_TEMPLATE_MODEL_COURTEOUS, ACQ_TEMPLATE_VARIANT_FR_VOUS,
      "Sinon, Mise  en demeure !\n\n{payment_details}", ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS,
      "Mise  en demeure" },
    { ACQ_TEMPLATE_MODEL_FIRM, ACQ_TEMPLATE_VARIANT_FR_TU, "des pénalités\n\n{payment_details}",
      ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS, "pénalité" },
    { ACQ_TEMPLATE_MODEL_LAST_REMINDER, ACQ_TEMPLATE_VARIANT_EN, "see you in court\n\n{payment_details}",
      ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS, "court" },
    { ACQ_TEMPLATE_MODEL_RETENTION_RELEASE, ACQ_TEMPLATE_VARIANT_FR_VOUS, "un retard\n\n{payment_details}",
      ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS, "retard" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AcqTemplateFlaw) flaw = { 0 };
      g_autoptr (GError) error = NULL;
      AcqTemplatePart part = ACQ_TEMPLATE_PART_SMS;

      g_assert_null (acq_mail_template_new (cases[i].model, cases[i].variant, "Rappel", cases[i].body, NULL,
                                            &part, &flaw, &error));
      g_assert_error (error, ACQ_TEMPLATE_ERROR, (int) cases[i].code);
      g_assert_cmpuint (part, ==, ACQ_TEMPLATE_PART_BODY);
      g_assert_cmpstr (flaw.name, ==, cases[i].name);
    }
}

static void
test_rules_allow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqMailTemplate) courtesy
    = acq_mail_template_new (ACQ_TEMPLATE_MODEL_LAST_REMINDER, ACQ_TEMPLATE_VARIANT_EN, "Courtesy",
                             "Of course.\n\n{iban}", "", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (courtesy->sms);
}

static void
test_variants (void)
{
  gboolean fell_back;

  g_assert_cmpuint (acq_template_variant_choose (NULL, FALSE, &fell_back), ==, ACQ_TEMPLATE_VARIANT_FR_VOUS);
  g_assert_false (fell_back);
  g_assert_cmpuint (acq_template_variant_choose ("fr", TRUE, &fell_back), ==, ACQ_TEMPLATE_VARIANT_FR_TU);
  g_assert_false (fell_back);
  g_assert_cmpuint (acq_template_variant_choose ("en", TRUE, &fell_back), ==, ACQ_TEMPLATE_VARIANT_EN);
  g_assert_false (fell_back);
  g_assert_cmpuint (acq_template_variant_choose ("de", TRUE, &fell_back), ==, ACQ_TEMPLATE_VARIANT_FR_VOUS);
  g_assert_true (fell_back);
}

/* Every phrase exists in every language and manner, and names no other. */
static void
test_phrases (void)
{
  guint n_fields;
  const AcqTemplateField *fields = acq_template_fields (&n_fields);

  for (int variant = 0; variant < ACQ_TEMPLATE_N_VARIANTS; variant++)
    {
      g_autoptr (AcqTemplateValues) values = acq_template_values_new ();

      acq_template_phrases_set (values, (AcqTemplateVariant) variant);
      for (guint i = 0; i < n_fields; i++)
        {
          const AcqTemplate *phrase = acq_template_values_get_phrase (values, fields[i].code);

          g_assert_cmpint (phrase != NULL, ==, fields[i].kind == ACQ_TEMPLATE_FIELD_PHRASE);
          for (guint j = 0; phrase != NULL && j < n_fields; j++)
            g_assert_false (fields[j].kind == ACQ_TEMPLATE_FIELD_PHRASE && acq_template_names (phrase, fields[j].code));
        }
    }
}

/* What a first reminder may not say it may not say by a phrase either. */
static void
test_forbidden_phrases (void)
{
  static const char *const bodies[] = {
    "Bonjour,\n\n{payment_details}\n\n{penalties_mention}",
    "Bonjour,\n\n{payment_details}\n\nSinon {notice_announcement}.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AcqMailTemplate) last = acq_mail_template_new (
        ACQ_TEMPLATE_MODEL_LAST_REMINDER, ACQ_TEMPLATE_VARIANT_FR_VOUS, "Rappel", bodies[i], NULL, NULL, NULL, NULL);

      g_assert_nonnull (last);
      g_assert_null (acq_mail_template_new (ACQ_TEMPLATE_MODEL_COURTEOUS, ACQ_TEMPLATE_VARIANT_FR_VOUS, "Rappel",
                                            bodies[i], NULL, NULL, NULL, &error));
      g_assert_error (error, ACQ_TEMPLATE_ERROR, ACQ_TEMPLATE_ERROR_FORBIDDEN_WORDS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/rendering", test_rendering);
  g_test_add_func ("/template/flaws", test_flaws);
  g_test_add_func ("/template/too-long", test_too_long);
  g_test_add_func ("/template/subject-is-one-line", test_subject_is_one_line);
  g_test_add_func ("/template/hostile-values", test_hostile_values);
  g_test_add_func ("/template/blanks", test_blanks);
  g_test_add_func ("/template/size-of-output", test_size_of_output);
  g_test_add_func ("/template/random-templates", test_random_templates);
  g_test_add_func ("/template/html", test_html);
  g_test_add_func ("/template/sms", test_sms);
  g_test_add_func ("/template/originals", test_originals);
  g_test_add_func ("/template/rules", test_rules);
  g_test_add_func ("/template/rules-allow", test_rules_allow);
  g_test_add_func ("/template/variants", test_variants);
  g_test_add_func ("/template/phrases", test_phrases);
  g_test_add_func ("/template/forbidden-phrases", test_forbidden_phrases);
  return g_test_run ();
}
