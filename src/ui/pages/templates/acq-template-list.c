/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-list.h"

#include <glib/gi18n.h>

#include "acq-template-text.h"

struct _AcqTemplateList
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *ways[ACQ_TEMPLATE_N_MODELS]; /* borrowed */

  AcqTemplateModel selected;
};

G_DEFINE_FINAL_TYPE (AcqTemplateList, acq_template_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In which ways the original goes. */
static const char *
ways_of (AcqTemplateModel model)
{
  g_autoptr (AcqMailTemplate) original = NULL;

  if (model == ACQ_TEMPLATE_MODEL_CALL_GUIDE)
    return _ ("Guide to follow");
  original = acq_mail_template_original (model, ACQ_TEMPLATE_VARIANT_FR_VOUS);
  return original->sms != NULL ? _ ("E-mail, SMS") : _ ("E-mail");
}

static GtkLabel *
add_label (GtkWidget *box, const char *words)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
append_row (AcqTemplateList *self, AcqTemplateModel model)
{
  gboolean call = model == ACQ_TEMPLATE_MODEL_CALL_GUIDE;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (call ? "acq-phone-symbolic" : "acq-mail-symbolic");

  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  add_label (words, acq_template_model_text (model));
  self->ways[model] = add_label (words, ways_of (model));
  gtk_widget_add_css_class (GTK_WIDGET (self->ways[model]), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->ways[model]), "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  acq_template_model_text (model), -1);
  gtk_list_box_append (self->list, row);
}

static void
row_cb (AcqTemplateList *self, GtkListBoxRow *row)
{
  guint wanted = (guint) gtk_list_box_row_get_index (row);

  acq_template_list_select (self, self->selected);
  g_signal_emit (self, signals[CHOSEN], 0, wanted);
}

static void
acq_template_list_dispose (GObject *object)
{
  AcqTemplateList *self = ACQ_TEMPLATE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_template_list_parent_class)->dispose (object);
}

static void
acq_template_list_class_init (AcqTemplateListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_template_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_template_list_init (AcqTemplateList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                                 self->list, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 216, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    append_row (self, (AcqTemplateModel) model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Templates"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
acq_template_list_new (void)
{
  return g_object_new (ACQ_TYPE_TEMPLATE_LIST, NULL);
}

void
acq_template_list_select (AcqTemplateList *self, AcqTemplateModel model)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_LIST (self));
  self->selected = model;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) model));
}

void
acq_template_list_set_edited (AcqTemplateList *self, const GArray *edited)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_LIST (self));
  for (guint model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    {
      const char *ways = ways_of ((AcqTemplateModel) model);
      /* Translators: the ways that a message goes: "E-mail, SMS · your version". */
      g_autofree char *own = g_strdup_printf (_ ("%s · your version"), ways);

      gtk_label_set_label (self->ways[model], g_array_index (edited, guint, model) != 0 ? own : ways);
    }
}
