/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-told-change.h"

#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-error-text.h"

gboolean
acq_told_change_finish (AcqOpenCompany *company, GAsyncResult *result, GtkWidget *asker)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_open_company_change_finish (company, result, &error))
    return TRUE;
  if (gtk_widget_get_root (asker) == NULL)
    return FALSE;
  text = acq_error_text (error);
  acq_dialogs_tell (asker, _ ("Nothing was changed"), text);
  return FALSE;
}

void
acq_told_change_cb (GObject *company, GAsyncResult *result, gpointer widget)
{
  g_autoptr (GtkWidget) asker = GTK_WIDGET (widget);

  acq_told_change_finish (ACQ_OPEN_COMPANY (company), result, asker);
}
