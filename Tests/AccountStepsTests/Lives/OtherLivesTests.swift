import AccountRows
import AccountSteps
import Accounts
import Company
import Messages
import Periods
import Testing

/// Lives that are walked through from their first step to their last.
struct OtherLivesTests {
    // MARK: Suggestions

    @Test func `a suggestion is answered by somebody who is not its author, to its end`() throws {
        var book = try StepBook(on: "2026-10-06")
        let given = try book.take(
            "suggestion.give", by: "anna", ["kind": "idea", "text": "One day of dispatch", "client": "c1"])
        #expect(given.next.who == "dina" && given.next.by == CivilDay(parsing: "2026-10-20"))
        #expect(try book.refused("suggestion.study", "s0001", by: "anna") == "own-work")
        #expect(try book.refused("suggestion.study", "s0001", by: "boris") == "not-his")
        #expect(try book.refused("suggestion.approve", "s0001", by: "dina") == "step accepted_for_study refused")
        for verb in ["study", "approve", "implement"] { try book.take("suggestion.\(verb)", "s0001", by: "dina") }
        #expect(try book.refused("suggestion.refuse", "s0001", by: "dina", ["reason": "dear"]) == "step measured")
        #expect(try book.refused("suggestion.measure", "s0001", by: "dina") == "field")
        try book.take("suggestion.measure", "s0001", by: "dina", ["effect": "120 000,50"])
        try book.take("suggestion.reward", "s0001", by: "dina")
        #expect(book.row("suggestion", "s0001")["effect"] == "120000.5")
        #expect(try book.possible(.suggestion, "s0001", by: "dina") == [])
    }

    @Test func `a suggestion is refused for a reason`() throws {
        var book = try StepBook(on: "2026-10-06")
        try book.take("suggestion.give", by: "anna", ["kind": "obstacle", "text": "Invoices come late"])
        #expect(try book.refused("suggestion.refuse", "s0001", by: "dina") == "field")
        try book.take("suggestion.refuse", "s0001", by: "olga", ["reason": "Solved already"])
        #expect(book.row("suggestion", "s0001")["state"] == "refused")
    }

    // MARK: Plans

    private static func plan() throws -> StepBook {
        var book = try StepBook(on: "2026-10-06")
        try book.take(
            "plan.draft", by: "anna",
            ["client": "c1", "from": "2026-10-06", "until": "2027-01-01", "client_goals": "A warehouse in Tver"])
        try book.take("goal.add", by: "anna", ["plan": "c1-2026", "title": "New range", "weight": "60%"])
        try book.take("goal.add", by: "anna", ["plan": "c1-2026", "title": "Schedule", "weight": "40"])
        try book.take(
            "action.add", by: "anna",
            ["goal": "c1-2026/g1", "text": "Trial", "due_on": "2026-10-30", "weight": "100%", "kind": "action"])
        return book
    }

