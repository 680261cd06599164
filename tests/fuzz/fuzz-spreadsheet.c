/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>

#include "acq-recording-sink.h"
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

#define MAX_CONTENT 65536

extern const AcqImportFormat acq_bank_spreadsheet_format;

const char *const acq_fuzz_seeds[] = {
  "<worksheet><sst><si><t>Facture</t></si></sst><cellXfs><xf numFmtId='14'/></cellXfs><sheetData><row "
  "r='4'><c r='A4' t='s'><v>0</v>"
  "</c><c r='B4' t='inlineStr'><is><t>Client</t></is></c><c r='C4' t='str'><v>Date</v></c><c r='D4' "
  "t='str'><v>TTC</v></c></row><row>"
  "<c r='A5'><v>12</v></c><c t='str'><v>D</v></c><c s='0'><v>46037</v></c><c "
  "r='D5'><f>1+1</f><v>1234.5599999999999</v></c></row>"
  "</sheetData></worksheet>",
  "<d><table><table-row><table-cell value-type='string'><p>Facture</p></table-cell><table-cell "
  "value-type='string'><p>Client</p>"
  "</table-cell><table-cell value-type='string'><p>Date</p></table-cell><table-cell "
  "value-type='string'><p>TTC</p></table-cell>"
  "</table-row><table-row number-rows-repeated='3'><table-cell value-type='float' value='1E3' "
  "number-columns-repeated='2'/>"
  "<table-cell value-type='date' date-value='2026-03-04'/><table-cell value-type='currency' "
  "value='12.5'/></table-row></table></d>",
  /* A bank's lines, with the balance that chains them. */
  "<worksheet><sst><si><r><t>Lib</t></r><r><t>ell\303\251</t></r><rPh><t>x</t></rPh></si><si><t>VIR SEPA DUPONT</t></si></sst>"
  "<cellXfs><xf numFmtId='14'/></cellXfs><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Compte 00012345678</t></is></c></row>"
  "<row r='3'><c r='A3' t='str'><v>Date</v></c><c r='B3' t='s'><v>0</v></c><c r='C3' t='str'><v>D\303\251bit</v></c>"
  "<c r='D3' t='str'><v>Cr\303\251dit</v></c><c r='E3' t='str'><v>Solde</v></c></row>"
  "<row r='4'><c r='A4' s='0'><v>46037</v></c><c r='B4' t='s'><v>1</v></c><c r='D4'><v>1200</v></c><c r='E4'><v>1300</v></c></row>"
  "<row r='5'><c r='A5' t='str'><v>16/01/2026</v></c><c r='B5' t='str'><v>CB &amp; FRAIS</v></c><c r='C5'><v>-1.5E1</v></c>"
  "<c r='E5'><v>1285</v></c></row></sheetData></worksheet>",
  "<d><table><table-row><table-cell value-type='string'><p>Date</p></table-cell><table-cell value-type='string'><p>Libell\303\251"
  "</p></table-cell><table-cell value-type='string'><p>Montant</p></table-cell></table-row><table-row><table-cell "
  "value-type='date' date-value='2026-03-04'/><table-cell value-type='string'><p>VIR<s/>DUPONT</p></table-cell><table-cell "
  "value-type='currency' value='12.5'/></table-row></table></d>",
  NULL,
};

static void
add_part (struct archive *archive, const char *path, const void *content, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (archive, entry);
  archive_write_data (archive, content, size);
  archive_entry_free (entry);
}

static void
read_document (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) statement_error = NULL;

  if (!acq_recording_sink_read (sink, acq_test_format ("invoice_spreadsheet"), "fuzz", bytes, size, &error))
    g_assert_nonnull (error);
  if (!acq_statement_recorder_read (recorder, &acq_bank_spreadsheet_format, bytes, size, &statement_error))
    g_assert_nonnull (statement_error);
}

/* The input as a whole file, then as each of the parts of a document of either kind: nothing would ever guess an archive's
   checksums. */
int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const char workbook[] = "<w><sheets><sheet id='r'/></sheets></w>";
  static const char relations[] = "<R><Relationship Id='r' Target='s.xml'/></R>";
  static const char *const parts[] = { "xl/s.xml", "xl/sharedStrings.xml", "xl/styles.xml" };
  g_autofree guint8 *file = g_malloc (4 * MAX_CONTENT);

  read_document (bytes, size);
  for (int is_ods = 0; is_ods < 2 && size <= MAX_CONTENT; is_ods++)
    {
      struct archive *archive = archive_write_new ();
      size_t used = 0;

      archive_write_set_format_zip (archive);
      archive_write_zip_set_compression_store (archive);
      archive_write_open_memory (archive, file, 4 * MAX_CONTENT, &used);
      if (is_ods)
        add_part (archive, "content.xml", bytes, size);
      else
        {
          add_part (archive, "xl/workbook.xml", workbook, sizeof workbook - 1);
          add_part (archive, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
          for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
            add_part (archive, parts[i], bytes, size);
        }
      archive_write_close (archive);
      archive_write_free (archive);
      read_document (file, used);
    }
  return 0;
}
