public import Messages
public import Quantities

extension Meeting {
    /// What a sheet can lack.
    public enum SheetFault: Hashable, Sendable {
        /// Nothing is said about what is talked about.
        case noAgenda
        /// An important meeting is not held alone.
        case alone(own: Int)
        /// The client sends nobody.
        case nobodyOfClient
        /// A reason shorter than 40 characters, or of more than two sentences.
        case reason(Key<Person>)
        /// The reason of one is a copy of another's.
        case copied(Key<Person>, from: Key<Person>)
        /// More than three of ours for two of the client's, and not said why.
        case ratio(own: Int, client: Int)

        /// The fault in words.
        public var words: LocalizedText {
            switch self {
            case .noAgenda: LocalizedText(en: "no agenda", ru: "нет повестки")
            case .alone(let own): LocalizedText(en: "\(own) of ours, two needed", ru: "наших \(own), нужно двое")
            case .nobodyOfClient: LocalizedText(en: "nobody of the client", ru: "никого от клиента")
            case .reason(let person):
                LocalizedText(
                    en: "\(person): the reason has 40 characters or more, in one or two sentences",
                    ru: "\(person): причина — от 40 знаков, одно-два предложения")
            case .copied(let person, let other):
                LocalizedText(en: "\(person): the reason is \(other)'s", ru: "\(person): причина та же, что у \(other)")
            case .ratio(let own, let client):
                LocalizedText(
                    en: "\(own) of ours for \(client) of the client's", ru: "наших \(own) на \(client) от клиента")
            }
        }
    }

    /// What the sheet lacks, the gravest first.
    public var sheetFaults: [SheetFault] {
        var faults: [SheetFault] = []
        if agenda.isBlank { faults.append(.noAgenda) }
        if plannedClient <= 0 { faults.append(.nobodyOfClient) }
        if own.count < 2 { faults.append(.alone(own: own.count)) }
        var seen: [String: Key<Person>] = [:]
        for guest in own {
            let words = VisibleText.withoutHidden(guest.reason).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            if words.count < 40 || Self.sentences(in: words) > 2 { faults.append(.reason(guest.person)) }
            if let other = seen[words.lowercased()] {
                faults.append(.copied(guest.person, from: other))
            } else {
                seen[words.lowercased()] = guest.person
            }
        }
        let mostOwn = Double(plannedClient) * 1.5
        if plannedClient > 0, Double(own.count) > mostOwn, (justification ?? "").isBlank {
            faults.append(.ratio(own: own.count, client: plannedClient))
        }
        return faults
    }

    /// How far attendance fell over three meetings of a series: (first − last) ÷ first.
    ///
    ///     10, 6, 2   // 80 %
    public static func decay(_ came: [Int]) throws(NoFigure) -> FixedDecimal {
        let name = LocalizedText(en: "meetings of the series", ru: "встречи серии")
        guard came.count >= 3 else { throw .tooFew(name, count: came.count, needed: 3) }
        let last = came.suffix(3)
        let first = last.first ?? 0
        return try Exact.share(
            try Exact.difference(FixedDecimal(first), FixedDecimal(last.last ?? 0)), of: FixedDecimal(first),
            LocalizedText(en: "person at the first of three", ru: "участник первой из трёх"))
    }

    /// A sentence ends with a mark that a space or the end follows, so that "1.5" does not.
    private static func sentences(in text: String) -> Int {
        var count = 0
        var isOpen = false
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            let ends = ".!?…".contains(character) && (place + 1 == characters.count || characters[place + 1] == " ")
            if ends, isOpen {
                count += 1
                isOpen = false
            } else if !character.isPunctuation, !character.isWhitespace {
                isOpen = true
            }
        }
        return count + (isOpen ? 1 : 0)
    }
}
