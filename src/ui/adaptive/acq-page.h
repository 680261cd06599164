/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqPage:
 *
 * What every page of the window has: a header bar with a title, the ways back, search and the menu; a search field that
 * opens below it; and the content. In a template, children of the type "start" and "end" go into the header bar,
 * "title" takes the title's place, "top" stands between header bar and content (a banner), and the child without a type
 * is the content.
 *
 * Properties: "title", "subtitle" (NULL: none), "searchable", "search-active", "search-text" (what was typed, "" when
 * closed), "can-go-back" (a back button that activates the action "page.back" of an ancestor is shown).
 * Signal "search-activated": Enter in the search field.
 */
#define ACQ_TYPE_PAGE (acq_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AcqPage, acq_page, ACQ, PAGE, GtkWidget)

struct _AcqPageClass
{
  GtkWidgetClass parent_class;
};

void acq_page_set_title (AcqPage *self, const char *title);
void acq_page_set_subtitle (AcqPage *self, const char *subtitle);
const char *acq_page_get_search_text (AcqPage *self);
/* Opens the search field and puts the cursor into it; FALSE where the page has nothing to search. */
gboolean acq_page_start_search (AcqPage *self);
void acq_page_stop_search (AcqPage *self);
/* Puts the focus on the first control below the header bar, unless the page has it already or nothing there takes it. */
void acq_page_focus_content (AcqPage *self);

G_END_DECLS
