public import Company

extension LineEngine {
    /// The lines that figures are computed of.
    public var tables: [LineTable] { layout.passes.map(\.table) }

    /// Lays out the lines of a company and computes nothing.
    public static func tables(of model: CompanyModel, threads: Int = 2) -> [LineTable] {
        LineLayout(model, threads: 0) { key, sources in LineTable(model, key, sources: sources, threads: threads) }
            .passes.map(\.table)
    }

    /// As ``computed(_:threads:)``, of lines that were laid out before; those that are missing are laid out now.
    ///
    /// - Parameter packed: The model's events as they lie in a file.
    public static func computed(
        _ model: CompanyModel, tables: [LineTable], packed: PackedEvents = .none, threads: Int = 2
    ) async -> LineEngine {
        let kept = Dictionary(tables.map { ($0.key, $0) }) { first, _ in first }
        let layout = LineLayout(model, threads: threads) { key, sources in
            if let table = kept[key], table.people == model.people.count,
                sources.allSatisfy({ table.columns[$0] != nil })
            {
                return table
            }
            return LineTable(model, key, sources: sources, packed, threads: threads)
        }
        return await computed(model, layout, threads: threads)
    }
}
