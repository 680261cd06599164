/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-templates-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "acq-destination.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-open-company.h"
#include "acq-split-view.h"
#include "acq-template-editor.h"
#include "acq-template-list.h"
#include "acq-template-sample.h"
#include "acq-template-text.h"
#include "acq-told-change.h"

struct _AcqTemplatesPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkWidget *save_label;
  GtkWidget *save_icon;
  AcqSplitView *outer; /* the list beside the rest */

  /* Child widgets */
  AcqSplitView *inner; /* the text beside its preview */
  AcqTemplateList *list;
  AcqTemplateEditor *editor;
  AcqTemplateSample *sample;

  /* Owned references */
  AcqOpenCompany *company;
  AcqTemplateCase *shown; /* NULL before the first */
  GCancellable *loading;

  guint update_id;           /* 0: what folds is told */
  AcqTemplateRequest wanted; /* shown, or to be */
  AcqTemplateRequest asked;  /* waits for the user to give up what he wrote */
};

static void acq_templates_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqTemplatesPage, acq_templates_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION,
                                                      acq_templates_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_changed (AcqTemplatesPage *self)
{
  return self->shown != NULL && acq_template_editor_is_changed (self->editor);
}

static const char *
phrase_origin (const AcqTemplateCase *shown)
{
  if (shown->unread != NULL)
    return _ ("original version, yours cannot be read");
  return shown->is_edited ? _ ("your version") : _ ("original version");
}

/* The header bar says which template it is, and whether it is saved. */
static void
show_state (AcqTemplatesPage *self)
{
  g_autoptr (AcqMailTemplate) template = acq_template_editor_get_template (self->editor);
  gboolean changed = is_changed (self);

  acq_page_set_title (ACQ_PAGE (self), acq_template_model_text (self->shown->request.model));
  acq_page_set_subtitle (ACQ_PAGE (self), changed ? _ ("changed, not saved") : phrase_origin (self->shown));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", changed && template != NULL);
  acq_template_sample_show (self->sample, template);
}

static void
edited_cb (AcqTemplatesPage *self)
{
  show_state (self);
}

/* One pane at a time: the header bar leads back from preview to text to list. */
static gboolean
update_back (gpointer data)
{
  AcqTemplatesPage *self = data;
  gboolean outer_folded = acq_split_view_get_folded (self->outer),
           inner_folded = acq_split_view_get_folded (self->inner);
  gboolean shows_list, shows_text;

  self->update_id = 0;
  g_object_get (self->outer, "show-sidebar", &shows_list, NULL);
  g_object_get (self->inner, "show-sidebar", &shows_text, NULL);
  g_object_set (self, "can-go-back", (inner_folded && !shows_text) || (outer_folded && !shows_list), NULL);
  acq_template_editor_set_alone (self->editor, inner_folded || outer_folded);
  gtk_widget_set_visible (self->save_label, !outer_folded);
  gtk_widget_set_visible (self->save_icon, outer_folded);
  return G_SOURCE_REMOVE;
}

/* The views tell that they fold while they are given their size: what that changes around them has to wait. */
static void
update_back_cb (AcqTemplatesPage *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_back, self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (widget);
  gboolean shows_text;

  g_object_get (self->inner, "show-sidebar", &shows_text, NULL);
  if (acq_split_view_get_folded (self->inner) && !shows_text)
    acq_split_view_set_show_sidebar (self->inner, TRUE);
  else
    acq_split_view_set_show_sidebar (self->outer, TRUE);
}

static void
show_preview_cb (AcqTemplatesPage *self)
{
  acq_split_view_set_show_sidebar (self->inner, FALSE);
}

static gboolean
is_same_template (const AcqTemplateRequest *a, const AcqTemplateRequest *b)
{
  return a->model == b->model && a->variant == b->variant;
}

/* What the user is writing stays, whatever changed around it. */
static void
show_case (AcqTemplatesPage *self, AcqTemplateCase *loaded)
{
  gboolean keep = is_changed (self) && is_same_template (&self->shown->request, &loaded->request)
                  && self->shown->is_edited == loaded->is_edited
                  && g_strcmp0 (self->shown->unread, loaded->unread) == 0;
  AcqTemplateCase *old = self->shown;

  self->shown = loaded;
  acq_template_list_select (self->list, loaded->request.model);
  acq_template_list_set_edited (self->list, loaded->edited);
  acq_template_sample_set_case (self->sample, loaded);
  if (!keep)
    acq_template_editor_show (self->editor, loaded);
  gtk_stack_set_visible_child_name (self->stack, "templates");
  show_state (self);
  acq_template_case_free (old);
}

