/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "store-case.h"

G_BEGIN_DECLS

/* A company as a window has it open; a fixture, zeroed before company_case_open(). */
typedef struct
{
  StoreCase *files; /* its file is closed: the company has it on its own thread */
  AcqOpenCompany *company;
  GtkWidget *window; /* that shows the company; NULL before company_case_show() */
} CompanyCase;

/* Takes the files, once all that the test begins with is in them, opens the company and waits for it. */
void company_case_open (CompanyCase *self, StoreCase *files);
/* Presents the window over what it shows (NULL: nothing, it is there to have dialogs above it), and waits for the company. */
void company_case_show (CompanyCase *self, GtkWidget *child);
/* As above in a window so many pixels wide, and 700 high. */
void company_case_show_page (CompanyCase *self, GtkWidget *page, int width);
/* Ends all windows, and waits until nobody holds on to the company. */
void company_case_close (CompanyCase *self);

/* Until the company has nothing to do, its view is complete, and the main loop has nothing left. */
void company_case_wait (CompanyCase *self);

/* The dialog over the window; NULL: none. Borrowed. */
GtkWindow *company_case_find_dialog (CompanyCase *self);

G_END_DECLS
