/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqDestination:
 *
 * A page of the window that others can lead to. The window makes it with its property "company" when it is first shown.
 */
#define ACQ_TYPE_DESTINATION (acq_destination_get_type ())
G_DECLARE_INTERFACE (AcqDestination, acq_destination, ACQ, DESTINATION, GtkWidget)

struct _AcqDestinationInterface
{
  GTypeInterface parent_interface;

  /* Optional. */
  void (*open) (AcqDestination *self, const char *target);
  AcqPage *(*get_page) (AcqDestination *self);
};

/**
 * acq_destination_open:
 * @target: what to show, "kind:value": "number:F2026-0243", "code:C001", "filter:overdue", "transaction:12"; "" for the
 *   page as it is. One that the page does not know changes nothing.
 */
void acq_destination_open (AcqDestination *self, const char *target);

/* The page with the header bar on show, for search: the destination itself where it is one. */
AcqPage *acq_destination_get_page (AcqDestination *self);

G_END_DECLS
