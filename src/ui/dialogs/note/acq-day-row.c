/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-day-row.h"

#include <glib/gi18n.h>

#include "acq-approval.h"
#include "acq-day-text.h"

struct _AcqDayRow
{
  AdwEntryRow parent_instance;

  /* Child widgets */
  GtkWidget *popover;
  GtkWidget *calendar;

  char *title; /* while nothing is wrong */
  AcqDay first;
  AcqDay last;
  AcqDay today;
};

G_DEFINE_FINAL_TYPE (AcqDayRow, acq_day_row, ADW_TYPE_ENTRY_ROW)

enum
{
  SIGNAL_DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
typed_text (AcqDayRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static AcqDay
read_day (AcqDayRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (typed_text (self)));

  return acq_day_parse_typed (text, self->today);
}

static gboolean
is_empty (AcqDayRow *self)
{
  return typed_text (self)[strspn (typed_text (self), " ")] == '\0';
}

static gboolean
is_allowed (AcqDayRow *self, AcqDay day)
{
  return day != ACQ_DAY_NONE && (self->first == ACQ_DAY_NONE || day >= self->first)
         && (self->last == ACQ_DAY_NONE || day <= self->last);
}

gboolean
acq_day_row_is_valid (AcqDayRow *self)
{
  g_return_val_if_fail (ACQ_IS_DAY_ROW (self), FALSE);
  return is_empty (self) || is_allowed (self, read_day (self));
}

AcqDay
acq_day_row_get_day (AcqDayRow *self)
{
  AcqDay day;

  g_return_val_if_fail (ACQ_IS_DAY_ROW (self), ACQ_DAY_NONE);
  day = read_day (self);
  return is_allowed (self, day) ? day : ACQ_DAY_NONE;
}

/* The words of the flaw take the place of the title: at the field, and where a screen reader finds them. */
void
acq_day_row_set_flaw (AcqDayRow *self, const char *flaw)
{
  g_return_if_fail (ACQ_IS_DAY_ROW (self));
  if (self->title == NULL)
    self->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), flaw != NULL ? flaw : self->title);
  if (flaw != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               flaw != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
describe_flaw (AcqDayRow *self)
{
  AcqDay day = read_day (self);
  g_autofree char *bound = NULL;

  if (day == ACQ_DAY_NONE)
    return g_strdup (_ ("Write a day like 12/12 or 12/12/2026"));
  if (self->first != ACQ_DAY_NONE && day < self->first)
    {
      bound = acq_day_text (self->first, self->today);
      return g_strdup_printf (_ ("Not before %s"), bound);
    }
  bound = acq_day_text (self->last, self->today);
  return g_strdup_printf (_ ("Not after %s"), bound);
}

/* What is still being typed is no flaw yet: it is said once the cursor leaves the row. */
static void
changed_cb (AcqDayRow *self)
{
  acq_day_row_set_flaw (self, NULL);
  g_signal_emit (self, signals[SIGNAL_DAY_CHANGED], 0);
}

static void
left_cb (AcqDayRow *self)
{
  g_autofree char *flaw = acq_day_row_is_valid (self) ? NULL : describe_flaw (self);

  acq_day_row_set_flaw (self, flaw);
}

void
acq_day_row_set_day (AcqDayRow *self, AcqDay day)
{
  g_autofree char *text = day == ACQ_DAY_NONE ? g_strdup ("") : acq_day_text_numeric (day);

  g_return_if_fail (ACQ_IS_DAY_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

void
acq_day_row_set_bounds (AcqDayRow *self, AcqDay first, AcqDay last, AcqDay today)
{
  g_return_if_fail (ACQ_IS_DAY_ROW (self));
  self->first = first;
  self->last = last;
  self->today = today;
}

static void
opened_cb (AcqDayRow *self)
{
  AcqDay day = read_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  if (!gtk_widget_get_visible (self->popover))
    return;
  acq_day_get (day == ACQ_DAY_NONE ? self->today : day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
}

static void
take_cb (AcqDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  acq_day_row_set_day (self, acq_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                          g_date_time_get_day_of_month (date)));
  left_cb (self);
}

static void
acq_day_row_finalize (GObject *object)
{
  g_clear_pointer (&ACQ_DAY_ROW (object)->title, g_free);
  G_OBJECT_CLASS (acq_day_row_parent_class)->finalize (object);
}

static void
acq_day_row_class_init (AcqDayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_day_row_finalize;
  signals[SIGNAL_DAY_CHANGED]
    = g_signal_new ("day-changed", ACQ_TYPE_DAY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
popover_new (AcqDayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *take = gtk_button_new_with_label (_ ("Take this day"));
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = gtk_calendar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Day"),
                                  -1);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), take);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (take, "clicked", G_CALLBACK (take_cb), self);
  g_signal_connect_swapped (popover, "notify::visible", G_CALLBACK (opened_cb), self);
  return popover;
}

static void
acq_day_row_init (AcqDayRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->first = self->last = self->today = ACQ_DAY_NONE;
  self->popover = popover_new (self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose in a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose in a calendar"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

AcqDayRow *
acq_day_row_new_for_posting (AcqDay today)
{
  AcqDayRow *self = g_object_new (ACQ_TYPE_DAY_ROW, "title", _ ("Posted on"), NULL);

  acq_day_row_set_bounds (self, ACQ_DAY_NONE, acq_approval_last_posting_day (today), today);
  acq_day_row_set_day (self, today);
  return self;
}
