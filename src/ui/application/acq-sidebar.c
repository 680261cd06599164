/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-bank-freshness-text.h"
#include "acq-window-pages.h"

struct _AcqSidebar
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwHeaderBar *header_bar;
  GtkMenuButton *company_button;
  GtkLabel *company_name;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkWidget *freshness;
  GtkImage *freshness_icon;
  GtkLabel *freshness_label;
  GMenu *recent_section;

  /* Owned references */
  AcqOpenCompany *company;
  GPtrArray *badges; /* (element-type GtkLabel) borrowed, in the order of the pages */
};

G_DEFINE_FINAL_TYPE (AcqSidebar, acq_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_badge (AcqSidebar *self, GtkLabel *badge, const AcqWindowPage *page, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (badge), GTK_TYPE_LIST_BOX_ROW);
  /* Translators: a page of the window, and how many things wait there, for screen readers. */
  g_autofree char *spoken
    = count == 0
        ? g_strdup (_ (page->title))
        : g_strdup_printf (ngettext ("%s, %u waiting", "%s, %u waiting", count), _ (page->title), count);

  gtk_label_set_label (badge, text);
  gtk_widget_set_visible (GTK_WIDGET (badge), count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_freshness (AcqSidebar *self, const AcqCompanyView *view)
{
  gboolean fresh = FALSE;
  g_autofree char *text = acq_bank_freshness_text (view, &fresh);

  gtk_label_set_label (self->freshness_label, text);
  gtk_image_set_from_icon_name (self->freshness_icon, fresh ? "acq-check-symbolic" : "acq-warning-symbolic");
}

static void
view_cb (AcqSidebar *self)
{
  const AcqCompanyView *view = self->company == NULL ? NULL : acq_open_company_get_view (self->company);
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  gtk_widget_set_visible (self->freshness, view != NULL);
  if (view == NULL)
    return;
  for (gsize i = 0; i < self->badges->len; i++)
    set_badge (self, self->badges->pdata[i], &pages[i], pages[i].count == NULL ? 0 : pages[i].count (view));
  show_freshness (self, view);
}

static void
name_cb (AcqSidebar *self)
{
  const char *name = acq_open_company_get_name (self->company);

  gtk_label_set_label (self->company_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->company_name), name);
}

static void
set_company (AcqSidebar *self, AcqOpenCompany *company)
{
  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  if (!g_set_object (&self->company, company))
    return;
  if (company != NULL)
    {
      g_signal_connect_swapped (company, "notify::view", G_CALLBACK (view_cb), self);
      g_signal_connect_swapped (company, "notify::name", G_CALLBACK (name_cb), self);
      name_cb (self);
    }
  view_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPANY]);
}

static void
row_activated_cb (AcqSidebar *self, GtkListBoxRow *row)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);
  g_autofree char *action = g_strconcat ("win.show-", pages[gtk_list_box_row_get_index (row)].name, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

void
acq_sidebar_select (AcqSidebar *self, const char *page)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  g_return_if_fail (ACQ_IS_SIDEBAR (self));
  gtk_list_box_unselect_all (self->list);
  for (gsize i = 0; i < self->badges->len; i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}

void
acq_sidebar_set_recent (AcqSidebar *self, const GPtrArray *paths)
{
  g_return_if_fail (ACQ_IS_SIDEBAR (self));
  g_menu_remove_all (self->recent_section);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      /* A name's underline is no mnemonic. */
      g_menu_item_set_attribute (item, "use-markup", "s", "no");
      g_menu_item_set_action_and_target (item, "win.open-path", "s", paths->pdata[i]);
      g_menu_append_item (self->recent_section, item);
    }
}

static void
append_row (AcqSidebar *self, const AcqWindowPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (page->icon);
  GtkWidget *title = gtk_label_new (_ (page->title));
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (badge, "acq-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_hide (badge);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (page->title), -1);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->badges, badge);
}

static void
acq_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_SIDEBAR (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    set_company (ACQ_SIDEBAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_sidebar_dispose (GObject *object)
{
  AcqSidebar *self = ACQ_SIDEBAR (object);

  if (self->company != NULL)
    g_signal_handlers_disconnect_by_data (self->company, self);
  g_clear_object (&self->company);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_SIDEBAR);
  G_OBJECT_CLASS (acq_sidebar_parent_class)->dispose (object);
}

static void
acq_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (ACQ_SIDEBAR (object)->badges);
  G_OBJECT_CLASS (acq_sidebar_parent_class)->finalize (object);
}

static void
acq_sidebar_class_init (AcqSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_sidebar_get_property;
  object_class->set_property = acq_sidebar_set_property;
  object_class->dispose = acq_sidebar_dispose;
  object_class->finalize = acq_sidebar_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/application/acq-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, header_bar);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, company_button);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, company_name);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, freshness);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, freshness_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, freshness_label);
  gtk_widget_class_bind_template_child (widget_class, AcqSidebar, recent_section);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
acq_sidebar_init (AcqSidebar *self)
{
  gsize n_pages;
  const AcqWindowPage *pages = acq_window_pages (&n_pages);

  self->badges = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < n_pages && pages[i].under == NULL; i++)
    append_row (self, &pages[i]);
  view_cb (self);
}
