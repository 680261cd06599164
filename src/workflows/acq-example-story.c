/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-story.h"

#define NEVER 0

/* Each scene is one invoice that the story needs to find again. */
typedef enum
{
  SCENE_NONE,
  SCENE_NOTICE_1,
  SCENE_NOTICE_2,
  SCENE_NOTICE_3,
  SCENE_NOTICE_4,
  SCENE_NOTICE_5,
  SCENE_NOTICE_CREDIT,
  SCENE_NOTICE_HOME,
  SCENE_DISPUTE_WHOLE,
  SCENE_DISPUTE_PART,
  SCENE_DISPUTE_HOME,
  SCENE_PROMISE_BROKEN,
  SCENE_PROMISE_PENDING,
  SCENE_PROMISE_PENDING_HOME,
  SCENE_PROMISE_KEPT,
  SCENE_HOLD,
  SCENE_HOLD_HOME,
  SCENE_ANSWER,
  SCENE_PLAN_1,
  SCENE_PLAN_2,
  SCENE_PLAN_3,
  SCENE_INSOLVENT_1,
  SCENE_INSOLVENT_2,
  SCENE_PRECIOUS,
  SCENE_FACTORED,
  SCENE_FIRM,
  SCENE_FIRM_CREDITED,
  SCENE_OPEN_CREDIT,
  SCENE_COURTEOUS,
  SCENE_CHEQUE_IN_HAND_1,
  SCENE_CHEQUE_IN_HAND_2,
  SCENE_CHEQUE_DEPOSITED,
  SCENE_EXCLUDED,
  SCENE_SHORT,
  SCENE_RETURNED,
  SCENE_POSSIBLE,
  SCENE_PAYS_QUOTING,
  SCENE_PAYS_QUOTING_TOO,
  SCENE_PAYS_QUOTING_CREDIT,
  SCENE_PAYS_SILENTLY,
  SCENE_PAYS_HOME,
  SCENE_TWIN_1,
  SCENE_TWIN_2,
  SCENE_LATE_HABIT,
} Scene;

typedef struct
{
  Scene scene;
  const char *customer;
  int issued_ago;
  int price; /* euros without VAT; below zero: a credit note */
  int rate;
  int paid_ago; /* NEVER: not yet */
  int short_by; /* euros that are missing from the payment */
  const char *designation;
} SceneSale;

