/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-window.h"

#include <glib/gi18n.h>

#include "acq-application.h"
#include "acq-banner.h"
#include "acq-config.h"
#include "acq-day-text.h"
#include "acq-destination.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-session-view.h"
#include "acq-sidebar.h"
#include "acq-split-view.h"
#include "acq-window-dialogs.h"
#include "acq-window-pages.h"
#include "acq-welcome-page.h"

struct _AcqWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *trouble;
  AcqSplitView *split_view;
  AcqSidebar *sidebar;
  GtkStack *pages;
  AcqBanner *clock_banner;
  AcqBanner *read_only_banner;

  /* Owned references */
  AcqOpenCompany *company;
  AcqClock clock;
  char *path;           /* of the company that is shown or was tried last */
  gboolean import_next; /* it is new: what it needs first are invoices */

  AdwToast *undo_toast; /* weak: offers to take back the last change; NULL once it is gone */
};

G_DEFINE_FINAL_TYPE (AcqWindow, acq_window, ADW_TYPE_APPLICATION_WINDOW)

const char *
acq_window_get_path (AcqWindow *self)
{
  g_return_val_if_fail (ACQ_IS_WINDOW (self), NULL);
  return self->path;
}

AcqOpenCompany *
acq_window_get_company (AcqWindow *self)
{
  g_return_val_if_fail (ACQ_IS_WINDOW (self), NULL);
  return self->company;
}

AcqClock
acq_window_get_clock (AcqWindow *self)
{
  g_return_val_if_fail (ACQ_IS_WINDOW (self), acq_clock_system ());
  return self->clock;
}

/* What happens in a company can only be asked for while one is open. */
static void
update_actions (AcqWindow *self)
{
  gboolean open = self->company != NULL && acq_open_company_get_view (self->company) != NULL;
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *action = g_strconcat ("win.show-", pages[i].name, NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, open);
    }
  for (gsize i = 0; acq_window_dialogs_action (i) != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acq_window_dialogs_action (i), open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.session", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-company", self->path != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 open && acq_open_company_get_undo_label (self->company) != NULL);
}

