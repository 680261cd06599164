/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-cast.h"

#include <string.h>

#include "acq-iban.h"
#include "acq-siren.h"
#include "acq-text-normalizer.h"

/* clang-format off */
static const AcqExampleRole roles[] = {
  { "Hôtel des Trois Saules SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "14 quai de la Cuisance", "39600", "Arbois", "Nadia Ferrault", "HOTEL DES 3 SAULES",
    ACQ_EXAMPLE_TRADE_JOINERY, 14, 30, FALSE, ACQ_MEANS_TRANSFER, 6, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 300 },
  { "Brasserie du Vieux Pressoir SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "3 place du Marché", "39100", "Dole", "Gilles Amiot", "BRASSERIE VX PRESSOIR",
    ACQ_EXAMPLE_TRADE_REPAIR, 26, 30, FALSE, ACQ_MEANS_TRANSFER, 12, 1, ACQ_EXAMPLE_WORDING_NUMBER },
  { "Cabinet Vétérinaire des Tilleuls SELARL", ACQ_CUSTOMER_KIND_COMPANY,
    "21 route de Gray", "39100", "Dole", "Claire Daubenton", "CAB VETERINAIRE TILLEULS",
    ACQ_EXAMPLE_TRADE_JOINERY, 20, 30, FALSE, ACQ_MEANS_TRANSFER, -2, 2, ACQ_EXAMPLE_WORDING_NUMBER },
  { "Garage Pontarel SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "Zone artisanale des Épenottes", "39100", "Dole", "Rémi Pontarel", "GARAGE PONTAREL",
    ACQ_EXAMPLE_TRADE_REPAIR, 20, 30, FALSE, ACQ_MEANS_CHEQUE, 4, 3, ACQ_EXAMPLE_WORDING_NONE },
  { "Résidence Les Glycines SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "2 rue des Acacias", "21130", "Auxonne", "Sandrine Vuillard", "RES LES GLYCINES",
    ACQ_EXAMPLE_TRADE_JOINERY, 58, 30, TRUE, ACQ_MEANS_TRANSFER, 5, 4, ACQ_EXAMPLE_WORDING_NONE,
    .pays_in_runs = TRUE },
  { "Constructions Maubrey SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "48 avenue de Chalon", "71100", "Chalon-sur-Saône", "Fabrice Tissoux", "CONSTRUCTIONS MAUBREY",
    ACQ_EXAMPLE_TRADE_SITE, 24, 45, TRUE, ACQ_MEANS_TRANSFER, 6, 5, ACQ_EXAMPLE_WORDING_MANGLED,
    .pays_in_runs = TRUE, .reverse_charge = TRUE },
  { "Bâti-Jouran Entreprise Générale SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "6 rue des Tuiliers", "25000", "Besançon", "Karim Benhaddou", "BATI JOURAN ENT GENERALE",
    ACQ_EXAMPLE_TRADE_SITE, 20, 45, FALSE, ACQ_MEANS_TRANSFER, 9, 6, ACQ_EXAMPLE_WORDING_TAIL,
    .pays_in_runs = TRUE },
  { "Imprimerie Salvayre SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "9 impasse des Presses", "39100", "Dole", "Pascal Salvayre", "IMPRIMERIE SALVAYRE",
    ACQ_EXAMPLE_TRADE_REPAIR, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 3, 3, ACQ_EXAMPLE_WORDING_NUMBER },
  { "Laboratoire Optivelle SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "Parc Innovia, 4 rue Lumière", "39100", "Dole", "Hugues de Marsillac", "LABO OPTIVELLE",
    ACQ_EXAMPLE_TRADE_FITTING, 18, 45, FALSE, ACQ_MEANS_TRANSFER, 2, 2, ACQ_EXAMPLE_WORDING_NUMBER,
    .precious = TRUE, .second_account = TRUE },
  { "Pharmacie Dorgeval SELARL", ACQ_CUSTOMER_KIND_COMPANY,
    "31 Grande Rue", "39100", "Dole", "Agnès Dorgeval", "PHARMACIE DORGEVAL",
    ACQ_EXAMPLE_TRADE_JOINERY, 12, 30, FALSE, ACQ_MEANS_TRANSFER, 1, 2, ACQ_EXAMPLE_WORDING_NUMBER,
    .second_account = TRUE },
  { "Boulangerie Aux Deux Fourneaux SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "5 rue de Besançon", "39100", "Dole", "Thierry Malpas", "BOUL 2 FOURNEAUX",
    ACQ_EXAMPLE_TRADE_REPAIR, 12, 30, FALSE, ACQ_MEANS_CHEQUE, 7, 4, ACQ_EXAMPLE_WORDING_NONE },
  { "Transports Vaudrelle SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "Route de Tavaux", "39500", "Tavaux", "Muriel Vaudrelle", "TRANSPORTS VAUDRELLE",
    ACQ_EXAMPLE_TRADE_REPAIR, 12, 30, FALSE, ACQ_MEANS_TRANSFER, 5, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 130 },
  { "Crèche Les Petits Hérissons SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "18 rue Pasteur", "39100", "Dole", "Élodie Ranchot", "CRECHE PTS HERISSONS",
    ACQ_EXAMPLE_TRADE_JOINERY, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 4, 3, ACQ_EXAMPLE_WORDING_CASUAL,
    .quiet_for = 90 },
  { "Groupe Orfanel SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "1 rue de l’Industrie", "39700", "Orchamps", "Béatrice Orfanel", "GROUPE ORFANEL",
    ACQ_EXAMPLE_TRADE_JOINERY, 2, 45, FALSE, ACQ_MEANS_TRANSFER, 3, 2, ACQ_EXAMPLE_WORDING_TAIL,
    .second_account = TRUE },
  { "Orfanel Décolletage SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "1 rue de l’Industrie", "39700", "Orchamps", "Béatrice Orfanel", "GROUPE ORFANEL",
    ACQ_EXAMPLE_TRADE_JOINERY, 32, 45, FALSE, ACQ_MEANS_TRANSFER, 3, 2, ACQ_EXAMPLE_WORDING_TAIL,
    .second_account = TRUE, .payer = "C014", .pays_in_runs = TRUE },
  { "Orfanel Outillage SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "3 rue de l’Industrie", "39700", "Orchamps", "Béatrice Orfanel", "GROUPE ORFANEL",
    ACQ_EXAMPLE_TRADE_REPAIR, 26, 45, FALSE, ACQ_MEANS_TRANSFER, 3, 2, ACQ_EXAMPLE_WORDING_TAIL,
    .second_account = TRUE, .payer = "C014", .pays_in_runs = TRUE },
  { "Textiles Brévanne SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "27 rue du Lavoir", "39200", "Saint-Claude", "Simon Brévanne", "COMTE AFFACTURAGE",
    ACQ_EXAMPLE_TRADE_FITTING, 12, 45, FALSE, ACQ_MEANS_TRANSFER, -20, 4, ACQ_EXAMPLE_WORDING_MANGLED,
    .factored = TRUE, .payer = "C018" },
  { "Comté Affacturage SA", ACQ_CUSTOMER_KIND_COMPANY,
    "12 boulevard Diderot", "25000", "Besançon", "Service Cessions", "COMTE AFFACTURAGE",
    ACQ_EXAMPLE_TRADE_REPAIR, 0, 30, FALSE, ACQ_MEANS_TRANSFER, 0, 0, ACQ_EXAMPLE_WORDING_MANGLED },
  { "Fromagerie du Val Rosain SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "Route de Poligny", "39800", "Poligny", "Denis Cottard", "FROMAGERIE VAL ROSAIN",
    ACQ_EXAMPLE_TRADE_JOINERY, 16, 30, FALSE, ACQ_MEANS_TRANSFER, 8, 5, ACQ_EXAMPLE_WORDING_NUMBER,
    .insolvent_ago = 95, .quiet_for = 190 },
  { "Auto-École du Pont SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "11 rue du Pont", "39100", "Dole", "Sonia Meyrat", "AUTO ECOLE DU PONT",
    ACQ_EXAMPLE_TRADE_REPAIR, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 14, 6, ACQ_EXAMPLE_WORDING_CASUAL,
    .quiet_for = 120 },
  { "Restaurant La Table d’Ysé SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "8 rue Mont-Roland", "39100", "Dole", "Ysé Carmélin", "LA TABLE D YSE",
    ACQ_EXAMPLE_TRADE_JOINERY, 10, 30, FALSE, ACQ_MEANS_CHEQUE, 9, 5, ACQ_EXAMPLE_WORDING_NONE,
    .quiet_for = 100 },
  { "Clinique Dentaire Sainte-Aube SELARL", ACQ_CUSTOMER_KIND_COMPANY,
    "44 avenue de Lahr", "39100", "Dole", "Vincent Harcourt", "CLINIQUE DENT STE AUBE",
    ACQ_EXAMPLE_TRADE_JOINERY, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 2, 2, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 90 },
  { "Scierie Montravel SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "Lieu-dit Les Essarts", "39380", "Mont-sous-Vaudrey", "Alain Montravel", "SCIERIE MONTRAVEL",
    ACQ_EXAMPLE_TRADE_REPAIR, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 5, 3, ACQ_EXAMPLE_WORDING_CASUAL },
  { "Agence Le Clavier d’Or SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "2 place Grévy", "39100", "Dole", "Laure Fabiani", "AGENCE CLAVIER OR",
    ACQ_EXAMPLE_TRADE_FITTING, 8, 30, FALSE, ACQ_MEANS_TRANSFER, 11, 5, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 210 },
  { "Meubles Charvigny SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "15 rue des Ébénistes", "39230", "Sellières", "Luc Charvigny", "MEUBLES CHARVIGNY",
    ACQ_EXAMPLE_TRADE_JOINERY, 22, 30, FALSE, ACQ_MEANS_TRANSFER, 4, 3, ACQ_EXAMPLE_WORDING_MANGLED,
    .quiet_for = 90 },
  { "Camping du Lac Vernois SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "Chemin des Roseaux", "39130", "Clairvaux-les-Lacs", "Manon Delorge", "CAMPING LAC VERNOIS",
    ACQ_EXAMPLE_TRADE_JOINERY, 12, 30, FALSE, ACQ_MEANS_TRANSFER, 13, 6, ACQ_EXAMPLE_WORDING_NONE,
    .quiet_for = 100 },
  { "Cave des Coteaux de Rosière SCA", ACQ_CUSTOMER_KIND_COMPANY,
    "Rue des Pressoirs", "39600", "Arbois", "Paul Grandvaux", "CAVE COTEAUX ROSIERE",
    ACQ_EXAMPLE_TRADE_FITTING, 12, 30, FALSE, ACQ_MEANS_TRANSFER, 5, 3, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 90 },
  { "Fitness Club Odéane SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "Centre commercial des Deux Ponts", "39100", "Dole", "Jordan Lebrac", "FITNESS CLUB ODEANE",
    ACQ_EXAMPLE_TRADE_CONTRACT, 18, 15, FALSE, ACQ_MEANS_DIRECT_DEBIT, 0, 0, ACQ_EXAMPLE_WORDING_NONE,
    .quiet_for = 80 },
  { "Opticien Claravue SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "26 rue des Arènes", "39100", "Dole", "Inès Claravel", "CLARAVUE OPTIQUE",
    ACQ_EXAMPLE_TRADE_JOINERY, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 4, 3, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 70 },
  { "Cinéma Le Lumen SARL", ACQ_CUSTOMER_KIND_COMPANY,
    "7 cours Saint-Mauris", "39100", "Dole", "Bruno Castelin", "CINEMA LE LUMEN",
    ACQ_EXAMPLE_TRADE_REPAIR, 12, 30, FALSE, ACQ_MEANS_TRANSFER, 10, 5, ACQ_EXAMPLE_WORDING_CASUAL,
    .quiet_for = 100 },
  { "Cabinet Fontanel Gestion SAS", ACQ_CUSTOMER_KIND_COMPANY,
    "10 place Nationale", "39100", "Dole", "Corinne Fontanel", "CABINET FONTANEL",
    ACQ_EXAMPLE_TRADE_REPAIR, 4, 30, FALSE, ACQ_MEANS_TRANSFER, 4, 3, ACQ_EXAMPLE_WORDING_MANGLED,
    .pays_in_runs = TRUE },
  { "Copropriété Le Belvédère", ACQ_CUSTOMER_KIND_CO_OWNERSHIP,
    "33 avenue Eisenhower", "39100", "Dole", "Corinne Fontanel", "CAB FONTANEL SDC BELVEDERE",
    ACQ_EXAMPLE_TRADE_JOINERY, 26, 30, FALSE, ACQ_MEANS_TRANSFER, 8, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .recipient = "C031", .pays_in_runs = TRUE },
  { "Copropriété Les Marronniers", ACQ_CUSTOMER_KIND_CO_OWNERSHIP,
    "4 rue Jeanrenaud", "39100", "Dole", "Corinne Fontanel", "CAB FONTANEL SDC MARRONNIERS",
    ACQ_EXAMPLE_TRADE_JOINERY, 24, 30, FALSE, ACQ_MEANS_TRANSFER, 8, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .recipient = "C031", .pays_in_runs = TRUE },
  { "Syndicat des copropriétaires 12 rue des Tanneurs", ACQ_CUSTOMER_KIND_CO_OWNERSHIP,
    "12 rue des Tanneurs", "39100", "Dole", "Corinne Fontanel", "CAB FONTANEL 12 TANNEURS",
    ACQ_EXAMPLE_TRADE_REPAIR, 22, 30, FALSE, ACQ_MEANS_TRANSFER, 8, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .recipient = "C031", .pays_in_runs = TRUE },
  { "Copropriété Clos Saint-Vernin", ACQ_CUSTOMER_KIND_CO_OWNERSHIP,
    "50 rue du Boichot", "39100", "Dole", "Corinne Fontanel", "CAB FONTANEL CLOS ST VERNIN",
    ACQ_EXAMPLE_TRADE_REPAIR, 20, 30, FALSE, ACQ_MEANS_TRANSFER, 8, 4, ACQ_EXAMPLE_WORDING_NUMBER,
    .recipient = "C031", .pays_in_runs = TRUE },
  { "Commune de Montjouvent", ACQ_CUSTOMER_KIND_PUBLIC_BODY,
    "Mairie, 1 place de la République", "39270", "Montjouvent", "Service comptable", "DDFIP JURA SGC",
    ACQ_EXAMPLE_TRADE_JOINERY, 26, 30, FALSE, ACQ_MEANS_TRANSFER, -4, 3, ACQ_EXAMPLE_WORDING_TAIL },
  { "Commune de Rochelle-en-Bresse", ACQ_CUSTOMER_KIND_PUBLIC_BODY,
    "Mairie, 6 rue de l’Église", "71330", "Rochelle-en-Bresse", "Service comptable",
    "DDFIP SAONE ET LOIRE",
    ACQ_EXAMPLE_TRADE_REPAIR, 24, 30, FALSE, ACQ_MEANS_TRANSFER, 6, 6, ACQ_EXAMPLE_WORDING_TAIL },
  { "Association Les Compagnons du Verger", ACQ_CUSTOMER_KIND_ASSOCIATION,
    "20 chemin des Vergers", "39100", "Dole", "Roland Pessard", "LES COMPAGNONS DU VERGER",
    ACQ_EXAMPLE_TRADE_REPAIR, 14, 30, FALSE, ACQ_MEANS_CHEQUE, 6, 5, ACQ_EXAMPLE_WORDING_NONE },
  { "Lucie Marchandot EI", ACQ_CUSTOMER_KIND_SOLE_TRADER,
    "13 rue du Parlement", "39100", "Dole", "Lucie Marchandot", "MME MARCHANDOT LUCIE",
    ACQ_EXAMPLE_TRADE_REPAIR, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 5, 3, ACQ_EXAMPLE_WORDING_CASUAL,
    .quiet_for = 75 },
  { "Étienne Rouvrelle EI", ACQ_CUSTOMER_KIND_SOLE_TRADER,
    "2 rue des Forges", "39700", "Rochefort-sur-Nenon", "Étienne Rouvrelle", "ROUVRELLE ETIENNE",
    ACQ_EXAMPLE_TRADE_REPAIR, 16, 30, FALSE, ACQ_MEANS_TRANSFER, 3, 2, ACQ_EXAMPLE_WORDING_NUMBER },
  { "Cabinet Infirmier Tassigny EI", ACQ_CUSTOMER_KIND_SOLE_TRADER,
    "9 rue du Stade", "39100", "Foucherans", "Noëlle Tassigny", "TASSIGNY NOELLE",
    ACQ_EXAMPLE_TRADE_REPAIR, 14, 30, FALSE, ACQ_MEANS_TRANSFER, 6, 3, ACQ_EXAMPLE_WORDING_CASUAL },
  { "Yann Pellorce EI", ACQ_CUSTOMER_KIND_SOLE_TRADER,
    "22 rue Antoine-Brun", "39100", "Dole", "Yann Pellorce", "M PELLORCE YANN",
    ACQ_EXAMPLE_TRADE_REPAIR, 10, 30, FALSE, ACQ_MEANS_TRANSFER, 7, 5, ACQ_EXAMPLE_WORDING_NONE,
    .no_email = TRUE },
  { "Mme Odile Vernerey", ACQ_CUSTOMER_KIND_CONSUMER,
    "7 rue des Vieilles-Boucheries", "39100", "Dole", "Odile Vernerey", "MME VERNEREY ODILE",
    ACQ_EXAMPLE_TRADE_PROJECT, 4, 15, FALSE, ACQ_MEANS_CHEQUE, 3, 2, ACQ_EXAMPLE_WORDING_NONE,
    .quiet_for = 200 },
  { "M. Bastien Courvoy", ACQ_CUSTOMER_KIND_CONSUMER,
    "16 rue de la Sous-Préfecture", "39100", "Dole", "Bastien Courvoy", "M COURVOY BASTIEN",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_TRANSFER, 2, 2, ACQ_EXAMPLE_WORDING_NUMBER,
    .quiet_for = 90 },
  { "M. et Mme Lambrelle", ACQ_CUSTOMER_KIND_CONSUMER,
    "3 allée des Bouvreuils", "39100", "Choisey", "Annie Lambrelle", "M OU MME LAMBRELLE",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 4, 3, ACQ_EXAMPLE_WORDING_CASUAL,
    .quiet_for = 100 },
  { "M. Gérard Tournemire", ACQ_CUSTOMER_KIND_CONSUMER,
    "28 rue du Val-d’Amour", "39380", "Ounans", "Gérard Tournemire", "M TOURNEMIRE GERARD",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CHEQUE, 5, 4, ACQ_EXAMPLE_WORDING_NONE,
    .quiet_for = 110 },
  { "Mme Fatima Belkhira", ACQ_CUSTOMER_KIND_CONSUMER,
    "5 rue Charles-Sauria", "39100", "Dole", "Fatima Belkhira", "MME BELKHIRA FATIMA",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 0, 2, ACQ_EXAMPLE_WORDING_NUMBER },
  { "M. Olivier Sauzeray", ACQ_CUSTOMER_KIND_CONSUMER,
    "41 rue de Crissey", "39100", "Dole", "Olivier Sauzeray", "M SAUZERAY OLIVIER",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_CARD, -12, 2, ACQ_EXAMPLE_WORDING_NONE },
  { "Mme Geneviève Thorillon", ACQ_CUSTOMER_KIND_CONSUMER,
    "1 rue du Collège-de-l’Arc", "39100", "Dole", "Geneviève Thorillon", "MME THORILLON",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CHEQUE, 4, 3, ACQ_EXAMPLE_WORDING_NONE,
    .no_email = TRUE, .quiet_for = 80 },
  { "M. Antoine Brussard", ACQ_CUSTOMER_KIND_CONSUMER,
    "19 rue du Prélot", "39100", "Dole", "Antoine Brussard", "M BRUSSARD ANTOINE",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CHEQUE, 2, 2, ACQ_EXAMPLE_WORDING_NONE,
    .no_email = TRUE, .quiet_for = 80 },
  { "Mme Julie Peyregrand", ACQ_CUSTOMER_KIND_CONSUMER,
    "8 impasse des Lilas", "39100", "Authume", "Julie Peyregrand", "MLLE PEYREGRAND JULIE",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 1, 2, ACQ_EXAMPLE_WORDING_CASUAL },
  { "M. Mehdi Zaouche", ACQ_CUSTOMER_KIND_CONSUMER,
    "12 rue Marcel-Aymé", "39100", "Dole", "Mehdi Zaouche", "ZAOUCHE MEHDI",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 3, 3, ACQ_EXAMPLE_WORDING_NUMBER },
  { "M. et Mme Duvalier-Roche", ACQ_CUSTOMER_KIND_CONSUMER,
    "2 chemin de la Combe", "39290", "Menotey", "Hélène Duvalier-Roche", "M OU MME DUVALIER ROCHE",
    ACQ_EXAMPLE_TRADE_PROJECT, 12, 15, FALSE, ACQ_MEANS_TRANSFER, 2, 2, ACQ_EXAMPLE_WORDING_NUMBER,
    .second_account = TRUE },
  { "Mme Solange Criquebec", ACQ_CUSTOMER_KIND_CONSUMER,
    "37 rue de la Bière", "39100", "Dole", "Solange Criquebec", "MME CRIQUEBEC SOLANGE",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CASH, 0, 1, ACQ_EXAMPLE_WORDING_NONE,
    .no_email = TRUE },
  { "M. Florian Astruguet", ACQ_CUSTOMER_KIND_CONSUMER,
    "6 rue des Romains", "39100", "Dole", "Florian Astruguet", "M ASTRUGUET FLORIAN",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_CARD, -13, 1, ACQ_EXAMPLE_WORDING_NONE },
  { "Mme Marie-Ange Colombey", ACQ_CUSTOMER_KIND_CONSUMER,
    "14 rue Boyvin", "39100", "Dole", "Marie-Ange Colombey", "MME COLOMBEY M ANGE",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 5, 4, ACQ_EXAMPLE_WORDING_NONE },
  { "M. Jean-Luc Rabourdin", ACQ_CUSTOMER_KIND_CONSUMER,
    "9 rue de l’Abbaye", "39290", "Moissey", "Jean-Luc Rabourdin", "M RABOURDIN JEAN LUC",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CHEQUE, 3, 3, ACQ_EXAMPLE_WORDING_NONE },
  { "Mme Clémence Auvernois", ACQ_CUSTOMER_KIND_CONSUMER,
    "23 rue Dusillet", "39100", "Dole", "Clémence Auvernois", "MME AUVERNOIS CLEMENCE",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 2, 3, ACQ_EXAMPLE_WORDING_MANGLED,
    .quiet_for = 70 },
  { "M. Thomas Pagelli", ACQ_CUSTOMER_KIND_CONSUMER,
    "30 rue du Faubourg", "39380", "Montbarrey", "Thomas Pagelli", "PAGELLI THOMAS",
    ACQ_EXAMPLE_TRADE_PROJECT, 10, 15, FALSE, ACQ_MEANS_TRANSFER, 1, 2, ACQ_EXAMPLE_WORDING_NUMBER },
  { "Mme Simone Watelin", ACQ_CUSTOMER_KIND_CONSUMER,
    "4 rue des Carmélites", "39100", "Dole", "Simone Watelin", "MME WATELIN SIMONE",
    ACQ_EXAMPLE_TRADE_PROJECT, 8, 15, FALSE, ACQ_MEANS_CHEQUE, 6, 3, ACQ_EXAMPLE_WORDING_NONE },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (roles) == ACQ_EXAMPLE_N_ROLES);

