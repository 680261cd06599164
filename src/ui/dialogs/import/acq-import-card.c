/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-card.h"

#include <glib/gi18n.h>

#include "acq-columns-view.h"
#include "acq-import-details.h"
#include "acq-import-text.h"

struct _AcqImportCard
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkStack *sign;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *contents;
  GtkLabel *balance;
  GtkLabel *pill;
  GtkToggleButton *expander;
  GtkRevealer *revealer;
  GtkBox *body;
  GtkBox *parts;

  AcqColumnsView *columns; /* of a table; borrowed */
  guint columns_serial;    /* of what it shows */
  GtkWidget *choice; /* of the kind, once it was unfolded; borrowed */

  AcqImportItem *item;
  AcqDay today;
  gboolean built;      /* the body shows the item as it is */
  gboolean was_folded; /* by the user, who wants it so */
};

G_DEFINE_FINAL_TYPE (AcqImportCard, acq_import_card, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_REMOVED,
  SIGNAL_READ_AS,
  SIGNAL_TOLD,
  SIGNAL_FORGOTTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How a state looks: never by its colour alone. */
typedef struct
{
  const char *icon;
  const char *icon_class;
  const char *pill; /* marked for translation */
  const char *pill_class;
} Look;

static const Look looks[] = {
  [ACQ_IMPORT_ITEM_WAITING] = { "content-loading-symbolic", "dim-label", N_ ("waiting"), "neutral" },
  [ACQ_IMPORT_ITEM_READING] = { NULL, NULL, N_ ("being read"), "neutral" },
  [ACQ_IMPORT_ITEM_READY] = { "acq-check-symbolic", "acq-done", N_ ("ready"), "done" },
  [ACQ_IMPORT_ITEM_CHECK] = { "acq-question-symbolic", "acq-attention", N_ ("to check"), "attention" },
  [ACQ_IMPORT_ITEM_ASKS] = { "acq-question-symbolic", "acq-attention", N_ ("needs an answer"), "attention" },
  [ACQ_IMPORT_ITEM_REFUSED] = { "acq-warning-symbolic", "acq-stop", N_ ("refused"), "stop" },
};

static void
show_look (AcqImportCard *self, const Look *look)
{
  const char *icon_classes[] = { look->icon_class, NULL };
  const char *pill_classes[] = { "acq-pill", look->pill_class, NULL };

  gtk_stack_set_visible_child_name (self->sign, look->icon != NULL ? "icon" : "spinner");
  gtk_spinner_set_spinning (self->spinner, look->icon == NULL);
  gtk_image_set_from_icon_name (self->icon, look->icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), icon_classes);
  gtk_label_set_text (self->pill, _ (look->pill));
  gtk_widget_set_css_classes (GTK_WIDGET (self->pill), pill_classes);
}

static void
show_balance (AcqImportCard *self, const AcqImportPreview *preview)
{
  g_autofree char *balance = preview == NULL ? NULL : acq_import_balance_text (preview);
  gboolean adds_up = preview != NULL && g_str_equal (preview->result->balance, "ok");
  const char *classes[] = { "caption-heading", adds_up ? "acq-done" : "acq-attention", NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->balance), balance != NULL);
  gtk_label_set_text (self->balance, balance != NULL ? balance : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->balance), classes);
}

static void
show_words (AcqImportCard *self)
{
  const AcqImportPreview *preview = acq_import_item_get_preview (self->item);
  const char *name = acq_import_item_get_name (self->item);
  g_autofree char *title = preview == NULL ? NULL : acq_import_title_text (preview);
  g_autofree char *inside = preview == NULL ? NULL : acq_import_contents_text (preview, self->today);
  g_autofree char *contents = inside == NULL || inside[0] == '\0' ? NULL : g_strdup_printf ("%s · %s", name, inside);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (self->title, title != NULL ? title : name);
  gtk_label_set_text (self->contents, contents != NULL ? contents : title != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contents), title != NULL);
  show_balance (self, preview);
  if (title == NULL)
    /* Translators: a file, and whether it is ready. */
    spoken = g_strdup_printf (_ ("%s: %s"), name, gtk_label_get_text (self->pill));
  else
    /* Translators: a file, what it was recognised as, and whether it is ready. */
    spoken = g_strdup_printf (_ ("%1$s: %2$s, %3$s"), name, title, gtk_label_get_text (self->pill));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
add_part (AcqImportCard *self, GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (self->parts, part);
}

static void
kind_cb (AcqImportCard *self, GParamSpec *pspec, GtkDropDown *choice)
{
  g_signal_emit (self, signals[SIGNAL_READ_AS], 0, (int) gtk_drop_down_get_selected (choice) - 1);
}

