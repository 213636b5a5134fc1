import Foundation
import TestPrograms

/// A workbook read back from its file by other means than those that wrote it: python3's zip and XML readers.
struct WrittenWorkbook: Decodable {
    let sheets: [Page]

    /// One sheet of the workbook.
    struct Page: Decodable {
        let name: String
        /// Rows that stay in sight.
        let frozenRows: Int
        /// Widths of the columns in characters, from left to right.
        let widths: [Double]
        /// Cells by their address, such as `B2`.
        let cells: [String: Cell]
    }

    /// One cell.
    struct Cell: Decodable, Equatable {
        /// `text` or `number`.
        var kind: String
        /// The text, or the number as it is spelt in the file.
        var value: String
        var formula: String?
        /// The number format; nil for the general one.
        var format: String?
        var isBold: Bool

        static func text(_ value: String, bold: Bool = false, format: String? = nil) -> Cell {
            Cell(kind: "text", value: value, formula: nil, format: format, isBold: bold)
        }

        static func number(_ value: String, format: String? = nil, bold: Bool = false, formula: String? = nil) -> Cell {
            Cell(kind: "number", value: value, formula: formula, format: format, isBold: bold)
        }
    }

    /// Reads the file.
    init(_ path: String) throws {
        // Into a file, not a pipe: reading a pipe is interrupted when another test's process ends.
        let answer = path + ".json"
        defer { try? FileManager.default.removeItem(atPath: answer) }
        _ = try Program.run("/usr/bin/env", ["python3", "-c", Self.reader, path, answer])
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: answer)))
    }

    private static let reader = #"""
        import json, re, sys, zipfile
        import xml.etree.ElementTree as xml

        M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
        R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        part = lambda name: xml.fromstring(book.read(name))
        # A workbook writes the character of the number 41 (hexadecimal) as _x0041_.
        text = lambda node: re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)),
                                   "".join(t.text or "" for t in node.iter(M + "t")))
        strings = [text(s) for s in part("xl/sharedStrings.xml")] if "xl/sharedStrings.xml" in book.namelist() else []
        styles = part("xl/styles.xml")
        formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(M + "numFmt")}
        formats |= {"3": "#,##0", "4": "#,##0.00"}
        fonts = [f.find(M + "b") is not None for f in styles.find(M + "fonts")]
        looks = [(formats.get(x.get("numFmtId")), fonts[int(x.get("fontId"))]) for x in styles.find(M + "cellXfs")]
        files = {r.get("Id"): r.get("Target") for r in part("xl/_rels/workbook.xml.rels")}

        def cell(c):
            look = looks[int(c.get("s", "0"))]
            shared = c.get("t") == "s"
            raw = c.findtext(M + "v")
            return {"kind": "text" if shared else "number", "value": strings[int(raw)] if shared else raw,
                    "formula": c.findtext(M + "f"), "format": look[0], "isBold": look[1]}

        def page(s):
            root = part("xl/" + files[s.get(R)])
            pane = root.find(f".//{M}pane")
            return {"name": s.get("name"), "frozenRows": 0 if pane is None else int(pane.get("ySplit", "0")),
                    "widths": [float(c.get("width")) for c in root.iter(M + "col")
                               for _ in range(int(c.get("min")), int(c.get("max")) + 1)],
                    "cells": {c.get("r"): cell(c) for c in root.iter(M + "c") if c.find(M + "v") is not None}}

        with open(sys.argv[2], "w") as answer:
            json.dump({"sheets": [page(s) for s in part("xl/workbook.xml").iter(M + "sheet")]}, answer)
        """#
}
