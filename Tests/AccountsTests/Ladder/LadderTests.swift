import Accounts
import Messages
import Periods
import Quantities
import Testing

private func range(_ from: String, _ until: String) -> DayRange {
    DayRange(from: day(from), clampingUntil: day(until))
}

/// One of many, approved (a contract), preferred (wallet 3, satisfied 2, breadth 2, factors 3).
private func ladder() throws -> Ladder {
    try Ladder([
        Ladder.Rung("one_of_many", LocalizedText(en: "one of many", ru: "один из многих")),
        Ladder.Rung(
            "approved", LocalizedText(en: "approved", ru: "одобренный"),
            evidence: [Ladder.Evidence("contract", weight: 3)]),
        Ladder.Rung(
            "preferred", LocalizedText(en: "preferred", ru: "предпочитаемый"),
            evidence: [
                Ladder.Evidence("wallet", weight: 3), Ladder.Evidence("satisfied", weight: 2),
                Ladder.Evidence("breadth", weight: 2), Ladder.Evidence("factors", weight: 3),
            ]),
    ])
}

private let contract = EvidencePlace("approved", "contract")
private let wallet = EvidencePlace("preferred", "wallet")

/// All evidence of 2026: the contract until the end, the rest from 1 April, the wallet as given.
private func evidence(wallet days: [DayRange]?, contract contractDays: [DayRange] = [range("2026-01-01", "2027-01-01")])
    -> EvidenceDays
{
    let spring = [range("2026-04-01", "2027-01-01")]
    return [
        contract: contractDays, wallet: days ?? [], EvidencePlace("preferred", "satisfied"): spring,
        EvidencePlace("preferred", "breadth"): spring, EvidencePlace("preferred", "factors"): spring,
    ]
}

private let claims: [Key<Ladder.Rung>: [DayRange]] = ["approved": [.always], "preferred": [.always]]

private func standing(_ evidence: EvidenceDays, on text: String) throws -> LadderStanding {
    LadderStanding(try ladder(), evidence: evidence, claims: claims, on: day(text))
}

@Suite("Ladder of perception: rungs whose evidence expires")
struct LadderTests {
    @Test func `three of four pieces valid: 70 % of the way, and the rung is not held`() throws {
        let standing = try standing(evidence(wallet: nil), on: "2026-10-15")
        #expect(standing.held == 1)
        #expect(standing.next?.id == "preferred")
        #expect(standing.lacking == ["wallet"])
        #expect(try standing.way().asPercent == "70.0 %")
    }

    @Test func `all valid and examined: held; with the last piece gone it is not, on the very day`() throws {
        let evidence = evidence(wallet: [range("2026-04-01", "2026-10-01")])
        #expect(try standing(evidence, on: "2026-09-30").held == 2)
        #expect(try standing(evidence, on: "2026-10-01").held == 1)
        #expect(throws: NoFigure.self) { try standing(evidence, on: "2026-09-30").way() }
    }

    @Test func `a lower rung that lapses takes the higher one with it`() throws {
        let evidence = evidence(
            wallet: [range("2026-04-01", "2027-01-01")], contract: [range("2026-01-01", "2026-07-01")])
        #expect(try standing(evidence, on: "2026-06-30").held == 2)
        #expect(try standing(evidence, on: "2026-07-01").held == 0)
    }

    @Test func `without an examined claim evidence bears a rung that is not held`() throws {
        let standing = LadderStanding(
            try ladder(), evidence: evidence(wallet: [.always]), claims: ["approved": [.always]], on: day("2026-10-15"))
        #expect((standing.borne, standing.held) == (2, 1))
    }

    @Test func `what ends is told with its first day without, the soonest first`() throws {
        let standing = try standing(evidence(wallet: [range("2026-04-01", "2026-11-01")]), on: "2026-10-15")
        #expect(standing.expiring.first?.place == wallet)
        #expect(
            standing.expiring.map(\.until.description) == [
                "2026-11-01", "2027-01-01", "2027-01-01", "2027-01-01", "2027-01-01",
            ])
    }

    @Test func `each gain and loss is a step that pays +1 or takes it back`() throws {
        let steps = try ladder().steps(
            evidence: evidence(wallet: [range("2026-05-01", "2026-10-01")]), claims: claims,
            in: range("2026-01-01", "2027-01-01"))
        #expect(
            steps.map { "\($0.day) \($0.rung) \($0.change)" } == [
                "2026-01-01 approved 1", "2026-05-01 preferred 1", "2026-10-01 preferred -1",
            ])
    }

    @Test func `evidence that lapses and returns on one day is no step`() throws {
        let renewed = [range("2026-05-01", "2026-10-01"), range("2026-10-01", "2027-01-01")]
        let steps = try ladder().steps(
            evidence: evidence(wallet: renewed), claims: claims, in: range("2026-06-01", "2026-12-01"))
        #expect(steps.isEmpty)
        let expiring = try standing(evidence(wallet: renewed), on: "2026-09-30").expiring
        #expect(expiring.first { $0.place == wallet }?.until == day("2027-01-01"))
    }

    @Test func `the head of another unit examines, not who claims nor his own unit`() throws {
        var claim = RungClaim("c034", "preferred", by: "sokolova", of: "Kazan")
        #expect(refusal { try claim.hold(from: today) } == "step")
        #expect(refusal { try claim.examine(by: "sokolova", of: "Moscow") } == "own-work")
        #expect(refusal { try claim.examine(by: "belov", of: "Kazan") } == "own-work")
        #expect(claim.days.isEmpty)
        try claim.examine(by: "orlov", of: "Moscow")
        try claim.hold(from: today)
        #expect(claim.days.map(\.from) == [today])
    }

    @Test func `evidence on the lowest rung, or none on another, is refused`() {
        let title = LocalizedText("?")
        #expect(
            refusal { _ = try Ladder([Ladder.Rung("a", title, evidence: [Ladder.Evidence("x")])]) } == "wording")
        #expect(refusal { _ = try Ladder([Ladder.Rung("a", title), Ladder.Rung("b", title)]) } == "wording")
    }
}
