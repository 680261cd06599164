/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>

#include "acq-letter-text.h"
#include "acq-mail-preview.h"

static AcqMessageDraft *
draft_new (AcqMessageDraftKind kind)
{
  AcqMessageDraft *draft = g_new0 (AcqMessageDraft, 1);
  AcqMailBlock *table;

  draft->kind = kind;
  draft->role = ACQ_CONTACT_ROLE_PAYS;
  draft->name = g_strdup ("Claire Perrin");
  draft->address = g_strdup (kind == ACQ_MESSAGE_DRAFT_CALL ? "03 53 01 23 45" : "compta@perrin.example");
  draft->recipient = g_strdup ("Claire Perrin <compta@perrin.example>");
  draft->letters = g_ptr_array_new ();
  draft->attachments = g_ptr_array_new ();
  draft->missing_copies = g_ptr_array_new_with_free_func (g_free);
  draft->text = acq_mail_text_new ();
  draft->text->subject = g_strdup ("Rappel : F1 & <F2>");
  acq_mail_text_take (draft->text, ACQ_MAIL_BLOCK_SALUTATION, g_strdup ("Bonjour,"));
  acq_mail_text_take (draft->text, ACQ_MAIL_BLOCK_PARAGRAPH, acq_letter_text_fill ("Merci de *régler* <F1>.", NULL));
  table = acq_mail_text_add_table (draft->text);
  acq_mail_block_add_row (table, ACQ_MAIL_ROW_HEAD, 0,
                          (const char *const[]){ "Facture", "Échéance", "Reste dû", NULL });
  acq_mail_block_add_row (table, ACQ_MAIL_ROW_ITEM, 1200,
                          (const char *const[]){ "F1", "1ᵉʳ octobre 2026", "12,00 €", NULL });
  acq_mail_block_add_row (table, ACQ_MAIL_ROW_TOTAL, 1200, (const char *const[]){ "Total", "", "12,00 €", NULL });
  return draft;
}

static void
add_attachment (AcqMessageDraft *draft, AcqDraftAttachment *attachment)
{
  g_ptr_array_add (draft->attachments, attachment);
}

/* All texts of the labels in sight below a widget, each between bars. */
static void
collect (GtkWidget *widget, GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "|%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

static gboolean
says (AcqMailPreview *preview, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree char *barred = g_strdup_printf ("|%s|", text);

  collect (GTK_WIDGET (preview), texts);
  return strstr (texts->str, barred) != NULL;
}

static GtkWidget *
find_button (GtkWidget *parent, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (parent) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (parent)), label) == 0)
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static AcqMailPreview *
preview_new (void)
{
  return ACQ_MAIL_PREVIEW (g_object_ref_sink (acq_mail_preview_new ()));
}

static void
test_mail (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_MAIL);
  AcqMailPreview *preview = preview_new ();

  g_assert_null (acq_mail_preview_get_plain_text (preview));
  acq_mail_preview_set_draft (preview, draft);
  g_assert_true (says (preview, "To"));
  g_assert_true (says (preview, "Claire Perrin <compta@perrin.example>"));
  g_assert_true (says (preview, "Rappel : F1 & <F2>"));
  g_assert_true (says (preview, "Merci de régler <F1>."));
  g_assert_true (says (preview, "1ᵉʳ octobre 2026"));
  g_assert_true (says (preview, "payment contact"));
  g_assert_false (says (preview, "compta@perrin.example"));
  g_assert_true (g_str_has_prefix (acq_mail_preview_get_plain_text (preview), "Rappel : F1 & <F2>\n\nBonjour,\n\n"));
  acq_mail_preview_set_draft (preview, NULL);
  g_assert_null (acq_mail_preview_get_plain_text (preview));
  g_assert_false (says (preview, "Bonjour,"));
  g_assert_finalize_object (preview);
}

static void
test_call (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_CALL);
  AcqMailPreview *preview = preview_new ();

  acq_mail_preview_set_draft (preview, draft);
  g_assert_true (says (preview, "Call"));
  g_assert_true (says (preview, "Claire Perrin"));
  g_assert_true (says (preview, "03 53 01 23 45"));
  g_assert_finalize_object (preview);
}

static void
activated_cb (AcqMailPreview *preview, guint place, guint *ret_place)
{
  *ret_place = place;
}

static void
test_attachments (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_MAIL);
  g_autoptr (GBytes) copy = g_bytes_new_static ("%PDF-", 5);
  AcqDraftAttachment first = { (char *) "F1", (char *) "F1.pdf", copy };
  AcqDraftAttachment second = { (char *) "F2", (char *) "F2.pdf", copy };
  g_autofree char *size = g_format_size (5);
  g_autofree char *words = g_strdup_printf ("F2.pdf · %s", size);
  g_autofree char *label = g_strdup_printf ("Attachment F2.pdf, %s", size);
  AcqMailPreview *preview = preview_new ();
  GtkWidget *button;
  guint place = G_MAXUINT;

  add_attachment (draft, &first);
  add_attachment (draft, &second);
  g_ptr_array_add (draft->missing_copies, g_strdup ("F3"));
  acq_mail_preview_set_draft (preview, draft);
  g_assert_true (says (preview, "There is no copy of invoice F3 to attach."));
  button = find_button (GTK_WIDGET (preview), words);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_signal_connect (preview, "attachment-activated", G_CALLBACK (activated_cb), &place);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (place, ==, 1);
  g_assert_finalize_object (preview);
}

static void
test_lacks_account (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_MAIL);
  AcqMailPreview *preview = preview_new ();

  draft->lacks_account = TRUE;
  acq_mail_preview_set_draft (preview, draft);
  g_assert_true (says (preview, "Your IBAN is missing: add it to your company’s details, so that one can pay you."));
  g_assert_finalize_object (preview);
}

static void
test_unread_template (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_MAIL);
  AcqMailPreview *preview = preview_new ();

  draft->unread_template = g_strdup ("Your version cannot be read.");
  acq_mail_preview_set_draft (preview, draft);
  g_assert_true (says (preview, "Your version cannot be read."));
  g_assert_finalize_object (preview);
}

/* Three hundred characters without a space and a thousand rows fit into a narrow window. */
static void
test_huge (void)
{
  g_autoptr (AcqMessageDraft) draft = draft_new (ACQ_MESSAGE_DRAFT_MAIL);
  AcqMailPreview *preview = preview_new ();
  AcqMailBlock *table = acq_mail_text_add_table (draft->text);
  int minimum;

  g_free (draft->recipient);
  draft->recipient = g_strnfill (300, 'W');
  for (int i = 0; i < 1000; i++)
    acq_mail_block_add_row (table, ACQ_MAIL_ROW_ITEM, 1,
                            (const char *const[]){ i == 0 ? draft->recipient : "F2026-0001", "1ᵉʳ\u00a0septembre 2026",
                                                   "les 20 et 27\u00a0septembre", "10\u202f000,01\u00a0€", NULL });
  acq_mail_preview_set_draft (preview, draft);
  gtk_widget_measure (GTK_WIDGET (preview), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 340);
  g_assert_finalize_object (preview);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-preview/mail", test_mail);
  g_test_add_func ("/mail-preview/call", test_call);
  g_test_add_func ("/mail-preview/attachments", test_attachments);
  g_test_add_func ("/mail-preview/lacks-account", test_lacks_account);
  g_test_add_func ("/mail-preview/unread-template", test_unread_template);
  g_test_add_func ("/mail-preview/huge", test_huge);
  return g_test_run ();
}
