/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-sample.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acq-mail-body.h"
#include "acq-sms-text.h"
#include "acq-widget-children.h"

struct _AcqTemplateSample
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *ways;
  GtkToggleButton *mail_button;
  GtkDropDown *customers;
  GtkWidget *scroller;
  GtkWidget *nobody;
  GtkWidget *mail_box;
  GtkWidget *sms_box;
  GtkLabel *subject;
  AcqMailBody *body;
  GtkLabel *sms;
  GtkLabel *sms_size;
  GtkLabel *note;

  const AcqTemplateCase *shown; /* borrowed; NULL before the first */
  gboolean setting;             /* controls are being set */
};

G_DEFINE_FINAL_TYPE (AcqTemplateSample, acq_template_sample, GTK_TYPE_WIDGET)

enum
{
  CUSTOMER_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
way_cb (AcqTemplateSample *self)
{
  gboolean somebody = self->shown != NULL && self->shown->mail != NULL;
  /* The one that is left tells before the other is on. */
  gboolean sms = gtk_widget_get_visible (self->ways) && !gtk_toggle_button_get_active (self->mail_button);

  gtk_widget_set_visible (self->nobody, !somebody);
  gtk_widget_set_visible (self->mail_box, somebody && !sms);
  gtk_widget_set_visible (self->sms_box, somebody && sms);
}

static void
customer_cb (AcqTemplateSample *self)
{
  guint place = gtk_drop_down_get_selected (self->customers);

  if (self->setting || self->shown == NULL || place >= self->shown->customers->len)
    return;
  g_signal_emit (self, signals[CUSTOMER_CHOSEN], 0,
                 ((const AcqCustomer *) self->shown->customers->pdata[place])->id);
}

static void
show_sms (AcqTemplateSample *self, const AcqMailText *text)
{
  g_autofree char *parts = NULL;
  g_autofree char *left = NULL;
  g_autofree char *both = NULL;
  guint n_left = 0, n_parts = text->sms == NULL ? 0 : acq_sms_text_count (text->sms, &n_left);

  gtk_label_set_label (self->sms, text->sms == NULL ? _ ("No SMS would be sent.") : text->sms);
  gtk_widget_set_visible (GTK_WIDGET (self->sms_size), n_parts > 0);
  parts = g_strdup_printf (ngettext ("%u part", "%u parts", n_parts), n_parts);
  left = g_strdup_printf (ngettext ("%u character left", "%u characters left", n_left), n_left);
  /* Translators: in how many parts an SMS is sent, and how many characters still fit into the last one. */
  both = g_strdup_printf (_ ("%1$s, %2$s"), parts, left);
  gtk_label_set_label (self->sms_size, both);
}

/* Fields that had nothing to say for this customer. */
static void
show_note (AcqTemplateSample *self, const AcqMailText *text)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *blanks = NULL;

  for (guint i = 0; i < text->blanks->len; i++)
    {
      const char *code = text->blanks->pdata[i];
      const AcqTemplateField *field = acq_template_field_find (code, strlen (code));

      g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", acq_template_field_label (field));
    }
  if (names->len > 0)
    blanks = g_strdup_printf (ngettext ("This field is empty for this customer: %s.",
                                        "These fields are empty for this customer: %s.", text->blanks->len),
                              names->str);
  gtk_label_set_label (self->note,
                       blanks != NULL ? blanks : _ ("Each message is shown in full before you approve it."));
}

static void
acq_template_sample_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_template_sample_parent_class)->dispose (object);
}

static void
acq_template_sample_class_init (AcqTemplateSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_template_sample_dispose;
  signals[CUSTOMER_CHOSEN] = g_signal_new ("customer-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (ACQ_TYPE_MAIL_BODY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/templates/acq-template-sample.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, ways);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, mail_button);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, customers);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, nobody);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, mail_box);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, sms_box);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, subject);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, body);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, sms);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, sms_size);
  gtk_widget_class_bind_template_child (widget_class, AcqTemplateSample, note);
  gtk_widget_class_bind_template_callback (widget_class, way_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_cb);
}

static void
acq_template_sample_init (AcqTemplateSample *self)
{
  GtkWidget *button;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* What takes the focus is the button in it. */
  button = gtk_widget_get_first_child (GTK_WIDGET (self->customers));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Customer of the preview"), -1);
  way_cb (self);
}

GtkWidget *
acq_template_sample_new (void)
{
  return g_object_new (ACQ_TYPE_TEMPLATE_SAMPLE, NULL);
}

void
acq_template_sample_set_case (AcqTemplateSample *self, const AcqTemplateCase *shown)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (ACQ_IS_TEMPLATE_SAMPLE (self));
  self->shown = shown;
  for (guint i = 0; i < shown->customers->len; i++)
    {
      const AcqCustomer *customer = shown->customers->pdata[i];

      gtk_string_list_append (names, customer->name);
      selected = customer == shown->customer ? i : selected;
    }
  self->setting = TRUE;
  gtk_drop_down_set_model (self->customers, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->customers, selected);
  self->setting = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->customers), shown->customers->len > 0);
  gtk_widget_set_visible (self->ways, shown->request.model != ACQ_TEMPLATE_MODEL_CALL_GUIDE);
  way_cb (self);
}

void
acq_template_sample_show (AcqTemplateSample *self, AcqMailTemplate *template)
{
  g_autoptr (AcqMailText) text = NULL;

  g_return_if_fail (ACQ_IS_TEMPLATE_SAMPLE (self));
  gtk_widget_set_opacity (self->scroller, template == NULL ? 0.5 : 1.0);
  text = self->shown == NULL || template == NULL ? NULL : acq_template_case_write (self->shown, template);
  if (text == NULL)
    return;
  gtk_label_set_label (self->subject, text->subject);
  acq_mail_body_set_text (self->body, text);
  show_sms (self, text);
  show_note (self, text);
}
