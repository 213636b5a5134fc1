public import AccountRows
public import Accounts
internal import Messages
public import Quantities

/// Figures as they are shown: shares with one place, amounts in whole units, what has no value as a dash.
extension AccountDesk {
    /// An amount in whole units of the company's currency.
    public func amount(_ amount: FixedDecimal?) -> String {
        guard let amount, let whole = try? amount.rounded(toPlaces: 0, .halfAwayFromZero) else { return "—" }
        let number = LocalizedNumber.grouped(whole, places: 0, in: language)
        return LocalizedNumber.unit(model.currency.code, behind: number, in: language)
    }

    /// `29.2 %`
    public func share(_ share: FixedDecimal?, signed: Bool = false) -> String {
        guard let share,
            let percent = (try? share.multiplied(by: 100)).flatMap({ try? $0.rounded(toPlaces: 1, .halfAwayFromZero) })
        else { return "—" }
        let sign = signed && percent > .zero ? "+" : ""
        let number = LocalizedNumber.grouped(percent, places: 1, in: language)
        return sign + LocalizedNumber.unit("%", behind: number, in: language)
    }

    /// `0.98`
    public func ratio(_ ratio: FixedDecimal) -> String {
        guard let rounded = try? ratio.rounded(toPlaces: 2, .halfAwayFromZero) else { return "—" }
        return LocalizedNumber.grouped(rounded, places: 2, in: language)
    }

    /// `61 of 100, 82 % known`
    public func health(_ health: Health?) -> String {
        guard let health,
            let points = (try? health.value.multiplied(by: 100)).flatMap({ try? $0.integer(.halfAwayFromZero) })
        else { return "—" }
        return word("\(points) (\(share(health.known)) known)", "\(points) (известно \(share(health.known)))")
    }

    /// A part of the health as people call it.
    public func healthPart(_ part: HealthPart) -> String { part.words[language] }

    /// How much a finding presses.
    public func severity(_ severity: Severity) -> String { severity.words[language] }

    /// What a finding rests on, each row with its file and line.
    public func evidence(_ placed: PlacedFinding, separator: String = "; ") -> String {
        zip(placed.finding.evidence, placed.places).map { evidence, place in
            let row = evidence.row == placed.finding.client?.text ? "" : "\(evidence.row): "
            let address = place.map { " (\($0.address))" } ?? ""
            return row + evidence.text[language] + address
        }.joined(separator: separator)
    }

    /// What a finding is about: the client, or the one of ours or the unit.
    public func subject(_ placed: PlacedFinding) -> String {
        guard let client = placed.finding.client else {
            let subject = placed.finding.key.subject
            let people = model.records(BuiltInKind.person)
            if let number = people.number(of: subject) { return people.title(number)[language] }
            if let number = model.units.number(of: subject) { return model.units.title(number)[language] }
            return subject
        }
        return name(client)
    }
}
