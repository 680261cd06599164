/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-table-synonyms.h"

#include <string.h>

/* Longer than every synonym. */
#define MAX_KEY 48

/* What programs and people call the columns of their tables, in French and English, as acq_text_fold_key() leaves it and
   without the currency at its end. One line a field; a new synonym is a word here. */
/* clang-format off */
static const struct
{
  AcqTableField field;
  const char *keys;
} strong[] = {
  { ACQ_FIELD_NUMBER,
    " nfacture nofacture numerofacture numerodefacture numerodelafacture numfacture factno facture"
    " nfact numfact nofact numfac numerofac facturen facturenumero referencefacture reffacture"
    " refdefacture npiece nopiece numeropiece numerodepiece numpiece ndocument nodocument"
    " numerodocument numerodudocument numdocument ndefacture nodefacture ndepiece nodepiece"
    " invoicenumber invoiceno invoice invoiceid invoicenum invoiceref invoicereference documentnumber"
    " documentno docno docnumber factureavoir nfactureavoir " },
  { ACQ_FIELD_KIND,
    " type typefacture typedefacture typedocument typedepiece typepiece naturedocument naturepiece"
    " typededocument kind invoicetype documenttype doctype nature " },
  { ACQ_FIELD_STATUS,
    " statut etat status state statutfacture statutdelafacture etatfacture paymentstatus"
    " statutpaiement statutdupaiement etatpaiement situationreglement " },
  { ACQ_FIELD_CUSTOMER_CODE,
    " codeclient codetiers codedutiers codeduclient nclient noclient numeroclient numclient refclient"
    " referenceclient comptetiers compteclient comptecient idclient clientid identifiantclient"
    " numerodeclient numerocompte ncompte comptetier comptauxiliaire compteauxiliaire compauxnum"
    " customercode customernumber customerid customerno clientcode clientnumber accountnumber"
    " accountcode accountno codecompte code " },
  { ACQ_FIELD_CUSTOMER_NAME,
    " nomclient nomduclient nomdutiers clientnom raisonsociale raisonsocialeclient denomination"
    " denominationsociale nomouraisonsociale raisonsocialenom nomraisonsociale societe entreprise"
    " nomsociete intituleclient intitule intituleducompte nomtiers libelletiers libelleclient"
    " compauxlib customername clientname companyname company customer debtor debiteur accountname"
    " billto " },
  { ACQ_FIELD_CUSTOMER_KIND,
    " typeclient typedeclient categorieclient categorie categoriejuridique naturedeclient natureclient"
    " customertype customerkind clienttype " },
  { ACQ_FIELD_SIREN,
    " siren nsiren nosiren numerosiren sirenclient sirenduclient siretousiren sirensiret siretsiren " },
  { ACQ_FIELD_SIRET,
    " siret nsiret nosiret numerosiret siretclient siretduclient " },
  { ACQ_FIELD_VAT_NUMBER,
    " ntva notva numerotva numerodetva tvaintracommunautaire ntvaintracommunautaire ntvaintracom"
    " notvaintracom tvaintra tvaintracom numerotvaintracommunautaire numerodetvaintracommunautaire"
    " identifianttva vatnumber vatno vatid vatregistrationnumber taxid " },
  { ACQ_FIELD_CONTACT,
    " contact nomcontact nomducontact interlocuteur contactfacturation contactname contactcomptabilite " },
  { ACQ_FIELD_EMAIL,
    " email mail emailclient mailclient courriel adressemail adresseemail adressecourriel"
    " emailfacturation mailfacturation emailcomptabilite mailcomptabilite emailcompta mailcompta"
    " emailpaiement courrielcomptabilite courrielfacturation emailaddress billingemail accountsemail"
    " contactemail emailcontact mailcontact emailducontact " },
  { ACQ_FIELD_EMAIL_ORDERS,
    " emailcommande emailcommandes mailcommande emailacheteur mailacheteur emailachats mailachats"
    " courrielcommande orderemail purchasingemail " },
  { ACQ_FIELD_EMAIL_DIRECTS,
    " emaildirection maildirection emaildirigeant maildirigeant emailgerant mailgerant"
    " courrieldirection courrieldirigeant directoremail " },
  { ACQ_FIELD_PHONE,
    " telephone tel tel1 telephone1 telephoneclient telclient numerotelephone numerodetelephone"
    " ntelephone notelephone telephonefixe telfixe mobile portable telephonecontact phone phonenumber"
    " telephonenumber " },
  { ACQ_FIELD_ADDRESS,
    " adresse adresse1 adresseligne1 rue voie adresseclient adressedefacturation adressefacturation"
    " adressepostale address address1 addressline1 street streetaddress billingaddress " },
  { ACQ_FIELD_ADDRESS_2,
    " adresse2 adresseligne2 complementadresse complementdadresse complement address2 addressline2 " },
  { ACQ_FIELD_ADDRESS_3,
    " adresse3 adresseligne3 address3 addressline3 " },
  { ACQ_FIELD_POSTCODE,
    " codepostal cp cpostal codepost postcode postalcode zip zipcode " },
  { ACQ_FIELD_CITY,
    " ville commune localite city town " },
  { ACQ_FIELD_COUNTRY,
    " pays codepays country countrycode " },
  { ACQ_FIELD_LANGUAGE,
    " langue language codelangue " },
  { ACQ_FIELD_RECIPIENT,
    " destinataire codedestinataire destinatairerelance destinatairedesrelances syndic gestionnaire"
    " mandataire recipient recipientcode sendto relanceadresseea " },
  { ACQ_FIELD_PAYER,
    " payeur codepayeur tierspayeur clientpayeur payer payercode payeurcode " },
  { ACQ_FIELD_TERMS,
    " conditions conditionsdepaiement conditionspaiement conditionsdereglement conditionsreglement"
    " conditionreglement conditionpaiement delaidepaiement delaipaiement delaireglement"
    " delaidereglement delai delais modalitesdepaiement modalitesdereglement modalitespaiement"
    " echeancier terms paymentterms termsofpayment " },
  { ACQ_FIELD_CREDIT_LIMIT,
    " plafond plafonddencours plafondencours encoursmax encoursautorise encoursmaximum limitedecredit"
    " plafonddecredit creditlimit " },
  { ACQ_FIELD_ISSUED,
    " datefacture datedefacture datedelafacture datefacturation datedefacturation dateemission"
    " datedemission emise emisele emislele datepiece datedepiece datedocument datedudocument datefact"
    " facturedu facturele invoicedate issuedate issued issuedon dateissued documentdate billdate"
    " dateofinvoice " },
  { ACQ_FIELD_DUE,
    " echeance dateecheance datedecheance dateech dateecheancefacture datedecheancefacture datelimite"
    " datelimitedepaiement datelimitepaiement datelimitedereglement datedereglementprevue datedechance"
    " dechance aregleravant apayeravant apayerle duedate due dueon paymentduedate datedue maturity"
    " maturitydate payby " },
  { ACQ_FIELD_DUE_AMOUNT,
    " montantecheance montantdelecheance montantecheancettc dueitemamount installment"
    " installmentamount instalmentamount " },
  { ACQ_FIELD_PERFORMED,
    " datedeprestation dateprestation dateexecution datedexecution datedelivraison datelivraison"
    " prestationdu fingeprestation finprestation datedelaprestation deliverydate servicedate performed"
    " performedon performancedate supplydate " },
  { ACQ_FIELD_TOTAL,
    " totalttc montantttc ttc mtttc mttotalttc montanttotalttc montanttotal mttotal totalfacture"
    " montantfacture montantdelafacture montantdefacture montantfacturettc prixttc netapayer"
    " netapayerttc totalnetttc totalamount grandtotal invoiceamount invoicetotal grossamount gross"
    " totalinclvat totalinctax totalincludingvat totalinclusive amountinclvat totalgross amountincvat " },
  { ACQ_FIELD_NET,
    " totalht montantht ht mtht montanttotalht totalhorstaxes montanthorstaxes prixht baseht"
    " baseimposable netamount net totalexclvat totalextax amountexclvat subtotal totalnet"
    " taxableamount " },
  { ACQ_FIELD_TAX,
    " tva totaltva montanttva mttva montantdetva montantdelatva vat tax vatamount taxamount totalvat"
    " totaltax " },
  { ACQ_FIELD_VAT_RATE,
    " tauxtva tauxdetva tauxtaxe vatrate taxrate tvataux " },
  { ACQ_FIELD_CURRENCY,
    " devise monnaie codedevise currency currencycode " },
  { ACQ_FIELD_PAID,
    " paye montantpaye regle montantregle encaisse montantencaisse dejapaye dejaregle totalpaye"
    " totalregle acompteverse acomptesverses acompterecu acompte acomptes reglement reglements"
    " paiement paiements paiementrecu paiementsrecus montantrecu recu payee paid amountpaid paidamount"
    " totalpaid received amountreceived prepaid payments " },
  { ACQ_FIELD_BALANCE,
    " solde soldedu soldettc soldefacture soldedelafacture soldeapayer soldeclient soldeouvert restedu"
    " resteapayer resteaencaisser restearegler resterestant resteaverser montantdu montantrestantdu"
    " montantrestant montantouvert duttc resteduttc resteapayerttc du aencaisser impaye montantimpaye"
    " encours balance balancedue outstanding amountdue openamount openbalance amountoutstanding"
    " outstandingamount remaining remainingamount dueamount amountopen unpaid " },
  { ACQ_FIELD_ORDER,
    " commande ncommande nocommande numerocommande numerodecommande bondecommande nbondecommande"
    " refcommande referencecommande bc nbc votrereference vosreferences refclientcommande"
    " referenceacheteur purchaseorder po ponumber orderreference ordernumber orderno orderref"
    " yourreference " },
  { ACQ_FIELD_ENGAGEMENT,
    " engagement nengagement noengagement numeroengagement numerodengagement engagementjuridique"
    " nengagementjuridique ej engagementnumber " },
  { ACQ_FIELD_DEPOSITED,
    " datedepot datededepot datedepotchorus datededepotchorus depotchorus deposeele deposele"
    " depotchoruspro datedepotchoruspro datededepotchoruspro depositdate submissiondate " },
  { ACQ_FIELD_DEPOSIT_STATUS,
    " statutchorus statutchoruspro etatchorus statutdepot choruspro depositstatus " },
  { ACQ_FIELD_REMINDERS,
    " relances nbrelances nombrederelances nombrerelances nbderelances niveauderelance niveaurelance"
    " relance relancesdejaenvoyees relancesenvoyees dejarelance reminders reminderssent remindercount"
    " numberofreminders reminderlevel " },
  { ACQ_FIELD_LAST_REMINDER,
    " dernierrelance dernierelance derniererelance datedernierrelance datedernierelance"
    " datederniererelance datedelademiererelance datederelance daterelance datedeladerniererelance"
    " derniererelancele relancele lastreminder lastreminderdate " },
  { ACQ_FIELD_RETENTION,
    " retenue retenuedegarantie retenuegarantie rg montantretenue montantretenuedegarantie tauxretenue"
    " retention retentionamount retentionmoney holdback " },
  { ACQ_FIELD_RETENTION_DUE,
    " echeanceretenue dateretenue liberationretenue datedeliberation datedeliberationretenue"
    " echeanceretenuedegarantie datederestitution retentiondue retentionduedate " },
  { ACQ_FIELD_FACTORED,
    " affacture affacturee affacturage factor cedee cede cession factored assigned subrogation " },
  { ACQ_FIELD_CORRECTS,
    " factureorigine factureliee facturedorigine avoirsurfacture surfacture factureinitiale"
    " facturerectifiee corrects originalinvoice creditedinvoice appliesto " },
  { ACQ_FIELD_LABEL,
    " libelle libelleoperation libelledeloperation designation description objet operation label"
    " details motif commentaire subject memo narrative libelleecriture " },
  { ACQ_FIELD_DEBIT,
    " debit debiteuros montantdebit mouvementdebit " },
  { ACQ_FIELD_CREDIT,
    " credit crediteuros montantcredit mouvementcredit " },
};

