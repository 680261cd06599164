/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-preview.h"

#include <glib/gi18n.h>

#include "acq-mail-body.h"
#include "acq-template-text.h"

struct _AcqMailPreview
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *to_title;
  GtkLabel *to;
  GtkLabel *role;
  GtkLabel *number;
  GtkLabel *subject;
  GtkLabel *template_label;
  GtkButton *copy;
  GtkScrolledWindow *scroller;
  AcqMailBody *body;
  GtkBox *foot;
  GtkLabel *warning;
  GtkBox *attachments_row;
  GtkBox *attachments;

  char *plain;
};

G_DEFINE_FINAL_TYPE (AcqMailPreview, acq_mail_preview, GTK_TYPE_WIDGET)

enum
{
  ATTACHMENT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
copy_text (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AcqMailPreview *self = ACQ_MAIL_PREVIEW (widget);

  if (self->plain != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->plain);
}

static const char *
role_words (AcqContactRole role)
{
  switch (role)
    {
    case ACQ_CONTACT_ROLE_PAYS:
      return _ ("payment contact");
    case ACQ_CONTACT_ROLE_ORDERS:
      return _ ("order contact");
    case ACQ_CONTACT_ROLE_DIRECTS:
      return _ ("management");
    case ACQ_CONTACT_ROLE_OTHER:
    default:
      return "";
    }
}

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words == NULL ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && words[0] != '\0');
}

static void
show_recipient (AcqMailPreview *self, const AcqMessageDraft *draft)
{
  gboolean call = draft->kind == ACQ_MESSAGE_DRAFT_CALL;

  gtk_label_set_text (self->to_title, call ? C_ ("message", "Call") : C_ ("message", "To"));
  gtk_label_set_text (self->to, call && draft->name != NULL ? draft->name : draft->recipient);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->to), draft->recipient);
  show_words (self->role, role_words (draft->role));
  show_words (self->number, call ? draft->address : NULL);
}

static void
activate_cb (GtkButton *button, AcqMailPreview *self)
{
  guint place = 0;

  g_assert (ACQ_IS_MAIL_PREVIEW (self));

  for (GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    place++;
  g_signal_emit (self, signals[ATTACHMENT_ACTIVATED], 0, place);
}

static void
add_attachment (AcqMailPreview *self, const AcqDraftAttachment *attachment)
{
  g_autofree char *size = g_format_size (g_bytes_get_size (attachment->copy));
  g_autofree char *words = g_strdup_printf ("%s · %s", attachment->name, size);
  g_autofree char *label = g_strdup_printf (_ ("Attachment %s, %s"), attachment->name, size);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "mail-tag");
  gtk_widget_add_css_class (button, "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (activate_cb), self, 0);
  gtk_box_append (self->attachments, button);
}

static void
show_attachments (AcqMailPreview *self, const GPtrArray *attachments)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->attachments))) != NULL)
    gtk_box_remove (self->attachments, child);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    add_attachment (self, attachments->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->attachments_row), attachments != NULL && attachments->len > 0);
}

/* What the mail lacks, in words, the gravest alone; NULL where it lacks nothing. */
static char *
phrase_lacks (const AcqMessageDraft *draft)
{
  guint n_missing = draft->missing_copies->len;
  g_autofree char *numbers = NULL;

  if (draft->kind == ACQ_MESSAGE_DRAFT_MAIL && draft->lacks_account)
    return g_strdup (_ ("Your IBAN is missing: add it to your company’s details, so that one can pay you."));
  if (n_missing == 0)
    return g_strdup (draft->unread_template);
  g_ptr_array_add (draft->missing_copies, NULL);
  numbers = g_strjoinv (", ", (char **) draft->missing_copies->pdata);
  g_ptr_array_set_size (draft->missing_copies, (int) n_missing);
  return g_strdup_printf (ngettext ("There is no copy of invoice %s to attach.",
                                    "There is no copy of invoices %s to attach.", n_missing),
                          numbers);
}

static void
clear (AcqMailPreview *self)
{
  g_clear_pointer (&self->plain, g_free);
  gtk_label_set_text (self->to_title, "");
  gtk_label_set_text (self->to, "");
  gtk_label_set_text (self->subject, "");
  show_words (self->role, NULL);
  show_words (self->number, NULL);
  show_words (self->template_label, NULL);
  show_words (self->warning, NULL);
  acq_mail_body_set_text (self->body, NULL);
  show_attachments (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.copy", FALSE);
}

static void
acq_mail_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_MAIL_PREVIEW);
  G_OBJECT_CLASS (acq_mail_preview_parent_class)->dispose (object);
}

static void
acq_mail_preview_finalize (GObject *object)
{
  g_free (ACQ_MAIL_PREVIEW (object)->plain);
  G_OBJECT_CLASS (acq_mail_preview_parent_class)->finalize (object);
}

static void
acq_mail_preview_class_init (AcqMailPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_mail_preview_dispose;
  object_class->finalize = acq_mail_preview_finalize;
  signals[ATTACHMENT_ACTIVATED]
    = g_signal_new ("attachment-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (ACQ_TYPE_MAIL_BODY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/preview/acq-mail-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, content);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, to_title);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, to);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, role);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, number);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, subject);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, template_label);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, copy);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, body);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, foot);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, warning);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, attachments_row);
  gtk_widget_class_bind_template_child (widget_class, AcqMailPreview, attachments);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mailpreview");
  gtk_widget_class_install_action (widget_class, "mail.copy", NULL, copy_text);
}

static void
acq_mail_preview_init (AcqMailPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clear (self);
}

GtkWidget *
acq_mail_preview_new (void)
{
  return g_object_new (ACQ_TYPE_MAIL_PREVIEW, NULL);
}

void
acq_mail_preview_set_draft (AcqMailPreview *self, const AcqMessageDraft *draft)
{
  g_autofree char *lacks = NULL;
  g_autofree char *body = NULL;
  g_autofree char *choice = NULL;

  g_return_if_fail (ACQ_IS_MAIL_PREVIEW (self));

  clear (self);
  if (draft == NULL || draft->text == NULL)
    return;
  lacks = phrase_lacks (draft);
  choice = acq_template_choice_text (draft->template_model, draft->template_variant, draft->fell_back);
  body = acq_mail_text_to_plain (draft->text);
  self->plain = g_strconcat (draft->text->subject, "\n\n", body, NULL);
  show_recipient (self, draft);
  gtk_label_set_text (self->subject, draft->text->subject);
  show_words (self->template_label, choice);
  acq_mail_body_set_text (self->body, draft->text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_words (self->warning, lacks);
  show_attachments (self, draft->attachments);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), lacks != NULL || draft->attachments->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.copy", TRUE);
}

const char *
acq_mail_preview_get_plain_text (AcqMailPreview *self)
{
  g_return_val_if_fail (ACQ_IS_MAIL_PREVIEW (self), NULL);

  return self->plain;
}