    @Test func `a plan is drafted by the manager, reviewed by the head and approved by the director`() throws {
        var book = try Self.plan()
        #expect(
            try book.refused(
                "plan.draft", by: "boris",
                ["client": "c1", "from": "2026-10-06", "until": "2027-01-01", "client_goals": "x"]) == "not-his")
        #expect(try book.refused("plan.review", "c1-2026", by: "anna") == "own-work")
        #expect(try book.refused("plan.approve", "c1-2026", by: "olga") == "step reviewed")
        try book.take("plan.review", "c1-2026", by: "dina")
        #expect(
            try book.refused("goal.change", "c1-2026/g1", by: "anna", ["weight": "90%"]) == "not-a-draft approved draft"
        )
        #expect(try book.refused("plan.approve", "c1-2026", by: "dina") == "not-his")
        try book.take("plan.approve", "c1-2026", by: "olga")
        #expect(book.row("account_plan", "c1-2026")["approved_on"] == "2026-10-06")
        try book.take("plan.start", "c1-2026", by: "anna")
        try book.take("plan.look", "c1-2026", by: "dina", on: "2026-10-20")
        #expect(try #require(try book.book().plan("c1-2026", on: book.now.day)).reviews.count == 2)
        #expect(
            try book.refused("goal.add", by: "anna", ["plan": "c1-2026", "title": "More", "weight": "10%"])
                == "not-a-draft closed")
    }

    @Test func `goals that do not total 100 % are not reviewed, and a fourth is refused`() throws {
        var book = try Self.plan()
        try book.take("goal.change", "c1-2026/g2", by: "anna", ["weight": "30%"])
        #expect(try book.refused("plan.review", "c1-2026", by: "dina") == "weights")
        try book.take("goal.add", by: "anna", ["plan": "c1-2026", "title": "Third", "weight": "10%"])
        #expect(
            try book.refused("goal.add", by: "anna", ["plan": "c1-2026", "title": "Fourth", "weight": "10%"])
                == "choose")
        #expect(try book.refused("plan.review", "c1-2026", by: "dina") == "")
    }

    @Test func `an action is done by its owner and judged by his head`() throws {
        var book = try Self.plan()
        #expect(try book.refused("action.done", "a0001", by: "dina") == "not-his")
        #expect(try book.refused("action.accept", "a0001", by: "dina", ["evidence": "sale 2"]) == "step done cancelled")
        try book.take("action.done", "a0001", by: "anna", on: "2026-10-20")
        #expect(try book.refused("action.accept", "a0001", by: "anna", ["evidence": "sale 2"]) == "own-work")
        #expect(try book.refused("action.accept", "a0001", by: "egor", ["evidence": "sale 2"]) == "not-his")
        try book.take("action.reject", "a0001", by: "dina", ["reason": "Two halls are missing"])
        try book.take("action.done", "a0001", by: "anna", on: "2026-10-28")
        try book.take("action.accept", "a0001", by: "dina", on: "2026-10-29", ["evidence": "sale 2"])
        #expect(try book.possible(.action, "a0001", by: "dina") == [])
        #expect(try book.refused("action.cancel", "a0001", by: "dina", ["reason": "x"]) == "step")
    }

    @Test func `an action is cancelled before its day by the head; later it would hide what was not done`() throws {
        var book = try Self.plan()
        #expect(try book.refused("action.cancel", "a0001", by: "anna", ["reason": "Client is away"]) == "own-work")
        #expect(
            try book.refused("action.cancel", "a0001", by: "dina", on: "2026-10-31", ["reason": "Client is away"])
                == "cancelled-late")
        #expect(
            try book.refused("action.cancel", "a0001", by: "dina", on: "2026-10-30", ["reason": "Client is away"]) == ""
        )
    }

    // MARK: Facts

    @Test func `a fact is reported once several functions of the client agree, and contradicted by one against`() throws
    {
        var book = try StepBook(on: "2026-10-06")
        try book.take(
            "fact.hear", by: "anna",
            ["client": "c1", "topic": "budget", "statement": "Twice in November", "contact": "k1"])
        #expect(try book.refused("fact.report", "f0001", by: "anna") == "not-confirmed")
        // The same person twice is one.
        try book.take("fact.source", "f0001", by: "anna", ["contact": "k1", "agrees": "yes"])
        #expect(book.row("fact", "f0001")["state"] == "heard")
        try book.take("fact.source", "f0001", by: "anna", ["contact": "k2", "agrees": "yes"])
        #expect(book.row("fact", "f0001")["state"] == "supported")
        try book.take("fact.source", "f0001", by: "anna", ["contact": "k3", "agrees": "yes"])
        #expect(book.row("fact", "f0001")["state"] == "confirmed")
        // Sixty days later nobody has said so of late.
        #expect(try book.refused("fact.report", "f0001", by: "anna", on: "2026-12-06") == "not-confirmed")
        var other = book
        try book.take("fact.report", "f0001", by: "anna", on: "2026-10-07")
        #expect(book.row("fact", "f0001")["reported_on"] == "2026-10-07")
        try other.take("fact.source", "f0001", by: "anna", ["contact": "k3", "agrees": "no"])
        #expect(other.row("fact", "f0001")["state"] == "contradicted")
        #expect(try other.refused("fact.report", "f0001", by: "anna") == "step resolved expired")
        #expect(try other.refused("fact.resolve", "f0001", by: "anna") == "own-work")
        try other.take("fact.resolve", "f0001", by: "dina")
        #expect(try other.possible(.fact, "f0001", by: "anna") == [])
    }

    // MARK: Rungs

    @Test func `a rung is claimed by the manager and examined by the head of another unit`() throws {
        var book = try StepBook(on: "2026-10-06")
        try book.take(
            "rung.proof", by: "anna",
            ["client": "c1", "rung": "approved", "piece": "contract", "document": "contract 27"])
        #expect(
            try book.refused(
                "rung.proof", by: "anna", ["client": "c1", "rung": "approved", "piece": "orders", "document": "x"])
                == "unknown")
        try book.take("rung.claim", by: "anna", ["client": "c1", "rung": "approved"])
        #expect(try book.refused("rung.claim", by: "anna", ["client": "c1", "rung": "approved"]) == "used-twice")
        // Her own head, and somebody of another unit who heads nobody, do not examine it.
        #expect(try book.refused("rung.examine", "g0001", by: "dina") == "own-work")
        #expect(try book.refused("rung.examine", "g0001", by: "boris") == "not-his")
        #expect(try book.possible(.rung, "g0001", by: "egor") == ["examine", "refuse"])
        var other = book
        try book.take("rung.examine", "g0001", by: "egor", on: "2026-10-08")
        #expect(book.row("rung", "g0001")["from"] == "2026-10-08" && book.row("rung", "g0001")["state"] == "held")
        #expect(try book.refused("rung.refuse", "g0001", by: "egor", ["reason": "x"]) == "step")
        try other.take("rung.refuse", "g0001", by: "egor", ["reason": "Orders are missing"])
        #expect(try other.refused("rung.claim", by: "anna", ["client": "c1", "rung": "approved"]) == "")
    }

    // MARK: Battles, incentives, risks

    @Test func `a battle needs three grounds and the head's word; one that is not worth it needs his reason`() throws {
        var book = try StepBook(on: "2026-10-06")
        let asked = [
            "client": "c1", "cost": "300000", "value": "500000", "odds": "30%", "grounds": "price\nrange\nservice",
        ]
        #expect(
            try book.refused("battle.ask", by: "anna", asked.merging(["grounds": "price\nprice\nrange"]) { $1 })
                == "grounds")
        try book.take("battle.ask", by: "anna", asked)
        #expect(try book.refused("battle.decide", "b0001", by: "anna", ["decision": "go"]) == "own-work")
        #expect(try book.refused("battle.outcome", "b0001", by: "anna", ["outcome": "won"]) == "step go no_go")
        // 30 % of 500 000 is less than 300 000.
        #expect(try book.refused("battle.decide", "b0001", by: "dina", ["decision": "go"]) == "field")
        try book.take("battle.decide", "b0001", by: "dina", ["decision": "go", "reason": "We must be seen"])
        try book.take("battle.outcome", "b0001", by: "anna", ["outcome": "lost"])
        try book.take("battle.review", "b0001", by: "anna", ["lesson": "Ask logistics first"])
        #expect(try book.possible(.battle, "b0001", by: "anna") == [])
    }

    @Test func `an incentive is checked by finance, approved by finance and the director, and never by the manager`()
        throws
    {
        var book = try StepBook(on: "2026-10-06")
        let proposed = [
            "client": "c1", "kind": "premium", "from": "2026-10-12", "until": "2027-01-01", "premium": "40000",
            "expected": "1000000", "trader": "yes", "services": "20000",
        ]
        try book.take("incentive.propose", by: "anna", proposed)
        // 5 % of a million is 50 000.
        #expect(try book.refused("incentive.check", "u0001", by: "pavel") == "above-ceiling")
        #expect(try book.refused("incentive.check", "u0001", by: "dina") == "not-his")
        try book.take("incentive.check", "u0001", by: "pavel", ["expected": "1200000"])
        #expect(try book.refused("incentive.agree", "u0001", by: "anna", ["contract": "27"]) == "step approved")
        #expect(try book.refused("incentive.approve", "u0001", by: "anna") == "own-work")
        try book.take("incentive.approve", "u0001", by: "pavel")
        #expect(try book.refused("incentive.approve", "u0001", by: "pavel") == "not-his")
        #expect(book.row("incentive", "u0001")["state"] == "checked")
        try book.take("incentive.approve", "u0001", by: "olga")
        #expect(book.row("incentive", "u0001")["state"] == "approved")
        try book.take("incentive.agree", "u0001", by: "anna", ["contract": "27"])
        try book.take("incentive.start", "u0001", by: "anna")
        #expect(try book.refused("incentive.settle", "u0001", by: "anna") == "own-work")
        try book.take("incentive.settle", "u0001", by: "pavel")
        try book.take("incentive.evaluate", "u0001", by: "pavel")
        #expect(try book.possible(.incentive, "u0001", by: "pavel") == [])
    }

    @Test func `a risk is owned before something is done, and accepted by the owner's head`() throws {
        var book = try StepBook(on: "2026-10-06")
        try book.take("risk.see", by: "anna", ["client": "c1", "kind": "law", "text": "Labels", "likelihood": "30%"])
        #expect(try book.refused("risk.act", "h0001", by: "anna", ["measure": "x"]) == "step owned")
        try book.take("risk.own", "h0001", by: "dina", ["owner": "anna"])
        #expect(try book.refused("risk.accept", "h0001", by: "anna") == "own-work")
        try book.take("risk.act", "h0001", by: "anna", ["measure": "New labels ordered"])
        try book.take("risk.close", "h0001", by: "anna", on: "2026-10-20")
        #expect(book.row("risk", "h0001")["closed_on"] == "2026-10-20")
        #expect(try book.possible(.risk, "h0001", by: "dina") == [])
    }

    // MARK: People

    @Test func `a relation that jumps needs two touches that show it`() throws {
        let touches = ["t1", "t2"].map { id in
            [
                "id": id, "at": "2026-10-01 10:00", "client": "c1", "contact": "k1", "person": "anna", "kind": "call",
                "direction": "out", "purpose": "proactive", "source": "telephony",
            ]
        }
        var book = try StepBook(on: "2026-10-06", ["touch": touches])
        try book.take("relation.assess", by: "anna", ["contact": "k1", "relation": "2"])
        #expect(
            try book.refused("relation.assess", by: "anna", on: "2026-10-07", ["contact": "k1", "relation": "4"])
                == "relation-jumps")
        #expect(
            try book.refused(
                "relation.assess", by: "anna", on: "2026-10-07",
                ["contact": "k2", "relation": "4", "evidence": "t1 t2"]) == "unknown")
        try book.take(
            "relation.assess", by: "anna", on: "2026-10-07", ["contact": "k1", "relation": "4", "evidence": "t1, t2"])
        #expect(try book.refused("relation.assess", by: "boris", ["contact": "k1", "relation": "4"]) == "not-his")
    }

    @Test func `a contact comes, changes and leaves`() throws {
        var book = try StepBook(on: "2026-10-06")
        try book.take(
            "contact.add", by: "anna",
            ["client": "c1", "name": "Oleg", "function": "purchasing", "role": "decides", "power": "9"])
        #expect(book.row("contact", "k5")["power"] == "9")
        try book.take("contact.change", "k5", by: "anna", ["power": "6"])
        try book.take("contact.leave", "k5", by: "anna", on: "2026-10-20")
        #expect(book.row("contact", "k5")["until"] == "2026-10-20")
        #expect(try book.refused("contact.change", "k5", by: "anna", ["power": "9"]) == "has-left")
    }

    @Test func `a consent needs what shows it, and is taken back once`() throws {
        var book = try StepBook(on: "2026-10-06")
        let given = ["contact": "k1", "purpose": "courtesy", "how": "in writing", "proof": "form 7"]
        #expect(try book.refused("consent.give", by: "anna", given.merging(["proof": " "]) { $1 }) == "field")
        try book.take("consent.give", by: "anna", given)
        #expect(book.row("consent", "l0001")["until"] == "2027-10-06")
        try book.take("consent.withdraw", "l0001", by: "anna", on: "2026-10-20")
        #expect(try book.refused("consent.withdraw", "l0001", by: "anna") == "used-twice")
    }

    @Test func `a training is practised when somebody else has seen it used`() throws {
        var book = try StepBook(
            on: "2026-10-06",
            ["training": [["id": "j1", "day": "2026-10-07", "kind": "listening", "competencies": "listening"]]])
        try book.take("training.plan", by: "dina", ["training": "j1", "person": "anna", "planned_on": "2026-10-07"])
        #expect(try book.refused("training.practise", "d0001", by: "dina") == "step done")
        try book.take("training.done", "d0001", by: "anna", on: "2026-10-07", ["test": "80%"])
        #expect(try book.refused("training.practise", "d0001", by: "anna", on: "2026-10-20") == "own-work")
        try book.take("training.practise", "d0001", by: "boris", on: "2026-10-20")
        try book.take("training.measure", "d0001", by: "dina", on: "2026-11-20")
        #expect(book.row("training_place", "d0001")["state"] == "measured")
        try book.take(
            "assessment.add", by: "dina", ["person": "anna", "competency": "listening", "level": "3", "need": "4"])
        #expect(book.row("assessment", "s0001")["by"] == "head")
        #expect(
            try book.refused(
                "assessment.add", by: "anna", ["person": "anna", "competency": "listening", "level": "5", "need": "1"])
                == "own-work")
    }

    // MARK: The client's word

    @Test func `an answer is written down by anybody but the manager, and its remark is read`() throws {
        var book = try StepBook(on: "2026-10-06")
        let given = [
            "client": "c1", "contact": "k1", "question": "Are you content", "score": "4", "of": "5",
            "remark": "Late twice",
        ]
        #expect(try book.refused("answer.add", by: "anna", given) == "own-work")
        try book.take("answer.add", by: "sveta", given)
        try book.take("answer.tag", "o0001", by: "dina", ["tag": "delivery"])
        #expect(try book.refused("answer.tag", "o0001", by: "dina", ["tag": "price"]) == "nothing-to-read")
    }

    @Test func `spend, marks and references are written down as they are known`() throws {
        var book = try StepBook(on: "2026-10-06", ["rival": [["id": "vector", "name": "Vector"]]])
        try book.take(
            "wallet.estimate", by: "anna",
            ["client": "c1", "period": "2026-Q3", "spend": "1 200 000", "confidence": "medium", "source": "their plan"])
        #expect(
            try book.refused(
                "wallet.estimate", by: "anna",
                ["client": "c1", "period": "autumn", "spend": "1", "confidence": "low", "source": "x"]) == "field-form")
        try book.take("factor.mark", by: "anna", ["client": "c1", "factor": "delivery", "contact": "k1", "score": "7"])
        #expect(
            book.row("factor_score", "n0001")["subject"] == "we" && book.row("factor_score", "n0001")["seen_by"] == "k1"
        )
        try book.take(
            "reference.get", by: "anna", ["client": "c1", "kind": "letter", "consent": "mail", "expires": "2026-12-01"])
        #expect(
            try book.refused("reference.use", "r0001", by: "anna", on: "2026-12-01", ["used_in": "offer"])
                == "no-consent")
        try book.take("reference.use", "r0001", by: "anna", ["used_in": "offer to c2"])
    }
}

