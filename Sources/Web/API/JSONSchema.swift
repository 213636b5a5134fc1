internal import Pages
internal import Periods

/// What a JSON value must be: the description for programs says it, bodies are checked against it, and tests check answers against it.
indirect enum JSONSchema: Sendable {
    /// A text of some lengths, in characters, and of a shape.
    case text(ClosedRange<Int> = 1...200, TextShape = .any)
    /// One of some texts.
    case choice([String])
    /// A whole number.
    case whole(ClosedRange<Int64>)
    /// What a cell of a table holds: a text, a number by its digits, yes or no.
    case cell
    /// Yes or no.
    case flag
    /// Values of one kind, so many.
    case list(JSONSchema, ClosedRange<Int> = 0...Int.max)
    /// Members by name; others are refused.
    case object([Member])
    /// Values of one kind under any names.
    case map(JSONSchema, ClosedRange<Int> = 0...Int.max)
    /// Any of several.
    case either([JSONSchema])
    /// One that others name too.
    case named(APIComponent)
    /// Nothing.
    case null

    /// A member of an object.
    struct Member: Sendable {
        var name: String
        var schema: JSONSchema
        var isRequired = true
        /// What it is, where its name does not say it.
        var about: Words?
    }

    /// The shape of a text.
    enum TextShape: Sendable {
        case any
        /// `2026-01-31`
        case day
        /// `2026-01-31T10:00:00Z`
        case instant
        /// `-57400.00`
        case decimal
        /// Hexadecimal digits.
        case digest
    }
}

extension JSONSchema.Member {
    /// A member that must be there.
    static func member(_ name: String, _ schema: JSONSchema, _ about: Words? = nil) -> JSONSchema.Member {
        JSONSchema.Member(name: name, schema: schema, about: about)
    }

    /// A member that may be left out.
    static func optional(_ name: String, _ schema: JSONSchema, _ about: Words? = nil) -> JSONSchema.Member {
        JSONSchema.Member(name: name, schema: schema, isRequired: false, about: about)
    }
}

// MARK: - Checking

/// What is wrong with a value of a body, and where (RFC 6901).
struct BodyFault: Sendable {
    let pointer: String
    let text: Words
}

extension JSONSchema {
    /// The most faults that are told at once.
    private static let mostFaults = 20

    /// What is wrong with a value; nothing where it is as it must be.
    func faults(of value: JSONValue, at pointer: String = "") -> [BodyFault] {
        var faults: [BodyFault] = []
        check(value, pointer, &faults)
        return faults
    }

    private func check(_ value: JSONValue, _ pointer: String, _ faults: inout [BodyFault]) {
        guard faults.count < Self.mostFaults else { return }
        switch (self, value) {
        case (.text(let lengths, let shape), .text(let text)):
            if !lengths.contains(text.count) {
                faults.append(BodyFault(pointer: pointer, text: APIWords.length(lengths)))
            } else if !shape.takes(text) {
                faults.append(BodyFault(pointer: pointer, text: shape.words))
            }
        case (.choice(let texts), .text(let text)):
            if !texts.contains(text) {
                faults.append(BodyFault(pointer: pointer, text: APIWords.choice(texts)))
            }
        case (.whole(let range), .number), (.whole(let range), .whole):
            if value.whole.map(range.contains) != true {
                faults.append(BodyFault(pointer: pointer, text: APIWords.range(range)))
            }
        case (.cell, .text(let text)):
            if text.count > Self.longestCell || text.contains(where: \.isNewline) {
                faults.append(BodyFault(pointer: pointer, text: APIWords.cell(Self.longestCell)))
            }
        case (.cell, .number), (.cell, .whole), (.cell, .flag), (.flag, .flag), (.null, .null): break
        case (.list(let schema, let counts), .list(let values)): check(values, schema, counts, pointer, &faults)
        case (.object(let members), .object(let values)): check(values, members, pointer, &faults)
        case (.map(let schema, let counts), .object(let values)):
            if !counts.contains(values.count) {
                faults.append(BodyFault(pointer: pointer, text: APIWords.count(counts)))
            }
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                schema.check(value, pointer + "/" + Self.escaped(name), &faults)
            }
        case (.either(let schemas), _):
            if !schemas.contains(where: { $0.faults(of: value).isEmpty }) {
                faults.append(BodyFault(pointer: pointer, text: APIWords.kind(self)))
            }
        case (.named(let component), _): component.schema.check(value, pointer, &faults)
        default: faults.append(BodyFault(pointer: pointer, text: APIWords.kind(self)))
        }
    }

    /// The longest text of a cell, in characters.
    static let longestCell = 2_000

    private func check(
        _ values: [JSONValue], _ schema: JSONSchema, _ counts: ClosedRange<Int>, _ pointer: String,
        _ faults: inout [BodyFault]
    ) {
        guard counts.contains(values.count) else {
            return faults.append(BodyFault(pointer: pointer, text: APIWords.count(counts)))
        }
        for (place, value) in values.enumerated() { schema.check(value, "\(pointer)/\(place)", &faults) }
    }

    private func check(
        _ values: [String: JSONValue], _ members: [Member], _ pointer: String, _ faults: inout [BodyFault]
    ) {
        for member in members {
            let place = pointer + "/" + Self.escaped(member.name)
            if let value = values[member.name] {
                member.schema.check(value, place, &faults)
            } else if member.isRequired {
                faults.append(BodyFault(pointer: place, text: APIWords.missing))
            }
        }
        let known = Set(members.map(\.name))
        for name in values.keys.filter({ !known.contains($0) }).sorted() {
            faults.append(
                BodyFault(pointer: pointer + "/" + Self.escaped(name), text: APIWords.unknown(members.map(\.name))))
        }
    }

    /// A name as a pointer has it.
    private static func escaped(_ name: String) -> String {
        String(name.prefix(200)).replacing("~", with: "~0").replacing("/", with: "~1")
    }
}

