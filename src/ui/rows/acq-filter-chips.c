/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-filter-chips.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"

#define SPACING 6

typedef struct
{
  char *code;
  char *label;
  GtkToggleButton *button; /* borrowed: a child of the row */
  GtkLabel *words;         /* borrowed: inside the button */
  GtkLabel *count;         /* borrowed: inside the button */
} Chip;

struct _AcqFilterChips
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled;
  GtkBox *row;
  GPtrArray *chips; /* (element-type Chip) */
  Chip *selected;
};

G_DEFINE_FINAL_TYPE (AcqFilterChips, acq_filter_chips, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
chip_free (Chip *chip)
{
  g_free (chip->code);
  g_free (chip->label);
  g_free (chip);
}

static Chip *
find_chip (AcqFilterChips *self, const char *code)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = self->chips->pdata[i];

      if (g_strcmp0 (chip->code, code) == 0)
        return chip;
    }
  return NULL;
}

static void
toggled_cb (GtkToggleButton *button, AcqFilterChips *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    if (((Chip *) self->chips->pdata[i])->button == button)
      self->selected = self->chips->pdata[i];
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
describe (Chip *chip, const char *count)
{
  g_autofree char *label = count == NULL ? NULL : g_strdup_printf ("%s, %s", chip->label, count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : chip->label, -1);
}

static GtkWidget *
create_content (Chip *chip)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  chip->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (chip->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (chip->count), "heading");
  gtk_widget_set_visible (GTK_WIDGET (chip->count), FALSE);
  chip->words = GTK_LABEL (gtk_label_new (chip->label));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (chip->words));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (chip->count));
  return content;
}

void
acq_filter_chips_add (AcqFilterChips *self, const char *code, const char *label)
{
  Chip *chip;

  g_return_if_fail (ACQ_IS_FILTER_CHIPS (self));
  g_return_if_fail (code != NULL && label != NULL);
  chip = g_new0 (Chip, 1);
  chip->code = g_strdup (code);
  chip->label = g_strdup (label);
  chip->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (chip->button), create_content (chip));
  gtk_widget_add_css_class (GTK_WIDGET (chip->button), "acq-chip");
  describe (chip, NULL);
  if (self->chips->len > 0)
    gtk_toggle_button_set_group (chip->button, ((Chip *) self->chips->pdata[0])->button);
  g_ptr_array_add (self->chips, chip);
  g_signal_connect (chip->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->row, GTK_WIDGET (chip->button));
  if (self->chips->len == 1)
    gtk_toggle_button_set_active (chip->button, TRUE);
}

void
acq_filter_chips_set_count (AcqFilterChips *self, const char *code, guint count)
{
  g_autofree char *text = acq_number_text (count);
  Chip *chip;

  g_return_if_fail (ACQ_IS_FILTER_CHIPS (self));
  chip = find_chip (self, code);
  g_return_if_fail (chip != NULL);
  gtk_label_set_label (chip->count, text);
  gtk_widget_set_visible (GTK_WIDGET (chip->count), TRUE);
  describe (chip, text);
}

void
acq_filter_chips_set_label (AcqFilterChips *self, const char *code, const char *label)
{
  Chip *chip;

  g_return_if_fail (ACQ_IS_FILTER_CHIPS (self));
  chip = find_chip (self, code);
  g_return_if_fail (chip != NULL);
  g_free (chip->label);
  chip->label = g_strdup (label);
  gtk_label_set_label (chip->words, label);
  describe (chip, gtk_widget_get_visible (GTK_WIDGET (chip->count)) ? gtk_label_get_label (chip->count) : NULL);
}

void
acq_filter_chips_set_shown (AcqFilterChips *self, const char *code, gboolean shown)
{
  Chip *chip;

  g_return_if_fail (ACQ_IS_FILTER_CHIPS (self));
  chip = find_chip (self, code);
  g_return_if_fail (chip != NULL);
  gtk_widget_set_visible (GTK_WIDGET (chip->button), shown || chip == self->selected);
}

const char *
acq_filter_chips_get_selected (AcqFilterChips *self)
{
  g_return_val_if_fail (ACQ_IS_FILTER_CHIPS (self), NULL);
  return self->selected == NULL ? NULL : self->selected->code;
}

/* Waits until the row is laid out: a chip that was just shown has no place before. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AcqFilterChips *self = ACQ_FILTER_CHIPS (widget);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  GtkWidget *button = GTK_WIDGET (self->selected->button);
  graphene_rect_t place;
  double last;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self->row), &place) || gtk_widget_get_width (button) == 0)
    return G_SOURCE_CONTINUE;
  last = place.origin.x + place.size.width;
  if (last > gtk_adjustment_get_upper (across))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_clamp_page (across, place.origin.x, last);
  return G_SOURCE_REMOVE;
}

void
acq_filter_chips_set_selected (AcqFilterChips *self, const char *code)
{
  Chip *chip;

  g_return_if_fail (ACQ_IS_FILTER_CHIPS (self));
  chip = find_chip (self, code);
  if (chip == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (chip->button), TRUE);
  gtk_toggle_button_set_active (chip->button, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

/* The next chip that is shown in one direction; NULL at the end. */
static Chip *
find_neighbour (AcqFilterChips *self, int step)
{
  guint at;

  if (self->selected == NULL || !g_ptr_array_find (self->chips, self->selected, &at))
    return NULL;
  for (gint64 i = (gint64) at + step; i >= 0 && i < self->chips->len; i += step)
    {
      Chip *chip = self->chips->pdata[i];

      if (gtk_widget_get_visible (GTK_WIDGET (chip->button)))
        return chip;
    }
  return NULL;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                AcqFilterChips *self)
{
  gboolean reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  Chip *chip;
  int step;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    step = -1;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    step = 1;
  else
    return GDK_EVENT_PROPAGATE;
  chip = find_neighbour (self, reversed ? -step : step);
  if (chip == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (chip->button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (chip->button));
  return GDK_EVENT_STOP;
}

static void
acq_filter_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_string (value, acq_filter_chips_get_selected (ACQ_FILTER_CHIPS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_filter_chips_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    acq_filter_chips_set_selected (ACQ_FILTER_CHIPS (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_filter_chips_dispose (GObject *object)
{
  AcqFilterChips *self = ACQ_FILTER_CHIPS (object);

  self->selected = NULL;
  if (self->scrolled != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scrolled)));
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (acq_filter_chips_parent_class)->dispose (object);
}

static void
acq_filter_chips_class_init (AcqFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = acq_filter_chips_get_property;
  object_class->set_property = acq_filter_chips_set_property;
  object_class->dispose = acq_filter_chips_dispose;
  properties[PROP_SELECTED] = g_param_spec_string (
    "selected", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
acq_filter_chips_init (AcqFilterChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) chip_free);
  self->row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING));
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (self->scrolled, TRUE);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->row));
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
  /* Before the buttons' own arrow keys, which would only move the focus. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
acq_filter_chips_new (void)
{
  return g_object_new (ACQ_TYPE_FILTER_CHIPS, NULL);
}
