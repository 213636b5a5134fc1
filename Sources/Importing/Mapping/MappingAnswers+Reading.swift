extension MappingAnswers {
    /// The keys of answers, as they are written: those that end with a point are followed by a field, or a name.
    public static let keys = [
        "kind", "encoding", "delimiter", "sheet", "header", "decimal", "decimal.", "dates", "dates.", "time", "zone",
        "year", "empty", "fill.", "skip.", "column.", "constant.", "id", "owners.", "name.",
    ]

    /// Takes an answer.
    ///
    /// - Parameters:
    ///   - key: what is answered: `decimal`, `column.amount`, `name.Котов Б.`
    ///   - value: the answer.
    /// - Throws: ``MappingAnswerFault``.
    public mutating func take(_ key: String, _ value: String) throws(MappingAnswerFault) {
        let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            try take(parts[0], of: parts[1], value, key)
            return
        }
        switch key {
        case "kind": kind = value
        case "encoding": encoding = try Self.choice(value, key, TextEncoding.allCases.map { ($0.rawValue, $0) })
        case "delimiter": delimiter = try Self.choice(value, key, Self.delimiters)
        case "sheet": sheet = value
        case "header": header = try Self.header(value)
        case "decimal": decimal = try Self.decimal(value, key)
        case "dates": dates = try Self.dates(value, key)
        case "time": dropsTime = try Self.choice(value, key, [("drop", true)])
        case "zone": zone = try Self.zone(value)
        case "year": year = try Self.year(value)
        case "empty": empty.append(value)
        case "id": id = Self.identity(value)
        default: throw .unknownKey(key)
        }
    }

    private mutating func take(
        _ key: String, of name: String, _ value: String, _ whole: String
    ) throws(MappingAnswerFault) {
        guard !name.isEmpty else { throw .unknownKey(whole) }
        switch key {
        case "decimal": decimals[name] = try Self.decimal(value, whole)
        case "dates": datesByField[name] = try Self.dates(value, whole)
        case "column":
            columns[name] =
                value.isEmpty || value == "-"
                ? .nothing : .column(Int(value).map { .number($0) } ?? .named(value))
        case "constant": constants[name] = value
        case "fill": fill[name] = try Self.choice(value, whole, TableRules.Fill.allCases.map { ($0.rawValue, $0) })
        case "skip": skip[name, default: []].append(value)
        case "owners": owners[name] = value == "one" ? .one : .separated(by: value)
        case "name": aliases[name] = value
        default: throw .unknownKey(whole)
        }
    }

    private static let delimiters: [(String, UInt8)] = [
        (",", UInt8(ascii: ",")), (";", UInt8(ascii: ";")), ("tab", 0x09), ("|", UInt8(ascii: "|")),
    ]

    private static func choice<Value>(
        _ text: String, _ key: String, _ known: [(String, Value)]
    ) throws(MappingAnswerFault) -> Value {
        guard let found = known.first(where: { $0.0 == text }) else {
            throw .badValue(key: key, value: text, allowed: known.map(\.0))
        }
        return found.1
    }

    private static func decimal(_ text: String, _ key: String) throws(MappingAnswerFault) -> DecimalMark {
        try choice(text, key, DecimalMark.allCases.map { ($0.rawValue, $0) })
    }

    private static func dates(_ text: String, _ key: String) throws(MappingAnswerFault) -> TableRules.Dates {
        try choice(text, key, DayOrder.allCases.map { ($0.rawValue, .order($0)) } + [("serial", .serial)])
    }

    /// `3`, `3-4` or `none`.
    private static func header(_ text: String) throws(MappingAnswerFault) -> TableRules.Header {
        if text == "none" { return .none }
        let numbers = text.split(separator: "-").map { Int($0) }
        if let first = numbers.first ?? nil, let last = numbers.last ?? nil, numbers.count <= 2,
            first >= 1, last >= first, last - first <= 1
        {
            return .rows(first...last)
        }
        throw .badValue(key: "header", value: text, allowed: ["1", "1-2", "none"])
    }

    /// Minutes from UTC: `+03:00`, `-5`, `Z`.
    private static func zone(_ text: String) throws(MappingAnswerFault) -> Int {
        if text == "Z" || text == "UTC" { return 0 }
        let sign = text.first == "-" ? -1 : 1
        let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: ":").map { Int($0) }
        if let hours = parts.first ?? nil, (0...14).contains(hours), parts.count <= 2,
            let minutes = parts.count == 2 ? parts[1] : 0, (0..<60).contains(minutes)
        {
            return sign * (hours * 60 + minutes)
        }
        throw .badValue(key: "zone", value: text, allowed: ["+03:00", "-05:00", "Z"])
    }

    private static func year(_ text: String) throws(MappingAnswerFault) -> Int {
        guard text.utf8.count == 4, let year = Int(text), (1900...2200).contains(year) else {
            throw .badValue(key: "year", value: text, allowed: ["2026"])
        }
        return year
    }

    private static func identity(_ text: String) -> TableRules.Identity {
        if text == "row" { return .row }
        return .fields(text.split(separator: ",").map { PlainSpelling.trimmed(String($0)) }.filter { !$0.isEmpty })
    }
}

