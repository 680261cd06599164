/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nasty-company.h"

#include <string.h>

static const char *const trades[]
  = { "MENUISERIE", "BOULANGERIE", "GARAGE",     "PLOMBERIE",  "TRANSPORTS", "CLINIQUE", "HOTEL",
      "PEINTURE",   "IMPRIMERIE",  "RESTAURANT", "MACONNERIE", "PHARMACIE",  "CABINET",  "ELECTRICITE",
      "COIFFURE",   "PAYSAGES",    "CHARPENTE",  "SERRURERIE", "TRAITEUR",   "LIBRAIRIE" };
static const char *const families[]
  = { "MARTIN",   "BERNARD",  "DURAND",    "LEFEBVRE", "GIRARD",  "ROUSSEAU",  "FOURNIER", "MERCIER",
      "BLANCHET", "LE GOFF",  "TANGUY",    "KERMOAL",  "PRIGENT", "DELACROIX", "HAMON",    "VASSEUR",
      "POULAIN",  "BOUCHARD", "DESCHAMPS", "GUILLOU",  "NGUYEN",  "BENALI",    "DA SILVA", "SCHNEIDER" };
static const char *const towns[]
  = { "DU LAC", "DES ALPES",    "DE LA GARE", "CENTRE",  "ET FILS", "FRERES",   "SERVICES",
      "OUEST",  "DISTRIBUTION", "DE L'ILE",   "DU PORT", "CONSEIL", "BRETAGNE", "HABITAT" };
static const char *const first_names[]
  = { "JEAN", "MARIE", "PIERRE", "SOPHIE", "LUC", "ANNE", "YANN", "CLAIRE", "PAUL", "NADIA" };
static const char *const forms[] = { "SARL", "SAS", "EURL", "SA", "SASU", "" };
static const char *const brands[]
  = { "LE COMPTOIR BLEU", "AU BON ACCUEIL", "NOVALIS",       "ARTIPOLE",
      "CHEZ LULU",        "VERT DEMAIN",    "KALYS",         "LA BONNE PIOCHE",
      "ATOUT SERVICE",    "OCEANIS",        "TERRE ET BOIS", "LE PETIT MARCHE" };

char *
nasty_invent_name (NastyCompany *self, gboolean *ret_person)
{
  GString *name;

  *ret_person = nasty_chance (self, 18);
  if (*ret_person)
    {
      const char *first = nasty_pick (self, first_names);

      return g_strdup_printf ("%s %s %s", nasty_chance (self, 50) ? "M." : "Mme", nasty_pick (self, families),
                              first);
    }
  name = g_string_new (nasty_pick (self, forms));
  if (nasty_chance (self, 12))
    g_string_append_printf (name, " %s", nasty_pick (self, brands));
  else
    {
      if (nasty_chance (self, 75))
        g_string_append_printf (name, " %s", nasty_pick (self, trades));
      g_string_append_printf (name, " %s", nasty_pick (self, families));
    }
  if (nasty_chance (self, 50))
    g_string_append_printf (name, " %s", nasty_pick (self, towns));
  return g_strstrip (g_string_free (name, FALSE));
}

/* The name without its legal form, as most banks give it. */
static char *
strip_form (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms) - 1; i++)
    if (g_str_has_prefix (name, forms[i]) && name[strlen (forms[i])] == ' ')
      return g_strdup (name + strlen (forms[i]) + 1);
  return g_strdup (name);
}

static char *
mistype (NastyCompany *self, char *name)
{
  gsize length = strlen (name);
  gsize place = (gsize) nasty_between (self, 3, (int) MAX (4, length - 2));

  if (length > 8 && g_ascii_isalpha (name[place]))
    memmove (name + place, name + place + 1, length - place);
  return name;
}

