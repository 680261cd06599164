/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-window-state.h"

#define DEFAULT_WIDTH  1180
#define DEFAULT_HEIGHT 780
#define MAX_RECENT     8

#define GROUP "window"

static char *
find_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "acquit", "window.ini", NULL);
}

static void
load_size (AcqWindowState *self, GKeyFile *file)
{
  int width = g_key_file_get_integer (file, GROUP, "width", NULL);
  int height = g_key_file_get_integer (file, GROUP, "height", NULL);

  if (width > 0 && height > 0)
    {
      self->width = width;
      self->height = height;
    }
  self->maximized = g_key_file_get_boolean (file, GROUP, "maximized", NULL);
}

AcqWindowState *
acq_window_state_load (void)
{
  AcqWindowState *self = g_new0 (AcqWindowState, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_path ();
  g_auto (GStrv) recent = NULL;

  self->width = DEFAULT_WIDTH;
  self->height = DEFAULT_HEIGHT;
  self->recent = g_ptr_array_new_with_free_func (g_free);
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return self;
  load_size (self, file);
  recent = g_key_file_get_string_list (file, GROUP, "recent", NULL, NULL);
  for (gsize i = 0; recent != NULL && recent[i] != NULL && i < MAX_RECENT; i++)
    g_ptr_array_add (self->recent, g_strdup (recent[i]));
  return self;
}

void
acq_window_state_save (const AcqWindowState *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_integer (file, GROUP, "width", self->width);
  g_key_file_set_integer (file, GROUP, "height", self->height);
  g_key_file_set_boolean (file, GROUP, "maximized", self->maximized);
  g_key_file_set_string_list (file, GROUP, "recent", (const char *const *) self->recent->pdata,
                              self->recent->len);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}

void
acq_window_state_add_recent (AcqWindowState *self, const char *path)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->recent, path, g_str_equal, &index))
    g_ptr_array_remove_index (self->recent, index);
  g_ptr_array_insert (self->recent, 0, g_strdup (path));
  if (self->recent->len > MAX_RECENT)
    g_ptr_array_set_size (self->recent, MAX_RECENT);
}

void
acq_window_state_free (AcqWindowState *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->recent);
  g_free (self);
}
