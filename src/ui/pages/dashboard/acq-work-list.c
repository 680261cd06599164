/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-work-list.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-work-row.h"

struct _AcqWorkList
{
  GtkWidget parent_instance;

  /* Owned references */
  GtkWidget *list;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AcqWorkList, acq_work_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clear (AcqWorkList *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
add_message (AcqWorkList *self, const char *icon, const char *title, const char *detail)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *detail_markup = detail != NULL ? g_markup_escape_text (detail, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail_markup != NULL ? detail_markup : "");
  if (icon != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  else
    {
      GtkWidget *spinner = gtk_spinner_new ();

      gtk_spinner_start (GTK_SPINNER (spinner));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), spinner);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_nothing (AcqWorkList *self, const AcqTodaysWork *work)
{
  g_autofree char *day = NULL;
  g_autofree char *detail = NULL;

  if (work->next_day != ACQ_DAY_NONE)
    {
      day = acq_day_text_weekday (work->next_day, work->view->books->today);
      /* Translators: the next day with a reminder to send. */
      detail = g_strdup_printf (_ ("Next reminder: %s"), day);
    }
  add_message (self, "acq-check-symbolic", _ ("Nothing to do today"),
               detail != NULL ? detail : _ ("No reminder is foreseen in the coming weeks"));
}

static void
set_narrow (AcqWorkList *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ACQ_IS_WORK_ROW (row))
      g_object_set (row, "narrow", narrow, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
acq_work_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, ACQ_WORK_LIST (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_work_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    set_narrow (ACQ_WORK_LIST (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_work_list_dispose (GObject *object)
{
  g_clear_pointer (&ACQ_WORK_LIST (object)->list, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_work_list_parent_class)->dispose (object);
}

static void
acq_work_list_class_init (AcqWorkListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_work_list_get_property;
  object_class->set_property = acq_work_list_set_property;
  object_class->dispose = acq_work_list_dispose;
  properties[PROP_NARROW]
    = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_work_list_init (AcqWorkList *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("To do today"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  acq_work_list_set_work (self, NULL);
}

void
acq_work_list_set_work (AcqWorkList *self, const AcqTodaysWork *work)
{
  g_return_if_fail (ACQ_IS_WORK_LIST (self));

  clear (self);
  if (work == NULL)
    add_message (self, NULL, _ ("Being worked out…"), NULL);
  else if (work->items->len == 0)
    add_nothing (self, work);
  else
    for (guint i = 0; i < work->items->len; i++)
      {
        g_autoptr (AcqWorkText) text
          = acq_work_text_new (g_ptr_array_index (work->items, i), work->view->books->today);
        GtkWidget *row = acq_work_row_new (text, i == 0);

        g_object_set (row, "narrow", self->narrow, NULL);
        gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      }
}

void
acq_work_list_set_message (AcqWorkList *self, const char *message)
{
  g_return_if_fail (ACQ_IS_WORK_LIST (self));
  g_return_if_fail (message != NULL);

  clear (self);
  add_message (self, "acq-warning-symbolic", message, NULL);
}
