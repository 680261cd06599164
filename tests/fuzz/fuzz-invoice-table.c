/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recording-sink.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

const char *const acq_fuzz_seeds[] = {
  "Export\n\nN\302\260 "
  "facture;Type;Client;SIREN;E-mail;CP;Date;\303\211ch\303\251ance;HT;TVA;TTC;Pay\303\251;Reste d\303\273;"
  "Relances;Retenue;Devise\nF1;Facture;A;732829320;a@b.fr, c;1000;15/01/2026;14/02/2026;1 000,00;200;1 "
  "200,00;oui;;2;5 %;EUR\n"
  "F1;Facture;A;732829320;a@b.fr, c;1000;15/01/2026;14/03/2026;1 000,00;200;1 "
  "200,00;;3;2;;EUR\nA1;Avoir;A;;;;46037;;;;12;;;;;\n"
  "Total;;;;;;;;;;3\n",
  "Client;Non \303\251chu;0-30j;31-60 j;+90 j;Total\nA;1;2;-3;\"4,5\";4,5\nB;;;;1;1\n",
  "Code,Name,Email,Phone,Address,Postcode,City,Terms,Recipient\nC1,A,a@b.c,01,x,1000,y,30 days EOM,B\n",
  "Invoice number\tCustomer\tInvoice date\tAmount\n1\tB\t01/25/2026\t$1,234.5\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const char *const formats[] = { "invoice_csv", "customer_csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autoptr (GError) error = NULL;

      if (!acq_recording_sink_read (sink, acq_test_format (formats[i]), "fuzz", bytes, size, &error))
        g_assert_nonnull (error);
    }
  return 0;
}
