/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-work-row.h"

#include <glib/gi18n.h>

/* Wide enough for most verbs, so that buttons stand in a column. */
#define BUTTON_WIDTH 118

struct _AcqWorkRow
{
  AdwActionRow parent_instance;

  /* Owned references */
  char *amount; /* nullable */
  char *detail;
  char *page; /* nullable */
  char *target;

  /* Borrowed references */
  GtkWidget *amount_label;
  GtkWidget *button;
  GtkWidget *arrow;

  gboolean first;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AcqWorkRow, acq_work_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update (AcqWorkRow *self)
{
  gboolean has_detail = *self->detail != '\0';
  g_autofree char *detail = g_markup_escape_text (self->detail, -1);
  g_autofree char *amount = self->amount != NULL ? g_markup_printf_escaped ("<b>%s</b>", self->amount) : NULL;
  g_autofree char *both = NULL;

  if (self->narrow && amount != NULL)
    both = has_detail ? g_strdup_printf ("%s · %s", amount, detail) : g_strdup (amount);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both != NULL ? both : detail);
  gtk_widget_set_visible (self->amount_label, !self->narrow && amount != NULL);
  gtk_widget_set_visible (self->button, !self->narrow || self->first);
  gtk_widget_set_visible (self->arrow, self->narrow && !self->first);
}

static void
set_narrow (AcqWorkRow *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
clicked_cb (AcqWorkRow *self)
{
  g_assert (ACQ_IS_WORK_ROW (self));
  if (self->page == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
  else if (g_str_equal (self->page, "session"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.session", NULL);
  else if (g_str_equal (self->page, "deposit"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.deposit-cheques", NULL);
  else if (g_str_equal (self->page, "preferences"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.preferences-page", "s", self->target);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", self->page, self->target);
}

static void
acq_work_row_activate (AdwActionRow *row)
{
  clicked_cb (ACQ_WORK_ROW (row));
}

static void
acq_work_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, ACQ_WORK_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_work_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    set_narrow (ACQ_WORK_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_work_row_finalize (GObject *object)
{
  AcqWorkRow *self = ACQ_WORK_ROW (object);

  g_free (self->amount);
  g_free (self->detail);
  g_free (self->page);
  g_free (self->target);
  G_OBJECT_CLASS (acq_work_row_parent_class)->finalize (object);
}

static void
acq_work_row_class_init (AcqWorkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_work_row_get_property;
  object_class->set_property = acq_work_row_set_property;
  object_class->finalize = acq_work_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = acq_work_row_activate;
  properties[PROP_NARROW]
    = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_work_row_init (AcqWorkRow *self)
{
  self->amount_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->amount_label, "heading");
  gtk_widget_add_css_class (self->amount_label, "numeric");
  gtk_widget_set_margin_end (self->amount_label, 6);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->button, BUTTON_WIDTH, -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->amount_label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->arrow);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static void
update_accessible (AcqWorkRow *self, const AcqWorkText *text)
{
  g_autofree char *button = NULL;
  g_autofree char *row = self->amount != NULL ? g_strdup_printf ("%s, %s", text->title, self->amount)
                                              : g_strdup (text->title);

  /* Translators: what a button does, and for what: "Start: 9 reminders by email to check". */
  button = g_strdup_printf (_ ("%s: %s"), text->button, text->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->detail, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
}

GtkWidget *
acq_work_row_new (const AcqWorkText *text, gboolean first)
{
  AcqWorkRow *self = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (ACQ_TYPE_WORK_ROW, NULL);
  self->first = first;
  self->amount = g_strdup (text->amount);
  self->detail = g_strdup (text->detail);
  self->page = g_strdup (text->page);
  self->target = g_strdup (text->target);
  title = g_markup_escape_text (text->title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self), text->icon);
  gtk_label_set_text (GTK_LABEL (self->amount_label), text->amount != NULL ? text->amount : "");
  gtk_button_set_label (GTK_BUTTON (self->button), text->button);
  if (first)
    gtk_widget_add_css_class (self->button, "suggested-action");
  update_accessible (self, text);
  update (self);
  return GTK_WIDGET (self);
}
