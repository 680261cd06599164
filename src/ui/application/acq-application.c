/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-application.h"

#include <glib/gi18n.h>

#include "acq-clock.h"
#include "acq-config.h"
#include "acq-window.h"

struct _AcqApplication
{
  AdwApplication parent_instance;

  AcqWindowState *state;
};

G_DEFINE_FINAL_TYPE (AcqApplication, acq_application, ADW_TYPE_APPLICATION)

AcqApplication *
acq_application_new (void)
{
  return g_object_new (ACQ_TYPE_APPLICATION, "application-id", ACQ_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN, NULL);
}

/* What the command line asks for besides files. */
typedef struct
{
  AcqClock clock;
  int width; /* 0: as it was last time */
  int height;
} Wishes;

static AcqWindow *
find_window (AcqApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ACQ_IS_WINDOW (l->data) && g_strcmp0 (acq_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

static AcqWindow *
make_window (AcqApplication *self, const Wishes *wishes)
{
  AcqWindow *window = acq_window_new (GTK_APPLICATION (self), wishes->clock);
  gboolean chosen = wishes->width > 0;

  gtk_window_set_default_size (GTK_WINDOW (window), chosen ? wishes->width : self->state->width,
                               chosen ? wishes->height : self->state->height);
  if (!chosen && self->state->maximized)
    gtk_window_maximize (GTK_WINDOW (window));
  return window;
}

/* A window that shows no company yet is used for the file that is opened from it. */
static void
open_path (AcqApplication *self, const char *path, const Wishes *wishes)
{
  AcqWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = find_window (self, NULL);
      if (window == NULL)
        window = make_window (self, wishes);
      acq_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Where it was left: with the company that was open last, or at the first page. */
static void
open_last (AcqApplication *self, const Wishes *wishes)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (active != NULL)
    gtk_window_present (active);
  else if (self->state->recent->len > 0 && g_file_test (self->state->recent->pdata[0], G_FILE_TEST_EXISTS))
    open_path (self, self->state->recent->pdata[0], wishes);
  else
    gtk_window_present (GTK_WINDOW (make_window (self, wishes)));
}

static gboolean
read_wishes (GApplicationCommandLine *line, Wishes *wishes)
{
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  const char *text;

  *wishes = (Wishes){ .clock = acq_clock_system () };
  if (g_variant_dict_lookup (options, "today", "&s", &text))
    {
      AcqDay day = acq_day_parse_iso (text);

      if (day == ACQ_DAY_NONE)
        {
          g_application_command_line_printerr (line, _ ("--today needs a day as YYYY-MM-DD: %s"), text);
          g_application_command_line_printerr (line, "\n");
          return FALSE;
        }
      wishes->clock = acq_clock_pinned (day);
    }
  if (g_variant_dict_lookup (options, "geometry", "&s", &text))
    {
      if (sscanf (text, "%5dx%5d", &wishes->width, &wishes->height) != 2 || wishes->width < 1
          || wishes->height < 1)
        {
          g_application_command_line_printerr (line, _ ("--geometry needs a size as WIDTHxHEIGHT: %s"), text);
          g_application_command_line_printerr (line, "\n");
          return FALSE;
        }
    }
  return TRUE;
}

static int
acq_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  AcqApplication *self = ACQ_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  Wishes wishes;

  if (!read_wishes (line, &wishes))
    return 2;
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names) || names[0] == NULL)
    {
      open_last (self, &wishes);
      return 0;
    }
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

      open_path (self, g_file_peek_path (file), &wishes);
    }
  return 0;
}

/* A double click in the file browser, where the program was started through the bus. */
static void
acq_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  Wishes wishes = { .clock = acq_clock_system () };

  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      open_path (ACQ_APPLICATION (application), g_file_peek_path (files[i]), &wishes);
}

static void
acq_application_activate (GApplication *application)
{
  Wishes wishes = { .clock = acq_clock_system () };

  open_last (ACQ_APPLICATION (application), &wishes);
}

void
acq_application_remember (AcqApplication *self, GtkWindow *window, const char *path)
{
  g_return_if_fail (ACQ_IS_APPLICATION (self));
  if (path != NULL)
    acq_window_state_add_recent (self->state, path);
  if (window != NULL)
    {
      gtk_window_get_default_size (window, &self->state->width, &self->state->height);
      self->state->maximized = gtk_window_is_maximized (window);
    }
  acq_window_state_save (self->state);
}

const AcqWindowState *
acq_application_get_state (AcqApplication *self)
{
  g_return_val_if_fail (ACQ_IS_APPLICATION (self), NULL);
  return self->state;
}

/* What concerns a window is the window's own action; the menu and the desktop know it by the name of the application. */
static const struct
{
  const char *name;
  const char *window_action;
} forwarded[] = {
  { "new", "win.new-company" }, { "open", "win.open-company" }, { "preferences", "win.preferences" },
  { "help", "win.help" },       { "about", "win.about" },
};

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; window != NULL && i < G_N_ELEMENTS (forwarded); i++)
    if (g_str_equal (forwarded[i].name, name))
      gtk_widget_activate_action (GTK_WIDGET (window), forwarded[i].window_action, NULL);
}

/* Made when it is first asked for: a start has better things to do. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkBuilder) builder = NULL;

  if (!ACQ_IS_WINDOW (window))
    return;
  if (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)) == NULL)
    {
      builder = gtk_builder_new_from_resource ("/fr/acquit/Acquit/ui/application/acq-shortcuts.ui");
      gtk_application_window_set_help_overlay (
        GTK_APPLICATION_WINDOW (window),
        GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
add_actions (AcqApplication *self)
{
  static const GActionEntry own[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), own, G_N_ELEMENTS (own), self);
  for (gsize i = 0; i < G_N_ELEMENTS (forwarded); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (forwarded[i].name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (forward_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
set_accels (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } keys[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.search", { "<Control>f" } },
    { "win.session", { "F5" } },
    { "win.undo", { "<Control>z" } },
    { "win.import", { "<Control>i" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.refresh", { "<Control>r" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (self, keys[i].action, keys[i].accels);
  acq_window_set_page_accels (self);
}

static void
acq_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (acq_application_parent_class)->startup (application);
  add_actions (ACQ_APPLICATION (application));
  set_accels (GTK_APPLICATION (application));
}

static void
acq_application_finalize (GObject *object)
{
  AcqApplication *self = ACQ_APPLICATION (object);

  g_clear_pointer (&self->state, acq_window_state_free);
  G_OBJECT_CLASS (acq_application_parent_class)->finalize (object);
}

static void
acq_application_class_init (AcqApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_application_finalize;
  application_class->startup = acq_application_startup;
  application_class->activate = acq_application_activate;
  application_class->open = acq_application_open;
  application_class->command_line = acq_application_command_line;
}

static void
acq_application_init (AcqApplication *self)
{
  static const GOptionEntry entries[] = {
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Work as if it were this day"), N_ ("YYYY-MM-DD") },
    { "geometry", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window"), N_ ("WIDTHxHEIGHT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
    { NULL },
  };

  self->state = acq_window_state_load ();
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}
