import Company
import Formulas
import Messages
import Periods
import Quantities

/// Random events `e` with fields of every type, a third of the cells empty, kept both as CSV and as plain values.
struct RandomEvents {
    static let fields =
        "{d1: day?, d2: day?, a: money?, b: money?, n: number?, t: text?, u: text?, f: flag?, g: flag?, c: client?}"
    static let clientFields = "{seg: text?, lim: money?, since: day?, ok: flag?}"

    /// The cells of `e` in the order of its fields; the client as its identifier.
    private(set) var rows: [[FormulaValue]] = []
    /// The cells of the clients in the order of their fields.
    private(set) var clients: [String: [FormulaValue]] = [:]
    private(set) var tables: [String: String] = [:]

    init(count: Int, _ random: inout SplitMix64) {
        var csv = "id,seg,lim,since,ok\n"
        for number in 1...4 {
            let cells = [text(&random), decimal(&random), day(&random), flag(&random)]
            clients["c\(number)"] = cells
            csv += "c\(number)," + cells.map(Self.cell).joined(separator: ",") + "\n"
        }
        tables["clients.csv"] = csv
        csv = "id,d1,d2,a,b,n,t,u,f,g,c\n"
        for number in 1...count {
            let cells = [
                day(&random), day(&random), decimal(&random), decimal(&random), decimal(&random), text(&random),
                text(&random), flag(&random), flag(&random),
                random.chance(30) ? .empty : .text("c\(random.integer(1...4))"),
            ]
            rows.append(cells)
            csv += "\(number)," + cells.map(Self.cell).joined(separator: ",") + "\n"
        }
        tables["e.csv"] = csv
    }

    /// What a reference is worth in a row, looked up in the plain values.
    func value(of reference: FieldReference, row: Int) -> Outcome<FormulaValue> {
        let cell = rows[row][reference.field]
        guard let inner = reference.recordField, case .text(let client) = cell else {
            return .value(reference.recordField == nil ? cell : .empty)
        }
        guard let field = inner.field else { return .value(cell) }
        return .value(clients[client]?[field] ?? .empty)
    }

    private static func cell(_ value: FormulaValue) -> String {
        switch value {
        case .number(let number): number.text(places: 2)
        case .day(let day): CivilDay(number: day).description
        case .text(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        case .empty: ""
        }
    }

    private func text(_ random: inout SplitMix64) -> FormulaValue {
        random.chance(30) ? .empty : .text(random.pick(["x", "y", "z"]))
    }

    private func decimal(_ random: inout SplitMix64) -> FormulaValue {
        if random.chance(30) { return .empty }
        return .number(random.chance(20) ? .zero : random.decimal(-900...900, places: 2))
    }

    private func day(_ random: inout SplitMix64) -> FormulaValue {
        random.chance(30) ? .empty : .day(Int32(20454 + random.integer(-5...9)))
    }

    private func flag(_ random: inout SplitMix64) -> FormulaValue {
        random.chance(30) ? .empty : .flag(random.chance(50))
    }
}
