/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-editor.h"

#include <glib/gi18n.h>

#include "acq-template-field-menu.h"
#include "acq-template-text.h"
#include "acq-template-view.h"
#include "acq-widget-children.h"

/* Pixels that it keeps where the preview stands beside it. */
#define WIDTH_BESIDE 400
#define N_PARTS      (ACQ_TEMPLATE_PART_SMS + 1)

struct _AcqTemplateEditor
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkDropDown *language;
  GtkWidget *manners;
  GtkToggleButton *tu;
  GtkToggleButton *vous;
  GtkWidget *preview_button;
  GtkMenuButton *insert_button;
  GtkPopover *insert_popover;
  AcqTemplateFieldMenu *insert_menu;
  GtkWidget *insert_label;
  AcqTemplateView *subject;
  AcqTemplateView *body;
  AcqTemplateView *sms;
  GtkWidget *sms_card;
  GtkWidget *flaw_bar;
  GtkLabel *flaw_title;
  GtkLabel *flaw_advice;
  GtkWidget *replace_button;
  GtkLabel *use;
  GtkWidget *restore_button;

  AcqTemplateModel model;
  AcqTemplateVariant variant;
  AcqMailTemplate *template; /* what is written; NULL while something is wrong */
  char *in_force[N_PARTS];   /* sources; NULL before the first */
  AcqTemplateFlaw flaw;      /* where template is NULL */
  AcqTemplatePart flaw_part;
  AcqTemplateView *last_view; /* borrowed: that had the focus last */
  gboolean showing;           /* controls are being set */
  gboolean is_kept;           /* the user's own is there, in force or not */
  char *unread;               /* why it is not in force; nullable */
};

G_DEFINE_FINAL_TYPE (AcqTemplateEditor, acq_template_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  VARIANT_CHOSEN,
  RESTORE,
  SHOW_PREVIEW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static AcqTemplateView *
view_of (AcqTemplateEditor *self, AcqTemplatePart part)
{
  return part == ACQ_TEMPLATE_PART_SUBJECT ? self->subject
         : part == ACQ_TEMPLATE_PART_BODY  ? self->body
                                           : self->sms;
}

static guint
places_of (AcqTemplateEditor *self, AcqTemplateView *view)
{
  /* Inside its lists a text may say more; whether it does so in the right place is told after. */
  if (view == self->body)
    return ACQ_TEMPLATE_PLACE_BODY | ACQ_TEMPLATE_PLACE_PROMISE | ACQ_TEMPLATE_PLACE_ITEM
           | ACQ_TEMPLATE_PLACE_DEBTOR;
  return view == self->sms ? ACQ_TEMPLATE_PLACE_SMS : ACQ_TEMPLATE_PLACE_SUBJECT;
}

static void
show_words_of_flaw (AcqTemplateEditor *self, const char *title, const char *advice)
{
  gtk_label_set_label (self->flaw_title, title);
  gtk_label_set_label (self->flaw_advice, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->flaw_advice), advice[0] != '\0');
}

/* What is wrong with what is written; where nothing is, with what was written before. */
static void
show_flaw (AcqTemplateEditor *self)
{
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;

  for (int part = 0; part < N_PARTS; part++)
    acq_template_view_mark_flaw (view_of (self, (AcqTemplatePart) part), 0, 0);
  gtk_widget_set_visible (self->flaw_bar, self->template == NULL || self->unread != NULL);
  gtk_widget_set_visible (self->replace_button, FALSE);
  if (self->template != NULL)
    {
      if (self->unread != NULL)
        show_words_of_flaw (self, self->unread, _ ("What you save here takes its place."));
      return;
    }
  title = acq_template_flaw_text (&self->flaw, self->flaw_part);
  advice = acq_template_flaw_advice (&self->flaw);
  show_words_of_flaw (self, title, advice);
  gtk_widget_set_visible (self->replace_button,
                          self->flaw.code == ACQ_TEMPLATE_ERROR_UNKNOWN_FIELD && self->flaw.nearest != NULL);
  acq_template_view_mark_flaw (view_of (self, self->flaw_part), self->flaw.start, self->flaw.end);
}

