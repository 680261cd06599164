/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-welcome-page.h"

struct _AcqWelcomePage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *header_bar;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (AcqWelcomePage, acq_welcome_page, GTK_TYPE_WIDGET)

GtkWidget *
acq_welcome_page_new (void)
{
  return g_object_new (ACQ_TYPE_WELCOME_PAGE, NULL);
}

static void
acq_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (acq_welcome_page_parent_class)->dispose (object);
}

static void
acq_welcome_page_class_init (AcqWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/welcome/acq-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqWelcomePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, AcqWelcomePage, scroller);
}

static void
acq_welcome_page_init (AcqWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
