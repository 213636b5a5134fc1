internal import Identity
internal import Pages
internal import Payroll
internal import Storage

/// What programs read of people's changes by hand, of runs, of the ledger and of access.
extension APIComponent {
    static let disputeSchema = JSONSchema.object([
        .member("number", number), .member("period", .text()), .member("person", .text()),
        .member("text", .text(0...100_000)),
        .optional("answer", .object([.member("actor", .text()), .member("text", .text(0...100_000))])),
    ])

    static let adjustmentSchema = JSONSchema.object([
        .member("number", number), .member("period", .text()), .member("person", .text()),
        .member("amount", .named(.money)), .member("kind", .choice(Adjustment.Kind.allCases.map(\.rawValue))),
        .member("order", .text(0...100_000)), .member("reason", .text(0...100_000)), .member("author", .text()),
        .member("in_force", .flag), .optional("decision", decision),
        .optional(
            "withdrawal",
            .object([
                .member("author", .text()), .member("reason", .text(0...100_000)), .optional("decision", decision),
            ])),
    ])

    private static let decision = JSONSchema.object([
        .member("verdict", .choice(Adjustment.Decision.Verdict.allCases.map(\.rawValue))), .member("actor", .text()),
        .member("reason", .text(0...100_000)),
    ])

    static let number = JSONSchema.whole(1...Int64.max)

    static let runSchema = JSONSchema.object([
        .member("run", .text(64...64, .digest)), .member("period", .text()), .member("model", .text(1...64, .digest)),
        .member("data", .text(1...80)), .member("ledger_head", .whole(0...Int64.max)),
        .member("adjustments", .list(number)), .optional("next", .text(1...1_000)),
        .member(
            "people",
            .list(
                .object(
                    [JSONSchema.Member.member("person", .text())]
                        + [
                            "awards", "corrections", "adjustments", "released", "held", "deferred", "draw", "debts",
                            "payable",
                        ].map { JSONSchema.Member.member($0, .named(.money)) }))),
    ])

    static let differenceSchema = JSONSchema.object([
        .member("period", .text()), .member("runs", .list(.text())), .member("by_person", .map(.named(.money))),
        .member(
            "causes",
            .list(
                .object([
                    .member("kinds", .list(.text())), .member("by_person", .map(.named(.money))),
                    .member(
                        "lines",
                        .list(
                            .object([
                                .member("file", .text(0...1_000)), .member("line", .whole(0...Int64.max)),
                                .member("text", .text(0...100_000)), .member("added", .flag),
                            ]))),
                    .member(
                        "rows",
                        .list(
                            .object([
                                .member("kind", .text()), .member("key", .text(0...100_000)),
                                .member("before", .map(.text(0...100_000))), .member("after", .map(.text(0...100_000))),
                            ]))),
                    .member("adjustments", .list(number)),
                ]))),
    ])

    static let entrySchema = JSONSchema.object([
        .member("number", number), .member("run", .text(64...64, .digest)), .member("period", .text()),
        .member("person", .text()),
        .member(
            "matter",
            .object([
                .member("kind", .choice(["award", "adjustment", "draw", "pay"])), .optional("plan", .text()),
                .optional("component", .text()), .optional("period", .text()), .optional("number", number),
            ])), .member("cause", .text()), .member("from", .text()), .member("to", .text()),
        .member("amount", .named(.money)),
    ])

    static let recordSchema = JSONSchema.object([
        .member("number", number), .member("at", .text(0...40)), .member("actor", .text(0...1_000)),
        .member("action", .text()), .member("digest", .text(64...64, .digest)),
        .member("detail", .map(.either([.text(0...100_000), .cell, .map(.cell)]))),
    ])

    static let checkSchema = JSONSchema.object([
        .member("sound", .flag), .member("records", .whole(0...Int64.max)), .member("head", .named(.head)),
        .member("faults", .list(.text(0...10_000))),
    ])

    static let explanationSchema = JSONSchema.object([
        .member("label", .text(0...10_000)), .optional("formula", .text(0...100_000)),
        .optional("value", .text(0...200)), .optional("unit", .text(0...200)), .optional("answer", .flag),
        .optional("missing", .object([.member("reason", .text()), .member("text", .text(0...10_000))])),
        .optional("note", .text(0...100_000)), .optional("parts", .list(.named(.explanation))),
        .optional("more", number, Words(ru: "сколько частей не показано", en: "how many parts are not shown")),
        .optional("plan", .text()), .optional("component", .text()), .optional("period", .text()),
    ])

    static let userSchema = JSONSchema.object([
        .member("id", .text()), .member("name", .text()), .member("person", .text()),
        .member("state", .choice(User.State.allCases.map(\.rawValue))), .member("since", .text(20...20, .instant)),
        .member("second_factor", .flag),
        .optional(
            "activation", .text(1...1_000), Words(ru: "где задаётся пароль", en: "where the password is set")),
        .optional("ends", .text(20...20, .instant)),
    ])

    static let grantSchema = JSONSchema.object([
        .member("key", .text()), .member("user", .text()), .member("person", .text()),
        .member("role", .choice(Duty.allCases.map(\.rawValue))), .member("from", .text(10...10, .day)),
        .member("until", .text(10...10, .day)), .member("state", .choice(["proposed", "given", "refused"])),
        .member("giver", .text()), .optional("second", .text()),
    ])

    static let tokenSchema = JSONSchema.object([
        .member("handle", .text()), .member("name", .text(0...400)),
        .member("rights", .list(.choice(Right.allCases.map(\.rawValue)))), .member("made", .text(20...20, .instant)),
        .member("ends", .text(20...20, .instant)),
    ])

    static let sessionSchema = JSONSchema.object([
        .member("handle", .text()), .member("made", .text(20...20, .instant)),
        .member("seen", .text(20...20, .instant)), .member("ends", .text(20...20, .instant)),
        .member("address", .text(0...400)), .member("agent", .text(0...400)),
    ])

    static let webhookSchema = JSONSchema.object([
        .member("id", .text()), .member("address", .text(1...2_000)), .member("maker", .text()),
        .member("made", .text(20...20, .instant)),
        .member(
            "cursor", .whole(0...Int64.max), Words(ru: "последняя отправленная запись", en: "the last record sent")),
        .member("attempts", .whole(0...100)), .member("due", .text(20...20, .instant)),
        .member("state", .choice(["on"] + Webhook.Off.allCases.map(\.rawValue))),
        .optional("old_secret_until", .text(20...20, .instant)),
        .optional("secret", .text(1...200), Words(ru: "показан один раз", en: "shown this once")),
    ])
}
