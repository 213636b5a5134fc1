internal import CXlsxWriter
internal import Formulas
internal import Foundation
internal import Quantities

/// A workbook that the library is putting together; the file comes to be when it is closed.
final class Workbook {
    private let target: TargetFile
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let styles: WorkbookStyles
    private let language: Language
    /// The first thing the library refused.
    private var refusal = LXW_NO_ERROR
    private var isClosed = false

    init(writingTo target: TargetFile, _ language: Language) throws(SheetFailure) {
        // The library's own temporary files lie where there must be room for the workbook anyway.
        let made = target.folder.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            options.use_zip64 = 1
            return workbook_new_opt(target.draft, &options)
        }
        guard let made else { throw .outOfMemory(target.path) }
        self.target = target
        self.language = language
        workbook = made
        styles = WorkbookStyles(made, language)
    }

    deinit {
        if !isClosed { lxw_workbook_free(workbook) }
    }

    /// Adds a sheet under a name that the workbook accepts.
    func add(_ sheet: Sheet, named name: String) {
        guard let page = workbook_add_worksheet(workbook, name) else {
            note(LXW_ERROR_PARAMETER_VALIDATION)
            return
        }
        let writer = WorksheetWriter(page, styles, language)
        note(writer.write(sheet))
    }

    /// Writes the file.
    func close() throws(SheetFailure) {
        isClosed = true
        // The library does not look at every write of its temporary files; the system's last word remains, though.
        errno = 0
        let result = workbook_close(workbook)
        let reason = errno
        note(result)
        if reason == ENOSPC || reason == EDQUOT { throw SheetFailure(system: reason, target.path) }
        guard refusal != LXW_NO_ERROR else { return }
        if refusal == LXW_ERROR_MEMORY_MALLOC_FAILED { throw .outOfMemory(target.path) }
        if result != LXW_NO_ERROR, reason != 0 { throw SheetFailure(system: reason, target.path) }
        throw .other(target.path, reason: lxw_strerror(refusal).map { String(cString: $0) } ?? "")
    }

    private func note(_ result: lxw_error) {
        if refusal == LXW_NO_ERROR { refusal = result }
    }
}

/// The looks of a workbook's cells, made once for each currency's minor digits.
final class WorkbookStyles {
    typealias Style = UnsafeMutablePointer<lxw_format>

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var money: [Int: Style?] = [:]
    private var sums: [Int: Style?] = [:]
    /// Bold, with a line below.
    let header: Style?
    /// Bold, with a line above.
    let totalText: Style?
    /// A day: `31.01.2026` for Russian readers, `2026-01-31` for others.
    let day: Style?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ language: Language) {
        self.workbook = workbook
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        totalText = Self.total(workbook)
        day = workbook_add_format(workbook)
        format_set_num_format(day, language == .ru ? "dd.mm.yyyy" : "yyyy-mm-dd")
    }

    /// An amount with all minor digits of its currency.
    func money(_ currency: Currency) -> Style? {
        if let known = money[currency.minorDigits] { return known }
        let style = workbook_add_format(workbook)
        format_set_num_format(style, Self.pattern(currency))
        format_set_align(style, UInt8(LXW_ALIGN_RIGHT.rawValue))
        money[currency.minorDigits] = style
        return style
    }

    /// A sum of amounts.
    func sum(_ currency: Currency) -> Style? {
        if let known = sums[currency.minorDigits] { return known }
        let style = Self.total(workbook)
        format_set_num_format(style, Self.pattern(currency))
        format_set_align(style, UInt8(LXW_ALIGN_RIGHT.rawValue))
        sums[currency.minorDigits] = style
        return style
    }

    private static func total(_ workbook: UnsafeMutablePointer<lxw_workbook>) -> Style? {
        let style = workbook_add_format(workbook)
        format_set_bold(style)
        format_set_top(style, UInt8(LXW_BORDER_THIN.rawValue))
        return style
    }

    private static func pattern(_ currency: Currency) -> String {
        let digits = currency.minorDigits
        return digits == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: digits)
    }
}
