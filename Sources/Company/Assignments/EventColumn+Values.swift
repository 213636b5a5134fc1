public import Formulas
internal import Messages
internal import Quantities

extension EventColumn {
    /// The value of a cell; empty when there is none, and of records.
    public func value(at row: Int) -> FormulaValue {
        switch self {
        case .day(let days):
            guard days.indices.contains(row), days[row] != Self.emptyDay else { return .empty }
            return .day(days[row])
        case .decimal(let numbers, let scale):
            guard numbers.indices.contains(row), numbers[row] != Self.emptyNumber else { return .empty }
            return (try? FixedDecimal(minorUnits: numbers[row], places: scale)).map { .number($0) } ?? .empty
        case .text(let codes, let dictionary):
            guard codes.indices.contains(row), codes[row] >= 0 else { return .empty }
            return .text(dictionary[Int(codes[row])])
        case .record: return .empty
        case .flag(let flags):
            guard flags.indices.contains(row), flags[row] >= 0 else { return .empty }
            return .flag(flags[row] == 1)
        }
    }

    /// Whether a value fits a column of a type; an empty one does.
    static func holds(_ value: FormulaValue, _ type: FieldType) -> Bool {
        switch (value, type) {
        case (.empty, _), (.day, .day), (.text, .text), (.text, .record), (.flag, .flag): true
        case (.number, .money), (.number, .number), (.number, .percent), (.number, .pieces), (.number, .days),
            (.number, .minutes):
            true
        default: false
        }
    }

    /// Puts a value in a row that is there; one of another kind, or with too many digits, leaves the cell empty.
    mutating func put(_ value: FormulaValue, at row: Int) {
        switch value {
        case .day(let day): put(Int64(day), at: row)
        case .flag(let flag): put(flag ? 1 : 0, at: row)
        case .text(let text): put(code(of: text), at: row)
        case .number(let number):
            refine(for: number)
            put(units(of: number) ?? EventVersion.none, at: row)
        case .empty: put(EventVersion.none, at: row)
        }
    }

    /// Whether a number can stand among the others of a column: all of them have as many places, and 18 digits.
    func fits(_ number: FixedDecimal) -> Bool {
        var column = self
        column.refine(for: number)
        return column.units(of: number) != nil
    }

    private func units(of number: FixedDecimal) -> Int64? {
        guard case .decimal(_, let scale) = self else { return nil }
        let (units, rest) = number.raw.quotientAndRemainder(dividingBy: FixedDecimal.step(scale))
        guard rest == 0, let exact = Int64(exactly: units), exact != Self.emptyNumber else { return nil }
        return exact
    }

    /// Gives a column as many places as a number has, if the others fit so too.
    private mutating func refine(for number: FixedDecimal) {
        guard case .decimal(let numbers, let scale) = self else { return }
        let places = (0...FixedDecimal.scale).first { number.raw % FixedDecimal.step($0) == 0 } ?? FixedDecimal.scale
        if places > scale, let finer = Self.rescaled(numbers, from: scale, to: places) {
            self = .decimal(finer, scale: places)
        }
    }

    /// The code of a text, which is added when it is new.
    private mutating func code(of text: String) -> Int64 {
        guard case .text(let codes, var dictionary) = self else { return EventVersion.none }
        if let code = dictionary.firstIndex(of: text) { return Int64(code) }
        dictionary.append(text)
        self = .text(codes, dictionary: dictionary)
        return Int64(dictionary.count - 1)
    }
}

extension FixedDecimal {
    /// How many units of 10^-16 the last of so many decimal places counts.
    fileprivate static func step(_ places: Int) -> Int128 {
        (places..<max(places, scale)).reduce(1) { step, _ in step * 10 }
    }
}
