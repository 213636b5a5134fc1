import Accounts
import Quantities
import Testing

private func part(_ id: Key<HealthPart>, _ weight: Int, _ value: String?, age: Int = 0, norm: Int = 100) throws
    -> HealthPart
{
    HealthPart(
        id, weight: try FixedDecimal.fraction(Int128(weight), 100), value: try value.map(decimal), age: age, norm: norm)
}

/// Sales 100, payment 60, promises 90, claims 80, influence 63.1, satisfaction 75 (200 days old), contact 50.
private func seven(satisfaction age: Int = 200) throws -> [HealthPart] {
    [
        try part("sales", 25, "1"), try part("payment", 15, "0.6"), try part("promises", 15, "0.9"),
        try part("claims", 10, "0.8"), try part("influence", 15, "0.631"),
        try part("satisfaction", 10, "0.75", age: age), try part("contact", 10, "0.5"),
    ]
}

@Suite("Health: unknown is never good")
struct HealthTests {
    @Test func `73.7 of 100, 95.0 % known, 77.6 of what is known`() throws {
        let health = try Health(seven())
        #expect(try health.value.asPercent == "73.7 %")
        #expect(try health.known.asPercent == "95.0 %")
        #expect(try health.ofKnown().asPercent == "77.6 %")
        #expect(health.colour == .amber)
        #expect(health.blindest?.id == "satisfaction")
    }

    @Test(arguments: [(0, "1"), (100, "1"), (101, "0.995"), (200, "0.5"), (299, "0.005"), (300, "0"), (5000, "0")])
    func `a value fades from its norm to thrice the norm`(age: Int, fresh: String) throws {
        #expect(try Health([try part("one", 100, "1", age: age)]).known == decimal(fresh))
    }

    @Test func `nothing known is 0 and grey, everything stale too`() throws {
        let nothing = try Health([try part("a", 60, nil), try part("b", 40, nil)])
        #expect((nothing.value, nothing.known, nothing.colour) == (0, 0, .grey))
        #expect(throws: NoFigure.self) { try nothing.ofKnown() }
        let stale = try Health([try part("a", 60, "1", age: 400), try part("b", 40, "1", age: 301)])
        #expect((stale.value, stale.colour) == (0, .grey))
    }

    @Test func `a veto with 90 is red, also when little is known`() throws {
        #expect(try Health([try part("a", 100, "0.9")]).colour == .green)
        #expect(try Health([try part("a", 100, "0.9")], vetoes: [.promise]).colour == .red)
        #expect(try Health([try part("a", 100, nil)], vetoes: [.payment]).colour == .red)
    }

    @Test(arguments: [("0.75", Health.Colour.green), ("0.7499", .amber), ("0.5", .amber), ("0.4999", .red)])
    func `bounds are in`(value: String, colour: Health.Colour) throws {
        #expect(try Health([try part("a", 100, value)]).colour == colour)
    }

    @Test func `good, but with less than 70 % known, is not green`() throws {
        #expect(try Health([try part("a", 69, "1"), try part("b", 31, nil)]).colour == .amber)
        #expect(try Health([try part("a", 75, "1"), try part("b", 25, nil)]).colour == .green)
    }

    @Test func `weights that do not total 100 %, and a value of 101, are refused`() {
        #expect(refusal { _ = try Health([try part("a", 99, "1")]) } == "weights")
        #expect(refusal { _ = try Health([try part("a", 100, "1.01")]) } == "outside-range")
    }
}
