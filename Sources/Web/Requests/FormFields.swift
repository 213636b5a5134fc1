/// The fields of a form or a query: flat pairs, each name once.
struct FormFields: Sendable {
    private let values: [String: String]

    /// No fields.
    static let none = FormFields(values: [:])
    /// The most pairs.
    static let most = 1_000

    private init(values: [String: String]) { self.values = values }

    /// Fields as a browser sends them (`application/x-www-form-urlencoded`).
    ///
    /// - Throws: A problem for more than a thousand pairs, a name that comes twice, and what is not encoded as it must be.
    init(_ text: some StringProtocol, allowsLines: Bool = false) throws {
        var values: [String: String] = [:]
        let pairs = text.split(separator: "&", omittingEmptySubsequences: true)
        guard pairs.count <= Self.most else { throw Problem.badInput(.tooManyFields) }
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentDecoding.text(halves[0], plusIsSpace: true),
                let value = PercentDecoding.text(
                    halves.count > 1 ? halves[1] : "", plusIsSpace: true, allowsLines: allowsLines)
            else { throw Problem.badInput(.badEncoding) }
            guard values.updateValue(value, forKey: name) == nil else { throw Problem.badInput(.fieldTwice(name)) }
        }
        self.values = values
    }

    /// Fields that came as parts of a form with a file.
    ///
    /// - Throws: A problem for a name that comes twice.
    init(pairs: [(name: String, value: String)]) throws {
        var values: [String: String] = [:]
        for (name, value) in pairs {
            guard values.updateValue(value, forKey: name) == nil else { throw Problem.badInput(.fieldTwice(name)) }
        }
        self.values = values
    }

    /// The names that were sent.
    var names: Set<String> { Set(values.keys) }

    /// A field; nil when it was not sent.
    subscript(_ name: String) -> String? { values[name] }

    /// A field without spaces around it; empty when it was not sent.
    func text(_ name: String) -> String {
        let value = values[name] ?? ""
        let trimmed = value.drop { $0.isWhitespace }
        return String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
    }
}
