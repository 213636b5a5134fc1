internal import Credentials
internal import Ledger
internal import Pages
internal import Payroll
internal import Storage

/// The values that several routes for programs take or answer, by the name that the description has.
enum APIComponent: String, CaseIterable, Sendable {
    case money, missing, amount, problem
    case me, pay, payLine = "pay_line", balances, head, period, periods, job
    case whatIf = "what_if", moves, kpi, kpiCard = "kpi_card", figure, unitPay = "unit_pay"
    case dispute, adjustment, run, difference, entry, record, check, explanation, user, grant, token, session, webhook
    case event, eventFields = "event_fields", eventResult = "event_result", eventResults = "event_results"
}

extension APIComponent {
    /// What it holds.
    var schema: JSONSchema {
        switch self {
        case .money:
            .object([.member("amount", .text(1...60, .decimal)), .member("currency", .text(3...3))])
        case .missing:
            .object([
                .member("missing", .object([.member("reason", .text(0...200)), .member("text", .text(0...10_000))]))
            ])
        case .amount: .either([.named(.money), .named(.missing)])
        case .problem: Self.problemSchema
        case .me:
            .object([
                .member("person", .text()), .member("rights", .map(.choice(["own", "team", "all"]))),
                .member("roles", .list(.choice(Duty.allCases.map(\.rawValue)))),
            ])
        case .pay: Self.paySchema
        case .payLine:
            .object([
                .member("plan", .text()), .member("component", .text()), .member("period", .text()),
                .member("from", .text(10...10, .day)), .member("until", .text(10...10, .day)),
                .member("pay", .named(.amount)),
            ])
        case .balances:
            .object([.member("balances", .map(.named(.money))), .optional("sum", .named(.money))])
        case .head: .object([.member("number", .whole(0...Int64.max)), .member("digest", .text(0...64, .digest))])
        case .period: Self.periodSchema
        case .periods: .object([.member("periods", .list(.named(.period)))])
        case .job: Self.jobSchema
        case .whatIf: WhatIfAPI.schema
        case .moves: MovesAPI.schema
        case .kpi: KPIAPI.schema
        case .kpiCard: KPIAPI.cardSchema
        case .figure:
            .either([
                .object([.member("value", .text(1...60, .decimal)), .member("unit", .text())]), .named(.missing),
            ])
        case .unitPay: UnitPayAPI.schema
        case .dispute: Self.disputeSchema
        case .adjustment: Self.adjustmentSchema
        case .run: Self.runSchema
        case .difference: Self.differenceSchema
        case .entry: Self.entrySchema
        case .record: Self.recordSchema
        case .check: Self.checkSchema
        case .explanation: Self.explanationSchema
        case .user: Self.userSchema
        case .grant: Self.grantSchema
        case .token: Self.tokenSchema
        case .session: Self.sessionSchema
        case .webhook: Self.webhookSchema
        case .event:
            .object([
                .member("kind", .text()), .member("id", .text()), .member("source", .text(0...100)),
                .member("fields", .named(.eventFields)),
            ])
        case .eventFields: .map(.cell, 0...200)
        case .eventResult:
            .object([
                .member("kind", .text()), .member("id", .text()),
                .member("result", .choice(["accepted", "changed", "unchanged", "rejected"])),
                .optional(
                    "errors",
                    .list(.object([.member("pointer", .text(0...1_000)), .member("detail", .text(0...10_000))]))),
            ])
        case .eventResults:
            .object([
                .member("accepted", .whole(0...1_000)), .member("changed", .whole(0...1_000)),
                .member("unchanged", .whole(0...1_000)), .member("rejected", .whole(0...1_000)),
                .member("events", .list(.named(.eventResult))),
            ])
        }
    }

    private static let problemSchema = JSONSchema.object([
        .member("type", .text(0...200)), .member("title", .text(0...1_000)), .member("status", .whole(400...599)),
        .member("detail", .text(0...100_000)), .member("instance", .text(0...200)),
        .optional("remedy", .text(0...10_000)), .optional("place", .text(0...1_000)),
        .optional(
            "errors", .list(.object([.member("pointer", .text(0...1_000)), .member("detail", .text(0...100_000))]))),
    ])

    private static let paySchema = JSONSchema.object([
        .member("person", .text()), .member("period", .text()),
        .member("state", .choice(PeriodState.allCases.map(\.rawValue))),
        .optional("run", .text(64...64, .digest), Words(ru: "расчёт", en: "the run that it is of")),
        .optional("as_of", .text(20...20, .instant), Words(ru: "на какой момент", en: "of which moment it is")),
        .member("lines", .list(.named(.payLine))), .member("earned", .named(.money)),
        .optional("payable", .named(.money)), .optional("paid", .named(.money)), .optional("held", .named(.money)),
        .optional("deferred", .named(.money)),
    ])

    private static let periodSchema = JSONSchema.object([
        .member("period", .text()), .member("state", .choice(PeriodState.allCases.map(\.rawValue))),
        .member("run", .either([.text(64...64, .digest), .null])), .member("approvers", .list(.text())),
        .member("payable", .named(.money)), .member("paid", .named(.money)),
        .member("open_disputes", .whole(0...Int64.max)),
    ])

    private static let jobSchema = JSONSchema.object([
        .member("number", .whole(1...Int64.max)), .member("kind", .choice(Job.Kind.allCases.map(\.rawValue))),
        .member("subject", .text(0...200)), .member("state", .choice(Job.State.allCases.map(\.rawValue))),
        .member("began", .text(20...20, .instant)), .optional("ended", .text(20...20, .instant)),
        .optional("result", .text(), Words(ru: "что получилось", en: "what came of it")),
        .optional("what_if", .named(.whatIf)),
        .optional("problem", .object([.member("code", .text()), .member("text", .text(0...10_000))])),
    ])
}
