/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-page.h"

#include <adwaita.h>

#include "acq-split-view.h"
#include "acq-widget-children.h"

typedef struct
{
  /* Template widgets */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  GtkButton *sidebar_button;
  GtkButton *back_button;
  GtkMenuButton *menu_button;
  GtkButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkBox *top;

  /* Borrowed references */
  GPtrArray *packed; /* (element-type GtkWidget) in the header bar by a subclass */
  GtkWidget *content;
  AcqSplitView *split_view; /* while the page is in one */
  gulong folded_handler;
} AcqPagePrivate;

static void acq_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (AcqPage, acq_page, GTK_TYPE_WIDGET,
                         G_ADD_PRIVATE (AcqPage)
                           G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, acq_page_buildable_init));

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_SEARCHABLE,
  PROP_SEARCH_ACTIVE,
  PROP_SEARCH_TEXT,
  PROP_CAN_GO_BACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[1];

static AcqPagePrivate *
get_private (AcqPage *self)
{
  return acq_page_get_instance_private (self);
}

void
acq_page_set_title (AcqPage *self, const char *title)
{
  AcqPagePrivate *priv;

  g_return_if_fail (ACQ_IS_PAGE (self));
  priv = get_private (self);
  if (g_strcmp0 (adw_window_title_get_title (priv->window_title), title) == 0)
    return;
  adw_window_title_set_title (priv->window_title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
acq_page_set_subtitle (AcqPage *self, const char *subtitle)
{
  AcqPagePrivate *priv;

  g_return_if_fail (ACQ_IS_PAGE (self));
  priv = get_private (self);
  adw_window_title_set_subtitle (priv->window_title, subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

const char *
acq_page_get_search_text (AcqPage *self)
{
  AcqPagePrivate *priv;

  g_return_val_if_fail (ACQ_IS_PAGE (self), NULL);
  priv = get_private (self);
  if (!gtk_search_bar_get_search_mode (priv->search_bar))
    return "";
  return gtk_editable_get_text (GTK_EDITABLE (priv->search_entry));
}

gboolean
acq_page_start_search (AcqPage *self)
{
  AcqPagePrivate *priv;

  g_return_val_if_fail (ACQ_IS_PAGE (self), FALSE);
  priv = get_private (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (priv->search_bar)))
    return FALSE;
  gtk_search_bar_set_search_mode (priv->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (priv->search_entry));
  return TRUE;
}

void
acq_page_stop_search (AcqPage *self)
{
  g_return_if_fail (ACQ_IS_PAGE (self));
  gtk_search_bar_set_search_mode (get_private (self)->search_bar, FALSE);
}

void
acq_page_focus_content (AcqPage *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (ACQ_IS_PAGE (self));
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root == NULL ? NULL : gtk_root_get_focus (root);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_child_focus (get_private (self)->content, GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (AcqPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_TEXT]);
}

static void
search_activate_cb (AcqPage *self)
{
  g_signal_emit (self, signals[0], 0);
}

static void
search_mode_cb (AcqPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_ACTIVE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_TEXT]);
}

/* In a narrow header bar a button says with its icon alone what it does; its accessible name and tooltip stay. */
static void
show_words_beside_icons (GtkWidget *widget, gboolean in_content, gboolean visible)
{
  if (in_content && GTK_IS_LABEL (widget))
    gtk_widget_set_visible (widget, visible);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_words_beside_icons (child, in_content || ADW_IS_BUTTON_CONTENT (widget), visible);
}

static void
update_sidebar_button_cb (AcqPage *self)
{
  AcqPagePrivate *priv = get_private (self);
  gboolean deeper = gtk_widget_get_visible (GTK_WIDGET (priv->back_button));
  gboolean folded = priv->split_view != NULL && acq_split_view_get_folded (priv->split_view);

  gtk_widget_set_visible (GTK_WIDGET (priv->sidebar_button), folded && !deeper);
  for (guint i = 0; i < priv->packed->len; i++)
    show_words_beside_icons (priv->packed->pdata[i], FALSE, !folded);
}

static void
acq_page_root (GtkWidget *widget)
{
  AcqPage *self = ACQ_PAGE (widget);
  AcqPagePrivate *priv = get_private (self);

  GTK_WIDGET_CLASS (acq_page_parent_class)->root (widget);
  priv->split_view = ACQ_SPLIT_VIEW (gtk_widget_get_ancestor (widget, ACQ_TYPE_SPLIT_VIEW));
  if (priv->split_view != NULL)
    priv->folded_handler = g_signal_connect_swapped (priv->split_view, "notify::folded",
                                                     G_CALLBACK (update_sidebar_button_cb), self);
  update_sidebar_button_cb (self);
}

static void
acq_page_unroot (GtkWidget *widget)
{
  AcqPagePrivate *priv = get_private (ACQ_PAGE (widget));

  if (priv->split_view != NULL)
    g_clear_signal_handler (&priv->folded_handler, priv->split_view);
  priv->split_view = NULL;
  GTK_WIDGET_CLASS (acq_page_parent_class)->unroot (widget);
}

static void
set_content (AcqPage *self, GtkWidget *content)
{
  AcqPagePrivate *priv = get_private (self);

  if (priv->content != NULL)
    gtk_widget_unparent (priv->content);
  priv->content = content;
  gtk_widget_set_vexpand (content, TRUE);
  gtk_widget_set_parent (content, GTK_WIDGET (self));
}

static void
acq_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  AcqPage *self = ACQ_PAGE (buildable);
  AcqPagePrivate *priv = get_private (self);

  /* The page's own template is built by the same interface. */
  if (priv->header_bar == NULL || !GTK_IS_WIDGET (child))
    {
      GtkBuildableIface *parent = g_type_interface_peek_parent (GTK_BUILDABLE_GET_IFACE (buildable));

      parent->add_child (buildable, builder, child, type);
    }
  else if (g_strcmp0 (type, "start") == 0)
    {
      adw_header_bar_pack_start (priv->header_bar, GTK_WIDGET (child));
      g_ptr_array_add (priv->packed, child);
    }
  else if (g_strcmp0 (type, "end") == 0)
    {
      adw_header_bar_pack_end (priv->header_bar, GTK_WIDGET (child));
      g_ptr_array_add (priv->packed, child);
    }
  else if (g_strcmp0 (type, "title") == 0)
    adw_header_bar_set_title_widget (priv->header_bar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "top") == 0)
    gtk_box_append (priv->top, GTK_WIDGET (child));
  else
    set_content (self, GTK_WIDGET (child));
}