/* Reads what is written. */
static void
check (AcqTemplateEditor *self)
{
  g_autofree char *subject = acq_template_view_get_source (self->subject);
  g_autofree char *body = acq_template_view_get_source (self->body);
  g_autofree char *sms = acq_template_view_get_source (self->sms);

  g_clear_pointer (&self->template, acq_mail_template_unref);
  acq_template_flaw_clear (&self->flaw);
  self->template = acq_mail_template_new (self->model, self->variant, subject, body, sms, &self->flaw_part,
                                          &self->flaw, NULL);
  show_flaw (self);
  gtk_widget_set_sensitive (self->restore_button, self->is_kept || acq_template_editor_is_changed (self));
}

static void
edited_cb (AcqTemplateEditor *self)
{
  if (self->showing)
    return;
  check (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
replace_cb (AcqTemplateEditor *self)
{
  AcqTemplateView *view = view_of (self, self->flaw_part);
  g_autofree char *source = NULL;

  if (self->template != NULL || self->flaw.nearest == NULL)
    return;
  source = g_strdup_printf ("{%s}", self->flaw.nearest->code);
  acq_template_view_replace (view, self->flaw.start, self->flaw.end, source);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
show_variant (AcqTemplateEditor *self)
{
  gboolean english = self->variant == ACQ_TEMPLATE_VARIANT_EN;

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->language, english ? 1 : 0);
  gtk_widget_set_visible (self->manners, !english);
  gtk_toggle_button_set_active (self->variant == ACQ_TEMPLATE_VARIANT_FR_TU ? self->tu : self->vous, TRUE);
  self->showing = FALSE;
}

static void
variant_cb (AcqTemplateEditor *self)
{
  AcqTemplateVariant wanted = gtk_drop_down_get_selected (self->language) == 1 ? ACQ_TEMPLATE_VARIANT_EN
                              : gtk_toggle_button_get_active (self->tu)        ? ACQ_TEMPLATE_VARIANT_FR_TU
                                                                               : ACQ_TEMPLATE_VARIANT_FR_VOUS;

  if (self->showing || wanted == self->variant)
    return;
  show_variant (self);
  g_signal_emit (self, signals[VARIANT_CHOSEN], 0, (guint) wanted);
}

static void
restore_cb (AcqTemplateEditor *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

static void
show_preview_cb (AcqTemplateEditor *self)
{
  g_signal_emit (self, signals[SHOW_PREVIEW], 0);
}

/* Where the cursor was before the popover took the focus. */
static void
focus_cb (AcqTemplateEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus != NULL && ACQ_IS_TEMPLATE_VIEW (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    self->last_view = ACQ_TEMPLATE_VIEW (focus);
}

static void
offer_cb (AcqTemplateEditor *self)
{
  acq_template_field_menu_offer (self->insert_menu, places_of (self, self->last_view));
}

static void
ask_field_cb (AcqTemplateEditor *self, AcqTemplateView *view)
{
  focus_cb (self);
  gtk_menu_button_popup (self->insert_button);
}

static void
chosen_cb (AcqTemplateEditor *self, guint place)
{
  guint n_fields;
  const AcqTemplateField *fields = acq_template_fields (&n_fields);

  g_return_if_fail (place < n_fields);
  gtk_popover_popdown (self->insert_popover);
  acq_template_view_insert_field (self->last_view, &fields[place], FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->last_view));
}

static void
written_cb (AcqTemplateEditor *self, const char *name)
{
  gtk_popover_popdown (self->insert_popover);
  acq_template_view_insert_name (self->last_view, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->last_view));
}

static void
acq_template_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (acq_template_editor_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
acq_template_editor_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_cb, widget);
  GTK_WIDGET_CLASS (acq_template_editor_parent_class)->unroot (widget);
}

static void
acq_template_editor_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_template_editor_parent_class)->dispose (object);
}

