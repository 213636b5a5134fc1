internal import Formulas
internal import Messages

extension EventColumn {
    /// How many rows it has.
    public var count: Int {
        switch self {
        case .day(let days): days.count
        case .decimal(let numbers, _): numbers.count
        case .text(let codes, _): codes.count
        case .record(let numbers): numbers.count
        case .flag(let flags): flags.count
        }
    }

    /// Adds empty rows.
    mutating func pad(by rows: Int, _ type: FieldType) {
        guard rows > 0 else { return }
        switch self {
        case .day(var days):
            self = .day([])
            days += repeatElement(Self.emptyDay, count: rows)
            self = .day(days)
        case .decimal(var numbers, let scale):
            self = .decimal([], scale: 0)
            numbers += repeatElement(Self.emptyNumber, count: rows)
            self = .decimal(numbers, scale: scale)
        case .text(var codes, let dictionary):
            self = .text([], dictionary: [])
            codes += repeatElement(Self.emptyCode, count: rows)
            self = .text(codes, dictionary: dictionary)
        case .record(var numbers):
            self = .record([])
            numbers += repeatElement(Self.emptyCode, count: rows)
            self = .record(numbers)
        case .flag(var flags):
            self = .flag([])
            flags += repeatElement(Self.emptyFlag, count: rows)
            self = .flag(flags)
        }
    }

    mutating func pad(to rows: Int, _ type: FieldType) {
        pad(by: rows - count, type)
    }

    mutating func append(records: [Int32]) {
        guard case .record(var numbers) = self else { return }
        self = .record([])
        if numbers.isEmpty { numbers = records } else { numbers += records }
        self = .record(numbers)
    }

    /// Appends the cells of a table; the message tells why numbers of two tables do not fit one column.
    mutating func append(_ cells: ColumnData) -> LocalizedText? {
        // A column without rows becomes the cells as they are: copies of the columns of large tables cost more than reading.
        switch (self, cells) {
        case (.day(let days), .day(let more)) where days.isEmpty:
            self = .day(more)
        case (.flag(let flags), .flag(let more)) where flags.isEmpty:
            self = .flag(more)
        case (.text(let codes, let dictionary), .code(let more)) where codes.isEmpty && dictionary.isEmpty:
            self = .text(more.codes, dictionary: more.dictionary)
        case (.decimal(let numbers, let scale), .decimal(let more)) where numbers.isEmpty && scale <= more.scale:
            self = .decimal(more.values, scale: more.scale)
        case (.day(var days), .day(let more)):
            self = .day([])
            days += more
            self = .day(days)
        case (.flag(var flags), .flag(let more)):
            self = .flag([])
            flags += more
            self = .flag(flags)
        case (.text(let codes, let dictionary), .code(let more)):
            append(more, to: codes, dictionary)
        case (.decimal(let numbers, let scale), .decimal(let more)):
            return append(more, to: numbers, scale)
        default:
            return LocalizedText(en: "the column changes its kind", ru: "столбец меняет вид")
        }
        return nil
    }

    private mutating func append(_ more: CodeColumn, to codes: [Int32], _ dictionary: [String]) {
        var codes = codes
        var dictionary = dictionary
        self = .text([], dictionary: [])
        var numbers = Dictionary(uniqueKeysWithValues: dictionary.enumerated().map { ($1, Int32($0)) })
        let translation = more.dictionary.map { text -> Int32 in
            if let number = numbers[text] { return number }
            let number = Int32(dictionary.count)
            numbers[text] = number
            dictionary.append(text)
            return number
        }
        codes += more.codes.map { $0 < 0 ? Self.emptyCode : translation[Int($0)] }
        self = .text(codes, dictionary: dictionary)
    }

    /// Brings both parts to the finer scale.
    private mutating func append(_ more: DecimalColumn, to numbers: [Int64], _ scale: Int) -> LocalizedText? {
        let common = max(scale, more.scale)
        guard let first = Self.rescaled(numbers, from: scale, to: common),
            let second = Self.rescaled(more.values, from: more.scale, to: common)
        else {
            return LocalizedText(
                en: "its numbers have too many digits for one column (18 in all)",
                ru: "у чисел слишком много цифр для одного столбца (всего 18)")
        }
        self = .decimal([], scale: 0)
        self = .decimal(first + second, scale: common)
        return nil
    }

    /// Numbers with more places; `nil` when they do not fit 64 bits so.
    static func rescaled(_ numbers: [Int64], from scale: Int, to common: Int) -> [Int64]? {
        if scale == common || numbers.isEmpty { return numbers }
        var factor: Int64 = 1
        for _ in scale..<common { factor *= 10 }
        var result: [Int64] = []
        result.reserveCapacity(numbers.count)
        for number in numbers {
            if number == emptyNumber {
                result.append(number)
                continue
            }
            let (scaled, overflow) = number.multipliedReportingOverflow(by: factor)
            if overflow || scaled == emptyNumber { return nil }
            result.append(scaled)
        }
        return result
    }
}
