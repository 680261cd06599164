/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-draft.h"

#include "acq-scenario-check.h"

/* What is supposed of an invoice where the place of a step depends on it. */
#define USUAL_TERMS      30
#define REST_OF_MONTH    15
#define DAYS_BEFORE_DUE  5
#define USUAL_FIRST_DAY  3

/* What was there before a change, and of what kind the change was. */
typedef struct
{
  AcqScenarioEntry *entry;
  guint selected;
  char *kind; /* of the change that followed; NULL: it goes together with no other */
} Version;

struct _AcqScenarioDraft
{
  GObject parent_instance;

  AcqScenarioEntry *entry;
  AcqScenarioEntry *saved;
  GPtrArray *past; /* (element-type Version) */
  guint selected;
  gboolean is_new;
};

G_DEFINE_FINAL_TYPE (AcqScenarioDraft, acq_scenario_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_SELECTED,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
version_free (gpointer data)
{
  Version *self = data;

  acq_scenario_entry_free (self->entry);
  g_free (self->kind);
  g_free (self);
}

static void
tell (AcqScenarioDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Before a change: a run of changes of one kind is one step back. */
static void
remember (AcqScenarioDraft *self, const char *kind)
{
  const Version *last = self->past->len > 0 ? self->past->pdata[self->past->len - 1] : NULL;
  Version *version;

  if (last != NULL && kind != NULL && g_strcmp0 (last->kind, kind) == 0)
    return;
  version = g_new0 (Version, 1);
  version->entry = acq_scenario_entry_copy (self->entry);
  version->selected = self->selected;
  version->kind = g_strdup (kind);
  g_ptr_array_add (self->past, version);
}

static void
take_scenario (AcqScenarioDraft *self, AcqScenario *scenario)
{
  acq_scenario_free (self->entry->scenario);
  self->entry->scenario = scenario;
}

static void
replace_steps (AcqScenarioDraft *self, const GArray *steps)
{
  const AcqScenario *now = self->entry->scenario;

  take_scenario (self, acq_scenario_new (now->code, now->name, now->minimum_interval, now->sequel,
                                         (const AcqStep *) (gpointer) steps->data, steps->len));
}

/* The codes are borrowed from the scenario. */
static GArray *
list_steps (const AcqScenarioDraft *self)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (AcqStep));

  g_array_append_vals (steps, self->entry->scenario->steps, (guint) self->entry->scenario->n_steps);
  return steps;
}

static void
number_levels (GArray *steps)
{
  int level = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      AcqStep *step = &g_array_index (steps, AcqStep, i);

      if (step->level > 0)
        step->level = ++level;
    }
}