/* Words that alone may mean several things: asked in this order, each for a field that no heading has taken yet. */
static const struct
{
  const char *key;
  AcqTableField field;
} weak[] = {
  { "numero", ACQ_FIELD_NUMBER },
  { "n", ACQ_FIELD_NUMBER },
  { "no", ACQ_FIELD_NUMBER },
  { "num", ACQ_FIELD_NUMBER },
  { "number", ACQ_FIELD_NUMBER },
  { "piece", ACQ_FIELD_NUMBER },
  { "document", ACQ_FIELD_NUMBER },
  { "reference", ACQ_FIELD_NUMBER },
  { "ref", ACQ_FIELD_NUMBER },
  { "reference", ACQ_FIELD_ORDER },
  { "ref", ACQ_FIELD_ORDER },
  { "client", ACQ_FIELD_CUSTOMER_NAME },
  { "clients", ACQ_FIELD_CUSTOMER_NAME },
  { "tiers", ACQ_FIELD_CUSTOMER_NAME },
  { "nom", ACQ_FIELD_CUSTOMER_NAME },
  { "name", ACQ_FIELD_CUSTOMER_NAME },
  { "compte", ACQ_FIELD_CUSTOMER_CODE },
  { "account", ACQ_FIELD_CUSTOMER_CODE },
  { "client", ACQ_FIELD_CUSTOMER_CODE },
  { "tiers", ACQ_FIELD_CUSTOMER_CODE },
  { "id", ACQ_FIELD_CUSTOMER_CODE },
  { "identifiant", ACQ_FIELD_CUSTOMER_CODE },
  { "numero", ACQ_FIELD_CUSTOMER_CODE },
  { "date", ACQ_FIELD_ISSUED },
  { "emission", ACQ_FIELD_ISSUED },
  { "le", ACQ_FIELD_ISSUED },
  { "montant", ACQ_FIELD_TOTAL },
  { "total", ACQ_FIELD_TOTAL },
  { "amount", ACQ_FIELD_TOTAL },
  { "prix", ACQ_FIELD_TOTAL },
  { "mt", ACQ_FIELD_TOTAL },
  { "montanteur", ACQ_FIELD_TOTAL },
  { "prestation", ACQ_FIELD_LABEL },
  { "livraison", ACQ_FIELD_PERFORMED },
  { "taux", ACQ_FIELD_VAT_RATE },
  { "totaldu", ACQ_FIELD_BALANCE },
  { "nombrerelance", ACQ_FIELD_REMINDERS },
};
/* clang-format on */

