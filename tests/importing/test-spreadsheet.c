/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "acq-recording-sink.h"

/* A document under construction. */
typedef struct
{
  struct archive *archive;
  guint8 bytes[65536];
  size_t size;
} Builder;

static void
begin (Builder *builder)
{
  builder->archive = archive_write_new ();
  archive_write_set_format_zip (builder->archive);
  g_assert_cmpint (
    archive_write_open_memory (builder->archive, builder->bytes, sizeof builder->bytes, &builder->size), ==,
    ARCHIVE_OK);
}

static void
add_part (Builder *builder, const char *path, const char *content, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (builder->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (builder->archive, content, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

static void
end (Builder *builder)
{
  archive_write_close (builder->archive);
  archive_write_free (builder->archive);
}

static void
add_text (Builder *builder, const char *path, const char *content)
{
  add_part (builder, path, content, strlen (content));
}

static void
build_xlsx (Builder *builder, gboolean from_1904)
{
  int first = from_1904 ? 44575 : 46037; /* 2026-01-15 in either system */
  g_autofree char *workbook = g_strdup_printf (
    "<workbook xmlns:r='r'><workbookPr date1904='%d'/><sheets><sheet name='Notes' sheetId='1' r:id='rId1'/>"
    "<sheet name='F' sheetId='2' r:id='rId2'/></sheets></workbook>",
    from_1904);
  g_autofree char *sheet = g_strdup_printf (
    "<worksheet><sheetData><row r='2'><c r='A2' t='inlineStr'><is><t>Export</t></is></c></row><row r='4'>"
    "<c r='A4' t='s'><v>0</v></c><c r='B4' t='s'><v>1</v></c><c r='C4' t='s'><v>2</v></c><c r='D4' "
    "t='s'><v>3</v></c>"
    "<c r='F4' t='s'><v>4</v></c></row><row r='5'><c r='A5'><v>20260001</v></c><c r='B5' t='s'><v>5</v></c>"
    "<c r='C5' s='1'><v>%d</v></c><c r='D5' s='2'><v>%d.5</v></c><c r='F5' "
    "s='3'><f>1+1</f><v>1234.5599999999999</v></c>"
    "</row><row><c t='str'><v>F2</v></c><c t='s'><v>5</v></c><c s='1'><v>%d</v></c><c "
    "r='F6'><v>1.234</v></c></row>"
    "<row r='7'><c r='A7' t='s'><v>99</v></c><c r='F7' t='e'><v>#REF!</v></c></row></sheetData></worksheet>",
    first, first + 30, first);

  begin (builder);
  add_text (builder, "[Content_Types].xml", "<Types/>");
  add_text (builder, "xl/workbook.xml", workbook);
  add_text (builder, "xl/_rels/workbook.xml.rels",
            "<R><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
            "Target='/xl/worksheets/sheet2.xml'/></R>");
  add_text (builder, "xl/styles.xml",
            "<s><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy;@'/><numFmt numFmtId='165' "
            "formatCode='#,##0.00\\ &quot;EUR d&quot;'/></numFmts><cellStyleXfs><xf "
            "numFmtId='14'/></cellStyleXfs><cellXfs>"
            "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs></s>");
  add_text (
    builder, "xl/sharedStrings.xml",
    "<sst><si><t>N° facture</t></si><si><r><t>Cli</t></r><r><t>ent</t></r></si><si><t>Date</t></si>"
    "<si><t>Échéance</t></si><si><t>Total TTC</t></si><si><t>Dupont SARL</t><rPh><t>xx</t></rPh></si></sst>");
  add_text (builder, "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1' "
            "t='inlineStr'><is><t>Bonjour</t></is></c></row></sheetData></worksheet>");
  add_text (builder, "xl/worksheets/sheet2.xml", sheet);
  end (builder);
}

static void
expect (const Builder *builder, const char *log)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (GError) error = NULL;
  AcqImportSource source = { .path = "x", .bytes = builder->bytes, .size = builder->size };

  g_assert_cmpstr (acq_import_format_sniff (&source, NULL, NULL)->code, ==, "invoice_spreadsheet");
  acq_recording_sink_read (sink, acq_test_format ("invoice_spreadsheet"), "x", builder->bytes, builder->size,
                           &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sink->log->str, ==, log);
}

/* Half cents are rounded: a spreadsheet computes on. */
static void
test_xlsx (void)
{
  static const char log[] = "invoice 20260001 name=Dupont SARL kind=invoice issued=2026-01-15 total=1234.56 "
                            "due=2026-02-14 of=1234.56\n"
                            "invoice F2 name=Dupont SARL kind=invoice issued=2026-01-15 total=1.23\n";
  g_autofree Builder *builder = g_new0 (Builder, 1);

  build_xlsx (builder, FALSE);
  expect (builder, log);
  build_xlsx (builder, TRUE);
  expect (builder, log);
}

#define TEXT(text) "<t:table-cell o:value-type='string'><x:p>" text "</x:p></t:table-cell>"

static void
test_ods (void)
{
  g_autofree Builder *builder = g_new0 (Builder, 1);

  begin (builder);
  add_text (builder, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  add_text (
    builder, "content.xml",
    "<o:document xmlns:o='o' xmlns:t='t' xmlns:x='x'><t:table><t:table-column/><t:table-row>" TEXT ("Facture")
      TEXT ("Client") TEXT ("Date") "<t:table-cell t:number-columns-repeated='2'/>" TEXT (
        "Montant TTC") "</t:table-row><t:table-row>" TEXT ("F1")
        TEXT ("Du &amp; Pont") "<t:table-cell o:value-type='date' "
                               "o:date-value='2026-03-04'><x:p>4/3/26</x:p></t:table-cell>"
                               "<t:table-cell t:number-columns-repeated='2'/><t:table-cell "
                               "o:value-type='currency' o:value='12.5'><x:p>12,50</x:p>"
                               "</t:table-cell></t:table-row><t:table-row "
                               "t:number-rows-repeated='1048570'><t:table-cell "
                               "t:number-columns-repeated='16384'/></t:table-row></t:table></o:document>");
  end (builder);
  expect (builder, "invoice F1 name=Du & Pont kind=invoice issued=2026-03-04 total=12.50\n");
}

static void
expect_refusal (const guint8 *bytes, gsize size, AcqImportError code)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
    acq_recording_sink_read (sink, acq_test_format ("invoice_spreadsheet"), "x", bytes, size, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autofree Builder *builder = g_new0 (Builder, 1);
  g_autofree char *zeros = g_malloc0 (40 << 20);

  build_xlsx (builder, FALSE);
  expect_refusal (builder->bytes, builder->size / 3, ACQ_IMPORT_ERROR_DAMAGED);
  expect_refusal ((const guint8 *) "PK\003\004 nothing", 12, ACQ_IMPORT_ERROR_DAMAGED);
  begin (builder);
  add_text (builder, "word/document.xml", "<w/>");
  end (builder);
  expect_refusal (builder->bytes, builder->size, ACQ_IMPORT_ERROR_SYNTAX);
  begin (builder);
  add_part (builder, "xl/workbook.xml", zeros, 40 << 20);
  end (builder);
  expect_refusal (builder->bytes, builder->size, ACQ_IMPORT_ERROR_TOO_LARGE);
  begin (builder);
  add_text (builder, "content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
  end (builder);
  expect_refusal (builder->bytes, builder->size, ACQ_IMPORT_ERROR_HOSTILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/spreadsheet/xlsx", test_xlsx);
  g_test_add_func ("/importing/spreadsheet/ods", test_ods);
  g_test_add_func ("/importing/spreadsheet/refused", test_refused);
  return g_test_run ();
}