static const SceneSale scene_sales[] = {
  { SCENE_NOTICE_1, "C001", 176, 2450, 2000, 121, 1440, "Portes coupe-feu du couloir, 1ʳᵉ tranche" },
  { SCENE_NOTICE_2, "C001", 150, 1860, 2000, NEVER, 0, "Portes coupe-feu du couloir, 2ᵉ tranche" },
  { SCENE_NOTICE_3, "C001", 134, 640, 2000, NEVER, 0, "Réparation des volets de la façade sud" },
  { SCENE_NOTICE_4, "C001", 121, 1290, 2000, NEVER, 0, "Banquette de la salle du petit déjeuner" },
  { SCENE_NOTICE_5, "C001", 111, 475, 2000, NEVER, 0, "Réglage de six fenêtres et remplacement de crémones" },
  { SCENE_NOTICE_CREDIT, "C001", 140, -120, 2000, NEVER, 0, "Reprise de poignées, 2ᵉ tranche" },
  { SCENE_NOTICE_HOME, "C043", 124, 1480, 1000, NEVER, 0, "Escalier quart tournant en hêtre, solde" },
  { SCENE_DISPUTE_WHOLE, "C012", 88, 950, 2000, NEVER, 0, "Aménagement du bureau des expéditions" },
  { SCENE_DISPUTE_PART, "C025", 72, 1180, 2000, NEVER, 0, "Façades de tiroirs, série de quarante" },
  { SCENE_DISPUTE_HOME, "C046", 66, 690, 1000, NEVER, 0, "Remplacement de deux portes palières" },
  { SCENE_PROMISE_BROKEN, "C020", 98, 980, 2000, 9, 0, "Comptoir d’inscription et caisson" },
  { SCENE_PROMISE_PENDING, "C021", 72, 820, 2000, NEVER, 0, "Plateaux de tables en chêne, lot de huit" },
  { SCENE_PROMISE_PENDING_HOME, "C045", 61, 840, 1000, NEVER, 0, "Pose d’un parquet flottant" },
  { SCENE_PROMISE_KEPT, "C029", 104, 760, 2000, 48, 0, "Vitrine intérieure, éclairage compris" },
  { SCENE_HOLD, "C022", 67, 930, 2000, NEVER, 0, "Portes de placards de la stérilisation" },
  { SCENE_HOLD_HOME, "C044", 58, 520, 1000, NEVER, 0, "Volet roulant, remplacement du tablier" },
  { SCENE_ANSWER, "C013", 66, 640, 2000, NEVER, 0, "Barrières de sécurité et casiers" },
  { SCENE_PLAN_1, "C024", 196, 1650, 2000, NEVER, 0, "Agencement de l’accueil, 1ʳᵉ tranche" },
  { SCENE_PLAN_2, "C024", 168, 1320, 2000, NEVER, 0, "Agencement de l’accueil, 2ᵉ tranche" },
  { SCENE_PLAN_3, "C024", 147, 990, 2000, NEVER, 0, "Cloison vitrée du bureau" },
  { SCENE_INSOLVENT_1, "C019", 168, 1240, 2000, NEVER, 0, "Rayonnages d’affinage en épicéa" },
  { SCENE_INSOLVENT_2, "C019", 146, 885, 2000, NEVER, 0, "Porte isotherme de la cave" },
  { SCENE_PRECIOUS, "C009", 66, 1480, 2000, NEVER, 0, "Paillasses de la salle de mesure" },
  { SCENE_FACTORED, "C017", 38, 3120, 2000, NEVER, 0, "Présentoirs de la boutique d’usine" },
  { SCENE_FIRM, "C026", 78, 1060, 2000, NEVER, 0, "Terrasses de deux bungalows" },
  { SCENE_FIRM_CREDITED, "C030", 79, 850, 2000, NEVER, 0, "Réfection des assises de la petite salle" },
  { SCENE_OPEN_CREDIT, "C030", 33, -150, 2000, NEVER, 0, "Assises livrées en moins" },
  { SCENE_COURTEOUS, "C028", 49, 420, 2000, NEVER, 0, "Vestiaires : remplacement de dix serrures" },
  { SCENE_CHEQUE_IN_HAND_1, "C049", 45, 610, 1000, NEVER, 0, "Bibliothèque sur mesure, solde" },
  { SCENE_CHEQUE_IN_HAND_2, "C050", 42, 380, 1000, NEVER, 0, "Reprise de la porte d’entrée" },
  { SCENE_CHEQUE_DEPOSITED, "C004", 52, 545, 2000, NEVER, 0, "Porte sectionnelle : habillage bois" },
  { SCENE_EXCLUDED, "C042", 63, 260, 2000, NEVER, 0, "Caisse de transport pour tirages" },
  { SCENE_SHORT, "C008", 60, 870, 2000, 13, 12, "Meuble à plans, quatre tiroirs" },
  { SCENE_RETURNED, "C011", 71, 735, 2000, 37, 0, "Portes battantes du fournil" },
  { SCENE_POSSIBLE, "C045", 56, 765, 1000, 29, 0, "Plinthes et barres de seuil" },
  { SCENE_PAYS_QUOTING, "C027", 72, 1980, 2000, 15, 0, "Comptoir de dégustation" },
  { SCENE_PAYS_QUOTING_TOO, "C027", 64, 640, 2000, 15, 0, "Présentoir à bouteilles" },
  { SCENE_PAYS_QUOTING_CREDIT, "C027", 52, -85, 2000, 15, 0,
    "Tablette livrée rayée, comptoir de dégustation" },
  { SCENE_PAYS_SILENTLY, "C039", 64, 415, 2000, 11, 0, "Étagères de la vitrine" },
  { SCENE_PAYS_HOME, "C058", 57, 890, 1000, 14, 0, "Placard sous pente" },
  { SCENE_TWIN_1, "C040", 41, 360, 2000, 8, 0, "Coffrages de tuyauterie" },
  { SCENE_TWIN_2, "C041", 41, 360, 2000, NEVER, 0, "Meuble de soins, retouches" },
  { SCENE_LATE_HABIT, "C002", 40, 540, 2000, NEVER, 0, "Réparation du bar, plan de zinc déposé" },
};

static AcqDay
days_ago (const AcqExampleDraft *draft, int days)
{
  return acq_example_bank_day (draft->today - days);
}

