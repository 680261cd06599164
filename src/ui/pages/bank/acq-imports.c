/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-imports.h"

#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-import-job.h"
#include "acq-import-row.h"
#include "acq-reject-text.h"

/* So many imports are on show at first, and so many more at each request. */
#define STEP 40

struct _AcqImports
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *more;

  /* Owned references */
  AcqOpenCompany *company;
  GPtrArray *rejected; /* (element-type AcqRejectedLine) NULL until they are read */
  GCancellable *closing;

  guint max_rows;
  guint n_asked; /* questions about refused lines that are not answered yet */
};

G_DEFINE_FINAL_TYPE (AcqImports, acq_imports, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_rows (AcqImports *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  const GPtrArray *batches = view->batches;
  guint n_rows = MIN (batches->len, self->max_rows);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (self->rows, acq_import_row_new (batches->pdata[batches->len - 1 - i], self->rejected,
                                                         view->books->today));
  gtk_widget_set_visible (self->more, n_rows < batches->len);
  gtk_stack_set_visible_child_name (self->stack, batches->len > 0 ? "list" : "nothing");
}

static gpointer
ask_rejected (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_rejected_lines_list (file, 0, error);
}

static void
rejected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImports) self = ACQ_IMPORTS (user_data);
  GPtrArray *rejected = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, NULL);

  self->n_asked--;
  if (rejected == NULL)
    return;
  g_clear_pointer (&self->rejected, g_ptr_array_unref);
  self->rejected = rejected;
  if (self->n_asked == 0 && !g_cancellable_is_cancelled (self->closing))
    show_rows (self);
}

static void
view_cb (AcqImports *self)
{
  g_assert (ACQ_IS_IMPORTS (self));
  if (acq_open_company_get_view (self->company) == NULL)
    return;
  self->n_asked++;
  acq_open_company_ask_async (self->company, ask_rejected, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                              self->closing, rejected_cb, g_object_ref (self));
}

static void
more_cb (AcqImports *self)
{
  g_assert (ACQ_IS_IMPORTS (self));
  self->max_rows += STEP;
  show_rows (self);
}

gboolean
acq_imports_is_settled (AcqImports *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORTS (self), FALSE);
  return self->rejected != NULL && self->n_asked == 0;
}

/* One import or one refused line, and what is to be said once it is done. */
typedef struct
{
  AcqImports *self; /* only on the main thread */
  gint64 id;
  gint64 count;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_clear_object (&deed->self);
  g_free (deed);
}

static Deed *
deed_new (AcqImports *self, gint64 id)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->self = g_object_ref (self);
  deed->id = id;
  return deed;
}

static void
tell_error (AcqImports *self, const GError *error)
{
  g_autofree char *text = acq_error_text (error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was changed"), text);
}

static void
undone_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImports) self = ACQ_IMPORTS (user_data);
  g_autoptr (GError) error = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Import undone"));
  else
    tell_error (self, error);
}

static gboolean
undo (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 removed;

  return acq_import_undo (file, ((const Deed *) data)->id, &removed, error);
}

static void
start_undo (AcqImports *self, gint64 batch_id)
{
  acq_open_company_change_async (self->company, NULL, undo, deed_new (self, batch_id), deed_free, NULL, undone_cb,
                                 g_object_ref (self));
}

static void
confirmed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Deed *deed = user_data;

  if (acq_dialogs_confirm_finish (result))
    start_undo (deed->self, deed->id);
  deed_free (deed);
}

static gpointer
count_allocations (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  Deed *deed = data;

  return acq_import_count_allocations (file, deed->id, &deed->count, error) ? deed : NULL;
}

/* The question is asked only where the answer costs something. */
static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqImports *self = ACQ_IMPORTS (user_data);
  g_autoptr (GError) error = NULL;
  const Deed *counted = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_autofree char *body = NULL;

  if (counted == NULL)
    tell_error (self, error);
  else if (counted->count == 0)
    start_undo (self, counted->id);
  else
    {
      body = g_strdup_printf (ngettext ("%d match with an invoice is taken back with it: that invoice is owed again.",
                                        "%d matches with invoices are taken back with it: those invoices are owed again.",
                                        (gulong) counted->count),
                              (int) counted->count);
      acq_dialogs_confirm_async (GTK_WIDGET (self), _ ("Undo this import?"), body, _ ("_Undo the import"),
                                 ACQ_CONFIRM_DESTRUCTIVE, self->closing, confirmed_cb,
                                 deed_new (self, counted->id));
    }
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqImports *self = ACQ_IMPORTS (widget);

  acq_open_company_ask_async (self->company, count_allocations,
                              deed_new (self, g_variant_get_int64 (parameter)), deed_free, NULL, self->closing,
                              counted_cb, self);
}

