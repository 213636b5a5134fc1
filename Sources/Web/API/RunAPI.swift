internal import Company
internal import Foundation
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Reports
internal import Storage

/// Runs for programs: what one pays whom, and why two differ.
enum RunAPI {
    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let run = try run(asked.part("run"), cycle)
        let currency = try cycle.reference().currency
        let cursor = APICursor(asked, list: "run " + run.id)
        let people = Dictionary(grouping: run.entries, by: \.obligation.person)
        let all = Set(people.keys).union(run.lines.map(\.person)).sorted()
        let after = try cursor.position
        let rest = all.filter { person in after.map { person > $0 } ?? true }
        let shown = rest.prefix(cursor.limit)
        let values = try shown.map { person in
            value(person, try PayBreakdown(people[person] ?? []), currency)
        }
        let page = cursor.page("people", values, next: rest.count > shown.count ? shown.last : nil)
        return APIValues.answer(
            .object(
                (page.members ?? [:]).merging([
                    "run": .text(run.id), "period": .text(run.period), "model": .text(run.model),
                    "data": .text(run.dataDigest), "ledger_head": .whole(run.ledgerHead),
                    "adjustments": .list(run.adjustments.map(JSONValue.whole)),
                ]) { first, _ in first }))
    }

    private static func run(_ name: String, _ cycle: PayCycle) throws -> StoredRun {
        do { return try cycle.workspace.read { try $0.run(name) } } catch let failure as StorageFailure {
            switch failure {
            case .noSuchRun, .ambiguousRun: throw Problem.absent
            default: throw failure
            }
        }
    }

    private static func value(_ person: String, _ pay: PayBreakdown, _ currency: Currency) -> JSONValue {
        func money(_ amount: Int64) -> JSONValue { APIValues.money(amount, currency) }
        return .object([
            "person": .text(person), "awards": money(pay.awards), "corrections": money(pay.corrections),
            "adjustments": money(pay.adjustments), "released": money(pay.released), "held": money(pay.held),
            "deferred": money(pay.deferred), "draw": money(pay.draw), "debts": money(pay.debts),
            "payable": money(pay.payable),
        ])
    }

    static let difference: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let cycle = try asked.site.company.cycle()
        let (first, second) = (try run(asked.part("run"), cycle).id, try run(asked.query["with"] ?? "", cycle).id)
        // Each cause is calculated, so this is no work for the threads that answer.
        let difference = try await asked.site.calculating.running {
            try await cycle.difference(from: first, to: second)
        }
        return APIValues.answer(
            .object([
                "period": .text(difference.period), "runs": .list(difference.runs.map(JSONValue.text)),
                "by_person": people(difference.byPerson, difference.currency),
                "causes": .list(difference.causes.map { value($0, difference.currency) }),
            ]))
    }

    private static func people(_ changes: [String: Int128], _ currency: Currency) -> JSONValue {
        .object(changes.filter { $0.value != 0 }.mapValues { APIValues.money($0, currency) })
    }

    private static func value(_ effect: CauseEffect, _ currency: Currency) -> JSONValue {
        let lines = effect.cause.lines.map { line -> JSONValue in
            .object([
                "file": .text(line.file), "line": .whole(Int64(line.line)), "text": .text(line.text),
                "added": .flag(line.isAdded),
            ])
        }
        let rows = effect.cause.rows.map { row -> JSONValue in
            .object([
                "kind": .text(row.kind), "key": .text(row.key.replacing("\u{1F}", with: ", ")),
                "before": .object(row.before.mapValues(JSONValue.text)),
                "after": .object(row.after.mapValues(JSONValue.text)),
            ])
        }
        return .object([
            "kinds": .list(effect.cause.kinds.map { .text($0.rawValue) }),
            "by_person": people(effect.byPerson, currency), "lines": .list(lines), "rows": .list(rows),
            "adjustments": .list(effect.cause.adjustments.map(JSONValue.whole)),
        ])
    }

    static let payroll: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let types = [
            "text/csv": false, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": true,
        ]
        let accepted = (asked.header("Accept") ?? "*/*").split(separator: ",").map {
            $0.split(separator: ";").first.map { $0.trimmingPrefix(" ").lowercased() } ?? ""
        }
        let wanted = accepted.lazy.compactMap { $0 == "*/*" || $0 == "text/*" ? false : types[$0] }.first
        guard let isWorkbook = wanted else { throw Problem.otherType(types.keys.sorted()) }
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let period = try cycle.payPeriod(asked.part("period"), company).description
        let sheet = try cycle.payroll(period).sheet(company, in: asked.language.ofTexts)
        if isWorkbook { return try PeriodHandler.workbook([sheet], name: "payroll-\(period)", asked) }
        let answer = Answer.file(SheetCSV.bytes(sheet), type: "text/csv; charset=utf-8", name: "payroll-\(period).csv")
        return answer.with("ETag", EntityTag.of(answer.bytes))
    }
}
