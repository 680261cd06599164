/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-camt-scanner.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/SAX2.h>

/* ISO 20022 messages nest about twenty deep. */
#define MAX_DEPTH 60
/* More than the places below have elements. */
#define MAX_NODES 256
/* Longer than any text of a bank line may be; what comes behind is dropped, and the line then refused for its length. */
#define MAX_TEXT 20000

static const struct
{
  const char *element;
  AcqCamtPart part;
  AcqCamtField first; /* its fields, from here */
  AcqCamtField end;   /* to before here */
} parts[] = {
  { "Stmt", ACQ_CAMT_STATEMENT, ACQ_CAMT_STMT_ID, ACQ_CAMT_BAL_CODE },
  { "Bal", ACQ_CAMT_BALANCE, ACQ_CAMT_BAL_CODE, ACQ_CAMT_NTRY_REF },
  { "Ntry", ACQ_CAMT_ENTRY, ACQ_CAMT_NTRY_REF, ACQ_CAMT_TX_BANK_REF },
  { "TxDtls", ACQ_CAMT_DETAILS, ACQ_CAMT_TX_BANK_REF, ACQ_CAMT_N_FIELDS },
};

typedef struct
{
  const char *path; /* from the innermost part */
  AcqCamtField field;
  gboolean repeats; /* several are joined; else the first counts */
} Place;

