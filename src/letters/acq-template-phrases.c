/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-phrases.h"

#include <gio/gio.h>
#include <string.h>

#include "acq-letters-resources.h"

#define RESOURCES "/fr/acquit/Acquit/letters/models"

/* "name:" on a line of its own, and the phrase on those that follow. */
static void
set_phrase (AcqTemplateValues *values, char *paragraph)
{
  char *text = strstr (paragraph, ":\n");
  g_autoptr (GError) error = NULL;
  AcqTemplate *phrase;

  g_return_if_fail (text != NULL);
  *text = '\0';
  phrase = acq_template_parse (text + strlen (":\n"), ACQ_TEMPLATE_PLACE_BODY, NULL, &error);
  if (phrase == NULL)
    g_error ("phrase %s: %s", paragraph, error->message);
  acq_template_values_take_phrase (values, paragraph, phrase);
}

void
acq_template_phrases_set (AcqTemplateValues *values, AcqTemplateVariant variant)
{
  g_autofree char *path
    = g_strdup_printf (RESOURCES "/%s/phrases.txt", acq_template_variant_to_code (variant));
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (acq_letters_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;

  g_return_if_fail (bytes != NULL);
  text = g_strchomp (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  paragraphs = g_strsplit (text, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    set_phrase (values, paragraphs[i]);
}
