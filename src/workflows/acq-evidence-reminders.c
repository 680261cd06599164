/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-draft.h"

#include "acq-french-text.h"
#include "acq-message-repository.h"

/* More numbers than that are not told in a title. */
#define MAX_NUMBERS 6

/* What left together: one message, or what was noted for one day and way. */
typedef struct
{
  gint64 message_id;
  AcqDay day;
  const char *channel; /* code; nullable */
  AcqTone tone;
  GPtrArray *reminders; /* (element-type AcqReminder) borrowed */
} Departure;

static void
departure_free (gpointer data)
{
  Departure *departure = data;

  g_ptr_array_unref (departure->reminders);
  g_free (departure);
}

static AcqTone
tone_of (const AcqReminder *reminder)
{
  AcqTone tone = ACQ_TONE_COURTEOUS;

  acq_tone_from_code (reminder->tone, &tone);
  return tone;
}

static Departure *
find_departure (GPtrArray *departures, const AcqReminder *reminder)
{
  Departure *departure;

  for (guint i = 0; i < departures->len; i++)
    {
      departure = departures->pdata[i];
      if (reminder->message_id != 0 ? departure->message_id == reminder->message_id
                                    : departure->message_id == 0 && departure->day == reminder->day
                                        && g_strcmp0 (departure->channel, reminder->channel) == 0)
        return departure;
    }
  departure = g_new0 (Departure, 1);
  departure->message_id = reminder->message_id;
  departure->day = reminder->day;
  departure->channel = reminder->channel;
  departure->reminders = g_ptr_array_new ();
  g_ptr_array_add (departures, departure);
  return departure;
}

static int
compare_departures (gconstpointer a, gconstpointer b)
{
  const Departure *left = *(Departure *const *) a, *right = *(Departure *const *) b;

  return (left->day > right->day) - (left->day < right->day);
}

static GPtrArray *
list_departures (const AcqLetterSource *source, const GPtrArray *invoices)
{
  GPtrArray *departures = g_ptr_array_new_with_free_func (departure_free);

  for (guint i = 0; i < invoices->len; i++)
    {
      const GPtrArray *reminders
        = acq_standings_reminders_of (source->standings, ((const AcqInvoice *) invoices->pdata[i])->id);

      for (guint j = 0; j < reminders->len; j++)
        {
          AcqReminder *reminder = reminders->pdata[j];
          Departure *departure = find_departure (departures, reminder);

          departure->tone = MAX (departure->tone, tone_of (reminder));
          g_ptr_array_add (departure->reminders, reminder);
        }
    }
  g_ptr_array_sort (departures, compare_departures);
  return departures;
}

/* Adds the number of a reminder's invoice, once. */
static void
add_number (GPtrArray *numbers, const AcqLedger *ledger, const AcqReminder *reminder)
{
  const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, reminder->invoice_id);

  if (invoice != NULL && !g_ptr_array_find (numbers, invoice->number, NULL))
    g_ptr_array_add (numbers, invoice->number);
}

/* "F2025-0187, F2025-0241 et 3 autres". */
static char *
join_numbers (const GPtrArray *numbers)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < numbers->len && i < MAX_NUMBERS; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", (const char *) numbers->pdata[i]);
  if (numbers->len > MAX_NUMBERS)
    g_string_append_printf (list, " et %u %s", numbers->len - MAX_NUMBERS,
                            acq_french_plural (numbers->len - MAX_NUMBERS, "autre", "autres"));
  return g_string_free (list, FALSE);
}

/* The invoices of the departure, or those alone that stood at its tone, or below it. */
static char *
list_numbers (const Departure *departure, const AcqLetterSource *source, gboolean at_tone, gboolean below)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < departure->reminders->len; i++)
    {
      const AcqReminder *reminder = departure->reminders->pdata[i];

      if (tone_of (reminder) == departure->tone ? at_tone : below)
        add_number (numbers, source->ledger, reminder);
    }
  return join_numbers (numbers);
}

static const char *
title_of (AcqTone tone)
{
  switch (tone)
    {
    case ACQ_TONE_LAST:
      return "Dernière relance";
    case ACQ_TONE_FORMAL_NOTICE:
      return "Mise en demeure";
    default:
      return "Rappel";
    }
}

