extension Period: CustomStringConvertible {
    /// The label that ``YearCalendar/parse(_:)`` of the same calendar reads back: `2026-Q3`, `2026-07`, `2026-W05`.
    public var description: String {
        let year = zeroPadded(year, to: 4)
        return switch kind {
        case .day: range.from.description
        case .week: "\(year)-W\(zeroPadded(number, to: 2))"
        case .month: "\(year)-\(isFiscal ? "P" : "")\(zeroPadded(number, to: 2))"
        case .quarter: "\(year)-Q\(number)"
        case .half: "\(year)-H\(number)"
        case .year: year
        case .all: "all"
        }
    }
}

extension YearCalendar {
    /// The period of that label, or nil when the calendar has none.
    ///
    /// Labels are `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2026-W05`, `2026-07-15` and `all`. The year of an ISO week may
    /// differ from that of its days. In a 4-4-5 calendar a month is `2026-P07`, and years and weeks are the fiscal ones.
    public func parse(_ label: String) -> Period? {
        if label == "all" { return .all }
        if let day = CivilDay(parsing: label) { return period(.day, containing: day) }
        let bytes = Array(label.utf8)
        guard bytes.count >= 4, let year = Self.digits(bytes[..<4], count: 4) else { return nil }
        if bytes.count == 4 { return period(.year, year: year, number: 1) }
        guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        guard let (kind, number) = kindAndNumber(bytes[5...]) else { return nil }
        return period(kind, year: year, number: number)
    }

    /// What stands after the year: `H1`, `Q3`, `W05` and, by the calendar, `07` or `P07`.
    private func kindAndNumber(_ bytes: ArraySlice<UInt8>) -> (PeriodKind, Int)? {
        let kind: PeriodKind
        let width: Int
        switch bytes.first {
        case UInt8(ascii: "H"): (kind, width) = (.half, 1)
        case UInt8(ascii: "Q"): (kind, width) = (.quarter, 1)
        case UInt8(ascii: "W"): (kind, width) = (.week, 2)
        case UInt8(ascii: "P") where self != .civil: (kind, width) = (.month, 2)
        default:
            guard self == .civil, let month = Self.digits(bytes, count: 2) else { return nil }
            return (.month, month)
        }
        guard let number = Self.digits(bytes.dropFirst(), count: width) else { return nil }
        return (kind, number)
    }

    /// The number that exactly so many digits write, or nil.
    private static func digits(_ bytes: ArraySlice<UInt8>, count: Int) -> Int? {
        guard bytes.count == count else { return nil }
        var value = 0
        for byte in bytes {
            guard UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