static void
acq_template_editor_finalize (GObject *object)
{
  AcqTemplateEditor *self = ACQ_TEMPLATE_EDITOR (object);

  acq_mail_template_unref (self->template);
  acq_template_flaw_clear (&self->flaw);
  g_free (self->unread);
  for (int part = 0; part < N_PARTS; part++)
    g_free (self->in_force[part]);
  G_OBJECT_CLASS (acq_template_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, language);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, manners);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, tu);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, vous);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, preview_button);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, insert_button);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, insert_popover);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, insert_menu);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, insert_label);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, body);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, sms);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, sms_card);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, flaw_bar);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, flaw_title);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, flaw_advice);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, replace_button);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, use);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateEditor, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_field_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, variant_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
}

static void
acq_template_editor_class_init (AcqTemplateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = acq_template_editor_dispose;
  object_class->finalize = acq_template_editor_finalize;
  widget_class->root = acq_template_editor_root;
  widget_class->unroot = acq_template_editor_unroot;
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VARIANT_CHOSEN] = g_signal_new ("variant-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[RESTORE] = g_signal_new ("restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_PREVIEW]
    = g_signal_new ("show-preview", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ACQ_TYPE_TEMPLATE_VIEW);
  g_type_ensure (ACQ_TYPE_TEMPLATE_FIELD_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/templates/acq-template-editor.ui");
  bind_children (widget_class);
}

static void
acq_template_editor_init (AcqTemplateEditor *self)
{
  GtkWidget *button;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* What takes the focus is the button in it. */
  button = gtk_widget_get_first_child (GTK_WIDGET (self->language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Language of the template"), -1);
  acq_template_view_set_single_line (self->subject, TRUE);
  acq_template_view_set_single_line (self->sms, TRUE);
  self->last_view = self->body;
}

GtkWidget *
acq_template_editor_new (void)
{
  return g_object_new (ACQ_TYPE_TEMPLATE_EDITOR, NULL);
}

static void
show_part (AcqTemplateEditor *self, AcqTemplatePart part, const AcqTemplate *template)
{
  g_free (self->in_force[part]);
  self->in_force[part] = template == NULL ? g_strdup ("") : acq_template_serialize (template);
  acq_template_view_set_source (view_of (self, part), self->in_force[part]);
}

void
acq_template_editor_show (AcqTemplateEditor *self, const AcqTemplateCase *shown)
{
  g_autofree char *use = NULL;

  g_return_if_fail (ACQ_IS_TEMPLATE_EDITOR (self));
  use = acq_template_use_text (&shown->use);
  self->model = shown->request.model;
  self->variant = shown->request.variant;
  g_free (self->unread);
  self->unread = g_strdup (shown->unread);
  self->is_kept = shown->is_edited || shown->unread != NULL;
  self->showing = TRUE;
  show_part (self, ACQ_TEMPLATE_PART_SUBJECT, shown->template->subject);
  show_part (self, ACQ_TEMPLATE_PART_BODY, shown->template->body);
  show_part (self, ACQ_TEMPLATE_PART_SMS, shown->template->sms);
  self->showing = FALSE;
  gtk_widget_set_visible (self->sms_card, self->model != ACQ_TEMPLATE_MODEL_CALL_GUIDE);
  gtk_label_set_label (self->use, use);
  show_variant (self);
  check (self);
}

gboolean
acq_template_editor_is_changed (AcqTemplateEditor *self)
{
  g_return_val_if_fail (ACQ_IS_TEMPLATE_EDITOR (self), FALSE);
  for (int part = 0; part < N_PARTS; part++)
    {
      g_autofree char *source = acq_template_view_get_source (view_of (self, (AcqTemplatePart) part));

      if (self->in_force[part] != NULL && !g_str_equal (source, self->in_force[part]))
        return TRUE;
    }
  return FALSE;
}

AcqMailTemplate *
acq_template_editor_get_template (AcqTemplateEditor *self)
{
  g_return_val_if_fail (ACQ_IS_TEMPLATE_EDITOR (self), NULL);
  return self->template == NULL ? NULL : acq_mail_template_ref (self->template);
}

void
acq_template_editor_set_alone (AcqTemplateEditor *self, gboolean alone)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_EDITOR (self));
  gtk_widget_set_visible (self->preview_button, alone);
  gtk_widget_set_visible (self->insert_label, !alone);
  gtk_widget_set_size_request (GTK_WIDGET (self), alone ? -1 : WIDTH_BESIDE, -1);
}