/* What working out a case needs on the company's thread. */
typedef struct
{
  AcqCompanyView *view; /* owned */
  AcqTemplateRequest request;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  acq_company_view_unref (question->view);
  g_free (question);
}

static gpointer
ask_case (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return acq_template_case_new (question->view, file, &question->request, error);
}

static void
case_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqTemplatesPage) self = ACQ_TEMPLATES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  AcqTemplateCase *loaded = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (object), result, &error);
  g_autofree char *text = NULL;

  if (self->loading == NULL || g_task_get_cancellable (G_TASK (result)) != self->loading)
    {
      acq_template_case_free (loaded);
      return;
    }
  g_clear_object (&self->loading);
  if (loaded != NULL)
    {
      show_case (self, loaded);
      return;
    }
  text = acq_error_text (error);
  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
stop_loading (AcqTemplatesPage *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load_cb (AcqTemplatesPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  Question *question;

  stop_loading (self);
  if (view == NULL || view->planning == NULL)
    return;
  question = g_new0 (Question, 1);
  question->view = acq_company_view_ref ((AcqCompanyView *) view);
  question->request = self->wanted;
  self->loading = g_cancellable_new ();
  acq_open_company_ask_async (self->company, ask_case, question, question_free,
                              (GDestroyNotify) acq_template_case_free, self->loading, case_cb,
                              g_object_ref (self));
}

static void
go_to (AcqTemplatesPage *self, const AcqTemplateRequest *request)
{
  self->wanted = *request;
  load_cb (self);
}

static void
give_up_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqTemplatesPage) self = ACQ_TEMPLATES_PAGE (data);

  if (!acq_dialogs_confirm_finish (result) || self->shown == NULL)
    return;
  acq_template_editor_show (self->editor, self->shown);
  go_to (self, &self->asked);
}

/* What was written and is not saved goes only if the user says so. */
static void
leave_for (AcqTemplatesPage *self, const AcqTemplateRequest *request)
{
  g_autofree char *heading = NULL;

  acq_split_view_set_show_sidebar (self->outer, FALSE);
  if (self->shown == NULL || !is_changed (self) || is_same_template (&self->shown->request, request))
    {
      go_to (self, request);
      return;
    }
  self->asked = *request;
  heading = g_strdup_printf (_ ("Give up what you wrote in “%s”?"),
                             acq_template_model_text (self->shown->request.model));
  acq_dialogs_confirm_async (GTK_WIDGET (self), heading, _ ("It is not saved."), _ ("_Give up"),
                             ACQ_CONFIRM_DESTRUCTIVE, NULL, give_up_cb, g_object_ref (self));
}

static void
close_anyway_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqTemplatesPage) self = ACQ_TEMPLATES_PAGE (data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!acq_dialogs_confirm_finish (result) || root == NULL || self->shown == NULL)
    return;
  acq_template_editor_show (self->editor, self->shown);
  gtk_window_close (GTK_WINDOW (root));
}

/* The window does not go with what is not saved. */
static gboolean
close_request_cb (AcqTemplatesPage *self)
{
  g_autofree char *heading = NULL;

  if (!is_changed (self))
    return FALSE;
  heading = g_strdup_printf (_ ("Close without saving “%s”?"),
                             acq_template_model_text (self->shown->request.model));
  acq_dialogs_confirm_async (GTK_WIDGET (self), heading, _ ("What you wrote in this template is lost then."),
                             _ ("_Close"), ACQ_CONFIRM_DESTRUCTIVE, NULL, close_anyway_cb,
                             g_object_ref (self));
  return TRUE;
}

static void
acq_templates_page_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (acq_templates_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "close-request", G_CALLBACK (close_request_cb), widget, G_CONNECT_SWAPPED);
}

static void
acq_templates_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), close_request_cb, widget);
  GTK_WIDGET_CLASS (acq_templates_page_parent_class)->unroot (widget);
}

static void
model_cb (AcqTemplatesPage *self, guint model)
{
  AcqTemplateRequest request = self->wanted;

  request.model = (AcqTemplateModel) model;
  leave_for (self, &request);
}

static void
variant_cb (AcqTemplatesPage *self, guint variant)
{
  AcqTemplateRequest request = self->wanted;

  request.variant = (AcqTemplateVariant) variant;
  leave_for (self, &request);
}

static void
customer_cb (AcqTemplatesPage *self, gint64 customer_id)
{
  AcqTemplateRequest request = self->wanted;

  request.customer_id = customer_id;
  go_to (self, &request);
}

