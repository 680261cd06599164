/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* One step as it is kept; all texts are codes. */
typedef struct
{
  char *code;
  int level;
  char *anchor;
  int offset;
  char *channel;
  char *fallback;
  char *tone;
  char *mode;
  char *role;
  gint64 minimum_amount;
  gboolean or_new_customer;
  guint kinds;
} AcqStepRecord;

/* One condition of who gets a scenario. */
typedef struct
{
  char *criterion; /* code */
  gint64 value;
} AcqConditionRecord;

/* A scenario of the company, or a preset that it changed. */
typedef struct
{
  gint64 id;
  char *code;
  char *name; /* NULL: a preset's */
  int minimum_interval;
  char *sequel;    /* code */
  GArray *steps;      /* (element-type AcqStepRecord) never NULL */
  GArray *conditions; /* (element-type AcqConditionRecord) never NULL */
} AcqScenarioRecord;

AcqScenarioRecord *acq_scenario_record_new (void);
void acq_scenario_record_free (AcqScenarioRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenarioRecord, acq_scenario_record_free)

/* A customer's or an invoice's own scenario. */
typedef struct
{
  gint64 customer_id; /* 0: it is an invoice's */
  gint64 invoice_id;
  char *scenario;
} AcqChoiceRecord;

/* (element-type AcqScenarioRecord) (transfer full): in the order in which their conditions are asked. */
GPtrArray *acq_scenario_repository_list (AcqConnection *connection, GError **error);

/* In place of the one of that code, which keeps its position; a new one comes last. */
gboolean acq_scenario_repository_set (AcqConnection *connection, const AcqScenarioRecord *record,
                                      GError **error);

/* Choices of it go too, unless it is a preset's, which stays without the row. */
gboolean acq_scenario_repository_remove (AcqConnection *connection, const char *code, gboolean with_choices,
                                         GError **error);

/* Moves it to that place, counted from 0, among those that are kept. */
gboolean acq_scenario_repository_move (AcqConnection *connection, const char *code, guint place, GError **error);

/* (element-type AcqChoiceRecord) (transfer full). */
GArray *acq_scenario_repository_list_choices (AcqConnection *connection, GError **error);

/* NULL code: back to the rules. */
gboolean acq_scenario_repository_choose_for_customer (AcqConnection *connection, gint64 customer_id,
                                                      const char *code, GError **error);
gboolean acq_scenario_repository_choose_for_invoice (AcqConnection *connection, gint64 invoice_id,
                                                     const char *code, GError **error);

G_END_DECLS
