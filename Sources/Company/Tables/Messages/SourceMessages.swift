import Formulas
internal import Messages

/// What is said about a file whose bytes are not the text of a table.
struct SourceMessages {
    let file: SourceFile

    func notText(_ kind: FileKind) -> Diagnostic {
        let place = Place(file: file.path)
        let remedy = LocalizedText(
            en: "save the sheet as 'CSV UTF-8' and put that file here",
            ru: "сохраните лист в формате «CSV UTF-8» и положите сюда этот файл")
        switch kind {
        case .excelWorkbook, .oldExcelWorkbook:
            return Diagnostic(
                code: "not-text", at: place,
                LocalizedText(
                    en: "this is an Excel workbook, not a CSV table", ru: "это книга Excel, а не таблица CSV"),
                remedy: remedy)
        case .compressed:
            return Diagnostic(
                code: "not-text", at: place,
                LocalizedText(
                    en: "this is a compressed file, not a CSV table", ru: "это сжатый файл, а не таблица CSV"),
                remedy: LocalizedText(en: "unpack it", ru: "распакуйте его"))
        case .pdf:
            return Diagnostic(
                code: "not-text", at: place,
                LocalizedText(en: "this is a PDF document, not a CSV table", ru: "это документ PDF, а не таблица CSV"),
                remedy: LocalizedText(
                    en: "export the table as CSV from where the document was made",
                    ru: "выгрузите таблицу в CSV оттуда, где был сделан документ"))
        case .utf16:
            return Diagnostic(
                code: "wrong-encoding", at: place,
                LocalizedText(
                    en: "the file is in UTF-16 ('Unicode text' in Excel); tables are read in UTF-8 or windows-1251",
                    ru: "файл в кодировке UTF-16 («Текст Юникод» в Excel); таблицы читаются в UTF-8 или windows-1251"),
                remedy: remedy)
        }
    }

    func zeroByte(at position: Int) -> Diagnostic {
        Diagnostic(
            code: "not-text", at: Place(file: file.path),
            LocalizedText(
                en: "this is not a table of text: byte \(position + 1) is zero",
                ru: "это не текстовая таблица: байт \(position + 1) — нулевой"),
            remedy: LocalizedText(
                en: "put a CSV file here, or remove this file from the folder",
                ru: "положите сюда файл CSV или уберите этот файл из папки"))
    }

    func controlCharacter(_ byte: UInt8) -> Diagnostic {
        Diagnostic(
            code: "not-text", at: Place(file: file.path),
            LocalizedText(
                en: "this is not a table of text: it has the control character \(Self.hex(byte))",
                ru: "это не текстовая таблица: в ней управляющий символ \(Self.hex(byte))"),
            remedy: LocalizedText(
                en: "put a CSV file here, or remove this file from the folder",
                ru: "положите сюда файл CSV или уберите этот файл из папки"))
    }

    func notUTF8(at position: Int) -> Diagnostic {
        let (sample, value) = lineAround(position)
        let byte = Self.hex(value)
        if let control = sample.first(where: { $0 < 0x20 && !$0.isTextControl }) { return controlCharacter(control) }
        guard Windows1251.isLikely(sample) else {
            return Diagnostic(
                code: "wrong-encoding", at: place(of: position, .utf8),
                LocalizedText(en: "the byte \(byte) is not UTF-8", ru: "байт \(byte) — не UTF-8"),
                remedy: LocalizedText(
                    en: "save the file as 'CSV UTF-8'", ru: "сохраните файл в формате «CSV UTF-8»"))
        }
        let text = LineFinder.visible(Windows1251.text(sample), 80)
        return Diagnostic(
            code: "wrong-encoding", at: place(of: position, .windows1251),
            LocalizedText(
                en: "the byte \(byte) is not UTF-8; in windows-1251 the line reads '\(text)'",
                ru: "байт \(byte) — не UTF-8; в windows-1251 строка читается так: «\(text)»"),
            remedy: entry("encoding: windows-1251"))
    }

    func alreadyUTF8() -> Diagnostic {
        Diagnostic(
            code: "wrong-encoding", at: Place(file: file.path),
            LocalizedText(
                en: "the table is said to be in windows-1251, but the file is in UTF-8",
                ru: "для таблицы указана windows-1251, но файл в UTF-8"),
            remedy: LocalizedText(
                en: "take 'encoding: windows-1251' out of its entry under 'tables:'",
                ru: "уберите «encoding: windows-1251» из её записи в «tables:»"))
    }

    func notWindows1251(at position: Int) -> Diagnostic {
        Diagnostic(
            code: "wrong-encoding", at: place(of: position, .windows1251),
            LocalizedText(
                en: "the byte 0x98 does not exist in windows-1251", ru: "байта 0x98 в windows-1251 нет"),
            remedy: LocalizedText(en: "save the file as 'CSV UTF-8'", ru: "сохраните файл в формате «CSV UTF-8»"))
    }

    private func entry(_ content: String) -> LocalizedText {
        TableMessages.entry(of: file.path, content)
    }

    private func place(of position: Int, _ encoding: TableFormat.Encoding) -> Place {
        LineFinder.place(
            in: file, line: 1 + LineFinder.lineBreaks(in: file.content, to: position), offset: position, length: 1,
            encoding: encoding)
    }

    /// The line that a byte stands in, or what of it lies near the byte, and the byte.
    private func lineAround(_ position: Int) -> (line: [UInt8], byte: UInt8) {
        let first = max(0, position - 200)
        let bytes = file.content.excerpt(first..<position + 200)
        let isBreak: (UInt8) -> Bool = { $0 == .lineFeed || $0 == .carriageReturn }
        let before = bytes[..<(position - first)]
        let after = bytes[(position - first)...]
        let start = before.lastIndex(where: isBreak).map { $0 + 1 } ?? before.startIndex
        return (Array(bytes[start..<(after.firstIndex(where: isBreak) ?? after.endIndex)]), after.first ?? 0)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}