static void
add_scene (AcqExampleDraft *draft, const SceneSale *scene)
{
  AcqInvoiceKind kind = scene->price < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  AcqExampleSale *sale = acq_example_draft_add_sale (draft, acq_example_role_index (scene->customer), kind,
                                                     draft->today - scene->issued_ago);

  sale->scene = scene->scene;
  acq_example_sale_take_item (
    sale, acq_invoice_item_new (scene->designation, 1000, NULL, (gint64) scene->price * 100), scene->rate);
  acq_example_sale_finish (sale, draft, 0, ACQ_DAY_NONE);
  sale->pays_on = scene->paid_ago == NEVER ? ACQ_DAY_NONE : days_ago (draft, scene->paid_ago);
  sale->pays -= (gint64) scene->short_by * 100;
}

/* Six instalments, the third of them four weeks ago; what is due was paid on time, oldest invoice first. */
#define N_INSTALMENTS       6
#define INSTALMENT          79200
#define LAST_INSTALMENT_AGO 28

static AcqDay
instalment_day (const AcqExampleDraft *draft, int index)
{
  return acq_day_add_months (draft->today - LAST_INSTALMENT_AGO, index - 2);
}

static void
pay_instalments (AcqExampleDraft *draft)
{
  AcqExampleSale *first = acq_example_draft_find_scene (draft, SCENE_PLAN_1);
  AcqExampleSale *second = acq_example_draft_find_scene (draft, SCENE_PLAN_2);
  const struct
  {
    AcqExampleSale *sale;
    int index;
    gint64 amount;
  } parts[] = {
    { first, 0, INSTALMENT },
    { first, 1, INSTALMENT },
    { first, 2, 198000 - 2 * INSTALMENT },
    { second, 2, 3 * INSTALMENT - 198000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      AcqExampleInstalment instalment
        = { parts[i].sale, acq_example_bank_day (instalment_day (draft, parts[i].index)), parts[i].amount };

      g_array_append_val (draft->instalments, instalment);
    }
}

void
acq_example_story_add_sales (AcqExampleDraft *draft)
{
  AcqExampleSale *sale;

  for (gsize i = 0; i < G_N_ELEMENTS (scene_sales); i++)
    add_scene (draft, &scene_sales[i]);
  sale = acq_example_draft_find_scene (draft, SCENE_NOTICE_CREDIT);
  sale->credits = acq_example_draft_find_scene (draft, SCENE_NOTICE_2);
  sale->set_off = TRUE;
  sale->pays_on = sale->invoice->issued;
  sale = acq_example_draft_find_scene (draft, SCENE_OPEN_CREDIT);
  sale->credits = acq_example_draft_find_scene (draft, SCENE_FIRM_CREDITED);
  sale = acq_example_draft_find_scene (draft, SCENE_PAYS_QUOTING_CREDIT);
  sale->credits = acq_example_draft_find_scene (draft, SCENE_PAYS_QUOTING);
  acq_example_draft_find_scene (draft, SCENE_POSSIBLE)->left_open = TRUE;
  acq_example_draft_find_scene (draft, SCENE_RETURNED)->returns_on = days_ago (draft, 17);
  pay_instalments (draft);
}

/* The first everyday invoice of that customer, from a third of the two years on, that was paid long before the last
   statement and that no credit note is about. */
static AcqExampleSale *
find_past_sale (const AcqExampleDraft *draft, const char *customer)
{
  guint role = acq_example_role_index (customer);

  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];
      gboolean credited = FALSE;

      if (sale->role != role || sale->scene != SCENE_NONE || sale->invoice->kind != ACQ_INVOICE_KIND_INVOICE
          || sale->invoice->issued < draft->start + 240 || sale->pays_on > draft->covered - 60)
        continue;
      for (guint j = 0; j < draft->sales->len; j++)
        credited = credited || ((AcqExampleSale *) draft->sales->pdata[j])->credits == sale;
      if (!credited)
        return sale;
    }
  return NULL;
}

static void
bend_returned (const AcqExampleDraft *draft, const char *customer, int returned_after)
{
  AcqExampleSale *sale = find_past_sale (draft, customer);

  if (sale == NULL)
    return;
  sale->returns_on = acq_example_bank_day (sale->pays_on + returned_after);
  sale->pays_again_on = acq_example_bank_day (sale->returns_on + 12);
}

/* Of the site invoices whose retention was due, the customer has kept the latest one. */
static void
bend_retention (const AcqExampleDraft *draft, const char *customer)
{
  guint role = acq_example_role_index (customer);
  AcqExampleSale *latest = NULL;

  for (guint i = 0; i < draft->sales->len; i++)
    {
      AcqExampleSale *sale = draft->sales->pdata[i];
      const GArray *parts = sale->invoice->due_items;

      if (sale->role == role && sale->releases_on != ACQ_DAY_NONE
          && g_array_index (parts, AcqDueItem, parts->len - 1).due < draft->today - 12)
        latest = sale;
    }
  if (latest != NULL)
    latest->releases_on = ACQ_DAY_NONE;
}