static void
acq_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqPagePrivate *priv = get_private (ACQ_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (priv->window_title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (priv->window_title));
      break;
    case PROP_SEARCHABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (priv->search_bar)));
      break;
    case PROP_SEARCH_ACTIVE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (priv->search_bar));
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, acq_page_get_search_text (ACQ_PAGE (object)));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (priv->back_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqPage *self = ACQ_PAGE (object);
  AcqPagePrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_TITLE:
      acq_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      acq_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SEARCHABLE:
      gtk_widget_set_visible (GTK_WIDGET (priv->search_bar), g_value_get_boolean (value));
      break;
    case PROP_SEARCH_ACTIVE:
      gtk_search_bar_set_search_mode (priv->search_bar, g_value_get_boolean (value));
      break;
    case PROP_CAN_GO_BACK:
      gtk_widget_set_visible (GTK_WIDGET (priv->back_button), g_value_get_boolean (value));
      update_sidebar_button_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_page_dispose (GObject *object)
{
  AcqPagePrivate *priv = get_private (ACQ_PAGE (object));

  priv->content = NULL;
  g_ptr_array_set_size (priv->packed, 0);
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_page_parent_class)->dispose (object);
}

static void
acq_page_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (ACQ_PAGE (object))->packed);
  G_OBJECT_CLASS (acq_page_parent_class)->finalize (object);
}

static void
acq_page_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = acq_page_add_child;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/acquit/Acquit/ui/adaptive/acq-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, header_bar);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, sidebar_button);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, search_button);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, search_bar);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, AcqPage, top);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
acq_page_class_init (AcqPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_page_get_property;
  object_class->set_property = acq_page_set_property;
  object_class->dispose = acq_page_dispose;
  object_class->finalize = acq_page_finalize;
  widget_class->root = acq_page_root;
  widget_class->unroot = acq_page_unroot;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags | G_PARAM_READWRITE);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags | G_PARAM_READWRITE);
  properties[PROP_SEARCHABLE]
    = g_param_spec_boolean ("searchable", NULL, NULL, TRUE, flags | G_PARAM_READWRITE);
  properties[PROP_SEARCH_ACTIVE]
    = g_param_spec_boolean ("search-active", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  properties[PROP_SEARCH_TEXT]
    = g_param_spec_string ("search-text", NULL, NULL, "", flags | G_PARAM_READABLE);
  properties[PROP_CAN_GO_BACK]
    = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[0] = g_signal_new ("search-activated", ACQ_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_SPLIT_VIEW);
  bind_template (widget_class);
}

static void
acq_page_init (AcqPage *self)
{
  AcqPagePrivate *priv = get_private (self);

  priv->packed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (priv->search_bar, GTK_EDITABLE (priv->search_entry));
  g_signal_connect_swapped (priv->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb),
                            self);
}