/* '?' in the key stands for one letter that was lost in a wrong encoding. */
static gboolean
equals_key (const char *key, const char *word, gsize word_len)
{
  const char *end = word + word_len;

  for (; *key != '\0' && word < end; key++, word++)
    if (*key != '?' && *key != *word)
      return FALSE;
  return *key == '\0' && word == end;
}

/* As holds_key() for a key that was read well: by far the most. */
static gboolean
holds_word (const char *words, const char *key)
{
  char word[MAX_KEY + 3];

  g_snprintf (word, sizeof word, " %s ", key);
  return strstr (words, word) != NULL;
}

static gboolean
holds_key (const char *words, const char *key)
{
  if (strchr (key, '?') == NULL)
    return holds_word (words, key);
  for (const char *word = words + strspn (words, " "); *word != '\0'; word += strspn (word, " "))
    {
      gsize len = strcspn (word, " ");

      if (equals_key (key, word, len))
        return TRUE;
      word += len;
    }
  return FALSE;
}

AcqTableField
acq_table_synonyms_find (const char *key)
{
  if (key[0] == '\0' || strlen (key) > MAX_KEY)
    return ACQ_FIELD_IGNORED;
  for (gsize i = 0; i < G_N_ELEMENTS (strong); i++)
    if (holds_key (strong[i].keys, key))
      return strong[i].field;
  return ACQ_FIELD_IGNORED;
}

AcqTableField
acq_table_synonyms_find_weak (const char *key, guint nth)
{
  for (gsize i = 0; i < G_N_ELEMENTS (weak); i++)
    if (strcmp (weak[i].key, key) == 0 && nth-- == 0)
      return weak[i].field;
  return ACQ_FIELD_IGNORED;
}
