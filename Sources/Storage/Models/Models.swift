public import Company

extension Writing {
    /// Keeps the company's text, once for the same files, and tells its digest.
    @discardableResult
    public func saveModel(_ files: [SourceFile]) throws(StorageFailure) -> String {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let digest = Self.digest(of: sorted)
        let known = try connection.first("SELECT number FROM models WHERE digest = ?", [.text(digest)]) {
            $0.integer(0)
        }
        if known != nil { return digest }
        return try recorded("model") { () throws(StorageFailure) in
            let model = try append(to: "models", [.text(digest)])
            for file in sorted {
                try append(to: "model_files", [.integer(model), .text(file.path), .bytes(file.bytes)])
            }
            return (digest, detail: ["digest": .text(digest), "files": .number(Int64(files.count))])
        }
    }

    private static func digest(of files: [SourceFile]) -> String {
        var stream = SHA256Stream()
        for file in files {
            var canonical = CanonicalBytes()
            canonical.append(.text(file.path))
            canonical.append(utf8: file.bytes)
            stream.update(canonical.bytes)
        }
        return stream.finish().hex
    }
}

extension Reading {
    /// The files of a model, by path.
    public func model(_ digest: String) throws(StorageFailure) -> [SourceFile] {
        let known = try connection.first("SELECT number FROM models WHERE digest = ?", [.text(digest)]) {
            $0.integer(0)
        }
        guard let known else { throw .noSuchModel(digest) }
        return try connection.rows(
            "SELECT path, content FROM model_files WHERE model = ? ORDER BY path", [.integer(known)]
        ) { SourceFile(path: $0.text(0), bytes: $0.bytes(1)) }
    }

    /// The digest of the model that was kept last, or `nil` while there is none.
    public func latestModel() throws(StorageFailure) -> String? {
        try connection.first("SELECT digest FROM models ORDER BY number DESC LIMIT 1") { $0.text(0) }
    }
}
