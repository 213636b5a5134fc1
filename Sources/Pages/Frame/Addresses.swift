public import HTML

/// The addresses of the pages. What cannot be a part of one, such as `..`, leads to the first page.
public enum Addresses {
    /// An address part by part.
    public static func of(
        _ parts: [String], query: [(name: String, value: String)] = [], fragment: Identifier? = nil
    ) -> Address {
        (try? Address(path: parts, query: query, fragment: fragment)) ?? .root
    }

    /// An address of ours as a browser asked for it; the first page where it is none.
    public static func own(_ text: String) -> Address { (try? Address(parsing: text)) ?? .root }

    /// What somebody is paid for a period; his own without a person.
    public static func pay(_ period: String? = nil, of person: String? = nil) -> Address {
        of(payParts(period, person))
    }

    /// The statement of a period, unfolded down to a step.
    public static func statement(
        _ period: String, of person: String? = nil, at node: String? = nil, openAll: Bool = false,
        isPrint: Bool = false
    ) -> Address {
        var query: [(name: String, value: String)] = []
        if let node { query.append((name: "at", value: node)) }
        if openAll { query.append((name: "open", value: "all")) }
        if isPrint { query.append((name: "view", value: "print")) }
        return of(
            payParts(period, person) + ["statement"], query: query, fragment: node.map { Identifier(.node, $0) })
    }

    /// The signed file of a statement.
    public static func signedStatement(_ period: String, of person: String? = nil) -> Address {
        of(payParts(period, person) + ["statement", "signed"])
    }

    /// In which form a statement is taken along.
    public enum StatementFile: String, Sendable {
        /// A document for paper.
        case pdf
        /// A workbook.
        case xlsx
    }

    /// A statement as a file.
    ///
    /// - Parameter allEvents: Whether all events of a figure are listed, not only those that weigh most.
    public static func statementFile(
        _ form: StatementFile, _ period: String, of person: String? = nil, allEvents: Bool = false
    ) -> Address {
        of(
            payParts(period, person) + ["statement." + form.rawValue],
            query: allEvents ? [(name: "events", value: "all")] : [])
    }

    /// The sheet that those who approve a period sign.
    public static func approvalSheet(_ period: String) -> Address { of(["periods", period, "approval.pdf"]) }

    /// Whose an event is, and why it was credited or not.
    public static func event(_ period: String, of person: String? = nil, kind: String, id: String) -> Address {
        of(
            payParts(period, person) + ["event"],
            query: [(name: "kind", value: kind), (name: "id", value: id)])
    }

    /// Where an event is asked about.
    public static func eventForm(_ period: String, of person: String? = nil) -> Address {
        of(payParts(period, person) + ["event"])
    }

    /// Where a period is objected to.
    public static func newDispute(_ period: String) -> Address { of(["pay", period, "disputes", "new"]) }

    /// A dispute.
    public static func dispute(_ number: Int64) -> Address { of(["disputes", String(number)]) }

    /// A pay period.
    public static func period(_ period: String) -> Address { of(["periods", period]) }

    /// A step of a pay period.
    public static func step(_ step: String, of period: String) -> Address { of(["periods", period, step]) }

    private static func payParts(_ period: String?, _ person: String?) -> [String] {
        (person.map { ["people", $0] } ?? []) + ["pay"] + (period.map { [$0] } ?? [])
    }
}
