internal import Company
internal import Credentials
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// Reads what has moved somebody's pay lately, by what moved it.
struct PayMovesReading {
    private let asked: Asked
    private let pay: PayOfPerson
    private let period: Period
    private let amounts: Amounts
    private let causes: CauseWords
    private let groups: [Group]
    private let since: Instant
    private let isSinceMorning: Bool

    /// More causes than these are told as one.
    private static let most = 20

    /// What moved by one cause at one time.
    private struct Group {
        let cause: MoveCause
        let at: Instant
        var moves: [FigureMove]

        var difference: Int128 { moves.reduce(0) { $0 + $1.difference } }
    }

    init(_ reading: PayReading, _ period: Period, _ model: CompanyModel) {
        asked = reading.asked
        pay = reading.pay
        self.period = period
        amounts = reading.amounts
        causes = CauseWords(model: model, language: reading.language)
        let morning = asked.site.morning
        let (moves, since) = asked.site.live.moves(of: pay.person, in: period.range, since: morning)
        self.since = since
        isSinceMorning = since <= morning
        groups = Self.groups(moves)
    }

    private static func groups(_ moves: [FigureMove]) -> [Group] {
        var groups: [Group] = []
        for move in moves {
            if let last = groups.last, last.cause == move.cause, last.at == move.at {
                groups[groups.count - 1].moves.append(move)
            } else {
                groups.append(Group(cause: move.cause, at: move.at, moves: [move]))
            }
        }
        return groups
    }

    /// The causes, the latest first; what is beyond the most is one sum, so that all add up.
    var model: PayMoves {
        let sum = groups.reduce(Int128(0)) { $0 + $1.difference }
        var rows = groups.suffix(Self.most).reversed().map(row)
        let earlier = groups.dropLast(Self.most)
        if !earlier.isEmpty {
            rows.append(
                PayMoves.Row(
                    asked.word(ru: "Раньше", en: "Earlier"),
                    amounts.change(earlier.reduce(Int128(0)) { $0 + $1.difference }),
                    note: MoveCounts.changes.text(earlier.count, in: amounts.language), address: nil))
        }
        return PayMoves(
            since: isSinceMorning ? nil : Self.clock(since), sum: amounts.change(sum), rows: rows)
    }

    /// The last change in a sentence, as it is read aloud; empty when there was none.
    func said(earned: Int128) -> String {
        guard let last = groups.last else { return "" }
        return asked.word(
            MoveWords.said(amounts.plain(earned), amounts.signed(last.difference), causes.name(last.cause)))
    }

    private func row(_ group: Group) -> PayMoves.Row {
        let parts = group.moves.map { move in
            causes.component(move) + (group.moves.count > 1 ? " " + amounts.signed(move.difference) : "")
        }
        return PayMoves.Row(
            causes.name(group.cause), amounts.change(group.difference),
            note: ([Self.clock(group.at)] + parts).joined(separator: " · "), address: address(group.cause))
    }

    private func address(_ cause: MoveCause) -> Address? {
        guard case .row(let row) = cause, row.deed != .left, let id = causes.event(row) else { return nil }
        return Addresses.event(
            period.description, of: pay.isOwn ? nil : pay.person, kind: row.kind, id: id)
    }

    /// "14:05 UTC".
    private static func clock(_ instant: Instant) -> String {
        String(instant.description.dropFirst(11).prefix(5)) + "\u{00A0}UTC"
    }

    /// The last change of anybody's pay among people, in a sentence.
    static func said(ofTeam people: [String], _ team: TeamInPeriod, _ asked: Asked) -> String {
        let live = asked.site.live
        let moves = people.flatMap { live.moves(of: $0, in: team.period.range, since: asked.site.morning).moves }
        guard let last = moves.max(by: { $0.at < $1.at }) else { return "" }
        let own = moves.filter { $0.cause == last.cause && $0.at == last.at }
        let amounts = Amounts(currency: team.company.currency, language: asked.language)
        return asked.word(
            MoveWords.saidOfTeam(
                amounts.signed(own.reduce(Int128(0)) { $0 + $1.difference }),
                CauseWords(model: team.company, language: asked.language).name(last.cause)))
    }
}

/// What moved pay, as people call it.
struct CauseWords {
    let model: CompanyModel
    let language: PageLanguage

    /// "Sale 4711: added".
    func name(_ cause: MoveCause) -> String {
        switch cause {
        case .rules: MoveWords.rules[language]
        case .tables(let tables):
            MoveWords.tables(tables.map(table).joined(separator: ", "))[language]
        case .row(let row): self.row(row)
        }
    }

    private func row(_ row: RowCause) -> String {
        let name: String
        switch row.kind {
        case RowCause.assignments: name = MoveWords.assignments[language]
        case "targets": name = MoveWords.target(metric(row), row.key.last ?? "")[language]
        case "entered": name = MoveWords.entered(metric(row), row.key.last ?? "")[language]
        default: name = ([table(row.kind)] + row.key.prefix(1)).joined(separator: " ")
        }
        switch row.deed {
        case .came: return MoveWords.came(name)[language]
        case .changed: return MoveWords.changed(name)[language]
        case .left: return MoveWords.left(name)[language]
        }
    }

    private func metric(_ row: RowCause) -> String {
        guard let name = row.key.first else { return "" }
        return model.metric(named: name).map { model.metrics[$0].title[language] } ?? name
    }

    private func table(_ name: String) -> String {
        model.eventKinds.first { $0.name == name }?.title[language] ?? name
    }

    /// The identifier of the event that a row is, or whose share it is.
    func event(_ row: RowCause) -> String? {
        model.eventKinds.contains { $0.name == row.kind } ? row.key.first : nil
    }

    /// A component as people call it.
    func component(_ move: FigureMove) -> String {
        guard let plan = model.plans.first(where: { $0.name == move.plan }) else { return move.component }
        return plan.lines.first { $0.name == move.component }?.title[language] ?? move.component
    }
}

enum MoveCounts {
    /// A number of changes.
    static let changes = CountWords(ru: "изменение", "изменения", "изменений", en: "change", "changes")
}

extension Amounts {
    /// In a sentence without its currency: "57,400.00".
    func plain(_ minorUnits: some BinaryInteger) -> String {
        figure(minorUnits).map { HTML.FigureText.text($0, in: language) } ?? HTML.FigureText.absent
    }

    /// The same with its sign: "+1,250.00".
    func signed(_ minorUnits: some BinaryInteger) -> String {
        (minorUnits > 0 ? "+" : "") + plain(minorUnits)
    }
}

extension Site {
    /// When today began, in UTC.
    var morning: Instant { Instant(seconds: clock().seconds / 86_400 * 86_400) }
}
