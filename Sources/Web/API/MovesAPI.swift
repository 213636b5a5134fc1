internal import Company
internal import Credentials
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// What has moved somebody's pay lately, and what moved it, for programs: the causes of the page, each with its parts.
enum MovesAPI {
    static let show: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        guard let period = permit.subject.period else { throw Problem.absent }
        let live = asked.site.live
        try live.look(try asked.site.company.cycle())
        let wanted = asked.query["since"].flatMap(Instant.init(recorded:)) ?? asked.site.morning
        let (moves, since) = live.moves(of: permit.subject.person, in: period.range, since: wanted)
        let currency = permit.subject.company.currency
        return APIValues.answer(
            .object([
                "person": .text(permit.subject.person), "period": .text(period.description),
                "since": .text(since.description), "moves": .list(moves.map { value($0, currency) }),
                "difference": APIValues.money(moves.reduce(Int128(0)) { $0 + $1.difference }, currency),
            ]))
    }

    private static func value(_ move: FigureMove, _ currency: Currency) -> JSONValue {
        .object([
            "at": .text(move.at.description), "cause": value(move.cause), "plan": .text(move.plan),
            "component": .text(move.component), "period": .text(move.period.description),
            "before": APIValues.money(move.before, currency), "after": APIValues.money(move.after, currency),
            "difference": APIValues.money(move.difference, currency),
        ])
    }

    private static func value(_ cause: MoveCause) -> JSONValue {
        switch cause {
        case .row(let row):
            .object([
                "kind": .text("row"), "table": .text(row.kind), "key": .list(row.key.map(JSONValue.text)),
                "deed": .text(deed(row.deed)),
            ])
        case .tables(let tables):
            .object(["kind": .text("tables"), "tables": .list(tables.map(JSONValue.text))])
        case .rules: .object(["kind": .text("rules")])
        }
    }

    private static func deed(_ deed: RowCause.Deed) -> String {
        switch deed {
        case .came: "added"
        case .changed: "changed"
        case .left: "cancelled"
        }
    }

    static let schema = JSONSchema.object([
        .member("person", .text()), .member("period", .text()),
        .member(
            "since", .text(20...20, .instant),
            Words(ru: "с какого момента известно всё", en: "from when on all of it is known")),
        .member(
            "moves",
            .list(
                .object([
                    .member("at", .text(20...20, .instant)),
                    .member(
                        "cause",
                        .object([
                            .member("kind", .choice(["row", "tables", "rules"])), .optional("table", .text()),
                            .optional("key", .list(.text(0...2_000))),
                            .optional("deed", .choice(["added", "changed", "cancelled"])),
                            .optional("tables", .list(.text())),
                        ])),
                    .member("plan", .text()), .member("component", .text()), .member("period", .text()),
                    .member("before", .named(.money)), .member("after", .named(.money)),
                    .member("difference", .named(.money)),
                ]))), .member("difference", .named(.money)),
    ])
}
