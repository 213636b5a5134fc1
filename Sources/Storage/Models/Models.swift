public import Company

extension WriteTransaction {
    /// Keeps the company's text, once for the same files, and tells its digest.
    @discardableResult
    public func saveModel(_ files: [SourceFile]) throws(StorageFailure) -> String {
        let sorted = files.inOrderOfPaths
        let digest = Self.modelDigest(of: files)
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
}

extension [SourceFile] {
    fileprivate var inOrderOfPaths: [SourceFile] {
        sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension ReadTransaction {
    /// The digest of a company's text, in hexadecimal digits; it does not depend on the order of the files.
    public static func modelDigest(of files: [SourceFile]) -> String {
        var stream = SHA256Stream()
        for file in files.inOrderOfPaths {
            var canonical = CanonicalBytes()
            canonical.append(.text(file.path))
            canonical.append(utf8: file.bytes)
            stream.update(canonical.bytes)
        }
        return stream.finish().hex
    }
}

extension ReadTransaction {
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
