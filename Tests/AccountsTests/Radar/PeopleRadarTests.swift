import Accounts
import Messages
import Periods
import Quantities
import Testing

@Suite("Radar: people, meetings, facts, ladder")
struct PeopleRadarTests {
    /// Two norms of 14 days before 15 October is 17 September.
    @Test(arguments: [("2026-09-17", []), ("2026-09-16", ["R12 k1 warning manager+sponsor"])] as [(String, [String])])
    func `R12: power 8 or more unseen for two norms`(seen: String, found: [String]) throws {
        #expect(
            try look {
                $0.calls = try calls(norm: 14, ["2026-10-14"])
                $0.contacts = [try fourContacts()[0]]
                $0.touches = [try touch(1, "k1", on: seen)]
            } == found)
    }

    @Test func `R13: 11 of 17 touches with one person; of five touches nothing is said`() throws {
        let touches = try (1...17).map { try touch($0, $0 <= 11 ? "k1" : "k2", on: "2026-10-01") }
        #expect(look { $0.touches = touches } == ["R13 c034 warning manager"])
        #expect(look { $0.touches = Array(touches.prefix(5)) } == [])
        // Six of ten are 60 %, which is not more.
        #expect(look { $0.touches = Array(touches.suffix(10).prefix(4)) + Array(touches.suffix(6)) } == [])
    }

    @Test func `R14: the same lever of 32 at two assessments`() throws {
        func relations(_ levels: [Int], on text: String) throws -> [Relation] {
            try levels.enumerated().map {
                Relation(Key("k\($0 + 1)"), on: day(text), level: try RelationLevel($1), by: "sokolova")
            }
        }
        let (spring, autumn) = (
            try relations([4, 1, 5, 3], on: "2026-05-04"), try relations([4, 1, 5, 3], on: "2026-09-01")
        )
        func levers(_ relations: [Relation]) throws -> [String] {
            try look {
                $0.contacts = try fourContacts()
                $0.relations = relations
            }
        }
        #expect(try levers(spring + autumn) == ["R14 c034 warning manager+head"])
        #expect(try levers(autumn) == [])
        #expect(try levers(spring + relations([4, 3, 5, 3], on: "2026-09-01")) == [])
    }

    @Test func `R15: somebody left and nobody is known in the function`() throws {
        let gone = Contact(
            "k3", client: "c034", function: "logistics", power: try Power(5),
            days: DayRange(from: .earliest, clampingUntil: day("2026-10-01")))
        let successor = Contact("k9", client: "c034", function: "logistics", power: try Power(5))
        #expect(look { $0.contacts = [gone] } == ["R15 k3 warning manager+head"])
        #expect(look { $0.contacts = [gone, successor] } == [])
    }

    @Test func `R16: a relation falls by two`() throws {
        func fall(to level: Int) throws -> [String] {
            try look {
                $0.relations = [
                    Relation("k1", on: day("2026-03-02"), level: try RelationLevel(4), by: "sokolova"),
                    Relation("k1", on: day("2026-09-01"), level: try RelationLevel(level), by: "sokolova"),
                ]
            }
        }
        #expect(try fall(to: 2) == ["R16 k1 warning manager+head"])
        #expect(try fall(to: 3) == [])
    }

    private func planned(_ own: Int, on at: String = "2026-10-19 10:00") throws -> Meeting {
        Meeting(
            "m1", at: try moment(at), client: "c034", isImportant: true, agenda: "Доставка",
            own: (1...own).map {
                Meeting.Guest(Key("p\($0)"), "Вопрос № \($0): показать цену доставки по складам клиента")
            },
            plannedClient: 3)
    }

    /// Monday the 19th is two working days after Thursday the 15th.
    @Test func `R17: 7 of ours for 3 of theirs, two working days before`() throws {
        #expect(try look { $0.meetings = [try planned(7)] } == ["R17 m1 warning manager"])
        #expect(try look { $0.meetings = [try planned(4)] } == [])
        #expect(try look { $0.meetings = [try planned(7, on: "2026-10-20 10:00")] } == [])
    }

    @Test func `R18: no self-review after 24 hours`() throws {
        var meeting = try planned(4, on: "2026-10-14 10:00")
        try meeting.prepare()
        try meeting.hold(own: 4, client: 3)
        #expect(look { $0.meetings = [meeting] } == ["R18 m1 note attendee"])
        #expect(look(on: day("2026-10-14")) { $0.meetings = [meeting] } == [])
    }

    @Test func `R19: 8, 6, 3 of the client's at three meetings`() {
        #expect(look { $0.series = ["quarterly": [8, 6, 3]] } == ["R19 quarterly warning manager+head"])
        #expect(look { $0.series = ["quarterly": [8, 6, 5]] } == [])
    }

    @Test func `R20: reported before confirmed, or contradicted`() {
        let unsure = FactCheck([FactSource("k1", of: "purchasing", on: today)], on: today)
        let against = FactCheck([FactSource("k1", of: "purchasing", on: today, says: .no)], on: today)
        func fact(_ state: FactState, _ check: FactCheck) -> [String] {
            look { $0.facts = [RadarFact("f007", since: today, state: state, check: check)] }
        }
        #expect(fact(.reported, unsure) == ["R20 f007 warning author"])
        #expect(fact(.heard, unsure) == [])
        #expect(fact(.heard, against) == ["R20 f007 warning author"])
        #expect(fact(.resolved, against) == [])
    }

    @Test func `R24: evidence that ends within 30 days, and evidence that has lapsed`() throws {
        let title = LocalizedText("?")
        let ladder = try Ladder([
            Ladder.Rung("many", title), Ladder.Rung("approved", title, evidence: [Ladder.Evidence("contract")]),
        ])
        func contract(until: String) -> [String] {
            look {
                $0.ladder = RadarLadder(
                    ladder,
                    evidence: [
                        EvidencePlace("approved", "contract"): [
                            DayRange(from: day("2026-01-01"), clampingUntil: day(until))
                        ]
                    ], claims: ["approved": [.always]])
            }
        }
        #expect(contract(until: "2026-11-15") == [])
        #expect(contract(until: "2026-11-14") == ["R24 c034 approved contract warning manager"])
        #expect(contract(until: "2026-10-01") == ["R24 c034 approved contract warning manager"])
    }

    /// Sokolova since 19 September: from 3 October she has met who decides.
    @Test func `R28: a new manager who has not met power 8, and the leaver's open promise`() throws {
        func handover(on date: String, met: Bool, open: Bool) throws -> [String] {
            try look(on: day(date)) {
                $0.managers = [
                    Promise.Ownership("gromov", from: day("2026-01-01")),
                    Promise.Ownership("sokolova", from: day("2026-09-19")),
                ]
                $0.contacts = [try fourContacts()[0]]
                $0.touches = met ? [try touch(1, "k1", on: "2026-09-25")] : []
                $0.promises = open ? [try promise(made: "2026-09-01", due: "2026-12-01", owner: "gromov")] : []
            }.filter { $0.hasPrefix("R28") }
        }
        let found = ["R28 c034 warning manager+head"]
        #expect(try handover(on: "2026-10-02", met: false, open: true) == [])
        #expect(try handover(on: "2026-10-03", met: false, open: false) == found)
        #expect(try handover(on: "2026-10-03", met: true, open: true) == found)
        #expect(try handover(on: "2026-10-03", met: true, open: false) == [])
    }

    @Test func `R31: 45 days without listening, seen by the person alone, never up the line`() throws {
        let radar = Radar(russia)
        let visit = Touch(
            "t1", at: try moment("2026-08-31 10:00"), client: "c034", contact: nil, person: "galeev", kind: .fieldVisit)
        let finding = try #require(
            radar.habits(of: "galeev", since: day("2026-01-01"), touches: [visit], on: today))
        #expect(line(finding) == "R31 galeev note manager")
        #expect(radar.levelsUp(finding, on: day("2027-10-15")) == 0)
        #expect(radar.habits(of: "galeev", since: day("2026-01-01"), touches: [visit], on: day("2026-10-14")) == nil)
    }

    @Test func `R33: less than 70 % of the health known`() throws {
        func health(_ known: Int) throws -> [String] {
            try look {
                $0.health = try Health([
                    HealthPart("a", weight: try FixedDecimal.fraction(Int128(known), 100), value: 1, norm: 30),
                    HealthPart(
                        "survey", weight: try FixedDecimal.fraction(Int128(100 - known), 100), value: nil, norm: 30),
                ])
            }
        }
        #expect(try health(69) == ["R33 c034 warning manager"])
        #expect(try health(70) == [])
    }

    @Test func `R34 and R35: a reply and a session that are owed`() throws {
        let radar = Radar(russia)
        let s004 = try Suggestion(
            "s004", by: "sokolova", to: "gusev", on: day("2026-09-01"), replyDue: day("2026-10-14"), text: "One lorry")
        #expect(radar.replies([s004], on: today).map(line) == ["R34 s004 warning debtor"])
        #expect(radar.replies([s004], on: day("2026-10-14")) == [])
        // A's spread is 3; closed on 20 March.
        let round = try SixAccounts.closed()
        #expect(radar.sessions(round, on: day("2026-03-30")) == [])
        #expect(radar.sessions(round, on: day("2026-03-31")).map(line) == ["R35 2026-S1 warning director"])
    }
}