/// Answers to the radar, and what they quiet.
struct FindingStepsTests {
    /// A promise due on Tuesday, 20 October, overdue on the 23rd.
    private static func book() throws -> StepBook {
        var book = try PromiseStepsTests.book(["receiver": ""])
        book.now = try StepBook.moment("2026-10-23")
        return book
    }

    private func open(_ book: StepBook, on day: String) throws -> [String] {
        let day = try StepBook.moment(day).day
        return try book.book().findings(on: day).map { "\($0.finding.rule.name) \($0.finding.key.subject)" }
    }

    @Test func `put off it comes back on its day; acted, when it presses more`() throws {
        var book = try Self.book()
        #expect(try open(book, on: "2026-10-23").contains("R3 p0001"))
        #expect(try book.possible(.finding, "R3 p0001", by: "anna") == ["answer"])
        #expect(try book.possible(.finding, "R3 p0001", by: "boris") == [])
        #expect(try book.refused("finding.answer", "R3 p0001", by: "boris", ["answer": "acted"]) == "not-his")
        var other = book
        try book.take("finding.answer", "R3 p0001", by: "anna", ["answer": "later", "until": "2026-10-27"])
        #expect(try !open(book, on: "2026-10-26").contains("R3 p0001"))
        #expect(try open(book, on: "2026-10-27").contains("R3 p0001"))
        try other.take("finding.answer", "R3 p0001", by: "dina", ["answer": "acted"])
        #expect(try !open(other, on: "2026-11-02").contains("R3 p0001"))
        // From thirty days on it presses more.
        #expect(try open(other, on: "2026-11-20").contains("R3 p0001"))
    }