void
acq_example_story_bend_past (AcqExampleDraft *draft)
{
  static const char *const let_go[] = { "C040", "C003", "C047" };
  AcqExampleSale *sale;

  bend_returned (draft, "C011", 15);
  bend_returned (draft, "C004", 14);
  bend_returned (draft, "C028", 4);
  bend_retention (draft, "C007");
  sale = find_past_sale (draft, "C023");
  if (sale != NULL)
    sale->means = ACQ_MEANS_COMPENSATION;
  for (gsize i = 0; i < G_N_ELEMENTS (let_go); i++)
    {
      sale = find_past_sale (draft, let_go[i]);
      if (sale == NULL)
        continue;
      sale->written_off = 90 + 45 * (gint64) i;
      sale->pays -= sale->written_off;
    }
  sale = find_past_sale (draft, "C005");
  if (sale != NULL)
    {
      sale->invoice->cancelled = TRUE;
      sale->pays_on = ACQ_DAY_NONE;
    }
  sale = find_past_sale (draft, "C010");
  if (sale != NULL)
    {
      sale->invoice->prepaid = acq_amount_scale (sale->invoice->total, 30, 100);
      sale->pays -= sale->invoice->prepaid;
    }
}

#define WITHOUT_END G_MAXINT

typedef struct
{
  AcqNoteKind kind;
  Scene scene;
  gboolean whole_customer;
  int euros; /* -1: all of it */
  int day_ago;
  int until; /* days from today */
  gboolean closed;
  const char *reason;
} SceneNote;

static const SceneNote scene_notes[] = {
  { ACQ_NOTE_KIND_CALL, SCENE_PROMISE_KEPT, FALSE, -1, 58, WITHOUT_END, FALSE,
    "Le règlement part en fin de mois" },
  { ACQ_NOTE_KIND_PROMISE, SCENE_PROMISE_KEPT, FALSE, -1, 58, -46, TRUE, "Promis au téléphone" },
  { ACQ_NOTE_KIND_CALL, SCENE_NOTICE_2, FALSE, -1, 52, WITHOUT_END, FALSE,
    "Mme Ferrault « voit avec la comptabilité », pas de date" },
  { ACQ_NOTE_KIND_PROMISE, SCENE_PROMISE_BROKEN, FALSE, -1, 44, -27, FALSE,
    "Virement annoncé pour cette date" },
  { ACQ_NOTE_KIND_DISPUTE, SCENE_DISPUTE_WHOLE, FALSE, -1, 40, WITHOUT_END, FALSE,
    "Teinte non conforme au bon de commande" },
  { ACQ_NOTE_KIND_CALL, SCENE_DISPUTE_WHOLE, FALSE, -1, 33, WITHOUT_END, FALSE,
    "Rendez-vous à prendre sur place" },
  { ACQ_NOTE_KIND_DISPUTE, SCENE_DISPUTE_PART, FALSE, 240, 36, WITHOUT_END, FALSE, "Huit façades rayées" },
  { ACQ_NOTE_KIND_DISPUTE, SCENE_DISPUTE_HOME, FALSE, -1, 41, WITHOUT_END, FALSE,
    "La porte du palier frotte encore" },
  { ACQ_NOTE_KIND_PROMISE, SCENE_PROMISE_PENDING, FALSE, -1, 12, 8, FALSE, "Après la fin de la saison" },
  { ACQ_NOTE_KIND_PROMISE, SCENE_PROMISE_PENDING_HOME, FALSE, 500, 9, 4, FALSE,
    "500 € tout de suite, le reste ensuite" },
  { ACQ_NOTE_KIND_HOLD, SCENE_HOLD, FALSE, -1, 27, 14, FALSE, "Travaux à terminer chez eux" },
  { ACQ_NOTE_KIND_HOLD, SCENE_HOLD_HOME, TRUE, -1, 25, 21, FALSE, "Deuil dans la famille" },
  { ACQ_NOTE_KIND_EXCLUDE, SCENE_EXCLUDED, TRUE, -1, 55, WITHOUT_END, FALSE,
    "Ami de la maison : en parler de vive voix" },
  { ACQ_NOTE_KIND_CALL, SCENE_PRECIOUS, FALSE, -1, 6, WITHOUT_END, FALSE, "Répondeur, rappeler" },
  { ACQ_NOTE_KIND_ANSWER, SCENE_ANSWER, FALSE, -1, 5, WITHOUT_END, FALSE, "Re: Votre facture" },
};

