public import Messages
public import Quantities

/// One part of a client's health.
public struct HealthPart: Hashable, Sendable {
    /// What it looks at.
    public let id: Key<HealthPart>
    /// Its share, above 0; the parts total one.
    public let weight: FixedDecimal
    /// How good it is, from 0 to 1; nil where nothing is known.
    public let value: FixedDecimal?
    /// How many days old the value is.
    public let age: Int
    /// Up to how many days a value is fresh.
    public let norm: Int

    /// A part.
    public init(_ id: Key<HealthPart>, weight: FixedDecimal, value: FixedDecimal?, age: Int = 0, norm: Int) {
        (self.id, self.weight, self.value, self.age, self.norm) = (id, weight, value, age, norm)
    }

    /// The part as people call it; one that a company invents has its own name.
    public var words: LocalizedText {
        switch id.text {
        case "sales": LocalizedText(en: "sales", ru: "продажи")
        case "payment": LocalizedText(en: "payment", ru: "оплата")
        case "promises": LocalizedText(en: "promises", ru: "обещания")
        case "claims": LocalizedText(en: "claims", ru: "претензии")
        case "influence": LocalizedText(en: "influence", ru: "влияние")
        case "satisfaction": LocalizedText(en: "satisfaction", ru: "удовлетворённость")
        case "contact": LocalizedText(en: "contact", ru: "контакт")
        default: LocalizedText(id.text)
        }
    }

    /// How much of the value is still known: 1 up to the norm, (3·norm − age) ÷ (2·norm) after it, 0 from thrice the norm.
    func freshness() throws(NoFigure) -> FixedDecimal {
        guard value != nil, norm > 0 else { return .zero }
        if age <= norm { return .one }
        // Compared by division, so that no age overflows.
        guard age / 3 < norm else { return .zero }
        return try Exact.share(3 * norm - age, of: 2 * norm, LocalizedText(en: "norm", ru: "норма"))
    }
}

/// What alone makes a client's health poor, whatever the figure.
public enum HealthVeto: String, Hashable, Sendable, CaseIterable {
    /// A promise 90 days overdue.
    case promise
    /// Sales that fall against those of all key accounts.
    case sales
    /// Money more than 30 days overdue.
    case payment
}

/// A client's health: Σ weight·value·freshness. What is unknown or stale counts 0, so it never looks good.
///
/// It is for the account manager; it is never paid, for a score that is paid is kept green.
public struct Health: Hashable, Sendable {
    /// The parts it is made of.
    public let parts: [HealthPart]
    /// What speaks against it alone.
    public let vetoes: Set<HealthVeto>
    /// Σ w·v·f, from 0 to 1.
    public let value: FixedDecimal
    /// Σ w·f: how much of it is known.
    public let known: FixedDecimal

    /// How it is shown.
    public enum Colour: String, Hashable, Sendable, CaseIterable {
        /// 75 or more, 70 % known or more, and no veto.
        case green
        /// Between.
        case amber
        /// Below 50, or a veto.
        case red
        /// Less than half is known.
        case grey
    }

    /// A client's health; refused unless the weights total 100 % and every value lies between 0 and 1.
    public init(_ parts: [HealthPart], vetoes: Set<HealthVeto> = []) throws(Refusal) {
        try Exact.requireWhole(parts.map(\.weight), "health")
        for part in parts {
            guard part.value.map({ $0 >= .zero && $0 <= .one }) ?? true, part.age >= 0,
                (1...1_000_000).contains(part.norm)
            else {
                throw Refusal(
                    "outside-range",
                    LocalizedText(
                        en: "health, \(part.id): value, age or norm",
                        ru: "здоровье, \(part.id): значение, возраст или норма"),
                    remedy: LocalizedText(
                        en: "a value from 0 to 1, an age from 0 and a norm above 0 days",
                        ru: "значение от 0 до 1, возраст от 0, норма больше 0 дней"))
            }
        }
        do throws(NoFigure) {
            var known: [FixedDecimal] = []
            var values: [FixedDecimal] = []
            for part in parts {
                let fresh = try Exact.product(part.weight, try part.freshness())
                known.append(fresh)
                values.append(try Exact.product(fresh, part.value ?? .zero))
            }
            (value, self.known) = (try Exact.sum(values), try Exact.sum(known))
        } catch {
            throw Refusal("no-figure", error.text, remedy: LocalizedText(en: "check the parts", ru: "проверьте части"))
        }
        (self.parts, self.vetoes) = (parts, vetoes)
    }

    /// Value ÷ known: how good is what is known; without value where nothing is.
    public func ofKnown() throws(NoFigure) -> FixedDecimal {
        try Exact.share(value, of: known, LocalizedText(en: "known part", ru: "известная часть"))
    }

    /// A veto is known to be bad, so it comes before what is not known.
    public var colour: Colour {
        if !vetoes.isEmpty { return .red }
        let (half, greenFrom, knownFrom) = (Self.percent(50), Self.percent(75), Self.percent(70))
        if known < half { return .grey }
        if value < half { return .red }
        return value >= greenFrom && known >= knownFrom ? .green : .amber
    }

    /// The part that takes most from the figure by being stale or unknown; nil where all is fresh.
    public var blindest: HealthPart? {
        var blindest: (part: HealthPart, lost: FixedDecimal)?
        for part in parts {
            guard let fresh = try? part.freshness(), let lost = try? Exact.difference(.one, fresh),
                let weighted = try? Exact.product(part.weight, lost), weighted > blindest?.lost ?? .zero
            else { continue }
            blindest = (part, weighted)
        }
        return blindest?.part
    }

    private static func percent(_ number: Int) -> FixedDecimal {
        FixedDecimal(raw: Int128(number) * 100_000_000_000_000)
    }
}
