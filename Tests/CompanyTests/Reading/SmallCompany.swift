import Company
import Formulas
import Messages

/// A company of two sellers and two sales, which every test changes in one respect.
enum SmallCompany {
    static let files: [String: String] = [
        "company.yaml": """
        company: {name: Alfa, currency: RUB}
        positions: {seller: Seller}
        units: {sales_team: Sales}
        events:
          sale:
            fields: {date: day, seller: person, amount: money}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        """,
        "people.csv": """
        id,name
        anna,Anna
        boris,Boris
        """,
        "assignments.csv": """
        person,position,unit,from
        anna,seller,sales_team,2026-01-01
        boris,seller,sales_team,2026-01-01
        """,
        "sale.csv": """
        id,date,seller,amount
        1,2026-01-10,anna,100
        2,2026-01-11,boris,200
        """,
    ]

    /// The company with some files added or replaced, or taken away where there is no text.
    static func changed(by changes: [String: String?]) -> [SourceFile] {
        files.mapValues { Optional($0) }.merging(changes) { $1 }.compactMap { path, text in
            text.map { SourceFile(path: path, bytes: Array(($0.isEmpty ? "" : $0 + "\n").utf8)) }
        }
    }

    /// The company with some files of bytes added or replaced.
    static func changed(byBytes changes: [String: [UInt8]]) -> [SourceFile] {
        changed(by: [:]).filter { changes[$0.path] == nil }
            + changes.map { SourceFile(path: $0.key, bytes: $0.value) }
    }
}

/// What is said about the small company after a change, as a person reads it; empty when all is well.
func said(_ changes: [String: String?], _ language: Language = .en) -> String {
    said(SmallCompany.changed(by: changes), language)
}

/// What is said about a company of these files.
func said(_ files: [SourceFile], _ language: Language = .en) -> String {
    let (model, diagnostics) = CompanyReader.read(files)
    let failed = diagnostics.contains { $0.severity == .error }
    // A model and an error, or neither, would be a contradiction that no test expects.
    if (model == nil) != failed { return "model: \(model != nil), errors: \(failed)" }
    return diagnostics.map { $0.rendered(in: language) }.joined(separator: "\n")
}