/* Where fields stand in versions 01 to 14: "Sts" became "Sts/Cd" and "Dbtr/Nm" became "Dbtr/Pty/Nm" on the way. */
static const Place places[] = {
  { "Stmt/Id", ACQ_CAMT_STMT_ID, FALSE },
  { "Stmt/CreDtTm", ACQ_CAMT_STMT_CREATED, FALSE },
  { "Stmt/FrToDt/FrDtTm", ACQ_CAMT_STMT_FROM, FALSE },
  { "Stmt/FrToDt/ToDtTm", ACQ_CAMT_STMT_TO, FALSE },
  { "Stmt/Acct/Id/IBAN", ACQ_CAMT_STMT_IBAN, FALSE },
  { "Stmt/Acct/Id/Othr/Id", ACQ_CAMT_STMT_OTHER_ID, FALSE },
  { "Stmt/Acct/Id/PrtryAcct/Id", ACQ_CAMT_STMT_OTHER_ID, FALSE },
  { "Stmt/Acct/Ccy", ACQ_CAMT_STMT_CURRENCY, FALSE },
  { "Stmt/Acct/Nm", ACQ_CAMT_STMT_NAME, FALSE },
  { "Stmt/Acct/Ownr/Nm", ACQ_CAMT_STMT_NAME, FALSE },
  { "Stmt/Acct/Ownr/Pty/Nm", ACQ_CAMT_STMT_NAME, FALSE },
  { "Stmt/Acct/Svcr/FinInstnId/BIC", ACQ_CAMT_STMT_BIC, FALSE },
  { "Stmt/Acct/Svcr/FinInstnId/BICFI", ACQ_CAMT_STMT_BIC, FALSE },
  { "Bal/Tp/CdOrPrtry/Cd", ACQ_CAMT_BAL_CODE, FALSE },
  { "Bal/Tp/Cd", ACQ_CAMT_BAL_CODE, FALSE },
  { "Bal/Amt", ACQ_CAMT_BAL_AMOUNT, FALSE },
  { "Bal/CdtDbtInd", ACQ_CAMT_BAL_SIDE, FALSE },
  { "Bal/Dt/Dt", ACQ_CAMT_BAL_DAY, FALSE },
  { "Bal/Dt/DtTm", ACQ_CAMT_BAL_DAY, FALSE },
  { "Ntry/NtryRef", ACQ_CAMT_NTRY_REF, FALSE },
  { "Ntry/Amt", ACQ_CAMT_NTRY_AMOUNT, FALSE },
  { "Ntry/CdtDbtInd", ACQ_CAMT_NTRY_SIDE, FALSE },
  { "Ntry/RvslInd", ACQ_CAMT_NTRY_REVERSAL, FALSE },
  { "Ntry/Sts", ACQ_CAMT_NTRY_STATUS, FALSE },
  { "Ntry/Sts/Cd", ACQ_CAMT_NTRY_STATUS, FALSE },
  { "Ntry/BookgDt/Dt", ACQ_CAMT_NTRY_BOOKED, FALSE },
  { "Ntry/BookgDt/DtTm", ACQ_CAMT_NTRY_BOOKED, FALSE },
  { "Ntry/ValDt/Dt", ACQ_CAMT_NTRY_VALUE, FALSE },
  { "Ntry/ValDt/DtTm", ACQ_CAMT_NTRY_VALUE, FALSE },
  { "Ntry/AcctSvcrRef", ACQ_CAMT_NTRY_BANK_REF, FALSE },
  { "Ntry/BkTxCd/Domn/Fmly/Cd", ACQ_CAMT_NTRY_FAMILY, FALSE },
  { "Ntry/BkTxCd/Domn/Fmly/SubFmlyCd", ACQ_CAMT_NTRY_SUB_FAMILY, FALSE },
  { "Ntry/BkTxCd/Prtry/Cd", ACQ_CAMT_NTRY_OWN_CODE, FALSE },
  { "Ntry/AddtlNtryInf", ACQ_CAMT_NTRY_INFO, TRUE },
  { "Ntry/NtryDtls/Btch/MsgId", ACQ_CAMT_NTRY_MESSAGE_ID, FALSE },
  { "Ntry/NtryDtls/Btch/PmtInfId", ACQ_CAMT_NTRY_PAYMENT_ID, FALSE },
  { "TxDtls/Refs/AcctSvcrRef", ACQ_CAMT_TX_BANK_REF, FALSE },
  { "TxDtls/Refs/EndToEndId", ACQ_CAMT_TX_END_TO_END, FALSE },
  { "TxDtls/Refs/ChqNb", ACQ_CAMT_TX_CHEQUE, FALSE },
  { "TxDtls/Amt", ACQ_CAMT_TX_AMOUNT, FALSE },
  { "TxDtls/CdtDbtInd", ACQ_CAMT_TX_SIDE, FALSE },
  { "TxDtls/AmtDtls/TxAmt/Amt", ACQ_CAMT_TX_OTHER_AMOUNT, FALSE },
  { "TxDtls/RltdPties/Dbtr/Nm", ACQ_CAMT_TX_DEBTOR, FALSE },
  { "TxDtls/RltdPties/Dbtr/Pty/Nm", ACQ_CAMT_TX_DEBTOR, FALSE },
  { "TxDtls/RltdPties/DbtrAcct/Id/IBAN", ACQ_CAMT_TX_DEBTOR_IBAN, FALSE },
  { "TxDtls/RltdPties/Cdtr/Nm", ACQ_CAMT_TX_CREDITOR, FALSE },
  { "TxDtls/RltdPties/Cdtr/Pty/Nm", ACQ_CAMT_TX_CREDITOR, FALSE },
  { "TxDtls/RltdPties/CdtrAcct/Id/IBAN", ACQ_CAMT_TX_CREDITOR_IBAN, FALSE },
  { "TxDtls/RmtInf/Ustrd", ACQ_CAMT_TX_REMITTANCE, TRUE },
  { "TxDtls/RmtInf/Strd/CdtrRefInf/Ref", ACQ_CAMT_TX_REMITTANCE, TRUE },
  { "TxDtls/RmtInf/Strd/CdtrRefInf/CdtrRef", ACQ_CAMT_TX_REMITTANCE, TRUE },
  { "TxDtls/RmtInf/Strd/RfrdDocInf/Nb", ACQ_CAMT_TX_REMITTANCE, TRUE },
  { "TxDtls/RmtInf/Strd/AddtlRmtInf", ACQ_CAMT_TX_REMITTANCE, TRUE },
  { "TxDtls/RtrInf/Rsn/Cd", ACQ_CAMT_TX_REASON, FALSE },
  { "TxDtls/RtrInf/RtrRsn/Cd", ACQ_CAMT_TX_REASON, FALSE },
  { "TxDtls/BkTxCd/Domn/Fmly/Cd", ACQ_CAMT_TX_FAMILY, FALSE },
  { "TxDtls/BkTxCd/Domn/Fmly/SubFmlyCd", ACQ_CAMT_TX_SUB_FAMILY, FALSE },
  { "TxDtls/AddtlTxInf", ACQ_CAMT_TX_INFO, TRUE },
  { "TxDtls/Refs/MsgId", ACQ_CAMT_TX_MESSAGE_ID, FALSE },
  { "TxDtls/Refs/PmtInfId", ACQ_CAMT_TX_PAYMENT_ID, FALSE },
};

