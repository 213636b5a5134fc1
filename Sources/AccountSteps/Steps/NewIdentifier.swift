import AccountRows

/// Identifiers of new rows: those that the table has, gone on with.
///
///     p0076, p0077   // p0078
extension AccountBook {
    /// An identifier that no row of the table has yet, and none of those given.
    ///
    /// - Parameter letter: what stands before the number where the table has none that could be gone on with.
    func newIdentifier(_ kind: String, _ letter: String, besides taken: [String] = []) -> String {
        let ids = (source.tables[kind].map { table in (0..<table.rowCount).map(table.id) } ?? []) + taken
        let numbered = ids.compactMap { NumberedIdentifier($0) }
        // Of several forms the one with most rows goes on; of equals the first by name.
        let byPrefix = Dictionary(grouping: numbered, by: \.prefix)
        let form = byPrefix.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let form, let last = form.value.max(by: { $0.number < $1.number }) else {
            return next(after: NumberedIdentifier(prefix: letter, number: 0, digits: 4), Set(ids))
        }
        return next(after: last, Set(ids))
    }

    private func next(after last: NumberedIdentifier, _ taken: Set<String>) -> String {
        var identifier = last
        repeat { identifier.number += 1 } while taken.contains(identifier.text)
        return identifier.text
    }
}

/// Letters and a number behind them: `p0077`.
private struct NumberedIdentifier {
    let prefix: String
    var number: Int
    /// How many digits the number has at least.
    let digits: Int

    init(prefix: String, number: Int, digits: Int) {
        (self.prefix, self.number, self.digits) = (prefix, number, digits)
    }

    init?(_ text: String) {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        let prefix = text.dropLast(digits.count)
        // A number of more than 12 digits was made by another system, and one behind other digits is a part of a name.
        guard !digits.isEmpty, digits.count <= 12, prefix.allSatisfy(\.isLetter),
            let number = Int(String(digits.reversed()))
        else { return nil }
        self.init(prefix: String(prefix), number: number, digits: digits.count)
    }

    var text: String {
        let written = String(number)
        return prefix + String(repeating: "0", count: max(digits - written.count, 0)) + written
    }
}
