/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-destination.h"

G_DEFINE_INTERFACE (AcqDestination, acq_destination, GTK_TYPE_WIDGET)

static void
acq_destination_default_init (AcqDestinationInterface *iface)
{
}

void
acq_destination_open (AcqDestination *self, const char *target)
{
  AcqDestinationInterface *iface;

  g_return_if_fail (ACQ_IS_DESTINATION (self));
  iface = ACQ_DESTINATION_GET_IFACE (self);
  if (iface->open != NULL)
    iface->open (self, target);
}

AcqPage *
acq_destination_get_page (AcqDestination *self)
{
  AcqDestinationInterface *iface;

  g_return_val_if_fail (ACQ_IS_DESTINATION (self), NULL);
  iface = ACQ_DESTINATION_GET_IFACE (self);
  if (iface->get_page != NULL)
    return iface->get_page (self);
  return ACQ_PAGE (self);
}