/* The places as a tree of elements. Node 0 holds the parts; an element that leads to no place has no node. The names are those
   of the parser's dictionary, in which a name has one address: elements are most of what a file holds, and so are told apart
   without comparing a letter. */
typedef struct
{
  const xmlChar *name;
  const Place *place; /* nullable */
  guint first_child;  /* 0: none, as is the next */
  guint next;
} Node;

#define NO_PART G_N_ELEMENTS (parts)

typedef struct
{
  guint node;        /* 0: none */
  gsize part;        /* which part it is; NO_PART: none */
  guint64 part_line; /* where the innermost part began */
} Level;

typedef struct
{
  const AcqImportSource *source;
  AcqCamtPartFunc end_part;
  gpointer user_data;
  xmlParserCtxt *parser;
  const xmlChar *part_names[G_N_ELEMENTS (parts)];
  Node nodes[MAX_NODES];
  guint n_nodes;
  GString *text;
  char currency[8]; /* the attribute of the amount in hand */
  Level levels[MAX_DEPTH];
  guint depth;
  GString *values[ACQ_CAMT_N_FIELDS];
  const char *fields[ACQ_CAMT_N_FIELDS];
  AcqCamtScan scan;
  gboolean is_statement; /* one of the messages was there */
  const xmlChar *statement_element;
  gboolean is_malformed;
  int error_line;
  char *error_text;
  GError *error;
} Scanner;

static void
stop (Scanner *self, AcqImportError code, const char *what)
{
  if (self->error == NULL)
    self->error
      = g_error_new (ACQ_IMPORT_ERROR, code, "line %d: %s", xmlSAX2GetLineNumber (self->parser), what);
  xmlStopParser (self->parser);
}

static const xmlChar *
intern (const Scanner *self, const char *name, gsize len)
{
  return xmlDictLookup (self->parser->dict, (const xmlChar *) name, (int) len);
}

static guint
find_child (const Scanner *self, guint node, const xmlChar *name)
{
  guint child = self->nodes[node].first_child;

  while (child != 0 && self->nodes[child].name != name)
    child = self->nodes[child].next;
  return child;
}

static guint
add_child (Scanner *self, guint node, const xmlChar *name)
{
  guint child = self->n_nodes++;

  g_assert (child < MAX_NODES);
  self->nodes[child] = (Node){ .name = name, .next = self->nodes[node].first_child };
  self->nodes[node].first_child = child;
  return child;
}

static void
add_place (Scanner *self, const Place *place)
{
  const char *path = place->path;
  guint node = 0;

  while (TRUE)
    {
      gsize len = strcspn (path, "/");
      const xmlChar *name = intern (self, path, len);
      guint child = find_child (self, node, name);

      node = child != 0 ? child : add_child (self, node, name);
      path += len;
      if (*path == '\0')
        break;
      path++;
    }
  self->nodes[node].place = place;
}

static void
add_places (Scanner *self)
{
  self->n_nodes = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    self->part_names[i] = intern (self, parts[i].element, strlen (parts[i].element));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, &places[i]);
}

static void
begin_part (Scanner *self, gsize index)
{
  for (int i = parts[index].first; i < (int) parts[index].end; i++)
    if (self->values[i]->len > 0)
      g_string_truncate (self->values[i], 0);
  self->levels[self->depth].part = index;
  self->levels[self->depth].part_line = (guint64) xmlSAX2GetLineNumber (self->parser);
}