static void
choose (AcqScenarioDraft *self, guint step)
{
  guint selected = step < self->entry->scenario->n_steps ? step : ACQ_SCENARIO_DRAFT_NONE;

  if (self->selected == selected)
    return;
  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

AcqScenarioDraft *
acq_scenario_draft_new (const AcqScenarioEntry *entry, gboolean is_new)
{
  AcqScenarioDraft *self = g_object_new (ACQ_TYPE_SCENARIO_DRAFT, NULL);

  self->entry = acq_scenario_entry_copy (entry);
  self->saved = acq_scenario_entry_copy (entry);
  self->is_new = is_new;
  self->selected = entry->scenario->n_steps > 0 ? 0 : ACQ_SCENARIO_DRAFT_NONE;
  return self;
}

const AcqScenarioEntry *
acq_scenario_draft_get_entry (const AcqScenarioDraft *self)
{
  return self->entry;
}

const AcqScenario *
acq_scenario_draft_get_scenario (const AcqScenarioDraft *self)
{
  return self->entry->scenario;
}

gboolean
acq_scenario_draft_get_modified (const AcqScenarioDraft *self)
{
  return self->is_new || !acq_scenario_entry_equal (self->entry, self->saved);
}

gboolean
acq_scenario_draft_get_can_undo (const AcqScenarioDraft *self)
{
  return self->past->len > 0;
}

void
acq_scenario_draft_undo (AcqScenarioDraft *self)
{
  Version *version;
  guint selected;

  if (self->past->len == 0)
    return;
  version = g_ptr_array_steal_index (self->past, self->past->len - 1);
  selected = version->selected;
  acq_scenario_entry_free (self->entry);
  self->entry = g_steal_pointer (&version->entry);
  version_free (version);
  choose (self, selected);
  tell (self);
}

void
acq_scenario_draft_mark_saved (AcqScenarioDraft *self)
{
  acq_scenario_entry_free (self->saved);
  self->saved = acq_scenario_entry_copy (self->entry);
  self->is_new = FALSE;
  g_ptr_array_set_size (self->past, 0);
  tell (self);
}

guint
acq_scenario_draft_get_selected (const AcqScenarioDraft *self)
{
  return self->selected;
}

void
acq_scenario_draft_select (AcqScenarioDraft *self, guint step)
{
  choose (self, step);
}

gboolean
acq_scenario_draft_step_place (const AcqScenarioDraft *self, guint step, int *ret_day)
{
  const AcqScenario *scenario = self->entry->scenario;
  int day = 0;

  g_return_val_if_fail (step < scenario->n_steps, FALSE);
  if (acq_scenario_step_day (scenario, step, ret_day))
    return TRUE;
  for (guint i = step + 1; i-- > 0;)
    {
      day += scenario->steps[i].offset;
      if (scenario->steps[i].anchor != ACQ_ANCHOR_PREVIOUS)
        {
          day += scenario->steps[i].anchor == ACQ_ANCHOR_ISSUED ? -USUAL_TERMS : REST_OF_MONTH;
          break;
        }
    }
  *ret_day = scenario->steps[step].level == 0 ? MIN (day, -1) : MAX (day, 1);
  return FALSE;
}

/* The days between which a step may stand. */
static void
find_room (const AcqScenarioDraft *self, guint step, int *ret_first, int *ret_last)
{
  const AcqScenario *scenario = self->entry->scenario;
  gboolean before_due = scenario->steps[step].level == 0;
  int day;

  *ret_first = before_due ? -ACQ_SCENARIO_MAX_OFFSET : 1;
  *ret_last = before_due ? -1 : ACQ_SCENARIO_MAX_OFFSET;
  if (step > 0 && acq_scenario_step_day (scenario, step - 1, &day))
    *ret_first = MAX (*ret_first, day + 1);
  if (step + 1 < scenario->n_steps && scenario->steps[step + 1].anchor == ACQ_ANCHOR_DUE
      && acq_scenario_step_day (scenario, step + 1, &day))
    *ret_last = MIN (*ret_last, day - 1);
}

/* Counted from another day than the due day, a step does not come before that day. */
static int
least_offset (const AcqStep *step)
{
  if (step->anchor == ACQ_ANCHOR_DUE)
    return -ACQ_SCENARIO_MAX_OFFSET;
  return step->anchor == ACQ_ANCHOR_PREVIOUS ? 1 : 0;
}

int
acq_scenario_draft_move_step (AcqScenarioDraft *self, guint step, int day)
{
  g_autoptr (GArray) steps = list_steps (self);
  g_autofree char *kind = NULL;
  AcqStep *moved;
  int first, last, now;

  g_return_val_if_fail (step < steps->len, 0);
  (void) acq_scenario_draft_step_place (self, step, &now);
  find_room (self, step, &first, &last);
  moved = &g_array_index (steps, AcqStep, step);
  day = first <= last ? CLAMP (day, first, last) : now;
  day = MAX (day, now + least_offset (moved) - moved->offset);
  if (day == now)
    return day;
  moved->offset += day - now;
  kind = g_strdup_printf ("move %s", moved->code);
  remember (self, kind);
  replace_steps (self, steps);
  tell (self);
  return day;
}

void
acq_scenario_draft_set_step (AcqScenarioDraft *self, guint index, const AcqStep *step)
{
  g_autoptr (GArray) steps = list_steps (self);
  g_autoptr (AcqScenario) before = acq_scenario_copy (self->entry->scenario);
  g_autofree char *kind = NULL;
  AcqStep *own, changed = *step;

  g_return_if_fail (index < steps->len);
  own = &g_array_index (steps, AcqStep, index);
  kind = own->offset != step->offset ? g_strdup_printf ("move %s", own->code) : NULL;
  remember (self, kind);
  changed.code = own->code;
  changed.level = own->level;
  *own = changed;
  replace_steps (self, steps);
  if (!acq_scenario_equal (before, self->entry->scenario))
    tell (self);
  else if (kind == NULL)
    g_ptr_array_set_size (self->past, (int) self->past->len - 1);
}

void
acq_scenario_draft_set_anchor (AcqScenarioDraft *self, guint index, AcqAnchor anchor)
{
  const AcqScenario *scenario = self->entry->scenario;
  AcqStep changed;
  int day, before = 0;

  g_return_if_fail (index < scenario->n_steps);
  changed = scenario->steps[index];
  if (changed.anchor == anchor || (anchor != ACQ_ANCHOR_DUE && (anchor == ACQ_ANCHOR_ISSUED) != (changed.level == 0)))
    return;
  (void) acq_scenario_draft_step_place (self, index, &day);
  if (anchor == ACQ_ANCHOR_PREVIOUS && changed.level > 1)
    (void) acq_scenario_draft_step_place (self, index - 1, &before);
  changed.anchor = anchor;
  if (anchor == ACQ_ANCHOR_DUE)
    changed.offset = day;
  else if (anchor == ACQ_ANCHOR_PREVIOUS)
    changed.offset = MAX (day - before, 1);
  else
    changed.offset = MAX (day + (anchor == ACQ_ANCHOR_ISSUED ? USUAL_TERMS : -REST_OF_MONTH), 0);
  acq_scenario_draft_set_step (self, index, &changed);
}

/* "step_1", "step_2"… whichever is free. */
static char *
make_step_code (const AcqScenario *scenario)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("step_%u", i);

      if (acq_scenario_find_step_by_code (scenario, code) == NULL)
        return g_steal_pointer (&code);
    }
}

