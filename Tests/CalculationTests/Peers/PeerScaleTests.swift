import Company
import Quantities
import Testing

@Suite("Cases of peers that look a rate up or round")
struct PeerScaleTests {
    static let checks = [
        PeerCheck(id: "A7-mr", differs: false, source: "PeerScale"),
        PeerCheck(id: "A7-rt", differs: false, source: "PeerScale"),
        PeerCheck(id: "A7-th", differs: false, source: "PeerScale"),
        PeerCheck(id: "A7-r1", differs: true, source: "PeerScale"),
    ]

    /// A marginal scale written as `100: 0.1`, bound and rate.
    private func scale(_ brackets: KeyValuePairs<String, String>) throws -> TierTable {
        TierTable(
            .marginal,
            try brackets.map {
                TierTable.Tier(from: try FixedDecimal(parsing: $0), rate: try FixedDecimal(parsing: $1))
            })
    }

    @Test(
        "the marginal rate at a base: A7-mr",
        arguments: [("0", "0"), ("10", "0"), ("50", "0"), ("125", "0.1"), ("250", "0.2")])
    func marginalRate(base: String, rate: String) throws {
        let tier = try scale(["0": "0", "100": "0.1", "200": "0.2"]).tier(at: FixedDecimal(parsing: base))
        #expect(tier?.rate.description == rate)
    }

    @Test(
        "the rate and the threshold that a base reaches: A7-rt, A7-th",
        arguments: [
            ("0", "0", "0"), ("500", "0.1", "400"), ("3000", "0.1", "400"), ("15500", "0.4", "15000"),
            ("33000", "0.4", "15000"), ("400000", "0.6", "200000"), ("500000", "0.6", "200000"),
        ])
    func reached(base: String, rate: String, threshold: String) throws {
        let table = try scale(["0": "0", "400": "0.1", "15000": "0.4", "200000": "0.6"])
        let tier = try table.tier(at: FixedDecimal(parsing: base))
        #expect(tier?.rate.description == rate)
        #expect(tier?.from.description == threshold)
    }

    /// The base, then what the peer and Stimul give for it.
    static let roundedToTenths = [
        ("200", "10", "10"), ("200.2", "10", "10"), ("200.002", "10", "10"), ("200.6", "10.1", "10.1"),
        ("200.006", "10", "10"), ("200.5", "10", "10.1"), ("200.005", "10", "10"),
    ]

    @Test("half of a tenth goes up unless half-even is asked for: A7-r1", arguments: roundedToTenths)
    func rounding(base: String, peer: String, stimul: String) throws {
        let table = try scale(["0": "0", "100": "0.1"])
        func paid(_ mode: Rounding) throws -> String {
            let rounded = try FixedDecimal(parsing: base).rounded(toPlaces: 1, mode)
            return try table.price(rounded, target: nil).rounded(toPlaces: 1, mode).description
        }
        #expect(try paid(.halfAwayFromZero) == stimul)
        #expect(try paid(.halfEven) == peer)
    }
}
