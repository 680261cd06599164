/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-copy-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-error-text.h"
#include "acq-invoice-sheet.h"
#include "acq-pdf-preview.h"

#define WIDTH  760
#define HEIGHT 780

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqPdfPreview) preview = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = acq_invoice_copy_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *words = error == NULL ? g_strdup ("") : acq_error_text (error);

  if (copy != NULL)
    acq_pdf_preview_set_pdf (preview, copy);
  else
    acq_pdf_preview_set_refusal (preview, _ ("There is no copy of this invoice"), words);
}

static void
add_close_key (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

void
acq_invoice_copy_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *number)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *preview = acq_pdf_preview_new ();

  gtk_window_set_title (GTK_WINDOW (window), number);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (preview, TRUE);
  gtk_box_append (GTK_BOX (box), preview);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_close_key (window);
  acq_invoice_copy_ask_async (company, number, NULL, loaded_cb, g_object_ref (preview));
  gtk_window_present (GTK_WINDOW (window));
}
