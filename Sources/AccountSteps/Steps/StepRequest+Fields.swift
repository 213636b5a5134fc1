import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// What was given, read as its field says.
extension StepRequest {
    /// A text without blanks around it; `nil` where nothing was given.
    func text(_ name: String) -> String? {
        guard let text = values[name]?.trimmed, !text.isBlank else { return nil }
        return text
    }

    /// A text that the step cannot do without in this case.
    func needed(_ name: String) throws(Refusal) -> String {
        guard let text = text(name) else { throw .emptyField(field(name)) }
        return text
    }

    func key<Subject>(_ name: String) -> Key<Subject>? { text(name).map { Key($0) } }

    func neededKey<Subject>(_ name: String) throws(Refusal) -> Key<Subject> { Key(try needed(name)) }

    func day(_ name: String) throws(Refusal) -> CivilDay? {
        guard let text = text(name) else { return nil }
        guard let day = CivilDay(parsing: text) else { throw .unreadField(field(name), text) }
        return day
    }

    func neededDay(_ name: String) throws(Refusal) -> CivilDay {
        guard let day = try day(name) else { throw .emptyField(field(name)) }
        return day
    }

    func moment(_ name: String) throws(Refusal) -> CivilMoment? {
        guard let text = text(name) else { return nil }
        guard let moment = CivilMoment(parsing: text) else { throw .unreadField(field(name), text) }
        return moment
    }

    func neededMoment(_ name: String) throws(Refusal) -> CivilMoment {
        guard let moment = try moment(name) else { throw .emptyField(field(name)) }
        return moment
    }

    func whole(_ name: String) throws(Refusal) -> Int? {
        guard let text = text(name) else { return nil }
        guard let whole = Int(text) else { throw .unreadField(field(name), text) }
        return whole
    }

    func neededWhole(_ name: String) throws(Refusal) -> Int {
        guard let whole = try whole(name) else { throw .emptyField(field(name)) }
        return whole
    }

    /// A number; a comma may stand for the point, and blanks between thousands.
    func number(_ name: String) throws(Refusal) -> FixedDecimal? {
        guard let text = text(name) else { return nil }
        guard let number = Self.number(text) else { throw .unreadField(field(name), text) }
        return number
    }

    func neededNumber(_ name: String) throws(Refusal) -> FixedDecimal {
        guard let number = try number(name) else { throw .emptyField(field(name)) }
        return number
    }

    /// A share of one: `60%`, where a number alone means per cent too.
    func share(_ name: String) throws(Refusal) -> FixedDecimal? {
        guard let text = text(name) else { return nil }
        guard let percent = Self.number(text.hasSuffix("%") ? String(text.dropLast()) : text),
            let share = try? percent.divided(by: 100)
        else { throw .unreadField(field(name), text) }
        return share
    }

    func neededShare(_ name: String) throws(Refusal) -> FixedDecimal {
        guard let share = try share(name) else { throw .emptyField(field(name)) }
        return share
    }

    func flag(_ name: String) -> Bool? {
        switch text(name)?.lowercased() {
        case "yes", "true", "1", "on", "да": true
        case "no", "false", "0", "off", "нет": false
        default: nil
        }
    }

    /// A word of a life or a list.
    func word<Word: RawRepresentable<String>>(_ name: String) -> Word? { text(name).flatMap { Word(rawValue: $0) } }

    func neededWord<Word: RawRepresentable<String>>(_ name: String) throws(Refusal) -> Word {
        guard let word: Word = word(name) else { throw .emptyField(field(name)) }
        return word
    }

    /// Identifiers with blanks, commas or semicolons between, each once.
    func list(_ name: String) -> [String] {
        var seen: Set<String> = []
        return (text(name) ?? "").split { $0.isWhitespace || ",;".contains($0) }.map(String.init)
            .filter { seen.insert($0).inserted }
    }

    static func number(_ text: String) -> FixedDecimal? {
        let plain = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.replacing(",", with: ".")
        return try? FixedDecimal(parsing: plain)
    }

    /// The field of a name; one without a label where the step has none.
    func field(_ name: String) -> StepField {
        fields.first { $0.name == name } ?? StepField(name, LocalizedText(name), .line)
    }

    // MARK: Every field of a form

    /// Refuses a field that is empty though it is needed, or that is not what it should be.
    func check(_ field: StepField) throws(Refusal) {
        guard let text = text(field.name) else {
            if field.isNeeded { throw .emptyField(field) }
            return
        }
        switch field.content {
        case .line:
            if text.contains(where: \.isNewline) { throw .unreadField(field, text) }
        case .text: break
        case .day: _ = try day(field.name)
        case .moment: _ = try moment(field.name)
        case .whole(let range):
            guard let whole = try whole(field.name), range.contains(whole) else { throw .unreadField(field, text) }
        case .number: _ = try number(field.name)
        case .share: _ = try share(field.name)
        case .flag: if flag(field.name) == nil { throw .unreadField(field, text) }
        case .choice(let choices):
            guard choices.contains(where: { $0.word == text }) else { throw .unreadField(field, text) }
        case .one(let subject): try known(text, subject, field)
        case .many(let subject):
            for name in list(field.name) { try known(name, subject, field) }
        }
    }

    private func known(_ name: String, _ subject: StepField.Subject, _ field: StepField) throws(Refusal) {
        let names = AccountSteps.known(subject, of: nil, in: book, on: today)
        guard !names.contains(name) else { return }
        throw .unknownName(field, name, among: names)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let head = drop { $0.isWhitespace }
        return String(head.reversed().drop { $0.isWhitespace }.reversed())
    }
}