/* What the file is may be overruled. */
static GtkWidget *
kind_row_new (AcqImportCard *self)
{
  const char *const kinds[] = { _ ("What it looks like"), _ ("A bank statement"), _ ("Invoices"),
                                _ ("Customers"),          _ ("An accounting export"), NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Read it as"));
  GtkWidget *choice = self->choice = gtk_drop_down_new_from_strings (kinds);

  gtk_widget_add_css_class (row, "acq-import-section");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) (acq_import_item_get_kind (self->item) + 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Read it as"), -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), choice);
  return row;
}

static void build_body (AcqImportCard *self);

static void
told_cb (AcqImportCard *self)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
forgotten_cb (AcqImportCard *self)
{
  g_signal_emit (self, signals[SIGNAL_FORGOTTEN], 0);
}

/* Where it is not sure what the columns hold, the table opens by itself. */
static gboolean
columns_want_a_look (AcqImportCard *self)
{
  const AcqColumnMapping *columns = acq_import_item_get_columns (self->item);

  return columns != NULL && columns->sureness != ACQ_MAPPING_SAFE
         && acq_import_item_get_state (self->item) != ACQ_IMPORT_ITEM_REFUSED;
}

/* The view stays while the file is read again as it says: the keyboard is in it. */
static void
build_columns (AcqImportCard *self)
{
  guint serial = acq_import_item_get_columns_serial (self->item);
  gboolean any = acq_import_item_get_columns (self->item) != NULL;

  if (self->columns != NULL && any && serial == self->columns_serial)
    {
      acq_columns_view_update (self->columns);
      return;
    }
  if (self->columns != NULL)
    gtk_box_remove (self->body, GTK_WIDGET (self->columns));
  self->columns = NULL;
  self->columns_serial = serial;
  if (!any)
    return;
  self->columns = ACQ_COLUMNS_VIEW (acq_columns_view_new (self->item, self->today));
  gtk_box_prepend (self->body, GTK_WIDGET (self->columns));
  acq_columns_view_set_unfolded (self->columns, columns_want_a_look (self));
  g_signal_connect_object (self->columns, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "forgotten", G_CALLBACK (forgotten_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "unfolded", G_CALLBACK (build_body), self, G_CONNECT_SWAPPED);
}

/* The table shows how the first lines read; there is no need to show them twice. */
static gboolean
shows_lines (AcqImportCard *self)
{
  return self->columns != NULL && acq_columns_view_get_unfolded (self->columns);
}

static void
build_body (AcqImportCard *self)
{
  const AcqImportPreview *preview = acq_import_item_get_preview (self->item);
  GtkWidget *part;

  build_columns (self);
  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, part);
  if (preview != NULL)
    {
      add_part (self, acq_import_details_samples (preview, self->today, !shows_lines (self)));
      add_part (self, acq_import_details_paid (preview));
      add_part (self, acq_import_details_rejections (preview));
    }
  add_part (self, acq_import_details_refusal (self->item));
  if (self->choice == NULL)
    gtk_box_append (self->body, kind_row_new (self));
  gtk_widget_set_visible (gtk_widget_get_parent (self->choice), acq_import_item_may_be_read_otherwise (self->item));
  self->built = TRUE;
}

static void
expander_toggled_cb (AcqImportCard *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);

  if (expanded && !self->built)
    build_body (self);
  if (!expanded)
    self->was_folded = TRUE;
  gtk_revealer_set_reveal_child (self->revealer, expanded);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander), expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

gboolean
acq_import_card_get_expanded (AcqImportCard *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_CARD (self), FALSE);
  return gtk_toggle_button_get_active (self->expander);
}

void
acq_import_card_set_expanded (AcqImportCard *self, gboolean expanded)
{
  g_return_if_fail (ACQ_IS_IMPORT_CARD (self));
  gtk_toggle_button_set_active (self->expander, expanded);
}

static void
remove_clicked_cb (AcqImportCard *self)
{
  g_assert (ACQ_IS_IMPORT_CARD (self));
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

/* What wants a look shows itself, unless the user folded it. */
static void
item_changed_cb (AcqImportCard *self)
{
  AcqImportItemState state = acq_import_item_get_state (self->item);

  g_assert (state < G_N_ELEMENTS (looks));
  show_look (self, &looks[state]);
  show_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->expander),
                          state != ACQ_IMPORT_ITEM_WAITING && state != ACQ_IMPORT_ITEM_READING);
  self->built = FALSE;
  if ((state == ACQ_IMPORT_ITEM_CHECK || state == ACQ_IMPORT_ITEM_ASKS || state == ACQ_IMPORT_ITEM_REFUSED)
      && !self->was_folded)
    acq_import_card_set_expanded (self, TRUE);
  /* What is being read again is shown as it was until it is known better. */
  if (state == ACQ_IMPORT_ITEM_WAITING || state == ACQ_IMPORT_ITEM_READING)
    {
      if (self->columns != NULL)
        build_columns (self);
      return;
    }
  if (acq_import_card_get_expanded (self))
    build_body (self);
}

AcqImportItem *
acq_import_card_get_item (AcqImportCard *self)
{
  g_return_val_if_fail (ACQ_IS_IMPORT_CARD (self), NULL);
  return self->item;
}

static void
acq_import_card_finalize (GObject *object)
{
  g_clear_object (&ACQ_IMPORT_CARD (object)->item);
  G_OBJECT_CLASS (acq_import_card_parent_class)->finalize (object);
}

static void
acq_import_card_class_init (AcqImportCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_import_card_finalize;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", ACQ_TYPE_IMPORT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_READ_AS] = g_signal_new ("read-as", ACQ_TYPE_IMPORT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_TOLD]
    = g_signal_new ("told", ACQ_TYPE_IMPORT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FORGOTTEN]
    = g_signal_new ("forgotten", ACQ_TYPE_IMPORT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/import/acq-import-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, sign);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, icon);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, title);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, contents);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, balance);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, pill);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, expander);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, revealer);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, body);
  gtk_widget_class_bind_template_child (widget_class, AcqImportCard, parts);
  gtk_widget_class_bind_template_callback (widget_class, expander_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
acq_import_card_init (AcqImportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_import_card_new (AcqImportItem *item, AcqDay today)
{
  AcqImportCard *self = g_object_new (ACQ_TYPE_IMPORT_CARD, NULL);

  self->item = g_object_ref (item);
  self->today = today;
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);
  return GTK_WIDGET (self);
}