extension MappingAnswers {
    /// Takes an entry as it stands under `tables:`, value by value: `["columns", "amount"]` is `Сумма`, and a list comes element by
    /// element under one path.
    ///
    /// What an answer cannot say (`names`, `fingerprint`) is found out anew.
    ///
    /// - Throws: ``MappingAnswerFault`` for what no answer has the place for, with the path as its key.
    public init(entry: [(path: [String], value: String)]) throws(MappingAnswerFault) {
        var shared: [String: String] = [:]
        for (path, value) in entry {
            let key = path.joined(separator: ".")
            switch (path.first ?? "", path.count) {
            case ("reads", 1): try take("kind", value)
            case ("encoding", 1), ("delimiter", 1), ("sheet", 1), ("time", 1), ("zone", 1), ("year", 1), ("empty", 1),
                ("decimal", 1), ("dates", 1):
                try take(key, value)
            case ("decimal", 2), ("dates", 2): try take(path[1] == "all" ? path[0] : key, value)
            case ("header", 1): try addHeader(value)
            case ("fill", 1): try take("fill." + value, TableRules.Fill.down.rawValue)
            case ("fill", 2), ("skip", 2): try take(key, value)
            case ("columns", 2): try take("column." + path[1], value)
            case ("constants", 2): try take("constant." + path[1], value)
            case ("id", 1): addIdentity(value)
            case ("wide", _): try addWide(path, value)
            case ("owners", 2): shared[path[1]] = value
            case ("names", 1), ("fingerprint", 1), ("totals", 1), ("notes", 1): break
            default: throw .unknownKey(key)
            }
        }
        if let field = shared["column"], let separator = shared["separator"] {
            owners[field] = .separated(by: separator)
        }
    }

    /// One row, or the second of two.
    private mutating func addHeader(_ value: String) throws(MappingAnswerFault) {
        if case .rows(let rows)? = header, let last = Int(value), last == rows.upperBound + 1 {
            header = .rows(rows.lowerBound...last)
        } else {
            try take("header", value)
        }
    }

    private mutating func addIdentity(_ value: String) {
        if case .fields(let fields)? = id {
            id = .fields(fields + [value])
        } else {
            id = value == "row" ? .row : .fields([value])
        }
    }

    private mutating func addWide(_ path: [String], _ value: String) throws(MappingAnswerFault) {
        var rule = wide ?? TableRules.Wide(key: "", values: [:])
        switch (path.count > 1 ? path[1] : "", path.count) {
        case ("columns", 2): if value != "periods" { rule.columns = (rule.columns ?? []) + [value] }
        case ("key", 2): rule.key = value
        case ("value", 2): rule.values[""] = value
        case ("value", 3): rule.values[path[2]] = value
        default: throw .unknownKey(path.joined(separator: "."))
        }
        wide = rule
    }
}