/* How the client's bank calls him; own: his customers' file would know the name. */
static char *
choose_payer (NastyCompany *self, const char *name, gboolean person, gboolean *ret_own)
{
  g_autofree char *bare = strip_form (name);
  int dice = nasty_between (self, 0, 99);

  *ret_own = dice < 78;
  if (dice < 48)
    return g_steal_pointer (&bare);
  if (dice < 78)
    return g_strdup (name);
  if (dice < 85)
    return mistype (self, g_strdup (bare));
  if (dice < 90 && person)
    return g_strdup_printf ("%s %s", strrchr (bare, ' ') != NULL ? "MME" : "M",
                            strchr (bare, ' ') != NULL ? strchr (bare, ' ') + 1 : bare);
  if (dice < 94)
    return g_strdup_printf ("%s %s", nasty_pick (self, families), nasty_pick (self, first_names));
  return g_strdup_printf ("%s %s", nasty_pick (self, brands),
                          nasty_chance (self, 50) ? "" : nasty_pick (self, towns));
}

static NastyStyle
choose_style (NastyCompany *self)
{
  int dice = nasty_between (self, 0, 99);

  return dice < 58   ? NASTY_PAYS_EACH
         : dice < 74 ? NASTY_PAYS_RUNS
         : dice < 83 ? NASTY_PAYS_CHEQUE
         : dice < 92 ? NASTY_PAYS_PSP
         : dice < 95 ? NASTY_PAYS_CARD
                     : NASTY_PAYS_BY_GROUP;
}

static gint64
choose_subscription (NastyCompany *self)
{
  static const gint64 prices[] = { 2900, 4900, 9900, 12000, 18000, 24000 };

  return nasty_chance (self, 60) ? nasty_pick (self, prices) : nasty_between (self, 2000, 30000);
}

void
nasty_client_free (gpointer data)
{
  NastyClient *client = data;

  g_free (client->payer);
  g_free (client->iban);
  g_free (client);
}

static void
add_client (NastyCompany *self)
{
  NastyClient *client = g_new0 (NastyClient, 1);
  gboolean person;

  client->customer = acq_customer_new ();
  client->customer->id = self->ledger->customers->len + 1;
  client->customer->name = nasty_invent_name (self, &person);
  acq_ledger_take_customer (self->ledger, client->customer);
  client->payer = choose_payer (self, client->customer->name, person, &client->own_name);
  client->iban
    = g_strdup_printf ("FR76%010u%08u", nasty_between (self, 1, 999999), (guint) client->customer->id);
  client->style = choose_style (self);
  client->delay = nasty_between (self, -3, 35);
  client->run_day = nasty_between (self, 1, 28);
  client->reference_percent = nasty_chance (self, 40) ? nasty_between (self, 10, 95) : 3;
  client->subscription = nasty_chance (self, 20) ? choose_subscription (self) : 0;
  if (client->style == NASTY_PAYS_BY_GROUP)
    client->group = (guint) nasty_between (self, 1, 2);
  g_ptr_array_add (self->clients, client);
}

/* Some parents are in the books as the payer of their daughters; the others are to be found out. */
static void
make_parents (NastyCompany *self)
{
  for (guint group = 1; group <= 2; group++)
    {
      AcqCustomer *parent;

      self->group_names[group] = g_strdup_printf (group == 1 ? "GROUPE %s" : "HOLDING %s PARTICIPATIONS",
                                                  nasty_pick (self, families));
      if (nasty_chance (self, 50))
        continue;
      parent = acq_customer_new ();
      parent->id = self->ledger->customers->len + 1;
      parent->name = g_strdup (self->group_names[group]);
      acq_ledger_take_customer (self->ledger, parent);
      for (guint i = 0; i < self->clients->len; i++)
        {
          NastyClient *client = self->clients->pdata[i];

          if (client->group == group)
            client->customer->payer_id = parent->id;
        }
    }
}

void
nasty_add_clients (NastyCompany *self, guint n)
{
  for (guint i = 0; i < n; i++)
    add_client (self);
  make_parents (self);
}
