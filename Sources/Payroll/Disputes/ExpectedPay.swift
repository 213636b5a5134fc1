public import Messages
public import Quantities

/// What somebody expected instead of what his statement says.
public struct ExpectedPay: Sendable {
    /// What was to be payable, in minor units.
    public var payable: Int64?
    /// What awards were to be, by their node, in minor units.
    public var awards: [String: Int64]
    /// What events were to count, in the order of the person's own table.
    public var deals: [ExpectedDeal]

    /// An expectation.
    public init(payable: Int64? = nil, awards: [String: Int64] = [:], deals: [ExpectedDeal] = []) {
        self.payable = payable
        self.awards = awards
        self.deals = deals
    }

    /// Whether nothing was said.
    public var isEmpty: Bool { payable == nil && awards.isEmpty && deals.isEmpty }
}

/// A deal in somebody's own table.
public struct ExpectedDeal: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// The amount; `nil` where the table has none.
    public var amount: FixedDecimal?

    /// A deal.
    public init(id: String, amount: FixedDecimal?) {
        self.id = id
        self.amount = amount
    }
}

/// Somebody's own table of deals, as it is copied out of a spreadsheet or a mail: an identifier and an amount a line.
public struct DealTable: Sendable {
    /// The rows that were understood.
    public private(set) var deals: [ExpectedDeal] = []
    /// The lines that were not, from 1, with what is wrong with them.
    public private(set) var faults: [(line: Int, text: LocalizedText)] = []

    /// The most lines that are read.
    public static let mostLines = 2_000

    /// Reads a table: cells are parted by tabs, else by semicolons, else by the last space before the amount. A first line without
    /// an amount is the head.
    public init(_ text: String, commaIsDecimal: Bool) {
        var seen: Set<String> = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            guard place < Self.mostLines else {
                faults.append(
                    (
                        place + 1,
                        LocalizedText(
                            en: "only the first \(Self.mostLines) lines are compared",
                            ru: "сравниваются только первые \(Self.mostLines) строк")
                    ))
                return
            }
            let cells = Self.cells(line, commaIsDecimal)
            guard let id = cells.first, !id.isEmpty else { continue }
            guard cells.count > 1 else {
                add(ExpectedDeal(id: id, amount: nil), line: place + 1, &seen)
                continue
            }
            guard let amount = WrittenAmount.value(of: cells[cells.count - 1], commaIsDecimal: commaIsDecimal) else {
                if deals.isEmpty, faults.isEmpty { continue }
                faults.append(
                    (
                        place + 1,
                        LocalizedText(
                            en: "'\(cells[cells.count - 1])' is no amount",
                            ru: "«\(cells[cells.count - 1])» — не сумма")
                    ))
                continue
            }
            add(ExpectedDeal(id: id, amount: amount), line: place + 1, &seen)
        }
    }

    private mutating func add(_ deal: ExpectedDeal, line: Int, _ seen: inout Set<String>) {
        guard seen.insert(deal.id).inserted else {
            faults.append(
                (line, LocalizedText(en: "'\(deal.id)' is there twice", ru: "«\(deal.id)» встречается дважды")))
            return
        }
        deals.append(deal)
    }

    private static func cells(_ line: Substring, _ commaIsDecimal: Bool) -> [String] {
        let separator: Character = line.contains("\t") ? "\t" : ";"
        let parts = line.split(separator: separator, omittingEmptySubsequences: false).map(trimmed)
        if parts.count > 1 {
            let filled = parts.dropFirst().last { !$0.isEmpty }
            return [parts[0]] + (filled.map { [$0] } ?? [])
        }
        // `4711 57 400,00`: the identifier is the first word.
        let words = line.split(maxSplits: 1, whereSeparator: { $0 == " " })
        return words.map(trimmed)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
