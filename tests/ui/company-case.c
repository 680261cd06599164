/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "company-case.h"

#include "widget-search.h"

static gboolean
is_idle (CompanyCase *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  gboolean busy;

  g_object_get (self->company, "busy", &busy, NULL);
  return !busy && view != NULL && view->planning != NULL && view->plan != NULL;
}

void
company_case_wait (CompanyCase *self)
{
  while (g_main_context_iteration (NULL, FALSE) || !is_idle (self))
    if (!is_idle (self))
      g_main_context_iteration (NULL, TRUE);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_assert_no_error (error);
}

void
company_case_open (CompanyCase *self, StoreCase *files)
{
  self->files = files;
  store_case_close (files);
  self->company = acq_open_company_new (files->path, files->clock);
  acq_open_company_load_async (self->company, NULL, loaded_cb, NULL);
  company_case_wait (self);
}

void
company_case_show (CompanyCase *self, GtkWidget *child)
{
  company_case_show_page (self, child, -1);
}

void
company_case_show_page (CompanyCase *self, GtkWidget *page, int width)
{
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, width < 0 ? -1 : 700);
  gtk_window_present (GTK_WINDOW (self->window));
  company_case_wait (self);
}

GtkWindow *
company_case_find_dialog (CompanyCase *self)
{
  return widget_find_above (GTK_WINDOW (self->window));
}

/* The dialogs first, which may have others over them. */
static void
destroy (GtkWindow *window)
{
  GtkWindow *above;

  while ((above = widget_find_above (window)) != NULL)
    destroy (above);
  gtk_window_destroy (window);
}

void
company_case_close (CompanyCase *self)
{
  if (self->window != NULL)
    destroy (GTK_WINDOW (self->window));
  company_case_wait (self);
  /* Its thread lets go of the last job a moment after the answer. */
  while (g_main_context_iteration (NULL, FALSE) || G_OBJECT (self->company)->ref_count > 1)
    ;
  g_assert_finalize_object (self->company);
  store_case_free (self->files);
}
