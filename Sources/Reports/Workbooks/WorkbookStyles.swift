internal import CXlsxWriter
internal import Messages
internal import Quantities

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
