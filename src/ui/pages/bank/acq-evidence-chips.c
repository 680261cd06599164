/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-chips.h"

#include <glib/gi18n.h>

#include "acq-wrap-layout.h"

/* Beside so many proofs a habit adds nothing. */
#define ENOUGH_PROOFS 2

struct _AcqEvidenceChips
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AcqEvidenceChips, acq_evidence_chips, GTK_TYPE_WIDGET)

static const struct
{
  const char *style;
  const char *icon;
} looks[] = {
  [ACQ_EVIDENCE_WEIGHT_PROOF] = { "done", "acq-check-symbolic" },
  [ACQ_EVIDENCE_WEIGHT_HINT] = { "neutral", "acq-timeline-symbolic" },
  [ACQ_EVIDENCE_WEIGHT_DOUBT] = { "attention", "acq-question-symbolic" },
};

static void
chip_free (gpointer data)
{
  AcqEvidenceChip *self = data;

  g_free (self->words);
  g_free (self->proof);
  g_free (self);
}

GPtrArray *
acq_evidence_chips_list (const AcqLedger *ledger, const AcqTransaction *transaction,
                         const AcqProposal *proposal)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func (chip_free);
  g_autoptr (GArray) sorted = proposal == NULL ? NULL : acq_evidence_sort (proposal->evidence);

  for (guint i = 0; sorted != NULL && i < sorted->len; i++)
    {
      AcqEvidence evidence = g_array_index (sorted, AcqEvidence, i);
      AcqEvidenceWeight weight = acq_evidence_weigh (evidence);
      AcqEvidenceChip *chip;

      if (weight == ACQ_EVIDENCE_WEIGHT_HINT && i >= ENOUGH_PROOFS)
        continue;
      chip = g_new0 (AcqEvidenceChip, 1);
      chip->weight = weight;
      chip->words = acq_evidence_text (evidence, proposal->allocations);
      chip->proof = acq_evidence_proof (evidence, ledger, transaction, proposal->allocations);
      g_ptr_array_add (chips, chip);
    }
  return chips;
}

static void
show_proof_cb (GtkMenuButton *button, gpointer user_data)
{
  const char *proof = user_data;
  GtkWidget *label = gtk_label_new (proof);
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    {
      g_object_ref_sink (label);
      g_object_unref (label);
      return;
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
chip_content_new (const char *icon_name, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (words);

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
chip_button_new (const char *icon_name, const char *words, const char *name, const char *proof)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), chip_content_new (icon_name, words));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), show_proof_cb, g_strdup (proof), g_free);
  gtk_widget_add_css_class (button, "acq-bank-evidence");
  gtk_widget_set_tooltip_text (button, _ ("Show the proof"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_chip (AcqEvidenceChips *self, const AcqEvidenceChip *chip)
{
  /* Translators: the name of a button for screen readers; %s is evidence such as "exact amount". */
  g_autofree char *name = g_strdup_printf (_ ("Evidence: %s"), chip->words);
  GtkWidget *button = chip_button_new (looks[chip->weight].icon, chip->words, name, chip->proof);

  gtk_widget_add_css_class (button, looks[chip->weight].style);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/* One chip for all that is left over. */
static void
add_rest (AcqEvidenceChips *self, const GPtrArray *chips, guint first)
{
  guint n = chips->len - first;
  /* Translators: so many more pieces of evidence. */
  g_autofree char *words = g_strdup_printf (_ ("+ %u"), n);
  g_autofree char *name = g_strdup_printf (ngettext ("%u more proof", "%u more proofs", n), n);
  g_autoptr (GString) proof = g_string_new (NULL);

  for (guint i = first; i < chips->len; i++)
    {
      const AcqEvidenceChip *chip = chips->pdata[i];

      g_string_append_printf (proof, "%s%s\n%s", i == first ? "" : "\n\n", chip->words, chip->proof);
    }
  gtk_widget_set_parent (chip_button_new (NULL, words, name, proof->str), GTK_WIDGET (self));
}

static void
clear (AcqEvidenceChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
acq_evidence_chips_set_chips (AcqEvidenceChips *self, const GPtrArray *chips, guint max)
{
  g_return_if_fail (ACQ_IS_EVIDENCE_CHIPS (self));
  clear (self);
  for (guint i = 0; i < MIN (chips->len, max); i++)
    add_chip (self, chips->pdata[i]);
  if (chips->len > max)
    add_rest (self, chips, max);
  gtk_widget_set_visible (GTK_WIDGET (self), chips->len > 0);
}

static void
acq_evidence_chips_dispose (GObject *object)
{
  clear (ACQ_EVIDENCE_CHIPS (object));
  G_OBJECT_CLASS (acq_evidence_chips_parent_class)->dispose (object);
}

static void
acq_evidence_chips_class_init (AcqEvidenceChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_evidence_chips_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, ACQ_TYPE_WRAP_LAYOUT);
}

static void
acq_evidence_chips_init (AcqEvidenceChips *self)
{
}
