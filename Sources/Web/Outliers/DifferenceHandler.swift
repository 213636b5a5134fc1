internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Why the run of a period pays otherwise than the one before it: causes that add up to the difference exactly.
enum DifferenceHandler {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let period = try cycle.payPeriod(asked.part("period"), company).description
        var page = PlanPage(
            title: asked.word(DifferenceWords.title) + ", " + PeriodNames.title(period, asked.language),
            path: [
                NavigationItem(asked.word(SectionWords.periods), Addresses.of(["periods"])),
                NavigationItem(PeriodNames.title(period, asked.language), Addresses.period(period)),
            ])
        let run = try cycle.workspace.read { try $0.life(of: period).run }
        guard !run.isEmpty else {
            page.parts = [panel(.empty, OutlierWords.notCalculated, OutlierWords.notCalculatedText, asked)]
            return asked.page(page)
        }
        switch asked.site.differences.state(period, run: run, cycle) {
        case .working:
            page.refreshAfter = 2
            page.parts = [panel(.waiting(done: nil), DifferenceWords.working, DifferenceWords.workingText, asked)]
        case .failed(let problem):
            page.parts = [panel(.empty, DifferenceWords.none, problem.text, asked)]
        case .done(let difference):
            page.parts = DifferenceParts(difference: difference, company: company, asked: asked).parts
        }
        return asked.page(page)
    }

    private static func panel(_ state: StatePanel.State, _ heading: Words, _ text: Words, _ asked: Asked) -> PlanPart {
        .section(.panel(StatePanel(state, heading: asked.word(heading), text: asked.word(text))))
    }
}

/// A difference as parts of a page: the sum, then cause by cause what changed and for whom.
private struct DifferenceParts {
    let difference: RunDifference
    let company: CompanyModel
    let asked: Asked

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: difference.currency, language: language) }
    private var currency: String { difference.currency.code }
    /// How many lines or rows of a cause are shown, and how many people.
    private static let most = (lines: 20, people: 100)

    var parts: [PlanPart] {
        let total = difference.byPerson.values.reduce(Int128(0), +)
        let runs = difference.runs.map { String($0.prefix(12)) }
        let before = runs.count == 1 ? [asked.word(DifferenceWords.posted)] : []
        return [
            .section(
                .hero(
                    label: asked.word(DifferenceWords.change), amounts.change(total), unit: currency,
                    notes: [(before + runs).joined(separator: " → ")]))
        ] + difference.causes.enumerated().map { part($1, $0 + 1) }
    }

    private func part(_ effect: CauseEffect, _ number: Int) -> PlanPart {
        let kinds = effect.cause.kinds.map { $0.title[language] }.joined(separator: " + ")
        let sum = effect.changes.values.reduce(Int128(0), +)
        let people = effect.byPerson.sorted { ($0.value.magnitude, $1.key) > ($1.value.magnitude, $0.key) }
        let caption = asked.word(PeriodWords.people) + ", " + currency
        return .clause(
            name: "cause/\(number)", heading: "\(number). \(kinds.beginning): \(amounts.changeText(sum))",
            lines: lines(effect.cause),
            table: people.isEmpty
                ? nil
                : DataTable(
                    name: "cause/\(number)/people", caption: caption,
                    columns: [
                        Column(asked.word(PeriodWords.person)),
                        Column(asked.word(DifferenceWords.change), figures: true),
                    ],
                    rows: people.prefix(Self.most.people).map { person, amount in
                        TableRow(
                            .name(
                                DisputeHandler.title(of: person, company, language),
                                Addresses.statement(difference.period, of: person)),
                            [.amount(amounts.change(amount))])
                    }, totals: [TableRow(.text(asked.word(PeriodWords.total)), [.amount(amounts.change(sum))])],
                    language: language))
    }

    /// What changed: lines of text, rows, adjustments.
    private func lines(_ cause: Cause) -> [String] {
        let texts = cause.lines.map { line in
            "\(line.file):\(line.line) \(line.isAdded ? "+" : "−") \(line.text.drop { $0 == " " })"
        }
        let adjustments = cause.adjustments.map { asked.word(DifferenceWords.adjustment($0)) }
        let all = texts + cause.rows.map(row) + adjustments
        let rest = all.count - Self.most.lines
        return Array(all.prefix(Self.most.lines)) + (rest > 0 ? [asked.word(DraftWords.more(rest))] : [])
    }

    /// "sale 3: amount 420000 → 520000"; a row that came or went with its cells.
    private func row(_ row: RowChange) -> String {
        let names = Set(row.before.keys).union(row.after.keys).sorted()
        let cells = names.filter { row.before[$0] != row.after[$0] }.map { name in
            switch (row.before[name], row.after[name]) {
            case (let before?, let after?): "\(name) \(before) → \(after)"
            case (nil, let after?): "\(name) \(after)"
            case (let before?, nil): "\(name) \(before)"
            case (nil, nil): name
            }
        }.joined(separator: ", ")
        let state =
            row.before.isEmpty
            ? asked.word(DifferenceWords.added) : row.after.isEmpty ? asked.word(DifferenceWords.removed) : ""
        return "\(row.kind) \(row.key)\(state.isEmpty ? "" : " (\(state))"): \(cells)"
    }
}

extension Amounts {
    /// A change in a sentence: "+4,000.00 RUB".
    func changeText(_ minorUnits: Int128) -> String {
        let text =
            figure(minorUnits).map { HTML.FigureText.text($0, in: language, signed: true) } ?? HTML.FigureText.absent
        return text + "\u{00A0}" + currency.code
    }
}
