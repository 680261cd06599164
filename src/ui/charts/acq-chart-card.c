/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-card.h"

#include <glib/gi18n.h>

/* The texts of the card and of the table's heads. */
enum
{
  TEXT_TITLE,
  TEXT_CAPTION,
  TEXT_METHOD,
  N_TEXTS,
};

enum
{
  HEAD_NAME,
  HEAD_VALUE,
  HEAD_RANGE,
  HEAD_NOTE,
  N_HEADS,
};

struct _AcqChartCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkWidget *caption_label;
  GtkWidget *method_button;
  GtkToggleButton *table_button;
  GtkStack *stack;

  /* Owned references */
  char *texts[N_TEXTS];
  char *heads[N_HEADS];

  /* Borrowed references */
  AcqChart *chart;
  GtkWidget *table; /* made when it is asked for */
};

G_DEFINE_FINAL_TYPE (AcqChartCard, acq_chart_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CAPTION,
  PROP_METHOD,
  PROP_CHART,
  N_PROPS,
};

enum
{
  OPEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
open_cb (AcqChartCard *self, const char *target)
{
  g_assert (ACQ_IS_CHART_CARD (self));
  g_signal_emit (self, signals[OPEN], 0, target);
}

static void
make_table (AcqChartCard *self)
{
  AcqChartTableTitles titles = {
    .name = self->heads[HEAD_NAME], .value = self->heads[HEAD_VALUE],
    .range = self->heads[HEAD_RANGE], .note = self->heads[HEAD_NOTE],
  };

  self->table = acq_chart_table_new (acq_chart_get_model (self->chart), self->texts[TEXT_TITLE], &titles);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, self->table);
}

static void
drop_table (AcqChartCard *self)
{
  if (self->table != NULL)
    gtk_stack_remove (self->stack, self->table);
  self->table = NULL;
}

static void
table_toggled_cb (AcqChartCard *self)
{
  gboolean show = gtk_toggle_button_get_active (self->table_button);

  g_assert (ACQ_IS_CHART_CARD (self));
  if (self->chart == NULL || acq_chart_get_model (self->chart) == NULL)
    return;
  if (show && self->table == NULL)
    make_table (self);
  gtk_stack_set_visible_child (self->stack, show ? self->table : GTK_WIDGET (self->chart));
}

/* The table is of the model that the chart has had; it is made anew for another one. */
static void
model_replaced_cb (AcqChartCard *self)
{
  g_assert (ACQ_IS_CHART_CARD (self));
  drop_table (self);
  table_toggled_cb (self);
}

static void
set_chart (AcqChartCard *self, AcqChart *chart)
{
  if (self->chart == chart)
    return;
  drop_table (self);
  if (self->chart != NULL)
    gtk_stack_remove (self->stack, GTK_WIDGET (self->chart));
  self->chart = chart;
  if (chart != NULL)
    {
      acq_chart_set_title (chart, self->texts[TEXT_TITLE]);
      g_signal_connect_object (chart, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chart, "notify::model", G_CALLBACK (model_replaced_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (chart));
      table_toggled_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
set_text (AcqChartCard *self, guint text, const char *value)
{
  GtkWidget *const shown[N_TEXTS] = { NULL, self->caption_label, self->method_button };

  if (g_strcmp0 (self->texts[text], value) == 0)
    return;
  g_free (self->texts[text]);
  self->texts[text] = g_strdup (value);
  if (shown[text] != NULL)
    gtk_widget_set_visible (shown[text], value != NULL && *value != '\0');
  if (text == TEXT_TITLE && self->chart != NULL)
    acq_chart_set_title (self->chart, value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE + text]);
}

static void
acq_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqChartCard *self = ACQ_CHART_CARD (object);

  if (id >= PROP_TITLE && id <= PROP_METHOD)
    g_value_set_string (value, self->texts[id - PROP_TITLE]);
  else if (id == PROP_CHART)
    g_value_set_object (value, self->chart);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqChartCard *self = ACQ_CHART_CARD (object);

  if (id >= PROP_TITLE && id <= PROP_METHOD)
    set_text (self, id - PROP_TITLE, g_value_get_string (value));
  else if (id == PROP_CHART)
    set_chart (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_chart_card_dispose (GObject *object)
{
  AcqChartCard *self = ACQ_CHART_CARD (object);

  self->chart = NULL;
  self->table = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_CHART_CARD);
  G_OBJECT_CLASS (acq_chart_card_parent_class)->dispose (object);
}

static void
acq_chart_card_finalize (GObject *object)
{
  AcqChartCard *self = ACQ_CHART_CARD (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < N_HEADS; i++)
    g_free (self->heads[i]);
  G_OBJECT_CLASS (acq_chart_card_parent_class)->finalize (object);
}

static void
acq_chart_card_class_init (AcqChartCardClass *klass)
{
  static const char *const names[N_TEXTS] = { "title", "caption", "method" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_chart_card_get_property;
  object_class->set_property = acq_chart_card_set_property;
  object_class->dispose = acq_chart_card_dispose;
  object_class->finalize = acq_chart_card_finalize;
  for (guint i = 0; i < N_TEXTS; i++)
    properties[PROP_TITLE + i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ACQ_TYPE_CHART, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/acquit/Acquit/ui/charts/acq-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqChartCard, content);
  gtk_widget_class_bind_template_child (widget_class, AcqChartCard, caption_label);
  gtk_widget_class_bind_template_child (widget_class, AcqChartCard, method_button);
  gtk_widget_class_bind_template_child (widget_class, AcqChartCard, table_button);
  gtk_widget_class_bind_template_child (widget_class, AcqChartCard, stack);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
}

static void
acq_chart_card_init (AcqChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->heads[HEAD_NAME] = g_strdup (_ ("Item"));
  self->heads[HEAD_VALUE] = g_strdup (_ ("Value"));
}

GtkWidget *
acq_chart_card_new (const char *title, AcqChart *chart)
{
  return g_object_new (ACQ_TYPE_CHART_CARD, "title", title, "chart", chart, NULL);
}

AcqChart *
acq_chart_card_get_chart (AcqChartCard *self)
{
  g_return_val_if_fail (ACQ_IS_CHART_CARD (self), NULL);
  return self->chart;
}

void
acq_chart_card_set_table_titles (AcqChartCard *self, const AcqChartTableTitles *titles)
{
  g_return_if_fail (ACQ_IS_CHART_CARD (self));
  g_return_if_fail (titles != NULL && titles->name != NULL);

  const char *const heads[N_HEADS] = { titles->name, titles->value, titles->range, titles->note };

  for (guint i = 0; i < N_HEADS; i++)
    {
      g_free (self->heads[i]);
      self->heads[i] = g_strdup (heads[i]);
    }
  drop_table (self);
  table_toggled_cb (self);
}

void
acq_chart_card_show_table (AcqChartCard *self, gboolean show)
{
  g_return_if_fail (ACQ_IS_CHART_CARD (self));
  gtk_toggle_button_set_active (self->table_button, show);
}
