internal import Calculation
internal import Company
internal import Formulas
internal import Ledger
public import Storage

extension PayCycle {
    /// A person's statement of a period, signed, with no more rows than his figures need.
    ///
    /// The fewest rows are tried first: those that are his own. Where they do not give the same figures (he shares a pool, a
    /// contest is ranked, a unit is summed), the rows of all go with it.
    public func statement(
        of person: String, _ period: String, key: SigningKey
    ) async throws -> StatementBundle {
        let (run, text, tables) = try read { snapshot in
            let life = try snapshot.life(of: period)
            let run = try snapshot.run(life.run.isEmpty ? life.postedRun : life.run)
            return (run, try snapshot.model(run.model), try snapshot.tables(upTo: run.dataHead))
        }
        var bundle = StatementBundle(
            person: person, period: period, run: run.id,
            text: text.map { .init(path: $0.path, content: String(decoding: $0.bytes, as: UTF8.self)) },
            tables: tables.map { .init($0) }, results: [])
        bundle.results = try await bundle.recalculated()
        var smaller = bundle
        let kinds = Set(CompanyReader.declaredTables(in: text).events)
        smaller.tables = PersonalRows(of: person, in: tables, eventKinds: kinds).picked.map { .init($0) }
        if let results = try? await smaller.recalculated(), results == bundle.results { bundle = smaller }
        return try bundle.signed(with: key)
    }
}

extension StatementBundle.Table {
    fileprivate init(_ table: PlainTable) {
        self.init(kind: table.kind, columns: table.columns, rows: table.rows.map { [$0.key] + $0.cells })
    }
}
