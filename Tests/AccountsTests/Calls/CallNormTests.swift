import Accounts
import Messages
import Periods
import Quantities
import Testing

private let secondQuarter = DayRange(from: day("2026-04-01"), clampingUntil: day("2026-07-01"))

/// A norm of so many days that holds from the start, or from the days given.
private func norm(
    _ calls: [String], days: [DayRange] = [.always], norm: [(Int, DayRange)] = [(14, .always)]
) throws -> CallNorm {
    try CallNorm(
        norm: Timeline(norm.map { Dated($0.0, $0.1) }), days: days, calls: calls.map(day), russia)
}

private let tierA = ["2026-03-24", "2026-04-06", "2026-04-17", "2026-05-12", "2026-05-13", "2026-06-29"]

@Suite("Calls of our own accord: days in norm")
struct CallNormTests {
    /// Tier A, 14 days. 17 April + 14 is 1 May, a holiday, hence 4 May; 13 May + 14 is 27 May.
    @Test func `52 of 91 days are 57.1 %, two calls being late by 7 and 32 days`() throws {
        let norm = try norm(tierA)
        let tally = norm.tally(in: secondQuarter)
        #expect((tally.inNorm, tally.days) == (52, 91))
        #expect(try tally.share().asPercent == "57.1 %")
        let gaps = norm.gaps(in: secondQuarter)
        #expect(gaps.map(\.due) == [day("2026-05-04"), day("2026-05-27")])
        #expect(gaps.map(\.days.count) == [7, 32])
        #expect(norm.lateness(on: day("2026-05-04")) == 0)
        #expect(norm.lateness(on: day("2026-05-11")) == 7)
        #expect(norm.lateness(on: day("2026-06-28")) == 32)
    }

    @Test func `five calls on one day count as one`() throws {
        let many = try norm(tierA + Array(repeating: "2026-05-13", count: 4))
        #expect(many.tally(in: secondQuarter).inNorm == 52)
    }

    /// The second gap, 28 May – 28 June, is 15 days Sokolova's and 17 Belov's.
    @Test func `a change of manager inside a gap credits each with his days`() throws {
        let managers = try Timeline([
            Dated(Key<Person>("sokolova"), DayRange(from: .earliest, clampingUntil: day("2026-06-12"))),
            Dated(Key<Person>("belov"), DayRange(from: day("2026-06-12"), clampingUntil: .latest)),
        ])
        let tallies = try norm(tierA).tally(in: secondQuarter, by: managers)
        let (first, second) = (try #require(tallies["sokolova"]), try #require(tallies["belov"]))
        #expect((first.inNorm, first.days) == (50, 72))
        #expect((second.inNorm, second.days) == (2, 19))
        #expect(first.days - first.inNorm + second.days - second.inNorm == 7 + 32)
    }

    @Test(arguments: [("2026-05-12", 1), ("2026-05-11", 0)])
    func `key for one day: in norm with a call near, not without`(only: String, inNorm: Int) throws {
        let oneDay = [DayRange(from: day(only), clampingUntil: day(only).adding(days: 1) ?? .latest)]
        let tally = try norm(tierA, days: oneDay).tally(in: secondQuarter)
        #expect((tally.inNorm, tally.days) == (inNorm, 1))
    }

    @Test func `never called: due on the first day, and no day is in norm`() throws {
        let never = try norm([], days: [secondQuarter])
        #expect(never.due(on: day("2026-04-03")) == day("2026-04-01"))
        #expect(never.tally(in: secondQuarter).inNorm == 0)
    }

    @Test(arguments: [0, -14, 367, Int.max])
    func `a norm that nobody can keep or that is none is refused`(days: Int) {
        #expect(refusal { _ = try norm(tierA, norm: [(days, .always)]) } == "outside-scale")
    }

    @Test func `without a day as key account there is no share`() throws {
        #expect(throws: NoFigure.self) { try norm(tierA, days: []).tally(in: secondQuarter).share() }
    }

    /// 30 days from 1 May: 17 April + 30 is 17 May, a Sunday, hence 18 May; 13 May + 30 is 12 June, a holiday, hence 15.
    @Test func `a norm changed mid-quarter holds from its day`() throws {
        let changed = try norm(
            tierA,
            norm: [
                (14, DayRange(from: .earliest, clampingUntil: day("2026-05-01"))),
                (30, DayRange(from: day("2026-05-01"), clampingUntil: .latest)),
            ])
        #expect(changed.due(on: day("2026-04-30")) == day("2026-05-01").adding(days: 3))
        #expect(changed.due(on: day("2026-05-05")) == day("2026-05-18"))
        #expect(changed.gaps(in: secondQuarter).map(\.days.description) == ["2026-06-16..<2026-06-29"])
    }
}

@Suite("Calls of our own accord: which touch is one")
struct CallRuleTests {
    private let ilina = Key<Contact>("k0341")

    private func miss(
        _ at: String = "2026-10-01 11:40", contact: Key<Contact>? = "k0341", power: Int = 8,
        direction: Touch.Direction = .out, purpose: Touch.Purpose = .proactive, message: Touch.Message? = .opportunity,
        minutes: Int? = 9, source: Touch.Source = .telephony, asked: [String] = []
    ) throws -> CallRule.Miss? {
        let contacts = [ilina: Contact(ilina, client: "c034", function: "category", power: try Power(power))]
        let touch = Touch(
            "t0912", at: try moment(at), client: "c034", contact: contact, person: "sokolova", direction: direction,
            purpose: purpose, message: message, minutes: minutes, source: source)
        return CallRule().miss(touch, contacts: contacts, asked: asked.map(day), russia)
    }

    @Test func `nine minutes with who decides, about an opportunity, is one; so is one of unknown length`() throws {
        #expect(try miss() == nil)
        #expect(try miss(minutes: nil) == nil)
        #expect(try miss(power: 5, minutes: 3) == nil)
    }

    @Test func `what is none says why`() throws {
        #expect(try miss(direction: .in) == .notProactive)
        #expect(try miss(purpose: .reply) == .notProactive)
        #expect(try miss(message: nil) == .noMessage)
        #expect(try miss(power: 4) == .noPower)
        #expect(try miss(contact: nil) == .noPower)
        #expect(try miss(minutes: 2) == .tooShort)
        #expect(try miss(source: .entered) == .unconfirmed)
    }

    /// The client wrote on Tuesday 29 September: Thursday 1 October is the second working day after it.
    @Test(
        arguments: [("2026-09-28", nil), ("2026-09-29", .answer), ("2026-10-01", .answer), ("2026-10-02", nil)]
            as [(String, CallRule.Miss?)])
    func `within two working days after the client's message it is an answer`(asked: String, expected: CallRule.Miss?)
        throws
    {
        #expect(try miss(asked: [asked]) == expected)
    }

    @Test func `a call at 23:59 of the last day is in time`() throws {
        let contacts = [ilina: Contact(ilina, client: "c034", function: nil, power: try Power(8))]
        let touches = [
            Touch(
                "t1", at: try moment("2026-10-15 23:59"), client: "c034", contact: ilina, person: "deputy",
                message: .success)
        ]
        let days = CallRule().days(touches, of: "c034", contacts: contacts, russia)
        #expect(days == [day("2026-10-15")])
        let norm = try CallNorm(
            norm: Timeline([Dated(14, .always)]), days: [.always], calls: [day("2026-10-01")] + days, russia)
        #expect(norm.isInNorm(on: day("2026-10-15")) == true)
        #expect(norm.due(on: day("2026-10-15")) == day("2026-10-29"))
    }
}
