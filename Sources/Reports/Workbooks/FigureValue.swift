internal import Periods
internal import Quantities

/// A figure as a workbook keeps it: as a number where a binary double keeps all its digits, else as text.
enum FigureValue: Hashable {
    case number(Double)
    case text(String)

    /// An amount: a number up to fifteen significant digits, text beyond, so that no minor unit is lost.
    init(_ minorUnits: some BinaryInteger, in currency: Currency) {
        let text = MoneyText.text(minorUnits, in: currency)
        let isExact = MoneyText.digits(minorUnits) <= WorkbookLimits.digits
        self = isExact ? Self.parsed(text) : .text(text)
    }

    /// A number that is no money: its decimals beyond fifteen digits are rounded off, as spreadsheets do themselves;
    /// one whose whole part alone is longer is text.
    init(_ number: FixedDecimal) {
        let isInReach = MoneyText.digits(number.raw / FixedDecimal.one.raw) <= WorkbookLimits.digits
        self = isInReach ? Self.parsed(number.description) : .text(number.description)
    }

    /// A day as its serial number; text before 1 March 1900, where spreadsheets do not agree on the numbers.
    init(_ day: CivilDay) {
        let serial = Int(day.number) + 25_569
        self = serial >= 61 ? .number(Double(serial)) : .text(day.description)
    }

    private static func parsed(_ text: String) -> FigureValue {
        Double(text).map { .number($0) } ?? .text(text)
    }
}
