public import Storage

/// How files of each header are read, as people have answered it: kept under the audit chain, so that it is known who said so.
extension PayCycle {
    private static func name(ofHeader fingerprint: String) -> ObjectName {
        ObjectName(room: "data", kind: "header", key: fingerprint)
    }

    /// What was answered, by header: each an entry as it stands under `tables`.
    public func learnedHeaders() throws(PayrollFailure) -> [KeptObject] {
        try read { try $0.objects(room: "data", kind: "header") }
    }

    /// Keeps how files of a header are read; nothing when it is kept so already.
    public func learn(
        header fingerprint: String, _ entry: String, by principal: Principal
    ) throws(PayrollFailure) {
        let name = Self.name(ofHeader: fingerprint)
        try write(by: principal) { tx in
            try Rules(cycle: self, principal: principal, books: tx).checkRight(.importRows)
            let known = try tx.object(name)
            if known?.content == entry { return }
            try tx.take("learned", with: name, content: entry, after: known?.version ?? 0)
        }
    }
}
