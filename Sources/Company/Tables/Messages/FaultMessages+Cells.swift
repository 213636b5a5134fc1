import Formulas
internal import Messages
import Periods

/// What is said about cells that hold no day or no number.
extension FaultMessages {
    func dayFault(_ kind: TableFault.Kind, _ cell: String) -> (String, LocalizedText, LocalizedText?) {
        switch kind {
        case .timeOfDay:
            return (
                "time-of-day",
                LocalizedText(
                    en: "'\(cell)' has a time of day; events are placed by whole days",
                    ru: "«\(cell)» — со временем суток; события относятся к целым дням"),
                LocalizedText(
                    en: "export the day alone, for instance 2026-01-31",
                    ru: "выгрузите только день, например 31.01.2026")
            )
        case .noSuchDay:
            return (
                "no-such-day",
                LocalizedText(
                    en: "there is no \(Self.spelled(cell, .en))", ru: "нет такого дня: \(Self.spelled(cell, .ru))"),
                nil
            )
        default:
            let message = LocalizedText(en: "'\(cell)' is not a day", ru: "«\(cell)» — не день")
            if let serial = Int32(cell), serial >= 20_000, serial <= 80_000 {
                // Excel counts days from 1899-12-30, which is 25,569 days before 1970.
                let day = CivilDay(number: serial - 25_569)
                return (
                    "not-a-day", message,
                    LocalizedText(
                        en: "this is how Excel counts \(day); format the column as a date and export again",
                        ru: "так Excel считает день \(day); задайте колонке формат даты и выгрузите снова")
                )
            }
            return (
                "not-a-day", message,
                LocalizedText(
                    en: "write days as 2026-01-31 or 31.01.2026", ru: "пишите дни так: 2026-01-31 или 31.01.2026")
            )
        }
    }

    /// A date that the calendar does not have, in words: `31 February 2026`.
    private static func spelled(_ cell: String, _ language: Language) -> String {
        let isISO = cell.dropFirst(4).first == "-"
        let parts = cell.prefix(10).split(separator: isISO ? "-" : ".").compactMap { Int($0) }
        guard parts.count == 3 else { return cell }
        let (year, month, day) = isISO ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0])
        guard (1...12).contains(month) else {
            return language == .ru ? "\(cell) (месяца \(month) нет)" : "\(cell) (month \(month))"
        }
        return "\(day) \(language == .ru ? russianMonths[month - 1] : englishMonths[month - 1]) \(year)"
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let russianMonths = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]

    func numberFault(
        _ kind: TableFault.Kind, _ cell: String, _ column: String
    ) -> (String, LocalizedText, LocalizedText?) {
        switch kind {
        case .otherDecimalMark:
            let isComma = cell.contains(",")
            return (
                "decimal-mark",
                LocalizedText(
                    en: "'\(cell)' has a decimal \(isComma ? "comma" : "point"); "
                        + "this table's decimal mark is the \(isComma ? "point" : "comma")",
                    ru: "«\(cell)» — с десятичной \(isComma ? "запятой" : "точкой"); "
                        + "в этой таблице десятичный знак — \(isComma ? "точка" : "запятая")"),
                otherMark(cell, isComma ? "," : ".")
            )
        case .tooPrecise:
            return (
                "too-precise",
                LocalizedText(
                    en: "'\(cell)' has more than 9 decimal places",
                    ru: "в «\(cell)» больше 9 знаков после запятой"),
                LocalizedText(en: "round it before export", ru: "округлите число перед выгрузкой")
            )
        case .tooLarge:
            return (
                "too-large", LocalizedText(en: "'\(cell)' is too large", ru: "«\(cell)» — слишком большое число"), nil
            )
        case .tooLargeTogether:
            return (
                "too-large",
                LocalizedText(
                    en: "'\(cell)' does not fit: the largest and the most precise number of '\(column)' "
                        + "need more than 18 digits together",
                    ru: "«\(cell)» не помещается: самому большому и самому точному числу колонки «\(column)» "
                        + "вместе нужно больше 18 цифр"),
                LocalizedText(en: "round the most precise numbers", ru: "округлите самые точные числа")
            )
        default:
            return notANumber(cell)
        }
    }

    /// What to do about the mark that is not the table's: with three digits behind it, it may also stand between thousands, and
    /// who takes the wrong reading pays a thousandth.
    private func otherMark(_ cell: String, _ mark: Character) -> LocalizedText {
        let entry = TableMessages.entry(of: file, "decimal: \"\(mark)\"")
        let parts = cell.drop { "+-−".contains($0) }.split(separator: mark, omittingEmptySubsequences: false)
        let isGrouped =
            parts.count > 1 && (1...3).contains(parts[0].count) && parts.dropFirst().allSatisfy { $0.count == 3 }
        guard isGrouped else { return entry }
        let whole = cell.filter { $0 != mark }
        return LocalizedText(
            en:
                "two readings: if it is \(whole), export numbers without marks between thousands; if it is a fraction, \(entry.en)",
            ru:
                "прочесть можно двояко: если это \(whole), выгрузите числа без знаков между тысячами; если дробь, \(entry.ru)"
        )
    }

    private func notANumber(_ cell: String) -> (String, LocalizedText, LocalizedText?) {
        let message = LocalizedText(en: "'\(cell)' is not a number", ru: "«\(cell)» — не число")
        let isScientific =
            cell.contains { $0 == "e" || $0 == "E" } && cell.allSatisfy { $0.isNumber || "eE+-.,".contains($0) }
        return (
            "not-a-number", message,
            isScientific
                ? LocalizedText(
                    en: "write all its digits: format the column as a number and export again",
                    ru: "нужны все цифры: задайте колонке числовой формат и выгрузите снова")
                : Self.disturbance(in: cell)
                    ?? LocalizedText(
                        en: "write plain numbers such as -1234.5", ru: "пишите числа просто, например -1234.5")
        )
    }
}

extension FaultMessages {
    /// Which part of a cell keeps it from being a number; `nil` when none stands out.
    fileprivate static func disturbance(in cell: String) -> LocalizedText? {
        guard cell.contains(where: \.isNumber) else {
            return ["-", "–", "—", "n/a", "na", "none", "null", "нет"].contains(cell.lowercased())
                ? LocalizedText(
                    en: "leave the cell empty where there is none", ru: "оставьте ячейку пустой, если значения нет")
                : nil
        }
        if cell.hasPrefix("("), cell.hasSuffix(")") {
            return LocalizedText(
                en: "write a minus in place of the parentheses: -\(cell.dropFirst().dropLast())",
                ru: "вместо скобок пишите минус: -\(cell.dropFirst().dropLast())")
        }
        if let last = cell.last, "-−".contains(last) {
            return LocalizedText(
                en: "the minus stands in front: -\(cell.dropLast())", ru: "минус ставится впереди: -\(cell.dropLast())")
        }
        if cell.contains(where: { $0.isCurrencySymbol || $0.isLetter }) {
            return LocalizedText(
                en: "export the number alone, without a currency or a unit",
                ru: "выгрузите одно число, без валюты и единицы")
        }
        let marks = cell.filter { ".,'’`".contains($0) }
        if marks.count > 1 || marks.contains(where: { "'’`".contains($0) }) {
            return LocalizedText(
                en: "export numbers without marks between thousands", ru: "выгрузите числа без знаков между тысячами")
        }
        return nil
    }
}