/* A last reminder that takes along invoices at a lower step says so: "Dernière relance : F1 (et rappel de F2)". */
static char *
make_title (const Departure *departure, const AcqLetterSource *source)
{
  g_autofree char *all = list_numbers (departure, source, TRUE, TRUE);
  g_autofree char *first = list_numbers (departure, source, TRUE, FALSE);
  g_autofree char *below = list_numbers (departure, source, FALSE, TRUE);

  if (departure->tone != ACQ_TONE_LAST || below[0] == '\0')
    return g_strdup_printf ("%s\u202f: %s", title_of (departure->tone), all);
  return g_strdup_printf ("%s\u202f: %s (et rappel de %s)", title_of (departure->tone), first, below);
}

static const char *
channel_words (const char *code)
{
  AcqChannel channel;

  if (!acq_channel_from_code (code, &channel))
    return NULL;
  switch (channel)
    {
    case ACQ_CHANNEL_MAIL:
      return "courriel";
    case ACQ_CHANNEL_LETTER:
      return "lettre";
    case ACQ_CHANNEL_REGISTERED_LETTER:
      return "lettre recommandée";
    case ACQ_CHANNEL_CALL:
    default:
      return "téléphone";
    }
}

static gint64
amount_asked (const AcqMessage *message, const AcqReminder *reminder)
{
  for (guint i = 0; message != NULL && i < message->items->len; i++)
    {
      const AcqMessageItem *item = message->items->pdata[i];

      if (item->invoice_id == reminder->invoice_id && item->due == reminder->due)
        return item->amount;
    }
  return -1;
}

/* An e-mail address or a phone number goes on one line; a postal one has line feeds. */
static char *
address_line (const AcqMessage *message)
{
  g_auto (GStrv) lines = message == NULL || message->address == NULL ? NULL : g_strsplit (message->address, "\n", -1);

  return lines == NULL ? NULL : g_strjoinv (", ", lines);
}

static gboolean
add_piece (AcqEvidenceFile *evidence, const AcqLetterSource *source, const Departure *departure, GError **error)
{
  g_autoptr (AcqMessage) message = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = make_title (departure, source);
  g_autofree char *address = NULL;
  AcqEvidenceDemand *demand;

  if (departure->message_id != 0)
    message = acq_message_repository_find (source->connection, departure->message_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  address = address_line (message);
  demand = acq_evidence_piece_set_demand (
    acq_evidence_file_add (evidence, ACQ_EVIDENCE_PIECE_REMINDER, title, departure->day),
    channel_words (departure->channel), address, message == NULL ? NULL : message->hash);
  for (guint i = 0; i < departure->reminders->len; i++)
    {
      const AcqReminder *reminder = departure->reminders->pdata[i];
      const AcqInvoice *invoice = acq_ledger_find_invoice (source->ledger, reminder->invoice_id);

      if (invoice != NULL)
        acq_evidence_demand_add (demand, invoice->number,
                                 reminder->due == ACQ_DAY_NONE ? acq_invoice_due_day (invoice) : reminder->due,
                                 amount_asked (message, reminder));
    }
  return TRUE;
}

static void
add_call (AcqEvidenceFile *evidence, const AcqLetterSource *source, const Departure *departure)
{
  g_autofree char *numbers = list_numbers (departure, source, TRUE, TRUE);

  acq_evidence_file_add_exchange (evidence, departure->day, "Relance par téléphone", numbers, "");
}

/* What was reminded before Acquit knew of it: only how often, and the last day. */
static void
add_earlier (AcqEvidenceFile *evidence, const GPtrArray *invoices)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];
      g_autofree char *detail = g_strdup_printf (
        invoice->reminders_before > 1 ? "%d relances déjà envoyées, la dernière à cette date" : "%d relance déjà envoyée",
        MAX (invoice->reminders_before, 1));

      if (invoice->last_reminder_before != ACQ_DAY_NONE)
        acq_evidence_file_add_exchange (evidence, invoice->last_reminder_before, "Relance antérieure", invoice->number,
                                        detail);
    }
}

gboolean
acq_evidence_add_reminders (AcqEvidenceFile *evidence, const AcqLetterSource *source, const GPtrArray *invoices,
                            GError **error)
{
  g_autoptr (GPtrArray) departures = list_departures (source, invoices);

  add_earlier (evidence, invoices);
  for (guint i = 0; i < departures->len; i++)
    {
      const Departure *departure = departures->pdata[i];

      if (departure->day > source->today)
        continue;
      if (g_strcmp0 (departure->channel, acq_channel_to_code (ACQ_CHANNEL_CALL)) == 0)
        add_call (evidence, source, departure);
      /* The notice itself stands among the letters that were issued. */
      else if (departure->tone != ACQ_TONE_FORMAL_NOTICE && !add_piece (evidence, source, departure, error))
        return FALSE;
    }
  return TRUE;
}
