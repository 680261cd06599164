/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-why-card.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-why-text.h"
#include "acq-widget-children.h"

struct _AcqWhyCard
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkToggleButton *heading;
  GtkWidget *departure_icon;
  GtkLabel *departure;
  GtkImage *arrow;
  GtkWidget *body;
  GtkWidget *separator;
  GtkBox *lines;

  gboolean plain;
};

G_DEFINE_FINAL_TYPE (AcqWhyCard, acq_why_card, GTK_TYPE_WIDGET)

static void
fold_cb (AcqWhyCard *self)
{
  gboolean open = gtk_toggle_button_get_active (self->heading);

  g_assert (ACQ_IS_WHY_CARD (self));
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_visible (self->body, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static GtkWidget *
mark_new (AcqWhyNowMark mark)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } marks[] = {
    [ACQ_WHY_NOW_CHECKED] = { "acq-check-symbolic", "acq-done" },
    [ACQ_WHY_NOW_WARNING] = { "acq-warning-symbolic", "acq-stop" },
    [ACQ_WHY_NOW_REMARK] = { "acq-bulb-symbolic", "acq-information" },
  };
  GtkWidget *image = gtk_image_new_from_icon_name (marks[mark].icon);

  gtk_widget_add_css_class (image, marks[mark].style);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  return image;
}

static GtkWidget *
rule_new (const AcqWhyNow *line, AcqDay today)
{
  g_autofree char *text = acq_why_text_rule (line, today);
  GtkWidget *rule = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (rule), 1);
  gtk_label_set_ellipsize (GTK_LABEL (rule), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (rule, "caption");
  gtk_widget_add_css_class (rule, "dim-label");
  gtk_widget_set_tooltip_text (rule, text);
  gtk_widget_set_visible (rule, text != NULL);
  return rule;
}

/* Read as one sentence. */
static GtkWidget *
line_new (const AcqWhyNow *line, AcqDay today, gboolean plain)
{
  AcqWhyNowMark mark = acq_why_now_mark (line->code);
  g_autofree char *text = acq_why_text (line, today);
  g_autofree char *rule = acq_why_text_rule (line, today);
  g_autofree char *whole = rule == NULL ? g_strdup (text) : g_strdup_printf ("%s (%s)", text, rule);
  GtkWidget *box
    = g_object_new (GTK_TYPE_BOX, "spacing", 9, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (mark == ACQ_WHY_NOW_WARNING)
    gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), mark_new (mark));
  gtk_box_append (GTK_BOX (box), label);
  if (plain)
    gtk_widget_set_tooltip_text (label, whole);
  else
    gtk_box_append (GTK_BOX (box), rule_new (line, today));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return box;
}

static void
show_departure (AcqWhyCard *self, AcqDay departure, AcqDay today)
{
  g_autofree char *day = acq_day_text_weekday (departure, today);
  g_autofree char *text = g_strdup_printf (_ ("Planned for %s"), day);

  gtk_label_set_text (self->departure, text);
  gtk_widget_set_visible (GTK_WIDGET (self->departure), departure != today);
  gtk_widget_set_visible (self->departure_icon, departure != today);
}

void
acq_why_card_show (AcqWhyCard *self, const GArray *lines, AcqDay departure, AcqDay today)
{
  GtkWidget *child;

  g_return_if_fail (ACQ_IS_WHY_CARD (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->lines, line_new (&g_array_index (lines, AcqWhyNow, i), today, self->plain));
  show_departure (self, departure, today);
}

void
acq_why_card_set_plain (AcqWhyCard *self)
{
  g_return_if_fail (ACQ_IS_WHY_CARD (self));
  self->plain = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_widget_set_visible (self->separator, FALSE);
}

static void
acq_why_card_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_why_card_parent_class)->dispose (object);
}

static void
acq_why_card_class_init (AcqWhyCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_why_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/reminders/acq-why-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, heading);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, departure_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, departure);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, body);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, separator);
  gtk_widget_class_bind_template_child (widget_class, AcqWhyCard, lines);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
}

static void
acq_why_card_init (AcqWhyCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