static gboolean
save_template (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_templates_save (file, data, error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (widget);
  AcqMailTemplate *template = acq_template_editor_get_template (self->editor);

  g_return_if_fail (template != NULL);
  acq_open_company_change_async (self->company, _ ("Template saved"), save_template, template,
                                 (GDestroyNotify) acq_mail_template_unref, NULL, acq_told_change_cb,
                                 g_object_ref (self));
}

static gboolean
restore_template (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const AcqTemplateRequest *request = data;

  return acq_templates_restore (file, request->model, request->variant, error);
}

/* What is not saved yet goes at once; what is saved can be had back by undo. */
static void
restore_cb (AcqTemplatesPage *self)
{
  gboolean was_kept = self->shown->is_edited || self->shown->unread != NULL;

  acq_template_editor_show (self->editor, self->shown);
  show_state (self);
  if (was_kept)
    acq_open_company_change_async (self->company, _ ("Original version taken up again"), restore_template,
                                   g_memdup2 (&self->shown->request, sizeof self->shown->request), g_free,
                                   NULL, acq_told_change_cb, g_object_ref (self));
}

static void
acq_templates_page_open (AcqDestination *destination, const char *target)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (destination);
  AcqTemplateRequest request = self->wanted;

  if (g_str_has_prefix (target, "model:")
      && acq_template_model_from_code (target + strlen ("model:"), &request.model))
    leave_for (self, &request);
}

static void
acq_templates_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_templates_page_open;
}

static void
build (AcqTemplatesPage *self)
{
  GtkWidget *list = acq_template_list_new (), *editor = acq_template_editor_new (),
            *sample = acq_template_sample_new ();
  GtkWidget *inner = g_object_new (ACQ_TYPE_SPLIT_VIEW, "hexpand", TRUE, NULL);

  self->list = ACQ_TEMPLATE_LIST (list);
  self->editor = ACQ_TEMPLATE_EDITOR (editor);
  self->sample = ACQ_TEMPLATE_SAMPLE (sample);
  self->inner = ACQ_SPLIT_VIEW (inner);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_widget_set_hexpand (sample, FALSE);
  g_object_set (inner, "sidebar", editor, "content", sample, NULL);
  acq_split_view_set_show_sidebar (self->inner, TRUE);
  g_object_set (self->outer, "sidebar", list, "content", inner, NULL);
  acq_split_view_set_show_sidebar (self->outer, TRUE);
}

static void
connect (AcqTemplatesPage *self)
{
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (model_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "variant-chosen", G_CALLBACK (variant_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "show-preview", G_CALLBACK (show_preview_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sample, "customer-chosen", G_CALLBACK (customer_cb), self,
                           G_CONNECT_SWAPPED);
  for (int i = 0; i < 2; i++)
    {
      AcqSplitView *view = i == 0 ? self->outer : self->inner;

      g_signal_connect_object (view, "notify::folded", G_CALLBACK (update_back_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "notify::show-sidebar", G_CALLBACK (update_back_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (load_cb), self, G_CONNECT_SWAPPED);
}

static void
acq_templates_page_constructed (GObject *object)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (object);

  G_OBJECT_CLASS (acq_templates_page_parent_class)->constructed (object);
  build (self);
  connect (self);
  update_back_cb (self);
  load_cb (self);
}

static void
acq_templates_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_TEMPLATES_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_templates_page_dispose (GObject *object)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (object);

  stop_loading (self);
  if (self->update_id != 0)
    g_source_remove (self->update_id);
  self->update_id = 0;
  G_OBJECT_CLASS (acq_templates_page_parent_class)->dispose (object);
}

static void
acq_templates_page_finalize (GObject *object)
{
  AcqTemplatesPage *self = ACQ_TEMPLATES_PAGE (object);

  g_clear_object (&self->company);
  acq_template_case_free (self->shown);
  G_OBJECT_CLASS (acq_templates_page_parent_class)->finalize (object);
}

static void
acq_templates_page_class_init (AcqTemplatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_templates_page_constructed;
  object_class->set_property = acq_templates_page_set_property;
  object_class->dispose = acq_templates_page_dispose;
  object_class->finalize = acq_templates_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->root = acq_templates_page_root;
  widget_class->unroot = acq_templates_page_unroot;
  g_type_ensure (ACQ_TYPE_SPLIT_VIEW);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "template.save", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/templates/acq-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqTemplatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplatesPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplatesPage, save_label);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplatesPage, save_icon);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplatesPage, outer);
}

static void
acq_templates_page_init (AcqTemplatesPage *self)
{
  self->wanted.model = ACQ_TEMPLATE_MODEL_COURTEOUS;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", FALSE);
}