extension JSONSchema.TextShape {
    fileprivate func takes(_ text: String) -> Bool {
        switch self {
        case .any: true
        case .day: CivilDay(parsing: text)?.description == text
        case .instant: text.count == 20 && CivilDay(parsing: String(text.prefix(10))) != nil && text.hasSuffix("Z")
        case .decimal: Self.isDecimal(text)
        case .digest: text.allSatisfy { $0.isASCII && $0.isHexDigit && !$0.isUppercase }
        }
    }

    private static func isDecimal(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(halves.count)
            && halves.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }

    /// What is to be entered.
    fileprivate var words: Words {
        switch self {
        case .any: APIWords.length(1...1)
        case .day: Words(ru: "Нужен день: 2026-01-31.", en: "Write a day: 2026-01-31.")
        case .instant: Words(ru: "Нужен момент: 2026-01-31T10:00:00Z.", en: "Write a moment: 2026-01-31T10:00:00Z.")
        case .decimal: Words(ru: "Нужно число: -57400.00.", en: "Write a number: -57400.00.")
        case .digest: Words(ru: "Нужны шестнадцатеричные цифры.", en: "Write hexadecimal digits.")
        }
    }

    fileprivate var members: [String: JSONValue] {
        switch self {
        case .any: [:]
        case .day: ["format": .text("date"), "pattern": .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
        case .instant: ["format": .text("date-time")]
        case .decimal: ["pattern": .text("^-?[0-9]+(\\.[0-9]+)?$")]
        case .digest: ["pattern": .text("^[0-9a-f]+$")]
        }
    }
}

// MARK: - Describing

extension JSONSchema {
    /// As the description for programs writes it (JSON Schema 2020-12).
    func described(_ language: PageLanguage) -> JSONValue {
        switch self {
        case .text(let lengths, let shape):
            var members: [String: JSONValue] = ["type": .text("string")]
            if lengths.lowerBound > 0 { members["minLength"] = .whole(Int64(lengths.lowerBound)) }
            if lengths.upperBound < Int.max { members["maxLength"] = .whole(Int64(lengths.upperBound)) }
            return .object(members.merging(shape.members) { first, _ in first })
        case .choice(let texts):
            return .object(["type": .text("string"), "enum": .list(texts.map(JSONValue.text))])
        case .whole(let range):
            return .object([
                "type": .text("integer"), "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound),
            ])
        case .cell:
            return .object([
                "type": .list(["string", "number", "boolean"].map(JSONValue.text)),
                "maxLength": .whole(Int64(Self.longestCell)),
            ])
        case .flag: return .object(["type": .text("boolean")])
        case .null: return .object(["type": .text("null")])
        case .list(let schema, let counts):
            return .object(
                Self.bounds(counts, "Items").merging(["type": .text("array"), "items": schema.described(language)]) {
                    first, _ in first
                })
        case .map(let schema, let counts):
            return .object(
                Self.bounds(counts, "Properties").merging([
                    "type": .text("object"), "additionalProperties": schema.described(language),
                ]) { first, _ in first })
        case .object(let members): return Self.object(members, language)
        case .either(let schemas): return .object(["anyOf": .list(schemas.map { $0.described(language) })])
        case .named(let component): return .object(["$ref": .text("#/components/schemas/\(component.rawValue)")])
        }
    }

    private static func bounds(_ counts: ClosedRange<Int>, _ what: String) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        if counts.lowerBound > 0 { members["min" + what] = .whole(Int64(counts.lowerBound)) }
        if counts.upperBound < Int.max { members["max" + what] = .whole(Int64(counts.upperBound)) }
        return members
    }

    private static func object(_ members: [Member], _ language: PageLanguage) -> JSONValue {
        let properties = members.map { member -> (String, JSONValue) in
            var schema = member.schema.described(language).members ?? [:]
            if let about = member.about { schema["description"] = .text(about[language]) }
            return (member.name, .object(schema))
        }
        return .object([
            "type": .text("object"), "additionalProperties": .flag(false),
            "properties": .object(Dictionary(properties) { first, _ in first }),
            "required": .list(members.filter(\.isRequired).map { .text($0.name) }),
        ])
    }
}
