internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Quantities
internal import Storage

/// The ledger and the chain of records for programs.
enum LedgerAPI {
    static let balances: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let extract = try asked.site.company.cycle().ledger()
        guard let currency = extract.currency else {
            return APIValues.answer(.object(["balances": .object([:])]))
        }
        let totals = extract.balances.totals
        return APIValues.answer(
            .object([
                "balances": .object(
                    Dictionary(
                        uniqueKeysWithValues: Account.allCases.map {
                            ($0.rawValue, APIValues.money(totals[$0] ?? 0, currency))
                        })),
                "sum": APIValues.money(extract.balances.sum, currency),
            ]))
    }

    /// The entries in their order: everybody's, or one's own.
    static let entries: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        var person = asked.query["person"]
        if case .own(let own) = permit.subject {
            guard person == nil || person == own else { throw Problem.absent }
            person = own
        }
        let cursor = APICursor(asked, list: "entries \(person ?? "")", filter: ["period"])
        let after = try cursor.position.flatMap { Int64($0) } ?? 0
        let cycle = try asked.site.company.cycle()
        let period = asked.query["period"]
        let found = try cycle.workspace.read {
            try $0.entries(person: person, period: period, after: after, limit: cursor.limit + 1)
        }
        let shown = found.prefix(cursor.limit)
        let currency = shown.isEmpty ? nil : try cycle.reference().currency
        return APIValues.answer(
            cursor.page(
                "entries", shown.compactMap { posted in currency.map { value(posted, $0) } },
                next: found.count > shown.count ? shown.last.map { String($0.number) } : nil))
    }

    private static func value(_ posted: PostedEntry, _ currency: Currency) -> JSONValue {
        let entry = posted.entry
        return .object([
            "number": .whole(posted.number), "run": .text(posted.run), "period": .text(entry.period),
            "person": .text(entry.obligation.person), "matter": matter(entry.obligation.matter),
            "cause": .text(entry.cause.rawValue), "from": .text(entry.from.rawValue), "to": .text(entry.to.rawValue),
            "amount": APIValues.money(entry.amount, currency),
        ])
    }

    private static func matter(_ matter: PayItem) -> JSONValue {
        switch matter {
        case .award(let plan, let component, let period):
            .object([
                "kind": .text("award"), "plan": .text(plan), "component": .text(component), "period": .text(period),
            ])
        case .adjustment(let number): .object(["kind": .text("adjustment"), "number": .whole(number)])
        case .draw(let plan): .object(["kind": .text("draw"), "plan": .text(plan)])
        case .pay: .object(["kind": .text("pay")])
        }
    }

    // MARK: The chain

    static let head: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        APIValues.answer(value(try asked.site.company.workspace.read { try $0.auditHead() }))
    }

    private static func value(_ head: AuditHead) -> JSONValue {
        .object(["number": .whole(head.number), "digest": .text(head.digest)])
    }

    /// The records in their order.
    static let records: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cursor = APICursor(asked, list: "records")
        let after = try cursor.position.flatMap { Int64($0) } ?? 0
        let found = try asked.site.company.workspace.read { try $0.records(after: after, limit: cursor.limit + 1) }
        let shown = found.prefix(cursor.limit)
        return APIValues.answer(
            cursor.page(
                "records",
                shown.map { record in
                    .object([
                        "number": .whole(record.number), "at": .text(record.at), "actor": .text(record.actor),
                        "action": .text(record.action), "digest": .text(record.digest),
                        "detail": (try? JSONReading.value(Array(record.detail.utf8))) ?? .object([:]),
                    ])
                }, next: found.count > shown.count ? shown.last.map { String($0.number) } : nil))
    }

    /// Compares everything with what was written.
    static let check: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let workspace = asked.site.company.workspace
        let report = try await asked.site.calculating.running { try workspace.audit() }
        return .json(
            .object([
                "sound": .flag(report.isSound), "records": .whole(Int64(report.records)), "head": value(report.head),
                "faults": .list(report.faults.prefix(100).map { .text($0.text[asked.language]) }),
            ]))
    }
}
