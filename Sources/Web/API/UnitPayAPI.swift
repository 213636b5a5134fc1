internal import Company
internal import Ledger
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// What the people of a unit and those below it have in a period, for programs: of whom the reader may know.
enum UnitPayAPI {
    static let show: @Sendable (Asked, Permit<TeamInPeriod>) async throws -> Answer = { asked, permit in
        let team = try TeamUnitsHandler.inside(asked.part("unit"), permit.subject)
        let earnings = try TeamEarnings(asked: asked, team: team)
        let currency = team.company.currency
        let people = team.people.map { (id: team.company.people.id($0.key), days: $0.value) }.sorted { $0.id < $1.id }
        let cursor = APICursor(asked, list: "unit \(asked.part("unit")) \(team.period)")
        let after = try cursor.position
        let rest = people.filter { person in after.map { person.id > $0 } ?? true }
        let shown = rest.prefix(cursor.limit)
        let values = shown.map { person -> JSONValue in
            var members: [String: JSONValue] = [
                "person": .text(person.id),
                "days": .list(
                    person.days.sorted { $0.from < $1.from }.map {
                        .object(["from": .text($0.from.description), "until": .text($0.until.description)])
                    }),
                "without_value": .whole(Int64(earnings.missing[person.id] ?? 0)),
            ]
            // Whom no plan pays has no sum, and none of 0.
            members["earned"] = earnings.sums[person.id].map { APIValues.money($0, currency) }
            return .object(members)
        }
        let total = people.reduce(Int128(0)) { $0 + (earnings.sums[$1.id] ?? 0) }
        let page = cursor.page("people", values, next: rest.count > shown.count ? shown.last?.id : nil)
        return APIValues.answer(
            .object(
                (page.members ?? [:]).merging([
                    "unit": .text(asked.part("unit")), "period": .text(team.period.description),
                    "state": .text(earnings.state.rawValue), "earned": APIValues.money(total, currency),
                ]) { first, _ in first }))
    }

    static let schema = JSONSchema.object([
        .member("unit", .text()), .member("period", .text()),
        .member("state", .choice(PeriodState.allCases.map(\.rawValue))),
        .member("earned", .named(.money), Words(ru: "все вместе", en: "all of them together")),
        .optional("next", .text(1...1_000)),
        .member(
            "people",
            .list(
                .object([
                    .member("person", .text()),
                    .member(
                        "days",
                        .list(
                            .object([
                                .member("from", .text(10...10, .day)), .member("until", .text(10...10, .day)),
                            ]))),
                    .optional("earned", .named(.money)),
                    .member(
                        "without_value", .whole(0...Int64.max),
                        Words(ru: "начисления без значения", en: "awards without a value")),
                ]))),
    ])
}
