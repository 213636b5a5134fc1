import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// An amount in minor units, the weights by which it is divided, and the parts that the peer and Stimul give.
struct PeerSplit: Sendable, CustomTestStringConvertible {
    var id: String
    var amount: Int64
    var weights: [String]
    var peer: [Int64]
    var stimul: [Int64]

    /// A case in which both give the same parts.
    init(_ id: String, _ amount: Int64, by weights: String, _ parts: [Int64]) {
        self.init(id, amount, by: weights, peer: parts, stimul: parts)
    }

    /// A case in which the peer has another rule for what is left over.
    init(_ id: String, _ amount: Int64, by weights: String, peer: [Int64], stimul: [Int64]) {
        self.id = id
        self.amount = amount
        self.weights = weights.split(separator: ":").map(String.init)
        self.peer = peer
        self.stimul = stimul
    }

    var testDescription: String { "\(id): \(amount) by \(weights.joined(separator: ":"))" }
}

@Suite("Cases of peers that divide an amount")
struct PeerSplitTests {
    static let cases = [
        PeerSplit("B1-1", 15, by: "80:8:12", peer: [13, 1, 1], stimul: [12, 1, 2]),
        PeerSplit("B1-2", 15, by: "80:15:5", peer: [13, 2, 0], stimul: [12, 2, 1]),
        PeerSplit("B1-3", 100, by: "60:35.5:4.5", peer: [61, 35, 4], stimul: [60, 36, 4]),
        PeerSplit("B1-5", 9, by: "1:2", [3, 6]),
        PeerSplit("B1-8", 30, by: "1:2", [10, 20]),
        // What the first of two sources gives: the peer empties it from the first share on.
        PeerSplit("B1-8", 15, by: "1:2", peer: [10, 5], stimul: [5, 10]),
        PeerSplit("B4-2", 9_999, by: "100:100", [5_000, 4_999]),
        PeerSplit("B4-3", 10_000, by: "30:20:40", [3_333, 2_222, 4_445]),
        PeerSplit("B4-4", 10_000, by: "30:20:40:40", [2_308, 1_538, 3_077, 3_077]),
        PeerSplit("B4-5", 2, by: "1:1:1:1", [1, 1, 0, 0]),
        PeerSplit("B4-6", 3, by: "75:25", [2, 1]),
        PeerSplit("B4-8", 10_000, by: "7:6", [5_385, 4_615]),
        PeerSplit("B4-8", 10_000, by: "6:7", [4_615, 5_385]),
        PeerSplit("B4-9", -10_000, by: "30:20:40:40", [-2_308, -1_538, -3_077, -3_077]),
        PeerSplit("B4-10", 100, by: "2:3:1", peer: [33, 51, 16], stimul: [33, 50, 17]),
        PeerSplit("B5-1", 613, by: "98:92:98:123:102:92", [99, 93, 99, 125, 104, 93]),
        PeerSplit("B5-2", 9_999, by: "75:25", [7_499, 2_500]),
        PeerSplit("B5-3", 1, by: "33:66", [0, 1]),
        PeerSplit("B5-4", 5, by: "100:101:100:100", [1, 2, 1, 1]),
    ]

    static let checks = cases.map { PeerCheck(id: $0.id, differs: $0.peer != $0.stimul, source: "PeerSplit") }

    @Test("the parts are those of the largest remainder", arguments: cases)
    func parts(_ split: PeerSplit) throws {
        let weights = try split.weights.enumerated().map { number, weight in
            (key: number, weight: try FixedDecimal(parsing: weight))
        }
        #expect(try Split.largestRemainder(split.amount, weights: weights) == split.stimul)
        #expect(split.stimul.reduce(0, +) == split.amount)
    }

    @Test("a pool pays the same parts to the people of a plan", arguments: cases)
    func pool(_ split: PeerSplit) throws {
        let model = try PeerFiles.company(company(split))
        let run = Run(model, EventEngine(model))
        let month = try #require(model.calendar.parse("2026-01"))
        let lines = run.tasks(in: month.range).flatMap { run.lines($0) }
        #expect(lines.map { $0.amount.value?.minorUnits } == split.stimul)
    }

    /// A company in a currency without minor units, whose people p1, p2 … share a pool.
    private func company(_ split: PeerSplit) -> [SourceFile] {
        let text = """
            company: {name: Peers, currency: JPY}
            positions: {member: Member}
            units: {team: Team}
            records: {person: {fields: {weight: number}}}
            plans:
              shared:
                for: {position: member}
                period: month
                components:
                  share: {pool: \(split.amount) JPY, weights: person.weight, nobody: cancel}
            """
        let people = split.weights.enumerated().map { "p\($0 + 1),\($1)\n" }
        let assignments = split.weights.indices.map { "p\($0 + 1),member,team,2026-01-01\n" }
        let tables = [
            "company.yaml": text, "people.csv": "id,weight\n" + people.joined(),
            "assignments.csv": "person,position,unit,from\n" + assignments.joined(),
        ]
        return tables.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
    }
}