static void
add_notes (const AcqExampleDraft *draft, AcqLedger *ledger)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scene_notes); i++)
    {
      const SceneNote *scene = &scene_notes[i];
      const AcqExampleSale *sale = acq_example_draft_find_scene (draft, scene->scene);
      AcqNote *note = acq_note_new ();

      note->id = i + 1;
      note->kind = scene->kind;
      note->customer_id = sale->role + 1;
      note->invoice_id = scene->whole_customer ? 0 : sale->invoice->id;
      note->amount = scene->euros < 0 ? -1 : (gint64) scene->euros * 100;
      note->day = acq_example_draft_working_day (draft, draft->today - scene->day_ago);
      note->until = scene->until == WITHOUT_END ? ACQ_DAY_NONE : draft->today + scene->until;
      note->reason = g_strdup (scene->reason);
      note->closed = scene->closed;
      g_ptr_array_add (ledger->notes, note);
    }
}

static void
add_plan (const AcqExampleDraft *draft, AcqLedger *ledger)
{
  AcqPaymentPlan *plan = acq_payment_plan_new ();
  const Scene scenes[] = { SCENE_PLAN_1, SCENE_PLAN_2, SCENE_PLAN_3 };

  plan->id = 1;
  plan->agreed = acq_example_draft_working_day (draft, instalment_day (draft, 0) - 9);
  for (int i = 0; i < N_INSTALMENTS; i++)
    {
      AcqInstalment instalment = { instalment_day (draft, i), INSTALMENT };

      g_array_append_val (plan->instalments, instalment);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      const AcqExampleSale *sale = acq_example_draft_find_scene (draft, scenes[i]);

      plan->customer_id = sale->role + 1;
      g_array_append_val (plan->invoice_ids, sale->invoice->id);
    }
  g_ptr_array_add (ledger->plans, plan);
}

static void
add_cheque (const AcqExampleDraft *draft, AcqLedger *ledger, Scene scene, AcqReceiptState state, int ago)
{
  const AcqExampleSale *sale = acq_example_draft_find_scene (draft, scene);
  AcqReceipt *receipt = acq_receipt_new ();
  AcqAllocation allocation = { .invoice_id = sale->invoice->id,
                               .amount = sale->invoice->total,
                               .origin = ACQ_ALLOCATION_ORIGIN_HAND };

  receipt->customer_id = sale->role + 1;
  receipt->day = receipt->state_since = acq_example_draft_working_day (draft, draft->today - ago);
  receipt->amount = sale->invoice->total;
  receipt->means = ACQ_MEANS_CHEQUE;
  receipt->state = state;
  receipt->source = ACQ_RECEIPT_SOURCE_HAND;
  g_array_append_val (receipt->allocations, allocation);
  g_ptr_array_add (ledger->receipts, receipt);
}

void
acq_example_story_add_facts (const AcqExampleDraft *draft, AcqLedger *ledger)
{
  add_notes (draft, ledger);
  add_plan (draft, ledger);
  add_cheque (draft, ledger, SCENE_CHEQUE_IN_HAND_1, ACQ_RECEIPT_STATE_IN_HAND, 4);
  add_cheque (draft, ledger, SCENE_CHEQUE_IN_HAND_2, ACQ_RECEIPT_STATE_IN_HAND, 2);
  add_cheque (draft, ledger, SCENE_CHEQUE_DEPOSITED, ACQ_RECEIPT_STATE_DEPOSITED, 1);
}

static void
add_stranger (GPtrArray *movements, AcqDay day, gint64 amount, const char *label)
{
  AcqTransaction *transaction = acq_example_transaction_new (0, day, amount, g_strdup (label));
  AcqExampleMovement *movement = acq_example_movement_new (transaction, NULL);

  transaction->means = ACQ_MEANS_TRANSFER;
  movement->left_open = TRUE;
  g_ptr_array_add (movements, movement);
}

void
acq_example_story_add_strangers (const AcqExampleDraft *draft, GPtrArray *movements)
{
  add_stranger (movements, days_ago (draft, 30), 35000, "VIR M OU MME SAVOURET ARRHES DEVIS 198");
  add_stranger (movements, days_ago (draft, 12), 64000, "VIR M TAILLEBOURG ERIC DEVIS 214");
  add_stranger (movements, days_ago (draft, 19), 21437, "VIR ASSURANCES DU REVERMONT REMBT SINISTRE 7741");
}
