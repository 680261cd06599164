/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-dialects.h"

/* Seen in exports of the banks named, and in what people wrote publicly about them. The label does not say which bank it is
   of, so that all dialects are tried and the longest beginning decides. */

#define TRANSFER     ACQ_MEANS_TRANSFER
#define DIRECT_DEBIT ACQ_MEANS_DIRECT_DEBIT
#define CHEQUE       ACQ_MEANS_CHEQUE
#define CARD         ACQ_MEANS_CARD
#define CASH         ACQ_MEANS_CASH
#define FEE          ACQ_MEANS_FEE
#define BILL         ACQ_MEANS_BILL
#define NOTHING      ACQ_LABEL_REST_NOTHING
#define NAME         ACQ_LABEL_REST_NAME
#define NUMBER       ACQ_LABEL_REST_CHEQUE

/* beginning, means, what follows, whether it came back, whether we pay */
#define BEGINNINGS(...) ((const AcqLabelBeginning[]){ __VA_ARGS__, { "" } })
#define MARKERS(...)    ((const AcqLabelMarker[]){ __VA_ARGS__, { 0 } })
#define NO_MARKERS      ((const AcqLabelMarker[]){ { 0 } })

const AcqLabelDialect acq_label_dialects[] = {
  /* What nearly all of them write. */
  {
    "",
    BEGINNINGS ({ "VIR", TRANSFER, NAME }, { "VIR DE", TRANSFER, NAME }, { "VIR SEPA", TRANSFER, NAME },
                { "VIR SEPA DE", TRANSFER, NAME }, { "VIR SEPA RECU", TRANSFER, NAME },
                { "VIR SEPA RECU DE", TRANSFER, NAME }, { "VIR INST", TRANSFER, NAME },
                { "VIR INST DE", TRANSFER, NAME }, { "VIR INST RECU", TRANSFER, NAME },
                { "VIR INST RECU DE", TRANSFER, NAME }, { "VIR INSTANTANE", TRANSFER, NAME },
                { "VIR RECU", TRANSFER, NAME }, { "VIR RECU DE", TRANSFER, NAME }, { "VIR PERM", TRANSFER, NAME },
                { "VIR PERMANENT", TRANSFER, NAME }, { "VIR EMIS", TRANSFER, NAME, FALSE, TRUE },
                { "VIR SEPA EMIS", TRANSFER, NAME, FALSE, TRUE }, { "VIREMENT", TRANSFER, NAME },
                { "VIREMENT DE", TRANSFER, NAME }, { "VIREMENT RECU", TRANSFER, NAME },
                { "VIREMENT RECU DE", TRANSFER, NAME }, { "VIREMENT REÇU", TRANSFER, NAME },
                { "VIREMENT REÇU DE", TRANSFER, NAME }, { "VIREMENT SEPA", TRANSFER, NAME },
                { "VIREMENT SEPA DE", TRANSFER, NAME }, { "VIREMENT SEPA RECU", TRANSFER, NAME },
                { "VIREMENT SEPA RECU DE", TRANSFER, NAME }, { "VIREMENT INSTANTANE", TRANSFER, NAME },
                { "VIREMENT INSTANTANE DE", TRANSFER, NAME }, { "VIREMENT INSTANTANE RECU", TRANSFER, NAME },
                { "VIREMENT INSTANTANE RECU DE", TRANSFER, NAME }, { "VIREMENT EMIS", TRANSFER, NAME, FALSE, TRUE },
                { "VIREMENT SEPA EMIS", TRANSFER, NAME, FALSE, TRUE }, { "VIREMENT PERMANENT", TRANSFER, NAME },
                { "VRT", TRANSFER, NAME }, { "REJET VIR", TRANSFER, NAME, TRUE },
                { "REJET VIR SEPA", TRANSFER, NAME, TRUE }, { "VIR REJETE", TRANSFER, NAME, TRUE },
                { "REJET VIREMENT", TRANSFER, NAME, TRUE }, { "VIREMENT REJETE", TRANSFER, NAME, TRUE },
                { "RETOUR VIR", TRANSFER, NAME, TRUE }),
    NO_MARKERS,
  },
  {
    "",
    BEGINNINGS ({ "PRLV", DIRECT_DEBIT, NAME }, { "PRLV SEPA", DIRECT_DEBIT, NAME },
                { "PRELEVEMENT", DIRECT_DEBIT, NAME }, { "PRELEVEMENT DE", DIRECT_DEBIT, NAME },
                { "PRELEVEMENT SEPA", DIRECT_DEBIT, NAME }, { "PRELEVEMENT SEPA DE", DIRECT_DEBIT, NAME },
                { "PRLV IMPAYE", DIRECT_DEBIT, NAME, TRUE }, { "PRLV SEPA IMPAYE", DIRECT_DEBIT, NAME, TRUE },
                { "PRLV REJETE", DIRECT_DEBIT, NAME, TRUE }, { "PRLV SEPA REJETE", DIRECT_DEBIT, NAME, TRUE },
                { "PRELEVEMENT IMPAYE", DIRECT_DEBIT, NAME, TRUE }, { "PRELEVEMENT REJETE", DIRECT_DEBIT, NAME, TRUE },
                { "IMPAYE PRLV", DIRECT_DEBIT, NAME, TRUE }, { "IMPAYE PRLV SEPA", DIRECT_DEBIT, NAME, TRUE },
                { "IMPAYE PRELEVEMENT", DIRECT_DEBIT, NAME, TRUE }, { "REJET PRLV", DIRECT_DEBIT, NAME, TRUE },
                { "REJET PRLV SEPA", DIRECT_DEBIT, NAME, TRUE }, { "REJET PRELEVEMENT", DIRECT_DEBIT, NAME, TRUE },
                { "REJET PRELEVEMENT SEPA", DIRECT_DEBIT, NAME, TRUE },
                { "RETOUR PRLV", DIRECT_DEBIT, NAME, TRUE }, { "ANNUL PRLV", DIRECT_DEBIT, NAME, TRUE }),
    NO_MARKERS,
  },
  {
    "",
    BEGINNINGS ({ "CHEQUE", CHEQUE, NUMBER }, { "CHÈQUE", CHEQUE, NUMBER }, { "CHQ", CHEQUE, NUMBER },
                { "REM CHQ", CHEQUE, NUMBER }, { "REM CHEQUE", CHEQUE, NUMBER }, { "REM CHEQUES", CHEQUE, NUMBER },
                { "REMISE CHQ", CHEQUE, NUMBER }, { "REMISE DE CHQ", CHEQUE, NUMBER },
                { "REMISE CHEQUE", CHEQUE, NUMBER }, { "REMISE CHEQUES", CHEQUE, NUMBER },
                { "REMISE DE CHEQUE", CHEQUE, NUMBER }, { "REMISE DE CHEQUES", CHEQUE, NUMBER },
                { "REMISE CHÈQUE", CHEQUE, NUMBER }, { "REMISE CHÈQUES", CHEQUE, NUMBER },
                { "REMISE DE CHÈQUES", CHEQUE, NUMBER }, { "CHEQUE IMPAYE", CHEQUE, NUMBER, TRUE },
                { "CHQ IMPAYE", CHEQUE, NUMBER, TRUE }, { "IMPAYE CHEQUE", CHEQUE, NUMBER, TRUE },
                { "IMPAYE CHQ", CHEQUE, NUMBER, TRUE }, { "REJET CHEQUE", CHEQUE, NUMBER, TRUE },
                { "REJET CHQ", CHEQUE, NUMBER, TRUE }, { "RETOUR CHEQUE", CHEQUE, NUMBER, TRUE },
                { "RETOUR CHQ", CHEQUE, NUMBER, TRUE }, { "CHEQUE RETOURNE", CHEQUE, NUMBER, TRUE }),
    NO_MARKERS,
  },
  {
    "",
    BEGINNINGS ({ "CARTE", CARD, NOTHING }, { "CB", CARD, NOTHING }, { "*CB", CARD, NOTHING },
                { "PAIEMENT CB", CARD, NOTHING }, { "PAIEMENT PAR CARTE", CARD, NOTHING },
                { "REMISE CB", CARD, NOTHING }, { "REM CB", CARD, NOTHING }, { "REMISE CARTE", CARD, NOTHING },
                { "REMISE CARTES", CARD, NOTHING }, { "REMISE TPE", CARD, NOTHING }, { "AVOIR", CARD, NOTHING },
                { "VERSEMENT ESPECES", CASH, NOTHING }, { "VERSEMENT D ESPECES", CASH, NOTHING },
                { "VERSEMENT D'ESPECES", CASH, NOTHING }, { "VERST ESPECES", CASH, NOTHING },
                { "VRST ESPECES", CASH, NOTHING }, { "DEPOT ESPECES", CASH, NOTHING }, { "ESPECES", CASH, NOTHING },
                { "ESP", CASH, NOTHING },
                { "RETRAIT", CASH, NOTHING }, { "FRAIS", FEE, NOTHING }, { "COMMISSION", FEE, NOTHING },
                { "COMMISSIONS", FEE, NOTHING }, { "COM", FEE, NOTHING }, { "COTISATION", FEE, NOTHING },
                { "COTIS", FEE, NOTHING }, { "AGIOS", FEE, NOTHING }, { "INTERETS DEBITEURS", FEE, NOTHING },
                { "TENUE DE COMPTE", FEE, NOTHING }, { "LCR", BILL, NAME }, { "EFFET", BILL, NAME },
                { "REMISE EFFETS", BILL, NOTHING }, { "REMISE LCR", BILL, NOTHING },
                { "LCR IMPAYEE", BILL, NAME, TRUE }, { "EFFET IMPAYE", BILL, NAME, TRUE },
                { "IMPAYE LCR", BILL, NAME, TRUE }, { "IMPAYE EFFET", BILL, NAME, TRUE }),
    NO_MARKERS,
  },
  {
    "BNP Paribas",
    BEGINNINGS ({ "VIR SEPA INST", TRANSFER, NAME }, { "VIR SEPA INST RECU", TRANSFER, NAME },
                { "VIR SEPA INST EMIS", TRANSFER, NAME, FALSE, TRUE },
                { "VIR INST EMIS", TRANSFER, NAME, FALSE, TRUE }, { "PRLV SEPA B2B", DIRECT_DEBIT, NAME },
                { "FACTURE CARTE", CARD, NOTHING }),
    MARKERS ({ "/DE ", ACQ_LABEL_PART_PAYER }, { "/FRM ", ACQ_LABEL_PART_PAYER },
             { "/BEN ", ACQ_LABEL_PART_BENEFICIARY }, { "/MOTIF ", ACQ_LABEL_PART_REMITTANCE },
             { "/RNF ", ACQ_LABEL_PART_REMITTANCE }, { "/LIB ", ACQ_LABEL_PART_REMITTANCE },
             { "/EID ", ACQ_LABEL_PART_END_TO_END }, { "/REF ", ACQ_LABEL_PART_END_TO_END },
             { "/REFDO ", ACQ_LABEL_PART_END_TO_END }, { "ECH/", ACQ_LABEL_PART_OTHER },
             { "ID EMETTEUR/", ACQ_LABEL_PART_OTHER }, { "MDT/", ACQ_LABEL_PART_OTHER },
             { "REF/", ACQ_LABEL_PART_OTHER }, { "LIB/", ACQ_LABEL_PART_OTHER }),
  },
  {
    "Société Générale",
    BEGINNINGS ({ "VIR EUROPEEN EMIS", TRANSFER, NAME, FALSE, TRUE }, { "PRELEVEMENT EUROPEEN", DIRECT_DEBIT, NOTHING },
                { "PRELEVEMENT EUROPEEN POUR CPTE", DIRECT_DEBIT, NOTHING },
                { "REJET PRELEVEMENT EUROPEEN", DIRECT_DEBIT, NOTHING, TRUE }),
    MARKERS ({ "DE: ", ACQ_LABEL_PART_PAYER }, { "DE:", ACQ_LABEL_PART_PAYER },
             { "POUR: ", ACQ_LABEL_PART_BENEFICIARY }, { "MOTIF: ", ACQ_LABEL_PART_REMITTANCE },
             { "REF: ", ACQ_LABEL_PART_END_TO_END }, { "ID: ", ACQ_LABEL_PART_OTHER },
             { "REFERENCE: ", ACQ_LABEL_PART_OTHER }, { "MANDAT: ", ACQ_LABEL_PART_OTHER },
             { "DATE: ", ACQ_LABEL_PART_OTHER }, { "CHEZ: ", ACQ_LABEL_PART_OTHER }, { "LIB: ", ACQ_LABEL_PART_OTHER }),
  },
  {
    "Crédit Agricole",
    BEGINNINGS ({ "VIREMENT EN VOTRE FAVEUR", TRANSFER, NAME }, { "VIREMENT EN VOTRE FAVEUR DE", TRANSFER, NAME },
                { "VIREMENT EMIS WEB", TRANSFER, NAME, FALSE, TRUE }, { "VERSEMENT D'ESPÈCES", CASH, NOTHING },
                { "REMISE DE CARTES", CARD, NOTHING }, { "#### N.#####", CARD, NOTHING }),
    NO_MARKERS,
  },
  {
    "Crédit Mutuel, CIC",
    BEGINNINGS ({ "REMCB#", CARD, NOTHING }, { "COMCB#", FEE, NOTHING }, { "F COMMISSION", FEE, NOTHING },
                { "F COTIS", FEE, NOTHING }, { "F FRAIS", FEE, NOTHING }, { "FACTURE SGT#", FEE, NOTHING },
                { "PAIEMENT PSC", CARD, NOTHING }),
    NO_MARKERS,
  },
  {
    "LCL",
    BEGINNINGS ({ "PRELVT", DIRECT_DEBIT, NAME }, { "PRELVT SEPA", DIRECT_DEBIT, NAME },
                { "PRELVT SEPA RECU", DIRECT_DEBIT, NAME }, { "PRELVT SEPA IMPAYE", DIRECT_DEBIT, NAME, TRUE },
                { "VIREMENT SEPA RECU D/O", TRANSFER, NAME }, { "VIR SEPA RECU D/O", TRANSFER, NAME }),
    MARKERS ({ "D/O ", ACQ_LABEL_PART_PAYER }),
  },
  {
    "Banque Populaire, Caisse d'Épargne",
    BEGINNINGS ({ "EVI", TRANSFER, NAME }, { "VIR SEPA FRANCE", TRANSFER, NAME }, { "F FRAIS/VIREMENT", FEE, NOTHING }),
    NO_MARKERS,
  },
  {
    "La Banque Postale",
    BEGINNINGS ({ "VIREMENT POUR", TRANSFER, NAME, FALSE, TRUE }, { "VIREMENT PERMANENT POUR", TRANSFER, NAME, FALSE, TRUE },
                { "VIREMENT INSTANTANE POUR", TRANSFER, NAME, FALSE, TRUE }, { "ACHAT CB", CARD, NOTHING },
                { "CHEQUE N°", CHEQUE, NUMBER }, { "REMISE DE CHEQUES N°", CHEQUE, NUMBER }),
    MARKERS ({ "REFERENCE : ", ACQ_LABEL_PART_OTHER }),
  },
  {
    "BoursoBank",
    BEGINNINGS ({ "VIR SEPA/INST", TRANSFER, NAME }),
    NO_MARKERS,
  },
};

const gsize acq_label_n_dialects = G_N_ELEMENTS (acq_label_dialects);