    @Test(
        "An answer that is none is refused",
        arguments: [
            (["answer": "later", "until": "2026-11-07"], "too-far"), (["answer": "later"], "field"),
            (["answer": "not_so"], "wording"), (["answer": "never"], "field-form"),
        ])
    func none(_ values: [String: String], _ code: String) throws {
        var book = try Self.book()
        #expect(try book.refused("finding.answer", "R3 p0001", by: "anna", values) == code)
        #expect(try book.refused("finding.answer", "R3 p9999", by: "anna", values) == "no-such")
    }

    @Test func `a reply that is owed is for the head of who owes it after ten working days, unless he answers`() throws
    {
        var book = try StepBook(on: "2026-10-06")
        try book.take("suggestion.give", by: "anna", ["kind": "idea", "text": "One day of dispatch"])
        func people(_ day: String) throws -> [String] {
            let found = try book.book().findings(on: try StepBook.moment(day).day)
            return try #require(found.first { $0.finding.key.subject == "s0001" }).people.map(\.person.text)
        }
        // Late since Wednesday 21 October; 4 November is a holiday, so the 5th is the tenth working day after.
        #expect(try people("2026-10-21") == ["dina"])
        #expect(try people("2026-11-03") == ["dina"])
        #expect(try people("2026-11-05") == ["dina", "olga"])
        let later = ["answer": "later", "until": "2026-11-02"]
        try book.take("finding.answer", "R34 s0001", by: "dina", on: "2026-10-30", later)
        #expect(try people("2026-11-05") == ["dina"])
    }
}