const AcqExampleRole *
acq_example_role (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (roles), NULL);

  return &roles[index];
}

guint
acq_example_role_index (const char *code)
{
  guint index = (guint) g_ascii_strtoull (code + 1, NULL, 10) - 1;

  g_return_val_if_fail (index < G_N_ELEMENTS (roles), 0);

  return index;
}

/* A SIREN of eight digits and its Luhn digit: every second digit from the right counts double. */
static char *
siren_from_digits (guint eight_digits)
{
  guint sum = 0, rest = eight_digits;

  for (guint place = 0; rest > 0; place++, rest /= 10)
    {
      guint digit = rest % 10 * (place % 2 == 0 ? 2 : 1);

      sum += digit > 9 ? digit - 9 : digit;
    }
  return g_strdup_printf ("%08u%u", eight_digits, (10 - sum % 10) % 10);
}

AcqCompany *
acq_example_company_profile (void)
{
  AcqCompany *company = acq_company_new ();
  g_autofree char *siren = siren_from_digits (3918402);
  g_autofree char *vat_number = acq_vat_number_from_siren (siren);
  g_autofree char *iban = acq_example_account_iban (0);
  const struct
  {
    const char *key;
    const char *value;
  } facts[] = {
    { "name", "Menuiserie Quillepoix" },
    { "legal_form", "SARL" },
    { "capital", "20 000 €" },
    { "siren", siren },
    { "registry", "Lons-le-Saunier" },
    { "vat_number", vat_number },
    { "address", "17 rue des Copeaux" },
    { "postcode", "39100" },
    { "city", "Dole" },
    { "phone", "03 53 01 24 60" },
    { "email", "contact@menuiserie-quillepoix.example" },
    { "iban", iban },
    { "bic", "CMCIFR2A" },
    { "bank_name", "Crédit Mutuel" },
    { "signatory", "Hélène Quillepoix" },
    { "signatory_role", "Gérante" },
    { "mediator_name", "Médiation Artisanat de l’Exemple" },
    { "mediator_address", "BP 99, 39999 Exempleville" },
    { "mediator_url", "www.mediation-artisanat.example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    acq_company_set (company, facts[i].key, facts[i].value);
  return company;
}

/* "Garage Pontarel SARL" gives "garage-pontarel": the name of a mail domain or of a mailbox. */
static char *
slug_from_name (const char *name, const char *separator)
{
  static const char *const left_out[] = { "SARL", "SAS", "SELARL", "SCA", "SA", "EI",  "M", "MME", "ET",
                                          "DE",   "DES", "DU",     "LA",  "LE", "LES", "L", "D" };
  g_auto (GStrv) words = acq_text_fold_words (name);
  g_autoptr (GString) slug = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean kept = TRUE;

      for (gsize j = 0; j < G_N_ELEMENTS (left_out); j++)
        kept = kept && strcmp (words[i], left_out[j]) != 0;
      if (kept)
        g_string_append_printf (slug, "%s%s", slug->len > 0 ? separator : "", words[i]);
    }
  return g_ascii_strdown (slug->str, -1);
}

static void
add_contact (AcqCustomer *customer, AcqContactRole role, const char *name, const char *email,
             const char *phone)
{
  g_ptr_array_add (customer->contacts, acq_contact_new (role, name, email, phone));
}

static void
add_contacts (AcqCustomer *customer, const AcqExampleRole *role, guint index)
{
  gboolean private = role->kind == ACQ_CUSTOMER_KIND_CONSUMER;
  g_autofree char *domain
    = slug_from_name (role->recipient != NULL ? "Cabinet Fontanel Gestion" : role->name, "-");
  g_autofree char *mailbox = slug_from_name (role->contact, ".");
  g_autofree char *phone = g_strdup_printf ("03 53 01 %02u %02u", 30 + index % 60, index * 7 % 100);
  g_autofree char *mobile = g_strdup_printf ("06 39 98 %02u %02u", 10 + index % 80, index * 13 % 100);
  g_autofree char *email = private ? g_strdup_printf ("%s@courriel.example", mailbox)
                                   : g_strdup_printf ("compta@%s.example", domain);
  g_autofree char *personal = g_strdup_printf ("%s@%s.example", mailbox, domain);

  add_contact (customer, ACQ_CONTACT_ROLE_PAYS, role->contact, role->no_email ? NULL : email,
               private ? mobile : phone);
  if (private || role->recipient != NULL)
    return;
  add_contact (customer, ACQ_CONTACT_ROLE_ORDERS, "Atelier", NULL, mobile);
  if (index % 3 == 0 && !role->no_email)
    add_contact (customer, ACQ_CONTACT_ROLE_DIRECTS, role->contact, personal, mobile);
}

static void
add_numbers (AcqCustomer *customer, guint index)
{
  if (customer->kind == ACQ_CUSTOMER_KIND_CONSUMER || customer->kind == ACQ_CUSTOMER_KIND_CO_OWNERSHIP
      || customer->kind == ACQ_CUSTOMER_KIND_ASSOCIATION)
    return;
  customer->siren = siren_from_digits (1200347 + index * 10427);
  if (customer->kind != ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    customer->vat_number = acq_vat_number_from_siren (customer->siren);
}

AcqCustomer *
acq_example_customer_new (guint index, AcqDay today)
{
  const AcqExampleRole *role = acq_example_role (index);
  AcqCustomer *customer = acq_customer_new ();

  customer->id = index + 1;
  customer->code = g_strdup_printf ("C%03u", index + 1);
  customer->name = g_strdup (role->name);
  customer->kind = role->kind;
  customer->kind_source = index % 4 == 0 ? ACQ_KIND_SOURCE_STATED : ACQ_KIND_SOURCE_GUESSED;
  customer->address = g_strdup (role->address);
  customer->postcode = g_strdup (role->postcode);
  customer->city = g_strdup (role->city);
  customer->terms = (AcqPaymentTerms){ role->terms, role->end_of_month, 0 };
  customer->credit_limit = role->trade == ACQ_EXAMPLE_TRADE_SITE ? 3000000 : -1;
  customer->precious = role->precious;
  if (role->insolvent_ago > 0)
    customer->insolvent_since = today - role->insolvent_ago;
  if (role->recipient != NULL)
    {
      customer->recipient_code = g_strdup (role->recipient);
      customer->recipient_id = acq_example_role_index (role->recipient) + 1;
    }
  if (role->payer != NULL)
    {
      customer->payer_code = g_strdup (role->payer);
      customer->payer_id = acq_example_role_index (role->payer) + 1;
    }
  add_numbers (customer, index);
  add_contacts (customer, role, index);
  return customer;
}

/* Banks and their codes are real, branch and number are not: no branch is 00000. */
static const struct
{
  const char *name;
  const char *bank;
  const char *number;
} accounts[] = {
  { "Crédit Mutuel", "10278", "00020391840" },
  { "Banque Populaire", "10807", "12391840217" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (accounts) == ACQ_EXAMPLE_N_ACCOUNTS);

char *
acq_example_account_iban (guint account)
{
  g_return_val_if_fail (account < G_N_ELEMENTS (accounts), NULL);

  return acq_iban_from_rib (accounts[account].bank, "00000", accounts[account].number);
}

const char *
acq_example_account_bank (guint account)
{
  g_return_val_if_fail (account < G_N_ELEMENTS (accounts), NULL);

  return accounts[account].name;
}

char *
acq_example_role_iban (guint index)
{
  static const char *const banks[] = { "10278", "10807", "12506", "30003", "20041" };
  g_autofree char *number = g_strdup_printf ("%011u", 70011u + index * 90173u);

  return acq_iban_from_rib (banks[index % G_N_ELEMENTS (banks)], "00000", number);
}