static guint
insert_step (AcqScenarioDraft *self, guint index, AcqStep step)
{
  g_autoptr (GArray) steps = list_steps (self);
  g_autofree char *code = make_step_code (self->entry->scenario);

  if (steps->len >= ACQ_SCENARIO_MAX_STEPS || ABS (step.offset) > ACQ_SCENARIO_MAX_OFFSET)
    return ACQ_SCENARIO_DRAFT_NONE;
  remember (self, NULL);
  step.code = code;
  g_array_insert_val (steps, index, step);
  number_levels (steps);
  replace_steps (self, steps);
  self->selected = ACQ_SCENARIO_DRAFT_NONE;
  choose (self, index);
  tell (self);
  return index;
}

static guint
count_before_due (const AcqScenario *scenario)
{
  guint n = 0;

  while (n < scenario->n_steps && scenario->steps[n].level == 0)
    n++;
  return n;
}

/* A new step says again what the one before said, but for a formal notice, which is said once. */
static AcqStep
follow_step (const AcqScenario *scenario, guint index)
{
  AcqStep step = { .level = 1, .offset = 3, .tone = ACQ_TONE_COURTEOUS };

  if (index > 0 && scenario->steps[index - 1].level > 0)
    step.tone = MIN (scenario->steps[index - 1].tone, ACQ_TONE_LAST);
  return step;
}

/* Days after the due day on which the step before that index stands: 0 where it is the first one. FALSE: it depends. */
static gboolean
find_day_before (const AcqScenario *scenario, guint index, int *ret_day)
{
  *ret_day = 0;
  return index == 0 || scenario->steps[index - 1].level == 0
         || acq_scenario_step_day (scenario, index - 1, ret_day);
}

/* The first place from there on with a day free between two steps. */
static guint
find_free_place (const AcqScenario *scenario, guint index)
{
  int before, after;

  while (index < scenario->n_steps && find_day_before (scenario, index, &before)
         && acq_scenario_step_day (scenario, index, &after) && after - before < 2)
    index++;
  return index;
}

/* As soon as the interval allows; halfway where the next step is nearer than that. */
static void
place_after (const AcqScenario *scenario, guint index, AcqStep *step)
{
  int before, after;

  if (!find_day_before (scenario, index, &before))
    {
      step->anchor = ACQ_ANCHOR_PREVIOUS;
      step->offset = scenario->minimum_interval;
      return;
    }
  step->offset = before + (before == 0 ? USUAL_FIRST_DAY : MAX (1, scenario->minimum_interval));
  if (index < scenario->n_steps && acq_scenario_step_day (scenario, index, &after) && step->offset >= after)
    step->offset = (before + after) / 2;
}

guint
acq_scenario_draft_add_step (AcqScenarioDraft *self)
{
  const AcqScenario *scenario = self->entry->scenario;
  guint index = self->selected == ACQ_SCENARIO_DRAFT_NONE ? (guint) scenario->n_steps : self->selected + 1;
  AcqStep step;

  index = MAX (index, count_before_due (scenario));
  if (index > 1 && scenario->steps[index - 1].tone == ACQ_TONE_FORMAL_NOTICE)
    index--;
  index = find_free_place (scenario, index);
  step = follow_step (scenario, index);
  place_after (scenario, index, &step);
  return insert_step (self, index, step);
}

