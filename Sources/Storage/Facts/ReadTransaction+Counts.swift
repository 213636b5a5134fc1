/// How many rows of a table there are from one source.
public struct TableRows: Sendable, Hashable {
    /// What the rows are.
    public var kind: String
    /// Where they come from; empty for the company's own files.
    public var source: String
    /// How many are there, without those that were cancelled.
    public var count: Int
}

extension ReadTransaction {
    /// The tables that were ever kept, by kind and source, with how many rows each has now.
    public func rowCounts() throws(StorageFailure) -> [TableRows] {
        try connection.rows(
            """
            SELECT kind, source, coalesce(held, 0) FROM fact_sets LEFT JOIN (
                SELECT fact_set, count(*) AS held FROM facts WHERE column_list IS NOT NULL AND version = (
                    SELECT max(version) FROM facts AS own WHERE own.fact_set = facts.fact_set AND own.key = facts.key)
                GROUP BY fact_set
            ) ON fact_set = fact_sets.number ORDER BY kind, source
            """
        ) { TableRows(kind: $0.text(0), source: $0.text(1), count: Int($0.integer(2))) }
    }
}