/* Borrowed, until it goes. */
static AdwToast *
show_toast (AcqWindow *self, const char *words, const char *button, const char *action)
{
  g_autofree char *title = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (title);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

/* Its button would take back another change than the one that it names. */
static void
dismiss_undo_toast (AcqWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_weak_pointer (&self->undo_toast);
}

static void
undo_label_cb (AcqWindow *self)
{
  dismiss_undo_toast (self);
  update_actions (self);
}

static void
changed_cb (AcqWindow *self, const char *done)
{
  AdwToast *toast = show_toast (self, done, _ ("_Undo"), "win.undo");

  g_set_weak_pointer (&self->undo_toast, toast);
}

static void
name_cb (AcqWindow *self)
{
  g_autofree char *title = g_strdup_printf ("%s – Acquit", acq_open_company_get_name (self->company));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Made when it is first seen: most starts go straight to a company. */
static void
show_welcome (AcqWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "welcome") == NULL)
    gtk_stack_add_named (self->stack, acq_welcome_page_new (), "welcome");
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

static void
acq_window_map (GtkWidget *widget)
{
  AcqWindow *self = ACQ_WINDOW (widget);

  if (self->path == NULL)
    show_welcome (self);
  GTK_WIDGET_CLASS (acq_window_parent_class)->map (widget);
}

static void
read_only_cb (AcqWindow *self)
{
  const AcqLockHolder *holder = acq_open_company_get_holder (self->company);
  g_autoptr (GDateTime) since = holder == NULL ? NULL : g_date_time_new_from_unix_local (holder->since);
  g_autofree char *time = since == NULL ? NULL : g_date_time_format (since, "%H:%M");
  g_autofree char *words = NULL;

  acq_banner_set_revealed (self->read_only_banner, holder != NULL);
  if (holder == NULL)
    return;
  if (holder->same_host)
    /* Translators: a time. */
    words = g_strdup_printf (_ ("Open in another window since %s: here it can only be read"), time);
  else
    /* Translators: the name of a computer, and a time. */
    words = g_strdup_printf (_ ("Open on %1$s since %2$s: here it can only be read"), holder->machine, time);
  acq_banner_set_title (self->read_only_banner, words);
  acq_banner_set_button_label (self->read_only_banner, holder->same_host ? NULL : _ ("It is closed there"));
}

static void
take_over_cb (AcqWindow *self)
{
  acq_open_company_take_over (self->company);
}

static AcqPage *
find_visible_page (AcqWindow *self)
{
  GtkWidget *widget = gtk_stack_get_visible_child (self->pages);

  return widget == NULL ? NULL : acq_destination_get_page (ACQ_DESTINATION (widget));
}

/* It takes the whole window, and ends with what it shows. */
static void
remove_session (AcqWindow *self)
{
  GtkWidget *session = gtk_stack_get_child_by_name (self->stack, "session");

  if (session != NULL)
    {
      /* It may be one of its own actions that ends it. */
      g_idle_add_once (g_object_unref, g_object_ref (session));
      gtk_stack_remove (self->stack, session);
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "acq-in-session");
}

static void
leave_session_cb (AcqWindow *self)
{
  g_assert (ACQ_IS_WINDOW (self));
  if (gtk_stack_get_child_by_name (self->stack, "session") == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "company");
  remove_session (self);
  acq_page_focus_content (find_visible_page (self));
}

static void
session_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);
  GtkWidget *session = gtk_stack_get_child_by_name (self->stack, "session");

  if (session != NULL)
    return;
  session = acq_session_view_new (self->company);
  g_signal_connect_object (session, "left", G_CALLBACK (leave_session_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, session, "session");
  gtk_stack_set_visible_child (self->stack, session);
  gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "acq-in-session");
}

static void
forget_company (AcqWindow *self)
{
  GtkWidget *child;

  remove_session (self);

  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  dismiss_undo_toast (self);
  g_object_set (self->sidebar, "company", NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
  g_clear_object (&self->company);
  self->import_next = FALSE;
  acq_banner_set_revealed (self->read_only_banner, FALSE);
  acq_banner_set_revealed (self->clock_banner, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), "Acquit");
}

static void
show_trouble (AcqWindow *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", name, words);
  g_autofree char *description = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->trouble, description);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static GtkWidget *
ensure_page (AcqWindow *self, const AcqWindowPage *page)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (self->pages, page->name);
  g_autofree char *name = NULL;

  if (widget != NULL)
    return widget;
  name = g_strconcat ("page-", page->name, NULL);
  widget = g_object_new (page->get_type (), "company", self->company, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_stack_add_named (self->pages, widget, page->name);
  return widget;
}

static void
show_page (AcqWindow *self, const AcqWindowPage *page, const char *target)
{
  GtkWidget *widget = ensure_page (self, page);

  leave_session_cb (self);
  gtk_stack_set_visible_child (self->pages, widget);
  acq_sidebar_select (self->sidebar, page->under != NULL ? page->under : page->name);
  acq_split_view_set_show_sidebar (self->split_view, FALSE);
  acq_destination_open (ACQ_DESTINATION (widget), target);
}

/* A clock that was set back would move due days and what leaves today. */
static void
check_clock (AcqWindow *self, const AcqCompanyView *view)
{
  gboolean set_back = view->last_change != ACQ_DAY_NONE && view->books->today < view->last_change;
  g_autofree char *today = NULL, *last = NULL, *words = NULL;

  acq_banner_set_revealed (self->clock_banner, set_back);
  if (!set_back)
    return;
  today = acq_day_text_full (view->books->today);
  last = acq_day_text_full (view->last_change);
  /* Translators: two days. */
  words = g_strdup_printf (
    _ ("This computer says that it is %1$s, but this file was changed on %2$s. Check the date."), today,
    last);
  acq_banner_set_title (self->clock_banner, words);
}

