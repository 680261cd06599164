/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cfonb120-codes.h"

#include <string.h>

static const struct
{
  char code[3];
  AcqMeans means;
  gboolean returned;
} codes[] = {
  { "01", ACQ_MEANS_CHEQUE, FALSE },       { "02", ACQ_MEANS_CHEQUE, FALSE },
  { "03", ACQ_MEANS_CHEQUE, TRUE },        { "04", ACQ_MEANS_CASH, FALSE },
  { "05", ACQ_MEANS_TRANSFER, FALSE },     { "06", ACQ_MEANS_TRANSFER, FALSE },
  { "07", ACQ_MEANS_BILL, FALSE },         { "08", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "09", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "10", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "11", ACQ_MEANS_CARD, FALSE },         { "12", ACQ_MEANS_TRANSFER, TRUE },
  { "13", ACQ_MEANS_TRANSFER, FALSE },     { "14", ACQ_MEANS_TRANSFER, FALSE },
  { "15", ACQ_MEANS_CHEQUE, FALSE },       { "16", ACQ_MEANS_CHEQUE, FALSE },
  { "17", ACQ_MEANS_CHEQUE, FALSE },       { "18", ACQ_MEANS_TRANSFER, FALSE },
  { "19", ACQ_MEANS_TRANSFER, FALSE },     { "20", ACQ_MEANS_TRANSFER, FALSE },
  { "21", ACQ_MEANS_TRANSFER, FALSE },     { "22", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "23", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "24", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "25", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "26", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "27", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "28", ACQ_MEANS_CARD, FALSE },
  { "29", ACQ_MEANS_CASH, FALSE },         { "30", ACQ_MEANS_CARD, FALSE },
  { "31", ACQ_MEANS_BILL, FALSE },         { "32", ACQ_MEANS_BILL, FALSE },
  { "33", ACQ_MEANS_BILL, TRUE },          { "34", ACQ_MEANS_BILL, FALSE },
  { "35", ACQ_MEANS_BILL, FALSE },         { "37", ACQ_MEANS_BILL, FALSE },
  { "39", ACQ_MEANS_TRANSFER, FALSE },     { "40", ACQ_MEANS_TRANSFER, FALSE },
  { "41", ACQ_MEANS_TRANSFER, FALSE },     { "44", ACQ_MEANS_TRANSFER, FALSE },
  { "45", ACQ_MEANS_TRANSFER, FALSE },     { "50", ACQ_MEANS_TRANSFER, FALSE },
  { "61", ACQ_MEANS_FEE, FALSE },          { "62", ACQ_MEANS_FEE, FALSE },
  { "64", ACQ_MEANS_FEE, FALSE },          { "65", ACQ_MEANS_FEE, FALSE },
  { "66", ACQ_MEANS_FEE, FALSE },          { "67", ACQ_MEANS_FEE, FALSE },
  { "70", ACQ_MEANS_FEE, FALSE },          { "78", ACQ_MEANS_TRANSFER, FALSE },
  { "79", ACQ_MEANS_TRANSFER, FALSE },     { "88", ACQ_MEANS_FEE, FALSE },
  { "96", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "97", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "98", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "A1", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "A2", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "A3", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "A4", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "A5", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "A6", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "B1", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "B2", ACQ_MEANS_DIRECT_DEBIT, FALSE }, { "B3", ACQ_MEANS_DIRECT_DEBIT, TRUE },
  { "B4", ACQ_MEANS_DIRECT_DEBIT, TRUE },  { "B5", ACQ_MEANS_DIRECT_DEBIT, FALSE },
  { "B6", ACQ_MEANS_DIRECT_DEBIT, FALSE },
};

gboolean
acq_cfonb120_code_read (const char *code, AcqMeans *ret_means, gboolean *ret_returned)
{
  *ret_means = ACQ_MEANS_UNKNOWN;
  *ret_returned = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (memcmp (codes[i].code, code, 2) == 0)
      {
        *ret_means = codes[i].means;
        *ret_returned = codes[i].returned;
        return TRUE;
      }
  return FALSE;
}