static gboolean
find_part (const Scanner *self, const xmlChar *name, gsize *ret_index)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (self->part_names[i] == name)
      {
        *ret_index = i;
        return TRUE;
      }
  return FALSE;
}

/* The three messages, and how each calls what holds the entries of an account. Version 01 writes its number behind the
   message's name. */
static const struct
{
  const char *message;
  const char *statement;
  AcqStatementKind kind;
} messages[] = {
  { "BkToCstmrStmt", "Stmt", ACQ_STATEMENT_KIND_STATEMENT },
  { "BkToCstmrAcctRpt", "Rpt", ACQ_STATEMENT_KIND_REPORT },
  { "BkToCstmrDbtCdtNtfctn", "Ntfctn", ACQ_STATEMENT_KIND_NOTICE },
};

static void
check_message (Scanner *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    if (g_str_has_prefix (name, messages[i].message))
      {
        self->is_statement = TRUE;
        self->scan.message = messages[i].kind;
        self->statement_element = intern (self, messages[i].statement, strlen (messages[i].statement));
      }
}

/* The places above are those of a statement, whatever the message calls it. */
static const xmlChar *
common_name (const Scanner *self, const xmlChar *name)
{
  return name == self->statement_element ? self->part_names[ACQ_CAMT_STATEMENT] : name;
}

/* Attributes come five pointers each: name, prefix, namespace, value, end of value. */
static void
keep_currency (Scanner *self, int n_attributes, const xmlChar **attributes)
{
  self->currency[0] = '\0';
  for (int i = 0; i < n_attributes; i++)
    if (strcmp ((const char *) attributes[i * 5], "Ccy") == 0)
      {
        gsize len = MIN ((gsize) (attributes[i * 5 + 4] - attributes[i * 5 + 3]), sizeof self->currency - 1);

        memcpy (self->currency, attributes[i * 5 + 3], len);
        self->currency[len] = '\0';
      }
}

static void
on_start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  Scanner *self = data;
  gsize part;
  guint around;

  if (self->error != NULL)
    return;
  if (self->depth + 1 >= MAX_DEPTH)
    {
      stop (self, ACQ_IMPORT_ERROR_HOSTILE, "elements nested too deeply");
      return;
    }
  if (!self->is_statement)
    check_message (self, (const char *) name);
  else
    name = common_name (self, name);
  around = self->levels[self->depth].node;
  self->depth++;
  self->levels[self->depth] = self->levels[self->depth - 1];
  self->levels[self->depth].part = NO_PART;
  if (self->text->len > 0)
    g_string_truncate (self->text, 0);
  if (n_attributes > 0)
    keep_currency (self, n_attributes, attributes);
  else
    self->currency[0] = '\0';
  if (self->is_statement && find_part (self, name, &part))
    {
      begin_part (self, part);
      around = 0;
    }
  else if (around == 0)
    return;
  self->levels[self->depth].node = find_child (self, around, name);
}

static void
keep_text (Scanner *self, const Place *place)
{
  GString *value = self->values[place->field];

  if (value->len > 0 && (!place->repeats || value->len > MAX_TEXT))
    return;
  if (value->len > 0)
    g_string_append_c (value, ' ');
  g_string_append_len (value, self->text->str, (gssize) self->text->len);
  if (place->field == ACQ_CAMT_BAL_AMOUNT || place->field == ACQ_CAMT_NTRY_AMOUNT
      || place->field == ACQ_CAMT_TX_AMOUNT || place->field == ACQ_CAMT_TX_OTHER_AMOUNT)
    g_string_assign (self->values[place->field + 1], self->currency);
}

