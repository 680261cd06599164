/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-field-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acq-text-normalizer.h"

struct _AcqTemplateFieldMenu
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *box;
  GtkSearchEntry *search;
  GtkListBox *list;

  guint places;
  char *words; /* folded */
};

G_DEFINE_FINAL_TYPE (AcqTemplateFieldMenu, acq_template_field_menu, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const AcqTemplateField *
field_of (GtkListBoxRow *row)
{
  guint n_fields;

  return &acq_template_fields (&n_fields)[gtk_list_box_row_get_index (row)];
}

/* What stands inside a list may only be offered together with it. */
static gboolean
is_offered (GtkListBoxRow *row, gpointer data)
{
  AcqTemplateFieldMenu *self = data;
  const AcqTemplateField *field = field_of (row);
  g_autofree char *folded = NULL;
  g_autofree char *code = NULL;

  if (!acq_template_field_fits (field, self->places))
    return FALSE;
  if (self->words == NULL || self->words[0] == '\0')
    return TRUE;
  folded = acq_text_fold (acq_template_field_label (field));
  code = acq_text_fold (field->code);
  return strstr (folded, self->words) != NULL || strstr (code, self->words) != NULL;
}

static guint
group_of (const AcqTemplateField *field)
{
  return field->kind == ACQ_TEMPLATE_FIELD_FLAG                                   ? 1
         : field->kind == ACQ_TEMPLATE_FIELD_LIST                                 ? 2
         : field->places & (ACQ_TEMPLATE_PLACE_BODY | ACQ_TEMPLATE_PLACE_SUBJECT) ? 0
                                                                                  : 3;
}

static const char *
group_title (guint group)
{
  switch (group)
    {
    case 1:
      return _ ("Only if");
    case 2:
      return _ ("For each");
    case 3:
      return _ ("Inside “for each”");
    case 0:
    default:
      return _ ("Fields");
    }
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  guint group = group_of (field_of (row));
  GtkWidget *title;

  if (before != NULL && group_of (field_of (before)) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  title = g_object_new (GTK_TYPE_LABEL, "label", group_title (group), "xalign", 0.0f, "margin-top", 9,
                        "margin-start", 9, "margin-bottom", 3, NULL);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_list_box_row_set_header (row, title);
}

static void
search_cb (AcqTemplateFieldMenu *self)
{
  g_free (self->words);
  self->words = acq_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_cb (AcqTemplateFieldMenu *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

/* What fits none of the fields, or was closed by hand, is the user's own. */
static void
take_as_written (AcqTemplateFieldMenu *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *name = g_strndup (text, strcspn (text, "{}"));

  if (g_strstrip (name)[0] != '\0')
    g_signal_emit (self, signals[WRITTEN], 0, name);
}

/* Enter takes the first one that is left. */
static void
activate_cb (AcqTemplateFieldMenu *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX_ROW (child) && gtk_widget_get_child_visible (child))
      {
        row_cb (self, GTK_LIST_BOX_ROW (child));
        return;
      }
  take_as_written (self);
}

static void
changed_cb (AcqTemplateFieldMenu *self)
{
  if (strchr (gtk_editable_get_text (GTK_EDITABLE (self->search)), '}') != NULL)
    take_as_written (self);
}

static void
append_row (AcqTemplateFieldMenu *self, const AcqTemplateField *field)
{
  const char *words = acq_template_field_label (field);
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->list, row);
}

static void
build (AcqTemplateFieldMenu *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n_fields;
  const AcqTemplateField *fields = acq_template_fields (&n_fields);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  for (guint i = 0; i < n_fields; i++)
    append_row (self, &fields[i]);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, is_offered, self, NULL);
  gtk_list_box_set_header_func (self->list, add_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "acq-template-fields");
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", 280,
                "max-content-height", 380, "min-content-width", 260, "propagate-natural-height", TRUE,
                "child", self->list, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search a field"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Fields"),
                                  -1);
}

static void
acq_template_field_menu_dispose (GObject *object)
{
  AcqTemplateFieldMenu *self = ACQ_TEMPLATE_FIELD_MENU (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_template_field_menu_parent_class)->dispose (object);
}

static void
acq_template_field_menu_finalize (GObject *object)
{
  g_free (ACQ_TEMPLATE_FIELD_MENU (object)->words);
  G_OBJECT_CLASS (acq_template_field_menu_parent_class)->finalize (object);
}

static void
acq_template_field_menu_class_init (AcqTemplateFieldMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = acq_template_field_menu_dispose;
  object_class->finalize = acq_template_field_menu_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_template_field_menu_init (AcqTemplateFieldMenu *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
acq_template_field_menu_new (void)
{
  return g_object_new (ACQ_TYPE_TEMPLATE_FIELD_MENU, NULL);
}

void
acq_template_field_menu_offer (AcqTemplateFieldMenu *self, guint places)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_FIELD_MENU (self));
  self->places = places;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
