/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AcqWindowPage:
 *
 * One page of the window: a row of the table of pages, in the order of the sidebar.
 */
typedef struct
{
  const char *name;  /* "win.show-" and this is its action, and "page-" and this its accessible name */
  const char *title; /* marked for translation */
  const char *icon;
  GType (*get_type) (void); /* an AcqDestination with the property "company" */
  /* (nullable) What waits for the user there. */
  guint (*count) (const AcqCompanyView *view);
  /* (nullable) The page whose row in the sidebar stands for this one, which has none: it comes after all that have. */
  const char *under;
} AcqWindowPage;

const AcqWindowPage *acq_window_pages (gsize *ret_n);
/* NULL for an unknown name. */
const AcqWindowPage *acq_window_pages_find (const char *name);

G_END_DECLS