static gboolean
dismiss (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_rejected_lines_dismiss (file, ((const Deed *) data)->id, error);
}

static gboolean
dismiss_all (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_rejected_lines_dismiss_all (file, ((const Deed *) data)->id, error);
}

static void
dismissed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImports) self = ACQ_IMPORTS (user_data);
  g_autoptr (GError) error = NULL;

  if (!acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    tell_error (self, error);
}

static void
dismiss_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqImports *self = ACQ_IMPORTS (widget);
  gboolean all = g_str_equal (action, "imports.dismiss-all");

  acq_open_company_change_async (
    self->company, all ? _ ("Refused lines dismissed") : _ ("Refused line dismissed"),
    all ? dismiss_all : dismiss, deed_new (self, g_variant_get_int64 (parameter)), deed_free, NULL, dismissed_cb,
    g_object_ref (self));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqImports *self = ACQ_IMPORTS (widget);
  g_autofree char *text = acq_import_row_list_rejected (self->rejected, g_variant_get_int64 (parameter));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.tell", "s", _ ("Refused lines copied"));
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqImports) self = ACQ_IMPORTS (user_data);
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    acq_dialogs_tell (GTK_WIDGET (self), _ ("The file could not be written"), error->message);
}

static void
save_name_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Deed *deed = user_data;
  g_autoptr (GFile) file = acq_file_dialogs_save_finish (result);

  if (file != NULL)
    {
      char *text = acq_import_row_list_rejected (deed->self->rejected, deed->id);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, deed->self->closing,
                                           written_cb, g_object_ref (deed->self));
    }
  deed_free (deed);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.txt", NULL };
  AcqImports *self = ACQ_IMPORTS (widget);
  const AcqFileKind kind = { _ ("Text"), patterns };

  acq_file_dialogs_save_async (widget, _ ("Save the refused lines"), &kind, _ ("Refused lines.txt"), self->closing,
                               save_name_cb, deed_new (self, g_variant_get_int64 (parameter)));
}

static void
acq_imports_constructed (GObject *object)
{
  AcqImports *self = ACQ_IMPORTS (object);

  G_OBJECT_CLASS (acq_imports_parent_class)->constructed (object);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
}

static void
acq_imports_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_IMPORTS (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_imports_dispose (GObject *object)
{
  AcqImports *self = ACQ_IMPORTS (object);

  g_cancellable_cancel (self->closing);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_IMPORTS);
  G_OBJECT_CLASS (acq_imports_parent_class)->dispose (object);
}

static void
acq_imports_finalize (GObject *object)
{
  AcqImports *self = ACQ_IMPORTS (object);

  g_clear_object (&self->closing);
  g_clear_object (&self->company);
  g_clear_pointer (&self->rejected, g_ptr_array_unref);
  G_OBJECT_CLASS (acq_imports_parent_class)->finalize (object);
}

static void
acq_imports_class_init (AcqImportsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_imports_constructed;
  object_class->set_property = acq_imports_set_property;
  object_class->dispose = acq_imports_dispose;
  object_class->finalize = acq_imports_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "imports.undo", "x", undo_cb);
  gtk_widget_class_install_action (widget_class, "imports.dismiss", "x", dismiss_cb);
  gtk_widget_class_install_action (widget_class, "imports.dismiss-all", "x", dismiss_cb);
  gtk_widget_class_install_action (widget_class, "imports.copy", "x", copy_cb);
  gtk_widget_class_install_action (widget_class, "imports.save", "x", save_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/acquit/Acquit/ui/pages/bank/acq-imports.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqImports, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqImports, rows);
  gtk_widget_class_bind_template_child (widget_class, AcqImports, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
acq_imports_init (AcqImports *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->closing = g_cancellable_new ();
  self->max_rows = STEP;
}

GtkWidget *
acq_imports_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_IMPORTS, "company", company, NULL);
}
