/// The files of a company's folder, by their paths.
struct CompanyFiles {
    /// Texts and tables.
    private(set) var read: [SourceFile]
    /// Files beside them that nothing reads.
    let others: [SourceFile]

    /// Sorts files out.
    init(_ files: [SourceFile]) {
        read = files.filter { $0.isText || $0.isTable }.sorted { $0.path < $1.path }
        others = files.filter { !$0.isText && !$0.isTable }.sorted { $0.path < $1.path }
    }

    /// The YAML files.
    var texts: [SourceFile] { read.filter(\.isText) }

    /// The same with tables behind the others.
    func adding(_ tables: [SourceFile]) -> CompanyFiles {
        var files = self
        files.read += tables
        return files
    }
}