guint
acq_scenario_draft_add_step_before_due (AcqScenarioDraft *self)
{
  AcqStep step = { .offset = -DAYS_BEFORE_DUE, .tone = ACQ_TONE_INFORMATIVE };
  int day;

  if (count_before_due (self->entry->scenario) > 0)
    {
      (void) acq_scenario_draft_step_place (self, 0, &day);
      step.offset = day - self->entry->scenario->minimum_interval;
    }
  return insert_step (self, 0, step);
}

/* Whoever counted from the removed step stays on the day where he was. */
static void
keep_place (const AcqScenarioDraft *self, guint removed, GArray *steps)
{
  AcqStep *next;
  int day;

  if (removed + 1 >= steps->len)
    return;
  next = &g_array_index (steps, AcqStep, removed + 1);
  if (next->anchor != ACQ_ANCHOR_PREVIOUS)
    return;
  if (acq_scenario_step_day (self->entry->scenario, removed + 1, &day))
    {
      next->anchor = ACQ_ANCHOR_DUE;
      next->offset = day;
    }
  else
    {
      const AcqStep *gone = &g_array_index (steps, AcqStep, removed);

      next->anchor = gone->anchor;
      next->offset += gone->offset;
    }
}

void
acq_scenario_draft_remove_step (AcqScenarioDraft *self, guint index)
{
  g_autoptr (GArray) steps = list_steps (self);

  g_return_if_fail (index < steps->len);
  remember (self, NULL);
  keep_place (self, index, steps);
  g_array_remove_index (steps, index);
  number_levels (steps);
  replace_steps (self, steps);
  self->selected = G_MAXUINT - 1;
  choose (self, steps->len == 0 ? ACQ_SCENARIO_DRAFT_NONE : MIN (index, steps->len - 1));
  tell (self);
}

static void
set_head (AcqScenarioDraft *self, const char *kind, const char *name, int interval, AcqSequel sequel)
{
  const AcqScenario *now = self->entry->scenario;

  if (g_strcmp0 (now->name, name) == 0 && now->minimum_interval == interval && now->sequel == sequel)
    return;
  remember (self, kind);
  take_scenario (self, acq_scenario_new (now->code, name, interval, sequel, now->steps, now->n_steps));
  tell (self);
}

void
acq_scenario_draft_set_name (AcqScenarioDraft *self, const char *name)
{
  const AcqScenario *now = self->entry->scenario;

  set_head (self, "name", name, now->minimum_interval, now->sequel);
}

void
acq_scenario_draft_set_minimum_interval (AcqScenarioDraft *self, int days)
{
  const AcqScenario *now = self->entry->scenario;

  set_head (self, "interval", now->name, days, now->sequel);
}

void
acq_scenario_draft_set_sequel (AcqScenarioDraft *self, AcqSequel sequel)
{
  const AcqScenario *now = self->entry->scenario;

  set_head (self, NULL, now->name, now->minimum_interval, sequel);
}

void
acq_scenario_draft_set_condition (AcqScenarioDraft *self, guint index, const AcqSegmentCondition *condition)
{
  GArray *conditions = self->entry->conditions;
  g_autofree char *kind = g_strdup_printf ("condition %u", index);

  g_return_if_fail (index <= conditions->len);
  if (index == conditions->len)
    {
      remember (self, NULL);
      g_array_append_val (conditions, *condition);
      tell (self);
      return;
    }
  remember (self, kind);
  g_array_index (conditions, AcqSegmentCondition, index) = *condition;
  tell (self);
}

void
acq_scenario_draft_remove_condition (AcqScenarioDraft *self, guint index)
{
  g_return_if_fail (index < self->entry->conditions->len);
  remember (self, NULL);
  g_array_remove_index (self->entry->conditions, index);
  tell (self);
}

static void
acq_scenario_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqScenarioDraft *self = ACQ_SCENARIO_DRAFT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, acq_scenario_draft_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, acq_scenario_draft_get_can_undo (self));
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_scenario_draft_finalize (GObject *object)
{
  AcqScenarioDraft *self = ACQ_SCENARIO_DRAFT (object);

  g_clear_pointer (&self->entry, acq_scenario_entry_free);
  g_clear_pointer (&self->saved, acq_scenario_entry_free);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  G_OBJECT_CLASS (acq_scenario_draft_parent_class)->finalize (object);
}

static void
acq_scenario_draft_class_init (AcqScenarioDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = acq_scenario_draft_get_property;
  object_class->finalize = acq_scenario_draft_finalize;
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_SELECTED]
    = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, ACQ_SCENARIO_DRAFT_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
acq_scenario_draft_init (AcqScenarioDraft *self)
{
  self->past = g_ptr_array_new_with_free_func (version_free);
  self->selected = ACQ_SCENARIO_DRAFT_NONE;
}