static void
view_cb (AcqWindow *self)
{
  check_clock (self, acq_open_company_get_view (self->company));
  if (gtk_stack_get_child_by_name (self->stack, "session") == NULL
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "company") != 0)
    {
      gsize n_pages;

      show_page (self, acq_window_pages (&n_pages), "");
      gtk_stack_set_visible_child_name (self->stack, "company");
      gtk_spinner_stop (self->spinner);
    }
  update_actions (self);
  if (self->import_next)
    {
      self->import_next = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
    }
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (!acq_open_company_load_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      if (self->company == ACQ_OPEN_COMPANY (object))
        {
          forget_company (self);
          show_trouble (self, error);
        }
      return;
    }
  if (ACQ_IS_APPLICATION (application))
    {
      acq_application_remember (ACQ_APPLICATION (application), NULL, self->path);
      acq_sidebar_set_recent (self->sidebar,
                              acq_application_get_state (ACQ_APPLICATION (application))->recent);
    }
}

void
acq_window_show_waiting (AcqWindow *self)
{
  g_return_if_fail (ACQ_IS_WINDOW (self));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_start (self->spinner);
}

void
acq_window_open (AcqWindow *self, const char *path)
{
  g_autofree char *kept = g_strdup (path);

  g_return_if_fail (ACQ_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  forget_company (self);
  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  self->company = acq_open_company_new (self->path, self->clock);
  g_signal_connect_swapped (self->company, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->company, "notify::name", G_CALLBACK (name_cb), self);
  g_signal_connect_swapped (self->company, "notify::undo-label", G_CALLBACK (undo_label_cb), self);
  g_signal_connect_swapped (self->company, "notify::view", G_CALLBACK (view_cb), self);
  g_signal_connect_swapped (self->company, "notify::read-only", G_CALLBACK (read_only_cb), self);
  g_object_set (self->sidebar, "company", self->company, NULL);
  acq_window_show_waiting (self);
  name_cb (self);
  update_actions (self);
  acq_open_company_load_async (self->company, NULL, loaded_cb, g_object_ref (self));
}

static void
close_company_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);

  forget_company (self);
  g_clear_pointer (&self->path, g_free);
  show_welcome (self);
  update_actions (self);
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_window_open (ACQ_WINDOW (widget), ACQ_WINDOW (widget)->path);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const AcqWindowPage *page = acq_window_pages_find (name + strlen ("win.show-"));

  show_page (ACQ_WINDOW (widget), page, "");
  acq_page_focus_content (find_visible_page (ACQ_WINDOW (widget)));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *page_name, *target;
  const AcqWindowPage *page;

  g_variant_get (parameter, "(&s&s)", &page_name, &target);
  page = acq_window_pages_find (page_name);
  if (page != NULL)
    show_page (ACQ_WINDOW (widget), page, target);
}

static void
show_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_split_view_set_show_sidebar (ACQ_WINDOW (widget)->split_view, TRUE);
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);
  gboolean shown;

  g_object_get (self->split_view, "show-sidebar", &shown, NULL);
  acq_split_view_set_show_sidebar (self->split_view, !shown);
}

/* A page without a list of its own hands the search on to the invoices. */
static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);
  AcqPage *page = find_visible_page (self);

  if (page != NULL && acq_page_start_search (page))
    return;
  show_page (self, acq_window_pages_find ("invoices"), "");
  page = find_visible_page (self);
  if (page != NULL)
    acq_page_start_search (page);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (acq_open_company_undo_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      show_toast (self, _ ("Undone"), NULL, NULL);
    }
  else
    {
      g_autofree char *words = acq_error_text (error);

      acq_dialogs_tell (GTK_WIDGET (self), _ ("This cannot be undone any more"), words);
    }
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);

  acq_open_company_undo_async (self->company, undone_cb, g_object_ref (self));
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_open_company_refresh (ACQ_WINDOW (widget)->company);
}

