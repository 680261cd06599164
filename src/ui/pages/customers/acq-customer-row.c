/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-figures-text.h"
#include "acq-customer-name-text.h"
#include "acq-next-step-text.h"

struct _AcqCustomerRow
{
  GObject parent_instance;

  AcqCustomerListing *listing;
  guint row;
};

G_DEFINE_FINAL_TYPE (AcqCustomerRow, acq_customer_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_SHORT_NAME,
  PROP_OUTSTANDING,
  PROP_OVERDUE,
  PROP_OVERDUE_WORDS,
  PROP_OLDEST,
  PROP_HABIT,
  PROP_LIMIT,
  PROP_LIMIT_PARTS,
  PROP_HAS_LIMIT,
  PROP_USED,
  PROP_USED_CLASSES,
  PROP_NEXT,
  PROP_NEXT_CLASSES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

AcqCustomerRow *
acq_customer_row_new (AcqCustomerListing *listing, guint row)
{
  AcqCustomerRow *self = g_object_new (ACQ_TYPE_CUSTOMER_ROW, NULL);

  self->listing = acq_customer_listing_ref (listing);
  self->row = row;
  return self;
}

const AcqCustomerFigures *
acq_customer_row_get_figures (AcqCustomerRow *self)
{
  g_return_val_if_fail (ACQ_IS_CUSTOMER_ROW (self), NULL);
  return acq_customer_listing_row (self->listing, self->row);
}

static char *
write_overdue (const AcqCustomerFigures *figures)
{
  return figures->overdue == 0 ? g_strdup ("0") : acq_amount_text (figures->overdue, ACQ_CURRENCY_EUR);
}

static char *
write_overdue_words (const AcqCustomerFigures *figures)
{
  g_autofree char *amount = acq_amount_text (figures->overdue, ACQ_CURRENCY_EUR);

  return figures->overdue == 0 ? g_strdup ("") : g_strdup_printf (_ ("%s overdue"), amount);
}

static void
acq_customer_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqCustomerRow *self = ACQ_CUSTOMER_ROW (object);
  const AcqCustomerFigures *figures = acq_customer_row_get_figures (self);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, figures->customer->name);
      break;
    case PROP_SHORT_NAME:
      g_value_take_string (value, acq_customer_name_text_short (figures->customer->name));
      break;
    case PROP_OUTSTANDING:
      g_value_take_string (value, acq_amount_text (figures->outstanding, ACQ_CURRENCY_EUR));
      break;
    case PROP_OVERDUE:
      g_value_take_string (value, write_overdue (figures));
      break;
    case PROP_OVERDUE_WORDS:
      g_value_take_string (value, write_overdue_words (figures));
      break;
    case PROP_OLDEST:
      g_value_take_string (value, acq_customer_oldest_text (figures));
      break;
    case PROP_HABIT:
      g_value_take_string (value, acq_customer_habit_text (figures));
      break;
    case PROP_LIMIT:
      g_value_set_int64 (value, MAX (figures->customer->credit_limit, 0));
      break;
    case PROP_LIMIT_PARTS:
      g_value_take_object (value, acq_customer_limit_parts (figures));
      break;
    case PROP_HAS_LIMIT:
      g_value_set_boolean (value, figures->limit_used >= 0);
      break;
    case PROP_USED:
      g_value_take_string (value, acq_customer_used_text (figures));
      break;
    case PROP_USED_CLASSES:
      g_value_set_boxed (value, acq_customer_used_classes (figures));
      break;
    case PROP_NEXT:
      g_value_take_string (value, acq_next_step_text (&figures->next, self->listing->view->books->today));
      break;
    case PROP_NEXT_CLASSES:
      g_value_set_boxed (value, acq_next_step_classes (&figures->next));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_customer_row_finalize (GObject *object)
{
  AcqCustomerRow *self = ACQ_CUSTOMER_ROW (object);

  g_clear_pointer (&self->listing, acq_customer_listing_unref);
  G_OBJECT_CLASS (acq_customer_row_parent_class)->finalize (object);
}

static void
install_text (guint id, const char *name)
{
  properties[id] = g_param_spec_string (name, NULL, NULL, NULL,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
install_classes (guint id, const char *name)
{
  properties[id] = g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
acq_customer_row_class_init (AcqCustomerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_customer_row_get_property;
  object_class->finalize = acq_customer_row_finalize;
  install_text (PROP_NAME, "name");
  install_text (PROP_SHORT_NAME, "short-name");
  install_text (PROP_OUTSTANDING, "outstanding");
  install_text (PROP_OVERDUE, "overdue");
  install_text (PROP_OVERDUE_WORDS, "overdue-words");
  install_text (PROP_OLDEST, "oldest");
  install_text (PROP_HABIT, "habit");
  install_text (PROP_USED, "used");
  install_text (PROP_NEXT, "next");
  install_classes (PROP_USED_CLASSES, "used-classes");
  install_classes (PROP_NEXT_CLASSES, "next-classes");
  properties[PROP_LIMIT] = g_param_spec_int64 ("limit", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LIMIT_PARTS] = g_param_spec_object ("limit-parts", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_HAS_LIMIT] = g_param_spec_boolean ("has-limit", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_customer_row_init (AcqCustomerRow *self)
{
}
