/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rule-dialog.h"

#include <glib/gi18n.h>

#include "acq-form-dialog.h"
#include "acq-label-rules.h"

/* What the small window of the rule remembers. Counted: the window and each preview that is being worked out hold it. */
typedef struct
{
  AcqFormDialog *dialog; /* borrowed; NULL once it has gone */
  GtkEditable *words;    /* kept: it changes once more while its window goes */
  AcqOpenCompany *company;
  gboolean asking; /* a preview is being worked out */
  gboolean again;  /* other words were typed in the meantime */
} RuleForm;

static void
form_clear (gpointer data)
{
  RuleForm *form = data;

  g_clear_object (&form->words);
  g_clear_object (&form->company);
}

static void
form_release (RuleForm *form)
{
  g_rc_box_release_full (form, form_clear);
}

static void
dialog_gone_cb (gpointer data, GObject *dialog)
{
  RuleForm *form = data;

  form->dialog = NULL;
  g_signal_handlers_disconnect_by_data (form->words, form);
  form_release (form);
}

static char *
tell (const AcqLabelRulePreview *preview)
{
  if (preview->empty)
    return g_strdup (_ ("Type the words by which such lines are known: a name, without figures."));
  if (preview->customer != NULL)
    return g_strdup_printf (_ ("%s bears these words, or pays under them: those payments would be hidden."),
                            preview->customer);
  if (preview->settled != NULL)
    return g_strdup_printf (_ ("Such a line has paid an invoice: “%s”."), preview->settled);
  if (preview->n_lines == 0)
    return g_strdup (_ ("No line that waits has these words. Those that come will be left out."));
  return g_strdup_printf (ngettext ("%u line is left out at once: “%s”. Those that come will be, too.",
                                    "%u lines are left out at once, the latest is “%s”. Those that come will be, too.",
                                    preview->n_lines),
                          preview->n_lines, preview->first);
}

static void start_preview (RuleForm *form);

static gpointer
ask_preview (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_label_rules_preview (file, data, error);
}

static void
show_preview (RuleForm *form, const AcqLabelRulePreview *preview)
{
  g_autofree char *text = tell (preview);

  acq_form_dialog_set_hint (form->dialog, text);
  acq_form_dialog_set_ready (form->dialog, acq_label_rule_preview_is_possible (preview));
}

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqLabelRulePreview) preview
    = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);
  RuleForm *form = user_data;

  form->asking = FALSE;
  if (form->dialog != NULL && form->again)
    start_preview (form);
  else if (form->dialog != NULL && preview != NULL)
    show_preview (form, preview);
  form_release (form);
}

static void
start_preview (RuleForm *form)
{
  form->again = form->asking;
  acq_form_dialog_set_ready (form->dialog, FALSE);
  if (form->again)
    return;
  form->asking = TRUE;
  acq_open_company_ask_async (form->company, ask_preview, g_strdup (gtk_editable_get_text (form->words)), g_free,
                              (GDestroyNotify) acq_label_rule_preview_free, NULL, previewed_cb,
                              g_rc_box_acquire (form));
}

static gboolean
add_rule (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_label_rules_add (file, data, error);
}

static void
confirmed_cb (RuleForm *form)
{
  acq_form_dialog_change (form->dialog, _ ("Rule kept"), add_rule, g_strdup (gtk_editable_get_text (form->words)),
                          g_free);
}

void
acq_label_rule_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const AcqTransaction *transaction)
{
  RuleForm *form = g_rc_box_new0 (RuleForm);
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *words = transaction == NULL ? NULL : acq_label_rules_propose (transaction);

  form->company = g_object_ref (company);
  form->dialog
    = acq_form_dialog_new (parent, company, _ ("Never a customer’s"), _ ("_Make the rule"), _ ("_Cancel"));
  form->words = g_object_ref (GTK_EDITABLE (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Words of the label"));
  gtk_editable_set_text (form->words, words != NULL ? words : "");
  acq_form_dialog_add_row (form->dialog, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (start_preview), form);
  g_signal_connect_data (form->dialog, "confirmed", G_CALLBACK (confirmed_cb), form, NULL, G_CONNECT_SWAPPED);
  g_object_weak_ref (G_OBJECT (form->dialog), dialog_gone_cb, form);
  start_preview (form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (row);
}
