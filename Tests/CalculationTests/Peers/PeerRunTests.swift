import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("Cases of peers as companies with events")
struct PeerRunTests {
    static let folders = [
        "A5", "A6", "A10", "A12", "A13", "A15", "B6", "C1", "C2", "C3", "C4", "D2", "D3",
    ]

    @Test("a run gives what the table beside the company expects", arguments: folders)
    func runs(folder: String) throws {
        let company = PeerCompany(try PeerFiles.company("Runs/\(folder)"))
        for row in try Expected.rows(folder) {
            #expect(try company.figure(row) == row.stimul, "\(row.id): \(row.figure) of \(row.person) in \(row.period)")
        }
    }

    static func checks() throws -> [PeerCheck] {
        try folders.flatMap { folder in
            try Expected.rows(folder).map { row in
                PeerCheck(
                    id: row.id, differs: !row.peer.isEmpty && row.peer != row.stimul, source: "Runs/\(folder)",
                    peer: (try? FixedDecimal(parsing: row.peer)).map { [$0] } ?? [])
            }
        }
    }

    /// A row of `expected.csv`: what the peer gives, empty when the case does not say, and what Stimul gives.
    struct Expected {
        let id, person, period, figure, peer, stimul: String

        static func rows(_ folder: String) throws -> [Expected] {
            try PeerFiles.lines("Runs/\(folder)/expected.csv").dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                try #require(cells.count == 6, "\(line)")
                return Expected(
                    id: cells[0], person: cells[1], period: cells[2], figure: cells[3], peer: cells[4], stimul: cells[5]
                )
            }
        }
    }

    /// A company that answers what a component pays a person, all components together, or what a metric is worth.
    struct PeerCompany {
        let model: CompanyModel
        let run: Run

        init(_ model: CompanyModel) {
            self.model = model
            run = Run(model, EventEngine(model))
        }

        func figure(_ row: Expected) throws -> String {
            let person = try #require(model.people.number(of: row.person))
            let period = try #require(model.calendar.parse(row.period))
            if let metric = model.metric(named: row.figure),
                !model.plans.contains(where: { $0.line(named: row.figure) != nil })
            {
                return text(
                    MeasureEvaluator(model, run.source).metric(metric, in: EvaluationContext(.person(person), period)))
            }
            let lines = run.tasks(in: period.range).flatMap { run.lines($0) }.filter { line in
                let component = model.plans[line.plan].line(line.component).name
                return line.participation.person == person && (row.figure == "total" || row.figure == component)
            }
            if lines.isEmpty { return "no line" }
            var total = FixedDecimal.zero
            for line in lines {
                guard case .value(let amount) = line.amount else { return "not computable" }
                total = try total.adding(amount.amount)
            }
            return text(.value(total))
        }

        private func text(_ outcome: Outcome<FixedDecimal>) -> String {
            switch outcome {
            case .value(let value): value.description
            case .notComputable: "not computable"
            }
        }
    }
}