/// The table of steps, which commands, forms and documents follow.
struct StepTableTests {
    @Test func `every name is there once, every object has a step, every text in two languages`() {
        let names = AccountSteps.all.map(\.name)
        #expect(Set(names).count == names.count)
        for object in AccountObject.allCases {
            #expect(!AccountSteps.steps(of: object).isEmpty, "\(object)")
            #expect(object.title.en != object.title.ru)
        }
        for step in AccountSteps.all {
            #expect(step.title.en != step.title.ru && !step.title.ru.isEmpty, "\(step.name)")
            #expect(Set(step.fields.map(\.name)).count == step.fields.count, "\(step.name)")
            for field in step.fields {
                #expect(field.label.en != field.label.ru, "\(step.name) \(field.name)")
                if case .choice(let choices) = field.content {
                    #expect(choices.allSatisfy { $0.title.en != $0.title.ru }, "\(step.name) \(field.name)")
                }
            }
        }
        #expect(AccountSteps.step("promise.accept")?.verb == "accept")
        #expect(AccountSteps.step("promise.forget") == nil)
    }

    @Test func `whoever looks after no client is offered no step that is for who does`() throws {
        let book = try StepBook()
        let begun = AccountSteps.beginnings(by: try book.actor("sveta"), in: try book.book(), at: book.now).map(\.name)
        #expect(begun.contains("suggestion.give") && begun.contains("promise.add"))
        #expect(!begun.contains("round.open"))
    }
}
