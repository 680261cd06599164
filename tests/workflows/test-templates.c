/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-customer-entry.h"
#include "acq-template-preview.h"
#include "acq-templates.h"
#include "acq-undo-step.h"
#include "import-case.h"

#define MODEL   ACQ_TEMPLATE_MODEL_FIRM
#define VARIANT ACQ_TEMPLATE_VARIANT_FR_VOUS

static char *
load_subject (StoreCase *self, gboolean *ret_edited)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqMailTemplate) template = acq_templates_load (self->file, MODEL, VARIANT, ret_edited, NULL, &error);

  g_assert_no_error (error);
  return acq_template_serialize (template->subject);
}

static void
save (StoreCase *self, const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqMailTemplate) template = acq_mail_template_new (
    MODEL, VARIANT, subject, "Payez {total_due}.\n\n{payment_details}", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (acq_templates_save (self->file, template, &error));
  g_assert_no_error (error);
}

static void
assert_subject (StoreCase *self, const char *subject, gboolean edited)
{
  gboolean is_edited = !edited;
  g_autofree char *loaded = load_subject (self, &is_edited);

  if (subject != NULL)
    g_assert_cmpstr (loaded, ==, subject);
  g_assert_cmpint (is_edited, ==, edited);
}

static guint
count_edited (StoreCase *self)
{
  g_autoptr (GArray) edited = acq_templates_list_edited (self->file, NULL);

  return g_array_index (edited, guint, MODEL);
}

/* What was written is in force until the original is taken up again; both can be undone. */
static void
test_saving (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *original = NULL;
  AcqUndoStep *step;

  acq_company_file_set_recording (self->file, TRUE);
  original = load_subject (self, NULL);
  assert_subject (self, original, FALSE);
  save (self, "Payez {invoices}");
  assert_subject (self, "Payez {invoices}", TRUE);
  save (self, "Réglez {invoices}");
  g_assert_cmpuint (count_edited (self), ==, 1u << VARIANT);
  step = acq_undo_step_take (self->file);
  g_assert_cmpstr (acq_undo_step_action (step), ==, "edit_template");
  g_assert_true (acq_undo_step_apply (self->file, step, NULL));
  acq_undo_step_unref (step);
  assert_subject (self, "Payez {invoices}", TRUE);
  g_assert_true (acq_templates_restore (self->file, MODEL, VARIANT, NULL));
  assert_subject (self, original, FALSE);
  g_assert_cmpuint (count_edited (self), ==, 0);
}

/* A text that was put back by hand is the original again. */
static void
test_saving_the_original (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqMailTemplate) original = acq_mail_template_original (MODEL, VARIANT);

  save (self, "Payez {invoices}");
  g_assert_true (acq_templates_save (self->file, original, NULL));
  assert_subject (self, NULL, FALSE);
}

/* Why the user's own words are not in force; NULL where nothing is wrong with them. */
static char *
load_unread (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  char *unread = NULL;
  g_autoptr (AcqMailTemplate) template
    = acq_templates_load (self->file, MODEL, VARIANT, NULL, &unread, &error);

  g_assert_no_error (error);
  g_assert_nonnull (template);
  return unread;
}

/* What a later version wrote is no reason to say nothing, to lose it, or to pass it over in silence. */
static void
test_unreadable (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *unread = NULL;

  g_assert_null (load_unread (self));
  save (self, "Payez {invoices}");
  g_assert_null (load_unread (self));
  g_assert_true (acq_connection_exec (acq_company_file_connection (self->file),
                                      "UPDATE template SET subject = '{from_the_future}'", NULL));
  assert_subject (self, NULL, FALSE);
  g_assert_cmpuint (count_edited (self), ==, 1u << VARIANT);
  unread = load_unread (self);
  g_assert_nonnull (unread);
  g_assert_nonnull (strstr (unread, "from_the_future"));
}

/* The hardest customer shows every model, in the text that is in force. */
static void
test_preview (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (GPtrArray) customers = NULL;

  import_case_read (self, "f.csv",
                    INVOICES "F1;2026-08-01;2026-08-31;C1;Martin;120,00;0;120,00\n"
                             "F2;2026-09-01;2026-09-30;C1;Martin;240,00;100;140,00\n"
                             "F3;2026-11-01;2026-12-31;C1;Martin;60,00;0;60,00\n"
                             "F4;2026-11-01;2026-12-31;C2;Dupont;60,00;0;60,00\n",
                    "4 0 0 0");
  planning = acq_planning_new (self->file, &error);
  g_assert_no_error (error);
  customers = acq_template_preview_customers (planning, 100);
  g_assert_cmpuint (customers->len, ==, 2);
  g_assert_cmpstr (((const AcqCustomer *) customers->pdata[0])->name, ==, "Martin");
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    for (guint i = 0; i < customers->len; i++)
      {
        g_autoptr (AcqReminderMail) mail
          = acq_template_preview_mail (planning, customers->pdata[i], (AcqTemplateModel) model);
        g_autoptr (AcqMailText) text = NULL;

        g_assert_nonnull (mail);
        mail->template = acq_templates_load (self->file, (AcqTemplateModel) model, VARIANT, NULL, NULL, &error);
        g_assert_no_error (error);
        text = acq_reminder_mail_write (mail);
        g_assert_true (acq_mail_text_is_whole (text));
      }
}

static void
test_address_form (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqCustomer) customer = acq_customer_new ();
  g_autoptr (AcqCustomer) loaded = NULL;
  g_autoptr (GError) error = NULL;

  customer->name = g_strdup ("Dupont");
  customer->address_form = ACQ_ADDRESS_FORM_TU;
  g_assert_true (acq_customer_entry_save (self->file, customer, &error));
  g_assert_no_error (error);
  loaded = acq_customer_entry_load (self->file, customer->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->address_form, ==, ACQ_ADDRESS_FORM_TU);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/saving", test_saving);
  g_test_add_func ("/templates/saving-the-original", test_saving_the_original);
  g_test_add_func ("/templates/unreadable", test_unreadable);
  g_test_add_func ("/templates/preview", test_preview);
  g_test_add_func ("/templates/address-form", test_address_form);
  return g_test_run ();
}
