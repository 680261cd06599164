/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-figure-card.h"

#include "acq-sparkline.h"

struct _AcqFigureCard
{
  GtkButton parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *figure_label;
  GtkLabel *detail_label;
  GtkLabel *change_label;
  GtkLabel *period_label;
  GtkBox *trend_box;

  /* Borrowed references */
  AcqChart *trend;

  /* Owned references */
  char *page;
  char *target;
};

G_DEFINE_FINAL_TYPE (AcqFigureCard, acq_figure_card, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PAGE,
  PROP_TARGET,
  PROP_COLUMNS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
acq_figure_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqFigureCard *self = ACQ_FIGURE_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title_label, g_value_get_string (value));
      break;
    case PROP_PAGE:
      self->page = g_value_dup_string (value);
      break;
    case PROP_TARGET:
      self->target = g_value_dup_string (value);
      break;
    case PROP_COLUMNS:
      self->trend = ACQ_CHART (acq_sparkline_new (g_value_get_boolean (value)));
      g_object_set (self->trend, "interactive", FALSE, NULL);
      gtk_box_append (self->trend_box, GTK_WIDGET (self->trend));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_figure_card_constructed (GObject *object)
{
  AcqFigureCard *self = ACQ_FIGURE_CARD (object);

  G_OBJECT_CLASS (acq_figure_card_parent_class)->constructed (object);
  acq_chart_set_title (self->trend, gtk_label_get_text (self->title_label));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(ss)", self->page != NULL ? self->page : "",
                                    self->target != NULL ? self->target : "");
  acq_figure_card_set_figure (self, &(AcqFigure){ 0 });
}

static void
acq_figure_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_FIGURE_CARD);
  G_OBJECT_CLASS (acq_figure_card_parent_class)->dispose (object);
}

static void
acq_figure_card_finalize (GObject *object)
{
  g_free (ACQ_FIGURE_CARD (object)->page);
  g_free (ACQ_FIGURE_CARD (object)->target);
  G_OBJECT_CLASS (acq_figure_card_parent_class)->finalize (object);
}

static void
acq_figure_card_class_init (AcqFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = acq_figure_card_set_property;
  object_class->constructed = acq_figure_card_constructed;
  object_class->dispose = acq_figure_card_dispose;
  object_class->finalize = acq_figure_card_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_TARGET] = g_param_spec_string ("target", NULL, NULL, NULL, flags);
  properties[PROP_COLUMNS] = g_param_spec_boolean ("columns", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/dashboard/acq-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, figure_label);
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, change_label);
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, period_label);
  gtk_widget_class_bind_template_child (widget_class, AcqFigureCard, trend_box);
}

static void
acq_figure_card_init (AcqFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_accessible (AcqFigureCard *self, const AcqFigure *figure)
{
  const char *const parts[]
    = { gtk_label_get_text (self->title_label), figure->figure, figure->detail, figure->change };
  g_autoptr (GString) label = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", parts[i]);
  if (figure->change != NULL && figure->period != NULL)
    g_string_append_printf (label, " %s", figure->period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

void
acq_figure_card_set_figure (AcqFigureCard *self, const AcqFigure *figure)
{
  g_return_if_fail (ACQ_IS_FIGURE_CARD (self));
  g_return_if_fail (figure != NULL);

  gtk_label_set_text (self->figure_label, figure->figure != NULL ? figure->figure : "…");
  set_text (self->detail_label, figure->detail);
  set_text (self->change_label, figure->change);
  set_text (self->period_label, figure->period);
  if (figure->improved)
    gtk_widget_add_css_class (GTK_WIDGET (self->change_label), "acq-done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->change_label), "acq-done");
  acq_chart_set_model (self->trend, figure->trend);
  gtk_widget_set_visible (GTK_WIDGET (self->trend), figure->trend != NULL);
  update_accessible (self, figure);
}