static void
tell_part (Scanner *self, AcqCamtPart part, guint64 line)
{
  for (int i = 0; i < ACQ_CAMT_N_FIELDS; i++)
    self->fields[i] = self->values[i]->str;
  self->scan.line = line;
  if (!self->end_part (self->user_data, part, &self->scan, &self->error))
    xmlStopParser (self->parser);
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Scanner *self = data;
  const Level *level = &self->levels[self->depth];
  const Place *place;

  if (self->error != NULL || self->depth == 0)
    return;
  place = self->nodes[level->node].place;
  if (place != NULL && self->text->len > 0)
    keep_text (self, place);
  else if (level->part != NO_PART)
    tell_part (self, parts[level->part].part, level->part_line);
  if (self->text->len > 0)
    g_string_truncate (self->text, 0);
  self->depth--;
}

static void
on_characters (void *data, const xmlChar *text, int len)
{
  Scanner *self = data;

  if (self->nodes[self->levels[self->depth].node].place == NULL)
    return;
  if (self->text->len == 0)
    while (len > 0 && (*text == ' ' || *text == '\n' || *text == '\r' || *text == '\t'))
      {
        text++;
        len--;
      }
  if (len > 0 && self->text->len < MAX_TEXT)
    g_string_append_len (self->text, (const char *) text, MIN (len, MAX_TEXT));
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  stop (data, ACQ_IMPORT_ERROR_HOSTILE, "a document type declaration");
}

static void
on_error (void *data, xmlError *error)
{
  Scanner *self = data;

  if (error->level < XML_ERR_ERROR || self->is_malformed || error->domain == XML_FROM_NAMESPACE)
    return;
  self->is_malformed = TRUE;
  self->error_line = error->line;
  self->error_text = g_strchomp (g_utf8_make_valid (error->message == NULL ? "" : error->message, -1));
}

/* A file that was cut off lacks the end of its root element. */
static gboolean
is_cut_off (const AcqImportSource *source)
{
  gsize tail = MIN (source->size, 512);

  return memmem (source->bytes + source->size - tail, tail, "Document>", 9) == NULL;
}

static gboolean
settle_errors (Scanner *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->is_malformed)
    g_set_error (error, ACQ_IMPORT_ERROR,
                 self->depth > 0 && is_cut_off (self->source) ? ACQ_IMPORT_ERROR_TRUNCATED
                                                              : ACQ_IMPORT_ERROR_SYNTAX,
                 "line %d: %s", self->error_line, self->error_text);
  else if (!self->is_statement)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "no CAMT.052, 053 or 054");
  return !self->is_malformed && self->is_statement;
}

/* The parser asks for the next bytes. */
static int
read_bytes (void *data, char *buffer, int len)
{
  Scanner *self = data;
  gsize n = MIN (self->source->size - self->scan.offset, (gsize) len);

  memcpy (buffer, self->source->bytes + self->scan.offset, n);
  self->scan.offset += n;
  return (int) n;
}

static void
clear (Scanner *self)
{
  if (self->parser != NULL)
    {
      xmlFreeDoc (self->parser->myDoc);
      xmlFreeParserCtxt (self->parser);
    }
  for (int i = 0; i < ACQ_CAMT_N_FIELDS; i++)
    g_string_free (self->values[i], TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->error_text);
  g_clear_error (&self->error);
}

gboolean
acq_camt_scan (const AcqImportSource *source, AcqCamtPartFunc end_part, gpointer user_data, GError **error)
{
  xmlSAXHandler handlers = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .cdataBlock = on_characters,
    .internalSubset = on_document_type,
    .serror = on_error,
  };
  g_autofree Scanner *self = g_new0 (Scanner, 1);
  gboolean is_read;

  self->source = source;
  self->end_part = end_part;
  self->user_data = user_data;
  self->scan.fields = self->fields;
  self->text = g_string_new (NULL);
  self->levels[0].part = NO_PART;
  for (int i = 0; i < ACQ_CAMT_N_FIELDS; i++)
    self->values[i] = g_string_new (NULL);
  self->parser = xmlCreateIOParserCtxt (&handlers, self, read_bytes, NULL, self, XML_CHAR_ENCODING_NONE);
  if (self->parser != NULL)
    {
      xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOWARNING);
      add_places (self);
      xmlParseDocument (self->parser);
    }
  is_read = settle_errors (self, error);
  clear (self);
  return is_read;
}
