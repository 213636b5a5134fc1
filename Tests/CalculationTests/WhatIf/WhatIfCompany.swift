import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// A company of texts by file name, asked what would be paid if something were otherwise.
struct WhatIfCompany: Sendable {
    var files: [String: String]

    private var sources: [SourceFile] { files.map { SourceFile(path: $0, bytes: Array($1.utf8)) } }

    func model(_ scenario: Scenario = Scenario()) throws -> CompanyModel {
        let (model, diagnostics) = CompanyReader.read(sources, supposing: scenario)
        guard let model else {
            throw TestCompany.NotRead(description: diagnostics.map { $0.rendered(in: .en) }.joined(separator: "\n"))
        }
        return model
    }

    /// Both sides, with rows that are added, changed or cancelled.
    func comparison(
        add: [String] = [], change: [String] = [], cancel: [String] = [], in period: String = "all"
    ) async throws -> PayComparison {
        try await comparison(Self.scenario(add: add, change: change, cancel: cancel), in: period)
    }

    func comparison(_ scenario: Scenario, in period: String = "all") async throws -> PayComparison {
        let now = try model()
        let range = period == "all" ? .always : try #require(now.calendar.parse(period)).range
        return await WhatIfRun(now: now, then: try model(scenario)).comparison(in: range)
    }

    static func scenario(add: [String] = [], change: [String] = [], cancel: [String] = []) -> Scenario {
        var scenario = Scenario()
        scenario.rows =
            add.map { Scenario.RowEdit(.add, $0) } + change.map { Scenario.RowEdit(.change, $0) }
            + cancel.map { Scenario.RowEdit(.cancel, $0) }
        return scenario
    }
}

extension PayComparison {
    /// The awards that move, as a person reads them: `2026-01 anna commission: 25 500.00 → 37 500.00`.
    var movedTexts: [String] {
        moved.map {
            "\($0.key.period) \($0.key.person) \($0.key.component): \(Self.text($0.sides.now)) → \(Self.text($0.sides.then))"
        }
    }

    /// Totals: `anna seller: 60 000.00 → 45 000.00 = -15 000.00`.
    static func texts(_ totals: [Total]) -> [String] {
        totals.map { total in
            let name = ([total.person] + [total.plan].compactMap { $0 }).joined(separator: " ")
            return "\(name): \(text(total.sides.now)) → \(text(total.sides.then)) = \(amount(total.sides.difference))"
        }
    }

    static func text(_ pay: Pay?) -> String {
        guard let pay else { return "—" }
        if let reason = pay.reasons.first { return reason.code }
        return amount(pay.minorUnits)
    }

    static func amount(_ kopecks: Int128) -> String {
        let whole = (try? FixedDecimal(minorUnits: Int64(kopecks), places: 2)) ?? .zero
        return whole.text(places: 2, group: " ")
    }
}