static void
tell_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_toast (ACQ_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  if (g_strcmp0 (path, self->path) != 0)
    acq_window_open (self, path);
}

static void
open_new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqWindow *self = ACQ_WINDOW (widget);

  acq_window_open (self, g_variant_get_string (parameter, NULL));
  self->import_next = TRUE;
}

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);

  if (file != NULL && g_file_peek_path (file) != NULL)
    acq_window_open (ACQ_WINDOW (object), g_file_peek_path (file));
}

static void
open_company_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.acquit", NULL };
  const AcqFileKind kind = { _ ("Company files of Acquit"), patterns };

  acq_file_dialogs_open_async (widget, _ ("Open a company file"), &kind, FALSE, NULL, chosen_cb, NULL);
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  acq_dialogs_show_about (GTK_WINDOW (widget));
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, gpointer user_data)
{
  AcqWindow *self = ACQ_WINDOW (user_data);
  GSList *files = g_value_get_boxed (value);

  return acq_window_dialogs_take_files (self, files);
}

static void
active_cb (AcqWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && self->company != NULL)
    acq_open_company_refresh (self->company);
}

static gboolean
acq_window_close_request (GtkWindow *window)
{
  AcqWindow *self = ACQ_WINDOW (window);
  GtkApplication *application = gtk_window_get_application (window);

  if (ACQ_IS_APPLICATION (application))
    acq_application_remember (ACQ_APPLICATION (application), window, NULL);
  forget_company (self);
  return GTK_WINDOW_CLASS (acq_window_parent_class)->close_request (window);
}

AcqWindow *
acq_window_new (GtkApplication *application, AcqClock clock)
{
  AcqWindow *self = g_object_new (ACQ_TYPE_WINDOW, "application", application, NULL);

  self->clock = clock;
  return self;
}

void
acq_window_set_page_accels (GtkApplication *application)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  for (gsize i = 0; i < n_pages && i < 9 && pages[i].under == NULL; i++)
    {
      g_autofree char *action = g_strconcat ("win.show-", pages[i].name, NULL);
      g_autofree char *accel = g_strdup_printf ("<Control>%u", (guint) i + 1);
      const char *accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, accels);
    }
}

static void
acq_window_dispose (GObject *object)
{
  AcqWindow *self = ACQ_WINDOW (object);

  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_clear_object (&self->company);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (acq_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open", "(ss)", open_action },
    { "win.open-path", "s", open_path_action },
    { "win.open-new", "s", open_new_action },
    { "win.open-company", NULL, open_company_action },
    { "win.close-company", NULL, close_company_action },
    { "win.retry", NULL, retry_action },
    { "win.show-sidebar", NULL, show_sidebar_action },
    { "win.toggle-sidebar", NULL, toggle_sidebar_action },
    { "win.search", NULL, search_action },
    { "win.session", NULL, session_action },
    { "win.undo", NULL, undo_action },
    { "win.refresh", NULL, refresh_action },
    { "win.tell", "s", tell_action },
    { "win.about", NULL, about_action },
  };
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  for (gsize i = 0; i < n_pages; i++)
    {
      g_autofree char *name = g_strconcat ("win.show-", pages[i].name, NULL);

      gtk_widget_class_install_action (widget_class, g_intern_string (name), NULL, show_page_action);
    }
  acq_window_dialogs_install (widget_class);
}

static void
acq_window_class_init (AcqWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = acq_window_close_request;
  widget_class->map = acq_window_map;
  g_type_ensure (ACQ_TYPE_BANNER);
  g_type_ensure (ACQ_TYPE_SIDEBAR);
  g_type_ensure (ACQ_TYPE_SPLIT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/application/acq-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, clock_banner);
  gtk_widget_class_bind_template_child (widget_class, AcqWindow, read_only_banner);
  gtk_widget_class_bind_template_callback (widget_class, take_over_cb);
  install_actions (widget_class);
}

static void
acq_window_init (AcqWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  update_actions (self);
}
